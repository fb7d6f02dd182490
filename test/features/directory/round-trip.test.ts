import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDirectoryFiles } from '../../../src/adapters/directory/read-files.ts';
import { readYaml } from '../../../src/adapters/directory/yaml-text.ts';
import { exportFiles } from '../../../src/app/directory-export.ts';
import { readIncoming } from '../../../src/app/directory-import.ts';
import { rewritten } from '../../../src/app/directory-rewrite.ts';
import { openConcepts } from '../../../src/app/lexicon.ts';
import { differences } from '../../../src/features/directory/diff.ts';
import { parseDirectory } from '../../../src/features/directory/load.ts';
import type { Directory, Organisation } from '../../../src/features/directory/model.ts';
import { tableNames } from '../../../src/features/directory/table-names.ts';
import { demoDirectory } from '../../support/directory-builder.ts';

/*
 * Whatever a directory holds, out and in again is the same: as CSV, as Excel, as YAML; words with everything that a table or
 * a file could take for its own signs.
 */

const folder = mkdtempSync(join(tmpdir(), 'lotse-round-'));
afterAll(() => rmSync(folder, { recursive: true }));
const city = await demoDirectory();
const concepts = await openConcepts();
const files = await readDirectoryFiles({
  model: 'data/directory.yaml',
  organisation: join(folder, 'none.yaml'),
});

const sign = fc.constantFrom(
  'a',
  'Ö',
  'ß',
  ';',
  ',',
  '"',
  "'",
  '=',
  '+',
  '-',
  '@',
  '#',
  ':',
  '{',
  '\\',
  '0',
  '|',
  '&',
  ' ',
);
const words = fc
  .string({ unit: sign, minLength: 1, maxLength: 14 })
  .map((text) => `x${text}`.replace(/\s+/g, ' ').trim());
const day = fc.date({ min: new Date('2020-01-02'), max: new Date('2040-01-01'), noInvalidDate: true });
const period = fc.tuple(day, day).map((two) => {
  const [from = '', to = ''] = two.map((one) => one.toISOString().slice(0, 10)).sort();
  return { from, to };
});
const maybe = fc.option(period, { nil: undefined });

/** The city with rows of random words and days: names of one unit must not be those of another. */
const said = fc.record({ de: words, en: words, alias: words, time: maybe, person: words, assigned: maybe });
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;
const cityOf = ({ de, en, alias, time, person, assigned }: Said): Organisation => ({
  units: [
    ...city.units,
    {
      id: '990',
      kind: 'amt' as const,
      name: { de: `${de} a`, en: `${en} b` },
      aliases: [`${alias} 990`],
      ...time,
    },
    {
      id: '01.7',
      kind: 'department' as const,
      name: { de: `${de} 01`, en: `${de} 01` },
      aliases: [],
      partOf: '01',
    },
  ],
  persons: [...city.persons, { id: '00012', name: person, unit: '01', phone: '+49 261 129-0' }],
  applications: [...city.applications],
  assignments: [
    ...city.assignments,
    { role: 'kgrz' as const, person: '00012', as: 'deputy' as const, ...assigned },
  ],
  absences: [...city.absences, ...(time ? [{ person: '00012', ...time }] : [])],
});

const whole = (organisation: Organisation): Directory => ({ ...city, ...organisation });
const loadedFrom = (text: string) =>
  parseDirectory({ model: files.model, organisation: readYaml('organisation.yaml', text, 'text') }, concepts);

test('as YAML', () => {
  void fc.assert(
    fc.property(said, (some) => {
      const organisation = cityOf(some);
      const read = loadedFrom(rewritten(undefined, whole(organisation)));
      expect(read.ok ? differences(whole(organisation), read.directory) : read.problems).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test.each(['.csv', '.xlsx'] as const)('as %s, every table', async (format) => {
  await fc.assert(
    fc.asyncProperty(said, async (some) => {
      const organisation = cityOf(some);
      const path = join(folder, `out${format}`);
      let present: unknown = {};
      for (const table of format === '.csv' ? tableNames : [undefined]) {
        const [file] = await exportFiles(path, format, { organisation, file: '' }, table);
        writeFileSync(path, file?.content ?? '');
        const incoming = await readIncoming(
          path,
          format,
          { ...files, organisation: { ...files.organisation, value: present } },
          { keepEmpty: false },
        );
        expect(incoming.ok ? [] : incoming.problems).toEqual([]);
        if (incoming.ok) present = incoming.organisation.value;
      }
      const text = rewritten(undefined, present as Directory);
      const read = loadedFrom(text);
      expect(read.ok ? differences(whole(organisation), read.directory) : read.problems).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
