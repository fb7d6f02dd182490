import { styleText } from 'node:util';

export type Page = { readonly name: string; readonly url: string; readonly hint: string };

/** A tab, as one of the persons sees it. */
export type TabPage = { readonly name: string; readonly url: string };

/** What stands in the terminal while the demo runs. */
export function demoText(
  pages: readonly Page[],
  tabs: readonly TabPage[],
  botUrl: string,
  dataDir: string,
): string {
  const heads = { name: 'Person', url: 'Seite', hint: 'Zum Ausprobieren' };
  const listed = pages.map((page) => ({ ...page, name: page.name.replace(/ \(.*\)$/, '') }));
  const rows = [heads, ...listed];
  const width = (column: keyof Page) => Math.max(...rows.map((row) => row[column].length)) + 3;
  const line = ({ name, url, hint }: Page) =>
    `  ${name.padEnd(width('name'))}${url.padEnd(width('url'))}${hint}`.trimEnd();
  const rule = '─'.repeat(width('name') + width('url') + width('hint') - 3);
  return [
    '',
    `  ${styleText('bold', 'Lotse')} läuft auf diesem Computer, ohne Teams, Azure und Internet.`,
    '  Jede Seite gehört einer Person: öffnen und fragen. E-Mails landen auf der letzten.',
    '',
    styleText('bold', line(heads)),
    `  ${styleText('dim', rule)}`,
    ...listed.map(line),
    '',
    `  ${styleText('bold', 'Reiter')} wie in Teams; „as=“ sagt, wer hinsieht:`,
    ...tabs.map(({ name, url }) => `  ${name.padEnd(width('name'))}${url}`),
    '',
    `  Bot: ${botUrl}   Daten: ${dataDir} (bleiben erhalten)   Beenden: Strg+C`,
    '',
  ].join('\n');
}
