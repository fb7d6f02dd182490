import type { Showing } from '../../../case/case-type.ts';
import { dayIn, momentIn } from '../../../core/day.ts';
import { type Language, quoted, shortened, type Text, wordsIn } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import { outcomeWords, scopeWords, stateWords } from '../labels.ts';
import { type Idea, isOver } from '../model.ts';
import { mayHandOver, maySeparate } from '../policy.ts';
import { topicName } from '../topics.ts';

type Fact = { readonly title: string; readonly value: string };

export function subtitleOf(idea: Idea, language: Language, { directory }: Context): string {
  const { unit, name } = idea.submitter;
  const label = unit ? directory.unitLabel(unit, language) : '';
  // A function such as "IT-Beauftragte Amt 61" says the office itself.
  const person = !label || name.includes(label) ? name : `${name}, ${label}`;
  const who = idea.company ? forCompany(person)[language] : person;
  return [idea.id, topicName(idea.topic)[language], who, momentIn(language, idea.createdAt)].join(' · ');
}

/** Whoever enters an idea for a company is not who had it. */
export const forCompany = (name: string): Text => ({
  de: `${name} für ein Unternehmen`,
  en: `${name} for a company`,
});

export function stateOf({ state, evaluation, place }: Idea, language: Language): string {
  const word = stateWords[state][language];
  if (state === 'evaluated' && evaluation) return `${word}: ${outcomeWords[evaluation.outcome][language]}`;
  if (state === 'on-agenda' && place) return `${word} · ${dayIn(language, place.day)}`;
  return word;
}

export const said = (name: string, text: string, language: Language, most = 500): string =>
  `${name}: ${quoted(shortened(text, most), language)}`;

/** The last question and its answer, until somebody decides on the strength of it. */
export function exchangeOf(
  { history, evaluation }: Idea,
  language: Language,
): { readonly question: string; readonly answer: string } | undefined {
  const answer = history.findLast(({ act }) => act === 'answered');
  const question = history.findLast(({ act }) => act === 'asked-back');
  if (!answer || !question || evaluation) return undefined;
  return {
    question: said(question.byName, question.note ?? '', language, 220),
    answer: said(answer.byName, answer.note ?? '', language, 220),
  };
}

/** Why it ended, where there was no evaluation. */
export const closingNote = ({ state, history }: Idea): string | undefined =>
  state === 'declined' || state === 'done'
    ? history.findLast(({ act }) => act === 'declined' || act === 'finished')?.note
    : undefined;

export function factsOf(
  idea: Idea,
  readsCompany: boolean,
  language: Language,
  { directory }: Context,
): readonly Fact[] {
  const titles = factTitles[language];
  return [
    { title: titles.gains, value: idea.gains ?? '' },
    { title: titles.scope, value: scopeWords[idea.scope][language] },
    { title: titles.unit, value: idea.unit ? directory.unitLabel(idea.unit, language) : '' },
    // A company may not want to be known for what it plans.
    { title: titles.company, value: readsCompany ? (idea.company ?? '') : '' },
  ].filter(({ value }) => value !== '');
}

const factTitles = {
  de: { gains: 'Wer etwas davon hat', scope: 'Für', unit: 'Amt', company: 'Unternehmen' },
  en: { gains: 'Who benefits', scope: 'For', unit: 'Office', company: 'Company' },
};

export function supportOf({ supporters }: Idea, language: Language): string {
  const t = wordsIn(language);
  const count = supporters.length;
  if (count === 0) return t('Noch niemand unterstützt diese Idee.', 'Nobody supports this idea yet.');
  if (count === 1) return t('1 Person unterstützt diese Idee.', '1 person supports this idea.');
  return t(`${count} Personen unterstützen diese Idee.`, `${count} people support this idea.`);
}

export const namesOf = ({ supporters }: Idea): string => {
  const names = supporters.slice(0, 6).map(({ name }) => name);
  return [...names, ...(supporters.length > 6 ? [`+ ${supporters.length - 6}`] : [])].join(', ');
};

const mostMerged = 2;

/** Other ideas that said the same; their words are on their own cards, which these lines lead to. */
export const mergedOf = ({ merged }: Idea, language: Language) => {
  const more = merged.length - mostMerged;
  return {
    merged: merged
      .slice(0, mostMerged)
      .map(({ id, title }) => ({ id, text: `${id} ${quoted(shortened(title, 60), language)}` })),
    mergedMore: more > 0 ? wordsIn(language)(`und ${more} weitere`, `and ${more} more`) : '',
  };
};

/** What the text about the result is: the way forward, or why there is none. */
export const wayTitleOf = ({ state }: Idea, language: Language): string =>
  state === 'declined' ? reason[language] : state === 'done' ? result[language] : way[language];

const reason = { de: 'Warum nicht', en: 'Why not' };
const result = { de: 'Was daraus geworden ist', en: 'What came of it' };
const way = { de: 'Wie es weitergeht', en: 'How it goes on' };

/** What somebody can do with an idea now; the buttons of its card follow it. */
export type Possible =
  | 'support'
  | 'unsupport'
  | 'answer'
  | 'withdraw'
  | 'review'
  | 'ask'
  | 'decline'
  | 'merge'
  | 'unmerge'
  | 'offer'
  | 'recall'
  | 'present'
  | 'evaluate'
  | 'record'
  | 'score'
  | 'handOver'
  | 'finish';
export type Can = Readonly<Record<Possible, boolean>>;

export function canOf(idea: Idea, viewer: string, context: Context, can: Showing['can']): Can {
  const withBeirat = idea.state === 'on-agenda';
  return {
    support: can('support'),
    unsupport: can('unsupport'),
    answer: can('answer'),
    withdraw: can('withdraw'),
    review: can('review'),
    ask: can('ask'),
    decline: can('decline'),
    // Which idea it would be merged into is still to be said; who may do it is the same as for declining.
    merge: can('decline'),
    unmerge: maySeparate(idea, viewer, context),
    offer: can('offer'),
    recall: can('recall'),
    present: can('present'),
    // One act with two forms: who reviews decides alone, the office of the Beirat records what came of its meeting.
    evaluate: !withBeirat && can('evaluate'),
    record: withBeirat && can('evaluate'),
    score: can('score'),
    handOver: mayHandOver(idea, viewer, context),
    finish: can('finish'),
  };
}

/** What is asked of the person who looks at the card, first thing. */
export function remarkFor(idea: Idea, can: Can, language: Language, goesOnIn?: Idea): string | undefined {
  if (can.answer) return ask.answer[language];
  if (can.present && idea.presents === undefined) return asksToPresent[language];
  if (can.score) return undefined;
  if (can.record) return ask.record[language];
  if (can.review) return ask.review[language];
  if (can.handOver) return ask.next[language];
  if (!idea.duplicateOf) return undefined;
  const into = mergedInto(goesOnIn?.id ?? idea.duplicateOf)[language];
  if (!goesOnIn || !isOver(goesOnIn)) return into;
  const state = stateOf(goesOnIn, language);
  return `${into} ${wordsIn(language)(`Sie ist inzwischen beendet: ${state}.`, `It has ended meanwhile: ${state}.`)}`;
}

/** Said to whoever had the idea, once it goes to the Beirat. */
export const asksToPresent: Text = {
  de: 'Ihre Idee kommt in den Digitalen Beirat. Möchten Sie sie dort selbst vorstellen? Ohne Ihre Zusage nennt Sie niemand auf der Tagesordnung.',
  en: 'Your idea goes to the Digital Advisory Board. Would you like to present it there yourself? Without your yes nobody names you on the agenda.',
};

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
    en: 'Please record the board’s result with the way forward.',
  },
  next: {
    de: 'Wie geht es weiter? Machen Sie einen Antrag daraus, oder schließen Sie die Idee ab.',
    en: 'How does it go on? Make it a request, or close the idea.',
  },
};

/** Where a merged idea goes on. */
export const mergedInto = (id: string): Text => ({
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
