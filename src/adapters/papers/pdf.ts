import type { Paper, PaperSection } from '../../core/ports/papers.ts';
import type { Language, Text } from '../../core/text.ts';
import { colours } from './paper-style.ts';
import { drawBlock, type Known, textStyle } from './pdf-blocks.ts';
import { type Element, margins, need, newSheet, pageNow, type Sheet, said, unread } from './pdf-sheet.ts';

/** The paper as an accessible PDF (PDF/UA-1): everything tagged in its order, what is only for the eye marked as such. */
export async function pdfOf(paper: Paper): Promise<Uint8Array> {
  const sheet = newSheet(paper);
  const { doc } = sheet;
  const bytes = collected(doc);
  const root = doc.struct('Document', { title: said(paper.title) });
  doc.addStructure(root);
  drawHead(sheet, root, paper);
  const marks = drawSections(sheet, root, paper);
  drawOnEachPage(sheet, paper, marks);
  // A copy: the package would otherwise keep the one that the store shares.
  for (const { name, type, content, about } of paper.attachments ?? [])
    doc.file(Buffer.from(content), {
      name,
      type,
      description: said(about),
      relationship: 'Supplement',
    } as object);
  root.end();
  doc.end();
  return bytes;
}

const pdfType = 'application/pdf';

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}

function drawHead(sheet: Sheet, root: Element, { title, subtitle, facts }: Paper): void {
  const { doc, width } = sheet;
  const line = (tag: string, text: string) =>
    root.add(doc.struct(tag, {}, [() => doc.text(said(text), margins.left, doc.y, { width, lineGap: 2 })]));
  if (said(title).trim()) {
    textStyle(sheet, true, 20);
    line('H1', title);
    doc.y += 4;
  }
  if (subtitle && said(subtitle).trim()) {
    textStyle(sheet, false, 13, colours.quiet);
    line('P', subtitle);
  }
  doc.y += 14;
  for (const { title: name, value } of facts) drawFact(sheet, root, said(name), said(value));
}

/** What it is called and its value beside it, one paragraph for those who listen. */
function drawFact(sheet: Sheet, root: Element, name: string, value: string): void {
  const { doc, width } = sheet;
  const left = 142;
  const label = () => {
    textStyle(sheet, true);
    doc.text(`${name}: `, margins.left, top, { width: left - 8, lineGap: 2 });
  };
  textStyle(sheet, true);
  const high = doc.heightOfString(`${name}: `, { width: left - 8, lineGap: 2 });
  textStyle(sheet);
  need(sheet, Math.max(high, doc.heightOfString(value, { width: width - left, lineGap: 2 })));
  const top = doc.y;
  const content = () => {
    textStyle(sheet);
    doc.text(value, margins.left + left, top, { width: width - left, lineGap: 2 });
  };
  root.add(doc.struct('P', {}, [label, content]));
  doc.y = Math.max(doc.y, top + high) + 4;
}

/** Which words stand across which pages. */
type Marks = Map<number, string>;

/** Sizes of headings, and the room that a heading needs with the beginning of what follows. */
const headings = {
  1: { size: 14, before: 18, room: 80 },
  2: { size: 12, before: 14, room: 70 },
  3: { size: 11, before: 12, room: 60 },
};

function drawSections(sheet: Sheet, root: Element, paper: Paper): Marks {
  const { doc } = sheet;
  const known: Known = {
    sections: new Set(paper.sections.flatMap(({ id }) => (id ? [id] : []))),
    files: new Set((paper.attachments ?? []).flatMap(({ name, type }) => (type === pdfType ? [name] : []))),
  };
  const bookmarks: PDFKit.PDFOutline[] = [doc.outline];
  const marks: Marks = new Map();
  let mark: string | undefined;
  for (const section of paper.sections) {
    const from = paper.sections.indexOf(section);
    const isApart = section.newPage || section.watermark !== mark;
    if (isApart && !(from === 0 && isEmptyPage(sheet))) doc.addPage();
    mark = section.watermark;
    const first = pageOfHeading(sheet, root, section, bookmarks);
    for (const block of section.blocks) drawBlock(sheet, root, block, known);
    if (mark) for (let page = first; page <= pageNow(sheet); page += 1) marks.set(page, mark);
  }
  return marks;
}

const isEmptyPage = ({ doc }: Sheet): boolean => doc.y <= margins.top;

/** Draws the heading with its bookmark and the name that links lead to; says on which page it stands. */
function pageOfHeading(
  sheet: Sheet,
  root: Element,
  { heading, id, level = 1 }: PaperSection,
  bookmarks: PDFKit.PDFOutline[],
): number {
  const { doc, width } = sheet;
  const { size, before, room } = headings[level];
  need(sheet, room);
  if (doc.y > margins.top) doc.y += before;
  textStyle(sheet, true, size);
  const shown = said(heading);
  if (id) doc.addNamedDestination(id, 'XYZ', margins.left, doc.y - 6, null as unknown as number);
  if (!shown.trim()) return pageNow(sheet);
  const parent = bookmarks.slice(0, level).findLast(Boolean) ?? doc.outline;
  const place = { top: doc.y - 6, left: doc.page.width, expanded: level === 1 };
  bookmarks[level] = parent.addItem(shown.replaceAll('\n', ' '), place);
  bookmarks.length = level + 1;
  const text = () => doc.text(shown, margins.left, doc.y, { width, lineGap: 2 });
  root.add(doc.struct(`H${level + 1}`, {}, [text]));
  doc.y += 5;
  return pageNow(sheet);
}

const page: Text = { de: 'Seite', en: 'Page' };
const of: Text = { de: 'von', en: 'of' };

/** The footer with the page's number, and the words across pages that are not for everybody. */
function drawOnEachPage(sheet: Sheet, { footer = '', language }: Paper, marks: Marks): void {
  const { doc } = sheet;
  const { count } = doc.bufferedPageRange();
  for (let at = 0; at < count; at += 1) {
    doc.switchToPage(at);
    // What stands in the margin must not begin a page.
    doc.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    unread(sheet, 'Pagination', () => drawFooter(sheet, said(footer), at + 1, count, language));
    const mark = marks.get(at);
    if (mark) unread(sheet, 'Pagination', () => drawAcross(sheet, said(mark)));
  }
}

function drawFooter(sheet: Sheet, footer: string, at: number, count: number, language: Language): void {
  const { doc, width } = sheet;
  const y = doc.page.height - 50;
  textStyle(sheet, false, 9, colours.quiet);
  const number = `${page[language]} ${at} ${of[language]} ${count}`;
  const wide = doc.widthOfString(number);
  doc.text(number, margins.left + width - wide, y, { lineBreak: false });
  const options = { width: width - wide - 12, height: 12, ellipsis: true };
  doc.text(footer.replaceAll('\n', ' '), margins.left, y, options);
}

/** Pale, from corner to corner, as large as it fits. */
function drawAcross(sheet: Sheet, words: string): void {
  const { doc } = sheet;
  const { width, height } = doc.page;
  const line = words.replaceAll('\n', ' ');
  textStyle(sheet, true, 100);
  const fits = Math.min(90, (100 * Math.hypot(width, height) * 0.72) / doc.widthOfString(line));
  textStyle(sheet, true, fits, 'B3261E');
  doc.save();
  doc.rotate(-52, { origin: [width / 2, height / 2] }).fillOpacity(0.1);
  doc.text(line, width / 2 - doc.widthOfString(line) / 2, height / 2 - fits * 0.6, { lineBreak: false });
  doc.restore();
}
