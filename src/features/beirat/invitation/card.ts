import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Language } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import { hasBegun } from '../decide/member.ts';
import type { Invitee } from '../invitee.ts';
import { type Item, invitationCase, invitationId, labelOf, type Meeting } from '../meeting.ts';
import { deputiesOf } from '../members.ts';
import { itemDetail } from '../plan/agenda-view.ts';
import { answerWords, longDay, momentIn, quoted, shortDay, shortened, timesOf } from '../words.ts';
import { introOf, statements } from './texts.ts';

type Choice = { readonly title: string; readonly value: string };

/** Card `beirat/invitation`: a meeting as one member sees it, with what they can answer. */
export type InvitationView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly issue: number;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  readonly good: boolean;
  readonly accent: boolean;
  readonly attention: boolean;
  readonly warning: boolean;
  readonly remark?: string | undefined;
  /** What is stated: what has changed and why, the urgency, the lower quorum of a second meeting. */
  readonly statements: readonly string[];
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly greeting?: string | undefined;
  readonly items: readonly InvitationItem[];
  readonly more?: string | undefined;
  readonly questions: readonly string[];
  readonly canReply: boolean;
  readonly canJoinOnline: boolean;
  readonly canAsk: boolean;
  readonly deputies: readonly Choice[];
  readonly note: string;
  /** Shown to the office and the chair as members will see it. */
  readonly isPreview: boolean;
};

type InvitationItem = {
  readonly text: string;
  readonly detail: string;
  readonly about?: string | undefined;
  readonly links: readonly { readonly title: string; readonly url: string }[];
};

export type More = { readonly remark?: string | undefined; readonly typed?: string | undefined };

const mostItems = 20;
const mostQuestions = 4;

/** The card of one member. */
export function invitationReply(
  meeting: Meeting,
  one: Invitee,
  viewer: Addressee,
  context: Context,
  { remark, typed = '' }: More = {},
): Reply {
  const view: InvitationView = {
    ...shownOf(meeting, context, viewer.language),
    ...stateOf(meeting, one, viewer.language),
    remark,
    statements: [...introOf(meeting, one, viewer.language), ...statements(meeting, context, viewer.language)],
    questions: questionsOf(meeting, one, viewer.language),
    ...openTo(meeting, one, context),
    note: typed,
    isPreview: false,
  };
  return {
    card: 'beirat/invitation',
    data: view,
    summary: `${view.title}, ${view.subtitle}: ${view.state}`,
    language: viewer.language,
    about: { kind: invitationCase, id: invitationId(meeting.id, one.party) },
  };
}

/** Exactly what members will see, without the buttons. */
export function previewReply(meeting: Meeting, context: Context, language: Language): Reply {
  const view: InvitationView = {
    ...shownOf(meeting, context, language),
    state: language === 'de' ? 'Vorschau: So sehen es die Mitglieder' : 'Preview: this is what members see',
    good: false,
    accent: false,
    attention: false,
    warning: true,
    statements: statements({ ...meeting, issue: Math.max(1, meeting.issue) }, context, language),
    questions: [],
    canReply: false,
    canJoinOnline: false,
    canAsk: false,
    deputies: [],
    note: '',
    isPreview: true,
  };
  return { card: 'beirat/invitation', data: view, summary: `${view.state}: ${view.title}`, language };
}

/** What is the same for all members. */
function shownOf(meeting: Meeting, context: Context, language: Language) {
  const { plan } = meeting;
  const isGerman = language === 'de';
  const left = plan.items.length - mostItems;
  const approvedBy = meeting.approval?.byName;
  return {
    roles: [] as const,
    id: meeting.id,
    issue: meeting.issue,
    title: isGerman ? `Einladung: Sitzung ${labelOf(meeting)}` : `Invitation: meeting ${labelOf(meeting)}`,
    subtitle: `${context.rules.name[language]} · ${longDay(plan.day, language)}, ${timesOf(meeting, language)}`,
    greeting: plan.greeting,
    facts: [
      {
        title: isGerman ? 'Wann' : 'When',
        value: `${longDay(plan.day, language)}, ${timesOf(meeting, language)}`,
      },
      { title: isGerman ? 'Wo' : 'Where', value: plan.place },
      ...(plan.onlineUrl ? [{ title: 'Online', value: plan.onlineUrl }] : []),
      { title: isGerman ? 'Antwort bis' : 'Answer by', value: shortDay(plan.replyBy, language) },
      ...(approvedBy ? [{ title: isGerman ? 'Einladung durch' : 'Invited by', value: approvedBy }] : []),
    ],
    items: plan.items.slice(0, mostItems).map((item, at) => itemOf(item, at, plan.items.length, language)),
    more: left > 0 ? (isGerman ? `… und ${left} weitere Punkte` : `… and ${left} more items`) : undefined,
  };
}

/** A long agenda leaves less room for each item. */
const itemOf = (item: Item, at: number, count: number, language: Language): InvitationItem => ({
  text: `${at + 1}. ${shortened(item.title, 140)}`,
  detail: itemDetail(item, language),
  about: item.text && count <= 8 ? shortened(item.text, 240) : undefined,
  links: item.links
    .slice(0, count <= 8 ? 3 : 1)
    .map(({ title, url }) => ({ title: shortened(title, 60), url })),
});

function stateOf(meeting: Meeting, one: Invitee, language: Language) {
  const isGerman = language === 'de';
  const tone = { good: false, accent: false, attention: false, warning: false };
  if (one.releasedAt)
    return {
      ...tone,
      warning: true,
      state: isGerman ? 'Sie müssen nicht mehr vertreten' : 'You need not deputise any more',
    };
  if (meeting.state === 'cancelled')
    return {
      ...tone,
      attention: true,
      state: isGerman ? 'Die Sitzung fällt aus' : 'The meeting is cancelled',
    };
  if (meeting.state === 'postponed')
    return {
      ...tone,
      warning: true,
      state: isGerman ? 'Verschoben, ein neuer Termin folgt' : 'Postponed, a new date will follow',
    };
  if (!one.reply) return { ...tone, accent: true, state: isGerman ? 'Bitte antworten Sie' : 'Please answer' };
  const answer = answerWords[one.reply.answer][language];
  const at = momentIn(language, one.reply.at);
  const state = isGerman ? `Ihre Antwort: ${answer} (${at})` : `Your answer: ${answer} (${at})`;
  return { ...tone, good: one.reply.answer !== 'no', warning: one.reply.answer === 'no', state };
}

/** Own questions with their answers, the newest first. */
const questionsOf = ({ questions }: Meeting, { party }: Invitee, language: Language): readonly string[] =>
  questions
    .filter(({ by }) => by === party)
    .slice(-mostQuestions)
    .reverse()
    .map(({ text, answer }) => {
      const asked = `${language === 'de' ? 'Ihre Frage' : 'Your question'}: ${quoted(shortened(text, 300), language)}`;
      const open = language === 'de' ? 'noch nicht beantwortet' : 'not answered yet';
      return `${asked} – ${answer ? `${answer.byName}: ${quoted(shortened(answer.text, 500), language)}` : open}`;
    });

function openTo(meeting: Meeting, one: Invitee, context: Context) {
  const canReply = meeting.state === 'invited' && !one.releasedAt && !hasBegun(meeting, context);
  const deputies = canReply
    ? deputiesOf(one.seat, context).filter(({ person }) => person.id !== one.party)
    : [];
  return {
    canReply,
    canJoinOnline: canReply && meeting.plan.onlineUrl !== undefined,
    canAsk: !one.releasedAt && ['invited', 'postponed'].includes(meeting.state),
    deputies: deputies.map(({ person }) => ({ title: person.name, value: person.id })),
  };
}
