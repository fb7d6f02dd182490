import type { TabName } from '../core/tab.ts';
import type { Language } from '../core/text.ts';
import { wordsIn } from '../core/text.ts';

/** What the pages themselves say; everything else comes from the features. */
export const words = (language: Language) => {
  const t = wordsIn(language);
  return {
    tabs: {
      roles: t('Rollenmodell', 'Role model'),
      requests: t('Anträge', 'Requests'),
      board: t('Beirat', 'Board'),
      steering: t('Steuerung', 'Steering'),
      care: t('Pflege', 'Maintenance'),
    } satisfies Record<TabName, string>,
    pages: t('Seiten', 'Pages'),
    loading: t('Wird geladen …', 'Loading …'),
    working: t('Lotse arbeitet …', 'Lotse is working …'),
    reload: t('Neu laden', 'Reload'),
    asOf: (time: string) => t(`Stand ${time} Uhr`, `As of ${time}`),
    stale: t(
      'Hier hat sich inzwischen etwas geändert. Was Sie sehen, ist der Stand von vorhin.',
      'Something has changed here meanwhile. What you see is as it was before.',
    ),
    again: t('Noch einmal versuchen', 'Try again'),
    offline: t(
      'Keine Verbindung. Sie sehen den letzten Stand; sobald die Verbindung da ist, geht es weiter.',
      'No connection. You see the latest state; it goes on as soon as the connection is back.',
    ),
    failed: t(
      'Das hat nicht geklappt. Der Fehler liegt bei uns und ist notiert.',
      'That did not work. The fault is ours and has been recorded.',
    ),
    signIn: t('Anmelden', 'Sign in'),
    unknown: t(
      'Lotse weiß nicht, wer Sie sind. Bitte melden Sie sich noch einmal an.',
      'Lotse does not know who you are. Please sign in again.',
    ),
    unknownHere: t(
      'Wer sind Sie? Auf diesem Computer sagt es die Adresse: „?as=staff-61“.',
      'Who are you? On this computer the address says so: “?as=staff-61”.',
    ),
    tooFast: t(
      'Das ging etwas schnell. Bitte gleich noch einmal.',
      'That was a little fast. Please try again.',
    ),
    ask: t('Fragen oder anweisen, wie im Chat', 'Ask or instruct, as in the chat'),
    send: t('Senden', 'Send'),
    close: t('Schließen', 'Close'),
    inChat: t('Im Chat weitermachen', 'Go on in the chat'),
    examples: t('Was Sie hier schreiben können', 'What you can type here'),
    search: t('Suchen', 'Search'),
    state: t('Stand', 'State'),
    allStates: t('Jeder Stand', 'Any state'),
    open: t('Offene', 'Open'),
    number: t('Nummer', 'Number'),
    subject: t('Worum es geht', 'Subject'),
    due: t('Frist', 'Due'),
    details: t('Angaben', 'Details'),
    changed: t('Zuletzt', 'Latest'),
    save: t('Als CSV speichern', 'Save as CSV'),
    saveAs: (kind: string) => t(`Als ${kind} speichern`, `Save as ${kind}`),
    chosen: (count: number) => t(`${count} ausgewählt`, `${count} chosen`),
    choose: (label: string) => t(`${label} auswählen`, `Choose ${label}`),
    chooseAll: t('Alle auswählen', 'Choose all'),
    nothingFound: t('Dazu finde ich hier nichts.', 'Nothing here fits that.'),
    count: (shown: number, all: number) => t(`${shown} von ${all}`, `${shown} of ${all}`),
    doing: (at: number, all: number) => t(`${at} von ${all} erledigt`, `${at} of ${all} done`),
    saved: t('Festgehalten.', 'Recorded.'),
    result: t('Was daraus wurde', 'What came of it'),
    asTable: t('Als Tabelle', 'As a table'),
    what: t('Was', 'What'),
    unit: t('Amt', 'Unit'),
    everywhere: t('Ganze Verwaltung', 'Whole administration'),
    print: t('Drucken', 'Print'),
    holders: t('Wer', 'Who'),
    role: t('Rolle', 'Role'),
    level: t('Ebene', 'Level'),
    relations: t('Beziehungen', 'Relations'),
    answerOf: t('Antwort', 'Answer'),
    onlyGaps: t('Nur Lücken zeigen', 'Show gaps only'),
    earlier: t('Geschehen', 'Done'),
    now: t('Jetzt', 'Now'),
    ahead: t('Noch vor uns', 'Ahead'),
    more: (count: number) => t(`${count} weitere zeigen`, `Show ${count} more`),
    addFiles: t('Dateien hinzufügen', 'Add files'),
    saveFile: (name: string) => t(`${name} speichern`, `Save ${name}`),
    isOver: t('beendet', 'closed'),
  };
};
export type Words = ReturnType<typeof words>;
