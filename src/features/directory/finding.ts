import type { Language } from '../../core/text.ts';
import type { Side } from '../../language/learned/labels.ts';
import type { Mood } from '../../language/mood.ts';
import type { Understand, Understanding } from '../../language/understand.ts';
import type { Before } from './follow-up.ts';
import type { ListAsked } from './lists.ts';
import type { Directory } from './model.ts';
import type { NamedPlace } from './named-place.ts';
import type { Partner } from './partners.ts';
import type { AnswerRef } from './views.ts';

/** What a question came to. `refs` are best first. */
export type Finding =
  | {
      readonly kind: 'answer';
      readonly refs: readonly [AnswerRef, ...AnswerRef[]];
      /** "Amt 99": a unit that was asked for by number and is not in the directory. */
      readonly unknownUnit?: string | undefined;
      /** The type of request that the sentence wishes for. */
      readonly wish?: string | undefined;
      /** What the form is for, where the words themselves do not say it: "Und wie beantrage ich das?" */
      readonly subject?: string | undefined;
      /** Several roles have to do with the matter; all of them are the answer. */
      readonly isShared?: boolean | undefined;
      /** A second thing in the message, which this does not answer. */
      readonly rest?: string | undefined;
      /** The answer that it goes on from, and from which side. */
      readonly on?: On | undefined;
    }
  | {
      readonly kind: 'choices';
      readonly refs: readonly AnswerRef[];
      /** What else may be meant: labels of functions, wishes and bodies outside the model. */
      readonly others: readonly string[];
    }
  /** A function of Lotse itself, by its label. */
  | { readonly kind: 'own'; readonly label: string; readonly on?: On | undefined }
  /** A matter of a body outside the role model. */
  | { readonly kind: 'partner'; readonly ids: readonly string[]; readonly asksDuty: boolean }
  /** A list: all of a kind, what is vacant, who leads. */
  | { readonly kind: 'list'; readonly list: ListAsked }
  /** `understood`: the role model does not regulate it; else nobody knows what was meant. */
  | { readonly kind: 'none'; readonly understood: boolean }
  | { readonly kind: 'pleasantry'; readonly thanks: boolean };

/** The answer that a turn goes on from, and the side that it looks at. */
export type On = { readonly ref: AnswerRef; readonly side: Side };

/** Who asks and what was answered before: the context of "mein" and "und der Stellvertreter?". */
export type Asker = {
  readonly unit?: string | undefined;
  readonly before?: Before | undefined;
  /** The day on which it is asked, `2026-11-24`. */
  readonly day?: string | undefined;
};

/** What is answered from. */
export type Knowledge = {
  readonly directory: Directory;
  readonly understand: Understand;
  readonly partners?: readonly Partner[] | undefined;
};

/** Everything that is known of one question. */
export type Asked = Knowledge & {
  readonly text: string;
  readonly language: Language;
  readonly asker: Asker;
  readonly understood: Understanding;
  readonly place: NamedPlace;
  readonly mood: Mood;
  readonly deputy?: true | undefined;
};
