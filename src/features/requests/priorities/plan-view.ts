import type { Reply } from '../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../core/text.ts';
import { fitting, type Plan, pointsOf, type Rating } from './plan.ts';
import { noEntries, type PlanEntries } from './read.ts';

/** Card `requests/priorities`: the order of work, and where the quarter is full. */
export type PlanView = {
  readonly roles: readonly [];
  readonly remark?: string | undefined;
  readonly quarter: string;
  /** "120 Personentage, davon 84 verplant", or that nobody has said how many there are. */
  readonly capacity: string;
  readonly items: readonly ItemView[];
  readonly more?: string | undefined;
  /** What was filled in, and what is wrong at which field. */
  readonly form: PlanEntries;
  readonly errors: Readonly<Record<keyof PlanEntries, string | undefined>>;
  /** 10.50 changes the list, the KGRZ reads it. */
  readonly keeps: boolean;
  /** Of the plan that the card was drawn for: a press on an older one moves nothing. */
  readonly version: number;
};

type ItemView = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** What has changed since it was rated: one press confirms the rating. */
  readonly changes: readonly string[];
  readonly benefit: number;
  readonly urgency: number;
  readonly effort: number;
  readonly confirms: boolean;
  /** The first one that does not fit any more. */
  readonly cut: boolean;
};

const mostShown = 8;

export type PlanShowing = {
  readonly titleOf: (id: string) => string;
  readonly changesOf: (id: string) => readonly string[];
  readonly quarter: string;
  readonly keeps: boolean;
  readonly language: Language;
  readonly remark?: string | undefined;
  readonly form?: PlanEntries;
  readonly wrong?: { readonly field: keyof PlanEntries; readonly text: string };
};

export function planReply(plan: Plan, showing: PlanShowing): Reply {
  const { titleOf, changesOf, quarter, keeps, language, remark, form = noEntries, wrong } = showing;
  const days = plan.capacity[quarter];
  const fits = fitting(plan.order, days);
  const left = plan.order.length - mostShown;
  const words = quarter.replace(/^(\d+)-Q(\d)$/, wordsIn(language)('$2. Quartal $1', 'Q$2 $1'));
  const view: PlanView = {
    roles: [],
    remark,
    quarter: words,
    capacity: capacityWords(days, plan.order.slice(0, fits), language),
    items: plan.order.slice(0, mostShown).map((rating, at) => ({
      id: rating.id,
      title: `${at + 1}. ${rating.id} · ${shortened(titleOf(rating.id), 60)}`,
      text: ratingWords(rating, at < fits, language),
      changes: changesOf(rating.id),
      benefit: rating.benefit,
      urgency: rating.urgency,
      effort: rating.effort,
      confirms: keeps && changesOf(rating.id).length > 0,
      cut: at === fits,
    })),
    more:
      left > 0
        ? wordsIn(language)(`${left} weitere stehen darunter.`, `${left} more stand below.`)
        : undefined,
    form,
    errors: { ...noErrors, ...(wrong ? { [wrong.field]: wrong.text } : {}) },
    keeps,
    version: plan.version,
  };
  const title = wordsIn(language)('Prioritäten', 'Priorities');
  return { card: 'requests/priorities', data: view, summary: remark ?? `${title}, ${words}`, language };
}

const noErrors = {
  number: undefined,
  benefit: undefined,
  urgency: undefined,
  effort: undefined,
  quarter: undefined,
  days: undefined,
};

const number = (language: Language, value: number): string =>
  value.toLocaleString(wordsIn(language)('de-DE', 'en-GB'));

function capacityWords(days: number | undefined, fits: readonly Rating[], language: Language): string {
  const used = number(
    language,
    fits.reduce((sum, { effort }) => sum + effort, 0),
  );
  if (days === undefined)
    return wordsIn(language)(
      'Wie viele Personentage das KGRZ hat, ist noch nicht eingetragen.',
      'How many person days the KGRZ has has not been entered yet.',
    );
  return wordsIn(language)(
    `KGRZ: ${number(language, days)} Personentage, davon ${used} verplant`,
    `KGRZ: ${number(language, days)} person days, ${used} of them planned`,
  );
}

function ratingWords(rating: Rating, fits: boolean, language: Language): string {
  const { benefit, urgency } = rating;
  const [points, effort] = [pointsOf(rating), number(language, rating.effort)];
  const place = { de: fits ? '✓ passt' : '✕ passt nicht mehr', en: fits ? '✓ fits' : '✕ does not fit' }[
    language
  ];
  return wordsIn(language)(
    `${place} · ${points} Punkte (Nutzen ${benefit} × Dringlichkeit ${urgency}) · ${effort} Personentage`,
    `${place} · ${points} points (benefit ${benefit} × urgency ${urgency}) · ${effort} person days`,
  );
}
