import type { Language } from '../../../core/text.ts';
import type { Act } from '../decide/act.ts';
import { Marks, type Outcome } from '../idea.ts';

/** What somebody typed about an idea by its number. */
export type Command = {
  /** `ID-2026-0007`, however it was written. */
  readonly id: string;
  /** The act; without one the idea is to be shown. */
  readonly act?: Act | undefined;
  /** Number of the idea that it says the same as. */
  readonly of?: string | undefined;
  /** Wants the form of a request; the type as typed, if any. */
  readonly becomes?: string | undefined;
  /** Something stood behind the number that is no command. */
  readonly unclear?: boolean | undefined;
  /** Of the command's words; a number alone has none. */
  readonly language?: Language | undefined;
};

const shape = /^\s*id[-\s/]*(\d{4})[-\s/]+0*(\d{1,6})(?!\d)\s*[.:,!?]*\s*(.*)$/is;
const numberOf = (year = '', count = ''): string => `ID-${year}-${count.padStart(4, '0')}`;

/** Reads "ID-2026-0007", "id 2026 7 unterstützen", "ID-2026-7 ablehnen: gibt es schon". `undefined` for anything else. */
export function readCommand(text: string): Command | undefined {
  const [, year, number, rest = ''] = shape.exec(text) ?? [];
  if (!year) return undefined;
  const id = numberOf(year, number);
  const words = rest.trim();
  if (!words.replace(/[?!.]+$/, '')) return { id };
  const language = english.test(words) ? 'en' : 'de';
  for (const { pattern, read } of patterns) {
    const found = pattern.exec(words);
    const meant = found && read(found.groups ?? {});
    if (meant) return { id, language, ...meant };
  }
  return { id, unclear: true };
}

/** English words that begin a command. */
const english =
  /^(?:support|unsupport|no longer support|answer|reply|withdraw|review|ask|question|decline|reject|duplicate|same as|to the|offer|take back|recall|feasible|not feasible|score|finish|complete|done|make|request)\b/i;

type Groups = Readonly<Record<string, string | undefined>>;
type Meant = Pick<Command, 'act' | 'of' | 'becomes'>;
type Pattern = { readonly pattern: RegExp; readonly read: (groups: Groups) => Meant | undefined };

/** A verb, and what follows it after a colon, a comma or a blank. */
const verb = (words: string): RegExp => new RegExp(`^(?:${words})[.!?]*(?:[\\s:,–-]+(?<note>.+))?$`, 'is');
const plain = (words: string): RegExp => new RegExp(`^(?:${words})[.!?]*$`, 'is');
const act = (pattern: RegExp, make: (note: string) => Act): Pattern => ({
  pattern,
  read: ({ note = '' }) => ({ act: make(note.trim()) }),
});
const result = (words: string, outcome: Outcome): Pattern =>
  act(verb(words), (way) => ({ kind: 'evaluate', outcome, way }));

const patterns: readonly Pattern[] = [
  act(
    plain(
      'nicht mehr unterstützen|nicht unterstützen|unterstützung zurückziehen|unsupport|no longer support',
    ),
    () => ({
      kind: 'support',
      on: false,
    }),
  ),
  act(plain('unterstützen|unterstuetzen|unterstütze ich|support'), () => ({ kind: 'support', on: true })),
  act(verb('antworten|antwort|answer|reply'), (note) => ({ kind: 'answer', note })),
  act(verb('zurückziehen|zurueckziehen|withdraw'), (note) => ({
    kind: 'withdraw',
    ...(note ? { note } : {}),
  })),
  act(plain('prüfen|pruefen|in prüfung|in prüfung nehmen|review'), () => ({ kind: 'review' })),
  act(verb('rückfrage|rueckfrage|frage|fragen|ask|question'), (note) => ({ kind: 'ask', note })),
  act(verb('ablehnen|abgelehnt|ablehnung|decline|reject'), (note) => ({ kind: 'decline', note })),
  {
    pattern:
      /^(?:dublette|duplikat|gleich|dasselbe|zusammenführen|duplicate|same)(?:\s+(?:von|wie|mit|of|as))?\s+id[-\s/]*(?<year>\d{4})[-\s/]+0*(?<count>\d{1,6})[.!?]*$/is,
    read: ({ year, count }) => ({ of: numberOf(year, count) }),
  },
  act(
    plain('in den beirat|an den beirat|dem beirat anbieten|beirat|to the beirat|to the board|offer'),
    () => ({
      kind: 'offer',
    }),
  ),
  act(plain('zurückholen|zurueckholen|recall|take back'), () => ({ kind: 'recall' })),
  result('nicht machbar|not feasible', 'not-feasible'),
  result('machbar mit auflagen|mit auflagen machbar|feasible with conditions', 'feasible-with-conditions'),
  result('machbar|feasible', 'feasible'),
  {
    pattern:
      /^(?:bewerten|bewertung|score)\s*:?\s*(?<benefit>[1-5])[\s,;/]+(?<effort>[1-5])[\s,;/]+(?<feasibility>[1-5])[\s,;/]+(?<urgency>[1-5])\s*(?:[:,–-]\s*(?<comment>.+))?$/is,
    read: ({ comment, ...groups }) => scoring(groups, comment),
  },
  act(verb('abschließen|abschliessen|abgeschlossen|fertig|finish|complete|done'), (note) => ({
    kind: 'finish',
    note,
  })),
  {
    pattern:
      /^(?:antrag(?: daraus)?(?: machen)?|make (?:it )?a request|request)(?:[\s:]+(?<type>[\p{L}\d-][\p{L}\d\s-]*))?[.!?]*$/isu,
    read: ({ type = '' }) => ({ becomes: type.trim() }),
  },
];

function scoring(groups: Groups, comment: string | undefined): Meant | undefined {
  const numbers = Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, Number(value)]));
  const marks = Marks.safeParse(numbers).data;
  const said = comment?.trim();
  return marks && { act: { kind: 'score', marks, ...(said ? { comment: said } : {}) } };
}
