import type { Language, Text } from '../../../core/text.ts';
import type { Idea } from '../idea.ts';
import type { Can } from './possible.ts';

/** What is asked of the person who looks at the card, first thing. */
export function remarkFor(idea: Idea, can: Can, language: Language): string | undefined {
  if (can.answer) return ask.answer[language];
  if (can.score) return undefined;
  if (can.record) return ask.record[language];
  if (can.review) return ask.review[language];
  if (can.handOver) return ask.next[language];
  if (idea.duplicateOf) return mergedInto(idea.duplicateOf)[language];
  return undefined;
}

const ask = {
  answer: {
    de: 'Zu Ihrer Idee gibt es eine Rückfrage. Sie geht weiter, sobald Sie geantwortet haben.',
    en: 'There is a question about your idea. It goes on as soon as you have answered.',
  },
  review: {
    de: 'Bitte prüfen Sie diese Idee, oder fragen Sie nach.',
    en: 'Please review this idea, or ask a question.',
  },
  record: {
    de: 'Bitte halten Sie das Ergebnis des Beirats mit dem Lösungsweg fest.',
    en: 'Please record the result of the Beirat with the way forward.',
  },
  next: {
    de: 'Wie geht es weiter? Machen Sie einen Antrag daraus, oder schließen Sie die Idee ab.',
    en: 'How does it go on? Make it a request, or close the idea.',
  },
};

const mergedInto = (id: string): Text => ({
  de: `Diese Idee geht in ${id} weiter. Wer sie unterstützt hat, unterstützt jetzt jene.`,
  en: `This idea goes on in ${id}. Whoever supported it supports that one now.`,
});

/** Label of the field that goes with the buttons; `undefined` when there is nothing to write. */
export function noteLabel(can: Can, language: Language): string | undefined {
  if (can.answer) return labels.answer[language];
  if (can.ask) return labels.review[language];
  return can.decline ? labels.decline[language] : undefined;
}

const labels = {
  answer: { de: 'Ihre Antwort', en: 'Your answer' },
  review: {
    de: 'Frage oder Begründung (nötig bei Rückfrage und Ablehnung)',
    en: 'Question or reason (needed to ask or decline)',
  },
  decline: { de: 'Begründung (nötig bei Ablehnung)', en: 'Reason (needed to decline)' },
};
