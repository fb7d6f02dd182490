import { dayOf } from '../../../core/day.ts';
import { stateOf } from '../labels.ts';
import { ends, type Request, type State } from '../model.ts';
import { stepOf } from '../route.ts';

/** Which cases are wanted; what is not given does not matter. */
export type Filter = {
  /** In which the request was made. */
  readonly year?: number | undefined;
  readonly state?: State | 'open' | 'closed' | undefined;
  readonly type?: string | undefined;
  readonly unit?: string | undefined;
};

export function matches(request: Request, { year, state, type, unit }: Filter): boolean {
  if (year !== undefined && Number(dayOf(request.createdAt).slice(0, 4)) !== year) return false;
  if (type !== undefined && request.type !== type) return false;
  if (unit !== undefined && request.unit !== unit) return false;
  if (state === undefined) return true;
  if (state === 'open' || state === 'closed') return ends.includes(request.state) === (state === 'closed');
  return request.state === state;
}

/**
 * One case as a row of the export. No persons: who decided what stands in the case itself, and nobody is to be counted.
 * Amounts are euros with a comma, days `2026-11-24`.
 */
export const columns: readonly { readonly title: string; readonly of: (request: Request) => string }[] = [
  { title: 'Nummer', of: ({ id }) => id },
  { title: 'Antragsart', of: ({ type }) => type },
  { title: 'Titel', of: ({ title }) => title },
  { title: 'Amt', of: ({ unit }) => unit },
  { title: 'Stand', of: (request) => stateOf(request).de },
  { title: 'Gestellt am', of: ({ createdAt }) => dayOf(createdAt) },
  { title: 'Abgeschlossen am', of: ({ closedAt }) => (closedAt ? dayOf(closedAt) : '') },
  { title: 'Liegt bei', of: (request) => stepOf(request, request.open?.step)?.role ?? '' },
  { title: 'Fällig am', of: ({ open }) => open?.dueDay ?? '' },
  { title: 'Budget', of: ({ funding }) => funding?.budget ?? '' },
  { title: 'Betrag in Euro', of: ({ funding }) => (funding ? inEuros(funding.cents) : '') },
];

export const rowOf = (request: Request): readonly string[] => columns.map(({ of }) => of(request));

const inEuros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');
