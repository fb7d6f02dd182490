import { today } from '../../case/world.ts';
import { dayIn } from '../../core/day.ts';
import { type Language, type Text, wordsIn } from '../../core/text.ts';
import { addWorkingDays } from '../../core/working-days.ts';
import { type FieldValues, isEnded, openParts, type Request, type Surroundings } from './model.ts';
import { applies, bodyOf, inGroups, isSettled, lastDays, stepOf } from './route.ts';
import type { RequestType, Step } from './types/model.ts';

/* By when it is wished for, and how long the way may take. Deadlines promise nothing: they say what there is time for. */

/** A step that is still to come, with the working days that it has. */
type Ahead = { readonly name: Text; readonly days: number };

export type Missed = {
  readonly wish: string;
  /** When the way ends if every step takes its time. */
  readonly end: string;
  /** One after the other; what stands together goes on side by side. */
  readonly ahead: readonly (readonly Ahead[])[];
  /** Working days that all of them take. */
  readonly days: number;
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
  /** By when what is open already is due. */
  open: ReadonlyMap<string, string>,
  world: Surroundings,
): Missed | undefined {
  if (wish === undefined) return undefined;
  const timed = steps.filter(({ duty }) => duty !== 'inform');
  const over = ({ id, due }: Step, from: string) => {
    const known = open.get(id);
    return known === undefined ? addWorkingDays(from, due, world.holidays) : laterOf(known, from);
  };
  const { end } = lastDays(timed, today(world), over);
  const isOver = wish < today(world);
  if (end <= wish || timed.length === 0) return undefined;
  return {
    wish,
    end,
    isOver,
    ahead: inGroups(timed).map((group) =>
      group.map((step) => ({ name: bodyOf(step, world), days: step.due })),
    ),
    days: lastDays<number>(timed, 0, ({ due }, from) => from + due).end,
  };
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);

/** Whether a draft would take longer than wished for. @param way the steps that it would take */
export const missedByDraft = (
  type: Pick<RequestType, 'fields'>,
  fields: FieldValues,
  way: readonly Step[],
  world: Surroundings,
): Missed | undefined => missed(wishedDay(type, fields), untilItIsThere(way), new Map(), world);

/** Whether a request may take longer than wished for, from where it stands today. */
export function missedByRequest(
  request: Request,
  type: Pick<RequestType, 'fields'> | undefined,
  world: Surroundings,
): Missed | undefined {
  const open = new Map(openParts(request).map(({ step, dueDay }) => [step, dueDay]));
  const isThere = request.settled.some(
    ({ step, outcome }) => outcome === 'carried-out' && stepOf(request, step)?.group === undefined,
  );
  if (isEnded(request) || isThere || open.size === 0) return undefined;
  const ahead = untilItIsThere(request.route).filter(
    (step) => open.has(step.id) || (applies(step, request) && !isSettled(step, request)),
  );
  return missed(wishedDay(type, request.fields), ahead, open, world);
}

/** "Gewünscht bis 30.11.2026. Die Schritte haben bis zum 12.01.2027 Zeit: 18 Arbeitstage (10.50 5, KGRZ 10)." */
export function missedText({ wish, end, ahead, days, isOver }: Missed, language: Language): string {
  const t = wordsIn(language);
  const [wished, last] = [dayIn(language, wish), dayIn(language, end)];
  const each = ahead
    .map((group) =>
      group.map((one) => `${one.name[language]} ${one.days}`).join(t(' gleichzeitig mit ', ' alongside ')),
    )
    .join(', ');
  const way = t(
    `Die Schritte haben zusammen ${days} Arbeitstage (${each}), also Zeit bis zum ${last}.`,
    `The steps have ${days} working days in all (${each}), so time until ${last}.`,
  );
  return isOver
    ? t(`Der Wunschtermin ${wished} ist vorbei. ${way}`, `The wished-for day, ${wished}, is over. ${way}`)
    : t(`Der Wunschtermin ${wished} ist knapp. ${way}`, `The wished-for day, ${wished}, is tight. ${way}`);
}
