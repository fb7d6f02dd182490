import { isBuiltin } from 'node:module';
import { computed, type Module, resolveImport } from '../support/imports.ts';

/** What the modules of one area may import besides their own area. Whatever is not listed is refused. */
type Rule = {
  /** Areas, or all areas below a folder (`features/*`). */
  readonly areas: readonly string[];
  /** npm packages. A package has one home, so that leaving it is one folder's work. */
  readonly packages: readonly string[];
  /** Packages that are there for development only: what needs them is for trying things out. */
  readonly development?: readonly string[];
  /** Modules of Node itself: none, these, or any. */
  readonly node: readonly string[] | 'any';
};

/** The adapter folders that own packages; the others own none. A folder below an adapter may own some, which that one does without. */
const owners = {
  'teams/botbuilder': ['botbuilder', 'botbuilder-core', 'botframework-connector', 'botframework-schema'],
  'teams/agents': ['@microsoft/agents-hosting', '@microsoft/agents-activity'],
  web: ['restify', 'jose'],
  store: ['lowdb', 'pg'],
  metrics: ['prom-client'],
  calendar: ['date-holidays'],
  mail: ['nodemailer', 'ical-generator', 'imapflow'],
  papers: ['docx', 'pdfkit'],
  directory: ['yaml', 'csv-parse', 'csv-stringify', 'read-excel-file', 'write-excel-file'],
  log: ['pino'],
} as const;

const parentOf = (area: string): string => area.split('/')[0] ?? area;

const adapter = (packages: readonly string[], folder = ''): Rule => ({
  areas: folder.includes('/') ? ['core', `adapters/${parentOf(folder)}`] : ['core'],
  packages: [...packages, 'zod'],
  node: 'any',
});

/** The direction of the house: main → app → (features → language, case | adapters) → core → nothing. */
export const rules: Readonly<Record<string, Rule>> = {
  entry: { areas: ['app', 'core'], packages: [], node: 'any' },
  app: { areas: ['features/*', 'adapters/*', 'language', 'case', 'core'], packages: ['zod'], node: 'any' },
  'features/*': { areas: ['language', 'case', 'core'], packages: ['zod'], node: [] },
  language: { areas: ['core'], packages: ['zod'], node: [] },
  case: { areas: ['core'], packages: ['zod'], node: [] },
  core: { areas: [], packages: [], node: [] },
  'adapters/*': adapter([]),
  ...Object.fromEntries(
    Object.entries(owners).map(([folder, packages]) => [`adapters/${folder}`, adapter(packages, folder)]),
  ),
  // The browser's code: its packages are bundled, so production does not need them.
  tabs: {
    areas: ['core'],
    packages: ['@microsoft/teams-js', 'adaptivecards'],
    development: ['react', 'react-dom', '@fluentui/react-components'],
    node: [],
  },
  'adapters/pages': { ...adapter([]), development: ['vite'] },
  'adapters/catcher': { ...adapter([]), development: ['smtp-server', 'postal-mime'] },
};

/**
 * Every import that the rules do not allow, as "file → import: why".
 * @param dependencies names in package.json's `dependencies`: what is there in production
 */
export function violations(modules: readonly Module[], dependencies: readonly string[]): readonly string[] {
  return modules.flatMap((module) =>
    module.imports.flatMap((specifier) => {
      const why = refuse(module.path, specifier, dependencies);
      return why ? [`${module.path} → ${specifier}: ${why}`] : [];
    }),
  );
}

function refuse(path: string, specifier: string, dependencies: readonly string[]): string | undefined {
  const from = areaOf(path);
  const rule = ruleOf(from);
  if (!rule) return `no rule for ${from}; add one to test/house/import-rules.ts`;
  if (specifier === computed) return 'a computed import cannot be checked; write the path out';
  if (specifier.startsWith('.')) return refuseArea(from, rule, areaOf(resolveImport(path, specifier)));
  if (isBuiltin(specifier)) return refuseBuiltin(from, rule, specifier);
  return refusePackage(from, rule, specifier, dependencies);
}

function refuseArea(from: string, rule: Rule, to: string): string | undefined {
  const allowed = to === from || rule.areas.some((area) => area === to || area === `${parentOf(to)}/*`);
  return allowed ? undefined : `${from} may not see ${to}`;
}

function refuseBuiltin(from: string, rule: Rule, specifier: string): string | undefined {
  if (!specifier.startsWith('node:')) return `write node:${specifier}`;
  return rule.node === 'any' || rule.node.includes(specifier) ? undefined : `${from} does no I/O of its own`;
}

function refusePackage(
  from: string,
  rule: Rule,
  specifier: string,
  dependencies: readonly string[],
): string | undefined {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (rule.development?.includes(name)) return undefined;
  if (!rule.packages.includes(name)) return `${name} does not belong in ${from}`;
  return dependencies.includes(name) ? undefined : `${name} is missing from the dependencies in package.json`;
}

/** `src/features/ideas/score.ts` → `features/ideas`; a file directly in `src` is an entry point. */
function areaOf(path: string): string {
  const [top, first, second, third, fourth] = path.split('/');
  if (top !== 'src' || !first) return 'outside src';
  if (!second) return 'entry';
  if (first === 'adapters' && fourth && `${second}/${third}` in owners) return `adapters/${second}/${third}`;
  return (first === 'features' || first === 'adapters') && third ? `${first}/${second}` : first;
}

const ruleOf = (area: string): Rule | undefined => rules[area] ?? rules[`${parentOf(area)}/*`];
