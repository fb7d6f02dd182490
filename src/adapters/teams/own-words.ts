/** What somebody wrote, without what others wrote and what stands under every letter. */
export type OwnWords = {
  readonly text: string;
  /** There were words of others. */
  readonly hadQuotes: boolean;
  /** Everything from some place on was left out. */
  readonly isCut: boolean;
};

/** @param text lines of plain text; @param quoted passages that are known to be quoted, perhaps shortened */
export function ownWords(text: string, quoted: readonly string[] = []): OwnWords {
  const rest = quoted.reduce(withoutPassage, text);
  const before = cutAt(rest, headAt(rest));
  const unquoted = withoutQuotedLines(before);
  const own = withoutSignature(unquoted);
  return {
    text: own,
    hadQuotes: unquoted.trim() !== text.trim(),
    isCut: before !== rest || own !== unquoted,
  };
}

const cutAt = (text: string, at: number | undefined): string => (at === undefined ? text : text.slice(0, at));

/** Some clients send the quoted message as plain text in front of the answer. */
function withoutPassage(text: string, quoted: string): string {
  const shortened = /(?:…|\.{3})\s*$/u;
  const words = quoted
    .replace(shortened, '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 300)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  if (words.length === 0) return text;
  const said = text.trimStart();
  const more = shortened.test(quoted) ? '[^\\n]*' : '';
  // The name of the one who is quoted may stand above.
  const found = new RegExp(`^(?:[^\\n]{1,80}\\n\\s*)?${words.join('\\s+')}${more}`, 'u').exec(said);
  const rest = found ? said.slice(found[0].length) : '';
  return rest.trim() === '' ? text : rest;
}

/** Lines that mail programs put above what they quote or forward. */
const forwarded =
  'ursprüngliche nachricht|urspruengliche nachricht|originalnachricht|original-?nachricht|weitergeleitete nachricht|original message|forwarded message';
const heads: readonly RegExp[] = [
  new RegExp(`(?<![-–—_=*])[-–—_=*]{2,}[ \\t]*(?:${forwarded})\\b`, 'iu'),
  new RegExp(
    `^[ \\t]*(?:anfang der weitergeleiteten nachricht|begin forwarded message|(?:${forwarded}))[ \\t]*:?[ \\t]*$`,
    'imu',
  ),
  // "Von: … Gesendet: … An: … Betreff: …", on lines of their own or on one.
  /(?<![\p{L}\p{N}])\*{0,2}(?:von|from|absender)\s?:\*{0,2}\s[\s\S]{1,200}?(?<!\p{L})\*{0,2}(?:gesendet|datum|sent|date)(?: am)?\s?:\*{0,2}\s[\s\S]{1,400}?(?<!\p{L})\*{0,2}(?:an|to|cc|betreff|subject)\s?:/iu,
];
/** "Am 12.11.2026 um 10:00 schrieb Amt 36:" */
const attribution =
  /^[ \t]*(?:am|on)[ \t][^\n]{3,150}(?:\n[^\n]{0,100})?(?<!\p{L})(?:schrieb|wrote)(?!\p{L})[^\n]{0,150}:[ \t]*$/imu;

/** Where words of others begin that go on to the end. */
function headAt(text: string): number | undefined {
  const found = heads.flatMap((head) => {
    const at = head.exec(text)?.index;
    return at === undefined ? [] : [at];
  });
  const said = attribution.exec(text);
  // Where the quoted lines are marked, the writer's own may follow them.
  const isMarked = said !== null && /^\s*>/.test(text.slice(said.index + said[0].length));
  if (said && !isMarked) found.push(said.index);
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** Leaves out lines that begin with ">". A single line with a number behind it compares: "> 5000 €". */
function withoutQuotedLines(text: string): string {
  const lines = text.split('\n');
  const written = lines.filter((line) => line.trim() !== '');
  if (written.length === 1 && /^\s*>\s?\d/.test(written[0] ?? '')) return text;
  const marked = attribution.exec(text)?.[0] ?? '';
  const withoutAttribution = lines.some(isQuoted) ? text.replace(marked, '') : text;
  return withoutAttribution
    .split('\n')
    .filter((line) => !isQuoted(line))
    .join('\n');
}

const isQuoted = (line: string): boolean => /^\s*>/.test(line);

const wishes =
  '(?:freundlichen?|besten?|herzlichen?|lieben?|vielen?|schönen?|schoenen?|kollegialen?|sonnigen?)';
const closing = [
  `(?:mit )?${wishes} (?:grüßen?|grüssen?|gruessen?|gruß|gruss)`,
  'mit freundlichem (?:gruß|gruss)',
  '(?:with )?(?:kind|best|warm|many) regards',
  'best wishes',
  'yours (?:sincerely|faithfully|truly)',
]
  .join('|')
  .replaceAll(' ', '\\s+');
const short =
  'grüße|grüsse|gruesse|gruß|gruss|mfg|lg|vg|bg|regards|sincerely|cheers|danke und grüße|danke und gruß';
const device =
  '(?:gesendet (?:von|mit|aus)|von meinem \\S+ gesendet|sent (?:from|via)|get outlook for|outlook für \\S+ (?:beziehen|herunterladen)) ?[^\\n]*';

const end = '(?![\\p{L}\\p{N}])';
const signatures: readonly RegExp[] = [
  // On a line of its own, with a name or place behind it.
  new RegExp(
    `^[ \\t]*(?:(?:vielen dank|danke|thanks?)[ \\t]*(?:und|and|,)?[ \\t]*)?(?:${closing})${end}[^?\\n]*$`,
    'imu',
  ),
  new RegExp(`^[ \\t]*(?:${short})${end}[^?\\n]{0,40}$`, 'imu'),
  new RegExp(`^[ \\t]*${device}$`, 'imu'),
  /^--[ \t]*$/mu,
  // In the middle of a line, behind a sentence.
  new RegExp(`(?<=[.!?…)])[ \\t]+(?:${closing}|mfg|lg|vg)${end}[^?]{0,300}$`, 'iu'),
  new RegExp(`(?<=\\S)[ \\t]+mit freundlichen (?:grüßen|grüssen|gruessen)${end}[^?]{0,300}$`, 'iu'),
];

/** Cuts the text where a signature begins, unless there is nothing else. */
function withoutSignature(text: string): string {
  const starts = signatures.flatMap((signature) => {
    const at = signature.exec(text)?.index;
    return at === undefined || !/[\p{L}\p{N}]/u.test(text.slice(0, at)) ? [] : [at];
  });
  return starts.length > 0 ? text.slice(0, Math.min(...starts)) : text;
}
