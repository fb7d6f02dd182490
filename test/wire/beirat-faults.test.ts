import { expect, test } from '@jest/globals';
import type { Meeting } from '../../src/features/beirat/meetings/model.ts';
import { mostDoubts } from '../../src/features/notices/fate.ts';
import { invited, isSilent } from '../features/beirat/meetings/invitation/failing-city.ts';
import { count } from '../features/beirat/meetings/invitation/three-hundred.ts';

const linesOf = ({ invitees }: Meeting, kind: string) =>
  invitees.map(({ party, dispatches }) => ({
    party,
    lines: dispatches.filter((line) => line.kind === kind),
  }));

/** One city hall for both: what happened before must not matter to what comes after. */
const hall = await invited(2026);

test('300 invitations over failing channels: everybody is in the ledger once, nobody got it twice without need', async () => {
  const ledger = linesOf(await hall.meeting(), 'invitation');
  const states: Record<string, number> = {};
  expect(ledger).toHaveLength(count);
  for (const { party, lines } of ledger) {
    const { arrived, doubts } = hall.tallyOf(party);
    const state = lines[0]?.state ?? 'missing';
    states[state] = (states[state] ?? 0) + 1;
    expect([party, lines.length]).toEqual([party, 1]);
    expect([party, ['sent', 'unclear', 'failed'].includes(state), state]).toEqual([party, true, state]);
    // Twice only where nobody could know whether it had arrived, and never more often than allowed on a channel.
    expect(arrived).toBeLessThanOrEqual(1 + doubts);
    expect(arrived).toBeLessThanOrEqual(2 * mostDoubts);
    // The end of the process may have been one doubt more.
    if (isSilent(party)) expect([party, state, doubts <= mostDoubts]).toEqual([party, 'unclear', true]);
    if (state === 'sent') expect([party, arrived > 0]).toEqual([party, true]);
    if (doubts === 0) expect([party, arrived]).toEqual([party, state === 'sent' ? 1 : 0]);
  }
  expect(Object.values(states).reduce((all, one) => all + one, 0)).toBe(count);
  expect(states.sent).toBeGreaterThan(count / 2);
  expect(states.failed).toBeGreaterThan(0);
  expect(hall.crashes()).toBeGreaterThan(0);
  expect((await hall.meeting()).sending).toBe(false);
});

test('a postponement reaches all 300 exactly once when the channels work, by mail with CANCEL', async () => {
  hall.heals();
  hall.mails.length = 0;
  await hall.act('digitallotse', { kind: 'postpone', reason: 'Vorlage fehlt' });
  await hall.untilQuiet();
  for (const { party, lines } of linesOf(await hall.meeting(), 'cancellation')) {
    expect([party, lines.map(({ state }) => state)]).toEqual([party, ['sent']]);
    expect([party, hall.tallyOf(party).arrived]).toEqual([party, 1]);
  }
  expect(hall.mails.length).toBeGreaterThanOrEqual(count / 3);
  expect(hall.mails.every(({ letter }) => letter.calendar?.method === 'CANCEL')).toBe(true);
}, 120_000);
