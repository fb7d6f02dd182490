import { z } from 'zod';
import { actsOf } from '../../../case/case-type.ts';
import { changed, deciding, recorded } from '../../../case/decision.ts';
import { today } from '../../../case/world.ts';
import type { Collection } from '../../../core/ports/store.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import { budgetIn, budgetRefs, isOverLimit, withMoney } from '../budgets/funding.ts';
import { allBudgets, type Budget, usable } from '../budgets/model.ts';
import {
  moneyReasonMissing,
  noSuchBudget,
  nothingFunded,
  sameBudget,
  yearClosed,
} from '../budgets/refusals.ts';
import { budgetNamed } from '../budgets/typed.ts';
import { waiting } from '../flow.ts';
import type { Context, Request } from '../model.ts';
import { actedBy, isKeeper, requireKeeper } from '../policy.ts';
import { onlyKeepers, overBudget } from '../refusals.ts';
import { guarded, text } from './act.ts';

export type RebookForm = (
  turn: Turn,
  budget: string,
  form: { readonly request: string; readonly budget: string; readonly note: string },
  refusal: Refusal,
) => Promise<Reply> | undefined;

/**
 * Takes what is set aside for a request from another budget, mostly of another year. At the end of a year the limit goes
 * with it: the money is carried over. Otherwise not more than is free there.
 */
export const rebook = (
  budgets: Collection<Budget> | undefined,
  /** The form of a budget once more, with what is wrong in it. */
  again?: RebookForm,
) =>
  actsOf<Request, Context>()({
    kind: 'rebook',
    title: { de: 'Umbuchen (10.50)', en: 'Rebook (10.50)' },
    input: z.object({
      ...guarded,
      budget: text,
      note: text,
      isCarried: z.literal(true).optional().catch(undefined),
    }),
    buttons: { 'requests.rebook': {} },
    typed: [
      {
        de: 'umbuchen auf|umbuchen',
        en: 'rebook to|rebook',
        async read(rest, _request, context) {
          const [, name = '', note = ''] = /^\s*([^:]*?)\s*(?::\s*(.*))?$/s.exec(rest) ?? [];
          const year = Number(today(context).slice(0, 4));
          const known = usable(await allBudgets(budgets), year);
          const found = budgetNamed(name, known, year);
          if (!found) throw noSuchBudget(name, known);
          return { budget: found.id, note };
        },
      },
    ],
    reasons: true,
    // Which budgets there are is not known to a dry run; the card of a budget offers it.
    probe: () => undefined,
    beside: (_request, { budget }) => (budget ? budgetRefs({ budget }) : []),
    wordsOf: ({ note }) => note,
    // Pressed on the card of a budget, which has the fields.
    came: ({ doc, input: { budget, note }, refusal }, turn) =>
      refusal && turn.kind === 'action' && doc.funding
        ? again?.(turn, doc.funding.budget, { request: doc.id, budget, note }, refusal)
        : undefined,
    decide(request, { budget, note, isCarried }, by, context, beside) {
      // The turn of the year gives nobody anything; everything else needs a second pair of eyes.
      if (!isCarried) requireKeeper(request, by, context);
      else if (!isKeeper(by.id, context)) throw onlyKeepers();
      const { funding, open } = request;
      if (!funding) throw nothingFunded();
      const found = budget.trim() ? budgetIn(beside, budget) : undefined;
      if (!found) throw noSuchBudget(budget);
      if (found.id === funding.budget) throw sameBudget();
      if (found.closed) throw yearClosed(found);
      if (!isCarried && !note.trim()) throw moneyReasonMissing();
      const charged = { budget, cents: funding.cents };
      if (!isCarried && isOverLimit(request, charged, beside)) throw overBudget();
      const going = recorded(changed(deciding(request), { funding: charged }), {
        ...actedBy(by),
        act: 'rebooked',
        facts: { ...(open ? { step: open.step, visit: open.visit } : {}), ...charged, from: funding.budget },
        ...(note.trim() ? { note: note.trim() } : {}),
      });
      return withMoney(request, waiting(going), by, context, beside, isCarried);
    },
  });
