import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { openRequestTypes } from '../../../src/app/request-types.ts';
import { decideAct } from '../../../src/case/cases.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import type { Context, Request } from '../../../src/features/requests/model.ts';
import { requestType } from '../../../src/features/requests/type.ts';
import { checkTypes } from '../../../src/features/requests/types/check.ts';
import { dutiesIn } from '../../../src/features/requests/views/duties.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { acted, contextAt, look, party, submittedBy } from './world.ts';

const model = await demoDirectory();
const types = await openRequestTypes(model);
const typeNamed = (id: string) => {
  const found = types.find((type) => type.id === id);
  if (!found) throw new Error(`there is no type ${id}`);
  return found;
};
const access = typeNamed('access');
const kind = requestType({
  openForm: async () => {
    throw new Error('nobody opens a form here');
  },
});

const worldAt = (day: string): Context => ({ ...contextAt(`${day}T09:00:00.000Z`), types });

/** Presses a button of the present card, or one drawn for another revision. */
function presses(
  request: Request,
  who: string,
  act: string,
  day: string,
  revision = request.open?.visit,
): Request {
  const change = decideAct(
    kind,
    request,
    { kind: act, revision, note: 'so' },
    party(who),
    worldAt(day),
    () => undefined,
  );
  return change ? { ...change.doc, version: request.version + 1 } : request;
}
const passes = (request: Request, day: string): Request => ({
  ...look(request, worldAt(day)).doc,
  version: request.version + 1,
});

const fields = {
  subject: 'Laufwerk S',
  'for-whom': 'Bauberatung',
  level: 'read',
  until: '2027-03-31',
  reason: 'Pläne',
};
const asked = submittedBy('staff-61', fields, { type: access });
const agreed = acted(
  acted(asked, 'itb-61', { kind: 'approve' }, worldAt('2026-11-23')),
  'lead-10.50',
  { kind: 'approve' },
  worldAt('2026-11-24'),
);
const inEffect = acted(
  agreed,
  'support-kgrz',
  { kind: 'finish', note: 'eingerichtet' },
  worldAt('2026-11-25'),
);

describe('a right that is limited in time', () => {
  test('rests once it is set up, and waits for nobody', () => {
    expect(inEffect).toMatchObject({
      state: 'in-effect',
      waitsFor: [],
      open: { step: 'review', restsUntil: '2027-03-17', asked: [] },
      dueAt: '2027-03-17T07:00:00.000Z',
    });
    expect(passes(inEffect, '2027-03-16').open).toEqual(inEffect.open);
  });

  test('comes back for confirmation two weeks before its day', () => {
    const back = passes(inEffect, '2027-03-17');
    expect(back).toMatchObject({ state: 'in-effect', waitsFor: ['itb-61'], open: { step: 'review' } });
    expect(back.open?.restsUntil).toBeUndefined();
    expect(back.open?.visit).toBeGreaterThan(inEffect.open?.visit ?? 0);
  });

  test('goes on when it is still needed: the day moves, both stay in the record, and it rests again', () => {
    const longer = presses(passes(inEffect, '2027-03-17'), 'itb-61', 'prolong', '2027-03-18');
    expect(longer).toMatchObject({
      state: 'in-effect',
      fields: { until: '2028-03-31' },
      open: { restsUntil: '2028-03-17' },
      waitsFor: [],
    });
    expect(longer.earlier.at(-1)?.fields.until).toBe('2027-03-31');
    expect(longer.history.find(({ act }) => act === 'prolonged')?.facts).toMatchObject({
      from: '2027-03-31',
      to: '2028-03-31',
    });
  });

  test('is taken away when it is not needed, or when nobody says anything until its day', () => {
    const ended = presses(passes(inEffect, '2027-03-17'), 'itb-61', 'expire', '2027-03-18');
    expect(ended).toMatchObject({ state: 'approved', open: { step: 'remove', asked: ['support-kgrz'] } });
    let silent = passes(inEffect, '2027-03-17');
    for (const day of ['2027-03-25', '2027-03-31']) silent = passes(silent, day);
    expect(silent.open?.step).toBe('review');
    const over = passes(silent, '2027-04-01');
    expect(over.open?.step).toBe('remove');
    const removed = acted(over, 'support-kgrz', { kind: 'finish', note: 'entzogen' }, worldAt('2027-04-01'));
    expect(removed.state).toBe('done');
  });

  test('can be ended by whoever asked for it at any time, and not withdrawn as if it had never been', () => {
    expect(presses(inEffect, 'staff-61', 'expire', '2026-12-01').open?.step).toBe('remove');
    expect(() => presses(inEffect, 'staff-61', 'withdraw', '2026-12-01')).toThrow(
      expect.objectContaining({ code: 'in-effect' }),
    );
  });

  test.each(['prolong', 'ask', 'pass-on', 'override', 'assign'])(
    'cannot be handled while it rests: %s',
    (act) => {
      const who = ['override', 'assign'].includes(act) ? 'lead-10.50' : 'itb-61';
      expect(() => presses(inEffect, who, act, '2026-12-01')).toThrow(Refusal);
    },
  );

  test('is not prolonged twice by a press that comes late', () => {
    const back = passes(inEffect, '2027-03-17');
    const longer = presses(back, 'itb-61', 'prolong', '2027-03-18');
    expect(presses(longer, 'itb-61', 'prolong', '2027-03-18', back.open?.visit)).toBe(longer);
  });

  test('whatever happens, it is never set up beyond its day without anybody having prolonged it', () => {
    const happening = fc.oneof(
      fc.record({ days: fc.integer({ min: 1, max: 60 }) }),
      fc.record({
        act: fc.constantFrom('prolong', 'expire', 'finish'),
        who: fc.constantFrom('itb-61', 'support-kgrz'),
      }),
    );
    void fc.assert(
      fc.property(fc.array(happening, { minLength: 5, maxLength: 40 }), (happenings) => {
        let request = inEffect;
        let day = Date.parse('2026-11-26');
        for (const one of happenings) {
          const today = () => new Date(day).toISOString().slice(0, 10);
          if ('days' in one) {
            for (let left = one.days; left > 0; left -= 1) {
              day += 86_400_000;
              if ((request.dueAt ?? '9') <= `${today()}T09:00`) request = passes(request, today());
            }
          } else {
            try {
              request = presses(request, one.who, one.act, today());
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
            }
          }
          if (request.state === 'in-effect') expect(String(request.fields.until) >= today()).toBe(true);
          const prolonged = request.history.filter(({ act }) => act === 'prolonged');
          expect(request.fields.until).toBe(prolonged.at(-1)?.facts?.to ?? '2027-03-31');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a type that would leave it without an end is refused', () => {
    const broken = [
      {
        ...access,
        fields: access.fields.map((field) => (field.id === 'until' ? { ...field, required: false } : field)),
      },
      {
        ...access,
        route: access.route.map((step) => (step.id === 'review' ? { ...step, renews: undefined } : step)),
      },
    ];
    for (const value of broken)
      expect(
        checkTypes([{ value, path: ['types', 0] }], model.roles).some(({ path }) => path.includes('route')),
      ).toBe(true);
  });
});

describe('somebody who leaves', () => {
  const leaving = submittedBy(
    'staff-61',
    { subject: 'IT-Beauftragte', change: 'leave', day: '2026-12-31', person: 'itb-61', application: 'bau' },
    { type: typeNamed('people-change') },
  );

  test('is one request with a part for everybody who has something to do', () => {
    expect(leaving.open?.step).toBe('directory');
    const next = acted(leaving, 'lead-10.50', { kind: 'finish', note: 'eingetragen' }, worldAt('2026-11-23'));
    expect(next.open?.step).toBe('rights');
    const last = acted(next, 'fa-bau', { kind: 'finish', note: 'entzogen' }, worldAt('2026-11-23'));
    expect(last.open?.step).toBe('accounts');
    expect(acted(last, 'support-kgrz', { kind: 'finish', note: 'zurück' }, worldAt('2026-11-23')).state).toBe(
      'done',
    );
  });

  test('a newcomer has nothing that 10.50 must hand over', () => {
    const joining = submittedBy(
      'staff-61',
      { subject: 'Bauberatung', change: 'join', day: '2026-12-31' },
      { type: typeNamed('people-change') },
    );
    expect(joining.open?.step).toBe('accounts');
  });

  test('shows what hangs on the person, with who is left for it', () => {
    const world = worldAt('2026-11-23');
    const waits = submittedBy('staff-61');
    const { title, lines } = dutiesIn(leaving, typeNamed('people-change'), [waits], world, 'de') ?? {
      lines: [],
    };
    expect(title).toBe('Was an Funktion itb-61 hängt');
    expect(lines).toEqual([
      'IT-Beauftragte · Amt 61: bleibt bei Funktion itb-61-deputy',
      'Offener Schritt IT-2026-0001 Notebook: kann übernehmen: Funktion itb-61-deputy',
    ]);
  });

  test('names what nobody is left for', () => {
    const alone = { ...leaving, fields: { ...leaving.fields, person: 'fa-bau' } };
    const shown = dutiesIn(alone, typeNamed('people-change'), [], worldAt('2026-11-23'), 'de');
    expect(shown?.lines).toEqual(['Fachadministratoren · bau-Verfahren: noch niemand, bitte besetzen']);
  });

  test('of whom nothing is known, nothing is claimed', () => {
    const unknown = { ...leaving, fields: { ...leaving.fields, person: 'staff-36' } };
    const shown = dutiesIn(unknown, typeNamed('people-change'), [], worldAt('2026-11-23'), 'de');
    expect(shown?.lines).toEqual(['Im Verzeichnis nichts, und kein offener Schritt.']);
  });
});
