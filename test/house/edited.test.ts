import { beforeAll, describe, expect, test } from '@jest/globals';
import { createStore } from '../../src/adapters/store/create-store.ts';
import type { Intent } from '../../src/core/feature.ts';
import { confirmProfile } from '../support/confirm-profile.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { png } from '../support/pictures.ts';
import { actorOf, type Program, startProgram } from '../support/program.ts';

/*
 * What was written first may have acted already: an edited message never acts anew. Every example of every intent is typed
 * here as an edited message, by people who may do nearly everything, where there is something to do it with.
 */

const directory = await demoDirectory();
const people = ['lead-10.50', 'digitallotse', 'vorsitz-beirat', 'werkleitung-kgrz', 'itb-61', 'staff-61'];
const as = (person: string) => ({ actor: actorOf(directory, person), conversationId: person });
const [lead, office, chair, , officer, staff] = people.map(as);

const profile = {
  person: 'mentor-wissenschaft',
  fields: 'ki',
  experience: 'Forscht zu Sprachmodellen',
  languages: 'de',
  capacity: '1',
  contact: 'dienstags per E-Mail',
};
const idea = {
  title: 'Sperrmüll online',
  problem: 'Nur am Telefon',
  benefit: 'Weniger Anrufe',
  topic: 'citizens',
};

type World = { readonly program: Program; readonly written: string[] };

/** A program in which there is one of everything, each in a state in which it waits for somebody. */
async function world(): Promise<World> {
  const written: string[] = [];
  const store = createStore({
    tables: new Map(),
    persist: async (writes) => void written.push(...writes.map((write) => write.in)),
    close: async () => undefined,
  });
  const program = await startProgram(directory, { store });
  const { ask, press } = program;

  const request = async () => {
    const form = await ask('Ich brauche ein Notebook für die Bauberatung', staff);
    const inputs = form.data.inputs as readonly { readonly name: string; readonly value: unknown }[];
    const typed = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
    return press('requests.check', { ...form.data, ...typed, f_reason: 'Termine vor Ort' }, staff);
  };
  await request();
  await ask('Antrag einreichen', staff);
  await request();
  const draft = async () => {
    const { data } = await ask('Idee', staff);
    return press('ideas.check', { ...idea, scope: 'internal', unit: 'none', draft: data.draft }, staff);
  };
  await draft();
  await ask('Idee absenden', staff);
  await draft();
  const plan = await ask('Neue Sitzung', office);
  await press('beirat.save', { ...plan.data, day: '2026-12-17' }, office);
  await ask('B-2026/1 vorlegen', office);
  await ask('B-2026/1 freigeben', chair);
  await ask('B-2026/1 einladen', office);
  await ask('Umlaufbeschluss Logo: Der Beirat stimmt zu.', office);
  await ask('U-2026/1 vorlegen', office);
  await ask('U-2026/1 freigeben', chair);
  await ask('Terminumfrage 10.12.2026 14:00, 17.12.2026 14:00', office);
  await press('mentors.profile-save', profile, office);
  await confirmProfile(program, 'mentor-wissenschaft', '2026-11-24T10:00:00Z');
  const question = { form: 'f', mentor: 'mentor-wissenschaft', question: 'Wie?', contact: '161' };
  await press('mentors.ask', question, staff);
  await ask('Budget 2026 Reserve 100 €', lead);
  await ask('Kapazität 2026 Q4 10', lead);
  await ask('', { ...staff, files: [{ name: 'bild.png', content: png() }] });
  await press('directory.enter-absence', { from: '2026-11-24', to: '2026-12-20' }, officer);
  written.length = 0;
  return { program, written };
}

const numbers: readonly (readonly [RegExp, string])[] = [
  [/IT-2026-\d+/g, 'IT-2026-0001'],
  [/ID-2026-0007/g, 'ID-2026-0001'],
  [/M-2026-\d+/g, 'M-2026-0001'],
  [/Handwerk/g, 'Wissenschaft'],
];
/** The examples of an intent, about what there is. */
const examplesOf = ({ examples }: Intent): readonly string[] =>
  [...examples.de, ...examples.en].map((text) =>
    numbers.reduce((said, [example, real]) => said.replaceAll(example, real), text),
  );

const { program: first } = await world();
const intents = first.features.flatMap((feature) => feature.intents);

describe('an edited message', () => {
  let here: World;
  beforeAll(async () => {
    here = await world();
  });

  test.each(intents.flatMap((intent) => examplesOf(intent).map((text) => [text] as const)))(
    'that says "%s" changes nothing',
    async (text) => {
      for (const person of people) {
        const reply = here.program.ask(text, { ...as(person), edited: true });
        await reply.catch((error) => expect(error).toMatchObject({ name: 'Refusal' }));
      }
      expect(here.written).toEqual([]);
    },
  );

  test('shows the case that it names, and says why nothing was done', async () => {
    const { program } = here;
    const shown = await program.ask('IT-2026-0001 zustimmen', { ...officer, edited: true } as never);
    expect(shown).toMatchObject({
      card: 'requests/case',
      data: { id: 'IT-2026-0001', remark: expect.stringContaining('als neue Nachricht') },
    });
    const rated = await program.ask('Priorität IT-2026-0001 5 4 12', { ...lead, edited: true } as never);
    expect(rated.card).toBe('requests/case');
    const english = await program.ask('IT-2026-0001 approve', {
      ...officer,
      edited: true,
      language: 'en',
    } as never);
    expect(english.data.remark).toContain('edited message');
  });

  test('is answered like any other when it only asks', async () => {
    const { program } = here;
    const mine = await program.ask('Meine Anträge', { ...staff, edited: true } as never);
    expect(mine.card).toBe('requests/list');
    const one = await program.ask('IT-2026-0001', { ...staff, edited: true } as never);
    expect(one.data.remark).toBeUndefined();
    const settings = await program.ask('Benachrichtigungen', { ...staff, edited: true } as never);
    expect(settings.card).toBe('notices/settings');
    const asked = await program.ask('Wer ist mein IT-Beauftragter?', { ...staff, edited: true } as never);
    expect(asked.card).toBe('directory/answer');
  });

  test('that names no case is told what to do instead', async () => {
    const refused = here.program.ask('Budget 2026 IT-Budget 250.000 €', { ...lead, edited: true } as never);
    await expect(refused).rejects.toMatchObject({ code: 'edited-does-not-act' });
  });
});

describe('the same as a new message', () => {
  // Nothing is undeliverable here that could be sent again, nothing is spent that an invoice could be for, and the directory
  // has not changed, so no change of it can be taken back.
  const apart = ['notices.resend', 'requests.invoice', 'directory.change'];
  const acting = intents.filter(({ acts, id }) => acts && !apart.includes(id));

  test.each(acting.map((intent) => [intent.id, intent] as const))(
    'changes something: %s',
    async (_id, intent) => {
      const { program, written } = await world();
      for (const text of examplesOf(intent)) {
        // The officer is away: what only that office decides, the deputy does.
        for (const person of [...people, 'itb-61-deputy'])
          await program.ask(text, as(person)).catch(() => undefined);
      }
      expect(written).not.toEqual([]);
    },
  );
});
