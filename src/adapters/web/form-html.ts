import { fileTypes } from '../../core/files/clean.ts';
import { type Html, html } from '../../core/html.ts';
import type { Block, Field, PageForm } from '../../core/ports/pages.ts';
import type { Language, Text } from '../../core/text.ts';

type Shown = Exclude<Field, { readonly kind: 'hidden' }>;
type Kind<K extends Field['kind']> = Extract<Field, { readonly kind: K }>;

const optional: Text = { de: '(freiwillig)', en: '(optional)' };
const pleaseChoose: Text = { de: 'Bitte wählen', en: 'Please choose' };
const pleaseCheck: Text = { de: 'Bitte prüfen Sie Ihre Angaben', en: 'Please check your entries' };

/** More options than these become a list to open. */
const mostRadios = 7;

/** The form goes to the address it stands at. Works without JavaScript; every field has its label and its error. */
export const formHtml = (
  { fields, buttons, isQuiet }: PageForm,
  language: Language,
): Html => html`<form method="post"${fields.some(({ kind }) => kind === 'file') && html` enctype="multipart/form-data"`}>
${fields.map((field) => fieldHtml(field, language))}<div class="${isQuiet ? 'buttons quiet' : 'buttons'}">
${buttons.map(({ title, name, value }) =>
  name === undefined
    ? html`<button type="submit">${title}</button>\n`
    : html`<button type="submit" name="${name}" value="${value ?? ''}">${title}</button>\n`,
)}</div>
</form>
`;

/** What is wrong, at the top of the page, each with the way to its field. */
export function errorSummary(body: readonly Block[], language: Language): Html | undefined {
  const wrong = body
    .flatMap((block) => (block.kind === 'form' ? block.fields : []))
    .filter((field): field is Shown => field.kind !== 'hidden' && field.error !== undefined);
  if (wrong.length === 0) return undefined;
  return html`<div class="note wrong" role="alert"><h2>${pleaseCheck[language]}</h2><ul>
${wrong.map((field) => html`<li><a href="#${targetOf(field)}">${field.label}: ${field.error}</a></li>\n`)}</ul></div>
`;
}

const idOf = (field: Shown): string => `field-${field.name}`;
const isRadios = (field: Shown): field is Kind<'choice'> =>
  field.kind === 'choice' && field.options.length <= mostRadios;
const targetOf = (field: Shown): string => (isRadios(field) ? `${idOf(field)}-0` : idOf(field));

function fieldHtml(field: Field, language: Language): Html {
  if (field.kind === 'hidden') {
    return html`<input type="hidden" name="${field.name}" value="${field.value}">\n`;
  }
  if (field.kind === 'check') return checkHtml(field);
  if (isRadios(field)) return radiosHtml(field, language);
  return html`<div class="field">
<label for="${idOf(field)}">${field.label}${mark(field, language)}</label>
${beside(field)}${inputHtml(field, language)}
</div>
`;
}

function inputHtml(field: Exclude<Shown, Kind<'check'>>, language: Language): Html {
  if (field.kind === 'text') return textHtml(field);
  return field.kind === 'file' ? fileHtml(field) : selectHtml(field, language);
}

const fileHtml = (field: Kind<'file'>): Html =>
  html`<input type="file" accept="${fileTypes.join(',')}" id="${idOf(field)}" name="${field.name}"${needed(field)}${described(field)}>`;

/** Some labels say it themselves. */
const mark = ({ required, label }: Shown, language: Language): Html | false =>
  !required &&
  !label.endsWith(optional[language]) &&
  html` <span class="optional">${optional[language]}</span>`;

/** Help and error of a field, which `described` refers to. */
const beside = (field: Shown): Html =>
  html`${
    field.help !== undefined && html`<span class="help" id="${idOf(field)}-help">${field.help}</span>\n`
  }${field.error !== undefined && html`<span class="error" id="${idOf(field)}-error">${field.error}</span>\n`}`;

function described(field: Shown): Html {
  const ids = [
    field.help !== undefined && `${idOf(field)}-help`,
    field.error !== undefined && `${idOf(field)}-error`,
  ].filter(Boolean);
  return html`${ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`}${
    field.error !== undefined && html` aria-invalid="true"`
  }`;
}

const needed = ({ required }: Shown): Html | false => required === true && html` required`;

function textHtml(field: Kind<'text'>): Html {
  const { name, value = '', input = 'text', lines = 1, maxLength } = field;
  const longest = maxLength !== undefined && html` maxlength="${maxLength}"`;
  const attributes = html`id="${idOf(field)}" name="${name}"${longest}${needed(field)}${described(field)}`;
  // A browser drops the first line break of a text area.
  return lines > 1
    ? html`<textarea rows="${lines}" ${attributes}>\n${value}</textarea>`
    : html`<input type="${input}" value="${value}" ${attributes}>`;
}

const selectHtml = (
  field: Kind<'choice'>,
  language: Language,
): Html => html`<select id="${idOf(field)}" name="${field.name}"${needed(field)}${described(field)}>
<option value="">${pleaseChoose[language]}</option>
${field.options.map(
  ({ value, title }) =>
    html`<option value="${value}"${value === field.value && html` selected`}>${title}</option>\n`,
)}</select>`;

const radiosHtml = (field: Kind<'choice'>, language: Language): Html => html`<fieldset${described(field)}>
<legend>${field.label}${mark(field, language)}</legend>
${beside(field)}${field.options.map(({ value, title, help }, index) => {
  const id = `${idOf(field)}-${index}`;
  return html`<div class="option"><input type="radio" id="${id}" name="${field.name}" value="${value}"${
    value === field.value && html` checked`
  }${needed(field)}${help !== undefined && html` aria-describedby="${id}-help"`}><div><label for="${id}">${title}</label>${
    help !== undefined && html`<span class="help" id="${id}-help">${help}</span>`
  }</div></div>\n`;
})}</fieldset>
`;

const checkHtml = (field: Kind<'check'>): Html => html`<div class="field">
<div class="option"><input type="checkbox" id="${idOf(field)}" name="${field.name}" value="yes"${
  field.value === 'yes' && html` checked`
}${needed(field)}${described(field)}><div><label for="${idOf(field)}">${field.label}</label>
${beside(field)}</div></div>
</div>
`;
