import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { cardNames, createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { playAll, situations } from '../situations/all.ts';
import { type Played, play } from '../situations/situation.ts';
import { partsOf, verbsIn } from '../support/cards.ts';
import { type Drawn, draw, oneOfEach, type Shown, structureOf } from '../support/drawn.ts';
import { startProgram } from '../support/program.ts';
import { type CardRule, cardRules } from './card-rules.ts';
import { templateOf, testFields } from './input-rules.ts';

/*
 * Cards as people see them: the situations of test/situations play with the whole program, and whatever they get to see is
 * looked at here.
 */

const played = await playAll();
const { features } = await startProgram();
const verbs = new Set(features.flatMap(({ actions }) => actions.map(({ verb }) => verb)));
const rules = cardRules(verbs);
const shown = draw(played);

/** Conditions that the program's own data cannot decide otherwise, each with the reason. */
const alwaysTrue: readonly (readonly [card: string, wanted: string, why: string])[] = [
  [
    'requests/case',
    'facts',
    'every type of the program asks for more than a subject; an administration may have one that does not',
  ],
  ['requests/check', 'facts', 'the same'],
  [
    'requests/case',
    'people',
    'whoever may put somebody in charge could be put in charge; a choice of nobody is no valid card',
  ],
  [
    'requests/check',
    'rule',
    'every step of the program names its task in the role model; a step may have none',
  ],
  ['beirat/record-item', 'bodies', 'the rules of the program name bodies; others may name none'],
  ['requests/check', 'until', 'every type of the program has a step; conditions may leave none'],
];

/** Whatever is wrong with a template and with the cards that were made of it. */
function problemsOf(
  card: string,
  { drawn, conditions, unbound }: Shown,
  folder = 'cards',
): readonly string[] {
  const languages = new Set(drawn.map(({ reply }) => reply.language));
  return [
    ...(['de', 'en'] as const)
      .filter((one) => !languages.has(one))
      .map((one) => `no situation shows it in ${one}`),
    ...wordless(templateOf(card, folder)),
    ...unheaded(templateOf(card, folder)),
    ...unbound,
    ...[...conditions].flatMap(([condition, seen]) => undecided(card, condition, seen)),
    ...brokenRules(drawn, rules),
  ];
}

/** Wordings that one of the languages lacks. */
const wordless = (template: unknown): readonly string[] =>
  partsOf(template)
    .filter((part) => Object.hasOwn(part, 'de') || Object.hasOwn(part, 'en'))
    .filter(({ de, en, ...more }) => !isWording(de) || !isWording(en) || Object.keys(more).length > 0)
    .map((part) => `${JSON.stringify(part)} is no wording in both languages`);

const isWording = (text: unknown): boolean => typeof text === 'string' && /\S/.test(text);

/**
 * Titles of sections that a screen reader cannot jump to, and headings without a size of their own, which clients draw
 * large. A warning, a line between rows and what opens and closes are bold, too, but no titles.
 */
const unheaded = (template: unknown): readonly string[] =>
  partsOf(template).flatMap(({ type, style, weight, size, text }) => {
    if (type !== 'TextBlock') return [];
    if (style === 'heading') return size ? [] : [`the heading ${JSON.stringify(text)} has no size`];
    const words = partsOf(text)[0]?.de;
    const isTitle = weight === 'Bolder' && typeof words === 'string' && !/^[⚠—]|[⌄⌃]$/u.test(words);
    return isTitle ? [`"${words}" is bold, but no heading`] : [];
  });

/** A condition that no situation decides both ways: a part that nobody ever sees, or one that is always there. */
function undecided(card: string, condition: string, seen: ReadonlySet<boolean>): readonly string[] {
  const [, at, wanted = ''] = /^(\S+) (.*)$/.exec(condition) ?? [];
  if (!seen.has(true)) return [`no situation shows what depends on "${wanted}" at ${at}`];
  if (seen.has(false) || wanted.startsWith('$each')) return [];
  if (alwaysTrue.some(([one, known]) => one === card && known === wanted)) return [];
  return [`"${wanted}" at ${at} is true in every situation`];
}

const brokenRules = (drawn: readonly Drawn[], asked: readonly CardRule[]): readonly string[] =>
  oneOfEach(drawn).flatMap((one) =>
    asked.flatMap(({ asks, problems }) =>
      problems(one).map((problem) => `${asks}: ${problem} (${one.situation}; ${one.reply.summary})`),
    ),
  );

describe('as people see it in some situation, all is well with the card', () => {
  test.each(cardNames('cards'))('%s', (card) => {
    expect(problemsOf(card, shown.get(card) as Shown)).toEqual([]);
  });

  test('and nothing is excused that needs no excuse', () => {
    const excused = alwaysTrue.filter(([card, wanted]) => {
      const all = [...(shown.get(card) as Shown).conditions].filter(([one]) => one.endsWith(` ${wanted}`));
      return all.length === 0 || all.every(([, seen]) => seen.has(false));
    });
    expect(excused).toEqual([]);
  });
});

describe('the situations', () => {
  test('press every button that stands on a card', () => {
    const pressed = new Set(played.flatMap((one) => [...one.pressed]));
    const offered = cardNames('cards').flatMap((card) => verbsIn(templateOf(card)));
    expect([...new Set(offered)].filter((verb) => !pressed.has(verb))).toEqual([]);
  });

  test.each(situations)(
    'are played to the end and show the same in both languages: $name',
    ({ name, differs }) => {
      const runs = played.filter(({ situation }) => situation === name);
      expect(runs.flatMap(({ stopped }) => stopped ?? [])).toEqual([]);
      expect(differences(runs, differs ? cardOnly : outline)).toEqual([]);
    },
  );

  test('say where they stopped when something in them cannot be done', async () => {
    const situation = {
      name: 'Planted',
      play: async ({ person }) => void (await person('staff-61').presses('help.show')),
    } satisfies Parameters<typeof play>[0];
    const { stopped } = await play(situation, 'de');
    expect(stopped?.message).toMatch(/^"Planted" \(de, situations\/\S+\): there is no button "help.show"/);
  });
});

testFields(played);

const render = createCardRenderer('cards');

/** Where two runs of a situation part, without the words. */
function differences([german, english]: readonly Played[], outlined: typeof outline): readonly string[] {
  const [de, en] = [german, english].map((run) => (run?.seen ?? []).map(outlined));
  const at = de?.findIndex((one, index) => one !== en?.[index]) ?? 0;
  if (at < 0 && de?.length === en?.length) return [];
  const [one, other] = [german, english].map((run) => run?.seen.at(at)?.reply);
  return [`${at}: ${one?.card} "${one?.summary}" is built otherwise than ${other?.card} "${other?.summary}"`];
}

const outline = ({ by, who, reply }: Played['seen'][number]): string =>
  [by, who, reply.card, structureOf(render(reply))].join(' ');
const cardOnly: typeof outline = ({ by, who, reply }) => [by, who, reply.card].join(' ');

describe('a planted violation is found', () => {
  const replyOf = (data: Drawn['reply']['data'] = {}): Drawn['reply'] => ({
    card: 'x',
    data,
    summary: 'x',
    language: 'de',
  });
  const button = (more: object = {}) => {
    const data = { roles: [], verb: 'help.show', lang: 'de' };
    const action = { title: 'Hilfe', data };
    return {
      type: 'Action.Execute',
      verb: 'help.show',
      ...action,
      fallback: { type: 'Action.Submit', ...action },
      ...more,
    };
  };
  const cardOf = (body: readonly object[], more: object = {}) =>
    ({
      type: 'AdaptiveCard',
      version: '1.5',
      lang: 'de',
      fallbackText: 'x',
      body,
      actions: [button()],
      ...more,
    }) as unknown as Drawn['card'];
  const text = { type: 'TextBlock', text: 'Text', wrap: true };
  const problemsWith = (card: Drawn['card'], data: Drawn['reply']['data'] = {}) =>
    brokenRules([{ situation: 's', card, reply: replyOf(data) }], rules).join('\n');

  test.each<[string, Drawn['card'], string]>([
    ['a name that was not filled', cardOf([{ ...text, text: 'Von ${name}' }]), 'filled completely: ${name}'],
    ['a word that the schema does not know', cardOf([{ ...text, size: 'Huge' }]), 'schema 1.5'],
    ['a table', cardOf([{ type: 'Table', columns: [], rows: [] }]), 'there is a Table'],
    ['another language', cardOf([text], { lang: 'en' }), 'language or version is wrong'],
    ['no text for those who see no cards', cardOf([text], { fallbackText: ' ' }), 'no fallbackText'],
    ['a card that is too big', cardOf([{ ...text, text: 'x'.repeat(14_400) }]), '28.'],
    [
      'seven actions in a row',
      cardOf([text], { actions: Array.from({ length: 7 }, () => button()) }),
      '7 actions in a row',
    ],
    [
      'an id that is there twice',
      cardOf([
        { ...text, id: 'a' },
        { ...text, id: 'a' },
      ]),
      'the id "a" is there twice',
    ],
    [
      'something to open that is not there',
      cardOf([text], {
        actions: [button(), { type: 'Action.ToggleVisibility', title: 'Mehr', targetElements: ['more'] }],
      }),
      'no "more" to open',
    ],
    [
      'a button without a handler',
      cardOf([text], { actions: [button({ verb: 'help.nobody' })] }),
      'nobody handles "help.nobody"',
    ],
    [
      'a button without a fallback',
      cardOf([text], { actions: [button({ fallback: undefined })] }),
      'falls back to something else',
    ],
    ['text that does not wrap', cardOf([{ ...text, wrap: false }]), 'does not wrap'],
    ['a field without a label', cardOf([{ type: 'Input.Text', id: 'note' }]), 'Input.Text note has no label'],
    ['no roles', cardOf([text], { actions: [] }), 'no action has roles'],
  ])('%s', (_what, card, problem) => {
    expect(problemsWith(card)).toContain(problem);
  });

  test('other roles than those that are named', () => {
    expect(problemsWith(cardOf([text]), { roles: ['kgrz'] })).toContain('[] instead of ["kgrz"]');
  });

  test('and a card without one has none', () => {
    expect(problemsWith(cardOf([text]))).toBe('');
  });

  test.each([
    [
      { ...text, text: { de: 'Verlauf', en: 'History' }, weight: 'Bolder' },
      '"Verlauf" is bold, but no heading',
    ],
    [{ ...text, style: 'heading' }, 'the heading "Text" has no size'],
    [{ ...text, text: { de: 'Verlauf' } }, '{"de":"Verlauf"} is no wording in both languages'],
  ])('in a template: %j', (element, problem) => {
    expect([...wordless([element]), ...unheaded([element])]).toEqual([problem]);
  });

  test.each([
    ['canDance', 'no view returns "canDance", asked for at actions['],
    ['!canDance', 'no view returns "canDance", asked for at actions['],
    ['canClose=never', 'no situation shows what depends on "canClose=never"'],
    ['id', '"id" at actions['],
  ])('a button that depends on "%s"', (wanted, problem) => {
    const folder = mkdtempSync(join(tmpdir(), 'lotse-cards-'));
    try {
      cpSync('cards/beirat/poll.json', join(folder, 'beirat/poll.json'));
      const template = templateOf('beirat/poll') as { actions: object[] };
      const planted = { ...template, actions: [...template.actions, { $when: wanted, ...button() }] };
      writeFileSync(join(folder, 'beirat/poll.json'), JSON.stringify(planted));
      const found = draw(played, folder).get('beirat/poll') as Shown;
      expect(problemsOf('beirat/poll', found, folder).join('\n')).toContain(problem);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
