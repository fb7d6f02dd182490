import { describe, expect, test } from '@jest/globals';
import { decideAct } from '../../../../src/case/cases.ts';
import { repeatedItems } from '../../../../src/features/beirat/meetings/acts/repeat.ts';
import { itemQuorum } from '../../../../src/features/beirat/meetings/attendance.ts';
import { statements } from '../../../../src/features/beirat/meetings/letters/texts.ts';
import type { Item, Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { meetingType } from '../../../../src/features/beirat/meetings/type.ts';
import { codeOf } from '../../../support/outcome.ts';
import {
  acted,
  allActed,
  answered,
  chair,
  contextAt,
  heldWith,
  invitedTo,
  meetingDay,
  mustBeHeld,
  office,
  party,
  plan,
  voting,
} from './record/chamber.ts';

/* Three of seven come: no quorum. `welcome` is for information, `report` and `secret` are for a decision. */

const three = heldWith({ 'beirat-wirtschaft': 'absent', 'beirat-verwaltung': 'absent' });
describe('a second meeting takes over', () => {
  test('exactly the items for a decision that had no quorum, with all that belongs to them', () => {
    expect(repeatedItems(three)).toEqual([
      expect.objectContaining({ title: 'Bericht', repeats: { meeting: three.id, item: 'report' } }),
      expect.objectContaining({ title: 'Vergabe', public: false, links: plan.items[2]?.links }),
    ]);
  });

  test('only those that were called after people had left', () => {
    const acts = ['beirat-wirtschaft', 'beirat-verwaltung'].map(
      (who) => [office, { kind: 'attend', party: who, change: 'leaves', item: 'secret' }] as const,
    );
    const meeting = allActed(heldWith(), meetingDay, acts);
    expect(repeatedItems(meeting).map(({ title }) => title)).toEqual(['Vergabe']);
  });

  test('nothing from a meeting that could resolve, or that failed for conflicts of interest only', () => {
    expect(codeOf(() => repeatedItems(heldWith()))).toBe('nothing-to-repeat');
    const excluded = ['beirat-wirtschaft', 'beirat-verwaltung', 'beirat-stadtkonzern'].map(
      (who) => [office, { kind: 'conflict', item: 'secret', party: who }] as const,
    );
    expect(codeOf(() => repeatedItems(allActed(heldWith(), meetingDay, excluded)))).toBe('nothing-to-repeat');
    expect(codeOf(() => repeatedItems(answered))).toBe('not-now');
  });
});

describe('its lower quorum', () => {
  const other: Item = { ...(plan.items[0] as Item), id: 'new', title: 'Neues', kind: 'decision' };
  const items = [plan.items[0] as Item, ...repeatedItems(three), other];
  const invited = invitedTo({ ...plan, items }, three.id);
  const held = mustBeHeld(
    acted(
      allActed(invited, '2026-11-24T11:00:00.000Z', [
        [chair, { kind: 'reply', answer: 'in-person', via: 'teams' }],
        ['beirat-verwaltung', { kind: 'reply', answer: 'in-person', via: 'teams' }],
        ['beirat-wirtschaft', { kind: 'reply', answer: 'in-person', via: 'mail' }],
      ]),
      office,
      { kind: 'hold', startedAt: '14:00' },
      meetingDay,
    ),
  );

  test('is of the repeated items only; three may resolve these and nothing else', () => {
    expect(invited.quorum).toEqual({ of: 7, needed: 4, second: 3 });
    expect(held.plan.items.map(({ id }) => itemQuorum(held, id, held.session).needed)).toEqual([4, 3, 3, 4]);
    const vote = (item: string) => codeOf(() => acted(held, office, voting([3, 0, 0], { item }), meetingDay));
    expect(held.plan.items.map(({ id }) => vote(id))).toEqual(['no-quorum', 'done', 'done', 'no-quorum']);
  });

  test('is stated in the invitation, for these items', () => {
    const [said = ''] = statements(invited, contextAt(meetingDay), 'de');
    expect(said).toContain('Zu TOP 2, TOP 3 laden wir zum zweiten Mal ein');
    expect(said).toContain(
      'mit 3 anwesenden stimmberechtigten Mitgliedern beschlussfähig, zu allen anderen Punkten mit 4.',
    );
  });

  test('does not hold a third time, nor for an item whose subject has become another', () => {
    const two = mustBeHeld(
      acted(held, office, { kind: 'attend', party: chair, presence: 'in-person' }, meetingDay),
    );
    expect(codeOf(() => repeatedItems(two))).toBe('done');
    expect(repeatedItems(two).map(({ title }) => title)).toEqual(['Neues']);
    const draft: Meeting = { ...invited, state: 'planned', issue: 0, invitees: [], history: [] };
    const renamed = items.map((item) => (item.title === 'Bericht' ? { ...item, title: 'Anderes' } : item));
    const edited = acted(draft, office, { kind: 'edit', plan: { ...plan, items: renamed } }, meetingDay);
    expect(edited.plan.items.map(({ repeats }) => Boolean(repeats))).toEqual([false, false, true, false]);
  });

  test('cannot be claimed by whoever brings an agenda', () => {
    const claimed = plan.items.map((item) => ({ ...item, repeats: { meeting: 'B-2026-9', item: 'x' } }));
    const draft: Meeting = { ...invited, state: 'planned', issue: 0, plan, invitees: [], history: [] };
    const edited = acted(draft, office, { kind: 'edit', plan: { ...plan, items: claimed } }, meetingDay);
    expect(edited.plan.items.some(({ repeats }) => repeats)).toBe(false);
  });
});

describe('both meetings name each other', () => {
  const type = meetingType();
  const note = (first: Meeting, second: string, known?: Partial<Meeting>) =>
    decideAct(type, first, { kind: 'repeat', second }, party(office), contextAt(meetingDay), () =>
      known ? ({ ...three, ...known } as never) : undefined,
    )?.doc;

  test('once; another one only when the first second one was called off', () => {
    const noted = note(three, 'B-2026-2') as Meeting;
    expect(noted).toMatchObject({ repeatedBy: 'B-2026-2' });
    expect(note(noted, 'B-2026-2')).toBeUndefined();
    expect(codeOf(() => note(noted, 'B-2026-3', { state: 'planned' }))).toBe('already-repeated');
    expect(note(noted, 'B-2026-3', { state: 'cancelled' })).toMatchObject({ repeatedBy: 'B-2026-3' });
  });

  test('and an item whose first record was corrected is not invited to a second time', () => {
    const second: Meeting = {
      ...invitedTo({ ...plan, items: [...repeatedItems(three)] }, three.id),
      id: 'B-2026-2',
      state: 'approved',
      issue: 0,
    };
    const invites = (first: Meeting) =>
      codeOf(() =>
        decideAct(
          type,
          second,
          { kind: 'invite' },
          party(office),
          contextAt('2026-11-25T09:00:00.000Z'),
          () => first as never,
        ),
      );
    expect(invites({ ...three, repeatedBy: 'B-2026-2' })).toBe('done');
    expect(invites({ ...three, repeatedBy: 'B-2026-3' })).toBe('already-repeated');
    expect(invites(heldWith())).toBe('not-repeatable');
  });
});
