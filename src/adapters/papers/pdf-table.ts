import type { PaperBlock } from '../../core/ports/papers.ts';
import { columnWidths } from './column-widths.ts';
import { colours } from './paper-style.ts';
import { type Element, fullRoom, margins, need, roomOn, type Sheet, said, unread } from './pdf-sheet.ts';

type Table = Extract<PaperBlock, { readonly kind: 'table' }>;

const padding = { side: 5, above: 4 };
/** Room for the first lines of a row that no page holds. */
const beginning = 60;
const fontSize = 10;

/** A row in its columns: texts as they are shown, and its height. */
type Row = { readonly cells: readonly string[]; readonly bold: boolean; readonly height: number };

/** The caption, the head, repeated on each page, and the rows; none is cut unless it is longer than a page. */
export function drawTable(sheet: Sheet, parent: Element, { caption, head, rows }: Table): void {
  const { doc, width } = sheet;
  style(sheet, true);
  const wide = (text: string) => doc.widthOfString(text) + 2 * padding.side + 1;
  const shown = [head, ...rows].map((row) => row.map(said));
  const widths = columnWidths(shown, width, wide);
  const measured = shown.map((cells, at) => measure(sheet, cells, widths, at === 0));
  const [headRow, ...body] = measured;
  if (!headRow) return;

  const table = doc.struct('Table');
  parent.add(table);
  const isEndless = ({ height }: Row) => height > fullRoom - headRow.height;
  need(sheet, 24 + headRow.height + (body[0] ? (isEndless(body[0]) ? beginning : body[0].height) : 0));
  const captioned = said(caption);
  if (captioned.trim()) {
    doc.font('bold').fontSize(11).fillColor(`#${colours.ink}`);
    table.add(doc.struct('Caption', {}, [() => doc.text(captioned, margins.left, doc.y, { width })]));
    doc.y += 4;
  }
  const top = doc.struct('THead');
  table.add(top);
  drawRow(sheet, top, headRow, widths);
  top.end();
  if (body.length > 0) {
    const rest = doc.struct('TBody');
    table.add(rest);
    for (const row of body) {
      if ((isEndless(row) ? beginning : row.height) > roomOn(sheet)) {
        doc.addPage();
        drawAgain(sheet, headRow, widths);
      }
      if (isEndless(row)) drawEndless(sheet, rest, row, headRow);
      else drawRow(sheet, rest, row, widths);
    }
    rest.end();
  }
  table.end();
  doc.y += 11;
}

const style = ({ doc }: Sheet, bold: boolean): void => {
  doc
    .font(bold ? 'bold' : 'regular')
    .fontSize(fontSize)
    .fillColor(`#${colours.ink}`);
};

function measure(sheet: Sheet, cells: readonly string[], widths: readonly number[], bold: boolean): Row {
  style(sheet, bold);
  const heights = cells.map((cell, at) =>
    sheet.doc.heightOfString(cell || ' ', { width: inner(widths[at]), lineGap: 2 }),
  );
  return { cells, bold, height: Math.max(...heights) + 2 * padding.above };
}

const inner = (width = 0): number => Math.max(1, width - 2 * padding.side);

function drawRow(sheet: Sheet, parent: Element, row: Row, widths: readonly number[]): void {
  const { doc } = sheet;
  const line = doc.struct('TR');
  parent.add(line);
  const top = doc.y;
  if (row.bold) unread(sheet, 'Layout', () => shade(sheet, row));
  for (const [at, cell] of row.cells.entries()) {
    const write = () => writeCell(sheet, row, widths, at, top);
    const options = row.bold ? { scope: 'Column' } : {};
    line.add(doc.struct(row.bold ? 'TH' : 'TD', options as object, cell.trim() ? [write] : []));
  }
  line.end();
  doc.y = top + row.height;
  unread(sheet, 'Layout', () => rule(sheet));
}

/** The head on the next page: for the eye, screen readers know it from the first. */
function drawAgain(sheet: Sheet, row: Row, widths: readonly number[]): void {
  const top = sheet.doc.y;
  unread(sheet, 'Pagination', () => {
    shade(sheet, row);
    for (const at of row.cells.keys()) writeCell(sheet, row, widths, at, top);
    sheet.doc.y = top + row.height;
    rule(sheet);
  });
}

function writeCell(sheet: Sheet, row: Row, widths: readonly number[], at: number, top: number): void {
  const left = margins.left + widths.slice(0, at).reduce((all, one) => all + one, 0) + padding.side;
  style(sheet, row.bold);
  sheet.doc.text(row.cells[at] ?? '', left, top + padding.above, { width: inner(widths[at]), lineGap: 2 });
}

/** A row that no page holds: its cells one below the other, each with what its column is called. */
function drawEndless(sheet: Sheet, parent: Element, row: Row, head: Row): void {
  const { doc, width } = sheet;
  const line = doc.struct('TR');
  parent.add(line);
  for (const [at, cell] of row.cells.entries()) {
    const text = `${head.cells[at] ?? ''}: ${cell}`;
    line.add(
      doc.struct('TD', {}, [
        () => {
          style(sheet, false);
          doc.text(text, margins.left + padding.side, doc.y + padding.above, {
            width: inner(width),
            lineGap: 2,
          });
        },
      ]),
    );
  }
  line.end();
  doc.y += padding.above;
  unread(sheet, 'Layout', () => rule(sheet));
}

const shade = ({ doc, width }: Sheet, { height }: Row): void => {
  doc.rect(margins.left, doc.y, width, height).fill(`#${colours.head}`);
};

const rule = ({ doc, width }: Sheet): void => {
  doc
    .moveTo(margins.left, doc.y)
    .lineTo(margins.left + width, doc.y)
    .lineWidth(0.5)
    .stroke(`#${colours.line}`);
};
