import type { Language } from '../text.ts';

/** A document that is filed: minutes, a list of resolutions. */
export type Paper = {
  readonly title: string;
  readonly language: Language;
  /** Stands below the title, e.g. the name of the body. */
  readonly subtitle?: string | undefined;
  /** Who issues it; a property of the file. */
  readonly author?: string | undefined;
  /** The data of the meeting: day, place, chair … */
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly sections: readonly PaperSection[];
  /** Files that are inside the PDF; a Word document has none. */
  readonly attachments?: readonly PaperFile[] | undefined;
  /** Stands at the bottom of every page before the page number: `Niederschrift B-2026/1`. */
  readonly footer?: string | undefined;
};

/** A file inside a paper. */
export type PaperFile = {
  /** Unique in the paper; links lead to it. */
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
  /** What it is, in words. */
  readonly about: string;
};

export type PaperSection = {
  readonly heading: string;
  /** What links of the same paper lead to; unique in it. */
  readonly id?: string | undefined;
  /** Begins on a page of its own. */
  readonly newPage?: boolean | undefined;
  /**
   * Stands across (PDF) or above (Word) the pages of this section, which has them for itself; sections in a row with the same
   * words share pages. Not read aloud: the heading or text says it, too.
   */
  readonly watermark?: string | undefined;
  /** 1 if not given; a level may be one deeper than the one before, not more. */
  readonly level?: 1 | 2 | 3 | undefined;
  readonly blocks: readonly PaperBlock[];
};

export type PaperBlock =
  /** A paragraph; line breaks in it stay. */
  | { readonly kind: 'text'; readonly text: string }
  /** Words that count as they stand: the wording of a resolution. */
  | { readonly kind: 'wording'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean | undefined }
  /** @property head repeated on every page; every row has as many cells */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Ways on: to an address, or to the section of this paper that has the id. */
  | { readonly kind: 'links'; readonly items: readonly PaperLink[] }
  /** Lines to sign on, each with the function below it. */
  | { readonly kind: 'signatures'; readonly signers: readonly string[] };

/**
 * @property to id of a section; one that is not there leaves plain text
 * @property file name of a file inside the paper; plain text where it is no PDF, or not there
 */
export type PaperLink = { readonly text: string } & (
  | { readonly url: string }
  | { readonly to: string }
  | { readonly file: string }
);

/** The same paper in two forms. */
export type Papers = {
  /** An accessible Word document: real headings, language, marked header rows, page numbers. */
  docx(paper: Paper): Promise<Uint8Array>;
  /** An accessible PDF (PDF/UA-1): tags, bookmarks, language, fonts embedded. The same paper gives the same bytes. */
  pdf(paper: Paper): Promise<Uint8Array>;
};
