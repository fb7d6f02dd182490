import { createHolidays } from '../../../src/adapters/calendar/holidays.ts';
import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { openBeiratRules } from '../../../src/app/beirat-rules.ts';
import { dayOf, daysBefore } from '../../../src/core/day.ts';
import { outboxCollection } from '../../../src/core/notice.ts';
import type { Party } from '../../../src/core/party.ts';
import type { Also, Change } from '../../../src/core/ports/store.ts';
import type { Context } from '../../../src/features/beirat/board/context.ts';
import { Rules } from '../../../src/features/beirat/board/rules.ts';
import type { Dispatch, DispatchKind, Invitee } from '../../../src/features/beirat/meetings/model.ts';
import { Item, type Meeting, type Plan } from '../../../src/features/beirat/meetings/model.ts';
import type { Absence, Assignment } from '../../../src/features/directory/model.ts';
import { createRoleDirectory } from '../../../src/features/directory/role-directory.ts';
import { demoDirectory, deputy, filledWith, holder, person, unit } from '../../support/directory-builder.ts';
import { orCode } from '../../support/outcome.ts';
import type { Act } from './meetings/acting.ts';
import { decide, planned, seenOf } from './meetings/acting.ts';

/** Everybody in the small Beirat that the tests play in; those without a Teams id have e-mail only. */
export const people: readonly string[] = [
  ...['lotse', 'lotse-deputy', 'chair', 'chair-deputy', 'kgrz', 'kgrz-d1', 'kgrz-d2', 'admin', 'admin-d1'],
  ...['city', 'economy', 'science', 'newcomer', 'stranger'],
];
const external: readonly string[] = ['city', 'economy', 'science'];

export const onSeat = (seat: string, who: string, more: Partial<Assignment> = {}) =>
  holder('digitaler-beirat', who, { seat, ...more });
export const standIn = (id: string, who: string, more: Partial<Assignment> = {}) =>
  deputy('digitaler-beirat', who, { seat: id, ...more });
/** Eight seats of which seven vote; `economy-2` is vacant. */
export const usual: readonly Assignment[] = [
  holder('digitallotse-wirtschaft', 'lotse'),
  deputy('digitallotse-wirtschaft', 'lotse-deputy'),
  onSeat('chair', 'chair'),
  standIn('chair', 'chair-deputy'),
  onSeat('executive', 'lotse'),
  standIn('executive', 'lotse-deputy'),
  onSeat('kgrz', 'kgrz'),
  standIn('kgrz', 'kgrz-d1'),
  standIn('kgrz', 'kgrz-d2'),
  onSeat('administration', 'admin'),
  standIn('administration', 'admin-d1'),
  onSeat('city-group', 'city'),
  onSeat('economy', 'economy'),
  onSeat('science', 'science'),
];

export const without = (...who: readonly string[]): readonly Assignment[] =>
  usual.filter((row) => !who.includes(row.person));

const model = await demoDirectory();
export const rules = await openBeiratRules();

export type Staffing = {
  readonly assignments?: readonly Assignment[];
  readonly absences?: readonly Absence[];
  readonly rules?: unknown;
};

export const away = (person: string, from = '2026-01-01', to = '2027-12-31'): Absence => ({
  person,
  from,
  to,
});

export const directoryWith = ({ assignments = usual, absences = [] }: Staffing = {}) => {
  const directory = filledWith(model, {
    units: [unit('01')],
    persons: people.map((id, at) =>
      person(id, {
        unit: '01',
        email: `${id}@example.org`,
        teamsId: external.includes(id)
          ? undefined
          : `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      }),
    ),
    assignments: [...assignments],
    absences: [...absences],
  });
  return createRoleDirectory(() => directory);
};

export const holidays = createHolidays();

export const contextAt = (now: string, staffing: Staffing = {}): Context => ({
  now,
  directory: directoryWith(staffing),
  holidays,
  rules: Rules.parse(staffing.rules ?? rules),
  digest: randomIds.digest,
});

/** Ten o'clock in Koblenz, a Wednesday. */
export const wednesday = '2026-11-25T09:00:00.000Z';

export const party = (id: string): Party => ({ id, name: `Funktion ${id}`, unit: '01' });

export const item = (id: string, more: Partial<Item> = {}): Item =>
  Item.parse({ id, title: `Punkt ${id}`, kind: 'decision', public: true, links: [], ...more });

/** Two weeks later, a Thursday; answers until a week before. */
export const plan: Plan = {
  day: '2026-12-10',
  time: '14:00',
  minutes: 120,
  place: 'Rathaus',
  items: [item('a'), item('b')],
  replyBy: '2026-12-03',
};

/** A day that is over by now was planned before it. */
export function plannedAt(now = wednesday, more: Partial<Plan> = {}, staffing?: Staffing): Meeting {
  const whole = { ...plan, ...more };
  const then = dayOf(now) < whole.day ? now : `${daysBefore(whole.day, 30)}T09:00:00.000Z`;
  return { ...planned({ plan: whole }, party('lotse'), contextAt(then, staffing), 'B-2026-1') };
}

/** The meeting after an act; the same one when nothing changed. Like the store, it counts the version. */
export function acted(meeting: Meeting, who: string, act: Act, context: Context): Meeting {
  const change = decide(meeting, act, party(who), context);
  return change ? { ...change.doc, version: meeting.version + 1 } : meeting;
}

export type Step = readonly [who: string, act: Act];

export const allActed = (meeting: Meeting, steps: readonly Step[], context: Context): Meeting =>
  steps.reduce((now, [who, act]) => acted(now, who, act, context), meeting);

export const toInvitation: readonly Step[] = [
  ['lotse', { kind: 'submit' }],
  ['chair', { kind: 'approve' }],
  ['lotse', { kind: 'invite' }],
];

export const invitedAt = (now = wednesday, staffing?: Staffing, more: Partial<Plan> = {}): Meeting => {
  const context = contextAt(now, staffing);
  const seen = seenOf({ ...plan, ...more }, context).join(' ');
  const steps = toInvitation.map(([who, act]): Step => [who, { ...act, seen } as Act]);
  return allActed(plannedAt(now, more, staffing), steps, context);
};

export const yes: Act = { kind: 'reply', answer: 'in-person', via: 'teams' };
export const no = (proxy?: string): Act => ({
  kind: 'reply',
  answer: 'no',
  reason: 'verhindert',
  ...(proxy ? { proxy } : {}),
  via: 'teams',
});

export const inviteeOf = (meeting: Meeting, who: string): Invitee => {
  const one = meeting.invitees.find((invitee) => invitee.party === who);
  if (!one) throw new Error(`${who} is not invited`);
  return one;
};

/** Who counts as invited now. */
export const activeIn = ({ invitees }: Meeting): readonly string[] =>
  invitees.filter(({ releasedAt }) => !releasedAt).map((one) => one.party);

/** The meeting with all that is on its way in a state. */
export const settled = (meeting: Meeting, state: Dispatch['state'], kind?: DispatchKind): Meeting => ({
  ...meeting,
  sending: false,
  invitees: meeting.invitees.map((one) => ({
    ...one,
    dispatches: one.dispatches.map((line) =>
      line.state === 'waiting' && (!kind || line.kind === kind) ? { ...line, state } : line,
    ),
  })),
});

/** `kind recipient` of the notices that a change owes. */
export const told = (
  change: { readonly also?: readonly Also[] | undefined } | undefined,
): readonly string[] =>
  noticesOf(change?.also).map(({ kind, recipient }) => `${String(kind).replace('beirat.', '')} ${recipient}`);

export const noticesOf = (also: readonly Also[] = []) =>
  also.filter(({ collection }) => collection === outboxCollection).map(({ doc }) => doc);

/** What becomes of an act: the new state, `nothing`, or the code of the refusal. */
export const outcome = (...given: Parameters<typeof attempt>): string => {
  const result = attempt(...given);
  return typeof result === 'string' ? result : `→ ${result.doc.state}`;
};

export function attempt(meeting: Meeting, act: Act, who: string, context: Context): Change<Meeting> | string {
  return orCode(() => decide(meeting, act, party(who), context) ?? 'nothing');
}
