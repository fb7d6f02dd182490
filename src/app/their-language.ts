import { decidedLanguage } from '../core/language.ts';
import type { Router } from '../core/router.ts';
import type { Language } from '../core/text.ts';
import type { Actor, Turn } from '../core/turn.ts';

/** The language that a person has saved, if any. */
export type SavedLanguage = (actor: Actor) => Promise<Language | undefined>;

/** As many chats as a large city has at once; the oldest are forgotten first. */
const most = 5000;

/**
 * In which language a turn is answered: words that decide it, else what the person has saved, else the last language of
 * this chat, else that of their Teams, else German. A number, a name of a product or the button of an old card never
 * changes it. Buttons go on in the language of the card that a command brought.
 * @param localeIsTheirs false where the client writes the same locale for everybody, as the Playground does
 */
export function inTheirLanguage(
  router: Router,
  savedBy: SavedLanguage = async () => undefined,
  localeIsTheirs = true,
): Router {
  const last = new Map<string, Language>();
  const remember = (chat: string, language: Language): void => {
    last.delete(chat);
    last.set(chat, language);
    const oldest = last.keys().next();
    if (last.size > most && !oldest.done) last.delete(oldest.value);
  };
  const languageFor = async (turn: Turn): Promise<Language> => {
    const decided = turn.kind === 'text' ? decidedLanguage(turn.text) : undefined;
    return (
      decided ??
      (await savedBy(turn.actor)) ??
      last.get(turn.conversationId) ??
      (turn.kind === 'action' ? turn.language : localeIsTheirs ? localeLanguage(turn.locale) : undefined) ??
      'de'
    );
  };
  return async (turn) => {
    const language = await languageFor(turn);
    if (turn.kind !== 'text') return router({ ...turn, language });
    remember(turn.conversationId, language);
    const reply = await router({ ...turn, language });
    remember(turn.conversationId, reply.language);
    return reply;
  };
}

/** "en-US" → English; a language that Lotse does not speak says nothing. */
const localeLanguage = (locale: string | undefined): Language | undefined =>
  /^de\b/i.test(locale ?? '') ? 'de' : /^en\b/i.test(locale ?? '') ? 'en' : undefined;
