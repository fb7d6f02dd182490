import { beforeEach, describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { createExtending } from '../../src/adapters/teams/extension.ts';
import type { Incoming } from '../../src/adapters/teams/incoming.ts';
import { dialogVerbs } from '../../src/app/create-app.ts';
import { createExtension, type ExtensionParts } from '../../src/app/extension.ts';
import { createSpeaker } from '../../src/app/speaker.ts';
import { silent } from '../../src/core/ports/log.ts';
import { partsOf } from '../support/cards.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../support/program.ts';

/* Long forms as dialogs of Teams, each as somebody fills it in: opened, wrong, right, sent again, and by the wrong person. */

const demo = await demoDirectory();
const renderCard = createCardRenderer('cards');
const at = '2026-11-24T10:00:00.000Z';
let program: Program;
let brought: (readonly [who: string, about: string | undefined])[];
let handle: ReturnType<typeof createExtending>;

beforeEach(async () => {
  brought = [];
  program = await startProgram(demo);
  const { features, router } = program;
  const speaker = createSpeaker({ router, renderCard, ids: randomIds, log: silent });
  const showTo: ExtensionParts['showTo'] = ({ name }, { about }) => void brought.push([name, about?.id]);
  handle = createExtending(createExtension({ features, speaker, renderCard, log: silent, showTo }), silent);
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
