import type { Intent } from './feature.ts';
import { Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';
import type { Text } from './text.ts';

/*
 * What was written first may have acted already, so an edited message never acts anew: it shows the case that it names,
 * and says so.
 */

/** Whether an intent does something with these words. */
export const doesSomething = ({ acts }: Intent, text: string): boolean =>
  typeof acts === 'function' ? acts(text) : acts === true;

/** An edited message that names no case has nothing to show instead. */
export const editedDoesNotAct = () => new Refusal('edited-does-not-act', sentence);

/** The case that is shown instead, with the reason on its card. */
export const instead = (reply: Reply): Reply => ({
  ...reply,
  data: { ...reply.data, remark: sentence[reply.language] },
});

const sentence: Text = {
  de: 'Aus einer geänderten Nachricht führe ich nichts aus, damit nichts doppelt geschieht. Schreiben Sie es bitte als neue Nachricht, oder nehmen Sie eine Schaltfläche.',
  en: 'I carry out nothing from an edited message, so that nothing happens twice. Please type it as a new message, or use a button.',
};
