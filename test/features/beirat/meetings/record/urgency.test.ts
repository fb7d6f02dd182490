import { describe, expect, test } from '@jest/globals';
import { statements } from '../../../../../src/features/beirat/meetings/letters/texts.ts';
import { minutesOf } from '../../../../../src/features/beirat/meetings/minutes/minutes.ts';
import type { Held, Item, Meeting } from '../../../../../src/features/beirat/meetings/model.ts';
import { missingFinding } from '../../../../../src/features/beirat/meetings/urgency.ts';
import { recordReply } from '../../../../../src/features/beirat/meetings/views/record.ts';
import { codeOf } from '../../../../support/outcome.ts';
import {
  acted,
  answered,
  arrived,
  chair,
  contextAt,
  heldWith,
  invitedTo,
  meetingDay,
  mustBeHeld,
  office,
  opening,
  plan,
} from './chamber.ts';
import { openInvited } from './recording.ts';

/* Invited on 24 November for 10 December; the last day is 5 December. Five voting seats are there. */

const context = contextAt(meetingDay);
const supplemented = (at: string): Meeting =>
  acted(
    answered,
    office,
    {
      kind: 'amend',
      items: [
        ...answered.plan.items,
        { id: 'late', title: 'Rechenzentrum', kind: 'decision', public: true, links: [] },
      ],
      reason: 'Das Angebot läuft ab',
    },
    at,
  );
const inTime = heldWith({}, supplemented('2026-12-05T10:00:00.000Z'));
const late = heldWith({}, supplemented('2026-12-06T10:00:00.000Z'));
const found = (meeting: Meeting, yes: number, no: number, abstain = 0, subject = 'late'): Held =>
  mustBeHeld(acted(meeting, office, { kind: 'find-urgency', subject, yes, no, abstain }, meetingDay));
const words = (meeting: Held): string => JSON.stringify(minutesOf(meeting, context, 'de').sections[0]);
const nothing = { can: () => false, why: () => undefined };
const remark = (meeting: Held) =>
  (recordReply(meeting, context, 'de', nothing).data as { remark?: string }).remark;

describe('an item that came after the last day', () => {
  test('is said in the invitation to need two thirds at the beginning', () => {
    expect(statements(supplemented('2026-12-06T10:00:00.000Z'), context, 'de').join()).toContain(
      'Nach Ablauf der Ladungsfrist hinzugekommen: TOP 4.',
    );
    expect(statements(supplemented('2026-12-05T10:00:00.000Z'), context, 'de')).toEqual([]);
  });

  test('is asked for in the record, and missing in the minutes until it is there', () => {
    expect(remark(late)).toContain('„B-2026/1 Dringlichkeit TOP 4 5:0:0“');
    expect(words(late)).toContain('Dringlichkeit von TOP 4 festgestellt hat, ist nicht vermerkt');
    expect(words(late)).not.toContain('ordnungsgemäß einberufen');
    expect(remark(inTime)).toBeUndefined();
    expect(words(inTime)).toContain('ordnungsgemäß einberufen');
  });

  test.each([
    [5, 0, 0, true],
    [4, 1, 0, true],
    [3, 0, 2, false],
    [3, 2, 0, false],
    [0, 5, 0, false],
  ])('with %i yes, %i no, %i abstentions of five present', (yes, no, abstain, isFound) => {
    const meeting = found(late, yes, no, abstain);
    const said = isFound ? 'hat der Beirat die Dringlichkeit von TOP 4 festgestellt' : 'nicht festgestellt';
    expect(words(meeting)).toContain(said);
    expect(words(meeting).includes('ordnungsgemäß einberufen')).toBe(isFound);
    expect(remark(meeting)).toBeUndefined();
  });

  test('the finding follows the attendance: who turns out to have been there counts', () => {
    const meeting = found(late, 4, 1);
    const more = mustBeHeld(
      acted(
        meeting,
        office,
        { kind: 'attend', party: 'beirat-wissenschaft', presence: 'in-person' },
        meetingDay,
      ),
    );
    expect(words(more)).toContain('zwei Drittel von 6 anwesenden');
    const corrected = found(more, 3, 1);
    expect(words(corrected)).toContain('nicht festgestellt');
    expect(corrected.session.findings).toHaveLength(1);
  });

  test('the same twice changes nothing; nobody else finds it; nothing is found that needs no finding', () => {
    const meeting = found(late, 5, 0);
    expect(found(meeting, 5, 0)).toBe(meeting);
    const act = { kind: 'find-urgency', subject: 'late', yes: 5, no: 0, abstain: 0 } as const;
    expect(codeOf(() => acted(late, chair, act, meetingDay))).toBe('only-office');
    expect(codeOf(() => acted(inTime, office, act, meetingDay))).toBe('no-urgency-to-find');
    expect(codeOf(() => acted(late, office, { ...act, yes: 6 }, meetingDay))).toBe('too-many-votes');
    expect(codeOf(() => acted(late, office, { ...act, yes: 0 }, meetingDay))).toBe('votes-missing');
  });
});

describe('a meeting with a shortened notice period', () => {
  const urgent = { ...plan, day: '2026-11-26', replyBy: '2026-11-25', urgency: 'Die Förderfrist endet.' };
  const day = '2026-11-26T13:00:00.000Z';
  const short = mustBeHeld(
    acted(
      arrived(invitedTo(urgent)),
      office,
      opening({ [chair]: 'in-person', 'beirat-verwaltung': 'in-person', 'beirat-wirtschaft': 'in-person' }),
      day,
    ),
  );
  const finding = (yes: number, no: number) =>
    mustBeHeld(acted(short, office, { kind: 'find-urgency', subject: '', yes, no, abstain: 0 }, day));

  test('is duly convened when the body finds the urgency with a majority, not by the reason alone', () => {
    expect(missingFinding(short, contextAt(day), 'de')).toContain('„B-2026/1 Dringlichkeit 5:0:0“');
    const said = (meeting: Held) => JSON.stringify(minutesOf(meeting, contextAt(day), 'de').sections[0]);
    expect(said(short)).not.toContain('ordnungsgemäß einberufen');
    expect(said(finding(2, 1))).toContain('Dringlichkeit der Sitzung festgestellt');
    expect(said(finding(2, 1))).toContain('ordnungsgemäß einberufen');
    expect(said(finding(1, 2))).toContain('nicht festgestellt');
    expect(said(finding(1, 2))).not.toContain('ordnungsgemäß einberufen');
  });
});

test('is typed with the item and the votes', async () => {
  const hall = await openInvited();
  const item: Item = { id: 'late', title: 'Eilig', kind: 'decision', public: true, links: [] };
  const items = [...(await hall.meeting()).plan.items, item];
  await hall.act(office, { kind: 'amend', items, reason: 'eilt' }, '2026-12-08T09:00:00.000Z');
  await hall.act(office, opening(), meetingDay);
  const reply = await hall.ask('B-2026/1 Dringlichkeit TOP 3 4:0:0', { ...hall.as(office), at: meetingDay });
  expect(reply.card).toBe('beirat/record');
  expect((await hall.meeting()).session?.findings).toEqual([{ subject: 'late', yes: 4, no: 0, abstain: 0 }]);
  const wrong = await hall.ask('B-2026/1 Dringlichkeit TOP 3', { ...hall.as(office), at: meetingDay });
  expect(wrong.card).toBe('shared/refusal');
});
