import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DirectoryPaths, directoryPaths } from '../adapters/directory/read-files.ts';
import { Impossible } from './directory-trouble.ts';
import { ownOr } from './own-file.ts';
import { partnersFile as shippedPartners } from './partners.ts';
import { requestTypesPath } from './request-types.ts';

/** What was typed, understood. */
export type RequestsOrder = {
  readonly paths: DirectoryPaths;
  readonly typesFile: string;
  readonly partnersFile: string;
} & (
  | { readonly command: 'check' }
  | {
      readonly command: 'show';
      readonly type?: string | undefined;
      readonly as?: string | undefined;
      readonly unit?: string | undefined;
      /** What is filled in, by field. */
      readonly filled: Readonly<Record<string, string>>;
    }
);

const options = {
  dir: { type: 'string' },
  as: { type: 'string' },
  unit: { type: 'string' },
  with: { type: 'string', multiple: true },
} as const;

/** @throws {Impossible} when something is missing or unknown */
export function readRequestsOrder(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  programFolder: string,
): RequestsOrder {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [command, name, ...more] = positionals;
  if (more.length > 0 || (command !== 'check' && command !== 'show')) throw new Impossible(usage);
  const folder = values.dir ?? (env.DIRECTORY_DIR?.trim() || join('data', 'demo'));
  const paths = directoryPaths(folder, programFolder);
  const typesFile = requestTypesPath(folder);
  const partnersFile = ownOr(folder, 'partners.yaml', shippedPartners);
  if (command === 'check') {
    if (values.as || values.unit || values.with) throw new Impossible(showOnly);
    return { command, paths, typesFile: name ?? typesFile, partnersFile };
  }
  if ((values.unit || values.with) && !(name && values.as)) throw new Impossible(needsPerson);
  const { as, unit } = values;
  return {
    command,
    paths,
    typesFile,
    partnersFile,
    type: name,
    as,
    unit,
    filled: filledIn(values.with ?? []),
  };
}

const usage = 'Nennen Sie einen Befehl: check oder show. Mehr mit --help.';
const showOnly = '--as, --unit und --with gehören zu show. Mehr mit --help.';
const needsPerson =
  '--unit und --with brauchen die Antragsart und die Person: npm run requests -- show ART --as PERSON …';

const filledIn = (pairs: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const [, field, value] = /^([a-z][a-z0-9-]*)=(.*)$/s.exec(pair) ?? [];
      if (!field || value === undefined)
        throw new Impossible(`„${pair}“: Schreiben Sie --with FELD=WERT, z. B. --with costs=60000`);
      return [field, value] as const;
    }),
  );
