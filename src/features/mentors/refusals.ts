import { Refusal } from '../../core/refusal.ts';

/** The expected no of a decision, each with what to do instead. */
const refusal = (code: string, de: string, en: string) => () => new Refusal(code, { de, en });

export const onlyMentor = refusal(
  'only-mentor',
  'Zusagen oder absagen kann nur die Mentorin oder der Mentor selbst. Dauert es zu lange, können Sie die Anfrage zurückziehen und jemand anderen fragen.',
  'Only the mentor can accept or decline. If it takes too long, you can withdraw your question and ask somebody else.',
);
export const noMentorAnyMore = refusal(
  'no-mentor-any-more',
  'Sie sind im Verzeichnis nicht mehr als Digitale Mentorin oder Digitaler Mentor eingetragen und können nicht mehr zusagen. Bitte sagen Sie ab; Fragen dazu beantwortet der Digitallotse Wirtschaft.',
  'The directory does not list you as a digital mentor any more, so you cannot accept. Please decline; the Digitallotse Wirtschaft answers questions about this.',
);
export const onlyAsker = refusal(
  'only-asker',
  'Das kann nur, wer gefragt hat. Möglich sind die Schaltflächen auf der Karte des Mentorings.',
  'Only the person who asked can do this. The buttons on the card of the mentoring show what is possible.',
);
export const notOver = refusal(
  'not-over',
  'Eine Rückmeldung ist möglich, wenn das Mentoring abgeschlossen ist oder acht Wochen gelaufen ist. Sie können es jetzt abschließen.',
  'Feedback is possible when the mentoring is closed or has run for eight weeks. You can close it now.',
);
export const neverBegan = refusal(
  'never-began',
  'Dieses Mentoring ist nicht zustande gekommen; eine Rückmeldung gibt es dazu nicht. „Mentoren“ zeigt, wen Sie sonst fragen können.',
  'This mentoring did not come about, so there is no feedback about it. “Mentors” shows whom else you can ask.',
);
export const helpedMissing = refusal(
  'helped-missing',
  'Bitte wählen Sie, ob das Mentoring geholfen hat: ja, teilweise oder nein.',
  'Please choose whether the mentoring has helped: yes, partly or no.',
);
export const unanswered = refusal(
  'not-accepted',
  'Dieses Mentoring hat noch nicht begonnen: Die Antwort steht noch aus. Zurückziehen kann, wer gefragt hat; absagen die Mentorin oder der Mentor.',
  'This mentoring has not begun: the answer is still open. The asker can withdraw it, the mentor can decline.',
);
