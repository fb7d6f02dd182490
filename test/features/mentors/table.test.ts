import { describe, expect, test } from '@jest/globals';
import { brokenEntry } from '../../../src/core/history.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import { feedbackCollection, Mentoring } from '../../../src/features/mentors/model.ts';
import {
  type Act,
  acted,
  contextAt,
  decide,
  emptyBook,
  helped,
  mentorings,
  noticesOf,
  party,
  sent,
  situation,
  situations,
} from './world.ts';

/*
 * Every situation × act × role. A word is the state after it, "·" changes nothing (late or repeated), anything in
 * brackets is the code of the refusal. Whoever else presses finds no such mentoring.
 */
const acts: Readonly<Record<string, Act>> = {
  accept: { kind: 'accept' },
  decline: { kind: 'decline' },
  withdraw: { kind: 'withdraw' },
  close: { kind: 'close' },
  feedback: helped,
};
const roles = { asker: 'staff-61', mentor: 'mentor-a', office: 'lotse-deputy', stranger: 'staff-36' };

const table = `
  situation         | act      | asker          | mentor        | office        | stranger
  asked             | accept   | (only-mentor)  | accepted      | (only-mentor) | (no-such-mentoring)
  asked             | decline  | (only-mentor)  | declined      | (only-mentor) | (no-such-mentoring)
  asked             | withdraw | withdrawn      | (only-asker)  | withdrawn     | (no-such-mentoring)
  asked             | close    | (not-accepted) | (not-accepted)| (not-accepted)| (no-such-mentoring)
  asked             | feedback | (not-over)     | (only-asker)  | (only-asker)  | (no-such-mentoring)
  accepted          | accept   | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  accepted          | decline  | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  accepted          | withdraw | ·              | (only-asker)  | ·             | (no-such-mentoring)
  accepted          | close    | closed         | closed        | closed        | (no-such-mentoring)
  accepted          | feedback | (not-over)     | (only-asker)  | (only-asker)  | (no-such-mentoring)
  accepted for long | accept   | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  accepted for long | decline  | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  accepted for long | withdraw | ·              | (only-asker)  | ·             | (no-such-mentoring)
  accepted for long | close    | closed         | closed        | closed        | (no-such-mentoring)
  accepted for long | feedback | accepted       | (only-asker)  | (only-asker)  | (no-such-mentoring)
  declined          | accept   | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  declined          | decline  | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  declined          | withdraw | ·              | (only-asker)  | ·             | (no-such-mentoring)
  declined          | close    | ·              | ·             | ·             | (no-such-mentoring)
  declined          | feedback | (never-began)  | (only-asker)  | (only-asker)  | (no-such-mentoring)
  withdrawn         | accept   | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  withdrawn         | decline  | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  withdrawn         | withdraw | ·              | (only-asker)  | ·             | (no-such-mentoring)
  withdrawn         | close    | ·              | ·             | ·             | (no-such-mentoring)
  withdrawn         | feedback | (never-began)  | (only-asker)  | (only-asker)  | (no-such-mentoring)
  expired           | accept   | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  expired           | decline  | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  expired           | withdraw | ·              | (only-asker)  | ·             | (no-such-mentoring)
  expired           | close    | ·              | ·             | ·             | (no-such-mentoring)
  expired           | feedback | (never-began)  | (only-asker)  | (only-asker)  | (no-such-mentoring)
  closed            | accept   | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  closed            | decline  | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  closed            | withdraw | ·              | (only-asker)  | ·             | (no-such-mentoring)
  closed            | close    | ·              | ·             | ·             | (no-such-mentoring)
  closed            | feedback | closed         | (only-asker)  | (only-asker)  | (no-such-mentoring)
  heard             | accept   | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  heard             | decline  | (only-mentor)  | ·             | (only-mentor) | (no-such-mentoring)
  heard             | withdraw | ·              | (only-asker)  | ·             | (no-such-mentoring)
  heard             | close    | ·              | ·             | ·             | (no-such-mentoring)
  heard             | feedback | ·              | (only-asker)  | (only-asker)  | (no-such-mentoring)`;

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()));
const cells = rows.flatMap(([situation = '', act = '', ...outcomes]) =>
  Object.keys(roles).map((role, n) => ({ situation, act, role, outcome: outcomes[n] ?? '' })),
);

function outcomeOf(name: string, act: string, role: keyof typeof roles): string {
  const mentoring = situation(name);
  try {
    const change = decide(mentoring, acts[act] as Act, party(roles[role]), contextAt(), emptyBook);
    return change ? Mentoring.parse({ ...change.doc, version: 9 }).state : '·';
  } catch (error) {
    if (error instanceof Refusal) return `(${error.code})`;
    throw error;
  }
}

test('the table knows every situation with every act', () => {
  expect(rows.map(([situation, act]) => `${situation} ${act}`).sort()).toEqual(
    Object.keys(situations)
      .flatMap((situation) => Object.keys(acts).map((act) => `${situation} ${act}`))
      .sort(),
  );
});

test.each(cells)('$situation, $act by $role: $outcome', ({ situation: name, act, role, outcome }) => {
  expect(outcomeOf(name, act, role as keyof typeof roles)).toBe(outcome);
});

const flags = {
  accept: 'canAccept',
  decline: 'canDecline',
  withdraw: 'canWithdraw',
  close: 'canClose',
  feedback: 'canFeedback',
} as const;

test.each(cells)(
  '$situation: the button $act is there for $role when pressing it does something',
  async ({ situation: name, act, role, outcome }) => {
    const viewer = { ...party(roles[role as keyof typeof roles]), language: 'de' as const };
    const card = await mentorings.draw(situation(name), viewer, contextAt());
    const shown = card?.data[flags[act as keyof typeof flags]] ?? false;
    expect(shown).toBe(!outcome.startsWith('(') && outcome !== '·');
  },
);

test('whoever is no mentor any more is offered to decline, not to accept', async () => {
  const context = contextAt(undefined, ['mentor-b']);
  const card = await mentorings.draw(situation('asked'), { ...party('mentor-a'), language: 'de' }, context);
  expect(card?.data).toMatchObject({ canAccept: false, canDecline: true });
});

describe('what a decision owes', () => {
  const changeOf = (name: string, who: string, act: Act) =>
    decide(situation(name), act, party(who), contextAt(), emptyBook);

  test('an acceptance tells both, so that each learns how to reach the other', () => {
    expect(noticesOf(changeOf('asked', 'mentor-a', { kind: 'accept' })?.also)).toEqual([
      'M-2026-0001 news 2 staff-61',
      'M-2026-0001 news 2 mentor-a',
    ]);
  });

  test('a refusal tells the asker only', () => {
    expect(noticesOf(changeOf('asked', 'mentor-a', { kind: 'decline', note: 'Keine Zeit' })?.also)).toEqual([
      'M-2026-0001 news 2 staff-61',
    ]);
  });

  test('whoever closes it is not told about it, and the asker is asked whether it has helped', () => {
    expect(noticesOf(changeOf('accepted', 'mentor-a', { kind: 'close' })?.also)).toEqual([
      'M-2026-0001 news 3 staff-61',
      'M-2026-0001 feedback 3 staff-61',
    ]);
  });

  test('an end gives the place back in the same write', () => {
    const { mentoring, book } = sent();
    const change = decide(mentoring, { kind: 'decline' }, party('mentor-a'), contextAt(), book);
    const written = change?.also?.find(({ collection }) => collection === 'mentor-book');
    expect(book.open).toHaveLength(1);
    expect(written?.doc).toMatchObject({ version: 1, open: [] });
  });

  test('an acceptance keeps the place', () => {
    const { mentoring, book } = sent();
    const change = decide(mentoring, { kind: 'accept' }, party('mentor-a'), contextAt(), book);
    expect(change?.also?.map(({ collection }) => collection)).not.toContain('mentor-book');
  });

  test('feedback goes to the Digitallotse and names nobody', () => {
    const change = changeOf('closed', 'staff-61', helped);
    const kept = change?.also?.find(({ collection }) => collection === feedbackCollection);
    expect(kept?.doc).toEqual({
      id: 'feedback-1',
      day: '2026-11-23',
      helped: 'yes',
      text: 'Sehr',
      dueAt: expect.any(String),
    });
    expect(JSON.stringify(kept)).not.toMatch(/mentor-a|staff-61|M-2026/);
    expect(JSON.stringify(change?.doc.history)).not.toContain('Sehr');
    expect(noticesOf(change?.also)).toEqual(['feedback-1 heard']);
  });

  test('feedback without an answer to the question is asked for again', () => {
    const act: Act = { kind: 'feedback', note: 'Gut' };
    expect(() => changeOf('closed', 'staff-61', act)).toThrow('helped-missing');
  });

  test('somebody who is no mentor any more can decline but not accept', () => {
    const context = contextAt(undefined, ['mentor-b']);
    expect(() => acted(sent().mentoring, 'mentor-a', { kind: 'accept' }, context)).toThrow(
      'no-mentor-any-more',
    );
    expect(acted(sent().mentoring, 'mentor-a', { kind: 'decline' }, context).state).toBe('declined');
  });

  test('the history is a chain that shows every change', () => {
    const { digest } = contextAt();
    const { history, id } = situation('heard');
    expect(history.map(({ act }) => act)).toEqual(['asked', 'accepted', 'closed', 'feedback']);
    expect(brokenEntry(history, id, digest)).toBeUndefined();
    const forged = history.map((entry) => (entry.n === 2 ? { ...entry, byName: 'Jemand' } : entry));
    expect(brokenEntry(forged, id, digest)?.n).toBe(2);
  });
});
