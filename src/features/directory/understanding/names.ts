import type { Directory } from '../model.ts';
import type { NamedConcept } from './lexicon.ts';

/** The directory's own names as vocabulary: "r:kgrz", "unit:61", "app:einwohnerverfahren". */
export function namesOf(directory: Directory): readonly NamedConcept[] {
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
  const applications = directory.applications.map((application) => ({
    id: `app:${application.id}`,
    weight: 1.9,
    is: ['specialist-app'],
    words: [application.name, ...application.aliases],
  }));
  return [...roles, ...units, ...applications];
}

const withoutBrackets = (name: string): string => name.replace(/\s*\(.*?\)/g, '');

function unitNumbers(id: string, kind: string): readonly string[] {
  return kind === 'eigenbetrieb'
    ? [`EB ${id}`, `EB${id}`, `Eigenbetrieb ${id}`, `Amt ${id}`]
    : [`Amt ${id}`, `Amt${id}`];
}
