import { openBeiratRules } from '../../src/app/beirat-rules.ts';
import type { Language } from '../../src/core/text.ts';
import type { Rules } from '../../src/features/beirat/board/rules.ts';
import type { Directory } from '../../src/features/directory/model.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { openStage, type Seen, type Stage } from '../support/stage.ts';

/** People who do something with the program: what they get to see is what cards are checked with. */
export type Situation = {
  /** Unique; a sentence. */
  readonly name: string;
  /** Who there is; the demo organisation unless it says otherwise. */
  readonly directory?: (demo: Directory) => Directory;
  /** The rules of the Beirat; the usual ones unless it says otherwise. */
  readonly rules?: (usual: Rules) => Rules;
  /** Why its cards are not built alike in both languages, where they cannot be. */
  readonly differs?: string;
  readonly play: (stage: Stage) => Promise<void>;
};

/** What came of a situation, in the order in which it happened. */
export type Played = {
  readonly situation: string;
  readonly language: Language;
  readonly seen: readonly Seen[];
  /** Verbs of the buttons that were pressed. */
  readonly pressed: ReadonlySet<string>;
  /** Where it stopped, and why, when something in it could not be done. */
  readonly stopped?: Error | undefined;
};

const demo = await demoDirectory();
const usualRules = await openBeiratRules();

export async function play(situation: Situation, language: Language): Promise<Played> {
  const { name, directory = (city: Directory) => city, rules } = situation;
  const { stage, seen, pressed } = await openStage(language, directory(demo), rules?.(usualRules));
  try {
    await situation.play(stage);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const [line = ''] = /situations\/[\w-]+\.ts:\d+/.exec(error.stack ?? '') ?? [];
    const stopped = new Error(`"${name}" (${language}, ${line}): ${error.message}`, { cause: error.cause });
    return { situation: name, language, seen, pressed, stopped };
  }
  return { situation: name, language, seen, pressed };
}
