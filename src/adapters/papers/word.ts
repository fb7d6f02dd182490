import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { Paper, PaperSection } from '../../core/ports/papers.ts';
import type { Language, Text } from '../../core/text.ts';
import { anchor, blockParts, numbering, type Part } from './paper-blocks.ts';
import { headings, paragraphStyles, printable, runs, textWidth } from './paper-style.ts';

/** The paper as an accessible Word document. */
export const wordOf = async (paper: Paper): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(documentOf(paper)));

const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };
const page: Text = { de: 'Seite', en: 'Page' };
const of: Text = { de: 'von', en: 'of' };

function documentOf(paper: Paper): Document {
  const { title, author = 'Lotse', language } = paper;
  return new Document({
    title: printable(title),
    creator: printable(author),
    lastModifiedBy: printable(author),
    ...(paper.subtitle ? { subject: printable(paper.subtitle) } : {}),
    description: '',
    styles: {
      // Screen readers take the language from the text itself.
      default: {
        document: { run: { font: 'Arial', size: 22, language: { value: locales[language] } } },
        ...headings,
      },
      paragraphStyles,
    },
    numbering,
    sections: chapters(paper),
  });
}

/** Sections in a row with the same words above them are one chapter, which has its pages for itself. */
function chapters(paper: Paper): ISectionOptions[] {
  const groups: { readonly mark: string | undefined; readonly children: Part[] }[] = [
    { mark: paper.sections[0]?.watermark, children: [...headOf(paper)] },
  ];
  for (const [at, section] of paper.sections.entries()) {
    if (section.watermark !== groups.at(-1)?.mark) groups.push({ mark: section.watermark, children: [] });
    groups.at(-1)?.children.push(...sectionParts(section, at));
  }
  return groups.map(({ mark, children }) => ({
    properties: { page: { size: a4, margin: margins } },
    headers: { default: headerOf(mark) },
    footers: { default: footerOf(paper) },
    children,
  }));
}

/** Without words an empty one: else Word takes that of the chapter before. */
const headerOf = (mark = ''): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment: AlignmentType.END,
        children: [new TextRun({ text: printable(mark), bold: true, color: 'B3261E' })],
      }),
    ],
  });

/** In twentieths of a point: 21 by 29.7 cm, 2.5 cm free on all sides. */
const a4 = { width: 11906, height: 16838 };
const margins = { top: 1418, right: 1418, bottom: 1418, left: 1418 };

function headOf({ title, subtitle, facts }: Paper): readonly Paragraph[] {
  return [
    new Paragraph({ style: 'Title', children: runs(title) }),
    ...(subtitle ? [new Paragraph({ style: 'Subtitle', children: runs(subtitle) })] : []),
    ...facts.map(
      ({ title: name, value }) =>
        new Paragraph({
          style: 'Fact',
          children: [
            new TextRun({ text: `${printable(name)}:`, bold: true }),
            new TextRun('\t'),
            ...runs(value),
          ],
        }),
    ),
  ];
}

function sectionParts(
  { heading, level = 1, blocks, id, newPage = false }: PaperSection,
  section: number,
): readonly Part[] {
  const children = runs(heading);
  return [
    new Paragraph({
      style: `Heading${level}`,
      pageBreakBefore: newPage,
      children: id ? [new Bookmark({ id: anchor(id), children })] : children,
    }),
    ...blocks.flatMap((block, index) => blockParts(block, section * 1000 + index)),
  ];
}

const footerOf = ({ footer = '', language }: Paper): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun(`${printable(footer)}\t${page[language]} `),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(` ${of[language]} `),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
