import { type Html, html, lines, safeUrl, sourceOf } from '../../core/html.ts';
import type { Letter } from '../../core/notice.ts';
import type { Language } from '../../core/text.ts';
import { closing } from './letter-text.ts';

/** Fixed text without values, so nothing needs escaping in it. Programs that ignore it show black on white. */
const style = html`<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 16px; font: 16px/1.5 "Segoe UI", Arial, sans-serif; background: #ffffff; color: #1b1a19; }
main { max-width: 600px; margin: 0 auto; overflow-wrap: break-word; }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 20px; }
p { margin: 0 0 16px; }
a { color: #0b5cad; }
.link { padding: 6px 0; }
footer { margin-top: 28px; padding-top: 12px; border-top: 1px solid #8a8886; font-size: 14px; color: #55534f; }
@media (prefers-color-scheme: dark) {
body { background: #1f1f1f; color: #f3f2f1; }
a { color: #8cc3ff; }
footer { color: #c8c6c4; }
}
</style>`;

/** The HTML part: the same words, with a heading and links to press. Loads nothing from anywhere. */
export function letterHtml({ subject, paragraphs, links = [] }: Letter, language: Language): string {
  const document = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
${style}
</head>
<body lang="${language}">
<main>
<h1>${subject}</h1>
${paragraphs.map((paragraph) => html`<p>${lines(paragraph)}</p>\n`)}${links.map(linkLine)}<footer>${closing[language]}</footer>
</main>
</body>
</html>
`;
  return sourceOf(document);
}

function linkLine({ title, url }: { readonly title: string; readonly url: string }): Html {
  const href = safeUrl(url);
  return href
    ? html`<p class="link"><a href="${href}">${title}</a></p>\n`
    : html`<p class="link">${title}: ${url}</p>\n`;
}
