import { describe, expect, test } from '@jest/globals';
import type { Meeting } from '../../../../../src/features/beirat/meetings/model.ts';
import { orCode } from '../../../../support/outcome.ts';
import type { RecordAct } from '../acting.ts';
import { decide } from '../acting.ts';
import {
  acted,
  afterwards,
  answered,
  chair,
  contextAt,
  heldWith,
  invited,
  meetingDay,
  objected,
  office,
  party,
  recorded,
  sent,
  submitted,
  voting,
  weekLater,
} from './chamber.ts';

/*
 * Every situation × every act × every kind of person: what becomes of it. A cell is the state that follows, `nothing`, or
 * the code of the refusal.
 */

const acts: Readonly<Record<RecordAct['kind'], RecordAct>> = {
  hold: { kind: 'hold', startedAt: '14:30' },
  attend: { kind: 'attend', party: 'beirat-wissenschaft', presence: 'online' },
  'chair-item': { kind: 'chair-item', item: 'welcome', party: 'beirat-verwaltung' },
  item: { kind: 'item', item: 'welcome', text: 'Der Vorsitz begrüßt.', excluded: [] },
  conflict: { kind: 'conflict', item: 'welcome', party: chair },
  note: { kind: 'note', item: 'welcome', text: 'Der Vorsitz begrüßt.' },
  // Everything came in time: there is none to be found.
  'find-urgency': { kind: 'find-urgency', subject: '', yes: 4, no: 0, abstain: 0 },
  resolve: voting([3, 1, 0], { item: 'welcome', wording: 'Neu.', none: 1 }) as RecordAct,
  end: { kind: 'end', endedAt: '16:30' },
  'send-minutes': { kind: 'send-minutes' },
  'release-minutes': { kind: 'release-minutes' },
  'wish-minutes': { kind: 'wish-minutes', wish: 'Bitte kürzer.' },
  object: { kind: 'object', text: 'Das stimmt nicht.' },
  'answer-objection': { kind: 'answer-objection', objection: 1, text: 'Ergänzt.' },
  close: { kind: 'close' },
  'resolution-done': { kind: 'resolution-done', number: 'B-2026/1-01' },
};

type Cells = Readonly<Record<RecordAct['kind'], string>>;
const all = (cell: string, more: Partial<Cells> = {}): Cells => ({
  ...(Object.fromEntries(Object.keys(acts).map((kind) => [kind, cell])) as Cells),
  ...more,
});
const notSent = {
  object: 'minutes-not-sent',
  close: 'minutes-not-sent',
  'answer-objection': 'no-such-objection',
};

const noUrgency = { 'find-urgency': 'no-urgency-to-find' };

const closed = acted(sent, office, { kind: 'close' }, afterwards);
const noQuorum = heldWith({}, invited);

const situations: readonly {
  readonly name: string;
  readonly meeting: Meeting;
  readonly at: string;
  /** What becomes of the acts of the office, and of a member's objection. */
  readonly cells: Cells;
}[] = [
  {
    name: 'invited to, before the day',
    meeting: answered,
    at: '2026-12-09T22:30:00.000Z',
    cells: all('not-now', { hold: 'meeting-not-yet' }),
  },
  {
    name: 'invited to, on the day',
    meeting: answered,
    at: meetingDay,
    cells: all('not-now', { hold: 'held' }),
  },
  {
    name: 'held without a quorum',
    meeting: noQuorum,
    at: meetingDay,
    cells: all('held', {
      ...notSent,
      ...noUrgency,
      'chair-item': 'chair-not-there',
      resolve: 'no-quorum',
      'send-minutes': 'end-missing',
      'resolution-done': 'no-such-resolution',
    }),
  },
  { name: 'recorded', meeting: recorded, at: meetingDay, cells: all('held', { ...notSent, ...noUrgency }) },
  {
    name: 'with minutes that were sent',
    meeting: sent,
    at: weekLater,
    cells: all('held', {
      ...noUrgency,
      'send-minutes': 'nothing',
      'answer-objection': 'no-such-objection',
      close: 'objections-pending',
    }),
  },
  {
    name: 'with an objection, its time over',
    meeting: objected,
    at: afterwards,
    cells: all('held', {
      ...noUrgency,
      'send-minutes': 'nothing',
      object: 'objections-over',
      close: 'objections-open',
    }),
  },
  {
    name: 'with minutes that nobody objects to any more',
    meeting: sent,
    at: afterwards,
    cells: all('held', {
      ...noUrgency,
      'send-minutes': 'nothing',
      object: 'objections-over',
      'answer-objection': 'no-such-objection',
      close: 'minuted',
    }),
  },
  {
    name: 'closed',
    meeting: closed,
    at: '2027-01-10T09:00:00.000Z',
    cells: all('not-now', { object: 'objections-over', close: 'nothing', 'resolution-done': 'minuted' }),
  },
  {
    name: 'cancelled',
    meeting: acted(answered, office, { kind: 'cancel', reason: 'Sturm' }, '2026-12-09T10:00:00.000Z'),
    at: meetingDay,
    cells: all('not-now'),
  },
];

function outcome(meeting: Meeting, act: RecordAct, who: string, at: string): string {
  return orCode(() => decide(meeting, act, party(who), contextAt(at))?.doc.state ?? 'nothing');
}

const kinds = Object.keys(acts) as readonly RecordAct['kind'][];
const ofChair: readonly string[] = ['release-minutes', 'wish-minutes'];
const ofOffice = kinds.filter((kind) => kind !== 'object' && !ofChair.includes(kind));

describe.each(situations)('a meeting $name', ({ meeting, at, cells }) => {
  test.each(ofOffice)('%s by the office and its deputy', (kind) => {
    expect(outcome(meeting, acts[kind], office, at)).toBe(cells[kind]);
    expect(outcome(meeting, acts[kind], 'digitallotse-deputy', at)).toBe(cells[kind]);
  });

  test.each(ofOffice)('%s by nobody else', (kind) => {
    for (const who of [chair, 'beirat-verwaltung', 'staff-61', 'aad:unknown'])
      expect(outcome(meeting, acts[kind], who, at)).toBe('only-office');
  });

  test('objections by members, the chair among them, and by nobody else', () => {
    expect(outcome(meeting, acts.object, chair, at)).toBe(cells.object);
    expect(outcome(meeting, acts.object, 'beirat-wissenschaft', at)).toBe(cells.object);
    for (const who of ['staff-61', 'digitallotse-deputy', 'aad:unknown'])
      expect(outcome(meeting, acts.object, who, at)).toBe('not-invited');
  });
});

// A finding that was needed is tried twice in urgency.test.ts.
test.each(kinds.filter((kind) => kind !== 'wish-minutes' && kind !== 'find-urgency'))(
  '%s a second time has no second effect',
  (kind) => {
    const meeting =
      kind === 'hold'
        ? answered
        : kind === 'answer-objection'
          ? objected
          : kind === 'object'
            ? sent
            : recorded;
    const [at, who] = ofChair.includes(kind)
      ? [meetingDay, chair]
      : kind === 'object' || kind === 'answer-objection'
        ? [weekLater, office]
        : [meetingDay, office];
    const from = kind === 'close' ? sent : kind === 'release-minutes' ? submitted : meeting;
    const once = acted(from, who, acts[kind], kind === 'close' ? afterwards : at);
    expect(once).not.toBe(from);
    expect(acted(once, who, acts[kind], kind === 'close' ? afterwards : at)).toBe(once);
  },
);

test('what was pressed on a card of an earlier draft changes nothing', () => {
  const earlier = recorded.session.draft - 1;
  for (const kind of ['hold', 'item', 'resolve', 'send-minutes'] as const) {
    const act = { ...acts[kind], record: earlier } as RecordAct;
    expect(acted(recorded, office, act, meetingDay)).toBe(recorded);
    expect(acted(recorded, office, { ...act, record: earlier + 1 } as RecordAct, meetingDay)).not.toBe(
      recorded,
    );
  }
});
