import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  LevelFormat,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { PaperBlock } from '../../core/ports/papers.ts';
import { runs, textWidth } from './paper-style.ts';

export type Part = Paragraph | Table;

const level = (format: 'bullet' | 'decimal', text: string) => ({
  level: 0,
  format: LevelFormat[format === 'bullet' ? 'BULLET' : 'DECIMAL'],
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: 567, hanging: 397 } } },
});

export const numbering: INumberingOptions = {
  config: [
    { reference: 'points', levels: [level('bullet', '•')] },
    { reference: 'numbers', levels: [level('decimal', '%1.')] },
  ],
};

/** @param instance tells lists apart: each numbered one begins with 1 */
export function blockParts(block: PaperBlock, instance: number): readonly Part[] {
  switch (block.kind) {
    case 'text':
      return [new Paragraph({ style: 'Text', children: runs(block.text) })];
    case 'wording':
      return [new Paragraph({ style: 'Wording', children: runs(block.text) })];
    case 'list': {
      const reference = block.ordered ? 'numbers' : 'points';
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'ListText',
            numbering: { reference, level: 0, instance },
            children: runs(item),
          }),
      );
    }
    case 'table':
      return tableParts(block);
    case 'signatures':
      return block.signers.flatMap(signatureParts);
    default:
      return block satisfies never;
  }
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '8A8886' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

type TableBlock = Extract<PaperBlock, { readonly kind: 'table' }>;

/** The caption stands above as text, kept together with the table. */
function tableParts({ caption, head, rows }: TableBlock): readonly Part[] {
  const widths = widthsOf([head, ...rows]);
  const table = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: none,
      right: none,
      insideHorizontal: line,
      insideVertical: none,
    },
    tableLook: { firstRow: true, noHBand: true, noVBand: true },
    rows: [rowOf(head, widths, true), ...rows.map((row) => rowOf(row, widths, false))],
  });
  return [
    new Paragraph({ style: 'Caption', children: runs(caption) }),
    table,
    new Paragraph({ style: 'Text', children: [] }),
  ];
}

/**
 * Columns in which the longest word has room; what is left goes to those with long texts. Widths in twips; a table with
 * too many long words shares the page in proportion.
 */
function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const columns = Array.from({ length: Math.max(1, rows[0]?.length ?? 0) }, (_, at) =>
    rows.map((row) => row[at] ?? ''),
  );
  const words = columns.map(
    (cells) => longest(cells.flatMap((cell) => cell.split(/[\s-]+/))) * perSign + padding,
  );
  const wishes = columns.map((cells) => Math.min(longest(cells), 60) * perSign + padding);
  const left = textWidth - sum(words);
  if (left <= 0) return words.map((word) => Math.floor((textWidth * word) / sum(words)));
  const wanting = wishes.map((wish, at) => Math.max(0, wish - (words[at] ?? 0)));
  const share = (at: number) => (sum(wanting) > 0 ? (wanting[at] ?? 0) / sum(wanting) : 1 / columns.length);
  return words.map((word, at) => Math.floor(word + left * share(at)));
}
const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
/** Of a bold letter, and of the margins of a cell. */
const perSign = 125;
const padding = 320;

const rowOf = (cells: readonly string[], widths: readonly number[], tableHeader: boolean): TableRow =>
  new TableRow({
    tableHeader,
    cantSplit: true,
    children: cells.map(
      (cell, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          margins: { left: 100, right: 100, top: 40, bottom: 40 },
          ...(tableHeader ? { shading: { type: ShadingType.CLEAR, fill: 'EDEBE9' } } : {}),
          children: [new Paragraph({ style: tableHeader ? 'HeadCell' : 'Cell', children: runs(cell) })],
        }),
    ),
  });

/** Room to sign, a line, and who signs below it. */
/** One right margin a little wider than the other: paragraphs that are alike would share one line above. */
const signatureParts = (signer: string, at: number): readonly Paragraph[] => [
  new Paragraph({
    style: 'Text',
    keepLines: true,
    spacing: { before: 1100 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '55534F' } },
    indent: { right: Math.floor(textWidth * 0.45) + at },
    children: runs(signer),
  }),
];
