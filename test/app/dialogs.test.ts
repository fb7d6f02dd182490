import { beforeEach, describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { createExtending } from '../../src/adapters/teams/extension.ts';
import type { Incoming } from '../../src/adapters/teams/incoming.ts';
import { dialogVerbs } from '../../src/app/create-app.ts';
import { createExtension, type ExtensionParts } from '../../src/app/extension.ts';
import { withPlaces } from '../../src/app/places.ts';
import { createSpeaker } from '../../src/app/speaker.ts';
import { silent } from '../../src/core/ports/log.ts';
import { partsOf } from '../support/cards.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../support/program.ts';

/* Long forms as dialogs of Teams, each as somebody fills it in: opened, wrong, right, sent again, and by the wrong person. */

const demo = await demoDirectory();
const renderCard = createCardRenderer('cards');
const at = '2026-11-24T10:00:00.000Z';
const places = {
  page: (tab: string, id: string) => `https://teams.example.org/${tab}/${id}`,
  chat: 'https://x',
};
let program: Program;
let brought: (readonly [who: string, about: string | undefined])[];
let handle: ReturnType<typeof createExtending>;

beforeEach(async () => {
  brought = [];
  program = await startProgram(demo);
  const { features, router } = program;
  const speaker = createSpeaker({ router, renderCard, ids: randomIds, log: silent });
  const showTo: ExtensionParts['showTo'] = ({ name }, { about }) => void brought.push([name, about?.id]);
  const draw = withPlaces(renderCard, places);
  const extension = createExtension({ features, speaker, renderCard: draw, log: silent, showTo });
  handle = createExtending(extension, silent);
});

type Dialog = { readonly title: string; readonly card: { readonly content: object } };
type Shown = { readonly title: string; readonly card: object; readonly fields: Record<string, unknown> };

async function invoke(who: string, name: string, value: object, locale = 'de-DE'): Promise<Shown> {
  const { id, name: called } = actorOf(demo, who);
  const activity = { id: 'x', name, locale, value, from: { aadObjectId: id, name: called } };
  const answer = await handle(activity as Incoming, at);
  const { body } = answer as { readonly body: unknown };
  const { task } = body as { readonly task: { readonly value: Dialog } };
  const { title, card } = task.value;
  const parts = partsOf(card.content);
  const fields = Object.fromEntries(
    parts
      .filter(({ type }) => String(type).startsWith('Input.'))
      .map(({ id: field, value: stands = '' }) => [String(field), stands]),
  );
  return { title, card: card.content, fields };
}
/** Presses a button of a dialog, with what stands in its fields and what is typed over it. */
async function press(
  who: string,
  shown: Shown,
  verb: string,
  typed: object,
  locale?: string,
): Promise<Shown> {
  const button = partsOf(shown.card).find(
    ({ type, data }) => type === 'Action.Submit' && (data as { verb?: unknown })?.verb === verb,
  );
  if (!button) throw new Error(`no button ${verb}: ${JSON.stringify(shown.card)}`);
  const data = { ...shown.fields, ...(button.data as object), ...typed };
  return invoke(who, 'task/submit', { data }, locale);
}
const words = ({ card }: Shown): string => JSON.stringify(card);

type Form = {
  readonly opens: string;
  readonly sends: string;
  readonly who: string;
  readonly title: readonly [de: string, en: string];
  readonly wrong: object;
  readonly said: string;
  readonly right: object;
  /** From the check to the case, where there is one. */
  readonly checked?: string;
  readonly becomes: string;
};

const forms: Readonly<Record<string, Form>> = {
  idea: {
    opens: 'ideas.new',
    sends: 'ideas.check',
    who: 'staff-61',
    title: ['Eine Idee einreichen', 'Submit an idea'],
    wrong: { title: 'Sperrmüll online', problem: ' ', benefit: ' ' },
    said: '⚠',
    right: {
      title: 'Sperrmüll online',
      problem: 'Telefon',
      benefit: 'Zeit',
      topic: 'citizens',
      unit: 'none',
    },
    checked: 'ideas.submit',
    becomes: 'ID-2026-0001',
  },
  topic: {
    opens: 'beirat.topic-new',
    sends: 'beirat.topic-send',
    who: 'beirat-verwaltung',
    title: ['Thema für den Beirat vorschlagen', 'Propose a topic for the board'],
    wrong: { title: ' ', text: 'Wer nutzt sie?' },
    said: 'Titel',
    right: { title: 'Datenplattform', text: 'Wer nutzt sie?' },
    becomes: 'TV-2026-1',
  },
  'date poll': {
    opens: 'beirat.poll-form',
    sends: 'beirat.poll-start',
    who: 'digitallotse',
    title: ['Terminumfrage zur nächsten Sitzung', 'Date poll for the next meeting'],
    wrong: { day_1: '2026-12-10', day_2: '2026-12-10', day_3: '', day_4: '', day_5: '' },
    said: 'steht schon darüber',
    right: {
      day_1: '2026-12-10',
      day_2: '2026-12-15',
      day_3: '',
      day_4: '',
      day_5: '',
      replyBy: '2026-12-02',
    },
    becomes: 'T-2026-1',
  },
  circulation: {
    opens: 'beirat.circulation-new',
    sends: 'beirat.circulation-save',
    who: 'digitallotse',
    title: ['Neuer Umlaufbeschluss', 'New circular resolution'],
    wrong: { title: 'Leitbild', wording: ' ' },
    said: 'Wortlaut',
    right: { title: 'Leitbild', wording: 'Der Beirat stimmt zu.' },
    becomes: 'U-2026-1',
  },
};

describe.each(Object.entries(forms))('the dialog for a new %s', (_, form) => {
  const { opens, sends, who, title, wrong, said, right, checked: next, becomes } = form;

  test.each([
    ['de-DE', 0],
    ['en-GB', 1],
  ] as const)('is called what the form is called, once (%s)', async (locale, at) => {
    expect(dialogVerbs({ dialogs: true }, program.features).has(opens)).toBe(true);
    const opened = await invoke(who, 'task/fetch', { data: { verb: opens } }, locale);
    expect(opened.title).toBe(title[at]);
    expect(partsOf(opened.card).map(({ text }) => text)).not.toContain(title[at]);
    expect(words(opened)).not.toContain('Action.Execute');
  });

  test('stays open with what is wrong at its field and what was typed, and brings nothing to the chat', async () => {
    const opened = await invoke(who, 'task/fetch', { data: { verb: opens } });
    const again = await press(who, opened, sends, wrong);
    expect(words(again)).toContain(said);
    expect(again.title).toBe(title[0]);
    expect(again.fields).toMatchObject(
      Object.fromEntries(Object.entries(wrong).map(([name, value]) => [name, value.trim()])),
    );
    expect(brought).toEqual([]);
  });

  test('becomes one case, which is found in the chat, however often and late it is sent', async () => {
    const opened = await invoke(who, 'task/fetch', { data: { verb: opens } });
    const again = await press(who, opened, sends, wrong);
    const sent = async () => {
      const checked = await press(who, again, sends, right);
      return next ? press(who, checked, next, {}).catch(() => checked) : checked;
    };
    await sent();
    await sent();
    const mine = new Set(brought.map(([, about]) => about));
    expect([...mine]).toEqual([becomes]);
  });

  test('is refused in words to whoever may not, and what is no form of ours is, too', async () => {
    for (const data of [
      {},
      { verb: opens },
      { verb: sends },
      { verb: sends, form: 7, draft: [], title: {} },
    ]) {
      const shown = await invoke('staff-33', 'task/submit', { data });
      expect(words(shown)).not.toContain('Fehlernummer');
    }
    for (const data of [undefined, 'x', { verb: sends, form: '<x>', draft: '' }])
      expect(words(await invoke(who, 'task/submit', { data }))).not.toContain('Fehlernummer');
    expect(brought).toEqual([]);
  });
});

type Answered = {
  readonly composeExtension?: {
    readonly text?: string;
    readonly attachments?: readonly {
      readonly content: object;
      readonly preview: { readonly content: { readonly title: string } };
    }[];
  };
};
async function asks(who: string, name: string, value: object, locale = 'de-DE'): Promise<Answered> {
  const { id, name: called } = actorOf(demo, who);
  const activity = { id: 'x', name, locale, value, from: { aadObjectId: id, name: called } };
  return ((await handle(activity as Incoming, at)) as { readonly body: Answered }).body;
}
const searches = async (who: string, words: string) => {
  const value = { commandId: 'search', parameters: [{ name: 'query', value: words }] };
  const { composeExtension: found = {} } = await asks(who, 'composeExtension/query', value);
  return { ...found, titles: found.attachments?.map(({ preview }) => preview.content.title) ?? [] };
};

describe('from another chat', () => {
  const told = 'Notebook für die Bauberatung';
  const captured = (who: string, commandId: string, content: string, locale?: string) =>
    invoke(
      who,
      'composeExtension/fetchTask',
      { commandId, messagePayload: { body: { contentType: 'html', content } } },
      locale,
    );

  test('a short word finds what begins with it, not everything that it stands inside of', async () => {
    const { titles } = await searches('staff-61', 'GIS');
    expect(titles).toContain('Geoinformationssystem');
    expect(titles).not.toContain('Einwohnerverfahren');
    expect(titles).not.toContain('Strategisches IT-Management');
  });

  test('what is found of nothing says what is searched and where questions go', async () => {
    for (const words of ['xyzzy', 'IT-2026-0099', 'B-2026/9']) {
      const { text, titles } = await searches('staff-61', words);
      expect([titles, text]).toEqual([[], expect.stringContaining('Fragen beantworte ich im Chat')]);
    }
  });

  test('a message becomes a request: shown first, with a word for its author, kept when it is sent', async () => {
    const opened = await captured('staff-61', 'request', `<p>Wir brauchen ein <b>${told}</b></p>`);
    expect(opened.title).toBe('Als IT-Antrag erfassen');
    expect(words(opened)).toContain('Wer sie geschrieben hat, wurde nicht gefragt');
    expect(String(opened.fields.f_subject)).toContain('Bauberatung');
    expect((await searches('staff-61', 'Bauberatung')).titles).toEqual([]);
    const typed = { f_subject: told, f_reason: 'x', f_kind: 'laptop', f_costs: '1250', unit: '61' };
    const wrong = await press('staff-61', opened, 'requests.check', { ...typed, f_costs: 'viel' });
    expect(words(wrong)).toContain('⚠');
    const checked = await press('staff-61', wrong, 'requests.check', typed);
    await press('staff-61', checked, 'requests.submit', {});
    await press('staff-61', checked, 'requests.submit', {});
    expect(new Set(brought.map(([, about]) => about))).toEqual(new Set(['IT-2026-0001']));
    // What is inserted then says number, title and state, and leads to its page, where rights are looked up.
    const { titles, attachments = [] } = await searches('staff-61', '');
    expect(titles).toEqual([`IT-2026-0001 · ${told}`]);
    expect(JSON.stringify(attachments[0]?.content)).toContain(
      'https://teams.example.org/requests/IT-2026-0001',
    );
    expect((await searches('itb-67', 'IT-2026-0001')).titles).toEqual([]);
    const url = 'https://lotse.example.org/tab/requests#IT-2026-0001';
    expect(await asks('itb-67', 'composeExtension/queryLink', { url })).toEqual({});
    expect(JSON.stringify(await asks('itb-61', 'composeExtension/queryLink', { url }))).toContain(told);
  });

  test('a message becomes an idea; one that is only a picture opens the empty form', async () => {
    const opened = await captured('staff-61', 'idea', '<p>Sperrmüll online<br>Das spart Anrufe</p>', 'en-GB');
    expect([opened.title, opened.fields.title]).toEqual(['As an idea', 'Sperrmüll online']);
    expect(words(opened)).toContain('Whoever wrote it was not asked');
    const empty = await captured('staff-61', 'idea', '<img src="x">');
    expect([empty.fields.title, words(empty).includes('wurde nicht gefragt')]).toEqual(['', false]);
  });
});
