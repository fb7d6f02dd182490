import { expect } from '@jest/globals';
import * as fc from 'fast-check';
import type { Fate } from '../../../../src/core/ports/fates.ts';
import type { Change } from '../../../../src/core/ports/store.ts';
import { Refusal } from '../../../../src/core/refusal.ts';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { away, contextAt, invitedAt, noticesOf, onSeat, party, people, plannedAt, usual } from '../world.ts';
import type { Act } from './acting.ts';
import { atMorning, decide, withFates } from './acting.ts';
import { check } from './invariants.ts';
import { actOf, at, type Kind, kinds } from './life-acts.ts';

/** A life of a meeting under way: whoever does whatever, cards are pressed late, days pass, people come and go. */

const index = fc.nat({ max: 1000 });
const act = fc.record({
  what: fc.constant('act' as const),
  kind: fc.constantFrom(...kinds),
  who: index,
  n: index,
});
export const happening = fc.oneof(
  { weight: 10, arbitrary: act },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('again' as const), which: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('days' as const), days: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('fates' as const), n: index }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('leave' as const), who: index }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('row' as const), row: index }) },
);
export type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const rows = [...usual, onSeat('economy-2', 'newcomer')];
/** Deep-frozen: a decision that changed what it was given would throw. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

type Pressed = { readonly who: string; readonly act: Act };

export class Life {
  meeting: Meeting;
  now = Date.parse('2026-11-25T09:10:00Z');
  leave = new Set<string>();
  rows = [...usual];
  readonly owed: string[] = [];
  readonly cards: Pressed[] = [];

  constructor(isInvited: boolean) {
    this.meeting = frozen(isInvited ? invitedAt() : plannedAt());
  }

  context() {
    const absences = [...this.leave].map((who) => away(who));
    return contextAt(new Date(this.now).toISOString(), { assignments: this.rows, absences });
  }

  step(one: Happening): void {
    switch (one.what) {
      case 'act':
        this.cards.push(this.pressed(one));
        this.press(this.cards.at(-1));
        return;
      case 'again':
        this.press(this.cards[one.which % Math.max(1, this.cards.length)]);
        return;
      case 'days':
        this.now += one.days * 86_400_000;
        this.morning();
        return;
      case 'fates':
        this.becomes(withFates(this.meeting, this.fates(one.n), this.context()));
        return;
      case 'leave': {
        const who = at(people, one.who);
        if (!this.leave.delete(who)) this.leave.add(who);
        return;
      }
      case 'row': {
        const row = at(rows, one.row);
        this.rows = this.rows.includes(row)
          ? this.rows.filter((other) => other !== row)
          : [...this.rows, row];
        return;
      }
      default:
        one satisfies never;
    }
  }

  morning(): void {
    const { dueAt } = this.meeting;
    if (dueAt === undefined || dueAt > new Date(this.now).toISOString()) return;
    this.becomes(atMorning(this.meeting, this.context()));
    // Otherwise the job would look again at every tick.
    expect((this.meeting.dueAt ?? '9') > new Date(this.now).toISOString()).toBe(true);
  }

  /** Something becomes of everything that is on its way. */
  fates(n: number): ReadonlyMap<string, Fate> {
    const states = ['sent', 'failed', 'unclear', 'sent', 'not-needed', 'waiting'] as const;
    const lines = this.meeting.invitees.flatMap(({ dispatches }) => dispatches);
    return new Map(
      lines.map(({ notice }, place) => [notice, { notice, state: at(states, n + place), reasons: [] }]),
    );
  }

  /** Somebody who may do it is drawn more often than not, so that meetings get somewhere. */
  pressed({ kind, who, n }: Extract<Happening, { what: 'act' }>): Pressed {
    const invited = this.meeting.invitees.map((one) => one.party);
    const likely = {
      office: ['lotse', 'lotse-deputy'],
      chair: ['chair', 'chair-deputy'],
      member: invited.length > 0 ? invited : people,
    };
    const list =
      kind === 'approve' || kind === 'wish' || kind === 'confirm-change'
        ? likely.chair
        : likely[ofMembers(kind)];
    return {
      who: who % 4 > 0 ? at(list, who) : at(people, who),
      act: actOf(kind, n, this.meeting, this.now),
    };
  }

  press(card: Pressed | undefined): void {
    const change = card && this.tried(card);
    if (!change) return;
    this.becomes(change);
    // The same delivery once more, right behind: never a second effect.
    expect(this.tried(card)).toBeUndefined();
    this.now += 60_000;
  }

  tried({ act: given, who }: Pressed): Change<Meeting> | undefined {
    try {
      return decide(this.meeting, given, party(who), this.context());
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  becomes(change: Change<Meeting> | undefined): void {
    if (!change) return;
    const before = this.meeting;
    this.meeting = frozen({ ...change.doc, version: before.version + 1 });
    const notices = noticesOf(change.also).map((doc) => ({ id: doc.id, recipient: String(doc.recipient) }));
    // That something must be cleared up is told once an hour; the outbox keeps the first.
    this.owed.push(...notices.map(({ id }) => id).filter((id) => !id.includes(' unsettled ')));
    expect(new Set(this.owed).size).toBe(this.owed.length);
    check(this.meeting, before, notices);
  }
}

const ofMembers = (kind: Kind): 'member' | 'office' =>
  kind === 'reply' || kind === 'ask' || kind === 'open' ? 'member' : 'office';
