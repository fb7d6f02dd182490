/*
 * What people type must stay text. Adaptive Cards render Markdown in TextBlock and Fact; phones and desktops use
 * different parsers, so whatever could start a link is broken twice: escaped for CommonMark, and split by an
 * invisible word joiner for parsers that ignore backslashes. A backslash is set only where Markdown would
 * otherwise begin, because older phone clients show it.
 */
const joiner = '\u2060';

/** Control characters, and the marks that reverse the reading direction of what follows. */
const unwanted = /[\p{Cc}\p{Bidi_Control}]/gu;
const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/;
const mention = /<\/?at\b[^<>]*>/gi;
const restOfMention = /<(?=\/?at\b)/gi;

const inlineSyntax = new RegExp(
  [
    '[*`[]', // emphasis, code, link or image
    '(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])', // emphasis; inside a word "_" is harmless
    '~(?=~)|(?<=~)~', // strikethrough
    '<(?=[a-z/!?])', // tag or autolink
    '&(?=#?\\w+;)', // entity
    '\\\\(?=[!-/:-@[-`{-~]|$)', // a backslash that would escape something
  ].join('|'),
  'giu',
);
const heading = /^#{1,6}(?=\s|$)/;
const quoteMark = /^>/;
const bullet = /^[-+](?=\s|$|-)/;
const numbered = /^(\d{1,9})([.)])(?=\s|$)/;

/** Whatever one of the rules here could concern. Most texts hold nothing of it and need no closer look. */
const doubtful = /[\p{Cc}\p{Bidi_Control}\u2028\u2029*`[\]_~<&\\{]|^[\s#>+\-\d]|\s$|:\/\/|[wW][wW][wW]\./u;

/** Makes any text show as itself where Markdown is rendered; line breaks become paragraphs. */
export function asMarkdown(text: string): string {
  if (!doubtful.test(text)) return text;
  return linesOf(text).map(escapeLine).join('\n\n');
}

/** Makes any text fit for one line where nothing is rendered (button titles, alternative texts). */
export function asPlain(text: string): string {
  if (!doubtful.test(text)) return text;
  return linesOf(text).join(' ');
}

function linesOf(text: string): readonly string[] {
  return text
    .split(lineBreak)
    .map((line) => line.replaceAll('\t', ' ').replace(unwanted, ''))
    .map((line) => line.replace(mention, '').replace(restOfMention, `<${joiner}`).trim())
    .filter((line) => line !== '');
}

function escapeLine(line: string): string {
  return line
    .replace(inlineSyntax, '\\$&')
    .replace(heading, '\\$&')
    .replace(quoteMark, '\\$&')
    .replace(bullet, '\\$&')
    .replace(numbered, '$1\\$2')
    .replaceAll('](', `]${joiner}(`)
    .replaceAll('://', `:${joiner}//`)
    .replace(/\bwww\./gi, `$&${joiner}`)
    .replaceAll('{{', `{${joiner}{`);
}
