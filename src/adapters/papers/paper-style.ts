import { TextRun } from 'docx';

/** Width between the margins, in twentieths of a point. */
export const textWidth = 11906 - 2 * 1418;

const ink = '1B1A19';
const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: ink, font: 'Arial' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
});

/** Word's own headings, so that its navigation and screen readers find them. Sizes in half points. */
export const headings = {
  title: { run: { size: 40, bold: true, color: ink, font: 'Arial' }, paragraph: { spacing: { after: 120 } } },
  heading1: heading(28, 360),
  heading2: heading(24, 280),
  heading3: heading(22, 240),
};

const based = { basedOn: 'Normal', next: 'Normal', quickFormat: true };

export const paragraphStyles = [
  {
    ...based,
    id: 'Subtitle',
    name: 'Subtitle',
    run: { size: 26, color: '55534F' },
    paragraph: { spacing: { after: 360 } },
  },
  {
    ...based,
    id: 'Fact',
    name: 'Fact',
    paragraph: {
      spacing: { after: 80 },
      indent: { left: 2835, hanging: 2835 },
      tabStops: [{ type: 'left' as const, position: 2835 }],
    },
  },
  { ...based, id: 'Text', name: 'Text', paragraph: { spacing: { after: 160, line: 300 } } },
  {
    ...based,
    id: 'Wording',
    name: 'Wording',
    paragraph: {
      spacing: { before: 80, after: 200, line: 300 },
      indent: { left: 284 },
      border: { left: { style: 'single' as const, size: 18, space: 10, color: '0B5CAD' } },
    },
  },
  {
    ...based,
    id: 'Caption',
    name: 'caption',
    run: { bold: true },
    paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
  },
  { ...based, id: 'Cell', name: 'Cell', paragraph: { spacing: { before: 40, after: 40 } } },
  { ...based, id: 'HeadCell', name: 'Head Cell', run: { bold: true }, paragraph: { keepNext: true } },
  { ...based, id: 'ListText', name: 'List Text', paragraph: { spacing: { after: 80, line: 300 } } },
  { ...based, id: 'Footer', name: 'footer', run: { size: 18, color: '55534F' } },
];

/** Colours of both forms. */
export const colours = { ink, quiet: '55534F', line: '8A8886', accent: '0B5CAD', head: 'EDEBE9' } as const;

/** XML knows no control characters. */
export const printable = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, '').toWellFormed();

/** Text whose line breaks stay. */
export const runs = (text: string, look: { readonly style?: string } = {}): TextRun[] =>
  printable(text.replaceAll(/\r\n?/g, '\n'))
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));
