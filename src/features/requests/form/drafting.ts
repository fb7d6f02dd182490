import { type Party, partyOf, partyOfPerson } from '../../../core/party.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import { AlreadyExists } from '../../../core/ports/store.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { noteReply } from '../../../core/reply.ts';
import { type Text, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { counterOf, shapeOf, submitted } from '../acts/submit.ts';
import type { FieldValues } from '../model.ts';
import { capital, namingOf } from '../reports/naming.ts';
import { urgencyOf } from '../reports/priority.ts';
import { splitFinder } from '../splitting.ts';
import type { RequestType } from '../types/model.ts';
import { checkReply, titleOf } from './check-view.ts';
import { type Draft, refilled } from './draft.ts';
import { type Filling, formReply } from './form-view.ts';
import { knownReports } from './known.ts';
import { colleagueInput, enteredAll } from './parse.ts';
import { type FormPorts, formGone, knownType } from './ports.ts';
import { similarTo } from './similar.ts';

/** Keeps the draft under the id of its form, so that the same form sent twice is one draft. */
export async function kept({ drafts }: FormPorts, draft: Omit<Draft, 'version'>): Promise<Draft> {
  try {
    return await drafts.add(draft);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    const { doc } = await drafts.change(draft.id, (known) => {
      if (known.by !== draft.by) throw formGone();
      return refilled(known, draft);
    });
    return doc;
  }
}

export async function checkedDraft(
  ports: FormPorts,
  turn: Turn,
  draft: Draft,
  type: RequestType,
): Promise<Reply> {
  const title = titleOf(draft.fields, type, turn.language);
  const open = await ports.requests.collection.list({ where: { type: type.id, unit: draft.unit } });
  const context = ports.requests.contextAt(turn.at);
  const priority = urgencyOf(type, draft.fields);
  const asker = partyOf(turn.actor, ports.directory);
  const colleague = colleagueOf(draft, ports.directory);
  const { unit, fields } = draft;
  const matter = { unit, fields, requester: asker, colleague, priority };
  // Titles of another unit's requests are not for everybody, and of a report they are for nobody else.
  const ofOffice = type.report === undefined && asker.unit === unit;
  const theirs = open.filter(({ requestedBy }) => requestedBy === asker.id || ofOffice);
  const similar = similarTo(title, theirs);
  const known = await knownReports(ports, type, draft, asker.id);
  const files = (await ports.files?.sent(turn)) ?? [];
  const asking = { unit, requester: asker, colleague };
  const bought = { ...asking, title, fields, ...shapeOf(type), createdAt: turn.at };
  const split = await splitFinder(ports.requests.collection)(bought, type);
  return checkReply(
    { draft, type, matter, context, similar, split, known, asker: asker.id, files },
    turn.language,
  );
}

/** The colleague that a draft is for, as the directory knows them now; whoever enters it for themselves needs none. */
function colleagueOf({ colleague, by }: Draft, directory: RoleDirectory): Party | undefined {
  const person = colleague === undefined || colleague === by ? undefined : directory.person(colleague);
  return person && partyOfPerson(person);
}

/** The form of a draft again, to change it before it is submitted. */
export async function editDraft(ports: FormPorts, turn: Turn, draftId: string): Promise<Reply> {
  const draft = await ownDraft(ports, turn, draftId);
  if (draft.submittedAs) return ports.requests.show(turn, draft.submittedAs);
  const type = knownType(ports, draft.type);
  const { fields, unit, roles } = draft;
  const typed = {
    ...enteredAll(fields as FieldValues, type),
    [colleagueInput]: colleagueOf(draft, ports.directory)?.name ?? '',
  };
  const again = draft.resumes ? { of: { id: draft.resumes, form: 'resubmit' as const } } : {};
  const filling: Filling = { type, typed, unit, errors: {}, roles, draft: draft.id, ...again };
  return formReply(filling, ports.directory, turn.language);
}

/** Submits a draft: once, however often it is asked for. */
export async function submitDraft(ports: FormPorts, turn: Turn, draftId: string): Promise<Reply> {
  if ((await ownDraft(ports, turn, draftId)).unfilled) throw formGone();
  const context = ports.requests.contextAt(turn.at);
  const requester = partyOf(turn.actor, ports.directory);
  const { doc: draft, isChanged } = await ports.drafts.change(
    draftId,
    (current, [counter]) => {
      if (current.submittedAs) return undefined;
      const type = knownType(ports, current.type);
      const { request, also } = submitted(
        {
          type,
          title: titleOf(current.fields, type, turn.language),
          fields: current.fields,
          requester,
          colleague: colleagueOf(current, ports.directory),
          unit: current.unit,
          language: turn.language,
          resumes: current.resumes,
          origin: current.origin,
          originFields: current.originFields,
        },
        counter,
        context,
      );
      return { doc: { ...current, submittedAs: request.id }, also };
    },
    [counterOf(context)],
  );
  const id = draft.submittedAs ?? '';
  const added = isChanged ? await ports.files?.addWaiting(turn, id) : undefined;
  const said = [thanks(knownType(ports, draft.type)), ...(added ? [added] : [])];
  const remark = said.map((text) => text[turn.language]).join(' ');
  return ports.requests.show(turn, id, { remark });
}

function thanks(type: Pick<RequestType, 'report'>): Text {
  const { the, isReport } = namingOf(type);
  return isReport
    ? capital({
        de: `${the.de} ist gemeldet. Sie erfahren hier, was daraus wird.`,
        en: `${the.en} has been reported. You will hear here what becomes of it.`,
      })
    : {
        de: 'Ihr Antrag ist eingereicht. Sie erfahren hier von jedem Schritt.',
        en: 'Your request has been submitted. You will hear of every step here.',
      };
}

/** Instead of reporting the same thing once more: the draft goes, and the person joins the report that is known. */
export async function joinInstead(
  ports: FormPorts,
  turn: Turn,
  draftId: string,
  report: string,
): Promise<Reply> {
  const reply = await ports.requests.actAndShow(turn, report, 'join', {});
  const draft = await ports.drafts.get(draftId);
  const isTheirs = draft?.by === partyOf(turn.actor, ports.directory).id;
  if (draft && isTheirs && !draft.submittedAs && !reply.nothingDone) await ports.drafts.remove(draftId);
  return reply;
}

/** Throws a draft away; one that was submitted stays a request. */
export async function discardDraft(ports: FormPorts, turn: Turn, draftId: string): Promise<Reply> {
  const draft = await ownDraft(ports, turn, draftId);
  if (draft.submittedAs) return ports.requests.show(turn, draft.submittedAs);
  await ports.drafts.remove(draftId);
  const title = wordsIn(turn.language)('Entwurf verworfen', 'Draft discarded');
  return noteReply(title, discarded[turn.language], turn.language);
}

const discarded = {
  de: 'Der Entwurf ist gelöscht, es wurde nichts eingereicht. „Antrag“ beginnt einen neuen.',
  en: 'The draft has been deleted, nothing was submitted. “Request” starts a new one.',
};

/** The newest draft of a person that was not submitted yet. */
export async function latestDraft(ports: FormPorts, turn: Turn): Promise<Draft> {
  const by = partyOf(turn.actor, ports.directory).id;
  const open = (await ports.drafts.list({ where: { by } })).filter(
    ({ submittedAs, unfilled }) => !submittedAs && !unfilled,
  );
  const latest = open.sort((a, b) => b.changedAt.localeCompare(a.changedAt))[0];
  if (latest) return latest;
  throw new Refusal('no-draft', {
    de: 'Es liegt kein geprüfter Entwurf von Ihnen vor. „Antrag“ beginnt einen.',
    en: 'There is no checked draft of yours. “Request” starts one.',
  });
}

async function ownDraft(ports: FormPorts, turn: Turn, draftId: string): Promise<Draft> {
  const draft = await ports.drafts.get(draftId);
  if (draft && draft.by === partyOf(turn.actor, ports.directory).id) return draft;
  throw formGone();
}
