import type { Job } from '../../../core/feature.ts';
import type { Fate, Fates } from '../../../core/ports/fates.ts';
import type { Change, Collection } from '../../../core/ports/store.ts';
import type { Context } from '../board/context.ts';
import { officeNow } from '../board/members.ts';
import { isUnsettled } from './acts/follow.ts';
import type { Dispatch, Invitee, Meeting } from './model.ts';
import { oneByOne } from './one-by-one.ts';
import { asChange, changed, type Progress, starting, telling } from './owing.ts';

/**
 * Takes over into the ledger what became of the notices of a meeting. What failed before and has arrived now is marked
 * as repaired; what the office has settled itself stays as it is.
 * @returns `undefined` when nothing is new
 */
export function withFates(
  meeting: Meeting,
  fates: ReadonlyMap<string, Fate>,
  context: Context,
): Change<Meeting> | undefined {
  const invitees = meeting.invitees.map((one) => settledBy(one, fates, context.now));
  const sending = invitees.some(({ dispatches }) => dispatches.some(({ state }) => state === 'waiting'));
  const isSame = invitees.every((one, at) => one === meeting.invitees[at]) && sending === meeting.sending;
  if (isSame) return undefined;
  const settled = changed(starting(meeting), { invitees, sending });
  return asChange(toldOfFailures(settled, meeting, context), context);
}

/** The office hears of what must be cleared up: one word an hour, however many dispatches fail in it. */
function toldOfFailures(progress: Progress, before: Meeting, context: Context): Progress {
  const count = ({ invitees }: Meeting) =>
    invitees.flatMap(({ dispatches }) => dispatches.filter(isUnsettled)).length;
  if (count(progress.meeting) <= count(before)) return progress;
  const key = `${before.issue} ${context.now.slice(0, 13)}`;
  return telling(progress, 'unsettled', officeNow(context), context, { key });
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
  if (line.state === 'reached' || fate.state === line.state || fate.state === 'waiting') return line;
  // The office has sent it again as a new line; only that the old one did arrive after all is news.
  if (line.state === 'not-needed' && fate.state !== 'sent') return line;
  const wasBad = line.state === 'failed' || line.state === 'unclear';
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

type LedgerPorts = {
  readonly meetings: Collection<Meeting>;
  readonly fates: Fates;
  readonly contextAt: (at: string) => Context;
};

/** Follows up what was sent: at once while something is on its way, every few minutes what is to be cleared up. */
export function followUp({ meetings, fates, contextAt }: LedgerPorts): Job {
  let lastSlow = 0;
  return {
    id: 'beirat.ledger',
    async run(now) {
      const isSlow = now.getTime() - lastSlow >= slowly;
      const open = isSlow ? await meetings.list() : await meetings.list({ where: { sending: true } });
      if (isSlow) lastSlow = now.getTime();
      const followed = open.filter((one) => one.sending || hasUnsettled(one));
      await oneByOne(followed, async ({ id, sending }) => {
        const known = new Map((await fates(id)).map((fate) => [fate.notice, fate]));
        if (known.size === 0 && !sending) return;
        await meetings.change(id, (meeting) => withFates(meeting, known, contextAt(now.toISOString())));
      });
    },
  };
}

/** Milliseconds between looks at what had failed: somebody may have sent it again elsewhere. */
const slowly = 60_000;

const hasUnsettled = ({ invitees }: Meeting): boolean =>
  invitees.some(({ dispatches }) =>
    dispatches.some(({ state }) => state === 'failed' || state === 'unclear'),
  );
