/** How Teams draws a card, near enough to judge it: sizes, spacing and colours of the two themes. */

import { colours, hostConfig as tabConfig } from '../src/tabs/card-look.ts';

export type Look = { readonly theme: 'light' | 'dark'; readonly width: number };

/** What stands around the card, besides its own colours. */
const around = {
  light: { page: '#f5f5f5', border: '#d1d1d1' },
  dark: { page: '#1f1f1f', border: '#666666' },
} as const;

/** As in Teams: what is styled as a heading is one, of the second level. */
export const hostConfig = (theme: Look['theme']): object => tabConfig(theme, 2);

const font = '"Segoe UI", Selawik, "Open Sans", "Noto Sans", "Liberation Sans", sans-serif';

/** An empty page of a chat with the place for one card. */
export function pageOf({ theme }: Look): string {
  const c = { ...colours[theme], ...around[theme] };
  return `<!doctype html><html lang="de"><style>
    body { margin: 0; padding: 12px; background: ${c.page}; font: 14px/20px ${font}; color: ${c.text}; }
    #card { background: ${c.card}; border: 1px solid ${c.border}; border-radius: 6px; overflow: hidden; }
    .ac-container.ac-selectable, .ac-columnSet.ac-selectable { cursor: pointer; }
    .ac-container[style*="background-color"] { border-radius: 4px; }
    .ac-textBlock p { margin: 0; } .ac-textBlock p + p { margin-top: 8px; }
    .ac-textBlock ul { margin: 0; padding-left: 20px; box-sizing: border-box; }
    .ac-anchor { color: ${c.accent}; text-decoration: none; font-weight: 600; }
    .ac-pushButton { height: 32px; padding: 0 12px; border: 1px solid ${c.border}; border-radius: 4px;
      background: ${c.card}; color: ${c.text}; font: 600 14px/20px ${font}; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  </style><body><div id="card"></div></body></html>`;
}
