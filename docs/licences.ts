import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * `npm run licences`: which packages a running Lotse consists of, and under which licences. A package that names none is
 * a finding, and so is one whose licence nobody has looked at. `npm run sbom` lists the same for machines (CycloneDX).
 */

type Locked = { readonly version?: string; readonly dev?: boolean; readonly devOptional?: boolean };
type Package = {
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type: string }[];
};

/** Looked at: they may be part of a work under the EUPL-1.2, on the conditions that are named. */
const known: Readonly<Record<string, string>> = {
  MIT: '',
  'MIT-0': '',
  ISC: '',
  '0BSD': '',
  'BSD-2-Clause': '',
  'BSD-3-Clause': '',
  'Apache-2.0': '',
  'BlueOak-1.0.0': '',
  Unlicense: '',
  'CC0-1.0': '',
  'Python-2.0': '',
  'PSF-2.0': '',
  Zlib: '',
  'EUPL-1.2': '',
  'CC-BY-3.0': 'data, attribution needed: see NOTICE.md',
  'CC-BY-4.0': 'data, attribution needed: see NOTICE.md',
  'LGPL-3.0': 'a library of its own, replaceable',
  'MPL-2.0': 'per file',
};

/** Packages that say it elsewhere than in package.json, and where. */
const saidElsewhere: Readonly<Record<string, { readonly licence: string; readonly where: string }>> = {
  'png-js': { licence: 'MIT', where: 'LICENSE' },
  'escape-regexp-component': { licence: 'MIT', where: 'Readme.md, section License' },
};

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const rows: {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly note: string;
}[] = [];
const findings: string[] = [];

for (const [path, { version = '', dev, devOptional }] of Object.entries(lock.packages)) {
  if (!path || dev || devOptional || !existsSync(join(path, 'package.json'))) continue;
  const name = path.split('node_modules/').at(-1) ?? path;
  const said = licenceIn(JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Package);
  const elsewhere = saidElsewhere[name];
  const licence = said ?? elsewhere?.licence ?? '';
  const note = said ? '' : (elsewhere?.where ?? fileOf(path) ?? '');
  if (!licence) findings.push(`${name}@${version} names no licence${note ? ` (but see ${note})` : ''}`);
  else if (!isKnown(licence)) findings.push(`${name}@${version}: nobody has looked at "${licence}"`);
  rows.push({ name, version, licence: licence || '?', note });
}

function licenceIn({ license, licenses }: Package): string | undefined {
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ');
}

/** `(MIT OR Apache-2.0)`: one known is enough; `(ISC AND CC-BY-3.0)`: all must be. */
function isKnown(expression: string): boolean {
  return expression
    .replaceAll(/[()]/g, '')
    .split(/\s+AND\s+/)
    .every((part) => part.split(/\s+OR\s+/).some((one) => one.trim() in known));
}

function fileOf(path: string): string | undefined {
  return readdirSync(path).find((name) => /^(licen[cs]e|copying)/i.test(name));
}

const counts = Map.groupBy(rows, ({ licence }) => licence);
for (const [licence, { length }] of [...counts].sort((a, b) => b[1].length - a[1].length))
  console.log(`${String(length).padStart(4)}  ${licence}${known[licence] ? ` (${known[licence]})` : ''}`);
if (process.argv.includes('--all'))
  for (const { name, version, licence, note } of rows)
    console.log(`${name}@${version}\t${licence}${note ? `\t${note}` : ''}`);
for (const finding of findings) console.error(finding);
console.log(
  findings.length === 0 ? `${rows.length} packages, nothing to object to.` : `${findings.length} findings.`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
