import { z } from 'zod';
import { isDay } from '../../../core/day.ts';
import { enteredNumber } from '../../../core/entered.ts';
import { centsOf } from '../../../core/money.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Text } from '../../../core/text.ts';
import { asAskedNow, meaning } from '../formerly.ts';
import type { FieldValue, FieldValues } from '../model.ts';
import type { Field, RequestType } from '../types/model.ts';

/** What came back from a form: as it was typed, as it is stored, and what is wrong at which field. */
export type ParsedForm = {
  readonly typed: Readonly<Record<string, string>>;
  readonly values: FieldValues;
  /** The unit that it is for; empty when none was chosen. */
  readonly unit: string;
  /** Id of the colleague it is entered for. */
  readonly colleague?: string | undefined;
  readonly errors: Readonly<Record<string, Text>>;
};

/** Names of the inputs: those of the fields, so that they never meet the card's own data. */
export const inputName = (fieldId: string): string => `f_${fieldId}`;
export const unitInput = 'unit';
export const colleagueInput = 'colleague';

/** Clients send text, some numbers and booleans as such; anything else counts as left empty. */
const Entered = z.union([z.string(), z.number(), z.boolean()]).transform(String).catch('');

/** @param day today in Koblenz, for dates that must not lie in the past */
export function parseForm(
  type: RequestType,
  data: Readonly<Record<string, unknown>>,
  directory: RoleDirectory,
  day: string,
): ParsedForm {
  const typed = Object.fromEntries(
    type.fields.map((field) => [field.id, typedIn(field, data).slice(0, 5000).trim()]),
  );
  const unit = Entered.parse(data[unitInput] ?? '').trim();
  const values: Record<string, FieldValue> = {};
  const errors: Record<string, Text> = {};
  for (const field of type.fields) {
    const read = readField(field, typed[field.id] ?? '', directory, day);
    if ('error' in read) errors[field.id] = read.error;
    else if (read.value !== undefined) values[field.id] = read.value;
  }
  if (!directory.units().some(({ id }) => id === unit)) errors[unitInput] = chooseUnit;
  const named = Entered.parse(type.forColleague ? (data[colleagueInput] ?? '') : '')
    .slice(0, 200)
    .trim();
  const colleague = named === '' ? { value: undefined } : personIn(named, directory);
  if ('error' in colleague) errors[colleagueInput] = colleague.error;
  return {
    typed: { ...typed, [colleagueInput]: named },
    values,
    unit,
    ...('value' in colleague && colleague.value !== undefined ? { colleague: String(colleague.value) } : {}),
    errors,
  };
}

/** What was typed; a card of before still has the field that stood there then. */
function typedIn(field: Field, data: Readonly<Record<string, unknown>>): string {
  const own = data[inputName(field.id)];
  if (own !== undefined || !field.formerly) return Entered.parse(own ?? '');
  return meaning(field, Entered.parse(data[inputName(field.formerly.field)] ?? '')) ?? '';
}

type ReadField = { readonly value: FieldValue | undefined } | { readonly error: Text };

function readField(field: Field, text: string, directory: RoleDirectory, day: string): ReadField {
  if (field.kind === 'yes-no') return { value: text === 'true' ? true : undefined };
  if (text === '') return field.required ? { error: required } : { value: undefined };
  switch (field.kind) {
    case 'money':
      return amountIn(centsOf(text), field);
    case 'number':
      // Some clients show and send 0 for a number that was left alone.
      if (/^0+$/.test(text) && (field.min ?? 0) > 0 && !field.required) return { value: undefined };
      return numberIn(enteredNumber(text) ?? Number.NaN, field);
    case 'date':
      return dateIn(text, field, day);
    case 'choice':
      return oneOf(
        text,
        (field.choices ?? []).map(({ id }) => id),
      );
    case 'unit':
      return oneOf(
        text,
        directory.units().map(({ id }) => id),
      );
    case 'application':
      return oneOf(
        text,
        directory.applications().map(({ id }) => id),
      );
    case 'person':
      return personIn(text, directory);
    case 'link':
      return /^https?:\/\/\S+$/i.test(text) ? { value: text } : { error: writeLink };
    case 'text':
    case 'long-text':
      return textIn(text, field);
    default:
      return field.kind satisfies never;
  }
}

function personIn(text: string, directory: RoleDirectory): ReadField {
  const found = directory.person(text) ?? directory.personNamed(text);
  return found ? { value: found.id } : { error: choosePerson };
}

function textIn(text: string, { longest = 1000 }: Field): ReadField {
  if (text.length <= longest) return { value: text };
  return {
    error: {
      de: `Bitte kürzen Sie auf höchstens ${longest} Zeichen; es sind ${text.length}.`,
      en: `Please shorten it to at most ${longest} characters; it has ${text.length}.`,
    },
  };
}

function amountIn(cents: number | undefined, { min = 0, max = 1e9 }: Field): ReadField {
  if (cents === undefined)
    return {
      error: {
        de: 'Bitte geben Sie einen Betrag ein, z. B. 1.250,00.',
        en: 'Please enter an amount, e.g. 1,250.00.',
      },
    };
  if (cents >= min * 100 && cents <= max * 100) return { value: cents };
  return {
    error: {
      de: `Der Betrag muss zwischen ${min} und ${max} € liegen.`,
      en: `The amount must lie between €${min} and €${max}.`,
    },
  };
}

/** What may stand in a number field. */
export const rangeOf = ({ min = 0, max = 1e6 }: Field) => ({ min, max });

function numberIn(number: number, field: Field): ReadField {
  const { min, max } = rangeOf(field);
  const isFine = field.decimals ? Number.isFinite(number) : Number.isSafeInteger(number);
  return isFine && number >= min && number <= max ? { value: number } : { error: numberRule(field) };
}

export function numberRule(field: Field): Text {
  const { min, max } = rangeOf(field);
  const span = (locale: string, to: string) =>
    [min, max].map((one) => one.toLocaleString(locale)).join(` ${to} `);
  return {
    de: `Schreiben Sie eine ${field.decimals ? '' : 'ganze '}Zahl von ${span('de-DE', 'bis')}.`,
    en: `Write a ${field.decimals ? '' : 'whole '}number from ${span('en-GB', 'to')}.`,
  };
}

function dateIn(text: string, { notPast }: Field, day: string): ReadField {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = german ? [german[3], german[2]?.padStart(2, '0'), german[1]?.padStart(2, '0')].join('-') : text;
  if (!isDay(iso))
    return {
      error: {
        de: 'Dieses Datum gibt es nicht. Bitte wählen Sie einen Tag.',
        en: 'There is no such date. Please choose a day.',
      },
    };
  if (notPast && iso < day)
    return { error: { de: 'Dieser Tag ist schon vorbei.', en: 'This day is already over.' } };
  return { value: iso };
}

const oneOf = (text: string, known: readonly string[]): ReadField =>
  known.includes(text) ? { value: text } : { error: choose };

const required: Text = { de: 'Bitte ausfüllen.', en: 'Please fill this in.' };
const choose: Text = {
  de: 'Bitte wählen Sie eine der Möglichkeiten.',
  en: 'Please choose one of the options.',
};
const chooseUnit: Text = {
  de: 'Bitte wählen Sie, für welches Amt der Antrag ist.',
  en: 'Please choose the office that the request is for.',
};
const choosePerson: Text = {
  de: 'Diese Person steht nicht im Verzeichnis. Schreiben Sie den Namen wie dort.',
  en: 'This person is not in the directory. Write the name as it stands there.',
};
const writeLink: Text = {
  de: 'Schreiben Sie eine Adresse, die mit https:// beginnt.',
  en: 'Write an address that begins with https://.',
};

/** A stored value as it is typed into the form, so that what is shown comes back the same. */
export function entered(value: FieldValue | undefined, { kind }: Field): string {
  if (value === undefined) return '';
  if (kind !== 'money') return String(value);
  const cents = Number(value);
  return `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
}

export function enteredAll(stored: FieldValues, type: RequestType): Readonly<Record<string, string>> {
  const values = asAskedNow(stored, type);
  return Object.fromEntries(type.fields.map((field) => [field.id, entered(values[field.id], field)]));
}
