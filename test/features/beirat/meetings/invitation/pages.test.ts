import { describe, expect, test } from '@jest/globals';
import type { Stored } from '../../../../../src/core/ports/store.ts';
import { type Hall, meetingId, openHall } from './hall.ts';

const external = 'beirat-wissenschaft';

async function invited(): Promise<{ readonly hall: Hall; readonly url: string }> {
  const hall = await openHall();
  await hall.invites();
  const [notice] = await hall.owedTo(external, 'invitation');
  const said = await hall.says(notice);
  return { hall, url: said?.letter.links?.[0]?.url ?? '' };
}

/** Everything that is stored. */
const stored = async ({ store }: Hall): Promise<string> => {
  const all = ['meetings', 'outbox', 'refreshes', 'links'].map((name) =>
    store.collection<Stored>(name, { parse: (data) => data as Stored }).list(),
  );
  return JSON.stringify(await Promise.all(all));
};

const mine = async (hall: Hall) => (await hall.meeting()).invitees.find(({ party }) => party === external);

describe('the page of a member outside Teams', () => {
  test('changes nothing when it is opened, however often a scanner does', async () => {
    const { hall, url } = await invited();
    const before = await stored(hall);
    for (let time = 0; time < 20; time += 1) await hall.page(url);
    expect(await stored(hall)).toBe(before);
  });

  test('shows the invitation with all papers and a form for the issue of this moment', async () => {
    const { hall, url } = await invited();
    const page = await hall.page(url);
    expect(page.title).toBe('Einladung: 1. Sitzung 2026 des Digitalen Beirats');
    const words = JSON.stringify(page);
    for (const text of [
      'Förderprojekt Stadtlabor',
      'vorlage-12.pdf',
      'Zusage online',
      'Absage',
      'Ihre Frage',
    ])
      expect(words).toContain(text);
    expect(page.body).toContainEqual(expect.objectContaining({ kind: 'form' }));
  });

  test('takes the answer, and the same form sent twice has one effect', async () => {
    const { hall, url } = await invited();
    const form = { do: 'answer', issue: '1', answer: 'online' };
    const page = await hall.page(url, form);
    expect(page.body[0]).toMatchObject({
      kind: 'note',
      tone: 'done',
      text: 'Danke. Ihre Zusage ist gespeichert.',
    });
    expect(await mine(hall)).toMatchObject({ reply: { answer: 'online', via: 'mail' } });
    const { version } = await hall.meeting();
    const again = await hall.page(url, form);
    expect(again.body[0]).toMatchObject({ tone: 'done', text: 'Das war schon gespeichert.' });
    expect((await hall.meeting()).version).toBe(version);
  });

  test('asks nobody why they cannot come', async () => {
    const { hall, url } = await invited();
    const page = await hall.page(url, { do: 'answer', issue: '1', answer: 'no' });
    expect(page.status ?? 200).toBe(200);
    expect(JSON.stringify(page)).not.toContain('Grund');
  });

  test('does not take an answer to what has changed since, and shows the change', async () => {
    const { hall, url } = await invited();
    await hall.act('digitallotse', { kind: 'move', day: '2026-12-08', time: '09:00', reason: 'Kollision' });
    const page = await hall.page(url, { do: 'answer', issue: '1', answer: 'no', reason: 'Messe' });
    expect(page.status).toBe(409);
    expect(page.body[0]).toMatchObject({
      tone: 'hint',
      text: expect.stringContaining('inzwischen geändert'),
    });
    expect(JSON.stringify(page)).toContain('8. Dezember 2026');
    expect((await mine(hall))?.reply).toBeUndefined();
  });

  test('asks a question', async () => {
    const { hall, url } = await invited();
    expect((await hall.page(url, { do: 'ask', question: '' })).status).toBe(422);
    await hall.page(url, { do: 'ask', question: '<b>Wo?</b>' });
    expect((await hall.meeting()).questions).toMatchObject([{ by: external, text: '<b>Wo?</b>' }]);
  });

  test.each(['cancel', 'postpone'] as const)('says so after a %s, without a form to answer', async (kind) => {
    const { hall, url } = await invited();
    await hall.act('digitallotse', { kind, reason: 'Vorlage fehlt' });
    const page = await hall.page(url, { do: 'answer', issue: '2', answer: 'online' });
    expect(page.status).toBe(409);
    expect(page.title).toMatch(kind === 'cancel' ? /^Abgesagt/ : /^Verschoben/);
    expect(JSON.stringify(page)).toContain('Vorlage fehlt');
    expect(JSON.stringify(page)).not.toContain('Nehmen Sie teil?');
    expect((await mine(hall))?.reply).toBeUndefined();
  });

  test('answers for its own member, whatever the form says', async () => {
    const { hall, url } = await invited();
    const foreign = {
      party: 'vorsitz-beirat',
      for: 'vorsitz-beirat',
      by: 'digitallotse',
      meeting: 'B-2026-9',
    };
    await hall.page(url, { do: 'answer', issue: '1', answer: 'in-person', ...foreign });
    const answered = (await hall.meeting()).invitees.filter(({ reply }) => reply).map(({ party }) => party);
    expect(answered).toEqual([external]);
  });

  test('closes when the day of the meeting is over', async () => {
    const { hall, url } = await invited();
    await expect(hall.page(url, undefined, { at: '2026-12-10T22:59:00.000Z' })).resolves.toBeDefined();
    await expect(hall.page(url, undefined, { at: '2026-12-10T23:00:00.000Z' })).rejects.toThrow('expired');
  });
});

describe('the list of the office', () => {
  const linksOf = async (hall: Hall, who = 'digitallotse') => {
    const reply = await hall.press('beirat.export', { id: meetingId }, hall.as(who));
    return (reply.data.links as readonly { url: string }[]).map(({ url }) => url);
  };

  test('has everybody with seat, vote, answer, reason, deputy and what became of the letters', async () => {
    const { hall } = await invited();
    await hall.act('werkleitung-kgrz', { kind: 'reply', answer: 'no', reason: 'Messe', via: 'teams' });
    const [url = ''] = await linksOf(hall);
    const table = (await hall.page(url)).body.find((block) => block.kind === 'table');
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows).toHaveLength(8);
    const [, , answer, dispatch] = rows.find(([, name]) => name?.startsWith('Werkleitung')) ?? [];
    expect(answer).toBe('sagt ab\nMesse\n24.11.2026, 11:00');
    expect(dispatch).toMatch(/^Einladung: … unterwegs, .*\nGeöffnet am: 24\.11\.2026, 11:00$/);
    const [seat, deputy] = rows.find(([, name]) => name?.startsWith('Leitung IT-Betrieb')) ?? [];
    expect([seat, deputy]).toEqual([
      'Fachperson KGRZ\nstimmberechtigt',
      expect.stringMatching(/\nVertritt: Werkleitung KGRZ$/),
    ]);
  });

  test('as a file makes formulas harmless', async () => {
    const { hall } = await invited();
    const reason = '=HYPERLINK("https://evil.example.org")';
    await hall.act('werkleitung-kgrz', { kind: 'reply', answer: 'no', reason, via: 'teams' });
    const [, url = ''] = await linksOf(hall);
    const file = (await hall.page(url)) as unknown as { fileName: string; content: string };
    expect(file.fileName).toBe('B-2026-1-Rueckmeldungen.csv');
    expect(file.content).toContain(`"'=HYPERLINK(""https://evil.example.org"")"`);
    expect(file.content).not.toMatch(/(^|;)"?=/m);
  });

  test('is for the office and the chair; a member gets a no, and a lost right closes a link that was made', async () => {
    const { hall } = await invited();
    await expect(linksOf(hall, 'beirat-verwaltung')).rejects.toMatchObject({ code: 'only-keepers' });
    // The list as a page and as a file, the papers, the list to sign.
    expect(await linksOf(hall, 'vorsitz-beirat')).toHaveLength(4);
    const expiresAt = '2026-11-24T11:00:00.000Z';
    const subject = { meeting: meetingId, by: 'beirat-verwaltung' };
    const url = await hall.desk.links.make({ page: '/beirat/rueckmeldungen', subject, expiresAt });
    expect(await hall.page(url)).toMatchObject({ status: 403 });
  });

  test('opens for an hour', async () => {
    const { hall } = await invited();
    const [url = ''] = await linksOf(hall);
    await expect(hall.page(url, undefined, { at: '2026-11-24T11:00:01.000Z' })).rejects.toThrow('expired');
  });
});
