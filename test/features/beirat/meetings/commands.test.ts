import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../../../src/core/refusal.ts';
import { readDayTime } from '../../../../src/features/beirat/board/day-time.ts';
import { isPlanning, startIn } from '../../../../src/features/beirat/meetings/start.ts';
import { invitedAt } from '../world.ts';
import { takersOf, typedAs } from './acting.ts';

const invited = invitedAt();

describe('a day and a time', () => {
  test.each([
    ['17.12.2026 14:00: Terminkollision', '2026-12-17', '14:00', 'Terminkollision'],
    ['Do., 17.12.2026, 14 Uhr', '2026-12-17', '14:00', ''],
    ['2026-12-17 9.30 Raum belegt', '2026-12-17', '09:30', 'Raum belegt'],
    ['1.3.2027', '2027-03-01', undefined, ''],
    ['17.12.2026: 3 sind krank', '2026-12-17', undefined, '3 sind krank'],
  ])('is read in “%s”', (text, day, time, rest) => {
    expect(readDayTime(text)).toEqual({ day, ...(time ? { time } : {}), rest });
  });

  test.each(['31.2.2026 14:00', 'bald', '14:00', '2026-13-01'])('is not read in “%s”', (text) => {
    expect(readDayTime(text)).toBeUndefined();
  });
});

describe('what is typed behind the number', () => {
  test.each([
    ['vorlegen', { kind: 'submit', language: 'de' }],
    ['freigeben!', { kind: 'approve', language: 'de' }],
    ['Änderung: Bitte TOP 3 streichen', { kind: 'wish', language: 'de', note: 'Bitte TOP 3 streichen' }],
    ['change request: remove item 3', { kind: 'wish', language: 'en', note: 'remove item 3' }],
    ['einladen', { kind: 'invite', language: 'de' }],
    [
      'verlegen auf 17.12.2026 15:00: Saal',
      { kind: 'move', language: 'de', day: '2026-12-17', time: '15:00', reason: 'Saal' },
    ],
    [
      'move to 17.12.2026: Clash',
      { kind: 'move', language: 'en', day: '2026-12-17', time: '14:00', reason: 'Clash' },
    ],
    [
      'Ort: Rathaus, Raum 2: Umbau',
      { kind: 'relocate', language: 'de', place: 'Rathaus, Raum 2', onlineUrl: '', reason: 'Umbau' },
    ],
    ['Nachtrag: Haushalt: eilt', { kind: 'amend', language: 'de', itemTitle: 'Haushalt', reason: 'eilt' }],
    ['verschieben: Wahl', { kind: 'postpone', language: 'de', reason: 'Wahl' }],
    ['Sitzung absagen: keine Themen', { kind: 'cancel', language: 'de', reason: 'keine Themen' }],
    ['cancel the meeting: no topics', { kind: 'cancel', language: 'en', reason: 'no topics' }],
    ['Entwurf verwerfen: doppelt', { kind: 'discard', language: 'de', reason: 'doppelt' }],
    ['Antwort auf 2: Ja, gern', { kind: 'answer', language: 'de', question: '2', note: 'Ja, gern' }],
    ['answer 2: Yes', { kind: 'answer', language: 'en', question: '2', note: 'Yes' }],
    ['erinnern', { kind: 'remind', language: 'de' }],
    ['nachladen', { kind: 'complete', language: 'de' }],
    ['erneut senden an Funktion city', { kind: 'resend', language: 'de', party: 'city' }],
    ['erreicht city: am Telefon', { kind: 'reached', language: 'de', party: 'city', note: 'am Telefon' }],
    [
      'Antwort von city: absagen: krank',
      { kind: 'reply-for', language: 'de', party: 'city', answer: 'no', note: 'krank' },
    ],
    ['zusagen', { kind: 'reply', language: 'de', answer: 'in-person' }],
    ['zusagen, online', { kind: 'reply', language: 'de', answer: 'online' }],
    ['accept', { kind: 'reply', language: 'en', answer: 'in-person' }],
    ['accept online!', { kind: 'reply', language: 'en', answer: 'online' }],
    ['absagen: krank', { kind: 'reply', language: 'de', answer: 'no', reason: 'krank' }],
    ['Absage wegen Urlaub', { kind: 'reply', language: 'de', answer: 'no', reason: 'wegen Urlaub' }],
    ['Vertretung: kgrz-d1', { kind: 'reply', language: 'de', answer: 'no', deputy: 'kgrz-d1' }],
    ['deputy', { kind: 'reply', language: 'en', answer: 'no', deputy: '' }],
    ['Frage: Wo genau?', { kind: 'ask', language: 'de', question: 'Wo genau?' }],
    ['meine Einladung', { kind: 'open', language: 'de' }],
  ])('“%s” is an act', async (text, act) => {
    await expect(typedAs(text, invited)).resolves.toEqual(act);
  });

  test.each([
    'verlegen',
    'verlegen auf bald: Saal',
    'Ort',
    'Antwort auf ja',
    'erneut senden',
    'erreicht niemand: x',
    'Antwort von city: vielleicht',
  ])('“%s” says what is missing', async (text) => {
    await expect(typedAs(text, invited)).rejects.toThrow(Refusal);
  });

  test.each([
    'irgendwas',
    'Sitzung',
    'Einladungskarte',
    'zusagenswert',
    'Beschluss',
    'befangen',
    'Einwendung',
  ])('“%s” is none', async (text) => {
    await expect(typedAs(text, invited)).resolves.toBeUndefined();
  });

  test.each([
    ['absagen', ['reply']],
    ['Sitzung absagen: x', ['cancel']],
    ['Frage beantworten 1: x', ['answer', 'ask']],
    ['Einwendung 1 beantworten: x', ['answer-objection']],
    ['Niederschrift senden', ['send-minutes']],
    ['einladen', ['invite']],
    ['Einladung', ['open']],
    ['Antwort von city: kommt', ['reply-for']],
    ['answer of city: comes', ['reply-for']],
  ])('“%s” is for %j', (text, kinds) => {
    expect(takersOf(text)).toEqual(kinds);
  });
});

describe('the wish for a new meeting', () => {
  test.each([
    'Beirat einladen',
    'neue Sitzung',
    'Neue Sitzung am 10.12.2026 14:00',
    'New meeting on 2026-12-10',
  ])('is understood: %s', (text) => {
    expect(isPlanning(text)).toBe(true);
  });

  test.each(['Wer darf den Beirat einladen?', 'Neue Sitzung wegen IT-Budget', 'Sitzungsgeld'])(
    'is not heard in “%s”',
    (text) => {
      expect(isPlanning(text)).toBe(false);
    },
  );

  test('takes the day that was named with it', () => {
    expect(startIn('Neue Sitzung am 10.12.2026 15:30')).toEqual({ day: '2026-12-10', time: '15:30' });
    expect(startIn('Beirat einladen')).toEqual({});
  });
});
