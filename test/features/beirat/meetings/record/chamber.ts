import { createHolidays } from '../../../../../src/adapters/calendar/holidays.ts';
import { randomIds } from '../../../../../src/adapters/clock/random-ids.ts';
import { openBeiratRules } from '../../../../../src/app/beirat-rules.ts';
import { labelOf } from '../../../../../src/core/case-number.ts';
import { type Notice, outboxCollection } from '../../../../../src/core/notice.ts';
import { type Party, partyOfPerson } from '../../../../../src/core/party.ts';
import type { Context } from '../../../../../src/features/beirat/board/context.ts';
import { itemQuorum } from '../../../../../src/features/beirat/meetings/attendance.ts';
import type { Presence } from '../../../../../src/features/beirat/meetings/model.ts';
import {
  type Held,
  type Item,
  isHeld,
  Meeting,
  type Plan,
} from '../../../../../src/features/beirat/meetings/model.ts';
import { createRoleDirectory } from '../../../../../src/features/directory/role-directory.ts';
import { demoDirectory } from '../../../../support/directory-builder.ts';
import type { Act } from '../acting.ts';
import { decide, planned } from '../acting.ts';

/** Seven voting seats, one of them vacant; four are a quorum. */
export const office = 'digitallotse';
export const chair = 'vorsitz-beirat';
export const experts = [
  'werkleitung-kgrz',
  'beirat-verwaltung',
  'beirat-stadtkonzern',
  'beirat-wirtschaft',
  'beirat-wissenschaft',
] as const;

const model = await demoDirectory();
const rules = await openBeiratRules();
const directory = createRoleDirectory(() => model);
const holidays = createHolidays();

export const before = '2026-11-24T10:00:00.000Z';
/** Ten past two in Koblenz, on the day of the meeting. */
export const meetingDay = '2026-12-10T13:10:00.000Z';
export const weekLater = '2026-12-17T09:00:00.000Z';
/** The day after the last for objections to minutes that were sent on the day of the meeting. */
export const afterwards = '2026-12-25T09:00:00.000Z';

export const contextAt = (now: string): Context => ({
  now,
  directory,
  holidays,
  rules,
  digest: randomIds.digest,
});

export const party = (id: string): Party => {
  const person = directory.person(id);
  return person ? partyOfPerson(person) : { id, name: id };
};
export const nameOf = (id: string): string => party(id).name;

const item = (id: string, more: Partial<Item> = {}): Item => ({
  id,
  title: `Punkt ${id}`,
  kind: 'decision',
  public: false,
  links: [],
  ...more,
});

export const plan: Plan = {
  day: '2026-12-10',
  time: '14:00',
  minutes: 120,
  place: 'Rathaus, Sitzungsraum 101',
  items: [
    item('welcome', { title: 'Begrüßung', kind: 'information', public: true }),
    item('report', { title: 'Bericht', public: true, rapporteur: 'Digitallotse Wirtschaft' }),
    item('secret', {
      title: 'Vergabe',
      links: [{ title: 'Vorlage 12', url: 'https://dms.example.org/12' }],
    }),
  ],
  replyBy: '2026-12-03',
};

/** The meeting after an act; the same one when nothing changed. Like the store it reads and counts. */
export function acted(meeting: Meeting, who: string, act: Act, at: string): Meeting {
  const change = decide(meeting, allVotes(meeting, act), party(who), contextAt(at));
  if (!change) return meeting;
  return Meeting.parse(JSON.parse(JSON.stringify({ ...change.doc, version: meeting.version + 1 })));
}

/** Who is there and not counted did not vote, unless the test says so. */
function allVotes(meeting: Meeting, act: Act): Act {
  if (act.kind !== 'resolve' || act.none !== undefined || !meeting.session) return act;
  const conflicts = (act.also?.excluded ?? []).map((one) => ({ item: act.item, party: one }));
  const session = conflicts.length > 0 ? { ...meeting.session, conflicts } : meeting.session;
  const { there } = itemQuorum(meeting, act.item, session);
  const none = there - act.yes - act.no - act.abstain;
  return none > 0 && Number.isInteger(none) && none < there ? { ...act, none } : act;
}

/** What an act owes to whom: `beirat.minutes vorsitz-beirat`. */
export function owedBy(meeting: Meeting, who: string, act: Act, at: string): readonly string[] {
  const { also = [] } = decide(meeting, act, party(who), contextAt(at)) ?? {};
  return also
    .filter(({ collection }) => collection === outboxCollection)
    .map(({ doc }) => doc as unknown as Notice)
    .map(({ kind, recipient }) => `${kind} ${recipient}`);
}

export const allActed = (meeting: Meeting, at: string, acts: readonly (readonly [string, Act])[]): Meeting =>
  acts.reduce((now, [who, act]) => acted(now, who, act, at), meeting);

export function invitedTo(given: Plan = plan, secondOf?: string): Meeting {
  const meeting = planned({ plan: given, secondOf }, party(office), contextAt(before));
  return arrived(
    allActed(meeting, before, [
      [office, { kind: 'submit' }],
      [chair, { kind: 'approve' }],
      [office, { kind: 'invite' }],
    ]),
  );
}

/** What is on its way has arrived at once. */
export const arrived = (meeting: Meeting, at?: string): Meeting => ({
  ...meeting,
  sending: false,
  invitees: meeting.invitees.map((one) => ({
    ...one,
    dispatches: one.dispatches.map((line) => ({ ...line, state: 'sent' as const, since: at ?? line.at })),
  })),
});

export const invited = invitedTo();

/** Everybody has answered in one way or another: five seats will be there. */
export const answered = allActed(invited, before, [
  [chair, { kind: 'reply', answer: 'in-person', via: 'teams' }],
  ['beirat-verwaltung', { kind: 'reply', answer: 'in-person', via: 'teams' }],
  ['beirat-stadtkonzern', { kind: 'reply', answer: 'online', via: 'mail' }],
  ['beirat-wirtschaft', { kind: 'reply', answer: 'in-person', via: 'mail' }],
  ['werkleitung-kgrz', { kind: 'reply', answer: 'no', reason: 'Urlaub', via: 'teams' }],
  ['betrieb-kgrz', { kind: 'reply', answer: 'in-person', via: 'teams' }],
]);

export const opening = (presence: Readonly<Record<string, Presence>> = {}): Act => ({
  kind: 'hold',
  startedAt: '14:05',
  guests: 'Amt 61 zu TOP 2',
  presence,
});

export const heldWith = (presence: Readonly<Record<string, Presence>> = {}, meeting = answered): Held =>
  mustBeHeld(acted(meeting, office, opening(presence), meetingDay));

export function mustBeHeld(meeting: Meeting): Held {
  if (!isHeld(meeting)) throw new Error('not held');
  return meeting;
}

export const held = heldWith();

export const voting = (
  votes: readonly [number, number, number],
  more: Partial<Extract<Act, { kind: 'resolve' }>> = {},
): Act => ({
  kind: 'resolve',
  item: 'report',
  wording: 'Der Beirat empfiehlt den Antrag.',
  yes: votes[0],
  no: votes[1],
  abstain: votes[2],
  ...more,
});

export const recorded = mustBeHeld(
  allActed(held, meetingDay, [
    [office, { kind: 'note', item: 'report', text: 'Der Bericht wird zur Kenntnis genommen.' }],
    [office, voting([4, 1, 0], { owner: 'Amt 80', dueDay: '2027-01-31' })],
    [office, { kind: 'conflict', item: 'secret', party: 'beirat-wirtschaft', note: 'bietet selbst an' }],
    [office, voting([4, 0, 0], { item: 'secret', wording: 'Der Auftrag wird vergeben.' })],
    [office, { kind: 'end', endedAt: '16:10' }],
  ]),
);
/** With the chair, who has not read the minutes yet. */
export const submitted = mustBeHeld(acted(recorded, office, { kind: 'send-minutes' }, meetingDay));
export const sent = mustBeHeld(acted(submitted, chair, { kind: 'release-minutes' }, meetingDay));
export const objected = mustBeHeld(
  acted(sent, chair, { kind: 'object', text: 'TOP 2 fehlt etwas.' }, weekLater),
);
export const label = labelOf(invited);
