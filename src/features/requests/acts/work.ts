import { z } from 'zod';
import { changed, deciding, recorded } from '../../../case/decision.ts';
import { sawOf } from '../decided.ts';
import { advanced, nextRevision, reported, settled } from '../flow.ts';
import { revisionOf } from '../model.ts';
import { actedBy, actingHere } from '../policy.ts';
import { notForWork, reasonMissing } from '../refusals.ts';
import { guarded, requestAct, requireSeen, text } from './act.ts';

/**
 * Takes over the work, which counts as a new revision: who else still sees it as free gets the present state first.
 * Taking it from a colleague of the same role is possible and shows in the history.
 */
export const take = requestAct({
  kind: 'take',
  title: { de: 'Bearbeitung übernehmen', en: 'Take over the work' },
  input: z.object({ ...guarded, note: text }),
  buttons: { 'requests.take': {} },
  typed: [{ de: 'übernehmen|uebernehmen', en: 'take over|take', rest: 'note' }],
  probe: () => ({ note: '' }),
  wordsOf: ({ note }) => note,
  decide(request, { note }, by, context) {
    const { acting, step, open } = actingHere(request, by, context);
    if (step.duty !== 'do') throw notForWork();
    if (open.takenBy === by.id) return undefined;
    const taken = recorded(
      changed(deciding(request), {
        state: 'in-progress',
        open: { ...open, visit: nextRevision(request), takenBy: by.id },
      }),
      {
        ...actedBy(by, acting),
        act: 'taken',
        ...(note.trim() ? { note: note.trim() } : {}),
        facts: { step: step.id, visit: open.visit },
      },
    );
    return reported(taken, by.id);
  },
});

/** The work is done; the requester reads what was done. */
export const finish = requestAct({
  kind: 'finish',
  title: { de: 'Erledigt melden', en: 'Report as done' },
  input: z.object({ ...guarded, note: text }),
  buttons: { 'requests.finish': {} },
  typed: [{ de: 'erledigt|fertig', en: 'done|finished', rest: 'note' }],
  probe: (request) => ({ revision: revisionOf(request), note: '…' }),
  wordsOf: ({ note }) => note,
  decide(request, { note: said, ...drawnFor }, by, context) {
    const { acting, step, open } = actingHere(request, by, context);
    if (step.duty !== 'do') throw notForWork();
    const note = said.trim();
    if (!note) throw reasonMissing();
    requireSeen(request, drawnFor, by, context);
    const vote = {
      by: by.id,
      byName: by.name,
      say: 'yes' as const,
      note,
      at: context.now,
      saw: sawOf(request, context),
    };
    const done = recorded(changed(deciding(request), { open: { ...open, votes: [...open.votes, vote] } }), {
      ...actedBy(by, acting),
      act: 'carried-out',
      note,
      facts: { step: step.id, visit: open.visit },
    });
    return advanced(settled(done, 'carried-out', context), context);
  },
});
