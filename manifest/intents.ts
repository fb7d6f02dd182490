import { createHolidays } from '../src/adapters/calendar/holidays.ts';
import { randomIds } from '../src/adapters/clock/random-ids.ts';
import { systemClock } from '../src/adapters/clock/system-clock.ts';
import { createJsonLog } from '../src/adapters/log/json-log.ts';
import { createMemoryStore } from '../src/adapters/store/memory.ts';
import { openBeiratRules } from '../src/app/beirat-rules.ts';
import { openDirectory } from '../src/app/directory-source.ts';
import { createFeatures } from '../src/app/features.ts';
import { openLearned } from '../src/app/learned.ts';
import { openLexicon } from '../src/app/lexicon.ts';
import { openMentorFields } from '../src/app/mentor-fields.ts';
import { noMessenger } from '../src/app/no-messenger.ts';
import { createOutside } from '../src/app/outside.ts';
import { programFolder } from '../src/app/program-folder.ts';
import { openRequestTypes } from '../src/app/request-types.ts';
import { openKnownWords } from '../src/app/words-command.ts';
import type { ListedIntent } from './commands.ts';

/** The intents that the command menu offers: those of the running program that most people need, questions first. */
export async function listedIntents(): Promise<readonly ListedIntent[]> {
  const log = createJsonLog('silent');
  const directory = await openDirectory(`${programFolder}/data/demo`, log);
  directory.stop();
  const store = createMemoryStore();
  const requestTypes = await openRequestTypes(directory.current());
  const rules = await openBeiratRules();
  const fields = openMentorFields();
  const features = createFeatures({
    ...createOutside({ store, publicUrl: () => '' }),
    store,
    clock: systemClock,
    ids: randomIds,
    log,
    directory,
    lexicon: await openLexicon(),
    learned: await openLearned(),
    known: await openKnownWords(),
    partners: () => [],
    requestTypes: () => requestTypes,
    beiratRules: () => rules,
    mentorFields: () => fields,
    holidays: createHolidays(),
    messenger: noMessenger,
    random: Math.random,
  });
  return features.flatMap(({ otherwise, intents }) => [
    ...(otherwise ? [otherwise] : []),
    ...intents.filter(({ inMenu = true }) => inMenu),
  ]);
}
