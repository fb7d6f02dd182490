import { dayIn, momentIn } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { type Language, quoted, type Text } from '../../../core/text.ts';
import { type Edit, isWrittenAhead } from '../changes/edit.ts';
import { shapeOf } from '../tables.ts';
import type { Context, Proposal, ProposalState } from './model.ts';
import { keptBy } from './policy.ts';

export const proposalWords: Readonly<Record<ProposalState, Text>> = {
  open: { de: 'Wartet auf 10.50', en: 'Waits for 10.50' },
  released: { de: 'Freigegeben, wird eingetragen', en: 'Released, is being entered' },
  entered: { de: 'Eingetragen', en: 'Entered' },
  rejected: { de: 'Abgelehnt', en: 'Rejected' },
  withdrawn: { de: 'Zurückgezogen', en: 'Withdrawn' },
};

const acts: Readonly<Record<string, Text>> = {
  proposed: { de: 'hat den Vorschlag gemacht', en: 'made the proposal' },
  released: { de: 'hat freigegeben', en: 'released it' },
  entered: { de: 'hat eingetragen', en: 'entered it' },
  'not-entered': { de: 'konnte es nicht eintragen', en: 'could not enter it' },
  retried: { de: 'lässt es noch einmal versuchen', en: 'had it tried again' },
  rejected: { de: 'hat abgelehnt', en: 'rejected it' },
  withdrawn: { de: 'hat zurückgezogen', en: 'withdrew it' },
  'words-erased': { de: 'hat Namen und Worte gelöscht', en: 'erased names and words' },
};

/** The rules of the Beirat wait for somebody else. */
const waitsForOffice: Text = {
  de: 'Wartet auf den Digitallotsen Wirtschaft',
  en: 'Waits for the Digitallotse Wirtschaft',
};

/** Where a proposal stands, whoever writes the file. */
export const plainState = (proposal: Pick<Proposal, 'state' | 'edit'>): Text =>
  proposal.state === 'open' && keptBy(proposal) === 'digitallotse-wirtschaft'
    ? waitsForOffice
    : proposalWords[proposal.state];

/** Who enters what is released: Lotse where it writes the file. */
export function stateText(proposal: Proposal, { writes }: Context, day: string): Text {
  const { state, edit, problem, from } = proposal;
  if (state !== 'released' || !edit || !writes) return plainState(proposal);
  if (problem) return { de: 'Freigegeben, ließ sich nicht eintragen', en: 'Released, could not be entered' };
  return from && from > day && !isWrittenAhead(edit)
    ? {
        de: `Freigegeben, Lotse trägt es am ${dayIn('de', from)} ein`,
        en: `Released, Lotse enters it on ${dayIn('en', from)}`,
      }
    : { de: 'Freigegeben, Lotse trägt es ein', en: 'Released, Lotse is entering it' };
}

/** What is written into the file, in a sentence. */
export function editText(
  edit: Edit,
  { directory, settingName }: Pick<Context, 'directory' | 'settingName'>,
): Text {
  const name = (id: string) => directory.person(id)?.name ?? id;
  switch (edit.kind) {
    case 'holder':
      return {
        de: `${name(edit.person)} wird Inhaber/in; wer es bisher war, am Tag davor nicht mehr`,
        en: `${name(edit.person)} becomes the holder; whoever was it until then ends the day before`,
      };
    case 'deputy':
      return {
        de: `${name(edit.person)} kommt als Vertretung dazu`,
        en: `${name(edit.person)} joins as deputy`,
      };
    case 'join':
      return {
        de: `${name(edit.person)} kommt dazu`,
        en: `${name(edit.person)} joins`,
      };
    case 'row':
      return {
        de: `Tabelle „${shapeOf(edit.table).heading}“, Zeile „${edit.id}“`,
        en: `Table “${shapeOf(edit.table).name}”, row “${edit.id}”`,
      };
    case 'end':
      return {
        de: `${name(edit.person)} hört am Tag davor damit auf`,
        en: `${name(edit.person)} ends with it the day before`,
      };
    case 'phone':
      return {
        de: `Telefon von ${name(edit.person)}: ${edit.value}`,
        en: `Phone of ${name(edit.person)}: ${edit.value}`,
      };
    case 'email':
      return {
        de: `E-Mail von ${name(edit.person)}: ${edit.value}`,
        en: `Mail of ${name(edit.person)}: ${edit.value}`,
      };
    case 'setting':
      return settingName(edit);
    case 'undo':
      return { de: 'Alle Zeilen wie vor dieser Änderung', en: 'Every row as before this change' };
    default:
      return edit satisfies never;
  }
}

/** "24.11.2026, 10:00 · Leitung 10.50 hat freigegeben (ab 1.1.2027)". */
export function proposalLine({ at, byName, act, note, facts }: HistoryEntry, language: Language): string {
  const what = acts[act]?.[language] ?? act;
  const from =
    typeof facts?.from === 'string'
      ? ` (${language === 'de' ? 'ab' : 'from'} ${dayIn(language, facts.from)})`
      : '';
  return `${momentIn(language, at)} · ${byName} ${what}${from}${note ? `: ${quoted(note, language)}` : ''}`;
}
