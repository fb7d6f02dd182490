import { describe, expect, test } from '@jest/globals';
import { findingsOf } from '../../../src/case/audit.ts';
import { isTheirOwn } from '../../../src/case/people.ts';
import { dayOf } from '../../../src/core/day.ts';
import { parseProfile, readParts } from '../../../src/features/mentors/profiles/entry.ts';
import type { Profile } from '../../../src/features/mentors/profiles/model.ts';
import { profileRecord } from '../../../src/features/mentors/profiles/record.ts';
import {
  confirmed,
  contextAt,
  createdProfile,
  fields,
  later,
  lookAtProfile,
  monday,
  noticesOf,
  profileOf,
  saved,
} from './world.ts';

const office = { id: 'lotse', name: 'Funktion lotse' };
const self = { id: 'mentor-a', name: 'Funktion mentor-a' };

const entry = {
  fields: ['ki'],
  experience: 'Seit Jahren dabei',
  languages: ['de' as const],
  capacity: 2,
  contact: 'Durchwahl 2',
};

const looked = (profile: Profile, days: number, mentors?: string[]) => {
  const change = lookAtProfile(profile, contextAt(later(days), mentors));
  return { profile: { ...change.doc, version: profile.version + 1 }, told: noticesOf(change.also) };
};

describe('who fills in a profile', () => {
  test('the Digitallotse: the mentor is shown it and asked to confirm', () => {
    const { doc, also } = createdProfile('mentor-a', entry, office, contextAt());
    expect(doc).toMatchObject({ askedAt: monday, experience: 'Seit Jahren dabei' });
    expect(doc.confirmedAt).toBeUndefined();
    expect(noticesOf(also)).toEqual(['mentor-profile mentor-a profile 1 mentor-a']);
  });

  test('the mentor: that is a confirmation, and nobody is told', () => {
    const { doc, also } = createdProfile('mentor-a', entry, self, contextAt());
    expect(doc).toMatchObject({ confirmedAt: monday });
    expect(noticesOf(also)).toEqual([]);
  });

  test('nothing different by the Digitallotse changes nothing; by the mentor it confirms', () => {
    const profile = profileOf('mentor-a', { ...entry, askedAt: monday });
    expect(saved(profile, entry, office, contextAt(later(3)))).toBeUndefined();
    expect(saved(profile, entry, self, contextAt(later(3)))?.doc).toMatchObject({ confirmedAt: later(3) });
  });

  test('a change takes a pause away that is left out', () => {
    const paused = profileOf('mentor-a', { ...entry, pausedUntil: '2027-01-31' });
    expect(saved(paused, entry, self, contextAt())?.doc.pausedUntil).toBeUndefined();
  });

  test('confirming twice on a day is one confirmation; nobody confirms for somebody else', () => {
    const once = confirmed(profileOf('mentor-a', { askedAt: monday }), self, contextAt(later(1)));
    expect(once?.doc.askedAt).toBeUndefined();
    const twice = { ...(once?.doc as Profile), version: 2 };
    expect(confirmed(twice, self, contextAt(later(1)))).toBeUndefined();
    expect(confirmed(twice, office, contextAt(later(9)))).toBeUndefined();
  });
});

describe('the rhythm of confirmations', () => {
  test('half a year after the last one the mentor is asked, once', () => {
    const profile = profileOf('mentor-a');
    expect(looked(profile, 181).told).toEqual([]);
    const asked = looked(profile, 182);
    expect(asked.told).toEqual(['mentor-profile mentor-a confirm 1 mentor-a']);
    expect(looked(asked.profile, 190).told).toEqual([]);
  });

  test('a month after the question it is not proposed any more, and the Digitallotse is told once', () => {
    const asked = looked(profileOf('mentor-a'), 182).profile;
    expect(looked(asked, 211).profile.lapsedAt).toBeUndefined();
    const lapsed = looked(asked, 212);
    expect(lapsed.profile.lapsedAt).toBe(later(212));
    expect(lapsed.told).toEqual(['mentor-profile mentor-a lapsed 2 lotse']);
    expect(looked(lapsed.profile, 300).told).toEqual([]);
  });

  test('a late confirmation brings it back', () => {
    const profile = profileOf('mentor-a', { askedAt: monday, lapsedAt: later(30) });
    const back = confirmed(profile, self, contextAt(later(50)))?.doc;
    expect(back?.lapsedAt).toBeUndefined();
    expect(back?.askedAt).toBeUndefined();
  });

  test('it is looked at every week, because the directory may have changed', () => {
    expect(looked(profileOf('mentor-a'), 1).profile.dueAt).toBe('2026-12-01T07:00:00.000Z');
  });

  test('somebody who is no mentor any more is not asked; after half a year the profile is deleted', () => {
    const gone = looked(profileOf('mentor-a'), 190, ['mentor-b']);
    expect(gone.told).toEqual([]);
    const { removeOn } = profileRecord.retention(gone.profile, contextAt(later(300), ['mentor-b']));
    expect(removeOn).toBe(dayOf(later(190 + 183)));
    expect(looked(gone.profile, 200).profile.goneSince).toBeUndefined();
  });
});

describe('what is kept of a profile', () => {
  const { doc } = createdProfile('mentor-a', entry, office, contextAt());
  const profile = { ...doc, version: 1 };

  test('is all of it for a mentor, also for one who was none for a while', () => {
    const gone = { ...profile, goneSince: monday };
    expect(profileRecord.retention(profile, contextAt(later(900)))).toEqual({});
    expect(profileRecord.retention(gone, contextAt(later(900)))).toEqual({});
  });

  test('is nothing when the mentor is erased, and everything when it is somebody else', () => {
    expect(isTheirOwn(profile, profileRecord.people, (id) => id === 'mentor-a')).toBe(true);
    expect(isTheirOwn(profile, profileRecord.people, (id) => id === 'lotse')).toBe(false);
  });

  test('is covered by its history', () => {
    const { digest } = contextAt();
    const audited = (one: Profile) => findingsOf(one, profileRecord.covers, digest).length;
    expect(audited(profile)).toBe(0);
    expect(audited({ ...profile, capacity: 20 })).toBe(1);
    expect(audited({ ...profile, goneSince: monday })).toBe(0);
  });
});

describe('what is filled in', () => {
  const filled = {
    fields: 'ki,daten',
    experience: ' Text ',
    languages: 'de,xx',
    capacity: 2,
    contact: 'Durchwahl',
    pausedUntil: '',
  };
  const parse = (more: object) => parseProfile({ ...filled, ...more }, fields, '2026-11-24');

  test('becomes a profile without what is unknown', () => {
    expect(parse({}).entry).toEqual({
      fields: ['ki', 'daten'],
      experience: 'Text',
      languages: ['de'],
      capacity: 2,
      contact: 'Durchwahl',
    });
  });

  test.each([
    ['fields', ''],
    ['fields', 'unbekannt'],
    ['experience', '  '],
    ['languages', ''],
    ['capacity', '-1'],
    ['capacity', '21'],
    ['capacity', 'zwei'],
    ['contact', ''],
    ['pausedUntil', '2026-02-31'],
    ['pausedUntil', 'bald'],
  ])('%s: "%s" is wrong, and what was typed stays', (field, value) => {
    const { entry: none, errors, typed } = parse({ [field]: value });
    expect(none).toBeUndefined();
    expect(errors.map((error) => error.field)).toEqual([field]);
    expect(typed).toMatchObject({ [field]: value });
  });

  test('a pause that is over is none', () => {
    expect(parse({ pausedUntil: '2026-11-23' }).entry?.pausedUntil).toBeUndefined();
    expect(parse({ pausedUntil: '2026-11-24' }).entry?.pausedUntil).toBe('2026-11-24');
  });

  test('can be typed in parts, in both languages', () => {
    const german =
      'Felder: Künstliche Intelligenz, Datenschutz; Plätze: 3; Pause: 1.2.2027; Sprachen: Deutsch';
    expect(readParts(german, fields)).toEqual({
      fields: 'ki,datenschutz',
      capacity: '3',
      pausedUntil: '2027-02-01',
      languages: 'de',
    });
    expect(readParts('fields: Data protection; contact: x@example.org; pause: none', fields)).toEqual({
      fields: 'datenschutz',
      contact: 'x@example.org',
      pausedUntil: '',
    });
    expect(readParts('constructor: x', fields)).toEqual({});
  });
});
