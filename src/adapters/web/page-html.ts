import { type Html, html, lines, safeUrl, sourceOf } from '../../core/html.ts';
import type { Block, Cells, Page } from '../../core/ports/pages.ts';
import type { Text } from '../../core/text.ts';
import { errorSummary, formHtml } from './form-html.ts';
import { pageStyle } from './page-style.ts';

const private_: Text = {
  de: 'Dieser Link ist persönlich; bitte geben Sie ihn nicht weiter. Die Seite speichert nichts auf Ihrem Gerät.',
  en: 'This link is personal; please do not pass it on. The page stores nothing on your device.',
};
const wrong: Text = { de: 'Fehler', en: 'Error' };

/** The whole document. */
export function pageHtml({ title, language, body }: Page): string {
  const summary = errorSummary(body, language);
  const document = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${summary && `${wrong[language]}: `}${title} – Lotse</title>
${pageStyle}
</head>
<body>
<header>Lotse</header>
<main>
<h1>${title}</h1>
${summary}${body.map((block) => blockHtml(block, language))}</main>
<footer><p>${private_[language]}</p></footer>
</body>
</html>
`;
  return sourceOf(document);
}

function blockHtml(block: Block, language: Page['language']): Html {
  switch (block.kind) {
    case 'text':
      return html`<p>${lines(block.text)}</p>\n`;
    case 'heading':
      return html`<h2>${block.text}</h2>\n`;
    case 'note':
      return html`<div class="note ${block.tone}"><p>${lines(block.text)}</p></div>\n`;
    case 'facts':
      return html`<dl>${block.facts.map(({ title, value }) => html`<dt>${title}</dt><dd>${lines(value)}</dd>\n`)}</dl>\n`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${lines(item)}</li>\n`);
      return block.ordered ? html`<ol>${items}</ol>\n` : html`<ul>${items}</ul>\n`;
    }
    case 'table':
      return tableHtml(block.caption, block);
    case 'links':
      return html`<ul class="links">${block.links.map((link) => html`<li>${linkHtml(link)}</li>\n`)}</ul>\n`;
    case 'form':
      return formHtml(block, language);
    default:
      return block satisfies never;
  }
}

function linkHtml({ title, url }: { readonly title: string; readonly url: string }): Html {
  const href = safeUrl(url);
  return href ? html`<a href="${href}" rel="noreferrer">${title}</a>` : html`${title}: ${url}`;
}

/** Wide tables scroll in their own box, which the keyboard must reach. */
const tableHtml = (
  caption: string,
  { head, rows }: Cells,
): Html => html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${lines(cell)}</td>`)}</tr>\n`)}</tbody>
</table></div>
`;
