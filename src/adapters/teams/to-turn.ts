import { z } from 'zod';
import { languageOf } from '../../core/language.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Language } from '../../core/text.ts';
import type { ActionTurn, InstallTurn, Scope, TextTurn, Turn } from '../../core/turn.ts';
import type { Incoming } from './incoming.ts';
import { writtenText } from './text.ts';

/** What an activity means: something to answer, something to refuse politely, or nothing of interest. */
export type Meaning =
  | { readonly kind: 'turn'; readonly turn: Turn }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly language: Language }
  | { readonly kind: 'removed' }
  /** Somebody is there, as before; there is nothing to say. */
  | { readonly kind: 'present' }
  | { readonly kind: 'ignored' };

const ignored: Meaning = { kind: 'ignored' };

/**
 * Reads an activity that has passed the gate.
 * @param at when it arrived, ISO 8601 in UTC
 * @param hasFiles whether it brings files: then it need not say anything
 */
export function meaningOf(activity: Incoming, at: string, hasFiles = false): Meaning {
  switch (activity.type) {
    case 'message':
      return pressed(activity)
        ? { kind: 'turn', turn: submitTurn(activity, at) }
        : written(activity, at, hasFiles);
    case 'messageUpdate':
      return activity.channelData?.eventType === 'editMessage' ? written(activity, at, hasFiles) : ignored;
    case 'invoke':
      return activity.name === 'adaptiveCard/action'
        ? { kind: 'turn', turn: executeTurn(activity, at) }
        : ignored;
    case 'installationUpdate':
    case 'conversationUpdate':
      return membership(activity, at);
    default:
      return ignored;
  }
}

function written(activity: Incoming, at: string, hasFiles: boolean): Meaning {
  const { text, tooLong, onlyQuoted } = writtenText(activity);
  const language = languageOf(text);
  if (tooLong)
    return { kind: 'refused', refusal: hasFiles ? textTooLongForFiles() : textTooLong(), language };
  if (text === '' && !hasFiles)
    return { kind: 'refused', refusal: onlyQuoted ? nothingOfYours() : nothingWritten(), language };
  const turn: TextTurn = {
    ...base(activity, at, language),
    kind: 'text',
    text,
    edited: activity.type === 'messageUpdate',
  };
  return { kind: 'turn', turn };
}

const Data = z.record(z.string(), z.unknown()).catch({});
const Pressed = z.looseObject({
  verb: z.string().max(200).optional().catch(undefined),
  action: z
    .looseObject({ verb: z.string().max(200).optional().catch(undefined), data: Data })
    .optional()
    .catch(undefined),
});

/** `Action.Submit` arrives as a message with a value; some clients add a text. */
function pressed(activity: Incoming): boolean {
  if (!activity.value) return false;
  const value = Pressed.safeParse(activity.value).data;
  return value !== undefined && (!activity.text?.trim() || Boolean(value.verb ?? value.action?.verb));
}

function submitTurn(activity: Incoming, at: string): ActionTurn {
  const { verb, action, ...data } = Pressed.parse(activity.value);
  return actionTurn(
    activity,
    at,
    verb ?? action?.verb ?? '',
    verb === undefined && action ? action.data : data,
  );
}

function executeTurn(activity: Incoming, at: string): ActionTurn {
  const action = Pressed.safeParse(activity.value).data?.action;
  return actionTurn(activity, at, action?.verb ?? '', action?.data ?? {});
}

function actionTurn(
  activity: Incoming,
  at: string,
  verb: string,
  data: Readonly<Record<string, unknown>>,
): ActionTurn {
  return {
    ...base(activity, at, data.lang === 'en' ? 'en' : 'de'),
    kind: 'action',
    verb,
    data,
    ...(activity.replyToId ? { cardMessageId: activity.replyToId } : {}),
  };
}

/**
 * Teams tells an installation and its end twice: as `installationUpdate` and as the bot joining or leaving the
 * conversation; some of them, such as those of a team, only in one way. A new version of the app removes and adds it for
 * everybody (`remove-upgrade`, `add-upgrade`): nothing has happened for anybody then.
 */
function membership(activity: Incoming, at: string): Meaning {
  const { type, action, recipient, membersAdded, membersRemoved } = activity;
  const told = type === 'installationUpdate' ? (action ?? '') : '';
  if (told.endsWith('-upgrade')) return told.startsWith('add') ? { kind: 'present' } : ignored;
  const isBot = ({ id }: { readonly id?: string | null | undefined }) => Boolean(id) && id === recipient?.id;
  if (told === 'remove' || membersRemoved?.some(isBot)) return { kind: 'removed' };
  const turn: InstallTurn = { ...base(activity, at, 'de'), kind: 'install' };
  return told === 'add' || membersAdded?.some(isBot) ? { kind: 'turn', turn } : ignored;
}

function base(activity: Incoming, at: string, language: Language) {
  return {
    id: activity.id ?? '',
    actor: { id: activity.from?.aadObjectId || activity.from?.id || '', name: activity.from?.name ?? '' },
    scope: scopeOf(activity),
    conversationId: activity.conversation?.id ?? '',
    language,
    ownChat: chatWith(activity.recipient?.id),
    locale: activity.locale ?? undefined,
    at,
  };
}

/** Teams opens the chat of whoever follows it; the id of a bot stands there with the prefix of bots. */
const chatWith = (bot: string | null | undefined): string | undefined =>
  bot?.startsWith('28:')
    ? `https://teams.microsoft.com/l/chat/0/0?users=28:${encodeURIComponent(bot.slice(3))}`
    : undefined;

/** Where nobody says what it is, it is somebody's own chat only if nothing speaks of others. */
export function scopeOf({ conversation, channelData }: Incoming): Scope {
  const { conversationType: type, id, isGroup } = conversation ?? {};
  if (type === 'channel' || channelData?.team?.id) return 'channel';
  const isOwn = type ? type === 'personal' : !isGroup && !id?.startsWith('19:');
  return isOwn ? 'personal' : 'groupChat';
}

const textTooLong = () =>
  new Refusal('text-too-long', {
    de: 'Das ist mir zu lang. Schreiben Sie Ihre Frage bitte kürzer, am besten in einem Satz.',
    en: 'That is too long for me. Please write your question shorter, ideally in one sentence.',
  });

const textTooLongForFiles = () =>
  new Refusal('text-too-long', {
    de: `${textTooLong().text.de} Die Dateien habe ich dabei nicht behalten; schicken Sie sie bitte noch einmal mit.`,
    en: `${textTooLong().text.en} I have not kept the files; please send them with it once more.`,
  });

const nothingOfYours = () =>
  new Refusal('text-only-quoted', {
    de: 'Ich sehe nur, was andere geschrieben haben: ein Zitat oder eine weitergeleitete Nachricht. Schreiben Sie bitte dazu, was Sie wissen oder tun möchten.',
    en: 'I only see what others wrote: a quote or a forwarded message. Please add what you would like to know or do.',
  });

const nothingWritten = () =>
  new Refusal('text-empty', {
    de: 'Ich habe keinen Text gefunden. Fragen Sie zum Beispiel „Wer ist für IT-Anwenderbetreuung zuständig?“ oder schreiben Sie „Hilfe“.',
    en: 'I found no text. Ask for example “Who is responsible for user support?” or type “help”.',
  });
