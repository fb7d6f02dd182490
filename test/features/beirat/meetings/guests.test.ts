import { describe, expect, test } from '@jest/globals';
import type { Language } from '../../../../src/core/text.ts';
import { agendaParagraphs } from '../../../../src/features/beirat/meetings/letters/texts.ts';
import { minutesOf } from '../../../../src/features/beirat/meetings/minutes/minutes.ts';
import { oparlMeeting } from '../../../../src/features/beirat/meetings/minutes/oparl.ts';
import type { Held, Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { packOf } from '../../../../src/features/beirat/meetings/papers/pack.ts';
import { itemDetail } from '../../../../src/features/beirat/meetings/views/agenda.ts';
import { orCode } from '../../../support/outcome.ts';
import { acted, attempt, contextAt, invitedAt, item, plan, plannedAt, rules } from '../world.ts';
import type { Act } from './acting.ts';
import * as chamber from './record/chamber.ts';

const heard = item('a', { guests: ['Fachfirma', 'Elternbeirat'] });
const closed = item('b', { public: false, guests: ['GEHEIMER-GAST'] });

describe('who may be invited to an item', () => {
  const edit = (items: readonly unknown[], rule: string, before = plannedAt()) => {
    const context = contextAt('2026-11-25T09:00:00.000Z', { rules: { ...rules, guests: rule } });
    return orCode(() => acted(before, 'lotse', { kind: 'edit', plan: { ...plan, items } } as Act, context));
  };
  test.each([
    ['never', [heard], 'no-guests'],
    ['public', [closed], 'guests-public-only'],
  ])('is a rule of the body: %s', (rule, items, code) => {
    expect(edit(items, rule)).toBe(code);
  });
  test.each([
    ['public', [heard]],
    ['all', [heard, closed]],
  ])('%s allows what it says', (rule, items) => {
    expect((edit(items, rule) as Meeting).plan.items).toEqual(items);
  });
  test('a rule that comes later takes nobody off an agenda that is there', () => {
    const before = plannedAt(undefined, { items: [heard] });
    expect((edit([heard, item('c')], 'never', before) as Meeting).plan.items).toHaveLength(2);
  });
  test('an item with guests is not closed where guests are for public ones', () => {
    const before = plannedAt(undefined, { items: [heard] });
    expect(edit([{ ...heard, public: false }], 'public', before)).toBe('guests-public-only');
  });
  test('seven are too many', () => {
    const guests = Array.from({ length: 7 }, (_, n) => `Gast ${n}`);
    expect(edit([item('a', { guests })], 'all')).toBe('too-many-guests');
  });
});

describe('typed by the office', () => {
  const context = contextAt('2026-11-25T09:00:00.000Z');
  const typed = (note: string, who = 'lotse', meeting = plannedAt()) =>
    orCode(() => acted(meeting, who, { kind: 'guests', item: 'a', note } as unknown as Act, context));
  test('they stand on the agenda that is being made, and are taken off it', () => {
    const with2 = typed('Fachfirma; Elternbeirat') as Meeting;
    expect(with2.plan.items[0]?.guests).toEqual(['Fachfirma', 'Elternbeirat']);
    expect((typed('keine', 'lotse', with2) as Meeting).plan.items[0]).not.toHaveProperty('guests');
  });
  test.each(['chair', 'kgrz', 'stranger'])('by nobody else: %s', (who) => {
    expect(typed('Fachfirma', who)).toBe('only-office');
  });
});

describe('named after the invitation', () => {
  const context = contextAt('2026-11-26T10:00:00.000Z');
  const meeting = invitedAt(undefined, undefined, { items: [item('a'), item('b')] });
  const decided = (note: string, who = 'lotse', id = 'a', before = meeting) =>
    attempt(before, { kind: 'guests', item: id, note } as unknown as Act, who, context);

  test('they stand on the agenda, and nobody is invited anew', () => {
    const change = decided('Fachfirma; Elternbeirat') as { readonly doc: Meeting };
    expect(change.doc.plan.items[0]?.guests).toEqual(['Fachfirma', 'Elternbeirat']);
    expect(change.doc).toMatchObject({ issue: meeting.issue, sequence: meeting.sequence, state: 'invited' });
    expect(change.doc.invitees).toEqual(meeting.invitees);
    expect(change.doc.history.at(-1)).toMatchObject({ act: 'guests-named', facts: { item: 1 } });
  });
  test('the same once more changes nothing, and without a word nobody is taken off', () => {
    const { doc } = decided('Fachfirma') as { readonly doc: Meeting };
    const named = { ...doc, version: 2 } as Meeting;
    expect(decided('Fachfirma', 'lotse', 'a', named)).toBe('nothing');
    expect(decided(' ', 'lotse', 'a', named)).toBe('text-missing');
  });
  test.each([
    ['by nobody but the office', 'chair', 'a', 'only-office'],
    ['for no item that there is not', 'lotse', 'c', 'no-such-item'],
    ['for no item that was not chosen', 'lotse', '', 'item-missing'],
  ])('%s', (_what, who, id, code) => {
    expect(decided('Fachfirma', who, id)).toBe(code);
  });
});

test('agenda and papers say that they are there for this item only', () => {
  const meeting = plannedAt(undefined, { items: [heard, closed] });
  expect(itemDetail(heard, 'de')).toContain('zu Gast, nur zu diesem Punkt: Fachfirma, Elternbeirat');
  expect(itemDetail(heard, 'en')).toContain('guests for this item only: Fachfirma, Elternbeirat');
  const pack = packOf(meeting, { party: 'lotse', name: 'L' }, contextAt('2026-11-25T09:00:00.000Z'), 'de');
  expect(JSON.stringify(pack)).toContain('nur zu diesem Punkt: Fachfirma, Elternbeirat');
});

test('no mail names a guest of an item that is not public', () => {
  const meeting = plannedAt(undefined, { items: [heard, closed] });
  const said = agendaParagraphs(meeting, 'de').join('\n');
  expect(said).toContain('Fachfirma');
  expect(said).not.toContain('GEHEIMER-GAST');
});

describe('the record', () => {
  const items = [
    { ...chamber.plan.items[0], guests: ['Fachfirma', 'Elternbeirat'] },
    ...chamber.plan.items.slice(1, 2),
    { ...chamber.plan.items[2], guests: ['GEHEIMER-GAST'] },
  ] as typeof chamber.plan.items;
  const held = chamber.heldWith({}, chamber.invitedTo({ ...chamber.plan, items }));
  const context = chamber.contextAt(chamber.meetingDay);
  const save = (meeting: Held, id: string, guests: string | undefined): Held =>
    chamber.mustBeHeld(
      chamber.acted(
        meeting,
        chamber.office,
        { kind: 'item', item: id, text: '', excluded: [], ...(guests === undefined ? {} : { guests }) },
        chamber.meetingDay,
      ),
    );
  const minutes = (meeting: Held, language: Language = 'de') =>
    JSON.stringify(minutesOf(meeting, context, language).sections);

  test('says nothing of guests who were invited before somebody records them', () => {
    expect(minutes(held)).toContain('Ob sie da waren, ist nicht festgehalten.');
    expect(minutes(save(held, 'welcome', undefined))).toContain('nicht festgehalten');
  });
  test('names those who came at their item, without a vote', () => {
    const recorded = save(held, 'welcome', 'Fachfirma');
    expect(minutes(recorded)).toContain('Als Gäste nur zu diesem Punkt anwesend, ohne Stimme: Fachfirma.');
    expect(minutes(recorded, 'en')).toContain(
      'Present as guests for this item only, without a vote: Fachfirma.',
    );
    expect(minutes(recorded)).toContain('weitere nur zu einzelnen Punkten, siehe dort');
    expect(recorded.session.attendance).toEqual(held.session.attendance);
  });
  test('also says that nobody came', () => {
    expect(minutes(save(held, 'welcome', ''))).toContain(
      'eingeladen, nicht gekommen: Fachfirma, Elternbeirat',
    );
  });
  test('an empty field at an item without guests records nothing', () => {
    expect(save(held, 'report', '')).toBe(held);
  });
  test('data for the council information system have a number at public items, and nobody’s name', () => {
    const data = oparlMeeting(save(save(held, 'welcome', 'Fachfirma'), 'secret', 'GEHEIMER-GAST'), context);
    expect(data.agendaItem.map((one) => (one as Record<string, unknown>)['lotse:guests'])).toEqual([
      1,
      undefined,
      undefined,
    ]);
    expect(JSON.stringify(data)).not.toMatch(/Fachfirma|GEHEIMER/);
  });
});
