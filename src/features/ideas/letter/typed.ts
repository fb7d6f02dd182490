import type { Language } from '../../../core/text.ts';
import { topicNamed } from '../topics.ts';

/** What somebody wants of the weekly letter; without `on` it is only to be shown. */
export type LetterWish = {
  readonly on?: boolean | undefined;
  /** `undefined` leaves them as they are. */
  readonly topics?: readonly string[] | undefined;
  readonly unit?: boolean | undefined;
  readonly language?: Language | undefined;
};

const shape =
  /^\s*(?<name>ideenbrief|idea letter|ideas letter)(?:\s+(?<state>an|ein|bestellen|aus|abbestellen|on|off))?(?:\s*(?:zu|zum|zur|über|about|for|:)\s*(?<topics>[^?!]{2,100}?))?\s*[?!.]*\s*$/i;

/** Reads "Ideenbrief", "Ideenbrief an zu KI, Verkehr", "idea letter off"; `undefined` for anything else. */
export function letterWish(text: string): LetterWish | undefined {
  const { name, state, topics } = shape.exec(text)?.groups ?? {};
  if (!name) return undefined;
  const language = /^ideenbrief$/i.test(name) ? 'de' : 'en';
  const on = state ? !/^(?:aus|abbestellen|off)$/i.test(state) : topics ? true : undefined;
  const chosen = (topics ?? '').split(/,| und | and /i).flatMap((topic) => topicNamed(topic) ?? []);
  return {
    language,
    ...(on === undefined ? {} : { on }),
    ...(chosen.length > 0 ? { topics: [...new Set(chosen)] } : {}),
  };
}
