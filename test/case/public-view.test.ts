import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createHolidays } from '../../src/adapters/calendar/holidays.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../src/adapters/store/memory.ts';
import { actsOf, type CaseType, type CaseView } from '../../src/case/case-type.ts';
import { openCases } from '../../src/case/cases.ts';
import { bySystem, changed, deciding, quietly, recorded } from '../../src/case/decision.ts';
import { caseFields } from '../../src/case/document.ts';
import { casePage } from '../../src/case/page.ts';
import { withoutPeople } from '../../src/case/people.ts';
import type { World } from '../../src/case/world.ts';
import { keepingPrivate } from '../../src/core/audience.ts';
import { refreshCollection } from '../../src/core/notice.ts';
import type { Page } from '../../src/core/ports/pages.ts';
import { Refusal } from '../../src/core/refusal.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Scope } from '../../src/core/turn.ts';
import { createRoleDirectory } from '../../src/features/directory/role-directory.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { actorOf } from '../support/program.ts';
import { actionTurn, textTurn } from '../support/turns.ts';

/* A kind of its own: a fountain that everybody may look at and cheer for, and whose keeper turns it on and off. */

const Fountain = z.strictObject({
  ...caseFields,
  state: z.enum(['on', 'off']),
  keeper: z.string(),
  cheers: z.int(),
  note: z.string().optional(),
  /** What it was drawn for. */
  turns: z.int(),
});
type Fountain = z.infer<typeof Fountain>;

const onlyKeeper = () => new Refusal('only-keeper', { de: 'Nur wer sie pflegt.', en: 'Only its keeper.' });
const act = actsOf<Fountain, World>();

const cheer = act({
  kind: 'cheer',
  title: { de: 'Loben', en: 'Cheer' },
  input: z.object({}),
  typed: [{ de: 'loben', en: 'cheer' }],
  anywhere: true,
  probe: () => ({}),
  decide: (fountain) => quietly(changed(deciding(fountain), { cheers: fountain.cheers + 1 })),
});
const turnOff = act({
  kind: 'off',
  title: { de: 'Abstellen', en: 'Turn off' },
  input: z.object({ note: z.string().catch(''), how: z.string().catch('') }),
  typed: [{ de: 'abstellen', en: 'turn off', rest: 'note' }],
  reasons: true,
  fieldsOf: ({ note, how }) => ({ note, how }),
  probe: () => ({ note: '', how: '' }),
  decide(fountain, { note }, by) {
    if (by.id !== fountain.keeper) throw onlyKeeper();
    if (fountain.state === 'off') return undefined;
    const off = changed(deciding(fountain), { state: 'off', note, turns: fountain.turns + 1 });
    return recorded(off, { by: by.id, byName: by.name, act: 'off' });
  },
});

const drawn =
  (name: string): CaseView<Fountain, World>['reply'] =>
  ({ id, state, cheers, note }, { id: who, language }, _context, { remark, fields, can }) => ({
    card: 'shared/refusal',
    data: { name, who, id, state, cheers, note, remark, fields, off: can('off') },
    summary: id,
    language,
    about: { kind: 'fountain', id },
  });

const opened: object[] = [];
const type: CaseType<Fountain, World> = {
  name: 'park.fountain',
  record: {
    collection: 'fountains',
    letter: 'U',
    noun: { de: 'Brunnen', en: 'Fountain' },
    schema: Fountain,
    isOne: (id) => id.startsWith('U-'),
    covers: ({ state, keeper }) => ({ state, keeper }),
    people: [{ at: 'keeper', id: '', as: { de: 'pflegt ihn', en: 'keeps it' } }],
    isErased: () => false,
    retention: () => ({}),
  },
  missing: (label) => ({ de: `Kein Brunnen ${label}.`, en: `No fountain ${label}.` }),
  views: {
    whole: { card: 'fountain', refresh: ['park.refresh'], open: ['park.show'], reply: drawn('whole') },
    plain: { anywhere: true, refresh: [], reply: drawn('plain') },
  },
  seenAs: ({ keeper }, party) => (keeper === 'secret' && party === 'anybody' ? undefined : 'whole'),
  acts: [cheer, turnOff],
  openings: [
    {
      verb: 'park.plan',
      de: 'umlauf(?: planen)?',
      en: 'plan',
      rest: 'for',
      async open({ language }, id, data) {
        opened.push({ id, ...data });
        return { card: 'shared/refusal', data: {}, summary: '', language };
      },
    },
  ],
  unchanged: ({ turns }, kind, data) => ({ de: `${kind} ${String(data.turns)} ≠ ${turns}`, en: '' }),
  onTime: () => undefined,
  dueAt: () => undefined,
};

const demo = await demoDirectory();
const directory = createRoleDirectory(() => demo);
const at = '2026-11-24T09:00:00.000Z';
const earlier = '2026-11-23T09:00:00.000Z';
const contextAt = (now: string): World => ({
  now,
  directory,
  holidays: createHolidays(),
  digest: randomIds.digest,
});
const fountain: Fountain = {
  id: 'U-2026-1',
  version: 1,
  state: 'on',
  keeper: 'staff-61',
  cheers: 0,
  turns: 1,
  history: [],
  createdAt: earlier,
  changedAt: earlier,
};

async function park(more: Partial<Fountain> = {}, kind = type) {
  const store = createMemoryStore();
  const collection = store.collection('fountains', Fountain);
  const { version: _, ...doc } = { ...fountain, ...more };
  await collection.add(doc);
  const cases = openCases(kind, { store, directory, contextAt });
  const { intents, actions } = keepingPrivate({
    id: 'park',
    intents: [cases.intent({ id: 'park', title: kind.record.noun, examples: { de: [], en: [] } })],
    actions: cases.actions,
  });
  const as = (who: string, scope: Scope) => ({ actor: actorOf(demo, who), at, scope });
  return {
    cases,
    stored: async () => (await collection.get('U-2026-1')) as Fountain,
    redrawn: async () =>
      (await store.collection(refreshCollection, { parse: (x) => x as never }).list()).length,
    async says(who: string, text: string, scope: Scope = 'personal'): Promise<Reply> {
      return (intents[0] as (typeof intents)[number]).handle(textTurn(text, as(who, scope)));
    },
    async presses(who: string, verb: string, data = {}, scope: Scope = 'personal'): Promise<Reply> {
      const action = actions.find((one) => one.verb === verb);
      if (!action) throw new Error(`no ${verb}`);
      return action.handle(actionTurn(verb, { id: 'U-2026-1', ...data }, as(who, scope)));
    },
  };
}

describe('where others read along', () => {
  test.each(['groupChat', 'channel'] as const)('the case shows what everybody may see: %s', async (scope) => {
    const { says, presses } = await park();
    const shown = { anywhere: true, data: { name: 'plain', who: 'anybody', off: false } };
    for (const reply of [
      await says('staff-61', 'U-2026/1', scope),
      await presses('staff-61', 'park.show', {}, scope),
      await presses('staff-61', 'park.refresh', {}, scope),
    ]) {
      expect(reply).toMatchObject(shown);
      expect(reply.about).toBeUndefined();
    }
    expect(await says('staff-61', 'U-2026/1')).toMatchObject({ data: { name: 'whole', off: true } });
  });

  test('an act that may be done there is, with the public card in its place', async () => {
    const { says, presses, stored } = await park();
    const pressed = await presses('itb-61', 'park.fountain-cheer', {}, 'channel');
    expect(pressed).toMatchObject({ anywhere: true, inPlace: true, data: { name: 'plain', cheers: 1 } });
    await says('itb-61', 'U-2026/1 loben', 'channel');
    expect((await stored()).cheers).toBe(2);
  });

  test.each(['U-2026/1 abstellen: Frost', 'U-2026/1 Umlauf'])(
    'any other is refused before it counts: %s',
    async (text) => {
      const { says, presses, stored } = await park();
      const no = { code: 'only-in-personal-chat' };
      await expect(says('staff-61', text, 'channel')).rejects.toMatchObject(no);
      await expect(presses('staff-61', 'park.fountain-off', {}, 'channel')).rejects.toMatchObject(no);
      expect((await stored()).state).toBe('on');
    },
  );

  test('a case that is not for everybody is none there is, and a kind without such a view is not named there', async () => {
    const hidden = await park({ keeper: 'secret' });
    expect((await hidden.says('staff-61', 'U-2026/1', 'channel')).data.text).toMatch(/^Kein Brunnen/);
    const { plain: _, ...views } = type.views;
    const closed = await park({}, { ...type, views });
    for (const reply of [
      closed.says('staff-61', 'U-2026/1', 'channel'),
      closed.presses('staff-61', 'park.show', {}, 'channel'),
    ])
      await expect(reply).rejects.toMatchObject({ code: 'only-in-personal-chat' });
  });

  test('a view that is for everybody has no card of its own to keep up to date', async () => {
    const { cases } = await park();
    expect(cases.cards.map(({ kind }) => kind)).toEqual(['fountain']);
  });
});

describe('a change that nobody waits to see', () => {
  test('draws no card anew and leaves the day of the last change; any other does not', async () => {
    const { says, stored, redrawn } = await park();
    await says('itb-61', 'U-2026/1 loben');
    expect([(await stored()).changedAt, await redrawn()]).toEqual([earlier, 0]);
    await says('staff-61', 'U-2026/1 abstellen');
    expect([(await stored()).changedAt, await redrawn()]).toEqual([at, 1]);
  });
});

describe('a form of several fields', () => {
  test('comes back with all of them when it is refused', async () => {
    const { presses } = await park();
    const reply = await presses('itb-61', 'park.fountain-off', { note: 'Frost', how: 'langsam' });
    expect(reply.data).toMatchObject({
      remark: 'Nur wer sie pflegt.',
      fields: { note: 'Frost', how: 'langsam' },
    });
  });
});

test('what is said about an act that changed nothing may rest on what the card was drawn for', async () => {
  const { presses } = await park({ state: 'off' });
  expect((await presses('staff-61', 'park.fountain-off', { turns: 0 })).data.remark).toBe('off 0 ≠ 1');
});

test('a card that names no case cannot be read', async () => {
  const { presses } = await park();
  await expect(presses('staff-61', 'park.show', { id: undefined })).rejects.toMatchObject({
    code: 'unreadable',
  });
});

describe('words that open a form', () => {
  test('may begin like what kind of case it is, and take along what follows', async () => {
    const { says, presses } = await park();
    opened.length = 0;
    await says('staff-61', 'U-2026/1 Umlauf');
    await says('staff-61', 'U-2026/1 plan: spring!');
    await presses('staff-61', 'park.plan', { for: 'autumn' });
    expect(opened).toEqual([
      { id: 'U-2026-1' },
      { id: 'U-2026-1', for: 'spring' },
      expect.objectContaining({ id: 'U-2026-1', for: 'autumn' }),
    ]);
  });
});

describe('an act that takes a reason', () => {
  test.each(['U-2026/1 abstellen, er läuft nicht', 'U-2026/1 abstellen: nicht dicht'])(
    'is done though the reason says no: %s',
    async (text) => {
      const { says, stored } = await park();
      await says('staff-61', text);
      expect(await stored()).toMatchObject({ state: 'off', note: expect.stringContaining('nicht') });
    },
  );

  test.each([
    'U-2026/1 abstellen kann ich nicht',
    'U-2026/1 abstellen, aber noch nicht',
    'U-2026/1 abstellen?',
  ])('is not done when the words take it back: %s', async (text) => {
    const { says, stored } = await park();
    await says('staff-61', text);
    expect((await stored()).state).toBe('on');
  });
});

test('a job of the feature decides in the same way: with entries, seal and cards', async () => {
  const { cases, stored, redrawn } = await park();
  await cases.change('U-2026-1', at, (doc) =>
    recorded(changed(deciding(doc), { state: 'off' }), { ...bySystem, act: 'off' }),
  );
  expect(await stored()).toMatchObject({ state: 'off', seal: { entries: 1 } });
  expect(await redrawn()).toBe(1);
});

test('a page may name its person otherwise, and draws what was sent when something is missing', async () => {
  const { cases } = await park();
  const { get, post } = casePage(cases, {
    path: '/park',
    subject: 'fountain',
    person: 'member',
    draw: ({ party, form }): Page => ({ title: `${party} ${form?.how ?? ''}`, language: 'de', body: [] }),
    act: () => undefined,
    gone: { title: type.record.noun, text: type.record.noun },
  });
  const visit = {
    subject: { fountain: 'U-2026-1', member: 'itb-61' },
    now: new Date(at),
    language: 'de' as const,
  };
  expect(await get(visit)).toMatchObject({ title: 'itb-61 ' });
  expect(await post?.(visit, { how: 'so' })).toMatchObject({ title: 'itb-61 so', status: 422 });
});

test('people may stand in a place only while something holds', () => {
  const place = {
    at: 'votes[]',
    id: 'by',
    where: ({ open }: Readonly<Record<string, unknown>>) => open === true,
    as: type.record.noun,
    erased: 'gone' as const,
  };
  const votes = [{ by: 'itb-61' }];
  expect(withoutPeople({ open: true, votes }, [place], () => true).votes).toEqual([]);
  expect(withoutPeople({ open: false, votes }, [place], () => true).votes).toEqual(votes);
});
