import { verbOf } from '../chat/commands.ts';
import type { Presence } from '../model.ts';
import { type ResolutionWords, resolutionIn } from './typed-resolution.ts';

/** What is typed about the record behind the number of a meeting; items and people still as they were named. */
export type RecordCommand =
  | { readonly kind: 'show' }
  | { readonly kind: 'hold'; readonly startedAt?: string | undefined }
  | { readonly kind: 'end'; readonly endedAt: string }
  | {
      readonly kind: 'attend';
      readonly name: string;
      readonly presence?: Presence | undefined;
      readonly note: string;
    }
  | {
      readonly kind: 'conflict';
      readonly item: number;
      /** Name, perhaps a colon and the reason. Names may have colons, too. */
      readonly who: string;
      readonly isOff: boolean;
    }
  | { readonly kind: 'note'; readonly item: number; readonly text: string }
  | ({ readonly kind: 'resolve'; readonly item: number } & ResolutionWords)
  | { readonly kind: 'send' }
  | { readonly kind: 'object'; readonly text: string }
  | { readonly kind: 'answer'; readonly objection: number; readonly text: string }
  | { readonly kind: 'close' };

type Groups = Readonly<Record<string, string | undefined>>;
type Row = {
  readonly words: RegExp;
  readonly isEnglish?: true;
  readonly read: (groups: Groups) => RecordCommand;
};

const item = '(?:top|punkt|item)\\s*(?<item>\\d{1,3})';
const said = '[\\s:,–]+(?<note>.+)$';
const about = (words: string): RegExp => new RegExp(`^(?:${words})\\s+(?:zu |on |for )?${item}${said}`, 'is');

const rows: readonly Row[] = [
  { words: verbOf('niederschrift senden|niederschrift versenden'), read: () => ({ kind: 'send' }) },
  { words: verbOf('send minutes|send the minutes'), isEnglish: true, read: () => ({ kind: 'send' }) },
  { words: /^(?:niederschrift|protokoll)[.!?]*$/i, read: () => ({ kind: 'show' }) },
  { words: /^(?:minutes|record)[.!?]*$/i, isEnglish: true, read: () => ({ kind: 'show' }) },
  { words: verbOf('eröffnen|eroeffnen'), read: ({ note }) => ({ kind: 'hold', startedAt: timeIn(note) }) },
  { words: verbOf('open'), isEnglish: true, read: ({ note }) => ({ kind: 'hold', startedAt: timeIn(note) }) },
  { words: verbOf('ende|beendet'), read: ({ note }) => ({ kind: 'end', endedAt: timeIn(note) ?? '' }) },
  {
    words: verbOf('end|ended'),
    isEnglish: true,
    read: ({ note }) => ({ kind: 'end', endedAt: timeIn(note) ?? '' }),
  },
  { words: verbOf('anwesenheit'), read: ({ note = '' }) => attending(note) },
  { words: verbOf('attendance'), isEnglish: true, read: ({ note = '' }) => attending(note) },
  { words: about('nicht befangen'), read: (groups) => conflicting(groups, true) },
  { words: about('befangen'), read: (groups) => conflicting(groups, false) },
  { words: about('no conflict'), isEnglish: true, read: (groups) => conflicting(groups, true) },
  { words: about('conflict'), isEnglish: true, read: (groups) => conflicting(groups, false) },
  {
    words: about('notiz'),
    read: ({ item: n, note = '' }) => ({ kind: 'note', item: Number(n), text: note }),
  },
  {
    words: about('note'),
    isEnglish: true,
    read: ({ item: n, note = '' }) => ({ kind: 'note', item: Number(n), text: note }),
  },
  {
    words: about('beschluss'),
    read: ({ item: n, note = '' }) => ({ kind: 'resolve', item: Number(n), ...resolutionIn(note) }),
  },
  {
    words: about('resolution'),
    isEnglish: true,
    read: ({ item: n, note = '' }) => ({ kind: 'resolve', item: Number(n), ...resolutionIn(note) }),
  },
  {
    words: /^einwendung\s+(?<n>\d{1,3})\s+(?:beantworten|behandelt)[\s:,–]*(?<note>.*)$/is,
    read: ({ n, note = '' }) => ({ kind: 'answer', objection: Number(n), text: note }),
  },
  {
    words: /^objection\s+(?<n>\d{1,3})\s+(?:answer|dealt with)[\s:,–]*(?<note>.*)$/is,
    isEnglish: true,
    read: ({ n, note = '' }) => ({ kind: 'answer', objection: Number(n), text: note }),
  },
  { words: /^einwendung\s*:\s*(?<note>.*)$/is, read: ({ note = '' }) => ({ kind: 'object', text: note }) },
  {
    words: /^objection\s*:\s*(?<note>.*)$/is,
    isEnglish: true,
    read: ({ note = '' }) => ({ kind: 'object', text: note }),
  },
  { words: verbOf('abschließen|abschliessen'), read: () => ({ kind: 'close' }) },
  { words: verbOf('close'), isEnglish: true, read: () => ({ kind: 'close' }) },
];

/** What the record's part claims of what follows the number of a meeting. */
export const recordVerbs: readonly RegExp[] = rows.map(({ words }) => words);

export function readRecordCommand(
  rest: string,
): { readonly command: RecordCommand; readonly language: 'de' | 'en' } | undefined {
  for (const { words, isEnglish, read } of rows) {
    const found = words.exec(rest);
    if (found) return { command: read(found.groups ?? {}), language: isEnglish ? 'en' : 'de' };
  }
  return undefined;
}

/** "14:05", "14.05 Uhr", "um 14 Uhr" */
function timeIn(text: string | undefined): string | undefined {
  const [, hours, minutes = '00'] =
    /^(?:um|at)?\s*(\d{1,2})(?:[:.](\d{2}))?(?:\s*uhr)?[.!?]*$/i.exec(text?.trim() ?? '') ?? [];
  return hours && `${hours.padStart(2, '0')}:${minutes}`;
}

const presenceShape =
  /^(?<name>.+?)\s*[:,–]\s*(?<word>online anwesend|online|present online|anwesend|vor ort|present|in person|entschuldigt|excused|abwesend|absent)(?:[\s:,;–.!?-]+(?<note>.*))?$/is;
const presenceNames: readonly (readonly [RegExp, Presence])[] = [
  [/^(?:online anwesend|online|present online)/i, 'online'],
  [/^(?:anwesend|vor ort|present|in person)/i, 'in-person'],
  [/^(?:entschuldigt|excused)/i, 'excused'],
  [/^(?:abwesend|absent)/i, 'absent'],
];

/** "Fachperson Wirtschaft: anwesend, bis 15:30" */
function attending(text: string): RecordCommand {
  const found = presenceShape.exec(text);
  const { name = text, word = '', note = '' } = found?.groups ?? {};
  const presence = presenceNames.find(([pattern]) => pattern.test(word))?.[1];
  return { kind: 'attend', name: name.trim(), presence, note: note.trim() };
}

const conflicting = ({ item: n, note = '' }: Groups, isOff: boolean): RecordCommand => ({
  kind: 'conflict',
  item: Number(n),
  who: note.trim(),
  isOff,
});
