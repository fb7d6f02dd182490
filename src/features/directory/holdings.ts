import type { Holding } from '../../case/holding.ts';
import type { PersonPlace } from '../../case/people.ts';
import type { Text } from '../../core/text.ts';
import { absenceCollection } from './absence.ts';
import { changeCollection, changeCovers, DirectoryChange, stateCollection } from './changes/model.ts';
import { confirmationCollection } from './confirming/round.ts';
import { nameCollection } from './further-names.ts';
import { keptDays } from './gaps.ts';
import { healthCollection } from './health-week.ts';
import { proposalForms } from './proposals/model.ts';
import { troubleCollection } from './troubles.ts';

const rowSides = ['before', 'after'] as const;

export const gapCollection = 'gaps';
export const gapCountCollection = 'gap-counts';
export const feedbackCollection = 'feedback';

const kept: Text = {
  de: `${keptDays} Tage nach dem letzten Mal; das prüft Lotse täglich.`,
  en: `${keptDays} days after the last time; Lotse looks every day.`,
};

/** What is kept of questions. Nobody stands in it, on purpose; it cannot be found or erased by person. */
export const directoryHoldings: readonly Holding[] = [
  {
    collection: gapCollection,
    noun: { de: 'Offene Frage', en: 'Open question' },
    people: [],
    kept,
    onErase: 'keep',
  },
  {
    collection: gapCountCollection,
    noun: { de: 'Zählung offener Fragen', en: 'Count of open questions' },
    people: [],
    kept,
    onErase: 'keep',
  },
  {
    collection: feedbackCollection,
    noun: { de: 'Rückmeldung zu einer Antwort', en: 'Feedback about an answer' },
    people: [],
    kept,
    onErase: 'keep',
  },
  {
    collection: nameCollection,
    noun: { de: 'Weiterer Name', en: 'Further name' },
    people: [
      {
        at: '',
        id: 'by',
        names: ['byName'],
        as: { de: 'hat das Wort freigegeben', en: 'released the word' },
      },
    ],
    kept: {
      de: 'Bis 10.50 das Wort entfernt.',
      en: 'Until 10.50 removes the word.',
    },
    onErase: 'blank',
  },
  {
    collection: absenceCollection,
    noun: { de: 'Abwesenheit', en: 'Absence' },
    people: [
      { at: '', id: 'person', as: { de: 'ist abwesend', en: 'is away' } },
      { at: '', id: 'by', as: { de: 'hat sie eingetragen', en: 'entered it' }, erased: 'blank' },
    ],
    kept: {
      de: 'Bis zum Tag nach dem letzten Tag; wer früher zurück ist, entfernt sie selbst.',
      en: 'Until the day after the last day; whoever is back earlier removes it.',
    },
    onErase: 'remove',
  },
  {
    collection: troubleCollection,
    noun: { de: 'Fehler in einer gepflegten Datei', en: 'Mistake in a file that people keep' },
    people: [],
    kept: {
      de: 'Bis die Datei wieder stimmt; darin stehen Kennungen und Zeilen, keine Worte von Personen.',
      en: 'Until the file is right again; it holds ids and lines, no words of people.',
    },
    onErase: 'keep',
  },
  {
    collection: proposalForms,
    noun: { de: 'Abgeschickter Vorschlag', en: 'Sent proposal' },
    people: [{ at: '', id: 'by', as: { de: 'hat ihn abgeschickt', en: 'sent it' } }],
    kept: { de: '30 Tage.', en: '30 days.' },
    onErase: 'remove',
  },
  {
    collection: healthCollection,
    noun: { de: 'Zustand des Verzeichnisses in einer Woche', en: 'State of the directory in a week' },
    people: [],
    kept: {
      de: 'Zwei Wochen; darin stehen nur Anzahlen.',
      en: 'Two weeks; it holds numbers only.',
    },
    onErase: 'keep',
  },
  {
    collection: changeCollection,
    noun: { de: 'Änderung am Verzeichnis', en: 'Change of the directory' },
    people: [
      {
        at: 'settings[]',
        id: 'person',
        as: { de: 'kam in eine Liste von Personen oder ging', en: 'came to a list of people, or went' },
      },
      ...rowSides.flatMap((side): readonly PersonPlace[] => [
        {
          at: `persons[].${side}`,
          id: 'id',
          names: ['name'],
          words: ['email', 'phone', 'teamsId', 'unit'],
          as: { de: 'steht in einer geänderten Zeile', en: 'stands in a row that was changed' },
        },
        {
          at: `assignments[].${side}`,
          id: 'person',
          as: { de: 'hatte oder bekam eine Aufgabe', en: 'had or was given a task' },
        },
        {
          at: `order[].${side}[]`,
          id: '',
          as: { de: 'steht in einer Reihenfolge', en: 'stands in an order' },
        },
      ]),
    ],
    kept: {
      de: 'Zehn Jahre; Telefon, E-Mail und Teams-Kennung darin ein Jahr. So lange bleibt nachvollziehbar, wer zuständig war.',
      en: 'Ten years; phone, mail and Teams id in it for a year. So long it can be told who was responsible.',
    },
    onErase: 'blank',
    chain: {
      schema: DirectoryChange,
      covers: changeCovers,
      // What was decided rests in the chain; who it was goes when they ask.
      isOver: () => true,
    },
  },
  {
    collection: stateCollection,
    noun: { de: 'Stand der Aufzeichnung des Verzeichnisses', en: 'State of the record of the directory' },
    people: [],
    kept: {
      de: 'Auf Dauer; Prüfsummen, niemand steht darin.',
      en: 'For good; digests, nobody stands in it.',
    },
    onErase: 'keep',
  },
  {
    collection: confirmationCollection,
    noun: { de: 'Bestätigung des eigenen Eintrags', en: 'Confirmation of one’s own entry' },
    people: [
      { at: '', id: 'id', as: { de: 'wurde nach dem Eintrag gefragt', en: 'was asked about the entry' } },
    ],
    kept: {
      de: 'Solange die Person im Verzeichnis steht, höchstens zwei Jahre nach dem letzten Mal.',
      en: 'As long as the person is in the directory, two years after the last time at most.',
    },
    onErase: 'remove',
  },
];
