import type { CaseLetter } from './case-number.ts';
import type { FileDoor, Received } from './files/door.ts';
import type { Capture, Search } from './found.ts';
import type { CaseKind, NoticeKind } from './notice.ts';
import type { PageRoute } from './ports/pages.ts';
import type { Reply } from './reply.ts';
import type { TabPart } from './tab.ts';
import type { Text } from './text.ts';
import type { ActionTurn, InstallTurn, TextTurn, Turn } from './turn.ts';

/** Something people can type. Its examples are the help card, the documentation and a test at once. */
export type Intent = {
  readonly id: string;
  /** What it is good for, as the help card and the Teams command menu show it. */
  readonly title: Text;
  readonly examples: { readonly de: readonly string[]; readonly en: readonly string[] };
  /** Decides from the text alone whether this intent is meant. At most one intent may say yes. */
  readonly match: (text: string) => boolean;
  readonly handle: (turn: TextTurn) => Promise<Reply>;
  /** Takes every text that names a case of this letter and that no other intent claims. */
  readonly letter?: CaseLetter | undefined;
  /** It does something when it is typed, always or with these words: a question or an edited message must not. */
  readonly acts?: true | ((text: string) => boolean);
  /** It may be used where others read along; see `audience.ts`. Without it, it is for the personal chat. */
  readonly anywhere?: boolean;
  /**
   * `false` for what few people need: the command menu of Teams has twelve places, and the first page of the help shows
   * the same. The help about the feature's topic shows everything.
   */
  readonly inMenu?: boolean;
  /** Whether this person has a use for it now; the help tells nobody else of it. It is no guard: `handle` refuses. */
  readonly usefulTo?: ((turn: Turn) => boolean | Promise<boolean>) | undefined;
};

/** Something people can press. The verb is unique in the whole program. */
export type Action = {
  readonly verb: string;
  readonly handle: (turn: ActionTurn) => Promise<Reply>;
  /** It may be pressed where others read along; see `audience.ts`. Without it, it is for the personal chat. */
  readonly anywhere?: boolean;
  /** It opens a long form: in a dialog where the client has them, else as a card in the chat. */
  readonly form?: true | undefined;
};

/** Work that time brings about. Called every few seconds with the time; does what is due and not yet done. */
export type Job = { readonly id: string; readonly run: (now: Date) => Promise<void> };

/** Something that waits for a person: "2 Anträge warten auf Sie", and the words that show it. */
export type Waiting = { readonly text: Text; readonly say: Text };

/** A part of the program, complete in itself: what it answers to, as data. */
export type Feature = {
  readonly id: string;
  /** What the help calls it: "Beirat". Without one its intents stand on the first page only. */
  readonly topic?: Text | undefined;
  readonly intents: readonly Intent[];
  readonly actions: readonly Action[];
  /** Answers a text that no intent claimed; its examples must be answered by it. Exactly one feature has it. */
  readonly otherwise?: Omit<Intent, 'match'>;
  /** Greets after an installation. Exactly one feature has it. */
  readonly welcome?: (turn: InstallTurn) => Promise<Reply>;
  /** Takes the files that came with a message. At most one feature has it. */
  readonly receives?: (turn: TextTurn) => Promise<Received>;
  /** Where the pages around the chat bring and get files. At most one feature has it. */
  readonly fileDoor?: FileDoor;
  /** What this person is asked to do at the moment. */
  readonly waiting?: (turn: Turn) => Promise<readonly Waiting[]>;
  /** What it says by way of the outbox. */
  readonly notices?: readonly NoticeKind[];
  /** Cases whose cards are kept up to date. */
  readonly cases?: readonly CaseKind[];
  readonly jobs?: readonly Job[];
  /** Web pages that personal links in mails lead to. */
  readonly pages?: readonly PageRoute[];
  /** What it has to show on the pages around the chat. */
  readonly tabs?: readonly TabPart[];
  /** Finds what can be inserted into a chat. */
  readonly search?: Search;
  /** What can be made of somebody's message. */
  readonly captures?: readonly Capture[];
};
