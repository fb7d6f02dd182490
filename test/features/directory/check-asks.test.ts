import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDirectory } from '../../../src/features/directory/load.ts';
import { problemLine } from '../../../src/features/directory/problem.ts';
import { createUnderstanding } from '../../../src/language/understand.ts';
import { programLexicon } from '../../support/program-data.ts';
import { role, smallModel, smallOrganisation, sourceOf } from '../../support/small-directory.ts';

const lexicon = await programLexicon();
const concepts = new Set(Object.keys(lexicon.concepts));

const withAsks = (...asks: readonly string[]) => {
  const [first, ...others] = smallModel().roles;
  const tasks = (first as { tasks: readonly object[] }).tasks.map((task) => ({ ...task, asks }));
  return smallModel({ roles: [role('stadtvorstand', { tasks }), ...others] });
};
const load = (model: unknown, organisation: unknown = smallOrganisation()) =>
  parseDirectory(
    { model: sourceOf(model, 'directory.yaml'), organisation: sourceOf(organisation) },
    concepts,
  );
const said = (...asks: readonly string[]): readonly string[] => {
  const loaded = load(withAsks(...asks));
  return loaded.ok ? [] : loaded.problems.map(problemLine);
};

describe('a line of "asks"', () => {
  test.each(['device problem|howto -citizen +0.5', 'device', 'r:kgrz operate', 'device -r:stadtvorstand'])(
    'may be "%s"',
    (line) => {
      expect(said(line)).toEqual([]);
    },
  );

  test.each(['-citizen', '-citizen +0.5', '+1'])('needs something to ask for: not "%s"', (line) => {
    expect(said('device', line)).toEqual([
      expect.stringMatching(
        /^directory\.yaml#roles\.0\.tasks\.0\.asks\.1:\d: Fehler: .*nennt keinen Begriff.*Schreiben Sie/,
      ),
    ]);
  });

  test.each([
    ['devise problem', 'Den Begriff „devise“ kennt', 'Meinten Sie „device“?'],
    ['device -citizens', 'Den Begriff „citizens“ kennt', 'Meinten Sie „citizen“?'],
    ['r:kgr', 'Den Begriff „r:kgr“ kennt', 'Meinten Sie „r:kgrz“?'],
    ['qqqqqqqqqq', 'Den Begriff „qqqqqqqqqq“ kennt', 'data/lexicon.yaml'],
    ['device|', 'Den Begriff „“ kennt', '„device|“'],
    ['device constructor', 'Den Begriff „constructor“ kennt', 'data/lexicon.yaml'],
  ])('may not be "%s"', (line, message, remedy) => {
    const [problem, ...more] = said(line);
    expect(more).toEqual([]);
    expect(problem).toContain(message);
    expect(problem).toContain(remedy);
  });

  test('names every unknown concept once', () => {
    expect(said('devise devise|nonsense')).toHaveLength(2);
  });
});

test('a directory that passes the check can always be understood', () => {
  const word = fc.oneof(fc.constantFrom('device', 'problem', 'r:kgrz', '|', '-', '+0.5', ' '), fc.string());
  const asks = fc.array(
    fc.array(word, { maxLength: 5 }).map((words) => words.join('')),
    { maxLength: 3 },
  );
  const names = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 4 });
  let passed = 0;
  fc.assert(
    fc.property(asks, names, (lines, aliases) => {
      const [unit] = smallOrganisation().units;
      const organisation = smallOrganisation({
        units: [
          { ...unit, id: '10.50' },
          { ...unit, id: '61', name: { de: 'A', en: 'B' }, aliases },
        ],
      });
      const loaded = load(withAsks(...lines), organisation);
      if (!loaded.ok) return;
      passed += 1;
      createUnderstanding(lexicon, loaded.directory)('Mein Drucker druckt nicht', 'de');
    }),
    { numRuns: 40 },
  );
  expect(passed).toBeGreaterThan(5);
});
