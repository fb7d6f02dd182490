import { z } from 'zod';
import { dayOf } from '../../../core/day.ts';
import { type Party, partyOf } from '../../../core/party.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, quoted } from '../../../core/text.ts';
import type { ActionTurn, Turn } from '../../../core/turn.ts';
import { changesBetween } from '../decided.ts';
import { asAskedNow } from '../formerly.ts';
import type { Request, State } from '../model.ts';
import type { RequestType } from '../types/model.ts';
import { titleOf } from './check-view.ts';
import { expiryOf } from './draft.ts';
import { checkedDraft, kept } from './drafting.ts';
import { type Filling, formReply } from './form-view.ts';
import { knownReports, knownViews } from './known.ts';
import { colleagueInput, enteredAll, type ParsedForm, parseForm, unitInput } from './parse.ts';
import { type FormPorts, formGone, knownType, offeredType } from './ports.ts';
import { prefilled } from './prefill.ts';

/** What leads to a form: a type, and perhaps a sentence with the roles that answer it. */
export type Opening = {
  readonly type: string;
  readonly text?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  /** Whoever read the sentence is sure that it wishes for this type. */
  readonly isCertain?: boolean | undefined;
  /** "Zuständig: …" */
  readonly responsible?: string | undefined;
};

/** The empty form, or one that has in it what a sentence already said. @throws {Refusal} when the type is gone */
export async function openForm(ports: FormPorts, turn: Turn, opening: Opening): Promise<Reply> {
  const other = ports.elsewhere?.(opening, turn);
  if (other) return other;
  const type = offeredType(ports, opening.type);
  const party = partyOf(turn.actor, ports.directory);
  const said = opening.text
    ? prefilled(opening.text, type, ports.directory, dayOf(turn.at))
    : { fields: {}, unit: undefined };
  const unit = said.unit ?? party.unit ?? '';
  const known = await knownReports(ports, type, { unit, fields: said.fields }, party.id);
  const filling: Filling = {
    type,
    typed: enteredAll(said.fields, type),
    unit,
    errors: {},
    known: knownViews(known, type, party.id, ports.directory, turn.language),
    roles: opening.roles ?? [],
    responsible: opening.responsible,
    draft: ports.newId(),
  };
  return formReply(filling, ports.directory, turn.language);
}

/** The form of a request that was returned (to change it) or rejected (to take it up again), filled in as it is. */
export async function openAgain(
  ports: FormPorts,
  turn: Turn,
  id: string,
  form: 'change' | 'resubmit',
): Promise<Reply> {
  const party = partyOf(turn.actor, ports.directory);
  const request = await ports.requests.visible(id, party.id, turn.at);
  if (!isChangeable(request, party, form)) throw notChangeable(form);
  const type = knownType(ports, request.type);
  const filling: Filling = {
    type,
    typed: { ...enteredAll(request.fields, type), [colleagueInput]: request.colleague?.name ?? '' },
    unit: request.unit,
    errors: {},
    roles: [],
    draft: ports.newId(),
    of: { id, form, question: questionOf(request, turn.language) },
  };
  return formReply(filling, ports.directory, turn.language);
}

const questionOf = ({ question }: Request, language: Language): string | undefined =>
  question && `${question.byName}: ${quoted(question.text, language)}`;

function isChangeable(request: Request, party: Party, form: 'change' | 'resubmit'): boolean {
  const changeable: readonly State[] = ['returned', 'in-approval', 'approved'];
  const isRight = form === 'change' ? changeable.includes(request.state) : request.state === 'rejected';
  return request.requester.id === party.id && isRight;
}

const notChangeable = (form: 'change' | 'resubmit'): Refusal =>
  form === 'change'
    ? new Refusal('not-changeable', {
        de: 'Nur eigene Anträge können Sie ändern, und nur bis die Bearbeitung begonnen hat.',
        en: 'You can change only your own requests, and only until the work on them has begun.',
      })
    : new Refusal('not-resubmittable', {
        de: 'Nur eigene, abgelehnte Anträge können Sie erneut stellen.',
        en: 'You can submit only your own requests again, after they were rejected.',
      });

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
export async function checkForm(ports: FormPorts, turn: ActionTurn): Promise<Reply> {
  const data = FormData.safeParse(turn.data).data;
  if (!data) throw formGone();
  const by = partyOf(turn.actor, ports.directory);
  const of = data.form && (await ports.requests.visible(data.request, by.id, turn.at));
  // A form sent again finds what the first one did.
  if (of && data.form && !isChangeable(of, by, data.form)) return ports.requests.show(turn, of.id);
  const type = knownType(ports, of?.type ?? data.type);
  // Answering does not move a request to another unit; its form does not ask for one.
  const given = data.form === 'change' ? { ...turn.data, [unitInput]: of?.unit } : turn.data;
  const parsed = parseForm(type, given, ports.directory, dayOf(turn.at));
  if (Object.keys(parsed.errors).length > 0) return formAgain(ports, turn, type, parsed, data, of);
  if (of && data.form === 'change') {
    const title = titleOf(parsed.values, type, turn.language);
    const { note } = data;
    // What is only asked in another way than then has not changed.
    const isSame = changesBetween(asAskedNow(of.fields, type), parsed.values).length === 0;
    const fields = isSame ? of.fields : parsed.values;
    return ports.requests.actAndShow(turn, of.id, 'change', { note, fields, title });
  }
  const draft = await kept(ports, {
    id: data.draft,
    by: by.id,
    type: type.id,
    fields: parsed.values,
    unit: parsed.unit,
    ...(parsed.colleague ? { colleague: parsed.colleague } : {}),
    roles: data.roles,
    ...(of ? { resumes: of.id } : {}),
    changedAt: turn.at,
    dueAt: expiryOf(turn.at),
  });
  if (draft.submittedAs) return ports.requests.show(turn, draft.submittedAs);
  return checkedDraft(ports, turn, draft, type);
}

function formAgain(
  ports: FormPorts,
  turn: ActionTurn,
  type: RequestType,
  parsed: ParsedForm,
  data: z.infer<typeof FormData>,
  of: Request | undefined,
): Reply {
  const filling: Filling = {
    type,
    typed: parsed.typed,
    unit: parsed.unit,
    errors: parsed.errors,
    roles: data.roles,
    draft: data.draft,
    note: data.note,
    ...(data.form && of
      ? { of: { id: of.id, form: data.form, question: questionOf(of, turn.language) } }
      : {}),
  };
  return formReply(filling, ports.directory, turn.language);
}
