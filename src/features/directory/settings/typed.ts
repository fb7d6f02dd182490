import { enteredNumber } from '../../../core/entered.ts';
import type { Text } from '../../../core/text.ts';
import { readCell, writeCell } from '../cells.ts';
import type { ShapeOfCell } from './kinds.ts';

/* Between a value of a file and what is typed for it. */

export type Typing = Pick<ShapeOfCell, 'kind' | 'values' | 'isWhole'> & { readonly isDay?: true | undefined };

/** As it stands in a field; nothing where there is no value. */
export function typedOf({ kind }: Typing, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (kind === 'list') return Array.isArray(value) ? writeCell('list', value) : '';
  if (Array.isArray(value)) return value.map(String).join(kind === 'several' ? ',' : '; ');
  return typeof value === 'object' ? '' : String(value);
}

export type Read =
  /** `undefined` where the field is empty. */
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly text: Text };

/** What is typed as a value of the file; the limits are the business of its check. */
export function readTyped({ kind, values, isWhole, isDay }: Typing, typed: string): Read {
  // What no keyboard types would stand in the file as something else.
  const text = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  if (text === '') return yes(undefined);
  switch (kind) {
    case 'text':
      return yes(isDay ? readCell('day', text) : text);
    case 'list':
      return yes(readCell('list', text));
    case 'number':
      return numberIn(text, isWhole);
    case 'numbers':
      return numbersIn(text.split(/[;,\s]+/).filter(Boolean), isWhole);
    case 'yes-no':
      return text === 'true' || text === 'false' ? yes(text === 'true') : no(noChoice);
    case 'choice':
      return values.includes(text) ? yes(text) : no(noChoice);
    case 'several': {
      const chosen = text.split(',').filter(Boolean);
      // In the order of the file, whatever order they were ticked in.
      return chosen.every((one) => values.includes(one))
        ? yes(values.filter((one) => chosen.includes(one)))
        : no(noChoice);
    }
    default:
      return kind satisfies never;
  }
}

const yes = (value: unknown): Read => ({ ok: true, value });
const no = (text: Text): Read => ({ ok: false, text });

function numberIn(text: string, isWhole: boolean): Read {
  const value = enteredNumber(
    text.replace(/\s*(?:€|euro?s?|tage?n?|days?|monate?n?|months?|jahre?n?|years?)$/i, ''),
  );
  if (value === undefined || !Number.isFinite(value)) return no(isWhole ? noWhole : noNumber);
  return isWhole && !Number.isSafeInteger(value) ? no(noWhole) : yes(value);
}

function numbersIn(texts: readonly string[], isWhole: boolean): Read {
  const read = texts.map((one) => numberIn(one, isWhole));
  const wrong = read.find(({ ok }) => !ok);
  return wrong ?? yes(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

const noWhole: Text = {
  de: 'Bitte schreiben Sie eine ganze Zahl, z. B. 14.',
  en: 'Please write a whole number, e.g. 14.',
};
const noNumber: Text = {
  de: 'Bitte schreiben Sie eine Zahl, z. B. 25000.',
  en: 'Please write a number, e.g. 25000.',
};
const noChoice: Text = {
  de: 'Bitte wählen Sie eine der angebotenen Möglichkeiten.',
  en: 'Please choose one of those that are offered.',
};
