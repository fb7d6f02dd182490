import { describe, expect, test } from '@jest/globals';
import { anybody } from '../../../src/core/audience.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import type { Context, Request } from '../../../src/features/requests/model.ts';
import { openParts, revisionOf } from '../../../src/features/requests/model.ts';
import { rolesFrom } from '../../../src/features/requests/order.ts';
import { chosenPart, collected, ownParts, seenBy, seenFrom } from '../../../src/features/requests/parts.ts';
import {
  actsHere,
  awaitsBudget,
  mayBeAssigned,
  peopleOf,
  personMeant,
  receiversOf,
  requestSeenAs,
  requireBelow,
  requireOnePart,
  standing,
} from '../../../src/features/requests/policy.ts';
import { Step } from '../../../src/features/requests/types/model.ts';
import { holder } from '../../support/directory-builder.ts';
import { asked as checklist, nine as partsWorld } from './checklist.ts';
import { type Act, acted, allActed, away, contextAt, party, people, submittedBy, usual } from './world.ts';

/* Who sees a request, who may do what, and to whom it can be given. */

const nine = contextAt('2026-11-23T09:00:00.000Z');
const yes: Act = { kind: 'approve' };
const everybody = people.map(([id]) => id);
const asked = submittedBy('staff-61', { costs: 2_000_000 });
const granted = allActed(asked, [
  ['itb-61', yes],
  ['lead-10.50', yes],
]);
const approved = allActed(granted, [
  ['board-1', yes],
  ['board-2', yes],
]);
const stepOf = (request: Request, id = request.open?.step): Step =>
  request.route.find((step) => step.id === id) as Step;
const seeing = (request: Request, world: Context = nine, as = 'case') =>
  everybody.filter((id) => requestSeenAs(request, id, world) === as);
const code = (does: () => unknown): string => {
  try {
    does();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
};

describe('who sees a request', () => {
  test('is who made it, who may act, and 10.50; nobody ahead of their turn', () => {
    expect(seeing(asked)).toEqual(['staff-61', 'itb-61', 'lead-10.50', 'lead-10.50-deputy']);
  });

  test('stays who was asked or acted, when it has gone on', () => {
    expect(seeing(granted)).toEqual([
      'staff-61',
      'itb-61',
      'lead-10.50',
      'lead-10.50-deputy',
      'board-1',
      'board-2',
      'board-3',
    ]);
  });

  test('is whoever was asked and said nothing, when others have decided', () => {
    expect(approved.open?.step).toBe('provided');
    expect(requestSeenAs(approved, 'board-3', nine)).toBe('case');
  });

  test('is whoever holds the role from today, before anybody has told them', () => {
    const world = contextAt('2026-11-23T09:00:00.000Z', {
      assignments: [...usual, holder('it-beauftragte', 'staff-36', { unit: '61' })],
    });
    expect(requestSeenAs(asked, 'staff-36', world)).toBe('case');
    expect(requestSeenAs(asked, 'staff-36', nine)).toBeUndefined();
  });

  test('is also who it was passed to, and whoever took part in a question', () => {
    const passed = acted(asked, 'itb-61', { kind: 'pass-on', note: 'bitte', to: 'itb-61-deputy' }, nine);
    expect(seeing(passed)).toContain('itb-61-deputy');
    const left = acted(passed, 'itb-61-deputy', yes, nine);
    expect(seeing(left)).toContain('itb-61-deputy');
  });

  test('is the holder in whose place somebody stood in, and no other holder', () => {
    const world = contextAt('2026-11-23T09:00:00.000Z', { absences: [away('itb-61')] });
    const start = submittedBy('staff-61', {}, { staffing: { absences: [away('itb-61')] } });
    expect(seeing(start, world)).not.toContain('itb-61');
    const signed = acted(start, 'itb-61-deputy', yes, world);
    expect(seeing(signed, world)).toContain('itb-61');
    expect(seeing(signed, world)).not.toContain('support-kgrz');
    expect(seeing(signed, world)).not.toContain('fa-bau');
  });

  test('is the colleague it is for', () => {
    expect(seeing(submittedBy('staff-61', {}, { colleague: 'staff-36' }))).toContain('staff-36');
  });

  test('of a report that can concern others is every colleague, but only the thing; those who joined likewise', () => {
    const report: Request = {
      ...asked,
      report: { called: { de: 'die Störung', en: 'the incident' }, done: { de: 'behoben', en: 'fixed' } },
      joinKeys: ['printer 61'],
    };
    expect(requestSeenAs(report, 'staff-36', nine)).toBe('joined');
    expect(requestSeenAs(report, anybody, nine)).toBeUndefined();
    const over: Request = { ...report, state: 'done', joinedBy: ['staff-36'] };
    expect(requestSeenAs(over, 'staff-36', nine)).toBe('joined');
    expect(requestSeenAs(over, 'fa-bau', nine)).toBeUndefined();
    // That somebody joined is no part in it: it is forgotten when they leave.
    const entry = { ...asked.history[0], by: 'fa-bau', act: 'joined' };
    const left = { ...over, joinedBy: [], history: [...asked.history, entry] } as Request;
    expect(requestSeenAs(left, 'fa-bau', nine)).toBeUndefined();
  });

  test('is the audit office, which reads', () => {
    const world: Context = {
      ...nine,
      partners: [{ id: 'audit', name: { de: 'Prüfung', en: 'Audit' }, people: ['staff-36'], reads: 'files' }],
    };
    expect(requestSeenAs(asked, 'staff-36', world)).toBe('file');
    expect(requestSeenAs(asked, 'fa-bau', world)).toBeUndefined();
  });
});

describe('who acts here', () => {
  test('is who may act at the step that waits', () => {
    expect(everybody.filter((id) => actsHere(asked, id, nine))).toEqual(['itb-61']);
    expect(everybody.filter((id) => actsHere(granted, id, nine))).toEqual(['board-1', 'board-2', 'board-3']);
  });

  test('is nobody while an answer is missing, or after the end', () => {
    const returned = acted(asked, 'itb-61', { kind: 'ask', note: 'Wo?' }, nine);
    const rejected = acted(granted, 'board-1', { kind: 'reject', note: 'nein' }, nine);
    const ended = acted(rejected, 'board-2', { kind: 'reject', note: 'nein' }, nine);
    expect(ended.state).toBe('rejected');
    for (const request of [returned, ended])
      expect(everybody.filter((id) => actsHere(request, id, nine))).toEqual([]);
  });

  test('is told when it rests, and it is a mistake of the program when it waits nowhere', () => {
    const { open, ...nowhere } = asked;
    const rests = { ...asked, open: { ...open, restsUntil: '2027-01-01' } } as Request;
    expect(code(() => standing(rests, nine))).toBe('still-resting');
    expect(() => standing(nowhere as Request, nine)).toThrow(/waits at no step/);
    expect(() => standing({ ...asked, route: [] }, nine)).toThrow(/waits at no step/);
  });
});

describe('money that no budget knows', () => {
  const { funding: _none, ...bare } = granted;
  test.each<[string, Partial<Request>, boolean]>([
    ['was granted', { granted: 1 }, true],
    ['was not', { granted: 0 }, false],
    ['is with a budget', { granted: 1, funding: { budget: 'b', cents: 1 } }, false],
  ])('%s', (_name, more, expected) => {
    expect(awaitsBudget({ ...bare, ...more } as Request)).toBe(expected);
  });
  test('is none without an amount, or after the end', () => {
    const { granted: _amount, ...without } = bare;
    expect(awaitsBudget(without as Request)).toBe(false);
    const { open: _open, ...over } = bare;
    expect(awaitsBudget({ ...over, granted: 1 } as Request)).toBe(false);
  });
});

describe('to whom a step can be given', () => {
  const values = (choices: readonly { readonly value: string }[]) => choices.map(({ value }) => value);

  test('is another who holds the role or stands in, who is there and may sign', () => {
    expect(values(receiversOf(stepOf(asked), asked, 'itb-61', nine))).toEqual(['itb-61-deputy']);
    expect(values(receiversOf(stepOf(asked), asked, 'itb-61-deputy', nine))).toEqual(['itb-61']);
    const gone = contextAt('2026-11-23T09:00:00.000Z', { absences: [away('itb-61-deputy')] });
    expect(values(receiversOf(stepOf(asked), asked, 'itb-61', gone))).toEqual([]);
    const own = submittedBy('itb-61-deputy', {}, { unit: '61' });
    expect(values(receiversOf(stepOf(own), own, 'itb-61', nine))).toEqual([]);
  });

  test('is none who signed another step as a stand-in', () => {
    const signed: Request = {
      ...granted,
      settled: granted.settled.map((one) => ({
        ...one,
        votes: one.votes.map((vote) => ({ ...vote, by: 'itb-61-deputy' })),
      })),
    };
    expect(values(receiversOf(stepOf(signed, 'unit'), signed, 'itb-61', nine))).toEqual([]);
  });

  test('of a partner is somebody of it', () => {
    const partner = Step.parse({ ...stepOf(asked), partner: 'council', duty: 'consent', rule: undefined });
    const world: Context = {
      ...nine,
      partners: [{ id: 'council', name: { de: 'Rat', en: 'Council' }, people: ['staff-36', 'fa-bau'] }],
    };
    expect(values(receiversOf(partner, asked, 'fa-bau', world))).toEqual(['staff-36']);
  });

  test('by 10.50: a decision to those who hold the role or one above it, not to itself; work also to 10.50', () => {
    expect(values(peopleOf(stepOf(asked), asked, 'lead-10.50', nine))).toEqual([
      'itb-61',
      'itb-61-deputy',
      'lead-10.50-deputy',
      'board-1',
      'board-2',
      'board-3',
    ]);
    const work = values(peopleOf(stepOf(approved), approved, 'lead-10.50', nine));
    expect(work).toEqual(expect.arrayContaining(['support-kgrz', 'betrieb-kgrz', 'lead-10.50']));
    expect(peopleOf(undefined, asked, 'lead-10.50', nine)).toEqual([]);
    // The board's own step is nobody's to give.
    expect(peopleOf(stepOf(granted), granted, 'lead-10.50', nine)).toEqual([]);
    const own = submittedBy('itb-61-deputy', {}, { unit: '61' });
    expect(values(peopleOf(stepOf(own), own, 'lead-10.50', nine))).not.toContain('itb-61-deputy');
  });

  test('no body outside the model is given or overridden', () => {
    for (const more of [{ partner: 'council' }, { enteredBy: 'stadtvorstand' }] as const) {
      const step = { ...stepOf(asked), ...more } as Step;
      expect(mayBeAssigned(step, nine)).toBe(false);
      expect(mayBeAssigned({ ...step, duty: 'do' }, nine)).toBe(false);
      expect(code(() => requireBelow(step, asked, party('lead-10.50'), nine))).toBe('not-below');
    }
    expect(mayBeAssigned(stepOf(asked), nine)).toBe(true);
    expect(mayBeAssigned(stepOf(granted), nine)).toBe(false);
  });

  test('nobody overrides a step of a request that they have signed another of; work is no signature', () => {
    const signed = allActed(asked, [
      ['itb-61', yes],
      ['lead-10.50', yes],
    ]);
    expect(code(() => requireBelow(stepOf(signed, 'unit'), signed, party('lead-10.50'), nine))).toBe(
      'signed-already',
    );
    expect(code(() => requireBelow(stepOf(signed, 'unit'), signed, party('lead-10.50-deputy'), nine))).toBe(
      'done',
    );
    expect(code(() => requireBelow(stepOf(signed, 'provided'), signed, party('lead-10.50'), nine))).toBe(
      'done',
    );
  });
});

describe('the person that is meant', () => {
  const choices = [
    { title: 'Leitung Nord', value: 'nord' },
    { title: 'Leitung Süd', value: 'sued' },
  ];
  test.each([
    ['nord', 'nord'],
    ['SUED', 'sued'],
    ['Leitung Süd', 'sued'],
    [' leitung nord ', 'nord'],
    ['Süd', 'sued'],
    ['fa-bau', 'fa-bau'],
  ])('%s', (said, expected) => {
    expect(personMeant(said, choices, nine)).toBe(expected);
  });
  test('is asked for when several fit, none does, or nothing was said', () => {
    const names = (said: string) => {
      try {
        return personMeant(said, choices, nine);
      } catch (error) {
        return (error as Refusal).text.de;
      }
    };
    expect(names('Leitung')).toContain('Möglich sind: Leitung Nord, Leitung Süd.');
    expect(names('Nord')).toBe('nord');
    expect(names('West')).toContain('„West“ finde ich hier nicht. Möglich sind: Leitung Nord, Leitung Süd.');
    expect(names(' ')).toContain('Bitte nennen Sie die Person');
    expect(personMeant('Nord', [choices[0] as (typeof choices)[0]], nine)).toBe('nord');
  });
});

test('The roles from one upwards end, and none comes twice', () => {
  const roles = rolesFrom('it-beauftragte', nine.directory);
  expect(roles[0]).toBe('it-beauftragte');
  expect(new Set(roles).size).toBe(roles.length);
  const circle = {
    ...nine.directory,
    roleAbove: (role: string) => (role === 'kgrz' ? 'stadtvorstand' : 'kgrz'),
  };
  expect(rolesFrom('kgrz', circle as never)).toEqual(['kgrz', 'stadtvorstand']);
});

describe('the part that somebody looks at', () => {
  const at = (request: Request, step: string) => openParts(request).find((one) => one.step === step);
  const press = (request: Request, who: string, act: Act, step: string) =>
    acted(request, who, { ...act, visit: at(request, step)?.visit } as Act, partsWorld);
  const start = checklist();

  test('is what they have begun, then what is free, then what somebody else has, then what waits for an answer', () => {
    const steps = (request: Request, who = 'support-kgrz') =>
      ownParts(request, who, partsWorld).map(({ step }) => step);
    expect(steps(start)).toEqual(['accounts', 'devices']);
    const second = press(start, 'support-kgrz', { kind: 'take' }, 'devices');
    expect(steps(second)).toEqual(['devices', 'accounts']);
    const questioned = press(start, 'support-kgrz', { kind: 'ask', note: 'Wo?' }, 'accounts');
    expect(steps(questioned)).toEqual(['devices', 'accounts']);
    const given = press(
      start,
      'lead-10.50',
      { kind: 'assign', note: 'eilt', to: 'betrieb-kgrz' },
      'accounts',
    );
    const others = press(given, 'betrieb-kgrz', { kind: 'take' }, 'accounts');
    expect(steps(others)).toEqual(['devices', 'accounts']);
    expect(steps(others, 'betrieb-kgrz')[0]).toBe('accounts');
  });

  test('shows the state of that part', () => {
    const taken = press(start, 'support-kgrz', { kind: 'take' }, 'devices');
    expect(seenBy(taken, 'support-kgrz', partsWorld).state).toBe('in-progress');
    expect(seenBy(taken, 'fa-bau', partsWorld)).toMatchObject({
      state: 'approved',
      open: { step: 'rights' },
    });
    expect(seenBy(taken, 'fa-bau', partsWorld).open?.takenBy).toBeUndefined();
    const questioned = press(taken, 'fa-bau', { kind: 'ask', note: 'Welche?' }, 'rights');
    expect(seenBy(questioned, 'fa-bau', partsWorld)).toMatchObject({
      state: 'returned',
      question: { text: 'Welche?' },
    });
    expect(seenBy(questioned, 'support-kgrz', partsWorld).question).toBeUndefined();
    expect('question' in seenBy(questioned, 'support-kgrz', partsWorld)).toBe(false);
  });

  test('once chosen stays, and is never stored; one that was left is none', () => {
    const devices = at(start, 'devices')?.visit ?? 0;
    const chosen = chosenPart(start, devices);
    expect(chosen).toMatchObject({ chosen: true, open: { step: 'devices' } });
    expect(chosen && seenBy(chosen, 'lead-10.50', partsWorld)).toBe(chosen);
    const back = chosen && collected({ doc: chosen, happened: [], also: [] }).doc;
    expect(back).toEqual(start);
    expect(chosenPart(start, 99)).toBeUndefined();
    expect(seenFrom(start, revisionOf(start))).toBe(start);
    expect(chosenPart(asked, revisionOf(asked))).toBe(asked);
  });

  test('of whoever asked is the first, and of a request with one step that one', () => {
    expect(seenBy(start, 'staff-61', partsWorld)).toBe(start);
    expect(seenBy(asked, 'itb-61', nine)).toBe(asked);
    const own = submittedBy('support-kgrz', start.fields, { type: partsWorld.types[0] as never, unit: '61' });
    expect(seenBy(own, 'support-kgrz', partsWorld)).toBe(own);
  });

  test('is stored with a question first, then what was begun, in the order of the way', () => {
    const order = (request: Request) => openParts(request).map(({ step }) => step);
    const taken = press(start, 'support-kgrz', { kind: 'take' }, 'devices');
    expect(order(taken)).toEqual(['devices', 'directory', 'rights', 'accounts']);
    const both = press(taken, 'fa-bau', { kind: 'ask', note: 'Welche?' }, 'rights');
    expect(order(both)).toEqual(['rights', 'devices', 'directory', 'accounts']);
    expect(both).toMatchObject({ state: 'returned', question: { text: 'Welche?' } });
    const answered = press(both, 'staff-61', { kind: 'answer', note: 'Alle' }, 'rights');
    expect(order(answered)).toEqual(['devices', 'directory', 'rights', 'accounts']);
    expect(answered.state).toBe('in-progress');
    expect('question' in answered).toBe(false);
  });

  test('of several must be chosen, of one need not be', () => {
    expect(code(() => requireOnePart(start, partsWorld, 'support-kgrz'))).toBe('several-parts');
    expect(code(() => requireOnePart(start, partsWorld, 'fa-bau'))).toBe('done');
    expect(code(() => requireOnePart(start, partsWorld))).toBe('several-parts');
    expect(code(() => requireOnePart(asked, nine, 'itb-61'))).toBe('done');
    const chosen = chosenPart(start, at(start, 'devices')?.visit ?? 0);
    expect(chosen && code(() => requireOnePart(chosen, partsWorld, 'support-kgrz'))).toBe('done');
    const bare = { ...start, route: start.route.map(({ name: _name, ...step }) => step) } as Request;
    try {
      requireOnePart(bare, partsWorld);
    } catch (error) {
      expect((error as Refusal).text.de).toContain('directory, rights, accounts, devices');
    }
  });

  test('is gone with the end, and the last one stands alone', () => {
    const over = acted(start, 'staff-61', { kind: 'withdraw' }, partsWorld);
    expect('alongside' in over).toBe(false);
    const forced = collected({ doc: { ...start, state: 'done' }, happened: [], also: [] }).doc;
    expect('alongside' in forced).toBe(false);
    const { open: _open, ...none } = start;
    const empty = collected({ doc: { ...none, alongside: [] } as never, happened: [], also: [] }).doc;
    expect('alongside' in empty).toBe(false);
  });
});
