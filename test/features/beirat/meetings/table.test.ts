import { describe, expect, test } from '@jest/globals';
import { type Meeting, type State, states } from '../../../../src/features/beirat/meetings/model.ts';
import {
  acted,
  allActed,
  contextAt,
  item,
  no,
  onSeat,
  outcome,
  people,
  plan,
  plannedAt,
  settled,
  toInvitation,
  usual,
  wednesday,
  yes,
} from '../world.ts';
import type { Act } from './acting.ts';

/*
 * Every state × every act × everybody: what becomes of it. The members were invited on Wednesday; `newcomer` sat on the
 * vacant seat then and has left since; `kgrz` declined, so that `kgrz-d1` stands in; `admin` declined and came back, so
 * that `admin-d1` was let go; nothing reached `city`; `science` has asked something.
 */

const then = contextAt(wednesday, { assignments: [...usual, onSeat('economy-2', 'newcomer')] });
const now = contextAt('2026-11-26T09:00:00.000Z');
const reason = 'weil es so ist';

const start = plannedAt();
const submitted = allActed(start, toInvitation.slice(0, 1), then);
const approved = allActed(start, toInvitation.slice(0, 2), then);
const invited = allActed(
  approved,
  [
    ['lotse', { kind: 'invite' }],
    ['kgrz', no()],
    ['admin', no()],
    ['admin', yes],
    ['science', { kind: 'ask', text: 'Wo genau?' }],
  ],
  then,
);
const followed: Meeting = {
  ...invited,
  invitees: settled(invited, 'sent').invitees.map((one) =>
    one.party === 'city'
      ? { ...one, dispatches: one.dispatches.map((line) => ({ ...line, state: 'failed' as const })) }
      : one,
  ),
};
const situations: Readonly<Record<State, Meeting>> = {
  planned: start,
  'awaiting-approval': submitted,
  approved,
  invited: followed,
  postponed: acted(followed, 'lotse', { kind: 'postpone', reason }, then),
  held: { ...followed, state: 'held', seal: undefined },
  minuted: { ...followed, state: 'minuted', seal: undefined },
  cancelled: acted(followed, 'lotse', { kind: 'cancel', reason }, then),
};

const acts = {
  edit: { kind: 'edit', plan: { ...plan, place: 'KGRZ' } },
  submit: { kind: 'submit' },
  recall: { kind: 'recall' },
  approve: { kind: 'approve' },
  wish: { kind: 'wish', note: 'bitte später' },
  invite: { kind: 'invite' },
  discard: { kind: 'discard', reason },
  move: { kind: 'move', day: '2026-12-17', time: '14:00', reason },
  relocate: { kind: 'relocate', place: 'KGRZ', reason },
  amend: { kind: 'amend', items: [...plan.items, item('c')], reason },
  postpone: { kind: 'postpone', reason },
  cancel: { kind: 'cancel', reason },
  remind: { kind: 'remind' },
  complete: { kind: 'complete' },
  answer: { kind: 'answer', question: 1, text: 'Raum 101' },
  resend: { kind: 'resend', party: 'city' },
  reached: { kind: 'reached', party: 'city', note: 'angerufen' },
  reply: { kind: 'reply', answer: 'online', via: 'mail' },
  replyFor: { kind: 'reply', answer: 'online', via: 'teams', for: 'economy' },
  ask: { kind: 'ask', text: 'Was noch?' },
  open: { kind: 'open' },
} as const satisfies Readonly<Record<string, Act>>;
type Name = keyof typeof acts;

/** What becomes of an act of somebody who may do it; in the states that are not named it is `not-now`. */
const office: Readonly<Partial<Record<Name, Partial<Record<State, string>>>>> = {
  edit: { planned: '→ planned', 'awaiting-approval': '→ planned', approved: '→ planned' },
  submit: { planned: '→ awaiting-approval', 'awaiting-approval': 'nothing' },
  recall: { planned: 'nothing', 'awaiting-approval': '→ planned', approved: '→ planned' },
  invite: { approved: '→ invited', invited: 'nothing' },
  discard: {
    planned: '→ cancelled',
    'awaiting-approval': '→ cancelled',
    approved: '→ cancelled',
    invited: 'no-draft',
    postponed: 'no-draft',
    held: 'no-draft',
    minuted: 'no-draft',
    cancelled: 'nothing',
  },
  move: { invited: '→ invited', postponed: '→ invited' },
  relocate: { invited: '→ invited' },
  amend: { invited: '→ invited' },
  postpone: { invited: '→ postponed', postponed: 'nothing' },
  cancel: {
    planned: '→ cancelled',
    'awaiting-approval': '→ cancelled',
    approved: '→ cancelled',
    invited: '→ cancelled',
    postponed: '→ cancelled',
    cancelled: 'nothing',
  },
  remind: { invited: '→ invited' },
  complete: { invited: '→ invited' },
};
const chair: Readonly<Partial<Record<Name, Partial<Record<State, string>>>>> = {
  approve: {
    'awaiting-approval': '→ approved',
    approved: 'nothing',
    invited: 'nothing',
    postponed: 'nothing',
    held: 'nothing',
    minuted: 'nothing',
    cancelled: 'nothing',
  },
  wish: { 'awaiting-approval': '→ planned', approved: '→ planned' },
};

const atOffice = ['lotse', 'lotse-deputy'];
const chairing = ['chair', 'chair-deputy'];
const members = ['lotse', 'chair', 'kgrz', 'kgrz-d1', 'admin', 'city', 'economy', 'science'];
const opened = ['kgrz', 'admin'];
const beforeInvitation: readonly State[] = ['planned', 'awaiting-approval', 'approved'];

function expected(state: State, name: Name, who: string): string {
  const isOut = beforeInvitation.includes(state);
  const stays = `→ ${state}`;
  if (name in office) return atOffice.includes(who) ? (office[name]?.[state] ?? 'not-now') : 'only-office';
  if (name in chair) return chairing.includes(who) ? (chair[name]?.[state] ?? 'not-now') : 'only-chair';
  switch (name) {
    case 'answer':
      if (!atOffice.includes(who)) return 'only-office';
      return isOut ? 'question-answered' : stays;
    case 'resend':
    case 'reached':
      if (!atOffice.includes(who)) return 'only-office';
      return isOut ? 'not-invited' : stays;
    case 'replyFor':
      if (who !== 'economy' && !atOffice.includes(who)) return 'only-office';
      return replied(state);
    case 'open':
      // After a postponement nobody has opened what is the latest.
      return !isOut && members.includes(who) && (state === 'postponed' || !opened.includes(who))
        ? stays
        : 'nothing';
    default: {
      const wasLetGo = who === 'admin-d1' && !isOut;
      if (!members.includes(who) || isOut) return wasLetGo ? 'not-needed' : 'not-invited';
      if (name === 'ask') return ['invited', 'postponed', 'held'].includes(state) ? stays : 'not-now';
      return replied(state);
    }
  }
}

const replied = (state: State): string => {
  if (beforeInvitation.includes(state)) return 'not-invited';
  return state === 'invited' ? '→ invited' : 'not-now';
};

const everybody = (of: (who: string) => string) => Object.fromEntries(people.map((who) => [who, of(who)]));

describe.each(states)('a meeting that is %s', (state) => {
  test.each(Object.keys(acts) as Name[])('answers "%s" as the table says, whoever acts', (name) => {
    expect(everybody((who) => outcome(situations[state], acts[name], who, now))).toEqual(
      everybody((who) => expected(state, name, who)),
    );
  });

  test('changes nothing for a card that was drawn for an earlier draft or issue', () => {
    const drafts: readonly Name[] = ['edit', 'submit', 'recall', 'approve', 'wish', 'invite', 'discard'];
    const issues: readonly Name[] = [
      'move',
      'relocate',
      'amend',
      'postpone',
      'cancel',
      'remind',
      'reply',
      'open',
    ];
    for (const name of [...drafts, ...issues]) {
      const late = { ...acts[name], ...(drafts.includes(name) ? { draft: -1 } : { issue: -1 }) } as Act;
      expect(everybody((who) => outcome(situations[state], late, who, now))).toEqual(
        everybody(() => 'nothing'),
      );
    }
  });

  test('does nothing a second time', () => {
    for (const name of Object.keys(acts) as Name[]) {
      for (const who of people) {
        if (!outcome(situations[state], acts[name], who, now).startsWith('→')) continue;
        const after = acted(situations[state], who, acts[name], now);
        // A wish of the chair that is typed again comes too late; its card is for the draft before.
        expect(`${name} ${outcome(after, acts[name], who, now)}`).toBe(
          name === 'wish' ? 'wish not-now' : `${name} nothing`,
        );
      }
    }
  });
});

test('the table has no gap: every situation is in its state', () => {
  for (const state of states) expect(situations[state].state).toBe(state);
});
