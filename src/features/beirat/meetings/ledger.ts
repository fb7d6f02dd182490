import type { Cases } from '../../../case/cases.ts';
import { changed, type Decision, deciding, notified, showingTo } from '../../../case/decision.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Job } from '../../../core/feature.ts';
import type { Notice } from '../../../core/notice.ts';
import type { Fate, Fates } from '../../../core/ports/fates.ts';
import type { Context } from '../board/context.ts';
import { officeNow } from '../board/members.ts';
import { bounced } from './labels.ts';
import type { Dispatch, DispatchKind, Invitee, Meeting } from './model.ts';

/** What the office and the chair are told; what members are sent has the name of its dispatch. */
export type OfficeNotice =
  | 'approve'
  | 'approved'
  | 'confirm-change'
  | 'wish'
  | 'news'
  | 'question'
  | 'paper-brought'
  | 'declared'
  | 'danger'
  | 'unsettled'
  | 'dispatch'
  | 'open-question'
  | 'approve-minutes'
  | 'minutes-wish'
  | 'date'
  | 'record'
  | 'objection'
  | 'review-comment'
  | 'review-late'
  | 'recommendation-answered'
  | 'recommendation-late'
  | 'resolution-due';
/** What a body is told that something is recommended to, and whoever looks at an item before. */
export type BodyNotice = 'recommendation' | 'recommendation-due' | 'review' | 'review-due';
/** What members are told besides what goes into the ledger. */
export type MemberNotice = 'answer' | 'objection-answered';

/** A decision about a meeting: nobody's invitation shows something else yet. */
export const begin = (meeting: Meeting): Decision<Meeting> => showingTo(deciding(meeting), []);

/** The cards of these members show something that has changed. */
export const outdating = (decision: Decision<Meeting>, members: readonly string[]): Decision<Meeting> =>
  showingTo(decision, decision.owners && [...new Set([...decision.owners, ...members])]);

/** The cards of all members do. */
export const outdatingAll = (decision: Decision<Meeting>): Decision<Meeting> =>
  showingTo(decision, undefined);

type More = { readonly key?: string | undefined; readonly facts?: Notice['facts'] };

/** Each of the parties is told, once for each key; without one once for the newest entry of the history. */
export const telling = (
  decision: Decision<Meeting>,
  name: OfficeNotice | MemberNotice | BodyNotice,
  parties: Iterable<string | undefined>,
  more: More = {},
): Decision<Meeting> =>
  notified(decision, parties, { name, urgency: name === 'news' ? 'news' : 'act', ...more });

/** Changes one invitee. */
export const withInvitee = (
  decision: Decision<Meeting>,
  party: string,
  more: Partial<Invitee>,
): Decision<Meeting> =>
  changed(decision, {
    invitees: decision.doc.invitees.map((one) => (one.party === party ? { ...one, ...more } : one)),
  });

/**
 * Sends something to members: owes the notices and opens a line in the ledger for each. The same thing with the same
 * key is sent to nobody twice.
 */
export function dispatching(
  decision: Decision<Meeting>,
  kind: DispatchKind,
  parties: readonly string[],
  { now }: Pick<Context, 'now'>,
  { key, facts }: More = {},
): Decision<Meeting> {
  const { id, issue, sending, invitees } = decision.doc;
  const keyed = key ?? String(issue);
  const noticeFor = (party: string) => `${id} ${kind} ${keyed} ${party}`;
  const isNew = ({ party, dispatches }: Invitee) =>
    parties.includes(party) && !dispatches.some(({ notice }) => notice === noticeFor(party));
  const sentTo = invitees.filter(isNew).map(({ party }) => party);
  const line = (party: string): Dispatch => ({
    notice: noticeFor(party),
    kind,
    issue,
    at: now,
    state: 'waiting',
  });
  const opened = changed(decision, {
    invitees: invitees.map((one) =>
      isNew(one) ? { ...one, dispatches: [...one.dispatches, line(one.party)] } : one,
    ),
    sending: sending || sentTo.length > 0,
  });
  return outdating(notified(opened, sentTo, { name: kind, key: keyed, facts: { issue, ...facts } }), sentTo);
}

/** How long an invitation may be on its way before the office should look, in milliseconds. */
const delay = 4 * 3_600_000;
const inviting: readonly DispatchKind[] = ['invitation', 'deputy', 'change'];

/** Still on its way to a member after hours: the office hears of it while there is time for another way. */
export const isDelayed = ({ state, at, kind }: Dispatch, now: string): boolean =>
  state === 'waiting' && inviting.includes(kind) && Date.parse(now) - Date.parse(at) > delay;

/** Whether something must be cleared up for a member. */
export const isUnsettled = ({ state }: Dispatch): boolean => state === 'failed' || state === 'unclear';

/**
 * Takes over into the ledger what became of the notices of a meeting. What failed before and has arrived now is marked
 * as repaired; what the office has settled itself stays as it is.
 * @returns `undefined` when nothing is new
 */
export function withFates(
  meeting: Meeting,
  fates: ReadonlyMap<string, Fate>,
  context: Context,
): Decision<Meeting> | undefined {
  const invitees = meeting.invitees.map((one) => settledBy(one, fates, context.now));
  const sending = invitees.some(({ dispatches }) => dispatches.some(({ state }) => state === 'waiting'));
  const isSame = invitees.every((one, at) => one === meeting.invitees[at]) && sending === meeting.sending;
  const isSlow =
    meeting.urged.delayed !== meeting.issue &&
    invitees.some(({ dispatches }) => dispatches.some((line) => isDelayed(line, context.now)));
  if (isSame && !isSlow) return undefined;
  const settled = toldOfFailures(changed(begin(meeting), { invitees, sending }), meeting, context);
  if (!isSlow) return settled;
  const noted = changed(settled, { urged: { ...meeting.urged, delayed: meeting.issue } });
  return telling(noted, 'unsettled', [officeNow(context)], { key: `${meeting.issue} delayed` });
}

/** The office hears of what must be cleared up: one word an hour, however many dispatches fail in it. */
function toldOfFailures(decision: Decision<Meeting>, before: Meeting, context: Context): Decision<Meeting> {
  const count = ({ invitees }: Meeting) =>
    invitees.flatMap(({ dispatches }) => dispatches.filter(isUnsettled)).length;
  if (count(decision.doc) <= count(before)) return decision;
  const key = `${before.issue} ${context.now.slice(0, 13)}`;
  return telling(decision, 'unsettled', [officeNow(context)], { key });
}

function settledBy(one: Invitee, fates: ReadonlyMap<string, Fate>, now: string): Invitee {
  const dispatches = one.dispatches.map((line) => {
    const fate = fates.get(line.notice);
    return fate ? lineAfter(line, fate) : lost(line, now);
  });
  return dispatches.every((line, at) => line === one.dispatches[at]) ? one : { ...one, dispatches };
}

/** Nothing is known of a notice that should be on its way, after a restored backup for instance: to be cleared up. */
const lost = (line: Dispatch, now: string): Dispatch =>
  line.state === 'waiting' && Date.parse(now) - Date.parse(line.at) > patience
    ? { ...line, state: 'unclear', since: now }
    : line;

const patience = 3_600_000;

function lineAfter(line: Dispatch, fate: Fate): Dispatch {
  // What came back later is not undone by its having been sent.
  if (line.reasons?.includes(bounced)) return line;
  if (line.state === 'reached' || fate.state === line.state || fate.state === 'waiting') return line;
  // The office has sent it again as a new line; only that the old one did arrive after all is news.
  if (line.state === 'not-needed' && fate.state !== 'sent') return line;
  const wasBad = isUnsettled(line);
  if (wasBad && fate.state === 'not-needed') return line;
  const { reasons: _, since: __, channel: ___, ...rest } = line;
  return {
    ...rest,
    state: fate.state,
    ...(fate.channel ? { channel: fate.channel } : {}),
    ...(fate.since ? { since: fate.since } : {}),
    ...(fate.reasons.length > 0 && fate.state !== 'sent' ? { reasons: [...fate.reasons] } : {}),
    ...(wasBad && fate.state === 'sent' ? { repaired: true } : {}),
  };
}

/** A mail came back as undeliverable: to be cleared up, and the office hears of it. `undefined` when that is known. */
export function cameBack(meeting: Meeting, notice: string, context: Context): Decision<Meeting> | undefined {
  const next = withLine(meeting, notice, (line) =>
    line.state === 'sent' || line.state === 'unclear'
      ? { ...line, state: 'failed', reasons: [bounced], since: context.now }
      : line,
  );
  return next && toldOfFailures(next, meeting, context);
}

/** A program answered that the member is away: the office sees it at what was sent. */
export const isAway = (meeting: Meeting, notice: string, context: Context): Decision<Meeting> | undefined =>
  withLine(meeting, notice, (line) => (line.awayAt ? line : { ...line, awayAt: context.now }));

function withLine(
  meeting: Meeting,
  notice: string,
  change: (line: Dispatch) => Dispatch,
): Decision<Meeting> | undefined {
  const invitees = meeting.invitees.map((one) => {
    const dispatches = one.dispatches.map((line) => (line.notice === notice ? change(line) : line));
    return dispatches.every((line, at) => line === one.dispatches[at]) ? one : { ...one, dispatches };
  });
  const isSame = invitees.every((one, at) => one === meeting.invitees[at]);
  return isSame ? undefined : changed(begin(meeting), { invitees });
}

type LedgerPorts = {
  readonly meetings: Pick<Cases<Meeting, Context>, 'collection' | 'change'>;
  readonly fates: Fates;
};

/** Follows up what was sent: at once while something is on its way, every few minutes what is to be cleared up. */
export function followUp({ meetings, fates }: LedgerPorts): Job {
  let lastSlow = 0;
  return {
    id: 'beirat.ledger',
    async run(now) {
      const isSlow = now.getTime() - lastSlow >= slowly;
      const open = await meetings.collection.list(isSlow ? {} : { where: { sending: true } });
      if (isSlow) lastSlow = now.getTime();
      const followed = open.filter((one) => one.sending || hasUnsettled(one));
      await eachByItself(followed, async ({ id, sending }) => {
        const known = new Map((await fates(id)).map((fate) => [fate.notice, fate]));
        if (known.size === 0 && !sending) return;
        await meetings.change(id, now.toISOString(), (meeting, context) =>
          withFates(meeting, known, context),
        );
      });
    },
  };
}

/** Milliseconds between looks at what had failed: somebody may have sent it again elsewhere. */
const slowly = 60_000;

const hasUnsettled = ({ invitees }: Meeting): boolean =>
  invitees.some(({ dispatches }) => dispatches.some(isUnsettled));
