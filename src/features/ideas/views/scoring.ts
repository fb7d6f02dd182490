import type { Fields } from '../../../case/case-type.ts';
import { dayIn } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import { type Language, shortened, wordsIn } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import { criterionWords, scaleWords } from '../labels.ts';
import { criteria, type Idea } from '../model.ts';
import { isInBeirat, isReviewer, mayReadPlace, votingSeats } from '../policy.ts';
import { countingScores, judged } from '../scoring.ts';

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

/** @param typed what could not be taken, to stand in the fields again */
export function scoringView(idea: Idea, party: string, language: Language, typed: Fields = {}): ScoringView {
  const own = idea.scores.find(({ by }) => by === party);
  const day = idea.place ? dayIn(language, idea.place.day) : '';
  return {
    text: (own ? given : asked)(day)[language],
    inputs: criteria.map((criterion) => ({
      name: criterion,
      label: `${criterionWords[criterion][language]} (${scaleWords[criterion][language]})`,
      value: typed[criterion] ?? (own ? String(own.marks[criterion]) : ''),
      choices: ['1', '2', '3', '4', '5'].map((value) => ({ title: value, value })),
    })),
    comment: typed.comment ?? own?.comment ?? '',
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

/**
 * What the Beirat thinks: nothing of it before everybody has scored or the day of the meeting is over. What it thinks of
 * an item that is not public is for its members and those who review; all others learn the result.
 */
export function judgement(
  idea: Idea,
  { id, language }: Pick<Addressee, 'id' | 'language'>,
  context: Context,
) {
  const insider = isReviewer(id, context) || isInBeirat(id, context);
  const mayKnow = insider || (idea.place !== undefined && mayReadPlace(idea.place, id, context));
  if (!idea.revealedAt || !mayKnow) return { judged: [], judgedBy: '', comments: [] };
  const counting = countingScores(idea.scores);
  const given = counting.length;
  const seats = Math.max(given, votingSeats(idea, context).length);
  return {
    judged: judged(idea.scores).map(({ criterion, median, lowest, highest }) => ({
      title: criterionWords[criterion][language],
      text: `${dots(median)} ${decimal(median, language)} (${lowest}–${highest})`,
    })),
    judgedBy: wordsIn(language)(
      `bewertet haben ${given} von ${seats} besetzten Sitzen`,
      `${given} of ${seats} filled seats have scored`,
    ),
    comments: insider ? counting.flatMap(({ comment }) => (comment ? [shortened(comment, 100)] : [])) : [],
  };
}

const dots = (median: number): string => '●'.repeat(Math.round(median)) + '○'.repeat(5 - Math.round(median));
const decimal = (value: number, language: Language): string =>
  value.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB');
