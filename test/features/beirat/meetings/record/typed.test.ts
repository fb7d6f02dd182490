import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../../../../src/core/refusal.ts';
import { takersOf, typedAs } from '../acting.ts';
import { invited, recorded } from './chamber.ts';

/* The items are `welcome`, `report` and `secret`; the meeting was to begin at 14:00 and was opened at 14:05. */

const moving = { kind: 'attend', language: 'de', name: 'Vorsitz', time: '', successor: '' } as const;

const commands = [
  ['eröffnen um 14.15 Uhr', { kind: 'hold', language: 'de', startedAt: '14:15' }],
  ['eröffnen', { kind: 'hold', language: 'de', startedAt: '14:05' }],
  ['open 9:05', { kind: 'hold', language: 'en', startedAt: '09:05' }],
  ['Ende 16 Uhr', { kind: 'end', language: 'de', endedAt: '16:00' }],
  ['Ende', { kind: 'end', language: 'de', endedAt: '' }],
  [
    'Anwesenheit Beirat: Fachperson aus der Wirtschaft: online anwesend, Ton gestört',
    {
      kind: 'attend',
      language: 'de',
      name: 'Beirat: Fachperson aus der Wirtschaft',
      presence: 'online',
      note: 'Ton gestört',
    },
  ],
  [
    'Anwesenheit Vorsitz: anwesend, geht vor TOP 3 um 15:40',
    {
      kind: 'attend',
      language: 'de',
      name: 'Vorsitz',
      presence: 'in-person',
      change: 'leaves',
      item: 'secret',
      time: '15:40',
      successor: '',
    },
  ],
  [
    'Anwesenheit Vorsitz: anwesend bis TOP 2',
    { ...moving, presence: 'in-person', change: 'leaves', item: 'secret' },
  ],
  [
    'Anwesenheit Vorsitz: anwesend, bis TOP 3',
    { kind: 'attend', language: 'de', name: 'Vorsitz', presence: 'in-person' },
  ],
  [
    'Anwesenheit Vorsitz: online ab TOP 2',
    { ...moving, presence: 'online', change: 'comes', item: 'report' },
  ],
  [
    'Vorsitz verlässt die Sitzung vor TOP 3',
    { ...moving, presence: undefined, change: 'leaves', item: 'secret' },
  ],
  [
    'Werkleitung kommt zu TOP 2',
    { ...moving, name: 'Werkleitung', presence: undefined, change: 'comes', item: 'report' },
  ],
  [
    'Vorsitz geht vor TOP 3, es übernimmt Stellvertretung',
    { ...moving, presence: undefined, change: 'leaves', item: 'secret', successor: 'Stellvertretung' },
  ],
  [
    'Chair leaves before item 3',
    { ...moving, language: 'en', name: 'Chair', presence: undefined, change: 'leaves', item: 'secret' },
  ],
  [
    'Leitung TOP 3: Stellvertretung',
    { kind: 'chair-item', language: 'de', item: 'secret', who: 'Stellvertretung' },
  ],
  [
    'Beschluss TOP 2 4:0:0:1: Es gilt der Antrag',
    {
      kind: 'resolve',
      language: 'de',
      item: 'report',
      yes: '4',
      no: '0',
      abstain: '0',
      none: '1',
      wording: 'Es gilt der Antrag',
    },
  ],
  ['attendance Chair: excused', { kind: 'attend', language: 'en', name: 'Chair', presence: 'excused' }],
  ['Anwesenheit Vorsitz', { kind: 'attend', language: 'de', name: 'Vorsitz', presence: undefined }],
  [
    'befangen TOP 3: Fachperson Wirtschaft: bietet an',
    {
      kind: 'conflict',
      language: 'de',
      item: 'secret',
      who: 'Fachperson Wirtschaft: bietet an',
      isOff: false,
    },
  ],
  [
    'nicht befangen TOP 3: Vorsitz',
    { kind: 'conflict', language: 'de', item: 'secret', who: 'Vorsitz', isOff: true },
  ],
  [
    'no conflict item 3: chair',
    { kind: 'conflict', language: 'en', item: 'secret', who: 'chair', isOff: true },
  ],
  [
    'Notiz zu TOP 2: Zur Kenntnis: ja',
    { kind: 'note', language: 'de', item: 'report', note: 'Zur Kenntnis: ja' },
  ],
  [
    'Beschluss TOP 2 5:1:0: Es gilt: der Antrag; zuständig: Amt 80; bis: 31.01.2027',
    {
      kind: 'resolve',
      language: 'de',
      item: 'report',
      yes: '5',
      no: '1',
      abstain: '0',
      wording: 'Es gilt: der Antrag',
      owner: 'Amt 80',
      dueDay: '2027-01-31',
    },
  ],
  [
    'resolution item 2 3-0-1 Agreed; due: 2027-01-31; owner: Amt 80',
    {
      kind: 'resolve',
      language: 'en',
      item: 'report',
      yes: '3',
      no: '0',
      abstain: '1',
      wording: 'Agreed',
      owner: 'Amt 80',
      dueDay: '2027-01-31',
    },
  ],
  [
    'Beschluss TOP 2: ohne Stimmen',
    {
      kind: 'resolve',
      language: 'de',
      item: 'report',
      yes: '0',
      no: '0',
      abstain: '0',
      wording: 'ohne Stimmen',
    },
  ],
  ['Niederschrift senden', { kind: 'send-minutes', language: 'de' }],
  ['Niederschrift versenden', { kind: 'send-minutes', language: 'de' }],
  ['Send minutes!', { kind: 'send-minutes', language: 'en' }],
  ['Einwendung: TOP 3 fehlt', { kind: 'object', language: 'de', note: 'TOP 3 fehlt' }],
  [
    'Einwendung 2 beantworten: Ergänzt',
    { kind: 'answer-objection', language: 'de', objection: '2', note: 'Ergänzt' },
  ],
  ['objection 1 answer: Added', { kind: 'answer-objection', language: 'en', objection: '1', note: 'Added' }],
  ['abschließen', { kind: 'close', language: 'de' }],
] as const;

describe.each(commands)('behind the number of a meeting, "%s"', (text, command) => {
  test('is read', async () => {
    await expect(typedAs(text, recorded)).resolves.toEqual(command);
  });

  test('is claimed by one act', () => {
    expect(takersOf(text)).toEqual([command.kind]);
  });
});

test('opening without a time takes the one that was planned', async () => {
  await expect(typedAs('eröffnen', invited)).resolves.toMatchObject({ kind: 'hold', startedAt: '14:00' });
});

test('an item that is not on the agenda is said to be missing', async () => {
  await expect(typedAs('Notiz TOP 9: so', recorded)).rejects.toThrow(Refusal);
});

describe('a resolution by its number', () => {
  test.each([
    [
      'erledigt: Bericht liegt vor',
      { kind: 'resolution-done', language: 'de', number: 'B-2026/1-01', note: 'Bericht liegt vor' },
    ],
    ['done', { kind: 'resolution-done', language: 'en', number: 'B-2026/1-01', note: '' }],
    [
      'berichtigen 5:0:1: Neu',
      {
        kind: 'resolve',
        language: 'de',
        number: 'B-2026/1-01',
        item: 'report',
        yes: '5',
        no: '0',
        abstain: '1',
        wording: 'Neu',
        owner: 'Amt 80',
        dueDay: '2027-01-31',
      },
    ],
  ] as const)('"%s"', async (text, act) => {
    await expect(typedAs(text, recorded, '01')).resolves.toEqual(act);
  });

  test('is none of the meeting itself, and the other way round', async () => {
    expect([await typedAs('erledigt', recorded), await typedAs('zusagen', recorded, '01')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('that there is not is said to be missing', async () => {
    await expect(typedAs('berichtigen 5:0:1: Neu', recorded, '09')).rejects.toThrow(Refusal);
  });
});
