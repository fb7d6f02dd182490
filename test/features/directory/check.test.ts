import { describe, expect, test } from '@jest/globals';
import { roleIds } from '../../../src/core/ports/role-directory.ts';
import { parseDirectory } from '../../../src/features/directory/load.ts';
import { problemLine } from '../../../src/features/directory/problem.ts';
import { nearest } from '../../../src/features/directory/suggest.ts';
import { relation, role, smallModel, smallOrganisation, sourceOf } from '../../support/small-directory.ts';

type Small = ReturnType<typeof smallOrganisation>;
const base = smallOrganisation();

/** The one thing that is said about an organisation with this change. */
function said(more: object, model: unknown = smallModel()): string {
  const loaded = parseDirectory(
    { model: sourceOf(model, 'directory.yaml'), organisation: sourceOf(smallOrganisation(more)) },
    new Set(),
  );
  return (loaded.ok ? loaded.warnings : loaded.problems).map(problemLine).join('\n');
}

const withRow = <K extends keyof Small>(table: K, row: object) => ({ [table]: [...base[table], row] });
const holder = (more: object) =>
  withRow('assignments', { role: 'kgrz', person: 'itb-61', as: 'holder', ...more });

describe('the organisation is refused when', () => {
  test.each([
    [
      'an id is used twice',
      withRow('persons', { id: 'itb-61', name: 'X', unit: '61' }),
      '„itb-61“ ist schon vergeben',
    ],
    [
      'a person works in an unknown unit',
      withRow('persons', { id: 'x', name: 'X', unit: '10.5' }),
      'Das Amt „10.5“ gibt es nicht. Meinten Sie „10.50“?',
    ],
    [
      'a role goes to an unknown person',
      holder({ person: 'itb61' }),
      'Die Person „itb61“ gibt es nicht. Meinten Sie „itb-61“?',
    ],
    ['a role goes to a name instead of an id', holder({ person: 'lead-10.5' }), 'Meinten Sie „lead-10.50“?'],
    [
      'an unknown application is looked after',
      holder({ role: 'fachadministratoren', application: 'baum' }),
      'Das Fachverfahren „baum“ gibt es nicht. Meinten Sie „bau“?',
    ],
    ['a role has a slip in its name', holder({ role: 'it-beauftragter' }), 'Meinten Sie „it-beauftragte“?'],
    ['an IT officer has no unit', holder({ role: 'it-beauftragte' }), 'IT-Beauftragte gehören zu einem Amt.'],
    [
      'an application administrator has no application',
      holder({ role: 'fachadministratoren' }),
      'Fachadministratoren betreuen ein Fachverfahren.',
    ],
    [
      'a role of the whole city is tied to a unit',
      holder({ unit: '61' }),
      'gilt für die ganze Verwaltung. Löschen Sie „unit“',
    ],
    ['another role has an application', holder({ application: 'bau' }), 'Löschen Sie „application“'],
    [
      'the unit does not use the application',
      holder({ role: 'fachadministratoren', application: 'bau', unit: '10.50' }),
      'Das Amt „10.50“ nutzt „bau“ nicht.',
    ],
    [
      'two hold the same position in the same time',
      holder({ role: 'it-beauftragte', unit: '61', person: 'lead-10.50', from: '2026-05-01' }),
      '„itb-61“ ist hier im selben Zeitraum schon Inhaber/in.',
    ],
    [
      'somebody deputises for themselves',
      holder({ role: 'it-beauftragte', unit: '61', as: 'deputy' }),
      '„itb-61“ hat diese Aufgabe im selben Zeitraum schon.',
    ],
    [
      'an unknown person is absent',
      withRow('absences', { person: 'x', from: '2026-01-01', to: '2026-01-02' }),
      'Die Person „x“ gibt es nicht.',
    ],
    ['an absence is there twice', withRow('absences', { ...base.absences[0] }), 'Die Abwesenheit'],
    [
      'a period ends before it begins',
      withRow('absences', { person: 'itb-61', from: '2026-02-01', to: '2026-01-01' }),
      'Der letzte Tag („to“) liegt vor dem ersten („from“).',
    ],
    [
      'two units share a name',
      withRow('units', { id: '66', kind: 'amt', name: { de: 'Tiefbauamt', en: 'x' }, aliases: ['BAUAMT'] }),
      '„BAUAMT“ bezeichnet schon das Amt „61“.',
    ],
    [
      'two persons share a sign-in',
      {
        persons: base.persons.map((person, index) =>
          index < 2
            ? {
                ...person,
                teamsId: index
                  ? 'AAAAAAAA-0000-4000-8000-00000000000A'
                  : 'aaaaaaaa-0000-4000-8000-00000000000a',
              }
            : person,
        ),
      },
      'Diese Teams-Kennung hat schon eine andere Person.',
    ],
    [
      'units contain each other',
      { units: base.units.map((unit, index) => ({ ...unit, partOf: base.units[1 - index]?.id })) },
      '„partOf“ führt im Kreis: 10.50 → 61 → 10.50.',
    ],
  ])('%s', (_name, more, message) => {
    const lines = said(more)
      .split('\n')
      .filter((line) => line.includes('Fehler'));
    expect(lines).toEqual([expect.stringContaining(message)]);
  });
});

describe('what was probably meant', () => {
  test.each([
    ['1', '01'],
    ['10,5', '10.50'],
    ['10.5', '10.50'],
    ['itb-16', 'itb-61'],
    ['ITB-61', 'itb-61'],
    ['digitallotze', 'digitallotse'],
    ['weather', undefined],
  ])('by "%s" is %s', (written, meant) => {
    expect(nearest(written, ['17', '61', '01', '10.50', 'itb-61', 'digitallotse'])).toBe(meant);
  });
});

describe('the organisation is accepted when', () => {
  test.each([
    ['one holder follows the other', { from: '2026-07-01' }, { to: '2026-06-30' }],
    [
      'both periods are open at one end only',
      { from: '2026-07-01', to: '2026-12-31' },
      { from: '2027-01-01' },
    ],
  ])('%s', (_name, first, second) => {
    const row = { role: 'it-beauftragte', unit: '61', as: 'holder' };
    const assignments = [
      { ...row, person: 'itb-61', ...first },
      { ...row, person: 'lead-10.50', ...second },
    ];
    expect(said({ assignments })).toBe('');
  });

  test('several people form a committee', () => {
    const members = ['itb-61', 'lead-10.50'].map((person) => ({
      role: 'digitaler-beirat',
      person,
      as: 'holder',
    }));
    expect(said({ assignments: members })).toBe('');
  });

  test('a deputy has nobody to deputise for, but this is remarked', () => {
    const alone = { role: 'kgrz', person: 'itb-61', as: 'deputy', from: '2026-01-01' };
    const gone = { role: 'kgrz', person: 'lead-10.50', as: 'holder', to: '2025-12-31' };
    expect(said({ assignments: [alone, gone] })).toMatch(
      /Hinweis: „itb-61“ vertritt eine Stelle.*niemand innehat/,
    );
  });
});

describe('the role model is refused when', () => {
  const roles = smallModel().roles;
  test.each([
    ['a role is missing', { roles: roles.slice(1) }, `Die Rolle „${roleIds[0]}“ fehlt.`],
    ['a role is there twice', { roles: [...roles, role('kgrz')] }, 'Die Rolle „kgrz“ steht zweimal'],
    [
      'a task is there twice',
      {
        roles: roles.map((each) => ({
          ...each,
          tasks: each.id === 'kgrz' ? [...each.tasks, ...each.tasks] : each.tasks,
        })),
      },
      'Die Aufgabe „task“ steht bei „kgrz“ zweimal.',
    ],
    [
      'a relation is there twice',
      {
        relations: [
          relation('kgrz', 'supports', 'digitaler-beirat'),
          relation('kgrz', 'supports', 'digitaler-beirat'),
        ],
      },
      'Die Beziehung „kgrz supports digitaler-beirat“ steht zweimal',
    ],
    [
      'a role sits in an unknown unit',
      { roles: roles.map((each) => (each.id === 'kgrz' ? { ...each, unit: '62' } : each)) },
      'Das Amt „62“ fehlt; im Rollenmodell gehört ihm die Rolle „kgrz“.',
    ],
    [
      'roles stand above each other in a circle',
      {
        roles: roles.map((each) => {
          if (each.id === 'kgrz') return { ...each, above: 'stadtvorstand' };
          return each.id === 'stadtvorstand' ? { ...each, above: 'kgrz' } : each;
        }),
      },
      '„above“ führt im Kreis: stadtvorstand → kgrz → stadtvorstand.',
    ],
  ])('%s', (_name, more, message) => {
    expect(said({}, smallModel(more)).split('\n')).toEqual([expect.stringContaining(message)]);
  });

  test('but a role may name its unit before there is any organisation', () => {
    const model = smallModel({ roles: roles.map((each) => ({ ...each, unit: '62' })) });
    const loaded = parseDirectory({ model: sourceOf(model), organisation: sourceOf(undefined) }, new Set());
    expect(loaded.ok).toBe(true);
  });
});
