import { z } from 'zod';
import { roleIds } from '../../core/ports/role-directory.ts';
import type { Language, Text } from '../../core/text.ts';
import { tokenise } from '../../language/words.ts';
import type { Directory } from './model.ts';

/*
 * What people really say for a role, a task, a unit, an application or a request type, beside the names that these have
 * themselves. 10.50 keeps it: in a file, and on a card that begins at a question without an answer.
 */

/** What a word means: exactly one of them; a task belongs to a role. */
const target = {
  role: z.enum(roleIds).optional(),
  task: z.string().optional(),
  unit: z.string().optional(),
  application: z.string().optional(),
  request: z.string().optional(),
};
const isOne = ({ role, task, unit, application, request }: Target): boolean =>
  [role, unit, application, request].filter((one) => one !== undefined).length === 1 &&
  (task === undefined || role !== undefined);

export type Target = { readonly [K in keyof typeof target]?: string | undefined };

export const FurtherNames = z.strictObject({
  names: z.array(
    z
      .strictObject({ words: z.array(z.string().trim().min(2).max(60)).min(1), ...target })
      .refine(isOne, 'say what the words mean: one of role, unit, application, request'),
  ),
});
export type FurtherName = z.infer<typeof FurtherNames>['names'][number];

/** A word that was released on a card. Its id is what makes two words the same. */
export const ReleasedName = z.object({
  id: z.string(),
  version: z.number(),
  word: z.string(),
  ...target,
  /** Who released it, and when. */
  by: z.string(),
  byName: z.string(),
  at: z.string(),
});
export type ReleasedName = z.infer<typeof ReleasedName>;
export const nameCollection = 'further-names';

/** What can be applied for, as far as its names go. */
export type NamedType = {
  readonly id: string;
  readonly name: Text;
  readonly words: readonly string[];
  /** Role of the first step. */
  readonly first?: string | undefined;
};

/** A name and what it means. */
export type Name = {
  readonly word: string;
  readonly target: Target;
  /** `keeper`: 10.50 has said so, it goes before the reading. `data`: it counts where the reading finds nothing. */
  readonly from: 'keeper' | 'data';
};

/** @param released words of cards go before those of the file */
export function allNames(
  { applications }: Pick<Directory, 'applications'>,
  types: readonly NamedType[],
  file: readonly FurtherName[],
  released: readonly ReleasedName[],
): readonly Name[] {
  return [
    ...released.map((one) => ({ word: one.word, target: targetOf(one), from: 'keeper' as const })),
    ...file.flatMap((one) =>
      one.words.map((word) => ({ word, target: targetOf(one), from: 'keeper' as const })),
    ),
    ...types.flatMap(({ id, name, words }) =>
      [name.de, name.en, ...words].map((word) => ({ word, target: { request: id }, from: 'data' as const })),
    ),
    // A single word names a matter of the city as well; two as they stand name the program.
    ...applications
      .filter(({ name }) => /\S\s+\S/.test(name.trim()))
      .map(({ id, name }) => ({ word: name, target: { application: id }, from: 'data' as const })),
  ];
}

export const targetOf = ({ role, task, unit, application, request }: Target): Target => ({
  ...(role ? { role } : {}),
  ...(task ? { task } : {}),
  ...(unit ? { unit } : {}),
  ...(application ? { application } : {}),
  ...(request ? { request } : {}),
});

/** Whether what a name means is there. */
export function isKnown(
  { role, task, unit, application, request }: Target,
  { roles, units, applications }: Directory,
  types: readonly Pick<NamedType, 'id'>[],
): boolean {
  const known = role === undefined ? undefined : roles.find(({ id }) => id === role);
  if (role !== undefined) return known !== undefined && (!task || known.tasks.some(({ id }) => id === task));
  if (unit !== undefined) return units.some(({ id }) => id === unit);
  if (application !== undefined) return applications.some(({ id }) => id === application);
  return types.some(({ id }) => id === request);
}

/**
 * The longest name that stands in a text; of equally long ones the first.
 * @param fits asked only about names that stand there, with their first and last word
 */
export function nameIn(
  text: string,
  names: readonly Name[],
  fits: (name: Name, from: number, to: number) => boolean = () => true,
): Name | undefined {
  const said = tokenise(text);
  let best: { readonly name: Name; readonly length: number } | undefined;
  for (const name of possibleIn(said, names)) {
    const wanted = tokensOf(name);
    const at = wanted.length > (best?.length ?? 0) ? placeIn(said, wanted, name) : -1;
    if (at >= 0 && fits(name, at, at + wanted.length - 1)) best = { name, length: wanted.length };
  }
  return best?.name;
}

type Tokens = ReturnType<typeof tokenise>;

type Index = {
  readonly byFirst: ReadonlyMap<string, readonly number[]>;
  readonly ofRequests: readonly number[];
};

/** A city has thousands of names: each question looks only at those that begin with one of its words. */
const indexes = new WeakMap<readonly Name[], Index>();

function indexOf(names: readonly Name[]): Index {
  const known = indexes.get(names);
  if (known) return known;
  const places = names.map((name, at) => ({ at, stem: tokensOf(name)[0]?.stem ?? '', name }));
  const grouped = [...Map.groupBy(places, ({ stem }) => stem)];
  const made = {
    byFirst: new Map(grouped.map(([stem, some]) => [stem, some.map(({ at }) => at)])),
    // What can be applied for may be the beginning of a longer word.
    ofRequests: places.filter(({ name }) => name.target.request !== undefined).map(({ at }) => at),
  };
  indexes.set(names, made);
  return made;
}

/** In the order of the list. */
function possibleIn(said: Tokens, names: readonly Name[]): readonly Name[] {
  const { byFirst, ofRequests } = indexOf(names);
  const places = new Set([...ofRequests, ...said.flatMap(({ stem }) => byFirst.get(stem) ?? [])]);
  return [...places].toSorted((a, b) => a - b).flatMap((at) => names[at] ?? []);
}

/** Read once for each name. */
const kept = new WeakMap<Name, Tokens>();

function tokensOf(name: Name): Tokens {
  const known = kept.get(name) ?? tokenise(name.word);
  kept.set(name, known);
  return known;
}

function placeIn(said: Tokens, wanted: Tokens, name: Name): number {
  return said.findIndex(
    (_token, at) =>
      wanted.every((word, index) => {
        const token = said[at + index];
        return token !== undefined && (token.stem === word.stem || isCompound(token.key, word.stem, name));
      }) &&
      (name.target.application === undefined || name.from === 'keeper' || isSaidAsName(said, at, wanted)),
  );
}

/** "Drohnenflüge" begins with the thing that can be applied for. */
const isCompound = (key: string, stem: string, { target: { request } }: Name): boolean =>
  request !== undefined && stem.length >= shortestCompound && key.startsWith(stem);
const shortestCompound = 5;

/** "Kfz-Zulassung Online" is software, "die Kfz-Zulassung online machen" is not: as written, or behind what says so. */
const isSaidAsName = (said: Tokens, at: number, wanted: Tokens): boolean =>
  wanted.every(({ text }, index) => said[at + index]?.text === text) || saysName.has(said[at - 1]?.key ?? '');
const saysName: ReadonlySet<string> = new Set(
  'fur verfahren fachverfahren programm anwendung software system for application program'.split(' '),
);

/** The directory as the reading takes it: names of units and applications that 10.50 has added go with their own. */
export function withFurtherNames(directory: Directory, names: readonly Name[], day: string): Directory {
  const own = names.filter(({ from, target: to }) => from === 'keeper' && (to.unit || to.application));
  const units = unambiguous(directory.units, day);
  // The same directory is read as before.
  if (own.length === 0 && units === directory.units) return directory;
  const added = (field: 'unit' | 'application', id: string) =>
    own.filter(({ target: to }) => to[field] === id).map(({ word }) => word);
  return {
    ...directory,
    units: units.map((unit) => ({ ...unit, aliases: [...unit.aliases, ...added('unit', unit.id)] })),
    applications: directory.applications.map((application) => ({
      ...application,
      aliases: [...application.aliases, ...added('application', application.id)],
    })),
  };
}

/** A name that an old and a new unit share means the one that is there; before and after, the number tells. */
function unambiguous(units: Directory['units'], day: string): Directory['units'] {
  const current = units.filter(({ from, to }) => (!from || from <= day) && (!to || day <= to));
  if (current.length === units.length) return units;
  const taken = new Set(
    current.flatMap(({ aliases, name }) => [...aliases, name.de].map((one) => one.toLowerCase())),
  );
  return units.map((unit) =>
    current.includes(unit)
      ? unit
      : { ...unit, aliases: unit.aliases.filter((alias) => !taken.has(alias.toLowerCase())) },
  );
}

/** How what a name means is called: "Fachadministratoren: Fachverfahren betreuen". */
export function targetName(
  to: Target,
  directory: Directory,
  types: readonly NamedType[],
  language: Language,
): string {
  const role = directory.roles.find(({ id }) => id === to.role);
  const task = role?.tasks.find(({ id }) => id === to.task);
  if (role) return task ? `${role.shortName[language]}: ${task.text[language]}` : role.name[language];
  const unit = directory.units.find(({ id }) => id === to.unit);
  if (unit) return `${unit.id} ${unit.name[language]}`;
  const application = directory.applications.find(({ id }) => id === to.application);
  if (application) return application.name;
  return types.find(({ id }) => id === to.request)?.name[language] ?? Object.values(to).join(' ');
}
