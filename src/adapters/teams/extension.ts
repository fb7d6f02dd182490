import { z } from 'zod';
import { formTitle } from '../../core/form-title.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Shown } from '../../core/shown.ts';
import { type Language, shortened, type Text, wordsIn } from '../../core/text.ts';
import type { Actor, TextTurn, Turn } from '../../core/turn.ts';
import { forDialog } from './dialog.ts';
import { expectsReplies, type Incoming } from './incoming.ts';
import { withoutMarkup } from './markup.ts';
import type { Answer } from './once.ts';
import { longestText } from './text.ts';

/** Somebody searches or looks at a link, from any chat. */
export type Asked = { readonly actor: Actor; readonly language: Language; readonly at: string };

/** Something to insert, with the card that everybody reads then. */
export type FoundCard = { readonly title: string; readonly text: string; readonly card: object };

/** What is behind the message extension. Nobody but the person sees anything before they insert or send it. */
export type Extension = {
  readonly search: (asked: Asked, words: string) => Promise<readonly FoundCard[]>;
  /** The card of a link to a case, for whoever pasted it; `undefined` when they may not see it. */
  readonly unfurl: (asked: Asked, url: URL) => Promise<FoundCard | undefined>;
  readonly answer: (turn: Turn) => Promise<Shown>;
  /** The form for what is made of a message; `undefined` for a command of another version. */
  readonly capture: (
    id: string,
    turn: TextTurn,
    text: string,
  ) => Promise<{ readonly title: string; readonly shown: Shown } | undefined>;
};

export type Extending = (activity: Incoming, at: string) => Promise<Answer> | undefined;

const Query = z.looseObject({
  commandId: z.string().max(100).catch(''),
  parameters: z
    .array(z.looseObject({ name: z.string().max(100), value: z.unknown() }))
    .max(10)
    .catch([]),
  queryOptions: z
    .looseObject({ skip: z.int().min(0).max(1000).catch(0), count: z.int().min(1).max(25).catch(25) })
    .catch({ skip: 0, count: 25 }),
});
const Link = z.looseObject({ url: z.url().max(2000) });
const Message = z.looseObject({
  commandId: z.string().max(100).catch(''),
  messagePayload: z
    .looseObject({ body: z.looseObject({ content: z.string().max(200_000).catch('') }) })
    .optional()
    .catch(undefined),
});
const Pressed = z.looseObject({
  data: z.looseObject({ verb: z.string().max(200).catch('') }).catch({ verb: '' }),
});

const cardType = 'application/vnd.microsoft.card.adaptive';

/**
 * Answers what comes from the message extension and from dialogs. They are one person's: what is shown there stands in no
 * chat, so whoever uses them in a group is still by themselves.
 * @returns `undefined` for everything else
 */
export function createExtending(extension: Extension | undefined, log: Log): Extending {
  return (activity, at) => {
    const work = extension && handlers[activity.name ?? ''];
    if (!work) return undefined;
    return answered(activity, log, () => work(extension, activity, at));
  };
}

type Handler = (extension: Extension, activity: Incoming, at: string) => Promise<object>;

const handlers: Readonly<Record<string, Handler>> = {
  'composeExtension/query': query,
  'composeExtension/queryLink': queryLink,
  'composeExtension/fetchTask': fetchTask,
  'composeExtension/submitAction': pressed,
  'task/fetch': pressed,
  'task/submit': pressed,
};

/** Whatever goes wrong, Teams gets a response that it understands. */
async function answered(activity: Incoming, log: Log, work: () => Promise<object>): Promise<Answer> {
  let body: object;
  try {
    body = await work();
  } catch (error) {
    log.error('bug', { error, name: activity.name });
    const t = wordsIn(languageOf(activity));
    const sorry = t(
      'Da ist etwas schiefgegangen. Versuchen Sie es bitte gleich noch einmal.',
      'Something went wrong. Please try again in a moment.',
    );
    body = activity.name?.startsWith('composeExtension/query')
      ? messageOf(sorry)
      : { task: { type: 'message', value: sorry } };
  }
  return expectsReplies(activity)
    ? { status: 200, body: { activities: [{ type: 'invokeResponse', value: { status: 200, body } }] } }
    : { status: 200, body };
}

async function query(extension: Extension, activity: Incoming, at: string): Promise<object> {
  const { parameters, queryOptions } = Query.parse(fieldsOf(activity));
  const words = parameters.find(({ name }) => name === 'query')?.value;
  const asked = askedBy(activity, at);
  const text = typeof words === 'string' ? words.trim().slice(0, 200) : '';
  const found = await extension.search(asked, text);
  const { skip, count } = queryOptions;
  return found.length > 0
    ? resultOf(found.slice(skip, skip + count))
    : messageOf(nothingFound(asked.language, text));
}

const nothingFound = (language: Language, words: string): string =>
  words === ''
    ? wordsIn(language)(
        'Suchen Sie nach einer Rolle, einer Person, einem Fachverfahren oder einer Nummer.',
        'Search for a role, a person, an application or a number.',
      )
    : wordsIn(language)(
        'Dazu finde ich nichts. Gesucht wird nach Rollen, Personen, Fachverfahren, Ideen und Ihren Anträgen und Sitzungen; Fragen beantworte ich im Chat.',
        'I find nothing on this. Search covers roles, people, applications, ideas and your requests and meetings; I answer questions in the chat.',
      );

async function queryLink(extension: Extension, activity: Incoming, at: string): Promise<object> {
  const link = Link.safeParse(activity.value).data;
  const found = link && (await extension.unfurl(askedBy(activity, at), new URL(link.url)));
  return found ? resultOf([found]) : {};
}

async function fetchTask(extension: Extension, activity: Incoming, at: string): Promise<object> {
  const { commandId, messagePayload } = Message.parse(fieldsOf(activity));
  const text = withoutMarkup(messagePayload?.body.content ?? '')
    .text.trim()
    .slice(0, longestText);
  const { actor, language } = askedBy(activity, at);
  const turn: TextTurn = { ...ownTurn(activity, actor, language, at), kind: 'text', text, edited: false };
  const made = await extension.capture(commandId, turn, text);
  return made ? dialogOf(made.title, made.shown.card) : { task: { type: 'message', value: gone[language] } };
}

/** A command that an older package still offers. */
const gone: Text = {
  de: 'Diesen Befehl gibt es nicht mehr. Schreiben Sie mir im Chat, was Sie brauchen.',
  en: 'This command no longer exists. Please write to me in the chat what you need.',
};

/** A button of a card in a dialog: the same verb as in the chat. */
async function pressed(extension: Extension, activity: Incoming, at: string): Promise<object> {
  const { verb, ...data } = Pressed.parse(fieldsOf(activity)).data;
  const { actor, language } = askedBy(activity, at);
  const asked = data.lang === 'en' ? 'en' : data.lang === 'de' ? 'de' : language;
  const turn: Turn = { ...ownTurn(activity, actor, asked, at), kind: 'action', verb, data };
  const shown = await extension.answer(turn);
  const form = formTitle(shown.card);
  return form ? dialogOf(shortened(form.title, longestTitle), form.rest) : dialogOf('Lotse', shown.card);
}

/** A dialog has one line for it. */
const longestTitle = 60;

const ownTurn = (activity: Incoming, actor: Actor, language: Language, at: string) =>
  ({
    id: activity.id ?? '',
    actor,
    scope: 'personal',
    conversationId: `dialog:${actor.id}`,
    language,
    locale: activity.locale ?? undefined,
    at,
  }) as const;

/** What is not even an object holds nothing. */
const fieldsOf = ({ value }: Incoming): object => (typeof value === 'object' && value !== null ? value : {});

const askedBy = (activity: Incoming, at: string): Asked => ({
  actor: { id: activity.from?.aadObjectId ?? '', name: activity.from?.name ?? '' },
  language: languageOf(activity),
  at,
});

const languageOf = ({ locale }: Incoming): Language => (/^en\b/i.test(locale ?? '') ? 'en' : 'de');

const resultOf = (found: readonly FoundCard[]): object => ({
  composeExtension: {
    type: 'result',
    attachmentLayout: 'list',
    attachments: found.map(({ title, text, card }) => ({
      contentType: cardType,
      content: card,
      preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text } },
    })),
  },
});

const messageOf = (text: string): object => ({ composeExtension: { type: 'message', text } });

const dialogOf = (title: string, card: object): object => ({
  task: {
    type: 'continue',
    value: {
      title,
      width: 'medium',
      height: 'large',
      card: { contentType: cardType, content: forDialog(card) },
    },
  },
});
