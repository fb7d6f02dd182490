import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Feature, Intent } from '../../../src/core/feature.ts';
import { noteReply } from '../../../src/core/reply.ts';
import { same } from '../../../src/core/text.ts';
import { createHelpFeature } from '../../../src/features/help/feature.ts';
import { actionTurn, installTurn, textTurn } from '../../support/turns.ts';

const handle = async () => ({ card: 'x', data: {}, summary: 'x', language: 'de' as const });
const offering: Feature = {
  id: 'offering',
  topic: { de: 'Angebot', en: 'Offer' },
  intents: [
    {
      id: 'offering.list',
      title: { de: 'Liste', en: 'List' },
      examples: { de: ['a', 'b', 'c', 'd', 'e'], en: ['v', 'w', 'x', 'y', 'z'] },
      match: () => false,
      handle,
    },
    {
      id: 'offering.rare',
      title: { de: 'Selten', en: 'Rare' },
      examples: { de: ['r'], en: ['s'] },
      match: () => false,
      inMenu: false,
      handle,
    },
  ],
  actions: [],
  otherwise: { id: 'offering.ask', title: same('Frage'), examples: { de: ['Wer?'], en: ['Who?'] }, handle },
};
const help = createHelpFeature([offering, { id: 'quiet', intents: [], actions: [] }], async () =>
  noteReply('', '', 'de'),
);
const [intent] = help.intents;
const asked = { ...offering.otherwise, anywhere: true } as NonNullable<Feature['otherwise']>;
const open: Feature = { ...offering, id: 'public', topic: same('Öffentlich'), intents: [], otherwise: asked };
const { otherwise: _asked, ...alone } = offering;
const inGroups = createHelpFeature([open, alone], async () => noteReply('', '', 'de'));
const groups = {
  de: [
    { title: 'Frage', press: ['Wer?'], examples: [] },
    { title: 'Liste', press: ['a'], examples: ['b', 'c'] },
  ],
  en: [
    { title: 'Frage', press: ['Who?'], examples: [] },
    { title: 'List', press: ['v'], examples: ['w', 'x'] },
  ],
};

describe('help', () => {
  test.each(['Hilfe', 'hilfe!', 'HELP', 'Was kannst du?', 'Menü', 'what can you do?'])(
    'is what "%s" asks for',
    (text) => {
      expect(intent?.match(text)).toBe(true);
    },
  );

  test.each(['Hilfe bei Word', 'Wer hilft mir?', 'I need help with my printer', ''])(
    'is not what "%s" asks for',
    (text) => {
      expect(intent?.match(text)).toBe(false);
    },
  );

  test.each([
    ['de', 'Das kann Lotse'],
    ['en', 'What Lotse can do'],
  ] as const)(
    'offers what the features offer, questions first, three examples each (%s)',
    async (language, summary) => {
      expect(await intent?.handle(textTurn('Hilfe', { language }))).toEqual({
        card: 'help/help',
        data: {
          title: language === 'de' ? 'Was Sie mich fragen können' : 'What you can ask me',
          isFirst: true,
          groups: groups[language],
          rows: [{ topics: [{ id: 'offering', title: language === 'de' ? 'Angebot' : 'Offer' }] }],
        },
        summary,
        language,
        anywhere: true,
      });
    },
  );

  test.each(['Hilfe Angebot', 'hilfe zum Angebot!', 'help with the offer'])(
    'says everything about a topic: %s',
    async (text) => {
      expect(intent?.match(text)).toBe(true);
      const reply = await intent?.handle(textTurn(text, { language: 'de' }));
      expect(reply?.data).toMatchObject({
        title: 'Hilfe: Angebot',
        isFirst: false,
        groups: [...groups.de, { title: 'Selten', press: ['r'], examples: [] }],
        rows: [],
      });
    },
  );

  test('does so by the button of the topic, and starts anew for one that is gone', async () => {
    const show = help.actions.find(({ verb }) => verb === 'help.show');
    const topic = await show?.handle(actionTurn('help.show', { topic: 'offering' }));
    expect(topic?.data).toMatchObject({ title: 'Hilfe: Angebot' });
    const gone = await show?.handle(actionTurn('help.show', { topic: 'gone' }));
    expect(gone?.data).toMatchObject({ isFirst: true });
  });

  test('is shown by its button too', async () => {
    const show = help.actions.find(({ verb }) => verb === 'help.show');
    expect(await show?.handle(actionTurn('help.show', {}))).toMatchObject({ card: 'help/help' });
  });

  test('greets after the installation with four buttons', async () => {
    const reply = await help.welcome?.(installTurn());
    expect(reply?.card).toBe('help/welcome');
    expect(reply?.data.buttons).toMatchObject([
      { title: 'Störung melden' },
      { title: 'Etwas beantragen' },
      { title: 'Wer ist zuständig?' },
      { title: 'Meine Sachen' },
    ]);
  });

  test('greets with what waits for the person, above everything else', async () => {
    const waiting = async () => [
      {
        text: { de: '2 Anträge warten auf Sie', en: '2 requests wait for you' },
        say: same('Meine Entscheidungen'),
      },
    ];
    const { welcome } = createHelpFeature([{ ...alone, waiting }], async () => noteReply('', '', 'de'));
    const { data } = (await welcome?.(installTurn({ language: 'de' }))) ?? {};
    expect(data?.waiting).toEqual([{ title: '2 Anträge warten auf Sie', say: 'Meine Entscheidungen' }]);
  });

  test('tells of nothing that the person has no use for', async () => {
    const [list, rare] = alone.intents as [Intent, Intent];
    const some: Feature = { ...alone, intents: [{ ...list, usefulTo: async () => false }, rare] };
    const { intents } = createHelpFeature([some], async () => noteReply('', '', 'de'));
    const { data } = (await intents[0]?.handle(textTurn('Hilfe Angebot', { language: 'de' }))) ?? {};
    expect(data).toMatchObject({ groups: [{ title: 'Selten' }] });
  });

  test('says what is pressed as if it were typed, in the language of the card', async () => {
    const said: unknown[] = [];
    const { actions } = createHelpFeature([offering], async (turn) => {
      said.push([turn.kind, turn.text, turn.language]);
      return noteReply('', '', 'de');
    });
    const say = actions.find(({ verb }) => verb === 'help.say');
    await say?.handle(actionTurn('help.say', { text: ' My requests ' }, { language: 'en' }));
    await say?.handle(actionTurn('help.say', { text: 7 }));
    expect(said).toEqual([
      ['text', 'My requests', 'en'],
      ['text', 'Hilfe', 'de'],
    ]);
  });

  test('offers in a group what works there, and says where the rest is', async () => {
    const turn = textTurn('Hilfe', {
      scope: 'groupChat',
      ownChat: 'https://chat.example.org',
      language: 'de',
    });
    const { data } = (await inGroups.intents[0]?.handle(turn)) ?? {};
    expect(data).toMatchObject({
      groups: groups.de.slice(0, 1),
      rows: [{ topics: [{ id: 'public' }] }],
      elsewhere: expect.stringMatching(/persönlichen Chat/),
      ownChat: 'https://chat.example.org',
    });
    const topic = await inGroups.intents[0]?.handle({ ...turn, text: 'Hilfe Angebot' });
    expect(topic?.data.title).toBe('Was Sie mich fragen können');
  });

  test('greets a group with one sentence and one button', async () => {
    const reply = await help.welcome?.(installTurn({ scope: 'channel' }));
    expect(reply).toMatchObject({ card: 'help/welcome-group', data: { roles: [] }, anywhere: true });
    const { body, actions } = JSON.parse(readFileSync('cards/help/welcome-group.json', 'utf8'));
    expect([body.length, actions.length]).toEqual([1, 1]);
    expect(body[0].text.de.split(/[.!?](?:\s|$)/).filter(Boolean)).toHaveLength(1);
  });
});
