import { describe, expect, test } from '@jest/globals';
import { officeVerbs } from '../../../../../src/features/beirat/meetings/chat/office-commands.ts';
import { readRecordCommand, recordVerbs } from '../../../../../src/features/beirat/meetings/record/typed.ts';
import { readResolutionCommand } from '../../../../../src/features/beirat/meetings/record/typed-resolution.ts';

const commands = [
  ['Niederschrift', { kind: 'show' }],
  ['minutes?', { kind: 'show' }],
  ['eröffnen', { kind: 'hold', startedAt: undefined }],
  ['eröffnen um 14.05 Uhr', { kind: 'hold', startedAt: '14:05' }],
  ['open 9:05', { kind: 'hold', startedAt: '09:05' }],
  ['Ende 16 Uhr', { kind: 'end', endedAt: '16:00' }],
  ['Ende', { kind: 'end', endedAt: '' }],
  [
    'Anwesenheit Beirat: Fachperson aus der Wirtschaft: online anwesend, ab 15 Uhr',
    { kind: 'attend', name: 'Beirat: Fachperson aus der Wirtschaft', presence: 'online', note: 'ab 15 Uhr' },
  ],
  ['attendance Chair: excused', { kind: 'attend', name: 'Chair', presence: 'excused', note: '' }],
  ['Anwesenheit Vorsitz', { kind: 'attend', name: 'Vorsitz', presence: undefined, note: '' }],
  [
    'befangen TOP 4: Fachperson Wirtschaft: bietet an',
    { kind: 'conflict', item: 4, who: 'Fachperson Wirtschaft: bietet an', isOff: false },
  ],
  ['nicht befangen TOP 4: Vorsitz', { kind: 'conflict', item: 4, who: 'Vorsitz', isOff: true }],
  ['no conflict item 4: chair', { kind: 'conflict', item: 4, who: 'chair', isOff: true }],
  ['Notiz zu TOP 3: Zur Kenntnis: ja', { kind: 'note', item: 3, text: 'Zur Kenntnis: ja' }],
  [
    'Beschluss TOP 4 5:1:0: Es gilt: der Antrag; zuständig: Amt 80; bis: 31.01.2027',
    {
      kind: 'resolve',
      item: 4,
      yes: 5,
      no: 1,
      abstain: 0,
      wording: 'Es gilt: der Antrag',
      owner: 'Amt 80',
      dueDay: '2027-01-31',
    },
  ],
  [
    'resolution item 2 3-0-1 Agreed; due: 2027-01-31; owner: Amt 80',
    {
      kind: 'resolve',
      item: 2,
      yes: 3,
      no: 0,
      abstain: 1,
      wording: 'Agreed',
      owner: 'Amt 80',
      dueDay: '2027-01-31',
    },
  ],
  [
    'Beschluss TOP 4: ohne Stimmen',
    { kind: 'resolve', item: 4, yes: 0, no: 0, abstain: 0, wording: 'ohne Stimmen' },
  ],
  ['Niederschrift senden', { kind: 'send' }],
  ['Send minutes!', { kind: 'send' }],
  ['Einwendung: TOP 3 fehlt', { kind: 'object', text: 'TOP 3 fehlt' }],
  ['Einwendung 2 beantworten: Ergänzt', { kind: 'answer', objection: 2, text: 'Ergänzt' }],
  ['objection 1 answer: Added', { kind: 'answer', objection: 1, text: 'Added' }],
  ['abschließen', { kind: 'close' }],
] as const;

describe.each(commands)('behind the number of a meeting, "%s"', (text, command) => {
  test('is read', () => {
    expect(readRecordCommand(text)?.command).toEqual(command);
  });

  test('is claimed by one pattern of the record and by none of the office', () => {
    expect(recordVerbs.some((words) => words.test(text))).toBe(true);
    expect(officeVerbs.filter((words) => words.test(text))).toEqual([]);
  });
});

test.each(['Niederschrift ändern bitte', 'Einwendung', 'Beschluss', 'befangen', 'zusagen', 'freigeben'])(
  '"%s" is none of ours',
  (text) => {
    expect(readRecordCommand(text)).toBeUndefined();
  },
);

describe('a resolution by its number', () => {
  test.each([
    ['B-2026/1-03', { kind: 'show' }, undefined],
    ['b 2026 1-3?', { kind: 'show' }, undefined],
    ['B-2026-1-03 erledigt: Bericht liegt vor', { kind: 'done', note: 'Bericht liegt vor' }, 'de'],
    ['B-2026/1-03 done', { kind: 'done', note: '' }, 'en'],
    [
      'B-2026/1-03 berichtigen 5:0:1: Neu',
      { kind: 'correct', yes: 5, no: 0, abstain: 1, wording: 'Neu' },
      'de',
    ],
  ] as const)('"%s"', (text, command, language) => {
    expect(readResolutionCommand(text)).toEqual({
      meeting: 'B-2026-1',
      number: 'B-2026/1-03',
      command,
      language,
    });
  });

  test.each(['B-2026/1', 'B-2026/1 Niederschrift', 'B-2026-1', 'IT-2026-0042'])('not "%s"', (text) => {
    expect(readResolutionCommand(text)).toBeUndefined();
  });
});
