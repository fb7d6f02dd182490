import { dayIn, daysBefore } from '../../../core/day.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import { type Language, quoted, wordsIn } from '../../../core/text.ts';
import { type Context, today } from '../board/context.ts';
import { noticePeriod } from '../board/notice-period.ts';
import type { Meeting } from './model.ts';
import { isKeeper } from './policy.ts';
import type { Review } from './preparation.ts';

/*
 * Before the invitations go out, offices and bodies outside of the Beirat look at single items: each sees the one item and
 * says something about it. Office and chair read it, the members only where the rules say so.
 */

/** The reviews that count: those that were not taken back. */
export const reviewsOf = ({ reviews = [] }: Pick<Meeting, 'reviews'>): readonly Review[] =>
  reviews.filter(({ backAt }) => !backAt);

/** What somebody was asked to look at. */
export const reviewsFor = (meeting: Pick<Meeting, 'reviews'>, party: string): readonly Review[] =>
  reviewsOf(meeting).filter((one) => one.party === party);

/** Comments come in until the invitations are sent. */
export const isPrepared = ({ state }: Pick<Meeting, 'state'>): boolean =>
  state === 'planned' || state === 'awaiting-approval' || state === 'approved';

/** Whether somebody may read what was said: office and chair, and members where the rules say so. */
export const mayReadReviews = (meeting: Meeting, party: string, context: Context): boolean =>
  isKeeper(meeting, party, context) || context.rules.reviews?.seenBy === 'members';

/** The usual last day: as many days as the rules give, yet before the last day on which invitations can be sent. */
export function usualReviewDay({ plan }: Pick<Meeting, 'plan'>, context: Context): string {
  const now = today(context);
  const { latest } = noticePeriod(plan.day, now, context.rules, context.holidays);
  const usual = daysBefore(now, -(context.rules.reviews?.days ?? 7));
  const last = daysBefore(latest, 1);
  return usual < last ? usual : last > now ? last : now;
}

type Reviewer = { readonly party: string; readonly name: string };

/**
 * Whom words mean: a person of the directory, the IT officer of an office ("Amt 61"), those who act for a body outside of
 * the role model ("Datenschutz"). Nobody where that is not clear or nobody acts for it.
 */
export function reviewersNamed(words: string, context: Context): readonly Reviewer[] {
  const { directory } = context;
  const said = words.trim();
  const person = directory.personNamed(said) ?? directory.person(said);
  if (person) return [{ party: person.id, name: person.name }];
  const unit = unitNamed(said, directory);
  if (unit) {
    const acting = directory.actingPerson('it-beauftragte', { unit }, today(context))?.person;
    return acting ? [{ party: acting.id, name: acting.name }] : [];
  }
  const is = (word: string) => word.toLocaleLowerCase('de') === said.toLocaleLowerCase('de');
  const body = context.partners?.find(({ name, words: known = [] }) => [name.de, name.en, ...known].some(is));
  return (body?.people ?? []).flatMap((id) => {
    const one = directory.person(id);
    return one && body ? [{ party: id, name: `${body.name.de} (${one.name})` }] : [];
  });
}

const unitNamed = (said: string, directory: RoleDirectory): string | undefined => {
  const is = (word: string) => word.toLocaleLowerCase('de') === said.toLocaleLowerCase('de');
  return directory
    .units()
    .find(({ id, name }) =>
      [id, name.de, name.en, directory.unitLabel(id, 'de'), directory.unitLabel(id, 'en')].some(is),
    )?.id;
};

/** "Prüfung: 1 von 2 Stellungnahmen da, zuletzt bis Do 03.12.2026" */
export function reviewsFact(
  meeting: Meeting,
  language: Language,
): { readonly title: string; readonly value: string } | undefined {
  const all = reviewsOf(meeting);
  if (all.length === 0) return undefined;
  const t = wordsIn(language);
  const there = all.filter(({ comment }) => comment).length;
  const last = all
    .filter(({ comment }) => !comment)
    .map(({ until }) => until)
    .sort()
    .at(-1);
  const until =
    last && isPrepared(meeting)
      ? t(`, erbeten bis ${dayIn('de', last)}`, `, asked for by ${dayIn('en', last)}`)
      : '';
  return {
    title: t('Prüfung', 'Review'),
    value: t(
      `${there} von ${all.length} Stellungnahmen da${until}`,
      `${there} of ${all.length} comments received${until}`,
    ),
  };
}

/** What was said on an item before the invitations went out, a line each. */
export const commentLines = (meeting: Meeting, item: string, language: Language): readonly string[] =>
  reviewsOf(meeting).flatMap((one) =>
    one.item === item && one.comment ? [`${one.name}: ${quoted(one.comment.text, language)}`] : [],
  );
