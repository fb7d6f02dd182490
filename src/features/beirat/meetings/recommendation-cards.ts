import { z } from 'zod';
import type { Action, Waiting } from '../../../core/feature.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import type { ActionTurn, Turn } from '../../../core/turn.ts';
import { waits } from '../../../core/waiting.ts';
import { answersAs, bodiesOf } from '../board/answering.ts';
import { contextAt } from '../board/desk.ts';
import { isInBeirat, isOffice } from '../board/members.ts';
import type { MeetingDesk } from './desk.ts';
import { isWaiting, recommendationsIn } from './recommendations.ts';
import { showResolutions } from './record-cards.ts';
import { noSuchResolution, onlyInBeirat } from './refusals.ts';
import {
  isTheirs,
  type RecommendationsMore,
  recommendationsFor,
  recommendationsReply,
} from './views/recommendations.ts';

/** Whether the list has anything to say to somebody: the Beirat, its office, and those who answer for a body. */
export function knowsRecommendations(desk: MeetingDesk, turn: Turn): boolean {
  const context = contextAt(desk, turn.at);
  const { id } = desk.meetings.viewerOf(turn);
  return (
    isOffice(id, context) ||
    isInBeirat(id, context) ||
    bodiesOf(context.rules).some((body) => answersAs(id, body, context))
  );
}

/** What the Beirat has recommended, and what became of it. @throws {Refusal} for whom it is none of their business */
export async function showRecommendations(
  desk: MeetingDesk,
  turn: Turn,
  more: RecommendationsMore = {},
): Promise<Reply> {
  if (!knowsRecommendations(desk, turn)) throw onlyInBeirat();
  const context = contextAt(desk, turn.at);
  const { id } = desk.meetings.viewerOf(turn);
  const isOfBoard = isOffice(id, context) || isInBeirat(id, context);
  const all = recommendationsFor(await desk.meetings.collection.list(), id, context, isOfBoard);
  return recommendationsReply(all, id, context, turn.language, more);
}

/** A resolution by its number: the recommendation to whoever answers it, else the list of what is open. */
export async function showPart(desk: MeetingDesk, turn: Turn, number: string): Promise<Reply> {
  const context = contextAt(desk, turn.at);
  const { id } = desk.meetings.viewerOf(turn);
  const one = recommendationsIn(await desk.meetings.collection.list()).find(
    (other) => other.number === number,
  );
  return one && isTheirs(one, id, context)
    ? recommendationsReply([one], id, context, turn.language)
    : showResolutions(desk, turn, { choice: number });
}

/** Recommendations that wait for the answer of somebody. */
export async function waitingRecommendations(desk: MeetingDesk, turn: Turn): Promise<readonly Waiting[]> {
  const context = contextAt(desk, turn.at);
  const { id } = desk.meetings.viewerOf(turn);
  // Most people answer for nobody: then no meeting is read.
  if (!bodiesOf(context.rules).some((body) => answersAs(id, body, context))) return [];
  const { length } = recommendationsFor(await desk.meetings.collection.list(), id, context, false).filter(
    isWaiting,
  );
  return waits(
    length,
    {
      de: '1 Empfehlung des Beirats wartet auf Ihre Antwort',
      en: '1 recommendation of the board waits for your answer',
    },
    (count) => ({
      de: `${count} Empfehlungen des Beirats warten auf Ihre Antwort`,
      en: `${count} recommendations of the board wait for your answer`,
    }),
    { de: 'Empfehlungen', en: 'Recommendations' },
  );
}

const text = z.string().max(4000).catch('');
const Pressed = z.object({ number: text, taken: text, note: text });

export const recommendationActions = (desk: MeetingDesk): readonly Action[] => [
  { verb: 'beirat.recommendations', handle: async (turn) => inPlace(await showRecommendations(desk, turn)) },
  { verb: 'beirat.answer-recommendation', handle: async (turn) => inPlace(await answer(desk, turn)) },
];

/** A resolution names its meeting. */
async function answer({ meetings }: MeetingDesk, turn: ActionTurn): Promise<Reply> {
  const { number, taken, note } = Pressed.parse(turn.data);
  const [, year, n] = /^B-(\d{4})\/(\d{1,6})-\d{2,3}$/.exec(number) ?? [];
  if (!year) throw noSuchResolution(number);
  return meetings.actAndShow(turn, `B-${year}-${n}`, 'answer-recommendation', { number, taken, note });
}
