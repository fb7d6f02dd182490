import { daysBefore } from '../../core/day.ts';
import type { Job } from '../../core/feature.ts';
import type { CaseRef } from '../../core/notice.ts';
import type { AgendaPlaces } from '../../core/ports/agenda.ts';
import { type Context, today } from './context.ts';
import type { Outside } from './decide/act.ts';
import { followed } from './decide/follow.ts';
import { look } from './decide/look.ts';
import { contextAt, type Desk } from './desk.ts';
import { type FollowUp, type Idea, ideaCase } from './idea.ts';
import { asChange, type Progress, starting, telling } from './owing.ts';
import { isVotingOpen, seatsOwing } from './scoring.ts';

/** The newest request that came from a case; `undefined` when none did. */
export type FollowUpOf = (ref: CaseRef) => Promise<FollowUp | undefined>;

export type WatchPorts = Desk & { readonly places: AgendaPlaces; readonly followUpOf: FollowUpOf };

/** Asks the meetings and the requests what has become of the ideas that are with them. */
export const followOthers = (desk: WatchPorts): Job => ({
  id: 'ideas.follow',
  async run(now) {
    const context = contextAt(desk, now.toISOString());
    for (const state of ['on-agenda', 'evaluated', 'handed-over'] as const) {
      for (const idea of await desk.ideas.list({ where: { state } })) {
        const outside = await outsideOf(idea, desk);
        if (!next(idea, outside, context)) continue;
        await desk.ideas.change(idea.id, (current) => {
          const progress = next(current, outside, context);
          return progress && asChange(progress, context);
        });
      }
    }
  },
});

async function outsideOf(idea: Idea, { places, followUpOf }: WatchPorts): Promise<Outside> {
  const ref = { kind: ideaCase, id: idea.id };
  const withBeirat = idea.state === 'on-agenda' || idea.place !== undefined;
  const request = idea.state === 'on-agenda' ? undefined : await followUpOf(ref);
  return { place: withBeirat ? await places(ref) : undefined, request };
}

const next = (idea: Idea, outside: Outside, context: Context): Progress | undefined => {
  const now = followed(idea, outside, context);
  return remindedToScore(now ?? starting(idea), context) ?? now;
};

/** Days before the meeting on which members are reminded whose score is missing. */
const remindDays = 2;

function remindedToScore(progress: Progress, context: Context): Progress | undefined {
  const { idea } = progress;
  const { place } = idea;
  if (!place || idea.urged > 0 || !isVotingOpen(idea, context)) return undefined;
  // Who has just been asked is not reminded at once.
  if (today(context) < daysBefore(place.day, remindDays) || progress.notices.length > 0) return undefined;
  const key = `score ${place.meeting} ${place.day}`;
  const told = telling(progress, 'reminder', seatsOwing(idea, context), context, { key });
  return { ...told, idea: { ...told.idea, urged: 1 } };
}

const atOnce = 200;

/** Every working morning: who has an idea and is late is reminded. */
export const watchWaiting = (desk: Desk): Job => ({
  id: 'ideas.waiting',
  async run(now) {
    const at = now.toISOString();
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    const due = await desk.ideas.claim({ now: at, leaseUntil, limit: atOnce });
    await Promise.all(due.map(({ id }) => desk.ideas.change(id, (idea) => look(idea, contextAt(desk, at)))));
  },
});
