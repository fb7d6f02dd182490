/** What HTML, as Teams sends it, comes to in lines of plain text. */
export type Plain = {
  readonly text: string;
  /** Something was in it that is not the writer's: a quoted message, a placeholder of one. */
  readonly hadQuotes: boolean;
};

/**
 * A tag. Letters, so that "a < b", "<5" and "<IT-2026-0042>" stay what they are: Teams writes a typed bracket as an entity,
 * other clients do not.
 */
const tag = /<(\/?)([a-z][a-z0-9]*(?:[:-][a-z]+)*)(?:\s[^<>]{0,2000})?>|<![^<>]{0,500}>|<([a-z]+)\/>/gi;

/** Elements whose content is not what the person wrote. */
const quoting: ReadonlySet<string> = new Set(['blockquote', 'quoted']);
const unseen: ReadonlySet<string> = new Set(['script', 'style', 'head', 'attachment']);

const inline: ReadonlySet<string> = new Set(
  'a abbr at b big cite code del em font i ins kbd label mark o:p q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
);
const block: ReadonlySet<string> = new Set(
  'article blockquote br codeblock div dl dt dd h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);

/** Takes tags away, and with some of them what stands in them. */
export function withoutMarkup(html: string): Plain {
  const tags = [...html.matchAll(tag)].map((found) => readTag(found, html));
  const closing = countClosing(tags);
  let [text, at, hadQuotes] = ['', 0, false];
  let within: string | undefined;
  let depth = 0;
  for (const { from, to, name, isClosing, isEmpty } of tags) {
    if (within === undefined) text += html.slice(at, from) + gapFor(name);
    at = to;
    const isDropped = quoting.has(name) || unseen.has(name);
    if (isDropped && !isClosing) hadQuotes ||= !['script', 'style', 'head'].includes(name);
    if (within === undefined && isDropped && !isClosing && !isEmpty && (closing.get(name) ?? 0) > 0) {
      [within, depth] = [name, 0];
    }
    if (isClosing) closing.set(name, (closing.get(name) ?? 0) - 1);
    if (name !== within || isEmpty) continue;
    depth += isClosing ? -1 : 1;
    if (depth === 0) within = undefined;
  }
  return { text: within === undefined ? text + html.slice(at) : text, hadQuotes };
}

/** The text of what is quoted in it. */
export function quotesIn(html: string): readonly string[] {
  const from = html.search(/<blockquote\b/i);
  const to = html.toLowerCase().lastIndexOf('</blockquote>');
  return from < 0 || to < from ? [] : [withoutMarkup(html.slice(html.indexOf('>', from) + 1, to)).text];
}

type Tag = {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
};

function readTag(found: RegExpExecArray, html: string): Tag {
  const to = found.index + found[0].length;
  return {
    from: found.index,
    to,
    name: (found[2] ?? found[3] ?? '').toLowerCase(),
    isClosing: found[1] === '/',
    isEmpty: html[to - 2] === '/',
  };
}

/** How often each element is still closed: one that never is has no content. */
function countClosing(tags: readonly Tag[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, isClosing } of tags) if (isClosing) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const gapFor = (name: string): string => (inline.has(name) ? '' : block.has(name) ? '\n' : ' ');
