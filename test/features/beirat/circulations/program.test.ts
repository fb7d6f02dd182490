import { beforeEach, describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../../../src/adapters/cards/card-renderer.ts';
import type { Page } from '../../../../src/core/ports/pages.ts';
import { Circulation, circulationCollection } from '../../../../src/features/beirat/circulations/model.ts';
import { Meeting, meetingCollection } from '../../../../src/features/beirat/meetings/model.ts';
import { partsOf } from '../../../support/cards.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../../support/program.ts';

/* A resolution by circulation in the whole program: typed, pressed, on the page, by time, and on to the agenda. */

const demo = await demoDirectory();
const at = '2026-11-24T09:00:00Z';
const render = createCardRenderer('cards');
let program: Program;
beforeEach(async () => {
  program = await startProgram(demo);
});

const as = (who: string, more = {}) => ({ actor: actorOf(demo, who), conversationId: who, at, ...more });
const ask = (who: string, text: string, more = {}) => program.ask(text, as(who, more));
const [office, chair, kgrz, administration] = [
  'digitallotse',
  'vorsitz-beirat',
  'werkleitung-kgrz',
  'beirat-verwaltung',
];
const wording = 'Der Beirat stimmt dem Leitbild zu.';
const stored = async () => {
  const found = await program.store.collection(circulationCollection, Circulation).get('U-2026-1');
  if (!found) throw new Error('there is no circulation');
  return found;
};
async function toVote() {
  await ask(office, `Umlaufbeschluss Leitbild: ${wording}`);
  await ask(office, 'U-2026/1 vorlegen');
  return ask(chair, 'U-2026/1 freigeben');
}
const page = () => {
  const route = program.features
    .flatMap(({ pages = [] }) => pages)
    .find(({ path }) => path === '/beirat/umlauf');
  if (!route?.post) throw new Error('there is no page');
  return { get: route.get, post: route.post };
};
const visit = (party = 'beirat-wirtschaft', now = at) => ({
  subject: { circulation: 'U-2026-1', party },
  now: new Date(now),
  language: 'de' as const,
});
const say = async (name: string, recipient: string, now = at) => {
  const notice = (await program.outbox()).find((one) => one.kind === name && one.recipient === recipient);
  const kind = program.features.flatMap(({ notices = [] }) => notices).find((one) => one.kind === name);
  if (!notice || !kind) throw new Error(`${name} is not owed to ${recipient}`);
  return kind.say(notice, { id: recipient, name: recipient, language: 'de' }, new Date(now));
};

describe('typed', () => {
  test('from the wording to the resolution with its number', async () => {
    expect((await toVote()).data.state).toContain('Abstimmung bis Di 01.12.2026');
    await ask(chair, 'U-2026/1 ja');
    await ask(kgrz, 'u 2026 1 ja');
    expect((await ask(administration, 'U-2026/1 abstain')).data.mine).toContain(
      'Your vote: Abstention. You can change it until the end.',
    );
    await page().post(visit(), { vote: 'no' });
    await program.tick(new Date('2026-12-02T07:00:00Z'));
    const card = await ask(kgrz, 'U-2026/1', { at: '2026-12-02T08:00:00Z' });
    expect(card.data.state).toBe('Angenommen mit 2 Ja, 1 Nein, 1 Enthaltung');
    expect(card.data.facts).toContainEqual({ title: 'Beschluss Nr.', value: 'U-2026/1' });
  });

  test('a word more than a vote is no vote', async () => {
    await toVote();
    const reply = await ask(kgrz, 'U-2026/1 ja, aber nur mit Auflagen');
    expect(reply).toMatchObject({
      card: 'shared/refusal',
      data: { text: expect.stringContaining('Bedingung') },
    });
    expect((await stored()).ballots.every(({ vote }) => !vote)).toBe(true);
  });

  test('the same message delivered twice makes one draft', async () => {
    await Promise.all([1, 2].map(() => ask(office, `Umlaufbeschluss Leitbild: ${wording}`)));
    expect((await program.store.collection(circulationCollection, Circulation).list()).length).toBe(1);
  });

  test('the chair asks for a change, the office edits and submits again', async () => {
    await ask(office, `Umlaufbeschluss Leitbild: ${wording}`);
    await ask(office, 'U-2026/1 vorlegen');
    await ask(chair, 'U-2026/1 Änderung: Bitte mit Jahr');
    expect((await ask(office, 'U-2026/1')).data.wish).toContain('Bitte mit Jahr');
    const { data } = await ask(office, 'U-2026/1 bearbeiten');
    const saved = await program.press(
      'beirat.circulation-save',
      { ...data, wording: `${wording} 2027` },
      as(office),
    );
    expect(saved).toMatchObject({ card: 'beirat/circulation', data: { state: 'In Arbeit' } });
    await ask(office, 'U-2026/1 vorlegen');
    expect(await stored()).toMatchObject({ state: 'awaiting-approval', draft: 3 });
    expect((await stored()).wish).toBeUndefined();
  });

  test.each([
    ['', undefined],
    ['lange', undefined],
    ['2,5', 2.5],
    [0, 0],
    ['61', 61],
  ])('a form with %j for the days comes back, and shows no other number instead', async (days, shown) => {
    const { data } = await ask(office, 'Umlaufbeschluss');
    const form = { ...data, title: 'Leitbild', wording, days };
    const again = await program.press('beirat.circulation-save', form, as(office));
    expect(again).toMatchObject({
      card: 'beirat/circulation-form',
      data: {
        wording,
        errors: { days: '⚠ Geben Sie an, wie viele Tage abgestimmt wird, zwischen 1 und 60.' },
      },
    });
    expect(partsOf(render(again)).find(({ id }) => id === 'days')?.value).toBe(shown);
    expect(await program.press('beirat.circulation-save', { ...form, days: '7' }, as(office))).toMatchObject({
      card: 'beirat/circulation',
    });
  });

  test('nobody else learns from a number whether there is such a circulation', async () => {
    await toVote();
    const [known, unknown] = [await ask('staff-61', 'U-2026/1'), await ask('staff-61', 'U-2026/9')];
    expect(JSON.stringify(known.data).replace('U-2026/1', '')).toBe(
      JSON.stringify(unknown.data).replace('U-2026/9', ''),
    );
    expect((await ask('staff-61', 'Umlaufbeschluss')).card).toBe('shared/refusal');
  });
});

describe('pressed', () => {
  test('the chair gets the ballot from the card that was approved, and votes', async () => {
    const { data } = await toVote();
    expect(data.can).toMatchObject({ vote: true, approve: false });
    const ballot = await program.press('beirat.circulation-ballot', { id: 'U-2026-1' }, as(chair));
    expect(ballot).toMatchObject({ card: 'beirat/circulation-vote', data: { canVote: true } });
    await program.press('beirat.circulation-yes', { id: 'U-2026-1' }, as(chair));
    expect((await stored()).ballots[0]?.vote?.vote).toBe('yes');
  });

  test('a forged vote of somebody who has none is refused on the card', async () => {
    await toVote();
    const card = await program.press('beirat.circulation-yes', { id: 'U-2026-1' }, as(office));
    expect(card.data).toMatchObject({ canVote: false, remark: expect.stringContaining('stimmberechtigten') });
    expect((await stored()).ballots.every(({ vote }) => !vote)).toBe(true);
  });

  test('what was typed is not lost when it is refused', async () => {
    await toVote();
    await ask(kgrz, 'U-2026/1 widersprechen: Bitte beraten');
    const late = await program.press(
      'beirat.circulation-object',
      { id: 'U-2026-1', objection: 'Ich auch nicht' },
      as(administration),
    );
    expect(late.data).toMatchObject({ typed: 'Ich auch nicht', remark: expect.stringContaining('beendet') });
  });
});

describe('on the page', () => {
  test('opening it changes nothing, however often; voting does, once', async () => {
    await toVote();
    const before = JSON.stringify([await stored(), await program.outbox()]);
    for (let times = 0; times < 3; times++)
      expect(JSON.stringify(((await page().get(visit())) as Page).body)).toContain('"name":"vote"');
    expect(JSON.stringify([await stored(), await program.outbox()])).toBe(before);

    await page().post(visit(), { vote: 'yes' });
    const { version, ballots } = await stored();
    expect(ballots.find(({ party }) => party === 'beirat-wirtschaft')?.vote).toMatchObject({
      vote: 'yes',
      via: 'mail',
    });
    await page().post(visit(), { vote: 'yes' });
    expect((await stored()).version).toBe(version);
  });

  test('says what is missing when nothing was chosen', async () => {
    await toVote();
    expect(await page().post(visit(), {})).toMatchObject({ status: 422 });
    expect(JSON.stringify(await page().post(visit(), { vote: 'vielleicht' }))).toContain('Bitte wählen Sie');
  });

  test('an objection there ends it too', async () => {
    await toVote();
    await page().post(visit(), { vote: 'object', text: 'Das gehört in die Sitzung' });
    expect(await stored()).toMatchObject({
      state: 'objected',
      objection: { text: 'Das gehört in die Sitzung' },
    });
  });

  test('shows a draft to nobody', async () => {
    await ask(office, `Umlaufbeschluss Leitbild: ${wording}`);
    expect(await page().get(visit())).toMatchObject({ status: 404 });
  });
});

describe('said', () => {
  test('the letter names the wording and a personal link, until the seat has voted', async () => {
    await toVote();
    const said = await say('beirat.circulation-vote', 'beirat-wirtschaft');
    expect(said?.letter.paragraphs.join('\n')).toContain(wording);
    expect(said?.letter.links?.[0]?.url).toContain('https://lotse.example.org/beirat/umlauf/');
    await page().post(visit(), { vote: 'yes' });
    expect(await say('beirat.circulation-vote', 'beirat-wirtschaft')).toBeUndefined();
  });

  test('the result goes to members with the votes, to the office as its card', async () => {
    await toVote();
    for (const who of [chair, kgrz, administration]) await ask(who, 'U-2026/1 nein');
    await page().post(visit(), { vote: 'yes' });
    await program.tick(new Date('2026-12-02T07:00:00Z'));
    const now = '2026-12-02T08:00:00Z';
    const said = await say('beirat.circulation-result', 'beirat-wissenschaft', now);
    expect(said?.letter.paragraphs.join('\n')).toContain('Abgelehnt mit 1 Ja, 3 Nein');
    expect(said?.letter.paragraphs.join('\n')).toContain('✓ Ja: ');
    expect((await say('beirat.circulation-result', office, now))?.reply.card).toBe('beirat/circulation');
  });
});

test('what somebody objected to is proposed for the next agenda, until a meeting is invited to with it', async () => {
  await toVote();
  await ask(kgrz, 'U-2026/1 widersprechen');
  const filled = { day: '2026-12-17', time: '14:00', minutes: 60, place: 'Rathaus' };
  const proposed = async (form: string) =>
    JSON.stringify((await program.press('beirat.save', { ...filled, form }, as(office))).data);
  expect(await proposed('m-1')).toContain('circulation U-2026-1');

  const meetings = program.store.collection(meetingCollection, Meeting);
  await meetings.change('B-2026-1', ({ version: _, ...doc }) => {
    const [item] = doc.plan.items;
    if (!item) throw new Error('there is no item');
    const items = [{ ...item, ref: { kind: 'circulation', id: 'U-2026-1' } }];
    return { doc: { ...doc, state: 'invited', plan: { ...doc.plan, items } } };
  });
  expect(await proposed('m-2')).not.toContain('circulation U-2026-1');
});

describe('the list', () => {
  test('shows what waits for a vote first; the office sees its drafts, others do not', async () => {
    await toVote();
    await ask(office, `Umlaufbeschluss Entwurf: ${wording}`);
    const titles = async (who: string) => {
      const { data } = await ask(who, 'Umlaufbeschlüsse');
      return (data.items as readonly { readonly title: string }[]).map(({ title }) => title);
    };
    expect(await titles(office)).toEqual(['U-2026/1 · Leitbild', 'U-2026/2 · Entwurf']);
    expect(await titles(kgrz)).toEqual(['U-2026/1 · Leitbild']);
    expect(await titles('staff-61')).toEqual([]);
    const opened = await program.press('beirat.circulation-open', { id: 'U-2026-1' }, as(kgrz));
    expect(opened.card).toBe('beirat/circulation-vote');
  });

  test('leads the office to a new one', async () => {
    expect((await ask(office, 'Umlaufbeschlüsse')).data.canDraft).toBe(true);
    expect((await program.press('beirat.circulation-new', {}, as(office))).card).toBe(
      'beirat/circulation-form',
    );
    expect((await ask(kgrz, 'Umlaufbeschlüsse')).data.canDraft).toBe(false);
  });
});
