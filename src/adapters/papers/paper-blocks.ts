import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type INumberingOptions,
  InternalHyperlink,
  LevelFormat,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { PaperBlock, PaperLink } from '../../core/ports/papers.ts';
import { columnWidths } from './column-widths.ts';
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
    case 'links':
      return block.items.map(
        (item) =>
          new Paragraph({
            style: 'ListText',
            numbering: { reference: 'points', level: 0, instance },
            children: [linkRun(item)],
          }),
      );
    case 'table':
      return tableParts(block);
    case 'signatures':
      return block.signers.flatMap(signatureParts);
    default:
      return block satisfies never;
  }
}

const linkRun = (item: PaperLink): ParagraphChild => {
  if ('file' in item) return new TextRun(item.text);
  const children = runs(item.text, { style: 'Hyperlink' });
  return 'url' in item
    ? new ExternalHyperlink({ link: item.url, children })
    : new InternalHyperlink({ anchor: anchor(item.to), children });
};

/** Names of places in a Word document begin with a letter and have no other signs than these, 40 at most. */
export const anchor = (id: string): string => `s_${id.replaceAll(/\W/g, '_')}`.slice(0, 40);

const line = { style: BorderStyle.SINGLE, size: 4, color: '8A8886' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

type TableBlock = Extract<PaperBlock, { readonly kind: 'table' }>;

/** The caption stands above as text, kept together with the table. */
function tableParts({ caption, head, rows }: TableBlock): readonly Part[] {
  const widths = columnWidths([head, ...rows], textWidth, wide).map(Math.floor);
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

/** In twentieths of a point: room for a bold letter, and the margins of a cell. */
const wide = (text: string): number => text.length * 125 + 320;

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
