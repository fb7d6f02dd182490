import type { SentFile } from '../files/sent.ts';
import type { Language } from '../text.ts';

/**
 * A small web page for people who are not in Teams: it is opened by a link from a mail and works without JavaScript.
 * What stands on it is data; the web adapter makes HTML of it, so that no feature can forget to escape or to label.
 */
export type Page = {
  /** 200 if not given; 422 when fields are wrong, 409 when it is too late for what was asked. */
  readonly status?: number | undefined;
  /** Heading of the page and title of the window. */
  readonly title: string;
  readonly language: Language;
  readonly body: readonly Block[];
};

export type Block =
  /** A paragraph; line breaks in it stay. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** A boxed line: what was just done, what to watch out for, what went wrong. Says so in words, too. */
  | { readonly kind: 'note'; readonly tone: 'done' | 'hint' | 'wrong'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean | undefined }
  | ({ readonly kind: 'table'; readonly caption: string } & Cells)
  /** Only `https:`, `http:` and `mailto:`. */
  | { readonly kind: 'links'; readonly links: readonly { readonly title: string; readonly url: string }[] }
  | PageForm;

export type Fact = { readonly title: string; readonly value: string };
export type Cells = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Sent to the page's own address; `post` gets what was filled in. */
export type PageForm = {
  readonly kind: 'form';
  /** Its buttons belong to what stands above them, and are none that the page is for. */
  readonly isQuiet?: true;
  readonly fields: readonly Field[];
  /** A button with a name says which one was pressed: `{ name: 'answer', value: 'no', title: 'Absagen' }`. */
  readonly buttons: readonly {
    readonly title: string;
    readonly name?: string | undefined;
    readonly value?: string | undefined;
  }[];
};

type Labelled = {
  readonly name: string;
  readonly label: string;
  /** One sentence below the label. */
  readonly help?: string | undefined;
  readonly required?: boolean | undefined;
  /** What is wrong with what was sent; also listed at the top of the page. */
  readonly error?: string | undefined;
  /** What stands in it already. */
  readonly value?: string | undefined;
};

export type Field =
  | ({
      readonly kind: 'text';
      readonly input?: 'text' | 'email' | 'date' | 'time' | undefined;
      /** More than one makes it a box for longer text. */
      readonly lines?: number | undefined;
      readonly maxLength?: number | undefined;
    } & Labelled)
  /** One of several; all are shown up to seven, more become a list to open. */
  | ({
      readonly kind: 'choice';
      readonly options: readonly {
        readonly value: string;
        readonly title: string;
        readonly help?: string | undefined;
      }[];
    } & Labelled)
  /** Sends `yes` when it is ticked; `value: 'yes'` ticks it. */
  | ({ readonly kind: 'check' } & Labelled)
  /** A picture or PDF; it stands last, so that what is written before it arrives whatever the file is like. */
  | ({ readonly kind: 'file' } & Labelled)
  /** For the state that the form was drawn for. Never trusted. */
  | { readonly kind: 'hidden'; readonly name: string; readonly value: string };

/** A file instead of a page: a CSV list, minutes. */
export type Download = {
  /** `Niederschrift-2026-1.docx` */
  readonly fileName: string;
  /** Media type without parameters. */
  readonly type: string;
  readonly content: Uint8Array | string;
};

/** What was filled in: the first value of each name, line breaks as `\n`, other control characters removed. */
export type Form = Readonly<Record<string, string>>;

/** Somebody opened a page by a link that is theirs and still valid. */
export type Visit = {
  /** Ids that the link was made for: who it is, which meeting. */
  readonly subject: Readonly<Record<string, string>>;
  readonly now: Date;
  /** What the browser prefers; the feature may know better. */
  readonly language: Language;
};

/** A page that links lead to. Unknown, expired and withdrawn links never reach it. */
export type PageRoute = {
  /** `/beirat/antwort`; begins with the id of the feature. Its links are `PUBLIC_URL/beirat/antwort/TOKEN`. */
  readonly path: string;
  /** Shows. Changes nothing, whoever opens it and how often: mail scanners open every link. */
  readonly get: (visit: Visit) => Promise<Page | Download>;
  /** Bytes of the files that one form may bring; it brings none if not given. */
  readonly longestFile?: number | undefined;
  /**
   * Acts and shows the new state, or hands over a file that a button asks for. The same form sent twice must have one
   * effect. A `Refusal` becomes a page.
   */
  readonly post?: (visit: Visit, form: Form, sent?: readonly SentFile[]) => Promise<Page | Download>;
};
