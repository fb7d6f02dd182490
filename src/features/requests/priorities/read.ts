import { z } from 'zod';
import { command } from '../../../core/command.ts';
import { Rating } from './plan.ts';
import { capacityWrong, ratingWrong } from './refusals.ts';

/** What somebody does with the plan. */
export type PlanAct =
  | { readonly kind: 'rate'; readonly id: string; readonly rating: Rating }
  | { readonly kind: 'capacity'; readonly quarter: string; readonly days: number }
  | { readonly kind: 'up' | 'down'; readonly id: string }
  | { readonly kind: 'suggest' };

const number = (text: string): number => Number(text.trim().replace(',', '.') || Number.NaN);

const capacityShape =
  /^\s*(?:kapazität|kapazitaet|capacity)\s+(?<year>20\d\d)[\s-]*q(?<quarter>[1-4])\s*:?\s+(?<days>\d{1,5}(?:[.,]\d)?)[\s?!.]*$/i;
const priorityShape =
  /^\s*(?:priorität|prioritaet|priority)\s+it[-\s]*(?<year>20\d\d)[-\s]+0*(?<count>\d{1,6})\s*:?\s+(?:(?<up>höher|hoeher|up)|(?<down>tiefer|down)|(?<benefit>[1-5])[\s/,;]+(?<urgency>[1-5])[\s/,;]+(?<effort>\d{1,4}(?:[.,]\d)?))[\s?!.]*$/i;

const orderByPoints = command(
  'prioritäten nach punkten',
  'prioritaeten nach punkten',
  'priorities by points',
);

/** "Kapazität 2026 Q4 120", "Priorität IT-2026-0042 5 4 12", "Priority IT-2026-0042 up". */
export function readTyped(text: string): PlanAct | undefined {
  const whole = text.normalize('NFC');
  if (orderByPoints(whole)) return { kind: 'suggest' };
  const capacity = capacityShape.exec(whole)?.groups;
  if (capacity)
    return {
      kind: 'capacity',
      quarter: `${capacity.year}-Q${capacity.quarter}`,
      days: number(capacity.days ?? ''),
    };
  const found = priorityShape.exec(whole)?.groups;
  if (!found) return undefined;
  const id = numberOf(found.year ?? '', found.count ?? '');
  if (found.up || found.down) return { kind: found.up ? 'up' : 'down', id };
  return rating(id, found.benefit, found.urgency, found.effort);
}

const numberOf = (year: string, count: string): string => `IT-${year}-${count.padStart(4, '0')}`;

function rating(id: string, benefit = '', urgency = '', effort = ''): PlanAct | undefined {
  const read = Rating.safeParse({
    id,
    benefit: number(benefit),
    urgency: number(urgency),
    effort: number(effort),
  });
  return read.success ? { kind: 'rate', id, rating: read.data } : undefined;
}

/** Some clients send numbers as such. */
const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).slice(0, 60))
  .catch('');
const Entered = z.object({
  id: text,
  number: text,
  benefit: text,
  urgency: text,
  effort: text,
  quarter: text,
  days: text,
});

/** What stood in the form, by its fields. */
export type PlanEntries = Readonly<
  Record<'number' | 'benefit' | 'urgency' | 'effort' | 'quarter' | 'days', string>
>;

export const noEntries: PlanEntries = {
  number: '',
  benefit: '',
  urgency: '',
  effort: '',
  quarter: '',
  days: '',
};

export function planEntries(data: unknown): PlanEntries {
  const { id: _id, ...entries } = Entered.parse(data);
  return entries;
}

/** The first field of the form that a wrong entry stands in. */
export function wrongField(kind: PlanAct['kind'], entries: PlanEntries): keyof PlanEntries {
  if (kind === 'capacity') return /^\s*20\d\d[\s/-]*q?[1-4]\s*$/i.test(entries.quarter) ? 'days' : 'quarter';
  const isMark = (text: string) => /^[1-5]$/.test(text.trim());
  if (!/^\s*it[-\s]*20\d\d[-\s]+0*\d{1,6}\s*$/i.test(entries.number)) return 'number';
  if (!isMark(entries.benefit)) return 'benefit';
  if (!isMark(entries.urgency)) return 'urgency';
  return Rating.shape.effort.safeParse(number(entries.effort)).success ? 'number' : 'effort';
}

/** What was pressed, with what was filled in. @throws {Refusal} when a value is missing or cannot be used */
export function readEntered(kind: PlanAct['kind'], data: unknown): PlanAct {
  const entered = Entered.parse(data);
  if (kind === 'suggest') return { kind };
  if (kind === 'up' || kind === 'down') return { kind, id: entered.id };
  if (kind === 'capacity') {
    const [, year, quarter] = /^\s*(20\d\d)[\s/-]*q?([1-4])\s*$/i.exec(entered.quarter) ?? [];
    const days = number(entered.days);
    if (!year || !(days >= 0 && days <= 100_000)) throw capacityWrong();
    return { kind, quarter: `${year}-Q${quarter}`, days };
  }
  const [, year = '', count = ''] = /^\s*it[-\s]*(20\d\d)[-\s]+0*(\d{1,6})\s*$/i.exec(entered.number) ?? [];
  const read = year && rating(numberOf(year, count), entered.benefit, entered.urgency, entered.effort);
  if (!read) throw ratingWrong();
  return read;
}
