import type { Text } from '../../core/text.ts';
import type { Step } from './types/model.ts';

/* The fixed words of what requests tell people; which of them fits is decided in `notices.ts`. */

export const afterwards = {
  work: {
    de: 'Es wurde etwas geändert, nachdem Sie Ihren Teil erledigt hatten. Bitte prüfen Sie, ob noch etwas zu tun ist.',
    en: 'Something was changed after you had done your part. Please check whether there is more to do.',
  },
  here: {
    de: 'Der Antrag wurde geändert, nachdem Sie entschieden hatten. Bitte sagen Sie, ob es dabei bleibt. Sie können auch anders entscheiden oder nachfragen.',
    en: 'The request was changed after you had decided. Please say whether your decision stands. You can also decide otherwise or ask.',
  },
  later: {
    de: 'Der Antrag wurde geändert, nachdem Sie entschieden hatten. Er kommt noch einmal zu Ihnen, sobald die Schritte davor erledigt sind.',
    en: 'The request was changed after you had decided. It comes to you once more as soon as the steps before it are done.',
  },
  gone: {
    de: 'Der Antrag wurde geändert, nachdem Sie entschieden hatten. Sie müssen nichts tun; den jetzigen Stand zeigt der Antrag.',
    en: 'The request was changed after you had decided. There is nothing you have to do; the request shows its present state.',
  },
};

export const confirming: Text = { de: 'Geändert, bitte bestätigen', en: 'Changed, please confirm' };
export const lookAgain: Text = {
  de: 'Geändert, bitte noch einmal prüfen',
  en: 'Changed, please check again',
};
export const answeredWords: Text = { de: 'Rückfrage beantwortet', en: 'Question answered' };

/** What is asked of whoever acts at a step. */
export const toDo: Readonly<Record<Step['duty'], Text>> = {
  recommend: { de: 'Zur Befürwortung', en: 'For your recommendation' },
  approve: { de: 'Zur Entscheidung', en: 'For your decision' },
  consent: { de: 'Zur Zustimmung', en: 'For your consent' },
  hear: { de: 'Zur Stellungnahme', en: 'For your opinion' },
  inform: { de: 'Zur Kenntnis', en: 'For your information' },
  do: { de: 'Zur Bearbeitung', en: 'For you to handle' },
  renew: { de: 'Läuft ab, bitte bestätigen', en: 'Ends soon, please confirm' },
};

/** What happened, in a word or two. */
export const headlines: Readonly<Record<string, Text>> = {
  recommended: { de: 'Befürwortet', en: 'Recommended' },
  'advised-against': { de: 'Nicht befürwortet', en: 'Not recommended' },
  approved: { de: 'Zugestimmt', en: 'Agreed' },
  rejected: { de: 'Abgelehnt', en: 'Rejected' },
  consented: { de: 'Zugestimmt', en: 'Consented' },
  'consent-refused': { de: 'Nicht zugestimmt', en: 'No consent' },
  unasked: { de: 'Rückfrage zurückgenommen', en: 'Question taken back' },
  corrected: { de: 'Einstufung berichtigt', en: 'Classification corrected' },
  taken: { de: 'In Arbeit', en: 'Being handled' },
  'carried-out': { de: 'Erledigt', en: 'Done' },
  withdrawn: { de: 'Zurückgezogen', en: 'Withdrawn' },
  prolonged: { de: 'Verlängert', en: 'Prolonged' },
  expired: { de: 'Beendet', en: 'Ended' },
  'not-prolonged': { de: 'Abgelaufen', en: 'Expired' },
  'still-there': { de: 'Wieder offen', en: 'Open again' },
  assigned: { de: 'Jemand anderes beauftragt', en: 'Somebody else put in charge' },
  'override-approved': { de: 'Zugestimmt durch 10.50', en: 'Agreed by 10.50' },
  'override-rejected': { de: 'Abgelehnt durch 10.50', en: 'Rejected by 10.50' },
};

export const remind = {
  answer: {
    de: 'Erinnerung: Hier fehlt noch Ihre Antwort auf eine Rückfrage. Ohne sie geht es nicht weiter.',
    en: 'Reminder: your answer to a question is still missing here. It cannot go on without it.',
  },
  unanswered: {
    de: 'Auf Ihre Rückfrage ist bisher keine Antwort gekommen; Lotse hat daran erinnert.',
    en: 'Your question has not been answered so far; Lotse has sent a reminder.',
  },
  first: {
    de: 'Erinnerung: Die Frist ist vorbei. Bitte kümmern Sie sich darum.',
    en: 'Reminder: this is overdue. Please see to it.',
  },
  again: {
    de: 'Erneute Erinnerung: Das wartet schon länger. Die Vertretung oder die nächsthöhere Rolle ist jetzt auch gefragt.',
    en: 'Reminder: this has been waiting for long. The deputy or the role above has been asked as well.',
  },
};
export const vacant = {
  de: 'Für diesen Schritt ist im Verzeichnis niemand da, der die Rolle innehat oder vertritt. Es handelt die nächsthöhere Rolle. Bitte prüfen Sie die Zuordnung.',
  en: 'The directory has nobody who holds the role of this step or deputises for it. The role above acts. Please check the assignment.',
};
