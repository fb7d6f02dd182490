import { z } from 'zod';
import { changed, deciding, recorded } from '../../../case/decision.ts';
import { today } from '../../../case/world.ts';
import type { Party } from '../../../core/party.ts';
import { actorsAt } from '../actors.ts';
import { advanced, type Going, notified, reported, settled } from '../flow.ts';
import { asksFor, type Context, type Request, revisionOf, type Vote } from '../model.ts';
import { actedBy, actingHere } from '../policy.ts';
import { notForRenewal } from '../refusals.ts';
import { stepOf } from '../route.ts';
import { guarded, requestAct, text } from './act.ts';

/*
 * What is limited in time comes back before its day: whoever approved it says that it goes on, or it ends and is taken
 * away. Whoever asked for it may end it at any time.
 */

/** It is still needed: the day moves on, and it comes back before the next one. */
export const prolong = requestAct({
  kind: 'prolong',
  title: { de: 'Verlängern', en: 'Prolong' },
  input: z.object({ ...guarded, note: text }),
  buttons: { 'requests.prolong': {} },
  typed: [{ de: 'verlängern|verlaengern', en: 'prolong', rest: 'note' }],
  probe: (request) => ({ revision: revisionOf(request), note: '' }),
  wordsOf: ({ note }) => note,
  decide(request, { note }, by, context) {
    const { step, open, acting } = actingHere(request, by, context);
    if (!step.renews) throw notForRenewal();
    const { field, months } = step.renews;
    const from = String(request.fields[field]);
    const to = monthsLater(from < today(context) ? today(context) : from, months);
    const said: Vote = { ...actedBy(by, acting), say: 'yes', ...noted(note), at: context.now };
    const longer = recorded(
      changed(deciding(request), {
        fields: { ...request.fields, [field]: to },
        earlier: [...request.earlier, { at: context.now, fields: request.fields }],
        open: { ...open, votes: [said] },
      }),
      {
        ...actedBy(by, acting),
        act: 'prolonged',
        ...noted(note),
        facts: { step: step.id, visit: open.visit, from, to },
      },
    );
    return advanced(settled(reported(longer, by.id), 'prolonged', context), context);
  },
});

/** It is not needed any more: the way goes on to whoever takes it away. */
export const expire = requestAct({
  kind: 'expire',
  title: { de: 'Beenden', en: 'End it' },
  input: z.object({ ...guarded, note: text }),
  buttons: { 'requests.expire': {} },
  typed: [{ de: 'beenden', en: 'end it|end', rest: 'note' }],
  probe: (request) => ({ revision: revisionOf(request), note: '' }),
  wordsOf: ({ note }) => note,
  decide: (request, { note }, by, context) => expired(request, note, by, context),
});

function expired(request: Request, note: string, by: Party, context: Context): Going {
  const step = stepOf(request, request.open?.step);
  const { open } = request;
  if (!step?.renews || !open) throw notForRenewal();
  const acting = asksFor(request, by.id)
    ? undefined
    : (actorsAt(step, request, context, open).find(({ person }) => person.id === by.id) ??
      actingHere(request, by, context).acting);
  const ended = recorded(deciding(request), {
    ...actedBy(by, acting),
    act: 'expired',
    ...noted(note),
    facts: { step: step.id, visit: open.visit },
  });
  const told = notified(
    ended,
    open.asked.filter((party) => party !== by.id),
    'news',
  );
  return advanced(settled(reported(told, by.id), 'expired', context), context);
}

const noted = (note: string) => (note.trim() ? { note: note.trim() } : {});

/** The same day so many months later, or the last of that month: `2027-02-28`. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
