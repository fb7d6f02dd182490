import type { Text } from '../src/core/text.ts';
import type { Settings } from './settings.ts';

/** Newest version whose schema the pinned @microsoft/app-manifest carries; a test says when there is a newer one. */
export const schemaVersion = '1.30';

/** A line of the bot's command menu: Teams types `title` for the person, `description` says what it is good for. */
export type Command = {
  readonly title: Text;
  readonly description: Text;
  /** It may be used where others read along. */
  readonly anywhere?: boolean | undefined;
};

export type Manifest = ReturnType<typeof manifestOf>;

const name = { short: 'Lotse', full: 'Lotse – der Wegweiser durch das IT-Rollenmodell' };

const shortDescription: Text = {
  de: 'Sagt Ihnen, wer in der IT der Verwaltung wofür zuständig ist.',
  en: 'Tells you who is responsible for what in the administration’s IT.',
};

const fullDescription: Text = {
  de: [
    'Fragen Sie Lotse in Ihren Worten, zum Beispiel „Mein Bildschirm bleibt schwarz“ oder „Wer bewilligt eine neue Software?“. Lotse nennt die zuständige Rolle und die Person, die sie in Ihrem Amt ausübt oder vertritt, und zeigt die Stelle im IT-Rollenmodell, auf der die Antwort beruht. Regelt das Modell etwas nicht, sagt Lotse auch das.',
    'Lotse nimmt IT-Anträge auf und bringt sie den vorgesehenen Weg entlang, sammelt Ideen, führt die Geschäfte des Digitalen Beirats (Termine, Einladungen, Beschlüsse, Niederschriften) und vermittelt Digitale Mentoren.',
    'Neben dem Chat gibt es Seiten: das Rollenmodell als Bild, Ihre Anträge, der Beirat, Steuerung und Pflege. In anderen Chats finden Sie Lotse beim Schreiben einer Nachricht (Suche) und an jeder Nachricht (als IT-Antrag oder als Idee erfassen).',
    'Lotse antwortet im persönlichen Chat und, wenn Sie den Bot erwähnen, in Gruppenchats und Kanälen, auf Deutsch und auf Englisch. Was nur Sie angeht, steht nur in Ihrem eigenen Chat und auf Ihren Seiten.',
  ].join('\n\n'),
  en: [
    'Ask Lotse in your own words, for example “My screen stays black” or “Who approves new software?”. Lotse names the responsible role and the person who holds or represents it in your department, and shows the passage of the IT role model that the answer rests on. Where the model does not regulate something, Lotse says so.',
    'Lotse takes IT requests and brings them along the prescribed way, collects ideas, manages the affairs of the Digital Advisory Board (dates, invitations, resolutions, minutes) and finds Digital Mentors.',
    'Beside the chat there are pages: the role model as a picture, your requests, the board, steering and maintenance. In other chats you find Lotse when you write a message (search) and at every message (take as an IT request or as an idea).',
    'Lotse answers in the personal chat and, when you mention the bot, in group chats and channels, in German and in English. What concerns only you stands in your own chat and on your own pages.',
  ].join('\n\n'),
};

/** The pages, in the order in which they stand beside the chat. Their ids are stored by Teams and stay for ever. */
export const pages: readonly { readonly id: string; readonly name: Text }[] = [
  { id: 'requests', name: { de: 'Anträge', en: 'Requests' } },
  { id: 'roles', name: { de: 'Rollenmodell', en: 'Role model' } },
  { id: 'board', name: { de: 'Beirat', en: 'Board' } },
  { id: 'steering', name: { de: 'Steuerung', en: 'Steering' } },
  { id: 'care', name: { de: 'Pflege', en: 'Maintenance' } },
];

/** What the message extension offers: a search while writing, and two things to make of somebody's message. */
const searching = {
  title: { de: 'Lotse durchsuchen', en: 'Search Lotse' },
  description: {
    de: 'Findet Rollen, Personen, Fachverfahren, Ihre Anträge und Sitzungen',
    en: 'Finds roles, people, applications, your requests and meetings',
  },
  parameter: {
    title: { de: 'Suchen', en: 'Search' },
    description: {
      de: 'Rolle, Person, Fachverfahren oder Nummer',
      en: 'Role, person, application or number',
    },
  },
};
const capturing: readonly { readonly id: string; readonly title: Text; readonly description: Text }[] = [
  {
    id: 'request',
    title: { de: 'Als IT-Antrag erfassen', en: 'Take as an IT request' },
    description: {
      de: 'Öffnet das passende Formular mit dem Text der Nachricht; gespeichert wird erst, was Sie absenden',
      en: 'Opens the fitting form with the text of the message; only what you submit is kept',
    },
  },
  {
    id: 'idea',
    title: { de: 'Als Idee', en: 'As an idea' },
    description: {
      de: 'Öffnet das Formular für Ideen mit dem Text der Nachricht; gespeichert wird erst, was Sie absenden',
      en: 'Opens the form for ideas with the text of the message; only what you submit is kept',
    },
  },
];

const german = ({ title, description }: Command) => ({ title: title.de, description: description.de });

/** In groups stands only what may be used there. */
const listsOf = (commands: readonly Command[]) => {
  const shared = commands.filter(({ anywhere }) => anywhere);
  return [
    { scopes: ['personal'], triggers: undefined, commands },
    // Typed behind a slash they are seen by nobody else, and so is the answer.
    ...(shared.length > 0
      ? [{ scopes: ['team', 'groupChat'], triggers: ['mention', 'slash'], commands: shared }]
      : []),
  ];
};

/**
 * The app manifest, in German. It asks for no permission: a bot that is spoken to needs none, and the pages learn from
 * Teams who looks at them.
 */
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
        supportsFiles: true,
        isNotificationOnly: false,
        supportsTargetedMessages: true,
        commandLists: listsOf(commands).map(({ scopes, triggers, commands: list }) => ({
          ...(triggers ? { triggers } : {}),
          scopes,
          commands: list.map(german),
        })),
      },
    ],
    staticTabs: pages.map(({ id, name: title }) => ({
      entityId: id,
      name: title.de,
      contentUrl: `https://${settings.domain}/tab/${id}`,
      websiteUrl: `https://${settings.domain}/tab/${id}`,
      scopes: ['personal'],
    })),
    composeExtensions: [
      {
        botId: settings.botId,
        commands: [
          {
            id: 'search',
            type: 'query',
            context: ['compose', 'commandBox'],
            title: searching.title.de,
            description: searching.description.de,
            initialRun: true,
            parameters: [
              {
                name: 'query',
                inputType: 'text',
                title: searching.parameter.title.de,
                description: searching.parameter.description.de,
              },
            ],
          },
          ...capturing.map(({ id, title, description }) => ({
            id,
            type: 'action',
            context: ['message'],
            title: title.de,
            description: description.de,
            fetchTask: true,
          })),
        ],
        messageHandlers: [
          { type: 'link', value: { domains: [settings.domain], supportsAnonymizedPayloads: false } },
        ],
      },
    ],
    webApplicationInfo: { id: settings.botId, resource: `api://${settings.domain}/${settings.botId}` },
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
    validDomains: [settings.domain],
  };
}

/** The same texts in English, addressed by their place in the manifest. */
export function englishOf(commands: readonly Command[]): Readonly<Record<string, string>> {
  const menus = listsOf(commands).flatMap(({ commands: list }, at) =>
    list.flatMap((command, index) => titled(`bots[0].commandLists[${at}].commands[${index}]`, command)),
  );
  const extension = 'composeExtensions[0].commands';
  const texts = [
    ...menus,
    ...pages.map(({ name: title }, index) => [`staticTabs[${index}].name`, title.en]),
    ...titled(`${extension}[0]`, searching),
    ...titled(`${extension}[0].parameters[0]`, searching.parameter),
    ...capturing.flatMap((capture, index) => titled(`${extension}[${index + 1}]`, capture)),
  ];
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${schemaVersion}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name.short,
    'name.full': 'Lotse – your guide to the IT role model',
    'description.short': shortDescription.en,
    'description.full': fullDescription.en,
    ...Object.fromEntries(texts),
  };
}

const titled = (place: string, { title, description }: Pick<Command, 'title' | 'description'>) => [
  [`${place}.title`, title.en],
  [`${place}.description`, description.en],
];
