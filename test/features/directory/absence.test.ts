import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysBefore } from '../../../src/core/day.ts';
import { coverOf, enterable, withAbsences } from '../../../src/features/directory/absence.ts';
import {
  asksAbsence,
  daysSaid,
  saysAbsence,
  saysBack,
} from '../../../src/features/directory/absence-said.ts';
import { actingPerson } from '../../../src/features/directory/acting.ts';
import { demoDirectory, deputy, filledWith, holder, person, unit } from '../../support/directory-builder.ts';

const model = await demoDirectory();
/** A Tuesday. */
const today = '2026-11-24';

describe('the days that a sentence names', () => {
  test.each([
    ['Ich bin bis 20.12. im Urlaub', today, '2026-12-20'],
    ['Bin bis einschließlich 20.12. nicht da', today, '2026-12-20'],
    ['Ich bin vom 1.12. bis zum 20.12. abwesend', '2026-12-01', '2026-12-20'],
    ['Ich bin vom 1. bis 20.12. abwesend', '2026-12-01', '2026-12-20'],
    ['Ich habe vom 1. bis 20. Dezember Urlaub', '2026-12-01', '2026-12-20'],
    ['Ich bin vom 28.12. bis 3.1. im Urlaub', '2026-12-28', '2027-01-03'],
    ['Ab morgen bis Freitag bin ich nicht im Haus', '2026-11-25', '2026-11-27'],
    ['Morgen bin ich nicht da', '2026-11-25', '2026-11-25'],
    ['Ich bin nächste Woche im Urlaub', '2026-11-30', '2026-12-06'],
    ['Ich bin ab morgen bis 4.12. krank', '2026-11-25', '2026-12-04'],
    ['Ich bin am 3.12. nicht da.', '2026-12-03', '2026-12-03'],
    ['I am on leave until 20 December', today, '2026-12-20'],
    ["I'm away from 1 December until 20 December", '2026-12-01', '2026-12-20'],
    ['I will be out of the office tomorrow', '2026-11-25', '2026-11-25'],
    ['I am on holiday next week', '2026-11-30', '2026-12-06'],
  ])('%s', (text, from, to) => {
    expect(saysAbsence(text)).toBe(true);
    expect(asksAbsence(text)).toBe(false);
    expect(daysSaid(text, today)).toEqual({ from, to });
  });

  test.each([
    'Ich bin im Urlaub',
    'Ab morgen bin ich im Urlaub',
    'Ich bin ab 1.12. zwei Wochen im Urlaub',
    'Ich bin in zwei Wochen im Urlaub',
    'Ich bin am 3.12. und am 5.12. nicht da',
    'Ich bin bis 31.2. im Urlaub',
    'I am on leave from 1 December',
  ])('are asked for after "%s"', (text) => {
    expect(saysAbsence(text)).toBe(true);
    expect(() => daysSaid(text, today)).toThrow('absence-without-days');
  });
});

describe('a sentence about something else is not taken for an absence', () => {
  test.each([
    'Wer entscheidet, wenn ich im Urlaub bin?',
    'Ich bin bis 20.12. im Urlaub und brauche ein Notebook',
    'Ich bin nicht im Urlaub',
    'Ich bin nicht mehr krank',
    'Der IT-Beauftragte ist bis 20.12. im Urlaub',
    'Ich brauche einen Urlaubsantrag',
    'I am not on leave',
    'Who decides while I am away?',
    'Mein Drucker ist krank',
  ])('%s', (text) => expect(saysAbsence(text)).toBe(false));
});

test.each(['Bin ich im Urlaub?', 'Ich bin bis 20.12. im Urlaub?', 'Am I away tomorrow?'])(
  '%s only asks',
  (text) => {
    expect(saysAbsence(text)).toBe(true);
    expect(asksAbsence(text)).toBe(true);
  },
);

test.each([
  ['Ich bin wieder da', true],
  ['Bin wieder zurück!', true],
  ['Ich bin wieder da, Abwesenheit bitte aufheben.', true],
  ["I'm back in the office", true],
  ['Ist mein Notebook wieder da', false],
  ['Ich bin wieder bei der Anmeldung gescheitert', false],
])('"%s" says that somebody is back: %s', (text, said) => expect(saysBack(text)).toBe(said));

describe('days can be entered', () => {
  test('from today on', () => {
    expect(enterable({ from: '2026-11-20', to: '2026-11-30' }, today)).toEqual({
      from: today,
      to: '2026-11-30',
    });
    expect(enterable({ from: today, to: today }, today)).toEqual({ from: today, to: today });
  });

  test.each([
    ['absence-over', '2026-11-01', '2026-11-23'],
    ['absence-backwards', '2026-12-20', '2026-12-01'],
    ['absence-too-long', '2026-12-01', '2028-01-01'],
    ['absence-too-long', '2029-12-01', '2029-12-02'],
    ['absence-without-days', '2026-02-30', '2026-12-01'],
    ['absence-without-days', '', 'never'],
  ])('not: %s', (code, from, to) => {
    expect(() => enterable({ from, to }, today)).toThrow(code);
  });
});

const at61 = { unit: '61' };
const persons = ['officer', 'deputy', 'manager', 'board', 'board-deputy', 'other-board'].map((id) =>
  person(id),
);
const city = (absences: { person: string; from: string; to: string }[] = []) =>
  filledWith(model, {
    units: [unit('61')],
    persons,
    absences,
    assignments: [
      holder('it-beauftragte', 'officer', at61),
      deputy('it-beauftragte', 'deputy', at61),
      holder('strategisches-it-management', 'manager', { to: '2026-12-10' }),
      holder('digitaler-beirat', 'board', { seat: 'one' }),
      deputy('digitaler-beirat', 'board-deputy', { seat: 'one' }),
      holder('digitaler-beirat', 'other-board', { seat: 'two' }),
    ],
  });
const covers = (who: string, from: string, to: string, absences?: Parameters<typeof city>[0]) =>
  coverOf(withAbsences(city(absences), [{ person: who, from, to }]), who, { from, to }).map(
    ({ row, stretches }) => [
      row.role,
      ...stretches.map((one) => `${one.from} ${one.to} ${one.who?.person.id ?? 'nobody'}`),
    ],
  );

describe('who stands in', () => {
  test('is the deputy, and the role above on the days on which the deputy is away as well', () => {
    const absences = [{ person: 'deputy', from: '2026-12-02', to: '2026-12-02' }];
    expect(covers('officer', '2026-12-01', '2026-12-04', absences)).toEqual([
      [
        'it-beauftragte',
        '2026-12-01 2026-12-01 deputy',
        '2026-12-02 2026-12-02 manager',
        '2026-12-03 2026-12-04 deputy',
      ],
    ]);
  });

  test('for a deputy is the holder', () => {
    expect(covers('deputy', today, today)).toEqual([['it-beauftragte', `${today} ${today} officer`]]);
  });

  test('on a seat of the board is its own deputy only', () => {
    expect(covers('board', today, today)).toEqual([['digitaler-beirat', `${today} ${today} board-deputy`]]);
    expect(covers('other-board', today, today)).toEqual([['digitaler-beirat', `${today} ${today} nobody`]]);
  });

  test('is asked for only on days on which the role is held', () => {
    expect(covers('manager', '2026-12-09', '2026-12-20')).toEqual([
      ['strategisches-it-management', '2026-12-09 2026-12-10 nobody'],
    ]);
  });
});

test('without entered absences the directory is the same object, else only its absences differ', () => {
  const directory = city();
  expect(withAbsences(directory, [])).toBe(directory);
  const away = withAbsences(directory, [{ person: 'officer', from: today, to: today }]);
  expect(away).toEqual({ ...directory, absences: [{ person: 'officer', from: today, to: today }] });
  expect(away.persons).toBe(directory.persons);
});

const someDay = fc.integer({ min: 0, max: 20 }).map((n) => daysBefore(today, -n));
const someAbsence = fc.record({
  person: fc.constantFrom(...persons.map(({ id }) => id)),
  from: someDay,
  to: someDay,
});

test('an absence never makes somebody act for themselves, nor anybody who is away', () => {
  fc.assert(
    fc.property(fc.array(someAbsence, { minLength: 1, maxLength: 8 }), (given) => {
      const entered = given.filter(({ from, to }) => from <= to);
      const directory = withAbsences(city(), entered);
      const isAway = (who: string, day: string) =>
        entered.some((one) => one.person === who && one.from <= day && day <= one.to);
      for (const { person: who, from, to } of entered) {
        for (const { row, stretches } of coverOf(directory, who, { from, to })) {
          for (const one of stretches) {
            expect(one.who?.person.id).not.toBe(who);
            if (one.who)
              expect(isAway(one.who.person.id, one.from) || isAway(one.who.person.id, one.to)).toBe(false);
          }
          const acting = actingPerson(directory, row.role, { unit: row.unit }, from);
          expect(acting === undefined || !isAway(acting.person.id, from)).toBe(true);
        }
      }
    }),
  );
});
