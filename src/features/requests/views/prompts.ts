import { today } from '../../../case/world.ts';
import { dayIn, dayOf } from '../../../core/day.ts';
import { type Language, quoted, wordsIn } from '../../../core/text.ts';
import { askedAt, type Capacity, placeOf, roleOf, signedBeside, votesNeeded } from '../actors.ts';
import { earlierVote } from '../decided.ts';
import type { Request, Surroundings, Vote } from '../model.ts';
import { capital, namingOf } from '../reports/naming.ts';
import { bodyOf, stepOf } from '../route.ts';
import { isDecision, type Step } from '../types/model.ts';
import type { Can } from './offered.ts';

/** What is true for the person who looks at the card, first thing: what is asked of them, and in what capacity. */
export function remarkFor(
  request: Request,
  viewer: string,
  can: Can,
  acting: Capacity | undefined,
  world: Surroundings,
  language: Language,
): string | undefined {
  const step = stepOf(request, request.open?.step);
  if (can.answer) return ask.answer[language];
  if (step?.renews && can.prolong) return renewing(step, request, language);
  if (step && (can.decide || can.opine || can.finish)) {
    const isEntering = (step.partner ?? step.enteredBy) !== undefined && acting?.onBehalfOf !== undefined;
    const asking = isEntering ? undefined : asked(step, request, can)?.[language];
    const parts = [
      ownPart(step, request, language),
      handedOver(request, viewer, world, language) ?? asking,
      acting && inPlaceOf(acting, step, request, world, language),
      secondHand(step, request, viewer, language),
    ];
    return parts.filter(Boolean).join(' ') || undefined;
  }
  return voted(request, viewer, world, language) ?? endOf(request, can, language);
}

const ask = {
  answer: {
    de: 'Es gibt eine Rückfrage an Sie. Sobald Sie geantwortet haben, geht es weiter.',
    en: 'There is a question for you. It goes on as soon as you have answered.',
  },
  decide: { de: 'Bitte entscheiden Sie über diesen Antrag.', en: 'Please decide on this request.' },
  recommend: {
    de: 'Bitte sagen Sie, ob Sie den Antrag befürworten. Er geht in jedem Fall weiter.',
    en: 'Please say whether you recommend this request. It goes on either way.',
  },
  consent: {
    de: 'Bitte sagen Sie, ob Sie zustimmen. Ein Nein geht mit Ihrer Begründung an die antragstellende Person zurück.',
    en: 'Please say whether you consent. A no goes back to the person who made the request, with your reason.',
  },
  opine: {
    de: 'Bitte nehmen Sie Stellung zu diesem Antrag.',
    en: 'Please give your opinion on this request.',
  },
  decideAgain: {
    de: 'Der Antrag wurde geändert, seit hier entschieden wurde. Bleibt es dabei? Sie können auch anders entscheiden oder nachfragen.',
    en: 'The request has changed since it was decided here. Does the decision stand? You can also decide otherwise or ask.',
  },
  recommendAgain: {
    de: 'Der Antrag wurde geändert, seit hier über die Befürwortung entschieden wurde. Bleibt es dabei? Sie können sich auch anders äußern oder nachfragen.',
    en: 'The request has changed since it was considered here. Does the recommendation stand? You can also change it or ask.',
  },
  opineAgain: {
    de: 'Der Antrag wurde geändert, seit hier Stellung genommen wurde. Bleibt die Stellungnahme? Sie können auch eine neue abgeben oder nachfragen.',
    en: 'The request has changed since an opinion was given here. Does it stand? You can also give another one or ask.',
  },
  take: { de: 'Bitte übernehmen Sie die Bearbeitung.', en: 'Please take over the work.' },
  rejected: {
    de: 'Den Grund finden Sie beim letzten Schritt. Sie können den Antrag ändern und neu stellen.',
    en: 'See the last step for the reason. You can change the request and submit it again.',
  },
};

function asked({ id, duty }: Step, request: Request, can: Can) {
  const isAgain = earlierVote(request, id) !== undefined;
  if (isAgain && can.opine) return ask.opineAgain;
  if (isAgain && can.decide) return duty === 'recommend' ? ask.recommendAgain : ask.decideAgain;
  if (can.decide) return duty === 'recommend' ? ask.recommend : duty === 'consent' ? ask.consent : ask.decide;
  return can.opine ? ask.opine : can.take ? ask.take : undefined;
}

function renewing({ renews }: Step, { fields }: Request, language: Language): string {
  const until = dayIn(language, String(fields[renews?.field ?? '']));
  const months = renews?.months ?? 0;
  return wordsIn(language)(
    `Gilt bis ${until}. Wird es weiter gebraucht? Mit „verlängern“ gilt es ${months} Monate länger. Ohne Antwort endet es an diesem Tag.`,
    `Valid until ${until}. Is it still needed? If you prolong it, it is valid for ${months} more months. Without an answer it ends on that day.`,
  );
}

/** Of several parts, which one this is and by when; the way of the whole says nothing about that. */
const ownPart = ({ name }: Step, { open }: Request, language: Language): string | undefined =>
  name && open
    ? wordsIn(language)(
        `Ihr Teil: ${name.de}, Frist ${dayIn('de', open.dueDay)}.`,
        `Your part: ${name.en}, due ${dayIn('en', open.dueDay)}.`,
      )
    : undefined;

/** Whoever has handed it over is not asked any more, but may still act. */
function handedOver(
  { open }: Request,
  viewer: string,
  { directory }: Surroundings,
  language: Language,
): string | undefined {
  const to = open?.assignedTo ?? open?.passedTo;
  if (!to || to === viewer) return undefined;
  const name = directory.person(to)?.name ?? to;
  return wordsIn(language)(
    `Weitergegeben an ${name}. Sie können trotzdem selbst handeln.`,
    `Passed on to ${name}. You can still act yourself.`,
  );
}

/** A deputy reads for whom and until when before signing. */
function inPlaceOf(
  { onBehalfOf, as }: Capacity,
  step: Step,
  request: Request,
  world: Surroundings,
  language: Language,
): string | undefined {
  if (!onBehalfOf) return undefined;
  if (step.enteredBy)
    return wordsIn(language)(
      `Der Antrag wartet auf ${bodyOf(step, world).de}. Bitte tragen Sie Ergebnis und Tag der Sitzung ein; den Text für die Vorlage gibt es unten.`,
      `The request waits for ${bodyOf(step, world).en}. Please enter the result and the day of the meeting; the text for the council paper is below.`,
    );
  if (step.partner)
    return wordsIn(language)(
      `Bitte tragen Sie ein, was diese Stelle dazu sagt: ${onBehalfOf}.`,
      `Please enter what this body says about it: ${bodyOf(step, world).en}.`,
    );
  const seats = world.directory.seats(roleOf(step), placeOf(step, request, world), today(world));
  const until = seats.find(({ person }) => person.name === onBehalfOf)?.absentUntil;
  const t = wordsIn(language);
  const why = until ? t(`, abwesend bis ${dayIn('de', until)}`, `, away until ${dayIn('en', until)}`) : '';
  const above = as === 'role-above' ? t(' als nächsthöhere Rolle', ' as the role above') : '';
  return t(`Sie handeln${above} für ${onBehalfOf}${why}.`, `You act${above} for ${onBehalfOf}${why}.`);
}

/** Nobody signs two steps without being told that it will show. */
const secondHand = (step: Step, request: Request, viewer: string, language: Language): string | undefined =>
  isDecision(step) &&
  !(step.partner ?? step.enteredBy) &&
  signedBeside(step, request).some(({ by }) => by === viewer)
    ? wordsIn(language)(
        'Sie haben hier schon einen anderen Schritt entschieden; das wird beim Schritt angezeigt.',
        'You have already decided another step here; this is shown at the step.',
      )
    : undefined;

function voted(
  request: Request,
  viewer: string,
  world: Surroundings,
  language: Language,
): string | undefined {
  const step = stepOf(request, request.open?.step);
  const votes = request.open?.votes ?? [];
  if (!step || !votes.some(({ by }) => by === viewer)) return undefined;
  const actors = askedAt(step, request, world, request.open);
  const by = new Set(votes.map((vote) => vote.by));
  const missing = actors.filter(({ person }) => !by.has(person.id)).map(({ person }) => person.name);
  const all = new Set([...by, ...actors.map(({ person }) => person.id)]).size;
  const needed = votesNeeded(step, all);
  return wordsIn(language)(
    `Ihre Stimme ist gezählt (${votes.length} von ${all}; nötig: ${needed} Ja). Es fehlt: ${missing.join(', ')}.`,
    `Your vote is counted (${votes.length} of ${all}; needed: ${needed} yes). Missing: ${missing.join(', ')}.`,
  );
}

function endOf(request: Request, can: Can, language: Language): string | undefined {
  if (request.state === 'rejected' && can.resubmit) return ask.rejected[language];
  if (request.state !== 'withdrawn' || !request.closedAt) return undefined;
  const day = dayIn(language, dayOf(request.closedAt));
  return wordsIn(language)(
    `Zurückgezogen am ${day}. Die Beteiligten sind informiert.`,
    `Withdrawn on ${day}. Everybody involved has been told.`,
  );
}

/** Label of the field that goes with the buttons; `undefined` when there is nothing to do. */
export function noteLabel(
  can: Can,
  step: Pick<Step, 'duty' | 'name'> | undefined,
  language: Language,
): string | undefined {
  const duty = step?.duty;
  if (can.answer) return labels.answer[language];
  if (can.prolong) return labels.renew[language];
  if (can.decide) return (duty === 'recommend' ? labels.recommend : labels.decide)[language];
  if (can.opine) return labels.opine[language];
  if (can.reopen) return labels.reopen[language];
  if (!can.finish) return undefined;
  // Of several parts the one that the buttons below are for.
  const part = step?.name && quoted(step.name[language], language);
  return part
    ? wordsIn(language)(
        `Rückmeldung oder Frage zu ${part} (nötig bei „Erledigt“)`,
        `Feedback or question about ${part} (needed for “Done”)`,
      )
    : labels.finish[language];
}

const labels = {
  answer: { de: 'Ihre Antwort', en: 'Your answer' },
  decide: {
    de: 'Begründung oder Frage (nötig bei Nein, Rückfrage und Weitergabe)',
    en: 'Reason or question (needed for no, to ask or to pass on)',
  },
  recommend: {
    de: 'Begründung oder Frage (nötig, wenn Sie nicht befürworten)',
    en: 'Reason or question (needed if you do not recommend it)',
  },
  renew: { de: 'Bemerkung (freiwillig)', en: 'Remark (optional)' },
  reopen: { de: 'Was geht noch nicht? (freiwillig)', en: 'What does not work yet? (optional)' },
  opine: { de: 'Ihre Stellungnahme oder Frage', en: 'Your opinion or question' },
  finish: {
    de: 'Rückmeldung oder Frage (nötig bei „Erledigt“)',
    en: 'Feedback or question (needed for “Done”)',
  },
};

/** How the requester takes a request back. */
export const takingBack = (request: Pick<Request, 'report'>, language: Language) => {
  const t = wordsIn(language);
  const { the } = namingOf(request);
  const says = capital({
    de: `${the.de} wird zurückgezogen. Die Beteiligten werden informiert.`,
    en: `${the.en} is withdrawn. Everybody involved is told.`,
  });
  return {
    title: t('Zurückziehen …', 'Withdraw …'),
    says: says[language],
    yes: t('Ja, zurückziehen', 'Yes, withdraw'),
  };
};

/** How a colleague objects to what somebody has entered for them. */
export const objecting = (language: Language): ReturnType<typeof takingBack> => {
  const t = wordsIn(language);
  return {
    title: t('Widersprechen …', 'Object …'),
    says: t(
      'Der Antrag wurde für Sie gestellt. Wenn Sie widersprechen, ist er zurückgezogen; die Beteiligten werden informiert.',
      'The request was made for you. If you object, it is withdrawn; everybody involved is told.',
    ),
    yes: t('Ja, widersprechen', 'Yes, object'),
  };
};

/**
 * What the two buttons of a decision say: a recommendation is none, and after a change the same or something else is said.
 * @param earlier what was said at the step before the change
 */
export function decisionWords(
  duty: Step['duty'] | undefined,
  earlier: Vote['say'] | undefined,
  language: Language,
  isEntering = false,
): { readonly yes: string; readonly no: string } {
  const t = wordsIn(language);
  if (isEntering)
    return {
      yes: t('Eintragen: zugestimmt', 'Enter: agreed'),
      no: t('Eintragen: nicht zugestimmt', 'Enter: not agreed'),
    };
  if (earlier === 'yes' && duty === 'recommend')
    return {
      yes: t('Weiter befürworten', 'Still recommend'),
      no: t('Nicht mehr befürworten', 'No longer recommend'),
    };
  if (earlier === 'yes')
    return {
      yes: duty === 'consent' ? t('Weiter zustimmen', 'Still consent') : t('Weiter zustimmen', 'Still agree'),
      no:
        duty === 'consent'
          ? t('Nicht mehr zustimmen', 'No longer consent')
          : t('Jetzt ablehnen', 'Reject now'),
    };
  if (earlier === 'no' && duty === 'recommend')
    return {
      yes: t('Jetzt befürworten', 'Recommend now'),
      no: t('Weiter nicht befürworten', 'Still not recommend'),
    };
  const yes =
    duty === 'recommend'
      ? t('Befürworten', 'Recommend')
      : duty === 'consent'
        ? t('Zustimmen', 'Consent')
        : t('Zustimmen', 'Agree');
  const no =
    duty === 'recommend'
      ? t('Nicht befürworten', 'Do not recommend')
      : duty === 'consent'
        ? t('Nicht zustimmen', 'Do not consent')
        : t('Ablehnen', 'Reject');
  return { yes, no };
}
