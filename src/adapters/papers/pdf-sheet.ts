import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import type { Paper } from '../../core/ports/papers.ts';
import { printable } from './paper-style.ts';

/** The document that is being drawn, with the measures and letters of its pages. Lengths in points. */
export type Sheet = {
  readonly doc: PDFKit.PDFDocument;
  readonly width: number;
};

export type Element = PDFKit.PDFStructureElement;

/** 2.5 cm at the sides and above; below there is the footer. */
export const margins = { top: 71, bottom: 76, left: 71, right: 71 };
const a4Width = 595.28;

/** Arimo has the measures of Arial, which the Word document names, and every letter of Europe; PDF/UA wants it embedded. */
const letters = (name: string): Buffer => readFileSync(new URL(`./fonts/Arimo-${name}.ttf`, import.meta.url));
const fonts = { regular: letters('Regular'), bold: letters('Bold') };

export const locales = { de: 'de-DE', en: 'en-GB' } as const;

/** Known to the package, not yet to its types. */
const conformance = 'PDF/UA' as string as PDFKit.Mixins.PDFSubsets;

/** An empty document of one page. It knows no moment: the same paper gives the same bytes. */
export function newSheet({ title, author = 'Lotse', subtitle, language }: Paper): Sheet {
  const info = {
    Title: said(title),
    Author: said(author),
    ...(subtitle ? { Subject: said(subtitle) } : {}),
    Creator: 'Lotse',
    Producer: 'Lotse (PDFKit)',
  };
  const doc = new PDFDocument({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    subset: conformance,
    tagged: true,
    displayTitle: true,
    lang: locales[language],
    bufferPages: true,
    // None of its own: only embedded ones are used.
    font: '',
    // The moment goes into the id of the file, too, so a fixed one, which is then not claimed anywhere.
    info: { ...info, CreationDate: new Date(0) },
  });
  delete doc.info.CreationDate;
  Object.assign(doc, { _addInfo: () => appendMetadata(doc, info, locales[language]) });
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('bold', fonts.bold);
  return { doc, width: a4Width - margins.left - margins.right };
}

/** The package writes titles into XML as they are and wants a moment; this escapes and claims none. */
function appendMetadata(
  doc: PDFKit.PDFDocument,
  { Title, Author, Subject, Producer, Creator }: Readonly<Record<string, string>>,
  language: string,
): void {
  const one = (name: string, list: string, text = '', attributes = '') =>
    text
      ? `<dc:${name}><rdf:${list}><rdf:li${attributes}>${escaped(text)}</rdf:li></rdf:${list}></dc:${name}>`
      : '';
  const anyLanguage = ' xml:lang="x-default"';
  const xml = [
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    one('title', 'Alt', Title, anyLanguage),
    one('creator', 'Seq', Author),
    one('description', 'Alt', Subject, anyLanguage),
    one('language', 'Bag', language),
    '</rdf:Description>',
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    `<xmp:CreatorTool>${escaped(Creator)}</xmp:CreatorTool><pdf:Producer>${escaped(Producer)}</pdf:Producer>`,
    '</rdf:Description>',
  ].join('\n');
  (doc as unknown as { appendXML(text: string): void }).appendXML(xml);
}

const escaped = (text = ''): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Signs that people write and the letters have not, in what they mean. */
const instead: Readonly<Record<string, string>> = {
  '✓': '√',
  '✔': '√',
  '✕': '×',
  '✗': '×',
  '✘': '×',
  '☐': '□',
};

let known: ((sign: number) => boolean) | undefined;

/** Text that the letters can show: whatever they have not is a square, which is read as “unknown sign”. */
export function said(text: string): string {
  return (
    [...printable(text.replaceAll(/\r\n?/g, '\n')).replaceAll('\t', ' ')]
      .filter((sign) => !/[\u{fe00}-\u{fe0f}\u{200d}]/u.test(sign))
      .map((sign) => instead[sign] ?? sign)
      // A space before the end of a line: who listens would hear two words as one.
      .map((sign) => (sign === '\n' ? ' \n' : hasLetter(sign) ? sign : '□'))
      .join('')
  );
}

function hasLetter(sign: string): boolean {
  known ??= lettersOf();
  return known(sign.codePointAt(0) ?? 0);
}

function lettersOf(): (sign: number) => boolean {
  const doc = new PDFDocument({ font: '' });
  doc.registerFont('regular', fonts.regular).font('regular');
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(sign: number): boolean } } })
    ._font;
  return (sign) => font.hasGlyphForCodePoint(sign);
}

/** What is there for the eye only; screen readers pass it over. */
export function unread({ doc }: Sheet, kind: 'Pagination' | 'Layout', draw: () => void): void {
  doc.markContent('Artifact', { type: kind });
  draw();
  doc.endMarkedContent();
}

/** How much is left on this page. */
export const roomOn = ({ doc }: Sheet): number => doc.page.height - margins.bottom - doc.y;
export const fullRoom = 841.89 - margins.top - margins.bottom;

/** Begins a page when less than this is left, and the page has something already. */
export function need(sheet: Sheet, height: number): void {
  if (roomOn(sheet) < Math.min(height, fullRoom) && sheet.doc.y > margins.top) sheet.doc.addPage();
}

export const pageNow = ({ doc }: Sheet): number => {
  const { start, count } = doc.bufferedPageRange();
  return start + count - 1;
};
