// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of cards are written like this
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../../src/adapters/cards/card-renderer.ts';
import type { Reply } from '../../../src/core/reply.ts';

const reply: Reply = {
  card: 'a/b',
  data: { name: 'X', roles: ['kgrz'] },
  summary: 'Kurz\ngesagt',
  language: 'en',
};
let folder: string;

function write(template: unknown): void {
  mkdirSync(join(folder, 'a'), { recursive: true });
  writeFileSync(
    join(folder, 'a', 'b.json'),
    typeof template === 'string' ? template : JSON.stringify(template),
  );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cards-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('rendering a reply', () => {
  test('adds what every card needs', () => {
    write({ body: [{ type: 'TextBlock', text: '${name}' }] });
    expect(createCardRenderer(folder)(reply)).toEqual({
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Kurz gesagt',
      body: [{ type: 'TextBlock', text: 'X' }],
    });
  });

  test('gives an Action.Execute verb and language in its data, and a fallback with the same', () => {
    const execute = { type: 'Action.Execute', verb: 'x.do', title: 'Do', data: { roles: '${roles}' } };
    write({ body: [], actions: [{ $when: 'name', ...execute }] });
    const data = { roles: ['kgrz'], verb: 'x.do', lang: 'en' };
    expect(createCardRenderer(folder)(reply).actions).toEqual([
      { ...execute, data, fallback: { type: 'Action.Submit', title: 'Do', data } },
    ]);
  });

  test('names a card that does not exist', () => {
    write({ body: [] });
    expect(() => createCardRenderer(folder)({ ...reply, card: 'a/c' })).toThrow('there is no card "a/c"');
  });

  test.each(['{', '[]', '{"body":{}}'])('refuses at the start what is no template: %s', (text) => {
    write(text);
    expect(() => createCardRenderer(folder)).toThrow(join(folder, 'a/b.json'));
  });

  test('refuses at the start a path that is misspelt, although nobody asked for the card yet', () => {
    write({ body: [{ $when: 'a b', type: 'TextBlock', text: 'x' }] });
    expect(() => createCardRenderer(folder)).toThrow('card a/b: "a b" is not a path');
  });

  test('shares what no data changes among all cards, and nobody can change it', () => {
    write({ body: [{ type: 'TextBlock', text: { de: 'Hallo', en: 'Hello' } }] });
    const render = createCardRenderer(folder);
    expect(render(reply).body).toBe(render(reply).body);
    expect(() => Object.assign(render(reply).body[0] as object, { text: 'x' })).toThrow(TypeError);
  });

  test('shows a changed template at once when it is asked to', () => {
    write({ body: [] });
    const [fixed, fresh] = [createCardRenderer(folder), createCardRenderer(folder, { reread: true })];
    write({ body: [{ type: 'TextBlock', text: 'new' }] });
    expect(fixed(reply).body).toEqual([]);
    expect(fresh(reply).body).toEqual([{ type: 'TextBlock', text: 'new' }]);
  });
});
