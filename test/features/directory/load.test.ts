import { describe, expect, test } from '@jest/globals';
import { parseDirectory } from '../../../src/features/directory/load.ts';
import { problemLine } from '../../../src/features/directory/problem.ts';
import { smallModel, smallOrganisation, sourceOf } from '../../support/small-directory.ts';

const parse = (organisation: unknown, model: unknown = smallModel()) =>
  parseDirectory(
    { model: sourceOf(model, 'directory.yaml'), organisation: sourceOf(organisation) },
    new Set(),
  );

const problemsOf = (organisation: unknown, model?: unknown): readonly string[] => {
  const loaded = parse(organisation, model);
  return (loaded.ok ? loaded.warnings : loaded.problems).map(problemLine);
};

describe('loading the directory', () => {
  test('gives the checked value of both files', () => {
    const loaded = parse(smallOrganisation());
    if (!loaded.ok) throw new Error(loaded.problems.map(problemLine).join('\n'));
    expect(loaded.directory.roles).toHaveLength(10);
    expect(loaded.directory.units[0]).toMatchObject({ id: '10.50', aliases: [] });
    expect(loaded.directory.assignments).toHaveLength(3);
    expect(loaded.warnings).toEqual([]);
  });

  test.each([
    ['nothing', undefined],
    ['an empty file', null],
    ['parts without rows', { units: null, persons: '', absences: [] }],
  ])('takes %s as an organisation without rows', (_name, organisation) => {
    const loaded = parse(organisation);
    expect(loaded).toMatchObject({ ok: true, directory: { units: [], persons: [], assignments: [] } });
  });

  test('names every problem of both files at once, each with its place and remedy', () => {
    const organisation = smallOrganisation({
      units: [{ id: 61, kind: 'Amt', name: { de: 'A', en: 'B' } }],
      persons: [{ id: 'p', name: '', unit: '61', email: 'x', colour: 'blue' }, 'words'],
      assignment: [],
      absences: 'none',
    });
    const problems = problemsOf(organisation, smallModel({ relations: [{ from: 'kgrz' }] })).join('\n');
    expect(problems).toContain('directory.yaml#relations.0.kind:3: Fehler: Das Feld „kind“ fehlt.');
    expect(problems).toContain(
      '#units.0.id:3: Fehler: „id“ muss ein Text sein. Setzen Sie Anführungszeichen: id: "61".',
    );
    expect(problems).toContain('#units.0.kind:3: Fehler: „kind“ kann nicht „Amt“ sein. Meinten Sie „amt“?');
    expect(problems).toContain('#persons.0.name:3: Fehler: „name“ darf nicht leer sein.');
    expect(problems).toContain(
      '#persons.0.email:3: Fehler: „email“ hat nicht die richtige Form. Schreiben Sie',
    );
    expect(problems).toContain('#persons.0.colour:3: Fehler: Das Feld „colour“ gibt es hier nicht.');
    expect(problems).toContain('#persons.1:2: Fehler: Hier müssen Felder stehen');
    expect(problems).toContain(
      '#assignment:1: Fehler: Den Teil „assignment“ gibt es hier nicht. Meinten Sie „assignments“?',
    );
    expect(problems).toContain('#absences:1: Fehler: „absences“ muss eine Liste sein');
  });

  test('does not report a person with a broken row as unknown wherever they are named', () => {
    const [first, ...others] = smallOrganisation().persons;
    const problems = problemsOf(smallOrganisation({ persons: [{ ...first, phone: 'none' }, ...others] }));
    expect(problems).toEqual([expect.stringContaining('„phone“ hat nicht die richtige Form')]);
  });

  test('passes on what made a file unreadable, with its line, and looks no further into it', () => {
    const broken = { ...sourceOf(undefined), errors: [{ line: 7, reason: 'Missing quote' }] };
    const loaded = parseDirectory({ model: sourceOf(smallModel()), organisation: broken }, new Set());
    expect(loaded).toMatchObject({ ok: false, problems: [{ file: 'organisation.yaml', line: 7 }] });
  });

  test('says every problem in English too', () => {
    const loaded = parse(smallOrganisation({ persons: [{ id: 'P', unit: 1 }] }));
    if (loaded.ok) throw new Error('a broken directory was loaded');
    for (const { text } of loaded.problems) {
      expect(text.en).not.toBe('');
      expect(text.en).not.toBe(text.de);
    }
  });
});
