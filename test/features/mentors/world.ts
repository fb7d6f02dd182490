import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { openMentorFields } from '../../../src/app/mentor-fields.ts';
import { decideAct, decideTime, firstWrite, openCases } from '../../../src/case/cases.ts';
import type { World } from '../../../src/case/world.ts';
import { outboxCollection } from '../../../src/core/notice.ts';
import type { Party } from '../../../src/core/party.ts';
import type { Also, Change } from '../../../src/core/ports/store.ts';
import type { Holidays } from '../../../src/core/working-days.ts';
import type { Assignment } from '../../../src/features/directory/model.ts';
import { createRoleDirectory } from '../../../src/features/directory/role-directory.ts';
import { asked } from '../../../src/features/mentors/acts/ask.ts';
import {
  Book,
  bookRef,
  type Helped,
  type Mentoring,
  mentoringCollection,
} from '../../../src/features/mentors/model.ts';
import { created } from '../../../src/features/mentors/profiles/acts.ts';
import type { Profile, ProfileEntry } from '../../../src/features/mentors/profiles/model.ts';
import { profileType } from '../../../src/features/mentors/profiles/type.ts';
import { mentoringType } from '../../../src/features/mentors/type.ts';
import { demoDirectory, deputy, filledWith, holder, person, unit } from '../../support/directory-builder.ts';

/** Everybody in the small administration that the tests of mentors play in. */
const people = ['staff-61', 'staff-36', 'mentor-a', 'mentor-b', 'lotse', 'lotse-deputy', 'lead-10.50'];

const assignments: readonly Assignment[] = [
  holder('digitale-mentoren', 'mentor-a'),
  holder('digitale-mentoren', 'mentor-b'),
  holder('digitallotse-wirtschaft', 'lotse'),
  deputy('digitallotse-wirtschaft', 'lotse-deputy'),
  holder('strategisches-it-management', 'lead-10.50'),
];

export const fields = openMentorFields();

const model = await demoDirectory();

const directoryWith = (mentors: readonly string[]) => {
  const directory = filledWith(model, {
    units: [unit('61'), unit('10.50'), unit('80.2')],
    persons: people.map((id) => person(id, { email: `${id}@example.org` })),
    assignments: assignments.filter(
      ({ role, person: who }) => role !== 'digitale-mentoren' || mentors.includes(who),
    ),
  });
  return createRoleDirectory(() => directory);
};

const holidays: Holidays = { nameOf: () => undefined };

/** Nine o'clock in Koblenz. */
export const monday = '2026-11-23T08:00:00.000Z';

export const later = (days: number, from = monday): string =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString();

export const contextAt = (now = monday, mentors = ['mentor-a', 'mentor-b']): World => ({
  now,
  directory: directoryWith(mentors),
  holidays,
  digest: randomIds.digest,
});

export const party = (id: string): Party => ({ id, name: `Funktion ${id}`, unit: '61' });

export const profileOf = (id: string, more: Partial<Profile> = {}): Profile => ({
  id,
  version: 1,
  fields: ['datenschutz'],
  experience: 'Lange Jahre Datenschutz in einem Betrieb',
  languages: ['de'],
  capacity: 2,
  contact: `${id}@example.org`,
  confirmedAt: monday,
  history: [],
  createdAt: monday,
  changedAt: monday,
  ...more,
});

export const emptyBook: Book = { id: bookRef.id, version: 1, year: '', last: 0, open: [] };

const store = createMemoryStore();
const atMonday = {
  store,
  directory: directoryWith(['mentor-a', 'mentor-b']),
  contextAt: (now: string) => contextAt(now),
};
const profiles = openCases(
  profileType(() => fields),
  atMonday,
);
const sources = { profiles, books: store.collection(bookRef.collection, Book), fields: () => fields };
/** The kind, with feedback that has the same id every time. */
export const type = mentoringType(sources, () => 'feedback-1');
export const mentorings = openCases(type, atMonday);

/** What somebody does with a mentoring, as a card or a page would carry it. */
export type Act = { readonly kind: string; readonly note?: string; readonly helped?: Helped };

/** What an act makes of a mentoring. @param book the open mentorings */
export const decide = (mentoring: Mentoring, act: Act, by: Party, context: World, book: Book) =>
  decideAct(type, mentoring, act, by, context, () => book);

/** What time makes of a mentoring; what it was when it makes nothing. */
export const look = (mentoring: Mentoring, context: World, book: Book): Change<Mentoring> =>
  decideTime(type, mentoring, context, () => book) ?? { doc: mentoring };

/** What somebody makes of a profile that is there already, and what time makes of it. */
export const saved = (profile: Profile, entry: ProfileEntry, by: Party, context: World) =>
  decideAct(profiles.type, profile, { kind: 'save', ...entry }, by, context);
export const confirmed = (profile: Profile, by: Party, context: World) =>
  decideAct(profiles.type, profile, { kind: 'confirm' }, by, context);
export const createdProfile = (id: string, entry: ProfileEntry, by: Party, context: World) =>
  firstWrite(profiles.type, created(id, entry, by, context), context);
export const lookAtProfile = (profile: Profile, context: World): Change<Profile> =>
  decideTime(profiles.type, profile, context) ?? { doc: profile };

/** A question from its sending, with the book after it. */
export function sent(asker = 'staff-61', mentor = 'mentor-a', now = monday, book = emptyBook) {
  const change = asked(
    type,
    { id: 'form', version: 1, by: asker },
    {
      asker: party(asker),
      mentor: party(mentor),
      question: 'Wie fangen wir an?',
      contact: 'Durchwahl 1',
      language: 'de',
    },
    [book, profileOf(mentor)],
    contextAt(now),
  );
  const written = (collection: string) => change?.also?.find((also) => also.collection === collection)?.doc;
  return {
    mentoring: { ...written(mentoringCollection), version: 1 } as Mentoring,
    book: written(bookRef.collection) as unknown as Book,
    also: change?.also ?? [],
  };
}

export const helped: Act = { kind: 'feedback', helped: 'yes', note: 'Sehr' };

/** The mentoring in each of its situations, brought there by acts. */
export const situations: Readonly<Record<string, () => Mentoring>> = {
  asked: () => sent().mentoring,
  accepted: () => acted(sent().mentoring, 'mentor-a', { kind: 'accept' }),
  'accepted for long': () => ({ ...situation('accepted'), feedbackAskedAt: monday }),
  declined: () => acted(sent().mentoring, 'mentor-a', { kind: 'decline' }),
  withdrawn: () => acted(sent().mentoring, 'staff-61', { kind: 'withdraw' }),
  expired: () => ({ ...sent().mentoring, state: 'expired', endedAt: monday }),
  closed: () => acted(situation('accepted'), 'staff-61', { kind: 'close' }),
  heard: () => acted(situation('closed'), 'staff-61', helped),
};

/** A mentoring in one of the situations. */
export function situation(name: string): Mentoring {
  const made = situations[name]?.();
  if (!made) throw new Error(`there is no situation "${name}"`);
  return made;
}

/** The mentoring after an act; the same one when nothing changed. */
export function acted(mentoring: Mentoring, who: string, act: Act, context = contextAt()): Mentoring {
  const change = decide(mentoring, act, party(who), context, emptyBook);
  return change ? { ...change.doc, version: mentoring.version + 1 } : mentoring;
}

/** Ids of the notices that a change owes, without the number. */
export const noticesOf = (also: readonly Also[] = []): readonly string[] =>
  also.filter(({ collection }) => collection === outboxCollection).map(({ doc }) => doc.id);
