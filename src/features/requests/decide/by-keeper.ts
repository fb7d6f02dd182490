import type { Party } from '../../../core/party.ts';
import { type Context, today } from '../context.ts';
import { advanced, ended, reported, settled } from '../flow.ts';
import { changed, type Progress, recorded, starting, telling, tellingAll } from '../owing.ts';
import type { Request } from '../request.ts';
import type { Act } from './act.ts';
import { standing } from './at-step.ts';
import { cannotReceive, notForDecision, onlyKeepers, ownRequest, reasonMissing } from './refusals.ts';

/** @throws {Refusal} unless the party is 10.50 or its deputy, and the request is not their own */
function requireKeeper(request: Request, by: Party, context: Context): void {
  if (!context.directory.holdsRole(by.id, 'strategisches-it-management', {}, today(context)))
    throw onlyKeepers();
  if (request.requester.id === by.id) throw ownRequest();
}

/** 10.50 decides in somebody's place, with a reason; those whose step it was hear of it. */
export function override(
  request: Request,
  act: Extract<Act, { kind: 'override' }>,
  by: Party,
  context: Context,
): Progress {
  requireKeeper(request, by, context);
  const { step, open } = standing(request, context);
  const note = act.note.trim();
  if (!note) throw reasonMissing();
  if (step.duty === 'do' && act.decision === 'approve') throw notForDecision();
  const { question: _question, ...rest } = request;
  const done = recorded(
    starting(rest),
    {
      by: by.id,
      byName: by.name,
      act: act.decision === 'approve' ? 'override-approved' : 'override-rejected',
      note,
      facts: { step: step.id, visit: open.visit },
    },
    context,
  );
  const others = open.asked.filter((party) => party !== by.id);
  const told = tellingAll(done, 'news', others, context);
  if (act.decision === 'reject') return ended(settled(told, 'refused', context), 'rejected', context);
  const left = settled(told, step.duty === 'hear' ? 'not-heard' : 'agreed', context);
  return advanced(reported(left, by.id, context), context);
}

/** 10.50 puts somebody in charge of the step. */
export function assign(
  request: Request,
  act: Extract<Act, { kind: 'assign' }>,
  by: Party,
  context: Context,
): Progress | undefined {
  requireKeeper(request, by, context);
  const { step, open } = standing(request, context);
  if (open.assignedTo === act.to) return undefined;
  const note = act.note.trim();
  if (!note) throw reasonMissing();
  if (!context.directory.person(act.to) || act.to === request.requester.id) throw cannotReceive();
  const visit = open.visit + 1;
  const { takenBy: _takenBy, passedTo: _passedTo, ...rest } = open;
  const moved = recorded(
    changed(starting(request), {
      open: { ...rest, visit, assignedTo: act.to, asked: [act.to], urged: 0 },
      ...(request.state === 'in-progress' ? { state: 'approved' as const } : {}),
    }),
    {
      by: by.id,
      byName: by.name,
      act: 'assigned',
      note,
      facts: { step: step.id, visit: open.visit, to: act.to },
    },
    context,
  );
  const former = open.asked.filter((party) => party !== by.id && party !== act.to);
  const key = String(visit);
  return telling(tellingAll(moved, 'news', former, context), 'decide', act.to, context, { key });
}
