import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** The two pictures a Teams app brings, with their side length in pixels as Teams demands it. */
export const icons = { color: 192, outline: 32 } as const;
export type Icon = keyof typeof icons;

const file = (icon: Icon, ending: 'svg' | 'png'): URL => new URL(`${icon}.${ending}`, import.meta.url);

/** The icon as PNG bytes, drawn from its SVG. */
export const draw = (icon: Icon): Uint8Array =>
  new Resvg(readFileSync(file(icon, 'svg'), 'utf8'), { fitTo: { mode: 'width', value: icons[icon] } })
    .render()
    .asPng();

if (import.meta.main) {
  for (const icon of Object.keys(icons) as Icon[]) {
    writeFileSync(file(icon, 'png'), draw(icon));
    console.log(`manifest/icons/${icon}.png drawn`);
  }
}
