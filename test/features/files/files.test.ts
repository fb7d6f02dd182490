import { describe, expect, test } from '@jest/globals';
import { createMemoryFiles } from '../../../src/adapters/store/files/memory.ts';
import { createTabAnswers } from '../../../src/app/tab-answers.ts';
import type { SentFile } from '../../../src/core/files/sent.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { jpeg, pdf, png, secret } from '../../support/pictures.ts';
import { actorOf, startProgram } from '../../support/program.ts';

const demo = await demoDirectory();
const at = '2026-11-24T10:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

async function open(now = at) {
  const contents = createMemoryFiles(() => new Date(now));
  const program = await startProgram(demo, { files: contents });
  const turn = (who: string) => ({
    actor: actorOf(demo, who),
    conversationId: `a:${who}`,
    language: 'de' as const,
    at,
  });
  const says = (who: string, text: string, files: readonly SentFile[] = [], more = {}) =>
    program.ask(text, { ...turn(who), files, ...more });
  const presses = (who: string, verb: string, data: object, more = {}) =>
    program.press(verb, { ...data }, { ...turn(who), ...more });
  const submits = async (who: string, form: Reply, more = {}) => {
    const { draft, type } = form.data;
    const filled = {
      draft,
      type,
      f_subject: 'Drucker druckt nicht',
      f_reason: 'x',
      unit: '61',
    };
    const inputs = form.data.inputs as readonly { name: string; choices: readonly { value: string }[] }[];
    const first = Object.fromEntries(inputs.map(({ name, choices }) => [name, choices[0]?.value ?? '']));
    const check = await presses(who, 'requests.check', { ...first, ...filled, ...more });
    return { check, done: await presses(who, 'requests.submit', { draft }) };
  };
  const request = async () =>
    (await program.store.collection('requests', { parse: (one) => one as never }).list())[0] as never as {
      readonly id: string;
      readonly files?: readonly { readonly id: string; readonly name: string; readonly by: string }[];
      readonly history: readonly { readonly act: string; readonly note?: string }[];
    };
  const saying = async (who: string, text: string, files: readonly SentFile[] = [], more = {}) => {
    try {
      const { aside, summary } = await says(who, text, files, more);
      return `${aside ?? ''} ${summary}`;
    } catch (error) {
      if (error instanceof Refusal) return error.text.de;
      throw error;
    }
  };
  return {
    contents,
    program,
    says,
    saying,
    presses,
    submits,
    request,
    turn,
    tabs: createTabAnswers(program.features, async () => {
      throw new Error();
    }),
  };
}

const picture = (shade?: number): SentFile => ({ name: 'IMG_0042.HEIC', content: png(shade) });

/** An incident with a picture that came with the words. */
async function incident() {
  const stage = await open();
  const form = await stage.says('staff-61', 'Mein Drucker geht nicht', [picture()]);
  return { ...stage, form };
}

describe('a picture that comes with “geht nicht”', () => {
  test('gets the same answer as the words, and says that it has arrived', async () => {
    const { form, says } = await incident();
    expect(form.summary).toBe((await says('staff-61', 'Mein Drucker geht nicht')).summary);
    expect(form.aside).toContain('Angekommen: „IMG_0042.png“');
  });

  test('is announced before the request is sent, and lies with it then', async () => {
    const { presses, submits, request } = await incident();
    const form = await presses('staff-61', 'requests.start', { type: 'incident' });
    const { check, done } = await submits('staff-61', form, {
      f_thing: 'device',
      f_affected: 'me',
      f_urgency: 'limited',
    });
    expect(JSON.stringify(check.data)).toContain('Mit dabei: „IMG_0042.png“');
    expect(done.data.remark).toContain('beigelegt: „IMG_0042.png“');
    expect(done.data.files).toBe('Datei ansehen');
    const { files = [], history } = await request();
    expect(files).toMatchObject([{ name: 'IMG_0042.png', by: 'staff-61' }]);
    expect(history.at(-1)).toMatchObject({ act: 'file-added', note: 'IMG_0042.png' });
  });
});

/** A request of staff-61 that waits for the IT officer. */
async function withRequest() {
  const stage = await open();
  const form = await stage.says('staff-61', 'Ich brauche ein neues Notebook');
  await stage.submits('staff-61', form, { f_kind: 'laptop', f_costs: '1250' });
  return { ...stage, id: (await stage.request()).id };
}

describe('a file that comes with the number of a request', () => {
  test('lies with it, without place and device', async () => {
    const { says, request, contents, id } = await withRequest();
    const reply = await says('staff-61', `${id}`, [{ name: 'foto.jpg', content: jpeg() }]);
    expect(reply.aside).toBe(`Bei ${id} beigelegt: „foto.jpg“.`);
    expect(reply.data.files).toBe('Datei ansehen');
    const [file] = (await request()).files ?? [];
    expect(Buffer.from((await contents.read(file?.id ?? '')) ?? []).includes(secret)).toBe(false);
  });

  test('sent twice lies there once', async () => {
    const { says, saying, request, id } = await withRequest();
    await says('staff-61', id, [picture()]);
    expect(await saying('staff-61', id, [picture()])).toContain(`Bei ${id} schon beigelegt`);
    expect((await request()).files).toHaveLength(1);
  });

  test('is added by whoever decides, but by nobody who does not see the request', async () => {
    const { saying, request, id } = await withRequest();
    expect(await saying('itb-61', `${id}`, [picture()])).toContain('beigelegt');
    const said = await saying('itb-67', id, [picture(1)]);
    expect(said).toContain('liegt noch nicht bei: Den Antrag');
    expect((await request()).files).toHaveLength(1);
  });

  test('does nothing where the words only ask', async () => {
    const { saying, request, id } = await withRequest();
    expect(await saying('staff-61', `Was ist mit ${id}?`, [picture()])).toContain('Angekommen');
    expect((await request()).files).toBeUndefined();
  });
});

describe('what is not kept', () => {
  test.each<[string, SentFile, string]>([
    ['another type', { name: 'film.mov', content: Buffer.from('film') }, 'nur Bilder (PNG, JPEG) und PDF'],
    ['too large', { name: 'plan.pdf', content: Buffer.concat([pdf(), Buffer.alloc(11_000_000)]) }, '10 MB'],
    ['not loaded', { name: 'plan.pdf', lost: 'not-loaded' }, 'nicht laden'],
    ['in a group', { name: 'plan.pdf', lost: 'only-personal' }, 'nur im persönlichen Chat'],
  ])('is said with its reason, whatever the answer is: %s', async (_, file, reason) => {
    const { says, contents } = await open();
    for (const text of ['', 'Wer ist für Drucker zuständig?']) {
      const { aside = '', data } = await says('staff-61', text, [file]);
      expect(`${aside} ${data.text} ${data.remark}`).toContain(`Nicht behalten: „${file.name}“`);
      expect(`${aside} ${data.text} ${data.remark}`).toContain(reason);
    }
    expect(await contents.list()).toEqual([]);
  });

  test('is said in English, too, and together with a no', async () => {
    const { program, turn } = await open();
    const files = [{ name: 'film.mov', content: Buffer.from('film') }];
    const asked = program.ask('IT-2026-0099 approve', { ...turn('staff-61'), language: 'en', files });
    const { text } = await asked.then(
      ({ aside }) => ({ text: { en: aside } }),
      (error: Refusal) => error,
    );
    expect(text.en).toContain('Not kept: “film.mov”. I keep pictures');
  });
});

describe('a file that comes alone', () => {
  test('is asked about, with the own open cases, and goes where the person says', async () => {
    const { says, presses, request, id } = await withRequest();
    const where = await says('staff-61', '', [picture(), { name: 'plan', content: pdf() }]);
    expect(where.card).toBe('files/waiting');
    const [place] = where.data.cases as readonly { id: string; ids: string }[];
    expect(place).toMatchObject({ id });
    await presses('staff-61', 'files.add', { ...place });
    const names = (await request()).files?.map(({ name }) => name);
    expect(names?.toSorted()).toEqual(['IMG_0042.png', 'plan.pdf']);
  });

  test('goes when the person says so, or when an hour has passed', async () => {
    const { says, saying, contents, program } = await open();
    await says('staff-61', '', [picture()]);
    expect(await saying('staff-61', 'Dateien verwerfen')).toContain('Gelöscht');
    expect(await contents.list()).toEqual([]);
    await says('staff-61', '', [picture()]);
    await program.tick(new Date(later(30)));
    expect(await contents.list()).toHaveLength(1);
    expect(await saying('staff-61', 'Meine Dateien', [], { at: later(61) })).toContain('Es wartet keine');
    await program.tick(new Date(later(95)));
    expect(await contents.list()).toEqual([]);
  });

  test('is nobody else’s to add or to discard', async () => {
    const { says, presses, request, contents, id } = await withRequest();
    const [{ ids } = { ids: '' }] = (await says('itb-61', '', [picture()])).data.cases as readonly {
      ids: string;
    }[];
    expect(ids).not.toBe('');
    await expect(presses('staff-61', 'files.add', { id, ids })).rejects.toThrow(Refusal);
    await expect(presses('staff-61', 'files.discard', { ids })).rejects.toThrow(Refusal);
    expect((await request()).files).toBeUndefined();
    expect(await contents.list()).toHaveLength(1);
  });
});

describe('the files of a request', () => {
  test('are listed with links that open them for those who see the request, and for nobody else', async () => {
    const { says, program, id } = await withRequest();
    await says('staff-61', id, [picture()]);
    const list = await says('itb-61', `${id} Dateien`);
    const [file] = list.data.files as readonly { url: string; canRemove: boolean }[];
    expect(file?.canRemove).toBe(false);
    const page = program.features
      .flatMap(({ pages = [] }) => pages)
      .find(({ path }) => path === '/files/datei');
    const link = await program.links.open('/files/datei', file?.url.split('/').at(-1) ?? '', new Date(at));
    const subject = link.state === 'valid' ? link.subject : {};
    const visit = { now: new Date(at), language: 'de' as const };
    expect(await page?.get({ ...visit, subject })).toMatchObject({
      fileName: 'IMG_0042.png',
      type: 'image/png',
    });
    expect(await page?.get({ ...visit, subject: { ...subject, party: 'itb-67' } })).toMatchObject({
      status: 404,
    });
  });

  test('are removed by whoever added them or 10.50, and their content goes with them', async () => {
    const { says, saying, program, contents, request, id } = await withRequest();
    await says('staff-61', id, [picture()]);
    expect(await saying('itb-61', `${id} Dateien entfernen`)).toContain('entfernt, wer sie beigelegt hat');
    await says('lead-10.50', `${id} Dateien entfernen „IMG_0042.png“`);
    expect((await request()).files).toEqual([]);
    expect((await request()).history.at(-1)).toMatchObject({ act: 'file-removed' });
    await program.tick(new Date(later(120)));
    expect(await contents.list()).toEqual([]);
  });

  test('are at most so many', async () => {
    const { saying, request, id } = await withRequest();
    for (let shade = 0; shade < 10; shade += 1) await saying('staff-61', id, [picture(shade)]);
    expect(await saying('staff-61', id, [picture(99)])).toContain('Mehr als 10 Dateien');
    expect((await request()).files).toHaveLength(10);
  });

  test('end with the request: nothing is added any more, and what nobody names is removed', async () => {
    const { says, saying, program, contents, request, id } = await withRequest();
    await says('staff-61', id, [picture()]);
    await says('staff-61', `${id} zurückziehen`);
    expect(await saying('staff-61', id, [picture(1)])).toContain('ist abgeschlossen');
    await program.tick(new Date('2026-11-25T10:00:00Z'));
    expect((await request()).files).toHaveLength(1);
    expect(await contents.list()).toHaveLength(1);
    // Years later names and free texts go, and the file with them.
    for (const day of ['2041-01-10', '2041-01-11', '2041-01-12'])
      await program.tick(new Date(`${day}T10:00:00Z`));
    expect(await contents.list()).toEqual([]);
  });
});

describe('on the page of the requests', () => {
  const visit = (who: string) => ({ actor: actorOf(demo, who), language: 'de' as const, at });

  test('a file is added and got by whoever sees the request; to nobody else there is one', async () => {
    const { tabs, request, contents, id } = await withRequest();
    const sent = { name: 'plan.pdf', content: pdf() };
    expect(await tabs.upload(visit('itb-67'), id, sent)).toMatchObject({ isKept: false });
    expect(await contents.list()).toEqual([]);
    expect(await tabs.upload(visit('staff-61'), id, sent)).toEqual({
      isKept: true,
      said: `Bei ${id} beigelegt: „plan.pdf“.`,
    });
    const [file] = (await request()).files ?? [];
    expect((await tabs.file(visit('itb-61'), id, file?.id ?? ''))?.fileName).toBe('plan.pdf');
    expect(await tabs.file(visit('itb-67'), id, file?.id ?? '')).toBeUndefined();
    const [block] = await tabs.detail('requests', id, visit('staff-61'));
    expect(block).toMatchObject({ kind: 'files', of: id, files: [{ name: 'plan.pdf' }] });
  });

  test('what does not go there waits for no other case', async () => {
    const { tabs, contents, id } = await withRequest();
    const said = await tabs.upload(visit('staff-61'), id, { name: 'film.mov', content: Buffer.from('film') });
    expect(said).toMatchObject({ isKept: false, said: expect.stringContaining('Nicht behalten') });
    expect(await tabs.upload(visit('staff-61'), 'B-2026-1', { name: 'a', content: pdf() })).toMatchObject({
      isKept: false,
    });
    expect(await contents.list()).toEqual([]);
  });
});

describe('the files of an incident that affects others, too', () => {
  const report = { f_subject: 'Drucker', f_thing: 'printer', f_affected: 'me', f_urgency: 'limited' };

  async function known() {
    const stage = await open();
    await stage.says('staff-61', 'Mein Drucker geht nicht', [picture()]);
    const form = await stage.presses('staff-61', 'requests.start', { type: 'incident' });
    await stage.submits('staff-61', form, report);
    const { id } = await stage.request();
    const filesFor = async (who: string) =>
      (await stage.says(who, `${id} Dateien`)).data.files as readonly { readonly name: string }[];
    return { ...stage, id, filesFor };
  }

  test('are for those who work on it: whoever might join sees none, and adds none', async () => {
    const { saying, request, filesFor, id } = await known();
    expect((await request()).files).toHaveLength(1);
    expect(await filesFor('itb-61')).toEqual([]);
    expect(await saying('itb-61', id, [picture(1)])).toContain('Dateien legen nur die bei');
    expect((await request()).files).toHaveLength(1);
    expect(await filesFor('support-kgrz')).toHaveLength(1);
  });

  test('come along with “that affects me, too”; the first one learns of no file who that is', async () => {
    const { says, request, filesFor, tabs, id } = await known();
    await says('itb-61', '', [picture(1)]);
    const reply = await says('itb-61', `${id} betrifft mich auch`);
    expect(reply.data.happened).toContain(`Bei ${id} beigelegt: „IMG_0042.png“.`);
    expect((await request()).files?.map(({ by }) => by)).toEqual(['staff-61', 'itb-61']);
    expect(await filesFor('itb-61')).toHaveLength(1);
    expect(await filesFor('staff-61')).toHaveLength(1);
    expect(await filesFor('support-kgrz')).toHaveLength(2);
    // Who brought a file sees no more of the report than before.
    expect((await says('itb-61', id)).card).toBe('requests/joined');
    const mine = await tabs.detail('requests', id, { actor: actorOf(demo, 'staff-61'), language: 'de', at });
    expect(JSON.stringify(mine)).not.toContain(actorOf(demo, 'itb-61').name);
    const [, theirs] = (await request()).files ?? [];
    const got = (who: string) =>
      tabs.file({ actor: actorOf(demo, who), language: 'de', at }, id, theirs?.id ?? '');
    expect(await got('staff-61')).toBeUndefined();
    expect(await got('support-kgrz')).toBeDefined();
  });

  test('come along when somebody joins instead of reporting the same once more', async () => {
    const { says, presses, request, id } = await known();
    await says('itb-61', 'Mein Drucker geht nicht', [picture(2)]);
    const form = await presses('itb-61', 'requests.start', { type: 'incident' });
    const reply = await presses('itb-61', 'requests.join-instead', { draft: form.data.draft, id });
    expect(reply.data.happened).toContain('beigelegt');
    expect((await request()).files).toHaveLength(2);
  });
});

describe('the files of an idea', () => {
  const idea = {
    title: 'Sperrmüll online',
    problem: 'Telefon',
    benefit: 'Weniger Anrufe',
    topic: 'citizens',
  };

  test('go along with the form, which says who sees them, and are everybody’s to read', async () => {
    const { says, presses, tabs, saying, contents, program } = await open();
    await says('staff-61', '', [picture()]);
    const { data } = await says('staff-61', 'Idee');
    const check = await presses('staff-61', 'ideas.check', {
      ...idea,
      scope: 'internal',
      unit: 'none',
      draft: data.draft,
    });
    expect(check.data.files).toContain('Mit dabei: „IMG_0042.png“. Wer die Idee lesen darf, sieht das auch');
    const done = await presses('staff-61', 'ideas.submit', { draft: data.draft });
    expect(done.data.files).toBe('Datei ansehen');
    const id = String(done.data.id);
    expect((await says('itb-67', `${id} Dateien`)).data.files).toHaveLength(1);
    expect(await saying('itb-67', id, [picture(1)])).toContain('Dateien legen nur die bei');
    const visit = (who: string) => ({ actor: actorOf(demo, who), language: 'de' as const, at });
    expect(await tabs.upload(visit('lead-10.50'), id, { name: 'a.pdf', content: pdf() })).toMatchObject({
      isKept: true,
    });
    const [block] = await tabs.detail('requests', id, visit('itb-67'));
    expect(block).toMatchObject({ kind: 'files', adding: undefined, files: [{}, { name: 'a.pdf' }] });
    await says('staff-61', `${id} zurückziehen`);
    expect(await saying('itb-67', `${id} Dateien`)).not.toContain('a.pdf');
    // Two years after its end names and free texts go, and the files with them.
    for (const day of ['2029-01-10', '2029-01-11', '2029-01-12'])
      await program.tick(new Date(`${day}T10:00:00Z`));
    expect(await contents.list()).toEqual([]);
  });
});

describe('the papers of a meeting that are files', () => {
  test('are brought by the office on the page, too; members have them there once an item names them', async () => {
    const { says, presses, tabs, saying } = await open();
    const plan = await presses('digitallotse', 'beirat.plan', {});
    const agenda = await presses('digitallotse', 'beirat.save', { ...plan.data, day: '2027-01-14' });
    const id = String(agenda.data.id);
    const visit = (who: string) => ({ actor: actorOf(demo, who), language: 'de' as const, at });
    const more = { name: 'vorlage.pdf', content: pdf() };
    expect(await tabs.upload(visit('digitallotse'), id, more)).toMatchObject({ isKept: true });
    expect(await tabs.upload(visit('beirat-verwaltung'), id, more)).toMatchObject({ isKept: false });
    const blocksOf = async (who: string) => JSON.stringify(await tabs.detail('board', id, visit(who)));
    expect(await blocksOf('digitallotse')).toContain('sobald Sie sie einem Punkt der Tagesordnung zuordnen');
    const [editor] = (await tabs.page('board', visit('digitallotse'))).blocks.filter(
      ({ kind }) => kind === 'arrange',
    );
    expect(JSON.stringify(editor)).toContain('vorlage.pdf');
    await says('digitallotse', `${id} Anlage TOP 3: vorlage.pdf`);
    await tabs.upload(visit('digitallotse'), id, { name: 'karte.png', content: png(3) });
    await says('digitallotse', `${id} vorlegen`);
    await says('vorsitz-beirat', `${id} freigeben`);
    await says('digitallotse', `${id} einladen`);
    const theirs = await blocksOf('beirat-verwaltung');
    expect(theirs).toContain('vorlage.pdf');
    expect(theirs).not.toContain('karte.png');
    expect(theirs).not.toContain('"adding":"');
    expect(await saying('beirat-verwaltung', id, [picture(5)])).toContain('liegt noch nicht bei');
    expect(await blocksOf('staff-61')).toBe('[]');
  });
});
