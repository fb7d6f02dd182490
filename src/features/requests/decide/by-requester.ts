import type { Party } from '../../../core/party.ts';
import type { Context } from '../context.ts';
import { advanced, ended, settled } from '../flow.ts';
import { changed, type Progress, recorded, starting, tellingAll } from '../owing.ts';
import type { Request } from '../request.ts';
import type { Act } from './act.ts';
import { inWork, notReturned, onlyRequester, reasonMissing } from './refusals.ts';

type Answer = Extract<Act, { kind: 'answer' }>;

/**
 * Answers the question and, where fields were given, changes the request. It comes back to the step that asked, or to
 * an earlier one that belongs to the way only now.
 */
export function answer(request: Request, act: Answer, by: Party, context: Context): Progress {
  if (by.id !== request.requester.id) throw onlyRequester(request.requester.name);
  const { question, open } = request;
  if (request.state !== 'returned' || !question || !open) throw notReturned();
  const note = act.note?.trim() ?? '';
  const changes = changesOf(request, act);
  const isChanged = Object.keys(changes).length > 0;
  if (!note && !isChanged) throw reasonMissing();
  const { question: _answered, ...rest } = request;
  const answered = recorded(
    starting({ ...rest, ...changes, ...earlierOf(request, changes, context) }),
    {
      by: by.id,
      byName: by.name,
      act: 'answered',
      ...(note ? { note } : {}),
      facts: { step: open.step, visit: open.visit, changed: isChanged },
    },
    context,
  );
  return keptInWork(advanced(settled(answered, 'reopened', context), context), request, isChanged);
}

function changesOf(request: Request, { fields, title }: Answer): Partial<Pick<Request, 'fields' | 'title'>> {
  const differs = fields && JSON.stringify(sorted(fields)) !== JSON.stringify(sorted(request.fields));
  return {
    ...(differs ? { fields: { ...fields } } : {}),
    ...(title && title !== request.title ? { title } : {}),
  };
}

const sorted = (fields: Readonly<Record<string, unknown>>) =>
  Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));

const earlierOf = ({ fields, earlier }: Request, changes: object, { now }: Context) =>
  'fields' in changes ? { earlier: [...earlier, { at: now, fields }] } : {};

/** Whoever had taken over the work, or was given it, has it again. Votes on what has changed since do not count. */
function keptInWork(progress: Progress, before: Request, isChanged: boolean): Progress {
  const { open } = progress.request;
  const { takenBy, step, passedTo, assignedTo } = before.open ?? {};
  if (!open || open.step !== step) return progress;
  const same = {
    ...open,
    ...(isChanged ? { votes: [] } : {}),
    ...(passedTo ? { passedTo } : {}),
    ...(assignedTo ? { assignedTo } : {}),
    ...(takenBy ? { takenBy } : {}),
  };
  return changed(progress, { open: same, ...(takenBy ? { state: 'in-progress' as const } : {}) });
}

/** Takes the request back, as long as nobody works on it. */
export function withdraw(
  request: Request,
  act: Extract<Act, { kind: 'withdraw' }>,
  by: Party,
  context: Context,
): Progress {
  if (by.id !== request.requester.id) throw onlyRequester(request.requester.name);
  const taken = request.open?.takenBy;
  if (taken) throw inWork(context.directory.person(taken)?.name ?? taken);
  const note = act.note?.trim();
  const facts = request.open ? { step: request.open.step, visit: request.open.visit } : {};
  const back = recorded(
    starting(request),
    { by: by.id, byName: by.name, act: 'withdrawn', ...(note ? { note } : {}), facts },
    context,
  );
  const told = tellingAll(back, 'news', request.open?.asked ?? [], context);
  return ended(settled(told, 'reopened', context), 'withdrawn', context);
}
