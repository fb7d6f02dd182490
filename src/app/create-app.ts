import { every } from '../adapters/clock/every.ts';
import { botFrameworkAuthority, type TokenAuthority } from '../adapters/teams/authentication.ts';
import { createTeamsDoor } from '../adapters/teams/door.ts';
import type { Lanes } from '../adapters/teams/lanes.ts';
import type { Pace } from '../adapters/teams/pace.ts';
import type { OpenTransport } from '../adapters/teams/transport.ts';
import { createPageDoor } from '../adapters/web/page-door.ts';
import { createWebServer, type WebParts } from '../adapters/web/server.ts';
import { createTabDoor } from '../adapters/web/tab-door.ts';
import type { Feature, Job } from '../core/feature.ts';
import { usualLimits } from '../core/files/sent.ts';
import { isLoopback } from '../core/loopback.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Encounters } from '../core/ports/encounters.ts';
import type { Ids } from '../core/ports/ids.ts';
import type { Links } from '../core/ports/links.ts';
import type { Log } from '../core/ports/log.ts';
import type { Memories } from '../core/ports/short-memory.ts';
import type { Store } from '../core/ports/store.ts';
import type { Reply } from '../core/reply.ts';
import { createRouter } from '../core/router.ts';
import type { Actor } from '../core/turn.ts';
import { withAside } from './aside.ts';
import type { Config } from './config.ts';
import { createExtension } from './extension.ts';
import { createReadiness } from './readiness.ts';
import { proxiesOf } from './run-config.ts';
import { jobsOf, type Observe, runJobs } from './run-jobs.ts';
import { createSpeaker, type RenderCard } from './speaker.ts';
import { createTabAnswers } from './tab-answers.ts';
import type { TabSetting } from './tab-door.ts';
import { inTheirLanguage, type SavedLanguage } from './their-language.ts';
import { trust } from './trust.ts';

export type AppParts = {
  readonly config: Config;
  readonly features: readonly Feature[];
  readonly renderCard: RenderCard;
  readonly openTransport: OpenTransport;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly version: string;
  /** The language that a person has saved. */
  readonly savedLanguage?: SavedLanguage | undefined;
  /** Who remembers where people are reached and what messages show. */
  readonly encounters?: Encounters | undefined;
  /** Writes to somebody's own chat. @returns whether it arrived */
  readonly writeTo?: ((actor: Actor, reply: Reply) => Promise<boolean>) | undefined;
  /** Brings a card about a case into somebody's own chat, unless it is there. */
  readonly showTo?: ((actor: Actor, reply: Reply, drawnAt: string) => Promise<void>) | undefined;
  /** What the door shares with the messenger. */
  readonly inLane?: Lanes | undefined;
  readonly pace?: Pace | undefined;
  /** Opens the links to the features' pages; without it there are no pages. */
  readonly links?: Links | undefined;
  /** Who may look at the tabs and where they lie; without it there are none. */
  readonly tabs?: (TabSetting & { readonly chat?: string | undefined }) | undefined;
  /** Work that time brings about besides that of the features. */
  readonly jobs?: readonly Job[] | undefined;
  /** What instances remember together; without it this process remembers by itself. */
  readonly memories?: Memories | undefined;
  /** Channels that refuse our credentials now. */
  readonly stopped?: (() => Promise<readonly string[]>) | undefined;
  /** Routes that only tell something, besides those about the program itself. */
  readonly tell?: WebParts['get'] | undefined;
  /** Hears how long things take. */
  readonly observeJob?: Observe | undefined;
  readonly observeTurn?: ((ms: number, status: number) => void) | undefined;
  /** Called before the first notice is sent, with what time brings about without sending. */
  readonly catchUp?: ((work: () => Promise<void>) => Promise<void>) | undefined;
  /** Begins a loop and returns what ends it; tests bring their own. */
  readonly repeat?: ((run: () => Promise<void>) => () => Promise<void>) | undefined;
  /** Whose tokens are believed; only tests bring their own. */
  readonly authority?: TokenAuthority | undefined;
  /** Milliseconds: how long a delivery waits for its answer, how long files may take to load; and what waits between two tries. Tests bring their own. */
  readonly answerWithin?: number | undefined;
  readonly loadWithin?: number | undefined;
  readonly wait?: ((ms: number) => Promise<unknown>) | undefined;
  /** How long turns under way may take when stopping, in milliseconds; tests are less patient. */
  readonly patience?: number | undefined;
};

export type App = {
  /** @returns the address that it answers on. @throws {CannotListen} */
  start(): Promise<{ readonly host: string; readonly port: number }>;
  /** Takes nothing new, finishes what is under way and closes the store. Calling it again changes nothing. */
  stop(): Promise<void>;
};

const bodyLimit = 256 * 1024;
/** How long turns under way may take when stopping, in milliseconds. */
const usualPatience = 10_000;
/** Between two runs of the jobs, in milliseconds; whoever tries Lotse out does not like to wait. */
const pauseIn = { production: 2000, dev: 2000, demo: 500 } as const;

/** Puts the parts together. Nothing runs before `start`. */
export function createApp(parts: AppParts): App {
  const { config, features, renderCard, store, clock, ids, log, version, links } = parts;
  const { authority = botFrameworkAuthority } = parts;
  const speaker = createSpeaker({
    router: inTheirLanguage(createRouter(features), parts.savedLanguage, config.mode !== 'demo'),
    renderCard: withAside(renderCard),
    ids,
    log,
  });
  const { encounters, inLane, pace, answerWithin, wait, patience = usualPatience } = parts;
  const { memories } = parts;
  const { identity, policy } = trust(config);
  const transport = parts.openTransport(identity, authority);
  const teams = {
    transport,
    identity,
    policy,
    encounters,
    inLane,
    pace,
    authority,
    answerWithin,
    wait,
    memories,
  };
  const { fileLimits: limits } = config;
  const underWay = new Set<Promise<unknown>>();
  const extension = createExtension({
    ...parts,
    speaker,
    showTo: (actor, reply, at) => {
      const showing = Promise.resolve(parts.showTo?.(actor, reply, at));
      void tracked(
        underWay,
        showing.catch((error) => log.warn('not-shown-in-chat', { error })),
      );
    },
  });
  const door = createTeamsDoor({
    ...teams,
    limits,
    loadWithin: parts.loadWithin,
    canTarget: config.targetedMessages,
    opensDialog: dialogVerbs(config, features),
    writeTo: parts.writeTo,
    speaker,
    extension,
    clock,
    log,
  });
  const startedAt = clock.now().getTime();
  const jobs = [...jobsOf(features), ...(parts.jobs ?? [])];
  const { repeat = (run: () => Promise<void>) => every(pauseIn[config.mode], run) } = parts;
  let endJobs = async () => {};
  let hasCaughtUp = parts.catchUp === undefined;
  /** Once, before anything is sent. */
  const caughtUp = async () => {
    if (hasCaughtUp) return;
    const silently = jobs.filter(({ id }) => id !== 'notices.outbox');
    await parts.catchUp?.(() => runJobs(silently, clock, log, parts.observeJob));
    hasCaughtUp = true;
  };

  const routes = features.flatMap(({ pages = [] }) => pages);

  const server = createWebServer({
    post: { '/api/messages': (request) => tracked(underWay, timed(door.receive(request), parts)) },
    get: {
      ...parts.tell,
      '/readyz': createReadiness({ store, stopped: parts.stopped ?? (async () => []), clock, log }),
      '/healthz': () => {
        const uptime = Math.round((clock.now().getTime() - startedAt) / 1000);
        return { status: 200, body: { status: 'ok', version, uptime } };
      },
    },
    pages: links && createPageDoor({ routes, links, clock, log, ids }),
    tabs:
      parts.tabs &&
      createTabDoor({
        ...parts.tabs,
        answers: createTabAnswers(features, (turn) => tracked(underWay, speaker.answer(turn)), {
          savedBy: parts.savedLanguage,
          chat: parts.tabs.chat,
        }),
        longestFile: (limits ?? usualLimits).bytes,
        clock,
        ids,
        log,
      }),
    log,
    ids,
    bodyLimit,
    goesBy: ownNames(config),
    isProxy: proxiesOf(config.trustedProxies),
  });

  let stopping: Promise<void> | undefined;
  const lastTurns = async () => {
    await server.close(patience);
    await Promise.allSettled(underWay);
    await door.settled();
  };
  const stop = async () => {
    await Promise.all([atMost(patience, lastTurns()), atMost(patience, endJobs())]);
    if (underWay.size > 0) log.warn('turns-cut-off', { count: underWay.size });
    await store.close();
    log.info('stopped');
  };
  return {
    async start() {
      const port = await server.listen(config.host, config.port);
      endJobs = repeat(async () => {
        // Of several instances one does what time brings about; the others answer.
        if (!(await store.leads('jobs'))) return;
        await caughtUp();
        await runJobs(jobs, clock, log, parts.observeJob);
      });
      log.info('started', { mode: config.mode, host: config.host, port, version });
      return { host: config.host, port };
    },
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Without tokens only this machine may ask, by its own names; in production the names are the proxy's business. */
function ownNames({ mode, publicUrl = '' }: Config): ((hostname: string) => boolean) | undefined {
  const outside = URL.parse(publicUrl)?.hostname;
  return mode === 'production' ? undefined : (name) => isLoopback(name) || name === outside;
}

/** Verbs of the buttons that open a dialog; none where no client has them. */
export const dialogVerbs = ({ dialogs }: Pick<Config, 'dialogs'>, features: readonly Feature[]) =>
  new Set(
    dialogs ? features.flatMap(({ actions }) => actions.flatMap(({ verb, form }) => (form ? verb : []))) : [],
  );

/** Waits for work, but not longer than that. What a job has begun by then is taken up again at the next start. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, ms);
  await Promise.race([work, late.promise]);
  clearTimeout(timer);
}

/** A turn that takes longer than this is worth a line, in milliseconds: the channel gives up soon after. */
const slowTurn = 3000;

async function timed<T extends { readonly status: number }>(
  turn: Promise<T>,
  { log, observeTurn }: Pick<AppParts, 'log' | 'observeTurn'>,
): Promise<T> {
  const start = performance.now();
  const answer = await turn;
  const ms = performance.now() - start;
  if (ms > slowTurn) log.warn('turn-slow', { ms: Math.round(ms), status: answer.status });
  observeTurn?.(ms, answer.status);
  return answer;
}

/** A turn goes on when its sender hangs up; stopping waits for it all the same. */
function tracked<T>(underWay: Set<Promise<unknown>>, turn: Promise<T>): Promise<T> {
  underWay.add(turn);
  const done = () => underWay.delete(turn);
  turn.then(done, done);
  return turn;
}
