import { decideAct, decideTime, firstWrite, openCases, written } from '../../../../src/case/cases.ts';
import { keptAs } from '../../../../src/case/retention.ts';
import { begunAct } from '../../../../src/case/typed.ts';
import { dayOf } from '../../../../src/core/day.ts';
import type { Party } from '../../../../src/core/party.ts';
import type { Fate } from '../../../../src/core/ports/fates.ts';
import type { Change, Collection, Store } from '../../../../src/core/ports/store.ts';
import type { Context } from '../../../../src/features/beirat/board/context.ts';
import { planned as plannedIn } from '../../../../src/features/beirat/meetings/acts/draft.ts';
import { speaksAgainst } from '../../../../src/features/beirat/meetings/against.ts';
import { withFates as fatesIn } from '../../../../src/features/beirat/meetings/ledger.ts';
import type { Answer, Meeting, Plan, Presence } from '../../../../src/features/beirat/meetings/model.ts';
import { meetingRecord } from '../../../../src/features/beirat/meetings/record.ts';
import { meetingType } from '../../../../src/features/beirat/meetings/type.ts';

/** Acts on meetings in the words of the tests, done as a card or a page would carry them. */

const type = meetingType();

/**
 * What somebody does with a meeting. `draft` is the version of the plan that a card was drawn for, `issue` what members
 * had been sent then: an act on an earlier one changes nothing and shows the present state. Without it (a typed command)
 * the present one is meant.
 */
export type Act = PlanAct | ChangeAct | FollowAct | MemberAct | RecordAct | BodyAct;

/** By a body that a resolution is addressed to. */
export type BodyAct = {
  readonly kind: 'answer-recommendation';
  readonly number: string;
  readonly taken?: 'yes' | 'no';
  readonly note?: string;
};

/** Before members hear of it: the office plans, the chair approves. */
export type PlanAct =
  | { readonly kind: 'edit'; readonly draft?: number; readonly plan: Plan; readonly seen?: string }
  | { readonly kind: 'submit'; readonly draft?: number; readonly seen?: string }
  | { readonly kind: 'recall'; readonly draft?: number }
  | { readonly kind: 'approve'; readonly draft?: number; readonly seen?: string }
  | { readonly kind: 'wish'; readonly draft?: number; readonly note: string }
  | { readonly kind: 'invite'; readonly draft?: number; readonly seen?: string }
  | { readonly kind: 'discard'; readonly draft?: number; readonly reason: string };

/** By the office, after the invitations went out. */
export type ChangeAct =
  | {
      /** Another date; answers are asked for anew. Also gives a postponed meeting its new date. */
      readonly kind: 'move';
      readonly issue?: number;
      readonly day: string;
      readonly time: string;
      readonly minutes?: number;
      readonly replyBy?: string;
      readonly reason: string;
      /** Why the notice is short, where it is. */
      readonly urgency?: string;
      /** What was said against it and seen, as codes. */
      readonly seen?: string;
    }
  | {
      readonly kind: 'relocate';
      readonly issue?: number;
      readonly place: string;
      readonly onlineUrl?: string;
      readonly reason: string;
      readonly seen?: string;
    }
  /** The agenda is supplemented. */
  | {
      readonly kind: 'amend';
      readonly issue?: number;
      readonly items: Plan['items'];
      readonly reason: string;
    }
  /** By the chair: what was changed after the approval. */
  | { readonly kind: 'confirm-change'; readonly issue?: number }
  | { readonly kind: 'postpone'; readonly issue?: number; readonly reason: string }
  | { readonly kind: 'cancel'; readonly reason: string };

/** By the office, while answers come in. */
export type FollowAct =
  | { readonly kind: 'remind'; readonly issue?: number }
  /** Invites those who have joined the Beirat since, releases those who have left it. */
  | { readonly kind: 'complete' }
  | { readonly kind: 'answer'; readonly question: number; readonly text: string }
  /** Sends what failed to a member once more. */
  | { readonly kind: 'resend'; readonly party: string }
  /** A member was reached by another way. */
  | { readonly kind: 'reached'; readonly party: string; readonly note: string }
  | Extract<MemberAct, { kind: 'reply' }>;

/** By a member; by the office with `for` when a member told it. */
export type MemberAct =
  | {
      readonly kind: 'reply';
      readonly issue?: number;
      readonly answer: Answer;
      readonly reason?: string;
      /** Party of the deputy who is to come instead. */
      readonly proxy?: string;
      readonly via: 'teams' | 'mail';
      readonly for?: string;
    }
  | { readonly kind: 'ask'; readonly text: string }
  /** Did something that shows that what was sent was opened. */
  | { readonly kind: 'open'; readonly issue?: number };

export type ActKind = Act['kind'];

/** The draft of the record that a card was drawn for: an act on an earlier one changes nothing. */
type Guarded = { readonly record?: number };

/** How a meeting was held and what becomes of it: by the office, objections by members. */
export type RecordAct =
  /** Opens the record: attendance as it was found at the beginning, who chaired. Later it corrects that. */
  | (Guarded & {
      readonly kind: 'hold';
      readonly startedAt: string;
      readonly endedAt?: string;
      /** Party; without it the chair, or the deputy who is there. */
      readonly chairedBy?: string;
      readonly guests?: string;
      /** By party; who is not named is taken from the answers. */
      readonly presence?: Readonly<Record<string, Presence>>;
    })
  | {
      readonly kind: 'attend';
      readonly party: string;
      readonly presence?: Presence;
      readonly item?: string;
      readonly change?: 'comes' | 'leaves';
      readonly time?: string;
      readonly successor?: string;
      readonly note?: string;
    }
  | { readonly kind: 'chair-item'; readonly item: string; readonly party: string }
  /** What was said to an item, and who took no part in it: the whole of it. */
  | (Guarded & {
      readonly kind: 'item';
      readonly item: string;
      readonly text: string;
      readonly excluded: readonly string[];
      readonly guests?: string;
      readonly present?: readonly string[];
    })
  | {
      readonly kind: 'conflict';
      readonly item: string;
      readonly party: string;
      readonly note?: string;
      readonly isOff?: boolean;
    }
  | {
      readonly kind: 'find-urgency';
      readonly subject: string;
      readonly yes: number;
      readonly no: number;
      readonly abstain: number;
    }
  | { readonly kind: 'note'; readonly item: string; readonly text: string }
  | (Guarded & {
      readonly kind: 'resolve';
      readonly item: string;
      /** The number that is to be replaced; without it a new one is added. */
      readonly number?: string;
      readonly wording: string;
      readonly yes: number;
      readonly no: number;
      readonly abstain: number;
      readonly none?: number;
      readonly owner?: string;
      readonly dueDay?: string;
      readonly addressee?: string;
      /** What stood in the form of the item beside it. */
      readonly also?: { readonly text: string; readonly excluded: readonly string[] };
    })
  | { readonly kind: 'end'; readonly endedAt: string }
  /** With the end of the meeting, where it was entered only now. */
  | (Guarded & { readonly kind: 'send-minutes'; readonly endedAt?: string })
  /** The chair, about what was submitted. */
  | (Guarded & { readonly kind: 'release-minutes' })
  | (Guarded & { readonly kind: 'wish-minutes'; readonly wish: string })
  | { readonly kind: 'object'; readonly text: string }
  | { readonly kind: 'answer-objection'; readonly objection: number; readonly text: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'sign-minutes' }
  | { readonly kind: 'resolution-done'; readonly number: string; readonly note?: string };

/** What an act makes of a meeting. `undefined` when it changes nothing. @throws {Refusal} */
export function decide(meeting: Meeting, act: Act, by: Party, context: Context): Change<Meeting> | undefined {
  const via = 'via' in act ? { via: act.via } : {};
  return decideAct(type, meeting, sent(act), { ...by, ...via }, context);
}

/** The act as a door brings it. */
function sent(act: Act): { readonly kind: string } & Readonly<Record<string, unknown>> {
  switch (act.kind) {
    case 'answer':
    case 'answer-objection':
    case 'note':
    case 'object': {
      const { text, ...more } = act;
      return { ...more, note: text };
    }
    case 'ask':
      return { kind: act.kind, question: act.text };
    case 'reply': {
      const { for: party, reason, ...more } = act;
      return party === undefined
        ? { ...more, reason }
        : { kind: 'reply-for', issue: act.issue, answer: act.answer, note: reason, party };
    }
    case 'hold': {
      const { presence = {}, ...more } = act;
      const fields = Object.entries(presence).map(([party, value]) => [`presence-${party}`, value]);
      return { ...more, ...Object.fromEntries(fields) };
    }
    case 'item':
      return {
        ...act,
        note: act.text,
        excluded: act.excluded.join(','),
        ...(act.present ? { present: act.present.join(',') } : {}),
      };
    case 'resolve': {
      const { also, ...more } = act;
      return also ? { ...more, isForm: true, note: also.text, excluded: also.excluded.join(',') } : more;
    }
    default:
      return act;
  }
}

/** The first meeting of its year, as it is stored. */
export const planned = (
  given: {
    readonly plan: Plan;
    readonly secondOf?: string | undefined;
    readonly seen?: readonly string[];
  },
  by: Party,
  context: Context,
  id = `B-${given.plan.day.slice(0, 4)}-1`,
): Meeting => {
  const seen = seenOf(given.plan, context);
  return { ...firstWrite(type, plannedIn(id, { seen, ...given }, by, context), context).doc, version: 1 };
};

/** Whoever plans has seen what speaks against the day, where a test says nothing else. */
export const seenOf = (plan: Plan, context: Context): readonly string[] =>
  speaksAgainst(plan, context).map(({ code }) => code);

/** The cases over these documents, with the world as a test makes it. */
export const openMeetings = (collection: Collection<Meeting>, worldAt: (at: string) => Context) => {
  const store = { collection: () => collection, close: async () => undefined } as unknown as Store;
  return openCases(type, { store, directory: worldAt(wednesday).directory, contextAt: worldAt });
};
const wednesday = '2026-11-25T09:00:00.000Z';

export const atMorning = (meeting: Meeting, context: Context): Change<Meeting> | undefined =>
  decideTime(type, meeting, context);

export const withFates = (
  meeting: Meeting,
  fates: ReadonlyMap<string, Fate>,
  context: Context,
): Change<Meeting> | undefined => written(type, fatesIn(meeting, fates, context), context);

export const forgotten = (meeting: Meeting, context: Context): { readonly doc: Meeting } | undefined => {
  const doc = keptAs(meeting, meetingRecord, context, dayOf(context.now));
  return doc === meeting ? undefined : { doc };
};

/** Words about a meeting are read from the meeting alone. */
const nothingElse = undefined as never;

/** What typed words behind the number of a meeting mean. @param part number of a resolution of it */
export async function typedAs(words: string, meeting: Meeting, part?: string) {
  const begun = begunAct(type.acts, words, part);
  if (!begun) return undefined;
  return { kind: begun.act.kind, language: begun.language, ...(await begun.read(meeting, nothingElse)) };
}

/** How many acts take the same words: one, or it is decided by their order. */
export const takersOf = (words: string): readonly string[] =>
  type.acts.filter((act) => begunAct([act], words)).map(({ kind }) => kind);
