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
  | { readonly kind: 'ignored' };

const ignored: Meaning = { kind: 'ignored' };

/** Reads an activity that has passed the gate. @param at when it arrived, ISO 8601 in UTC */
export function meaningOf(activity: Incoming, at: string): Meaning {
  switch (activity.type) {
    case 'message':
      return pressed(activity) ? { kind: 'turn', turn: submitTurn(activity, at) } : written(activity, at);
    case 'messageUpdate':
      return activity.channelData?.eventType === 'editMessage' ? written(activity, at) : ignored;
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

function written(activity: Incoming, at: string): Meaning {
  const { text, tooLong } = writtenText(activity);
  const language = languageOf(text);
  if (tooLong) return { kind: 'refused', refusal: textTooLong(), language };
  if (text === '') return { kind: 'refused', refusal: nothingWritten(), language };
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

/** Teams tells an installation twice: as `installationUpdate` and as the bot joining the conversation. */
function membership(activity: Incoming, at: string): Meaning {
  const action = activity.action ?? '';
  if (activity.type === 'installationUpdate' && action.startsWith('remove')) return { kind: 'removed' };
  const bot = activity.recipient?.id;
  const joined =
    activity.type === 'installationUpdate'
      ? action.startsWith('add')
      : Boolean(bot && activity.membersAdded?.some((member) => member.id === bot));
  const turn: InstallTurn = { ...base(activity, at, 'de'), kind: 'install' };
  return joined ? { kind: 'turn', turn } : ignored;
}

function base(activity: Incoming, at: string, language: Language) {
  return {
    id: activity.id ?? '',
    actor: { id: activity.from?.aadObjectId || activity.from?.id || '', name: activity.from?.name ?? '' },
    scope: scopeOf(activity.conversation?.conversationType),
    conversationId: activity.conversation?.id ?? '',
    language,
    locale: activity.locale ?? undefined,
    at,
  };
}

const scopeOf = (type: string | null | undefined): Scope =>
  type === 'groupChat' || type === 'channel' ? type : 'personal';

const textTooLong = () =>
  new Refusal('text-too-long', {
    de: 'Das ist mir zu lang. Schreiben Sie Ihre Frage bitte kürzer, am besten in einem Satz.',
    en: 'That is too long for me. Please write your question shorter, ideally in one sentence.',
  });

const nothingWritten = () =>
  new Refusal('text-empty', {
    de: 'Ich habe keinen Text gefunden. Fragen Sie zum Beispiel „Wer ist für IT-Anwenderbetreuung zuständig?“ oder schreiben Sie „Hilfe“.',
    en: 'I found no text. Ask for example “Who is responsible for user support?” or type “help”.',
  });
