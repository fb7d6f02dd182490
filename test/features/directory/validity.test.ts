import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seatsOf } from '../../../src/features/directory/acting.ts';
import type { Assignment, Directory, Unit } from '../../../src/features/directory/model.ts';
import { idOn } from '../../../src/features/directory/validity.ts';
import {
  application,
  demoDirectory,
  filledWith,
  holder,
  person,
  unit,
} from '../../support/directory-builder.ts';

let model: Directory;
beforeAll(async () => {
  model = await demoDirectory();
});

const city = (units: readonly Unit[], assignments: readonly Assignment[]) =>
  filledWith(model, {
    units: [...units],
    persons: assignments.map((row) => person(row.person, { unit: row.unit ?? '61' })),
    applications: [application('bau', ['61'])],
    assignments: [...assignments],
  });

describe('Amt 61 becomes Amt 63 on 1 January', () => {
  const split = () =>
    city(
      [
        unit('61', { to: '2026-12-31', successor: '63', aliases: ['Bauamt'] }),
        unit('63', { from: '2027-01-01', aliases: ['Bauamt'] }),
        unit('61.1', { kind: 'department', partOf: '61' }),
      ],
      [holder('it-beauftragte', 'old', { unit: '61' }), holder('it-beauftragte', 'new', { unit: '63' })],
    );
  const who = (place: object, day: string) =>
    seatsOf(split(), 'it-beauftragte', place, day).map(({ person }) => person.id);

  test('what belongs to the old unit goes to the people of the new one from that day', () => {
    expect(who({ unit: '61' }, '2026-12-31')).toEqual(['old']);
    expect(who({ unit: '61' }, '2027-01-01')).toEqual(['new']);
  });

  test('somebody of the new unit is looked after by the old one until then', () => {
    expect(who({ unit: '63' }, '2026-12-31')).toEqual(['old']);
    expect(who({ unit: '63' }, '2027-01-01')).toEqual(['new']);
  });

  test('a department of the old unit goes along', () => {
    expect(who({ unit: '61.1' }, '2027-01-01')).toEqual(['new']);
  });

  test('a position ends with its unit, although nobody has ended it', () => {
    expect(who({}, '2027-01-01')).toEqual(['new']);
  });

  test('an application that the old unit uses is used by the new one', () => {
    const directory = {
      ...split(),
      assignments: [holder('fachadministratoren', 'old', { application: 'bau' })],
    };
    expect(seatsOf(directory, 'fachadministratoren', { unit: '63' }, '2027-02-01')).toHaveLength(1);
  });
});

test('of units that became one it cannot be told which one was meant before', () => {
  const units = [
    unit('1', { to: '2026-12-31', successor: '3' }),
    unit('2', { to: '2026-12-31', successor: '3' }),
    unit('3', { from: '2027-01-01' }),
  ];
  expect(idOn(units, '3', '2026-06-01')).toBe('3');
  expect([idOn(units, '1', '2027-06-01'), idOn(units, '2', '2027-06-01')]).toEqual(['3', '3']);
});

const dayFrom = (offset: number): string =>
  new Date(Date.parse('2026-01-01') + offset * 86_400_000).toISOString().slice(0, 10);

test('every (unit, role, day) is answered as somebody with the list and a calendar would', () => {
  // A line of units, each the successor of the one before, with a gap now and then; officers come and go.
  const line = fc.array(
    fc.record({ days: fc.integer({ min: 1, max: 60 }), gap: fc.constantFrom(0, 0, 0, 5) }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  const officers = fc.array(
    fc.record({ unit: fc.nat(5), from: fc.nat(300), length: fc.nat(120), open: fc.boolean() }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(line, officers, fc.nat(5), fc.nat(330), (parts, given, asked, offset) => {
      let start = 0;
      const spans = parts.map(({ days, gap }) => {
        const span = { from: start, to: start + days - 1 };
        start += days + gap;
        return span;
      });
      const last = spans.length - 1;
      const units = spans.map(({ from, to }, index) =>
        unit(`u${index}`, {
          ...(index > 0 ? { from: dayFrom(from) } : {}),
          ...(index < last ? { to: dayFrom(to), successor: `u${index + 1}` } : {}),
        }),
      );
      const rows = given.map((row, index) => ({
        ...row,
        unit: row.unit % units.length,
        person: `p${index}`,
      }));
      const directory = city(
        units,
        rows.map(({ unit: at, from, length, open, person: who }) =>
          holder('it-beauftragte', who, {
            unit: `u${at}`,
            from: dayFrom(from),
            ...(open ? {} : { to: dayFrom(from + length) }),
          }),
        ),
      );
      const wanted = asked % units.length;
      // The oracle counts days by hand: which part of the line is there, and who holds its position on the day.
      const isOn = (index: number) =>
        (index === 0 || (spans[index]?.from ?? 0) <= offset) &&
        (index === last || offset <= (spans[index]?.to ?? 0));
      const there = units.findIndex((_unit, index) => isOn(index));
      const expected = rows
        .filter((row) => row.unit === there)
        .filter(({ from, length, open }) => from <= offset && (open || offset <= from + length))
        .map(({ person: who }) => who);
      const found = seatsOf(directory, 'it-beauftragte', { unit: `u${wanted}` }, dayFrom(offset));
      expect(found.map((seat) => seat.person.id)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
