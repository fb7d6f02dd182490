import { roleIds } from '../../src/core/ports/role-directory.ts';
import type { Path, SourceFile } from '../../src/features/directory/problem.ts';

/** A value as if it had been read from a file; the "line" of a part is the length of its path. */
export const sourceOf = (value: unknown, file = 'organisation.yaml'): SourceFile => ({
  file,
  value,
  errors: [],
  placeOf: (path: Path) => ({ file: `${file}#${path.map(String).join('.')}`, line: path.length }),
});

const text = { de: 'Text', en: 'text' };
const source = { quote: 'Text', passage: text };

export const role = (id: string, more: object = {}) => ({
  id,
  letter: 'A',
  level: 'strategic',
  stage: 1,
  status: 'established',
  name: text,
  shortName: text,
  summary: text,
  source,
  tasks: [{ id: 'task', text, relation: 'decides', source }],
  ...more,
});

export const relation = (from: string, kind: string, to: string) => ({ from, kind, to, source });

/** All ten roles with one task each. */
export const smallModel = (more: object = {}) => ({
  document: { title: text, file: 'seed.txt' },
  roles: roleIds.map((id) => role(id)),
  relations: [],
  ...more,
});

const unit = (id: string, aliases: readonly string[] = []) => ({
  id,
  kind: 'amt',
  name: { de: `Amt Nr. ${id}`, en: `office no. ${id}` },
  aliases,
});

/** Two units, three persons, one application, everything assigned. */
export const smallOrganisation = (more: object = {}) => ({
  units: [unit('10.50'), unit('61', ['Bauamt'])],
  persons: [
    { id: 'itb-61', name: 'IT-Beauftragte Amt 61', unit: '61', phone: '+49 261 129-00101' },
    { id: 'itb-61-deputy', name: 'Vertretung IT-Beauftragte Amt 61', unit: '61', email: 'itb@example.org' },
    { id: 'lead-10.50', name: 'Leitung 10.50', unit: '10.50' },
  ],
  applications: [
    {
      id: 'bau',
      name: 'Bauverfahren',
      purpose: { de: 'Bauen', en: 'building' },
      aliases: ['Bau; alt', 'B'],
      units: ['61'],
    },
  ],
  assignments: [
    { role: 'it-beauftragte', person: 'itb-61', as: 'holder', unit: '61' },
    { role: 'it-beauftragte', person: 'itb-61-deputy', as: 'deputy', unit: '61', from: '2026-01-01' },
    { role: 'fachadministratoren', person: 'itb-61', as: 'holder', application: 'bau' },
  ],
  absences: [{ person: 'itb-61', from: '2026-11-01', to: '2026-11-30' }],
  ...more,
});
