import { describe, expect, test } from '@jest/globals';
import { openPostOffice, type PostOffice } from '../../support/post-office.ts';
import { actionTurn, textTurn } from '../../support/turns.ts';

const actorIn = ({ directory }: PostOffice, party: string) => {
  const person = directory.person(party);
  return { id: person?.teamsId ?? '', name: person?.name ?? '' };
};
const type = (
  office: PostOffice,
  text: string,
  party = 'lead-10.50',
  scope: 'personal' | 'groupChat' = 'personal',
) => office.router(textTurn(text, { actor: actorIn(office, party), at: office.now(), scope }));
const press = (office: PostOffice, verb: string, data: object = {}, party = 'lead-10.50') =>
  office.router(actionTurn(verb, { ...data }, { actor: actorIn(office, party), at: office.now() }));

/** Two people whom nothing reaches: no chat, no mail. */
async function withDead(): Promise<PostOffice> {
  const office = await openPostOffice({ known: ['lead-10.50'], mail: false });
  await office.owe({ id: 'n1' });
  await office.owe({ id: 'n2', recipient: 'staff-61', ref: 'IT-2026-0043' });
  await office.run();
  return office;
}

describe('what could not be delivered', () => {
  test('is shown to 10.50: to whom, what, and why in words', async () => {
    const office = await withDead();
    const reply = await type(office, 'Unzustellbare Nachrichten');
    expect(reply).toMatchObject({
      card: 'notices/undelivered',
      data: { total: '2 Nachrichten sind nicht angekommen.' },
    });
    expect(reply.data.notices).toContainEqual({
      id: 'n1',
      to: 'IT-Beauftragte Amt 61',
      what: 'Beispiel',
      ref: 'IT-2026-0042',
      day: '24.11.2026',
      why: 'hat Lotse in Teams noch nicht geöffnet; keine E-Mail eingerichtet',
    });
  });

  test('is nothing when everything has arrived', async () => {
    const office = await openPostOffice();
    expect((await type(office, 'undelivered messages')).data).toMatchObject({
      total: 'Everything has arrived.',
      notices: [],
    });
  });

  test('says that sending is stopped', async () => {
    const office = await openPostOffice();
    await office.owe({ id: 'n1' });
    office.answer({ outcome: 'locked-out' });
    await office.run();
    expect((await type(office, 'Unzustellbar')).data.stops).toEqual([
      expect.stringContaining('seit 24.11.2026, 10:00 Uhr angehalten'),
    ]);
  });

  test.each(['staff-61', 'itb-61'])('is not for %s', async (party) => {
    const office = await withDead();
    for (const act of [
      type(office, 'Unzustellbare Nachrichten', party),
      type(office, 'Erneut senden: alle', party),
      press(office, 'notices.resend', { id: 'n1' }, party),
      press(office, 'notices.resend-all', {}, party),
    ]) {
      await expect(act).rejects.toMatchObject({ code: 'not-notice-administration' });
    }
    expect(await office.notice('n1')).toMatchObject({ state: 'dead' });
  });

  test('is not for a group to read', async () => {
    const office = await withDead();
    await expect(type(office, 'Unzustellbar', 'lead-10.50', 'groupChat')).rejects.toMatchObject({
      code: 'only-in-personal-chat',
    });
  });
});

describe('sending again', () => {
  test('by its button starts that one anew', async () => {
    const office = await withDead();
    const reply = await press(office, 'notices.resend', { id: 'n1' });
    expect(reply).toMatchObject({ inPlace: true, data: { line: 'Die Nachricht ist wieder auf dem Weg.' } });
    expect(await office.notice('n1')).toMatchObject({ state: 'pending' });
    expect(await office.notice('n2')).toMatchObject({ state: 'dead' });
  });

  test('reaches the person when there is a way now', async () => {
    const office = await withDead();
    const withMail = await openPostOffice({ store: office.store, known: [] });
    await press(withMail, 'notices.resend', { id: 'n1' });
    await withMail.run();
    expect(withMail.mails.map(({ to }) => to.address)).toEqual(['itb-61@example.org']);
  });

  test('twice sends once', async () => {
    const office = await withDead();
    await press(office, 'notices.resend', { id: 'n1' });
    const again = await press(office, 'notices.resend', { id: 'n1' });
    expect(again.data.line).toContain('schon auf dem Weg');
    expect(await office.notice('n1')).toMatchObject({ state: 'pending', attempts: 0 });
  });

  test('by its button sends all', async () => {
    const office = await withDead();
    expect((await press(office, 'notices.resend-all')).data.line).toBe(
      '2 Nachrichten sind wieder auf dem Weg.',
    );
  });

  test.each([
    ['Erneut senden: IT-2026-0043', ['n2']],
    ['erneut senden it-2026-0042', ['n1']],
    ['resend all', ['n1', 'n2']],
    ['Erneut senden: IT-2026-0099', []],
  ])('can be typed: %s', async (text, sent) => {
    const office = await withDead();
    await type(office, text);
    const states = await Promise.all(['n1', 'n2'].map((id) => office.notice(id)));
    expect(states.filter((notice) => notice?.state === 'pending').map((notice) => notice?.id)).toEqual(sent);
  });

  test.each([{}, { id: 'gone' }, { id: 5 }])('%j: finds nothing and says so', async (data) => {
    const office = await withDead();
    expect((await press(office, 'notices.resend', data)).data.line).toContain('nichts erneut zu senden');
  });
});
