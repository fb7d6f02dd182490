import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import {
  bySystem,
  changed,
  type Decision,
  deciding,
  notified,
  recorded,
  without,
} from '../../../../case/decision.ts';
import type { Context } from '../../board/context.ts';
import { chairCapacity, officeNow } from '../../board/members.ts';
import { actor, requireChair, requireOffice } from '../../board/rights.ts';
import type { Topic } from '../model.ts';
import { chairDecides, onAgenda, onlyProposer, othersDemand, reasonMissing, topicOver } from '../refusals.ts';

const act = actsOf<Topic, Context>();
const note = z
  .string()
  .max(4000)
  .catch('')
  .transform((text) => text.trim().slice(0, 1000));
const news = { name: 'topic-news', urgency: 'news' } as const;

/** The office says why not; whoever proposed it hears it. */
export const decline = act({
  kind: 'decline',
  title: { de: 'Nicht aufnehmen', en: 'Do not take' },
  input: z.object({ note }),
  typed: [{ de: 'nicht aufnehmen|ablehnen|abgelehnt', en: 'decline|do not take', rest: 'note' }],
  reasons: true,
  wordsOf: (input) => input.note,
  probe: () => ({ note: '–' }),
  decide(topic, { note: text }, by, context) {
    const isDemanded = topic.demand?.reached !== undefined;
    if (isDemanded && !chairCapacity(by.id, context)) throw chairDecides();
    const who = isDemanded ? requireChair(by, context) : actor(by);
    if (!isDemanded) requireOffice(by, context);
    if (topic.state === 'declined' && topic.answer?.text === text) return undefined;
    if (topic.state === 'placed') throw onAgenda();
    if (topic.state !== 'open') throw topicOver();
    if (!text) throw reasonMissing();
    const answer = { by: by.id, byName: by.name, text, at: context.now };
    const said = recorded(changed(deciding(topic), { state: 'declined', answer }), {
      ...who,
      act: 'topic-declined',
      note: text,
    });
    return notified(
      said,
      concerned(topic).filter((party) => party !== by.id),
      news,
    );
  },
});

/** Whoever proposed it, and those who demand a meeting about it. */
const concerned = ({ by, demand }: Topic): readonly string[] => [
  ...new Set([by, ...(demand?.by ?? []).map(({ party }) => party)]),
];

/** Takes the proposal back, as long as it is on no agenda. */
export const withdraw = act({
  kind: 'withdraw',
  title: { de: 'Vorschlag zurückziehen', en: 'Withdraw the proposal' },
  input: z.object({}),
  typed: [{ de: 'zurückziehen|zurueckziehen', en: 'withdraw' }],
  probe: () => ({}),
  decide(topic, _input, by, context) {
    if (topic.by !== by.id) throw onlyProposer(topic.byName);
    if (topic.state === 'withdrawn') return undefined;
    if (topic.state === 'placed') throw onAgenda();
    if (topic.state !== 'open') throw topicOver();
    if (topic.demand?.by.some(({ party }) => party !== by.id)) throw othersDemand();
    const back = recorded(changed(deciding(topic), { state: 'withdrawn' }), {
      ...actor(by),
      act: 'topic-withdrawn',
    });
    return notified(
      back,
      [officeNow(context)].filter((party) => party !== by.id),
      news,
    );
  },
});

/**
 * What agendas make of it: on one it is placed, taken off again it is open again, and whoever proposed or demanded it hears
 * of both; of a demanded meeting also that it was invited to.
 * @param meeting id of the meeting whose agenda it is on
 * @param isConvened whether that meeting has been invited to
 */
export function followed(
  topic: Topic,
  meeting: string | undefined,
  isConvened = false,
): Decision<Topic> | undefined {
  const { state } = topic;
  if (state !== 'open' && state !== 'placed') return undefined;
  const placed = meeting === topic.meeting ? undefined : placedOn(topic, meeting);
  const { demand } = topic;
  const convened = isConvened ? meeting : undefined;
  if (!demand?.reached || demand.convened === convened) return placed;
  const { convened: _, ...rest } = demand;
  const due = changed(placed ?? deciding(topic), { demand: { ...rest, ...(convened ? { convened } : {}) } });
  const facts = { meeting: convened ?? demand.convened ?? '' };
  const said = recorded(due, { ...bySystem, act: convened ? 'topic-convened' : 'topic-not-convened', facts });
  return notified(said, concerned(topic), news);
}

function placedOn(topic: Topic, meeting: string | undefined): Decision<Topic> {
  const start = deciding(topic);
  const next = meeting
    ? recorded(changed(start, { state: 'placed', meeting }), {
        ...bySystem,
        act: 'topic-placed',
        facts: { meeting },
      })
    : recorded(changed(without(start, 'meeting'), { state: 'open', urged: 0 }), {
        ...bySystem,
        act: 'topic-off',
        facts: { meeting: topic.meeting ?? '' },
      });
  return notified(next, concerned(topic), news);
}
