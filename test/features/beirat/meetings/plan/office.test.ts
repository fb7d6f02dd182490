import { beforeEach, describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../../../../src/adapters/cards/card-renderer.ts';
import type { Reply } from '../../../../../src/core/reply.ts';
import { partsOf } from '../../../../support/cards.ts';
import { demoDirectory } from '../../../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../../../support/program.ts';

/* The office at its cards: the form, the agenda, the way to the chair, and who may not. */

const demo = await demoDirectory();
const at = '2026-11-24T10:00:00Z';
const as = (id: string) => ({ actor: actorOf(demo, id), at, conversationId: `a:${id}` });
const office = as('digitallotse');
const chair = as('vorsitz-beirat');

const render = createCardRenderer('cards');
let program: Program;
beforeEach(async () => {
  program = await startProgram(demo);
});

type Data = Readonly<Record<string, unknown>>;
const dataOf = (reply: Reply): Data => reply.data;

async function planned(day = '2026-12-10'): Promise<Data> {
  const form = await program.ask('Neue Sitzung', office);
  return dataOf(await program.press('beirat.save', { ...dataOf(form), day }, office));
}

const shown = async (turn: object = office): Promise<Data> => dataOf(await program.ask('B-2026/1', turn));
const factOf = (data: Data, title: string): string =>
  (data.facts as { title: string; value: string }[]).find((fact) => fact.title === title)?.value ?? '';

describe('planning a meeting', () => {
  test('begins with what is usual and days that fit', async () => {
    const form = dataOf(await program.ask('Beirat einladen', office));
    expect(form).toMatchObject({ time: '14:00', minutes: 120, place: 'Rathaus, Sitzungsraum 101' });
    expect(form.proposals).toContain('Do 10.12.2026');
  });

  test('is for the office alone', async () => {
    for (const id of ['staff-61', 'vorsitz-beirat', 'lead-10.50']) {
      const reply = await program.ask('Neue Sitzung', as(id));
      expect(reply.summary).toContain('Geschäftsführung des Digitalen Beirats');
    }
    await expect(program.press('beirat.save', { form: 'x' }, as('staff-61'))).rejects.toMatchObject({
      code: 'only-office',
    });
  });

  test('comes back with everything that is wrong at its field, and what was typed', async () => {
    const form = dataOf(await program.ask('Neue Sitzung', office));
    const again = await program.press(
      'beirat.save',
      { ...form, day: 'morgen', onlineUrl: 'teams', place: ' ' },
      office,
    );
    expect(again.card).toBe('beirat/plan');
    expect(dataOf(again)).toMatchObject({ onlineUrl: 'teams', time: '14:00' });
    expect(dataOf(again).errors).toEqual({
      day: '⚠ Wählen Sie den Tag der Sitzung.',
      place: '⚠ Geben Sie den Ort an.',
      onlineUrl: '⚠ Der Online-Zugang beginnt mit https://',
    });
  });

  test.each([
    ['', undefined],
    [undefined, undefined],
    ['lang', undefined],
    ['90,5', 90.5],
    ['5', 5],
    [900, 900],
  ])('does not take %j for a duration, and shows no other number instead', async (minutes, shown) => {
    const form = { ...dataOf(await program.ask('Neue Sitzung', office)), day: '2026-12-10', minutes };
    const again = await program.press('beirat.save', form, office);
    expect(again.card).toBe('beirat/plan');
    const { minutes: error } = dataOf(again).errors as Record<string, unknown>;
    expect(error).toBe('⚠ Geben Sie die Dauer in ganzen Minuten an, zwischen 15 und 600.');
    expect(partsOf(render(again)).find(({ id }) => id === 'minutes')?.value).toBe(shown);
    expect((await program.press('beirat.save', { ...form, minutes: '90' }, office)).card).toBe(
      'beirat/agenda',
    );
  });

  test('makes one meeting of a form that is sent twice', async () => {
    const form = { ...dataOf(await program.ask('Neue Sitzung', office)), day: '2026-12-10' };
    await program.press('beirat.save', form, office);
    await program.press('beirat.save', form, office);
    expect((dataOf(await program.ask('Meine Sitzungen', office)).items as unknown[]).length).toBe(1);
  });

  test('says when the invitations must be out, and what the seats allow', async () => {
    await planned();
    const card = await shown();
    expect(factOf(card, 'Spätester Versand')).toContain(
      'Sa 05.12.2026, letzter Arbeitstag davor: Fr 04.12.2026',
    );
    expect(factOf(card, 'Beschlussfähig')).toBe('✓ ab 4 von 7 stimmberechtigten Sitzen, besetzt sind 6');
    expect(factOf(card, 'Nicht besetzt')).toBe('Fachperson Wirtschaft (2)');
  });

  test('names a holiday', async () => {
    const asked = await planned('2026-12-25');
    expect(asked.remark).toContain('Feiertag (1. Weihnachtstag)');
    await program.press('beirat.save', { ...asked, seen: asked.against }, office);
    expect((await shown()).cautions).toContainEqual(expect.stringContaining('1. Weihnachtstag'));
  });

  test('asks why it is urgent when the notice period cannot be kept', async () => {
    await planned('2026-11-27');
    const card = dataOf(await program.ask('B-2026/1 vorlegen', office));
    expect(card.remark).toContain('Dringlichkeit');
    expect(card.state).toBe('In Planung');
  });
});

describe('the agenda', () => {
  test('takes one item of a form that is sent twice', async () => {
    const agenda = await planned();
    const filled = { ...agenda, title: 'Datenplattform', kind: 'decision' };
    await program.press('beirat.item-save', filled, office);
    const late = dataOf(await program.press('beirat.item-save', filled, office));
    const titles = (late.items as { text: string }[]).map(({ text }) => text);
    expect(titles.filter((text) => text.includes('Datenplattform'))).toHaveLength(1);
    expect(late.remark).toContain('inzwischen geändert');
  });

  test('is moved and cut by the chosen item', async () => {
    const agenda = await planned();
    const [first, second] = agenda.choices as { value: string }[];
    const up = dataOf(await program.press('beirat.item-up', { ...agenda, chosen: second?.value }, office));
    expect((up.items as { text: string }[])[0]?.text).toContain('Niederschrift der letzten Sitzung');
    const cut = dataOf(await program.press('beirat.item-remove', { ...up, chosen: first?.value }, office));
    expect(cut.items).toHaveLength(4);
  });
});

describe('a draft', () => {
  /** Presses its button as a client does: with what stands in the fields of the card. */
  const discard = async (card: Reply, reason: string, more: Data = {}) => {
    const parts = partsOf(render(card));
    const button = parts.find(({ verb }) => verb === 'beirat.discard');
    const field = parts.find(({ label }) => label === 'Warum findet die Sitzung nicht statt?');
    if (!button || !field) throw new Error('the card offers no way to discard it');
    const data = { ...(button.data as Data), [String(field.id)]: reason, ...more };
    return program.press('beirat.discard', data, office);
  };

  test('is discarded with the reason in the field of its card; the chair hears of it once it was submitted', async () => {
    await planned();
    const unfilled = await discard(await program.ask('B-2026/1', office), ' ');
    expect(unfilled.data).toMatchObject({ state: 'In Planung', remark: expect.stringContaining('Grund') });
    await program.ask('B-2026/1 vorlegen', office);
    const card = dataOf(await discard(await program.ask('B-2026/1', office), 'Keine Themen'));
    expect(card).toMatchObject({ state: 'Abgesagt', can: { discard: false } });
    expect(JSON.stringify(card.history)).toContain('hat den Entwurf verworfen');
    const told = (await program.outbox()).filter(({ kind }) => kind === 'beirat.news');
    expect(told.map(({ recipient }) => recipient)).toEqual(['vorsitz-beirat']);
  });

  test('is discarded by typing, too', async () => {
    await planned();
    expect((await program.ask('B-2026/1 verwerfen: Keine Themen', office)).data.state).toBe('Abgesagt');
  });

  test('is left alone by a card that was drawn for an earlier one', async () => {
    await planned();
    const old = await program.ask('B-2026/1', office);
    await program.ask('B-2026/1 Punkt: Noch etwas', office);
    expect((await discard(old, 'Keine Themen')).data).toMatchObject({
      state: 'In Planung',
      remark: expect.stringContaining('nicht mehr aktuell'),
    });
  });

  test.each([
    ['as it was drawn', {}],
    ['as it was drawn by an earlier version', { draft: undefined, note: 'Keine Themen' }],
  ])('that was invited to is none: its old button, %s, calls no meeting off', async (_how, more) => {
    await planned();
    await program.ask('B-2026/1 vorlegen', office);
    await program.ask('B-2026/1 freigeben', chair);
    const old = await program.ask('B-2026/1', office);
    await program.ask('B-2026/1 einladen', office);
    const owed = (await program.outbox()).length;
    expect((await discard(old, 'Keine Themen', more)).data).toMatchObject({
      state: 'Eingeladen',
      remark: expect.stringContaining('Ändern, absagen'),
    });
    expect((await program.outbox()).length).toBe(owed);
    expect((await program.ask('B-2026/1 verwerfen: Keine Themen', office)).data.state).toBe('Eingeladen');
  });
});

describe('the way to the chair', () => {
  test('shows the draft to the chair only once it is submitted', async () => {
    await planned();
    expect((await program.ask('B-2026/1', chair)).card).toBe('shared/refusal');
    await program.ask('B-2026/1 vorlegen', office);
    expect(await shown(chair)).toMatchObject({
      state: 'Beim Vorsitz zur Freigabe',
      can: { approve: true, plan: false },
    });
  });

  test('tells the office at once what the chair says', async () => {
    await planned();
    await program.ask('B-2026/1 vorlegen', office);
    await program.ask('B-2026/1 Änderung: Bitte kürzer', chair);
    expect(await shown()).toMatchObject({
      state: 'In Planung',
      wish: expect.stringContaining('Bitte kürzer'),
    });
    await program.ask('B-2026/1 vorlegen', office);
    await program.ask('B-2026/1 freigeben', chair);
    const told = (await program.outbox()).filter(({ recipient }) => recipient === 'digitallotse');
    expect(told.map(({ kind, urgency }) => `${kind} ${urgency}`).sort()).toEqual([
      'beirat.approved act',
      'beirat.wish act',
    ]);
  });

  test('does nothing on a card that was drawn for an earlier draft', async () => {
    await planned();
    await program.ask('B-2026/1 vorlegen', office);
    const old = await shown(chair);
    await program.ask('B-2026/1 zurückholen', office);
    await program.ask('B-2026/1 Punkt: Noch etwas', office);
    await program.ask('B-2026/1 vorlegen', office);
    const late = dataOf(await program.press('beirat.approve', { id: old.id, draft: old.draft }, chair));
    expect(late).toMatchObject({
      state: 'Beim Vorsitz zur Freigabe',
      remark: expect.stringContaining('nicht mehr aktuell'),
    });
  });

  test('is not for members, and not for strangers', async () => {
    await planned();
    await program.ask('B-2026/1 vorlegen', office);
    for (const id of ['werkleitung-kgrz', 'staff-61', 'lead-10.50']) {
      expect((await program.ask('B-2026/1 freigeben', as(id))).card).toBe('shared/refusal');
    }
    expect((await shown()).state).toBe('Beim Vorsitz zur Freigabe');
  });
});
