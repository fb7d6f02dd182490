import type { Language } from '../../../core/text.ts';
import type { Act } from '../decide/act.ts';

/** What somebody typed about a request by its number. */
export type Command = {
  /** `IT-2026-0042`, however it was written. */
  readonly id: string;
  /** The act; without one the request is to be shown. */
  readonly act?: Act | undefined;
  /** Person to whom something is given, as typed. */
  readonly to?: string | undefined;
  /** Wants the form again. */
  readonly form?: 'change' | 'resubmit' | undefined;
  /** Something stood behind the number that is no command. */
  readonly unclear?: boolean | undefined;
  /** Of the command's words; a number alone has none. */
  readonly language?: Language | undefined;
};

const shape = /^\s*it[-\s/]*(\d{4})[-\s/]+0*(\d{1,6})(?!\d)\s*[.:,!?]*\s*(.*)$/is;

/** Reads "IT-2026-0042", "it 2026 42 zustimmen", "IT-2026-0042 ablehnen: zu teuer". `undefined` for anything else. */
export function readCommand(text: string): Command | undefined {
  const [, year, number = '', rest = ''] = shape.exec(text) ?? [];
  if (!year) return undefined;
  const id = `IT-${year}-${number.padStart(4, '0')}`;
  if (!rest.trim()) return { id };
  const form = forms.find(({ words }) => words.test(rest.trim()));
  const language = english.test(rest.trim()) ? ('en' as const) : ('de' as const);
  if (form) return { id, language, form: form.form };
  for (const { words, act } of patterns) {
    const found = words.exec(rest.trim());
    if (found) return { id, language, ...act(found.groups ?? {}) };
  }
  return { id, unclear: true };
}

/** English words that begin a command. */
const english =
  /^(?:change|edit|resubmit|submit|override|assign|pass|forward|approve|agree|reject|decline|ask|question|opinion|answer|reply|withdraw|take|done|finished)\b/i;

const forms = [
  { words: /^(ändern|aendern|change|edit)[.!?]*$/i, form: 'change' },
  { words: /^(neu stellen|erneut stellen|resubmit|submit again)[.!?]*$/i, form: 'resubmit' },
] as const;

type Groups = Readonly<Record<string, string | undefined>>;
type Read = Pick<Command, 'act' | 'to'>;

/** A verb, and what follows it after a colon, a comma or a blank. */
const verb = (words: string, optional = true): RegExp =>
  new RegExp(`^(?:${words})[.!?]*(?:[\\s:,–-]+(?<note>.+))${optional ? '?' : ''}$`, 'is');
const given = (words: string): RegExp =>
  new RegExp(`^(?:${words})\\s+(?:an |to )?(?<to>[^:]+?)\\s*(?::\\s*(?<note>.+))?$`, 'is');

const patterns: readonly { readonly words: RegExp; readonly act: (groups: Groups) => Read }[] = [
  {
    words:
      /^(?:eingreifen|override)[\s:]+(?<what>zustimmen|ablehnen|approve|agree|reject)\s*(?::\s*(?<note>.+))?$/is,
    act: ({ what = '', note = '' }) => ({
      act: { kind: 'override', decision: /ablehnen|reject/i.test(what) ? 'reject' : 'approve', note },
    }),
  },
  {
    words: given('beauftragen|beauftrage|assign'),
    act: ({ to = '', note = '' }) => ({ to, act: { kind: 'assign', to: '', note } }),
  },
  {
    words: given('weitergeben|weiterleiten|pass on|forward'),
    act: ({ to = '', note = '' }) => ({ to, act: { kind: 'pass-on', to: '', note } }),
  },
  {
    words: verb('zustimmen|zustimmung|genehmigen|genehmigt|befürworten|freigeben|approve|agree'),
    act: ({ note }) => ({ act: { kind: 'approve', ...(note ? { note } : {}) } }),
  },
  {
    words: verb('ablehnen|abgelehnt|ablehnung|reject|decline'),
    act: ({ note = '' }) => ({ act: { kind: 'reject', note } }),
  },
  {
    words: verb('rückfrage|rueckfrage|frage|fragen|ask|question'),
    act: ({ note = '' }) => ({ act: { kind: 'ask', note } }),
  },
  {
    words: verb('stellungnahme|opinion'),
    act: ({ note = '' }) => ({ act: { kind: 'opinion', note } }),
  },
  {
    words: verb('antworten|antwort|answer|reply'),
    act: ({ note = '' }) => ({ act: { kind: 'answer', note } }),
  },
  {
    words: verb('zurückziehen|zurueckziehen|withdraw'),
    act: ({ note }) => ({ act: { kind: 'withdraw', ...(note ? { note } : {}) } }),
  },
  { words: verb('übernehmen|uebernehmen|take over|take'), act: () => ({ act: { kind: 'take' } }) },
  {
    words: verb('erledigt|fertig|done|finished'),
    act: ({ note = '' }) => ({ act: { kind: 'finish', note } }),
  },
];
