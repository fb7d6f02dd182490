import { z } from 'zod';
import type { Incoming } from './incoming.ts';

/** Longest text (characters, after cleaning) that is worth reading. */
export const longestText = 2000;
/** Raw text beyond this is not even cleaned. */
const longestRaw = 20_000;

const Mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.looseObject({ id: z.string() }),
});

/** What the person wrote; `tooLong` when there is more of it than {@link longestText}, then it is only the start. */
export type Written = { readonly text: string; readonly tooLong: boolean };

/** Takes mentions of the bot, markup and invisible characters away; what remains is one line. */
export function writtenText(activity: Incoming): Written {
  const raw = activity.text ?? '';
  const text = visible(decoded(withoutMarkup(withoutMentions(raw.slice(0, longestRaw), activity))));
  return { text: text.slice(0, longestText), tooLong: text.length > longestText || raw.length > longestRaw };
}

/** Mentions of the bot disappear, other people's keep their name. Tags without an entity count as the bot's. */
function withoutMentions(raw: string, activity: Incoming): string {
  let text = raw;
  for (const entity of (activity.entities ?? []).slice(0, 20)) {
    const mention = Mention.safeParse(entity).data;
    if (!mention) continue;
    const ofBot = mention.mentioned.id === activity.recipient?.id;
    text = text.replaceAll(mention.text, () => (ofBot ? ' ' : inner(mention.text)));
  }
  return text.replaceAll(/<at[^<>]{0,100}>[^<>]{0,200}<\/at>/gi, ' ');
}

const inner = (mention: string): string => mention.replaceAll(/<\/?at[^<>]{0,100}>/gi, '');

/** Tags that Teams puts around what people write. Other angle brackets are theirs and stay. */
const inline = /<\/?(?:at|span|b|strong|i|em|u|s|strike|a|code)(?:\s[^<>]{0,300})?>/gi;
const block = /<\/?(?:p|div|br|ul|ol|li|blockquote|pre|h[1-6])(?:\s[^<>]{0,300})?\/?>/gi;

const withoutMarkup = (text: string): string => text.replaceAll(inline, '').replaceAll(block, ' ');

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
};

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Control and formatting characters go (a joiner inside an emoji is harmless to lose), spaces become one. */
const visible = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\p{Cf}+/gu, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
