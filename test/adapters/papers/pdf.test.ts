import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { createPapers } from '../../../src/adapters/papers/create-papers.ts';
import type { Paper, PaperBlock } from '../../../src/core/ports/papers.ts';
import { minutes } from '../../support/papers.ts';
import { type ReadPdf, readPdf } from '../../support/pdf.ts';

const papers = createPapers();
const read = async (paper: Paper): Promise<ReadPdf> => readPdf(await papers.pdf(paper));
const paperOf = (...sections: Paper['sections']): Paper => ({ ...minutes, facts: [], sections });
const long = 'Der Beirat hat sich ausführlich mit der Datenstrategie der Stadt befasst. '.repeat(120);
const text = (words: string): PaperBlock => ({ kind: 'text', text: words });

describe('minutes as a PDF', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await read(minutes);
  });

  test('are tagged from title to signatures, in the order in which they are read', () => {
    expect(pdf.isTagged).toBe(true);
    expect(pdf.structure.slice(0, 16)).toEqual([
      'Document',
      '  H1 Niederschrift über die 1. Sitzung 2027',
      '  P Digitaler Beirat der Stadt Koblenz',
      '  P Tag und Zeit: Donnerstag, 4. März 2027, 10:00 bis 12:30 Uhr',
      '  P Ort: Rathaus, Zimmer 101 und online',
      '  P Vorsitz: Mitglied des Stadtvorstandes',
      '  P Schriftführung: Digitallotse Wirtschaft',
      '  H2 Anwesenheit',
      '  Table',
      '    Caption Anwesende Mitglieder',
      '    THead',
      '      TR',
      '        TH Mitglied',
      '        TH Stimmrecht',
      '        TH Teilnahme',
      '    TBody',
    ]);
    expect(pdf.structure).toContain('  H3 TOP 3: Förderprojekt');
    expect(pdf.structure).toContain('  P Der Beirat empfiehlt dem Stadtvorstand, den Antrag zu stellen.');
    expect(pdf.structure.filter((line) => line.endsWith('Lbl 2.'))).toHaveLength(2);
    expect(pdf.structure.slice(-2)).toEqual(['  P Vorsitz', '  P Schriftführung']);
    expect(pdf.loose).toEqual([]);
  });

  test('can be gone through by their headings', () => {
    expect(pdf.bookmarks).toEqual([
      'Anwesenheit',
      'Tagesordnung',
      'Beratung',
      '  TOP 2: Bericht des Digitallotsen',
      '  TOP 3: Förderprojekt',
      'Unterschriften',
    ]);
  });

  test('are in German, show their title, name their author and claim to be accessible', () => {
    expect(pdf.language).toBe('de-DE');
    expect(pdf.showsTitle).toBe(true);
    expect(pdf.info).toMatchObject({
      Title: 'Niederschrift über die 1. Sitzung 2027',
      Author: 'Digitallotse Wirtschaft',
      Subject: 'Digitaler Beirat der Stadt Koblenz',
    });
    expect(pdf.info).not.toHaveProperty('CreationDate');
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf.metadata).toContain('>Niederschrift über die 1. Sitzung 2027</rdf:li>');
  });

  test('bring their letters with them', () => {
    expect(pdf.fonts.map(({ name, isEmbedded }) => `${name} ${isEmbedded}`).sort()).toEqual([
      'Arimo-Bold true',
      'Arimo-Regular true',
    ]);
  });

  test('count the pages at the bottom, for the eye only', () => {
    expect(pdf.pages).toHaveLength(2);
    expect(pdf.artifacts).toEqual([
      'Seite 1 von 2Niederschrift B-2027/1',
      'Seite 2 von 2Niederschrift B-2027/1',
    ]);
  });

  test('are the same bytes from the same paper', async () => {
    expect(Buffer.compare(await papers.pdf(minutes), await papers.pdf(minutes))).toBe(0);
    expect(Buffer.compare(await papers.pdf(minutes), await papers.pdf({ ...minutes, title: 'x' }))).not.toBe(
      0,
    );
  });
});

test('an English paper is in English', async () => {
  const pdf = await read({ ...minutes, language: 'en' });
  expect(pdf.language).toBe('en-GB');
  expect(pdf.artifacts[0]).toContain('Page 1 of 2');
});

describe('links', () => {
  const linked = paperOf(
    {
      heading: 'Tagesordnung',
      blocks: [
        {
          kind: 'links',
          items: [
            { text: 'TOP 1 Begrüßung', to: 'top-1' },
            { text: 'Vorlage', url: 'https://koblenz.example.org/vorlage?a=1&b=(2)' },
            { text: 'Fehlt', to: 'nowhere' },
          ],
        },
      ],
    },
    { heading: 'TOP 1 Begrüßung', id: 'top-1', newPage: true, blocks: [text('Guten Tag.')] },
  );

  test('lead to a section and to an address; one that leads nowhere is text', async () => {
    const pdf = await read(linked);
    expect(pdf.links).toEqual([
      { says: 'TOP 1 Begrüßung', to: 'top-1' },
      { says: 'Vorlage', to: 'https://koblenz.example.org/vorlage?a=1&b=(2)' },
    ]);
    expect(pdf.structure).toContain('        Link Vorlage');
    expect(pdf.structure).toContain('      LBody Fehlt');
    expect(pdf.pages).toHaveLength(2);
  });

  test('do the same in the Word document', async () => {
    const files = unzipSync(await papers.docx(linked));
    const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const relations = strFromU8(files['word/_rels/document.xml.rels'] ?? new Uint8Array());
    expect(body).toMatch(/<w:hyperlink [^>]*w:anchor="s_top_1"/);
    expect(body).toMatch(/<w:bookmarkStart [^>]*w:name="s_top_1"/);
    expect(body).toContain('<w:pageBreakBefore/>');
    expect(relations).toContain('https://koblenz.example.org/vorlage?a=1&amp;b=(2)');
  });
});

describe('what is not public', () => {
  const mark = 'Nicht öffentlich';
  const mixed = paperOf(
    { heading: 'Öffentlich', blocks: [text('Für alle.')] },
    { heading: 'Vertraulich', watermark: mark, blocks: [text(long), text(long)] },
    { heading: 'Auch vertraulich', watermark: mark, blocks: [text('Kurz.')] },
    { heading: 'Wieder öffentlich', blocks: [text('Für alle.')] },
  );

  test('has pages for itself, each with the words across', async () => {
    const { pages, artifacts } = await read(mixed);
    const marked = artifacts.map((one) => one.includes(mark));
    expect(pages.map((page) => page.includes('Für alle.'))).toEqual(marked.map((is) => !is));
    expect(marked.at(0)).toBe(false);
    expect(marked.at(-1)).toBe(false);
    expect(marked.filter(Boolean).length).toBeGreaterThan(2);
    expect(pages.at(-2)).toContain('Auch vertraulich');
  });

  test('has them above its pages in the Word document', async () => {
    const files = unzipSync(await papers.docx(mixed));
    const headers = Object.entries(files)
      .filter(([name]) => /word\/header\d+\.xml$/.test(name))
      .map(([, bytes]) => strFromU8(bytes).includes(mark));
    expect(headers.filter(Boolean)).toHaveLength(1);
    expect(headers).toHaveLength(3);
  });
});

describe('what is longer than a page', () => {
  test('a paragraph and a wording go on on the next, as one', async () => {
    const pdf = await read(paperOf({ heading: 'A', blocks: [text(long), { kind: 'wording', text: long }] }));
    expect(pdf.pages.length).toBeGreaterThan(3);
    expect(pdf.structure.filter((line) => line.trim() === `P ${long.trim()}`)).toHaveLength(2);
    expect(pdf.loose).toEqual([]);
  });

  test('a table shows its head again for the eye, and tags it once', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => [
      `Mitglied ${at}`,
      at % 9 ? 'kurz' : long.slice(0, 200),
    ]);
    const pdf = await read(
      paperOf({ heading: 'A', blocks: [{ kind: 'table', caption: 'Liste', head: ['Wer', 'Was'], rows }] }),
    );
    expect(pdf.structure.filter((line) => line.includes('TH Wer'))).toHaveLength(1);
    expect(pdf.artifacts.filter((one) => one.includes('WerWas'))).toHaveLength(pdf.pages.length - 1);
    for (const [name] of rows) expect(pdf.structure).toContain(`        TD ${name}`);
  });

  test('a row that no page holds loses nothing', async () => {
    const rows = [
      ['kurz', long],
      ['danach', 'da'],
    ];
    const pdf = await read(
      paperOf({ heading: 'A', blocks: [{ kind: 'table', caption: 'Liste', head: ['Wer', 'Was'], rows }] }),
    );
    expect(pdf.structure).toContain(`        TD Was: ${long.trim()}`);
    expect(pdf.structure).toContain('        TD danach');
    expect(pdf.pages.every((page) => page.length > 0)).toBe(true);
  });
});

test('a sign without a letter is a square, not nothing', async () => {
  const pdf = await read(
    paperOf({ heading: 'A', blocks: [text('Ja ✓, nein ✕, Herz 🙂, Ünïcödé Łódź „€“')] }),
  );
  expect(pdf.structure).toContain('  P Ja √, nein ×, Herz □, Ünïcödé Łódź „€“');
});

test('whatever is written, everything stays tagged and the file readable', async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(anything, anything, async (one, other) => {
      const pdf = await read({
        title: one,
        language: 'de',
        footer: other,
        subtitle: one,
        facts: [{ title: one, value: other }],
        sections: [
          {
            heading: other,
            id: other,
            watermark: one,
            blocks: [
              text(one),
              { kind: 'wording', text: other },
              { kind: 'list', items: [one] },
              { kind: 'links', items: [{ text: one, to: other }] },
              { kind: 'table', caption: other, head: [one], rows: [[other]] },
              { kind: 'signatures', signers: [one] },
            ],
          },
        ],
      });
      expect(pdf.loose).toEqual([]);
      expect(pdf.structure).toContain('  Table');
    }),
    { numRuns: 25 },
  );
});
