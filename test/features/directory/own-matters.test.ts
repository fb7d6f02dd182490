import { describe, expect, test } from '@jest/globals';
import { commandFor, lineFor, offerFor } from '../../../src/features/directory/own-matters.ts';
import { ownMatters } from '../../../src/language/learned/labels.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { actorOf, startProgram } from '../../support/program.ts';

const directory = await demoDirectory();
const program = await startProgram(directory);
const intents = program.features.flatMap((feature) => feature.intents);
const employee = actorOf(directory, 'staff-61');

/** The emergency is answered with a number to call. */
const labels = ownMatters.map((id) => `own:${id}`).filter((label) => label !== 'own:emergency');

test.each(labels)('%s leads to a command or to a line', (label) => {
  expect([commandFor[label], lineFor[label]].filter(Boolean)).toHaveLength(1);
});

const commands = Object.entries(commandFor).flatMap(([label, { de, en }]) => [
  [label, de],
  [label, en],
]);

test.each(commands)('%s says "%s", which one intent claims', (_label, text) => {
  expect(intents.filter(({ match }) => match(text as string)).map(({ id }) => id)).toHaveLength(1);
});

test('what a line offers can be pressed', () => {
  const offered = Object.values(lineFor).flatMap(({ offers }) => offers);
  expect(offered.filter((label) => !commandFor[label] || !offerFor[label])).toEqual([]);
});

describe('in free words', () => {
  test.each([
    ['Wo bleibt mein Antrag?', 'requests/list'],
    ['meine antrge', 'requests/list'],
    ['Where is my request?', 'requests/list'],
    ['Störung melden', 'requests/form'],
    ['Gibt es gerade bekannte Störungen?', 'requests/known'],
    ['Is it only me or are the phones down for everybody?', 'requests/known'],
    ['Unternehmensanliegen melden', 'requests/form'],
    ['Ich brauche ein Notebook für 1.200 Euro, liebe Grüße', 'requests/form'],
    ['Ich brauche ein Notebook für die Grippe-Hotline', 'requests/form'],
    ['I need a new laptop for 1,200 euros until next Friday', 'requests/form'],
    ['Notebook bestellen', 'requests/form'],
    ['wie stelle ich einen antrag', 'requests/start'],
    ['Benachrichtigungen aus', 'notices/settings'],
    ['Wann ist die nächste Sitzung des Beirats?', 'beirat/meetings'],
    ['I would like to suggest an idea', 'ideas/form'],
    ['wer bist du', 'directory/line'],
    ['Wer muss meinen Antrag genehmigen?', 'directory/line'],
    ['Liste aller Fachverfahren', 'directory/list'],
    ['Muss der Personalrat zustimmen?', 'directory/none'],
  ])('"%s" is answered with the card %s', async (text, card) => {
    expect((await program.ask(text, { actor: employee, conversationId: text })).card).toBe(card);
  });

  test('an emergency is a number to call', async () => {
    const { data } = await program.ask('notfall!!! alles steht', { actor: employee });
    expect(data).toMatchObject({
      roles: ['kgrz'],
      lead: 'Bitte rufen Sie sofort an',
      number: { text: '+49 261 129-00106' },
    });
  });

  test('the form follows the thing, not the verb', async () => {
    for (const text of ['Ich brauche ein Notebook', 'Notebook bestellen', 'laptop beantragen'])
      expect((await program.ask(text, { actor: employee })).summary).toBe('EDV-Arbeitsplatz beantragen');
  });

  test('two things in one message: one is answered, the other one press away', async () => {
    const { data } = await program.ask('wer ist zuständig für GIS und wer für die E-Akte?', {
      actor: employee,
    });
    expect(data).toMatchObject({ ref: { application: 'gis' }, rest: { say: 'wer für die E-Akte?' } });
  });

  test('what may mean several things is asked back, forms before questions, and names nobody', async () => {
    const { card, data } = await program.ask('Ticket', { actor: employee });
    expect(card).toBe('directory/choices');
    expect(data.roles).toEqual([]);
    expect((data.offers as unknown[]).length).toBeGreaterThan(1);
  });
});
