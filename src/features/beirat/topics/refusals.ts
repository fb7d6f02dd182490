import { Refusal } from '../../../core/refusal.ts';

export const mayNotPropose = () =>
  new Refusal('topic-not-yours', {
    de: 'Themen für die Tagesordnung schlagen nach der Geschäftsordnung andere vor. Ihre Idee für die Verwaltung nimmt „Idee“ auf; sie kann in den Beirat kommen.',
    en: 'By the rules of procedure others propose topics for the agenda. “Idea” takes your idea; it can come before the board.',
  });
export const titleMissing = () =>
  new Refusal('topic-title', {
    de: 'Bitte geben Sie dem Thema einen Titel.',
    en: 'Please give the topic a title.',
  });
export const reasonMissing = () =>
  new Refusal('topic-reason', {
    de: 'Bitte schreiben Sie kurz, warum das Thema nicht auf die Tagesordnung kommt. Wer es vorgeschlagen hat, liest es.',
    en: 'Please write briefly why the topic is not taken onto the agenda. Whoever proposed it reads it.',
  });
export const onlyProposer = (name: string) =>
  new Refusal('topic-proposer', {
    de: `Zurückziehen kann den Vorschlag nur, wer ihn gemacht hat: ${name}.`,
    en: `Only the person who made the proposal can withdraw it: ${name}.`,
  });
export const topicOver = () =>
  new Refusal('topic-over', {
    de: 'Über diesen Vorschlag ist schon entschieden. So steht es jetzt.',
    en: 'This proposal has been decided already. This is how it stands now.',
  });
export const onAgenda = () =>
  new Refusal('topic-on-agenda', {
    de: 'Das Thema steht auf einer Tagesordnung. Bitte wenden Sie sich an die Geschäftsführung des Beirats.',
    en: 'The topic is on an agenda. Please contact the board’s office.',
  });
export const noOpenAgenda = () =>
  new Refusal('topic-no-agenda', {
    de: 'Zurzeit ist keine Sitzung in Planung. „Neue Sitzung“ beginnt eine; bei ihrer Tagesordnung steht der Vorschlag zur Übernahme.',
    en: 'No meeting is being planned at present. “New meeting” starts one; the proposal is offered beside its agenda.',
  });
