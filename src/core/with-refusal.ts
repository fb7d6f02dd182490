import { forEverybody } from './audience.ts';
import { Refusal } from './refusal.ts';
import { noteReply, type Reply } from './reply.ts';
import type { TextTurn } from './turn.ts';

/** A typed line that leads nowhere is answered, like any other question. */
export async function withRefusal(turn: TextTurn, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const text = error.text[turn.language];
    const title = turn.language === 'de' ? 'Hinweis' : 'Please note';
    // A refusal thrown would be shown as well, wherever it is.
    return forEverybody(noteReply(title, text, turn.language));
  }
}
