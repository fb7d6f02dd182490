import { z } from 'zod';
import type { Came } from '../../../case/case-type.ts';
import { enteredNumber } from '../../../core/entered.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Text, wordsIn } from '../../../core/text.ts';
import type { ActionTurn, Turn } from '../../../core/turn.ts';
import type { Context } from '../board/context.ts';
import { isOffice } from '../board/members.ts';
import type { AskInput } from './acts/ask.ts';
import { presenceIn } from './acts/hold.ts';
import type { ReplyInput } from './acts/reply.ts';
import type { MeetingDesk } from './desk.ts';
import { isHeld, type Meeting } from './model.ts';
import { invitationOf, isKeeper } from './policy.ts';
import { recordCard, showMinutes, showResolutions } from './record-cards.ts';
import { notInvited, SpeaksAgainst } from './refusals.ts';
import { reviewsFor } from './reviews.ts';
import { type Cards, unchanged } from './type.ts';
import { type ChangeEntries as ChangedEntries, changeReply } from './views/change.ts';
import { invitationReply, type Tried } from './views/invitation.ts';
import { itemReply } from './views/item.ts';
import { memberReply } from './views/member.ts';
import { recommendationsFor, recommendationsReply } from './views/recommendations.ts';
import { reviewsReply } from './views/reviews.ts';
import { startReply } from './views/start.ts';

/*
 * What is shown after an act that was sent from a card of its own: the form again with what is wrong, the member, the
 * record, the own invitation. Typed words about a meeting are answered by the meeting, unless another card says more.
 */

type Show = Cards['came'][string];
type About = Came<Meeting, unknown>;

const text = z.string().max(4000).catch('');
const count = z
  .unknown()
  .optional()
  .transform((value) => enteredNumber(value) ?? 0);

/** @param desk asked only when something is shown: it holds the cases that this is a part of */
export function cameCards(desk: () => MeetingDesk): Cards['came'] {
  /** Nobody else gets to see cards of the office, with whatever remark. */
  const forOffice = (show: (came: About, turn: Turn, context: Context) => Reply | undefined): Show => {
    return (came, turn, context) => {
      if (came.refusal && !isOffice(desk().meetings.viewerOf(turn).id, context)) throw came.refusal;
      return show(came, turn, context);
    };
  };

  /** Typed words of the office are answered by the meeting. */
  const pressed = (show: (came: About, turn: ActionTurn) => Reply | undefined): Show => {
    const answer = forOffice((came, turn) => (turn.kind === 'action' ? show(came, turn) : undefined));
    return (came, turn, context) => (turn.kind === 'action' ? answer(came, turn, context) : undefined);
  };

  const change = pressed(({ doc, refusal }, { data, language }) =>
    refusal
      ? changeReply(doc, language, {
          ...ChangeEntries.parse(data),
          guests: desk().rules().guests,
          // The one field that stands open above all that can be changed.
          ...(refusal.code === 'reason-missing'
            ? { wrong: [{ field: 'reason', text: refusal.text }] }
            : { remark: refusal.text[language] }),
        })
      : undefined,
  );

  /** Also what was typed gets its button, when it is only that something speaks against it. */
  const chosen = (anyway: 'move' | 'relocate'): Show => {
    const asked = forOffice(({ doc, input, refusal }, { language }) =>
      refusal instanceof SpeaksAgainst
        ? changeReply(doc, language, {
            ...(ChosenEntries.parse(input) as ChangedEntries),
            guests: desk().rules().guests,
            remark: refusal.text[language],
            anyway,
            seen: refusal.against,
          })
        : undefined,
    );
    return (came, turn, context) => asked(came, turn, context) ?? change(came, turn, context);
  };

  const member = pressed(({ doc, refusal }, { data, language }) => {
    const { party, note } = MemberEntries.parse(data);
    const more = refusal ? { note, remark: refusal.text[language] } : {};
    return memberReply(doc, language, { party, ...more });
  });

  /** What was typed and refused is a line of chat: its reason is the answer. */
  const record = (
    show: (came: About, turn: Turn, context: Context, remark: string | undefined) => Reply,
  ): Show =>
    forOffice((came, turn, context) => {
      if (came.refusal && turn.kind === 'text') throw came.refusal;
      const said = came.refusal?.text ?? (came.isChanged ? undefined : unchanged);
      return show(came, turn, context, said?.[turn.language]);
    });
  const whole = record(({ doc, refusal }, turn, context, remark) => {
    const typed = refusal && turn.kind === 'action' ? { typed: text.parse(turn.data.note) } : {};
    return recordCard(desk(), turn, doc, context, { remark, ...typed });
  });
  const start = record(({ doc, refusal }, turn, context, remark) => {
    if (!refusal || turn.kind !== 'action' || (doc.state !== 'invited' && doc.state !== 'held'))
      return recordCard(desk(), turn, doc, context, { remark });
    const entries = { ...StartEntries.parse(turn.data), presence: presenceIn(turn.data) };
    return startReply(doc, context, turn.language, { remark, entries });
  });
  const oneItem = record(({ doc, input, refusal }, turn, context, remark) => {
    if (!isHeld(doc)) return recordCard(desk(), turn, doc, context, { remark });
    const entries = refusal && turn.kind === 'action' ? { entries: ItemEntries.parse(turn.data) } : {};
    return itemReply(doc, (input as { readonly item: string }).item, context, turn.language, {
      remark,
      ...entries,
    });
  });

  /** The own item or all reviews again, with what is wrong at the form; whoever may see neither gets the reason alone. */
  const reviewed: Show = ({ doc, isChanged, refusal }, turn, context) => {
    const { id } = desk().meetings.viewerOf(turn);
    if (
      refusal &&
      (turn.kind === 'text' || (!isKeeper(doc, id, context) && reviewsFor(doc, id).length === 0))
    )
      throw refusal;
    const said = isChanged ? reviewSaved : unchanged;
    const entries = turn.kind === 'action' && refusal ? ReviewEntries.parse(turn.data) : {};
    const { language } = turn;
    const more = refusal ? { problem: refusal.text[language] } : { remark: said[language] };
    return reviewsReply(doc, id, context, language, { ...entries, ...more });
  };

  const own = (
    meeting: Meeting,
    turn: Turn,
    context: Context,
    more: { readonly remark?: string | undefined; readonly tried?: Tried | undefined } = {},
  ): Reply => {
    const { meetings } = desk();
    const viewer = meetings.viewerOf(turn);
    const one = invitationOf(meeting, viewer.id, context);
    if (!one) throw notInvited();
    const can = meetings.can(meeting, viewer, context);
    return invitationReply(meeting, one, viewer, context, { ...more, can });
  };
  const answered =
    (triedOf: (input: never) => Tried, said: (came: Came<Meeting, never>) => Text): Show =>
    (came, turn, context) => {
      const { doc, input, refusal } = came;
      if (refusal && !invitationOf(doc, desk().meetings.viewerOf(turn).id, context)) throw refusal;
      const remark = (refusal?.text ?? said(came))[turn.language];
      const stays = refusal || isStale(doc, input);
      return own(doc, turn, context, { remark, ...(stays ? { tried: triedOf(input) } : {}) });
    };

  /** The chair has read the minutes. */
  const released: Show = ({ doc, isChanged, refusal }, turn) => {
    if (refusal && refusal.code !== 'text-missing') throw refusal;
    const isOut = doc.session?.sentDraft === doc.session?.draft;
    const done = isOut ? minutesReleased : minutesBack;
    if (!refusal && !isOut) return undefined;
    const remark = (refusal?.text ?? (isChanged ? done : unchanged))[turn.language];
    return showMinutes(desk(), turn, doc.id, { remark });
  };

  return {
    ...Object.fromEntries(['amend', 'postpone', 'cancel'].map((kind) => [kind, change])),
    move: chosen('move'),
    relocate: chosen('relocate'),
    ...Object.fromEntries(['resend', 'reached', 'reply-for'].map((kind) => [kind, member])),
    ...Object.fromEntries(
      [
        'attend',
        'chair-item',
        'end',
        'find-urgency',
        'sign-minutes',
        'send-minutes',
        'answer-objection',
        'close',
      ].map((kind) => [kind, whole]),
    ),
    ...Object.fromEntries(['item', 'conflict', 'note', 'resolve'].map((kind) => [kind, oneItem])),
    // Before the sitting the meeting itself is the answer, or the form of changes with what is wrong.
    guests: (came, turn, context) => (isHeld(came.doc) ? oneItem : change)(came, turn, context),
    hold: start,
    reply: answered(
      () => ({}),
      ({ doc, input, isChanged }) => (isChanged ? thanks(input) : unchangedAnswer(doc, input)),
    ),
    ask: answered(
      ({ question }: AskInput) => ({ question }),
      ({ isChanged }) => (isChanged ? questionReceived : savedAlready),
    ),
    open({ doc }, turn, context) {
      const reply = own(doc, turn, context);
      // Called up from a list it is a new card, its own button draws it again.
      return turn.kind === 'action' && turn.verb === 'beirat.show-invitation'
        ? { ...reply, inPlace: false }
        : reply;
    },
    object({ doc, input, isChanged, refusal }, turn) {
      if (refusal && !['text-missing', 'objections-over'].includes(refusal.code)) throw refusal;
      const remark = (refusal?.text ?? (isChanged ? objectionReceived : unchanged))[turn.language];
      const { note } = input as { readonly note: string };
      return showMinutes(desk(), turn, doc.id, { remark, ...(refusal ? { typed: note } : {}) });
    },
    'release-minutes': released,
    'wish-minutes': released,
    'answer-recommendation'({ doc, input, isChanged, refusal }, turn, context) {
      if (refusal && !['answer-unread', 'rejection-reason'].includes(refusal.code)) throw refusal;
      const { number, taken, note } = input as {
        readonly number: string;
        readonly taken?: string;
        readonly note: string;
      };
      const viewer = desk().meetings.viewerOf(turn).id;
      const saved = wordsIn(turn.language)(
        `✓ Ihre Antwort auf ${number} ist gespeichert. Geschäftsführung und Vorsitz wissen davon, der Beirat hört es in der nächsten Sitzung.`,
        `✓ Your answer to ${number} is saved. Office and chair know of it, the board hears it at its next meeting.`,
      );
      return recommendationsReply(
        recommendationsFor([doc], viewer, context, false),
        viewer,
        context,
        turn.language,
        refusal
          ? { problem: refusal.text[turn.language], choice: number, taken, typed: note }
          : { remark: isChanged ? saved : unchanged[turn.language] },
      );
    },
    ...Object.fromEntries(['ask-review', 'unreview', 'comment'].map((kind) => [kind, reviewed])),
    'resolution-done'({ input, isChanged, refusal }, turn) {
      if (refusal) throw refusal;
      const { number } = input as { readonly number: string };
      const done = wordsIn(turn.language)(
        `✓ Beschluss ${number} ist erledigt.`,
        `✓ Resolution ${number} is done.`,
      );
      return showResolutions(desk(), turn, { remark: isChanged ? done : unchanged[turn.language] });
    },
  };
}

const reviewSaved = { de: '✓ Gespeichert. So steht es jetzt.', en: '✓ Saved. This is how it stands now.' };
const ReviewEntries = z.object({
  item: text,
  asked: text,
  note: z.string().optional(),
  who: text,
  until: z.string().optional(),
});
const ChangeEntries = z.object({
  day: text,
  time: text,
  place: text,
  onlineUrl: text,
  itemTitle: text,
  item: text,
  note: text,
  reason: text,
  urgency: text,
});
/** What the act was to do; what it says nothing of stays as it is. */
const ChosenEntries = z.object({
  day: z.string().optional(),
  time: z.string().optional(),
  place: z.string().optional(),
  onlineUrl: z.string().optional(),
  reason: z.string().optional(),
  urgency: z.string().optional(),
});
const MemberEntries = z.object({ party: text, note: text });
const StartEntries = z.object({ startedAt: text, endedAt: text, guests: text, chairedBy: text });
const ItemEntries = z.object({
  note: text,
  excluded: text,
  present: text,
  guests: text.optional(),
  number: text,
  wording: text,
  yes: count,
  no: count,
  abstain: count,
  none: count,
  owner: text,
  dueDay: text,
  addressee: text,
});

type Stamped = { readonly issue?: number | undefined };

export const isStale = ({ issue }: Pick<Meeting, 'issue'>, input: Stamped): boolean =>
  input.issue !== undefined && input.issue !== issue;

/** What is said when an answer changed nothing. */
export const unchangedAnswer = (meeting: Pick<Meeting, 'issue'>, input: Stamped): Text =>
  isStale(meeting, input)
    ? {
        de: 'Die Einladung hat sich inzwischen geändert, Ihre Antwort ist deshalb nicht gespeichert. So steht es jetzt; bitte antworten Sie darauf.',
        en: 'The invitation has changed meanwhile, so your answer has not been saved. This is how it stands now; please answer it.',
      }
    : savedAlready;

const savedAlready: Text = { de: 'Das war schon gespeichert.', en: 'This had been saved already.' };

/** What is said when it did. */
export const thanks = ({ answer }: Pick<ReplyInput, 'answer'>): Text =>
  answer === 'no'
    ? {
        de: 'Danke für Ihre Nachricht. Ihre Absage ist gespeichert.',
        en: 'Thank you for letting us know. Your absence is noted.',
      }
    : { de: 'Danke. Ihre Zusage ist gespeichert.', en: 'Thank you. Your acceptance is saved.' };

export const questionReceived: Text = {
  de: 'Ihre Frage ist bei der Geschäftsführung. Die Antwort kommt hierher.',
  en: 'Your question is with the board’s office. The answer will come here.',
};

const minutesReleased: Text = {
  de: 'Danke. Die Niederschrift ist freigegeben und geht an die Mitglieder.',
  en: 'Thank you. The minutes are released and go to the members.',
};
const minutesBack: Text = {
  de: 'Danke. Ihre Bitte ist bei der Geschäftsführung.',
  en: 'Thank you. Your request is with the board’s office.',
};

export const objectionReceived: Text = {
  de: 'Ihre Einwendung ist eingegangen. Die Geschäftsführung kümmert sich darum und antwortet Ihnen.',
  en: 'Your objection has been received. The board’s office will see to it and answer you.',
};
