import { describe, expect, test } from '@jest/globals';
import { same } from '../../../src/core/text.ts';
import { Idea, type Place } from '../../../src/features/ideas/model.ts';
import { mayReadPlace } from '../../../src/features/ideas/policy.ts';
import { newsOf } from '../../../src/features/ideas/views/news.ts';
import {
  acted,
  allActed,
  contextAt,
  everySituation,
  note,
  people,
  place,
  scoring,
  viewOf as shownTo,
  told,
} from './world.ts';

/* What the Beirat deals with behind closed doors is not told to everybody by the idea that it came from. */

const { 'offered, on no agenda': offered } = everySituation();
const resolution = { number: 'B-2026/1-03', wording: 'VERTRAULICH: Firma Muster erhält den Auftrag.' };
const board = ['digitaler-beirat', 'digitallotse-wirtschaft'] as const;
const later = contextAt('2026-12-04T08:00:00.000Z');

/** On the agenda, scored, resolved and evaluated. */
function resolvedAs(readers: Place['readers']): Idea {
  const invited = told(offered, { place: place({ readers }) });
  const scored = allActed(
    invited,
    ['chair', 'science', 'economy'].map((who) => [who, scoring(4, 'GEHEIM')] as const),
  );
  const held = told(scored, { place: place({ readers, state: 'held', resolution }) }, later);
  const outcome = { kind: 'evaluate', outcome: 'feasible', way: note } as const;
  return acted(held, 'digitallotse', outcome, later);
}

const viewOf = (idea: Idea, id: string) => shownTo(idea, id, later);
const seenBy = (idea: Idea, what: RegExp) =>
  [...people, 'anybody'].filter((who) => what.test(JSON.stringify(viewOf(idea, who))));

const members = ['digitallotse', 'digitallotse-deputy', 'chair', 'chair-deputy', 'science', 'economy'];

describe('an item that is not public', () => {
  const idea = resolvedAs(board);

  test('is named, with what was resolved, to the Beirat and its office only', () => {
    expect(seenBy(idea, /VERTRAULICH|B-2026\/1/)).toEqual(members);
    expect(
      members.every((who) =>
        /B-2026\/1 TOP 4.*B-2026\/1-03.*VERTRAULICH/.test(JSON.stringify(viewOf(idea, who))),
      ),
    ).toBe(true);
  });

  test('tells all others the day and the result, nothing else', () => {
    for (const who of ['staff-61', 'staff-36', 'lead-10.50', 'anybody']) {
      const { trace } = viewOf(idea, who);
      expect(trace.map(({ title, text }) => `${title} | ${text}`)).toEqual(
        expect.arrayContaining([
          'Digitaler Beirat | behandelt am 03.12.2026',
          'Ergebnis: machbar | Funktion digitallotse · 04.12.2026',
        ]),
      );
    }
  });

  test('keeps what members thought of it among them and those who review', () => {
    const insiders = [...members, 'lead-10.50', 'lead-10.50-deputy'].sort();
    expect(seenBy(idea, /"judged":\[\{/).sort()).toEqual(insiders);
    expect(seenBy(idea, /bewertet haben/).sort()).toEqual(insiders);
    expect(seenBy(idea, /GEHEIM/).sort()).toEqual(insiders);
  });

  test('is planned for a day until the meeting was held', () => {
    const invited = told(offered, { place: place({ readers: board }) });
    const { trace } = viewOf(invited, 'staff-61');
    expect(trace.find(({ current }) => current)).toMatchObject({
      title: 'Digitaler Beirat',
      text: 'vorgesehen am 03.12.2026',
    });
  });

  test('is news without its number to who had the idea, and with it to a member who supports it', () => {
    const liked = acted(offered, 'science', { kind: 'support', on: true });
    const invited = told(liked, { place: place({ readers: board }) });
    const news = (id: string, language: 'de' | 'en' = 'de') =>
      newsOf(invited, [invited.history.length], { id, language }, contextAt());
    expect(news('staff-61')).toBe('Der Digitale Beirat befasst sich am 03.12.2026 mit der Idee.');
    expect(news('staff-61', 'en')).toBe('The Digital Advisory Board will deal with the idea on 3 Dec 2026.');
    expect(news('science')).toMatch(/B-2026\/1 TOP 4/);
  });

  test('is what every item is of which a former version did not say', () => {
    const { readers: _, ...old } = place({ state: 'minuted', resolution });
    const stored = Idea.parse({ ...idea, place: old });
    expect(seenBy(stored, /VERTRAULICH|B-2026\/1/)).toEqual(members);
  });

  test('is looked up again where a former version did not say, so that cards drawn then are drawn anew', () => {
    const { readers: _, ...old } = place({ state: 'minuted', resolution });
    const stored = Idea.parse({ ...idea, place: old });
    const now = told(stored, { place: { ...old, readers: board } }, later);
    expect(now).not.toBe(stored);
    expect(told(now, { place: { ...old, readers: board } }, later)).toBe(now);
  });
});

describe('an item that is public', () => {
  const idea = resolvedAs('everybody');

  test('is named to everybody, with what was resolved and thought; comments stay inside', () => {
    const everybody = [...people, 'anybody'];
    expect(seenBy(idea, /B-2026\/1 TOP 4.*VERTRAULICH/)).toEqual(everybody);
    expect(seenBy(idea, /"judged":\[\{/)).toEqual(everybody);
    expect(seenBy(idea, /GEHEIM/)).not.toContain('staff-61');
  });
});

test('of the request that an idea became everybody reads how far it is, not its own state', () => {
  const { 'handed-over': handed } = everySituation();
  const old = {
    ...handed,
    request: { id: 'IT-2026-0001', state: 'open' as const, label: same('Rückfrage offen') },
  };
  const json = JSON.stringify(viewOf(Idea.parse(old), 'staff-36'));
  expect(json).toContain('"Antrag IT-2026-0001","text":"in Arbeit"');
  expect(json).not.toContain('Rückfrage');
});

test('who may read follows the directory of the day', () => {
  const closed = place({ readers: board });
  expect(mayReadPlace(closed, 'science', contextAt())).toBe(true);
  expect(mayReadPlace(closed, 'science', contextAt(undefined, { assignments: [] }))).toBe(false);
});
