import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findingsOf } from '../../../src/case/audit.ts';
import { erasedFor } from '../../../src/case/erasure.ts';
import { keptAs } from '../../../src/case/retention.ts';
import { dayOf } from '../../../src/core/day.ts';
import { asked as askedAs } from '../../../src/features/mentors/acts/ask.ts';
import { type Book, freePlaces, Mentoring, mostOpen } from '../../../src/features/mentors/model.ts';
import type { Profile } from '../../../src/features/mentors/profiles/model.ts';
import { mentoringRecord } from '../../../src/features/mentors/record.ts';
import {
  contextAt,
  decide,
  emptyBook,
  later,
  look,
  monday,
  noticesOf,
  party,
  profileOf,
  sent,
  situation,
  type,
} from './world.ts';

const asked = askedAs.bind(undefined, type);

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
    expect(noticesOf(over.also)).toEqual(['M-2026-0001 news 2 staff-61', 'M-2026-0001 news 2 mentor-a']);
  });

  test('asks after eight weeks whether it has helped, and closes after half a year', () => {
    const accepted = situation('accepted');
    expect(lookAfter(accepted, 55).also ?? []).toEqual([]);
    const asking = lookAfter(accepted, 56);
    expect(noticesOf(asking.also)).toEqual(['M-2026-0001 feedback 3 staff-61']);
    expect(lookAfter({ ...asking.doc, version: 3 }, 182).doc.state).toBe('closed');
  });

  test('keeps what was written half a year after the end, and all of it for a year', () => {
    const closed = { ...situation('closed') };
    const keptOn = (mentoring: Mentoring, days: number) => {
      const context = contextAt(later(days));
      return keptAs(mentoring, mentoringRecord, context, dayOf(context.now));
    };
    const noted = { ...closed, history: closed.history.map((entry) => ({ ...entry, note: 'Geheim' })) };
    expect(keptOn(noted, 182).question).toBe('Wie fangen wir an?');
    const erased = keptOn(noted, 183);
    expect(JSON.stringify(erased)).not.toMatch(/Geheim|anfangen|fangen|Durchwahl/);
    expect(erased).toMatchObject({ erasedAt: later(183), asker: { id: 'staff-61' } });
    expect(erased.history.map(({ act, erased: isErased }) => isErased ?? act)).toEqual([
      true,
      true,
      true,
      'words-erased',
    ]);
    expect(findingsOf(erased, mentoringRecord.covers, contextAt().digest)).toEqual([]);
    expect(keptOn(erased, 300)).toBe(erased);
    expect(mentoringRecord.retention(erased, contextAt()).removeOn).toBe(dayOf(later(365)));
  });

  test('keeps an open one, however old', () => {
    expect(mentoringRecord.retention(situation('accepted'), contextAt(later(900)))).toEqual({});
  });
});

describe('a person who is erased', () => {
  const mentoring = {
    ...situation('closed'),
    history: situation('closed').history.map((entry) => ({ ...entry, note: `von ${entry.by}` })),
  };
  const at = { now: later(1), digest: contextAt().digest };
  const without = (id: string) => erasedFor(mentoring, mentoringRecord, (one) => one === id, at);

  test.each(['staff-61', 'mentor-a'])('%s stands nowhere any more, and the document opens', (id) => {
    const erased = Mentoring.parse(JSON.parse(JSON.stringify(without(id))));
    expect(JSON.stringify(erased)).not.toContain(id);
    expect(JSON.stringify(erased)).toContain(id === 'staff-61' ? 'mentor-a' : 'staff-61');
    expect(mentoringRecord.isErased(erased)).toBe(false);
  });

  test('takes all words along where the question was theirs, else only their own', () => {
    expect(JSON.stringify(without('staff-61'))).not.toContain('Wie fangen wir an?');
    expect(Mentoring.safeParse({ ...without('staff-61'), version: 2 }).success).toBe(true);
    expect(without('mentor-a').question).toBe('Wie fangen wir an?');
    expect(JSON.stringify(without('staff-61').history)).not.toContain('von ');
    expect(JSON.stringify(without('mentor-a').history)).toContain('von staff-61');
  });

  test('leaves nothing to find for an auditor', () => {
    const fresh = situation('closed');
    const erased = erasedFor(fresh, mentoringRecord, (one) => one === 'staff-61', at);
    const stored = Mentoring.parse(JSON.parse(JSON.stringify(erased)));
    expect(findingsOf(stored, mentoringRecord.covers, at.digest)).toEqual([]);
    expect(findingsOf({ ...stored, state: 'declined' }, mentoringRecord.covers, at.digest)).toHaveLength(1);
  });
});
