import { describe, expect, test } from '@jest/globals';
import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { brokenEntry } from '../../../src/core/history.ts';
import { counterOf, submitted } from '../../../src/features/requests/acts/submit.ts';
import type { FieldValues, Request } from '../../../src/features/requests/model.ts';
import { explainRoute, holds } from '../../../src/features/requests/route.ts';
import { RequestType } from '../../../src/features/requests/types/model.ts';
import { orCode } from '../../support/outcome.ts';
import {
  type Act,
  acted,
  allActed,
  away,
  contextAt,
  decide,
  monday,
  noticesOf,
  party,
  submittedBy,
  workplace,
} from './world.ts';

const context = contextAt(monday);
const note = 'weil es so ist';
const yes: Act = { kind: 'approve' };

const submission = {
  type: workplace,
  title: 'Notebook',
  fields: {},
  requester: party('staff-61'),
  unit: '61',
  language: 'de' as const,
};

describe('a submission', () => {
  test('takes the next number of the year, and writes the counter with the request', () => {
    const counter = { id: 'requests-2026', version: 7, last: 41 };
    const { request, also } = submitted(submission, counter, context);
    expect(counterOf(context)).toEqual({ collection: 'counters', id: 'requests-2026' });
    expect(request.id).toBe('IT-2026-0042');
    expect(also.map(({ collection, doc }) => `${collection} ${doc.id}`)).toEqual([
      'counters requests-2026',
      'requests IT-2026-0042',
      'outbox IT-2026-0042 decide 1 itb-61',
    ]);
    expect(also[0]?.doc).toEqual({ id: 'requests-2026', version: 7, last: 42 });
  });

  test('begins a year at 1, by the calendar of Koblenz', () => {
    const newYear = contextAt('2026-12-31T23:30:00.000Z');
    expect(counterOf(newYear).id).toBe('requests-2027');
    expect(submitted(submission, undefined, newYear).request.id).toBe('IT-2027-0001');
  });

  test('begins a history that is whole', () => {
    const { history, id } = submittedBy('staff-61');
    expect(history.map(({ act, by }) => `${act} ${by}`)).toEqual(['submitted staff-61', 'asked system']);
    expect(brokenEntry(history, id, randomIds.digest)).toBeUndefined();
  });

  test('goes up and alarms 10.50 where the unit has nobody', () => {
    const context36 = contextAt(monday);
    const { request, also } = submitted(
      { ...submission, requester: party('staff-36'), unit: '36' },
      undefined,
      context36,
    );
    expect(request.open?.asked).toEqual(['lead-10.50']);
    expect(noticesOf(also)).toEqual([
      `${request.id} decide 1 lead-10.50`,
      `${request.id} alarm 1 vacant lead-10.50`,
    ]);
  });

  test('waits, with an alarm to whoever is left, when nobody can act at all', () => {
    const request = submittedBy('staff-61', {}, { staffing: { assignments: [] } });
    expect(request).toMatchObject({ state: 'in-approval', open: { asked: [] } });
    expect(request.dueAt).toBeDefined();
  });
});

describe('the way of a request', () => {
  const waysOf = (fields: FieldValues) =>
    explainRoute(workplace, { unit: '61', requester: party('staff-61'), fields }, context).map(
      ({ step }) => step.id,
    );

  test.each([
    ['nothing special', {}, ['unit', 'granted', 'provided']],
    ['exactly the limit', { costs: 1_000_000 }, ['unit', 'granted', 'provided']],
    ['a cent over the limit', { costs: 1_000_001 }, ['unit', 'granted', 'board', 'provided']],
    ['several departments', { cross: true }, ['unit', 'granted', 'board', 'told', 'provided']],
    ['one department', { cross: false }, ['unit', 'granted', 'provided']],
    ['an application', { application: 'bau' }, ['unit', 'heard', 'granted', 'provided']],
  ])('with %s', (_what, fields, expected) => {
    expect(waysOf(fields)).toEqual(expected);
  });

  test('is walked as it was explained', () => {
    const fields = { application: 'bau', costs: 1_000_001, cross: true };
    const explained = explainRoute(workplace, { unit: '61', requester: party('staff-61'), fields }, context);
    const walked = allActed(submittedBy('staff-61', fields), [
      ['itb-61', yes],
      ['fa-bau', { kind: 'opinion', note }],
      ['lead-10.50', yes],
      ['board-1', yes],
      ['board-3', yes],
      ['support-kgrz', { kind: 'finish', note }],
    ]);
    expect(walked.state).toBe('done');
    expect(walked.settled.map(({ step }) => step)).toEqual(explained.map(({ step }) => step.id));
  });

  test('is explained with people, reason, the words of the role model and the last day', () => {
    const [first, , third] = explainRoute(
      workplace,
      { unit: '61', requester: party('itb-61'), fields: {} },
      context,
    );
    expect(first).toMatchObject({
      name: { de: 'IT-Beauftragte' },
      who: [{ person: { id: 'itb-61-deputy' }, as: 'deputy' }],
      because: { de: 'weil das Amt es zuerst prüft' },
      dueDay: '2026-11-26',
    });
    expect(first?.rule?.quote).toMatch(/IT-Beauftragten/);
    expect(third).toMatchObject({ who: [{ person: { id: 'support-kgrz' } }], dueDay: '2026-12-17' });
  });

  test('does not ask an administration of no application', () => {
    const [first, heard] = workplace.route;
    const type = RequestType.parse({ ...workplace, route: [{ ...heard, when: undefined }, first] });
    expect(submittedBy('staff-61', {}, { type }).open?.step).toBe('unit');
    expect(submittedBy('staff-61', { application: 'bau' }, { type }).open?.step).toBe('heard');
  });

  test('ends at once when no step belongs to it', () => {
    const type = RequestType.parse({
      ...workplace,
      route: [{ ...workplace.route[0], when: { field: 'cross', is: true } }],
    });
    expect(submittedBy('staff-61', {}, { type })).toMatchObject({ state: 'done', closedAt: monday });
  });
});

describe('a condition', () => {
  const fields = [
    { id: 'costs', kind: 'money' as const },
    { id: 'places', kind: 'number' as const },
  ];
  test.each([
    ['compares money in euros', { field: 'costs', over: 100 }, { costs: 10_001 }, true],
    ['compares numbers as they are', { field: 'places', over: 100 }, { places: 101 }, true],
    ['is not met by an empty field', { field: 'costs', over: -1 }, {}, false],
    ['can ask whether something was given', { field: 'costs', given: true }, { costs: 0 }, true],
    ['can ask whether nothing was given', { field: 'costs', given: false }, {}, true],
    [
      'can ask for one of several',
      {
        any: [
          { field: 'a', is: 'x' },
          { field: 'a', is: 'y' },
        ],
      },
      { a: 'y' },
      true,
    ],
    [
      'can ask for all of several',
      {
        all: [
          { field: 'a', is: 'x' },
          { field: 'b', is: 1 },
        ],
      },
      { a: 'x' },
      false,
    ],
    ['tells no from nothing said', { field: 'cross', is: false }, {}, false],
  ])('%s', (_what, condition, values, expected) => {
    expect(holds(condition, values as FieldValues, fields)).toBe(expected);
  });
});

describe('a question to the requester', () => {
  const asked = allActed(submittedBy('staff-61', { costs: 50_000 }), [
    ['itb-61', yes],
    ['lead-10.50', { kind: 'ask', note: 'Warum so teuer?' }],
  ]);

  test('waits for the requester and asks nobody else', () => {
    expect(asked).toMatchObject({
      state: 'returned',
      waitsFor: ['staff-61'],
      question: { text: 'Warum so teuer?' },
    });
  });

  test('comes back to the same step with the answer, and keeps what was decided before', () => {
    const back = allActed(asked, [['staff-61', { kind: 'answer', note: 'Es ist ein Messgerät.' }]]);
    expect(back).toMatchObject({ state: 'in-approval', open: { step: 'granted' }, earlier: [] });
    expect(back.settled.filter(({ outcome }) => outcome === 'agreed').map(({ step }) => step)).toEqual([
      'unit',
    ]);
  });

  test('is taken back by whoever asked: the same step waits for them again, and nothing else has happened', () => {
    const back = allActed(asked, [['lead-10.50', { kind: 'unask' }]]);
    expect(back).toMatchObject({
      state: 'in-approval',
      waitsFor: ['lead-10.50'],
      open: { step: 'granted' },
      earlier: [],
    });
    expect(back).not.toHaveProperty('question');
    expect(back.settled.at(-1)).toMatchObject({ step: 'granted', outcome: 'reopened', votes: [] });
    expect(back.history.map(({ act }) => act)).toContain('unasked');
    // A press on the card of before comes too late.
    expect(allActed(back, [['lead-10.50', { ...yes, visit: asked.open?.visit ?? 0 }]])).toBe(back);
    expect(allActed(back, [['lead-10.50', yes]]).open?.step).toBe('provided');
  });

  test.each([
    ['by nobody else', asked, 'itb-61', 'only-asker'],
    ['nor by the requester', asked, 'staff-61', 'only-asker'],
    ['nor when there is none', submittedBy('staff-61'), 'itb-61', 'nothing-asked'],
  ])('is taken back %s', (_what, request, who, code) => {
    expect(orCode(() => allActed(request, [[who, { kind: 'unask' }]]))).toBe(code);
  });

  test('is taken back while the work goes on with whoever had taken it', () => {
    const taken = allActed(submittedBy('staff-61'), [
      ['itb-61', yes],
      ['lead-10.50', yes],
      ['support-kgrz', { kind: 'take' }],
      ['support-kgrz', { kind: 'ask', note }],
      ['support-kgrz', { kind: 'unask' }],
    ]);
    expect(taken).toMatchObject({ state: 'in-progress', open: { takenBy: 'support-kgrz' } });
  });

  test('may change the request: the earlier version is kept and the way is found anew', () => {
    const fields = { costs: 50_000, application: 'bau' };
    const back = allActed(asked, [['staff-61', { kind: 'answer', fields }]]);
    expect(back.earlier).toEqual([{ at: expect.any(String), fields: { costs: 50_000 } }]);
    // Whoever has recommended it is asked again, the Fachadministration is heard, then 10.50 has it again.
    expect(back.open?.step).toBe('unit');
    const again = allActed(back, [['itb-61', { ...yes, visit: back.open?.visit ?? 0 }]]);
    expect(again.open?.step).toBe('heard');
    expect(allActed(again, [['fa-bau', { kind: 'opinion', note }]]).open?.step).toBe('granted');
  });

  test('brings in the board when the change makes it too expensive', () => {
    const back = allActed(asked, [['staff-61', { kind: 'answer', fields: { costs: 9_900_000 } }]]);
    expect(back.open?.step).toBe('unit');
    const again = allActed(back, [['itb-61', { ...yes, visit: back.open?.visit ?? 0 }]]);
    const granted = allActed(again, [['lead-10.50', { ...yes, visit: again.open?.visit ?? 0 }]]);
    expect(granted.open?.step).toBe('board');
  });

  test('counts no typed yes to what has changed: it is shown first, and one press from there confirms it', () => {
    const back = allActed(asked, [['staff-61', { kind: 'answer', fields: { costs: 60_000 } }]]);
    const later = contextAt('2026-11-23T10:00:00.000Z');
    expect(() => acted(back, 'itb-61', yes, later)).toThrow(
      expect.objectContaining({ code: 'changed-since' }),
    );
    expect(() => acted(back, 'itb-61', { ...yes, visit: 1 }, later)).not.toThrow();
    expect(acted(back, 'itb-61', { ...yes, visit: 1 }, later)).toBe(back);
    const confirmed = acted(back, 'itb-61', { ...yes, visit: back.open?.visit ?? 0 }, later);
    expect(confirmed.open?.step).toBe('granted');
    // A no needs no second look.
    expect(acted(back, 'itb-61', { kind: 'reject', note }, later).settled.at(-1)?.outcome).toBe(
      'advised-against',
    );
  });

  test('asks for one press too where nobody had decided yet, but had the earlier content before them', () => {
    const first = submittedBy('staff-61');
    const changed = acted(
      first,
      'staff-61',
      { kind: 'answer', fields: { costs: 60_000 } },
      contextAt('2026-11-23T09:30:00.000Z'),
    );
    const later = contextAt('2026-11-23T10:00:00.000Z');
    expect(() => acted(changed, 'itb-61', yes, later)).toThrow(
      expect.objectContaining({ code: 'changed-since' }),
    );
    const seen = acted(changed, 'itb-61', { ...yes, visit: changed.open?.visit ?? 0 }, later);
    expect(seen.open?.step).toBe('granted');
    // 10.50 has never had anything else before it.
    expect(acted(seen, 'lead-10.50', yes, later).open?.step).toBe('provided');
  });

  test('names those whose decision comes back to them', () => {
    const done = allActed(submittedBy('staff-61'), [
      ['itb-61', yes],
      ['lead-10.50', yes],
    ]);
    const later = contextAt('2026-11-23T10:00:00.000Z');
    const back = acted(done, 'staff-61', { kind: 'answer', fields: { costs: 60_000 } }, later);
    expect(back).toMatchObject({ waitsFor: ['itb-61'], comesBackTo: ['lead-10.50'] });
    const on = acted(back, 'itb-61', { ...yes, visit: back.open?.visit ?? 0 }, later);
    expect(on.waitsFor).toEqual(['lead-10.50']);
    expect(on.comesBackTo).toBeUndefined();
  });

  test('can be asked again and again without losing anything', () => {
    const rounds = Array.from({ length: 5 }).flatMap((_, at): [string, Act][] => [
      ['staff-61', { kind: 'answer', note: `Antwort ${at}` }],
      ['lead-10.50', { kind: 'ask', note: `Frage ${at}` }],
    ]);
    const long = allActed(asked, rounds);
    expect(long.history.filter(({ act }) => act === 'answered')).toHaveLength(5);
    expect(long).toMatchObject({ state: 'returned', open: { step: 'granted', visit: 7 } });
  });

  test('lets votes count again only if nothing was changed', () => {
    const voting = allActed(submittedBy('staff-61', { cross: true }), [
      ['itb-61', yes],
      ['lead-10.50', yes],
      ['board-1', yes],
      ['board-2', { kind: 'ask', note }],
    ]);
    const answered = allActed(voting, [['staff-61', { kind: 'answer', note }]]);
    expect(answered.open?.votes.map(({ by }) => by)).toEqual(['board-1']);
    const changed = allActed(voting, [['staff-61', { kind: 'answer', fields: { cross: true, costs: 1 } }]]);
    expect(changed.open?.votes).toEqual([]);
  });

  test('leaves work in the hands of whoever asked', () => {
    const work = allActed(submittedBy('staff-61'), [
      ['itb-61', yes],
      ['lead-10.50', yes],
      ['support-kgrz', { kind: 'take' }],
      ['support-kgrz', { kind: 'ask', note }],
      ['staff-61', { kind: 'answer', note }],
    ]);
    expect(work).toMatchObject({ state: 'in-progress', open: { takenBy: 'support-kgrz' } });
  });
});

describe('several who decide together', () => {
  const atBoard = (acts: readonly (readonly [string, Act])[], staffing = {}) =>
    allActed(
      submittedBy('staff-61', { cross: true }, { staffing }),
      [['itb-61', yes], ['lead-10.50', yes], ...acts],
      staffing,
    );
  const no: Act = { kind: 'reject', note };

  test.each([
    [
      'two of three agree',
      [
        ['board-1', yes],
        ['board-3', yes],
      ],
      'approved',
    ],
    ['one has agreed so far', [['board-1', yes]], 'in-approval'],
    ['one is against', [['board-1', no]], 'in-approval'],
    [
      'two are against',
      [
        ['board-1', no],
        ['board-2', no],
      ],
      'rejected',
    ],
    [
      'one is against and two agree',
      [
        ['board-1', no],
        ['board-2', yes],
        ['board-3', yes],
      ],
      'approved',
    ],
    [
      'the same one agrees twice',
      [
        ['board-1', yes],
        ['board-1', yes],
      ],
      'in-approval',
    ],
    [
      'the same one agrees and then is against',
      [
        ['board-1', yes],
        ['board-1', no],
      ],
      'in-approval',
    ],
  ] as const)('when %s', (_when, acts, state) => {
    expect(atBoard(acts).state).toBe(state);
  });

  test('wait only for those who have not voted', () => {
    expect(atBoard([['board-1', yes]]).waitsFor).toEqual(['board-2', 'board-3']);
  });

  test('count those who are there: with one away, both others must agree', () => {
    const staffing = { absences: [away('board-3')] };
    expect(atBoard([['board-1', yes]], staffing).state).toBe('in-approval');
    expect(
      atBoard(
        [
          ['board-1', yes],
          ['board-2', yes],
        ],
        staffing,
      ).state,
    ).toBe('approved');
    expect(
      atBoard(
        [
          ['board-1', yes],
          ['board-2', no],
        ],
        staffing,
      ).state,
    ).toBe('rejected');
  });
});

describe('what is owed', () => {
  const owedBy = (request: Request, who: string, act: Act, staffing = {}) =>
    noticesOf(decide(request, act, party(who), contextAt('2026-11-23T10:00:00.000Z', staffing))?.also);
  const start = submittedBy('staff-61');
  const id = start.id;

  test('on the way: the requester hears how it went, the next in line is asked', () => {
    expect(owedBy(start, 'itb-61', yes)).toEqual([
      expect.stringMatching(/ news \d+ staff-61$/),
      `${id} decide 2 lead-10.50`,
    ]);
  });

  test('at the end: everybody else who decided hears of it, each once', () => {
    const granted = allActed(start, [
      ['itb-61', yes],
      ['lead-10.50', yes],
    ]);
    const told = owedBy(granted, 'support-kgrz', { kind: 'finish', note });
    expect(told.map((one) => one.split(' ').at(-1)).sort()).toEqual(['itb-61', 'lead-10.50', 'staff-61']);
  });

  test('for a deputy: the holder in whose place it was hears of it', () => {
    const staffing = { absences: [away('itb-61')] };
    const request = submittedBy('staff-61', {}, { staffing });
    const change = decide(request, yes, party('itb-61-deputy'), contextAt(monday, staffing));
    expect(noticesOf(change?.also).some((one) => one.endsWith(' itb-61'))).toBe(true);
    expect(change?.doc.history.find(({ act }) => act === 'recommended')).toMatchObject({
      by: 'itb-61-deputy',
      onBehalfOf: 'Funktion itb-61',
    });
  });

  test('when it is withdrawn: those who were asked need not decide any more', () => {
    expect(owedBy(start, 'staff-61', { kind: 'withdraw' }).map((one) => one.split(' ').at(-1))).toContain(
      'itb-61',
    );
  });

  test('for an override: those whose step it was hear of it', () => {
    const told = owedBy(start, 'lead-10.50', { kind: 'override', note, decision: 'approve' });
    expect(told.map((one) => one.split(' ').at(-1))).toEqual(expect.arrayContaining(['itb-61', 'staff-61']));
  });

  test('with every change: that the cards of the request are out of date, once for each version', () => {
    const change = decide(start, yes, party('itb-61'), context);
    expect(
      change?.also?.filter(({ collection }) => collection === 'refreshes').map(({ doc }) => doc.id),
    ).toEqual([`request ${id} 2`, `request-brief ${id} 2`]);
  });
});

test('a step that was passed on is the other one’s, and may come back', () => {
  const staffing = { absences: [] };
  const there = acted(
    submittedBy('staff-61'),
    'itb-61',
    { kind: 'pass-on', note, to: 'itb-61-deputy' },
    contextAt(monday, staffing),
  );
  expect(there).toMatchObject({ waitsFor: ['itb-61-deputy'], open: { visit: 2 } });
  const back = acted(there, 'itb-61-deputy', { kind: 'pass-on', note, to: 'itb-61' }, contextAt(monday));
  expect(back).toMatchObject({ waitsFor: ['itb-61'], open: { visit: 3 } });
});

test('whom 10.50 puts in charge decides, if they stand in for the role or above it', () => {
  const to = 'itb-61-deputy';
  const given = acted(submittedBy('staff-61'), 'lead-10.50', { kind: 'assign', note, to }, context);
  expect(given.waitsFor).toEqual([to]);
  expect(acted(given, to, yes, context).open?.step).toBe('granted');
});
