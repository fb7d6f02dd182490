import { openHall } from '../invitation/hall.ts';

export const office = 'digitallotse';
export const chair = 'vorsitz-beirat';
export const meetingDay = '2026-12-10T13:10:00.000Z';
export const weekLater = '2026-12-17T09:00:00.000Z';
const answersAt = '2026-11-25T09:00:00.000Z';

/** The whole program with a meeting that was invited to and answered: four of seven voting seats will be there. */
export async function openInvited() {
  const hall = await openHall();
  await hall.invites();
  for (const who of [chair, 'beirat-verwaltung', 'beirat-stadtkonzern', 'beirat-wirtschaft'])
    await hall.act(who, { kind: 'reply', answer: 'in-person', via: 'teams' }, answersAt);
  return {
    ...hall,
    /** On the day of the meeting, if no other time is given. */
    at: (who: string, at = meetingDay) => ({ ...hall.as(who), at, language: 'de' as const }),
  };
}

/** Opened, with a note and a resolution on the second item, and ended. */
export async function openRecorded() {
  const hall = await openInvited();
  await hall.act(office, { kind: 'hold', startedAt: '14:05' }, meetingDay);
  const items = (await hall.meeting()).plan.items.map(({ id }) => id);
  const second = items[1] ?? '';
  await hall.act(office, { kind: 'note', item: second, text: 'Es wurde beraten.' }, meetingDay);
  await hall.act(
    office,
    {
      kind: 'resolve',
      item: second,
      wording: 'Der Beirat empfiehlt den Antrag.',
      yes: 3,
      no: 1,
      abstain: 0,
      owner: 'Amt 80',
      dueDay: '2027-01-31',
    },
    meetingDay,
  );
  await hall.act(office, { kind: 'end', endedAt: '16:10' }, meetingDay);
  return { ...hall, items };
}

export async function openSent() {
  const hall = await openRecorded();
  await hall.act(office, { kind: 'send-minutes' }, meetingDay);
  await hall.act(chair, { kind: 'release-minutes' }, meetingDay);
  return hall;
}
