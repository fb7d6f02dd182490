import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runAuditCommand } from '../../src/app/audit-command.ts';
import {
  cards,
  notices,
  openStored,
  type Stored,
  type StoredButton,
  type StoredCase,
  storedAt,
} from '../support/stored-data.ts';
import { betweenMeetingsEffects } from './stored/between-meetings.ts';
import { ideaEffects } from './stored/ideas.ts';
import { meetingEffects } from './stored/meetings.ts';
import { mentorEffects } from './stored/mentors.ts';
import { otherEffects } from './stored/others.ts';
import { requestEffects } from './stored/requests.ts';

/*
 * A data folder and the cards of an earlier version: everything in it opens, every button still works, nobody is told
 * anything twice. Nothing here looks inside: what is typed, pressed, opened, sent and checked by a command.
 */

const opened: Stored[] = [];
const open = async (): Promise<Stored> => {
  const stored = await openStored();
  opened.push(stored);
  return stored;
};
const closeAll = async () => {
  for (const stored of opened.splice(0)) await stored.close();
};
afterAll(closeAll);

const audit = async (folder: string, ...words: readonly string[]) => {
  const said: string[] = [];
  const code = await runAuditCommand(words, {
    print: (line) => said.push(line),
    complain: (line) => said.push(line),
    confirm: async () => false,
    now: () => new Date(storedAt),
    env: { DATA_DIR: folder },
    programFolder: process.cwd(),
  });
  return { code, said: said.join('\n') };
};

/** Numbers of every kind, in every spelling that the program understands elsewhere. */
const numbers = [
  ['IT-2025-0001', 'IT-2025-0001'],
  ['2026-0020', 'IT-2026-0020'],
  ['id 2026 11', 'ID-2026-0011'],
  ['B-2026/10', 'B-2026/10'],
  ['b 2026-10', 'B-2026/10'],
  ['U‑2026–1', 'U-2026/1'],
  ['T2026/1', 'T-2026/1'],
  ['M-2026-3', 'M-2026-0003'],
] as const;

/** What was a mentor's profile is shown to nobody once the person is no mentor. */
const isShown = ({ kind, state }: StoredCase): boolean => !(kind === 'mentor profile' && state === 'gone');
const nameOf = ({ kind, number }: StoredCase): string => (kind === 'mentor profile' ? 'profil' : number);

describe('the cases of the folder', () => {
  test('open by their number for the people who have to do with them', async () => {
    const stored = await open();
    const wrong: string[] = [];
    for (const one of cards.cases.filter(isShown))
      for (const who of one.people) {
        const { text, refused } = await stored.says(who, one.number);
        if (refused || !text.toLowerCase().includes(nameOf(one).toLowerCase()))
          wrong.push(`${who}, ${one.number}: ${text.slice(0, 200)}`);
      }
    expect(wrong).toEqual([]);
    await closeAll();
  });

  test('stay hidden from those who have nothing to do with them', async () => {
    const stored = await open();
    const secret = cards.cases.filter(({ kind, people }) => kind !== 'idea' && !people.includes('itb-40'));
    const seen: string[] = [];
    for (const { number } of secret) if (!(await stored.says('itb-40', number)).refused) seen.push(number);
    expect(secret.length).toBeGreaterThan(150);
    expect(seen).toEqual([]);
    await closeAll();
  });

  test('hold by the audit, with the archive', async () => {
    const stored = await open();
    const { code, said } = await audit(stored.folder, 'verify');
    expect(said).toMatch(/In Ordnung[\s\S]*Antrag: 129, /);
    expect(said).toMatch(
      /Sitzung: 20, [\s\S]*Umlaufbeschluss: 9, [\s\S]*Terminumfrage: 3, [\s\S]*Idee: 19, [\s\S]*Mentoring: 10, /,
    );
    expect(said).toMatch(
      /2\d\d Vorgänge sind noch nicht besiegelt, das geschieht beim nächsten täglichen Lauf/,
    );
    expect(code).toBe(0);
    for (const [said, number] of numbers)
      expect(await audit(stored.folder, 'show', said)).toMatchObject({
        code: 0,
        said: expect.stringContaining(` ${number} · `),
      });
    await closeAll();
  });

  test('are opened by the links that lie in mailboxes', async () => {
    const stored = await open();
    for (const { path, status } of cards.links) {
      const page = await stored.opens(path);
      expect(`${path} ${page === undefined ? 410 : 200}`).toBe(`${path} ${status}`);
    }
    await closeAll();
  });
});

/** What deciding, answering, voting and writing comes to, for every kind of case. */
const effects = [
  ...requestEffects,
  ...ideaEffects,
  ...mentorEffects,
  ...meetingEffects,
  ...betweenMeetingsEffects,
  ...otherEffects,
].map((one) => ({ ...one, name: `${one.name} (${one.button.verb} ${one.button.of ?? ''})` }));

/** Something for every input that a decision may ask for. */
const written = {
  note: 'Wie besprochen',
  reason: 'Wie besprochen',
  way: 'Mit den vorhandenen Daten',
  text: 'Wie besprochen',
  objection: 'Bitte in der Sitzung',
  question: 'Gibt es eine Vorlage?',
};

/** Verbs that only show something leave room for the next press on the same copy. */
const showing =
  /[.-](refresh|show|list|open|mine|all|start|form|preview|edit|agenda|change|member|export|record|minutes|links|meetings|board|rhythm|resolutions|plan|second|invitation|item|circulation|ballot|new|profiles?|feedback|find|letter|settings|resubmit|over)$/;
const isQuiet = ({ old, verb }: StoredButton): boolean => old === true || showing.test(verb);

describe('the buttons in the chats', () => {
  /** Per case what decides, so that each is pressed on a copy in which nothing has happened to its case. */
  const groups = [
    ...Map.groupBy(
      cards.buttons.filter((button) => !isQuiet(button)),
      ({ of, verb, who }) => of ?? `${verb} ${who}`,
    ).values(),
  ];
  const most = Math.max(...groups.map((group) => group.length));
  const rounds = Array.from({ length: most }, (_, n) => groups.flatMap((group) => group[n] ?? []));

  test('are enough to say something', () => {
    const verbs = new Set(cards.buttons.map(({ verb }) => verb));
    expect(cards.buttons.length).toBeGreaterThan(1500);
    expect(verbs.size).toBeGreaterThan(140);
    expect(rounds.length).toBeLessThan(15);
  });

  test('are all answered, and those on cards of the present state do what they say', async () => {
    const refused: string[] = [];
    let current = 0;
    for (const round of [cards.buttons.filter(isQuiet), ...rounds]) {
      const stored = await open();
      for (const button of round) {
        const what = `${button.who} ${button.verb} ${button.of ?? ''}`;
        const answer = await stored.presses(button, written).catch((error: unknown) => {
          throw new Error(`${what}: ${error}`, { cause: error });
        });
        expect(`${what} ${answer.refused}`).not.toContain('unknown-verb');
        if (button.old) continue;
        current += 1;
        if (answer.refused) refused.push(`${what} ${answer.refused}`);
      }
      await closeAll();
    }
    expect(current).toBeGreaterThan(900);
    // What the state of other cases forbids: a mentor who is none any more, one who was asked already.
    expect(refused.slice(4)).toEqual([]);
  }, 120_000);

  describe('have their effect', () => {
    /** What happens to the same case is tried on another copy. */
    const waves = Object.groupBy(effects, (one, at) => {
      const caseOf = ({ button }: (typeof effects)[number]) => button.of ?? button.verb;
      return effects.slice(0, at).filter((other) => caseOf(other) === caseOf(one)).length;
    });

    describe.each(Object.entries(waves))('on copy %s', (_, wave = []) => {
      let copy: Stored;
      beforeAll(async () => {
        copy = await open();
      });
      afterAll(closeAll);

      test.each(wave)('$name', async ({ button, filled, ask, shows, not }) => {
        const answer = await copy.presses(button, filled);
        expect(answer.refused).toBeUndefined();
        const text = ask ? (await copy.says(ask[0], ask[1])).text : answer.text;
        expect(text).toMatch(shows);
        if (not) expect(text).not.toMatch(not);
      });
    });
  });
});

describe('time', () => {
  const later = (hours: number) => new Date(Date.parse(storedAt) + hours * 3_600_000);

  /** Ideas with a place on an agenda, which says now who may read it: cards that told too much are drawn anew, once. */
  const placed = /^\S+: (?<card>\d+:\d+) ID-2026-00(?:07|08|14) /;

  test('brings nothing at the moment at which the folder was left but cards that hide more, however often the jobs run', async () => {
    const stored = await open();
    const before = (await stored.outbox()).length;
    for (let times = 0; times < 3; times += 1) await stored.tick(new Date(storedAt));
    const drawn = stored.sent.flatMap((line) => placed.exec(line)?.groups?.card ?? []);
    expect(stored.sent.filter((line) => !placed.test(line))).toEqual([]);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect((await stored.outbox()).length).toBe(before);
    await closeAll();
  });

  test('brings what was on its way, once, and nothing that people have been told', async () => {
    const stored = await open();
    const known = async () => new Map((await stored.outbox()).map((notice) => [notice.id, notice]));
    const before = await known();
    for (const hours of [0.1, 0.2, 0.3, 1, 2, 3, 5, 20, 21])
      for (const _ of [1, 2]) await stored.tick(later(hours));
    const after = await known();
    const told = notices.over.filter((id) => before.get(id)?.attempts !== after.get(id)?.attempts);
    expect(told).toEqual([]);
    expect(notices.open.map(({ id }) => id).filter((id) => after.get(id)?.state !== 'sent')).toEqual([]);
    const arrived = (to: string, what: RegExp) =>
      stored.sent.filter((line) => line.startsWith(`${to}: `) && what.test(line)).length;
    expect(arrived('fa-baugenehmigung', /Rückfrage zu einem Antrag: IT-2026-0122/)).toBe(1);
    expect(arrived('itb-61', /Zur Befürwortung: IT-2026-0123/)).toBe(1);
    expect(arrived('staff-61', /: IT-2026-0125/)).toBe(1);
    expect(arrived('staff-33', /Neuigkeit/)).toBe(1);
    expect(arrived('beirat-wissenschaft@partner.example.org', /Erinnerung: 11\. Sitzung 2026/)).toBe(1);
    await closeAll();
  });

  test('takes meetings and ideas to the archive of their year when they are long over; they still open by their number', async () => {
    const stored = await open();
    const late = new Date('2032-06-01T10:00:00.000Z');
    const { archive, features } = stored;
    const keeping = features
      .flatMap(({ jobs = [] }) => jobs)
      .filter(({ id }) => /(ideas|beirat)\.forget/.test(id));
    expect(keeping).toHaveLength(2);
    // The first round takes out names and words, the second moves what is left.
    for (const day of [0, 1])
      for (const job of keeping) await job.run(new Date(late.getTime() + day * 86_400_000));
    const gone = cards.cases.filter(({ kind, state }) => kind === 'meeting' && state === 'cancelled');
    const ideas = cards.cases.filter(({ kind, state }) => kind === 'idea' && /done|rejected/.test(state));
    expect([gone.length, ideas.length].every((many) => many > 0)).toBe(true);
    for (const { id, number } of [...gone, ...ideas]) {
      expect(await archive.find(id)).toMatchObject({ id });
      const { text, refused } = await stored.says('digitallotse', number, late.toISOString());
      expect(`${number} ${refused} ${text.includes(number)}`).toBe(`${number} undefined true`);
    }
    expect((await audit(stored.folder, 'verify')).code).toBe(0);
    await closeAll();
  });

  test('goes on for weeks, with the audit in order at its end', async () => {
    const stored = await open();
    for (const day of [7, 28]) await stored.tick(later(day * 24));
    const ids = (await stored.outbox()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await audit(stored.folder, 'verify')).code).toBe(0);
    await closeAll();
  });
});
