import type { Text } from '../src/core/text.ts';
import type { Settings } from './settings.ts';

/** Newest version whose schema the pinned @microsoft/app-manifest carries; a test says when there is a newer one. */
export const schemaVersion = '1.30';

/** A line of the bot's command menu: Teams types `title` for the person, `description` says what it is good for. */
export type Command = { readonly title: Text; readonly description: Text };

export type Manifest = ReturnType<typeof manifestOf>;

const name = { short: 'Lotse', full: 'Lotse – der Wegweiser durch das IT-Rollenmodell' };

const shortDescription: Text = {
  de: 'Sagt Ihnen, wer in der IT der Verwaltung wofür zuständig ist.',
  en: 'Tells you who is responsible for what in the administration’s IT.',
};

const fullDescription: Text = {
  de: [
    'Fragen Sie Lotse in Ihren Worten, zum Beispiel „Mein Bildschirm bleibt schwarz“ oder „Wer bewilligt eine neue Software?“.',
    'Lotse nennt die zuständige Rolle und die Person, die sie in Ihrem Amt ausübt oder vertritt, und zeigt die Stelle im IT-Rollenmodell, auf der die Antwort beruht. Regelt das Modell etwas nicht, sagt Lotse auch das.',
    'Lotse antwortet im persönlichen Chat und, wenn Sie den Bot erwähnen, in Gruppenchats und Kanälen, auf Deutsch und auf Englisch.',
  ].join('\n\n'),
  en: [
    'Ask Lotse in your own words, for example “My screen stays black” or “Who approves new software?”.',
    'Lotse names the responsible role and the person who holds or represents it in your department, and shows the passage of the IT role model that the answer rests on. Where the model does not regulate something, Lotse says so.',
    'Lotse answers in the personal chat and, when you mention the bot, in group chats and channels, in German and in English.',
  ].join('\n\n'),
};

/** The app manifest, in German. It asks for no permission: a bot that is spoken to needs none. */
export function manifestOf(settings: Settings, commands: readonly Command[], version: string) {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.schema.json`,
    manifestVersion: schemaVersion,
    version,
    id: settings.appId,
    developer: settings.developer,
    name,
    description: { short: shortDescription.de, full: fullDescription.de },
    localizationInfo: {
      defaultLanguageTag: 'de',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#10587A',
    bots: [
      {
        botId: settings.botId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          {
            scopes: ['personal', 'team', 'groupChat'],
            commands: commands.map(({ title, description }) => ({
              title: title.de,
              description: description.de,
            })),
          },
        ],
      },
    ],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    validDomains: [settings.domain],
  } as const;
}

/** The same texts in English, addressed by their place in the manifest. */
export function englishOf(commands: readonly Command[]): Readonly<Record<string, string>> {
  const texts = commands.flatMap(({ title, description }, index) => {
    const place = `bots[0].commandLists[0].commands[${index}]`;
    return [
      [`${place}.title`, title.en],
      [`${place}.description`, description.en],
    ];
  });
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name.short,
    'name.full': 'Lotse – your guide to the IT role model',
    'description.short': shortDescription.en,
    'description.full': fullDescription.en,
    ...Object.fromEntries(texts),
  };
}
