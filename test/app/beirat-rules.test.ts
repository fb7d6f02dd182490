import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openBeiratRules, watchBeiratRules } from '../../src/app/beirat-rules.ts';
import { createDataTroubles } from '../../src/app/data-troubles.ts';
import { lastGoodIn } from '../../src/app/last-good.ts';
import type { Kept } from '../../src/app/own-file.ts';
import type { Log } from '../../src/core/ports/log.ts';

const shipped = readFileSync('data/beirat.yaml', 'utf8');
const root = mkdtempSync(join(tmpdir(), 'lotse-beirat-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder = '';
let own = '';
const logged: string[] = [];
const note = (event: string) => void logged.push(event);
const log: Log = { info: note, warn: note, error: note };

beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
  own = join(folder, 'beirat.yaml');
  logged.length = 0;
});

/** The file with one place changed; the test fails where there is nothing to change. */
function broken(from: string, to: string): string {
  expect(shipped).toContain(from);
  writeFileSync(own, shipped.replace(from, to));
  return own;
}
const lineOf = (words: string) => shipped.slice(0, shipped.indexOf(words)).split('\n').length;

describe('the rules of the program', () => {
  test('are those of the law and the role model', async () => {
    const rules = await openBeiratRules();
    expect([rules.notice.days, rules.quorum, rules.rhythm.months]).toEqual([
      4,
      { of: 'seats', second: 3 },
      6,
    ]);
    expect(rules.seats.filter(({ vote }) => vote === 'voting')).toHaveLength(7);
    expect(rules.seats.find(({ kind }) => kind === 'executive')?.vote).toBe('advisory');
  });
});

describe('a mistake is named with its file and line', () => {
  test.each([
    [
      'a number that is none',
      'notice: { days: 4 }',
      'notice: { days: vier }',
      '„notice.days“ muss eine Zahl sein, nicht „vier“',
    ],
    ['a negative number', 'notice: { days: 4 }', 'notice: { days: -1 }', 'mindestens 0'],
    ['a number too large', 'notice: { days: 4 }', 'notice: { days: 400 }', 'höchstens 60'],
    ['an unknown word', 'quorum: { of: seats', 'quorum: { of: chairs', 'quorum.of'],
    ['a word that is none of the rule', 'online: allowed', 'online: sometimes', 'online'],
    ['somebody else who is told', 'tell: [office, chair', 'tell: [everybody, chair', 'terms.tell'],
    ['a role that there is not', 'enteredBy: stadtvorstand', 'enteredBy: mayor', 'enteredBy'],
    ['an unknown key', 'rhythm: { months: 6', 'rhythm: { moons: 6', 'rhythm'],
    ['a time that is none', 'time: "14:00"', 'time: "25:00"', 'Uhrzeit wie „14:00“'],
    ['an empty text', 'place: "Rathaus, Sitzungsraum 101"', 'place: " "', 'darf nicht leer sein'],
    [
      'a weekday that is none',
      'weekday: 4',
      'weekday: 6',
      '„usual.weekday“ hat nicht die richtige Form („6“). Erlaubt sind höchstens 5',
    ],
    [
      'an unknown vote',
      'id: kgrz, kind: expert, vote: voting',
      'id: kgrz, kind: expert, vote: loud',
      '„vote“ kann nicht „loud“ sein',
    ],
    ['a day that is none', 'from: "2026-03-30"', 'from: "2026-13-30"', 'einen Tag, den es gibt'],
    ['a seat id with blanks', 'id: kgrz,', 'id: "Das KGRZ",', 'Kleinbuchstaben'],
  ])('%s', async (_what, from, to, words) => {
    const opening = openBeiratRules(broken(from, to));
    await expect(opening).rejects.toThrow(new RegExp(`beirat\\.yaml:${lineOf(from)}: `));
    await expect(opening).rejects.toThrow(words);
  });

  test.each([
    ['no chair', 'id: chair, kind: chair', 'id: chair, kind: expert', 'Genau ein Sitz muss „kind: chair“'],
    ['two chairs', 'id: kgrz, kind: expert', 'id: kgrz, kind: chair', 'Genau ein Sitz muss „kind: chair“'],
    ['a seat twice', 'id: economy-2', 'id: economy', 'Eine Kennung steht bei zwei Sitzen'],
  ])('%s', async (_what, from, to, words) => {
    await expect(openBeiratRules(broken(from, to))).rejects.toThrow(words);
  });

  test('all at once', async () => {
    writeFileSync(own, shipped.replace('days: 4', 'days: vier').replace('weekday: 4', 'weekday: 9'));
    await expect(openBeiratRules(own)).rejects.toThrow(/notice\.days[\s\S]*usual\.weekday/);
  });

  test('also when it is no YAML at all', async () => {
    writeFileSync(own, `${shipped}\n  - ]`);
    await expect(openBeiratRules(own)).rejects.toThrow(/beirat\.yaml:\d+: /);
  });
});

describe('the rules of a folder', () => {
  async function watched(more: Partial<Kept> = {}) {
    let look = async () => {};
    const rules = await watchBeiratRules({
      folder,
      log,
      every: (run) => {
        look = run;
        return () => {};
      },
      ...more,
    });
    return { ...rules, look: () => look() };
  }

  test('are those of the program where it has none, and its own as soon as they are there', async () => {
    const rules = await watched();
    expect(rules.current().notice.days).toBe(4);
    writeFileSync(own, shipped.replace('notice: { days: 4 }', 'notice: { days: 7 }'));
    await rules.look();
    expect(rules.current().notice.days).toBe(7);
    expect(logged).toEqual(['beirat-rules-loaded']);
  });

  test('stay the last good ones while the file is broken, and follow it when it is mended', async () => {
    copyFileSync('data/beirat.yaml', own);
    const rules = await watched();
    broken('notice: { days: 4 }', 'notice: { days: vier }');
    await rules.look();
    expect([rules.current().notice.days, logged]).toEqual([4, ['beirat-rules-kept']]);
    writeFileSync(own, shipped.replace('notice: { days: 4 }', 'notice: { days: 10 }'));
    await rules.look();
    expect(rules.current().notice.days).toBe(10);
  });

  test('keep the program from starting when they are broken', async () => {
    broken('notice: { days: 4 }', 'notice: { days: vier }');
    await expect(watched()).rejects.toThrow('Die Regeln des Beirats haben Fehler');
  });

  test('let it start with the last good ones where there are some, and the mistake is told', async () => {
    const data = join(folder, 'data');
    const troubles = createDataTroubles();
    const lastGood = lastGoodIn(data, log);
    writeFileSync(own, shipped.replace('notice: { days: 4 }', 'notice: { days: 7 }'));
    await watched({ lastGood, troubles });
    expect(troubles.list()).toEqual([]);
    broken('notice: { days: 4 }', 'notice: { days: vier }');
    const rules = await watched({ lastGood, troubles });
    expect(rules.current().notice.days).toBe(7);
    expect(troubles.list()).toMatchObject([
      {
        file: 'beirat.yaml',
        lines: [
          {
            de: expect.stringMatching(/:\d+: Fehler: „notice\.days“ muss eine Zahl sein/),
            en: expect.stringMatching(/:\d+: error: "notice\.days" must be a number/),
          },
        ],
      },
    ]);
    expect(logged).toContain('started-with-last-good');
    copyFileSync('data/beirat.yaml', own);
    await rules.look();
    expect(troubles.list()).toEqual([]);
  });
});
