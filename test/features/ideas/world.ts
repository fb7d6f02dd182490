import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { decideAct, decideTime, openCases } from '../../../src/case/cases.ts';
import { commit } from '../../../src/case/decision.ts';
import { outboxCollection } from '../../../src/core/notice.ts';
import type { Party } from '../../../src/core/party.ts';
import type { RoleDirectory } from '../../../src/core/ports/role-directory.ts';
import type { Also, Change } from '../../../src/core/ports/store.ts';
import type { Language } from '../../../src/core/text.ts';
import type { Holidays } from '../../../src/core/working-days.ts';
import type { Absence, Assignment, Directory } from '../../../src/features/directory/model.ts';
import { createRoleDirectory } from '../../../src/features/directory/role-directory.ts';
import { submitted } from '../../../src/features/ideas/acts/submit.ts';
import type { Context } from '../../../src/features/ideas/context.ts';
import { followed, type Outside } from '../../../src/features/ideas/follow.ts';
import type { Idea, Marks, Outcome, Place, Proposal } from '../../../src/features/ideas/model.ts';
import { writingIdeas } from '../../../src/features/ideas/record.ts';
import { ideaType } from '../../../src/features/ideas/type.ts';
import { type IdeaView, ideaView } from '../../../src/features/ideas/views/idea.ts';
import { demoDirectory, deputy, filledWith, holder, person, unit } from '../../support/directory-builder.ts';

/** Everybody in the small administration that the tests of ideas play in. */
export const people = [
  'staff-61',
  'staff-36',
  'lead-10.50',
  'lead-10.50-deputy',
  'digitallotse',
  'digitallotse-deputy',
  'chair',
  'chair-deputy',
  'science',
  'economy',
] as const;

const seated = (one: Assignment, seat: string): Assignment => ({ ...one, seat });
const assignments: readonly Assignment[] = [
  holder('strategisches-it-management', 'lead-10.50'),
  deputy('strategisches-it-management', 'lead-10.50-deputy'),
  holder('digitallotse-wirtschaft', 'digitallotse'),
  deputy('digitallotse-wirtschaft', 'digitallotse-deputy'),
  seated(holder('digitaler-beirat', 'chair'), 'chair'),
  seated(deputy('digitaler-beirat', 'chair-deputy'), 'chair'),
  seated(holder('digitaler-beirat', 'science'), 'science'),
  seated(holder('digitaler-beirat', 'economy'), 'economy'),
  seated(holder('digitaler-beirat', 'digitallotse'), 'executive'),
];

const model = await demoDirectory();

export type Staffing = {
  readonly assignments?: readonly Assignment[];
  readonly absences?: readonly Absence[];
};
export const usual = assignments;

export const directoryWith = (staffing: Staffing = {}): RoleDirectory => {
  const directory: Directory = filledWith(model, {
    units: ['10.50', '36', '61', '80.2'].map((id) => unit(id)),
    persons: people.map((id) =>
      person(id, { unit: id === 'staff-36' ? '36' : '61', name: `Funktion ${id}` }),
    ),
    assignments: [...(staffing.assignments ?? assignments)],
    absences: [...(staffing.absences ?? [])],
  });
  return createRoleDirectory(() => directory);
};

/** Away for the whole of the time that tests take place in. */
export const away = (who: string): Absence => ({ person: who, from: '2026-01-01', to: '2027-12-31' });

export const holidays: Holidays = { nameOf: () => undefined };

/** Monday, nine o'clock in Koblenz. */
export const monday = '2026-11-23T08:00:00.000Z';

/** The executive seat advises; all others vote. */
export const contextAt = (now: string = monday, staffing?: Staffing): Context => ({
  now,
  directory: directoryWith(staffing),
  holidays,
  digest: randomIds.digest,
  isVoting: (seat) => seat !== 'executive',
  salt: randomIds.next(),
});

export const party = (id: string): Party => ({ id, name: `Funktion ${id}`, unit: '61' });

export const proposal: Proposal = {
  title: 'Sperrmüll online anmelden',
  problem: 'Heute geht es nur am Telefon.',
  benefit: 'Weniger Anrufe',
  topic: 'citizens',
  scope: 'internal',
  links: [],
};

/** An idea as it is right after its submission. */
export const ideaOf = (submitter: string, more: Partial<Proposal> = {}, context = contextAt()): Idea =>
  submitted(
    { proposal: { ...proposal, ...more }, submitter: party(submitter), language: 'de' },
    undefined,
    context,
  ).idea;

export const type = ideaType({
  similar: async () => [],
  becomes: () => [],
  find: async () => undefined,
  openRequest: async () => {
    throw new Error('nobody makes a request here');
  },
});
const cases = openCases(type, { store: createMemoryStore(), directory: directoryWith(), contextAt });

/** What somebody does, as tests write it; `visit` is the revision that a card was drawn for. */
export type Act = { readonly visit?: number } & (
  | { readonly kind: 'support'; readonly on: boolean }
  | { readonly kind: 'answer' | 'ask' | 'decline' | 'finish'; readonly note: string }
  | { readonly kind: 'withdraw'; readonly note?: string }
  | { readonly kind: 'review' | 'offer' | 'recall' }
  | { readonly kind: 'present'; readonly presents: boolean }
  | { readonly kind: 'evaluate'; readonly outcome: Outcome; readonly way: string }
  | { readonly kind: 'score'; readonly marks: Marks; readonly comment?: string }
);

/** As a card, a page or typed words carry it. */
function dataOf(act: Act): { readonly kind: string } {
  if (act.kind === 'support') return { kind: act.on ? 'support' : 'unsupport' };
  if (act.kind !== 'score') return act;
  const { marks: given, ...rest } = act;
  return { ...rest, ...given };
}

/** What an act makes of an idea as one write. */
export const decide = (idea: Idea, act: Act, by: Party, context: Context): Change<Idea> | undefined =>
  decideAct(type, idea, dataOf(act), by, context);

export const merge = (
  idea: Idea,
  target: Idea | undefined,
  { of, visit, sure = true }: { readonly of: string; readonly visit?: number; readonly sure?: boolean },
  by: Party,
  context: Context,
): Change<Idea> | undefined =>
  decideAct(
    type,
    idea,
    { kind: 'merge', number: of, sure, ...(visit === undefined ? {} : { visit }) },
    by,
    context,
    ({ id }) => (id === of && target ? { ...target } : undefined),
  );

/** Undoes it. @param target the idea that it went on in */
export const unmerge = (idea: Idea, target: Idea, by: Party, context: Context): Change<Idea> | undefined =>
  decideAct(type, idea, { kind: 'unmerge' }, by, context, ({ id }) =>
    id === target.id ? { ...target } : undefined,
  );

/** What the morning makes of it. */
export const look = (idea: Idea, context: Context): Change<Idea> =>
  decideTime(type, idea, context) ?? { doc: idea };

/** What meetings and requests make of it. */
export function follow(idea: Idea, outside: Outside, context: Context): Change<Idea> | undefined {
  const decision = followed(idea, outside, context);
  return decision && commit(decision, writingIdeas(context), context);
}

/** Acts that somebody is offered. */
export const offered = (idea: Idea, who: string, context = contextAt()): readonly string[] =>
  cases.offered(idea, { id: who, name: who }, context);

/** The card as somebody sees it. */
export function viewOf(idea: Idea, id: string, context = contextAt(), language: Language = 'de'): IdeaView {
  const can = (kind: string) => offered(idea, id, context).includes(kind);
  return ideaView(idea, { id, name: id, language }, context, {
    can,
    why: () => undefined,
    similar: [],
    becomes: [],
  });
}

/** The idea after an act; the same one when nothing changed. Like the store, it counts the version. */
export function acted(idea: Idea, who: string, act: Act, context = contextAt()): Idea {
  const change = decide(idea, act, party(who), context);
  return change ? { ...change.doc, version: idea.version + 1 } : idea;
}

export const allActed = (
  idea: Idea,
  acts: readonly (readonly [string, Act])[],
  context = contextAt(),
): Idea => acts.reduce((now, [who, act]) => acted(now, who, act, context), idea);

export const place = (more: Partial<Place> = {}): Place => ({
  meeting: 'B-2026-1',
  meetingLabel: 'B-2026/1',
  item: 4,
  day: '2026-12-03',
  state: 'invited',
  ...more,
});

/** The idea after what meetings and requests say. */
export function told(idea: Idea, outside: Partial<Outside>, context = contextAt()): Idea {
  const change = follow(idea, { place: idea.place, request: undefined, ...outside }, context);
  return change ? { ...change.doc, version: idea.version + 1 } : idea;
}

export const note = 'weil es so ist';
export const marks = (benefit: number, effort = 2, feasibility = 3, urgency = 4): Marks => ({
  benefit,
  effort,
  feasibility,
  urgency,
});
export const scoring = (benefit: number, comment?: string): Act => ({
  kind: 'score',
  marks: marks(benefit),
  ...(comment ? { comment } : {}),
});

/** One idea in every situation that ideas can be in. */
export function everySituation() {
  const start = ideaOf('staff-61');
  const asked = acted(start, 'lead-10.50', { kind: 'ask', note });
  const reviewed = acted(start, 'lead-10.50', { kind: 'review' });
  const offered = acted(reviewed, 'lead-10.50', { kind: 'offer' });
  const invited = told(offered, { place: place() });
  const all = ['chair', 'science', 'economy'].map((who) => [who, scoring(4)] as const);
  const revealed = allActed(invited, all);
  const evaluated = acted(reviewed, 'lead-10.50', { kind: 'evaluate', outcome: 'feasible', way: note });
  const request = { id: 'IT-2026-0001', state: 'open' as const };
  const handedOver = told(evaluated, { request });
  return {
    submitted: start,
    'needs-info': asked,
    'under-review': reviewed,
    'offered, on no agenda': offered,
    'being scored': invited,
    'scored by all': revealed,
    evaluated,
    'handed-over': handedOver,
    done: told(handedOver, { request: { ...request, state: 'done' } }),
    declined: acted(start, 'lead-10.50', { kind: 'decline', note }),
    withdrawn: acted(start, 'staff-61', { kind: 'withdraw' }),
  } satisfies Record<string, Idea>;
}

/** Ids of the notices that a change owes, without the number of the idea. */
export const noticesOf = (also: readonly Also[] = []): readonly string[] =>
  also
    .filter(({ collection }) => collection === outboxCollection)
    .map(({ doc }) => doc.id.replace(/^ID-\d+-\d+ /, ''));
