import { describe, expect, test } from '@jest/globals';
import { Refusal } from '../../../src/core/refusal.ts';
import { historyLine } from '../../../src/features/requests/labels.ts';
import type { Request } from '../../../src/features/requests/model.ts';
import { RequestType } from '../../../src/features/requests/types/model.ts';
import { decisionWords } from '../../../src/features/requests/views/prompts.ts';
import { stepViews } from '../../../src/features/requests/views/steps.ts';
import { type Act, acted, allActed, contextAt, decide, party, submittedBy, workplace } from './world.ts';

/* A change asks again whoever had decided. They can leave it as it is, say otherwise, or ask: all roles all of it. */

const nine = contextAt('2026-11-23T09:00:00.000Z');
const later = contextAt('2026-11-24T09:00:00.000Z');

const withStep = (more: object) =>
  RequestType.parse({
    ...workplace,
    route: [
      { id: 'first', of: 'administration', due: 3, because: { de: 'weil', en: 'because' }, ...more },
      ...workplace.route.slice(-1),
    ],
  });

type Row = readonly [what: string, more: object, who: string, say: Act];
/** Each kind of step at which somebody speaks, and what they said there first. */
const rows: readonly Row[] = [
  [
    'a recommendation',
    { role: 'strategisches-it-management', duty: 'recommend' },
    'lead-10.50',
    { kind: 'approve', note: 'mit Schulung' },
  ],
  [
    'a recommendation against it',
    { role: 'strategisches-it-management', duty: 'recommend' },
    'lead-10.50',
    { kind: 'reject', note: 'zu früh' },
  ],
  [
    'an approval',
    { role: 'strategisches-it-management', duty: 'approve' },
    'lead-10.50',
    { kind: 'approve', note: 'mit Auflage' },
  ],
  ['an opinion', { role: 'kgrz', duty: 'hear' }, 'support-kgrz', { kind: 'opinion', note: 'läuft' }],
  [
    'a consent',
    {
      role: 'strategisches-it-management',
      partner: 'data-protection',
      duty: 'consent',
      rule: { quote: 'so', passage: { de: 'Art.', en: 'Art.' } },
    },
    'lead-10.50',
    { kind: 'approve', note: 'mit Vertrag' },
  ],
];

/** Said, then changed: it waits at the same step once more. */
function changedAfter([, more, who, say]: Row): Request {
  const start = submittedBy('staff-61', { costs: 5_000_00 }, { type: withStep(more) });
  const said = acted(start, who, { ...say, visit: start.open?.visit } as Act, nine);
  expect(said.open?.step).toBe('provided');
  return acted(
    said,
    'staff-61',
    { kind: 'answer', note: 'teurer', fields: { ...said.fields, costs: 6_000_00 } },
    nine,
  );
}

const again = (request: Request, who: string, act: Act): Request =>
  acted(request, who, { ...act, visit: request.open?.visit } as Act, later);
const lastVote = (request: Request) => request.settled.at(-1)?.votes[0];

describe('after a change', () => {
  test.each(rows)('%s can be left as it is, with the reason of before', (...row) => {
    const [, , who, say] = row;
    const request = changedAfter(row);
    expect(request.open?.step).toBe('first');
    // One press, with nothing written.
    const same =
      say.kind === 'opinion' ? { kind: 'opinion', note: '', same: true } : { kind: say.kind, note: '' };
    const now = again(request, who, same as Act);
    expect(now.open?.step).toBe('provided');
    expect(lastVote(now)?.note).toBe('note' in say ? say.note : '');
    expect(now.history.at(-2)?.facts?.again ?? now.history.at(-1)?.facts?.again).toBe(true);
  });

  test.each(rows)('%s can be taken back or given otherwise, with a new reason', (...row) => {
    const [, , who, say] = row;
    const request = changedAfter(row);
    const other = say.kind === 'approve' ? 'reject' : say.kind === 'reject' ? 'approve' : 'opinion';
    const now = again(request, who, { kind: other, note: 'jetzt anders' } as Act);
    const entry = now.history.findLast(({ facts }) => facts?.again !== undefined);
    expect(entry?.facts?.again).toBe(false);
    expect(entry?.note).toBe('jetzt anders');
    expect(entry && historyLine(entry, 'de')).toContain('anders als vor der Änderung');
  });

  test.each(rows)('%s can be held back by a question', (...row) => {
    const now = again(changedAfter(row), row[2], { kind: 'ask', note: 'Warum teurer?' });
    expect(now).toMatchObject({ state: 'returned', question: { text: 'Warum teurer?' } });
  });

  test.each(rows)('%s is not renewed by typing what was meant for something else', (...row) => {
    const [, , who, say] = row;
    const request = changedAfter(row);
    if (say.kind === 'reject') return;
    const typed = say.kind === 'opinion' ? { kind: 'opinion', note: 'so' } : { kind: 'approve' };
    expect(() => decide(request, typed as Act, party(who), later)).toThrow(Refusal);
  });
});

test('A recommendation that is withdrawn goes on as one against it', () => {
  const [row] = rows;
  const now = again(changedAfter(row as Row), 'lead-10.50', { kind: 'reject', note: 'zu teuer' });
  expect(now.open?.step).toBe('provided');
  expect(stepViews(now, 'de', later)[0]).toMatchObject({ mark: '✕' });
});

test('A no needs words of its own: those of somebody else, or of a yes, are no reason', () => {
  const request = allActed(submittedBy('staff-61', { costs: 5_000_00 }), [
    ['itb-61', { kind: 'approve', note: 'passt' }],
  ]);
  const changed = acted(
    request,
    'staff-61',
    { kind: 'answer', fields: { ...request.fields, costs: 6_000_00 }, note: 'mehr' },
    nine,
  );
  expect(changed.open?.step).toBe('unit');
  expect(() => again(changed, 'itb-61', { kind: 'reject', note: '' })).toThrow('reason-missing');
});

test('The buttons say what each would mean after what was said before', () => {
  expect(decisionWords('recommend', 'yes', 'de')).toEqual({
    yes: 'Weiter befürworten',
    no: 'Nicht mehr befürworten',
  });
  expect(decisionWords('recommend', 'no', 'de')).toEqual({
    yes: 'Jetzt befürworten',
    no: 'Weiter nicht befürworten',
  });
  expect(decisionWords('approve', 'yes', 'en')).toEqual({ yes: 'Still agree', no: 'Reject now' });
  expect(decisionWords('consent', 'yes', 'de')).toEqual({
    yes: 'Weiter zustimmen',
    no: 'Nicht mehr zustimmen',
  });
  expect(decisionWords('approve', undefined, 'de')).toEqual({ yes: 'Zustimmen', no: 'Ablehnen' });
});
