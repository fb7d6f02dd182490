import { describe, expect, test } from '@jest/globals';
import { RequestType } from '../../../src/features/requests/types/model.ts';
import { missedByDraft, missedByRequest, missedText } from '../../../src/features/requests/wish-date.ts';
import { acted, contextAt, monday, submittedBy, workplace } from './world.ts';

/* Monday, 23.11.2026: the officer has three working days, 10.50 five, the KGRZ ten. */

const type = RequestType.parse({
  ...workplace,
  fields: [
    ...workplace.fields,
    { id: 'needed-by', kind: 'date', wish: true, label: { de: 'Bis wann?', en: 'By when?' } },
  ],
});
const context = contextAt(monday);
const by = (day: string) => submittedBy('staff-61', { 'needed-by': day }, { type });

describe('the day that something is wished for', () => {
  test('is compared with the time that the steps have, before it is submitted', () => {
    const way = type.route.filter(({ id }) => ['unit', 'granted', 'provided'].includes(id));
    const missed = missedByDraft(type, { 'needed-by': '2026-11-30' }, way, context);
    expect(missed).toMatchObject({ wish: '2026-11-30', end: '2026-12-17', isOver: false });
    expect(missed && missedText(missed, 'de')).toBe(
      'Der Wunschtermin 30.11.2026 ist knapp. Die Schritte haben zusammen 18 Arbeitstage (IT-Beauftragte 3, 10.50 5, KGRZ 10), also Zeit bis zum 17.12.2026.',
    );
    expect(missedByDraft(type, { 'needed-by': '2026-12-17' }, way, context)).toBeUndefined();
    expect(missedByDraft(type, {}, way, context)).toBeUndefined();
  });

  test('is compared anew from where the request stands, and a step that is quick wins time', () => {
    const request = by('2026-12-15');
    expect(missedByRequest(request, type, context)?.end).toBe('2026-12-17');
    const on = acted(request, 'itb-61', { kind: 'approve' }, contextAt('2026-11-23T09:00:00.000Z'));
    expect(missedByRequest(on, type, context)).toBeUndefined();
    expect(missedByRequest(on, type, contextAt('2026-12-07T09:00:00.000Z'))?.end).toBe('2026-12-21');
    const over = missedByRequest(on, type, contextAt('2026-12-16T09:00:00.000Z'));
    expect(over && missedText(over, 'en')).toMatch(/^The wished-for day, 15 Dec 2026, is over\./);
  });

  test('is nothing to speak of once it is there, withdrawn, or was never asked for', () => {
    const request = by('2026-11-24');
    expect(missedByRequest({ ...request, state: 'withdrawn' }, type, context)).toBeUndefined();
    expect(missedByRequest(request, workplace, context)).toBeUndefined();
    expect(missedByRequest(request, undefined, context)).toBeUndefined();
  });
});
