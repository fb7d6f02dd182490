import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHolidays } from '../../src/adapters/calendar/holidays.ts';
import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { openBotbuilder } from '../../src/adapters/teams/botbuilder/transport.ts';
import { type App, createApp } from '../../src/app/create-app.ts';
import { followUpIn, handOverTo } from '../../src/app/idea-becomes-request.ts';
import { createOutside } from '../../src/app/outside.ts';
import { openRequestTypes } from '../../src/app/request-types.ts';
import { jobsOf } from '../../src/app/run-jobs.ts';
import type { Feature } from '../../src/core/feature.ts';
import type { AgendaPlace } from '../../src/core/ports/agenda.ts';
import { silent } from '../../src/core/ports/log.ts';
import { createRoleDirectory } from '../../src/features/directory/role-directory.ts';
import { createIdeasFeature, type IdeasFeature } from '../../src/features/ideas/feature.ts';
import type { RequestsFeature } from '../../src/features/requests/feature.ts';
import { Request } from '../../src/features/requests/model.ts';
import { stepOf } from '../../src/features/requests/route.ts';
import { partsOf, textIn } from '../support/cards.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { type ChatCard, personalChat } from '../support/personal-chat.ts';
import { type Program, startProgram } from '../support/program.ts';
import { local } from '../support/wire.ts';

/*
 * An idea on its way through real HTTP and the real SDK: staff → 10.50 → Beirat, partly by web page → Digitallotse →
 * request → done. Only the meeting is made up: where the idea is on an agenda is said by a variable.
 */

const demo = await demoDirectory();
const types = await openRequestTypes(demo);
const number = 'ID-2026-0001';
let program: Program;
let features: readonly Feature[];
let ideas: IdeasFeature;
let links: ReturnType<typeof createOutside>['links'];
let app: App;
let url: string;
let now: Date;
let place: AgendaPlace | undefined;

beforeEach(async () => {
  now = new Date('2026-11-24T08:00:00Z');
  place = undefined;
  program = await startProgram();
  const { store } = program;
  ({ links } = createOutside({ store, publicUrl: () => url }));
  const requests = program.features.find(({ id }) => id === 'requests') as RequestsFeature;
  ideas = createIdeasFeature({
    store,
    links,
    ids: randomIds,
    directory: createRoleDirectory(() => demo),
    holidays: createHolidays(),
    isVoting: (seat) => seat !== 'executive',
    places: async () => () => place,
    handOver: handOverTo(requests, () => types),
    followUpOf: followUpIn(requests),
  });
  features = program.features.map((feature) => (feature.id === 'ideas' ? ideas : feature));
  app = createApp({
    config: local,
    openTransport: openBotbuilder,
    features,
    links,
    renderCard: createCardRenderer('cards'),
    store,
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

const tick = async (): Promise<void> => {
  for (const job of jobsOf(features)) await job.run(now);
};

const person = (id: string) => personalChat(id, demo, () => url);

const staff = person('staff-61');
const lead = person('lead-10.50');
const office = person('digitallotse');

const filled = {
  title: 'Sperrmüll online anmelden',
  problem: 'Heute geht es nur am Telefon.',
  benefit: 'Rund 400 Anrufe im Monat weniger',
  topic: 'citizens',
  scope: 'internal',
  unit: '61',
};

/** Form → check → submitted. */
async function submit(): Promise<ChatCard> {
  const form = await staff.says('Ich habe eine Idee');
  return staff.presses('ideas.submit', await staff.presses('ideas.check', form, filled));
}

const onAgenda = {
  meeting: 'B-2026-1',
  meetingLabel: 'B-2026/1',
  item: 4,
  day: '2026-12-03',
  state: 'invited',
  readers: 'everybody',
} as const;

/** What everybody who holds a voting seat and has Teams says; the others get a page. */
const inTeams = [
  'vorsitz-beirat',
  'werkleitung-kgrz',
  'beirat-verwaltung',
  'beirat-stadtkonzern',
  'beirat-wirtschaft',
  'beirat-wissenschaft',
].filter((id) => demo.persons.find((one) => one.id === id)?.teamsId);

async function byPage(member: string, form: Readonly<Record<string, string>>): Promise<string> {
  const expiresAt = '2026-12-04T00:00:00.000Z';
  const link = await links.make({ page: '/ideas/bewertung', subject: { member, idea: number }, expiresAt });
  expect(await (await fetch(link)).text()).toContain('Sperrmüll online anmelden');
  return (await fetch(link, { method: 'POST', body: new URLSearchParams(form) })).text();
}

/** Takes a request through all its steps, by whoever it waits for. */
async function carryOut(id: string): Promise<void> {
  const requests = program.store.collection('requests', Request);
  let left = 20;
  for (let request = await requests.get(id); request?.open; request = await requests.get(id)) {
    if (left-- === 0) throw new Error(`the step ${request.open.step} does not end`);
    const [who = ''] = request.waitsFor;
    const duty = stepOf(request, request.open.step)?.duty;
    const words =
      duty === 'do' ? 'erledigt: Ist fertig' : duty === 'hear' ? 'Stellungnahme: gut' : 'zustimmen';
    await person(who).says(`${id} ${words}`);
  }
}

describe('an idea, from the thought to what came of it', () => {
  test('walks staff → 10.50 → Beirat → Digitallotse → request → done, and keeps one trace', async () => {
    expect(textIn(await submit())).toContain(number);
    await person('itb-61').says(`${number} unterstützen`);

    const card = await lead.presses('ideas.show', await lead.says('Offene Ideen'));
    await lead.presses('ideas.ask', card, { note: 'Wie viele Anrufe sind es?' });
    await staff.presses('ideas.answer', await staff.says(number), { note: 'Etwa 400' });
    const again = await lead.says(number);
    expect(textIn(again)).toContain('Etwa 400');
    await lead.presses('ideas.offer', again);
    expect(await ideas.offers()).toMatchObject([{ ref: { kind: 'idea', id: number }, title: filled.title }]);

    place = onAgenda;
    await tick();
    expect(await ideas.offers()).toEqual([]);
    const marks = { benefit: '5', effort: '2', feasibility: '4', urgency: '3' };
    for (const id of inTeams) {
      const scored = await person(id).presses('ideas.score', await person(id).says(number), marks);
      expect(textIn(scored)).toContain('Ihre Bewertung ist gespeichert');
    }
    expect(textIn(await office.says(number))).not.toContain('Mittlerer Wert');

    expect(await byPage('beirat-wirtschaft', { ...marks, comment: 'Bitte bald' })).toContain('gespeichert');
    now = new Date('2026-12-04T07:00:00Z');
    const resolution = { number: 'B-2026/1-03', wording: 'Der Beirat empfiehlt die Umsetzung.' };
    place = { ...onAgenda, state: 'minuted', resolution };
    await tick();
    const scores = await office.says(number);
    expect(textIn(scores)).toContain('Mittlerer Wert');
    await office.presses('ideas.evaluate', scores, { outcome: 'feasible', way: 'Als Projekt mit Amt 61' });

    const form = await lead.presses('ideas.hand-over', await lead.says(number), { becomes: 'project' });
    const inputs = Object.fromEntries(
      partsOf(form).flatMap(({ id, value }) => (id ? [[id, value ?? '']] : [])),
    );
    expect(inputs).toMatchObject({ f_subject: filled.title, unit: '61' });
    const checked = await lead.presses('requests.check', form, { ...inputs, f_costs: '12000' });
    expect(textIn(await lead.presses('requests.submit', checked))).toContain(`aus Idee ${number}`);
    await tick();
    expect(textIn(await staff.says(number))).toContain('Als Antrag in Arbeit');

    await carryOut('IT-2026-0001');
    await tick();
    const end = textIn(await staff.says(number));
    for (const part of [
      'B-2026/1 TOP 4',
      'B-2026/1-03',
      'Ergebnis: machbar',
      'IT-2026-0001',
      'Abgeschlossen',
    ])
      expect(end).toContain(part);
  });

  test('owes its notices once: who must act, who is told', async () => {
    await submit();
    await lead.says(`${number} in den Beirat`);
    place = onAgenda;
    await tick();
    await tick();
    const owed = (await program.outbox()).filter(({ ref }) => ref === number);
    const scores = owed.filter(({ kind }) => kind === 'ideas.score').map(({ recipient }) => recipient);
    expect(new Set(scores).size).toBe(scores.length);
    expect(scores).toEqual(expect.arrayContaining(['vorsitz-beirat', 'beirat-wissenschaft']));
    expect(scores).not.toContain('digitallotse');
  });

  test('the same click four times, with new ids, has one effect', async () => {
    await submit();
    const card = await lead.says(number);
    await Promise.all(Array.from({ length: 4 }, () => lead.presses('ideas.offer', card)));
    const news = (await program.outbox()).filter(
      ({ kind, recipient }) => kind === 'ideas.news' && recipient === 'staff-61',
    );
    expect(news).toHaveLength(1);
  });

  test('a card that somebody else forwards or forges decides nothing', async () => {
    await submit();
    const told = textIn(await staff.presses('ideas.decline', await lead.says(number), { note: 'nein' }));
    expect(told).toContain('Das liegt nicht bei Ihnen');
    expect(textIn(await lead.says(number))).toContain('Eingereicht');
  });
});
