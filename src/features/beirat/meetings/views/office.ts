import type { Showing } from '../../../../case/case-type.ts';
import { labelOf } from '../../../../core/case-number.ts';
import { momentIn } from '../../../../core/day.ts';
import type { Addressee } from '../../../../core/notice.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, nameWithMark, quoted, shortened, type Text, wordsIn } from '../../../../core/text.ts';
import { codesOf } from '../../board/against.ts';
import { type Context, today } from '../../board/context.ts';
import { composition, isOffice } from '../../board/members.ts';
import { dayConflict, noticePeriod } from '../../board/notice-period.ts';
import { forecastOf, quorumOf } from '../../board/quorum.ts';
import { longDay, shortDay } from '../../board/words.ts';
import { silent } from '../acts/follow.ts';
import { difference } from '../acts/invite.ts';
import { repeatsAny } from '../acts/repeat.ts';
import { againstPlan } from '../against.ts';
import { unapproved } from '../approval.ts';
import { historyLine, stateWords, timesOf } from '../labels.ts';
import { type Meeting, meetingCase } from '../model.ts';
import { invitationOf } from '../policy.ts';
import { isPrepared, reviewsFact, reviewsOf } from '../reviews.ts';
import { itemsOf } from './agenda.ts';
import { declaredLines } from './declared.ts';
import { type Row, rowsOf } from './member.ts';

type Choice = { readonly title: string; readonly value: string };

/** Card `beirat/meeting`: a meeting as the office and the chair see it, with what they can do now. */
export type MeetingView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly draft: number;
  readonly issue: number;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  /** Mark and colour of the state. */
  readonly tone: 'accent' | 'good' | 'warning' | 'attention';
  readonly remark?: string | undefined;
  /** What was changed since the chair approved it. */
  readonly unapproved: readonly string[];
  /** What the chair asked to be changed. */
  readonly wish?: string | undefined;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** What stands in the way, or must be heeded; each a sentence. */
  readonly cautions: readonly string[];
  /** What is said against the plan, as codes: a button of the card was pressed by somebody who read it. */
  readonly seen: string;
  /** Whether nothing is. */
  readonly isClear: boolean;
  /** How the draft can be submitted. */
  readonly submits?: 'plain' | 'anyway' | undefined;
  readonly items: readonly { readonly text: string; readonly detail: string }[];
  /** Once answers come in they are what counts; the agenda opens on demand. */
  readonly showsAgenda: boolean;
  /** "Zugesagt 3 von 7, beschlussfähig ab 4" and what it means. */
  readonly forecast?: { readonly text: string; readonly tone: 'good' | 'bad' | 'open' } | undefined;
  readonly rows: readonly Row[];
  readonly more?: string | undefined;
  /** Open questions of members. */
  readonly questions: readonly string[];
  readonly openQuestions: readonly Choice[];
  readonly can: Can;
  readonly typed: string;
  readonly history: readonly string[];
};

const mostQuestions = 3;
const mostHistory = 4;
/** Beside what the chair is asked to confirm. */
const fewHistory = 2;

/** The card of a meeting for the office or the chair. */
export function meetingReply(meeting: Meeting, viewer: Addressee, context: Context, showing: Showing): Reply {
  const { language } = viewer;
  const view = meetingView(meeting, viewer, context, showing);
  return {
    card: 'beirat/meeting',
    data: view,
    summary: `${view.title}: ${view.state}`,
    language,
    about: { kind: meetingCase, id: meeting.id },
  };
}

function meetingView(
  meeting: Meeting,
  viewer: Addressee,
  context: Context,
  { remark, typed = '', can: offered, why }: Showing,
): MeetingView {
  const { language } = viewer;
  const can = canOf(meeting, viewer.id, context, offered);
  const { rows, more } = rowsOf(meeting, language);
  const against = againstPlan(meeting, context);
  const open = meeting.questions.filter(({ answer }) => !answer);
  return {
    roles: [],
    id: meeting.id,
    draft: meeting.draft,
    issue: meeting.issue,
    title: titleOf(meeting, context, language),
    subtitle: `${labelOf(meeting)} · ${longDay(meeting.plan.day, language)} · ${timesOf(meeting, language)}`,
    state: stateOf(meeting, language),
    tone: toneOf(meeting),
    remark: remark && shortened(remark, 500),
    unapproved: unapproved(meeting, language),
    wish: meeting.wish && `${meeting.wish.byName}: ${quoted(meeting.wish.text, language)}`,
    facts: factsOf(meeting, context, language),
    cautions: [
      ...against.map(({ text }) => `? ${text[language]}`),
      ...blocking(meeting, viewer.id, context, why).map((text) => text[language]),
      ...cautionsOf(meeting, context, language),
      ...declaredLines(meeting, language),
    ],
    seen: codesOf(against),
    isClear: against.length === 0,
    submits: can.submit ? (against.length > 0 ? 'anyway' : 'plain') : undefined,
    items: itemsOf(meeting, language),
    showsAgenda: meeting.issue === 0,
    forecast: forecastText(meeting, language),
    rows,
    more,
    questions: open
      .slice(0, mostQuestions)
      .map(
        ({ n, byName, text }) => `${n}. ${shortened(byName, 60)}: ${quoted(shortened(text, 160), language)}`,
      ),
    openQuestions: can.answer
      ? open
          .slice(0, 20)
          .map(({ n, byName }) => ({ title: `${n}. ${shortened(byName, 60)}`, value: String(n) }))
      : [],
    can,
    typed,
    history: meeting.history
      .slice(unapproved(meeting, language).length > 0 ? -fewHistory : -mostHistory)
      .reverse()
      .map((entry) => historyLine(entry, language)),
  };
}

/** "Sitzung des Digitalen Beirats" with what is special about it. */
export function titleOf(meeting: Meeting, { rules }: Context, language: Language): string {
  const second = meeting.secondOf !== undefined;
  return wordsIn(language)(
    `${second ? 'Zweite Sitzung' : 'Sitzung'} · ${rules.name.de}`,
    `${second ? 'Second meeting' : 'Meeting'} · ${rules.name.en}`,
  );
}

function stateOf(meeting: Meeting, language: Language): string {
  const words = stateWords[meeting.state][language];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function toneOf({ state }: Meeting): MeetingView['tone'] {
  if (state === 'approved' || state === 'minuted') return 'good';
  if (state === 'postponed' || state === 'awaiting-approval') return 'warning';
  return state === 'cancelled' ? 'attention' : 'accent';
}

/** What somebody can do with a meeting now; each is a group of buttons on the card. */
export type Can = Readonly<
  Record<
    | 'plan'
    | 'agenda'
    | 'reviews'
    | 'submit'
    | 'recall'
    | 'approve'
    | 'confirm'
    | 'invite'
    | 'preview'
    | 'follow'
    | 'remind'
    | 'change'
    | 'complete'
    | 'member'
    | 'answer'
    | 'list'
    | 'invitation'
    | 'record'
    | 'minutes'
    | 'discard',
    boolean
  >
>;

/** Acts as the decision would take them; beside them what opens a form or another card. */
function canOf(meeting: Meeting, party: string, context: Context, offered: Showing['can']): Can {
  const { state } = meeting;
  const office = isOffice(party, context);
  const isInvited = state === 'invited';
  const own = invitationOf(meeting, party, context);
  const hasCome = meeting.plan.day <= today(context);
  const can = {
    plan: offered('edit'),
    // A meeting without a topic cannot be submitted yet; its agenda is where one is added.
    agenda: office && state === 'planned',
    /** Whoever keeps it asks for reviews and reads what came. */
    reviews: isPrepared(meeting) && (offered('ask-review') || reviewsOf(meeting).length > 0),
    submit: offered('submit'),
    recall: offered('recall'),
    approve: offered('approve'),
    confirm: offered('confirm-change'),
    invite: offered('invite'),
    preview: state !== 'cancelled',
    remind: offered('remind'),
    // Every form of the card of changes is open as long as the date can be moved.
    change: offered('move'),
    complete: offered('complete'),
    // The ledger is looked at there, too.
    member: (office && isInvited) || offered('resend'),
    answer: offered('answer'),
    list: office && meeting.invitees.length > 0,
    /** The own invitation of whoever is a member, too. */
    invitation: (isInvited || state === 'postponed') && own !== undefined && !own.releasedAt,
    record: office && ((isInvited && hasCome) || state === 'held' || state === 'minuted'),
    /** Read the minutes that were sent, for whom the record is not open. */
    minutes: !office && meeting.session?.sentAt !== undefined && own !== undefined,
    discard: offered('discard'),
  };
  return { ...can, follow: can.remind || can.member || can.change || can.list || can.complete };
}

/** Why the next step is not offered to the office. */
function blocking({ state }: Meeting, party: string, context: Context, why: Showing['why']): readonly Text[] {
  const next = state === 'planned' ? 'submit' : state === 'approved' ? 'invite' : undefined;
  const reason = next && isOffice(party, context) ? why(next) : undefined;
  return reason ? [reason] : [];
}

/** What the office should see to. */
function cautionsOf(meeting: Meeting, context: Context, language: Language): readonly string[] {
  if (meeting.state !== 'invited') return [];
  const { joined, left } = difference(meeting, context);
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join(', ');
  return [
    ...(joined.length > 0
      ? [
          wordsIn(language)(
            `Seit der Einladung neu im Beirat: ${names(joined)}.`,
            `New in the board since the invitation: ${names(joined)}.`,
          ),
        ]
      : []),
    ...(left.length > 0
      ? [
          wordsIn(language)(
            `Nicht mehr auf diesem Sitz oder als dessen Vertretung: ${names(left)}.`,
            `No longer on this seat or deputising for it: ${names(left)}.`,
          ),
        ]
      : []),
  ];
}

function forecastText(meeting: Meeting, language: Language): MeetingView['forecast'] {
  if (!meeting.quorum || meeting.state !== 'invited') return undefined;
  const { coming, of, needed, isCertain, isLost } = forecastOf(meeting.invitees, meeting.quorum);
  const missing = silent(meeting).length;
  const text =
    language === 'de'
      ? `${coming} von ${of} stimmberechtigten Sitzen zugesagt, beschlussfähig ab ${needed}. ${isCertain ? '✓ Beschlussfähig.' : isLost ? '✕ So nicht mehr beschlussfähig.' : 'Noch offen.'}${missing > 0 ? ` Ohne Antwort: ${missing}.` : ''}`
      : `${coming} of ${of} voting seats accepted, quorum from ${needed}. ${isCertain ? '✓ Quorum expected.' : isLost ? '✕ No quorum possible.' : 'Still open.'}${missing > 0 ? ` Without an answer: ${missing}.` : ''}`;
  return { text, tone: isCertain ? 'good' : isLost ? 'bad' : 'open' };
}

/** What stands on the card of a meeting about its plan. */
export function factsOf(
  meeting: Meeting,
  context: Context,
  language: Language,
): readonly { readonly title: string; readonly value: string }[] {
  const { plan, approval, reason, state } = meeting;
  const words = language === 'de' ? german : english;
  const changedSince = meeting.issue > 1 || state === 'postponed' || state === 'cancelled';
  return [
    { title: words.place, value: shortened(plan.place, 120) },
    ...(plan.onlineUrl ? [{ title: words.online, value: plan.onlineUrl }] : []),
    { title: words.replyBy, value: shortDay(plan.replyBy, language) },
    ...outlook(meeting, context, language),
    ...[reviewsFact(meeting, language)].flatMap((fact) => fact ?? []),
    ...(plan.urgency ? [{ title: words.urgency, value: shortened(plan.urgency, 250) }] : []),
    ...(approval
      ? [
          {
            title: words.approved,
            value: `${nameWithMark(approval.byName, approval.onBehalfOf, language)}, ${momentIn(language, approval.at)}${unapproved(meeting, language).length > 0 ? words.before : ''}`,
          },
        ]
      : []),
    // Beside what is not confirmed yet stands why.
    ...(changedSince && reason && unapproved(meeting, language).length === 0
      ? [{ title: words.reason, value: shortened(reason, 250) }]
      : []),
  ];
}

const german = {
  place: 'Ort',
  online: 'Online',
  replyBy: 'Antwort bis',
  urgency: 'Dringlichkeit',
  approved: 'Freigegeben',
  before: ' (vor der Änderung)',
  reason: 'Grund der Änderung',
};
const english = {
  place: 'Place',
  online: 'Online',
  replyBy: 'Answer by',
  urgency: 'Urgency',
  approved: 'Approved',
  before: ' (before the change)',
  reason: 'Reason of the change',
};

type Fact = { readonly title: string; readonly value: string };

/** Before the invitation: is the notice period kept, is the day a good one, can there be a quorum? */
export function outlook(meeting: Meeting, context: Context, language: Language): readonly Fact[] {
  if (!['planned', 'awaiting-approval', 'approved'].includes(meeting.state)) return [];
  return [...periodFacts(meeting, context, language), ...quorumFacts(meeting, context, language)];
}

function periodFacts({ plan }: Meeting, context: Context, language: Language): readonly Fact[] {
  const { rules, holidays, now } = context;
  const t = wordsIn(language);
  const period = noticePeriod(plan.day, today(context), rules, holidays);
  const latest = shortDay(period.latest, language);
  const working =
    period.latestWorkingDay === period.latest
      ? ''
      : t(
          `, letzter Arbeitstag davor: ${shortDay(period.latestWorkingDay, language)}`,
          `, last working day before: ${shortDay(period.latestWorkingDay, language)}`,
        );
  const kept = period.isKept
    ? t(`✓ ${period.asked} volle Tage sind einzuhalten`, `✓ ${period.asked} full days can be kept`)
    : t(
        `✕ ${period.asked} volle Tage sind nicht mehr einzuhalten: Begründung der Dringlichkeit nötig`,
        `✕ ${period.asked} full days can no longer be kept: a reason for the urgency is needed`,
      );
  const free = period.freeDays.map(({ day, holiday }) =>
    holiday ? `${shortDay(day, language)} (${holiday[language]})` : shortDay(day, language),
  );
  const conflict = dayConflict(plan.day, now, holidays);
  return [
    { title: t('Spätester Versand', 'Send by'), value: `${latest}${working}. ${kept}.` },
    ...(free.length > 0
      ? [{ title: t('Freie Tage in der Frist', 'Days off in between'), value: free.join(', ') }]
      : []),
    ...(conflict?.kind === 'past'
      ? [
          {
            title: t('Sitzungstag', 'Day of the meeting'),
            value: t('✕ Ist heute oder schon vorbei', '✕ Today or over'),
          },
        ]
      : []),
  ];
}

function quorumFacts(meeting: Meeting, context: Context, language: Language): readonly Fact[] {
  const t = wordsIn(language);
  const seats = composition(context, today(context));
  const { of, needed: usual, second } = quorumOf(seats, context.rules, repeatsAny(meeting));
  const needed = second ?? usual;
  const filled = seats.filter(({ seat, holder }) => seat.vote === 'voting' && holder).length;
  const vacant = seats.filter(({ holder }) => !holder).map(({ seat }) => seat.name[language]);
  const mark = filled >= needed ? '✓' : '✕';
  const text = t(
    `${mark} ab ${needed} von ${of} stimmberechtigten Sitzen${second ? ` zu den wiederholten Punkten, sonst ab ${usual}` : ''}, besetzt sind ${filled}`,
    `${mark} from ${needed} of ${of} voting seats${second ? ` for the repeated items, else from ${usual}` : ''}, ${filled} are filled`,
  );
  return [
    { title: t('Beschlussfähig', 'Quorum'), value: text },
    ...(vacant.length > 0 ? [{ title: t('Nicht besetzt', 'Vacant'), value: vacant.join(', ') }] : []),
  ];
}
