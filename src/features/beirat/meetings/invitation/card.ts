import { labelOf } from '../../../../core/case-number.ts';
import type { Addressee } from '../../../../core/notice.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Language } from '../../../../core/text.ts';
import { nameWithMark, quoted, shortened } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { longDay } from '../../board/words.ts';
import type { MemberAct } from '../decide/act.ts';
import type { Invitee } from '../invitee.ts';
import { invitationCase, invitationId, type Meeting } from '../meeting.ts';
import { timesOf } from '../words.ts';
import { confidentiality, replyByFact, whenAndWhere } from './agenda-text.ts';
import { agendaOf, type ShownAgenda } from './card-items.ts';
import { answerLine, type Choice, openTo, toneOf } from './standing.ts';
import { changeSentence, changesFor, headingOf, introOf, meetingName, statements } from './texts.ts';

/** Card `beirat/invitation`: a meeting as one member sees it, with what they can answer. */
export type InvitationView = ShownAgenda & {
  readonly roles: readonly [];
  readonly id: string;
  readonly issue: number;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  /** One of them is true, or none: mark and colour of the state. */
  readonly good: boolean;
  readonly accent: boolean;
  readonly attention: boolean;
  readonly warning: boolean;
  readonly remark?: string | undefined;
  /** What has changed and why, the newest first. */
  readonly changes: readonly string[];
  /** What must be stated: for whom one deputises, the urgency, the lower quorum of a second meeting. */
  readonly statements: readonly string[];
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly greeting?: string | undefined;
  readonly confidential?: string | undefined;
  readonly questions: readonly string[];
  readonly canReply: boolean;
  readonly canJoinOnline: boolean;
  readonly canAsk: boolean;
  /** The page with everything, also what a card has no room for. */
  readonly canOpen: boolean;
  readonly canReadMinutes: boolean;
  readonly deputies: readonly Choice[];
  /** What was typed into the fields, when it must not be lost. */
  readonly reason: string;
  readonly question: string;
  /** Shown to the office and the chair as members will see it. */
  readonly isPreview: boolean;
};

export type More = {
  readonly remark?: string | undefined;
  /** What was to be done and could not: what was typed for it stays. */
  readonly tried?: MemberAct | undefined;
};

const mostChanges = 2;
const mostQuestions = 2;

/** The card of one member. */
export function invitationReply(
  meeting: Meeting,
  one: Invitee,
  viewer: Addressee,
  context: Context,
  { remark, tried }: More = {},
): Reply {
  const { language } = viewer;
  const isOver = one.releasedAt !== undefined || meeting.state === 'cancelled';
  const shown = shownOf(meeting, context, language);
  const view: InvitationView = {
    ...shown,
    // Who is not invited any more has no business with the papers.
    ...(isOver
      ? { items: [], lines: [], more: undefined, confidential: undefined, greeting: undefined }
      : {}),
    facts: isOver ? whenAndWhere(meeting, language).slice(0, 2) : shown.facts,
    title: `${headingOf(meeting, one, language)}: ${meetingName(meeting, language)}`,
    ...toneOf(meeting, one),
    state: answerLine(meeting, one, language),
    remark: remark && shortened(remark, 500),
    changes: one.releasedAt
      ? []
      : changesFor(meeting, one)
          .slice(0, mostChanges)
          .map((entry) => shortened(changeSentence(meeting, entry, language), 400)),
    statements: [...introOf(meeting, one, language), ...shown.statements],
    questions: isOver ? [] : questionsOf(meeting, one, language),
    ...openTo(meeting, one, context),
    reason: tried?.kind === 'reply' ? (tried.reason ?? '') : '',
    question: tried?.kind === 'ask' ? tried.text : '',
    isPreview: false,
  };
  return {
    card: 'beirat/invitation',
    data: view,
    summary: `${view.title}, ${longDay(meeting.plan.day, language)}: ${view.state}`,
    language,
    about: { kind: invitationCase, id: invitationId(meeting.id, one.party) },
  };
}

/** Exactly what members will see, without the buttons. */
export function previewReply(meeting: Meeting, context: Context, language: Language): Reply {
  const view: InvitationView = {
    ...shownOf(meeting, context, language),
    title: `${headingOf({ ...meeting, state: 'invited' }, undefined, language)}: ${meetingName(meeting, language)}`,
    state: language === 'de' ? 'Vorschau: So sehen es die Mitglieder' : 'Preview: this is what members see',
    good: false,
    accent: false,
    attention: false,
    warning: true,
    remark: undefined,
    changes: [],
    questions: [],
    canReply: false,
    canJoinOnline: false,
    canAsk: false,
    canOpen: false,
    canReadMinutes: false,
    deputies: [],
    reason: '',
    question: '',
    isPreview: true,
  };
  return { card: 'beirat/invitation', data: view, summary: `${view.state}: ${view.title}`, language };
}

/** What is the same for all members. */
function shownOf(meeting: Meeting, context: Context, language: Language) {
  const { plan, approval } = meeting;
  const by = approval && nameWithMark(approval.byName, approval.onBehalfOf, language);
  return {
    roles: [] as const,
    id: meeting.id,
    issue: meeting.issue,
    subtitle: `${labelOf(meeting)} · ${meeting.state === 'postponed' ? openDate[language] : `${longDay(plan.day, language)} · ${timesOf(meeting, language)}`}`,
    statements: statements(meeting, context, language).map((text) => shortened(text, 500)),
    greeting: plan.greeting && quoted(shortened(plan.greeting, 500), language),
    facts: [
      ...whenAndWhere(meeting, language).map(({ title, value }) => ({ title, value: shortened(value, 240) })),
      ...replyByFact(meeting, language),
      ...(by ? [{ title: language === 'de' ? 'Vorsitz' : 'Chair', value: by }] : []),
    ],
    ...agendaOf(plan.items, language),
    confidential: confidentiality(meeting, language)[0],
  };
}

const openDate = { de: 'neuer Termin folgt', en: 'new date to follow' };

/** Own questions with their answers, the newest first. */
const questionsOf = ({ questions }: Meeting, { party }: Invitee, language: Language): readonly string[] =>
  questions
    .filter(({ by }) => by === party)
    .slice(-mostQuestions)
    .reverse()
    .map(({ text, answer }) => {
      const asked = `${language === 'de' ? 'Ihre Frage' : 'Your question'}: ${quoted(shortened(text, 160), language)}`;
      const open = language === 'de' ? 'noch nicht beantwortet' : 'not answered yet';
      return `${asked} – ${answer ? `${answer.byName}: ${quoted(shortened(answer.text, 300), language)}` : open}`;
    });
