import { beforeEach, describe, expect, test } from '@jest/globals';
import { randomIds } from '../../../../src/adapters/clock/random-ids.ts';
import type { Inbox, Incoming } from '../../../../src/core/ports/inbox.ts';
import { contextAt } from '../../../../src/features/beirat/board/desk.ts';
import { withFates } from '../../../../src/features/beirat/meetings/ledger.ts';
import { ledgerLines } from '../../../../src/features/beirat/meetings/views/member.ts';
import { type Hall, openHall, start } from './invitation/hall.ts';

/* What comes into the mailbox of the sender: into the ledger, or left to people. */

const who = 'beirat-wissenschaft';
const later = '2026-11-25T09:00:00.000Z';
let hall: Hall;
let address: string;

/** A mailbox that holds what a test puts there. */
let letters: Incoming[];
let dealtWith: boolean[];
let minutes = 0;

beforeEach(async () => {
  [letters, dealtWith, minutes] = [[], [], 0];
  const inbox: Inbox = {
    async read(handle) {
      for (const message of letters.splice(0)) dealtWith.push(await handle(message));
    },
  };
  hall = await openHall(undefined, { inbox });
  await hall.invites();
  address = hall.desk.directory.person(who)?.email?.toLowerCase() ?? '';
});

const member = async () => (await hall.meeting()).invitees.find(({ party }) => party === who);
const answer = (more: Partial<Extract<Incoming, { kind: 'reply' }>> = {}): Incoming => ({
  kind: 'reply',
  from: address,
  attendee: address,
  event: `B-2026-1 ${who} c0`,
  sequence: 0,
  answer: 'accepted',
  ...more,
});
/** @returns whether nobody need read it */
async function comes(message: Incoming, at = later): Promise<boolean> {
  letters.push(message);
  minutes += 2;
  const job = hall.features.flatMap(({ jobs = [] }) => jobs).find(({ id }) => id === 'beirat.mailbox');
  await job?.run(new Date(Date.parse(at) + minutes * 60_000));
  return dealtWith.at(-1) ?? false;
}

describe('an answer from a calendar', () => {
  test('counts as the member’s own, and a later one replaces it', async () => {
    expect(await comes(answer())).toBe(true);
    expect((await member())?.reply).toMatchObject({ answer: 'in-person', via: 'mail', issue: 1 });
    expect(await comes(answer({ answer: 'declined', comment: 'Dienstreise' }))).toBe(true);
    expect((await member())?.reply).toMatchObject({ answer: 'no', reason: 'Dienstreise' });
    expect((await hall.meeting()).history.slice(-2).map(({ act, by }) => [act, by])).toContainEqual([
      'declined',
      who,
    ]);
  });

  test('that comes twice changes nothing, and words about illness are not kept', async () => {
    await comes(answer({ answer: 'declined', comment: 'bin krank' }));
    const before = await hall.meeting();
    expect(JSON.stringify(before)).not.toContain('krank');
    expect(await comes(answer({ answer: 'declined', comment: 'bin krank' }))).toBe(true);
    expect(await hall.meeting()).toEqual(before);
  });

  test('leaves whoever takes part online there', async () => {
    await hall.act(who, { kind: 'reply', answer: 'online', via: 'mail' }, later);
    await comes(answer());
    expect((await member())?.reply?.answer).toBe('online');
  });

  test('with a remark counts, and the remark is for people to read', async () => {
    expect(await comes(answer({ comment: 'Kann ich parken?' }))).toBe(false);
    expect((await member())?.reply?.answer).toBe('in-person');
  });

  test.each<[string, Partial<Extract<Incoming, { kind: 'reply' }>>]>([
    ['from another address', { from: 'sekretariat@partner.example.org' }],
    ['of a forwarded invitation, in somebody else’s name', { attendee: 'anderer@partner.example.org' }],
    ['that says maybe', { answer: 'tentative' }],
    ['to an entry that there never was', { event: `B-2026-1 ${who} c7` }],
    ['to a meeting that there is not', { event: `B-2031-9 ${who} c0` }],
    ['of somebody who is not invited', { event: 'B-2026-1 staff-61 c0' }],
    ['that is about nothing', { event: 'x' }],
  ])('%s is left to people', async (_what, more) => {
    const before = await hall.meeting();
    expect(await comes(answer(more))).toBe(false);
    expect(await hall.meeting()).toEqual(before);
  });

  test('to an earlier date does not count for the new one', async () => {
    const moved = { kind: 'move', day: '2026-12-17', time: '14:00', reason: 'Saal belegt' } as const;
    await hall.act('digitallotse', moved, later);
    expect(await comes(answer({ sequence: 0 }))).toBe(false);
    expect((await member())?.reply).toBeUndefined();
    expect(await comes(answer({ sequence: 1 }))).toBe(true);
    expect((await member())?.reply?.issue).toBe(2);
  });

  test('after the beginning is left to people', async () => {
    expect(await comes(answer(), '2026-12-10T15:00:00.000Z')).toBe(false);
  });
});

describe('a mail that came back', () => {
  const bounce = async (): Promise<Incoming> => ({
    kind: 'bounce',
    messageId: randomIds.of('mail', (await member())?.dispatches[0]?.notice ?? ''),
  });
  const sent = () =>
    hall.desk.meetings.change('B-2026-1', (meeting) => ({
      doc: {
        ...meeting,
        sending: false,
        invitees: meeting.invitees.map((one) => ({
          ...one,
          dispatches: one.dispatches.map((line) => ({
            ...line,
            state: 'sent' as const,
            channel: 'mail' as const,
            since: start,
          })),
        })),
      },
    }));

  test('is to be cleared up, said so, and told to the office once', async () => {
    await sent();
    expect(await comes(await bounce())).toBe(true);
    const [line] = (await member())?.dispatches ?? [];
    expect(line).toMatchObject({ state: 'failed', reasons: ['bounced'], since: '2026-11-25T09:02:00.000Z' });
    const one = await member();
    expect(one && ledgerLines(one, 'de').join()).toContain('als unzustellbar zurückgekommen');
    expect(await hall.owedTo('digitallotse', 'unsettled')).toHaveLength(1);
    await comes(await bounce());
    expect(await hall.owedTo('digitallotse', 'unsettled')).toHaveLength(1);
  });

  test('is not undone by its having been sent', async () => {
    await sent();
    await comes(await bounce());
    const notice = (await member())?.dispatches[0]?.notice ?? '';
    const fate = { notice, state: 'sent' as const, reasons: [], since: start };
    const context = contextAt(hall.desk, later);
    expect(withFates(await hall.meeting(), new Map([[notice, fate]]), context)).toBeUndefined();
  });

  test('with an automatic answer is delivered, and the office sees that the member is away', async () => {
    await sent();
    const { messageId } = (await bounce()) as Extract<Incoming, { kind: 'bounce' }>;
    expect(await comes({ kind: 'away', messageId })).toBe(true);
    const one = await member();
    expect(one?.dispatches[0]?.state).toBe('sent');
    expect(one && ledgerLines(one, 'de').join()).toContain('automatische Antwort: abwesend');
  });

  test('of something else is left to people', async () => {
    expect(await comes({ kind: 'bounce', messageId: 'something-else' })).toBe(false);
  });
});
