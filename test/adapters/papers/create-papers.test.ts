import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { createPapers } from '../../../src/adapters/papers/create-papers.ts';
import type { Paper } from '../../../src/core/ports/papers.ts';
import { minutes } from '../../support/papers.ts';

const papers = createPapers();

/** The files of the document, by name. */
async function unpack(paper: Paper): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await papers.docx(paper));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Style and text of every paragraph, in their order. */
const paragraphs = (xml: string): readonly (readonly [string, string])[] =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p\/>/gs)].map(([, inner = '']) => [
    /<w:pStyle w:val="(\w+)"/.exec(inner)?.[1] ?? '',
    inner
      .replaceAll(/<w:br\/>/g, '\n')
      .replaceAll(/<w:tab\/>/g, '\t')
      .replaceAll(/<[^>]+>/g, ''),
  ]);

describe('minutes', () => {
  let files: Readonly<Record<string, string>>;
  let body: string;
  beforeAll(async () => {
    files = await unpack(minutes);
    body = files['word/document.xml'] ?? '';
  });

  test('have real headings, one level after the other', () => {
    const headed = paragraphs(body).filter(([style]) => /^(Title|Subtitle|Heading\d)$/.test(style));
    expect(headed).toEqual([
      ['Title', 'Niederschrift über die 1. Sitzung 2027'],
      ['Subtitle', 'Digitaler Beirat der Stadt Koblenz'],
      ['Heading1', 'Anwesenheit'],
      ['Heading1', 'Tagesordnung'],
      ['Heading1', 'Beratung'],
      ['Heading2', 'TOP 2: Bericht des Digitallotsen'],
      ['Heading2', 'TOP 3: Förderprojekt'],
      ['Heading1', 'Unterschriften'],
    ]);
  });

  test('use no style that is not in the document', () => {
    const known = new Set(
      [...(files['word/styles.xml'] ?? '').matchAll(/w:styleId="(\w+)"/g)].map(([, id]) => id),
    );
    const used = new Set([...paragraphs(body).map(([style]) => style), 'Footer']);
    expect([...used].filter((style) => !known.has(style))).toEqual([]);
  });

  test('are in German, with title and author as properties', () => {
    expect(files['word/styles.xml']).toMatch(/<w:docDefaults>.*<w:lang w:val="de-DE"\/>.*<\/w:docDefaults>/s);
    expect(files['docProps/core.xml']).toContain(
      '<dc:title>Niederschrift über die 1. Sitzung 2027</dc:title>',
    );
    expect(files['docProps/core.xml']).toContain('<dc:creator>Digitallotse Wirtschaft</dc:creator>');
  });

  test('mark the header row of a table, give it a caption and as many cells in every row', () => {
    const [table = ''] = /<w:tbl>.*<\/w:tbl>/s.exec(body) ?? [];
    const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false, false]);
    expect(rows.map((row) => row.match(/<w:tc>/g)?.length)).toEqual([3, 3, 3, 3]);
    expect(table).toMatch(/<w:tblLook [^>]*w:firstRow="(true|1)"/);
    expect(body.slice(0, body.indexOf('<w:tbl>'))).toMatch(/w:val="Caption".*Anwesende Mitglieder/s);
  });

  test('number every list anew, as a real list', () => {
    const numbers = [...body.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
    expect(numbers).toHaveLength(7);
    expect(new Set(numbers).size).toBe(3);
    expect(body).not.toContain('1. Begrüßung');
  });

  test('count the pages at the bottom', () => {
    const footer = Object.entries(files).find(([name]) => /footer\d*\.xml$/.test(name))?.[1] ?? '';
    expect(footer).toContain('Niederschrift B-2027/1');
    expect(footer).toMatch(/>PAGE<.*>NUMPAGES</s);
  });

  test('keep what was written, line breaks included', () => {
    const texts = paragraphs(body).map(([, text]) => text);
    expect(texts).toContain(
      'Der Digitallotse berichtet über &lt;laufende&gt; Projekte &amp; „Ideen“.\nFragen werden beantwortet.',
    );
    expect(texts).toContain('Ort:\tRathaus, Zimmer 101\nund online');
    expect(paragraphs(body)).toContainEqual([
      'Wording',
      'Der Beirat empfiehlt dem Stadtvorstand, den Antrag zu stellen.',
    ]);
  });
});

test('an English paper is in English', async () => {
  const files = await unpack({ ...minutes, language: 'en', facts: [], sections: [] });
  expect(files['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
  expect(Object.values(files).join()).toContain('Page ');
});

test('whatever is written, the document stays well-formed', async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(anything, anything, async (one, other) => {
      const files = await unpack({
        title: one,
        language: 'de',
        footer: other,
        facts: [{ title: one, value: other }],
        sections: [
          {
            heading: other,
            blocks: [
              { kind: 'text', text: one },
              { kind: 'table', caption: other, head: [one], rows: [[other]] },
            ],
          },
        ],
      });
      for (const name of ['word/document.xml', 'word/footer1.xml', 'docProps/core.xml']) {
        expect(problemsOf(files[name] ?? '')).toEqual([]);
      }
    }),
    { numRuns: 50 },
  );
});

/** What a strict reader has against the XML. */
function problemsOf(xml: string): readonly string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const [, end, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (end && open.pop() !== name) problems.push(`</${name}> closes nothing`);
    if (!end && !empty) open.push(name);
  }
  if (open.length > 0) problems.push(`not closed: ${open}`);
  const text = xml.replace(/^<\?xml[^?]*\?>/, '').replaceAll(/<\/?[\w:]+(\s+[\w:]+="[^"<]*")*\s*\/?>/g, '');
  if (/[<]|&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) problems.push('something not escaped');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: not allowed in XML 1.0
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml))
    problems.push('a forbidden character');
  return problems;
}
