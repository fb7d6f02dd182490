import { command } from '../../core/command.ts';
import type { Feature, Intent } from '../../core/feature.ts';
import type { Reply } from '../../core/reply.ts';
import type { Language } from '../../core/text.ts';

type Offered = Pick<Intent, 'id' | 'title' | 'examples'>;

/**
 * Says what Lotse can do. The help is made of the features' own intents, so it never promises what is not there.
 * @param features all others, in the order in which the help lists them
 */
export function createHelpFeature(features: readonly Feature[]): Feature {
  const help: Intent = {
    id: 'help',
    title: { de: 'Zeigt, was Lotse kann', en: 'Shows what Lotse can do' },
    examples: { de: ['Hilfe'], en: ['help'] },
    match: command(
      'hilfe',
      'help',
      'menü',
      'menue',
      'menu',
      'befehle',
      'commands',
      'was kannst du',
      'was kannst du alles',
      'was können sie',
      'what can you do',
      'start',
    ),
    handle: async ({ language }) => helpCard('help/help', features, language),
  };
  return {
    id: 'help',
    intents: [help],
    actions: [
      { verb: 'help.show', handle: async ({ language }) => helpCard('help/help', features, language) },
    ],
    welcome: async ({ language }) => helpCard('help/welcome', features, language),
  };
}

/** The questions first: they are what people come for. */
const offered = (features: readonly Feature[]): readonly Offered[] =>
  features.flatMap(({ otherwise, intents }) => [...(otherwise ? [otherwise] : []), ...intents]);

const mostExamples = 4;

function helpCard(card: string, features: readonly Feature[], language: Language): Reply {
  const groups = offered(features).map(({ title, examples }) => ({
    title: title[language],
    examples: examples[language].slice(0, mostExamples),
  }));
  const summary = language === 'de' ? 'Das kann Lotse' : 'What Lotse can do';
  return { card, data: { groups }, summary, language };
}
