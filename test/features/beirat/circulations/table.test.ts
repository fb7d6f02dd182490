import { expect, test } from '@jest/globals';
import type { Circulation } from '../../../../src/features/beirat/circulations/model.ts';
import {
  allDone,
  type CirculationAct,
  counted,
  draftAt,
  outcome,
  toVoting,
  votes,
  votingAt,
  words,
} from './circulating.ts';

/*
 * Every state × every act × every role. The office (which advises and does not vote), the chair (which votes too), a
 * voting member, a deputy of a member who is there, a stranger.
 */

const roles = ['lotse', 'chair', 'kgrz', 'kgrz-d1', 'stranger'] as const;
const acts = {
  edit: { kind: 'edit', text: { ...words, wording: 'Anders.' } },
  submit: { kind: 'submit' },
  recall: { kind: 'recall' },
  withdraw: { kind: 'withdraw', reason: 'Erledigt' },
  approve: { kind: 'approve' },
  wish: { kind: 'wish', note: 'Bitte kürzer' },
  vote: votes('no'),
  object: { kind: 'object', text: 'Bitte beraten' },
} as const satisfies Record<string, CirculationAct>;
type Cells = readonly [office: string, chair: string, member: string, deputy: string, stranger: string];
type Row = Readonly<Record<keyof typeof acts, Cells>>;

const office = (found: string): Cells => [found, 'only-office', 'only-office', 'only-office', 'only-office'];
const chair = (found: string): Cells => ['only-chair', found, 'only-chair', 'only-chair', 'only-chair'];
const nobody = (found: string): Cells => [found, found, found, found, found];
const voter = (found: string): Cells => ['not-a-voter', found, found, 'not-a-voter', 'not-a-voter'];

const over: Row = {
  edit: office('not-now'),
  submit: office('not-now'),
  recall: office('not-now'),
  withdraw: office('not-now'),
  approve: chair('not-now'),
  wish: chair('not-now'),
  vote: voter('voting-over'),
  object: voter('voting-over'),
};

const draft = draftAt();
const submitted = allDone(draft, toVoting.slice(0, 1));
const voting = votingAt();
const four = ['chair', 'kgrz', 'admin', 'city'] as const;
const decided = (vote: 'yes' | 'no') =>
  counted(
    allDone(
      voting,
      four.map((who) => [who, votes(vote)] as const),
    ),
  );

const situations: readonly (readonly [name: string, circulation: Circulation, row: Row])[] = [
  [
    'draft',
    draft,
    {
      edit: office('→ draft'),
      submit: office('→ awaiting-approval'),
      recall: office('nothing'),
      withdraw: office('→ withdrawn'),
      approve: chair('not-now'),
      wish: chair('not-now'),
      vote: nobody('not-now'),
      object: nobody('not-now'),
    },
  ],
  [
    'awaiting-approval',
    submitted,
    {
      edit: office('→ draft'),
      submit: office('nothing'),
      recall: office('→ draft'),
      withdraw: office('→ withdrawn'),
      approve: chair('→ voting'),
      wish: chair('→ draft'),
      vote: nobody('not-now'),
      object: nobody('not-now'),
    },
  ],
  [
    'voting',
    voting,
    {
      ...over,
      withdraw: office('→ withdrawn'),
      approve: chair('nothing'),
      vote: voter('→ voting'),
      object: voter('→ objected'),
    },
  ],
  ['adopted', decided('yes'), over],
  ['rejected', decided('no'), over],
  ['no-quorum', counted(voting), over],
  ['objected', allDone(voting, [['admin', { kind: 'object', text: '' }]]), over],
  [
    'withdrawn',
    allDone(voting, [['lotse', { kind: 'withdraw', reason: 'Erledigt' }]]),
    { ...over, withdraw: office('nothing') },
  ],
];

test.each(situations)('the situation "%s" is what its name says', (name, { state }) => {
  expect(state).toBe(name);
});

const cells = situations.flatMap(([name, circulation, row]) =>
  Object.entries(acts).flatMap(([act, made]) =>
    roles.map((role, at) => ({
      name,
      act,
      role,
      found: outcome(circulation, made, role),
      expected: row[act as keyof Row][at],
    })),
  ),
);

test.each(cells)('$name: "$act" by $role', ({ found, expected }) => {
  expect(found).toBe(expected);
});

test('after the last day no vote and no objection counts, even before the result is found', () => {
  const late = '2026-12-02T23:00:00.000Z';
  expect(outcome(voting, votes('yes'), 'kgrz', '2026-12-02T22:59:00.000Z')).toBe('→ voting');
  expect(outcome(voting, votes('yes'), 'kgrz', late)).toBe('voting-over');
  expect(outcome(voting, { kind: 'object', text: '' }, 'kgrz', late)).toBe('voting-over');
});

test('an act on an earlier draft changes nothing', () => {
  expect(outcome(submitted, { kind: 'approve', draft: submitted.draft - 1 }, 'chair')).toBe('nothing');
  expect(outcome(submitted, { kind: 'approve', draft: submitted.draft }, 'chair')).toBe('→ voting');
});

test.each([
  ['edit', { kind: 'edit', text: { ...words, wording: ' ' } }, 'lotse', draft, 'wording-missing'],
  ['wish', { kind: 'wish', note: ' ' }, 'chair', submitted, 'text-missing'],
  ['withdraw', { kind: 'withdraw', reason: ' ' }, 'lotse', voting, 'reason-missing'],
] as const)('%s without words is refused where they are needed', (_name, act, who, circulation, code) => {
  expect(outcome(circulation, act, who)).toBe(code);
});

test('a draft that nobody has seen is withdrawn without a reason', () => {
  expect(outcome(draft, { kind: 'withdraw', reason: '' }, 'lotse')).toBe('→ withdrawn');
});
