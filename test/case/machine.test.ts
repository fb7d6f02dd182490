import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createHolidays } from '../../src/adapters/calendar/holidays.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../src/adapters/store/memory.ts';
import { actsOf, type CaseType } from '../../src/case/case-type.ts';
import { decideAct, openCases } from '../../src/case/cases.ts';
import { bySystem, changed, deciding, notified, recorded } from '../../src/case/decision.ts';
import { caseFields } from '../../src/case/document.ts';
import type { World } from '../../src/case/world.ts';
import { brokenEntry, contentOf } from '../../src/core/history.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { createRoleDirectory } from '../../src/features/directory/role-directory.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { actorOf } from '../support/program.ts';
import { actionTurn, textTurn } from '../support/turns.ts';

/* The machine on a kind of its own: a bell that may be rung three times by whoever hung it up. */

const Bell = z.strictObject({
  ...caseFields,
  state: z.enum(['quiet', 'worn']),
  owner: z.string(),
  rings: z.int(),
  word: z.string().optional(),
  /** Not decided by anybody: changes without an entry. */
  polished: z.boolean(),
});
type Bell = z.infer<typeof Bell>;

const onlyOwner = () =>
  new Refusal('only-owner', { de: 'Nur wer sie aufhängte.', en: 'Only who hung it up.' });

const act = actsOf<Bell, World>();
const ring = act({
  kind: 'ring',
  title: { de: 'Läuten', en: 'Ring' },
  input: z.object({ word: z.string().max(20).catch('') }),
  typed: [{ de: 'läuten', en: 'ring', rest: 'word' }],
  probe: () => ({ word: '' }),
  wordsOf: ({ word }) => word,
  decide(bell, { word }, by) {
    if (by.id !== bell.owner) throw onlyOwner();
    const rung = changed(deciding(bell), { rings: bell.rings + 1, ...(word ? { word } : {}) });
    return notified(recorded(rung, { by: by.id, byName: by.name, act: 'rung' }), [bell.owner], {
      name: 'rung',
    });
  },
});
const polish = act({
  kind: 'polish',
  title: { de: 'Polieren', en: 'Polish' },
  input: z.object({}),
  typed: [{ de: 'polieren', en: 'polish' }],
  probe: () => ({}),
  decide: (bell) => (bell.polished ? undefined : changed(deciding(bell), { polished: true })),
});
const cheat = act({
  kind: 'cheat',
  title: { de: 'Schummeln', en: 'Cheat' },
  input: z.object({}),
  typed: [{ de: 'schummeln', en: 'cheat' }],
  probe: () => undefined,
  decide: (bell) => changed(deciding(bell), { rings: 0 }),
});

const melt = act({
  kind: 'melt',
  title: { de: 'Einschmelzen', en: 'Melt' },
  input: z.object({ word: z.string().catch('') }),
  typed: [
    { de: 'einschmelzen', en: 'melt', rest: 'word' },
    { de: 'anfeilen', en: 'file', ofPart: true, read: (_rest, _bell, part) => ({ word: `Teil ${part}` }) },
  ],
  reasons: true,
  probe: () => ({ word: 'alt' }),
  came: ({ doc, input, isChanged, refusal }, { kind, language }) =>
    kind === 'action'
      ? {
          card: 'shared/refusal',
          data: { title: 'Ofen', text: `${refusal?.text.de ?? isChanged} ${input.word}`, rings: doc.rings },
          summary: doc.id,
          language,
          inPlace: false,
        }
      : undefined,
  decide(bell, { word }, by) {
    if (by.id !== bell.owner) throw onlyOwner();
    if (bell.word === word) return undefined;
    return recorded(changed(deciding(bell), { word }), { by: by.id, byName: by.name, act: 'molten' });
  },
});

const type: CaseType<Bell, World> = {
  name: 'tower.bell',
  letter: 'U',
  noun: { de: 'Glocke', en: 'Bell' },
  missing: (label) => ({ de: `Keine Glocke ${label}.`, en: `No bell ${label}.` }),
  views: {
    full: {
      card: 'bell',
      refresh: ['tower.bell-show'],
      reply: (bell, { language }, _context, { remark, typed, can, why }) => ({
        card: 'shared/refusal',
        data: {
          title: bell.id,
          text: remark ?? '',
          typed,
          rings: bell.rings,
          ring: can('ring'),
          why: why('ring')?.de,
        },
        summary: bell.id,
        language,
      }),
    },
  },
  seenAs: (bell, party) => (bell.owner === party || party === 'itb-61' ? 'full' : undefined),
  acts: [ring, polish, cheat, melt],
  isClosed: ({ state }) => state === 'worn',
  covers: ({ state, owner, rings, word }) => ({ state, owner, rings, word }),
  onTime(bell) {
    if (bell.owner === 'broken') throw new Error('this bell is cracked');
    if (bell.rings < 3) return undefined;
    return recorded(changed(deciding(bell), { state: 'worn' }), { ...bySystem, act: 'worn' });
  },
  dueAt: ({ state, createdAt, history }) =>
    history.at(-1)?.act === 'molten' ? 'at the founder' : state === 'worn' ? undefined : createdAt,
};

const demo = await demoDirectory();
const directory = createRoleDirectory(() => demo);
const at = '2026-11-24T09:00:00.000Z';
const contextAt = (now: string): World => ({
  now,
  directory,
  holidays: createHolidays(),
  digest: randomIds.digest,
});

const bell = (id: string, more: Partial<Bell> = {}): Bell => ({
  id,
  version: 1,
  state: 'quiet',
  owner: 'staff-61',
  rings: 0,
  polished: false,
  history: [],
  createdAt: at,
  changedAt: at,
  dueAt: at,
  ...more,
});

async function tower(...bells: readonly Bell[]) {
  const store = createMemoryStore();
  const collection = store.collection('bells', Bell);
  for (const { version: _, ...doc } of bells) await collection.add(doc);
  const cases = openCases(type, { collection, directory, contextAt });
  const intent = cases.intent({ id: 'tower.bell', title: type.noun, examples: { de: [], en: [] } });
  const as = (who: string) => ({ actor: actorOf(demo, who), at });
  return {
    collection,
    cases,
    outbox: store.collection('outbox', z.looseObject({ id: z.string(), version: z.number() })),
    says: (who: string, text: string) => intent.handle(textTurn(text, as(who))),
    presses: (who: string, verb: string, data = {}) => {
      const action = cases.actions.find((one) => one.verb === verb);
      if (!action) throw new Error(`no ${verb}`);
      return action.handle(actionTurn(verb, { id: 'U-2026-1', ...data }, as(who)));
    },
  };
}

describe('an act that was declared once', () => {
  test.each([
    'U-2026/1 läuten',
    'u2026-1 läuten!',
    'Bitte U-2026/1 läuten, danke',
    'läuten U-2026/1',
    'U-2026/1 ring',
  ])('is typed: %s', async (text) => {
    const { says, collection } = await tower(bell('U-2026-1'));
    await says('staff-61', text);
    expect((await collection.get('U-2026-1'))?.rings).toBe(1);
  });

  test.each([
    'U-2026/1 läuten?',
    'Soll ich U-2026/1 läuten?',
    'U-2026/1 noch nicht läuten',
    'U-2026/1 läuten nicht',
    'wenn es geht, U-2026/1 läuten',
    'U-2026/1 läuten, falls niemand schläft',
    'Wer darf U-2026/1 läuten?',
    'Gestern habe ich U-2026/1 beim Läuten gehört',
    'U-2026/1',
  ])('is only shown, never done: %s', async (text) => {
    const { says, collection } = await tower(bell('U-2026-1'));
    expect((await says('staff-61', text)).data.title).toBe('U-2026-1');
    expect((await collection.get('U-2026-1'))?.rings).toBe(0);
  });

  test('answers in the language of its words and takes what follows them', async () => {
    const { says, collection } = await tower(bell('U-2026-1'));
    expect((await says('staff-61', 'U-2026/1 ring: noon')).language).toBe('en');
    expect((await collection.get('U-2026-1'))?.word).toBe('noon');
  });

  test('that takes no words is not done with some', async () => {
    const { says, collection } = await tower(bell('U-2026-1'));
    const reply = await says('staff-61', 'U-2026/1 polieren mit Essig');
    expect(reply.data.text).toContain('nichts getan');
    expect((await collection.get('U-2026-1'))?.polished).toBe(false);
  });

  test('is pressed, and the card of the moment takes the place of the old one', async () => {
    const { presses } = await tower(bell('U-2026-1'));
    expect(await presses('staff-61', 'tower.bell-ring')).toMatchObject({ inPlace: true, data: { rings: 1 } });
  });

  test('is offered exactly to those whom the decision would let do it', async () => {
    const { says, cases } = await tower(bell('U-2026-1'));
    expect((await says('staff-61', 'U-2026/1')).data.ring).toBe(true);
    expect((await says('itb-61', 'U-2026/1')).data).toMatchObject({
      ring: false,
      why: 'Nur wer sie aufhängte.',
    });
    const by = { id: 'staff-61', name: '' };
    expect(cases.offered(bell('U-2026-1', { state: 'worn' }), by, contextAt(at))).toEqual([]);
  });

  test('that is refused says why on the card, with what was typed still there', async () => {
    const { says } = await tower(bell('U-2026-1'));
    const reply = await says('itb-61', 'U-2026/1 läuten: Mittag');
    expect(reply.data).toMatchObject({ text: 'Nur wer sie aufhängte.', typed: 'Mittag' });
  });

  test('is the same no for a case that is not there and one that is none of theirs', async () => {
    const { says } = await tower(bell('U-2026-1'));
    const [known, unknown] = [await says('staff-33', 'U-2026/1'), await says('staff-33', 'U-2026/9')];
    expect(JSON.stringify(known.data).replace('U-2026/1', '')).toBe(
      JSON.stringify(unknown.data).replace('U-2026/9', ''),
    );
  });

  test('owes each notice once, keyed by the event that it tells of', async () => {
    const { says, outbox } = await tower(bell('U-2026-1'));
    await says('staff-61', 'U-2026/1 läuten');
    await says('staff-61', 'U-2026/1 läuten');
    expect((await outbox.list()).map(({ id }) => id)).toEqual([
      'U-2026-1 rung 1 staff-61',
      'U-2026-1 rung 2 staff-61',
    ]);
  });
});

describe('an act that takes a reason', () => {
  test.each([
    'U-2026/1 einschmelzen, sie klingt nicht mehr',
    'U-2026/1 einschmelzen wegen Alters, sie klingt nicht mehr',
    'U-2026/1 einschmelzen: noch nicht ganz tot',
  ])('is done though the reason says no: %s', async (text) => {
    const { says, collection } = await tower(bell('U-2026-1'));
    await says('staff-61', text);
    expect((await collection.get('U-2026-1'))?.word).toMatch(/nicht/);
  });

  test.each([
    'U-2026/1 einschmelzen kann ich nicht',
    'U-2026/1 einschmelzen, aber noch nicht',
    'U-2026/1 einschmelzen, falls sie nicht klingt',
    'U-2026/1 einschmelzen, oder etwa nicht?',
  ])('is not done when the words take it back: %s', async (text) => {
    const { says, collection } = await tower(bell('U-2026-1'));
    await says('staff-61', text);
    expect((await collection.get('U-2026-1'))?.word).toBeUndefined();
  });
});

describe('an act that shows itself what came of it', () => {
  test('answers a button with its own card, a refusal too', async () => {
    const { presses } = await tower(bell('U-2026-1'));
    const done = await presses('staff-61', 'tower.bell-melt', { word: 'alt' });
    expect(done).toMatchObject({ inPlace: false, data: { title: 'Ofen', text: 'true alt' } });
    const refused = await presses('itb-61', 'tower.bell-melt', { word: 'alt' });
    expect(refused.data).toMatchObject({ title: 'Ofen', text: 'Nur wer sie aufhängte. alt' });
  });

  test('leaves to the machine what it does not answer, and nothing to those who see nothing', async () => {
    const { says, presses } = await tower(bell('U-2026-1'));
    expect((await says('staff-61', 'U-2026/1 einschmelzen: alt')).data.title).toBe('U-2026-1');
    await expect(presses('staff-33', 'tower.bell-melt')).rejects.toMatchObject({ name: 'Refusal' });
  });

  test('is looked at next when its new history says', async () => {
    const { presses, collection } = await tower(bell('U-2026-1'));
    await presses('staff-61', 'tower.bell-melt', { word: 'alt' });
    expect((await collection.get('U-2026-1'))?.dueAt).toBe('at the founder');
  });
});

describe('a part of a case that has a number of its own', () => {
  test('is what words about parts are about, and shown when nothing is said about it', async () => {
    const shown: string[] = [];
    const parted: CaseType<Bell, World> = {
      ...type,
      letter: 'B',
      part: async ({ language }, id, part) => {
        shown.push(`${id} ${part}`);
        return { card: 'shared/refusal', data: {}, summary: '', language };
      },
    };
    const collection = createMemoryStore().collection('bells', Bell);
    const { version: _, ...doc } = bell('B-2026-1');
    await collection.add(doc);
    const cases = openCases(parted, { collection, directory, contextAt });
    const intent = cases.intent({ id: 'tower.bell', title: type.noun, examples: { de: [], en: [] } });
    const says = (text: string) => intent.handle(textTurn(text, { actor: actorOf(demo, 'staff-61'), at }));
    await says('B-2026/1-3');
    await says('B-2026/1-03 einschmelzen');
    await says('B-2026/1 anfeilen');
    expect([shown, (await collection.get('B-2026-1'))?.word]).toEqual([
      ['B-2026-1 03', 'B-2026-1 03'],
      undefined,
    ]);
    await says('B-2026/1-03 anfeilen');
    expect((await collection.get('B-2026-1'))?.word).toBe('Teil 03');
  });
});

test('a job of the feature decides in the same way: with entries, seal and cards', async () => {
  const { cases, collection } = await tower(bell('U-2026-1'));
  await cases.change('U-2026-1', at, (doc) =>
    recorded(changed(deciding(doc), { rings: 2 }), { ...bySystem, act: 'rung' }),
  );
  expect(await collection.get('U-2026-1')).toMatchObject({ rings: 2, seal: { entries: 1 } });
});

describe('what was decided', () => {
  const rung = decideAct(
    type,
    bell('U-2026-1'),
    { kind: 'ring' },
    { id: 'staff-61', name: 'A' },
    contextAt(at),
  );
  const doc = rung?.doc as Bell;
  const { digest } = randomIds;

  test('is in the chain: the last entry carries its digest, and the seal names the end', () => {
    expect(brokenEntry(doc.history, doc.id, digest)).toBeUndefined();
    expect(doc.history.at(-1)?.content).toBe(contentOf(type.covers(doc), digest));
    expect(doc.seal).toEqual({
      entries: 1,
      head: doc.history.at(-1)?.hash,
      content: doc.history.at(-1)?.content,
    });
  });

  test('has another digest when any of it changes, and the same in whatever order it is written', () => {
    expect(contentOf(type.covers({ ...doc, rings: 5 }), digest)).not.toBe(doc.seal?.content);
    expect(contentOf({ b: 1, a: [{ d: 2, c: undefined }] }, digest)).toBe(
      contentOf({ a: [{ d: 2 }], b: 1 }, digest),
    );
  });

  test('never changes without an entry: a bug that tries is not written', async () => {
    const { says, collection } = await tower(bell('U-2026-1'));
    await says('staff-61', 'U-2026/1 läuten');
    await expect(says('staff-61', 'U-2026/1 schummeln')).rejects.toThrow('without an entry');
    expect((await collection.get('U-2026-1'))?.rings).toBe(1);
  });

  test('leaves what nobody decides alone', async () => {
    const { says, collection } = await tower(bell('U-2026-1'));
    await says('staff-61', 'U-2026/1 läuten');
    await says('staff-61', 'U-2026/1 polieren');
    const { polished, history } = (await collection.get('U-2026-1')) as Bell;
    expect([polished, history.length]).toEqual([true, 1]);
  });
});

describe('time', () => {
  test('looks at each case by itself: a broken one is reported, the others go on', async () => {
    const worn = { rings: 3 };
    const { cases, collection } = await tower(
      bell('U-2026-1', worn),
      bell('U-2026-2', { owner: 'broken' }),
      bell('U-2026-3', worn),
    );
    await expect(cases.job('tower.bells').run(new Date(at))).rejects.toThrow('cracked');
    expect((await collection.list()).map(({ state }) => state)).toEqual(['worn', 'quiet', 'worn']);
  });

  test('is not kept from any case by broken ones, however many they are', async () => {
    const broken = Array.from({ length: 7 }, (_, n) => bell(`U-2026-${n + 1}`, { owner: 'broken' }));
    const { cases, collection } = await tower(...broken, bell('U-2026-9', { rings: 3 }));
    await expect(cases.job('tower.bells', 3).run(new Date(at))).rejects.toThrow('broke');
    expect((await collection.get('U-2026-9'))?.state).toBe('worn');
  });
});
