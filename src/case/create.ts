import { z } from 'zod';
import { type CaseLetter, caseId } from '../core/case-number.ts';
import { dayOf } from '../core/day.ts';
import {
  AlreadyExists,
  type Also,
  type Beside,
  type Collection,
  type DocumentRef,
} from '../core/ports/store.ts';
import { Refusal } from '../core/refusal.ts';

/** A form that was sent: the same one again leads to the same case. */
export const SentForm = z.strictObject({
  id: z.string(),
  version: z.number(),
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
  by: z.string(),
  /** Number of the case that it became, of whatever kind. */
  meeting: z.string().optional(),
});
export type SentForm = z.infer<typeof SentForm>;

const Counter = z.looseObject({ id: z.string(), version: z.number(), last: z.int() });

/** How a kind counts: its letter, and the name of its counter: `date-polls` counts in `date-polls-2026`. */
export type Counting = { readonly letter: CaseLetter; readonly counter: string };

const counterOf = ({ counter }: Counting, year: string): DocumentRef => ({
  collection: 'counters',
  id: `${counter}-${year}`,
});

/** The next number of a year, and the counter's new state for the same write. */
function nextNumber(counting: Counting, year: string, counter: Beside | undefined) {
  const last = counter ? Counter.parse(counter).last + 1 : 1;
  const { collection, id } = counterOf(counting, year);
  const doc = counter ? { ...counter, last } : { id, last };
  return { id: caseId(counting.letter, year, last), also: { collection, doc } satisfies Also };
}

export type Sending = {
  /** What makes the same form sent twice one case. */
  readonly form: string;
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Year that the number counts in; that of the sending if not given. */
  readonly year?: string;
};

/** How long it is remembered that a form was sent, in milliseconds. */
const formKept = 30 * 86_400_000;

/**
 * Creates a numbered case, once for each form that was sent.
 * @param make the writes that create the case with this number; pure
 * @returns its number: that of the first sending
 * @throws {Refusal} when somebody else has sent this form
 */
export async function createdOnce(
  forms: Collection<SentForm>,
  counting: Counting,
  { form, by, at, year = dayOf(at).slice(0, 4) }: Sending,
  make: (id: string) => readonly Also[],
): Promise<string> {
  const dueAt = new Date(Date.parse(at) + formKept).toISOString();
  try {
    await forms.add({ id: form, by, dueAt });
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  const { doc: sent } = await forms.change(
    form,
    (current, [counter]) => {
      if (current.by !== by) throw otherForm();
      if (current.meeting) return undefined;
      const { id, also } = nextNumber(counting, year, counter);
      return { doc: { ...current, meeting: id }, also: [also, ...make(id)] };
    },
    [counterOf(counting, year)],
  );
  return sent.meeting ?? '';
}

const otherForm = () =>
  new Refusal('form-gone', {
    de: 'Dieses Formular wurde schon von jemand anderem verwendet. Bitte beginnen Sie ein neues.',
    en: 'Somebody else has used this form already. Please start a new one.',
  });
