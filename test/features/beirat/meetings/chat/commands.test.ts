import { describe, expect, test } from '@jest/globals';
import { readDayTime } from '../../../../../src/features/beirat/board/day-time.ts';
import { readMeetingCommand } from '../../../../../src/features/beirat/meetings/chat/commands.ts';
import { readOfficeCommand } from '../../../../../src/features/beirat/meetings/chat/office-commands.ts';
import { isPlanning, startIn } from '../../../../../src/features/beirat/meetings/start.ts';

describe('the number of a meeting', () => {
  test.each([
    ['B-2026/1', 'B-2026-1', ''],
    ['b 2026 1', 'B-2026-1', ''],
    ['B-2026-01 freigeben', 'B-2026-1', 'freigeben'],
    ['B-2026/12: Änderung: kürzer', 'B-2026-12', 'Änderung: kürzer'],
  ])('is read in “%s”', (text, id, rest) => {
    expect(readMeetingCommand(text)).toEqual({ id, rest });
  });

  test.each(['B-2026/1-03', 'IT-2026-0042', 'Beirat', 'B 52 fliegt', 'Bericht 2026/1'])(
    'is not read in “%s”',
    (text) => {
      expect(readMeetingCommand(text)).toBeUndefined();
    },
  );
});

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

describe('what the office types behind the number', () => {
  test.each([
    ['vorlegen', { kind: 'submit' }],
    ['freigeben!', { kind: 'approve' }],
    ['Änderung: Bitte TOP 3 streichen', { kind: 'wish', note: 'Bitte TOP 3 streichen' }],
    ['change request: remove item 3', { kind: 'wish', note: 'remove item 3' }],
    ['einladen', { kind: 'invite' }],
    [
      'verlegen auf 17.12.2026 14:00: Saal',
      { kind: 'move', day: '2026-12-17', time: '14:00', reason: 'Saal' },
    ],
    ['Ort: Rathaus, Raum 2: Umbau', { kind: 'relocate', place: 'Rathaus, Raum 2', reason: 'Umbau' }],
    ['verschieben: Wahl', { kind: 'postpone', reason: 'Wahl' }],
    ['Sitzung absagen: keine Themen', { kind: 'cancel', reason: 'keine Themen' }],
    ['Antwort auf 2: Ja, gern', { kind: 'answer', question: 2, text: 'Ja, gern' }],
    ['answer 2: Yes', { kind: 'answer', question: 2, text: 'Yes' }],
    ['erinnern', { kind: 'remind' }],
  ])('“%s” is an act', (text, act) => {
    expect(readOfficeCommand(text)?.command).toEqual({ kind: 'act', act });
  });

  test.each([
    ['verlegen', 'date'],
    ['verlegen auf bald: Saal', 'date'],
    ['Antwort auf ja', 'question'],
    ['erneut senden', 'member'],
  ])('“%s” says that something is missing: %s', (text, needs) => {
    expect(readOfficeCommand(text)?.command).toEqual({ kind: 'incomplete', needs });
  });

  test.each(['zusagen', 'absagen: krank', 'Frage: wo?', 'irgendwas'])('“%s” is not claimed', (text) => {
    expect(readOfficeCommand(text)).toBeUndefined();
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
