import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { cardNames, createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import type { Played } from '../situations/situation.ts';
import { type CardPart, partsOf, verbsIn } from '../support/cards.ts';
import { demoDirectory, holder } from '../support/directory-builder.ts';
import { actorOf, startProgram } from '../support/program.ts';
import { actionTurn } from '../support/turns.ts';

/*
 * Fields of cards and handlers are joined by spelling. Every button is pressed here with data that notes down who looks at
 * what: a field that no button beside it looks at is filled in for nothing.
 */

const demo = await demoDirectory();
/** With a mentor who is in Teams, as in the situations: nobody else has a profile of their own. */
const directory = {
  ...demo,
  assignments: [...demo.assignments, holder('digitale-mentoren', 'staff-33')],
};
const people = ['digitallotse', 'vorsitz-beirat', 'werkleitung-kgrz', 'lead-10.50', 'itb-61', 'staff-61'];
const program = await startProgram(directory);
const handlers = new Map(
  program.features.flatMap(({ actions }) => actions.map(({ verb, handle }) => [verb, handle])),
);

type Looked = { readonly at: Set<string>; readonly through: Set<string> };

/** Data that notes down at which keys somebody looks, and through which one goes with all the others. */
function watched(data: object, { at, through }: Looked): Readonly<Record<string, unknown>> {
  let next: PropertyKey | undefined;
  return new Proxy(data as Record<string, unknown>, {
    // Whoever goes through all keys asks for the descriptor of each before its value.
    getOwnPropertyDescriptor(target, key) {
      next = key;
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    get(target, key) {
      (next === key ? through : at).add(String(key));
      next = undefined;
      return Reflect.get(target, key);
    },
  });
}

/** What the handler of a verb looks at, whoever presses. */
async function looksAt(verb: string, data: object): Promise<Looked> {
  const looked: Looked = { at: new Set(), through: new Set() };
  for (const person of people) {
    const turn = actionTurn(verb, watched(data, looked), { actor: actorOf(directory, person) });
    await handlers
      .get(verb)?.(turn)
      .catch(() => undefined);
  }
  return looked;
}

const inputsIn = (node: unknown): readonly CardPart[] =>
  partsOf(node).filter(({ type }) => String(type).startsWith('Input.'));

/** An input, and the buttons of the smallest part of the card that holds it and a button; of the whole card in the end. */
type Beside = { readonly id: string; readonly verbs: readonly string[] };

function besides(card: { readonly body: readonly unknown[] }): readonly Beside[] {
  const inside = card.body.flatMap(smallest);
  const known = new Set(inside.map(({ input }) => input));
  const rest = inputsIn(card).filter((input) => !known.has(input));
  return [...inside, ...rest.map((input) => ({ input, verbs: verbsIn(card) }))].map(({ input, verbs }) => ({
    id: String(input.id),
    verbs,
  }));
}

function smallest(node: unknown): readonly { readonly input: CardPart; readonly verbs: readonly string[] }[] {
  const verbs = verbsIn(node);
  if (typeof node !== 'object' || node === null || verbs.length === 0) return [];
  const inside = Object.values(node).flatMap(smallest);
  const known = new Set(inside.map(({ input }) => input));
  const rest = inputsIn(node).filter((input) => !known.has(input));
  return [...inside, ...rest.map((input) => ({ input, verbs }))];
}

const render = createCardRenderer('cards');
type Card = { readonly name: string; readonly json: ReturnType<typeof render> };

/** Some handlers look for the case before they look at the fields: cards of cases that there are. */
async function lived(): Promise<readonly Card[]> {
  const as = (person: string) => ({ actor: actorOf(directory, person), conversationId: person });
  const form = await program.ask('Neue Sitzung', as('digitallotse'));
  const agenda = await program.press('beirat.save', { ...form.data, day: '2026-12-10' }, as('digitallotse'));
  const dates = ['10.12.', '11.12.', '14.12.', '15.12.', '17.12.'].map((day) => `${day}2026 14:00`);
  await program.ask(`Terminumfrage ${dates.join(', ')}`, as('digitallotse'));
  const poll = await program.ask('T-2026/1', as('werkleitung-kgrz'));
  return [agenda, poll].map((reply) => ({ name: reply.card, json: render(reply) }));
}
const alive = await lived();
const withInputs = cardNames('cards').filter((name) => inputsIn(templateOf(name)).length > 0);

export function templateOf(card: string, folder = 'cards'): unknown {
  return JSON.parse(readFileSync(join(folder, `${card}.json`), 'utf8'));
}

/** Every input of a card with whether one of the buttons beside it looks at it. */
async function readings({ name, json }: Card): Promise<readonly (Beside & { readonly isRead: boolean })[]> {
  const filled = Object.fromEntries(inputsIn(json).map(({ id }) => [String(id), '1']));
  const looks = new Map<string, Looked>();
  for (const { verb, data } of partsOf(json)) {
    if (typeof verb === 'string') looks.set(verb, await looksAt(verb, { ...(data as object), ...filled }));
  }
  // Fields that are as many as there are members or dates may be found by going through all of them.
  const literal = new Set(inputsIn(templateOf(name)).map(({ id }) => id));
  const isRead = (id: string, looked: Looked | undefined) =>
    looked !== undefined && (looked.at.has(id) || (!literal.has(id) && looked.through.has(id)));
  return besides(json).map(({ id, verbs }) => ({
    id,
    verbs,
    isRead: verbs.some((verb) => isRead(id, looks.get(verb))),
  }));
}

/** What is asked of the fields on the cards that people got to see. */
export function testFields(played: readonly Played[]): void {
  const seen = played.filter(({ language }) => language === 'de').flatMap((one) => one.seen);
  const cards = [...seen.map(({ reply }) => ({ name: reply.card, json: render(reply) })), ...alive];
  describe('every field is read by a button beside it', () => {
    test.each(withInputs)('on the card %s', async (name) => {
      const found = (await Promise.all(cards.filter((card) => card.name === name).map(readings))).flat();
      expect(found).not.toEqual([]);
      const read = new Set(found.filter(({ isRead }) => isRead).map(({ id, verbs }) => `${id} | ${verbs}`));
      const unread = found.map(({ id, verbs }) => `${id} | ${verbs}`).filter((one) => !read.has(one));
      expect([...new Set(unread)]).toEqual([]);
    });
  });

  describe('a field that is read by nobody is found', () => {
    const field = { type: 'Input.Text', id: 'reason', label: 'Warum?' };
    const button = (verb: string) => ({
      type: 'Action.Execute',
      verb,
      title: verb,
      data: { id: 'B-2026-1' },
    });
    const reason = async (verb: string, ...others: readonly string[]) => {
      const container = { type: 'Container', items: [field, { type: 'ActionSet', actions: [button(verb)] }] };
      const json = { body: [container], actions: others.map(button) } as never;
      return (await readings({ name: 'beirat/meeting', json })).map(({ isRead }) => isRead);
    };

    test('also when another button of the card, further away, reads one of that name', async () => {
      expect(await reason('beirat.discard')).toEqual([true]);
      expect(await reason('beirat.wish')).toEqual([false]);
      expect(await reason('beirat.wish', 'beirat.change')).toEqual([false]);
    });
  });
}
