import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Hall, openHall } from '../features/beirat/meetings/invitation/hall.ts';
import { linkFor, serve } from '../features/beirat/meetings/invitation/serve.ts';

/*
 * A member outside Teams over real HTTP: the link of the letter, the page, the form.
 */

const external = 'beirat-wissenschaft';
let hall: Hall;
let server: Awaited<ReturnType<typeof serve>>;
let url: string;

beforeEach(async () => {
  hall = await openHall();
  await hall.invites();
  server = await serve(hall);
  url = server.here(await linkFor(hall, external));
});
afterEach(() => server.stop());

const send = (fields: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ do: 'answer', issue: '1', ...fields }) });
const replyOf = async () => (await hall.meeting()).invitees.find(({ party }) => party === external)?.reply;

test('a scanner that opens the link twenty times, in every way but sending, answers nothing', async () => {
  const { version } = await hall.meeting();
  for (let time = 0; time < 20; time += 1)
    await fetch(`${url}?answer=no&reason=x`, { method: time % 2 ? 'HEAD' : 'GET' });
  expect((await hall.meeting()).version).toBe(version);
  expect((await send({ answer: 'online' })).status).toBe(200);
  expect(await replyOf()).toMatchObject({ answer: 'online', via: 'mail' });
});

test('what a member writes is data: it is kept as written and comes back escaped', async () => {
  const reason = '<script>alert(1)</script> [x](https://evil.example.org)';
  const text = await (await send({ answer: 'no', reason })).text();
  expect(await replyOf()).toMatchObject({ answer: 'no', reason });
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(text).not.toContain('<script');
});

test('a late answer comes back with what applies now', async () => {
  await hall.act('digitallotse', { kind: 'move', day: '2026-12-17', time: '15:00', reason: 'Kollision' });
  const late = await send({ answer: 'online' });
  expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('17. Dezember 2026')]);
  expect(await replyOf()).toBeUndefined();
});

test('an English letter leads to an English page', async () => {
  const said = await hall.says((await hall.owedTo(external, 'invitation'))[0], 'en');
  const page = await fetch(server.here(said?.letter.links?.[0]?.url ?? ''));
  expect(await page.text()).toMatch(/<html lang="en">.*Invitation: Meeting 1\/2026/s);
});

test('a declined seat goes to the deputy, whose page opens at once and closes when it is not needed', async () => {
  await hall.act('werkleitung-kgrz', { kind: 'reply', answer: 'no', reason: 'Messe', via: 'teams' });
  const deputy = server.here(await linkFor(hall, 'betrieb-kgrz', 'deputy'));
  expect(await (await fetch(deputy)).text()).toContain('Sie sind als Vertretung eingeladen');
  await hall.act('werkleitung-kgrz', { kind: 'reply', answer: 'in-person', via: 'teams' });
  const text = await (await fetch(deputy)).text();
  expect(text).toContain('wird nicht mehr gebraucht');
  expect(text).not.toContain('<form');
});
