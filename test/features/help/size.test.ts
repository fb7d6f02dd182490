import { expect, test } from '@jest/globals';
import { createCardRenderer } from '../../../src/adapters/cards/card-renderer.ts';
import { startProgram } from '../../support/program.ts';
import { installTurn } from '../../support/turns.ts';

/* The help is made of everything that the program can do; Teams takes cards of 28 KB. */

const program = await startProgram();
const render = createCardRenderer('cards');
const size = (reply: Parameters<typeof render>[0]): number => JSON.stringify(render(reply)).length * 2;
const topics = program.features.flatMap(({ topic }) => topic ?? []);
const pages = ['Hilfe', 'help', ...topics.flatMap(({ de, en }) => [`Hilfe ${de}`, `help ${en}`])];

test.each(pages)('the help for "%s" fits into a message', async (text) => {
  const reply = await program.ask(text);
  expect(reply.card).toBe('help/help');
  expect(size(reply)).toBeLessThan(28 * 1024);
});

test('the welcome fits into a message', async () => {
  expect(size(await program.router(installTurn()))).toBeLessThan(28 * 1024);
});

test('every part of the program but the help itself has a topic', () => {
  const without = program.features.filter(({ topic }) => !topic).map(({ id }) => id);
  expect(without).toEqual(['help']);
});
