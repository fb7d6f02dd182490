import { describe, expect, test } from '@jest/globals';
import { openRequestTypes } from '../../../src/app/request-types.ts';
import { decideAct } from '../../../src/case/cases.ts';
import type { Context, Request } from '../../../src/features/requests/model.ts';
import { councilPaper } from '../../../src/features/requests/outcome/council.ts';
import { paperName } from '../../../src/features/requests/outcome/papers.ts';
import { applies } from '../../../src/features/requests/route.ts';
import { requestType } from '../../../src/features/requests/type.ts';
import { stepViews } from '../../../src/features/requests/views/steps.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { acted, contextAt, party, submittedBy } from './world.ts';

const types = await openRequestTypes(await demoDirectory());
const found = types.find(({ id }) => id === 'procurement');
if (!found) throw new Error('there is no form for procurement');
const procurement = found;
const kind = requestType({
  openForm: async () => {
    throw new Error('nobody opens a form here');
  },
});
const worldAt = (day: string): Context => ({ ...contextAt(`${day}T09:00:00.000Z`), types });
const presses = (request: Request, who: string, data: object, day = '2026-12-20'): Request => {
  const change = decideAct(
    kind,
    request,
    { revision: request.open?.visit, note: '', budget: '', amount: '', day: '', ...data } as never,
    party(who),
    worldAt(day),
    () => undefined,
  );
  return change ? { ...change.doc, version: request.version + 1 } : request;
};

const submitted = (euros: number) =>
  submittedBy(
    'staff-61',
    { subject: 'Netz', costs: euros * 100, reason: 'Unterricht' },
    { type: procurement },
  );
const agreedBy = (request: Request, ...who: readonly string[]) =>
  who.reduce((now, one) => acted(now, one, { kind: 'approve' }, worldAt('2026-11-24')), request);
const waits = agreedBy(submitted(300_000), 'itb-61', 'lead-10.50', 'board-1', 'board-2');

describe('a request for the council', () => {
  test('waits for it behind the Stadtvorstand, whose side enters what it resolves', () => {
    expect(waits).toMatchObject({
      state: 'in-approval',
      open: { step: 'council', asked: ['board-1', 'board-2', 'board-3'] },
    });
    expect(stepViews(waits, 'de', worldAt('2026-11-24')).find(({ current }) => current)).toMatchObject({
      title: 'Stadtrat / HuFa · Entscheidung',
      text: expect.stringContaining('tragen ein'),
    });
  });

  test('is not asked for where the amount is below the limit', () => {
    const small = submitted(250_000);
    expect(small.route.filter((step) => applies(step, small)).map(({ id }) => id)).not.toContain('council');
  });

  test('needs the day of the meeting, and not one that lies ahead', () => {
    for (const day of ['', '31.02.2026', '2026-12-21'])
      expect(() => presses(waits, 'board-1', { kind: 'approve', day })).toThrow(
        expect.objectContaining({ code: 'day-missing' }),
      );
    const typed = presses(waits, 'board-1', { kind: 'approve', note: 'Beschluss vom 15.12.2026' });
    expect(typed.settled.at(-1)?.votes).toMatchObject([
      { resolvedOn: '2026-12-15', onBehalfOf: 'Stadtrat / HuFa' },
    ]);
  });

  test('goes on with the resolution, which shows who entered it and of which day it is', () => {
    const resolved = presses(waits, 'board-1', { kind: 'approve', day: '2026-12-15', note: 'einstimmig' });
    expect(resolved).toMatchObject({ state: 'approved', open: { step: 'buy' } });
    const step = stepViews(resolved, 'de', worldAt('2026-12-20')).find(({ title }) =>
      title.startsWith('Stadtrat'),
    );
    expect(step).toMatchObject({ mark: '✓' });
    expect(step?.text).toContain('Sitzung vom 15.12.2026');
    expect(step?.text).toContain('eingetragen von Funktion board-1');
    // Who writes down a resolution has not signed twice.
    expect(step?.text).not.toContain('dieselbe Person');
  });

  test('ends where the council says no', () => {
    const refused = presses(waits, 'board-2', { kind: 'reject', day: '2026-12-15', note: 'zu teuer' });
    expect(refused.state).toBe('rejected');
  });

  test('is decided by nobody below: neither 10.50 nor anybody else enters it or goes over its head', () => {
    for (const act of ['approve', 'override'])
      expect(() =>
        presses(waits, 'lead-10.50', { kind: act, day: '2026-12-15', reason: 'eilt', decision: 'approve' }),
      ).toThrow();
  });

  test('has the text for its paper as long as it waits, for those who bring it there', () => {
    const world = worldAt('2026-11-24');
    const text = JSON.stringify(councilPaper(waits, world, 'de'));
    expect(text).toMatch(/Dem Vorhaben „Notebook“ wird zugestimmt\. Die Mittel in Höhe von 300\.000,00\s€/);
    expect(text).toContain('Unterricht');
    expect(text).toContain('Stadtvorstand');
    expect(paperName(waits, 'board-1', world)?.de).toBe('Text für die Vorlage');
    expect(paperName(waits, 'staff-61', world)).toBeUndefined();
    expect(councilPaper(submitted(300_000), world, 'de')).toBeUndefined();
  });
});
