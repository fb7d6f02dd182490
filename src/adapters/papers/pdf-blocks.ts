import type { PaperBlock, PaperLink } from '../../core/ports/papers.ts';
import { colours } from './paper-style.ts';
import { type Element, margins, need, pageNow, type Sheet, said, unread } from './pdf-sheet.ts';
import { drawTable } from './pdf-table.ts';

const size = 11;
const lineGap = 3;
/** Room above and below of what is kept together: two lines. */
const twoLines = 34;

export function textStyle({ doc }: Sheet, bold = false, fontSize = size, colour: string = colours.ink): void {
  doc
    .font(bold ? 'bold' : 'regular')
    .fontSize(fontSize)
    .fillColor(`#${colour}`);
}

/** Where links may lead: ids of sections, and names of PDF files inside the paper. */
export type Known = { readonly sections: ReadonlySet<string>; readonly files: ReadonlySet<string> };

export function drawBlock(sheet: Sheet, parent: Element, block: PaperBlock, known: Known): void {
  switch (block.kind) {
    case 'text':
      drawText(sheet, parent, block.text);
      break;
    case 'wording':
      drawWording(sheet, parent, block.text);
      break;
    case 'list':
      drawList(sheet, parent, pointsOf(block));
      break;
    case 'links':
      drawList(
        sheet,
        parent,
        block.items.map((item) => ({ label: '•', text: item.text, link: targetOf(item, known) })),
      );
      break;
    case 'table':
      drawTable(sheet, parent, block);
      break;
    case 'signatures':
      for (const signer of block.signers) drawSignature(sheet, parent, signer);
      break;
    default:
      block satisfies never;
  }
}

/** One paragraph, from the left margin plus `left`; it may go on on the next page. */
function paragraph(sheet: Sheet, parent: Element, text: string, left = 0): void {
  const { doc, width } = sheet;
  const shown = said(text);
  if (!shown.trim()) return;
  need(sheet, twoLines);
  parent.add(
    doc.struct('P', {}, [
      () => doc.text(shown, margins.left + left, doc.y, { width: width - left, lineGap }),
    ]),
  );
}

function drawText(sheet: Sheet, parent: Element, text: string): void {
  textStyle(sheet);
  paragraph(sheet, parent, text);
  sheet.doc.y += 7;
}

/** Words that count as they stand, with a bar beside them on each page that they fill. */
function drawWording(sheet: Sheet, parent: Element, text: string): void {
  const { doc } = sheet;
  textStyle(sheet);
  need(sheet, twoLines);
  doc.y += 4;
  const from = { page: pageNow(sheet), y: doc.y };
  paragraph(sheet, parent, text, 14);
  const to = { page: pageNow(sheet), y: doc.y };
  for (let page = from.page; page <= to.page; page += 1) {
    doc.switchToPage(page);
    const top = page === from.page ? from.y : margins.top;
    const bottom = page === to.page ? to.y : doc.page.height - margins.bottom;
    unread(sheet, 'Layout', () =>
      doc.rect(margins.left, top, 2.5, Math.max(0, bottom - top)).fill(`#${colours.accent}`),
    );
  }
  doc.y = to.y + 9;
}

type Point = { readonly label: string; readonly text: string; readonly link?: Target | undefined };

const pointsOf = ({ items, ordered }: Extract<PaperBlock, { readonly kind: 'list' }>): readonly Point[] =>
  items.map((text, at) => ({ label: ordered ? `${at + 1}.` : '•', text }));

function drawList(sheet: Sheet, parent: Element, points: readonly Point[]): void {
  if (points.length === 0) return;
  const { doc, width } = sheet;
  const list = doc.struct('L');
  parent.add(list);
  const left = 28;
  for (const { label, text, link } of points) {
    textStyle(sheet);
    const shown = said(text);
    const options = { width: width - left, lineGap };
    need(sheet, link ? doc.heightOfString(shown, options) : twoLines);
    const top = doc.y;
    const item = doc.struct('LI');
    list.add(item);
    item.add(
      doc.struct('Lbl', {}, [
        () => doc.text(label, margins.left + 8, top, { width: left, lineBreak: false }),
      ]),
    );
    const write = () => doc.text(shown, margins.left + left, top, options);
    item.add(
      link ? doc.struct('LBody', {}, [linked(sheet, link, shown, write)]) : doc.struct('LBody', {}, [write]),
    );
    doc.y += 4;
    item.end();
  }
  list.end();
  doc.y += 4;
}

type Target = { readonly url: string } | { readonly section: string } | { readonly file: string };

function targetOf(item: PaperLink, known: Known): Target | undefined {
  if ('url' in item) return { url: item.url };
  if ('file' in item) return known.files.has(item.file) ? { file: item.file } : undefined;
  return known.sections.has(item.to) ? { section: item.to } : undefined;
}

/** Opens a PDF that is inside this one; viewers that cannot do that list it among the attachments. */
function toFile(doc: PDFKit.PDFDocument, file: string): object {
  const target = doc.ref({ R: 'C', N: Object(file) as string });
  target.end(Buffer.alloc(0));
  const action = doc.ref({ S: 'GoToE', D: [0, 'Fit'], NewWindow: true, T: target });
  action.end(Buffer.alloc(0));
  return { Subtype: 'Link', A: action };
}

/** Text that leads on: the whole of it is the place to press; it is on one page. */
function linked(sheet: Sheet, target: Target, shown: string, write: () => void): Element {
  const { doc, width } = sheet;
  const element: Element = doc.struct('Link', {}, [
    () => {
      const top = doc.y;
      doc.fillColor(`#${colours.accent}`);
      write();
      // pdfkit takes the tag that the link belongs to with its options; a string has to be one of its own kind.
      const options = { structParent: element, Contents: Object(shown) as string };
      const left = margins.left + 28;
      const area = [left, top, width - 28, doc.y - top] as const;
      if ('url' in target) doc.link(...area, target.url, options);
      else if ('section' in target) doc.goTo(...area, target.section, options);
      else doc.annotate(...area, { ...options, ...toFile(doc, target.file) });
    },
  ]);
  return element;
}

/** Room to sign, a line, and who signs below it. */
function drawSignature(sheet: Sheet, parent: Element, signer: string): void {
  const { doc, width } = sheet;
  textStyle(sheet);
  need(sheet, 90);
  doc.y += 48;
  unread(sheet, 'Layout', () =>
    doc
      .moveTo(margins.left, doc.y)
      .lineTo(margins.left + width * 0.55, doc.y)
      .lineWidth(0.75)
      .stroke(`#${colours.quiet}`),
  );
  doc.y += 5;
  paragraph(sheet, parent, signer);
}
