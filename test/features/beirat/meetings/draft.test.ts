import { describe, expect, test } from '@jest/globals';
import type { Plan } from '../../../../src/features/beirat/meetings/model.ts';
import {
  acted,
  allActed,
  attempt,
  away,
  contextAt,
  inviteeOf,
  noticesOf,
  onSeat,
  outcome,
  party,
  plan,
  plannedAt,
  type Staffing,
  standIn,
  toInvitation,
  told,
  usual,
  wednesday,
  without,
} from '../world.ts';
import { decide } from './acting.ts';

const now = contextAt(wednesday);
const submit = { kind: 'submit' } as const;
const approve = { kind: 'approve' } as const;
const invite = { kind: 'invite' } as const;
const changeFor = (...given: Parameters<typeof attempt>) => {
  const result = attempt(...given);
  if (typeof result === 'string') throw new Error(result);
  return result;
};

describe('a draft is submitted', () => {
  test.each([
    ['the chair', {}, 'chair'],
    ['the deputy while the chair is away', { absences: [away('chair')] }, 'chair-deputy'],
    [
      'the deputy when the chair submits as the office',
      { assignments: [...without('lotse'), onSeat('executive', 'lotse'), officeRow('chair')] },
      'chair-deputy',
      'chair',
    ],
  ] as readonly (readonly [string, Staffing, string, string?])[])(
    'to %s',
    (_who, staffing, to, by = 'lotse') => {
      const context = contextAt(wednesday, staffing);
      expect(told(changeFor(plannedAt(), submit, by, context))).toEqual([`approve ${to}`]);
    },
  );

  test.each([
    ['without an agenda', { items: [] }, {}, 'agenda-missing'],
    ['for today', { day: '2026-11-25', replyBy: '2026-11-25' }, {}, 'day-not-possible'],
    ['for a day that is over', { day: '2026-11-20' }, {}, 'day-not-possible'],
    ['at short notice', { day: '2026-11-29', replyBy: '2026-11-27' }, {}, 'urgency-missing'],
    ['at short notice with blanks for a reason', { day: '2026-11-29', urgency: '  ' }, {}, 'urgency-missing'],
    ['with answers until yesterday', { replyBy: '2026-11-24' }, {}, 'reply-day-not-possible'],
    ['with answers after the meeting', { replyBy: '2026-12-11' }, {}, 'reply-day-not-possible'],
    ['while nobody chairs', {}, { assignments: without('chair', 'chair-deputy') }, 'no-chair'],
    ['while all who chair are away', {}, { absences: [away('chair'), away('chair-deputy')] }, 'no-chair'],
  ] as readonly (readonly [string, Partial<Plan>, Staffing, string])[])(
    'not %s',
    (_what, more, staffing, code) => {
      expect(outcome(plannedAt(wednesday, more), submit, 'lotse', contextAt(wednesday, staffing))).toBe(code);
    },
  );

  test.each([
    ['on a Saturday', { day: '2026-12-12' }],
    ['on a holiday', { day: '2026-12-25' }],
    ['at short notice with a reason', { day: '2026-11-29', replyBy: '2026-11-27', urgency: 'Förderfrist' }],
    ['with exactly four full days', { day: '2026-11-30', replyBy: '2026-11-29' }],
  ] as readonly (readonly [string, Partial<Plan>])[])('%s, unusual as it is', (_what, more) => {
    expect(outcome(plannedAt(wednesday, more), submit, 'lotse', now)).toBe('→ awaiting-approval');
  });
});

function officeRow(person: string) {
  return { role: 'digitallotse-wirtschaft', person, as: 'holder' } as const;
}

describe('four eyes', () => {
  const both: Staffing = {
    assignments: [
      ...usual,
      { ...officeRow('chair'), as: 'deputy' },
      { ...officeRow('chair-deputy'), as: 'deputy' },
    ],
  };
  const context = contextAt(wednesday, both);

  test('whoever submitted a draft does not approve it, in whatever capacity', () => {
    for (const who of ['chair', 'chair-deputy']) {
      const submitted = acted(plannedAt(), who, submit, context);
      expect(outcome(submitted, approve, who, context)).toBe('own-draft');
      const other = who === 'chair' ? 'chair-deputy' : 'chair';
      expect(outcome(submitted, approve, other, context)).toBe('→ approved');
    }
  });

  test('what counts is the latest submission', () => {
    const again = allActed(
      plannedAt(),
      [
        ['chair', submit],
        ['lotse', { kind: 'recall' }],
        ['lotse', submit],
      ],
      context,
    );
    expect(outcome(again, approve, 'chair', context)).toBe('→ approved');
  });

  test('is said before submitting when nobody else could approve', () => {
    const alone = contextAt(wednesday, { ...both, absences: [away('chair-deputy')] });
    expect(outcome(plannedAt(), submit, 'chair', alone)).toBe('nobody-else-approves');
    expect(outcome(plannedAt(), submit, 'lotse', alone)).toBe('→ awaiting-approval');
  });
});

describe('the chair answers', () => {
  const submitted = acted(plannedAt(), 'lotse-deputy', submit, now);

  test('with an approval, which the office now, whoever planned and whoever submitted hear of', () => {
    const change = changeFor(submitted, approve, 'chair', now);
    expect(told(change)).toEqual(['approved lotse', 'approved lotse-deputy']);
    expect(change.doc.approval).toEqual({ by: 'chair', byName: 'Funktion chair', at: wednesday });
  });

  test('but not those who have left the office since', () => {
    const context = contextAt(wednesday, { assignments: without('lotse-deputy') });
    expect(told(changeFor(submitted, approve, 'chair', context))).toEqual(['approved lotse']);
  });

  test('as a deputy, stamped for whom', () => {
    expect(changeFor(submitted, approve, 'chair-deputy', now).doc.approval?.onBehalfOf).toBe(
      'Funktion chair',
    );
  });

  test('with a wish: back to the office with the words, and the approval is gone', () => {
    const approved = acted(submitted, 'chair', approve, now);
    const change = changeFor(approved, { kind: 'wish', note: ' bitte später ' }, 'chair', now);
    expect(change.doc).toMatchObject({ state: 'planned', draft: 2, wish: { text: 'bitte später' } });
    expect(change.doc.approval).toBeUndefined();
    expect(outcome({ ...change.doc, version: 4 }, { ...approve, draft: 1 }, 'chair', now)).toBe('nothing');
    expect(outcome(approved, { kind: 'wish', note: ' ' }, 'chair', now)).toBe('text-missing');
  });

  test('again when what was approved is edited', () => {
    const edit = { kind: 'edit', plan: { ...plan, place: 'KGRZ' } } as const;
    const edited = acted(acted(submitted, 'chair', approve, now), 'lotse', edit, now);
    expect([edited.state, edited.draft, edited.approval]).toEqual(['planned', 2, undefined]);
    expect(outcome(edited, invite, 'lotse', now)).toBe('not-now');
    expect(decide(edited, { kind: 'edit', plan: edited.plan }, party('lotse'), now)).toBeUndefined();
  });
});

describe('the invitations go out', () => {
  const approved = allActed(plannedAt(), toInvitation.slice(0, 2), now);

  test('once to every holder of a seat, deputies and vacant seats left out', () => {
    const change = changeFor(approved, invite, 'lotse', now);
    const holders = ['chair', 'lotse', 'kgrz', 'admin', 'city', 'economy', 'science'];
    expect(told(change)).toEqual(holders.map((who) => `invitation ${who}`));
    expect(change.doc.quorum).toEqual({ of: 7, needed: 4 });
    expect(inviteeOf({ ...change.doc, version: 4 }, 'lotse').voting).toBe(false);
    expect(new Set(noticesOf(change.also).map(({ id }) => id)).size).toBe(holders.length);
  });

  test('not when the notice has become too short with the approval; with a reason they do', () => {
    const late = contextAt('2026-12-06T09:00:00.000Z');
    expect(outcome(approved, invite, 'lotse', late)).toBe('urgency-missing');
    const urgent = { ...approved, plan: { ...plan, urgency: 'Förderfrist' } };
    expect(outcome(urgent, invite, 'lotse', late)).toBe('→ invited');
  });

  test('with a new last day for answers when the old one has passed with the chair', () => {
    const late = contextAt('2026-12-04T09:00:00.000Z');
    expect(acted(approved, 'lotse', invite, late).plan.replyBy).toBe('2026-12-09');
    expect(acted(approved, 'lotse', invite, now).plan.replyBy).toBe('2026-12-03');
  });

  test('to nobody when no seat is taken', () => {
    const context = contextAt(wednesday, { assignments: [officeRow('lotse'), standIn('chair', 'chair')] });
    expect(outcome(approved, invite, 'lotse', context)).toBe('nobody-to-invite');
  });
});
