import type { Language } from './text.ts';
import type { Actor } from './turn.ts';

/**
 * The pages around the chat. What stands on them is data that features make for whoever looks; the browser draws it and
 * knows nothing of features. Looking changes nothing. What is done there goes the way of the chat: the same words, the
 * same verbs, the same rights.
 */

/** Paths are `/tab/NAME`; they stand in installed packages and stay for ever. */
export const tabNames = ['roles', 'requests', 'board', 'steering', 'care'] as const;
export type TabName = (typeof tabNames)[number];

/** Somebody looks at a tab. */
export type TabVisit = {
  readonly actor: Actor;
  readonly language: Language;
  /** ISO 8601 UTC. */
  readonly at: string;
};

/** What a feature has to show on a tab. */
export type TabPart = {
  readonly tab: TabName;
  /** Parts stand in this order; 10 if not given. */
  readonly order?: number;
  /** Nothing where none of it is this person's business. */
  readonly show: (visit: TabVisit) => Promise<readonly Block[]>;
  /** More about one thing of it, by its id; nothing where there is none or it is not for this person. */
  readonly detail?: (visit: TabVisit, id: string) => Promise<readonly Block[]>;
};

/** What is said to Lotse when something is pressed: words as if typed, or the verb of a card. */
export type Ask = { readonly text: string } | Press;

/** The verb of a card, with what it carries. */
export type Press = { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };

/** A tone is said in words too, never by colour alone. */
export type Tone = 'accent' | 'good' | 'warning' | 'attention' | 'plain';

export type Titled<T> = T & { readonly title: string; readonly ask: Ask };

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly subtle?: boolean | undefined }
  | { readonly kind: 'quote'; readonly text: string; readonly source: string }
  | { readonly kind: 'note'; readonly tone: 'hint' | 'warning'; readonly text: string }
  | { readonly kind: 'asks'; readonly asks: readonly Titled<object>[] }
  | { readonly kind: 'figures'; readonly title: string; readonly figures: readonly Figure[] }
  | BarsBlock
  | TableBlock
  | CasesBlock
  | TimelineBlock
  | FormsBlock
  | ArrangeBlock
  | FilesBlock
  | MapBlock;

export type Figure = {
  readonly label: string;
  readonly value: string;
  readonly text?: string | undefined;
  readonly tone?: Tone | undefined;
};

/** Horizontal bars with a table behind: nobody needs to see the picture. */
export type BarsBlock = {
  readonly kind: 'bars';
  readonly title: string;
  readonly text?: string | undefined;
  /** What the parts of a bar are called; a bar may leave parts out. */
  readonly parts: readonly { readonly id: string; readonly label: string; readonly tone: Tone }[];
  readonly bars: readonly {
    readonly label: string;
    /** Values by part; `text` is how the number is written. */
    readonly values: Readonly<Record<string, { readonly value: number; readonly text: string }>>;
    readonly ask?: Ask | undefined;
  }[];
  /** What is said where there is nothing to draw. */
  readonly empty: string;
  /** What is done about it. */
  readonly begin?: readonly Titled<object>[] | undefined;
};

export type TableBlock = {
  readonly kind: 'table';
  readonly id: string;
  readonly title: string;
  readonly text?: string | undefined;
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly cells: readonly string[];
    /** Opens what the row is about. */
    readonly ask?: Ask | undefined;
    readonly tone?: Tone | undefined;
  }[];
  readonly empty: string;
  /** Name of the file that the rows can be saved as. */
  readonly file?: string | undefined;
  /** Shown folded. */
  readonly folded?: boolean | undefined;
  /** What begins a new row, or is done about all of them. */
  readonly begin?: readonly Titled<object>[] | undefined;
};

/** Cases that somebody may see, to be searched, filtered, opened and decided. */
export type CasesBlock = {
  readonly kind: 'cases';
  readonly id: string;
  readonly title: string;
  /** In which lists a case can stand; the first one with cases is shown first. */
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly CaseRow[];
  readonly empty: string;
  readonly file: string;
  /** What begins a new one. */
  readonly begin?: readonly Titled<object>[] | undefined;
};

export type CaseRow = {
  readonly id: string;
  /** `IT-2026-0042` */
  readonly label: string;
  readonly title: string;
  readonly state: string;
  readonly tone: Tone;
  /** Whether it has come to its end. */
  readonly isOver: boolean;
  /** Ids of the groups that it stands in. */
  readonly groups: readonly string[];
  /** Type, unit, requester: what people filter and search by. */
  readonly facts: readonly string[];
  /** Calendar day by which something must be done, `2026-11-27`. */
  readonly due?: string | undefined;
  /** ISO 8601 UTC. */
  readonly changedAt: string;
  readonly open: Ask;
  /** What can be done with one click, also with several at once; offered are those that would be accepted. */
  readonly acts: readonly Titled<{ readonly id: string }>[];
};

/** What happened and what is ahead, in order. */
export type TimelineBlock = {
  readonly kind: 'timeline';
  readonly title: string;
  readonly entries: readonly {
    readonly title: string;
    readonly text?: string | undefined;
    readonly when?: string | undefined;
    readonly tone: Tone;
    /** `ahead` is what is still to come. */
    readonly at: 'past' | 'now' | 'ahead';
  }[];
};

/** Forms on one screen, each sent by itself: its fields go along with the verb, as from a card. */
export type FormsBlock = {
  readonly kind: 'forms';
  readonly id: string;
  readonly title: string;
  readonly text?: string | undefined;
  readonly forms: readonly {
    readonly id: string;
    readonly title: string;
    /** What is so now. */
    readonly lines: readonly { readonly text: string; readonly tone: Tone }[];
    readonly fields: readonly Field[];
    /** The first one is what is usually pressed. */
    readonly asks: readonly Titled<object>[];
  }[];
};

/** Files of a case: to be opened, and added to where that is possible. */
export type FilesBlock = {
  readonly kind: 'files';
  readonly id: string;
  readonly title: string;
  /** Number of the case. */
  readonly of: string;
  readonly files: readonly { readonly id: string; readonly name: string; readonly about: string }[];
  readonly empty: string;
  /** What may be added, in words; absent where nothing may. */
  readonly adding?: string | undefined;
};

/** Things in an order that people arrange, by dragging or with buttons; each has a form of its own. */
export type ArrangeBlock = {
  readonly kind: 'arrange';
  readonly id: string;
  readonly title: string;
  readonly text?: string | undefined;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly edit: EntryForm;
    /** Sent with how many `places` it goes. */
    readonly up: Press;
    readonly down: Press;
    readonly remove: Press;
  }[];
  readonly add: EntryForm;
  /** What could be added as it is. */
  readonly offers?: { readonly title: string; readonly asks: readonly Titled<object>[] } | undefined;
  readonly empty: string;
  /** Shown folded. */
  readonly folded?: boolean | undefined;
};

/** A form for one thing: its fields go along with the verb. */
export type EntryForm = {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly ask: Press;
};

/** What each line of a field must look like, as a pattern, and what is said at it otherwise. Whoever takes it looks again. */
export type Must = { readonly match: string; readonly text: string };

export type Field = { readonly id: string; readonly label: string } & (
  | {
      readonly kind: 'text' | 'words';
      readonly value: string;
      readonly must?: Must | undefined;
      /** Holds a few characters. */
      readonly isShort?: true;
    }
  | {
      readonly kind: 'choice';
      readonly value: string;
      readonly options: readonly { readonly title: string; readonly value: string }[];
    }
  | { readonly kind: 'number'; readonly value: number }
  /** A calendar day, `2026-11-27`, or nothing. */
  | { readonly kind: 'day'; readonly value: string }
  /** Of these as many as fit; sent with commas between them, as cards do. */
  | {
      readonly kind: 'several';
      readonly value: readonly string[];
      readonly options: readonly { readonly title: string; readonly value: string }[];
    }
);

/** The role model as a picture: levels from top to bottom, roles on them, relations between them. */
export type MapBlock = {
  readonly kind: 'map';
  readonly title: string;
  readonly levels: readonly {
    readonly title: string;
    readonly roles: readonly {
      readonly id: string;
      readonly letter: string;
      readonly name: string;
      readonly summary: string;
      /** Not set up yet. */
      readonly isPlanned: boolean;
      readonly holders: string;
      /** In words: vacant, without a deputy, planned. */
      readonly marks: readonly { readonly text: string; readonly tone: Tone }[];
    }[];
  }[];
  readonly relations: readonly { readonly from: string; readonly to: string; readonly text: string }[];
  /** Places that the holders can be shown for. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
};

/** What the browser gets for a tab. */
export type TabPage = {
  readonly tab: TabName;
  readonly language: Language;
  readonly person: string;
  readonly blocks: readonly Block[];
  /** What can be typed on this subject, as the help shows it. */
  readonly examples: readonly { readonly title: string; readonly text: string }[];
  /** Address of the chat with Lotse, where there is one. */
  readonly chat?: string | undefined;
  /** ISO 8601 UTC: as of when. */
  readonly at: string;
  /** Fingerprint of the blocks: another one means that something else stands there now. */
  readonly state: string;
};

/** What a link to a tab leads to: what stands behind its "#", also where somebody has broken it. */
export function placeIn({ hash }: { readonly hash: string }): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** A value of a bar that is a number of things. */
export const counted = (value: number) => ({ value, text: String(value) });

export const isTabName = (name: string): name is TabName => (tabNames as readonly string[]).includes(name);
