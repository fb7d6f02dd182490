import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Source } from '../../src/features/directory/model.ts';
import { demoDirectory } from '../support/directory-builder.ts';

const { roles, relations, document } = await demoDirectory();
const plain = (text: string): string => text.replaceAll('**', '').replace(/\s+/g, ' ').trim();
const seed = readFileSync(`data/${document.file}`, 'utf8');

const sources: readonly { readonly of: string; readonly source: Source }[] = [
  ...roles.flatMap((role) => [
    { of: role.id, source: role.source },
    ...role.tasks.map((task) => ({ of: `${role.id}/${task.id}`, source: task.source })),
  ]),
  ...relations.map(({ from, kind, to, source }) => ({ of: `${from} ${kind} ${to}`, source })),
];

/** A statement that gives no role a task: how it begins, and why nothing is missing. */
const withoutTask: Readonly<Record<string, string>> = {
  'Die erste Stufe des IT-Rollenmodells': 'heading',
  'Die zweite Stufe des IT-Rollenmodells': 'heading',
  'Personelle Ressourcen und Finanzen': 'heading',
  'Überblick Stufe 1': 'heading',
  'Überblick Stufe 2': 'heading',
  'Die operative Ebene': 'counts the roles that follow',
  'Die Digitalisierung wird im Wettbewerb': 'a reason, not a task',
  'Die Schaffung der genannten Strukturen': 'about timing',
  'Die Organisationseinheiten EB 17': 'says that the tasks described above are in place',
  'Neu wäre die Etablierung der Rolle': 'names whom the quoted rest is about',
  'Um diese Aufgabe wahrnehmen zu können': 'an application made once, about the grade of a post',
  'Im weiteren Ausbau der': 'asks all areas to set priorities, no role in particular',
  'Es bleibt jeweils den Stellenplanberatungen': 'leaves it to deliberations outside the role model',
  'Der Digitalbeirat sollte erfahrungsgemäß': 'about the size of the board',
  'Eine mögliche Zusammensetzung': 'announces the list that follows',
  'Vorsitz 1 Mitglied des Stadtvorstandes': 'repeats the quoted chair',
  'wird auch die Geschäftsführung': 'repeats that the board has a management',
  'Über die unter Stufe 1 bereits benannte Rolle': 'about the cost',
  'Ziel der Arbeit des Digitalbeirates': 'names whom the quoted rest is about',
};

const fewestWords = 4;

/** What no quote covers, line by line: the pieces long enough to say something. */
function uncovered(text: string, quotes: readonly string[]): readonly string[] {
  const pieces = text.split('\n').flatMap((line) => {
    const words = plain(line);
    const covered = new Set(quotes.flatMap((quote) => placesOf(quote, words)));
    const rest = [...words].map((letter, at) => (covered.has(at) ? '\n' : letter)).join('');
    return rest.split(/\n+|(?<=\p{L}{3}\.)\s(?=\p{Lu})/u);
  });
  return pieces
    .map((piece) => piece.replace(/^[^\p{L}]+/u, ''))
    .filter((piece) => (piece.match(/[\p{L}\p{N}]+/gu) ?? []).length >= fewestWords);
}

function placesOf(quote: string, words: string): readonly number[] {
  const at = words.indexOf(quote);
  return at < 0 ? [] : Array.from({ length: quote.length }, (_, index) => at + index);
}

const quotes = sources.map(({ source }) => source.quote);
const open = uncovered(seed, quotes);
const isExplained = (piece: string): boolean =>
  Object.keys(withoutTask).some((beginning) => piece.startsWith(beginning));

describe('the role model as data', () => {
  test.each(sources)('quotes the decided document word for word: $of', ({ source }) => {
    expect(plain(seed)).toContain(source.quote);
  });

  test.each(sources)('says in both languages where the words of "$of" stand', ({ source }) => {
    expect(source.passage.de).toMatch(/^Stufe [12], \S/);
    expect(source.passage.en).toMatch(/^Stage [12], \S/);
  });

  test('leaves out no statement that gives a role a task', () => {
    expect(open.filter((piece) => !isExplained(piece))).toEqual([]);
  });

  test('explains nothing away that is not there', () => {
    const unused = Object.keys(withoutTask).filter(
      (beginning) => !open.some((piece) => piece.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  test('would be found incomplete without any one of the quotes that stand alone', () => {
    const alone = quotes.filter((quote, at) =>
      quotes.every((other, index) => index === at || !(other.includes(quote) || quote.includes(other))),
    );
    const unnoticed = alone.filter(
      (quote) =>
        quote.split(' ').length >= fewestWords &&
        uncovered(
          seed,
          quotes.filter((other) => other !== quote),
        ).every((piece) => isExplained(piece) && !piece.includes(quote)),
    );
    expect(alone.length).toBeGreaterThanOrEqual(10);
    expect(unnoticed).toEqual([]);
  });
});
