import type { Language } from '../../../core/text.ts';
import type { Helped } from '../mentoring.ts';

/** What somebody typed about a mentoring by its number. */
export type Command = {
  /** `M-2026-0003`, however it was written. */
  readonly id: string;
  readonly act?: 'accept' | 'decline' | 'withdraw' | 'close' | 'feedback' | undefined;
  readonly note: string;
  readonly helped?: Helped | undefined;
  /** Something stood behind the number that is no command. */
  readonly unclear: boolean;
  /** Of the command's words; a number alone has none. */
  readonly language?: Language | undefined;
};

const shape = /^\s*m[-\s/]*(\d{4})[-\s/]+0*(\d{1,6})(?!\d)\s*[.:,!?]*\s*(.*)$/is;

/** Reads "M-2026-0003", "m 2026 3 annehmen", "M-2026-0003 Rückmeldung: ja, sehr". `undefined` for anything else. */
export function readCommand(text: string): Command | undefined {
  const [, year, number = '', rest = ''] = shape.exec(text) ?? [];
  if (!year) return undefined;
  const id = `M-${year}-${number.padStart(4, '0')}`;
  if (!rest.trim()) return { id, note: '', unclear: false };
  for (const { act, de, en } of verbs) {
    for (const [language, words] of [['de', de] as const, ['en', en] as const]) {
      const found = new RegExp(`^(?:${words})(?![\\p{L}])[.!?]*(?:[\\s:,–-]+(?<note>.+))?$`, 'isu').exec(
        rest.trim(),
      );
      const note = found?.groups?.note?.trim() ?? '';
      if (found)
        return { id, act, language, unclear: false, ...(act === 'feedback' ? heard(note) : { note }) };
    }
  }
  return { id, note: '', unclear: true };
}

const verbs = [
  { act: 'accept', de: 'annehmen|zusagen|zusage', en: 'accept' },
  { act: 'decline', de: 'ablehnen|absagen|absage', en: 'decline|reject' },
  { act: 'withdraw', de: 'zurückziehen|zurueckziehen', en: 'withdraw' },
  { act: 'close', de: 'abschließen|abschliessen|beenden', en: 'close|finish' },
  { act: 'feedback', de: 'rückmeldung|rueckmeldung', en: 'feedback' },
] as const;

/** "ja, sehr" → helped, and what else was said. */
function heard(text: string): { readonly note: string; readonly helped?: Helped | undefined } {
  const [, word = '', note = ''] = /^(\p{L}+)[\s:,;.!–-]*(.*)$/su.exec(text) ?? [];
  const helped = helpedBy[word.toLowerCase()];
  return helped ? { helped, note } : { note: text };
}

const helpedBy: Readonly<Record<string, Helped>> = {
  ja: 'yes',
  yes: 'yes',
  teilweise: 'partly',
  partly: 'partly',
  nein: 'no',
  no: 'no',
};

/** "Mentor fragen Wissenschaft: Wie fangen wir an?" */
export function readAsking(
  text: string,
): { readonly who: string; readonly question: string; readonly language: Language } | undefined {
  const found = asking.exec(text)?.groups;
  if (!found) return undefined;
  const language = /^\s*ask/i.test(text) ? 'en' : 'de';
  return { who: found.who ?? '', question: (found.text ?? '').trim(), language };
}

const asking =
  /^\s*(?:mentor(?:in)?\s+fragen|ask\s+(?:the\s+)?mentor)\s+(?<who>[^:]{1,80}?)\s*(?::\s*(?<text>.*))?$/is;

/** What was typed about a profile. */
export type ProfileCommand = {
  readonly do: 'show' | 'confirm' | 'remove' | 'set';
  /** Whose, as typed; empty for the own one. */
  readonly who: string;
  readonly parts: string;
  readonly language: Language;
};

const profile =
  /^\s*(?<words>(?:mein\s+)?mentor(?:inn)?enprofil|(?:my\s+)?mentor\s+profile)(?![\p{L}])\s*(?<rest>.*)$/isu;

/** @param isPart whether a word names a part of a profile */
export function readProfileCommand(
  text: string,
  isPart: (word: string) => boolean,
): ProfileCommand | undefined {
  const { words = '', rest = '' } = profile.exec(text)?.groups ?? {};
  if (!words) return undefined;
  const language = /profile/i.test(words) ? 'en' : 'de';
  const said = rest.replace(/^[\s:,]+/, '').trim();
  const bare = said.replace(/[.!?\s]+$/, '');
  if (/^(?:bestätigen|bestaetigen|confirm)$/i.test(bare))
    return { do: 'confirm', who: '', parts: '', language };
  const removal = /^(?<who>.*?)\s*(?:löschen|loeschen|delete|remove)$/is.exec(bare)?.groups;
  if (removal) return { do: 'remove', who: removal.who ?? '', parts: '', language };
  const colons = [...said.matchAll(/[:=]/g)].map(({ index }) => index);
  const [first] = colons;
  if (first === undefined) return { do: 'show', who: bare, parts: '', language };
  if (isPart(said.slice(0, first))) return { do: 'set', who: '', parts: said, language };
  // A name may have a colon of its own: the parts begin behind the one that a part's name follows.
  const colon = colons.find((at) => isPart(said.slice(at + 1).split(/[:=]/)[0] ?? '')) ?? first;
  return { do: 'set', who: said.slice(0, colon).trim(), parts: said.slice(colon + 1), language };
}
