import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { createExtending } from '../../src/adapters/teams/extension.ts';
import type { Incoming } from '../../src/adapters/teams/incoming.ts';
import { createExtension } from '../../src/app/extension.ts';
import { privateAnswer } from '../../src/app/private-answer.ts';
import { createSpeaker } from '../../src/app/speaker.ts';
import { createTabAnswers } from '../../src/app/tab-answers.ts';
import { type Key, whoRoutes } from '../../src/app/who-api.ts';
import { silent } from '../../src/core/ports/log.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { type Ask, type Block, tabNames } from '../../src/core/tab.ts';
import { knowledgeIn } from '../../src/features/directory/feature.ts';
import { partsOf } from '../support/cards.ts';
import { marked, marks, numbers, openConfidentialCases, places } from '../support/confidential-cases.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { actorOf } from '../support/program.ts';

/*
 * What the chat shows to nobody else, the pages and the message extension show to nobody else. The program has a case of
 * every kind; words that stand in its private places give away what gets out.
 */

const { program, people, as } = await openConfidentialCases();
const { features, router } = program;
const demo = await demoDirectory();
const renderCard = createCardRenderer('cards');
const log = silent;
const speaker = createSpeaker({ router, renderCard, ids: randomIds, log });
const tabs = createTabAnswers(features, speaker.answer);
const extension = createExtension({ features, speaker, renderCard, log });

const at = '2026-12-10T13:30:00.000Z';
const visitOf = (id: string) => ({ actor: actorOf(demo, id), language: 'de' as const, at });
const marksIn = (shown: unknown): readonly string[] => [...new Set(JSON.stringify(shown).match(marks) ?? [])];
const ids = Object.values(numbers).map((number) => number.replace('/', '-'));

/** Everything on the five pages of somebody, with all that opens there. */
async function pagesOf(id: string) {
  const visit = visitOf(id);
  const pages = await Promise.all(tabNames.map((tab) => tabs.page(tab, visit)));
  const details = await Promise.all(
    tabNames.flatMap((tab) => ids.map((one) => tabs.detail(tab, one, visit))),
  );
  return { pages, details };
}

/** Commands that only show, as people type them in their own chats. */
const shows: readonly string[] = [
  ...[
    'Meine Anträge',
    'Meine Entscheidungen',
    'Budget',
    'Prioritäten',
    'Lücken',
    'Meine Sitzungen',
    'Beschlüsse',
  ],
  ...[
    'Umlaufbeschlüsse',
    'Ideen',
    ...Object.values(numbers),
    `${numbers.B} meine Einladung`,
    `${numbers.B} Liste`,
  ],
  ...[`${numbers.B} alles lesen`, `${numbers.B} Niederschrift`],
];

async function chatOf(id: string): Promise<readonly string[]> {
  const seen: string[] = [];
  for (const text of shows) {
    const reply = await program.ask(text, { ...as(id), at }).catch((error: unknown) => {
      if (error instanceof Refusal) return undefined;
      throw error;
    });
    if (reply) seen.push(...marksIn(reply.data));
  }
  return seen;
}

/** Sums of all budgets are for those who steer, a member of the Stadtvorstand too, who see them nowhere in the chat. */
const steering = ['digitallotse', 'vorsitz-beirat'];

describe('the pages of somebody', () => {
  test.each(people)('who is %s show no more than their chat', async (id) => {
    const known = new Set(await chatOf(id));
    const more = marksIn(await pagesOf(id)).filter((mark) => !known.has(mark));
    expect(more.filter((mark) => !(steering.includes(id) && mark.endsWith('BUDGET')))).toEqual([]);
  });

  test('who has to do with nothing show nothing of any case', async () => {
    expect(people).not.toContain('itb-67');
    expect(marksIn(await pagesOf('itb-67'))).toEqual([]);
    const { details } = await pagesOf('itb-67');
    expect(details.flat()).toEqual([]);
  });

  test('do show them their own: the words of this test mean something', async () => {
    expect(marksIn(await pagesOf('staff-61'))).toContain('VERTRAULICHANTRAG');
    expect(marksIn(await pagesOf('lead-10.50'))).toEqual(
      expect.arrayContaining(['VERTRAULICHANTRAG', 'VERTRAULICHBUDGET']),
    );
  });
});

describe('what a page offers with one click', () => {
  test.each(people)('is accepted when %s does it', async (id) => {
    const { pages } = await pagesOf(id);
    const asks = pages.flatMap(({ blocks }) => blocks.flatMap(asksIn));
    for (const ask of asks) {
      const shown = await tabs.say(ask, visitOf(id), 'turn');
      expect([ask, shown.notice && shown.summary]).toEqual([ask, false]);
    }
  });
});

const asksIn = (block: Block): readonly Ask[] => {
  if (block.kind === 'asks') return block.asks.map(({ ask }) => ask);
  if (block.kind === 'table') return block.rows.slice(0, 5).flatMap(({ ask }) => ask ?? []);
  return block.kind === 'cases'
    ? [...block.rows.map(({ open }) => open), ...(block.begin ?? []).map(({ ask }) => ask)]
    : [];
};

describe('the page of maintenance', () => {
  const everybody = demo.persons.filter(({ teamsId }) => teamsId).map(({ id }) => id);
  const keepers: Readonly<Record<string, readonly string[]>> = {
    'lead-10.50': ['request-types', 'partners', 'rules', 'texts', 'absences', 'persons'],
    'lead-10.50-deputy': ['request-types', 'partners', 'rules', 'texts', 'absences', 'persons'],
    digitallotse: ['rules', 'school-holidays', 'texts'],
    'digitallotse-deputy': ['rules', 'school-holidays', 'texts'],
  };
  const isForm = (ask: Ask | undefined) => ask !== undefined && 'verb' in ask && /setting/.test(ask.verb);

  test('has tables for those who keep something, and nothing for anybody else', async () => {
    for (const who of everybody) {
      const { blocks } = await tabs.page('care', visitOf(who));
      const shown = blocks.flatMap((block) => ('id' in block ? [block.id] : []));
      expect([who, shown]).toEqual([who, keepers[who] ? expect.arrayContaining([...keepers[who]]) : []]);
    }
  });

  test('opens the rules of the Beirat to 10.50 for reading only', async () => {
    const rowsOf = async (who: string, id: string) =>
      (await tabs.page('care', visitOf(who))).blocks.flatMap((one) =>
        one.kind === 'table' && one.id === id ? one.rows : [],
      );
    expect((await rowsOf('lead-10.50', 'rules')).filter(({ ask }) => isForm(ask))).toEqual([]);
    expect((await rowsOf('digitallotse', 'rules')).every(({ ask }) => isForm(ask))).toBe(true);
    expect((await rowsOf('digitallotse', 'texts')).length).toBeGreaterThan(10);
  });

  test('lets nobody else enter or end that somebody is away', async () => {
    const absence = { person: 'itb-61', from: '1.2.2027', to: '3.2.2027' };
    for (const who of ['itb-61', 'digitallotse', 'staff-61'])
      for (const verb of ['absence-of', 'check-absence-of', 'enter-absence-of', 'end-absence-of'])
        expect([verb, await chat(`directory.${verb}`, absence, who)]).toEqual([verb, expect.any(String)]);
    expect(await chat('directory.enter-absence-of', absence, 'lead-10.50')).toBeUndefined();
  });
});

describe('the message extension', () => {
  const words = ['', 'VERTRAULICH', 'Notebook', 'Sitzung', 'a', ...Object.values(numbers)];

  test.each(['itb-67', ...people])('finds for %s nothing but numbers, titles and states', async (id) => {
    const known = new Set(await chatOf(id));
    for (const word of words) {
      const found = await extension.search(visitOf(id), word);
      expect(marksIn(found).filter((mark) => !known.has(mark) || !titles.has(mark))).toEqual([]);
    }
  });

  test('finds roles as the chat reads a question, people and applications by name', async () => {
    const titlesOf = async (word: string) =>
      (await extension.search(visitOf('itb-67'), word)).map(({ title }) => title);
    expect(await titlesOf('Mein Drucker druckt nicht')).toEqual(['Kommunales Gebietsrechenzentrum']);
    expect(await titlesOf('Digitallotse')).toEqual(expect.arrayContaining(['Digitallotse Wirtschaft']));
    const [application] = demo.applications;
    expect(await titlesOf(application?.name ?? '')).toEqual(expect.arrayContaining([application?.name]));
    expect(await titlesOf('Raketenstartrampe')).toEqual([]);
  });

  test('shows what is open for them before they have written anything', async () => {
    expect((await extension.search(visitOf('staff-61'), '')).map(({ title }) => title)).toEqual([
      expect.stringContaining(numbers.IT),
      expect.stringContaining(numbers.ID),
    ]);
  });

  test('unfolds a link to a case for those who see it', async () => {
    const link = new URL(`https://lotse.example.org/tab/requests#${numbers.IT}`);
    expect((await extension.unfurl(visitOf('staff-61'), link))?.title).toContain(numbers.IT);
    expect(await extension.unfurl(visitOf('itb-67'), link)).toBeUndefined();
    expect(
      await extension.unfurl(visitOf('staff-61'), new URL('https://lotse.example.org/tab/roles')),
    ).toBeUndefined();
  });
});

/** The title of a request is what its owner inserts. */
const titles = new Set(['VERTRAULICHANTRAG']);

describe('what is made of somebody’s message', () => {
  const turn = { ...visitOf('itb-67'), kind: 'text', id: 't', text: '', edited: false } as const;
  const own = { ...turn, scope: 'personal', conversationId: 'dialog' } as const;

  test('is the form that the text wishes for, filled in with it', async () => {
    const text = 'Wir brauchen ein neues Notebook für die Bauberatung';
    const made = await extension.capture('request', own, text);
    expect(made?.title).toBe('Als IT-Antrag erfassen');
    expect(JSON.stringify(made?.shown.card)).toContain('Bauberatung');
    expect(JSON.stringify(made?.shown.card)).toContain('requests.check');
  });

  test('is a choice of forms that keep the text, where it wishes for none', async () => {
    const made = await extension.capture('request', own, 'Danke für das gute Gespräch gestern');
    expect(JSON.stringify(made?.shown.card)).toContain('Danke für das gute Gespräch');
    expect(JSON.stringify(made?.shown.card)).toContain('requests.start');
  });

  test('is an idea with its words', async () => {
    const made = await extension.capture('idea', own, 'Sperrmüll online anmelden\nDas spart Anrufe.');
    expect(JSON.stringify(made?.shown.card)).toContain('Das spart Anrufe.');
  });

  test('does nothing by itself, whatever the message says', async () => {
    const before = await documents();
    for (const text of [`${numbers.IT} zustimmen`, 'Antrag einreichen', `${numbers.ID} zurückziehen`]) {
      await extension.capture('request', own, text);
      await extension.capture('idea', own, text);
    }
    expect(await documents()).toEqual(before);
    expect(await extension.capture('other', own, 'x')).toBeUndefined();
  });
});

/** Every case as it is kept now. */
async function documents(): Promise<Readonly<Record<string, unknown>>> {
  const kinds = ['requests', 'ideas', 'mentorings', 'meetings', 'circulations', 'date-polls', 'budgets'];
  const all = kinds.map((kind) => program.store.collection(kind, { parse: (one) => one as never }).list());
  return Object.fromEntries((await Promise.all(all)).map((docs, at) => [kinds[at], docs]));
}

/** What a dialog shows to whoever opens one with a button, or presses one in it. */
async function inDialog(name: string, verb: string, data: object, who: string): Promise<unknown> {
  const { id: aadObjectId, name: called } = visitOf(who).actor;
  const value = { data: { verb, ...data } };
  const activity = { id: 'x', name, value, from: { aadObjectId, name: called } };
  return (await createExtending(extension, log)(activity as Incoming, at))?.body;
}

/** What a card brings when a button of it is pressed without anything being changed. */
function fieldsIn(part: unknown): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const { type, id, value = '', data } of partsOf(part)) {
    if (String(type).startsWith('Input.')) found[String(id)] = value;
    if (type === 'Action.Submit') Object.assign(found, data);
  }
  return found;
}

/** A press on a button, at each of the doors. @returns what is said there when it is refused */
const doors: Readonly<
  Record<string, (verb: string, data: object, who: string) => Promise<string | undefined>>
> = {
  tab: async (verb, data, who) => {
    const shown = await tabs.say({ verb, data: { ...data } }, visitOf(who), 'turn');
    return shown.notice ? shown.summary : undefined;
  },
  dialog: async (verb, data, who) => {
    const shown = JSON.stringify(await inDialog('task/submit', verb, data, who));
    return /"text":"(?:Hinweis|Da ist etwas schiefgegangen)"/.test(shown) ? shown : undefined;
  },
};

/** What the chat says to it when it refuses. */
const chat = async (verb: string, data: object, who: string): Promise<string | undefined> => {
  try {
    await program.press(verb, { ...data }, { ...visitOf(who), conversationId: `a:${who}` });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.text.de;
    throw error;
  }
};

describe('what the chat refuses', () => {
  const verbs = features.flatMap(({ actions }) => actions.map(({ verb }) => verb));

  test.each(['itb-67', 'staff-61', 'beirat-verwaltung'])(
    '%s is refused at every other door in the same words, and nothing is changed by it',
    async (who) => {
      let refused = 0;
      for (const verb of verbs) {
        for (const id of ids) {
          const before = await documents();
          const said = await chat(verb, { id }, who);
          if (said === undefined) continue;
          refused += 1;
          const same = said.slice(0, 40);
          expect([verb, id, await doors.tab?.(verb, { id }, who)]).toEqual([
            verb,
            id,
            expect.stringContaining(same),
          ]);
          expect([verb, id, await doors.dialog?.(verb, { id }, who)]).toEqual([
            verb,
            id,
            expect.stringContaining(JSON.stringify(same).slice(1, -1)),
          ]);
          expect(await documents()).toEqual(before);
        }
      }
      expect(refused).toBeGreaterThan(verbs.length);
    },
  );
});

describe('a dialog', () => {
  const forms = features.flatMap(({ actions }) => actions.flatMap(({ verb, form }) => (form ? verb : [])));

  test.each(['itb-67', ...people])(
    'shows %s no more than their chat, and opening it does nothing',
    async (who) => {
      const [known, before] = [new Set(await chatOf(who)), await documents()];
      for (const verb of forms)
        for (const id of ids) {
          const more = marksIn(await inDialog('task/fetch', verb, { id }, who)).filter(
            (one) => !known.has(one),
          );
          expect([verb, id, more]).toEqual([verb, id, []]);
        }
      expect(await documents()).toEqual(before);
    },
  );

  test('takes a request as the chat does: wrong entries stay in it, and sent twice it is one', async () => {
    const who = 'itb-67';
    const type = 'workplace';
    const form = fieldsIn(await inDialog('task/fetch', 'requests.start', { type }, who));
    expect(form).toMatchObject({ f_subject: '', draft: expect.any(String) });
    const entered = { ...form, f_subject: 'Zweiter Bildschirm', f_reason: 'Pläne', f_costs: 'viel' };
    const wrong = await inDialog('task/submit', 'requests.check', entered, who);
    expect(fieldsIn(wrong)).toMatchObject({ f_subject: 'Zweiter Bildschirm', f_costs: 'viel' });
    expect(JSON.stringify(wrong)).toContain('z. B.');
    const right = { ...entered, f_costs: '250', f_kind: 'laptop' };
    const check = await inDialog('task/submit', 'requests.check', right, who);
    expect(JSON.stringify(check)).toContain('requests.submit');
    const { draft } = form;
    const first = await inDialog('task/submit', 'requests.submit', { draft }, who);
    const number = /IT-2026-\d{4}/.exec(JSON.stringify(first))?.[0];
    expect(JSON.stringify(first)).toContain('eingereicht');
    for (const late of ['requests.submit', 'requests.edit', 'requests.check', 'requests.discard']) {
      const again = await inDialog('task/submit', late, late === 'requests.check' ? right : { draft }, who);
      expect([late, JSON.stringify(again).includes(number ?? 'none')]).toEqual([late, true]);
    }
  });

  test('takes a meeting and its agenda as the chat does; one that changed meanwhile says so', async () => {
    const who = 'digitallotse';
    const form = fieldsIn(await inDialog('task/fetch', 'beirat.plan', {}, who));
    const wrong = fieldsIn(await inDialog('task/submit', 'beirat.save', { ...form, minutes: 3 }, who));
    expect(wrong).toMatchObject({ minutes: 3, place: form.place, form: form.form });
    const entered = { ...form, day: '2027-03-04', time: '14:00', minutes: 90 };
    const agenda = await inDialog('task/submit', 'beirat.save', entered, who);
    const { id, draft } = fieldsIn(agenda);
    expect(fieldsIn(await inDialog('task/submit', 'beirat.save', entered, who))).toMatchObject({ id });
    const item = { id, draft, title: 'Haushalt', kind: 'decision', isPublic: 'false' };
    const added = await inDialog('task/submit', 'beirat.item-save', item, who);
    expect(JSON.stringify(added)).toContain('Haushalt');
    const late = { ...item, title: 'Zweiter Punkt' };
    expect(JSON.stringify(await inDialog('task/submit', 'beirat.item-save', late, who))).toMatch(
      /inzwischen/,
    );
  });

  test('is there for the request, the meeting and its agenda', () => {
    expect(forms).toEqual(expect.arrayContaining(['requests.start', 'beirat.plan', 'beirat.agenda']));
  });
});

describe('a private answer in a group', () => {
  const inGroup = (id: string, text: string) =>
    ({
      ...visitOf(id),
      kind: 'text',
      id: 't',
      text,
      edited: false,
      scope: 'groupChat',
      conversationId: 'g',
    }) as const;
  const answered = async (id: string, text: string) => {
    const turn = inGroup(id, text);
    const no = await router(turn).then(
      () => undefined,
      (error: unknown) => error,
    );
    return no instanceof Refusal ? privateAnswer(router, turn, no) : undefined;
  };

  test.each(['itb-67', ...people])('shows %s no more than their chat', async (id) => {
    const known = new Set(await chatOf(id));
    for (const text of shows) {
      const reply = await answered(id, text);
      expect(marksIn(reply?.data ?? {}).filter((mark) => !known.has(mark))).toEqual([]);
    }
  });

  test('does show them their own', async () => {
    expect(marksIn((await answered('staff-61', 'Meine Anträge'))?.data)).toContain('VERTRAULICHANTRAG');
  });

  test('never does anything, whatever is typed', async () => {
    const before = await documents();
    const orders = ['zustimmen', 'ablehnen: nein', 'absagen', 'zurückziehen', 'erledigt', 'freigeben', 'ja'];
    const typed = [
      ...features.flatMap(({ intents }) =>
        intents.flatMap(({ examples }) => [...examples.de, ...examples.en]),
      ),
      ...orders.flatMap((order) => Object.values(numbers).map((number) => `${number} ${order}`)),
    ];
    for (const text of typed) for (const id of ['staff-61', 'lead-10.50']) await answered(id, text);
    expect(await documents()).toEqual(before);
  }, 60_000);
});

describe('the interface for other programs', () => {
  const at_ = new Date(at);
  const secret = 'a-key-of-twenty-letters';
  const keyWith = (scopes: Key['scopes']): Key => ({
    name: scopes.join('-'),
    sha256: createHash('sha256').update(secret).digest('hex'),
    scopes,
    perMinute: 6000,
  });
  const asking = (scopes: Key['scopes']) => {
    const keys = [keyWith(scopes)];
    const routes = whoRoutes({
      keys,
      knowledge: knowledgeIn(features),
      clock: { now: () => at_ },
      log,
      version: '1',
    });
    return async (q: string) =>
      routes['/api/v1/responsible']?.({
        query: new URLSearchParams({ q }),
        authorization: `Bearer ${secret}`,
        address: '192.0.2.1',
      });
  };
  const questions = [
    ...shows,
    ...places.map((place) => `Wer ist für ${marked(place)} zuständig?`),
    ...Object.values(numbers).flatMap((number) => [`${number} zustimmen`, `Wie steht es um ${number}?`]),
  ];

  test('tells no other program anything of a case, and does nothing with one', async () => {
    const before = await documents();
    const ask = asking(['roles', 'persons']);
    for (const question of questions) {
      const answer = await ask(question);
      const told = JSON.stringify(answer?.body ?? {});
      expect([question, answer?.status]).toEqual([question, 200]);
      // What was asked is said back; what is behind it is not.
      const own = marksIn(question);
      expect(marksIn(answer?.body ?? {}).filter((mark) => !own.includes(mark))).toEqual([]);
      expect(told).not.toMatch(/Sperrmüll online anmelden/);
    }
    expect(await documents()).toEqual(before);
  });

  test('names no person where the key may not, whoever the words ask for', async () => {
    const ask = asking(['roles']);
    // One function is called like its role, and roles are for everybody.
    const roles = new Set(demo.roles.flatMap(({ name }) => [name.de, name.en]));
    const names = demo.persons
      .flatMap(({ name, email }) => [name, ...(email ? [email] : [])])
      .filter((name) => !roles.has(name));
    for (const question of [
      ...questions,
      ...demo.persons.slice(0, 10).map(({ name }) => `Was macht ${name}?`),
    ]) {
      const told = JSON.stringify((await ask(question))?.body ?? {});
      expect([question, names.filter((name) => told.includes(`"${name}"`))]).toEqual([question, []]);
    }
  });
});

describe('what can be done with cases in a list', () => {
  test.each(people)('is accepted when %s does it, also to several at once', async (id) => {
    const { pages } = await pagesOf(id);
    const rows = pages.flatMap(({ blocks }) =>
      blocks.flatMap((one) => (one.kind === 'cases' ? one.rows : [])),
    );
    for (const { ask, title } of rows.flatMap(({ acts }) => acts.slice(0, 1))) {
      const shown = await tabs.say(ask, visitOf(id), 'turn');
      expect([title, shown.notice && shown.summary]).toEqual([title, false]);
    }
  });
});
