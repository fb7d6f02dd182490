import type { Addressee } from '../core/notice.ts';
import type { Party } from '../core/party.ts';
import type { Beside, DocumentRef } from '../core/ports/store.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Reply } from '../core/reply.ts';
import type { Language, Text } from '../core/text.ts';
import type { Turn } from '../core/turn.ts';
import type { Decision } from './decision.ts';
import type { CaseDocument } from './document.ts';
import type { CaseRecord } from './record.ts';
import type { World } from './world.ts';

/** What a card, a page or a dialog carried. Never trusted: an act's `input` reads it. */
export type Data = Readonly<Record<string, unknown>>;

/** What fields of a form hold, by their names. */
export type Fields = Readonly<Record<string, string>>;

/** Who acts, and the door through which: a page counts as `mail`, because that is where its link came from. */
export type Acting = Party & { readonly via: 'teams' | 'mail' };

/** Documents of other collections as they were read beside the case; `undefined` where there is none. */
export type BesideRead = (ref: DocumentRef) => Beside | undefined;

/** Words by which an act is typed behind (or before) the number of its case. */
export type Typed<D, C extends World = World> = {
  /** They are about a part of the case that has a number of its own: `03` of `B-2026/1-03`. */
  readonly ofPart?: true;
} & (
  | {
      /** Alternatives as in a pattern: `beenden|schließen`. The language of the words is that of the answer. */
      readonly de: string;
      readonly en: string;
      /** Field of the input that takes what follows the words; without one nothing may follow. */
      readonly rest?: string;
      /**
       * Reads what follows instead, looking things up where names were typed; `undefined` when that is none of this act.
       * @throws {Refusal} when something is missing
       */
      readonly read?: (
        rest: string,
        doc: D,
        context: C,
        part: string,
      ) => Data | undefined | Promise<Data | undefined>;
      /** What these words mean besides. */
      readonly means?: Data;
    }
  /** A grammar of its own. */
  | {
      readonly claims: (words: string) => boolean;
      /** @throws {Refusal} when the words are none of this document */
      readonly read: (words: string, doc: D, context: C, part: string) => Data | Promise<Data>;
      readonly language?: (words: string) => Language | undefined;
    }
);

/** What became of an act that a button or typed words asked for. */
export type Came<D, I> = {
  /** The case as it is now. */
  readonly doc: D;
  readonly input: I;
  readonly isChanged: boolean;
  /** Why it was not done. */
  readonly refusal?: Refusal | undefined;
};

/**
 * Something that can be done with a case, declared once. From it come the handler of its buttons, the typed command
 * with its language, what a page or a dialog sends, its line of the help and of the rights table, and whether a view
 * offers it.
 */
export type Act<D extends CaseDocument, C extends World, I = never> = {
  readonly kind: string;
  /** What it does, as a button and the help say it: "Umfrage beenden". */
  readonly title: Text;
  /** Reads what a door brought; throws on what cannot be read at all, and is forgiving about the rest. */
  readonly input: { parse(data: unknown): I };
  /** Buttons by their verb, each with what it means; `NAME-KIND` if not given. Verbs of sent cards are kept. */
  readonly buttons?: Readonly<Record<string, Data>>;
  readonly typed: readonly Typed<D, C>[];
  /** An input that would do, for the dry run: a view offers the act when the decision would take it. */
  readonly probe: (doc: D, by: Party, context: C) => NoInfer<I> | undefined;
  /**
   * Pure. `undefined` when it changes nothing: a repetition, or a click on what has changed since.
   * @throws {Refusal} when this party may not do it, or not now, or something is missing
   */
  readonly decide: (doc: D, input: I, by: Acting, context: C, beside: BesideRead) => Decision<D> | undefined;
  /** The view that shows what came of it; the widest that the party has if not given. */
  readonly shows?: string;
  /** Goes on to something else instead of showing the case. */
  readonly leadsTo?: (doc: D, turn: Turn) => Promise<Reply>;
  /** What is said on the card when it was done, where the case itself does not tell. */
  readonly says?: (doc: D, input: I) => Text | undefined;
  /**
   * Shows what came of it in its own way: the form that it was sent from, or another card about the case. `undefined`
   * leaves it to the machine.
   * @throws {Refusal} the refusal, where it is the answer
   */
  readonly came?: (
    came: Came<D, NoInfer<I>>,
    turn: Turn,
    context: C,
  ) => Reply | undefined | Promise<Reply | undefined>;
  /** What the party wrote, to stand in the form again when it is refused. */
  readonly wordsOf?: (input: I) => string | undefined;
  /** The same for a form of several fields, by their names. */
  readonly fieldsOf?: (input: I) => Fields;
  /** What follows its words may be a question: "Rückfrage: Welche Version?" asks, and acts all the same. */
  readonly asks?: true;
  /** What follows its words is a reason, which may say no without negating the act: "absagen, ich kann nicht". */
  readonly reasons?: true;
  /** May be pressed and typed where others read along. */
  readonly anywhere?: true;
  /** Documents that the decision rests on besides those of the kind. */
  readonly beside?: (doc: D, input: I) => readonly DocumentRef[];
};

/** An act whose input is its own business. */
// biome-ignore lint/suspicious/noExplicitAny: an act reads its own input, nobody else does
export type AnyAct<D extends CaseDocument, C extends World> = Act<D, C, any>;

/** Declares the acts of one kind, so that each infers its input. */
export const actsOf =
  <D extends CaseDocument, C extends World>() =>
  <I>(act: Act<D, C, I>): AnyAct<D, C> =>
    act;

/** What a view is drawn with besides the case. */
export type Showing = {
  /** What is said on the card: what became of an act, or why not. */
  readonly remark?: string | undefined;
  /** What was typed and must not be lost. */
  readonly typed?: string | undefined;
  /** The same, by the names of the fields. */
  readonly fields?: Fields | undefined;
  /** Code of the refusal that `remark` words, so that a view can say it at the field that it is about. */
  readonly refused?: string | undefined;
  /** Whether the viewer could do this now: the dry run of the act. */
  readonly can: (kind: string) => boolean;
  /** Why the viewer could not do it now, where a refusal says so. */
  readonly why: (kind: string) => Text | undefined;
};

/** One way in which a case is shown. A party that may see a wider one may see a narrower one too. */
export type CaseView<D extends CaseDocument, C extends World> = {
  /** Kind of its cards, as they are remembered: `date-poll`. Without one they are not kept up to date. */
  readonly card?: string;
  /** Says less than they may see, to whomever it is sent: its cards are kept as they are for all of them. */
  readonly isExcerpt?: true;
  /** Whether somebody can have a card of it; always if not given. */
  readonly isUsed?: (doc: D) => boolean;
  /** Everybody has a card of their own: whose there are. */
  readonly owners?: (doc: D, context: C) => readonly string[];
  /** `undefined` where there is nothing to show to this party, although it may see a wider view. */
  readonly reply: (
    doc: D,
    viewer: Addressee,
    context: C,
    showing: Showing,
  ) => Reply | undefined | Promise<Reply | undefined>;
  /** Verbs that draw it again in place, and those that show it as a new card. */
  readonly refresh: readonly string[];
  readonly open?: readonly string[];
  /**
   * What everybody is shown in groups and channels, whoever asks: as somebody who has no part in the case sees it. With
   * such a view the case may be named there; without one it is for the personal chat.
   */
  readonly anywhere?: true;
};

/** Something that opens a form about a case instead of acting. */
export type Opening = {
  readonly verb: string;
  readonly de: string;
  readonly en: string;
  /** Field of the data that takes what follows the words; without one nothing may follow. */
  readonly rest?: string;
  /** It is a long form, which opens in a dialog where the client has them. */
  readonly form?: true;
  /** @param data what the button carried or the words said */
  readonly open: (turn: Turn, id: string, data: Data) => Promise<Reply>;
};

/** A kind of case: a versioned document, who sees it how, what people do with it, and what time does. */
export type CaseType<D extends CaseDocument, C extends World> = {
  /** What is kept of it, for how long, and who stands in it. */
  readonly record: CaseRecord<D, C>;
  /** `beirat.poll`. Verbs begin with it, notices with what stands before the point. */
  readonly name: string;
  /** The same no, whether there is none or it does not concern whoever asks. @param label number as people read it */
  readonly missing: (label: string) => Text;
  /** The widest first. */
  readonly views: Readonly<Record<string, CaseView<D, C>>>;
  /** The widest view that a party has now; `undefined` when the case is none of their business. */
  readonly seenAs: (doc: D, party: string, context: C) => string | undefined;
  readonly acts: readonly AnyAct<D, C>[];
  readonly openings?: readonly Opening[];
  /** Shows a part of the case that has a number of its own: `03` of `B-2026/1-03`. */
  readonly part?: (turn: Turn, id: string, part: string) => Promise<Reply>;
  /** Looks up what a view or an act needs of the world besides, e.g. what else there is on that day; nothing is locked. */
  readonly looksUp?: (doc: D, context: C, act?: string) => Promise<C>;
  /** Documents that every decision of the kind rests on. */
  readonly beside?: (doc: D) => readonly DocumentRef[];
  /** A guard in front of every act: `undefined` lets the act come to nothing, e.g. when the case has ended. */
  readonly isClosed?: (doc: D) => boolean;
  /** Pure: what the moment brings; `undefined` when nothing. */
  readonly onTime: (doc: D, context: C, beside: BesideRead) => Decision<D> | undefined;
  /** When time looks at it next, ISO 8601. */
  readonly dueAt: (doc: D, context: C) => string | undefined;
  /** What ids of its notices begin with; the id of the case if not given. */
  readonly noticesOf?: ((doc: D) => string) | undefined;
  /** What is said when an act changed nothing. @param data what the door brought, e.g. what a card was drawn for */
  readonly unchanged?: (doc: D, kind: string, data: Data) => Text | undefined;
};
