import { today } from '../../case/world.ts';
import { dayIn } from '../../core/day.ts';
import { type Language, type Text, wordsIn } from '../../core/text.ts';
import { addWorkingDays } from '../../core/working-days.ts';
import { type FieldValues, isEnded, type Request, type Surroundings } from './model.ts';
import { applies, bodyOf, isSettled } from './route.ts';
import type { RequestType, Step } from './types/model.ts';

/* By when it is wished for, and how long the way may take. Deadlines promise nothing: they say what there is time for. */

/** A step that is still to come, with the working days that it has. */
type Ahead = { readonly name: Text; readonly days: number };

export type Missed = {
  readonly wish: string;
  /** When the way ends if every step takes its time. */
  readonly end: string;
  readonly ahead: readonly Ahead[];
  /** The day that is wished for is over. */
  readonly isOver: boolean;
};

/** The day that somebody wished for. */
export function wishedDay(
  type: Pick<RequestType, 'fields'> | undefined,
  fields: FieldValues,
): string | undefined {
  const field = type?.fields.find(({ kind, wish }) => kind === 'date' && wish);
  const day = field && fields[field.id];
  return typeof day === 'string' && day !== '' ? day : undefined;
}

/** What comes to an end only later, like a right that is limited in time, is no part of the way to the thing itself. */
const untilItIsThere = (route: readonly Step[]): readonly Step[] => {
  const renewal = route.findIndex(({ duty }) => duty === 'renew');
  return renewal < 0 ? route : route.slice(0, renewal);
};

function missed(
  wish: string | undefined,
  steps: readonly Step[],
  first: { readonly step: string; readonly due: string } | undefined,
  world: Surroundings,
): Missed | undefined {
  if (wish === undefined) return undefined;
  const timed = steps.filter(({ duty }) => duty !== 'inform');
  const end = timed.reduce(
    (day, { id, due }) =>
      id === first?.step ? laterOf(first.due, day) : addWorkingDays(day, due, world.holidays),
    today(world),
  );
  const isOver = wish < today(world);
  if (end <= wish || timed.length === 0) return undefined;
  return { wish, end, isOver, ahead: timed.map((step) => ({ name: bodyOf(step, world), days: step.due })) };
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);

/** Whether a draft would take longer than wished for. @param way the steps that it would take */
export const missedByDraft = (
  type: Pick<RequestType, 'fields'>,
  fields: FieldValues,
  way: readonly Step[],
  world: Surroundings,
): Missed | undefined => missed(wishedDay(type, fields), untilItIsThere(way), undefined, world);

/** Whether a request may take longer than wished for, from where it stands today. */
export function missedByRequest(
  request: Request,
  type: Pick<RequestType, 'fields'> | undefined,
  world: Surroundings,
): Missed | undefined {
  const { open } = request;
  const isThere = request.settled.some(({ outcome }) => outcome === 'carried-out');
  if (isEnded(request) || isThere || !open) return undefined;
  const ahead = untilItIsThere(request.route).filter(
    (step) => step.id === open.step || (applies(step, request) && !isSettled(step, request)),
  );
  return missed(wishedDay(type, request.fields), ahead, { step: open.step, due: open.dueDay }, world);
}

/** "Gewünscht bis 30.11.2026. Die Schritte haben bis zum 12.01.2027 Zeit: 18 Arbeitstage (10.50 5, KGRZ 10)." */
export function missedText({ wish, end, ahead, isOver }: Missed, language: Language): string {
  const t = wordsIn(language);
  const [wished, last] = [dayIn(language, wish), dayIn(language, end)];
  const days = ahead.reduce((sum, one) => sum + one.days, 0);
  const each = ahead.map((one) => `${one.name[language]} ${one.days}`).join(', ');
  const way = t(
    `Die Schritte haben zusammen ${days} Arbeitstage (${each}), also Zeit bis zum ${last}.`,
    `The steps have ${days} working days in all (${each}), so time until ${last}.`,
  );
  return isOver
    ? t(`Der Wunschtermin ${wished} ist vorbei. ${way}`, `The wished-for day, ${wished}, is over. ${way}`)
    : t(`Der Wunschtermin ${wished} ist knapp. ${way}`, `The wished-for day, ${wished}, is tight. ${way}`);
}
