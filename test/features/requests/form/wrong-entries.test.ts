import { beforeAll, describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../../../src/adapters/cards/card-renderer.ts';
import type { Reply } from '../../../../src/core/reply.ts';
import type { Field, RequestType } from '../../../../src/features/requests/types/model.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../../support/program.ts';
import { programData } from '../../../support/program-data.ts';

/*
 * Every form of requests, filled in wrongly: it comes back in its place, with what is wrong at the field and with all that
 * was right still there. Which forms there are is not listed here: the types are those of the program, and of the cards
 * every button that has a field beside it is pressed.
 */

const demo = await demoDirectory();
const { requestTypes } = await programData();
/** An idea has a form of its own. */
const types = requestTypes.filter(({ id }) => id !== 'idea') as readonly RequestType[];
const as = (person: string) => ({ actor: actorOf(demo, person), conversationId: person });
const render = createCardRenderer('cards');

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});

type Data = Readonly<Record<string, string>>;

/** Something that the field takes. */
function right({ kind, choices = [], min = 0 }: Field): string {
  switch (kind) {
    case 'choice':
      return choices[0]?.id ?? '';
    case 'number':
      return String(min + 1);
    case 'money':
      return '1.250,00';
    case 'date':
      return '2027-01-15';
    case 'yes-no':
      return 'true';
    case 'person':
      return 'IT-Beauftragte Amt 61';
    case 'unit':
      return '61';
    case 'application':
      return 'gis';
    case 'link':
      return 'https://example.org/x';
    default:
      return 'Etwas';
  }
}

/** What it does not take, and cannot pass as something else. */
function wrong({ kind, required, decimals, longest = 1000 }: Field): readonly string[] {
  const other: Readonly<Partial<Record<Field['kind'], string>>> = {
    choice: 'gibt-es-nicht',
    money: 'viel',
    date: '2027-02-30',
    person: 'Niemand Bekanntes',
    unit: '999',
    application: 'keins',
    link: 'irgendwo',
    text: 'x'.repeat(longest + 1),
    'long-text': 'x'.repeat(longest + 1),
  };
  const bad = kind === 'number' ? ['-1', 'viele', ...(decimals ? [] : ['2,5'])] : [other[kind] ?? []].flat();
  return [...bad, ...(required && kind !== 'yes-no' ? [''] : [])];
}

type Input = { readonly name: string; readonly value: string | number; readonly error?: string };
const inputsOf = ({ data }: Reply): readonly Input[] => data.inputs as readonly Input[];

describe('the form of every type', () => {
  test.each(types.map((type) => [type.id, type] as const))(
    '%s keeps what was right and says at each field what is wrong with it',
    async (id, type) => {
      const { data } = await program.press('requests.start', { type: id }, as('staff-61'));
      const filled: Data = {
        ...Object.fromEntries(type.fields.map((field) => [`f_${field.id}`, right(field)])),
        unit: '61',
      };
      const extra: readonly (readonly [string, string])[] = [
        ['unit', '999'],
        ['unit', ''],
        ...(type.forColleague ? [['colleague', 'Niemand Bekanntes'] as const] : []),
      ];
      const tries = [
        ...type.fields.flatMap((field) => wrong(field).map((bad) => [`f_${field.id}`, bad] as const)),
        ...extra,
      ];
      for (const [name, bad] of tries) {
        const sent = { type: id, draft: data.draft, ...filled, [name]: bad };
        const reply = await program.press('requests.check', sent, as('staff-61'));
        expect([name, reply.card, reply.inPlace]).toEqual([name, 'requests/form', true]);
        const inputs = inputsOf(reply);
        expect(inputs.filter(({ error }) => error).map((one) => one.name)).toEqual([name]);
        for (const input of inputs.filter((one) => one.name !== name && filled[one.name] !== undefined))
          expect(`${input.name} ${input.value}`).toBe(`${input.name} ${filled[input.name]}`);
      }
      const checked = { type: id, draft: data.draft, ...filled };
      expect((await program.press('requests.check', checked, as('staff-61'))).card).toBe('requests/check');
    },
    60_000,
  );
});

type Part = Readonly<Record<string, unknown>>;
const partsOf = (node: unknown): readonly Part[] =>
  typeof node !== 'object' || node === null
    ? []
    : [...(Array.isArray(node) ? [] : [node as Part]), ...Object.values(node).flatMap(partsOf)];

const inputIds = (card: unknown): readonly string[] =>
  partsOf(card).flatMap(({ type, id }) => (String(type).startsWith('Input.') ? [String(id)] : []));

/** Buttons that send what is filled in on this card, and not only what they carry. */
const buttonsOf = (card: unknown) =>
  partsOf(card).flatMap(({ type, verb, data }) =>
    type === 'Action.Execute' && typeof verb === 'string' ? [{ verb, data: data as Part }] : [],
  );

/** What fits into no field of these cards. */
const junk = '–';

/** Those that take no words, or go on with any: nothing that is filled in beside them can be wrong. */
const needNothing = new Set([
  'requests.approve',
  'requests.take',
  'requests.withdraw',
  'requests.change',
  'requests.resubmit',
  'requests.paper',
  'requests.refresh',
  'requests.show',
  'requests.prolong',
  'requests.expire',
  'requests.start-list',
  'requests.budget',
  'requests.budget-page',
  'requests.end-budget',
  'requests.budget-file',
  'requests.plan-up',
  'requests.plan-down',
  'requests.plan-suggest',
  'help.show',
]);

/** Presses every button beside a field with what is wrong, and looks at what comes back. */
async function pressedWrong(reply: Reply, who: string, filled: Data): Promise<readonly string[]> {
  const card = render(reply);
  const ids = inputIds(card);
  const pressed: string[] = [];
  for (const { verb, data } of buttonsOf(card)) {
    if (needNothing.has(verb)) continue;
    const entries = Object.fromEntries(ids.map((id) => [id, filled[id] ?? '']));
    const back = await program.press(verb, { ...data, ...entries }, as(who));
    // Where it came from, or the whole of it: never a card that only says no.
    expect([verb, back.card.startsWith('requests/'), back.inPlace]).toEqual([verb, true, true]);
    const again = render(back);
    const said = JSON.stringify(again);
    expect([verb, /⚠/.test(said)]).toEqual([verb, true]);
    for (const [id, value] of Object.entries(filled))
      if (ids.includes(id))
        expect([verb, id, said.includes(JSON.stringify(value))]).toEqual([verb, id, true]);
    pressed.push(verb);
  }
  return pressed;
}

describe('the cards beside the forms', () => {
  const submit = async (type: string, more: Data) => {
    const fields = types.find(({ id }) => id === type)?.fields ?? [];
    const { data } = await program.press('requests.start', { type }, as('staff-61'));
    const filled = Object.fromEntries(
      fields.filter(({ required }) => required).map((f) => [`f_${f.id}`, right(f)]),
    );
    await program.press(
      'requests.check',
      { type, draft: data.draft, unit: '61', ...filled, ...more },
      as('staff-61'),
    );
    const { data: made } = await program.press('requests.submit', { draft: data.draft }, as('staff-61'));
    return String(made.id);
  };

  test('a request says at the field what is missing, to everybody who may act on it, at every step', async () => {
    await program.ask('Budget 2026 Reserve 9000 €', as('lead-10.50'));
    const id = await submit('workplace', { f_costs: '500' });
    const wrongs: string[] = [];
    wrongs.push(...(await pressedWrong(await program.ask(id, as('itb-61')), 'itb-61', {})));
    wrongs.push(...(await pressedWrong(await program.ask(id, as('lead-10.50')), 'lead-10.50', {})));
    await program.ask(`${id} zustimmen`, as('itb-61'));
    wrongs.push(...(await pressedWrong(await program.ask(id, as('lead-10.50')), 'lead-10.50', {})));
    await program.ask(`${id} zustimmen`, as('lead-10.50'));
    wrongs.push(...(await pressedWrong(await program.ask(id, as('lead-10.50')), 'lead-10.50', {})));
    await program.ask(`${id} übernehmen`, as('support-kgrz'));
    wrongs.push(...(await pressedWrong(await program.ask(id, as('support-kgrz')), 'support-kgrz', {})));
    await program.ask(`${id} Rückfrage: Welches?`, as('support-kgrz'));
    wrongs.push(...(await pressedWrong(await program.ask(id, as('staff-61')), 'staff-61', {})));
    const heard = await submit('programming', { f_application: 'gis' });
    await program.ask(`${heard} zustimmen`, as('itb-61'));
    wrongs.push(...(await pressedWrong(await program.ask(heard, as('fa-gis')), 'fa-gis', {})));
    expect([...new Set(wrongs)].sort()).toEqual(
      ['answer', 'ask', 'assign', 'finish', 'fund', 'opine', 'override', 'pass-on', 'reject'].map(
        (name) => `requests.${name}`,
      ),
    );
  }, 60_000);

  test('money and the order of work keep what was filled in', async () => {
    await program.ask('Budget 2026 IT-Budget 1000 €', as('lead-10.50'));
    await program.ask('Budget 2026 Projekt 2000 €', as('lead-10.50'));
    const budgets = { year: '20xx', name: 'Reserve', limit: junk };
    expect(await pressedWrong(await program.ask('Budget', as('lead-10.50')), 'lead-10.50', budgets)).toEqual([
      'requests.set-budget',
    ]);
    const plan = {
      number: 'IT-2026-0001',
      benefit: '9',
      urgency: '4',
      effort: '3',
      quarter: 'Herbst',
      days: '12',
    };
    expect(
      await pressedWrong(await program.ask('Prioritäten', as('lead-10.50')), 'lead-10.50', plan),
    ).toEqual(['requests.plan-rate', 'requests.plan-capacity']);
    const id = await submit('workplace', { f_costs: '500' });
    await program.ask(`${id} zustimmen`, as('itb-61'));
    await program.ask(`${id} zustimmen 500 € aus IT-Budget`, as('lead-10.50'));
    const one = await program.ask('Budget 2026 IT-Budget', as('lead-10.50'));
    expect(await pressedWrong(one, 'lead-10.50', { id, budget: '2026-projekt' })).toEqual([
      'requests.rebook',
    ]);
    const list = await program.ask('Meine Entscheidungen', as('itb-61'));
    expect(list.card).toBe('requests/list');
  }, 60_000);
});
