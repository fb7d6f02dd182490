import type { Language } from '../../../core/text.ts';
import type { Request } from '../model.ts';
import type { Can } from './case.ts';

/** What is asked of the person who looks at the card, first thing. */
export function remarkFor(request: Request, can: Can, language: Language): string | undefined {
  if (can.answer) return ask.answer[language];
  if (can.decide) return ask.decide[language];
  if (can.opine) return ask.opine[language];
  if (can.take) return ask.take[language];
  return request.state === 'rejected' ? ask.rejected[language] : undefined;
}

const ask = {
  answer: {
    de: 'Zu Ihrem Antrag gibt es eine Rückfrage. Er geht weiter, sobald Sie geantwortet haben.',
    en: 'There is a question about your request. It goes on as soon as you have answered.',
  },
  decide: { de: 'Bitte entscheiden Sie über diesen Antrag.', en: 'Please decide on this request.' },
  opine: {
    de: 'Bitte nehmen Sie Stellung zu diesem Antrag.',
    en: 'Please give your opinion on this request.',
  },
  take: { de: 'Bitte übernehmen Sie die Ausführung.', en: 'Please take over the work.' },
  rejected: {
    de: 'Der Grund steht beim letzten Schritt. Sie können den Antrag ändern und neu stellen.',
    en: 'The reason stands at the last step. You can change the request and submit it again.',
  },
};

/** Label of the field that goes with the buttons; `undefined` when there is nothing to do. */
export function noteLabel(can: Can, language: Language): string | undefined {
  const label = can.answer
    ? labels.answer
    : can.decide
      ? labels.decide
      : can.opine
        ? labels.opine
        : undefined;
  return (label ?? (can.finish ? labels.finish : undefined))?.[language];
}

const labels = {
  answer: { de: 'Ihre Antwort', en: 'Your answer' },
  decide: {
    de: 'Begründung oder Frage (nötig bei Ablehnung, Rückfrage und Weitergabe)',
    en: 'Reason or question (needed to reject, ask or pass on)',
  },
  opine: { de: 'Ihre Stellungnahme oder Frage', en: 'Your opinion or question' },
  finish: {
    de: 'Rückmeldung oder Frage (nötig bei „Erledigt“)',
    en: 'Feedback or question (needed for “Done”)',
  },
};
