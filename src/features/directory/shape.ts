import type { z } from 'zod';
import { same, type Text } from '../../core/text.ts';
import type { Finding, Located, Path } from './problem.ts';
import { hint } from './suggest.ts';

/** Checks one value against its shape; every deviation becomes a finding with the remedy in words. */
export function readShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: Path,
): { readonly rows: readonly Located<T>[]; readonly findings: readonly Finding[] } {
  const result = schema.safeParse(value);
  if (result.success) return { rows: [{ value: result.data, path }], findings: [] };
  const findings = result.error.issues.flatMap((issue) => explain(issue, value, path));
  return { rows: [], findings };
}

/** Checks a list row by row, so that one broken row does not hide the problems of the others. */
export function readRows<T>(
  schema: z.ZodType<T>,
  list: readonly unknown[],
  path: Path,
): { readonly rows: readonly Located<T>[]; readonly findings: readonly Finding[] } {
  const read = list.map((value, index) => readShape(schema, value, [...path, index]));
  return { rows: read.flatMap(({ rows }) => rows), findings: read.flatMap(({ findings }) => findings) };
}

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, value: unknown, base: Path): readonly Finding[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], text: unknownField(key) }));
  }
  return [{ path, text: textOf(issue, valueAt(value, issue.path)) }];
}

function textOf(issue: Issue, given: unknown): Text {
  const field = String(issue.path.at(-1) ?? '');
  if (issue.path.length === 0 && issue.code === 'invalid_type') {
    return { de: 'Hier müssen Felder stehen („name: Wert“).', en: 'Write fields here ("name: value").' };
  }
  if (given === undefined) {
    return {
      de: `Das Feld „${field}“ fehlt. Ergänzen Sie „${field}: …“.${formats[field]?.de ?? ''}`,
      en: `The field "${field}" is missing. Add "${field}: …".${formats[field]?.en ?? ''}`,
    };
  }
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(field, issue.expected, given);
    case 'invalid_value': {
      const near = hint(String(given), issue.values.map(String));
      return {
        de: `„${field}“ kann nicht „${shown(given)}“ sein.${near.de}`,
        en: `"${field}" cannot be "${shown(given)}".${near.en}`,
      };
    }
    case 'custom':
      return translated[issue.message] ?? same(issue.message);
    case 'too_small':
      return {
        de: `„${field}“ darf nicht leer sein. Tragen Sie etwas ein oder löschen Sie die Zeile.`,
        en: `"${field}" must not be empty. Fill it in or delete the line.`,
      };
    default:
      return {
        de: `„${field}“ hat nicht die richtige Form.${formats[field]?.de ?? ` (${issue.message})`}`,
        en: `"${field}" does not have the right form.${formats[field]?.en ?? ` ${issue.message}.`}`,
      };
  }
}

function wrongType(field: string, expected: string, given: unknown): Text {
  if (expected === 'string' && (typeof given === 'number' || typeof given === 'boolean')) {
    return {
      de: `„${field}“ muss ein Text sein. Setzen Sie Anführungszeichen: ${field}: "${given}".`,
      en: `"${field}" must be a text. Put it in quotes: ${field}: "${given}".`,
    };
  }
  if (expected === 'array') {
    return {
      de: `„${field}“ muss eine Liste sein. Schreiben Sie ${field}: [eins, zwei].`,
      en: `"${field}" must be a list. Write ${field}: [one, two].`,
    };
  }
  if (expected === 'object') {
    return {
      de: `„${field}“ braucht Deutsch und Englisch. Schreiben Sie ${field}: { de: …, en: … }.`,
      en: `"${field}" needs German and English. Write ${field}: { de: …, en: … }.`,
    };
  }
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

const translated: Readonly<Record<string, Text>> = {
  'the last day lies before the first day': {
    de: 'Der letzte Tag („to“) liegt vor dem ersten („from“). Tauschen oder berichtigen Sie die beiden.',
    en: 'The last day ("to") lies before the first day ("from"). Swap or correct them.',
  },
};

/** Only short single words are repeated; longer content could be personal and does not belong in a log. */
const shown = (given: unknown): string => {
  const text = typeof given === 'object' ? '…' : String(given);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
