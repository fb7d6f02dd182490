import type { Answer, Plan } from '../model.ts';
import type { RecordAct } from '../record/act.ts';

/**
 * What somebody does with a meeting. `draft` is the version of the plan that a card was drawn for, `issue` what members
 * had been sent then: an act on an earlier one changes nothing and shows the present state. Without it (a typed command)
 * the present one is meant.
 */
export type Act = PlanAct | ChangeAct | FollowAct | MemberAct | RecordAct;

/** Before members hear of it: the office plans, the chair approves. */
export type PlanAct =
  | { readonly kind: 'edit'; readonly draft?: number; readonly plan: Plan }
  | { readonly kind: 'submit'; readonly draft?: number }
  | { readonly kind: 'recall'; readonly draft?: number }
  | { readonly kind: 'approve'; readonly draft?: number }
  | { readonly kind: 'wish'; readonly draft?: number; readonly note: string }
  | { readonly kind: 'invite'; readonly draft?: number };

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
    }
  | {
      readonly kind: 'relocate';
      readonly issue?: number;
      readonly place: string;
      readonly onlineUrl?: string;
      readonly reason: string;
    }
  /** The agenda is supplemented. */
  | {
      readonly kind: 'amend';
      readonly issue?: number;
      readonly items: Plan['items'];
      readonly reason: string;
    }
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
