import { createHolidays } from '../../../src/adapters/calendar/holidays.ts';
import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { openBeiratRules } from '../../../src/app/beirat-rules.ts';
import { createOutside } from '../../../src/app/outside.ts';
import { jobsOf } from '../../../src/app/run-jobs.ts';
import type { Mail } from '../../../src/core/ports/mailer.ts';
import type { Chat, Delivery } from '../../../src/core/ports/messenger.ts';
import type { Reply } from '../../../src/core/reply.ts';
import type { Act } from '../../../src/features/beirat/decide/act.ts';
import { decide } from '../../../src/features/beirat/decide/decide.ts';
import { createBeiratFeature } from '../../../src/features/beirat/feature.ts';
import { Meeting, meetingCollection } from '../../../src/features/beirat/meeting.ts';
import { planned } from '../../../src/features/beirat/new-meeting.ts';
import type { Rules } from '../../../src/features/beirat/rules.ts';
import { createRoleDirectory } from '../../../src/features/directory/role-directory.ts';
import { createEncounters } from '../../../src/features/notices/encounters.ts';
import { createFates } from '../../../src/features/notices/fates.ts';
import { createNoticesFeature } from '../../../src/features/notices/feature.ts';
import { openOutbox } from '../../../src/features/notices/outbox.ts';
import { demoDirectory, filledWith, holder, person, unit } from '../../support/directory-builder.ts';
import { party, plan, toInvitation } from './world.ts';

/** The meeting that everybody is invited to. */
const id = 'B-2026-1';

/** How many members are invited. */
export const count = 300;
export const ids = Array.from({ length: count }, (_, at) => `m${String(at).padStart(3, '0')}`);

/** A quarter each: Teams and mail, mail only, Teams only, neither. */
const hasTeams = (at: number): boolean => at % 4 === 0 || at % 4 === 2;
const hasMail = (at: number): boolean => at % 4 < 2;

const base = await openBeiratRules();
export const rules: Rules = {
  ...base,
  seats: [
    ...base.seats.filter(({ kind }) => kind !== 'expert'),
    ...ids.map((who) => ({
      id: `seat-${who}`,
      kind: 'expert' as const,
      vote: 'voting' as const,
      name: { de: who, en: who },
    })),
  ],
};

const model = await demoDirectory();
const guid = (at: number): string => `00000000-0000-4000-9000-${String(at).padStart(12, '0')}`;
const built = filledWith(model, {
  units: [unit('01')],
  persons: [
    ...['lotse', 'chair'].map((id, at) =>
      person(id, { unit: '01', email: `${id}@example.org`, teamsId: guid(900 + at) }),
    ),
    ...ids.map((id, at) =>
      person(id, {
        unit: '01',
        email: hasMail(at) ? `${id}@example.org` : undefined,
        teamsId: hasTeams(at) ? guid(at) : undefined,
      }),
    ),
  ],
  assignments: [
    holder('digitallotse-wirtschaft', 'lotse'),
    holder('digitaler-beirat', 'chair', { seat: 'chair' }),
    ...ids.map((id) => holder('digitaler-beirat', id, { seat: `seat-${id}` })),
  ],
  absences: [],
});
export const directory = createRoleDirectory(() => built);

/** Numbers from 0 to 1 that look like chance and are the same every time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** What arrived: by Teams each time, by mail once for each Message-ID, because a mail program shows it once. */
export type Arrivals = {
  readonly teams: number;
  readonly mails: ReadonlySet<string>;
  readonly doubts: number;
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Sends what is owed through channels that fail by chance, in a process that dies now and then, until nothing is due.
 * @param trouble share of sendings that go wrong, from 0 to 1
 */
export async function openStorm(seed: number, trouble: number) {
  const store = createMemoryStore();
  const chance = seeded(seed);
  const arrived = new Map<string, { teams: number; mails: Set<string>; doubts: number }>();
  const of = (who: string) => {
    const known = arrived.get(who) ?? { teams: 0, mails: new Set<string>(), doubts: 0 };
    arrived.set(who, known);
    return known;
  };
  let now = new Date('2026-11-25T09:00:00.000Z');
  let crashes = 0;
  let processes = 0;

  const start = () => {
    processes += 1;
    let isDead = false;
    let die: () => void = () => undefined;
    const died = new Promise<void>((resolve) => {
      die = () => {
        isDead = true;
        resolve();
      };
    });
    const never = () => new Promise<Delivery>(() => undefined);
    const crash = (): Promise<Delivery> => {
      crashes += 1;
      die();
      return never();
    };
    const go = async (
      arrive: () => void,
      doubt: () => void,
      failures: readonly Delivery[],
    ): Promise<Delivery> => {
      if (isDead) return never();
      const luck = chance();
      if (luck >= trouble) {
        arrive();
        return { outcome: 'sent', messageId: `x${chance()}` };
      }
      const kind = Math.floor((luck / trouble) * (failures.length + 4));
      if (kind < failures.length) return failures[kind] as Delivery;
      doubt();
      // It may have arrived or not; the process may die before or after.
      if (kind % 2 === 0) arrive();
      return kind < failures.length + 3 ? { outcome: 'unsure' } : crash();
    };
    const messenger = {
      send: (chat: Chat, reply: Reply) => {
        const who = chat.conversationId.slice(2);
        const isInvitation = reply.about?.kind === 'invitation';
        return go(
          () => {
            if (isInvitation) of(who).teams += 1;
          },
          () => {
            of(who).doubts += 1;
          },
          teamsFailures,
        );
      },
      update: async (): Promise<Delivery> => (isDead ? never() : { outcome: 'sent' }),
    };
    const mailer = {
      send: ({ to, messageId }: Mail) => {
        const who = to.address.split('@')[0] ?? '';
        return go(
          () => of(who).mails.add(messageId),
          () => {
            of(who).doubts += 1;
          },
          mailFailures,
        );
      },
    };
    const ports = {
      ...createOutside({ store, publicUrl: () => 'https://lotse.example.org' }),
      store,
      ids: randomIds,
      log: silent,
      directory,
      holidays: createHolidays(),
      random: chance,
    };
    const beirat = createBeiratFeature({
      ...ports,
      rules: () => rules,
      fates: createFates(openOutbox(store)),
      offers: async () => [],
    });
    const notices = createNoticesFeature({
      ...ports,
      messenger,
      mailer,
      kinds: beirat.notices ?? [],
      cases: beirat.cases ?? [],
    });
    return { jobs: jobsOf([notices, beirat]), died };
  };

  let running = start();
  const tick = async () => {
    const work = (async () => {
      for (const job of running.jobs) await job.run(now);
      return 'done' as const;
    })();
    const end = await Promise.race([work, running.died.then(() => 'dead' as const)]);
    if (end === 'dead') running = start();
  };

  const meetings = store.collection(meetingCollection, Meeting);
  const context = () => ({
    now: now.toISOString(),
    directory,
    holidays: createHolidays(),
    rules,
    digest: randomIds.digest,
  });
  const perform = (who: string, act: Act) =>
    meetings.change(id, (meeting) => decide(meeting, act, party(who), context()));

  return {
    store,
    perform,
    meeting: () => meetings.get(id),
    /** Plans a meeting, has it approved, and invites. */
    async invite() {
      const { meeting } = planned({ plan }, party('lotse'), undefined, context());
      await meetings.add(meeting);
      for (const [who, act] of toInvitation) await perform(who, act);
    },
    arrivals: (who: string): Arrivals => of(who),
    crashes: () => crashes,
    processes: () => processes,
    now: () => now.toISOString(),
    async meetEverybody() {
      const encounters = createEncounters({ store, directory, clock: { now: () => now } });
      for (const [at, who] of ids.entries())
        if (hasTeams(at))
          await encounters.met({ id: guid(at), name: who }, { conversationId: `a:${who}`, serviceUrl: 'x' });
    },
    /** Lets time pass until nothing is on its way. @throws Error when that never happens */
    async untilQuiet() {
      for (let runs = 0; runs < 400; runs += 1) {
        await tick();
        const { sending } = (await meetings.get(id)) ?? { sending: false };
        if (!sending) return;
        now = new Date(now.getTime() + (runs < 50 ? 60_000 : 3_600_000));
      }
      throw new Error('it never comes to rest');
    },
  };
}

const teamsFailures: readonly Delivery[] = [
  { outcome: 'later', afterMs: 5_000, reason: 'http-429' },
  { outcome: 'later', reason: 'http-502' },
  { outcome: 'later', reason: 'suspect' },
  { outcome: 'unreachable', reason: 'ConversationBlockedByUser' },
  { outcome: 'unreachable', reason: 'BotNotInConversationRoster' },
  { outcome: 'gone' },
];
const mailFailures: readonly Delivery[] = [
  { outcome: 'later', reason: '451' },
  { outcome: 'later', reason: 'ECONNRESET' },
  { outcome: 'unreachable', reason: '550' },
];
