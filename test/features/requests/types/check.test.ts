import { describe, expect, test } from '@jest/globals';
import { readYaml } from '../../../../src/adapters/directory/yaml-text.ts';
import { createRoleDirectory } from '../../../../src/features/directory/role-directory.ts';
import { checkTypes } from '../../../../src/features/requests/types/check.ts';
import { checkSeats } from '../../../../src/features/requests/types/check-seats.ts';
import { Field, RequestType, Step } from '../../../../src/features/requests/types/model.ts';
import { demoDirectory, filledWith, holder } from '../../../support/directory-builder.ts';

const demo = await demoDirectory();
const words = { de: 'Wort', en: 'word' };

const field = (id: string, kind: string, more: object = {}) =>
  Field.parse({ id, kind, label: words, ...more });
const step = (id: string, more: object = {}) =>
  Step.parse({ id, role: 'kgrz', of: 'administration', duty: 'do', because: words, due: 3, ...more });
const subject = field('subject', 'text', { required: true });

/** A type in which everything is right, changed. */
const typeWith = (more: { fields?: readonly Field[]; route?: readonly Step[]; id?: string } = {}) =>
  RequestType.parse({
    id: more.id ?? 'sample',
    name: words,
    description: words,
    fields: [subject, ...(more.fields ?? [])],
    route: more.route ?? [step('do')],
  });

/** A report in which everything is right, changed. */
const reporting = (more: Readonly<Record<string, unknown>>) => {
  const choices = ['a', 'b'].map((id) => ({ id, label: words }));
  const asked = { required: true, choices };
  const { route, same, report: _report, ...priority } = more;
  return RequestType.parse({
    ...typeWith({
      fields: [field('effect', 'choice', asked), field('press', 'choice', asked)],
      route: (route as readonly Step[] | undefined) ?? [step('do')],
    }),
    report: 'report' in more ? undefined : { called: { de: 'die Störung', en: 'the incident' }, done: words },
    priority: {
      impact: 'effect',
      urgency: 'press',
      levels: ['high', 'low'].map((id) => ({ id, name: words, due: 1 })),
      matrix: { a: { a: 'high', b: 'low' }, b: { a: 'low', b: 'low' } },
      ...priority,
    },
    joins: 'report' in more ? undefined : [{ same: same ?? ['effect', 'unit'] }],
  });
};

/** Nothing in the role model leads to a type here. */
const roles = demo.roles.map((role) => ({ ...role, tasks: role.tasks.map(({ id }) => ({ id })) }));
const found = (...types: readonly RequestType[]) =>
  checkTypes(
    types.map((value, at) => ({ value, path: ['types', at] })),
    roles,
  ).map(({ path, text }) => ({ at: path.join('.'), de: text.de, en: text.en }));

test('A type in which everything is right has no findings', () => {
  expect(found(typeWith())).toEqual([]);
  expect(found(reporting({}))).toEqual([]);
});

describe('is found where it stands', () => {
  test.each([
    ['the same type twice', [typeWith(), typeWith()], 'types.1.id', /andere Kennung/],
    [
      'the same field twice',
      [typeWith({ fields: [field('costs', 'money'), field('costs', 'money')] })],
      'types.0.fields.2.id',
      /„costs“ gibt es hier schon/,
    ],
    [
      'the same step twice',
      [typeWith({ route: [step('do'), step('do')] })],
      'types.0.route.1.id',
      /„do“ gibt es hier schon/,
    ],
    [
      'a choice between one thing',
      [typeWith({ fields: [field('kind', 'choice', { choices: [{ id: 'a', label: words }] })] })],
      'types.0.fields.1',
      /mindestens zwei/,
    ],
    [
      'choices where there is nothing to choose',
      [typeWith({ fields: [field('kind', 'text', { choices: [{ id: 'a', label: words }] })] })],
      'types.0.fields.1.choices',
      /kind: choice/,
    ],
    [
      'an application that is only text',
      [typeWith({ fields: [field('application', 'text')] })],
      'types.0.fields.1.kind',
      /kind: application/,
    ],
    [
      'a field that takes the place of the form’s own',
      [typeWith({ fields: [field('unit', 'unit')] })],
      'types.0.fields.1.id',
      /fragt jedes Formular selbst/,
    ],
    [
      'a way in which nobody carries it out',
      [typeWith({ route: [step('do', { duty: 'approve' })] })],
      'types.0.route.0',
      /duty: do/,
    ],
    [
      'a way whose last step is left out sometimes',
      [typeWith({ route: [step('do', { when: { field: 'subject', given: true } })] })],
      'types.0.route.0',
      /immer dazugehören/,
    ],
    [
      'a task that the role does not have',
      [typeWith({ route: [step('do', { task: 'cooking' })] })],
      'types.0.route.0.task',
      /keine Aufgabe „cooking“\. Möglich sind: .*procurement/,
    ],
    [
      'a role of the units that is looked for in the whole administration',
      [typeWith({ route: [step('unit', { role: 'it-beauftragte' }), step('do')] })],
      'types.0.route.0.of',
      /of: unit/,
    ],
    [
      'a step for an application that nobody asks for',
      [typeWith({ route: [step('care', { role: 'fachadministratoren', of: 'application' }), step('do')] })],
      'types.0.route.0.of',
      /kein Feld „application“/,
    ],
    ['a priority of what is applied for', [reporting({ report: undefined })], 'types.0.priority', /„report“/],
    [
      'somebody who grants a report',
      [reporting({ route: [step('yes', { duty: 'approve' }), step('do')] })],
      'types.0.route.0.duty',
      /genehmigt niemand/,
    ],
    [
      'a matrix with a gap',
      [reporting({ matrix: { a: { a: 'high', b: 'low' }, b: { a: 'low' } } })],
      'types.0.priority.matrix',
      /„b“ und „b“.*high, low/,
    ],
    [
      'a priority that hangs on what nobody must answer',
      [reporting({ urgency: 'subject' })],
      'types.0.priority',
      /Auswahlfeld.*Pflicht/,
    ],
    [
      'an impact that nobody can choose',
      [reporting({ grows: [{ people: 3, impact: 'c' }] })],
      'types.0.priority.grows.0.impact',
      /„c“ ist keine Möglichkeit/,
    ],
    [
      'the same thing by words that somebody wrote',
      [reporting({ same: ['unit', 'subject'] })],
      'types.0.joins.0.same',
      /„subject“ können andere nicht sehen/,
    ],
  ])('%s', (_what, types, at, remedy) => {
    const [first, ...more] = found(...types);
    expect(more).toEqual([]);
    expect(first).toEqual({
      at,
      de: expect.stringMatching(remedy),
      en: expect.stringMatching(/\S/),
    });
  });

  test.each([
    [{ field: 'nothing', given: true }, /„nothing“, das dieses Formular nicht hat/],
    [{ field: 'subject', over: 100 }, /„subject“ ist keines von beiden/],
    [{ field: 'kind', is: 'c' }, /kann nicht „c“ sein\. Möglich sind: a, b/],
    [{ field: 'fundamental', is: 'ja' }, /is: true/],
    [
      {
        any: [
          { field: 'costs', over: 1 },
          { field: 'nothing', given: true },
        ],
      },
      /„nothing“/,
    ],
  ])('a condition that cannot be asked: %j', (when, remedy) => {
    const fields = [
      field('costs', 'money'),
      field('fundamental', 'yes-no'),
      field('kind', 'choice', { choices: ['a', 'b'].map((id) => ({ id, label: words })) }),
    ];
    const route = [step('board', { role: 'stadtvorstand', duty: 'approve', when }), step('do')];
    expect(found(typeWith({ fields, route }))).toEqual([
      { at: 'types.0.route.0.when', de: expect.stringMatching(remedy), en: expect.stringMatching(/\S/) },
    ]);
  });

  test('a form without a subject: the request would have no title', () => {
    const type = { ...typeWith(), fields: [field('costs', 'money')] };
    expect(found(type)).toEqual([
      expect.objectContaining({ at: 'types.0.fields', de: expect.stringContaining('„subject“') }),
    ]);
  });

  test('a type that the role model leads to and nobody has described', () => {
    const [finding] = checkTypes(
      [{ value: typeWith(), path: ['types', 0] }],
      [{ id: 'kgrz', level: 'operative', tasks: [{ id: 'user-support', request: 'incident' }] }],
    );
    expect(finding?.text.de).toContain('„user-support“');
    expect(finding?.text.de).toContain('„incident“');
  });
});

describe('a role that nobody holds', () => {
  const rows = [{ value: typeWith(), path: ['types', 0] }];
  const withSeats = (assignments: readonly ReturnType<typeof holder>[]) =>
    createRoleDirectory(() =>
      filledWith(demo, { persons: demo.persons, units: demo.units, assignments: [...assignments] }),
    );

  test('is a warning at its step, and says where the request goes meanwhile', () => {
    const [warning, ...more] = checkSeats(rows, withSeats([]), '2026-11-25');
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ severity: 'warning', path: ['types', 0, 'route', 0, 'role'] });
    expect(warning?.text.de).toContain('die Rolle darüber');
  });

  test('is none once somebody holds it on that day', () => {
    const [somebody] = demo.persons;
    const directory = withSeats([holder('kgrz', somebody?.id ?? '', { from: '2026-12-01' })]);
    expect(checkSeats(rows, directory, '2026-11-25')).toHaveLength(1);
    expect(checkSeats(rows, directory, '2026-12-01')).toEqual([]);
  });
});

test('A file is read with the line of every value', () => {
  const { placeOf } = readYaml('types.yaml', 'types:\n  - id: a\n    route:\n      - id: b\n', 'typed');
  expect(placeOf(['types', 0, 'route', 0, 'id'])).toEqual({ file: 'types.yaml', line: 4 });
});
