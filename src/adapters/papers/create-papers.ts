import type { Papers } from '../../core/ports/papers.ts';

/** Makes Word documents and PDFs. Their libraries are large and most people never ask for a paper: loaded with the first. */
export const createPapers = (): Papers => ({
  docx: async (paper) => (await import('./word.ts')).wordOf(paper),
  pdf: async (paper) => (await import('./pdf.ts')).pdfOf(paper),
});
