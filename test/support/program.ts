import { createHolidays } from '../../src/adapters/calendar/holidays.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../src/adapters/store/memory.ts';
import { openBeiratRules } from '../../src/app/beirat-rules.ts';
import type { FeaturePorts } from '../../src/app/compose.ts';
import { createFeatures } from '../../src/app/features.ts';
import { openLexicon } from '../../src/app/lexicon.ts';
import { openMentorFields } from '../../src/app/mentor-fields.ts';
import { noMessenger } from '../../src/app/no-messenger.ts';
import { createOutside } from '../../src/app/outside.ts';
import { openRequestTypes } from '../../src/app/request-types.ts';
import { jobsOf } from '../../src/app/run-jobs.ts';
import type { Feature } from '../../src/core/feature.ts';
import type { Links } from '../../src/core/ports/links.ts';
import type { Log } from '../../src/core/ports/log.ts';
import type { Store } from '../../src/core/ports/store.ts';
import type { Reply } from '../../src/core/reply.ts';
import { createRouter, type Router } from '../../src/core/router.ts';
import type { ActionTurn, TextTurn } from '../../src/core/turn.ts';
import type { Directory } from '../../src/features/directory/model.ts';
import { type Outboxed, openOutbox } from '../../src/features/notices/outbox.ts';
import { demoDirectory } from './directory-builder.ts';
import { actionTurn, textTurn } from './turns.ts';

/** Reading the vocabulary takes longer than everything else together. */
const vocabulary = openLexicon();

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The features of the program over a store in memory; the directory can be exchanged like on a reload. */
export type Program = {
  readonly features: readonly Feature[];
  readonly router: Router;
  readonly store: Store;
  /** Opens the links that stand in letters. */
  readonly links: Links;
  /** Puts another directory into use. */
  readonly reload: (next: Directory) => void;
  readonly ask: (text: string, more?: Partial<TextTurn>) => Promise<Reply>;
  readonly press: (
    verb: string,
    data: Readonly<Record<string, unknown>>,
    more?: Partial<ActionTurn>,
  ) => Promise<Reply>;
  /** Everything that is or was owed, in the order of ids. */
  readonly outbox: () => Promise<readonly Outboxed[]>;
  /** Runs every job once at that time; what one of them throws is thrown. */
  readonly tick: (now: Date) => Promise<void>;
};

/** @param ways how it writes first; without them it reaches nobody */
export async function startProgram(
  directory?: Directory,
  ways: Partial<Pick<FeaturePorts, 'messenger' | 'mailer' | 'log'>> = {},
): Promise<Program> {
  let current = directory ?? (await demoDirectory());
  const store = createMemoryStore();
  const requestTypes = await openRequestTypes(current);
  const rules = await openBeiratRules();
  const fields = openMentorFields();
  const outside = createOutside({ store, publicUrl: () => 'https://lotse.example.org' });
  const features = createFeatures({
    ...outside,
    store,
    clock: { now: () => new Date('2026-11-24T10:00:00Z') },
    ids: randomIds,
    log: silent,
    directory: { current: () => current, reload: async () => true },
    lexicon: await vocabulary,
    requestTypes: () => requestTypes,
    beiratRules: () => rules,
    mentorFields: () => fields,
    holidays: createHolidays(),
    messenger: noMessenger,
    ...ways,
    random: () => 0.5,
  });
  const router = createRouter(features);
  return {
    features,
    router,
    store,
    links: outside.links,
    reload: (next) => {
      current = next;
    },
    ask: (text, more) => router(textTurn(text, more)),
    press: (verb, data, more) => router(actionTurn(verb, data, more)),
    outbox: () => openOutbox(store).list(),
    tick: async (now) => {
      for (const job of jobsOf(features)) await job.run(now);
    },
  };
}

/** Signs a person of the directory in. */
export function actorOf(directory: Directory, id: string): { readonly id: string; readonly name: string } {
  const person = directory.persons.find((candidate) => candidate.id === id);
  if (!person?.teamsId) throw new Error(`"${id}" cannot sign in`);
  return { id: person.teamsId, name: person.name };
}
