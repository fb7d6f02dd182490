import { beforeAll, describe, expect, test } from '@jest/globals';
import { openPartners } from '../../../src/app/partners.ts';
import { decideAct } from '../../../src/case/cases.ts';
import { Reading, readingCollection } from '../../../src/case/readings.ts';
import type { Download } from '../../../src/core/ports/pages.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { requestType } from '../../../src/features/requests/type.ts';
import { confirmProfile } from '../../support/confirm-profile.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../support/program.ts';
import { actionTurn } from '../../support/turns.ts';
import { allActed, contextAt, party, submittedBy } from './world.ts';

/*
 * The audit office reads by right, for people whom the data names: requests, budgets, lists. It does nothing there, and each
 * look is kept.
 */

const city = await demoDirectory();
const auditor = 'staff-36';
const at = '2026-11-24T10:00:00.000Z';
const as = (who: string) => ({ actor: actorOf(city, who), at });

let program: Program;
const says = (who: string, text: string) => program.ask(text, as(who));
const presses = (who: string, verb: string, data: Readonly<Record<string, unknown>>) =>
  program.router(actionTurn(verb, data, as(who)));
const said = (reply: Promise<Reply>): Promise<string> =>
  reply.then(
    ({ summary }) => summary,
    (error) => error.text.de,
  );
const readings = async () =>
  (await program.store.collection(readingCollection, Reading).list()).map(({ by, what }) => `${by} ${what}`);
async function follow(url: string): Promise<Download> {
  const [, path = '', token = ''] = /^https:\/\/[^/]+(\/.+)\/([^/]+)$/.exec(url) ?? [];
  const now = new Date('2026-11-24T11:00:00Z');
  const link = await program.links.open(path, token, now);
  const page = program.features.flatMap(({ pages = [] }) => pages).find((one) => one.path === path);
  if (link.state !== 'valid' || !page) throw new Error(`the link is ${link.state}`);
  return (await page.get({ subject: link.subject, now, language: 'de' })) as Download;
}

beforeAll(async () => {
  const partners = openPartners().map((one) =>
    one.id === 'rechnungspruefung' ? { ...one, people: [auditor] } : one,
  );
  program = await startProgram(city, { partners: () => partners });
  const form = await says('staff-61', 'Ich brauche ein Notebook für die Bauberatung');
  const inputs = form.data.inputs as readonly { readonly name: string; readonly value: unknown }[];
  const typed = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
  await presses('staff-61', 'requests.check', {
    ...form.data,
    ...typed,
    f_reason: 'Termine',
    f_costs: '900',
  });
  await says('staff-61', 'Antrag einreichen');
  await says('lead-10.50', 'Budget 2026 IT-Budget 5.000 €');
});

describe('the audit office', () => {
  test('finds every request and reads it, with nothing to press that acts', async () => {
    const list = await says(auditor, 'Alle Anträge');
    expect(list.data.items).toMatchObject([{ id: 'IT-2026-0001' }]);
    const shown = await says(auditor, 'IT-2026-0001');
    expect([shown.card, shown.data]).toMatchObject([
      'requests/file',
      { facts: expect.arrayContaining([{ title: 'Beantragt', value: expect.stringMatching(/^900,00/) }]) },
    ]);
    expect(await readings()).toContain(`${auditor} IT-2026-0001`);
  });

  test('gets it as the same file that the terminal writes, by a link of their own', async () => {
    const { data } = await presses(auditor, 'requests.file', { id: 'IT-2026-0001' });
    const file = await follow(String(data.url));
    expect(file).toMatchObject({ fileName: 'Akte-IT-2026-0001.pdf', type: 'application/pdf' });
    expect(
      Buffer.from(file.content as Uint8Array)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(await readings()).toContain(`${auditor} IT-2026-0001 Akte`);
  });

  test('reads budgets with their history, and moves nothing', async () => {
    const all = await says(auditor, 'Budget');
    expect(all.data).toMatchObject({
      keeps: undefined,
      budgets: [{ name: expect.stringContaining('IT-Budget') }],
    });
    const one = await says(auditor, 'Budget 2026 IT-Budget');
    expect(one.data).toMatchObject({ open: undefined, reopen: undefined, rebook: undefined });
    const { data } = await presses(auditor, 'requests.budget-file', { id: '2026-it-budget' });
    expect(await follow(String(data.url))).toMatchObject({ fileName: 'Akte-2026-it-budget.pdf' });
    for (const text of [
      'Budget 2026 IT-Budget 1 €',
      'Budget 2026 IT-Budget abschließen',
      'IT-2026-0001 abgerechnet 1 €',
    ])
      expect([text, await said(says(auditor, text))]).toEqual([text, expect.stringContaining('10.50')]);
    for (const verb of [
      'requests.set-budget',
      'requests.end-budget',
      'requests.close-budget',
      'requests.reopen-budget',
    ])
      expect([
        verb,
        await said(
          presses(auditor, verb, { id: '2026-it-budget', year: '2026', name: 'IT-Budget', limit: '1' }),
        ),
      ]).toEqual([verb, expect.stringContaining('10.50')]);
    expect((await says('lead-10.50', 'Budget')).data).toMatchObject({
      budgets: [{ limit: expect.stringMatching(/^5\.000/) }],
    });
    expect(await readings()).toEqual(
      expect.arrayContaining([
        `${auditor} Budgets`,
        `${auditor} Budget 2026-it-budget`,
        `${auditor} Budget 2026-it-budget Akte`,
      ]),
    );
  });

  test('gets a list with requester, decider, asked and granted', async () => {
    const { data } = await says(auditor, 'Anträge exportieren 2026');
    const list = await follow(String(data.url));
    expect(list.fileName).toBe('Antraege-2026.csv');
    const [head = '', row = ''] = String(list.content).split('\r\n');
    expect(head).toMatch(/Gestellt von.*Entschieden von.*Beantragt in Euro.*Bewilligt in Euro/);
    expect(row).toMatch(/IT-2026-0001.*Sachbearbeitung Amt 61.*900,00/);
  });

  test('reads the history of the directory, and takes nothing back', async () => {
    await program.tick(new Date('2026-11-24T10:05:00Z'));
    expect((await says(auditor, 'Änderungen am Verzeichnis')).card).toBe('directory/changes');
    expect(await said(says(auditor, 'Änderung 1 zurücknehmen: nein'))).toContain('10.50');
    expect(await readings()).toContain(`${auditor} changes of the directory`);
  });

  test('orders nothing, whatever is typed or pressed', async () => {
    for (const words of [
      'zustimmen',
      'ablehnen: nein',
      'Rückfrage: wie?',
      'zurückziehen',
      'erledigt: ja',
      'ändern',
      'übernehmen',
    ])
      await says(auditor, `IT-2026-0001 ${words}`).catch(() => undefined);
    const shown = await says('staff-61', 'IT-2026-0001');
    expect(JSON.stringify(shown.data)).not.toContain('Amt 36');
  });

  test('sees nothing of what is between two people', async () => {
    const profile = {
      person: 'mentor-wissenschaft',
      fields: 'ki',
      experience: 'Sprachmodelle',
      languages: 'de',
      capacity: '1',
      contact: 'Mail',
    };
    await presses('digitallotse', 'mentors.profile-save', profile);
    await confirmProfile(program, 'mentor-wissenschaft', at);
    await presses('staff-61', 'mentors.ask', {
      form: 'f',
      mentor: 'mentor-wissenschaft',
      question: 'Wie?',
      contact: '161',
    });
    expect(await said(says('staff-61', 'M-2026-0001'))).not.toContain('finde ich nicht');
    expect(await said(says(auditor, 'M-2026-0001'))).toMatch(/finde ich nicht|gibt es nicht/);
  });
});

test('nobody else reads by right, and a link is worth what its holder may do when it is opened', async () => {
  for (const text of [
    'IT-2026-0001',
    'Budget',
    'Budget 2026 IT-Budget',
    'Anträge exportieren 2026',
    'Alle Anträge',
  ])
    expect([text, await said(says('staff-33', text))]).toEqual([text, expect.stringMatching(/nicht|10\.50/)]);
  const { data } = await presses(auditor, 'requests.file', { id: 'IT-2026-0001' });
  const others = await startProgram(city, { store: program.store });
  const before = program;
  program = others;
  expect(await follow(String(data.url))).toMatchObject({ status: 404 });
  program = before;
});

describe('at no point of a request', () => {
  const start = submittedBy('staff-61', { application: 'bau', costs: 2_000_000 });
  const heard = allActed(start, [
    ['itb-61', { kind: 'approve' }],
    ['fa-bau', { kind: 'opinion', note: 'gut' }],
  ]);
  const approved = allActed(heard, [
    ['lead-10.50', { kind: 'approve' }],
    ['board-1', { kind: 'approve' }],
    ['board-2', { kind: 'approve' }],
  ]);
  const asked = allActed(start, [['itb-61', { kind: 'ask', note: 'wie?' }]]);
  const type = requestType({ openForm: async () => Promise.reject(new Error('no form')) });
  const context = {
    ...contextAt(at),
    partners: [
      {
        id: 'rechnungspruefung',
        name: { de: 'RPA', en: 'Audit' },
        people: [auditor],
        reads: 'files' as const,
      },
    ],
  };

  test.each(type.acts.map((act) => [act.kind, act] as const))(
    'does %s count when they do it',
    (kind, act) => {
      for (const request of [start, heard, approved, asked]) {
        const input = act.probe(request, party(auditor), context) ?? {};
        const outcome = () => decideAct(type, request, { kind, ...input }, party(auditor), context);
        let changed: unknown;
        try {
          changed = outcome();
        } catch (error) {
          expect(error).toMatchObject({ name: 'Refusal' });
        }
        expect(changed).toBeUndefined();
      }
    },
  );
});
