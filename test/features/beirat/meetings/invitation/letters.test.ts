import { describe, expect, test } from '@jest/globals';
import type { Said } from '../../../../../src/core/notice.ts';
import { openHall, plan } from './hall.ts';

const external = 'beirat-wissenschaft';
const later = '2026-11-25T10:00:00.000Z';

const bodyOf = (said: Said | undefined): string => said?.letter.paragraphs.join('\n\n') ?? '';

describe('the invitation', () => {
  test('says everything in the letter: day, place, agenda, how to answer, who invites, the papers', async () => {
    const hall = await openHall();
    await hall.invites();
    const [notice] = await hall.owedTo(external, 'invitation');
    const said = await hall.says(notice);
    expect(said?.letter.subject).toBe(
      'Einladung: 1. Sitzung 2026 des Digitalen Beirats am Donnerstag, 10. Dezember 2026',
    );
    for (const words of [
      'Wann: Donnerstag, 10. Dezember 2026, 14:00 bis 16:00 Uhr',
      'Wo: Rathaus, Sitzungsraum 101',
      'TOP 2 (nicht öffentlich)',
      'sind vertraulich',
      'Antwort bis: Do',
      'Vorsitz: Vorsitz Digitaler Beirat',
      'Ich freue mich auf unseren Austausch.',
    ])
      expect(bodyOf(said)).toContain(words);
    // What is not public does not travel by mail.
    expect(JSON.stringify(said?.letter)).not.toMatch(/Stadtlabor|vorlage-12/);
    const [link, pack, topics, paper] = said?.letter.links ?? [];
    expect(link?.url).toMatch(/^https:\/\/lotse\.example\.org\/beirat\/antwort\/[\w-]{43}$/);
    expect(pack?.title).toBe('Alle Unterlagen als PDF');
    expect(topics?.url).toMatch(/^https:\/\/lotse\.example\.org\/beirat\/thema\//);
    expect(paper).toBeUndefined();
  });

  test('is a card in Teams that can be answered, and the same in English', async () => {
    const hall = await openHall();
    await hall.invites();
    const [notice] = await hall.owedTo('werkleitung-kgrz', 'invitation');
    const german = await hall.says(notice);
    expect(german?.reply).toMatchObject({
      card: 'beirat/invitation',
      about: { kind: 'invitation', id: 'B-2026-1 werkleitung-kgrz' },
      data: { canReply: true, canJoinOnline: true, issue: 1 },
    });
    const english = await hall.says(notice, 'en');
    expect(english?.letter.subject).toBe(
      'Invitation: Meeting 1/2026 of the Digital Advisory Board on Thursday, 10 December 2026',
    );
    expect(bodyOf(english)).toContain('When: Thursday, 10 December 2026, 14:00 to 16:00');
    expect(bodyOf(english)).not.toMatch(/Guten|Wann|Beschluss ·|Vorsitz: |Beirats/);
  });

  test('states the shortened notice with its reason only when it is shortened', async () => {
    const short = await openHall();
    await short.invites({
      ...plan,
      day: '2026-11-27',
      replyBy: '2026-11-26',
      urgency: 'Die Frist des Landes endet.',
    });
    const said = await short.says((await short.owedTo(external))[0]);
    expect(bodyOf(said)).toMatch(
      /Verkürzte Ladungsfrist: .*weniger als 4 volle.*Begründung: Die Frist des Landes endet\./,
    );
    const long = await openHall();
    await long.invites({ ...plan, urgency: 'Doch nicht.' });
    expect(bodyOf(await long.says((await long.owedTo(external))[0]))).not.toContain('Ladungsfrist');
  });

  test('to a second meeting says expressly how many are enough', async () => {
    const hall = await openHall();
    const [first, ...rest] = plan.items;
    if (!first) throw new Error('no items');
    const again = { ...first, repeats: { meeting: 'B-2026-9', item: 'x' } };
    await hall.invites({ ...plan, items: [again, ...rest] }, undefined, 'B-2026-9');
    const said = await hall.says((await hall.owedTo(external))[0]);
    const words =
      'Zu TOP 1 laden wir zum zweiten Mal ein, weil die Sitzung B-2026/9 dazu nicht beschlussfähig war';
    expect(bodyOf(said)).toContain(words);
    expect(bodyOf(said)).toContain('mit 3 anwesenden stimmberechtigten Mitgliedern beschlussfähig');
    expect(said?.reply.data.statements).toEqual([expect.stringContaining(words)]);
  });

  test('is not sent any more when something newer is on its way', async () => {
    const hall = await openHall();
    await hall.invites();
    const [old] = await hall.owedTo(external, 'invitation');
    await hall.act('digitallotse', { kind: 'relocate', place: 'Raum 7', reason: 'Umbau' }, later);
    expect(await hall.says(old)).toBeUndefined();
    const said = await hall.says((await hall.owedTo(external, 'change'))[0]);
    expect(said?.letter.subject).toMatch(/^Geänderte Einladung: /);
    expect(bodyOf(said)).toContain('Neuer Ort oder Zugang: Raum 7. Grund: Umbau');
    expect(bodyOf(said)).toContain('Tagesordnung:\n\n1. Begrüßung');
  });

  test('says nothing to somebody who has left the Beirat, nor about a meeting that is gone', async () => {
    const hall = await openHall();
    await hall.invites();
    const [notice] = await hall.owedTo(external, 'invitation');
    if (!notice) throw new Error('nothing is owed');
    expect(await hall.says({ ...notice, recipient: 'staff-61' })).toBeUndefined();
    expect(await hall.says({ ...notice, ref: 'B-2026-9' })).toBeUndefined();
  });
});

describe('the other words', () => {
  test('a reminder is for the silent only, and not repeatable', async () => {
    const hall = await openHall();
    await hall.invites();
    await hall.act('digitallotse', { kind: 'remind' }, later);
    const [notice] = await hall.owedTo(external, 'reminder');
    const said = await hall.says(notice);
    expect(said?.letter.subject).toMatch(/^Erinnerung: /);
    expect(said?.letter.calendar).toBeUndefined();
    await hall.act(external, { kind: 'reply', answer: 'online', via: 'mail' }, later);
    expect(await hall.says(notice)).toBeUndefined();
    const kinds = hall.features.flatMap(({ notices = [] }) => notices);
    expect(kinds.find(({ kind }) => kind === 'beirat.reminder')?.repeatable).toBe(false);
  });

  test('a deputy hears for whom, and when it is not needed any more', async () => {
    const hall = await openHall();
    await hall.invites();
    await hall.act('werkleitung-kgrz', { kind: 'reply', answer: 'no', reason: 'geheim', via: 'teams' });
    const [called] = await hall.owedTo('betrieb-kgrz', 'deputy');
    const said = await hall.says(called);
    expect(bodyOf(said)).toMatch(/Sie sind als Vertretung eingeladen: Werkleitung KGRZ/);
    expect(JSON.stringify(said)).not.toContain('geheim');
    await hall.act('werkleitung-kgrz', { kind: 'reply', answer: 'in-person', via: 'teams' }, later);
    expect(await hall.says(called)).toBeUndefined();
    const free = await hall.says((await hall.owedTo('betrieb-kgrz', 'released'))[0]);
    expect(bodyOf(free)).toContain('wird nicht mehr gebraucht');
    expect(free?.reply.data).toMatchObject({ items: [], canReply: false, canAsk: false });
  });

  test('the answer to a question goes to whoever asked', async () => {
    const hall = await openHall();
    await hall.invites();
    await hall.act(external, { kind: 'ask', text: 'Gibt es Parkplätze?' });
    await hall.act('digitallotse', { kind: 'answer', question: 1, text: 'Ja, im Hof.' }, later);
    const said = await hall.says((await hall.owedTo(external, 'answer'))[0]);
    expect(bodyOf(said)).toContain('Ihre Frage: „Gibt es Parkplätze?“');
    expect(bodyOf(said)).toContain('„Ja, im Hof.“');
    expect(await hall.owedTo('werkleitung-kgrz', 'answer')).toEqual([]);
  });
});
