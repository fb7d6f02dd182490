import { createHolidays } from '../../../../../src/adapters/calendar/holidays.ts';
import { randomIds } from '../../../../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../../../../src/adapters/store/memory.ts';
import { createOutside } from '../../../../../src/app/outside.ts';
import { silent } from '../../../../../src/core/ports/log.ts';
import type { Mail } from '../../../../../src/core/ports/mailer.ts';
import type { Delivery } from '../../../../../src/core/ports/messenger.ts';
import { contextAt } from '../../../../../src/features/beirat/board/desk.ts';
import { createBeiratFeature } from '../../../../../src/features/beirat/feature.ts';
import {
  Meeting,
  type Meeting as MeetingDoc,
  meetingCollection,
  Plan,
} from '../../../../../src/features/beirat/meetings/model.ts';
import { createEncounters } from '../../../../../src/features/notices/encounters.ts';
import { createFates } from '../../../../../src/features/notices/fates.ts';
import { createNoticesFeature } from '../../../../../src/features/notices/feature.ts';
import { openOutbox } from '../../../../../src/features/notices/outbox.ts';
import { openRefreshes } from '../../../../../src/features/notices/refreshes.ts';
import type { Act } from '../acting.ts';
import { decide, planned } from '../acting.ts';
import { type Channel, fine, mailFaults, numbers, teamsFaults } from './channels.ts';
import { directory, hasTeams, id, members, rules, start, teamsIdOf } from './three-hundred.ts';

/*
 * 300 members with a seat each: every third is reached in Teams only, by mail only, or by both. Channels fail by a model
 * with a seed, and the process ends in the middle of sending. No network, a clock that jumps to what is due.
 */

const holidays = createHolidays();
const log = silent;

/** Three members about whom nobody ever knows whether it arrived: one in Teams, one by mail, one with both. */
export const isSilent = (member: string): boolean => member.endsWith('99');

type Tally = { arrived: number; doubts: number };

/** A city hall whose process may end and start again over the same store. */
async function openCity(seed: number) {
  const store = createMemoryStore();
  const next = numbers(seed);
  let now = new Date(start);
  let channels: { teams: Channel; mail: Channel } = { teams: teamsFaults, mail: mailFaults };
  let generation = 0;
  let crashes = 0;
  let ended: () => void = () => undefined;
  let tallies = new Map<string, Tally>();
  const mails: Mail[] = [];

  const deliver = (to: string, channel: Channel, born: number): Promise<Delivery> => {
    // A process that has ended sends nothing any more.
    if (born !== generation) return new Promise(() => undefined);
    const fault = isSilent(to) && channel !== fine ? ({ outcome: 'unsure' } as const) : channel(next);
    const isCrash = typeof fault === 'string';
    const isUnsure = !isCrash && fault.outcome === 'unsure';
    const arrives = isCrash
      ? fault === 'crash after sending'
      : fault.outcome === 'sent' || (isUnsure && next() < 0.5);
    const tally = tallies.get(to) ?? { arrived: 0, doubts: 0 };
    tallies.set(to, {
      arrived: tally.arrived + (arrives ? 1 : 0),
      doubts: tally.doubts + (isCrash || isUnsure ? 1 : 0),
    });
    if (!isCrash) return Promise.resolve(fault);
    generation += 1;
    crashes += 1;
    ended();
    return new Promise(() => undefined);
  };
  const boot = () => {
    const born = generation;
    const beirat = createBeiratFeature({
      ...createOutside({ store, publicUrl: () => 'https://lotse.example.org' }),
      store,
      ids: randomIds,
      directory,
      holidays,
      rules: () => rules,
      fates: createFates(openOutbox(store)),
      offers: async () => [],
      figures: [],
    });
    const notices = createNoticesFeature({
      store,
      ids: randomIds,
      log,
      directory,
      holidays,
      messenger: {
        send: ({ conversationId }) => deliver(conversationId, channels.teams, born),
        update: async () => ({ outcome: 'sent', messageId: 'm' }),
      },
      mailer: {
        send: async (mail) => {
          const delivery = await deliver(mail.to.address.replace('@example.org', ''), channels.mail, born);
          if (delivery.outcome === 'sent') mails.push(mail);
          return delivery;
        },
      },
      random: next,
      kinds: beirat.notices ?? [],
      cases: beirat.cases ?? [],
    });
    return [...(notices.jobs ?? []), ...(beirat.jobs ?? []).filter((job) => job.id === 'beirat.ledger')];
  };
  let jobs = boot();
  const encounters = createEncounters({ store, directory, clock: { now: () => now } });
  for (const [at, member] of members.entries())
    if (hasTeams(at)) await encounters.met({ id: teamsIdOf(at), name: member }, { conversationId: member });

  const meetings = store.collection(meetingCollection, Meeting);
  const desk = { directory, holidays, rules: () => rules, digest: randomIds.digest } as Parameters<
    typeof contextAt
  >[0];
  const context = () => contextAt(desk, now.toISOString());
  const run = async () => {
    const crash = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const work = async () => {
      for (const job of jobs) await job.run(now);
    };
    const before = generation;
    await Promise.race([work(), crash]);
    if (generation === before) return;
    jobs = boot();
  };
  const nextDue = async (): Promise<string | undefined> =>
    [...(await openOutbox(store).list()), ...(await openRefreshes(store).list())]
      .flatMap(({ dueAt, leaseUntil }) =>
        dueAt ? [leaseUntil && leaseUntil > dueAt ? leaseUntil : dueAt] : [],
      )
      .sort()[0];
  return {
    mails,
    crashes: () => crashes,
    tallyOf: (to: string): Tally => tallies.get(to) ?? { arrived: 0, doubts: 0 },
    meeting: async (): Promise<MeetingDoc> => {
      const meeting = await meetings.get(id);
      if (!meeting) throw new Error('there is no meeting');
      return meeting;
    },
    async plans() {
      const plan = Plan.parse({
        day: '2026-12-10',
        time: '14:00',
        minutes: 120,
        place: 'Rathaus',
        replyBy: '2026-12-03',
        items: [{ id: 'i', title: 'Begrüßung', kind: 'information', public: true, links: [] }],
      });
      const office = { id: 'digitallotse', name: 'Digitallotse' };
      const { version: _, ...meeting } = planned({ plan }, office, context());
      await meetings.add(meeting);
    },
    act: (who: string, act: Act) =>
      meetings.change(id, (meeting) => decide(meeting, act, { id: who, name: who }, context())),
    /** From now on everything arrives, and is counted anew. */
    heals() {
      channels = { teams: fine, mail: fine };
      tallies = new Map();
    },
    /** Runs until nothing is due any more; fails when that never happens. */
    async untilQuiet() {
      for (let runs = 0; runs < 3000; runs += 1) {
        await run();
        const due = await nextDue();
        if (due === undefined) return run();
        if (Date.parse(due) > now.getTime()) now = new Date(due);
      }
      throw new Error('it never comes to rest');
    },
  };
}

/** The invitations have gone out, and nothing is due any more. */
export async function invited(seed: number) {
  const hall = await openCity(seed);
  await hall.plans();
  await hall.act('digitallotse', { kind: 'submit' });
  await hall.act('m-000', { kind: 'approve' });
  await hall.act('digitallotse', { kind: 'invite' });
  await hall.untilQuiet();
  return hall;
}
