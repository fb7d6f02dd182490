import type { CaseRecord } from '../../../case/record.ts';
import type { World } from '../../../case/world.ts';
import { dayOf } from '../../../core/day.ts';
import { confirming, dayAfter } from '../rhythm.ts';
import { isMentor, Profile, profileCollection } from './model.ts';

/** What is kept of a profile: all of it while the person is a mentor, and half a year longer. */
export const profileRecord: CaseRecord<Profile, World> = {
  collection: profileCollection,
  noun: { de: 'Mentorenprofil', en: 'Mentor profile' },
  schema: Profile,
  // None comes into an archive.
  isOne: () => false,
  covers: ({ id, fields, experience, languages, capacity, contact, pausedUntil, confirmedAt, lapsedAt }) => ({
    id,
    fields,
    experience,
    languages,
    capacity,
    contact,
    pausedUntil,
    confirmedAt,
    lapsedAt,
  }),
  people: [
    {
      at: '',
      id: 'id',
      words: ['fields', 'experience', 'languages', 'capacity', 'contact', 'pausedUntil'],
      as: { de: 'bietet Rat an', en: 'offers advice' },
      erased: 'gone',
    },
  ],
  isErased: () => false,
  retention: ({ id, goneSince }, context) =>
    goneSince === undefined || isMentor(id, context)
      ? {}
      : { closedOn: dayOf(goneSince), removeOn: dayAfter(goneSince, confirming.deleteGone) },
};
