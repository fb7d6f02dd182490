import { createHolidays } from '../../src/adapters/calendar/holidays.ts';
import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { createMemoryFiles } from '../../src/adapters/store/files/memory.ts';
import { createMemoryStore } from '../../src/adapters/store/memory.ts';
import { openBeiratRules } from '../../src/app/beirat-rules.ts';
import type { FeaturePorts } from '../../src/app/compose.ts';
import { createFeatures } from '../../src/app/features.ts';
import { openLearned } from '../../src/app/learned.ts';
import { openMentorFields } from '../../src/app/mentor-fields.ts';
import { noMessenger } from '../../src/app/no-messenger.ts';
import { createOutside } from '../../src/app/outside.ts';
import { openPartners } from '../../src/app/partners.ts';
import { openRequestTypes } from '../../src/app/request-types.ts';
import { jobsOf } from '../../src/app/run-jobs.ts';
import { openKnownWords } from '../../src/app/words-command.ts';
import type { Feature } from '../../src/core/feature.ts';
import type { Links } from '../../src/core/ports/links.ts';
import { silent } from '../../src/core/ports/log.ts';
import type { Store } from '../../src/core/ports/store.ts';
import type { Reply } from '../../src/core/reply.ts';
import { createRouter, type Router } from '../../src/core/router.ts';
import type { ActionTurn, TextTurn } from '../../src/core/turn.ts';
import type { Directory } from '../../src/features/directory/model.ts';
import { type Outboxed, openOutbox } from '../../src/features/notices/outbox.ts';
import { demoDirectory } from './directory-builder.ts';
import { filesInMemory } from './kept-files.ts';
import { programData, programLexicon } from './program-data.ts';
import { strictProblems } from './strict-card.ts';
import { actionTurn, textTurn } from './turns.ts';

const weights = openLearned();
const words = openKnownWords();
/** The program's own data is the same for every program that a test file starts. */
const otherData = openBeiratRules().then((rules) => ({
  rules,
  fields: openMentorFields(),
  partners: openPartners(),
}));
const readTypes = new WeakMap<Directory, ReturnType<typeof openRequestTypes>>();
const typesFor = async (directory: Directory): ReturnType<typeof openRequestTypes> => {
  const { directory: demo, requestTypes } = await programData();
  if (directory === demo) return requestTypes;
  const types = readTypes.get(directory) ?? openRequestTypes(directory);
  readTypes.set(directory, types);
  return types;
};

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

/** @param ports what is not to be as usual: a store with something in it, a messenger that listens */
export async function startProgram(
  directory?: Directory,
  ports: Partial<FeaturePorts> = {},
): Promise<Program> {
  let current = directory ?? (await demoDirectory());
  const { store = createMemoryStore() } = ports;
  const requestTypes = await typesFor(current);
  const { rules, fields, partners } = await otherData;
  const outside = createOutside({ store, publicUrl: () => 'https://lotse.example.org' });
  const features = createFeatures({
    ...outside,
    store,
    clock: { now: () => new Date('2026-11-24T10:00:00Z') },
    ids: randomIds,
    log: silent,
    directory: { current: () => current, reload: async () => true },
    directoryFile: { brought: async () => undefined, settings: filesInMemory(() => current).files },
    lexicon: await programLexicon(),
    learned: await weights,
    known: await words,
    partners: () => partners,
    requestTypes: () => requestTypes,
    beiratRules: () => rules,
    mentorFields: () => fields,
    holidays: createHolidays(),
    messenger: noMessenger,
    files: createMemoryFiles(),
    random: () => 0.5,
    ...ports,
  });
  const router = drawable(createRouter(features));
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

const render = createCardRenderer('cards');

/** Whatever is answered can be drawn, also on phones. */
const drawable =
  (router: Router): Router =>
  async (turn) => {
    const reply = await router(turn);
    const problems = strictProblems(render(reply));
    if (problems.length > 0) throw new Error(`phones refuse the card ${reply.card}: ${problems.join('; ')}`);
    return reply;
  };

/** Signs a person of the directory in. */
export function actorOf(directory: Directory, id: string): { readonly id: string; readonly name: string } {
  const person = directory.persons.find((candidate) => candidate.id === id);
  if (!person?.teamsId) throw new Error(`"${id}" cannot sign in`);
  return { id: person.teamsId, name: person.name };
}
