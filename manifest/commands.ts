import type { Intent } from '../src/core/feature.ts';
import type { Command } from './manifest.ts';

/** What the menu needs of an intent. */
export type ListedIntent = Pick<Intent, 'id' | 'title' | 'examples' | 'anywhere'>;

/**
 * The command menu, made of what people can type: choosing a command types the intent's first example,
 * its title says what that is good for.
 */
export const commandsOf = (intents: readonly ListedIntent[]): readonly Command[] =>
  intents.map(({ title, examples, anywhere }) => ({
    title: { de: examples.de[0] ?? '', en: examples.en[0] ?? '' },
    description: title,
    ...(anywhere ? { anywhere } : {}),
  }));
