/**
 * The little of Markdown that cards carry: bold, italics, links, lists, line breaks. Everything else stays as it is
 * written. @returns HTML in which every other sign is escaped
 */
export function markdownIn(text: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  const html: string[] = [];
  let list = false;
  for (const line of lines) {
    const [, item] = /^\s*[-*]\s+(.*)$/.exec(line) ?? [];
    if ((item !== undefined) !== list) html.push(list ? '</ul>' : '<ul>');
    list = item !== undefined;
    html.push(list ? `<li>${inline(item ?? '')}</li>` : line.trim() === '' ? '' : `<p>${inline(line)}</p>`);
  }
  return html.join('') + (list ? '</ul>' : '');
}

const signs = /\\([\\`*_{}[\]()#+\-.!|<>~&"':/@=$%^,;?])/g;

function inline(text: string): string {
  // What is escaped is taken out first, so that no pattern takes it for a mark.
  const kept: string[] = [];
  const bare = text.replace(signs, (_, sign: string) => {
    kept.push(sign);
    return `\u0000${kept.length - 1}\u0000`;
  });
  const marked = escaped(bare)
    .replace(
      /\[([^\]]+)\]\(((?:https?:|mailto:|tel:)[^)\s]+)\)/gi,
      '<a href="$2" target="_blank" rel="noreferrer">$1</a>',
    )
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\p{L}\d])_(.+?)_(?![\p{L}\d])/gu, '<em>$1</em>')
    .replace(/\*(\S(?:.*?\S)?)\*/g, '<em>$1</em>');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sign that stands for what was taken out
  return marked.replace(/\u0000(\d+)\u0000/g, (_, at: string) => escaped(kept[Number(at)] ?? ''));
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
