import { dayOf } from '../../../core/day.ts';
import { type Context, today } from '../context.ts';
import type { FollowUp, Idea, Place } from '../idea.ts';
import { bySystem, changed, moved, type Progress, recorded, reported, starting, telling } from '../owing.ts';
import { askedOf, reviewersOf } from '../rights.ts';
import { seatsOwing } from '../scoring.ts';
import type { Outside } from './act.ts';
import { revealed } from './reveal.ts';

/**
 * What meetings and requests make of an idea: on an agenda, members may score; when the day is over, what they said is
 * shown; the request that came of it says how far it is. `undefined` when nothing has changed.
 */
export function followed(idea: Idea, { place, request }: Outside, context: Context): Progress | undefined {
  const placed = withPlace(starting(idea), sinceOffered(idea, place), context);
  const closed = atDeadline(placed, context);
  const next = withRequest(closed, request, context);
  return next.idea === idea ? undefined : next;
}

/** A meeting before the idea was offered (again) says nothing about it now. */
const sinceOffered = ({ offeredAt }: Idea, place: Place | undefined): Place | undefined =>
  place && offeredAt && place.day < dayOf(offeredAt) ? undefined : place;

function withPlace(progress: Progress, place: Place | undefined, context: Context): Progress {
  const { idea } = progress;
  const now = idea.place;
  if (same(now, place)) return progress;
  // What was evaluated keeps the place where that happened, whatever becomes of the meeting.
  if (idea.state !== 'on-agenda')
    return place?.meeting === now?.meeting ? changed(progress, { place }) : progress;
  if (!place) {
    const { place: _gone, ...rest } = idea;
    const off = { ...progress, idea: { ...rest, visit: idea.visit + 1 } };
    return recorded(off, { ...bySystem, act: 'off-agenda', facts: { meeting: now?.meeting ?? '' } }, context);
  }
  const next = changed(progress, { place });
  if (now && now.meeting === place.meeting && now.day === place.day) return next;
  const facts = { meeting: place.meetingLabel, item: place.item, day: place.day };
  const opened = recorded(
    changed(next, { visit: idea.visit + 1 }),
    { ...bySystem, act: 'on-agenda', facts },
    context,
  );
  const told = reported(opened, bySystem.by, context);
  if (idea.revealedAt || place.day < today(context)) return told;
  const key = `${place.meeting} ${place.day}`;
  return telling(told, 'score', seatsOwing(opened.idea, context), context, { key });
}

const same = (a: Place | undefined, b: Place | undefined): boolean =>
  a?.meeting === b?.meeting &&
  a?.item === b?.item &&
  a?.day === b?.day &&
  a?.state === b?.state &&
  a?.meetingLabel === b?.meetingLabel &&
  a?.resolution?.number === b?.resolution?.number &&
  a?.resolution?.wording === b?.resolution?.wording &&
  String(a?.readers) === String(b?.readers);

/** The day of the meeting is over: whoever has not scored by now does not count. */
function atDeadline(progress: Progress, context: Context): Progress {
  const { state, place, revealedAt } = progress.idea;
  const isDue = state === 'on-agenda' && place !== undefined && !revealedAt && place.day < today(context);
  return isDue ? revealed(progress, context) : progress;
}

function withRequest(progress: Progress, request: FollowUp | undefined, context: Context): Progress {
  const { idea } = progress;
  if (!request || (idea.state !== 'evaluated' && idea.state !== 'handed-over')) return progress;
  const known = idea.request;
  if (known?.id === request.id && known.state === request.state) return progress;
  if (idea.state === 'evaluated') {
    // A request that failed before anybody noticed it is no news.
    if (request.state === 'ended') return changed(progress, { request });
    return done(handedOver(progress, request, context), request, context);
  }
  if (request.state === 'ended') return givenBack(progress, request, context);
  return done(changed(progress, { request }), request, context);
}

function handedOver(progress: Progress, request: FollowUp, context: Context): Progress {
  const { visit } = progress.idea;
  const next = recorded(
    moved(progress, 'handed-over', context, { request }),
    { ...bySystem, act: 'handed-over', facts: { request: request.id, visit } },
    context,
  );
  return reported(next, bySystem.by, context);
}

function done(progress: Progress, request: FollowUp, context: Context): Progress {
  if (request.state !== 'done') return progress;
  const end = recorded(
    moved(progress, 'done', context, { request }),
    { ...bySystem, act: 'done', facts: { request: request.id, visit: progress.idea.visit } },
    context,
  );
  return reported(end, bySystem.by, context);
}

/** The request was rejected or taken back: those who review decide anew how it goes on. */
function givenBack(progress: Progress, request: FollowUp, context: Context): Progress {
  const back = recorded(
    moved(progress, 'evaluated', context, { request }),
    { ...bySystem, act: 'given-back', facts: { request: request.id, visit: progress.idea.visit } },
    context,
  );
  const reviewers = askedOf(reviewersOf(back.idea, context));
  return telling(reported(back, bySystem.by, context), 'next', reviewers, context);
}
