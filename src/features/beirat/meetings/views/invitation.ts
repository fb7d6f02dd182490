import type { Showing } from '../../../../case/case-type.ts';
import { labelOf } from '../../../../core/case-number.ts';
import { momentIn } from '../../../../core/day.ts';
import type { Addressee } from '../../../../core/notice.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, nameWithMark, quoted, shortened, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { longDay, shortDay } from '../../board/words.ts';
import { freeDeputies } from '../acts/deputies.ts';
import { timesOf } from '../labels.ts';
import {
  changeSentence,
  changesFor,
  confidentiality,
  headingOf,
  introOf,
  meetingName,
  replyByFact,
  statements,
  whenAndWhere,
} from '../letters/texts.ts';
import { type Invitee, invitationCase, invitationId, type Meeting } from '../model.ts';
import { agendaOf, type ShownAgenda } from './agenda.ts';
import { declaringOf } from './declared.ts';

/** Card `beirat/invitation`: a meeting as one member sees it, with what they can answer. */
export type InvitationView = ShownAgenda & {
  readonly roles: readonly [];
  readonly id: string;
  readonly issue: number;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  /** Mark and colour of the state. */
  readonly tone: 'good' | 'accent' | 'attention' | 'warning';
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
  readonly canDeclare: boolean;
  /** Items to choose from, and those that this member has declared a conflict of interest in. */
  readonly declarable: readonly Choice[];
  readonly declared: string;
  readonly declaredText?: string | undefined;
  readonly declaredNote: string;
  /** The page with everything, also what a card has no room for. */
  readonly canOpen: boolean;
  readonly canReadMinutes: boolean;
  readonly deputies: readonly Choice[];
  /** What was typed into the fields, when it must not be lost. */
  readonly question: string;
  /** Shown to the office and the chair as members will see it. */
  readonly isPreview: boolean;
};

/** What was written for an act that could not be done: it stays. */
export type Tried = { readonly question?: string };

type Offered = Pick<Showing, 'can'> & {
  readonly remark?: string | undefined;
  readonly tried?: Tried | undefined;
};

const mostChanges = 2;
const mostQuestions = 2;

/** The card of one member. */
export function invitationReply(
  meeting: Meeting,
  one: Invitee,
  viewer: Addressee,
  context: Context,
  { remark, tried = {}, can }: Offered,
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
    tone: toneOf(meeting, one),
    state: answerLine(meeting, one, language),
    remark: remark && shortened(remark, 320),
    changes: one.releasedAt
      ? []
      : changesFor(meeting, one)
          .slice(0, mostChanges)
          .map((entry) => shortened(changeSentence(meeting, entry, language), 260)),
    statements: [...introOf(meeting, one, language), ...shown.statements],
    questions: isOver ? [] : questionsOf(meeting, one, language),
    ...openTo(meeting, one, context, can, language),
    question: tried.question ?? '',
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
    state: wordsIn(language)('Vorschau: So sehen es die Mitglieder', 'Preview: this is what members see'),
    tone: 'warning',
    remark: undefined,
    changes: [],
    questions: [],
    canReply: false,
    canDeclare: false,
    declarable: [],
    declared: '',
    declaredText: undefined,
    declaredNote: '',
    canJoinOnline: false,
    canAsk: false,
    canOpen: false,
    canReadMinutes: false,
    deputies: [],
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
    greeting: plan.greeting && quoted(shortened(plan.greeting, 280), language),
    facts: [
      ...whenAndWhere(meeting, language).map(({ title, value }) => ({ title, value: shortened(value, 240) })),
      ...replyByFact(meeting, language),
      ...(by ? [{ title: wordsIn(language)('Vorsitz', 'Chair'), value: by }] : []),
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
      const asked = `${wordsIn(language)('Ihre Frage', 'Your question')}: ${quoted(shortened(text, 160), language)}`;
      const open = wordsIn(language)('noch nicht beantwortet', 'not answered yet');
      return `${asked} – ${answer ? `${answer.byName}: ${quoted(shortened(answer.text, 220), language)}` : open}`;
    });

export type Choice = { readonly title: string; readonly value: string };

/** Where a member stands with a meeting: the own answer so far, or what is asked for. */
export function answerLine(meeting: Meeting, one: Invitee, language: Language): string {
  const words = language === 'de' ? german : english;
  if (one.releasedAt) return one.as === 'deputy' ? words.released : words.left;
  if (meeting.state === 'cancelled') return words.cancelled;
  if (meeting.state === 'postponed') return words.postponed;
  if (!one.reply) {
    if (meeting.state !== 'invited') return words.over;
    return one.earlier
      ? words.again(shortDay(meeting.plan.replyBy, language))
      : words.please(shortDay(meeting.plan.replyBy, language));
  }
  const { answer, at, reason } = one.reply;
  const why = reason ? `: ${quoted(shortened(reason, 160), language)}` : '';
  return `${words[answer]} (${momentIn(language, at)})${why}${deputyLine(meeting, one, language)}`;
}

/** Who comes instead. */
function deputyLine({ invitees }: Meeting, one: Invitee, language: Language): string {
  if (one.reply?.answer !== 'no') return '';
  const words = language === 'de' ? german : english;
  const deputy = invitees.find(
    (other) =>
      other.for === (one.for ?? one.party) &&
      !other.releasedAt &&
      other.party !== one.party &&
      other.reply?.answer !== 'no',
  );
  if (!deputy) return `. ${words.nobody}`;
  return `. ${words.deputy(deputy.name)}`;
}

const german = {
  released: 'Sie müssen nicht mehr vertreten',
  left: 'Die Einladung gilt für Sie nicht mehr',
  cancelled: 'Die Sitzung fällt aus',
  postponed: 'Verschoben, ein neuer Termin folgt',
  over: 'Die Sitzung hat stattgefunden',
  please: (day: string) => `Bitte antworten Sie bis ${day}`,
  again: (day: string) => `Neuer Termin: Bitte antworten Sie neu, bis ${day}`,
  'in-person': 'Sie haben zugesagt, vor Ort',
  online: 'Sie haben zugesagt, online',
  no: 'Sie haben abgesagt',
  deputy: (name: string) => `Als Vertretung ist eingeladen: ${name}`,
  nobody: 'Eine Vertretung ist nicht eingeladen',
};
const english: typeof german = {
  released: 'You need not deputise any more',
  left: 'The invitation no longer applies to you',
  cancelled: 'The meeting is cancelled',
  postponed: 'Postponed, a new date will follow',
  over: 'The meeting has taken place',
  please: (day) => `Please answer by ${day}`,
  again: (day) => `New date: please answer again, by ${day}`,
  'in-person': 'You have accepted, in person',
  online: 'You have accepted, online',
  no: 'You have declined',
  deputy: (name) => `Invited as deputy: ${name}`,
  nobody: 'No deputy is invited',
};

/** Mark and colour that go with {@link answerLine}. */
export function toneOf({ state }: Meeting, { reply, releasedAt }: Invitee): InvitationView['tone'] {
  if (releasedAt) return 'warning';
  if (state === 'cancelled') return 'attention';
  if (reply && reply.answer !== 'no') return 'good';
  return state === 'invited' && !reply ? 'accent' : 'warning';
}

/** What a member can do now. @param can whether the decision would take an act of theirs */
export function openTo(
  meeting: Meeting,
  one: Invitee,
  context: Context,
  can: Showing['can'],
  language: Language,
) {
  const canReply = can('reply');
  return {
    canReply,
    canJoinOnline: canReply && meeting.plan.onlineUrl !== undefined && context.rules.online !== 'never',
    canAsk: can('ask'),
    ...declaringOf(meeting, one, can, language),
    canOpen: !one.releasedAt && meeting.state === 'invited',
    canReadMinutes: meeting.session?.sentAt !== undefined,
    deputies: canReply ? choicesOf(meeting, one, context) : [],
  };
}

const choicesOf = (meeting: Meeting, one: Invitee, context: Context): readonly Choice[] =>
  freeDeputies(meeting, one, context).map(({ person }) => ({ title: person.name, value: person.id }));
