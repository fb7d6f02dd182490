import { createHolidays } from '../../src/adapters/calendar/holidays.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../src/adapters/store/memory.ts';
import { type Addressee, type CaseKind, type Notice, type NoticeKind, owed } from '../../src/core/notice.ts';
import type { Mail } from '../../src/core/ports/mailer.ts';
import type { Chat, Delivery, Messenger } from '../../src/core/ports/messenger.ts';
import type { RoleDirectory } from '../../src/core/ports/role-directory.ts';
import type { Store } from '../../src/core/ports/store.ts';
import type { Reply } from '../../src/core/reply.ts';
import { createRouter, type Router } from '../../src/core/router.ts';
import { createRoleDirectory } from '../../src/features/directory/role-directory.ts';
import { createEncounters } from '../../src/features/notices/encounters.ts';
import { createNoticesFeature } from '../../src/features/notices/feature.ts';
import { type Outboxed, openOutbox } from '../../src/features/notices/outbox.ts';
import { openPreferences, type Preferences, usual } from '../../src/features/notices/preferences.ts';
import { demoDirectory } from './directory-builder.ts';

const city = await demoDirectory();
const directory = createRoleDirectory(() => city);

/** The process ends before or after a message left it. */
export type Crash = 'crash before sending' | 'crash after sending';

/** One thing that the messenger did. */
export type Sent = {
  readonly to: string;
  readonly said: string;
  readonly at: string;
  readonly replaces?: string | undefined;
  readonly reply: Reply;
};

/** The outbox with everything around it in memory, and a clock that the test moves. */
export type PostOffice = {
  readonly store: Store;
  readonly directory: RoleDirectory;
  readonly router: Router;
  readonly encounters: ReturnType<typeof createEncounters>;
  readonly sent: readonly Sent[];
  readonly mails: readonly Mail[];
  readonly logged: readonly { readonly level: string; readonly event: string }[];
  /** What the next sendings in Teams come to; afterwards they arrive. */
  answer(...deliveries: (Delivery | Error | Crash)[]): void;
  answerMail(...deliveries: Delivery[]): void;
  /** The present moment; runs nothing. */
  now(): string;
  moveTo(moment: string): void;
  /** Owes a notice, as a decision does. */
  owe(notice: Partial<Notice> & { readonly id: string }): Promise<void>;
  /** Runs the jobs once. */
  run(): Promise<void>;
  /** Runs the jobs until the process ends in the middle of it, as `answer` says. */
  crash(): Promise<void>;
  /** Runs the jobs whenever something is due, up to that moment. */
  runUntil(moment: string): Promise<void>;
  notice(id: string): Promise<Outboxed | undefined>;
  prefer(wish: Partial<Preferences>, party?: string): Promise<void>;
  meet(party: string): Promise<void>;
};

export type Options = {
  readonly store?: Store;
  readonly kinds?: readonly NoticeKind[];
  readonly cases?: readonly CaseKind[];
  readonly mail?: boolean;
  readonly messenger?: Messenger;
  readonly now?: string;
  /** Persons who have opened the bot. */
  readonly known?: readonly string[];
};

export const chatOf = (party: string): Chat => ({ conversationId: `a:${party}`, serviceUrl: 'https://x' });

/** How many links were made. */
let made = 0;
export const linksMade = (): number => made;

const kindOf = (kind: string, repeatable: boolean, joins?: true): NoticeKind => ({
  kind,
  repeatable,
  joins,
  title: { de: 'Beispiel', en: 'Example' },
  say: async ({ id, ref, facts, earlier = [] }, to) => {
    const said = sentence([...earlier.map((one) => one.id), id].join('+'), to);
    if (facts?.over) return undefined;
    if (facts?.broken) throw new Error('cannot be worded');
    const reply = { card: 'test/notice', data: {}, summary: said, language: to.language };
    const lateLink = async () => {
      made += 1;
      return { title: 'Seite', url: `https://lotse.example.org/${made}` };
    };
    const about = facts?.case ? { about: { kind: 'case', id: ref } } : {};
    return { reply: { ...reply, ...about }, letter: { subject: said, paragraphs: [`Text ${id}`], lateLink } };
  },
});
const sentence = (id: string, { language }: Addressee): string => (language === 'de' ? id : `${id} (en)`);

/** Kinds that are said: what somebody must do (may arrive twice), news, reminders (may not), and steps that join. */
export const exampleKinds: readonly NoticeKind[] = [
  kindOf('test.act', true),
  kindOf('test.news', true),
  kindOf('test.reminder', false),
  kindOf('test.steps', true, true),
];

export async function openPostOffice(options: Options = {}): Promise<PostOffice> {
  const { store = createMemoryStore(), kinds = exampleKinds, cases = [], mail = true } = options;
  let now = new Date(options.now ?? '2026-11-24T09:00:00Z').toISOString();
  const sent: Sent[] = [];
  const mails: Mail[] = [];
  const logged: { level: string; event: string }[] = [];
  const scripted: (Delivery | Error | Crash)[] = [];
  let crashed: (() => void) | undefined;
  const scriptedMail: Delivery[] = [];
  const record = (level: string) => (event: string) => void logged.push({ level, event });
  const log = { info: record('info'), warn: record('warn'), error: record('error') };
  let message = 0;

  const take = async (chat: Chat, reply: Reply, replaces?: string): Promise<Delivery> => {
    const next = scripted.shift() ?? { outcome: 'sent' as const };
    if (next instanceof Error) throw next;
    const crash = typeof next === 'string';
    const arrived = crash ? next === 'crash after sending' : ['sent', 'unsure'].includes(next.outcome);
    const to = chat.conversationId.slice(2);
    if (arrived) sent.push({ to, said: reply.summary, at: now, reply, ...(replaces ? { replaces } : {}) });
    if (crash) {
      crashed?.();
      return new Promise(() => undefined);
    }
    if (next.outcome !== 'sent') return next;
    message += 1;
    return { outcome: 'sent', messageId: replaces ?? `m${message}` };
  };
  const messenger: Messenger = options.messenger ?? {
    send: (chat, reply) => take(chat, reply),
    update: (chat, id, reply) => take(chat, reply, id),
  };
  const mailer = {
    send: async (letter: Mail): Promise<Delivery> => {
      const next = scriptedMail.shift() ?? { outcome: 'sent' as const, messageId: letter.messageId };
      if (next.outcome === 'sent' || next.outcome === 'unsure') mails.push(letter);
      return next;
    },
  };
  const feature = createNoticesFeature({
    store,
    ids: randomIds,
    log,
    directory,
    messenger,
    ...(mail ? { mailer } : {}),
    holidays: createHolidays(),
    random: () => 1,
    kinds,
    cases,
  });
  const answers = { ...feature, otherwise: undefined, welcome: undefined };
  const encounters = createEncounters({ store, directory, clock: { now: () => new Date(now) } });
  const outbox = openOutbox(store);
  const meet = (party: string) => {
    const person = directory.person(party);
    if (!person?.teamsId) throw new Error(`"${party}" cannot sign in`);
    return encounters.met({ id: person.teamsId, name: person.name }, chatOf(party));
  };
  for (const party of options.known ?? ['itb-61', 'staff-61', 'lead-10.50']) await meet(party);

  const run = async () => {
    for (const job of feature.jobs ?? []) await job.run(new Date(now));
  };
  const seeds = store.collection('test-owing', { parse: (data) => data as { id: string; version: number } });
  let seed = 0;

  return {
    store,
    directory,
    router: createRouter([
      {
        ...answers,
        otherwise: {
          id: 'none',
          title: { de: '-', en: '-' },
          examples: { de: [], en: [] },
          handle: async () => {
            throw new Error('nobody claimed it');
          },
        },
        welcome: async () => {
          throw new Error('no welcome');
        },
      },
    ]),
    encounters,
    sent,
    mails,
    logged,
    answer: (...deliveries) => void scripted.push(...deliveries),
    answerMail: (...deliveries) => void scriptedMail.push(...deliveries),
    now: () => now,
    moveTo: (moment) => {
      now = new Date(moment).toISOString();
    },
    async owe(notice) {
      seed += 1;
      const whole: Notice = {
        recipient: 'itb-61',
        kind: 'test.act',
        ref: 'IT-2026-0042',
        urgency: ['test.news', 'test.steps'].includes(notice.kind ?? '') ? 'news' : 'act',
        createdAt: now,
        ...notice,
      };
      await seeds.add({ id: `${seed}` }, [owed(whole)]);
    },
    run,
    async crash() {
      const ended = new Promise<void>((resolve) => {
        crashed = resolve;
      });
      void run();
      await ended;
    },
    async runUntil(moment) {
      const end = new Date(moment).toISOString();
      for (let runs = 0; now <= end; runs += 1) {
        if (runs > 2000) throw new Error('it never comes to rest');
        await run();
        const all = [...(await outbox.list()), ...(await refreshesOf(store))];
        const due = all.flatMap(({ dueAt, leaseUntil }) =>
          dueAt ? [leaseUntil && leaseUntil > dueAt ? leaseUntil : dueAt] : [],
        );
        const next = due.sort()[0];
        if (!next || next > end) break;
        // What became due by the run itself is due at once.
        now = next > now ? next : now;
      }
      now = end;
    },
    notice: (id) => outbox.get(id),
    async prefer(wish, party = 'itb-61') {
      await openPreferences(store).add({ ...usual(party), ...wish, id: party });
    },
    meet,
  };
}

const refreshesOf = (store: Store) =>
  store
    .collection('refreshes', { parse: (data) => data as { id: string; version: number } })
    .list() as Promise<readonly { dueAt?: string | undefined; leaseUntil?: string | undefined }[]>;
