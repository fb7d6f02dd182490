import { dayIn } from '../../../../core/day.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import { answersAs, bodyOf } from '../../board/answering.ts';
import { type Context, today } from '../../board/context.ts';
import { closedItem } from '../letters/texts.ts';
import type { Meeting } from '../model.ts';
import { mayReadItem } from '../policy.ts';
import { answerState, isWaiting, type Recommendation, recommendationsIn } from '../recommendations.ts';

/** Card `beirat/recommendations`: what the Beirat recommended to others and what they answered. */
export type RecommendationsView = {
  readonly roles: readonly [];
  readonly title: string;
  readonly remark?: string | undefined;
  /** What is wrong with what was entered. */
  readonly problem?: string | undefined;
  readonly empty?: string | undefined;
  readonly rows: readonly {
    readonly number: string;
    readonly from: string;
    readonly wording: string;
    readonly state: string;
    readonly isLate: boolean;
  }[];
  /** Those that the viewer can answer. */
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly choice: string;
  readonly taken: string;
  readonly more?: string | undefined;
  readonly typed: string;
};

const most = 10;

export type RecommendationsMore = {
  readonly remark?: string | undefined;
  readonly problem?: string | undefined;
  readonly choice?: string | undefined;
  readonly taken?: string | undefined;
  readonly typed?: string | undefined;
};

/** Whether somebody answers for the body that it is addressed to. */
export const isTheirs = ({ addressee }: Recommendation, party: string, context: Context): boolean => {
  const body = bodyOf(addressee.id, context.rules);
  return body !== undefined && answersAs(party, body, context) !== undefined;
};

/** Whether somebody may know what it says: whoever answers it, and who may read its item. */
export const mayRead = (one: Recommendation, party: string, context: Context): boolean =>
  isTheirs(one, party, context) || mayReadItem(one.meeting, one.item, party, context);

/** Those of some meetings that somebody may know of: theirs to answer, and for the Beirat all of them. */
export const recommendationsFor = (
  meetings: readonly Meeting[],
  party: string,
  context: Context,
  isOfBoard: boolean,
): readonly Recommendation[] =>
  recommendationsIn(meetings).filter((one) => isOfBoard || isTheirs(one, party, context));

/** What waits first. */
export function recommendationsReply(
  all: readonly Recommendation[],
  party: string,
  context: Context,
  language: Language,
  { remark, problem, choice, taken = '', typed = '' }: RecommendationsMore = {},
): Reply {
  const say = wordsIn(language);
  const day = today(context);
  const sorted = all.toSorted((a, b) => Number(!isWaiting(a)) - Number(!isWaiting(b)));
  const mine = sorted.filter((one) => isWaiting(one) && isTheirs(one, party, context));
  const left = sorted.length - most;
  const view: RecommendationsView = {
    roles: [],
    title: say('Empfehlungen des Digitalen Beirats', 'Recommendations of the Digital Advisory Board'),
    remark,
    problem,
    empty: all.length === 0 ? say('Es gibt keine.', 'There are none.') : undefined,
    rows: sorted.slice(0, most).map((one) => ({
      number: one.number,
      from: `${say('an', 'to')} ${one.addressee.name[language]}, ${dayIn(language, one.meeting.plan.day)}`,
      wording: mayRead(one, party, context) ? shortened(one.wording, 500) : closedItem(one.n, language),
      state: shortened(answerState(one, day, language, !mayRead(one, party, context)), 300),
      isLate: isWaiting(one) && one.dueDay !== undefined && one.dueDay < day,
    })),
    choices: mine.map(({ number }) => ({ title: number, value: number })),
    choice: mine.some(({ number }) => number === choice) ? (choice ?? '') : (mine[0]?.number ?? ''),
    taken,
    more: left > 0 ? say(`… und ${left} weitere`, `… and ${left} more`) : undefined,
    typed,
  };
  return { card: 'beirat/recommendations', data: view, summary: `${view.title}: ${all.length}`, language };
}
