import {
  bySystem,
  changed,
  type Decision,
  deciding,
  notified,
  quietly,
  recorded,
  without,
} from '../../case/decision.ts';
import { dayOf } from '../../core/day.ts';
import { eachByItself } from '../../core/each.ts';
import type { Job } from '../../core/feature.ts';
import type { CaseRef } from '../../core/notice.ts';
import type { AgendaOffers, AgendaPlaces } from '../../core/ports/agenda.ts';
import { shortened } from '../../core/text.ts';
import { revealed } from './acts/score.ts';
import { moved, placeBy, reported, settled } from './acts/steps.ts';
import { type Context, type Ideas, today } from './context.ts';
import { remindedToScore } from './deadlines.ts';
import { type FollowUp, type Idea, ideaCase, type Place, revisionOf } from './model.ts';
import { askedOf, reviewersOf } from './policy.ts';
import { seatsOwing } from './scoring.ts';

/** The newest request that came from a case; `undefined` when none did. */
export type FollowUpOf = (ref: CaseRef) => Promise<FollowUp | undefined>;

/** What the rest of the program tells about an idea. */
export type Outside = {
  /** Where it stands with the Beirat; `undefined` when it is on no agenda. */
  readonly place: Place | undefined;
  /** The newest request that came from it, if there is one. */
  readonly request: FollowUp | undefined;
};

export type FollowPorts = {
  readonly ideas: Ideas;
  readonly places: AgendaPlaces;
  readonly followUpOf: FollowUpOf;
};

/** What waits for a place on an agenda, the longest waiting first. */
export const offersOf =
  ({ collection }: Pick<Ideas, 'collection'>): AgendaOffers =>
  async () => {
    const waiting = (await collection.list({ where: { state: 'on-agenda' } })).filter(({ place }) => !place);
    return [...waiting]
      .sort((a, b) => (a.offeredAt ?? '').localeCompare(b.offeredAt ?? '') || a.id.localeCompare(b.id))
      .map(({ id, title, problem, benefit, submittedBy, presents, links }) => ({
        ref: { kind: ideaCase, id },
        title,
        text: `${shortened(problem, 600)}\n\n${shortened(benefit, 400)}`,
        // Nobody is named who has not said so.
        ...(presents ? { rapporteur: submittedBy } : {}),
        links: links.map((url) => ({ title: url, url })),
      }));
  };

/** Asks the meetings and the requests what has become of the ideas that are with them. */
export const followOthers = (ports: FollowPorts): Job => ({
  id: 'ideas.follow',
  async run(now) {
    const { collection, contextAt, change } = ports.ideas;
    const at = now.toISOString();
    const context = contextAt(at);
    const lists = (['on-agenda', 'evaluated', 'handed-over'] as const).map((state) =>
      collection.list({ where: { state } }),
    );
    const placeOf = await ports.places();
    const follow = async (idea: Idea) => {
      const ref = { kind: ideaCase, id: idea.id };
      const withBeirat = idea.state === 'on-agenda' || idea.place !== undefined;
      const outside: Outside = {
        place: withBeirat ? placeOf(ref) : undefined,
        request: idea.state === 'on-agenda' ? undefined : await ports.followUpOf(ref),
      };
      if (!followed(idea, outside, context)) return;
      await change(idea.id, at, (current) => followed(current, outside, context));
    };
    await eachByItself((await Promise.all(lists)).flat(), follow, together);
  },
});

/** Ideas that may share a write. */
const together = 50;

/**
 * What meetings and requests make of an idea: on an agenda, members may score and are reminded of it; when the day is
 * over, what they said is shown; the request that came of it says how far it is. `undefined` when nothing has changed.
 */
export function followed(
  idea: Idea,
  { place, request }: Outside,
  context: Context,
): Decision<Idea> | undefined {
  const start = deciding(idea);
  const placed = withPlace(start, sinceOffered(idea, place), context);
  const told = withRequest(atDeadline(placed, context), request, context);
  const next = remindedToScore(told, context) ?? told;
  const clocked = withClock(next, context);
  if (clocked === start) return undefined;
  // A clock alone is nothing to see: cards stay as they are.
  return next === start ? quietly(settled(clocked, context)) : settled(clocked, context);
}

/** A meeting before the idea was offered (again) says nothing about it now. */
const sinceOffered = ({ offeredAt }: Idea, place: Place | undefined): Place | undefined =>
  place && offeredAt && place.day < dayOf(offeredAt) ? undefined : place;

function withPlace(decision: Decision<Idea>, place: Place | undefined, context: Context): Decision<Idea> {
  const { doc: idea } = decision;
  const now = idea.place;
  if (isSame(now, place)) return decision;
  // What was evaluated keeps the place where that happened, whatever becomes of the meeting.
  if (idea.state !== 'on-agenda')
    return place?.meeting === now?.meeting ? changed(decision, { place }) : decision;
  const next = { visit: revisionOf(idea) + 1 };
  if (!place) {
    const facts = { meeting: now?.meeting ?? '' };
    return recorded(changed(without(decision, 'place'), next), { ...bySystem, act: 'off-agenda', facts });
  }
  if (now && now.meeting === place.meeting && now.day === place.day) return changed(decision, { place });
  const facts = { meeting: place.meetingLabel, item: place.item, day: place.day };
  const opened = recorded(changed(decision, { ...next, place }), { ...bySystem, act: 'on-agenda', facts });
  const told = reported(opened, bySystem.by);
  if (idea.revealedAt || place.day < today(context)) return told;
  return notified(told, seatsOwing(opened.doc, context), {
    name: 'score',
    key: `${place.meeting} ${place.day}`,
  });
}

/** Without a place on an agenda there is a day on which somebody is reminded; with one the meeting is the clock. */
function withClock(decision: Decision<Idea>, context: Context): Decision<Idea> {
  const { state, place, dueDay, revealedAt } = decision.doc;
  if (state !== 'on-agenda') return decision;
  if (place) return dueDay && !revealedAt ? changed(without(decision, 'dueDay'), { urged: 0 }) : decision;
  return dueDay ? decision : changed(decision, { dueDay: placeBy(context), urged: 0 });
}

const isSame = (a: Place | undefined, b: Place | undefined): boolean =>
  a?.meeting === b?.meeting &&
  a?.item === b?.item &&
  a?.day === b?.day &&
  a?.state === b?.state &&
  a?.meetingLabel === b?.meetingLabel &&
  a?.resolution?.number === b?.resolution?.number &&
  a?.resolution?.wording === b?.resolution?.wording &&
  String(a?.readers) === String(b?.readers);

/** The day of the meeting is over: whoever has not scored by now does not count. */
function atDeadline(decision: Decision<Idea>, context: Context): Decision<Idea> {
  const { state, place, revealedAt } = decision.doc;
  const isDue = state === 'on-agenda' && place !== undefined && !revealedAt && place.day < today(context);
  return isDue ? revealed(decision, context) : decision;
}

function withRequest(
  decision: Decision<Idea>,
  request: FollowUp | undefined,
  context: Context,
): Decision<Idea> {
  const { state, request: known } = decision.doc;
  if (!request || (state !== 'evaluated' && state !== 'handed-over')) return decision;
  if (known?.id === request.id && known.state === request.state) return decision;
  if (state === 'evaluated') {
    // A request that failed before anybody noticed it is no news.
    if (request.state === 'ended') return changed(decision, { request });
    return done(gone(decision, 'handed-over', 'handed-over', request, context), request, context);
  }
  if (request.state === 'ended') return givenBack(decision, request, context);
  return done(changed(decision, { request }), request, context);
}

/** What became of the request makes of the idea something else, and all whom it concerns hear of it. */
function gone(
  decision: Decision<Idea>,
  to: 'handed-over' | 'done' | 'evaluated',
  act: string,
  request: FollowUp,
  context: Context,
): Decision<Idea> {
  const facts = { request: request.id, visit: revisionOf(decision.doc) };
  return reported(
    recorded(moved(decision, to, context, { request }), { ...bySystem, act, facts }),
    bySystem.by,
  );
}

const done = (decision: Decision<Idea>, request: FollowUp, context: Context): Decision<Idea> =>
  request.state === 'done' ? gone(decision, 'done', 'done', request, context) : decision;

/** The request was rejected or taken back: those who review decide anew how it goes on. */
function givenBack(decision: Decision<Idea>, request: FollowUp, context: Context): Decision<Idea> {
  const back = gone(decision, 'evaluated', 'given-back', request, context);
  return notified(back, askedOf(reviewersOf(back.doc, context)), { name: 'next' });
}
