import { beforeEach, describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { outboxCollection } from '../../../src/core/notice.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import {
  countLines,
  HealthWeek,
  healthCollection,
  healthNotice,
  mondayOf,
  tellOfHealth,
} from '../../../src/features/directory/health-week.ts';
import type { Directory } from '../../../src/features/directory/model.ts';
import { Outboxed } from '../../../src/features/notices/outbox.ts';
import { demoDirectory } from '../../support/directory-builder.ts';

const demo = await demoDirectory();
let store: Store;
let city: Directory;
beforeEach(() => {
  store = createMemoryStore();
  city = demo;
});

/** An instance of the program over the same store. */
function instance() {
  const ports = {
    directory: () => city,
    weeks: store.collection(healthCollection, HealthWeek),
    keepers: () => ['lead-10.50'],
  };
  return {
    at: (moment: string) => tellOfHealth(ports).run(new Date(moment)),
    say: healthNotice(ports).say,
  };
}
const told = async () =>
  (await store.collection(outboxCollection, Outboxed).list()).map(({ id }) => id).toSorted();
const ofWeek = (monday: string) => `directory.health ${monday} lead-10.50`;

describe('what the directory lacks is told', () => {
  test('on a Monday from eight o’clock in Koblenz, and not on other days of the first week', async () => {
    await instance().at('2026-11-25T10:00:00Z');
    await instance().at('2026-11-30T06:59:00Z');
    expect(await told()).toEqual([]);
    await instance().at('2026-11-30T07:00:00Z');
    expect(await told()).toEqual([ofWeek('2026-11-30')]);
  });

  test('once a week, however many instances look and how often', async () => {
    const [one, other] = [instance(), instance()];
    await Promise.all([one.at('2026-11-30T08:00:00Z'), other.at('2026-11-30T08:00:00Z')]);
    for (const hour of ['09', '12', '23']) await other.at(`2026-11-30T${hour}:00:00Z`);
    await one.at('2026-12-06T12:00:00Z');
    expect(await told()).toEqual([ofWeek('2026-11-30')]);
    await one.at('2026-12-07T08:00:00Z');
    expect(await told()).toEqual([ofWeek('2026-11-30'), ofWeek('2026-12-07')]);
  });

  test('later in the week where nothing ran on the Monday', async () => {
    await instance().at('2026-11-30T08:00:00Z');
    await instance().at('2026-12-10T03:00:00Z');
    expect(await told()).toContain(ofWeek('2026-12-07'));
  });

  test('to nobody while nothing is missing, and not again that week', async () => {
    city = { ...demo, roles: [] };
    await instance().at('2026-11-30T08:00:00Z');
    city = demo;
    await instance().at('2026-12-01T08:00:00Z');
    expect(await told()).toEqual([]);
  });

  test('and forgotten after two weeks', async () => {
    for (const day of ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'])
      await instance().at(`${day}T08:00:00Z`);
    const weeks = await store.collection(healthCollection, HealthWeek).list();
    expect(weeks.map(({ id }) => id).toSorted()).toEqual(['2026-12-07', '2026-12-14', '2026-12-21']);
  });
});

describe('the words', () => {
  test('are of the moment: what was put right meanwhile is not said', async () => {
    const notice = {
      id: '',
      recipient: '',
      kind: '',
      ref: '2026-11-30',
      urgency: 'news',
      createdAt: '',
    } as const;
    const to = { id: 'lead-10.50', name: '', language: 'de' } as const;
    expect((await instance().say(notice, to, new Date('2026-11-30T09:00:00Z')))?.letter.subject).toBe(
      'Zustand des Verzeichnisses',
    );
    city = { ...demo, roles: [] };
    expect(await instance().say(notice, to, new Date('2026-11-30T09:00:00Z'))).toBeUndefined();
  });

  test('name the worst first and what has changed', () => {
    const lines = countLines({ 'without-deputy': 3, vacant: 2, ends: 1 }, { vacant: 1, ends: 1 }, 'de');
    expect(lines).toEqual([
      'Nicht besetzt: 2 (vor einer Woche 1)',
      'Endet bald: 1',
      'Ohne Vertretung: 3 (vor einer Woche 0)',
    ]);
    expect(countLines({ vacant: 2 }, undefined, 'en')).toEqual(['Vacant: 2']);
  });

  test.each([
    ['2026-11-30', '2026-11-30'],
    ['2026-12-06', '2026-11-30'],
    ['2027-01-01', '2026-12-28'],
  ])('the week of %s begins on %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });
});
