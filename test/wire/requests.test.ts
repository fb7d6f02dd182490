import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { openBotbuilder } from '../../src/adapters/teams/botbuilder/transport.ts';
import { type App, createApp } from '../../src/app/create-app.ts';
import { silent } from '../../src/core/ports/log.ts';
import type { Directory } from '../../src/features/directory/model.ts';
import { textIn } from '../support/cards.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { type ChatCard, personalChat } from '../support/personal-chat.ts';
import { type Program, startProgram } from '../support/program.ts';
import { local } from '../support/wire.ts';

/*
 * A workplace on its way through real HTTP and the real SDK: staff → IT-Beauftragte → 10.50 → KGRZ, everybody in their
 * own personal chat, with a question, a deputy and a late click.
 */

const demo = await demoDirectory();
let program: Program;
let app: App;
let url: string;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-11-24T08:00:00Z');
  program = await startProgram();
  app = createApp({
    config: local,
    openTransport: openBotbuilder,
    features: program.features,
    renderCard: createCardRenderer('cards'),
    store: program.store,
    clock: { now: () => now },
    ids: randomIds,
    log: silent,
    version: '1.2.3',
    // Jobs run when a test says so.
    repeat: () => async () => undefined,
  });
  const { port } = await app.start();
  url = `http://127.0.0.1:${port}`;
});
afterEach(() => app.stop());

const person = (id: string) => personalChat(id, demo, () => url);

/** Puts people on leave from now on. */
const leave = (...who: readonly string[]): Directory => ({
  ...demo,
  absences: [...demo.absences, ...who.map((one) => ({ person: one, from: '2026-11-24', to: '2026-12-31' }))],
});

const staff = person('staff-61');
const itb = person('itb-61');
const lead = person('lead-10.50');
const deputy = person('lead-10.50-deputy');
const kgrz = person('support-kgrz');

const filled = {
  f_subject: 'Notebook für die Bauberatung',
  f_kind: 'laptop',
  f_costs: '1.250,00',
  f_reason: 'Für Termine auf der Baustelle',
  unit: '61',
};

/** Form → check → submitted. */
async function submit(): Promise<ChatCard> {
  const form = await staff.says('Ich brauche ein neues Notebook');
  const checked = await staff.presses('requests.check', form, filled);
  return staff.presses('requests.submit', checked);
}

/** The card of the one request that waits for this person. */
async function opens(who: ReturnType<typeof person>): Promise<ChatCard> {
  const list = await who.says('Meine Entscheidungen');
  return who.presses('requests.show', list);
}

const number = 'IT-2026-0001';
const note = (text: string) => ({ note: text });

describe('a workplace, from the wish to the device', () => {
  test('walks staff → IT-Beauftragte → 10.50 → KGRZ with a question, a deputy and a late click', async () => {
    expect(textIn(await submit())).toContain(number);

    const first = await opens(itb);
    expect(textIn(first)).toContain('1.250,00');
    expect(
      textIn(await itb.presses('requests.ask', first, note('Reicht ein Gerät aus dem Bestand?'))),
    ).toContain('Rückfrage offen');

    const returned = await staff.says(number);
    expect(textIn(returned)).toContain('Reicht ein Gerät aus dem Bestand?');
    await staff.presses('requests.answer', returned, note('Ja, wenn der Akku hält.'));

    const again = await opens(itb);
    expect(textIn(again)).toContain('Ja, wenn der Akku hält.');
    await itb.presses('requests.approve', again, note('Bedarf geprüft.'));

    // 10.50 has the card open, but goes on leave: the deputy decides in the lead's place.
    const stale = await opens(lead);
    program.reload(leave('lead-10.50'));
    now = new Date('2026-11-25T07:30:00Z');
    await program.tick(now);
    const granted = await deputy.presses('requests.approve', await opens(deputy));
    expect(textIn(granted)).toContain('i. V. für Leitung 10.50');

    // The lead comes back to the card of yesterday and presses it.
    program.reload(demo);
    const late = textIn(await lead.presses('requests.approve', stale));
    expect(late).toContain('Bereits entschieden von Vertretung Leitung 10.50');
    expect(late).toContain('Genehmigt');

    const work = await kgrz.presses('requests.take', await opens(kgrz));
    expect(textIn(work)).toContain('In Arbeit');
    await kgrz.presses('requests.finish', work, note('Liegt am Empfang bereit.'));

    const done = textIn(await staff.says('Meine Anträge'));
    expect(done).toContain('Erledigt');
    expect(textIn(await staff.says('it 2026 1'))).toContain('Liegt am Empfang bereit.');
  });

  test('can be typed from end to end, in English too', async () => {
    await submit();
    await itb.says(`${number} Rückfrage: Wofür?`);
    await staff.says(`${number} antworten: Für die Baustelle`);
    await itb.says(`${number} zustimmen`);
    expect(textIn(await lead.says(`${number} approve`))).toContain('Approved');
    await kgrz.says(`${number} take over`);
    expect(textIn(await kgrz.says(`${number} done: It is at the desk`))).toContain('Done');
  });

  test('owes its notices once: who must act, who is told', async () => {
    await submit();
    await itb.says(`${number} zustimmen`);
    await lead.says(`${number} ablehnen: Das Budget ist erschöpft`);
    const owed = (await program.outbox()).map(({ id }) => id.replace(number, '').trim());
    expect(owed).toEqual([
      'decide 1 itb-61',
      'decide 2 lead-10.50',
      expect.stringMatching(/^news \d+ staff-61$/),
      expect.stringMatching(/^news \d+ itb-61$/),
      expect.stringMatching(/^news \d+ staff-61$/),
    ]);
  });
});

describe('what the wire repeats or mixes up', () => {
  test('the same submission four times is one request', async () => {
    const form = await staff.says('Ich brauche ein neues Notebook');
    const checked = await staff.presses('requests.check', form, filled);
    const cards = await Promise.all(
      Array.from({ length: 4 }, () => staff.presses('requests.submit', checked)),
    );
    for (const card of cards) expect(textIn(card)).toContain(number);
    expect(textIn(await staff.says('IT-2026-0002'))).not.toContain('Notebook');
  });

  test('the same decision four times, with new ids, has one effect', async () => {
    await submit();
    const card = await opens(itb);
    await Promise.all(Array.from({ length: 4 }, () => itb.presses('requests.approve', card)));
    const decided = (await program.outbox()).filter(({ id }) => id.includes(' decide '));
    expect(decided.map(({ recipient }) => recipient)).toEqual(['itb-61', 'lead-10.50']);
    expect(textIn(await opens(lead))).toContain('Bitte entscheiden Sie');
  });

  test('a card that somebody else forwards or forges decides nothing', async () => {
    await submit();
    const card = await opens(itb);
    const told = textIn(await kgrz.presses('requests.approve', card));
    expect(told).toContain('oder Sie haben keinen Zugriff');
    expect(textIn(await opens(itb))).toContain('ob Sie den Antrag befürworten');
  });

  test('a rejection without a reason changes nothing and says what is missing', async () => {
    await submit();
    const card = await itb.presses('requests.reject', await opens(itb), note('   '));
    expect(textIn(card)).toContain('Bitte begründen Sie das kurz');
    expect(textIn(await staff.says(number))).toContain('Wird entschieden');
  });

  test('nobody else learns from a number whether there is such a request', async () => {
    await submit();
    const [known, unknown] = [await kgrz.says(number), await kgrz.says('IT-2026-0999')];
    expect(textIn(known).replace(number, '')).toBe(textIn(unknown).replace('IT-2026-0999', ''));
  });
});

describe('after a rejection', () => {
  test('the request can be changed and submitted again, and keeps what was rejected', async () => {
    await submit();
    await itb.says(`${number} ablehnen: Bitte mit Angebot`);
    await lead.says(`${number} ablehnen: Bitte mit Angebot`);
    const form = await staff.presses('requests.resubmit', await staff.says(number));
    const checked = await staff.presses('requests.check', form, { ...filled, f_reason: 'Mit Angebot' });
    const second = textIn(await staff.presses('requests.submit', checked));
    expect(second).toContain('IT-2026-0002');
    expect(textIn(await staff.says(number))).toContain('Abgelehnt');
  });

  test('a change of what was asked about comes back to the one who asked', async () => {
    await submit();
    await itb.says(`${number} Rückfrage: Was kostet es?`);
    const form = await staff.presses('requests.change', await staff.says(number));
    const changed = await staff.presses('requests.check', form, { ...filled, f_costs: '30.000' });
    expect(textIn(changed)).toContain('Stadtvorstand');
    expect(textIn(await opens(itb))).toContain('30.000,00');
  });
});
