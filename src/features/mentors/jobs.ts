import type { Job } from '../../core/feature.ts';
import type { Collection, Stored } from '../../core/ports/store.ts';
import { contextAt, type Desk } from './desk.ts';
import { isForgotten, look } from './look.ts';
import { bookRef } from './mentoring.ts';
import { isOver, lookAt } from './profile/save.ts';

const atOnce = 200;

const dueIn = <T extends Stored>(collection: Collection<T>, now: Date): Promise<readonly T[]> =>
  collection.claim({
    now: now.toISOString(),
    leaseUntil: new Date(now.getTime() + 60_000).toISOString(),
    limit: atOnce,
  });

/** What time brings about: reminders, ends, questions for a confirmation, deletion. */
export const mentorJobs = (desk: Desk): readonly Job[] => [
  {
    id: 'mentors.waiting',
    async run(now) {
      const context = contextAt(desk, now.toISOString());
      for (const one of await dueIn(desk.mentorings, now)) {
        if (isForgotten(one, context)) await desk.mentorings.remove(one.id);
        else await desk.mentorings.change(one.id, (doc, [book]) => look(doc, context, book), [bookRef]);
      }
    },
  },
  {
    id: 'mentors.profiles',
    async run(now) {
      const context = contextAt(desk, now.toISOString());
      for (const one of await dueIn(desk.profiles, now)) {
        if (isOver(one, context)) await desk.profiles.remove(one.id);
        else await desk.profiles.change(one.id, (doc) => lookAt(doc, context));
      }
    },
  },
  {
    id: 'mentors.forget',
    async run(now) {
      for (const { id } of await dueIn(desk.forms, now)) await desk.forms.remove(id);
      for (const { id } of await dueIn(desk.feedback, now)) await desk.feedback.remove(id);
    },
  },
];
