import { z } from 'zod';
import { isDay } from '../../../core/day.ts';
import type { Language, Text } from '../../../core/text.ts';
import type { Field } from '../field.ts';
import { languageName } from '../labels.ts';
import { languages, type ProfileEntry } from './model.ts';
import type { Typed } from './view.ts';

/** Characters of the texts. */
export const longest = { experience: 1500, contact: 200 } as const;

/** A profile as it was filled in: what can be used, or what is wrong at which field. */
export type ParsedProfile = {
  readonly typed: Typed;
  readonly entry?: ProfileEntry | undefined;
  readonly errors: readonly { readonly field: keyof Typed; readonly text: Text }[];
};

const word = z.string().max(4000).catch('');
const Filled = z.object({
  fields: word,
  experience: word,
  languages: word,
  capacity: z.union([z.number().transform(String), word]),
  contact: word,
  pausedUntil: word,
});

/** @param day today; a pause that is over is none */
export function parseProfile(data: unknown, fields: readonly Field[], day: string): ParsedProfile {
  const typed = Filled.parse(data ?? {}) as Typed;
  const chosen = listOf(typed.fields).filter((id) => fields.some((field) => field.id === id));
  const spoken = languages.filter((id) => listOf(typed.languages).includes(id));
  const capacity = /^\d{1,2}$/.test(typed.capacity.trim()) ? Number(typed.capacity) : Number.NaN;
  const pause = typed.pausedUntil.trim();
  const experience = typed.experience.trim();
  const contact = typed.contact.trim();
  const checks: readonly (readonly [boolean, keyof Typed])[] = [
    [chosen.length > 0, 'fields'],
    [experience !== '' && experience.length <= longest.experience, 'experience'],
    [spoken.length > 0, 'languages'],
    [capacity <= 20, 'capacity'],
    [contact !== '' && contact.length <= longest.contact, 'contact'],
    [pause === '' || isDay(pause), 'pausedUntil'],
  ];
  const errors = checks.filter(([ok]) => !ok).map(([, field]) => ({ field, text: problems[field] }));
  if (errors.length > 0) return { typed, errors };
  const entry: ProfileEntry = {
    fields: chosen,
    experience,
    languages: spoken,
    capacity,
    contact,
    ...(pause >= day ? { pausedUntil: pause } : {}),
  };
  return { typed, entry, errors };
}

const listOf = (text: string): readonly string[] => text.split(',').map((part) => part.trim());

const problems: Readonly<Record<keyof Typed, Text>> = {
  fields: { de: 'Bitte wählen Sie mindestens ein Feld.', en: 'Please choose at least one field.' },
  experience: {
    de: `Bitte beschreiben Sie die Erfahrung in ein bis drei Sätzen (höchstens ${longest.experience} Zeichen).`,
    en: `Please describe the experience in one to three sentences (at most ${longest.experience} characters).`,
  },
  languages: { de: 'Bitte wählen Sie mindestens eine Sprache.', en: 'Please choose at least one language.' },
  capacity: {
    de: 'Plätze: bitte eine Zahl von 0 bis 20 (0 heißt: zurzeit keine Anfragen).',
    en: 'Places: please a number from 0 to 20 (0 means: no questions at present).',
  },
  contact: {
    de: `Bitte geben Sie an, wie der Kontakt läuft, z. B. eine E-Mail-Adresse (höchstens ${longest.contact} Zeichen).`,
    en: `Please say how to get in touch, e.g. an email address (at most ${longest.contact} characters).`,
  },
  pausedUntil: {
    de: 'Pause: bitte ein Datum wie 31.01.2027 oder nichts.',
    en: 'Pause: please a date like 31.01.2027 or nothing.',
  },
};

/** Parts of a profile as they are typed: "Felder: KI, Datenschutz; Plätze: 3; Pause: 31.01.2027". */
export function readParts(text: string, fields: readonly Field[]): Partial<Typed> {
  const parts = text.split(';').map((part) => /^\s*([^:=]+?)\s*[:=]\s*(.*?)\s*$/s.exec(part));
  return Object.fromEntries(
    parts.flatMap((part) => {
      const [, label = '', value = ''] = part ?? [];
      const key = isPart(label) ? keys[label.toLowerCase()] : undefined;
      return key ? [[key, valueIn(key, value, fields)]] : [];
    }),
  );
}

const keys: Readonly<Record<string, keyof Typed>> = {
  felder: 'fields',
  feld: 'fields',
  fields: 'fields',
  field: 'fields',
  erfahrung: 'experience',
  experience: 'experience',
  sprachen: 'languages',
  sprache: 'languages',
  languages: 'languages',
  plätze: 'capacity',
  plaetze: 'capacity',
  platz: 'capacity',
  places: 'capacity',
  kontakt: 'contact',
  contact: 'contact',
  pause: 'pausedUntil',
};

/** Whether a word names a part. */
export const isPart = (label: string): boolean => Object.hasOwn(keys, label.trim().toLowerCase());

function valueIn(key: keyof Typed, value: string, fields: readonly Field[]): string {
  if (key === 'fields')
    return namedIn(
      value,
      fields.map(({ id, name, words }) => ({ id, names: [id, name.de, name.en, ...words] })),
    );
  if (key === 'languages')
    return namedIn(
      value,
      languages.map((id) => ({ id, names: [id, ...bothNames(id)] })),
    );
  if (key !== 'pausedUntil') return value;
  if (/^(?:keine|nein|none|no|ende|end)?[.!]?$/i.test(value)) return '';
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : value;
}

const bothNames = (id: (typeof languages)[number]): readonly string[] =>
  (['de', 'en'] satisfies Language[]).map((language) => languageName(id)[language]);

/** Ids of what is listed by id or name; what is unknown stays as it was typed and is found wrong. */
function namedIn(
  list: string,
  known: readonly { readonly id: string; readonly names: readonly string[] }[],
): string {
  return listOf(list)
    .map((typed) => {
      const wanted = typed.toLowerCase();
      const found = known.find(({ names }) => names.some((name) => name.toLowerCase() === wanted));
      return found?.id ?? typed;
    })
    .join(',');
}
