import { dayOf } from '../../../core/day.ts';
import { nameWithMark } from '../../../core/text.ts';
import { stateOf } from '../labels.ts';
import { ends, openParts, type Request, type State } from '../model.ts';
import { firstDue } from '../reports/priority.ts';
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
 * One case as a row of the export: who asked for how much, who decided, what was granted. Amounts are euros with a comma,
 * days `2026-11-24`; names are gone where they were erased.
 */
export const columns: readonly { readonly title: string; readonly of: (request: Request) => string }[] = [
  { title: 'Nummer', of: ({ id }) => id },
  { title: 'Antragsart', of: ({ type }) => type },
  { title: 'Titel', of: ({ title }) => title },
  { title: 'Amt', of: ({ unit }) => unit },
  { title: 'Gestellt von', of: ({ requester }) => requester.name },
  { title: 'Stand', of: (request) => stateOf(request).de },
  { title: 'Gestellt am', of: ({ createdAt }) => dayOf(createdAt) },
  { title: 'Entschieden von', of: (request) => deciders(request).join('; ') },
  { title: 'Entschieden am', of: decidedOn },
  { title: 'Abgeschlossen am', of: ({ closedAt }) => (closedAt ? dayOf(closedAt) : '') },
  {
    title: 'Liegt bei',
    of: (request) =>
      [...new Set(openParts(request).flatMap(({ step }) => stepOf(request, step)?.role ?? []))].join('; '),
  },
  { title: 'Fällig am', of: firstDue },
  { title: 'Budget', of: ({ funding }) => funding?.budget ?? '' },
  { title: 'Beantragt in Euro', of: (request) => inEurosOr(askedIn(request)) },
  { title: 'Bewilligt in Euro', of: ({ granted, funding }) => inEurosOr(granted ?? funding?.cents) },
];

/** What was asked for: the amounts of its form; `undefined` where it names none. */
export function askedIn({ fields, fieldKinds }: Pick<Request, 'fields' | 'fieldKinds'>): number | undefined {
  const amounts = Object.entries(fields).flatMap(([field, value]) =>
    fieldKinds[field] === 'money' && typeof value === 'number' ? [value] : [],
  );
  return amounts.length > 0 ? amounts.reduce((all, one) => all + one, 0) : undefined;
}

/** What was said last at a step that approves or consents, whoever had recommended before. */
function lastDecision(request: Request) {
  const deciding = request.settled.filter(({ step }) => {
    const known = stepOf(request, step);
    return known?.duty === 'approve' || known?.duty === 'consent';
  });
  return (deciding.at(-1)?.votes ?? []).filter(({ say }) => say !== 'opinion');
}

/** "Leitung 10.50", "Vertretung 10.50 (i. V. für Leitung 10.50)" */
const deciders = (request: Request): readonly string[] =>
  lastDecision(request).map(({ byName, onBehalfOf }) => nameWithMark(byName, onBehalfOf, 'de'));

function decidedOn(request: Request): string {
  const at = lastDecision(request)
    .map((vote) => vote.at)
    .toSorted()
    .at(-1);
  return at ? dayOf(at) : '';
}

export const rowOf = (request: Request): readonly string[] => columns.map(({ of }) => of(request));

const inEurosOr = (cents: number | undefined): string => (cents === undefined ? '' : inEuros(cents));

const inEuros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');
