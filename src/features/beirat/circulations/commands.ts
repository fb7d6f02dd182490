import type { CirculationAct } from './act.ts';

/** A verb, and what follows it after a colon, a comma or a blank. @param words alternatives as in a pattern */
const verbOf = (words: string): RegExp => new RegExp(`^(?:${words})(?:[.!?]*$|[\\s:,–]+(?<note>.+)$)`, 'is');

/** What somebody typed behind the number of a circulation. */
export type CirculationCommand =
  | { readonly kind: 'show' }
  | { readonly kind: 'edit' }
  /** "ja, aber …": a vote, but with words that a vote cannot carry. */
  | { readonly kind: 'wordy' }
  | { readonly kind: 'act'; readonly act: CirculationAct; readonly language: 'de' | 'en' };

type Row = {
  readonly de: RegExp;
  readonly en: RegExp;
  readonly act: (note: string) => CirculationAct;
};

const vote = (wanted: 'yes' | 'no' | 'abstain') => (): CirculationAct => ({
  kind: 'vote',
  vote: wanted,
  via: 'teams',
});

const rows: readonly Row[] = [
  { de: verbOf('vorlegen'), en: verbOf('submit'), act: () => ({ kind: 'submit' }) },
  { de: verbOf('freigeben|freigabe'), en: verbOf('approve'), act: () => ({ kind: 'approve' }) },
  { de: verbOf('zurückholen'), en: verbOf('recall|take back'), act: () => ({ kind: 'recall' }) },
  {
    de: verbOf('änderung(?: erbitten)?'),
    en: verbOf('change(?: request)?'),
    act: (note) => ({ kind: 'wish', note }),
  },
  {
    de: verbOf('zurückziehen'),
    en: verbOf('withdraw'),
    act: (reason) => ({ kind: 'withdraw', reason }),
  },
  { de: verbOf('ja|zustimmen'), en: verbOf('yes'), act: vote('yes') },
  { de: verbOf('nein|ablehnen'), en: verbOf('no'), act: vote('no') },
  { de: verbOf('enthaltung|enthalten'), en: verbOf('abstain'), act: vote('abstain') },
  {
    de: verbOf('widersprechen|widerspruch'),
    en: verbOf('object|objection'),
    act: (text) => ({ kind: 'object', text }),
  },
];

const editing = /^(bearbeiten|edit)[\s.!?]*$/i;

/** @returns `undefined` when it is no command about a circulation */
export function readCirculationCommand(rest: string): CirculationCommand | undefined {
  if (rest === '') return { kind: 'show' };
  if (editing.test(rest)) return { kind: 'edit' };
  for (const { de, en, act } of rows) {
    const german = de.exec(rest);
    const found = german ?? en.exec(rest);
    if (!found) continue;
    const note = found.groups?.note?.trim() ?? '';
    const made = act(note);
    const takesNote = made.kind === 'wish' || made.kind === 'withdraw' || made.kind === 'object';
    if (!takesNote && note !== '') return { kind: 'wordy' };
    return { kind: 'act', act: made, language: german ? 'de' : 'en' };
  }
  return undefined;
}
