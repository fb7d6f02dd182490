import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from '../../../../src/core/ports/pages.ts';
import { Topic } from '../../../../src/features/beirat/topics/model.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { actorOf } from '../../../support/program.ts';
import { type Hall, item, openHall, plan, start } from '../meetings/invitation/hall.ts';

/* Members and offices propose topics for the agenda; the office takes them or says why not. */

const demo = await demoDirectory();
const [office, member, external] = ['digitallotse', 'beirat-verwaltung', 'beirat-wissenschaft'];
const marked = 'GEHEIMWORT';
let hall: Hall;

beforeEach(async () => {
  hall = await openHall(demo);
});

const says = (who: string, text: string, at = start) =>
  hall.ask(text, { actor: actorOf(demo, who), conversationId: who, at });
const topics = () => hall.store.collection('topics', Topic);
const topic = async (id = 'TV-2026-1') => (await topics().get(id)) as Topic;
const told = async (who: string, name: string) => hall.owedTo(who, name);

async function job(id: string, at = start): Promise<void> {
  const jobs = hall.features.flatMap((feature) => feature.jobs ?? []);
  await jobs.find((one) => one.id === id)?.run(new Date(at));
}

describe('who may propose', () => {
  test.each([
    [member, 'member'],
    ['betrieb-kgrz', 'member'],
    ['itb-61', 'office'],
  ])('%s, as %s', async (who, as) => {
    await says(who, 'Thema vorschlagen: Datenplattform: Wer nutzt sie?');
    expect(await topic()).toMatchObject({ as, by: who, title: 'Datenplattform', text: 'Wer nutzt sie?' });
  });

  test('nobody else, and a question proposes nothing', async () => {
    const reply = await says('staff-61', 'Thema vorschlagen: Datenplattform');
    expect(JSON.stringify(reply.data)).toContain('nach der Geschäftsordnung andere');
    expect(await topics().list()).toEqual([]);
  });

  test('each message makes one topic, and a topic without a title none', async () => {
    const form = await says(member, 'Thema vorschlagen');
    const send = (title: string) =>
      hall.press('beirat.topic-send', { form: form.data.form, title }, { actor: actorOf(demo, member) });
    expect((await send(' ')).data.errors).toEqual({ title: expect.stringContaining('Titel') });
    await send('Datenplattform');
    await send('Datenplattform');
    expect(await topics().list()).toHaveLength(1);
  });
});

describe('the office', () => {
  beforeEach(async () => {
    await says(member, `Thema vorschlagen: ${marked}-TITEL: ${marked}-TEXT`);
  });

  test('is told by number, also in the mail; the words are on the card of office, chair and proposer alone', async () => {
    const [notice] = await told(office, 'topic');
    const said = await hall.says(notice);
    expect(said?.reply.data.title).toBe(`${marked}-TITEL`);
    expect(JSON.stringify([said?.letter, said?.reply.summary])).not.toContain(marked);
    expect(said?.letter.subject).toContain('TV-2026/1');
    const seen = async (who: string) => JSON.stringify((await says(who, 'TV-2026/1')).data).includes(marked);
    expect(await Promise.all(['vorsitz-beirat', member, 'itb-61', 'werkleitung-kgrz'].map(seen))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('takes it onto the agenda of the next meeting, once, not public; who proposed it hears of it', async () => {
    await hall.plans({ ...plan, items: [item('Begrüßung'), item('Verschiedenes')] });
    await says(office, 'TV-2026/1 aufnehmen');
    await says(office, 'TV-2026/1 aufnehmen');
    const { plan: now } = await hall.meeting();
    expect(now.items.map(({ title }) => title)).toEqual(['Begrüßung', `${marked}-TITEL`, 'Verschiedenes']);
    expect(now.items[1]).toMatchObject({ public: false, ref: { kind: 'topic', id: 'TV-2026-1' } });
    expect(await topic()).toMatchObject({ state: 'placed', meeting: 'B-2026-1' });
    const news = await told(member, 'topic-news');
    expect(news).toHaveLength(1);
    const said = await hall.says(news[0]);
    expect(said?.reply.data.state).toBe('Auf der Tagesordnung: B-2026/1');
    expect(JSON.stringify([said?.letter, said?.reply.summary])).not.toContain(marked);
  });

  test('may take it from beside the agenda as well; taken off again, it is open again', async () => {
    await hall.plans({ ...plan, items: [item('Begrüßung'), item('Verschiedenes')] });
    const { draft } = await hall.meeting();
    const as = { actor: actorOf(demo, office), at: start };
    await hall.press('beirat.take', { id: 'B-2026-1', draft, proposals: 'topic TV-2026-1' }, as);
    await job('beirat.topics-follow');
    expect((await topic()).state).toBe('placed');
    const after = await hall.meeting();
    await hall.press(
      'beirat.item-remove',
      { id: 'B-2026-1', draft: after.draft, chosen: 'topic-TV-2026-1' },
      as,
    );
    await job('beirat.topics-follow');
    expect(await topic()).toMatchObject({ state: 'open' });
    expect(await told(member, 'topic-news')).toHaveLength(2);
  });

  test('sees in the list of its page whether a topic is in time, and for which meeting', async () => {
    const facts = async () => {
      const visit = { actor: actorOf(demo, office), language: 'de', at: start } as const;
      const parts = hall.features.flatMap(({ tabs = [] }) => tabs).filter(({ tab }) => tab === 'board');
      const blocks = (await Promise.all(parts.map(({ show }) => show(visit)))).flat();
      const rows = blocks.flatMap((block) => (block.kind === 'cases' ? block.rows : []));
      return rows.find(({ id }) => id === 'TV-2026-1')?.facts.join(' · ');
    };
    expect(await facts()).toContain('Keine Sitzung in Planung');
    await hall.plans({ ...plan, items: [item('Vergabe')] });
    expect(await facts()).toMatch(/rechtzeitig für .* \(bis /);
  });

  test('or says why not; without a reason nothing happens, and the message stands at the field', async () => {
    const none = await hall.press(
      'beirat.topic-decline',
      { id: 'TV-2026-1', note: '' },
      { actor: actorOf(demo, office) },
    );
    expect(none.data.problem).toContain('warum');
    await says(office, `TV-2026/1 nicht aufnehmen: ${marked}-GRUND`);
    expect(await topic()).toMatchObject({ state: 'declined', answer: { text: `${marked}-GRUND` } });
    const said = await hall.says((await told(member, 'topic-news'))[0]);
    expect(said?.reply.data.answer).toContain(`${marked}-GRUND`);
    expect(JSON.stringify([said?.letter, said?.reply.summary])).not.toContain(marked);
  });

  test('is reminded every ten working days while it says nothing, and of nothing once it has', async () => {
    await job('beirat.topics', '2026-12-07T08:00:00Z');
    expect(await told(office, 'topic-reminder')).toHaveLength(0);
    await job('beirat.topics', '2026-12-09T08:00:00Z');
    expect(await told(office, 'topic-reminder')).toHaveLength(1);
    await job('beirat.topics', '2027-02-01T08:00:00Z');
    expect(await told(office, 'topic-reminder')).toHaveLength(2);
    await says(office, 'TV-2026/1 nicht aufnehmen: nein');
    expect((await topic()).dueAt).toBeUndefined();
  });

  test('nobody but the office takes or declines, nobody but the proposer withdraws', async () => {
    for (const [who, words] of [
      ['vorsitz-beirat', 'nicht aufnehmen: nein'],
      ['vorsitz-beirat', 'aufnehmen'],
      [member, 'aufnehmen'],
      [office, 'zurückziehen'],
    ] as const)
      await says(who, `TV-2026/1 ${words}`);
    expect((await topic()).state).toBe('open');
    await says(member, 'TV-2026/1 zurückziehen');
    expect((await topic()).state).toBe('withdrawn');
  });
});

describe('a member without Teams', () => {
  const textOf = (page: Page) => JSON.stringify(page.body);

  test('proposes, sees what became of it and withdraws on a page that the invitation leads to', async () => {
    await hall.invites();
    const letter = (await hall.says((await told(external, 'invitation'))[0]))?.letter;
    const url = letter?.links?.find(({ title }) => title.startsWith('Thema'))?.url ?? '';
    for (let times = 0; times < 3; times += 1) expect(textOf(await hall.page(url))).toContain('Vorschlagen');
    expect(await topics().list()).toEqual([]);
    const wrong = await hall.page(url, { form: 'f-1', title: ' ', text: 'Wer?' });
    expect([wrong.status, textOf(wrong).includes('Wer?')]).toEqual([422, true]);
    const form = { form: 'f-1', title: 'Datenplattform', text: 'Wer?', presents: 'yes' };
    await hall.page(url, form);
    await hall.page(url, form);
    expect(await topics().list()).toMatchObject([{ by: external, presents: true }]);
    await says(office, 'TV-2026/1 nicht aufnehmen: Gehört in den Rat');
    expect(textOf(await hall.page(url))).toContain('Gehört in den Rat');
    await hall.page(url, { ...form, form: 'f-2' });
    expect(textOf(await hall.page(url, { withdraw: 'TV-2026-2' }))).toContain('Zurückgezogen');
  });
});
