import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { openPartners } from '../../../src/app/partners.ts';
import { openRequestTypes } from '../../../src/app/request-types.ts';
import { csvLine } from '../../../src/core/csv.ts';
import { decidedValues } from '../../../src/features/requests/decided.ts';
import type { Context, FieldValues, PartnerBody, Request } from '../../../src/features/requests/model.ts';
import { entryTable, proposedEntry, releasePaper } from '../../../src/features/requests/outcome/release.ts';
import { applies } from '../../../src/features/requests/route.ts';
import { checkTypes } from '../../../src/features/requests/types/check.ts';
import type { RequestType } from '../../../src/features/requests/types/model.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { type Act, acted, contextAt, submittedBy } from './world.ts';

const model = await demoDirectory();
const types = await openRequestTypes(model);
const found = types.find(({ id }) => id === 'specialist-application');
if (!found) throw new Error('there is no form for specialist applications');
const type: RequestType = found;
const shipped: readonly PartnerBody[] = openPartners();

const simple: FieldValues = {
  subject: 'Terminvergabe',
  change: 'new',
  reason: 'Termine online, § 1 OZG',
  costs: 500_000,
  'personal-data': 'none',
  operation: 'kgrz',
  protection: 'normal',
  monitoring: 'no',
  accessibility: 'yes',
};
const worldAt = (time: string, partners = shipped): Context => ({
  ...contextAt(time),
  types: [type],
  partners,
});
const at = (minute: number) => `2026-11-23T09:${String(minute).padStart(2, '0')}:00.000Z`;

const submitted = (more: FieldValues): Request => submittedBy('staff-61', { ...simple, ...more }, { type });
const wayOf = (request: Request) =>
  request.route.filter((step) => applies(step, request)).map(({ id }) => id);

const answers = fc.record({
  change: fc.constantFrom('new', 'change', 'replace', 'extend'),
  costs: fc.constantFrom(undefined, 0, 500_000, 9_900_000),
  'personal-data': fc.constantFrom('none', 'public', 'staff', 'both', 'unknown'),
  operation: fc.constantFrom('kgrz', 'processor', 'cloud', 'unknown'),
  protection: fc.constantFrom('normal', 'high', 'very-high', 'unknown'),
  monitoring: fc.constantFrom('no', 'yes', 'unknown'),
  accessibility: fc.constantFrom('yes', 'partly', 'no', 'unknown'),
  application: fc.constantFrom(undefined, 'bau'),
  'cross-departmental': fc.constantFrom(undefined, true),
  fundamental: fc.constantFrom(undefined, true),
});

describe('each answer changes the way', () => {
  test('nothing special goes to nobody outside the role model', () => {
    expect(wayOf(submitted({}))).toEqual(['unit', 'co-decision', 'operate']);
  });

  test('whatever else is said, what concerns a body brings it in, and so does what nobody knows yet', () => {
    void fc.assert(
      fc.property(answers, (given) => {
        const fields = Object.fromEntries(
          Object.entries({ ...simple, ...given }).filter(([, value]) => value !== undefined),
        ) as FieldValues;
        const request = { ...submitted({}), fields };
        const way = wayOf(request);
        expect(way.includes('data-protection')).toBe(given['personal-data'] !== 'none');
        expect(way.includes('staff-council')).toBe(given.monitoring !== 'no');
        expect(way.includes('disability')).toBe(given.accessibility !== 'yes');
        expect(way.includes('security')).toBe(given.protection !== 'normal' || given.operation !== 'kgrz');
        // Before anybody decides, so that the decision can rest on it.
        const decision = way.indexOf('co-decision');
        for (const body of ['data-protection', 'security', 'disability', 'staff-council'])
          expect(way.indexOf(body)).toBeLessThan(decision);
        expect(decidedValues(request)).toBe(request.fields);
      }),
    );
  });

  test('no type lets a body outside the role model decide, and each of its steps quotes a rule', () => {
    const partnered = types.flatMap(({ route }) => route.filter(({ partner }) => partner));
    expect(partnered.length).toBeGreaterThan(3);
    for (const { duty, rule, partner } of partnered) {
      expect(['hear', 'consent', 'inform']).toContain(duty);
      expect(rule?.quote).toBeTruthy();
      expect(shipped.map(({ id }) => id)).toContain(partner);
    }
  });

  test.each([
    ['decides', { duty: 'approve' as const }, 'hear'],
    ['takes part without a rule', { rule: undefined }, 'rule'],
  ])('a type in which one %s is refused with its place', (_what, wrong, remedy) => {
    const route = type.route.map((step) => (step.id === 'data-protection' ? { ...step, ...wrong } : step));
    const findings = checkTypes([{ value: { ...type, route }, path: ['types', 0] }], model.roles);
    expect(findings.some(({ text, path }) => text.de.includes(remedy) && path.includes('route'))).toBe(true);
  });
});

const yes: Act = { kind: 'approve' };
const opinion: Act = { kind: 'opinion', note: 'Auftragsverarbeitung regeln' };

describe('a body outside the role model', () => {
  const monitored = acted(submitted({ monitoring: 'yes' }), 'itb-61', yes, worldAt(at(1)));

  test('speaks through 10.50 as long as the directory knows nobody of it, and that is shown', () => {
    expect(monitored.open).toMatchObject({ step: 'staff-council', asked: ['lead-10.50'] });
    const consented = acted(monitored, 'lead-10.50', yes, worldAt(at(2)));
    expect(consented.settled.at(-1)).toMatchObject({
      outcome: 'agreed',
      votes: [{ by: 'lead-10.50', onBehalfOf: 'Personalrat' }],
    });
    expect(consented.history.find(({ act }) => act === 'consented')?.facts).toMatchObject({ entered: true });
    // Writing down what it said is no decision of 10.50's own.
    expect(consented.open).toMatchObject({ step: 'co-decision', asked: ['lead-10.50'] });
  });

  test('acts itself where it stands in the list', () => {
    const people = shipped.map((one) =>
      one.id === 'personalrat' ? { ...one, people: ['digitallotse'] } : one,
    );
    const asked = acted(submitted({ monitoring: 'yes' }), 'itb-61', yes, worldAt(at(1), people));
    expect(asked.open?.asked).toEqual(['digitallotse']);
    const consented = acted(asked, 'digitallotse', yes, worldAt(at(2), people));
    expect(consented.settled.at(-1)?.votes[0]).not.toHaveProperty('onBehalfOf');
    expect(() => acted(asked, 'lead-10.50', yes, worldAt(at(2), people))).toThrow();
  });

  test('that does not consent has not decided: it goes back with the reason and comes to it again', () => {
    const refused = acted(monitored, 'lead-10.50', { kind: 'reject', note: 'Abschalten' }, worldAt(at(2)));
    expect(refused).toMatchObject({
      state: 'returned',
      question: { byName: 'Personalrat', text: 'Abschalten' },
      waitsFor: ['staff-61'],
    });
    const answered = acted(refused, 'staff-61', { kind: 'answer', note: 'Ist aus' }, worldAt(at(3)));
    expect(answered.open).toMatchObject({ step: 'staff-council', votes: [] });
    expect(acted(answered, 'lead-10.50', yes, worldAt(at(4))).open?.step).toBe('co-decision');
  });

  test('nobody goes over its head', () => {
    expect(() =>
      acted(monitored, 'lead-10.50', { kind: 'override', decision: 'approve', note: 'eilt' }, worldAt(at(2))),
    ).toThrow(expect.objectContaining({ code: 'not-below' }));
  });
});

describe('the release paper', () => {
  const asked = acted(
    submitted({ 'personal-data': 'public', administrator: 'Amt 61' }),
    'itb-61',
    yes,
    worldAt(at(1)),
  );
  const heard = acted(asked, 'lead-10.50', opinion, worldAt(at(2)));
  const agreed = acted(heard, 'lead-10.50', { ...yes, note: 'Für zwei Jahre' }, worldAt(at(3)));

  test('is there as soon as everybody who decides has agreed, and not before', () => {
    expect(releasePaper(heard, worldAt(at(4)), 'de')).toBeUndefined();
    expect(releasePaper(agreed, worldAt(at(4)), 'de')).toMatchObject({ title: 'Freigabe: Notebook' });
    const rejected = acted(heard, 'lead-10.50', { kind: 'reject', note: 'nein' }, worldAt(at(3)));
    expect(releasePaper(rejected, worldAt(at(4)), 'de')).toBeUndefined();
  });

  test('says who took part, when, and under which conditions', () => {
    const text = JSON.stringify(releasePaper(agreed, worldAt(at(4)), 'de'));
    expect(text).toContain(
      'Datenschutzbeauftragte oder Datenschutzbeauftragter: Auftragsverarbeitung regeln',
    );
    expect(text).toContain('eingetragen von Funktion lead-10.50');
    expect(text).toContain('10.50: Für zwei Jahre');
    expect(text).toContain('Art. 38 Abs. 1 DSGVO');
    expect(text).not.toContain('Personalrat');
  });

  test('does not claim what a change has undone', () => {
    const changed = acted(
      agreed,
      'staff-61',
      { kind: 'answer', fields: { ...agreed.fields, operation: 'cloud' } },
      worldAt(at(5)),
    );
    expect(changed.state).toBe('in-approval');
    expect(releasePaper(changed, worldAt(at(6)), 'de')).toBeUndefined();
  });

  test('proposes the line for the directory, with who is to administer it', () => {
    const entry = proposedEntry(
      { ...agreed, title: 'Online-Terminvergabe für Bürger' },
      type,
      worldAt(at(4)),
    );
    expect(entry).toMatchObject({
      id: 'online-terminvergabe-fuer-buerger',
      unit: '61',
      administrator: 'Amt 61',
    });
    expect(entry && entryTable(entry)).toContain(csvLine(['Kennung', 'Name', 'Zweck', 'Ämter']));
  });

  test('keeps the id of an application that is only changed', () => {
    const fields = { ...agreed.fields, change: 'change', application: 'bau', administrator: '' };
    const entry = proposedEntry({ ...agreed, fields }, type, worldAt(at(4)));
    expect(entry).toMatchObject({ id: 'bau', administrator: 'Funktion fa-bau' });
  });
});
