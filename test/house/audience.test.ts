import { describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { forEverybody } from '../../src/core/audience.ts';
import type { Action, Feature, Intent } from '../../src/core/feature.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { createRouter, type Router } from '../../src/core/router.ts';
import type { Scope, Turn } from '../../src/core/turn.ts';
import { actionDataIn } from '../support/cards.ts';
import { marked, marks, numbers, openConfidentialCases, places } from '../support/confidential-cases.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { actorOf } from '../support/program.ts';
import { actionTurn, installTurn, textTurn } from '../support/turns.ts';

/*
 * Every command and every button of the program, where others read along: nothing is said there but what is declared to
 * be for everybody, whoever asks. The program has a case of every kind; words that stand in its private places give away
 * what gets out.
 */

const { program, people, as } = await openConfidentialCases();
const { features, router, store } = program;
const render = createCardRenderer('cards');
const elsewhere: readonly Scope[] = ['groupChat', 'channel'];

/** With the numbers of the cases that there are. */
const real = (text: string): string =>
  text.replace(/\b(IT|ID|M|B|U|TV|T)-\d{4}[-/]\d+/g, (_all, kind: keyof typeof numbers) => numbers[kind]);

const intents = features.flatMap((feature) => feature.intents);
const actions = features.flatMap((feature) => feature.actions);
const questions = features.flatMap(({ otherwise }) => otherwise ?? []);
const typed: readonly string[] = [
  ...[...intents, ...questions].flatMap(({ examples }) => [...examples.de, ...examples.en].map(real)),
  ...Object.values(numbers),
  ...['meine Einladung', 'alles lesen', 'Liste', 'Niederschrift'].map((what) => `${numbers.B} ${what}`),
  // As people ask in the middle of a conversation.
  'Wo bleibt mein Antrag?',
  `Wie steht es um ${numbers.IT}?`,
  `Was wurde zu ${numbers.ID} beschlossen?`,
  'Ich brauche ein Notebook',
  'Ich habe eine Idee',
];

/** What the buttons carry on the cards that people get in their own chats, and the plain ids of the cases. */
async function pressable(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const seen = new Map<string, Readonly<Record<string, unknown>>>();
  for (const who of people)
    for (const text of shows) {
      const reply = await program.ask(text, as(who)).catch(refusal);
      if (!reply) continue;
      for (const data of actionDataIn(render(reply))) seen.set(JSON.stringify(data), data);
    }
  return [...seen.values()];
}

const refusal = (error: unknown): undefined => {
  if (!(error instanceof Refusal)) throw error;
};

/** Commands that only show. */
const shows: readonly string[] = [
  ...['Meine Anträge', 'Meine Entscheidungen', 'Budget', 'Prioritäten', 'Lücken', 'Antrag', 'Idee'],
  ...['Meine Sitzungen', 'Beirat', 'Beschlüsse', 'Umlaufbeschlüsse', 'Benachrichtigungen', 'Ideenbrief'],
  ...['Meine Ideen', 'Offene Ideen', 'Ideen', 'Mentoren', 'Mentorenprofile', 'Meine Mentorings'],
  ...['Alle Mentorings', 'Rückmeldungen zu Mentorings', ...Object.values(numbers)],
  ...['meine Einladung', 'alles lesen', 'Liste', 'Niederschrift'].map((what) => `${numbers.B} ${what}`),
];

const carried = await pressable();

/** A link that lets whoever follows it act or read as one person. */
const personalLink = /https:\/\/lotse\.example\.org\/[\w/-]*\/[\w-]{24,}/;

/** What is wrong with what everybody gets to read. */
async function problemsOf(route: Router, turn: Turn): Promise<readonly string[]> {
  try {
    const reply = await route(turn);
    const read = JSON.stringify([render(reply), reply.summary]);
    return [
      ...(reply.anywhere ? [] : ['is not declared to be for everybody']),
      ...(reply.about ? ['is kept up to date for one person'] : []),
      ...(/"type":"Input\./.test(read) ? ['is a form'] : []),
      ...wordsIn(read),
    ];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return wordsIn(JSON.stringify([error.text, error.link]));
  }
}

const wordsIn = (read: string): readonly string[] => [
  ...new Set(read.match(marks)),
  ...(personalLink.test(read) ? ['a personal link'] : []),
];

type Walk = { readonly typed: readonly string[]; readonly actions: readonly Action[] };

/** Everybody types and presses everything there. */
async function walk(route: Router, scope: Scope, { typed: texts, actions: verbs }: Walk) {
  const found: string[] = [];
  for (const who of people) {
    const there = { ...as(who), scope, conversationId: '19:raum' };
    const turns: readonly (readonly [string, Turn])[] = [
      ...texts.map((text) => [text, textTurn(text, there)] as const),
      ...verbs.flatMap(({ verb }) => {
        const own = carried.filter((data) => data.verb === verb);
        const ids = Object.values(numbers).map((id) => ({ id: id.replace('/', '-') }));
        return [...own, ...ids].map((data) => [verb, actionTurn(verb, data, there)] as const);
      }),
    ];
    for (const [what, turn] of turns)
      for (const problem of await problemsOf(route, turn)) found.push(`${what} (${who}): ${problem}`);
  }
  return found;
}

/** All that is kept, but what everybody may add to: questions without an answer, opinions, support for an idea. */
async function kept(): Promise<Readonly<Record<string, string>>> {
  const names = [
    ...['requests', 'drafts', 'budgets', 'plans', 'meetings', 'meeting-forms', 'circulations', 'date-polls'],
    ...['ideas', 'idea-drafts', 'idea-letters', 'mentorings', 'mentor-profiles', 'mentor-forms'],
    ...['mentor-feedback', 'mentor-book', 'preferences', 'links', 'copies', 'messages', 'outbox', 'counters'],
  ];
  type Doc = { readonly id: string; readonly version: number };
  const digests = names.map(async (name) => {
    const docs = await store.collection(name, { parse: (data) => data as Doc }).list();
    const told = name === 'ideas' ? docs.map((doc) => ({ ...doc, version: 0, supporters: [] })) : docs;
    return [name, randomIds.digest(JSON.stringify(told))] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

describe('the marks', () => {
  test('stand where people read them in their own chats, each of them', async () => {
    const seen = new Set<string>();
    const read = async (reply: ReturnType<Router>) => {
      const shown = await reply.catch(refusal);
      for (const mark of JSON.stringify(shown && render(shown))?.match(marks) ?? []) seen.add(mark);
    };
    for (const who of people) for (const text of shows) await read(program.ask(text, as(who)));
    await read(program.press('mentors.profile', { person: 'mentor-wissenschaft' }, as('digitallotse')));
    expect(places.map(marked).filter((mark) => !seen.has(mark))).toEqual([]);
  });

  test('are read by nobody who has no part in the cases, in their own chat either', async () => {
    const stranger = { ...as('staff-61'), actor: actorOf(await demoDirectory(), 'staff-33') };
    // A mentor says that for all to read.
    const free = marked('ERFAHRUNG');
    for (const text of [...shows, ...typed]) {
      const shown = await program.ask(text, stranger).catch(refusal);
      const read = shown ? JSON.stringify(render(shown)) : '';
      expect([text, (read.match(marks) ?? []).filter((mark) => mark !== free)]).toEqual([text, []]);
    }
  });
});

describe('where others read along', () => {
  test('nothing is for everybody but what was decided to be', () => {
    const open = ({ anywhere }: { readonly anywhere?: boolean }) => anywhere === true;
    expect(
      [...intents, ...questions]
        .filter(open)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['directory.ask', 'directory.chart', 'help', 'ideas.list', 'ideas.show']);
    expect(
      actions
        .filter(open)
        .map(({ verb }) => verb)
        .sort(),
    ).toEqual([
      'directory.choose',
      'directory.feedback',
      'directory.pass-on',
      'directory.show',
      'help.show',
      'ideas.list',
      'ideas.refresh',
      'ideas.refresh-brief',
      'ideas.show',
      'ideas.support',
    ]);
  });

  describe.each(elsewhere)('%s', (scope) => {
    test.each([
      ['command', { typed, actions: [] }],
      ['button', { typed: [], actions }],
    ])('no %s tells what is private, makes a personal link or changes a case', async (_what, all) => {
      const before = await kept();
      expect(await walk(router, scope, all)).toEqual([]);
      expect(await kept()).toEqual(before);
    });
  });

  test.each([
    `${numbers.ID} bewerten 3 3 3 3: ${marked('GETIPPT')}`,
    `${numbers.U} ja`,
    `${numbers.T} ja, ja`,
    `${numbers.B} absagen: ${marked('GETIPPT')}`,
    `${numbers.B} Frage: ${marked('GETIPPT')}`,
    `${numbers.IT} ablehnen: ${marked('GETIPPT')}`,
    `Idee: ${marked('GETIPPT')}`,
  ])('what is typed there is refused before it counts, and not repeated: %s', async (text) => {
    const before = await kept();
    for (const scope of elsewhere)
      for (const who of people) {
        const turn = textTurn(text, { ...as(who), scope });
        await expect(router(turn)).rejects.toMatchObject({ code: 'only-in-personal-chat' });
        expect(await problemsOf(router, turn)).toEqual([]);
      }
    expect(await kept()).toEqual(before);
  });

  test('a form of one person is nobody else’s to fill in', async () => {
    const form = await program.ask('Idee', as('staff-61'));
    const before = await kept();
    const data = { draft: form.data.draft, title: 'Fremd', problem: 'p', benefit: 'b', topic: 'citizens' };
    const colleague = { ...as('itb-61'), scope: 'groupChat' as const };
    await expect(program.press('ideas.check', data, colleague)).rejects.toMatchObject({
      code: 'only-in-personal-chat',
    });
    expect(await kept()).toEqual(before);
  });

  test.each(elsewhere)('the greeting is short: %s', async (scope) => {
    const turn = installTurn({ scope });
    expect((await router(turn)).card).toBe('help/welcome-group');
    expect(await problemsOf(router, turn)).toEqual([]);
  });
});

describe('a planted breach is found', () => {
  /** Says that it is for everybody, and answers as in the person's own chat. */
  const careless = <T extends Turn>(handled: { handle: (turn: T) => ReturnType<Router> }) => ({
    anywhere: true,
    handle: async (turn: T) => forEverybody(await handled.handle({ ...turn, scope: 'personal' })),
  });
  const planted = (change: {
    readonly intent?: (intent: Intent) => boolean;
    readonly action?: (action: Action) => boolean;
  }): Router =>
    createRouter(
      features.map(
        (feature): Feature => ({
          ...feature,
          intents: feature.intents.map((one) => (change.intent?.(one) ? { ...one, ...careless(one) } : one)),
          actions: feature.actions.map((one) => (change.action?.(one) ? { ...one, ...careless(one) } : one)),
        }),
      ),
    );

  test.each([
    ['requests.mine', marked('ANTRAG')],
    ['requests.case', marked('GRUND')],
    ['requests.budgets', marked('BUDGET')],
    ['directory.gaps', marked('LUECKE')],
    ['beirat.resolutions', marked('BESCHLUSS')],
    ['ideas.new', 'is a form'],
  ])('in the command %s', async (id, problem) => {
    const route = planted({ intent: (intent) => intent.id === id });
    expect(intents.map((intent) => intent.id)).toContain(id);
    const found = await walk(route, 'groupChat', { typed, actions: [] });
    expect(found).toContainEqual(expect.stringContaining(problem));
  });

  test('in a button that makes a personal link', async () => {
    const route = planted({ action: ({ verb }) => verb === 'beirat.full-invitation' });
    const found = await walk(route, 'channel', { typed: [], actions });
    expect(found).toContainEqual(expect.stringMatching(/^beirat\.full-invitation .*a personal link$/));
  });

  test('in a reply that forgot to say whom it is for', async () => {
    const route: Router = async (turn) => ({ ...(await router(turn)), anywhere: false });
    const [found] = await problemsOf(route, textTurn('Organigramm', { ...as('staff-61'), scope: 'channel' }));
    expect(found).toBe('is not declared to be for everybody');
  });
});
