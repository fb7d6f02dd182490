import { appended, type NewEntry } from '../../core/history.ts';
import { type Notice, outdated, owed } from '../../core/notice.ts';
import type { Also, Change } from '../../core/ports/store.ts';
import type { Context } from './context.ts';
import { type OpenStep, type Request, requestCase } from './request.ts';

/** A request on its way through one decision, with what that decision owes. */
export type Progress = { readonly request: Request; readonly notices: readonly Notice[] };

/** The kinds of what requests say; each is worded in `notices.ts`. */
export type NoticeName = 'decide' | 'news' | 'question' | 'reminder' | 'alarm' | 'informed';

export const starting = (request: Request): Progress => ({ request, notices: [] });

export const changed = (progress: Progress, more: Partial<Request>): Progress => ({
  ...progress,
  request: { ...progress.request, ...more },
});

type Happened = Omit<NewEntry, 'at'>;

/** Writes what happened into the history. */
export function recorded(progress: Progress, entry: Happened, { now, digest }: Context): Progress {
  const { history, id } = progress.request;
  return changed(progress, { history: appended(history, id, { ...entry, at: now }, digest) });
}

/** The system acts: time, or the directory. */
export const bySystem = { by: 'system', byName: 'Lotse' } as const;

/**
 * Owes a notice to a party. The key tells it from others of its kind about the same case; without one it is the
 * number of the newest entry of the history, so that each event is told once.
 */
export function telling(
  progress: Progress,
  name: NoticeName,
  recipient: string,
  { now }: Context,
  more: { readonly key?: string; readonly facts?: Notice['facts'] } = {},
): Progress {
  const { id, history } = progress.request;
  const notice: Notice = {
    id: `${id} ${name} ${more.key ?? history.length} ${recipient}`,
    recipient,
    kind: `requests.${name}`,
    ref: id,
    facts: { entry: history.length, ...more.facts },
    urgency: name === 'news' || name === 'informed' ? 'news' : 'act',
    createdAt: now,
  };
  if (progress.notices.some((other) => other.id === notice.id)) return progress;
  return { ...progress, notices: [...progress.notices, notice] };
}

/** Tells several parties the same, each once. */
export const tellingAll = (
  progress: Progress,
  name: NoticeName,
  recipients: Iterable<string>,
  context: Context,
  more?: { readonly key?: string; readonly facts?: Notice['facts'] },
): Progress =>
  [...new Set(recipients)].reduce((all, party) => telling(all, name, party, context, more), progress);

/** The decision as one write: the new state, its notices, and the word that all cards of the case are out of date. */
export function asChange({ request, notices }: Progress, { now }: Context): Change<Request> {
  const also: Also[] = [
    ...notices.map(owed),
    outdated({ kind: requestCase, id: request.id }, request.version + 1, now),
  ];
  return { doc: { ...request, waitsFor: waitsFor(request), changedAt: now }, also };
}

/** Whom a request waits for: the requester while it is returned, else those who were asked and have not voted yet. */
export const waitsFor = ({ state, open, requester }: Request): string[] => {
  if (!open) return [];
  return state === 'returned' ? [requester.id] : open.asked.filter((party) => !hasVoted(open, party));
};

const hasVoted = ({ votes }: OpenStep, party: string): boolean => votes.some(({ by }) => by === party);
