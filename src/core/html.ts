/** Text that is HTML already. Only {@link html} makes it, so that everything else is escaped. */
export type Html = { readonly [made]: string };

type Value = Html | string | number | false | undefined | readonly Value[];

const made = Symbol('html');

/**
 * HTML with values put in: ``html`<p class="${name}">${text}</p>` ``. Values are escaped, lists are joined, nothing and
 * `false` are left out. An attribute stands in double quotes; values do not belong into `script`, `style` or comments.
 */
export const html = (pieces: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  [made]: pieces.map((piece, index) => piece + written(values[index])).join(''),
});

/** The finished document or part of one. */
export const sourceOf = (part: Html): string => part[made];

function written(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return made in value ? value[made] : value.map(written).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters would be an error in the document; browsers ignore them at best. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');

/** Text whose line breaks stay. */
export const lines = (text: string): Html =>
  html`${text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}`;

/** An address that may stand in `href`; anything else than these three kinds could be a script. */
export const safeUrl = (url: string): string | undefined =>
  /^(https?:\/\/|mailto:)/i.test(url) ? url : undefined;
