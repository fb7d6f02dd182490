import { describe, expect, test } from '@jest/globals';
import { readCommand } from '../../../../src/features/requests/chat/commands.ts';

const id = 'IT-2026-0042';

describe('a number', () => {
  test.each(['IT-2026-0042', 'it-2026-42', 'IT 2026 42', ' it 2026/0042. ', 'IT-2026-0042?', 'It2026-42'])(
    'is read from "%s"',
    (text) => {
      expect(readCommand(text)).toEqual({ id });
    },
  );

  test('may be larger than four digits', () => {
    expect(readCommand('IT-2026-12345')).toEqual({ id: 'IT-2026-12345' });
  });

  test.each([
    'IT',
    'IT-2026',
    'Wer ist mein IT-Beauftragter?',
    'Antrag',
    'IT-2026-12345678',
    '2026-0042',
    'Bit-2026-42',
  ])('is not read from "%s"', (text) => {
    expect(readCommand(text)).toBeUndefined();
  });

  test.each([
    'IT-2026-0042 und wann?',
    'IT-2026-0042 zustimmung erteilt von Amt 61 liegt vor?!',
    'IT-2026-0042 👍',
  ])('with anything else behind it still shows the request: "%s"', (text) => {
    expect(readCommand(text)).toMatchObject({ id });
  });
});

describe('what somebody types to act', () => {
  test.each([
    ['zustimmen', { kind: 'approve' }],
    ['ZUSTIMMEN?', { kind: 'approve' }],
    ['genehmigen: wie besprochen', { kind: 'approve', note: 'wie besprochen' }],
    ['approve', { kind: 'approve' }],
    ['ablehnen: Das Budget ist erschöpft', { kind: 'reject', note: 'Das Budget ist erschöpft' }],
    ['ablehnen', { kind: 'reject', note: '' }],
    ['reject - too expensive', { kind: 'reject', note: 'too expensive' }],
    ['Rückfrage: Wie viele Geräte?', { kind: 'ask', note: 'Wie viele Geräte?' }],
    ['rueckfrage wie viele?', { kind: 'ask', note: 'wie viele?' }],
    ['ask: How many devices?', { kind: 'ask', note: 'How many devices?' }],
    ['antworten: Zwei', { kind: 'answer', note: 'Zwei' }],
    ['answer: two', { kind: 'answer', note: 'two' }],
    ['Stellungnahme: Passt zum Verfahren', { kind: 'opinion', note: 'Passt zum Verfahren' }],
    ['opinion: fits', { kind: 'opinion', note: 'fits' }],
    ['zurückziehen', { kind: 'withdraw' }],
    ['withdraw: not needed', { kind: 'withdraw', note: 'not needed' }],
    ['übernehmen', { kind: 'take' }],
    ['take over', { kind: 'take' }],
    ['erledigt: Gerät steht bereit', { kind: 'finish', note: 'Gerät steht bereit' }],
    ['done: it is there\nin room 5', { kind: 'finish', note: 'it is there\nin room 5' }],
    ['eingreifen zustimmen: eilt', { kind: 'override', decision: 'approve', note: 'eilt' }],
    ['override reject: no money', { kind: 'override', decision: 'reject', note: 'no money' }],
  ])('"%s"', (words, act) => {
    expect(readCommand(`IT-2026-0042 ${words}`)?.act).toEqual(act);
    expect(readCommand(`it 2026 42: ${words}`)?.act).toEqual(act);
  });

  test.each([
    [
      'weitergeben an Vertretung Leitung 10.50: bin im Urlaub',
      'pass-on',
      'Vertretung Leitung 10.50',
      'bin im Urlaub',
    ],
    ['pass on to betrieb-kgrz: network', 'pass-on', 'betrieb-kgrz', 'network'],
    ['beauftragen fa-bau: kennt sich aus', 'assign', 'fa-bau', 'kennt sich aus'],
    ['assign to fa-bau', 'assign', 'fa-bau', ''],
  ])('"%s"', (words, kind, to, note) => {
    expect(readCommand(`IT-2026-0042 ${words}`)).toMatchObject({ to, act: { kind, note } });
  });

  test.each([
    ['ändern', 'change', 'de'],
    ['change', 'change', 'en'],
    ['neu stellen', 'resubmit', 'de'],
    ['resubmit', 'resubmit', 'en'],
  ])('"%s" opens the form again', (words, form, language) => {
    expect(readCommand(`IT-2026-0042 ${words}`)).toEqual({ id, form, language });
  });

  test('tells the language by its verb, whatever the note is written in', () => {
    expect(readCommand('IT-2026-0042 approve: passt')?.language).toBe('en');
    expect(readCommand('IT-2026-0042 ablehnen: the vendor is gone')?.language).toBe('de');
  });
});
