import { z } from 'zod';
import type { Incoming } from './incoming.ts';
import { quotesIn, withoutMarkup } from './markup.ts';
import { ownWords } from './own-words.ts';

/** Longest text (characters, after cleaning) that is worth reading. */
export const longestText = 2000;
/** Raw text beyond this is not even cleaned. */
const longestRaw = 20_000;

/** What the person wrote. */
export type Written = {
  readonly text: string;
  /** There is more of it than {@link longestText}, then it is only the start. */
  readonly tooLong: boolean;
  /** There were words, but others wrote them. */
  readonly onlyQuoted: boolean;
};

/**
 * The person's own words, as one line: without mentions of the bot, markup and invisible characters, without messages that
 * are quoted or forwarded, without a signature, and without the names of channels, tags and of whom it is called out to.
 */
export function writtenText(activity: Incoming): Written {
  const raw = (activity.text ?? '').replaceAll(/[\u{E000}\u{E001}]/gu, '');
  const { text: plain, hadQuotes } = withoutMarkup(withoutMentions(raw.slice(0, longestRaw), activity));
  const lines = decoded(plain)
    .replaceAll(/<quoted\b[^<>]{0,500}>/gi, ' ')
    .replaceAll(/\r\n?/g, '\n');
  const own = ownWords(lines, hadQuotes ? [] : quotedPassages(activity));
  const text = withoutCalls(visible(own.text));
  const isWhole = raw.length <= longestRaw || own.isCut;
  return {
    text: text.slice(0, longestText),
    tooLong: text.length > longestText || !isWhole,
    onlyQuoted: text === '' && (hadQuotes || own.hadQuotes) && visible(raw) !== '',
  };
}

const Mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.looseObject({ id: z.string() }),
});

/** Around the name of a person who is mentioned; nobody types these. */
const [begin, end] = ['\u{E000}', '\u{E001}'];

/**
 * Persons keep their name, marked; the bot, channels, teams and tags disappear. Tags without an entity count as the bot's.
 */
function withoutMentions(raw: string, activity: Incoming): string {
  let text = raw;
  for (const entity of (activity.entities ?? []).slice(0, 20)) {
    const mention = Mention.safeParse(entity).data;
    if (!mention) continue;
    const { id } = mention.mentioned;
    const isPerson = /^(?:29|8):/.test(id) && id !== activity.recipient?.id;
    text = text.replaceAll(mention.text, () => (isPerson ? `${begin}${inner(mention.text)}${end}` : ' '));
  }
  return text.replaceAll(/<at[^<>]{0,100}>[^<>]{0,200}<\/at>/gi, ' ');
}

const inner = (mention: string): string => mention.replaceAll(/<\/?at[^<>]{0,100}>/gi, '');

/** A name before or after a sentence calls somebody; within it, it is a word like any other. */
const withoutCalls = (text: string): string =>
  text
    .replace(/^(?:[\s,;:.!]*\u{E000}[^\u{E001}]*\u{E001})+[\s,;:.!]*/u, '')
    .replace(/(?:[\s,;]*\u{E000}[^\u{E001}]*\u{E001}[\s,;.!]*)+$/u, '')
    .replaceAll(/[\u{E000}\u{E001}]/gu, '')
    .trim();

const Reply = z.looseObject({
  type: z.literal('quotedReply'),
  quotedReply: z.looseObject({ preview: z.string().max(2000) }),
});
const Rich = z.looseObject({ contentType: z.literal('text/html'), content: z.string() });

/** What the activity itself says was quoted, where the text does not mark it. */
function quotedPassages({ entities, attachments }: Incoming): readonly string[] {
  const previews = (entities ?? []).slice(0, 20).flatMap((entity) => {
    const reply = Reply.safeParse(entity).data;
    return reply ? [reply.quotedReply.preview] : [];
  });
  const rich = (attachments ?? []).slice(0, 5).flatMap((attachment) => {
    const html = Rich.safeParse(attachment).data?.content ?? '';
    return quotesIn(html.slice(0, longestRaw)).map(decoded);
  });
  return [...previews, ...rich];
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bdquo: '„',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  euro: '€',
  sect: '§',
  shy: '',
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
