import { isPrivate, onlyInPersonalChat } from '../core/audience.ts';
import { Refusal } from '../core/refusal.ts';
import { noteReply, type Reply } from '../core/reply.ts';
import type { Router } from '../core/router.ts';
import { wordsIn } from '../core/text.ts';
import type { TextTurn, Turn } from '../core/turn.ts';

/*
 * In a group the answer that is not for everybody is given to the person alone. It shows and never acts: whatever would do
 * something is for the personal chat, where its buttons work.
 */

/** The answer that only the person who asked may see; `undefined` where there is none but the way to the personal chat. */
export async function privateAnswer(router: Router, turn: Turn, no: Refusal): Promise<Reply | undefined> {
  if (no.code !== onlyInPersonalChat || turn.kind !== 'text' || isPrivate(turn)) return undefined;
  // What came along is spoken of where everybody saw it come.
  if (turn.edited || turn.files?.length) return undefined;
  const alone: TextTurn = {
    ...turn,
    scope: 'personal',
    conversationId: `aside:${turn.actor.id}`,
    onlyShows: true,
  };
  try {
    return await router(alone);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === onlyInPersonalChat) return undefined;
    const { language } = turn;
    return noteReply(wordsIn(language)('Hinweis', 'Please note'), error.text[language], language);
  }
}

type Part = { readonly [name: string]: unknown };

/**
 * A card that only shows: nothing of it can be pressed but links, because a press would come from the group. One that
 * asks for something to be filled in is of no use without its buttons: `undefined`.
 */
export function showingOnly(card: object, way: object | undefined): object | undefined {
  if (hasFields(card)) return undefined;
  const { refresh: _refresh, ...rest } = withoutButtons(card) as Part & { readonly body?: readonly object[] };
  return { ...rest, body: [...(rest.body ?? []), ...(way ? [way] : [])] };
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const typeOf = (part: Part): string => (typeof part.type === 'string' ? part.type : '');
const works = (part: unknown): boolean =>
  isPart(part) && ['Action.OpenUrl', 'Action.ToggleVisibility'].includes(typeOf(part));

function hasFields(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(hasFields);
  if (!isPart(part)) return false;
  return typeOf(part).startsWith('Input.') || Object.values(part).some(hasFields);
}

function withoutButtons(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutButtons).filter((one) => one !== undefined);
  if (!isPart(part)) return part;
  const actions = Array.isArray(part.actions) ? part.actions.filter(works) : undefined;
  if (typeOf(part) === 'ActionSet' && actions?.length === 0) return undefined;
  const kept = Object.entries(part).filter(
    ([name, value]) => name !== 'actions' && !(name === 'selectAction' && !works(value)),
  );
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, withoutButtons(value)])),
    ...(actions && actions.length > 0 ? { actions } : {}),
  };
}
