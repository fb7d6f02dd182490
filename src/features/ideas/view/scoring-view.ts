import { dayIn } from '../../../core/day.ts';
import type { Language } from '../../../core/text.ts';
import { criteria, type Idea } from '../idea.ts';
import { criterionWords, scaleWords } from './words.ts';

/** What a member fills in; only what this member said before stands in it. */
export type ScoringView = {
  readonly text: string;
  readonly inputs: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly choices: readonly { readonly title: string; readonly value: string }[];
  }[];
  readonly comment: string;
  readonly submit: string;
};

export function scoringView(idea: Idea, party: string, language: Language, typed = ''): ScoringView {
  const own = idea.scores.find(({ by }) => by === party);
  const day = idea.place ? dayIn(language, idea.place.day) : '';
  return {
    text: (own ? given : asked)(day)[language],
    inputs: criteria.map((criterion) => ({
      name: criterion,
      label: `${criterionWords[criterion][language]} (${scaleWords[criterion][language]})`,
      value: own ? String(own.marks[criterion]) : '',
      choices: ['1', '2', '3', '4', '5'].map((value) => ({ title: value, value })),
    })),
    comment: typed || (own?.comment ?? ''),
    submit: (own ? change : send)[language],
  };
}

const asked = (day: string) => ({
  de: `Bitte bewerten Sie die Idee bis zum ${day}. Was die anderen sagen, wird erst gezeigt, wenn alle bewertet haben oder der Tag vorbei ist; Ihr Name steht nicht dabei.`,
  en: `Please score the idea until ${day}. What the others say is shown only when all have scored or the day is over; your name is not shown with it.`,
});
const given = (day: string) => ({
  de: `Ihre Bewertung ist gespeichert. Bis zum ${day} können Sie sie ändern, solange noch nicht alle bewertet haben.`,
  en: `Your score is saved. You can change it until ${day}, as long as not all have scored.`,
});
const send = { de: 'Bewertung abgeben', en: 'Send score' };
const change = { de: 'Bewertung ändern', en: 'Change score' };
