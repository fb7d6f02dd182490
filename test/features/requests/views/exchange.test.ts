import { describe, expect, test } from '@jest/globals';
import { exchangeOf } from '../../../../src/features/requests/views/exchange.ts';
import { type Act, allActed, contextAt, monday, submittedBy, workplace } from '../world.ts';

const { directory } = contextAt(monday);
const yes: Act = { kind: 'approve' };
const asked = allActed(submittedBy('staff-61', { costs: 50_000 }), [
  ['itb-61', yes],
  ['lead-10.50', { kind: 'ask', note: 'Warum so teuer?' }],
]);
const shown = (request: typeof asked) => exchangeOf(request, workplace, directory, 'de');

describe('a question and its answer', () => {
  test('stand on the card of whoever decides next, in full and with what was changed', () => {
    const long = 'Es ist ein Messgerät. '.repeat(18).trim();
    const fields = { costs: 80_000, cross: true };
    const answered = allActed(asked, [['staff-61', { kind: 'answer', note: long, fields }]]);
    const found = shown(answered);
    expect({ ...found, changes: found?.changes.map((line) => line.replaceAll('\u00a0', ' ')) }).toEqual({
      question: 'Funktion lead-10.50: „Warum so teuer?“',
      answer: `Funktion staff-61: „${long}“`,
      changes: ['Kosten: 500,00 € → 800,00 €', 'Mehrere Ämter: keine Angabe → ja'],
      isOwn: false,
    });
  });

  test('say so when only the request was changed', () => {
    const answered = allActed(asked, [['staff-61', { kind: 'answer', fields: { costs: 1 } }]]);
    expect(shown(answered)?.answer).toBe('Funktion staff-61: hat den Antrag geändert');
  });

  test('are not there before the answer, and not after the decision', () => {
    expect(shown(asked)).toBeUndefined();
    const decided = allActed(asked, [
      ['staff-61', { kind: 'answer', note: 'Messgerät' }],
      ['lead-10.50', yes],
    ]);
    expect(shown(decided)).toBeUndefined();
  });

  test('stay there for whoever asked until they decide, whatever others say in between', () => {
    const changed = allActed(asked, [
      ['staff-61', { kind: 'answer', note: 'Ein Messgerät', fields: { costs: 80_000 } }],
    ]);
    const again = (request: typeof asked): Act => ({ ...yes, visit: request.open?.visit ?? 0 });
    const answered = allActed(changed, [['itb-61', again(changed)]]);
    const seen = exchangeOf(answered, workplace, directory, 'de', 'lead-10.50');
    expect(seen).toMatchObject({ answer: 'Funktion staff-61: „Ein Messgerät“', isOwn: true });
    expect(shown(answered)).toBeUndefined();
    const decided = allActed(answered, [['lead-10.50', again(answered)]]);
    expect(exchangeOf(decided, workplace, directory, 'de', 'lead-10.50')).toBeUndefined();
  });
});
