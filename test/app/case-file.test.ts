import { describe, expect, test } from '@jest/globals';
import { openBeiratRules } from '../../src/app/beirat-rules.ts';
import { caseFile } from '../../src/app/case-file.ts';
import type { Paper } from '../../src/core/ports/papers.ts';
import {
  budgetCollection,
  carriedOut,
  committed,
  invoiced,
  opened,
  spent,
} from '../../src/features/requests/budgets/model.ts';
import { requestHoldings } from '../../src/features/requests/holdings.ts';
import { requestCollection } from '../../src/features/requests/model.ts';
import { requestRecord } from '../../src/features/requests/record.ts';
import { allActed, contextAt, monday, party, submittedBy } from '../features/requests/world.ts';

const world = { ...contextAt('2027-05-01T10:00:00Z'), rules: await openBeiratRules() };
const keeper = party('lead-10.50');

const decided = allActed(submittedBy('staff-61', { costs: 90_000 }), [
  ['itb-61', { kind: 'approve', note: 'gebraucht' }],
  ['lead-10.50', { kind: 'approve', note: 'passt' }],
]);
const ofRequest = (doc = decided, inArchive = false): Paper =>
  caseFile({ noun: requestRecord.noun, collection: requestCollection, doc: doc as never, inArchive }, world);

const typed = (text: string): string => text.replaceAll('\u00a0', ' ');
const rowsOf = (paper: Paper, heading: string): readonly (readonly string[])[] =>
  paper.sections
    .filter((section) => section.heading === heading)
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])))
    .map((row) => row.map(typed));
const factOf = (paper: Paper, title: string) =>
  typed(paper.facts.find((fact) => fact.title === title)?.value ?? '');

test('the file of a request calls a budget by its name, and one that is gone by its id', () => {
  const funding = { budget: '2026-it-budget', cents: 90_000 };
  const [first, ...others] = decided.history;
  const doc = {
    ...decided,
    granted: 90_000,
    funding,
    history: [{ ...first, facts: { ...first?.facts, ...funding } }, ...others],
  };
  const found = {
    noun: requestRecord.noun,
    collection: requestCollection,
    doc: doc as never,
    inArchive: false,
  };
  const budgets = [{ id: '2026-it-budget', name: { de: 'IT-Budget', en: 'IT budget' }, year: 2026 }];
  const named = caseFile(found, world, { budgets });
  expect(factOf(named, 'Aus dem Budget')).toBe('IT-Budget 2026');
  expect(JSON.stringify(named.sections)).toContain('Budget IT-Budget 2026');
  expect(JSON.stringify(named)).not.toContain('2026-it-budget');
  expect(factOf(caseFile(found, world), 'Aus dem Budget')).toBe('2026-it-budget');
});

describe('the file of a request', () => {
  test('says what it is, in words and euros', () => {
    const paper = ofRequest();
    expect(paper.title).toBe('Akte Antrag IT-2026-0001');
    expect(factOf(paper, 'Stand')).toBe('Genehmigt – wird umgesetzt');
    expect(rowsOf(paper, 'Angaben des Antrags')).toContainEqual(['Kosten', '900,00 €']);
    expect(JSON.stringify(paper)).not.toMatch(/90000|undefined|in-progress|approved/);
  });

  test('says who decided what, when and why, and what lay before them', () => {
    expect(rowsOf(ofRequest(), 'Entscheidungen')).toEqual([
      [
        'IT-Beauftragte · Befürwortung',
        'Funktion itb-61',
        '23.11.2026, 10:00',
        'stimmt zu',
        'gebraucht',
        expect.stringContaining('Kosten: 900,00 €'),
      ],
      [
        '10.50 · Entscheidung',
        'Funktion lead-10.50',
        expect.stringMatching(/^23\.11\.2026, /),
        'stimmt zu',
        'passt',
        expect.stringContaining('Kosten: 900,00 €'),
      ],
    ]);
  });

  test('holds every entry of the history with its fingerprint', () => {
    const rows = rowsOf(ofRequest(), 'Historie');
    expect(rows.map((row) => row.at(-1))).toEqual(decided.history.map(({ hash }) => hash.slice(0, 16)));
    expect(rows[0]).toEqual([
      '1',
      '23.11.2026, 09:00',
      'Funktion staff-61',
      'hat den Antrag gestellt',
      expect.stringMatching(/^[0-9a-f]{16}$/),
    ]);
  });

  test('says that it came from the archive, and when it was made', () => {
    expect(factOf(ofRequest(decided, true), 'Stand der Akte')).toBe('01.05.2027, 12:00, aus dem Archiv');
  });
});

test('the file of a budget says granted and invoiced, and every movement in words', () => {
  const context = contextAt(monday);
  const year = { year: 2026, name: { de: 'IT-Budget', en: 'IT budget' }, limit: 500_000 };
  let budget = { ...opened(year, keeper, context), version: 1 };
  budget = committed(budget, 'IT-2026-0001', 120_000, keeper, context);
  budget = spent(budget, 'IT-2026-0001', keeper, context);
  budget = invoiced(budget, 'IT-2026-0001', 131_000, keeper, context, 'Rechnung 4711') ?? budget;
  budget = carriedOut(budget, 9_000, '2027-it-budget', keeper, context);
  const noun = requestHoldings.find(({ collection }) => collection === budgetCollection)?.noun;
  const paper = caseFile(
    {
      noun: noun ?? { de: '', en: '' },
      collection: budgetCollection,
      doc: budget as never,
      inArchive: false,
    },
    world,
  );
  expect(paper.title).toBe('Akte Budget IT-Budget 2026');
  expect(factOf(paper, 'Frei')).toBe('3.600,00 €');
  expect(rowsOf(paper, 'Anträge')).toEqual([['IT-2026-0001', 'ausgegeben', '1.200,00 €', '1.310,00 €']]);
  expect(rowsOf(paper, 'Historie').map(([, , , what]) => what)).toEqual([
    'angelegt mit Limit 5.000,00 €',
    '1.200,00 € gebunden für IT-2026-0001',
    '1.200,00 € ausgegeben für IT-2026-0001',
    'IT-2026-0001 abgerechnet mit 1.310,00 €, bewilligt 1.200,00 €: „Rechnung 4711“',
    '90,00 € übertragen nach 2027',
  ]);
});
