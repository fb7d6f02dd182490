import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../../src/features/mentors/decide/decide.ts';
import { isForgotten, look } from '../../../src/features/mentors/look.ts';
import { type Book, freePlaces, type Mentoring, mostOpen } from '../../../src/features/mentors/mentoring.ts';
import { asked } from '../../../src/features/mentors/new-mentoring.ts';
import type { Profile } from '../../../src/features/mentors/profile.ts';
import {
  contextAt,
  emptyBook,
  later,
  monday,
  noticesOf,
  party,
  profileOf,
  sent,
  situation,
} from './world.ts';

const openFor = (...pairs: readonly (readonly [string, string])[]): Book => ({
  ...emptyBook,
  year: '2026',
  last: pairs.length,
  open: pairs.map(([asker, mentor], n) => ({ id: `M-2026-000${n + 1}`, asker, mentor })),
});

const ask = (
  book: Book,
  profile: Profile | undefined,
  more: { asker?: string; now?: string; mentors?: string[] } = {},
) =>
  asked(
    { id: 'f', version: 1, by: more.asker ?? 'staff-61' },
    {
      asker: party(more.asker ?? 'staff-61'),
      mentor: party('mentor-a'),
      question: 'Wie?',
      contact: 'Durchwahl',
      language: 'de',
    },
    [book, profile],
    contextAt(more.now, more.mentors),
  );

describe('asking', () => {
  test('gives a number that counts within the year, and tells the mentor once', () => {
    const first = sent();
    expect(first.mentoring.id).toBe('M-2026-0001');
    expect(noticesOf(first.also)).toEqual(['M-2026-0001 asked 1 mentor-a']);
    expect(sent('staff-36', 'mentor-a', monday, first.book).mentoring.id).toBe('M-2026-0002');
    expect(sent('staff-36', 'mentor-a', later(60), first.book).mentoring.id).toBe('M-2027-0001');
  });

  test('with a form that was sent before changes nothing', () => {
    const form = { id: 'f', version: 2, by: 'staff-61', submittedAs: 'M-2026-0001' };
    const question = {
      asker: party('staff-61'),
      mentor: party('mentor-a'),
      question: '?',
      contact: '-',
      language: 'de' as const,
    };
    expect(asked(form, question, [emptyBook, profileOf('mentor-a')], contextAt())).toBeUndefined();
  });

  test.each<[string, () => unknown]>([
    ['no-place', () => ask(openFor(['x', 'mentor-a'], ['y', 'mentor-a']), profileOf('mentor-a'))],
    ['not-available', () => ask(emptyBook, undefined)],
    ['not-available', () => ask(emptyBook, profileOf('mentor-a', { capacity: 0 }))],
    ['not-available', () => ask(emptyBook, profileOf('mentor-a', { pausedUntil: '2026-11-23' }))],
    ['not-available', () => ask(emptyBook, profileOf('mentor-a', { lapsedAt: monday }))],
    ['not-available', () => ask(emptyBook, profileOf('mentor-a'), { mentors: ['mentor-b'] })],
    ['yourself', () => ask(emptyBook, profileOf('mentor-a'), { asker: 'mentor-a' })],
    ['asked-already', () => ask(openFor(['staff-61', 'mentor-a']), profileOf('mentor-a'))],
    [
      'too-many-open',
      () => ask(openFor(['staff-61', 'b'], ['staff-61', 'c'], ['staff-61', 'd']), profileOf('mentor-a')),
    ],
  ])('is refused: %s', (code, work) => {
    expect(work).toThrow(code);
  });

  test('is possible again on the day after a pause, and with two open ones', () => {
    expect(ask(emptyBook, profileOf('mentor-a', { pausedUntil: '2026-11-22' }))).toBeDefined();
    expect(ask(openFor(['staff-61', 'b'], ['staff-61', 'c']), profileOf('mentor-a'))).toBeDefined();
  });
});

test('whatever people ask and answer, nobody has more than the places and nobody asks more than three', () => {
  const step = fc.record({
    asker: fc.constantFrom('a1', 'a2', 'a3', 'a4'),
    mentor: fc.constantFrom('mentor-a', 'mentor-b'),
    answer: fc.constantFrom('accept', 'decline', 'none' as const),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.integer({ min: 0, max: 3 }), (steps, capacity) => {
      let book = emptyBook;
      for (const { asker, mentor, answer } of steps) {
        const next = attempt(book, asker, mentor, capacity, answer);
        book = next ?? book;
        for (const id of ['mentor-a', 'mentor-b'])
          expect(book.open.filter((one) => one.mentor === id).length).toBeLessThanOrEqual(capacity);
        for (const id of ['a1', 'a2', 'a3', 'a4'])
          expect(book.open.filter((one) => one.asker === id).length).toBeLessThanOrEqual(mostOpen);
        expect(freePlaces(capacity, mentor, book)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

/** The book after somebody asked and was answered; `undefined` when it was refused. */
function attempt(
  book: Book,
  asker: string,
  mentor: string,
  capacity: number,
  answer: string,
): Book | undefined {
  const question = {
    asker: party(asker),
    mentor: party(mentor),
    question: '?',
    contact: '-',
    language: 'de' as const,
  };
  try {
    const beside = [book, profileOf(mentor, { capacity })];
    const change = asked({ id: 'f', version: 1, by: asker }, question, beside, contextAt());
    const written = (name: string) => change?.also?.find(({ collection }) => collection === name)?.doc;
    const taken = written('mentor-book') as unknown as Book;
    if (answer === 'none') return taken;
    const mentoring = { ...written('mentorings'), version: 1 } as Mentoring;
    const kind = answer === 'accept' ? 'accept' : 'decline';
    const ended = decide(mentoring, { kind }, party(mentor), contextAt(), taken);
    return (
      (ended?.also?.find(({ collection }) => collection === 'mentor-book')?.doc as unknown as Book) ?? taken
    );
  } catch {
    return undefined;
  }
}

describe('time', () => {
  const lookAfter = (mentoring: Mentoring, days: number, mentors?: string[]) =>
    look(mentoring, contextAt(later(days), mentors), {
      ...emptyBook,
      open: [{ id: mentoring.id, asker: 'staff-61', mentor: 'mentor-a' }],
    });

  test('reminds the mentor once, after five working days', () => {
    const { mentoring } = sent();
    expect(lookAfter(mentoring, 6).doc.reminded).toBe(false);
    const reminded = lookAfter(mentoring, 7);
    expect(noticesOf(reminded.also)).toEqual(['M-2026-0001 reminder 2 mentor-a']);
    const again = lookAfter({ ...reminded.doc, version: 2 }, 8);
    expect(again.also ?? []).toEqual([]);
  });

  test('ends an unanswered question after two weeks, tells both and frees the place', () => {
    const over = lookAfter(sent().mentoring, 14);
    expect(over.doc.state).toBe('expired');
    expect(noticesOf(over.also)).toEqual(['M-2026-0001 news 2 staff-61', 'M-2026-0001 news 2 mentor-a']);
    expect(over.also?.find(({ collection }) => collection === 'mentor-book')?.doc).toMatchObject({
      open: [],
    });
  });

  test('ends a question at once when the person is no mentor any more', () => {
    const over = lookAfter(sent().mentoring, 1, ['mentor-b']);
    expect(over.doc.state).toBe('expired');
    expect(noticesOf(over.also)).toEqual(['M-2026-0001 news 2 staff-61']);
  });

  test('asks after eight weeks whether it has helped, and closes after half a year', () => {
    const accepted = situation('accepted');
    expect(lookAfter(accepted, 55).also ?? []).toEqual([]);
    const asking = lookAfter(accepted, 56);
    expect(noticesOf(asking.also)).toEqual(['M-2026-0001 feedback 3 staff-61']);
    expect(lookAfter({ ...asking.doc, version: 3 }, 182).doc.state).toBe('closed');
  });

  test('deletes all that was written half a year after the end, and everything after a year', () => {
    const closed = { ...situation('closed') };
    const noted = { ...closed, history: closed.history.map((entry) => ({ ...entry, note: 'Geheim' })) };
    expect(lookAfter(noted, 182).doc.question).toBe('Wie fangen wir an?');
    const erased = lookAfter(noted, 183).doc;
    expect(JSON.stringify(erased)).not.toMatch(/Geheim|anfangen|fangen|Durchwahl/);
    expect(erased.history.every((entry) => entry.erased === true && entry.hash !== '')).toBe(true);
    expect(isForgotten({ ...erased, version: 9 }, contextAt(later(364)))).toBe(false);
    expect(isForgotten({ ...erased, version: 9 }, contextAt(later(365)))).toBe(true);
  });
});
