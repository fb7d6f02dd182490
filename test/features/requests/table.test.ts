import { describe, expect, test } from '@jest/globals';
import type { Context } from '../../../src/features/requests/model.ts';
import { ends, type Request } from '../../../src/features/requests/model.ts';
import { deputy, holder } from '../../support/directory-builder.ts';
import { orCode } from '../../support/outcome.ts';
import {
  type Act,
  acted,
  allActed,
  away,
  contextAt,
  decide,
  party,
  people,
  type Staffing,
  submittedBy,
  usual,
} from './world.ts';

/*
 * Every situation × every act × every person: what becomes of it. A cell says `→ state at step`, `nothing`, or the code
 * of the refusal. One more deputy and one more holder than usual, so that everything can be passed on.
 */

const staffing: Staffing = {
  assignments: [...usual, deputy('fachadministratoren', 'digitallotse', { application: 'bau' })],
};
const now = contextAt('2026-11-23T10:00:00.000Z', staffing);
const note = 'weil es so ist';
const yes: Act = { kind: 'approve' };

const start = submittedBy('staff-61', { application: 'bau', costs: 2_000_000 }, { staffing });
const recommended = allActed(start, [['itb-61', yes]], staffing);
const heard = allActed(recommended, [['fa-bau', { kind: 'opinion', note }]], staffing);
const granted = allActed(heard, [['lead-10.50', yes]], staffing);
const approved = allActed(
  granted,
  [
    ['board-1', yes],
    ['board-2', yes],
  ],
  staffing,
);
const inProgress = allActed(approved, [['support-kgrz', { kind: 'take' }]], staffing);
const asked: Act = { kind: 'ask', note };

type Situation = {
  readonly name: string;
  readonly request: Request;
  /** Who may act at the step. */
  readonly theirs: readonly string[];
  /** To whom they may pass it on. */
  readonly other: string;
  /** What becomes of their acts. */
  readonly cells: Readonly<Record<string, string>>;
};

const deciding = (approve: string, reject = '→ rejected') => ({
  approve,
  reject,
  opinion: 'not-for-opinion',
  take: 'not-for-work',
  finish: 'not-for-work',
});
const working = (take: string) => ({
  approve: 'not-for-decision',
  reject: 'not-for-decision',
  opinion: 'not-for-opinion',
  take,
  finish: '→ done',
});
const waiting = Object.fromEntries(
  ['approve', 'reject', 'opinion', 'pass-on', 'take', 'finish'].map((kind) => [kind, 'waits-for-answer']),
);

const situations: readonly Situation[] = [
  {
    name: 'waits for a recommendation',
    request: start,
    theirs: ['itb-61'],
    other: 'itb-61-deputy',
    cells: {
      // A recommendation is no veto.
      ...deciding('→ in-approval at heard', '→ in-approval at heard'),
      ask: '→ returned at unit',
      'pass-on': '→ in-approval at unit',
      override: '→ in-approval at heard',
      assign: 'cannot-receive',
    },
  },
  {
    name: 'waits for an opinion',
    request: recommended,
    theirs: ['fa-bau'],
    other: 'digitallotse',
    cells: {
      ...working('not-for-work'),
      opinion: '→ in-approval at granted',
      finish: 'not-for-work',
      ask: '→ returned at heard',
      'pass-on': '→ in-approval at heard',
      override: '→ in-approval at granted',
      assign: '→ in-approval at heard',
    },
  },
  {
    name: 'waits for an approval',
    request: heard,
    theirs: ['lead-10.50'],
    other: 'lead-10.50-deputy',
    cells: {
      ...deciding('→ in-approval at board'),
      ask: '→ returned at granted',
      'pass-on': '→ in-approval at granted',
      override: 'not-below',
      assign: 'cannot-receive',
    },
  },
  {
    name: 'waits for a vote of three',
    request: granted,
    theirs: ['board-1', 'board-2', 'board-3'],
    other: 'board-1',
    cells: {
      ...deciding('→ in-approval at board', '→ in-approval at board'),
      ask: '→ returned at board',
      'pass-on': 'votes-together',
      override: 'not-below',
      assign: 'not-below',
    },
  },
  {
    name: 'waits for an answer',
    request: allActed(heard, [['lead-10.50', asked]], staffing),
    theirs: ['lead-10.50'],
    other: 'lead-10.50-deputy',
    cells: {
      ...waiting,
      ask: 'nothing',
      answer: '→ in-approval at granted',
      override: 'not-below',
      assign: 'cannot-receive',
    },
  },
  {
    name: 'is approved',
    request: approved,
    theirs: ['support-kgrz'],
    other: 'betrieb-kgrz',
    cells: {
      ...working('→ in-progress at provided'),
      ask: '→ returned at provided',
      'pass-on': '→ approved at provided',
      override: 'not-for-decision',
      assign: '→ approved at provided',
    },
  },
  {
    name: 'is in progress',
    request: inProgress,
    theirs: ['support-kgrz'],
    other: 'betrieb-kgrz',
    cells: {
      ...working('nothing'),
      ask: '→ returned at provided',
      'pass-on': '→ approved at provided',
      withdraw: 'in-work',
      override: 'not-for-decision',
      assign: '→ approved at provided',
    },
  },
  ...(
    [
      ['is done', allActed(inProgress, [['support-kgrz', { kind: 'finish', note }]], staffing)],
      ['is rejected', allActed(heard, [['lead-10.50', { kind: 'reject', note }]], staffing)],
      ['is withdrawn', allActed(start, [['staff-61', { kind: 'withdraw' }]], staffing)],
    ] as const
  ).map(([name, request]) => ({ name, request, theirs: [], other: 'betrieb-kgrz', cells: {} })),
];

const actsOn = ({ other }: Situation): readonly Act[] => [
  yes,
  { kind: 'reject', note },
  { kind: 'opinion', note },
  asked,
  { kind: 'pass-on', note, to: other },
  { kind: 'take' },
  { kind: 'finish', note },
  { kind: 'answer', note },
  { kind: 'withdraw' },
  { kind: 'override', note, decision: 'approve' },
  { kind: 'override', note, decision: 'reject' },
  { kind: 'assign', note, to: 'betrieb-kgrz' },
];

const keepers = ['lead-10.50', 'lead-10.50-deputy'];

function expected({ request, theirs, cells, other }: Situation, act: Act, who: string): string {
  if (ends.includes(request.state)) return 'nothing';
  switch (act.kind) {
    case 'answer':
      return who === 'staff-61' ? (cells.answer ?? 'not-returned') : 'only-requester';
    case 'withdraw':
      return who === 'staff-61' ? (cells.withdraw ?? '→ withdrawn') : 'only-requester';
    case 'override':
      if (!keepers.includes(who)) return 'only-10.50';
      if (cells.override === 'not-below') return 'not-below';
      return act.decision === 'reject' ? '→ rejected' : String(cells.override);
    case 'assign':
      return keepers.includes(who) ? String(cells.assign) : 'only-10.50';
    case 'pass-on':
      // Nobody can pass a step on to themselves; where all vote together nobody can at all.
      if (theirs.includes(who) && other === who) return String(cells['pass-on']);
      break;
    default:
  }
  return theirs.includes(who) ? String(cells[act.kind]) : 'not-yours';
}

function outcome(request: Request, act: Act, who: string, context: Context = now): string {
  return orCode(() => {
    const change = decide(request, act, party(who), context);
    if (!change) return 'nothing';
    return [`→ ${change.doc.state}`, change.doc.open?.step].filter(Boolean).join(' at ');
  });
}

const everybody = people.map(([id]) => id);

describe.each(situations)('a request that $name', (situation) => {
  test.each(actsOn(situation).map((act) => ({ act, title: JSON.stringify(act) })))(
    'answers $title as the table says, whoever acts',
    ({ act }) => {
      const cells = (of: (who: string) => string) =>
        Object.fromEntries(everybody.map((who) => [who, of(who)]));
      expect(cells((who) => outcome(situation.request, act, who))).toEqual(
        cells((who) => expected(situation, act, who)),
      );
    },
  );

  test('changes nothing for a card that was drawn before the present step', () => {
    for (const act of actsOn(situation).filter(({ kind }) => kind !== 'withdraw')) {
      for (const who of everybody)
        expect(outcome(situation.request, { ...act, visit: 0 } as Act, who)).toBe('nothing');
    }
  });
});

test('the table has no gap: every state of a request is one of its situations', () => {
  const states = situations.map(({ request }) => request.state);
  expect(new Set(states)).toEqual(
    new Set(['in-approval', 'returned', 'approved', 'in-progress', 'done', 'rejected', 'withdrawn']),
  );
});

describe('who acts at a recommendation, as people come and go', () => {
  const at = (who: string, of: Request, more: Staffing = {}) =>
    outcome(of, yes, who, contextAt('2026-11-23T10:00:00.000Z', more));
  const twice = [...usual, holder('it-beauftragte', 'staff-36', { unit: '61' })];
  const own = submittedBy('itb-61');
  const table: readonly (readonly [string, Request, Staffing, readonly string[]])[] = [
    ['the holder', start, {}, ['itb-61']],
    ['the deputy while the holder is away', start, { absences: [away('itb-61')] }, ['itb-61-deputy']],
    [
      'the role above while both are away',
      start,
      { absences: [away('itb-61'), away('itb-61-deputy')] },
      ['lead-10.50'],
    ],
    ['both of two holders', start, { assignments: twice }, ['itb-61', 'staff-36']],
    [
      'the deputy beside the holder who is still there',
      start,
      { assignments: twice, absences: [away('itb-61')] },
      ['staff-36', 'itb-61-deputy'],
    ],
    ['the deputy when the holder asks', own, {}, ['itb-61-deputy']],
    ['the role above when nobody else is left', own, { absences: [away('itb-61-deputy')] }, ['lead-10.50']],
    ['nobody when nobody holds any role', own, { assignments: [] }, []],
  ];

  test.each(table)('is %s', (_who, request, more, mayAct) => {
    const allowed = everybody.filter((who) => at(who, request, more).startsWith('→'));
    expect(new Set(allowed)).toEqual(new Set(mayAct));
  });

  test('never is the requester, who is told why', () => {
    expect(at('itb-61', own)).toBe('own-request');
    expect(at('staff-61', start)).toBe('not-yours');
  });

  test('is not 10.50 by override when 10.50 itself asks', () => {
    const ofLead = submittedBy('lead-10.50', {}, { unit: '61' });
    expect(outcome(ofLead, { kind: 'override', note, decision: 'approve' }, 'lead-10.50')).toBe(
      'own-request',
    );
    expect(outcome(ofLead, { kind: 'assign', note, to: 'lead-10.50' }, 'lead-10.50-deputy')).toBe(
      'cannot-receive',
    );
  });
});

describe('a sentence is asked for', () => {
  test.each([
    ['a rejection', start, 'itb-61', { kind: 'reject', note: '  ' }],
    ['a question', start, 'itb-61', { kind: 'ask', note: '' }],
    ['passing on', start, 'itb-61', { kind: 'pass-on', note: '', to: 'itb-61-deputy' }],
    ['an opinion', recommended, 'fa-bau', { kind: 'opinion', note: '' }],
    ['finishing', inProgress, 'support-kgrz', { kind: 'finish', note: '' }],
    ['an answer that changes nothing', acted(start, 'itb-61', asked, now), 'staff-61', { kind: 'answer' }],
    ['an override', start, 'lead-10.50', { kind: 'override', note: '', decision: 'reject' }],
    ['an assignment', start, 'lead-10.50', { kind: 'assign', note: '', to: 'fa-bau' }],
  ] as const)('for %s', (_what, request, who, act) => {
    expect(outcome(request, act, who)).toBe('reason-missing');
  });
});
