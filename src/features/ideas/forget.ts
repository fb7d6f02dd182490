import { dayOf, daysBefore } from '../../core/day.ts';
import type { Job } from '../../core/feature.ts';
import type { HistoryEntry } from '../../core/history.ts';
import type { Desk } from './desk.ts';
import { ends, type Idea } from './idea.ts';

/** Stands where a person stood. */
export const nobody = 'erased';
const noName = '–';

/** Days after its end that an idea keeps the names of those who had to do with it: two years. */
export const keptDays = 730;

/** Whether an idea came to its end before a day `2024-11-25` and still has names. */
export const isForgettable = ({ state, closedAt, submittedBy }: Idea, before: string): boolean =>
  ends.includes(state) && closedAt !== undefined && dayOf(closedAt) < before && submittedBy !== nobody;

/**
 * The idea without people: what was proposed and what came of it stays, who it was and what they said to each other
 * goes. The history keeps its fingerprints, so that its chain can still be checked.
 */
export function forgotten(idea: Idea): Idea {
  const { question: _question, company: _company, ...rest } = idea;
  const { evaluation } = idea;
  return {
    ...rest,
    submitter: { id: nobody, name: noName },
    submittedBy: nobody,
    waitsFor: [],
    supporters: idea.supporters.map(() => ({ id: nobody, name: noName })),
    merged: idea.merged.map((one) => ({ ...one, submitter: noName })),
    ...(evaluation ? { evaluation: withoutName(evaluation) } : {}),
    history: idea.history.map(withoutPerson),
  };
}

const withoutName = ({ onBehalfOf: _who, ...evaluation }: NonNullable<Idea['evaluation']>) => ({
  ...evaluation,
  by: nobody,
  byName: noName,
});

function withoutPerson(entry: HistoryEntry): HistoryEntry {
  if (entry.by === 'system') return entry;
  const { n, at, act, facts, previous, hash } = entry;
  const kept = facts ? { facts } : {};
  return { n, at, by: nobody, byName: noName, act, ...kept, erased: true, previous, hash };
}

/** Once a day: forgets the people of ideas that ended long ago. */
export function forgetPeople({ ideas }: Pick<Desk, 'ideas'>): Job {
  let doneOn = '';
  return {
    id: 'ideas.forget',
    async run(now) {
      const day = dayOf(now.toISOString());
      if (doneOn === day) return;
      const before = daysBefore(day, keptDays);
      for (const state of ends) {
        for (const { id } of (await ideas.list({ where: { state } })).filter((one) =>
          isForgettable(one, before),
        ))
          await ideas.change(id, (idea) =>
            isForgettable(idea, before) ? { doc: forgotten(idea) } : undefined,
          );
      }
      doneOn = day;
    },
  };
}
