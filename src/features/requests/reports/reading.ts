import { changed, type Decision, without } from '../../../case/decision.ts';
import { today } from '../../../case/world.ts';
import { addWorkingDays } from '../../../core/working-days.ts';
import { askedAt } from '../actors.ts';
import type { Context, Request } from '../model.ts';
import { atEach } from '../parts.ts';
import { stepOf } from '../route.ts';
import { concernedBy, joinKeysOf } from './joining.ts';
import { urgencyOf } from './priority.ts';

/** Reads from its fields again what a report is about and how urgent it is: something was changed, or it concerns more. */
export function readAnew(going: Decision<Request>, { types }: Pick<Context, 'types'>): Decision<Request> {
  const request = going.doc;
  const type = types.find(({ id }) => id === request.type);
  if (!request.report || !type) return going;
  const joinKeys = joinKeysOf(type, request);
  const priority = urgencyOf(type, request.fields, concernedBy(request).length) ?? request.priority;
  return changed(without(going, 'joinKeys'), {
    ...(joinKeys.length > 0 ? { joinKeys: [...joinKeys] } : {}),
    ...(priority ? { priority } : {}),
  });
}

type Pressed = { readonly going: Decision<Request>; readonly newly: readonly string[] };

/**
 * The same while somebody has it: what has become more urgent is due earlier, and reaches everybody whom it reaches at
 * once.
 * @returns who is asked only now
 */
export function pressed(before: Request, going: Decision<Request>, context: Context): Pressed {
  const newly: string[] = [];
  const pressing = atEach(going, (here) => {
    const pressedHere = pressedAt(before, here, context);
    newly.push(...pressedHere.newly);
    return pressedHere.going;
  });
  return { going: pressing, newly: [...new Set(newly)] };
}

function pressedAt(before: Request, going: Decision<Request>, context: Context): Pressed {
  const { open, priority } = going.doc;
  const step = stepOf(going.doc, open?.step);
  if (!open || !step || !priority || priority.rank >= (before.priority?.rank ?? Number.POSITIVE_INFINITY))
    return { going, newly: [] };
  const due = addWorkingDays(today(context), priority.due, context.holidays);
  const asked = askedAt(step, going.doc, context, open).map(({ person }) => person.id);
  const newly = asked.filter((party) => !open.asked.includes(party));
  return {
    going: changed(going, {
      open: {
        ...open,
        dueDay: due < open.dueDay ? due : open.dueDay,
        asked: [...open.asked, ...newly],
      },
    }),
    newly,
  };
}
