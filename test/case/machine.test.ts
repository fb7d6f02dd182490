import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createHolidays } from '../../src/adapters/calendar/holidays.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { createMemoryStore } from '../../src/adapters/store/memory.ts';
import { findingsOf } from '../../src/case/audit.ts';
import { actsOf, type CaseType } from '../../src/case/case-type.ts';
import { decideAct, openCases } from '../../src/case/cases.ts';
import { bySystem, changed, deciding, notified, recorded } from '../../src/case/decision.ts';
import { caseFields } from '../../src/case/document.ts';
import { erasedFor } from '../../src/case/erasure.ts';
import { isTheirOwn, partsOf, peopleIn } from '../../src/case/people.ts';
import type { CaseRecord } from '../../src/case/record.ts';
import type { World } from '../../src/case/world.ts';
import { dayOf, daysBefore } from '../../src/core/day.ts';
import { brokenEntry, contentOf } from '../../src/core/history.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { createRoleDirectory } from '../../src/features/directory/role-directory.ts';
import { archiveInMemory } from '../support/archive-in-memory.ts';
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

const record: CaseRecord<Bell, World> = {
  collection: 'bells',
  letter: 'U',
  noun: { de: 'Glocke', en: 'Bell' },
  schema: Bell,
  isOne: (id) => id.startsWith('U-'),
  covers: ({ state, owner, rings, word }) => ({ state, owner, rings, word }),
  people: [{ at: 'owner', id: '', as: { de: 'hat sie aufgehängt', en: 'hung it up' } }],
  isErased: ({ owner }) => owner === 'erased',
  wordless: ({ word: _, ...bell }) => bell,
  retention: ({ state, changedAt }) =>
    state === 'worn'
      ? {
          closedOn: dayOf(changedAt),
          archiveOn: daysBefore(dayOf(changedAt), -10),
          namesOn: daysBefore(dayOf(changedAt), -20),
        }
      : {},
};

const type: CaseType<Bell, World> = {
  name: 'tower.bell',
  record,
  missing: (label) => ({ de: `Keine Glocke ${label}.`, en: `No bell ${label}.` }),
  views: {
    full: {
      card: 'bell',
      refresh: ['tower.bell-show'],
      reply: (bell, { language }, _context, { remark, typed, can }) => ({
        card: 'shared/refusal',
        data: { title: bell.id, text: remark ?? '', typed, rings: bell.rings, ring: can('ring') },
        summary: bell.id,
        language,
      }),
    },
  },
  seenAs: (bell, party) => (bell.owner === party || party === 'itb-61' ? 'full' : undefined),
  acts: [ring, polish, cheat],
  isClosed: ({ state }) => state === 'worn',
  onTime(bell) {
    if (bell.owner === 'broken') throw new Error('this bell is cracked');
    if (bell.rings < 3) return undefined;
    return recorded(changed(deciding(bell), { state: 'worn' }), { ...bySystem, act: 'worn' });
  },
  dueAt: ({ state, createdAt }) => (state === 'worn' ? undefined : createdAt),
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
  const archive = archiveInMemory();
  const store = createMemoryStore();
  const collection = store.collection('bells', Bell);
  for (const { version: _, ...doc } of bells) await collection.add(doc);
  const cases = openCases(type, { store, archive, directory, contextAt });
  const intent = cases.intent({ id: 'tower.bell', title: record.noun, examples: { de: [], en: [] } });
  const as = (who: string) => ({ actor: actorOf(demo, who), at });
  return {
    archive,
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
    expect((await says('itb-61', 'U-2026/1')).data.ring).toBe(false);
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
    expect(doc.history.at(-1)?.content).toBe(contentOf(record.covers(doc), digest));
    expect(doc.seal).toEqual({
      entries: 1,
      head: doc.history.at(-1)?.hash,
      content: doc.history.at(-1)?.content,
    });
  });

  test('has another digest when any of it changes, and the same in whatever order it is written', () => {
    expect(contentOf(record.covers({ ...doc, rings: 5 }), digest)).not.toBe(doc.seal?.content);
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

describe('what is kept', () => {
  const days = (count: number) => new Date(Date.parse(at) + count * 86_400_000);
  const worn = { rings: 3, word: 'Geheim' };

  test('is the archive of the year some days after the end, still shown to those it concerned', async () => {
    const { cases, collection, archive, says } = await tower(bell('U-2026-1', worn));
    await cases.job('tower.bells').run(new Date(at));
    await cases.keeping('tower.kept').run(days(9));
    expect(await collection.list()).toHaveLength(1);
    await cases.keeping('tower.kept').run(days(10));
    expect(await collection.list()).toEqual([]);
    expect(await archive.years()).toEqual([2026]);
    expect((await says('staff-61', 'U-2026/1')).data.title).toBe('U-2026-1');
    expect((await says('staff-61', 'U-2026/1 läuten')).data.title).toBe('U-2026-1');
  });

  test('is without names and words when their time is over, and the chain still holds', async () => {
    const { cases, archive } = await tower(bell('U-2026-1', worn));
    await cases.job('tower.bells').run(new Date(at));
    for (const count of [10, 20]) await cases.keeping('tower.kept').run(days(count));
    const kept = (await archive.find('U-2026-1')) as unknown as Bell;
    expect(JSON.stringify(kept)).not.toMatch(/staff-61|Geheim/);
    expect(findingsOf(kept, record.covers, randomIds.digest)).toEqual([]);
  });

  test('is kept for each case by itself, in the store and in the archive', async () => {
    const broken = { changedAt: 'kaputt', state: 'worn' } as const;
    const { cases, collection, archive } = await tower(
      bell('U-2026-1', broken),
      bell('U-2026-2', { ...worn, state: 'worn' }),
    );
    await archive.keep(2025, [bell('U-2025-1', broken), bell('U-2025-2', { ...worn, state: 'worn' })]);
    await archive.keep(2026, [bell('U-2026-3', { ...worn, state: 'worn' })]);
    await expect(cases.keeping('tower.kept').run(days(30))).rejects.toThrow('broke');
    expect((await collection.list()).map(({ id, owner }) => `${id} ${owner}`)).toEqual([
      'U-2026-1 staff-61',
      'U-2026-2 erased',
    ]);
    const owners = await Promise.all(['U-2025-1', 'U-2025-2', 'U-2026-3'].map((id) => archive.find(id)));
    expect(owners).toMatchObject([{ owner: 'staff-61' }, { owner: 'erased' }, { owner: 'erased' }]);
  });

  test('is tried once a day, also when one is broken', async () => {
    const { cases, collection } = await tower(bell('U-2026-1', { changedAt: 'kaputt', state: 'worn' }));
    const job = cases.keeping('tower.kept');
    await expect(job.run(days(1))).rejects.toThrow(RangeError);
    await collection.add(bell('U-2026-2', { ...worn, state: 'worn' }));
    await job.run(days(1));
    await expect(job.run(days(30))).rejects.toThrow(RangeError);
    expect((await collection.get('U-2026-2'))?.owner).toBe('erased');
  });

  test('is nothing of a document that is a person’s own', () => {
    const own = [{ at: '', id: 'id', as: record.noun, erased: 'gone' }] as const;
    const profile = { id: 'staff-61', owner: 'itb-61' };
    expect(isTheirOwn(profile, own, (id) => id === 'staff-61')).toBe(true);
    expect(isTheirOwn(profile, [...own, ...record.people], (id) => id === 'itb-61')).toBe(false);
  });

  test('is sealed when it was not yet', async () => {
    const old = decideAct(
      type,
      bell('U-2026-1'),
      { kind: 'ring' },
      { id: 'staff-61', name: 'A' },
      contextAt(at),
    );
    const { seal: _, ...doc } = { ...old?.doc } as Bell;
    const { cases, collection } = await tower({ ...doc, version: 1 });
    await cases.keeping('tower.kept').run(new Date(at));
    expect((await collection.get('U-2026-1'))?.seal?.entries).toBe(1);
  });
});

describe('an auditor finds', () => {
  const { digest } = randomIds;
  const step = (doc: Bell, kind: string) =>
    decideAct(
      type,
      doc,
      { kind, word: 'Mittag' },
      { id: 'staff-61', name: 'Die Sachbearbeitung' },
      contextAt(at),
    )?.doc as Bell;
  const whole = step(step(bell('U-2026-1'), 'ring'), 'ring');
  const [first, last] = whole.history;
  const found = (doc: Bell) => findingsOf(doc, record.covers, digest).length > 0;

  test('nothing in a case that was left alone', () => expect(found(whole)).toBe(false));

  test.each<readonly [string, Partial<Bell>]>([
    ['another owner', { owner: 'staff-33' }],
    ['another amount', { rings: 99 }],
    ['another word', { word: 'Abend' }],
    ['another state', { state: 'worn' }],
    ['a cut-off end', { history: whole.history.slice(0, 1) }],
    ['another actor', { history: [{ ...first, by: 'staff-33' }, last] as Bell['history'] }],
    [
      'another actor behind a mark of erasure',
      { history: [{ ...first, by: 'staff-33', byName: 'X', erased: true }, last] as Bell['history'] },
    ],
    ['a seal that was taken off', { seal: undefined }],
    ['a seal that was made to fit', { rings: 99, seal: { ...whole.seal, content: 'x' } as Bell['seal'] }],
  ])('%s', (_name, change) => expect(found({ ...whole, ...change })).toBe(true));

  const erased = erasedFor(whole, record, (id) => id === 'staff-61', { now: at, digest });

  test('nothing in a case from which somebody was erased, who stands nowhere in it any more', () => {
    expect(found(erased)).toBe(false);
    expect(JSON.stringify(erased)).not.toMatch(/staff-61|Die Sachbearbeitung/);
  });

  test('what was changed in an erased entry afterwards', () => {
    const [one, ...others] = erased.history;
    expect(
      found({
        ...erased,
        history: [{ ...one, act: 'rung', byName: 'Jemand' }, ...others] as Bell['history'],
      }),
    ).toBe(true);
  });

  test('a person in the places that the record names, with their own words only', () => {
    expect([...peopleIn(whole, record.people)]).toEqual(['staff-61']);
    expect(partsOf(whole, record.people, (id) => id === 'staff-61')).toEqual([
      { as: { de: 'hat sie aufgehängt', en: 'hung it up' }, said: {} },
    ]);
  });
});
