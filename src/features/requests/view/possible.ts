import { isKeeper } from '../access.ts';
import { actorsAt, placeOf } from '../acting.ts';
import { type Context, today } from '../context.ts';
import { ends, type Request } from '../request.ts';
import type { Step } from '../types/model.ts';

/** What somebody can do with a request; buttons follow it, rights are checked again when one is pressed. */
export type Possible =
  | 'decide'
  | 'opine'
  | 'take'
  | 'finish'
  | 'ask'
  | 'passOn'
  | 'answer'
  | 'withdraw'
  | 'resubmit'
  | 'override'
  | 'assign';

export type Can = Readonly<Record<Possible, boolean>>;

export function possible(request: Request, step: Step | undefined, viewer: string, context: Context): Can {
  const over = ends.includes(request.state);
  const isOwn = request.requester.id === viewer;
  const waits = request.state === 'returned';
  const acts =
    !over &&
    !waits &&
    !!step &&
    actorsAt(step, request, context, request.open).some(({ person }) => person.id === viewer);
  const keeps = !over && !isOwn && isKeeper(viewer, context);
  const decides = step?.duty === 'approve' || step?.duty === 'recommend';
  const spoke = request.open?.votes.some(({ by }) => by === viewer) ?? false;
  return {
    decide: acts && decides && !spoke,
    opine: acts && step?.duty === 'hear',
    take: acts && step?.duty === 'do' && request.open?.takenBy !== viewer,
    finish: acts && step?.duty === 'do',
    ask: acts && !spoke,
    passOn: acts && step?.votes === 'any' && receiversOf(step, request, viewer, context).length > 0,
    answer: isOwn && waits,
    withdraw: isOwn && !over && !request.open?.takenBy,
    resubmit: isOwn && request.state === 'rejected',
    override: keeps && !(acts && decides) && step?.duty !== 'do',
    assign: keeps,
  };
}

export type Choice = { readonly title: string; readonly value: string };

/** To whom the step can be passed on. */
export function receiversOf(
  step: Step,
  request: Request,
  viewer: string,
  context: Context,
): readonly Choice[] {
  const seats = context.directory.seats(step.role, placeOf(step, request, context), today(context));
  return seats
    .filter(
      ({ person, absentUntil }) => !absentUntil && person.id !== viewer && person.id !== request.requester.id,
    )
    .map(({ person }) => ({ title: person.name, value: person.id }));
}

/** Whom 10.50 would put in charge: holders and deputies of the step's role first, then of the roles above it. */
export function peopleOf(step: Step | undefined, request: Request, context: Context): readonly Choice[] {
  if (!step) return [];
  const above = context.directory.roleAbove(step.role);
  const seats = [
    ...context.directory.seats(step.role, placeOf(step, request, context), today(context)),
    ...(above ? context.directory.seats(above, {}, today(context)) : []),
    ...context.directory.seats('strategisches-it-management', {}, today(context)),
  ];
  const choices = new Map(seats.map(({ person }) => [person.id, person.name]));
  choices.delete(request.requester.id);
  return [...choices].map(([value, title]) => ({ title, value }));
}
