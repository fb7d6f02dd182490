import { describe, expect, test } from '@jest/globals';
import { peopleIn, withoutPeople } from '../../../src/case/people.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import { columns } from '../../../src/features/requests/export/table.ts';
import { stateOf } from '../../../src/features/requests/labels.ts';
import { openParts, Request } from '../../../src/features/requests/model.ts';
import { seenBy } from '../../../src/features/requests/parts.ts';
import { requestSeenAs } from '../../../src/features/requests/policy.ts';
import { requestRecord } from '../../../src/features/requests/record.ts';
import { explainRoute, isSettled } from '../../../src/features/requests/route.ts';
import { lateRemark } from '../../../src/features/requests/views/late.ts';
import { nowOf, stepViews } from '../../../src/features/requests/views/steps.ts';
import { missedByDraft, missedText } from '../../../src/features/requests/wish-date.ts';
import { asked, checklist, nine, worldAt } from './checklist.ts';
import { type Act, acted, away, decide, look, noticesOf, party, submittedBy } from './world.ts';

const open = (request: Request) => openParts(request).map(({ step }) => step);
const visitOf = (request: Request, step: string): number =>
  openParts(request).find((one) => one.step === step)?.visit ?? 0;
/** Presses the button of one part. */
const press = (request: Request, who: string, act: Act, step: string, world = nine): Request =>
  acted(request, who, { ...act, visit: visitOf(request, step) } as Act, world);
const done = (request: Request, who: string, step: string, world = nine): Request =>
  press(request, who, { kind: 'finish', note: `${step} erledigt` }, step, world);

/** The no that somebody reads. */
function no(does: () => unknown): string {
  try {
    does();
  } catch (error) {
    if (error instanceof Refusal) return error.text.de;
    throw error;
  }
  return 'done';
}

describe('a group of parts', () => {
  test('is open all at once, but for what comes after one of them', () => {
    expect(open(asked())).toEqual(['directory', 'rights', 'accounts', 'devices']);
  });

  test('opens only the parts that belong to the way', () => {
    expect(open(asked({ application: undefined }))).toEqual(['directory', 'accounts', 'devices']);
  });

  test('is ticked by each holder, in any order, and goes on when the last one is done', () => {
    let now = asked();
    now = done(now, 'support-kgrz', 'devices');
    expect(open(now)).toEqual(['directory', 'rights', 'accounts']);
    now = done(now, 'fa-bau', 'rights');
    expect(open(now)).toEqual(['directory', 'accounts', 'collect']);
    now = done(now, 'support-kgrz', 'collect');
    now = done(now, 'lead-10.50', 'directory');
    expect(open(now)).toEqual(['accounts']);
    expect(now.alongside).toBeUndefined();
    now = done(now, 'support-kgrz', 'accounts');
    expect(open(now)).toEqual(['close']);
    expect(done(now, 'digitallotse', 'close').state).toBe('done');
  });

  test('has a revision for each part, and none twice whoever takes or passes it on', () => {
    const taken = press(asked(), 'support-kgrz', { kind: 'take' }, 'accounts');
    const given = press(taken, 'lead-10.50', { kind: 'assign', note: 'eilt', to: 'betrieb-kgrz' }, 'devices');
    const visits = openParts(given).map(({ visit }) => visit);
    expect(new Set(visits).size).toBe(4);
    expect(Math.max(...visits)).toBe(6);
  });

  test('waits for everybody who has not done theirs', () => {
    const now = done(asked(), 'fa-bau', 'rights');
    expect([...now.waitsFor].sort()).toEqual(['lead-10.50', 'support-kgrz']);
  });

  test('says how many parts are done, and that it has been begun', () => {
    const now = done(asked(), 'fa-bau', 'rights');
    expect(nowOf(stepViews(now, 'de', nine), now, 'de')).toBe(
      '1 von 4 Teilen erledigt, offen: directory, accounts, devices',
    );
    expect(stateOf(now).de).toBe('In Arbeit');
    expect(stateOf(asked()).de).toBe('Wartet auf Bearbeitung');
  });

  test('is explained with the parts side by side: the longest counts, not the sum', () => {
    const matter = { unit: '61', fields: { application: 'bau' }, requester: { id: 'staff-61' } };
    const days = explainRoute(checklist, matter, nine).map(({ step, dueDay }) => [step.id, dueDay]);
    expect(days).toEqual([
      ['directory', '2026-11-26'],
      ['rights', '2026-11-26'],
      ['accounts', '2026-11-26'],
      ['devices', '2026-11-30'],
      ['collect', '2026-12-03'],
      ['close', '2026-12-07'],
    ]);
    const missed = missedByDraft(checklist, { day: '2026-11-25' }, checklist.route, nine);
    expect(missed?.end).toBe('2026-12-07');
    expect(missed && missedText(missed, 'de')).toContain('zusammen 10 Arbeitstage');
  });
});

describe('whoever has one of the parts', () => {
  test('looks at the request from there, and others from the first', () => {
    expect(seenBy(asked(), 'fa-bau', nine).open?.step).toBe('rights');
    expect(seenBy(asked(), 'lead-10.50', nine).open?.step).toBe('directory');
    expect(seenBy(asked(), 'staff-36', nine).open?.step).toBe('directory');
  });

  test('sees it before they were asked by name, as everybody who may act does', () => {
    expect(requestSeenAs(asked(), 'fa-bau', nine)).toBe('case');
    expect(requestSeenAs(asked(), 'board-1', nine)).toBeUndefined();
  });

  test('means theirs when they type', () => {
    const now = acted(asked(), 'fa-bau', { kind: 'finish', note: 'entzogen' }, nine);
    expect(open(now)).toEqual(['directory', 'accounts', 'devices']);
  });

  test('must choose when they have several', () => {
    const type = () => decide(asked(), { kind: 'finish', note: 'fertig' }, party('support-kgrz'), nine);
    expect(no(type)).toMatch(/mehrere Teile offen: accounts, devices/);
    const give = { kind: 'assign', note: 'eilt', to: 'betrieb-kgrz' } as const;
    expect(no(() => decide(asked(), give, party('lead-10.50'), nine))).toMatch(/Bitte wählen Sie den Teil/);
  });

  test('cannot do that of somebody else', () => {
    expect(no(() => done(asked(), 'fa-bau', 'accounts'))).toMatch(/liegt nicht bei Ihnen/);
  });

  test('is told once, however many are theirs', () => {
    const start = asked();
    const change = decide(
      start,
      { kind: 'answer', note: 'später', fields: { ...start.fields, day: '2027-01-15' } },
      party('staff-61'),
      nine,
    );
    const told = noticesOf(change?.also).filter((id) => id.endsWith('support-kgrz'));
    expect(told).toHaveLength(1);
  });

  test('who presses too late changes nothing and reads who was first', () => {
    const old = asked();
    const now = done(old, 'support-kgrz', 'accounts');
    const late = { kind: 'finish', note: 'noch einmal', visit: visitOf(old, 'accounts') } as const;
    expect(decide(now, late, party('support-kgrz'), nine)).toBeUndefined();
    expect(lateRemark(now, late.visit)?.de).toContain('Bereits erledigt von Funktion support-kgrz');
    // That another part was done meanwhile is not late.
    expect(lateRemark(now, visitOf(old, 'devices'))).toBeUndefined();
    expect(done(now, 'fa-bau', 'rights').settled).toHaveLength(2);
  });
});

describe('a question about one part', () => {
  const questioned = press(asked(), 'fa-bau', { kind: 'ask', note: 'Welche Rechte?' }, 'rights');

  test('leaves the others alone, which can be done meanwhile', () => {
    expect(questioned.state).toBe('returned');
    expect(questioned.open?.step).toBe('rights');
    const now = done(questioned, 'support-kgrz', 'accounts');
    expect(open(now)).toEqual(['rights', 'directory', 'devices']);
    expect(now.waitsFor).toContain('staff-61');
  });

  test('comes back to that part when it is answered, and the cards of the others still hold', () => {
    const before = visitOf(questioned, 'devices');
    const now = acted(questioned, 'staff-61', { kind: 'answer', note: 'Alle' }, nine);
    expect(now.question).toBeUndefined();
    expect(visitOf(now, 'devices')).toBe(before);
    expect(visitOf(now, 'rights')).toBeGreaterThan(visitOf(questioned, 'rights'));
  });

  test('stays one when another part asks, too; each is answered for itself', () => {
    const both = press(questioned, 'support-kgrz', { kind: 'ask', note: 'Welches Gerät?' }, 'devices');
    expect(openParts(both).filter(({ question }) => question)).toHaveLength(2);
    const one = press(both, 'staff-61', { kind: 'answer', note: 'Notebook' }, 'devices');
    expect(openParts(one).flatMap(({ question }) => question?.text ?? [])).toEqual(['Welche Rechte?']);
    expect(one.state).toBe('returned');
  });

  test('survives a change that is made as the answer to another', () => {
    const both = press(questioned, 'support-kgrz', { kind: 'ask', note: 'Welches Gerät?' }, 'devices');
    const fields = { ...both.fields, day: '2027-01-15' };
    const now = press(both, 'staff-61', { kind: 'answer', note: 'später', fields }, 'devices');
    expect(openParts(now).flatMap(({ question }) => question?.text ?? [])).toEqual(['Welche Rechte?']);
  });
});

describe('a change while parts are open', () => {
  const half = done(press(asked(), 'lead-10.50', { kind: 'take' }, 'directory'), 'support-kgrz', 'accounts');
  const later = { ...half.fields, day: '2027-01-15' };
  const changed = acted(half, 'staff-61', { kind: 'answer', note: 'später', fields: later }, nine);

  test('asks again what was done already, and tells whoever did it', () => {
    expect([...open(changed)].sort()).toEqual(['accounts', 'devices', 'directory', 'rights']);
    expect(isSettled(checklist.route[2] as never, changed)).toBe(false);
    const told = decide(half, { kind: 'answer', note: 'später', fields: later }, party('staff-61'), nine);
    expect(noticesOf(told?.also)).toContain('IT-2026-0001 changed 1 support-kgrz');
  });

  test('leaves the work with whoever had taken it, and makes every older card old', () => {
    expect(openParts(changed).find(({ step }) => step === 'directory')?.takenBy).toBe('lead-10.50');
    const oldest = Math.max(...openParts(half).map(({ visit }) => visit));
    expect(Math.min(...openParts(changed).map(({ visit }) => visit))).toBeGreaterThan(oldest);
  });

  test('is not ticked unseen by typing', () => {
    const type = () => decide(changed, { kind: 'finish', note: 'ja' }, party('fa-bau'), nine);
    expect(type).toThrow(Refusal);
    expect(done(changed, 'fa-bau', 'rights').settled.at(-1)?.outcome).toBe('carried-out');
  });

  test('opens a part that belongs to the way only now, and drops one that does not any more', () => {
    const without = asked({ application: undefined });
    const fields = { ...without.fields, application: 'bau' };
    const more = acted(without, 'staff-61', { kind: 'answer', note: 'doch', fields }, nine);
    expect(open(more)).toContain('rights');
    const { application: _, ...fewer } = more.fields;
    const less = acted(more, 'staff-61', { kind: 'answer', note: 'nicht', fields: fewer }, nine);
    expect(open(less)).not.toContain('rights');
  });

  test('of what nobody decides on leaves the parts as they are', () => {
    const fields = { ...half.fields, details: 'Schlüssel' };
    const now = acted(half, 'staff-61', { kind: 'answer', note: 'auch das', fields }, nine);
    expect(now.settled.filter(({ outcome }) => outcome === 'carried-out')).toHaveLength(1);
    expect(now.fields.details).toBe('Schlüssel');
  });
});

describe('taking it back', () => {
  test('is possible as long as nobody works on any part', () => {
    expect(acted(asked(), 'staff-61', { kind: 'withdraw' }, nine).state).toBe('withdrawn');
    const taken = press(asked(), 'support-kgrz', { kind: 'take' }, 'devices');
    expect(no(() => acted(taken, 'staff-61', { kind: 'withdraw' }, nine))).toMatch(/Funktion support-kgrz/);
    const one = done(asked(), 'support-kgrz', 'devices');
    expect(no(() => acted(one, 'staff-61', { kind: 'withdraw' }, nine))).toMatch(
      /Ein Teil ist schon erledigt/,
    );
  });

  test('leaves nothing open', () => {
    const gone = acted(asked(), 'staff-61', { kind: 'withdraw' }, nine);
    expect([gone.open, gone.alongside, gone.waitsFor]).toEqual([undefined, undefined, []]);
  });
});

describe('time', () => {
  test('reminds of each part by its own day', () => {
    const late = look(asked(), worldAt('2026-11-27T09:00:00.000Z'));
    const reminded = noticesOf(late.also).filter((id) => id.includes(' reminder '));
    // Devices are due on the 30th.
    expect(reminded.map((id) => id.split(' ').at(-1)).sort()).toEqual([
      'fa-bau',
      'lead-10.50',
      'support-kgrz',
    ]);
    expect(openParts(late.doc as Request).map(({ urged }) => urged)).toEqual([1, 1, 1, 0]);
  });

  test('reminds of several parts of one person once', () => {
    const late = look(asked(), worldAt('2026-12-01T09:00:00.000Z'));
    const reminded = noticesOf(late.also).filter((id) => / reminder .*support-kgrz$/.test(id));
    expect(reminded).toHaveLength(1);
    expect(openParts(late.doc as Request).every(({ urged }) => urged > 0)).toBe(true);
  });

  test('follows the directory at each part', () => {
    const left = look(asked(), worldAt('2026-11-24T09:00:00.000Z', { absences: [away('support-kgrz')] }));
    const asks = openParts(left.doc as Request).map(({ asked: who }) => who.join());
    expect(asks).toEqual(['lead-10.50', 'fa-bau', 'betrieb-kgrz', 'betrieb-kgrz']);
  });

  test('reminds the requester of a question, and goes on reminding the others', () => {
    const questioned = press(asked(), 'fa-bau', { kind: 'ask', note: 'Welche Rechte?' }, 'rights');
    const late = look(questioned, worldAt('2026-12-02T09:00:00.000Z'));
    const told = noticesOf(late.also).filter((id) => id.includes(' reminder '));
    expect(told.some((id) => id.endsWith('staff-61'))).toBe(true);
    expect(told.some((id) => id.endsWith('support-kgrz'))).toBe(true);
  });
});

describe('what is kept of people', () => {
  test('is found and erased at every part', () => {
    const questioned = press(asked(), 'fa-bau', { kind: 'ask', note: 'Welche Rechte?' }, 'rights');
    const second = press(questioned, 'support-kgrz', { kind: 'ask', note: 'Wann?' }, 'devices');
    const taken = press(second, 'support-kgrz', { kind: 'take' }, 'accounts');
    const found = peopleIn(taken, requestRecord.people);
    expect(found).toContain('support-kgrz');
    const gone = withoutPeople(taken, requestRecord.people, (id) => id === 'support-kgrz');
    expect(JSON.stringify({ ...gone, history: [] })).not.toContain('support-kgrz');
    expect(Request.safeParse(gone).error).toBeUndefined();
    expect(open(gone as Request)).toHaveLength(4);
  });
});

test('The export names everybody who has a part, and the day of the first', () => {
  const row = (title: string) => columns.find((column) => column.title === title)?.of(asked());
  expect(row('Liegt bei')).toBe('strategisches-it-management; fachadministratoren; kgrz');
  expect(row('Fällig am')).toBe('2026-11-26');
});

test('A request of before, whose parts come one after the other, goes on as it was asked', () => {
  const route = checklist.route.map(({ group: _group, after: _after, name: _name, ...step }) => step);
  let now: Request = submittedBy(
    'staff-61',
    { subject: 'x', application: 'bau' },
    {
      type: { ...checklist, route },
    },
  );
  for (const [who, step] of [
    ['lead-10.50', 'directory'],
    ['fa-bau', 'rights'],
    ['support-kgrz', 'accounts'],
  ] as const) {
    expect(open(now)).toEqual([step]);
    now = acted(now, who, { kind: 'finish', note: 'fertig' }, nine);
  }
});
