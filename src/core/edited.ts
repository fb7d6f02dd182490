import type { Intent } from './feature.ts';
import { Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';
import type { Text } from './text.ts';
import type { TextTurn } from './turn.ts';

/** A case by its number, `IT-2026-0042` or `B-2026/1-03`. */
const numbered =
  /(?<![\p{L}\p{N}])(?:it|id|b|u|t|m)[-\s/]*\d{4}[-\s/]+\d{1,6}(?:-\d{1,3})?(?![\p{L}\p{N}])/iu;

/**
 * The answer to an edited message that would act. What was written first may have acted already, so it never acts anew:
 * it shows the case that it names.
 * @param answer answers another text in its place
 * @returns `undefined` when it asks for nothing but an answer
 * @throws {Refusal} when it names no case
 */
export async function answerInsteadOfActing(
  turn: TextTurn,
  intent: Intent | undefined,
  answer: (turn: TextTurn) => Promise<Reply>,
): Promise<Reply | undefined> {
  const named = numbered.exec(turn.text);
  const isAbout = named && /^[^\p{L}\p{N}]*$/u.test(turn.text.slice(0, named.index));
  if (!turn.edited || !(doesSomething(intent, turn.text) || isAbout)) return undefined;
  if (!named) throw new Refusal('edited-does-not-act', sentence);
  if (!/[\p{L}\p{N}]/u.test(turn.text.replace(named[0], ''))) return undefined;
  const reply = await answer({ ...turn, text: named[0] });
  return { ...reply, data: { ...reply.data, remark: sentence[turn.language] } };
}

const doesSomething = (intent: Intent | undefined, text: string): boolean =>
  typeof intent?.acts === 'function' ? intent.acts(text) : intent?.acts === true;

const sentence: Text = {
  de: 'Aus einer geänderten Nachricht führe ich nichts aus, damit nichts doppelt geschieht. Schreiben Sie es bitte als neue Nachricht, oder nehmen Sie eine Schaltfläche.',
  en: 'I carry out nothing from an edited message, so that nothing happens twice. Please type it as a new message, or use a button.',
};
