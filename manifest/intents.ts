import type { ListedIntent } from './commands.ts';

/** The intents that the command menu offers. */
export const listedIntents = (): readonly ListedIntent[] => [
  {
    id: 'help',
    title: { de: 'Zeigt, was Lotse kann', en: 'Shows what Lotse can do' },
    examples: { de: ['Hilfe'], en: ['help'] },
  },
  {
    id: 'chart',
    title: { de: 'Zeigt das IT-Rollenmodell im Überblick', en: 'Shows the IT role model at a glance' },
    examples: { de: ['Organigramm'], en: ['org chart'] },
  },
];
