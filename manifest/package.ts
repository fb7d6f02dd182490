import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { type Command, englishOf, manifestOf } from './manifest.ts';
import { localisationProblems, manifestProblems } from './schema.ts';
import { ManifestError, type Settings } from './settings.ts';

/** Shorter than the schema allows: what older schemas took, and what a menu can show. */
const longest = { title: 32, description: 128 } as const;

/**
 * The zip that is uploaded to Teams: manifest, English texts, icons. The same input gives the same bytes.
 * @throws {ManifestError} when Microsoft's schema or the command menu would refuse it.
 */
export function packageOf(settings: Settings, commands: readonly Command[], version: string): Uint8Array {
  const manifest = manifestOf(settings, commands, version);
  const english = englishOf(commands);
  const problems = [
    ...manifestProblems(manifest),
    ...localisationProblems('en.json', english),
    ...commands.flatMap(commandProblems),
  ];
  if (problems.length > 0) throw new ManifestError(problems);
  return zipSync(
    {
      'manifest.json': json(manifest),
      'en.json': json(english),
      'color.png': icon('color.png'),
      'outline.png': icon('outline.png'),
    },
    { mtime: new Date(2000, 0, 1), level: 9 },
  );
}

const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);

const icon = (file: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`icons/${file}`, import.meta.url)));

function commandProblems(command: Command): readonly string[] {
  return (['title', 'description'] as const).flatMap((part) =>
    (['de', 'en'] as const).flatMap((language) => {
      const text = command[part][language];
      const tooLong = text.length > longest[part];
      if (text && !tooLong) return [];
      const remedy = tooLong ? `shorten it to ${longest[part]} characters` : 'write one';
      return [`the ${part} (${language}) of the command "${command.title.de}": ${remedy}`];
    }),
  );
}
