import type { Party } from '../../../core/party.ts';
import { placeOf } from '../acting.ts';
import { type Context, today } from '../context.ts';
import { changed, type Progress, recorded, starting, telling } from '../owing.ts';
import type { OpenStep, Request } from '../request.ts';
import type { Act } from './act.ts';
import { actedBy, actingHere } from './at-step.ts';
import { cannotReceive, reasonMissing, votesTogether } from './refusals.ts';

/** Gives the step to another person who holds the role or deputises for it: a new visit, so that it may come back. */
export function passOn(
  request: Request,
  act: Extract<Act, { kind: 'pass-on' }>,
  by: Party,
  context: Context,
): Progress | undefined {
  const { acting, step, open } = actingHere(request, by, context);
  if (step.votes !== 'any') throw votesTogether();
  if (open.passedTo === act.to) return undefined;
  const note = act.note.trim();
  if (!note) throw reasonMissing();
  const seats = context.directory.seats(step.role, placeOf(step, request, context), today(context));
  const seat = seats.find(({ person, absentUntil }) => person.id === act.to && !absentUntil);
  if (!seat || act.to === by.id || act.to === request.requester.id) throw cannotReceive();
  const { takenBy: _takenBy, assignedTo: _assignedTo, ...rest } = open;
  const given: OpenStep = { ...rest, visit: open.visit + 1, passedTo: act.to, asked: [act.to] };
  const passed = recorded(
    changed(starting(request), {
      open: given,
      ...(request.state === 'in-progress' ? { state: 'approved' as const } : {}),
    }),
    {
      ...actedBy(by, acting),
      act: 'passed-on',
      note,
      facts: { step: step.id, visit: open.visit, to: act.to },
    },
    context,
  );
  return telling(passed, 'decide', act.to, context, { key: String(given.visit) });
}
