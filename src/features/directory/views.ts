/**
 * What the directory's cards bind. All strings are already in the asker's language; `undefined` and empty
 * lists hide their part of the card.
 */

/** What a card needs to show the same answer again. Small enough to travel in the card, no secrets, no rights. */
export type AnswerRef = {
  readonly role: string;
  readonly task?: string | undefined;
  readonly unit?: string | undefined;
  readonly application?: string | undefined;
  /** True when it was asked who deputises. */
  readonly deputy?: boolean | undefined;
  /** True when it was asked how to reach somebody: the number stands first and large. */
  readonly number?: boolean | undefined;
  /** True when it was asked who held it before. */
  readonly before?: boolean | undefined;
  /** True when it was asked who comes after whoever holds it now. */
  readonly after?: boolean | undefined;
  /** The day that was asked about, `2026-03-15`; today without it. */
  readonly day?: string | undefined;
  /** The beginning or the end of a time in office was asked for. */
  readonly term?: 'since' | 'until' | undefined;
};

/** Somebody who holds or represents the role. */
export type HolderView = {
  /** "Amt 61", "EB 17" or the application, when it matters which. */
  readonly place?: string | undefined;
  readonly name: string;
  /** "Inhaber/in", "Vertretung", "handelt derzeit i. V.", … */
  readonly capacity: string;
  /** "abwesend bis 27.11.2026", "Stelle nicht besetzt – es handelt …" */
  readonly note?: string | undefined;
  readonly chatUrl?: string | undefined;
  readonly mailUrl?: string | undefined;
  readonly phoneUrl?: string | undefined;
  readonly phone?: string | undefined;
};

/** Card `directory/answer`. */
export type AnswerView = {
  /** Ids of the named roles, best first: travels in the feedback actions (contract for outside checks). */
  readonly roles: readonly string[];
  readonly answerId: string;
  readonly ref: AnswerRef;
  /** "Zuständig ist", "Die Entscheidung trifft", "Bewilligt wird das von" … */
  readonly lead: string;
  readonly roleName: string;
  /** Empty when it is the name itself. */
  readonly shortName: string;
  /** "B1 · Operative Ebene · Stufe 1" */
  readonly level: string;
  /** True when the model only plans the role: the card shows "vorgesehen". */
  readonly planned: boolean;
  /** What the role does here, in plain words. */
  readonly task: string;
  readonly quote: string;
  readonly passage: string;
  /** At most three: more would not fit below 28 KB; a remark says how many there are. */
  readonly holders: readonly HolderView[];
  /** "Stelle nicht besetzt" and who acts, or that nobody is recorded yet. */
  readonly vacancy?: string | undefined;
  /** At most three remarks such as "Gefragt war nach Amt 37." or "Ggf. ist der Stadtrat zu beteiligen." */
  readonly remarks: readonly string[];
  /** The next step, e.g. to ask the IT-Beauftragte for a workplace. */
  readonly nextStep?:
    | {
        readonly title: string;
        readonly text: string;
        /** Type of the request whose form the button opens, and the sentence that it starts from. */
        readonly start: { readonly type: string; readonly text: string };
        /** Link to whom to write to instead, and what it is called. */
        readonly url?: string | undefined;
        readonly contact?: string | undefined;
      }
    | undefined;
  /** Further tasks of the role (at most five), and the roles around it (at most three); behind "Mehr". */
  readonly furtherTasks: readonly string[];
  readonly around: readonly { readonly name: string; readonly text: string; readonly ref: AnswerRef }[];
  /** Set after feedback was given: the thanks in place of the buttons. */
  readonly thanks?: string | undefined;
  /** What stands first and large, when it was asked for: the telephone number of whoever acts. */
  readonly number?: { readonly text: string; readonly url: string; readonly name: string } | undefined;
  /** A second thing in the message that this card does not answer. */
  readonly rest?: SayView | undefined;
  /** Other roles that have to do with the same matter, one press away: "who else". */
  readonly others: readonly { readonly title: string; readonly text: string; readonly ref: AnswerRef }[];
};

/** Something to press that says words, as if they were typed. */
export type SayView = { readonly title: string; readonly say: string };

/** One of several possible meanings: a role, words to say, or a form. */
export type ChoiceView = {
  readonly title: string;
  readonly text?: string | undefined;
  readonly ref?: AnswerRef | undefined;
  readonly say?: string | undefined;
  readonly start?: { readonly type: string; readonly text: string } | undefined;
  /** Nothing to press: a body outside the model. */
  readonly isOnlySaid?: boolean | undefined;
};

/** Card `directory/choices`: unsure, 2–4 possible meanings as buttons. */
export type ChoicesView = {
  /** Nothing is named while it is asked back. */
  readonly roles: readonly [];
  /** Ids of the roles that are offered, best first, and what else is: travels in an action (contract for outside checks). */
  readonly choices: readonly string[];
  readonly other: readonly string[];
  readonly answerId: string;
  readonly offers: readonly ChoiceView[];
};

/** Card `directory/none`: an honest no. */
export type NoneView = {
  readonly roles: readonly [];
  readonly answerId: string;
  /** "Das regelt das IT-Rollenmodell nicht.", "Das habe ich nicht verstanden." */
  readonly title: string;
  /** Whose matter it is, or what was understood. */
  readonly text?: string | undefined;
  /** The question without names and numbers, when it can be passed on; it is kept only when that is pressed. */
  readonly question: string;
  /** Whether the question can be passed on. */
  readonly isAskable: boolean;
  /** What Lotse does know or can do. */
  readonly offers: readonly SayView[];
  /** Set after it was passed on. */
  readonly thanks?: string | undefined;
};

/** Card `directory/line`: a friendly line, and where one may go on from there. */
export type LineView = {
  readonly roles: readonly [];
  readonly answerId: string;
  readonly line: string;
  readonly offers: readonly SayView[];
};

/** Card `directory/chart`: the model as a picture of text. */
export type ChartView = {
  readonly levels: readonly {
    readonly title: string;
    readonly roles: readonly {
      readonly letter: string;
      readonly name: string;
      readonly summary: string;
      readonly planned: boolean;
      readonly ref: AnswerRef;
    }[];
  }[];
};

/** Card `directory/gaps`: questions without an answer and feedback, for 10.50. */
export type GapsView = {
  readonly roles: readonly [];
  readonly total: number;
  /** Which of them are shown, where not all are, and where the pages beside begin. */
  readonly place: string | undefined;
  readonly next: number | undefined;
  readonly former: number | undefined;
  /** Questions without an answer of the last year by topic: only counted, no words are kept. */
  readonly topics: readonly { readonly name: string; readonly count: number }[];
  /** At most ten; a question is cut to 160 characters. */
  readonly gaps: readonly {
    readonly id: string;
    readonly question: string;
    readonly count: number;
    readonly last: string;
  }[];
  /** At most ten. */
  readonly feedback: readonly {
    readonly name: string;
    readonly helpful: number;
    readonly unhelpful: number;
  }[];
};
