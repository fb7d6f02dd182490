import { dayIn, dayOf, momentIn } from '../../core/day.ts';
import type { HistoryEntry } from '../../core/history.ts';
import type { Language, Text } from '../../core/text.ts';
import type { Field } from './field.ts';
import type { Helped, Mentoring, State } from './model.ts';
import type { Pause, Profile } from './profiles/model.ts';

export const stateWords: Readonly<Record<State, Text>> = {
  asked: { de: 'Angefragt, Antwort steht aus', en: 'Asked, no answer yet' },
  accepted: { de: 'Zugesagt, Mentoring läuft', en: 'Accepted, mentoring under way' },
  declined: { de: 'Abgesagt', en: 'Declined' },
  withdrawn: { de: 'Zurückgezogen', en: 'Withdrawn' },
  expired: { de: 'Ohne Antwort abgelaufen', en: 'Expired without an answer' },
  closed: { de: 'Abgeschlossen', en: 'Closed' },
};

export const helpedTexts: Readonly<Record<Helped, Text>> = {
  yes: { de: 'Ja, es hat geholfen', en: 'Yes, it has helped' },
  partly: { de: 'Teilweise', en: 'Partly' },
  no: { de: 'Nein', en: 'No' },
};

/** Names of languages in both languages. */
const languageNames: Readonly<Record<Profile['languages'][number], Text>> = {
  de: { de: 'Deutsch', en: 'German' },
  en: { de: 'Englisch', en: 'English' },
  fr: { de: 'Französisch', en: 'French' },
  es: { de: 'Spanisch', en: 'Spanish' },
  it: { de: 'Italienisch', en: 'Italian' },
  nl: { de: 'Niederländisch', en: 'Dutch' },
  pl: { de: 'Polnisch', en: 'Polish' },
  tr: { de: 'Türkisch', en: 'Turkish' },
  uk: { de: 'Ukrainisch', en: 'Ukrainian' },
  ar: { de: 'Arabisch', en: 'Arabic' },
};
export const languageName = (id: Profile['languages'][number]): Text => languageNames[id];

export const languagesText = ({ languages }: Pick<Profile, 'languages'>, language: Language): string =>
  languages.map((id) => languageNames[id][language]).join(', ');

/** Fields that have left the list are not shown any more. */
export const fieldsText = (ids: readonly string[], fields: readonly Field[], language: Language): string =>
  fields
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name[language])
    .join(', ');

export const placesText = (free: number, capacity: number): Text => ({
  de: `${free} von ${capacity} ${capacity === 1 ? 'Platz' : 'Plätzen'} frei`,
  en: `${free} of ${capacity} ${capacity === 1 ? 'place' : 'places'} free`,
});

export const pauseWords: Readonly<Record<Pause, Text>> = {
  'no-mentor': {
    de: 'nicht mehr im Verzeichnis der Mentorinnen und Mentoren',
    en: 'no longer listed as a mentor',
  },
  paused: { de: 'pausiert', en: 'paused' },
  away: { de: 'abwesend', en: 'away' },
  unconfirmed: {
    de: 'wird nicht vorgeschlagen, weil die Bestätigung fehlt',
    en: 'not proposed because the confirmation is missing',
  },
};

export const dayText = (moment: string, language: Language): string => dayIn(language, dayOf(moment));

/** One entry of the history as a sentence. */
export function sentenceOf({ act, byName, facts }: HistoryEntry, language: Language): string {
  const sentence = sentences[facts?.why ? `${act} ${facts.why}` : act] ?? sentences[act];
  return sentence ? sentence(byName)[language] : act;
}

/** The same with its moment; `undefined` for what has no words. */
export const historyLine = (entry: HistoryEntry, language: Language): string | undefined =>
  sentences[entry.act] || profileSentences[entry.act]
    ? `${momentIn(language, entry.at)} · ${(profileSentences[entry.act]?.(entry.byName)[language] ?? sentenceOf(entry, language)).replace(/\.$/, '')}`
    : undefined;

/** What is done with a profile. */
const profileSentences: Readonly<Record<string, (who: string) => Text>> = {
  created: (who) => ({ de: `${who} hat das Profil angelegt.`, en: `${who} made the profile.` }),
  changed: (who) => ({ de: `${who} hat das Profil geändert.`, en: `${who} changed the profile.` }),
  confirmed: (who) => ({ de: `${who} hat das Profil bestätigt.`, en: `${who} confirmed the profile.` }),
  'confirmation-asked': () => ({ de: 'Um Bestätigung wurde gebeten.', en: 'A confirmation was asked for.' }),
  lapsed: () => ({
    de: 'Die Bestätigung fehlt; das Profil wird nicht mehr vorgeschlagen.',
    en: 'The confirmation is missing; the profile is not proposed any more.',
  }),
};

const sentences: Readonly<Record<string, (who: string) => Text>> = {
  asked: (who) => ({ de: `${who} hat gefragt.`, en: `${who} asked.` }),
  accepted: (who) => ({ de: `${who} hat zugesagt.`, en: `${who} has accepted.` }),
  declined: (who) => ({ de: `${who} hat abgesagt.`, en: `${who} has declined.` }),
  withdrawn: (who) => ({
    de: `${who} hat die Anfrage zurückgezogen.`,
    en: `${who} has withdrawn the question.`,
  }),
  closed: (who) => ({
    de: `${who} hat das Mentoring abgeschlossen.`,
    en: `${who} has closed the mentoring.`,
  }),
  'closed time': () => ({
    de: 'Das Mentoring wurde nach einem halben Jahr abgeschlossen. Wer weitermachen möchte, fragt einfach neu.',
    en: 'The mentoring was closed after half a year. To go on, simply ask again.',
  }),
  'closed left': () => ({
    de: 'Wer hier berät, ist nicht mehr als Mentorin oder Mentor tätig; das Mentoring ist beendet. Wer weiter Rat sucht, fragt einfach neu.',
    en: 'Whoever advised here is no mentor any more; the mentoring has ended. To go on, simply ask again.',
  }),
  'expired time': () => ({
    de: 'Zwei Wochen lang kam keine Antwort; die Anfrage ist abgelaufen.',
    en: 'There was no answer for two weeks; the question has expired.',
  }),
  'expired left': () => ({
    de: 'Die gefragte Person ist nicht mehr als Mentorin oder Mentor tätig; die Anfrage ist beendet.',
    en: 'The person who was asked is no mentor any more; the question is closed.',
  }),
  reminded: () => ({ de: 'An die Anfrage wurde erinnert.', en: 'A reminder was sent.' }),
  'feedback-asked': () => ({
    de: 'Nach acht Wochen wurde nach einer Rückmeldung gefragt.',
    en: 'Feedback was asked for after eight weeks.',
  }),
  feedback: () => ({ de: 'Eine Rückmeldung wurde gegeben.', en: 'Feedback was given.' }),
  'words-erased': () => ({ de: 'Lotse hat Texte gelöscht.', en: 'Lotse has deleted texts.' }),
};

/** What a click or command that came too late is told. */
export function lateWords({ state }: Mentoring, act: string): Text {
  if (act === 'feedback')
    return {
      de: 'Ihre Rückmeldung ist schon angekommen. Vielen Dank.',
      en: 'Your feedback has arrived already. Thank you.',
    };
  return {
    de: `Das war schon erledigt. Jetziger Stand: ${stateWords[state].de}.`,
    en: `This was done already. It now stands at: ${stateWords[state].en}.`,
  };
}
