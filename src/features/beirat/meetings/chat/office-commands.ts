import { readDayTime } from '../../board/day-time.ts';
import type { Act } from '../decide/act.ts';
import { verbOf } from './commands.ts';

/** What the office and the chair type behind the number of a meeting. */
export type OfficeCommand =
  | { readonly kind: 'act'; readonly act: Act }
  | { readonly kind: 'form'; readonly form: 'plan' | 'agenda' | 'change' | 'member' | 'preview' }
  /** Of one member, who is named as typed. */
  | {
      readonly kind: 'member';
      readonly what: 'resend' | 'reached';
      readonly name: string;
      readonly note: string;
    }
  | { readonly kind: 'item'; readonly title: string; readonly reason: string }
  /** The verb is known, what it needs is missing. */
  | { readonly kind: 'incomplete'; readonly needs: 'date' | 'place' | 'member' | 'question' };

type Groups = Readonly<Record<string, string | undefined>>;
type Row = {
  readonly words: RegExp;
  readonly isEnglish?: true;
  readonly read: (groups: Groups) => OfficeCommand;
};

const act = (given: Act): OfficeCommand => ({ kind: 'act', act: given });

/** German and English side by side; the first that fits counts. */
const rows: readonly Row[] = [
  { words: verbOf('vorlegen'), read: () => act({ kind: 'submit' }) },
  { words: verbOf('submit'), isEnglish: true, read: () => act({ kind: 'submit' }) },
  { words: verbOf('zurückholen|zurueckholen'), read: () => act({ kind: 'recall' }) },
  { words: verbOf('recall'), isEnglish: true, read: () => act({ kind: 'recall' }) },
  { words: verbOf('freigeben|freigabe'), read: () => act({ kind: 'approve' }) },
  { words: verbOf('approve'), isEnglish: true, read: () => act({ kind: 'approve' }) },
  { words: verbOf('änderung|aenderung'), read: ({ note = '' }) => act({ kind: 'wish', note }) },
  {
    words: verbOf('change request|request change'),
    isEnglish: true,
    read: ({ note = '' }) => act({ kind: 'wish', note }),
  },
  { words: verbOf('einladen|einladungen senden'), read: () => act({ kind: 'invite' }) },
  { words: verbOf('invite|send invitations'), isEnglish: true, read: () => act({ kind: 'invite' }) },
  { words: verbOf('verlegen auf|verlegen'), read: ({ note = '' }) => moved(note) },
  { words: verbOf('move to|move'), isEnglish: true, read: ({ note = '' }) => moved(note) },
  { words: verbOf('neuer ort|ort'), read: ({ note = '' }) => relocated(note) },
  { words: verbOf('new place|place'), isEnglish: true, read: ({ note = '' }) => relocated(note) },
  { words: verbOf('verschieben'), read: ({ note = '' }) => act({ kind: 'postpone', reason: note }) },
  {
    words: verbOf('postpone'),
    isEnglish: true,
    read: ({ note = '' }) => act({ kind: 'postpone', reason: note }),
  },
  { words: verbOf('sitzung absagen'), read: ({ note = '' }) => act({ kind: 'cancel', reason: note }) },
  {
    words: verbOf('cancel meeting|cancel'),
    isEnglish: true,
    read: ({ note = '' }) => act({ kind: 'cancel', reason: note }),
  },
  {
    words: verbOf('(?:entwurf )?verwerfen'),
    read: ({ note = '' }) => act({ kind: 'discard', reason: note }),
  },
  {
    words: verbOf('discard(?: draft)?'),
    isEnglish: true,
    read: ({ note = '' }) => act({ kind: 'discard', reason: note }),
  },
  { words: verbOf('erinnern|erinnerung senden'), read: () => act({ kind: 'remind' }) },
  { words: verbOf('remind'), isEnglish: true, read: () => act({ kind: 'remind' }) },
  { words: verbOf('nachladen'), read: () => act({ kind: 'complete' }) },
  { words: verbOf('complete'), isEnglish: true, read: () => act({ kind: 'complete' }) },
  { words: verbOf('frage beantworten|antwort auf'), read: ({ note = '' }) => answered(note) },
  { words: verbOf('answer question|answer'), isEnglish: true, read: ({ note = '' }) => answered(note) },
  { words: verbOf('erneut senden an|erneut senden'), read: ({ note = '' }) => ofMember('resend', note) },
  {
    words: verbOf('send again to|resend'),
    isEnglish: true,
    read: ({ note = '' }) => ofMember('resend', note),
  },
  { words: verbOf('erreicht'), read: ({ note = '' }) => ofMember('reached', note) },
  { words: verbOf('reached'), isEnglish: true, read: ({ note = '' }) => ofMember('reached', note) },
  { words: verbOf('nachtrag|punkt ergänzen|punkt'), read: ({ note = '' }) => item(note) },
  { words: verbOf('add item|item'), isEnglish: true, read: ({ note = '' }) => item(note) },
  { words: verbOf('bearbeiten'), read: () => ({ kind: 'form', form: 'plan' }) },
  { words: verbOf('edit'), isEnglish: true, read: () => ({ kind: 'form', form: 'plan' }) },
  { words: verbOf('tagesordnung'), read: () => ({ kind: 'form', form: 'agenda' }) },
  { words: verbOf('agenda'), isEnglish: true, read: () => ({ kind: 'form', form: 'agenda' }) },
  { words: verbOf('vorschau'), read: () => ({ kind: 'form', form: 'preview' }) },
  { words: verbOf('preview'), isEnglish: true, read: () => ({ kind: 'form', form: 'preview' }) },
  { words: verbOf('ändern|aendern'), read: () => ({ kind: 'form', form: 'change' }) },
  { words: verbOf('change'), isEnglish: true, read: () => ({ kind: 'form', form: 'change' }) },
];

/** What the office's part claims of what follows a number. */
export const officeVerbs: readonly RegExp[] = rows.map(({ words }) => words);

export function readOfficeCommand(
  rest: string,
): { readonly command: OfficeCommand; readonly language: 'de' | 'en' } | undefined {
  for (const { words, isEnglish, read } of rows) {
    const found = words.exec(rest);
    if (found) return { command: read(found.groups ?? {}), language: isEnglish ? 'en' : 'de' };
  }
  return undefined;
}

/** "17.12.2026 14:00: Grund" */
function moved(text: string): OfficeCommand {
  const found = readDayTime(text);
  if (!found) return { kind: 'incomplete', needs: 'date' };
  return act({ kind: 'move', day: found.day, time: found.time ?? '', reason: found.rest });
}

/** "Rathaus, Raum 2: Grund" */
function relocated(text: string): OfficeCommand {
  const [place = '', ...reason] = text.split(':');
  if (!place.trim()) return { kind: 'incomplete', needs: 'place' };
  return act({ kind: 'relocate', place: place.trim(), reason: reason.join(':').trim() });
}

/** "2: Ja, per Telefon" */
function answered(text: string): OfficeCommand {
  const [, number, words = ''] = /^(?:frage|question)?\s*(\d{1,3})\s*[:,–-]?\s*(.*)$/is.exec(text) ?? [];
  if (!number) return { kind: 'incomplete', needs: 'question' };
  return act({ kind: 'answer', question: Number(number), text: words.trim() });
}

/** "Fachperson Wirtschaft: telefonisch" */
function ofMember(what: 'resend' | 'reached', text: string): OfficeCommand {
  const [name = '', ...note] = text.split(': ');
  if (!name.trim()) return { kind: 'incomplete', needs: 'member' };
  return { kind: 'member', what, name: name.trim(), note: note.join(': ').trim() };
}

function item(text: string): OfficeCommand {
  const [title = '', ...reason] = text.split(': ');
  return { kind: 'item', title: title.trim(), reason: reason.join(': ').trim() };
}
