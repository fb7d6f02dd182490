import { describe, expect, test } from '@jest/globals';
import { type Idea, states } from '../../../src/features/ideas/model.ts';
import { outcomeOf } from '../../support/outcome.ts';
import {
  type Act,
  contextAt,
  decide,
  everySituation,
  note,
  offered,
  party,
  people,
  scoring,
  viewOf,
} from './world.ts';

/*
 * Every situation × every act × every person: what becomes of it. A cell says `→ state`, `nothing`, or the code of the
 * refusal.
 */

const now = contextAt();
const situations = everySituation();
type Name = keyof typeof situations;

const acts: readonly Act[] = [
  { kind: 'support', on: true },
  { kind: 'answer', note },
  { kind: 'withdraw' },
  { kind: 'review' },
  { kind: 'ask', note: 'Wie viele?' },
  { kind: 'decline', note },
  { kind: 'offer' },
  { kind: 'recall' },
  { kind: 'evaluate', outcome: 'not-feasible', way: 'anders' },
  { kind: 'score', marks: { benefit: 1, effort: 1, feasibility: 1, urgency: 1 } },
  { kind: 'finish', note },
  { kind: 'present', presents: true },
];

const reviewers = ['lead-10.50', 'lead-10.50-deputy'];
const office = ['digitallotse', 'digitallotse-deputy'];
const members = ['chair', 'chair-deputy', 'science', 'economy'];

/** By those whose act it is. */
const cells: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  submitted: {
    answer: 'no-question',
    withdraw: '→ withdrawn',
    review: '→ under-review',
    ask: '→ needs-info',
    decline: '→ declined',
    offer: '→ on-agenda',
    recall: 'not-with-beirat',
    evaluate: '→ evaluated',
    score: 'voting-closed',
    finish: 'not-evaluated',
    present: 'not-with-beirat',
  },
  'needs-info': {
    answer: '→ submitted',
    withdraw: '→ withdrawn',
    review: 'waits-for-answer',
    ask: 'waits-for-answer',
    decline: '→ declined',
    offer: 'waits-for-answer',
    recall: 'not-with-beirat',
    evaluate: 'waits-for-answer',
    score: 'voting-closed',
    finish: 'not-evaluated',
    present: 'not-with-beirat',
  },
  'under-review': {
    answer: 'no-question',
    withdraw: '→ withdrawn',
    review: 'nothing',
    ask: '→ needs-info',
    decline: '→ declined',
    offer: '→ on-agenda',
    recall: 'not-with-beirat',
    evaluate: '→ evaluated',
    score: 'voting-closed',
    finish: 'not-evaluated',
    present: 'not-with-beirat',
  },
  'offered, on no agenda': {
    answer: 'no-question',
    withdraw: '→ withdrawn',
    review: 'with-beirat',
    ask: 'with-beirat',
    decline: 'with-beirat',
    offer: 'nothing',
    recall: '→ under-review',
    evaluate: 'no-place-yet',
    score: 'voting-closed',
    finish: 'not-evaluated',
    present: '→ on-agenda',
  },
  'being scored': {
    answer: 'no-question',
    withdraw: 'on-agenda-already',
    review: 'with-beirat',
    ask: 'with-beirat',
    decline: 'with-beirat',
    offer: 'nothing',
    recall: 'on-agenda-already',
    evaluate: 'voting-open',
    score: '→ on-agenda',
    finish: 'not-evaluated',
    present: '→ on-agenda',
  },
  'scored by all': {
    answer: 'no-question',
    withdraw: 'on-agenda-already',
    review: 'with-beirat',
    ask: 'with-beirat',
    decline: 'with-beirat',
    offer: 'nothing',
    recall: 'on-agenda-already',
    evaluate: '→ evaluated',
    score: 'voting-closed',
    finish: 'not-evaluated',
    present: '→ on-agenda',
  },
  evaluated: {
    answer: 'no-question',
    withdraw: 'too-late',
    review: 'too-late',
    ask: 'too-late',
    decline: 'too-late',
    offer: 'too-late',
    recall: 'not-with-beirat',
    evaluate: 'too-late',
    score: 'voting-closed',
    finish: '→ done',
    present: 'not-with-beirat',
  },
  'handed-over': {
    answer: 'no-question',
    withdraw: 'too-late',
    review: 'too-late',
    ask: 'too-late',
    decline: 'too-late',
    offer: 'too-late',
    recall: 'not-with-beirat',
    evaluate: 'too-late',
    score: 'voting-closed',
    finish: 'too-late',
    present: 'not-with-beirat',
  },
};

const ended: readonly Name[] = ['done', 'declined', 'withdrawn'];

function expected(name: Name, { kind }: Act, who: string): string {
  if (ended.includes(name)) return 'nothing';
  if (kind === 'support') return who === 'staff-61' ? 'own-support' : `→ ${situations[name].state}`;
  const cell = String(cells[name]?.[kind]);
  if (kind === 'answer' || kind === 'withdraw' || kind === 'present')
    return who === 'staff-61' ? cell : 'only-submitter';
  if (kind === 'score') return members.includes(who) ? cell : 'not-voting';
  const withBeirat = situations[name].state === 'on-agenda';
  const theirs = kind === 'evaluate' && withBeirat ? office : reviewers;
  return theirs.includes(who) ? cell : 'not-yours';
}

const outcome = (idea: Idea, act: Act, who: string): string =>
  outcomeOf(() => decide(idea, act, party(who), now));

const everybody = (of: (who: string) => string) => Object.fromEntries(people.map((who) => [who, of(who)]));

describe.each(Object.keys(situations) as Name[])('an idea that is %s', (name) => {
  test.each(acts.map((act) => ({ act, kind: act.kind })))(
    'answers "$kind" as the table says, whoever acts',
    ({ act }) => {
      expect(everybody((who) => outcome(situations[name], act, who))).toEqual(
        everybody((who) => expected(name, act, who)),
      );
    },
  );

  test('changes nothing for a card that was drawn for an earlier revision, except that support is none of it', () => {
    for (const act of acts)
      for (const who of people)
        expect(outcome(situations[name], { ...act, visit: 0 }, who)).toBe(
          act.kind === 'support' ? expected(name, act, who) : 'nothing',
        );
  });

  test('offers exactly the acts that are taken, and its card the buttons of these', () => {
    for (const who of people) {
      const taken = acts
        .filter((act) => outcome(situations[name], act, who).startsWith('→'))
        .map(({ kind }) => kind);
      expect([who, offered(situations[name], who).toSorted()]).toEqual([who, taken.toSorted()]);
      const { can } = viewOf(situations[name], who, now);
      const shown = { ...can, evaluate: can.evaluate || can.record };
      const buttons = acts.map(({ kind }) => kind).filter((kind) => shown[kind]);
      expect([who, buttons]).toEqual([who, taken]);
    }
  });
});

test('the table has no gap: every state is one of its situations, except the merged one, which has its own test', () => {
  const known = new Set<string>(Object.values(situations).map(({ state }) => state));
  expect(states.filter((state) => !known.has(state))).toEqual(['duplicate']);
});

describe('a sentence is asked for', () => {
  test.each([
    ['a question', 'submitted', 'lead-10.50', { kind: 'ask', note: ' ' }, 'reason-missing'],
    ['declining', 'submitted', 'lead-10.50', { kind: 'decline', note: '' }, 'reason-missing'],
    ['an answer', 'needs-info', 'staff-61', { kind: 'answer', note: '' }, 'reason-missing'],
    ['closing', 'evaluated', 'lead-10.50', { kind: 'finish', note: '' }, 'reason-missing'],
    [
      'a result, "not feasible" too',
      'submitted',
      'lead-10.50',
      { kind: 'evaluate', outcome: 'not-feasible', way: ' ' },
      'way-missing',
    ],
  ] as const)('for %s', (_what, name, who, act, code) => {
    expect(outcome(situations[name], act, who)).toBe(code);
  });
});

test('what is repeated has no second effect', () => {
  const twice = (name: Name, act: Act, who: string) => {
    const change = decide(situations[name], act, party(who), now);
    return outcome({ ...(change?.doc as Idea) }, act, who);
  };
  expect(twice('submitted', { kind: 'ask', note }, 'lead-10.50')).toBe('nothing');
  expect(twice('submitted', { kind: 'evaluate', outcome: 'feasible', way: note }, 'lead-10.50')).toBe(
    'nothing',
  );
  expect(twice('submitted', { kind: 'support', on: true }, 'staff-36')).toBe('nothing');
  expect(twice('being scored', scoring(3), 'science')).toBe('nothing');
});
