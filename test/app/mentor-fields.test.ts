import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openMentorFields, watchMentorFields } from '../../src/app/mentor-fields.ts';
import { silent } from '../../src/core/ports/log.ts';
import { fieldsIn } from '../../src/features/mentors/find/match.ts';

const folder = mkdtempSync(join(tmpdir(), 'mentor-fields-'));
afterAll(() => rmSync(folder, { recursive: true }));

const opened = (text: string) => {
  const file = join(folder, 'fields.yaml');
  writeFileSync(file, text);
  return openMentorFields(file);
};
const one = '- id: ki\n  name: { de: KI, en: AI }\n  words: [KI]\n';

describe('the fields of mentors', () => {
  const fields = openMentorFields();

  test.each(fields.map((field) => [field.id, field] as const))(
    '%s is found by each of its words',
    (id, field) => {
      for (const word of field.words)
        expect(fieldsIn(`Rat zu ${word} gesucht`, fields).map((hit) => hit.field.id)).toContain(id);
    },
  );

  test('are read from a file', () => {
    expect(opened(one)).toEqual([{ id: 'ki', name: { de: 'KI', en: 'AI' }, words: ['KI'] }]);
  });

  test.each([
    ['an id twice', one + one, 'steht zweimal'],
    ['a missing wording', one.replace(', en: AI', ''), 'yaml:2: Fehler: Das Feld „name.en“ fehlt'],
    ['no words', one.replace('[KI]', '[]'), 'yaml:3: Fehler: „words“ darf nicht leer sein'],
    ['an unknown part', `${one}  colour: red\n`, 'colour'],
    ['what is no YAML', '- id: [', 'yaml:'],
  ])('%s is said with its place', (_what, text, reason) => {
    expect(() => opened(text)).toThrow(reason);
  });
});

describe('the fields of a folder', () => {
  test('are its own as soon as they are there, and the last good ones when they break', async () => {
    const own = mkdtempSync(join(folder, 'own-'));
    let look = async () => {};
    const watched = await watchMentorFields({
      folder: own,
      log: silent,
      every: (run) => {
        look = run;
        return () => undefined;
      },
    });
    expect(watched.current().length).toBeGreaterThan(10);
    writeFileSync(join(own, 'mentor-fields.yaml'), one);
    await look();
    expect(watched.current().map(({ id }) => id)).toEqual(['ki']);
    writeFileSync(join(own, 'mentor-fields.yaml'), '- id: [');
    await look();
    expect(watched.current().map(({ id }) => id)).toEqual(['ki']);
    watched.stop();
  });
});
