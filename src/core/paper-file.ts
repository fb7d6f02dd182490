import type { Download } from './ports/pages.ts';
import type { Paper, Papers } from './ports/papers.ts';

/** A paper as a file in one of its two forms. */
export type PaperForm = 'pdf' | 'docx';

const types: Readonly<Record<PaperForm, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** @param name of the file without its ending: `Niederschrift-B-2026-1` */
export const paperFile = async (
  papers: Papers,
  form: PaperForm,
  paper: Paper,
  name: string,
): Promise<Download> => ({
  fileName: `${name}.${form}`,
  type: types[form],
  content: await papers[form](paper),
});
