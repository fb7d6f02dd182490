import { z } from 'zod';
import { changed, type Decision, deciding, notified, recorded, without } from '../../../case/decision.ts';
import type { Party } from '../../../core/party.ts';
import type { Context } from '../context.ts';
import { type Idea, revisionOf, type State } from '../model.ts';
import { askedOf, type Entitled, officeOf, requireInReview, requireOne, reviewersOf } from '../policy.ts';
import { notEvaluated, notWithBeirat, onAgendaAlready, reasonMissing, tooLate } from '../refusals.ts';
import { actedBy, ideaAct, moved, Noted, news, reported } from './steps.ts';

/* What those who review do with an idea, besides asking, judging and merging it. */

type Step = { readonly act: string; readonly to: State; readonly note?: string | undefined };

/** The idea goes on, and all whom it concerns hear of it. */
function step(
  decision: Decision<Idea>,
  { act, to, note }: Step,
  by: Party,
  as: Entitled,
  context: Context,
): Decision<Idea> {
  const facts = { visit: revisionOf(decision.doc) };
  const entry = { ...actedBy(by, as), act, ...(note ? { note } : {}), facts };
  return reported(recorded(moved(decision, to, context), entry), by.id);
}

/** Takes it under review; who submitted it knows from then on that somebody looks at it. */
export const review = ideaAct({
  kind: 'review',
  title: { de: 'In Prüfung nehmen', en: 'Take under review' },
  input: z.object({}),
  buttons: { 'ideas.review': {} },
  typed: [{ de: 'in prüfung nehmen|in prüfung|prüfen|pruefen', en: 'review' }],
  probe: () => ({}),
  decide(idea, _input, by, context) {
    const as = requireOne(idea, by, reviewersOf, context);
    if (idea.state === 'under-review') return undefined;
    requireInReview(idea);
    return step(deciding(idea), { act: 'reviewing', to: 'under-review' }, by, as, context);
  },
});

export const decline = ideaAct({
  kind: 'decline',
  title: { de: 'Ablehnen', en: 'Decline' },
  input: Noted,
  buttons: { 'ideas.decline': {} },
  typed: [{ de: 'ablehnen|abgelehnt|ablehnung', en: 'decline|reject', rest: 'note' }],
  reasons: true,
  fieldsOf: ({ note }) => ({ note }),
  probe: () => ({ note: '–' }),
  decide(idea, { note }, by, context) {
    const as = requireOne(idea, by, reviewersOf, context);
    requireInReview(idea, true);
    if (!note) throw reasonMissing();
    return step(deciding(idea), { act: 'declined', to: 'declined', note }, by, as, context);
  },
});

/** Offers it to the Beirat: the office can put it on an agenda from now on. */
export const offer = ideaAct({
  kind: 'offer',
  title: { de: 'Dem Beirat anbieten', en: 'Offer to the Digital Advisory Board' },
  input: z.object({}),
  buttons: { 'ideas.offer': {} },
  typed: [
    {
      de: '(?:in|an) den beirat|(?:dem )?beirat anbieten|beirat',
      en: '(?:to )?the (?:beirat|board)|board|offer',
    },
  ],
  probe: () => ({}),
  decide(idea, _input, by, context) {
    const as = requireOne(idea, by, reviewersOf, context);
    if (idea.state === 'on-agenda') return undefined;
    requireInReview(idea);
    const fresh = changed(without(deciding(idea), 'revealedAt', 'place', 'presents'), {
      scores: [],
      offeredAt: context.now,
    });
    const offered = step(fresh, { act: 'offered', to: 'on-agenda' }, by, as, context);
    const office = askedOf(officeOf(idea, context)).filter((party) => party !== by.id);
    const asked = notified(offered, [idea.submittedBy], { name: 'present' });
    return notified(asked, office, news);
  },
});

/** Takes it back from the Beirat: before a meeting was invited to, or after one that did not get to it. */
export const recall = ideaAct({
  kind: 'recall',
  title: { de: 'Vom Beirat zurückholen', en: 'Take back from the Digital Advisory Board' },
  input: z.object({}),
  buttons: { 'ideas.recall': {} },
  typed: [{ de: 'zurückholen|zurueckholen', en: 'take back|recall' }],
  probe: () => ({}),
  decide(idea, _input, by, context) {
    const as = requireOne(idea, by, reviewersOf, context);
    if (idea.state !== 'on-agenda') throw notWithBeirat();
    if (idea.place?.state === 'invited') throw onAgendaAlready();
    const back = changed(without(deciding(idea), 'offeredAt', 'place', 'revealedAt'), { scores: [] });
    return step(back, { act: 'recalled', to: 'under-review' }, by, as, context);
  },
});

/** Closes an evaluated idea that needs no request. */
export const finish = ideaAct({
  kind: 'finish',
  title: { de: 'Idee abschließen', en: 'Complete the idea' },
  input: Noted,
  buttons: { 'ideas.finish': {} },
  typed: [{ de: 'abschließen|abschliessen|abgeschlossen|fertig', en: 'finish|complete|done', rest: 'note' }],
  reasons: true,
  fieldsOf: ({ note }) => ({ note }),
  probe: () => ({ note: '–' }),
  decide(idea, { note }, by, context) {
    const as = requireOne(idea, by, reviewersOf, context);
    if (idea.state === 'handed-over') throw tooLate();
    if (idea.state !== 'evaluated') throw notEvaluated();
    if (!note) throw reasonMissing();
    return step(deciding(idea), { act: 'finished', to: 'done', note }, by, as, context);
  },
});
