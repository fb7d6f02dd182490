import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import {
  changed,
  type Decision,
  deciding,
  entries,
  notified,
  recorded,
  without,
} from '../../../../case/decision.ts';
import type { Party } from '../../../../core/party.ts';
import type { Context } from '../../board/context.ts';
import { chairNow, officeNow } from '../../board/members.ts';
import { noChair, textMissing } from '../../board/refusals.ts';
import { actor, requireChair, requireOffice } from '../../board/rights.ts';
import type { Circulation, CirculationState } from '../model.ts';
import { exceptionMissing, noCirculation, notNowFor, wordingMissing } from '../refusals.ts';

/*
 * A draft between the office, which writes it, and the chair, who has it voted on. `draft` is what a card was drawn
 * for: an act on an earlier one changes nothing.
 */

const act = actsOf<Circulation, Context>();
export const drawnFor = z.coerce.number().int().min(0).optional().catch(undefined);
const Guarded = z.object({ draft: drawnFor });

/** Whether a card was drawn for another draft than the present one. */
export const isOutdated = (circulation: Circulation, draft: number | undefined): boolean =>
  draft !== undefined && draft !== circulation.draft;

export function requireIn({ state }: Circulation, ...allowed: readonly CirculationState[]): void {
  if (!allowed.includes(state)) throw notNowFor(state);
}

export type CirculationText = {
  readonly title: string;
  readonly wording: string;
  readonly reasons?: string | undefined;
  /** How many days the voting lasts. */
  readonly days: number;
};

const textOf = ({ title, wording, reasons, days }: CirculationText) => {
  if (!title.trim() || !wording.trim()) throw wordingMissing();
  const why = reasons?.trim();
  return { title: title.trim(), wording: wording.trim(), ...(why ? { reasons: why } : {}), days };
};

/** @throws {Refusal} when the rules of procedure know no circulation */
export function requireAllowed({ rules }: Context): void {
  if (rules.circulation.allowed === 'never') throw noCirculation();
}

/** A new draft. @throws {Refusal} unless the office writes it */
export function drafted(
  id: string,
  text: CirculationText,
  by: Party,
  context: Context,
): Decision<Circulation> {
  requireOffice(by, context);
  requireAllowed(context);
  const circulation: Circulation = {
    id,
    version: 0,
    state: 'draft',
    ...textOf(text),
    draft: 1,
    ballots: [],
    reminded: false,
    history: [],
    createdBy: by.id,
    createdAt: context.now,
    changedAt: context.now,
  };
  return recorded(deciding(circulation), { ...actor(by), act: 'drafted' });
}

/** The office changes the draft; one that the chair has before them comes back. */
export const edit = act({
  kind: 'edit',
  title: { de: 'Entwurf ändern', en: 'Change the draft' },
  input: z.object({
    draft: drawnFor,
    title: z.string(),
    wording: z.string(),
    reasons: z.string().optional(),
    days: z.int().min(1),
  }),
  buttons: {},
  // Its words open the form, see `type.ts`: a new wording is not typed in a line.
  typed: [],
  probe: ({ title, wording, reasons, days }) => ({
    draft: undefined,
    title: `${title} `,
    wording,
    reasons,
    days: days + 1,
  }),
  decide(circulation, { draft, ...text }, by, context) {
    if (isOutdated(circulation, draft)) return undefined;
    requireOffice(by, context);
    requireIn(circulation, 'draft', 'awaiting-approval');
    const next = textOf(text);
    const { title, wording, reasons, days } = circulation;
    const isSame =
      next.title === title &&
      next.wording === wording &&
      next.days === days &&
      (next as { reasons?: string }).reasons === reasons;
    if (isSame) return undefined;
    const edited = changed(without(deciding(circulation), 'reasons'), {
      ...next,
      state: 'draft',
      draft: circulation.draft + 1,
    });
    return recorded(edited, { ...actor(by), act: 'edited', facts: { draft: edited.doc.draft } });
  },
});

export const submit = act({
  kind: 'submit',
  title: { de: 'Dem Vorsitz vorlegen', en: 'Submit to the chair' },
  input: Guarded,
  typed: [{ de: 'vorlegen', en: 'submit' }],
  probe: () => ({ draft: undefined }),
  decide(circulation, { draft }, by, context) {
    if (isOutdated(circulation, draft)) return undefined;
    requireOffice(by, context);
    if (circulation.state === 'awaiting-approval') return undefined;
    requireIn(circulation, 'draft');
    requireAllowed(context);
    if (context.rules.circulation.allowed === 'exceptional' && !circulation.reasons) throw exceptionMissing();
    const chair = chairNow(context);
    if (!chair) throw noChair();
    const facts = { draft: circulation.draft, to: chair.person.id };
    const submitted = recorded(
      changed(without(deciding(circulation), 'wish'), { state: 'awaiting-approval' }),
      { ...actor(by), act: 'submitted', facts },
    );
    return notified(submitted, [chair.person.id], { name: 'circulation-approve', key: entries(submitted) });
  },
});

export const recall = act({
  kind: 'recall',
  title: { de: 'Zurückholen', en: 'Take back' },
  input: Guarded,
  typed: [{ de: 'zurückholen|zurueckholen', en: 'recall|take back' }],
  probe: () => ({ draft: undefined }),
  decide(circulation, { draft }, by, context) {
    if (isOutdated(circulation, draft)) return undefined;
    requireOffice(by, context);
    if (circulation.state === 'draft') return undefined;
    requireIn(circulation, 'awaiting-approval');
    const back = changed(deciding(circulation), { state: 'draft', draft: circulation.draft + 1 });
    return recorded(back, { ...actor(by), act: 'recalled' });
  },
});

/** The chair asks for a change: the draft goes back to the office. */
export const wish = act({
  kind: 'wish',
  title: { de: 'Änderung erbitten', en: 'Ask for a change' },
  input: z.object({ draft: drawnFor, note: z.string().max(4000).catch('') }),
  typed: [{ de: 'änderung(?: erbitten)?|aenderung', en: 'change(?: request)?', rest: 'note' }],
  asks: true,
  probe: () => ({ draft: undefined, note: '…' }),
  wordsOf: ({ note }) => note,
  decide(circulation, { draft, note }, by, context) {
    if (isOutdated(circulation, draft)) return undefined;
    const acting = requireChair(by, context);
    requireIn(circulation, 'awaiting-approval');
    const text = note.trim().slice(0, 1000);
    if (!text) throw textMissing();
    const back = changed(deciding(circulation), {
      state: 'draft',
      draft: circulation.draft + 1,
      wish: { by: by.id, byName: by.name, text, at: context.now },
    });
    const wished = recorded(back, { ...acting, act: 'wished', note: text });
    const office = [officeNow(context), circulation.createdBy].filter((party) => party !== by.id);
    return notified(wished, office, { name: 'circulation-wish', key: entries(wished) });
  },
});
