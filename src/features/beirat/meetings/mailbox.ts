import { eachByItself } from '../../../core/each.ts';
import type { Job } from '../../../core/feature.ts';
import type { Ids } from '../../../core/ports/ids.ts';
import type { Inbox, Incoming } from '../../../core/ports/inbox.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { MeetingDesk } from './desk.ts';
import { cameBack, isAway } from './ledger.ts';
import { newestSequence, readEvent } from './letters/calendar.ts';
import { ends } from './model.ts';

export type MailboxPorts = { readonly inbox: Inbox; readonly ids: Ids };
type Reply = Extract<Incoming, { readonly kind: 'reply' }>;

/** Milliseconds between looks into the mailbox. */
const every = 60_000;

/** Answers from calendars, mails that came back, people who are away: into the ledger. Everything else is left unread. */
export function readMailbox(desk: MeetingDesk, { inbox, ids }: MailboxPorts): Job {
  let last = 0;
  return {
    id: 'beirat.mailbox',
    async run(now) {
      if (now.getTime() - last < every) return;
      last = now.getTime();
      await inbox.read((message) => received(desk, ids, message, now.toISOString()));
    },
  };
}

/** @returns whether it was dealt with; else somebody must read it */
export function received(desk: MeetingDesk, ids: Ids, message: Incoming, at: string): Promise<boolean> {
  return message.kind === 'reply' ? answered(desk, message, at) : noted(desk, ids, message, at);
}

/**
 * An answer counts when it comes from the member's own address and is about what was sent last. One to an earlier date,
 * in somebody else's name, from a forwarded invitation, or "maybe" is for people to read.
 */
async function answered({ meetings, directory }: MeetingDesk, reply: Reply, at: string): Promise<boolean> {
  const event = readEvent(reply.event);
  const meeting = event && (await meetings.collection.get(event.meeting));
  const one = meeting?.invitees.find(({ party }) => party === event?.party);
  const person = one && directory.person(one.party);
  const address = person?.email?.toLowerCase();
  if (!event || !meeting || !one || !person || !address) return false;
  if (reply.from !== address || reply.attendee !== address) return false;
  if (event.entry !== meeting.calendar || reply.sequence < newestSequence(one)) return false;
  if (reply.answer === 'tentative') return false;
  const isNo = reply.answer === 'declined';
  const { comment = '' } = reply;
  const by = { id: person.id, name: person.name, via: 'mail' as const };
  // Whoever was going to take part online and accepts in the calendar does not say anything else.
  const same = one.reply?.answer === 'online' ? 'online' : 'in-person';
  const data = { answer: isNo ? 'no' : same, reason: isNo ? comment.slice(0, 500) : '', proxy: '' };
  try {
    await meetings.act(by, meeting.id, 'reply', data, at);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
  // What somebody wrote with a yes may be a question.
  return isNo || comment === '';
}

/** Finds the notice of the mail: its id in mails is a digest of it. */
async function noted(
  { meetings }: MeetingDesk,
  ids: Ids,
  { kind, messageId }: Exclude<Incoming, Reply>,
  at: string,
): Promise<boolean> {
  const open = (await meetings.collection.list()).filter(({ state }) => !ends.includes(state));
  let isDone = false;
  await eachByItself(open, async ({ id, invitees }) => {
    const lines = invitees.flatMap(({ dispatches }) => dispatches);
    const line = lines.find(({ notice }) => ids.of('mail', notice) === messageId);
    if (!line) return;
    const change = kind === 'bounce' ? cameBack : isAway;
    await meetings.change(id, at, (meeting, context) => change(meeting, line.notice, context));
    isDone = true;
  });
  return isDone;
}
