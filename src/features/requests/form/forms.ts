import { z } from 'zod';
import { dayOf } from '../../../core/day.ts';
import { type Party, partyOf } from '../../../core/party.ts';
import { AlreadyExists, type Collection } from '../../../core/ports/store.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import type { ActionTurn, Turn } from '../../../core/turn.ts';
import { actOn, contextAt, type Desk, showCase, typeOf, visibleRequest } from '../desk.ts';
import { counterOf, submitted } from '../new-request.ts';
import type { FieldValues, Request } from '../request.ts';
import type { RequestType } from '../types/model.ts';
import { checkReply, titleOf } from './check-view.ts';
import { type Draft, expiryOf, refilled } from './draft.ts';
import { enteredAll } from './entered.ts';
import { type Filling, formReply } from './form-view.ts';
import { type ParsedForm, parseForm } from './parse.ts';
import { prefilled } from './prefill.ts';
import { similarTo } from './similar.ts';

/** What the forms work with besides the desk. */
export type FormDesk = Desk & { readonly drafts: Collection<Draft>; readonly newId: () => string };

/** What leads to a form: a type, and perhaps a sentence with the roles that answer it. */
export type Opening = {
  readonly type: string;
  readonly text?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  /** "Zuständig: …" */
  readonly responsible?: string | undefined;
};

/** The empty form, or one that has in it what a sentence already said. @throws {Refusal} when the type is gone */
export function openForm(desk: FormDesk, turn: Turn, opening: Opening): Reply {
  const type = knownType(desk, opening.type);
  const party = partyOf(turn.actor, desk.directory);
  const said = opening.text
    ? prefilled(opening.text, type, desk.directory, dayOf(turn.at))
    : { fields: {}, unit: undefined };
  const filling: Filling = {
    type,
    typed: enteredAll(said.fields, type),
    unit: said.unit ?? party.unit ?? '',
    errors: {},
    roles: opening.roles ?? [],
    responsible: opening.responsible,
    draft: desk.newId(),
  };
  return formReply(filling, desk.directory, turn.language);
}

/** The form of a request that was returned (to change it) or rejected (to take it up again), filled in as it is. */
export async function openAgain(
  desk: FormDesk,
  turn: Turn,
  id: string,
  form: 'change' | 'resubmit',
): Promise<Reply> {
  const party = partyOf(turn.actor, desk.directory);
  const request = await visibleRequest(desk, id, party.id, turn.at);
  requireChangeable(request, party, form);
  const type = knownType(desk, request.type);
  const question = request.question && `${request.question.byName}: ${request.question.text}`;
  const filling: Filling = {
    type,
    typed: enteredAll(request.fields, type),
    unit: request.unit,
    errors: {},
    roles: [],
    draft: desk.newId(),
    of: { id, form, question },
  };
  return formReply(filling, desk.directory, turn.language);
}

function requireChangeable(request: Request, party: Party, form: 'change' | 'resubmit'): void {
  const isRight = form === 'change' ? request.state === 'returned' : request.state === 'rejected';
  if (request.requester.id === party.id && isRight) return;
  throw form === 'change'
    ? new Refusal('not-changeable', {
        de: 'Ändern lässt sich ein eigener Antrag, solange eine Rückfrage dazu offen ist.',
        en: 'You can change a request of your own while there is an open question about it.',
      })
    : new Refusal('not-resubmittable', {
        de: 'Neu stellen lässt sich ein eigener Antrag, der abgelehnt wurde.',
        en: 'You can submit a request of your own again after it was rejected.',
      });
}

const id = z.string().max(80).catch('');
const FormData = z.looseObject({
  type: id,
  draft: z.uuid().or(z.string().regex(/^[\w-]{1,60}$/)),
  request: id,
  form: z.enum(['change', 'resubmit']).optional().catch(undefined),
  roles: z.array(z.string().max(60)).max(10).catch([]),
  note: z.string().max(4000).catch(''),
});

/** Takes a filled-in form: back with every error at its field, or on to the check, or as the answer to a question. */
export async function checkForm(desk: FormDesk, turn: ActionTurn): Promise<Reply> {
  const data = FormData.safeParse(turn.data).data;
  if (!data) throw formGone();
  const type = knownType(desk, data.type);
  const parsed = parseForm(type, turn.data, desk.directory, dayOf(turn.at));
  if (Object.keys(parsed.errors).length > 0) return formAgain(desk, turn, type, parsed, data);
  if (data.form === 'change') {
    const title = titleOf(parsed.values, type, turn.language);
    return actOn(desk, turn, data.request, { kind: 'answer', note: data.note, fields: parsed.values, title });
  }
  const by = partyOf(turn.actor, desk.directory);
  const draft = await kept(desk, {
    id: data.draft,
    by: by.id,
    type: type.id,
    fields: parsed.values,
    unit: parsed.unit,
    roles: data.roles,
    ...(data.form === 'resubmit' && data.request ? { resumes: data.request } : {}),
    changedAt: turn.at,
    dueAt: expiryOf(turn.at),
  });
  if (draft.submittedAs) return showCase(desk, turn, draft.submittedAs);
  return checkedDraft(desk, turn, draft, type);
}

function formAgain(
  desk: FormDesk,
  turn: ActionTurn,
  type: RequestType,
  parsed: ParsedForm,
  data: z.infer<typeof FormData>,
): Reply {
  const filling: Filling = {
    type,
    typed: parsed.typed,
    unit: parsed.unit,
    errors: parsed.errors,
    roles: data.roles,
    draft: data.draft,
    ...(data.form && data.request ? { of: { id: data.request, form: data.form } } : {}),
  };
  return formReply(filling, desk.directory, turn.language);
}

/** Keeps the draft under the id of its form, so that the same form sent twice is one draft. */
async function kept({ drafts }: FormDesk, draft: Omit<Draft, 'version'>): Promise<Draft> {
  try {
    return await drafts.add(draft);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    return drafts.change(draft.id, (known) => {
      if (known.by !== draft.by) throw formGone();
      return refilled(known, draft);
    });
  }
}

async function checkedDraft(desk: FormDesk, turn: Turn, draft: Draft, type: RequestType): Promise<Reply> {
  const title = titleOf(draft.fields, type, turn.language);
  const open = await desk.requests.list({ where: { type: type.id, unit: draft.unit } });
  const context = contextAt(desk, turn.at);
  const matter = { unit: draft.unit, fields: draft.fields, requester: { id: draft.by } };
  const similar = similarTo(title, open);
  return checkReply({ draft, type, matter, context, similar }, turn.language);
}

/** The form of a draft again, to change it before it is submitted. */
export async function editDraft(desk: FormDesk, turn: Turn, draftId: string): Promise<Reply> {
  const draft = await ownDraft(desk, turn, draftId);
  if (draft.submittedAs) return showCase(desk, turn, draft.submittedAs);
  const type = knownType(desk, draft.type);
  const { fields, unit, roles } = draft;
  const typed = enteredAll(fields as FieldValues, type);
  const again = draft.resumes ? { of: { id: draft.resumes, form: 'resubmit' as const } } : {};
  const filling: Filling = { type, typed, unit, errors: {}, roles, draft: draft.id, ...again };
  return formReply(filling, desk.directory, turn.language);
}

/** Submits a draft: once, however often it is asked for. */
export async function submitDraft(desk: FormDesk, turn: Turn, draftId: string): Promise<Reply> {
  await ownDraft(desk, turn, draftId);
  const context = contextAt(desk, turn.at);
  const requester = partyOf(turn.actor, desk.directory);
  const draft = await desk.drafts.change(
    draftId,
    (current, [counter]) => {
      if (current.submittedAs) return undefined;
      const type = knownType(desk, current.type);
      const { request, also } = submitted(
        {
          type,
          title: titleOf(current.fields, type, turn.language),
          fields: current.fields,
          requester,
          unit: current.unit,
          language: turn.language,
          resumes: current.resumes,
        },
        counter,
        context,
      );
      return { doc: { ...current, submittedAs: request.id }, also };
    },
    [counterOf(context)],
  );
  return showCase(desk, turn, draft.submittedAs ?? '', { remark: thanks[turn.language] });
}

const thanks = {
  de: 'Ihr Antrag ist eingereicht. Sie erfahren hier von jedem Schritt.',
  en: 'Your request has been submitted. You will hear of every step here.',
};

/** Throws a draft away; one that was submitted stays a request. */
export async function discardDraft(desk: FormDesk, turn: Turn, draftId: string): Promise<Reply> {
  const draft = await ownDraft(desk, turn, draftId);
  if (draft.submittedAs) return showCase(desk, turn, draft.submittedAs);
  await desk.drafts.remove(draftId);
  const line = discarded[turn.language];
  const title = turn.language === 'de' ? 'Entwurf verworfen' : 'Draft discarded';
  return { card: 'shared/refusal', data: { title, text: line }, summary: line, language: turn.language };
}

const discarded = {
  de: 'Der Entwurf ist gelöscht, es wurde nichts eingereicht. „Antrag“ beginnt einen neuen.',
  en: 'The draft has been deleted, nothing was submitted. “Request” starts a new one.',
};

/** The newest draft of a person that was not submitted yet. */
export async function latestDraft(desk: FormDesk, turn: Turn): Promise<Draft> {
  const by = partyOf(turn.actor, desk.directory).id;
  const open = (await desk.drafts.list({ where: { by } })).filter(({ submittedAs }) => !submittedAs);
  const latest = open.sort((a, b) => b.changedAt.localeCompare(a.changedAt))[0];
  if (latest) return latest;
  throw new Refusal('no-draft', {
    de: 'Es liegt kein geprüfter Entwurf von Ihnen vor. „Antrag“ beginnt einen.',
    en: 'There is no checked draft of yours. “Request” starts one.',
  });
}

async function ownDraft(desk: FormDesk, turn: Turn, draftId: string): Promise<Draft> {
  const draft = await desk.drafts.get(draftId);
  if (draft && draft.by === partyOf(turn.actor, desk.directory).id) return draft;
  throw formGone();
}

function knownType(desk: Desk, type: string): RequestType {
  const known = typeOf(desk, type);
  if (known) return known;
  throw new Refusal('type-gone', {
    de: 'Diese Antragsart gibt es nicht mehr. „Antrag“ zeigt, was Sie beantragen können.',
    en: 'This type of request no longer exists. “Request” shows what you can apply for.',
  });
}

const formGone = () =>
  new Refusal('draft-gone', {
    de: 'Dieses Formular ist nicht mehr da; Entwürfe werden nach 30 Tagen gelöscht. „Antrag“ beginnt ein neues.',
    en: 'This form is no longer there; drafts are deleted after 30 days. “Request” starts a new one.',
  });
