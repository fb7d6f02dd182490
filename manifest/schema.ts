import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import draft04, { type ErrorObject } from 'ajv-draft-04';
import { schemaVersion } from './manifest.ts';

const carried = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams',
);

/** The released manifest versions whose schema is at hand without the network, oldest first. */
export const carriedVersions = (): readonly string[] =>
  readdirSync(carried)
    .flatMap((folder) => /^v(\d+\.\d+)$/.exec(folder)?.[1] ?? [])
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** What Microsoft's schema has against the manifest; one line per problem, with the field. */
export const manifestProblems = (manifest: unknown): readonly string[] =>
  problems('manifest.json', 'MicrosoftTeams.schema.json', manifest);

/** What Microsoft's schema has against a localisation file. */
export const localisationProblems = (file: string, texts: unknown): readonly string[] =>
  problems(file, 'MicrosoftTeams.Localization.schema.json', texts);

function problems(file: string, schemaFile: string, data: unknown): readonly string[] {
  const schema = JSON.parse(readFileSync(join(carried, `v${schemaVersion}`, schemaFile), 'utf8'));
  const validator = new draft04.default({
    allErrors: true,
    strict: false,
    validateFormats: false,
    // The localisation schema has patterns that are no valid Unicode regular expressions.
    unicodeRegExp: false,
  });
  return validator.validate(schema, data)
    ? []
    : (validator.errors ?? []).map((error) => `${file}: ${inWords(error)}`);
}

function inWords(error: ErrorObject): string {
  const field = error.instancePath.slice(1).replaceAll('/', '.') || 'top level';
  const { limit, additionalProperty } = error.params as { limit?: number; additionalProperty?: string };
  if (error.keyword === 'maxLength') return `${field} is too long: shorten it to ${limit} characters`;
  if (error.keyword === 'maxItems') return `${field} has too many entries: leave at most ${limit}`;
  if (additionalProperty)
    return `${field} has a field "${additionalProperty}" that Teams does not know: remove it`;
  return `${field} ${error.message}`;
}
