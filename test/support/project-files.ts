import { readdirSync, readFileSync } from 'node:fs';
import { filesBelow } from './imports.ts';

/** A file of the project with its text; the path is relative to the project, with "/". */
export type ProjectFile = { readonly path: string; readonly text: string };

const kept = ['src', 'test', 'bench', 'manifest', 'cards', 'data', 'docs', '.ci'];
const written = /\.(ts|tsx|js|json|md|yaml|yml|css|html|svg|sh)$|^[^.]*$/;

/** What lies at the top, without what .gitignore leaves out. */
export function topLevel(): readonly string[] {
  const ignored = readFileSync('.gitignore', 'utf8').split('\n');
  const isIgnored = (name: string): boolean =>
    ignored.some(
      (line) => line.replaceAll('/', '') === name || (line.startsWith('*.') && name.endsWith(line.slice(1))),
    );
  return readdirSync('.').filter((name) => name !== '.git' && !isIgnored(name));
}

/** Every text that people wrote for the project. */
export function projectFiles(): readonly ProjectFile[] {
  const top = topLevel();
  const below = kept.filter((folder) => top.includes(folder)).flatMap(filesBelow);
  const files = [
    ...top.filter((name) => /\.(md|js|json|example)$/.test(name) && name !== 'package-lock.json'),
    ...below,
  ];
  return files
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => written.test(path.split('/').at(-1) ?? '') || path.endsWith('.example'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
