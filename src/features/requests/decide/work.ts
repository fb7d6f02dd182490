import type { Party } from '../../../core/party.ts';
import type { Context } from '../context.ts';
import { advanced, reported, settled } from '../flow.ts';
import { changed, type Progress, recorded, starting } from '../owing.ts';
import type { Request } from '../request.ts';
import type { Act } from './act.ts';
import { actedBy, actingHere } from './at-step.ts';
import { notForWork, reasonMissing } from './refusals.ts';

/**
 * Takes over the work, which counts as a new visit: who else still sees it as free gets the present state first; taking it from a colleague of the same role is possible
 * and shows in the history.
 */
export function take(request: Request, by: Party, context: Context): Progress | undefined {
  const { acting, step, open } = actingHere(request, by, context);
  if (step.duty !== 'do') throw notForWork();
  if (open.takenBy === by.id) return undefined;
  const taken = recorded(
    changed(starting(request), {
      state: 'in-progress',
      open: { ...open, visit: open.visit + 1, takenBy: by.id },
    }),
    { ...actedBy(by, acting), act: 'taken', facts: { step: step.id, visit: open.visit } },
    context,
  );
  return reported(taken, by.id, context);
}

/** The work is done; the requester reads what was done. */
export function finish(
  request: Request,
  act: Extract<Act, { kind: 'finish' }>,
  by: Party,
  context: Context,
): Progress {
  const { acting, step, open } = actingHere(request, by, context);
  if (step.duty !== 'do') throw notForWork();
  const note = act.note.trim();
  if (!note) throw reasonMissing();
  const vote = { by: by.id, byName: by.name, say: 'yes' as const, note, at: context.now };
  const done = recorded(
    changed(starting(request), { open: { ...open, votes: [...open.votes, vote] } }),
    {
      ...actedBy(by, acting),
      act: 'carried-out',
      note,
      facts: { step: step.id, visit: open.visit },
    },
    context,
  );
  return advanced(settled(done, 'carried-out', context), context);
}
