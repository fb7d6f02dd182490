import { describe, expect, test } from '@jest/globals';
import { actorsAt, askedAt, type Matter } from '../../../src/features/requests/actors.ts';
import type { Step } from '../../../src/features/requests/types/model.ts';
import { deputy, holder } from '../../support/directory-builder.ts';
import { away, contextAt, monday, type Staffing, usual, workplace } from './world.ts';

const stepOf = (id: string): Step => workplace.route.find((step) => step.id === id) as Step;
const matter = (requester = 'staff-61', more: Partial<Matter> = {}): Matter => ({
  unit: '61',
  fields: {},
  requester: { id: requester },
  ...more,
});
type Urged = Parameters<typeof actorsAt>[3];

const who = (step: string, of: Matter, staffing?: Staffing, urged?: Urged) =>
  actorsAt(stepOf(step), of, contextAt(monday, staffing), urged).map(({ person, as }) => [person.id, as]);

describe('who may act at a step', () => {
  test('is the holder alone while the holder is there', () => {
    expect(who('unit', matter())).toEqual([['itb-61', 'holder']]);
  });

  test('is the deputy while the holder is away', () => {
    expect(who('unit', matter(), { absences: [away('itb-61')] })).toEqual([['itb-61-deputy', 'deputy']]);
  });

  test('is the role above when holder and deputy are away', () => {
    const absences = [away('itb-61'), away('itb-61-deputy')];
    expect(who('unit', matter(), { absences })).toEqual([['lead-10.50', 'role-above']]);
  });

  test('is the deputy of the role above when its holder is away too', () => {
    const absences = ['itb-61', 'itb-61-deputy', 'lead-10.50'].map(away);
    expect(who('unit', matter(), { absences })).toEqual([['lead-10.50-deputy', 'role-above']]);
  });

  test('is the role above where nobody holds the role', () => {
    expect(who('unit', matter('staff-36', { unit: '36' }))).toEqual([['lead-10.50', 'role-above']]);
  });

  test('is nobody when nobody is left up to the top, and no role is asked twice', () => {
    expect(who('unit', matter(), { assignments: [] })).toEqual([]);
  });

  test('is nobody, without going in circles, where the roles above lead back', () => {
    const context = contextAt(monday, { assignments: [] });
    const circle = { ...context.directory, roleAbove: () => 'it-beauftragte' as const };
    expect(actorsAt(stepOf('unit'), matter(), { ...context, directory: circle })).toEqual([]);
  });

  test('is every holder where several hold the role', () => {
    expect(who('board', matter()).map(([id]) => id)).toEqual(['board-1', 'board-2', 'board-3']);
  });

  test('is who administers the application that is named, also in another unit', () => {
    const fields = { application: 'bau' };
    expect(who('heard', matter('staff-61', { fields }))).toEqual([['fa-bau', 'holder']]);
    expect(who('heard', matter('staff-36', { fields, unit: '36' }))).toEqual([['fa-bau', 'holder']]);
  });

  test.each([
    ['deputy', 2, ['itb-61', 'itb-61-deputy']],
    ['role above', 3, ['itb-61', 'itb-61-deputy', 'lead-10.50']],
  ])('also is the %s once time has brought the step there', (_who, urged, expected) => {
    expect(who('unit', matter(), {}, { urged }).map(([id]) => id)).toEqual(expected);
  });
});

describe('nobody decides on an own request', () => {
  test('a holder who asks is represented by the deputy', () => {
    expect(who('unit', matter('itb-61'))).toEqual([['itb-61-deputy', 'deputy']]);
  });

  test('a deputy who asks does not act while the holder is away', () => {
    expect(who('unit', matter('itb-61-deputy'), { absences: [away('itb-61')] })).toEqual([
      ['lead-10.50', 'role-above'],
    ]);
  });

  test('10.50 asking for itself goes up to the board when the deputy is away', () => {
    const up = who('granted', matter('lead-10.50'), { absences: [away('lead-10.50-deputy')] });
    expect(up.map(([id, as]) => `${id} ${as}`)).toEqual([
      'board-1 role-above',
      'board-2 role-above',
      'board-3 role-above',
    ]);
  });

  test('not even when 10.50 puts the step into the hands of the one who asks', () => {
    expect(who('unit', matter(), {}, { urged: 0, assignedTo: 'staff-61' })).toEqual([['itb-61', 'holder']]);
  });

  test('nor when the step is passed on to the one who asks', () => {
    const two = [...usual, holder('it-beauftragte', 'staff-61', { unit: '61' })];
    const found = who('unit', matter('staff-61'), { assignments: two }, { urged: 0, passedTo: 'staff-61' });
    expect(found.map(([id]) => id)).not.toContain('staff-61');
  });
});

describe('in whose place somebody acts', () => {
  const inPlaceOf = (of: Matter, staffing?: Staffing) =>
    actorsAt(stepOf('unit'), of, contextAt(monday, staffing)).map(({ onBehalfOf }) => onBehalfOf);

  test('is nobody else for the holder', () => {
    expect(inPlaceOf(matter())).toEqual([undefined]);
  });

  test('is the holder for the deputy', () => {
    expect(inPlaceOf(matter(), { absences: [away('itb-61')] })).toEqual(['Funktion itb-61']);
  });

  test('is the holder, or the role that nobody holds, for the role above', () => {
    expect(inPlaceOf(matter(), { absences: [away('itb-61'), away('itb-61-deputy')] })).toEqual([
      'Funktion itb-61',
    ]);
    expect(inPlaceOf(matter('staff-36', { unit: '36' }))).toEqual([
      'IT-Beauftragte der Ämter und Eigenbetriebe',
    ]);
  });

  test('is the role for a deputy where nobody holds the role', () => {
    const assignments = usual.filter(({ person }) => person !== 'itb-61');
    expect(inPlaceOf(matter(), { assignments })).toEqual(['IT-Beauftragte der Ämter und Eigenbetriebe']);
  });
});

describe('who is told that a step waits', () => {
  const told = (step: string, staffing?: Staffing, urged?: Urged) =>
    askedAt(stepOf(step), matter(), contextAt(monday, staffing), urged).map(({ person }) => person.id);

  test('is everybody who may act', () => {
    expect(told('board')).toEqual(['board-1', 'board-2', 'board-3']);
  });

  test('is only the one it was passed on to', () => {
    expect(told('board', {}, { urged: 0, passedTo: 'board-2' })).toEqual(['board-2']);
  });

  test('is everybody again when the one it was passed on to is away', () => {
    expect(told('board', { absences: [away('board-2')] }, { urged: 0, passedTo: 'board-2' })).toEqual([
      'board-1',
      'board-3',
    ]);
  });

  test('is who represents, when there are fewer deputies than holders away', () => {
    const assignments = [...usual, deputy('stadtvorstand', 'lead-10.50-deputy')];
    const absences = [away('board-1'), away('board-2')];
    expect(told('board', { assignments, absences })).toEqual(['board-3', 'lead-10.50-deputy']);
  });
});
