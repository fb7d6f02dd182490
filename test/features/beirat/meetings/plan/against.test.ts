import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Reply } from '../../../../../src/core/reply.ts';
import { codesOf, despite } from '../../../../../src/features/beirat/board/against.ts';
import { bookedBy, heeded, speaksAgainst } from '../../../../../src/features/beirat/meetings/against.ts';
import { historyLine } from '../../../../../src/features/beirat/meetings/labels.ts';
import type { Meeting, Plan } from '../../../../../src/features/beirat/meetings/model.ts';
import { demoDirectory } from '../../../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../../../support/program.ts';
import { acted, contextAt, invitedAt, outcome, plan, plannedAt, wednesday } from '../../world.ts';
import type { Act } from '../acting.ts';

const demo = await demoDirectory();
const as = (id: string) => ({ actor: actorOf(demo, id), at: wednesday, conversationId: `a:${id}` });
const now = contextAt(wednesday);
const other = (more: Partial<Plan> = {}, state: Meeting['state'] = 'invited'): Meeting => ({
  ...plannedAt(),
  id: 'B-2026-2',
  state,
  plan: { ...plan, ...more },
});
const codes = (more: Partial<Plan>, others: readonly Meeting[] = []) =>
  codesOf(speaksAgainst({ ...plan, ...more }, { ...now, booked: bookedBy(others) }, 'B-2026-1'));

describe('against a day speaks', () => {
  test.each([
    ['nothing on a working day', '2026-12-10', ''],
    ['that it is a Saturday', '2026-12-12', 'weekend:2026-12-12'],
    ['that it is a Sunday', '2026-12-13', 'weekend:2026-12-13'],
    [
      'that it is a holiday, and school holidays, but no longer the weekend',
      '2026-12-26',
      'holiday:2026-12-26 school:2026-12-26',
    ],
    ['that there are school holidays, from their first day', '2026-12-23', 'school:2026-12-23'],
    ['the same up to their last day', '2027-01-08', 'school:2027-01-08'],
    ['nothing the day before them', '2026-12-22', ''],
  ])('%s', (_what, day, expected) => {
    expect(codes({ day })).toBe(expected);
  });

  test('what it is by its name, in both languages', () => {
    const said = speaksAgainst({ ...plan, day: '2026-12-25' }, now).map(({ text }) => text);
    expect(said.map(({ de }) => de)).toEqual([
      'Freitag, 25. Dezember 2026: Feiertag (1. Weihnachtstag).',
      'Freitag, 25. Dezember 2026: Schulferien (Weihnachtsferien).',
    ]);
    expect(said[1]?.en).toContain('school holidays (Christmas school holidays)');
  });
});

describe('against a place and a time speaks', () => {
  const room = 'room:B-2026-2:2026-12-10';
  const members = 'members:B-2026-2:2026-12-10';
  test.each([
    ['another meeting there at that time', other(), room],
    ['one that is a draft', other({}, 'planned'), room],
    ['one that begins before this one ends', other({ time: '15:59' }), room],
    ['the same place, differently written', other({ place: ' rathaus. ' }), room],
    ['another meeting of the members elsewhere', other({ place: 'Schloss' }), members],
    ['nothing when it begins as this one ends', other({ time: '16:00' }), ''],
    ['nothing when it has ended', other({ time: '12:00' }), ''],
    ['nothing on another day', other({ day: '2026-12-11' }), ''],
    ['nothing when it was called off', other({}, 'cancelled'), ''],
    ['nothing when its date was taken back', other({}, 'postponed'), ''],
    ['nothing when it is the meeting itself', { ...other(), id: 'B-2026-1' }, ''],
  ])('%s', (_what, one, expected) => {
    expect(codes({}, [one])).toBe(expected);
  });
});

describe('what speaks against it is asked', () => {
  const sunday = { ...plan, day: '2026-12-13' };
  test('until it was seen, and then noted', () => {
    expect(() => heeded(sunday, [], now)).toThrow('speaks-against');
    expect(despite(heeded(sunday, ['weekend:2026-12-13'], now))).toEqual({ despite: 'weekend:2026-12-13' });
    expect(despite(heeded(plan, ['weekend:2026-12-13'], now))).toEqual({});
  });

  test('anew when there is more, or it is about another day', () => {
    expect(() => heeded(sunday, ['weekend:2026-12-12'], now)).toThrow('speaks-against');
    const booked = bookedBy([other({ day: sunday.day })]);
    expect(() => heeded(sunday, ['weekend:2026-12-13'], { ...now, booked })).toThrow('speaks-against');
  });

  const submitted = acted(plannedAt(wednesday, sunday), 'lotse', { kind: 'submit' }, now);
  const approve: Act = { kind: 'approve', seen: 'weekend:2026-12-13' };
  test('of everybody by themselves: the chair, too, whatever the office has seen', () => {
    expect(outcome(submitted, { kind: 'approve' }, 'chair', now)).toBe('speaks-against');
    expect(outcome(submitted, approve, 'chair', now)).toBe('→ approved');
    const approved = acted(submitted, 'chair', approve, now);
    expect(historyLine(approved.history.at(-1) as never, 'de')).toMatch(/freigegeben \(trotz Wochenende\)$/);
    expect(outcome(approved, { kind: 'invite' }, 'lotse', now)).toBe('→ invited');
  });

  test('before something else that was booked meanwhile is submitted, approved and invited to', () => {
    const then = { ...now, booked: bookedBy([other()]) };
    const draft = plannedAt();
    expect(outcome(draft, { kind: 'submit' }, 'lotse', then)).toBe('speaks-against');
    const waiting = acted(draft, 'lotse', { kind: 'submit' }, now);
    expect(outcome(waiting, { kind: 'approve' }, 'chair', then)).toBe('speaks-against');
    const approved = acted(waiting, 'chair', { kind: 'approve' }, now);
    expect(outcome(approved, { kind: 'invite' }, 'lotse', then)).toBe('speaks-against');
  });

  test('but never of a day that is over', () => {
    const move = { kind: 'move', day: '2026-11-22', time: '14:00', reason: 'x', urgency: 'y' } as const;
    const invited = invitedAt();
    expect(outcome(invited, { ...move, seen: 'weekend:2026-11-22' }, 'lotse', now)).toBe('day-not-possible');
    const edit = { kind: 'edit', plan: { ...plan, day: '2026-11-20' } } as const;
    expect(outcome(plannedAt(), edit, 'lotse', now)).toBe('day-not-possible');
  });
});

describe('on the cards', () => {
  const office = as('digitallotse');
  let program: Program;
  beforeEach(async () => {
    program = await startProgram(demo);
  });
  const dataOf = (reply: Reply) => reply.data as Readonly<Record<string, unknown>>;
  const press = async (verb: string, data: object, who: object = office) =>
    dataOf(await program.press(verb, data as never, who));

  test('a named day is said at once, the form asks, and one press goes on', async () => {
    const form = dataOf(await program.ask('Neue Sitzung am 13.12.2026 14:00', office));
    expect(form).toMatchObject({ against: 'weekend:2026-12-13' });
    const asked = await press('beirat.save', form);
    expect(asked).toMatchObject({ against: 'weekend:2026-12-13', day: '2026-12-13' });
    expect(dataOf(await program.ask('Meine Sitzungen', office)).items).toEqual([]);
    const other = await press('beirat.save', { ...asked, day: '2026-12-12', seen: asked.against });
    expect(other).toMatchObject({ against: 'weekend:2026-12-12' });
    await press('beirat.save', { ...asked, seen: asked.against });
    expect(dataOf(await program.ask('B-2026/1', office)).seen).toBe('weekend:2026-12-13');
  });

  test('a second meeting in the same room at the same time is asked', async () => {
    const first = dataOf(await program.ask('Neue Sitzung', office));
    await press('beirat.save', { ...first, day: '2026-12-10' });
    const second = dataOf(await program.ask('Neue Sitzung', office));
    const asked = await press('beirat.save', { ...second, day: '2026-12-10', time: '15:00' });
    expect(asked.against).toBe('room:B-2026-1:2026-12-10');
    expect(asked.remark).toContain('B-2026/1 tagt dort von 14:00 bis 16:00 Uhr');
  });

  test('a day that is over is a no, with nothing to press', async () => {
    const form = dataOf(await program.ask('Neue Sitzung', office));
    const no = await press('beirat.save', { ...form, day: '2026-11-22' });
    expect((no.errors as Record<string, unknown>).day).toContain('schon vorbei');
    expect(no.against).toBeUndefined();
  });

  test('the chair reads it and approves all the same; typed words ask first', async () => {
    const form = dataOf(await program.ask('Neue Sitzung am 13.12.2026 14:00', office));
    await press('beirat.save', { ...form, seen: form.against });
    await program.ask('B-2026/1 vorlegen', office);
    const chair = as('vorsitz-beirat');
    const asked = dataOf(await program.ask('B-2026/1 freigeben', chair));
    expect(asked).toMatchObject({ seen: 'weekend:2026-12-13', state: 'Beim Vorsitz zur Freigabe' });
    expect(asked.cautions).toContainEqual(expect.stringContaining('Wochenende'));
    const done = await press('beirat.approve', { id: 'B-2026-1', draft: 1, seen: asked.seen }, chair);
    expect(done.state).toBe('Freigegeben, noch nicht eingeladen');
    expect((done.history as string[])[0]).toContain('trotz Wochenende');
  });

  test('moving asks, typed as well as pressed, and one press moves', async () => {
    const form = dataOf(await program.ask('Neue Sitzung', office));
    await press('beirat.save', { ...form, day: '2026-12-10' });
    await program.ask('B-2026/1 vorlegen', office);
    await program.ask('B-2026/1 freigeben', as('vorsitz-beirat'));
    await program.ask('B-2026/1 einladen', office);
    const typed = await program.ask('B-2026/1 verlegen auf 13.12.2026 15:00: Saal belegt', office);
    expect(typed.card).toBe('beirat/change');
    expect(dataOf(typed)).toMatchObject({
      anyway: 'move',
      seen: 'weekend:2026-12-13',
      day: '2026-12-13',
      time: '15:00',
      reason: 'Saal belegt',
    });
    expect(dataOf(await program.ask('B-2026/1', office)).subtitle).toContain('10. Dezember');
    const { day, time, reason, issue, seen } = dataOf(typed);
    const asked = await press('beirat.move', { id: 'B-2026-1', issue, day, time, reason });
    expect(asked).toMatchObject({ anyway: 'move', seen });
    const moved = await press('beirat.move', { id: 'B-2026-1', issue, day, time, reason, seen });
    expect(moved.subtitle).toContain('13. Dezember');
  });
});
