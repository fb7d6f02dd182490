import { describe, expect, test } from '@jest/globals';
import type { RoleId, RolePlace } from '../../../src/core/ports/role-directory.ts';
import { actingPerson, holdsRole, seatsOf } from '../../../src/features/directory/acting.ts';
import type { Directory, Organisation } from '../../../src/features/directory/model.ts';
import { createRoleDirectory } from '../../../src/features/directory/role-directory.ts';
import {
  application,
  demoDirectory,
  deputy,
  filledWith,
  holder,
  person,
  unit,
  withRole,
} from '../../support/directory-builder.ts';

const model = await demoDirectory();
const day = '2026-11-24';
const at61 = { unit: '61' };

const persons = ['officer', 'deputy', 'manager', 'manager-deputy', 'mayor', 'other', 'admin'].map((id) =>
  person(id),
);
const units = [unit('61'), unit('37'), unit('80'), unit('80.2', { kind: 'department', partOf: '80' })];
const directoryOf = (organisation: Partial<Organisation>): Directory =>
  filledWith(model, { units, persons, applications: [application('bau', ['61'])], ...organisation });

const officers = [
  holder('it-beauftragte', 'officer', at61),
  deputy('it-beauftragte', 'deputy', at61),
  holder('strategisches-it-management', 'manager'),
  deputy('strategisches-it-management', 'manager-deputy'),
  holder('stadtvorstand', 'mayor'),
];
const away = (...ids: string[]) => ids.map((id) => ({ person: id, from: '2026-11-20', to: '2026-11-30' }));

const acting = (directory: Directory, place: RolePlace = at61, on = day, role: RoleId = 'it-beauftragte') => {
  const found = actingPerson(directory, role, place, on);
  return found && `${found.person.id} as ${found.as} of ${found.role}`;
};

describe('who acts', () => {
  test('is the holder', () => {
    expect(acting(directoryOf({ assignments: officers }))).toBe('officer as holder of it-beauftragte');
  });

  test('is the holder, whatever the order in the file', () => {
    expect(acting(directoryOf({ assignments: [...officers].reverse() }))).toBe(
      'officer as holder of it-beauftragte',
    );
  });

  test('is the deputy while the holder is absent', () => {
    const directory = directoryOf({ assignments: officers, absences: away('officer') });
    expect(acting(directory)).toBe('deputy as deputy of it-beauftragte');
  });

  test.each([
    ['the day before the absence', '2026-11-19', 'officer'],
    ['the first day of the absence', '2026-11-20', 'deputy'],
    ['the last day of the absence', '2026-11-30', 'deputy'],
    ['the day after the absence', '2026-12-01', 'officer'],
  ])('changes with the absence: %s', (_when, on, who) => {
    const directory = directoryOf({ assignments: officers, absences: away('officer') });
    expect(acting(directory, at61, on)).toMatch(new RegExp(`^${who} `));
  });

  test.each([
    ['the day before', '2026-10-31', undefined],
    ['the first day', '2026-11-01', 'officer as holder of it-beauftragte'],
    ['the last day', '2026-11-30', 'officer as holder of it-beauftragte'],
    ['the day after', '2026-12-01', undefined],
  ])(
    'holds the role from the first to the last day of the assignment, both included: %s',
    (_when, on, who) => {
      const limited = holder('it-beauftragte', 'officer', { ...at61, from: '2026-11-01', to: '2026-11-30' });
      expect(acting(directoryOf({ assignments: [limited] }), at61, on)).toBe(who);
    },
  );

  test('is the deputy when the position is vacant', () => {
    const directory = directoryOf({ assignments: officers.slice(1) });
    expect(acting(directory)).toBe('deputy as deputy of it-beauftragte');
  });

  test('is the role above when holder and deputy are absent', () => {
    const directory = directoryOf({ assignments: officers, absences: away('officer', 'deputy') });
    expect(acting(directory)).toBe('manager as role-above of strategisches-it-management');
  });

  test('is the deputy of the role above when its holder is absent too', () => {
    const absences = away('officer', 'deputy', 'manager');
    expect(acting(directoryOf({ assignments: officers, absences }))).toBe(
      'manager-deputy as role-above of strategisches-it-management',
    );
  });

  test('is found two roles further up', () => {
    const absences = away('officer', 'deputy', 'manager', 'manager-deputy');
    expect(acting(directoryOf({ assignments: officers, absences }))).toBe(
      'mayor as role-above of stadtvorstand',
    );
  });

  test('is nobody when nobody is left', () => {
    const absences = away('officer', 'deputy', 'manager', 'manager-deputy', 'mayor');
    expect(acting(directoryOf({ assignments: officers, absences }))).toBeUndefined();
    expect(acting(directoryOf({}))).toBeUndefined();
  });

  test('is sought without end neither in a circle of two nor of one', () => {
    const two = withRole(directoryOf({}), 'strategisches-it-management', { above: 'it-beauftragte' });
    expect(acting(two)).toBeUndefined();
    expect(acting(withRole(directoryOf({}), 'it-beauftragte', { above: 'it-beauftragte' }))).toBeUndefined();
  });
});

describe('the place', () => {
  const everywhere = directoryOf({
    assignments: [
      ...officers,
      holder('it-beauftragte', 'other', { unit: '37' }),
      holder('fachadministratoren', 'admin', { application: 'bau' }),
    ],
  });
  const seats = (role: RoleId, place: RolePlace) =>
    seatsOf(everywhere, role, place, day).map((seat) => seat.person.id);

  test('is that of the unit, not of another one', () => {
    expect(acting(everywhere, { unit: '37' })).toBe('other as holder of it-beauftragte');
  });

  test('must be named: nobody of some unit acts for all of them', () => {
    expect(acting(everywhere, {})).toBe('manager as role-above of strategisches-it-management');
  });

  test('of an application alone does not lead to the officer of some unit', () => {
    const noAdministrator = directoryOf({ assignments: officers });
    expect(acting(noAdministrator, { application: 'bau' }, day, 'fachadministratoren')).toBe(
      'manager as role-above of strategisches-it-management',
    );
  });

  test('of a role for the whole administration is every unit', () => {
    expect(seats('strategisches-it-management', { unit: '37' })).toEqual(['manager', 'manager-deputy']);
  });

  test('shows administrators of an application only where it is used', () => {
    expect(seats('fachadministratoren', { unit: '61' })).toEqual(['admin']);
    expect(seats('fachadministratoren', { unit: '37' })).toEqual([]);
    expect(seats('fachadministratoren', { unit: '37', application: 'bau' })).toEqual(['admin']);
    expect(seats('fachadministratoren', { application: 'other' })).toEqual([]);
  });

  test('of a department without people of its own is the unit above', () => {
    const above = holder('it-beauftragte', 'other', { unit: '80' });
    const own = holder('it-beauftragte', 'officer', { unit: '80.2' });
    const inDepartment = { unit: '80.2' };
    expect(acting(directoryOf({ assignments: [above] }), inDepartment)).toMatch(/^other as holder/);
    expect(acting(directoryOf({ assignments: [above, own] }), inDepartment)).toMatch(/^officer as holder/);
  });

  test('is found although units are part of each other in a circle', () => {
    const circle = [unit('61', { partOf: '37' }), unit('37', { partOf: '61' })];
    expect(acting(directoryOf({ units: circle, assignments: [] }))).toBeUndefined();
  });
});

describe('holding a role', () => {
  const directory = directoryOf({ assignments: officers, absences: away('officer') });
  const holds = (who: string, on = day) => holdsRole(directory, who, 'it-beauftragte', at61, on);

  test('belongs to holder and deputy', () => {
    expect([holds('officer'), holds('deputy'), holds('manager')]).toEqual([true, true, false]);
  });

  test('is not lost in absence', () => {
    expect(acting(directory)).toMatch(/^deputy/);
    expect(holds('officer')).toBe(true);
  });

  test('ends with the assignment', () => {
    const ended = directoryOf({
      assignments: [holder('it-beauftragte', 'officer', { ...at61, to: '2026-11-23' })],
    });
    expect(holdsRole(ended, 'officer', 'it-beauftragte', at61, '2026-11-23')).toBe(true);
    expect(holdsRole(ended, 'officer', 'it-beauftragte', at61, day)).toBe(false);
  });

  test('of one unit is not holding it in another', () => {
    expect(holdsRole(directory, 'officer', 'it-beauftragte', { unit: '37' }, day)).toBe(false);
  });
});

test('the end of an absence is the latest of those under way', () => {
  const absences = [
    { person: 'officer', from: '2026-11-01', to: '2026-11-25' },
    { person: 'officer', from: '2026-11-24', to: '2026-12-24' },
    { person: 'officer', from: '2027-01-01', to: '2027-01-31' },
  ];
  const [seat] = seatsOf(directoryOf({ assignments: officers, absences }), 'it-beauftragte', at61, day);
  expect(seat?.absentUntil).toBe('2026-12-24');
});

describe('the directory as other features see it', () => {
  const teamsId = 'AAAAAAAA-0000-4000-8000-000000000001';
  let current = directoryOf({ persons: [person('officer', { teamsId }), person('deputy')] });
  const roles = createRoleDirectory(() => current);

  test('knows who is signed in, however the id is written, and nobody else', () => {
    expect(roles.personByTeamsId(teamsId.toLowerCase())?.id).toBe('officer');
    expect(roles.personByTeamsId('')).toBeUndefined();
    expect(roles.personByTeamsId('00000000-0000-4000-8000-000000000000')).toBeUndefined();
  });

  test('names a role in both languages', () => {
    expect(roles.roleName('kgrz')).toEqual({
      de: 'Kommunales Gebietsrechenzentrum',
      en: expect.stringMatching(/\S/),
    });
  });

  test('reads the directory in use at every call', () => {
    expect(roles.actingPerson('it-beauftragte', at61, day)).toBeUndefined();
    current = directoryOf({ assignments: officers });
    expect(roles.actingPerson('it-beauftragte', at61, day)?.person.id).toBe('officer');
    expect(roles.holdsRole('deputy', 'it-beauftragte', at61, day)).toBe(true);
    current = { ...current, roles: [] };
    expect(roles.roleName('kgrz')).toEqual({ de: 'kgrz', en: 'kgrz' });
  });
});
