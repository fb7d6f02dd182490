import { z } from 'zod';
import { dayOf } from '../../../core/day.ts';
import {
  AlreadyExists,
  type Also,
  type Beside,
  type Collection,
  type DocumentRef,
} from '../../../core/ports/store.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { PlanForm } from './plan/planning.ts';

/** Date polls (`T-2026-1`) and circulations (`U-2026-1`) are numbered by year, like meetings. */
export type Letter = 'T' | 'U';

/** Reads a number at the beginning of a text: "T-2026/1 ja". @returns what follows, trimmed */
export function readNumber(
  letter: Letter,
  text: string,
): { readonly id: string; readonly rest: string } | undefined {
  const shape = new RegExp(
    `^\\s*${letter}\\s*[-\\s/]\\s*(\\d{4})\\s*[-\\s/]\\s*0*(\\d{1,3})(?![\\d-])\\s*[.:,!?]*\\s*(.*)$`,
    'is',
  );
  const [, year, n, rest = ''] = shape.exec(text) ?? [];
  return year && n ? { id: `${letter}-${year}-${n}`, rest: rest.trim() } : undefined;
}

const Counter = z.looseObject({ id: z.string(), version: z.number(), last: z.int() });

const counterOf = (letter: Letter, year: string): DocumentRef => ({
  collection: 'counters',
  id: `${letter === 'T' ? 'date-polls' : 'circulations'}-${year}`,
});

/** The next number of a year, and the counter's new state for the same write. */
function nextNumber(letter: Letter, year: string, counter: Beside | undefined) {
  const last = counter ? Counter.parse(counter).last + 1 : 1;
  const { collection, id } = counterOf(letter, year);
  const doc = counter ? { ...counter, last } : { id, last };
  return { id: `${letter}-${year}-${last}`, also: { collection, doc } satisfies Also };
}

export type Sending = {
  /** What makes the same form sent twice one case. */
  readonly form: string;
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
};

/** How long it is remembered that a form was sent, in milliseconds. */
const formKept = 30 * 86_400_000;

/**
 * Creates a numbered case, once for each form that was sent.
 * @param make the writes that create the case with this number; pure
 * @returns its number: that of the first sending
 */
export async function createdOnce(
  forms: Collection<PlanForm>,
  letter: Letter,
  { form, by, at }: Sending,
  make: (id: string) => readonly Also[],
): Promise<string> {
  const dueAt = new Date(Date.parse(at) + formKept).toISOString();
  try {
    await forms.add({ id: form, by, dueAt });
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  const year = dayOf(at).slice(0, 4);
  const { doc: sent } = await forms.change(
    form,
    (current, [counter]) => {
      if (current.by !== by) throw otherForm();
      if (current.meeting) return undefined;
      const { id, also } = nextNumber(letter, year, counter);
      return { doc: { ...current, meeting: id }, also: [also, ...make(id)] };
    },
    [counterOf(letter, year)],
  );
  return sent.meeting ?? '';
}

const otherForm = () =>
  new Refusal('form-gone', {
    de: 'Dieses Formular wurde schon von jemand anderem verwendet. Bitte beginnen Sie ein neues.',
    en: 'Somebody else has used this form already. Please start a new one.',
  });
