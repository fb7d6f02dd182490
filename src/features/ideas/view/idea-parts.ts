import { dayIn, momentIn } from '../../../core/day.ts';
import type { Language } from '../../../core/text.ts';
import { quoted, shortened } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import type { Idea } from '../idea.ts';
import { topicName } from '../topics.ts';
import { outcomeWords, scopeWords, stateWords } from './words.ts';

type Fact = { readonly title: string; readonly value: string };

export function subtitleOf(idea: Idea, language: Language, { directory }: Context): string {
  const { unit, name } = idea.submitter;
  const label = unit ? directory.unitLabel(unit, language) : '';
  // A function such as "IT-Beauftragte Amt 61" says the office itself.
  const who = !label || name.includes(label) ? name : `${name}, ${label}`;
  return [idea.id, topicName(idea.topic)[language], who, momentIn(language, idea.createdAt)].join(' · ');
}

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
    question: said(question.byName, question.note ?? '', language, 300),
    answer: said(answer.byName, answer.note ?? '', language, 300),
  };
}

/** Why it ended, where there was no evaluation. */
export const closingNote = ({ state, history }: Idea): string | undefined =>
  state === 'declined' || state === 'done'
    ? history.findLast(({ act }) => act === 'declined' || act === 'finished')?.note
    : undefined;

export function factsOf(
  idea: Idea,
  concerned: boolean,
  language: Language,
  { directory }: Context,
): readonly Fact[] {
  const titles = factTitles[language];
  return [
    { title: titles.gains, value: idea.gains ?? '' },
    { title: titles.scope, value: scopeWords[idea.scope][language] },
    { title: titles.unit, value: idea.unit ? directory.unitLabel(idea.unit, language) : '' },
    // A company may not want to be known for what it plans.
    { title: titles.company, value: concerned ? (idea.company ?? '') : '' },
  ].filter(({ value }) => value !== '');
}

const factTitles = {
  de: { gains: 'Wer etwas davon hat', scope: 'Für', unit: 'Amt', company: 'Unternehmen' },
  en: { gains: 'Who gains', scope: 'For', unit: 'Office', company: 'Company' },
};

export function supportOf({ supporters }: Idea, language: Language): string {
  const count = supporters.length;
  if (count === 0)
    return language === 'de' ? 'Noch niemand unterstützt diese Idee.' : 'Nobody supports this idea yet.';
  if (count === 1)
    return language === 'de' ? '1 Person unterstützt diese Idee.' : '1 person supports this idea.';
  return language === 'de'
    ? `${count} Personen unterstützen diese Idee.`
    : `${count} people support this idea.`;
}

export const namesOf = ({ supporters }: Idea): string => {
  const names = supporters.slice(0, 8).map(({ name }) => name);
  return [...names, ...(supporters.length > 8 ? [`+ ${supporters.length - 8}`] : [])].join(', ');
};

/** Other wordings of the same idea, shortened: the whole is on the cards of the ideas themselves. */
export const mergedOf = ({ merged }: Idea, language: Language): readonly string[] =>
  merged
    .slice(0, 3)
    .map(
      ({ id, title, problem }) =>
        `${id} ${quoted(shortened(title, 60), language)}: ${shortened(problem, 120)}`,
    );

/** What the text about the result is: the way forward, or why there is none. */
export const wayTitleOf = ({ state }: Idea, language: Language): string =>
  state === 'declined' ? reason[language] : state === 'done' ? result[language] : way[language];

const reason = { de: 'Warum nicht', en: 'Why not' };
const result = { de: 'Was daraus geworden ist', en: 'What came of it' };
const way = { de: 'Wie es weitergeht', en: 'How it goes on' };
