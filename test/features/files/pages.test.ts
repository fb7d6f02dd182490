import { beforeEach, describe, expect, test } from '@jest/globals';
import { createMemoryFiles } from '../../../src/adapters/store/files/memory.ts';
import type { SentFile } from '../../../src/core/files/sent.ts';
import type { Notice } from '../../../src/core/notice.ts';
import type { Block, Download, Form, Page } from '../../../src/core/ports/pages.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import { Topic } from '../../../src/features/beirat/topics/model.ts';
import { Idea } from '../../../src/features/ideas/model.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { jpeg, pdf, png, secret } from '../../support/pictures.ts';
import { actorOf } from '../../support/program.ts';
import { type Hall, item, openHall, plan, start } from '../beirat/meetings/invitation/hall.ts';
import { everySituation, place } from '../ideas/world.ts';

/* People without Teams bring and get files on pages by personal link; the rights are those of the case. */

const demo = await demoDirectory();
const [office, chair, member, external] = [
  'digitallotse',
  'vorsitz-beirat',
  'beirat-verwaltung',
  'beirat-wissenschaft',
];
const photo: SentFile = { name: 'C:\\Bilder\\IMG 1.HEIC', content: jpeg() };
const paper: SentFile = { name: 'Vorlage.pdf', content: pdf() };
let hall: Hall;
let contents: ReturnType<typeof createMemoryFiles>;

beforeEach(async () => {
  contents = createMemoryFiles(() => new Date(start));
  hall = await openHall(demo, { files: contents });
});

const says = (who: string, text: string, files?: readonly SentFile[], at = start) =>
  hall.ask(text, { actor: actorOf(demo, who), conversationId: who, at, ...(files ? { files } : {}) });

const routeOf = (path: string) => {
  const route = hall.features.flatMap(({ pages = [] }) => pages).find((page) => page.path === path);
  if (!route?.post) throw new Error(path);
  return { ...route, post: route.post };
};
const visited = (subject: Record<string, string>, at = start) => ({
  subject,
  now: new Date(at),
  language: 'de' as const,
});
const words = (page: Page | Download): string => JSON.stringify('body' in page ? page.body : page.fileName);
const formsOf = (page: Page | Download): readonly Extract<Block, { kind: 'form' }>[] =>
  'body' in page ? page.body.flatMap((block) => (block.kind === 'form' ? [block] : [])) : [];
const fileFields = (page: Page | Download) =>
  formsOf(page).flatMap(({ fields }) => fields.flatMap((field) => (field.kind === 'file' ? [field] : [])));
/** What a button of a page sends. */
const pressed = (page: Page | Download, title: string): Form => {
  const form = formsOf(page).find(({ buttons }) => buttons.some((one) => one.title === title));
  const button = form?.buttons.find((one) => one.title === title);
  if (!form || !button) throw new Error(`no button ${title}: ${words(page)}`);
  const hidden = form.fields.flatMap((field) => (field.kind === 'hidden' ? [[field.name, field.value]] : []));
  return { ...Object.fromEntries(hidden), ...(button.name ? { [button.name]: button.value ?? '' } : {}) };
};

describe('a member who proposes a topic', () => {
  const topics = () => routeOf('/beirat/thema');
  const visit = (who = external) => visited({ party: who, language: 'de' });
  const topic = async () => (await hall.store.collection('topics', Topic).get('TV-2026-1')) as Topic;
  const proposes = async (form: Form, files: readonly SentFile[]) =>
    topics().post(visit(), { ...pressed(await topics().get(visit()), 'Vorschlagen'), ...form }, files);

  test('brings a paper with it, which stays with the topic, bare and with a harmless name', async () => {
    const shown = await proposes({ title: 'Stadtgrün' }, [photo]);
    expect(words(shown)).toContain('Bei TV-2026/1 beigelegt: „IMG 1.jpg“');
    const [note] = (await topic()).files ?? [];
    expect(note).toMatchObject({ name: 'IMG 1.jpg', by: external });
    expect(Buffer.from((await contents.read(note?.id ?? '')) ?? []).includes(secret)).toBe(false);
    const got = (await topics().post(visit(), pressed(shown, 'IMG 1.jpg laden'), [])) as Download;
    expect(got).toMatchObject({ fileName: 'IMG 1.jpg', type: 'image/jpeg' });
  });

  test('whose title is missing finds what was typed; the file is asked for again', async () => {
    const again = await proposes({ title: ' ', text: 'Wer pflegt es?' }, [photo]);
    expect('status' in again && again.status).toBe(422);
    expect(words(again)).toContain('Wer pflegt es?');
    expect(await contents.list()).toEqual([]);
  });

  test('whose file is none has proposed all the same, and reads why at the field for another one', async () => {
    const shown = await proposes({ title: 'Stadtgrün' }, [{ name: 'film.mov', content: Buffer.from('x') }]);
    expect((await topic()).files).toBeUndefined();
    const errors = fileFields(shown).flatMap(({ name, error }) => (error ? [[name, error]] : []));
    expect(errors).toEqual([['attached-TV-2026-1', expect.stringContaining('Nicht behalten: „film.mov“')]]);
    const form = pressed(shown, 'Datei beilegen');
    expect(words(await topics().post(visit(), form, []))).toContain('Bitte wählen Sie ein Bild');
    await topics().post(visit(), form, [paper]);
    await topics().post(visit(), form, [paper]);
    expect((await topic()).files).toHaveLength(1);
  });

  test('takes it away again; nobody else has it or adds to it', async () => {
    const shown = await proposes({ title: 'Stadtgrün' }, [paper]);
    const take = pressed(shown, 'Vorlage.pdf laden');
    const another = await topics().post(visit(member), take, []);
    expect('content' in another).toBe(false);
    await expect(topics().post(visit(member), { 'file-add': 'TV-2026-1' }, [photo])).resolves.toMatchObject({
      body: expect.arrayContaining([
        expect.objectContaining({ text: expect.stringContaining('gibt es nicht') }),
      ]),
    });
    await topics().post(visit(), pressed(shown, 'Vorlage.pdf entfernen'), []);
    expect((await topic()).files).toEqual([]);
    await hall.tick(new Date('2026-11-24T13:00:00Z'));
    expect(await contents.list()).toEqual([]);
  });

  test('finds it at the item once the office has taken the topic, and it lives with the meeting then', async () => {
    await proposes({ title: 'Stadtgrün' }, [paper]);
    await hall.plans({ ...plan, items: [item('Begrüßung'), item('Verschiedenes')] });
    await says(office, 'TV-2026/1 aufnehmen');
    const meeting = await hall.meeting();
    const [note] = meeting.files ?? [];
    expect(meeting.plan.items[1]).toMatchObject({ title: 'Stadtgrün', files: [note?.id] });
    const gone = await topics().post(visit(), { 'file-off': `TV-2026-1 ${note?.id}` }, []);
    expect(words(gone)).toContain('steht auf einer Tagesordnung');
    // Taken off the item it does not come back by itself.
    await says(office, 'B-2026/1 keine Anlage TOP 2: Vorlage.pdf');
    const jobs = hall.features.flatMap((feature) => feature.jobs ?? []);
    await jobs.find(({ id }) => id === 'beirat.topics-follow')?.run(new Date(start));
    expect((await hall.meeting()).plan.items[1]).not.toHaveProperty('files');
  });
});

test('in the chat a file that waits goes along with a topic, by the same rule', async () => {
  await says(member, '', [paper]);
  const reply = await says(member, 'Thema vorschlagen: Stadtgrün');
  expect(reply.data.remark).toContain('Bei TV-2026/1 beigelegt: „Vorlage.pdf“');
  expect(reply.data.files).toBe('Datei ansehen');
  const said = await says(chair, 'TV-2026/1', [photo]);
  expect(`${said.aside}`).toContain('Dateien legen nur die bei');
});

describe('a member who reports on an item', () => {
  const answers = () => routeOf('/beirat/antwort');
  const visit = (who = external, at = start) =>
    visited({ meeting: 'B-2026-1', party: who, language: 'de' }, at);
  const name = demo.persons.find(({ id }) => id === external)?.name ?? '';

  beforeEach(async () => {
    await hall.plans({
      ...plan,
      items: [item('Begrüßung'), item('Stadtgrün', { rapporteur: name }), item('Verschiedenes')],
    });
    await hall.act(office, { kind: 'submit' }, start);
    await hall.act(chair, { kind: 'approve' }, start);
    await hall.act(office, { kind: 'invite' }, start);
  });

  test('sends a paper, which office and they see; the office hears how to put it on the item', async () => {
    const page = await answers().get(visit());
    expect(words(page)).toContain('Sie tragen vor zu TOP 2: Stadtgrün');
    const shown = await answers().post(visit(), pressed(page, 'Datei beilegen'), [paper]);
    expect(words(shown)).toContain('Bei B-2026/1 beigelegt: „Vorlage.pdf“');
    expect(words(await answers().get(visit(member)))).not.toContain('Vorlage.pdf');
    const [notice] = await hall.owedTo(office, 'paper-brought');
    const said = await hall.says(notice as Notice);
    expect(said?.reply.data.remark).toContain('„B-2026/1 Anlage TOP 2: Vorlage.pdf“');
    await says(office, 'B-2026/1 Anlage TOP 2: Vorlage.pdf');
    const theirs = await answers().get(visit(member));
    expect(await answers().post(visit(member), pressed(theirs, 'Vorlage.pdf laden'), [])).toMatchObject({
      fileName: 'Vorlage.pdf',
    });
    // It is on the agenda: from here on it is the office's.
    const back = await answers()
      .post(visit(), pressed(shown, 'Vorlage.pdf entfernen'), [])
      .catch((no) => no);
    expect(back).toMatchObject({ code: 'paper-is-office' });
    expect(await hall.says(notice as Notice)).toBeUndefined();
  });

  test('takes it back before; others bring none, and nobody once the meeting has begun', async () => {
    const shown = await answers().post(visit(), { 'file-add': 'B-2026-1' }, [paper]);
    await answers().post(visit(), pressed(shown, 'Vorlage.pdf entfernen'), []);
    expect((await hall.meeting()).files).toEqual([]);
    expect(fileFields(await answers().get(visit(member)))).toEqual([]);
    const no = await answers().post(visit(member), { 'file-add': 'B-2026-1' }, [paper]);
    expect(words(no)).toContain('liegt noch nicht bei');
    const late = '2026-12-10T13:30:00.000Z';
    expect(fileFields(await answers().get(visit(external, late)))).toEqual([]);
    const tooLate = await answers().post(visit(external, late), { 'file-add': 'B-2026-1' }, [paper]);
    expect(words(tooLate)).toContain('liegt noch nicht bei');
    expect((await hall.meeting()).files).toEqual([]);
  });

  test('opening the page changes nothing', async () => {
    const before = JSON.stringify(await hall.meeting());
    for (const who of [external, member, office]) await answers().get(visit(who));
    expect(JSON.stringify(await hall.meeting())).toBe(before);
  });
});

describe('an idea by personal link', () => {
  const id = 'ID-2026-0001';
  const ideas = () => hall.store.collection('ideas', Idea);
  const scoring = (who: string) => visited({ member: who, idea: id, language: 'de' });
  const files = (who: string, of = id) => visited({ case: of, party: who, language: 'de' });

  beforeEach(async () => {
    const { 'being scored': idea } = everySituation();
    const { version: _version, ...doc } = idea;
    await ideas().add({ ...doc, scores: [], place: place() });
  });

  test('has its files for members who score it, and nothing to add', async () => {
    const submitter = (await ideas().get(id))?.submittedBy ?? '';
    await says(submitter, id, [paper]);
    const page = await routeOf('/ideas/bewertung').get(scoring(external));
    expect(fileFields(page)).toEqual([]);
    const got = await routeOf('/ideas/bewertung').post(
      scoring(external),
      pressed(page, 'Vorlage.pdf laden'),
      [],
    );
    expect(got).toMatchObject({ fileName: 'Vorlage.pdf' });
    await ideas().change(id, (idea) => ({ doc: { ...idea, state: 'withdrawn' } }));
    const gone = await routeOf('/ideas/bewertung').post(
      scoring(external),
      pressed(page, 'Vorlage.pdf laden'),
      [],
    );
    expect(gone).toMatchObject({ status: 404 });
  });

  test('takes a picture from whoever had it, on the page that a letter leads to', async () => {
    const submitter = (await ideas().get(id))?.submittedBy ?? '';
    const route = routeOf('/files/vorgang');
    const page = await route.get(files(submitter));
    expect(words(page)).toContain('Es liegt noch keine Datei bei');
    const shown = await route.post(files(submitter), pressed(page, 'Datei beilegen'), [photo]);
    expect(words(shown)).toContain('Bei ID-2026-0001 beigelegt: „IMG 1.jpg“');
    // The link is for this case, whatever the form says; and for this person.
    const other = await route.post(files(submitter), { 'file-add': 'TV-2026-1' }, [paper]);
    expect((await ideas().get(id))?.files).toHaveLength(1);
    expect('status' in other && other.status).toBeFalsy();
    const reader = await route.get(files('itb-67'));
    expect([fileFields(reader), words(reader)]).toEqual([[], expect.stringContaining('IMG 1.jpg laden')]);
    expect(await route.get(files(submitter, 'ID-2026-0099'))).toMatchObject({ status: 404 });
  });
});

describe('a letter about a request', () => {
  test('leads whoever asked for it to the page of its files; nobody who does not see it', async () => {
    await says('staff-61', 'Ich brauche ein neues Notebook').then(({ data }) =>
      hall
        .press(
          'requests.check',
          {
            ...{ draft: data.draft, type: data.type, f_subject: 'Notebook', f_reason: 'x', unit: '61' },
            ...{ f_kind: 'laptop', f_costs: '1250' },
          },
          { actor: actorOf(demo, 'staff-61'), at: start },
        )
        .then(() =>
          hall.press(
            'requests.submit',
            { draft: data.draft },
            { actor: actorOf(demo, 'staff-61'), at: start },
          ),
        ),
    );
    const route = routeOf('/files/vorgang');
    const subject = (who: string) => visited({ case: 'IT-2026-0001', party: who, language: 'de' });
    const page = await route.get(subject('staff-61'));
    await route.post(subject('staff-61'), pressed(page, 'Datei beilegen'), [
      { name: 'x.png', content: png() },
    ]);
    expect(words(await route.get(subject('itb-61')))).toContain('x.png laden');
    expect(await route.get(subject('itb-67'))).toMatchObject({ status: 404 });
    await expect(
      route.post(subject('itb-67'), { 'file-add': 'IT-2026-0001' }, [photo]),
    ).rejects.toBeInstanceOf(Refusal);
    const notice = (await hall.owedTo('itb-61')).find(({ kind }) => kind === 'requests.decide');
    const kind = hall.features
      .flatMap(({ notices = [] }) => notices)
      .find((one) => one.kind === notice?.kind);
    const to = { id: 'itb-61', name: 'x', language: 'de' as const };
    const said = notice && (await kind?.say(notice, to, new Date(start)));
    const link = await said?.letter.lateLink?.();
    expect(link?.title).toBe('Bild oder PDF beilegen');
    const opened = await hall.links.open(
      '/files/vorgang',
      link?.url.split('/').at(-1) ?? '',
      new Date(start),
    );
    expect(opened).toMatchObject({ subject: { case: 'IT-2026-0001', party: 'itb-61' } });
    await says('staff-61', 'IT-2026-0001 zurückziehen');
    expect(fileFields(await route.get(subject('staff-61')))).toEqual([]);
  });
});
