import type { LexiconFile, NamedConcept } from './lexicon.ts';
import type { Model, ModelApplication } from './model.ts';
import { inWords } from './numerals.ts';
import { tokenise } from './words.ts';

/** The directory's own names as vocabulary: "r:kgrz", "unit:61", "app:einwohnerverfahren". */
export function namesOf(directory: Model, file: LexiconFile): readonly NamedConcept[] {
  const everyday = everydayStems(file);
  const roles = directory.roles.map((role) => ({
    id: `r:${role.id}`,
    weight: 3,
    is: [],
    compounds: 'none' as const,
    joined: true,
    words: [role.name.de, role.name.en, role.shortName.de, role.shortName.en, ...role.aliases].map(
      withoutBrackets,
    ),
  }));
  const units = directory.units.map((unit) => ({
    id: `unit:${unit.id}`,
    weight: 0.5,
    is: ['unit'],
    compounds: 'none' as const,
    words: [...unitNumbers(unit.id, unit.kind), unit.name.de, unit.name.en, ...unit.aliases],
  }));
  return [
    ...roles,
    ...units,
    ...directory.applications.flatMap((application) => applicationNames(application, everyday)),
  ];
}

/** A name of software means the application; a mere matter ("fines", "Wohngeld") needs a word like "Programm" beside it. */
function applicationNames(
  application: ModelApplication,
  everyday: ReadonlySet<string>,
): readonly NamedConcept[] {
  const isMatter = (name: string): boolean =>
    !soundsLikeSoftware.test(name) &&
    !looksLikeAProduct.test(name) &&
    (/^\p{Ll}/u.test(name) || tokenise(name).every((token) => everyday.has(token.stem)));
  const names = [application.name, ...application.aliases];
  const matters = names.filter(isMatter);
  return [
    {
      id: `app:${application.id}`,
      weight: 1.9,
      is: ['specialist-app'],
      words: names.filter((name) => !isMatter(name)).flatMap(alsoCalled),
    },
    ...(matters.length > 0
      ? [{ id: `app:${application.id}`, weight: 0.3, is: ['domain'], words: matters }]
      : []),
  ];
}

/** "Sozialhilfeverfahren" is also called "Sozialhilfeprogramm": what stands before says which it is. */
function alsoCalled(name: string): readonly string[] {
  const [, matter, kind] = kindOfSoftware.exec(name) ?? [];
  if (matter === undefined) return [name];
  const others = ['verfahren', 'programm', 'software'].filter((other) => other !== kind);
  return [name, ...others.map((other) => matter + other)];
}
const kindOfSoftware = /^(\p{L}{5,})(verfahren|programm|software)$/u;

const soundsLikeSoftware = /software|verfahren|programm|system|anwendung|portal|application|program|\bapp\b/i;
const looksLikeAProduct = /\p{Lu}{2}|\d|\p{Ll}\p{Lu}/u;

/** Words that the vocabulary knows as a matter of the city, not as software. */
function everydayStems(file: LexiconFile): ReadonlySet<string> {
  const matters = Object.entries(file.concepts).filter(([id, concept]) => id === 'domain' || concept.foreign);
  return new Set(
    matters.flatMap(([, { words }]) => words.flatMap((word) => tokenise(word).map((token) => token.stem))),
  );
}

const withoutBrackets = (name: string): string => name.replace(/\s*\(.*?\)/g, '');

function unitNumbers(id: string, kind: string): readonly string[] {
  const said = inWords(Number(id));
  const dictated =
    said === undefined
      ? []
      : [`Amt ${said}`, ...(kind === 'eigenbetrieb' ? [`EB ${said}`, `Eigenbetrieb ${said}`] : [])];
  return [...dictated, ...numbered(id, kind)];
}

function numbered(id: string, kind: string): readonly string[] {
  return kind === 'eigenbetrieb'
    ? [`EB ${id}`, `EB${id}`, `Eigenbetrieb ${id}`, `Amt ${id}`]
    : [`Amt ${id}`, `Amt${id}`];
}
