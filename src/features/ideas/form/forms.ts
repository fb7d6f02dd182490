import { z } from 'zod';
import { dayOf } from '../../../core/day.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import { AlreadyExists, type Collection } from '../../../core/ports/store.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { noteReply } from '../../../core/reply.ts';
import { type Text, wordsIn } from '../../../core/text.ts';
import type { ActionTurn, Turn } from '../../../core/turn.ts';
import { counterOf, submitted } from '../acts/submit.ts';
import type { Ideas } from '../context.ts';
import { Proposal } from '../model.ts';
import { askedOf, reviewersOf } from '../policy.ts';
import { similarIdeas } from '../search/similar.ts';
import { checkReply } from './check-view.ts';
import { type Draft, expiryOf } from './draft.ts';
import { formReply } from './form-view.ts';
import { parseForm, typedIn, typedOf } from './parse.ts';

/** What the forms work with. */
export type FormDesk = {
  readonly ideas: Ideas;
  readonly directory: RoleDirectory;
  readonly drafts: Collection<Draft>;
  readonly newId: () => string;
  /** Files that the person has sent and that go with what is submitted. */
  readonly files?: FormFiles | undefined;
};

export type FormFiles = {
  readonly sent: (turn: Turn) => Promise<readonly { readonly name: string }[]>;
  /** @returns the sentence that says what was added */
  readonly addWaiting: (turn: Turn, id: string) => Promise<Text | undefined>;
};

/** What leads to the form: nothing, a title that was typed, or a sentence with the roles that answer it. */
export type Opening = {
  readonly title?: string | undefined;
  /** What it is about. */
  readonly problem?: string | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly responsible?: string | undefined;
};

/** The empty form, or one with a title in it. */
export function openForm(
  desk: FormDesk,
  turn: Turn,
  { title = '', problem = '', roles = [], responsible }: Opening,
): Reply {
  const { unit } = desk.ideas.viewerOf(turn);
  const company = passesOn(desk, turn);
  const typed = {
    ...typedIn({}),
    title: title.slice(0, 100),
    problem: problem.slice(0, 1000),
    unit: unit ?? '',
    scope: company ? 'city' : 'internal',
  };
  const filling = { draft: desk.newId(), typed, errors: {}, roles, responsible, company };
  return formReply(filling, desk.directory, turn.language);
}

/** Whether this person passes on what companies propose: the Digitallotse and the deputy. */
const passesOn = (desk: FormDesk, turn: Turn): boolean =>
  desk.directory.holdsRole(desk.ideas.viewerOf(turn).id, 'digitallotse-wirtschaft', {}, dayOf(turn.at));

const Sent = z.looseObject({
  draft: z.string().regex(/^[\w-]{1,60}$/),
  roles: z.array(z.string().max(60)).max(10).catch([]),
});

/** Takes a filled-in form: back with every error at its field, or on to the check. */
export async function checkForm(desk: FormDesk, turn: ActionTurn): Promise<Reply> {
  const sent = Sent.safeParse(turn.data).data;
  if (!sent) throw formGone();
  const company = passesOn(desk, turn);
  const { typed, proposal, errors } = parseForm(turn.data, desk.directory, company);
  if (!proposal) {
    const filling = { draft: sent.draft, typed, errors, roles: sent.roles, company };
    return formReply(filling, desk.directory, turn.language);
  }
  const by = desk.ideas.viewerOf(turn).id;
  const draft = await kept(desk, {
    id: sent.draft,
    by,
    ...proposal,
    changedAt: turn.at,
    dueAt: expiryOf(turn.at),
  });
  return draft.submittedAs ? desk.ideas.show(turn, draft.submittedAs) : checkedDraft(desk, turn, draft);
}

/** Keeps the draft under the id of its form, so that the same form sent twice is one draft. */
async function kept({ drafts }: FormDesk, draft: Omit<Draft, 'version'>): Promise<Draft> {
  try {
    return await drafts.add(draft);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    const { doc } = await drafts.change(draft.id, (known) => {
      if (known.by !== draft.by) throw formGone();
      return known.submittedAs ? undefined : { doc: draft };
    });
    return doc;
  }
}

async function checkedDraft(desk: FormDesk, turn: Turn, draft: Draft): Promise<Reply> {
  const context = desk.ideas.contextAt(turn.at);
  const proposal = proposalOf(draft);
  const [reviewer] = askedOf(
    reviewersOf({ scope: draft.scope, submittedBy: draft.by, company: draft.company }, context),
  );
  const similar = similarIdeas(proposal, await desk.ideas.collection.list());
  const files = (await desk.files?.sent(turn)) ?? [];
  return checkReply({ draft: draft.id, proposal, reviewer, similar, files, context }, turn.language);
}

const proposalOf = (draft: Draft): Proposal => {
  const { title, problem, benefit, gains, topic, unit, scope, company, links } = draft;
  return Proposal.parse({ title, problem, benefit, gains, topic, unit, scope, company, links });
};

/** The form of a draft again, to change it before it is submitted. */
export async function editDraft(desk: FormDesk, turn: Turn, draftId: string): Promise<Reply> {
  const draft = await ownDraft(desk, turn, draftId);
  if (draft.submittedAs) return desk.ideas.show(turn, draft.submittedAs);
  const typed = typedOf(proposalOf(draft));
  const filling = { draft: draft.id, typed, errors: {}, roles: [], company: passesOn(desk, turn) };
  return formReply(filling, desk.directory, turn.language);
}

/** Submits a draft: once, however often it is asked for. */
export async function submitDraft(desk: FormDesk, turn: Turn, draftId: string): Promise<Reply> {
  await ownDraft(desk, turn, draftId);
  const context = desk.ideas.contextAt(turn.at);
  const { id, name, unit } = desk.ideas.viewerOf(turn);
  const submitter = { id, name, ...(unit ? { unit } : {}) };
  const { doc: draft, isChanged } = await desk.drafts.change(
    draftId,
    (current, [counter]) => {
      if (current.submittedAs) return undefined;
      const submission = { proposal: proposalOf(current), submitter, language: turn.language };
      const { idea, also } = submitted(submission, counter, context);
      return { doc: { ...current, submittedAs: idea.id }, also };
    },
    [counterOf(context)],
  );
  // The same form sent again, perhaps weeks later, is no news.
  if (!isChanged) return desk.ideas.show(turn, draft.submittedAs ?? '');
  const added = await desk.files?.addWaiting(turn, draft.submittedAs ?? '');
  const remark = [thanks, ...(added ? [added] : [])].map((text) => text[turn.language]).join(' ');
  return desk.ideas.show(turn, draft.submittedAs ?? '', { remark });
}

const thanks = {
  de: 'Danke! Ihre Idee ist eingereicht. Sie erfahren hier von jedem Schritt.',
  en: 'Thank you! Your idea has been submitted. You will hear of every step here.',
};

/** Throws a draft away; one that was submitted stays an idea. */
export async function discardDraft(desk: FormDesk, turn: Turn, draftId: string): Promise<Reply> {
  const draft = await ownDraft(desk, turn, draftId);
  if (draft.submittedAs) return desk.ideas.show(turn, draft.submittedAs);
  await desk.drafts.remove(draftId);
  const title = wordsIn(turn.language)('Entwurf verworfen', 'Draft discarded');
  return noteReply(title, discarded[turn.language], turn.language);
}

const discarded = {
  de: 'Der Entwurf ist gelöscht, es wurde nichts eingereicht. „Idee“ beginnt einen neuen.',
  en: 'The draft has been deleted, nothing was submitted. “Idea” starts a new one.',
};

/** The newest draft of a person that was not submitted yet. */
export async function latestDraft(desk: FormDesk, turn: Turn): Promise<Draft> {
  const by = desk.ideas.viewerOf(turn).id;
  const open = (await desk.drafts.list({ where: { by } })).filter(({ submittedAs }) => !submittedAs);
  const latest = open.sort((a, b) => b.changedAt.localeCompare(a.changedAt))[0];
  if (latest) return latest;
  throw new Refusal('no-draft', {
    de: 'Es liegt kein geprüfter Entwurf einer Idee von Ihnen vor. „Idee“ beginnt einen.',
    en: 'There is no checked draft of an idea of yours. “Idea” starts one.',
  });
}

async function ownDraft(desk: FormDesk, turn: Turn, draftId: string): Promise<Draft> {
  const draft = await desk.drafts.get(draftId);
  if (draft && draft.by === desk.ideas.viewerOf(turn).id) return draft;
  throw formGone();
}

const formGone = () =>
  new Refusal('draft-gone', {
    de: 'Dieses Formular gehört jemand anderem oder ist nicht mehr da; Entwürfe werden nach 30 Tagen gelöscht. „Idee“ beginnt ein neues.',
    en: 'This form is somebody else’s or no longer there; drafts are deleted after 30 days. “Idea” starts a new one.',
  });
