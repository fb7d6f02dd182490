import { describe, expect, test } from '@jest/globals';
import { createPapers } from '../../../../src/adapters/papers/create-papers.ts';
import type { Download } from '../../../../src/core/ports/pages.ts';
import { type Figures, guarded } from '../../../../src/core/ports/year-figures.ts';
import { annualReport } from '../../../../src/features/beirat/meetings/annual/paper.ts';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { readPdf } from '../../../support/pdf.ts';
import {
  acted,
  allActed,
  answered,
  chair,
  contextAt,
  experts,
  held,
  heldWith,
  invited,
  meetingDay,
  mustBeHeld,
  nameOf,
  office,
  voting,
  weekLater,
} from './record/chamber.ts';
import { openSent } from './record/recording.ts';

const secret = 'GEHEIMWORT';
const addressed = mustBeHeld(
  allActed(held, meetingDay, [
    [office, voting([4, 1, 0], { addressee: 'stadtvorstand', owner: 'Amt 80' })],
    [office, voting([5, 0, 0], { item: 'report', wording: 'Der Bericht erscheint jährlich.' })],
    [office, { kind: 'conflict', item: 'secret', party: 'beirat-wirtschaft', note: secret }],
    [office, voting([4, 0, 0], { item: 'secret', wording: `${secret} kaufen.`, owner: secret })],
    [office, { kind: 'note', item: 'secret', text: secret }],
    [office, { kind: 'end', endedAt: '16:10' }],
    [office, { kind: 'send-minutes' }],
    [chair, { kind: 'release-minutes' }],
  ]),
);
const reported = allActed(addressed, weekLater, [
  [
    'vorsitz-stadtvorstand',
    { kind: 'answer-recommendation', number: 'B-2026/1-01', taken: 'yes', note: 'Amtsleitung plant es.' },
  ],
  [office, { kind: 'resolution-done', number: 'B-2026/1-02', note: 'Von einer Person erledigt' }],
]);
const figures: Figures = {
  title: { de: 'Mentoren', en: 'Mentors' },
  rows: [
    { label: { de: 'Anfragen', en: 'Requests' }, count: 9 },
    { label: { de: 'angenommen', en: 'accepted' }, count: 8 },
    { label: { de: 'offen', en: 'open' }, count: 1 },
  ],
};
const report = (meetings: readonly Meeting[], language: 'de' | 'en' = 'de', year = '2026') =>
  annualReport(year, meetings, [guarded(figures)], contextAt('2027-01-15T09:00:00.000Z'), language);
const textOf = (...given: Parameters<typeof report>) => JSON.stringify(report(...given));

describe('the annual report', () => {
  test('says what was resolved and what became of it', () => {
    const text = textOf([reported]);
    expect(text).toContain('Gehaltene Sitzungen: 1, davon zu Beginn beschlussfähig: 1.');
    expect(text).toContain('["B-2026/1","10.12.2026","5 (4)","ja","3, 2","3"]');
    expect(text).toContain('Beschlüsse aus versandten Niederschriften: 3, davon nicht öffentlich: 1.');
    expect(text).toContain('✓ aufgegriffen am 17.12.2026 · noch nicht erledigt');
    expect(text).toContain('"✓ erledigt am 17.12.2026"');
    expect(text).toContain('["ausgesprochen","1"],["aufgegriffen","1"],["abgelehnt","0"]');
  });

  test('names nobody and nothing that is not public, in either language', () => {
    for (const language of ['de', 'en'] as const) {
      const text = textOf([reported, { ...answered, id: 'B-2026-2' }], language);
      for (const name of [secret, 'Amtsleitung', 'Von einer Person', 'Amt 80', nameOf(chair), nameOf(office)])
        expect(text).not.toContain(name);
      for (const who of experts) expect(text).not.toContain(nameOf(who));
    }
  });

  test('counts no draft of minutes, no meeting that is still to come, no other year', () => {
    const draft = mustBeHeld(acted(held, office, voting([4, 1, 0]), meetingDay));
    expect(textOf([draft])).toContain('Beschlüsse aus versandten Niederschriften: 0');
    expect(textOf([invited])).toContain('Gehaltene Sitzungen: 0');
    expect(textOf([reported], 'de', '2025')).toContain('Gehaltene Sitzungen: 0');
    expect(textOf([heldWith({}, invited)])).toContain(
      'Gehaltene Sitzungen: 1, davon zu Beginn beschlussfähig: 0.',
    );
    const off = acted(answered, office, { kind: 'cancel', reason: 'Sturm' }, '2026-12-09T10:00:00.000Z');
    expect(textOf([off])).toContain('Nach der Einladung abgesagt: 1');
  });

  test('is a tagged PDF with its headings', async () => {
    const { structure, isTagged, language } = readPdf(await createPapers().pdf(report([reported])));
    expect([isTagged, language]).toEqual([true, 'de-DE']);
    expect(structure.filter((line) => /^\s*H[12]/.test(line)).map((line) => line.trim())).toContain(
      'H2 Beschlüsse und was daraus wurde',
    );
  });
});

describe('figures about few people', () => {
  const rows = (...counts: readonly number[]) =>
    guarded({ ...figures, rows: counts.map((count) => ({ label: figures.title, count })) }).rows.map(
      ({ count }) => count,
    );

  test.each([
    ['none of them small', [9, 5, 4], [9, 5, 4]],
    ['a part that is nobody', [9, 9, 0], [9, 9, 0]],
    ['a part of one: the others would give it away', [9, 8, 1], [9]],
    ['a sum of two', [2, 2, 0], []],
    ['nobody at all', [0, 0, 0], [0, 0, 0]],
  ])('%s', (_name, counts, told) => {
    expect(rows(...counts)).toEqual(told);
  });

  test('it is said why some are not told', () => {
    expect(guarded(figures).note?.de).toContain('könnten auf eine Person hinweisen');
  });
});

test('one sentence gives PDF and Word to the Beirat, its office and those who steer, to nobody else', async () => {
  const hall = await openSent();
  const asks = (who: string, words = 'Jahresbericht 2026') =>
    hall.ask(words, { ...hall.as(who), at: weekLater });
  for (const who of ['staff-61', 'itb-61']) expect((await asks(who)).card).toBe('shared/refusal');
  expect((await asks(office, 'Jahresbericht 2031')).card).toBe('shared/refusal');
  for (const who of [office, chair, 'beirat-verwaltung', 'lead-10.50', 'vorsitz-stadtvorstand'])
    expect((await asks(who)).card).toBe('beirat/annual-report');
  const again = { ...hall.as(office), at: weekLater };
  expect((await hall.press('beirat.annual-report', { year: '2026' }, again)).data.year).toBe('2026');
  const { links } = (await asks(office)).data as { links: readonly { url: string }[] };
  const files = await Promise.all(
    links.map(({ url }) => hall.page(url, undefined, { at: weekLater }) as unknown as Promise<Download>),
  );
  expect(files.map(({ fileName }) => fileName)).toEqual([
    'Jahresbericht-Beirat-2026.pdf',
    'Jahresbericht-Beirat-2026.docx',
  ]);
  for (const { content } of files) expect(content.length).toBeGreaterThan(3000);
});
