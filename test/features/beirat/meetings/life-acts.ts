import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { item, people, plan } from '../world.ts';
import type { Act } from './acting.ts';

/** What may be done in a random life of a meeting; what brings it on comes up more often than what ends it. */
export const kinds = [
  ...Array.from({ length: 4 }, () => ['submit', 'approve', 'invite'] as const).flat(),
  ...Array.from({ length: 6 }, () => 'reply' as const),
  ...(['edit', 'recall', 'wish', 'move', 'move', 'relocate', 'amend', 'postpone'] as const),
  ...(['confirm-change', 'confirm-change', 'confirm-change', 'amend'] as const),
  ...([
    'remind',
    'remind',
    'cancel',
    'discard',
    'complete',
    'complete',
    'answer',
    'resend',
    'resend',
  ] as const),
  ...(['reached', 'ask', 'open'] as const),
];
export type Kind = (typeof kinds)[number];

export const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** An act of a kind, with or without the stamp of the present draft or issue, sensible or not. */
export function actOf(kind: Kind, n: number, meeting: Meeting, now: number): Act {
  const { draft, issue, plan: present } = meeting;
  const stamp = n % 3 === 0 ? {} : { draft };
  const on = n % 3 === 0 ? {} : { issue };
  const day = new Date(now + (n % 30) * 86_400_000).toISOString().slice(0, 10);
  const reason = n % 9 === 0 ? ' ' : 'weil';
  const one = at(people, n);
  const answer = at(['in-person', 'online', 'no', 'no'] as const, n);
  const proxy = n % 5 === 0 ? { proxy: one } : {};
  const told = n % 7 === 0 ? { for: one } : {};
  const acts: Readonly<Record<Kind, Act>> = {
    edit: { kind: 'edit', ...stamp, plan: { ...plan, day, replyBy: day, time: n % 2 ? '10:00' : '16:00' } },
    submit: { kind: 'submit', ...stamp },
    recall: { kind: 'recall', ...stamp },
    approve: { kind: 'approve', ...stamp },
    wish: { kind: 'wish', ...stamp, note: reason },
    invite: { kind: 'invite', ...stamp },
    move: { kind: 'move', ...on, day, time: '14:00', reason, ...(n % 2 ? { urgency: 'eilt' } : {}) },
    relocate: { kind: 'relocate', ...on, place: `Raum ${n % 3}`, reason },
    amend: { kind: 'amend', ...on, items: [item('a'), item(`b${n % 3}`)], reason },
    'confirm-change': { kind: 'confirm-change', ...on },
    postpone: { kind: 'postpone', ...on, reason },
    cancel: { kind: 'cancel', ...on, reason: n % 4 ? ' ' : reason },
    discard: { kind: 'discard', ...stamp, reason: n % 4 ? ' ' : reason },
    remind: { kind: 'remind', ...on },
    complete: { kind: 'complete' },
    answer: { kind: 'answer', question: (n % 3) + 1, text: `so ${n % 2}` },
    resend: { kind: 'resend', party: one },
    reached: { kind: 'reached', party: one, note: reason },
    reply: { kind: 'reply', ...on, answer, reason, ...proxy, ...told, via: 'teams' },
    ask: { kind: 'ask', text: `warum ${present.day} ${n % 3}` },
    open: { kind: 'open', ...on },
  };
  return acts[kind];
}
