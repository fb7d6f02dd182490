import type { z } from 'zod';
import { same, type Text } from '../../core/text.ts';
import { asInFile, fieldAt, type Naming } from './naming.ts';
import type { Finding, Located, Path } from './problem.ts';
import { hint } from './suggest.ts';

/** Checks one value against its shape; every deviation becomes a finding with the remedy in words. */
export function readShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: Path,
  naming: Naming = asInFile,
): { readonly rows: readonly Located<T>[]; readonly findings: readonly Finding[] } {
  const result = schema.safeParse(value);
  if (result.success) return { rows: [{ value: result.data, path }], findings: [] };
  const findings = result.error.issues.flatMap((issue) => explain(issue, value, path, naming));
  return { rows: [], findings };
}

/** Checks a list row by row, so that one broken row does not hide the problems of the others. */
export function readRows<T>(
  schema: z.ZodType<T>,
  list: readonly unknown[],
  path: Path,
  naming: Naming = asInFile,
): { readonly rows: readonly Located<T>[]; readonly findings: readonly Finding[] } {
  const read = list.map((value, index) => readShape(schema, value, [...path, index], naming));
  return { rows: read.flatMap(({ rows }) => rows), findings: read.flatMap(({ findings }) => findings) };
}

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, value: unknown, base: Path, naming: Naming): readonly Finding[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], text: unknownField(key) }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return inUnion(issue, value, base, naming);
  return [{ path, text: textOf(issue, valueAt(value, issue.path), naming) }];
}

/** Of several shapes that a value may have, the one that it comes nearest to says what is wrong. */
function inUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  value: unknown,
  base: Path,
  naming: Naming,
): readonly Finding[] {
  const strays = (issues: readonly Issue[]) =>
    issues.filter(
      ({ code, path }) =>
        code === 'unrecognized_keys' || valueAt(value, [...issue.path, ...path]) === undefined,
    ).length;
  const nearest = issue.errors.toSorted((a, b) => strays(a) - strays(b) || a.length - b.length)[0] ?? [];
  return nearest.flatMap((one) =>
    explain({ ...one, path: [...issue.path, ...one.path] } as Issue, value, base, naming),
  );
}

function textOf(issue: Issue, given: unknown, naming: Naming): Text {
  const key = String(issue.path.findLast((part) => typeof part === 'string') ?? '');
  const field = naming.field(naming.isTable ? fieldAt(issue.path) : fieldInRow(issue.path));
  if (issue.path.length === 0 && issue.code === 'invalid_type' && issue.expected === 'array')
    return {
      de: 'Hier muss eine Liste stehen: jede Zeile beginnt mit „- “.',
      en: 'A list is needed here: every row begins with "- ".',
    };
  if (issue.path.length === 0 && issue.code === 'invalid_type') {
    return { de: 'Hier müssen Felder stehen („name: Wert“).', en: 'Write fields here ("name: value").' };
  }
  if (given === undefined) return missing(key, field, naming);
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(field, key, issue.expected, given);
    case 'invalid_value': {
      const known = issue.values.map((value) => naming.value(key, String(value)));
      const near = hint(String(given), known);
      return {
        de: `„${field}“ kann nicht „${shown(given)}“ sein.${near.de}`,
        en: `"${field}" cannot be "${shown(given)}".${near.en}`,
      };
    }
    case 'custom':
      return translated[issue.message]?.(naming) ?? same(issue.message);
    case 'too_small':
      return isCount(issue.origin) ? wrongForm(issue, key, field, given) : empty(field, naming);
    default:
      return wrongForm(issue, key, field, given);
  }
}

/** "duty", "notice.days": what is written in the row, or in the file where there are no rows. */
function fieldInRow(path: Path): string {
  const row = path.findLastIndex((part) => typeof part === 'number');
  const own = path.slice(row + 1);
  return own.length > 0 ? own.map(String).join('.') : fieldAt(path);
}

const isCount = (origin: string): boolean => origin === 'number' || origin === 'int';

function missing(key: string, field: string, { isTable, isForm }: Naming): Text {
  const format = formats[key];
  if (isForm) return empty(field, { isTable });
  if (isTable)
    return {
      de: `Die Zelle „${field}“ ist leer. Füllen Sie sie aus; verbundene Zellen lösen Sie vorher auf.${format?.de ?? ''}`,
      en: `The cell "${field}" is empty. Fill it in; split merged cells first.${format?.en ?? ''}`,
    };
  return {
    de: `Das Feld „${field}“ fehlt. Ergänzen Sie „${key}: …“.${format?.de ?? ''}`,
    en: `The field "${field}" is missing. Add "${key}: …".${format?.en ?? ''}`,
  };
}

const empty = (field: string, { isTable }: Pick<Naming, 'isTable'>): Text => ({
  de: `„${field}“ darf nicht leer sein. Tragen Sie etwas ein${isTable ? '' : ' oder löschen Sie die Zeile'}.`,
  en: `"${field}" must not be empty. Fill it in${isTable ? '' : ' or delete the line'}.`,
});

function wrongForm(issue: Issue, key: string, field: string, given: unknown): Text {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(String(given)) ?? [];
  if (year !== undefined && formats[key] === dayFormat)
    return {
      de: `„${field}“: Den ${day}.${month}.${year} gibt es nicht. Prüfen Sie Tag und Monat.`,
      en: `"${field}": there is no day ${year}-${month}-${day}. Check day and month.`,
    };
  const isPersonal = formats[key] !== undefined && formats[key] !== dayFormat && formats[key] !== idFormat;
  const word = typeof given === 'object' || isPersonal ? '' : ` („${shown(given)}“)`;
  const form = limitOf(issue) ?? formats[key] ?? { de: '', en: ` ${issue.message}.` };
  return {
    de: `„${field}“ hat nicht die richtige Form${word}.${form.de}`,
    en: `"${field}" does not have the right form.${form.en}`,
  };
}

/** The limit that was passed, and what the shapes of the other data files say of their forms. */
function limitOf(issue: Issue): Text | undefined {
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    const [isMost, limit] =
      issue.code === 'too_big' ? [true, issue.maximum] : ([false, issue.minimum] as const);
    const what = isCount(issue.origin)
      ? { de: '', en: '' }
      : issue.origin === 'string'
        ? { de: ' Zeichen', en: ' characters' }
        : { de: ' Einträge', en: ' entries' };
    return {
      de: ` Erlaubt sind ${isMost ? 'höchstens' : 'mindestens'} ${limit}${what.de}.`,
      en: ` At ${isMost ? 'most' : 'least'} ${limit}${what.en}.`,
    };
  }
  return forms[issue.message];
}

const forms: Readonly<Record<string, Text>> = {
  'write a time like "14:00"': {
    de: ' Schreiben Sie die Uhrzeit wie „14:00“.',
    en: ' Write a time like "14:00".',
  },
  'small letters, digits and hyphens': {
    de: ' Erlaubt sind Kleinbuchstaben, Ziffern und „-“; vorne steht ein Buchstabe.',
    en: ' Use small letters, digits and hyphens, a letter first.',
  },
  'use lower-case letters, digits and "-", e.g. "economy"': {
    de: ' Erlaubt sind Kleinbuchstaben, Ziffern und „-“, z. B. „economy“.',
    en: ' Use small letters, digits and hyphens, e.g. "economy".',
  },
  'letters, digits, points and hyphens': {
    de: ' Erlaubt sind Buchstaben, Ziffern, „.“, „_“ und „-“, höchstens 60.',
    en: ' Use letters, digits, points and hyphens, at most 60.',
  },
  'the SHA-256 of the key in hexadecimal digits': {
    de: ' Tragen Sie den SHA-256 des Schlüssels ein: 64 Zeichen aus 0 bis 9 und a bis f.',
    en: ' Enter the SHA-256 of the key: 64 characters of 0 to 9 and a to f.',
  },
};

function wrongType(field: string, key: string, expected: string, given: unknown): Text {
  if (expected === 'string' && (typeof given === 'number' || typeof given === 'boolean')) {
    return {
      de: `„${field}“ muss ein Text sein. Setzen Sie Anführungszeichen: ${key}: "${given}".`,
      en: `"${field}" must be a text. Put it in quotes: ${key}: "${given}".`,
    };
  }
  if (expected === 'array') {
    return {
      de: `„${field}“ muss eine Liste sein. Schreiben Sie ${key}: [eins, zwei].`,
      en: `"${field}" must be a list. Write ${key}: [one, two].`,
    };
  }
  if (expected === 'object') {
    return {
      de: `„${field}“ braucht Deutsch und Englisch. Schreiben Sie ${key}: { de: …, en: … }.`,
      en: `"${field}" needs German and English. Write ${key}: { de: …, en: … }.`,
    };
  }
  if (expected === 'number' || expected === 'int') {
    const digits =
      Number(
        String(given)
          .replace(/[^\d,]/g, '')
          .replace(',', '.'),
      ) || 3;
    return {
      de: `„${field}“ muss eine Zahl sein, nicht „${shown(given)}“. Schreiben Sie nur Ziffern, ohne Anführungszeichen, Punkt und Einheit: ${key}: ${digits}.`,
      en: `"${field}" must be a number. Write digits only, without quotes, separators and units: ${key}: ${digits}.`,
    };
  }
  if (expected === 'boolean')
    return {
      de: `„${field}“ muss true (ja) oder false (nein) sein.`,
      en: `"${field}" must be true or false.`,
    };
  return { de: `„${field}“ muss ein Text sein.`, en: `"${field}" must be of type ${expected}.` };
}

const unknownField = (key: string): Text => ({
  de: `Das Feld „${key}“ gibt es hier nicht. Prüfen Sie die Schreibweise oder löschen Sie die Zeile.`,
  en: `There is no field "${key}" here. Check its spelling or delete the line.`,
});

const idFormat: Text = {
  de: ' Erlaubt sind Kleinbuchstaben, Ziffern, „.“ und „-“, z. B. „meso“ oder „10.50“.',
  en: ' Use lower-case letters, digits, "." and "-", e.g. "meso" or "10.50".',
};
const dayFormat: Text = {
  de: ' Schreiben Sie den Tag als JJJJ-MM-TT, z. B. „2026-11-24“ (in Tabellen auch 24.11.2026).',
  en: ' Write a day as YYYY-MM-DD, e.g. "2026-11-24" (in tables 24.11.2026 is fine too).',
};
const formats: Readonly<Record<string, Text>> = {
  id: idFormat,
  successor: idFormat,
  unit: idFormat,
  partOf: idFormat,
  person: {
    de: ' Tragen Sie die Kennung der Person ein, nicht ihren Namen, z. B. „itb-61“.',
    en: ' Write the id of the person, not the name, e.g. "itb-61".',
  },
  application: idFormat,
  request: idFormat,
  from: dayFormat,
  to: dayFormat,
  email: { de: ' Schreiben Sie z. B. „name@example.org“.', en: ' Write e.g. "name@example.org".' },
  phone: { de: ' Schreiben Sie z. B. „+49 261 129-0“.', en: ' Write e.g. "+49 261 129-0".' },
  teamsId: {
    de: ' Schreiben Sie die Objekt-ID aus Entra, z. B. „00000000-0000-0000-0000-000000000000“.',
    en: ' Write the Entra object id, e.g. "00000000-0000-0000-0000-000000000000".',
  },
};

const translated: Readonly<Record<string, (naming: Naming) => Text>> = {
  'the last day lies before the first day': ({ field }) => ({
    de: `Der letzte Tag („${field('to')}“) liegt vor dem ersten („${field('from')}“). Tauschen oder berichtigen Sie die beiden.`,
    en: `The last day ("${field('to')}") lies before the first day ("${field('from')}"). Swap or correct them.`,
  }),
  'exactly one seat must have "kind: chair"': () => ({
    de: 'Genau ein Sitz muss „kind: chair“ (Vorsitz) haben.',
    en: 'Exactly one seat must have "kind: chair".',
  }),
  'every seat needs an id of its own': () => ({
    de: 'Eine Kennung steht bei zwei Sitzen. Geben Sie jedem Sitz eine eigene.',
    en: 'Every seat needs an id of its own.',
  }),
  'an id stands here twice': () => ({
    de: 'Eine Kennung (id) steht zweimal in der Liste. Geben Sie jeder Zeile eine eigene.',
    en: 'An id stands in the list twice. Give every row one of its own.',
  }),
  'a name stands here twice': () => ({
    de: 'Ein Name (name) steht zweimal in der Liste. Geben Sie jeder Zeile einen eigenen.',
    en: 'A name stands in the list twice. Give every row one of its own.',
  }),
  'write a day like "2027-06-28"': () => ({
    de: 'Schreiben Sie einen Tag, den es gibt, als JJJJ-MM-TT, z. B. „2027-06-28“.',
    en: 'Write a day that exists as YYYY-MM-DD, e.g. "2027-06-28".',
  }),
  'name "months" or "days"': () => ({
    de: 'Nennen Sie „months“ (Monate) oder „days“ (Tage), eines von beiden.',
    en: 'Name "months" or "days", one of the two.',
  }),
  'say what the words mean: one of role, unit, application, request': () => ({
    de: 'Sagen Sie, was die Wörter bedeuten: genau eines von „role“ (dazu „task“), „unit“, „application“ oder „request“.',
    en: 'Say what the words mean: one of role (with task), unit, application, request.',
  }),
};

/** Only short single words are repeated; longer content could be personal and does not belong in a log. */
const shown = (given: unknown): string => {
  const text = typeof given === 'object' ? '…' : String(given);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
