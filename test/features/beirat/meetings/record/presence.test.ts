import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { createPapers } from '../../../../../src/adapters/papers/create-papers.ts';
import { Refusal } from '../../../../../src/core/refusal.ts';
import {
  castIn,
  isInForce,
  itemQuorum,
  itemsWithoutQuorum,
  standingOf,
} from '../../../../../src/features/beirat/meetings/attendance.ts';
import { minutesOf } from '../../../../../src/features/beirat/meetings/minutes/minutes.ts';
import type { Held, Meeting } from '../../../../../src/features/beirat/meetings/model.ts';
import {
  chairOfItem,
  isThereAt,
  moved,
  orderOf,
} from '../../../../../src/features/beirat/meetings/presence.ts';
import { openResolutions } from '../../../../../src/features/beirat/meetings/views/resolutions.ts';
import { codeOf } from '../../../../support/outcome.ts';
import { type Act, typedAs } from '../acting.ts';
import {
  acted,
  allActed,
  chair,
  contextAt,
  experts,
  held,
  meetingDay,
  mustBeHeld,
  office,
  party,
  voting,
} from './chamber.ts';

/* Five of seven voting seats are there, four are needed; the items are `welcome`, `report` and `secret`. */

const leaves = (who: string, item: string, more: Partial<Extract<Act, { kind: 'attend' }>> = {}): Act => ({
  kind: 'attend',
  party: who,
  change: 'leaves',
  item,
  ...more,
});
const comes = (who: string, item: string, more: Partial<Extract<Act, { kind: 'attend' }>> = {}): Act => ({
  kind: 'attend',
  party: who,
  change: 'comes',
  item,
  ...more,
});
const heldAfter = (...acts: readonly Act[]): Held =>
  mustBeHeld(
    allActed(
      held,
      meetingDay,
      acts.map((act) => [office, act] as const),
    ),
  );
const there = (meeting: Held): readonly number[] =>
  orderOf(meeting).map((item) => itemQuorum(meeting, item, meeting.session).there);
describe('who is there, item by item', () => {
  test.each<[string, readonly Act[], readonly number[]]>([
    ['all of them all the time', [], [5, 5, 5]],
    ['one leaves before item 3', [leaves('beirat-wirtschaft', 'secret')], [5, 5, 4]],
    [
      'and comes back',
      [leaves('beirat-wirtschaft', 'report'), comes('beirat-wirtschaft', 'secret')],
      [5, 4, 5],
    ],
    ['one comes late who had not answered', [comes('beirat-wissenschaft', 'report')], [5, 6, 6]],
    ['one who was taken for there comes late', [comes('beirat-wirtschaft', 'secret')], [4, 4, 5]],
    [
      'the going is corrected',
      [leaves('beirat-wirtschaft', 'report'), leaves('beirat-wirtschaft', 'secret')],
      [5, 5, 4],
    ],
    [
      'the coming is corrected',
      [comes('beirat-wissenschaft', 'report'), comes('beirat-wissenschaft', 'secret')],
      [5, 5, 6],
    ],
    ['from the room to online', [comes('beirat-wirtschaft', 'report', { presence: 'online' })], [5, 5, 5]],
    [
      'the member takes over from the deputy',
      [leaves('betrieb-kgrz', 'secret', { successor: 'Werkleitung KGRZ' })],
      [5, 5, 5],
    ],
    ['the member comes as well: one vote', [comes('werkleitung-kgrz', 'report')], [5, 5, 5]],
    ['an advisory member leaves', [leaves(office, 'report')], [5, 5, 5]],
    [
      'what is said of the whole meeting counts for the whole of it',
      [
        leaves('beirat-wirtschaft', 'report'),
        { kind: 'attend', party: 'beirat-wirtschaft', presence: 'in-person' },
      ],
      [5, 5, 5],
    ],
    ['whoever was not there cannot leave', [leaves('beirat-wissenschaft', 'report')], [5, 5, 5]],
  ])('%s', (_name, acts, expected) => {
    expect(there(heldAfter(...acts))).toEqual(expected);
  });

  test('the same said twice changes nothing', () => {
    const act = leaves('beirat-wirtschaft', 'secret', { time: '15:40' });
    expect(heldAfter(act, act)).toEqual(heldAfter(act));
  });

  test('an item that there is not, or a time alone, is asked for', async () => {
    expect(codeOf(() => heldAfter(leaves('beirat-wirtschaft', 'none')))).toBe('no-such-item');
    const said = 'Anwesenheit Beirat: Fachperson aus der Wirtschaft: anwesend, bis 15:40';
    await expect(typedAs(said, held)).rejects.toMatchObject({ code: 'presence-item-missing' });
  });

  test('whatever is ticked for an item is true of it', () => {
    const here = [chair, 'betrieb-kgrz', 'beirat-verwaltung', 'werkleitung-kgrz'];
    const act: Act = { kind: 'item', item: 'report', text: '', excluded: [], present: here };
    const meeting = heldAfter(act);
    const order = orderOf(meeting);
    const present = (item: string) =>
      meeting.session.attendance.filter((one) => isThereAt(one, item, order)).map((one) => one.party);
    expect([...present('report')].sort()).toEqual([...here].sort());
    expect(present('welcome')).toContain('beirat-wirtschaft');
    expect([...present('secret')].sort()).toEqual([...here].sort());
  });

  test('comes and goes alternate, whatever is said in whatever order', () => {
    const order = ['a', 'b', 'c', 'd', 'e'];
    const change = fc.record({
      to: fc.constantFrom('in-person' as const, 'online' as const, 'absent' as const),
      item: fc.constantFrom(...order),
    });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 12 }),
        fc.constantFrom('in-person', 'absent'),
        (changes, first) => {
          let one = { ...held.session.attendance[0], presence: first } as Parameters<typeof moved>[0];
          for (const said of changes) {
            one = moved(one, said, order);
            if (said.to !== 'absent' || first !== 'absent')
              expect(isThereAt(one, said.item, order)).toBe(said.to !== 'absent');
          }
          const places = (one.moves ?? []).map(({ item }) => order.indexOf(item));
          expect([...places].sort()).toEqual(places);
          expect(new Set(places).size).toBe(places.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the quorum at each vote', () => {
  const two = [leaves('beirat-wirtschaft', 'secret'), leaves('beirat-verwaltung', 'secret')];

  test('is of those who are there then: five resolve item 2, three not item 3', () => {
    const meeting = heldAfter(...two);
    expect(codeOf(() => acted(meeting, office, voting([5, 0, 0]), meetingDay))).toBe('done');
    expect(codeOf(() => acted(meeting, office, voting([5, 0, 0], { item: 'secret' }), meetingDay))).toBe(
      'no-quorum',
    );
    expect(codeOf(() => acted(meeting, office, voting([3, 0, 0], { item: 'secret' }), meetingDay))).toBe(
      'no-quorum',
    );
    const again = mustBeHeld(acted(meeting, office, comes('beirat-wissenschaft', 'secret'), meetingDay));
    expect(codeOf(() => acted(again, office, voting([4, 0, 0], { item: 'secret' }), meetingDay))).toBe(
      'done',
    );
  });

  test('a missing vote is asked for; whoever did not vote is counted as such', () => {
    const vote = (none: number) => acted(held, office, voting([3, 1, 0], { none }), meetingDay);
    expect(codeOf(() => vote(0))).toBe('votes-incomplete');
    expect(codeOf(() => vote(2))).toBe('too-many-votes');
    expect(vote(1).resolutions[0]?.votes).toEqual({ yes: 3, no: 1, abstain: 0, none: 1 });
  });

  test('a true record is never refused: a vote that lost its quorum is no resolution, and says so', () => {
    const voted = acted(held, office, voting([5, 0, 0], { item: 'secret' }), meetingDay);
    const [first, second] = two as [Act, Act];
    const one = mustBeHeld(acted(voted, office, first, meetingDay));
    const resolution = one.resolutions[0];
    if (!resolution) throw new Error('nothing was resolved');
    expect(standingOf(one, resolution)).toBe('votes-wrong');
    const both = mustBeHeld(acted(one, office, second, meetingDay));
    expect(standingOf(both, resolution)).toBe('no-quorum');
    expect(openResolutions([both])).toEqual([]);
    expect(both.history.find(({ facts }) => facts?.lost)?.facts).toMatchObject({ lost: 'B-2026/1-01' });
    expect(itemsWithoutQuorum(both).map(({ id }) => id)).toEqual(['secret']);
  });

  test('the minutes tell who came and went, from when there was no quorum, and what that means', async () => {
    const voted = acted(held, office, voting([5, 0, 0], { item: 'secret' }), meetingDay);
    const meeting = mustBeHeld(
      allActed(voted, meetingDay, [
        [office, leaves('beirat-wirtschaft', 'secret', { time: '15:40' })],
        [office, leaves('beirat-verwaltung', 'secret')],
      ]),
    );
    const files = unzipSync(await createPapers().docx(minutesOf(meeting, contextAt(meetingDay), 'de')));
    const text = strFromU8(files['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' ');
    expect(text).toContain('Nicht beschlussfähig ab TOP 3.');
    expect(text).toContain(`${party('beirat-wirtschaft').name} geht vor TOP 3 um 15:40 Uhr.`);
    expect(text).toContain('ab TOP 3 (15:40) gegangen');
    expect(text).toContain('ohne Beschlussfähigkeit, kein wirksamer Beschluss');
    expect(text).not.toContain('einstimmig angenommen');
  });
});

describe('the chair of an item', () => {
  const rules = contextAt(meetingDay).rules;
  const seat = rules.seats.find(({ kind }) => kind === 'chair')?.id;
  const of = (meeting: Held, item = 'secret') =>
    chairOfItem(meeting.session, item, orderOf(meeting), seat)?.party;

  test('is whoever chairs, else the deputy who is there, else whoever is named', () => {
    expect(of(held)).toBe(chair);
    const left = heldAfter(leaves(chair, 'secret'));
    expect([of(left, 'report'), of(left)]).toEqual([chair, undefined]);
    expect(of(heldAfter(leaves(chair, 'secret'), comes('beirat-vorsitz-deputy', 'secret')))).toBe(
      'beirat-vorsitz-deputy',
    );
    const named = heldAfter(leaves(chair, 'secret'), {
      kind: 'chair-item',
      item: 'secret',
      party: 'beirat-verwaltung',
    });
    expect(of(named)).toBe('beirat-verwaltung');
  });

  test('cannot be somebody who is not there or has a conflict of interest', () => {
    const naming = (who: string): Act => ({ kind: 'chair-item', item: 'secret', party: who });
    expect(codeOf(() => heldAfter(naming('beirat-wissenschaft')))).toBe('chair-not-there');
    const excluded: Act = { kind: 'conflict', item: 'secret', party: 'beirat-verwaltung' };
    expect(codeOf(() => heldAfter(excluded, naming('beirat-verwaltung')))).toBe('chair-not-there');
    expect(of(heldAfter({ kind: 'conflict', item: 'secret', party: chair }))).toBeUndefined();
  });
});

/*
 * Worked out by hand from § 39 GemO: of seven seats four are needed; with somebody excluded a third (three), as long as
 * enough came at all; three for what comes up a second time.
 */
describe('the law, case by case', () => {
  const rows: readonly (readonly [
    string,
    { readonly here: number; readonly excluded: number; readonly again: boolean },
    boolean,
  ])[] = [
    ['four of seven', { here: 4, excluded: 0, again: false }, true],
    ['three of seven', { here: 3, excluded: 0, again: false }, false],
    ['four, one of them excluded', { here: 4, excluded: 1, again: false }, true],
    ['four, two of them excluded', { here: 4, excluded: 2, again: false }, false],
    ['five, two of them excluded', { here: 5, excluded: 2, again: false }, true],
    ['three, none of them may be fewer for an exclusion', { here: 3, excluded: 1, again: false }, false],
    ['three, a second time', { here: 3, excluded: 0, again: true }, true],
    ['two, a second time', { here: 2, excluded: 0, again: true }, false],
    ['three, one excluded, a second time', { here: 3, excluded: 1, again: true }, false],
    ['four, one excluded, a second time', { here: 4, excluded: 1, again: true }, true],
    ['nobody', { here: 0, excluded: 0, again: false }, false],
  ];
  test.each(rows)('%s', (_name, { here, excluded, again }, expected) => {
    const voters = held.session.attendance.filter(({ voting: votes, as }) => votes && as === 'member');
    const attendance = voters.map((one, at) => ({
      ...one,
      presence: at < here ? ('in-person' as const) : ('absent' as const),
    }));
    const conflicts = voters.slice(0, excluded).map(({ party: who }) => ({ item: 'secret', party: who }));
    const items = held.plan.items.map((item) =>
      item.id === 'secret' && again ? { ...item, repeats: { meeting: 'B-2026-9', item: 'x' } } : item,
    );
    const meeting = { plan: { ...held.plan, items }, quorum: { of: 7, needed: 4, second: 3 } };
    expect(itemQuorum(meeting, 'secret', { attendance, conflicts }).isReached).toBe(expected);
  });
});

test('in whatever sitting, nothing is in force for which fewer were there than needed', () => {
  const who = fc.constantFrom(chair, 'betrieb-kgrz', 'werkleitung-kgrz', office, ...experts);
  const item = fc.constantFrom('welcome', 'report', 'secret');
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.record({
      kind: fc.constant('attend' as const),
      party: who,
      change: fc.constantFrom('comes' as const, 'leaves' as const),
      item,
    }),
    fc.record({
      kind: fc.constant('attend' as const),
      party: who,
      presence: fc.constantFrom('in-person' as const, 'online' as const, 'absent' as const),
    }),
    fc.record({ kind: fc.constant('conflict' as const), item, party: who, isOff: fc.boolean() }),
    fc
      .tuple(fc.nat(5), fc.nat(2), item)
      .map(([yes, no, of]) => voting([yes, no, 0], { item: of, wording: `${yes}${no}` })),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      let meeting: Meeting = held;
      for (const one of acts)
        try {
          meeting = acted(meeting, office, one, meetingDay);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      const session = mustBeHeld(meeting).session;
      const order = orderOf(meeting);
      for (const resolution of meeting.resolutions.filter((one) => isInForce(meeting, one))) {
        // Counted anew, seat by seat.
        const excluded = session.conflicts
          .filter((one) => one.item === resolution.item)
          .map(({ party: out }) => out);
        const here = session.attendance.filter((one) => one.voting && isThereAt(one, resolution.item, order));
        const free = new Set(here.filter((one) => !excluded.includes(one.party)).map(({ seat }) => seat));
        const all = new Set(here.map(({ seat }) => seat));
        expect(all.size).toBeGreaterThanOrEqual(4);
        expect(free.size).toBeGreaterThanOrEqual(all.size > free.size ? 3 : 4);
        expect(castIn(resolution.votes)).toBeLessThanOrEqual(free.size);
      }
    }),
    { numRuns: 150 },
  );
});
