import { describe, expect, test } from '@jest/globals';
import { outboxCollection } from '../../../../../src/core/notice.ts';
import { Refusal } from '../../../../../src/core/refusal.ts';
import { minutesOf } from '../../../../../src/features/beirat/meetings/minutes/minutes.ts';
import { Meeting } from '../../../../../src/features/beirat/meetings/model.ts';
import { codeOf } from '../../../../support/outcome.ts';
import { atMorning } from '../acting.ts';
import {
  acted,
  afterwards,
  answered,
  chair,
  contextAt,
  meetingDay,
  mustBeHeld,
  objected,
  office,
  owedBy,
  recorded,
  sent,
  submitted,
  weekLater,
} from './chamber.ts';

/** What a morning makes of a meeting, and what it owes. */
function morning(meeting: Meeting, at: string) {
  const { doc = meeting, also = [] } = atMorning(meeting, contextAt(at)) ?? {};
  const owed = also.filter(({ collection }) => collection === outboxCollection).map(({ doc: { id } }) => id);
  return {
    meeting: Meeting.parse(JSON.parse(JSON.stringify({ ...doc, version: meeting.version + 1 }))),
    owed,
  };
}

describe('the minutes are sent', () => {
  test('to everybody who was invited, absent ones too, and into the ledger', () => {
    const owed = owedBy(submitted, chair, { kind: 'release-minutes' }, meetingDay);
    expect(owed.filter((one) => one.startsWith('beirat.minutes'))).toEqual(
      sent.invitees.map(({ party }) => `beirat.minutes ${party}`),
    );
    expect(sent.invitees.every(({ dispatches }) => dispatches.at(-1)?.kind === 'minutes')).toBe(true);
    expect(sent.sending).toBe(true);
  });

  test('not to a deputy who was let go, unless there', () => {
    const back = acted(
      answered,
      'werkleitung-kgrz',
      { kind: 'reply', answer: 'in-person', via: 'teams' },
      '2026-12-01T09:00:00.000Z',
    );
    const readers = (presence: 'absent' | 'in-person') => {
      const held = acted(
        back,
        office,
        { kind: 'hold', startedAt: '14:00', endedAt: '15:00', presence: { 'betrieb-kgrz': presence } },
        meetingDay,
      );
      const given = acted(held, office, { kind: 'send-minutes' }, meetingDay);
      return owedBy(given, chair, { kind: 'release-minutes' }, meetingDay);
    };
    expect(readers('absent')).not.toContain('beirat.minutes betrieb-kgrz');
    expect(readers('in-person')).toContain('beirat.minutes betrieb-kgrz');
  });

  test('with fourteen days for objections', () => {
    expect(sent.session).toMatchObject({ sentAt: meetingDay, objectionsUntil: '2026-12-24' });
  });

  test('once more when they were corrected, with a new time for objections', () => {
    const changed = acted(sent, office, { kind: 'note', item: 'welcome', text: 'Neu' }, weekLater);
    const given = acted(changed, office, { kind: 'send-minutes' }, weekLater);
    expect(owedBy(given, chair, { kind: 'release-minutes' }, weekLater)).toContain(`beirat.minutes ${chair}`);
    const again = acted(given, chair, { kind: 'release-minutes' }, weekLater);
    expect(again.session?.objectionsUntil).toBe('2026-12-31');
    expect(again.invitees[0]?.dispatches.filter(({ kind }) => kind === 'minutes')).toHaveLength(2);
  });

  test('with the end of the meeting, where it was entered only then', () => {
    const act = { kind: 'send-minutes', endedAt: '16:45' } as const;
    const given = acted(recorded, office, act, meetingDay);
    expect(given.session).toMatchObject({ endedAt: '16:45', submitted: { by: office } });
    expect(given.session?.sentAt).toBeUndefined();
  });

  test('by nobody but the chair, never by the office alone', () => {
    expect(owedBy(recorded, office, { kind: 'send-minutes' }, meetingDay)).toEqual([
      `beirat.approve-minutes ${chair}`,
    ]);
    for (const who of [office, 'digitallotse-deputy', 'beirat-verwaltung'])
      expect(() => acted(submitted, who, { kind: 'release-minutes' }, meetingDay)).toThrow(Refusal);
    expect(sent.session.released).toMatchObject({ by: chair, draft: submitted.session.draft });
  });

  test('not what was changed after it had been submitted; the chair asks for a change instead', () => {
    const changed = acted(submitted, office, { kind: 'note', item: 'welcome', text: 'Neu' }, meetingDay);
    expect(() => acted(changed, chair, { kind: 'release-minutes' }, meetingDay)).toThrow(Refusal);
    const wish = { kind: 'wish-minutes', wish: 'TOP 1 fehlt' } as const;
    const back = acted(submitted, chair, wish, meetingDay);
    expect(back.session?.wish).toMatchObject({ text: 'TOP 1 fehlt' });
    expect(owedBy(submitted, chair, wish, meetingDay)).toEqual([`beirat.minutes-wish ${office}`]);
    const again = acted(back, office, { kind: 'send-minutes' }, meetingDay);
    expect(again.session?.wish).toBeUndefined();
  });

  test('with what was corrected after it had been sent, to be seen', () => {
    const changed = mustBeHeld(
      acted(sent, office, { kind: 'attend', party: 'beirat-stadtkonzern', presence: 'absent' }, weekLater),
    );
    const words = JSON.stringify(minutesOf(changed, contextAt(weekLater), 'de').sections);
    expect(words).toContain('Berichtigungen nach dem Versand');
    expect(words).toContain('damit nicht mehr beschlussfähig oder zu berichtigen: B-2026/1-01');
    expect(JSON.stringify(minutesOf(sent, contextAt(weekLater), 'de').sections)).not.toContain(
      'Berichtigungen',
    );
  });
});

describe('an objection', () => {
  test('is told to the office, its answer to the member', () => {
    expect(owedBy(sent, chair, { kind: 'object', text: 'Falsch.' }, weekLater)).toEqual([
      `beirat.objection ${office}`,
    ]);
    const answer = { kind: 'answer-objection', objection: 1, text: 'Ergänzt.' } as const;
    expect(owedBy(objected, office, answer, weekLater)).toEqual([`beirat.objection-answered ${chair}`]);
  });

  test('is possible on the last day until midnight in Koblenz, not a minute longer', () => {
    const object = { kind: 'object', text: 'Falsch.' } as const;
    expect(codeOf(() => acted(sent, chair, object, '2026-12-24T22:59:00.000Z'))).toBe('done');
    expect(codeOf(() => acted(sent, chair, object, '2026-12-24T23:00:00.000Z'))).toBe('objections-over');
  });

  test('needs words, and so does its answer', () => {
    expect(codeOf(() => acted(sent, chair, { kind: 'object', text: ' ' }, weekLater))).toBe('text-missing');
    const answer = { kind: 'answer-objection', objection: 1, text: '' } as const;
    expect(codeOf(() => acted(objected, office, answer, weekLater))).toBe('text-missing');
  });
});

describe('time', () => {
  test('looks again the morning after the last day for objections', () => {
    expect(sent.dueAt).toBe('2026-12-25T07:00:00.000Z');
    expect(morning(sent, '2026-12-24T08:00:00.000Z').meeting.state).toBe('held');
  });

  test('closes the meeting then, when no objection is open', () => {
    const { meeting, owed } = morning(sent, afterwards);
    expect(meeting.state).toBe('minuted');
    expect(meeting.history.at(-1)).toMatchObject({ act: 'closed', by: 'system' });
    // What was resolved is looked at again, a week before its day.
    expect(meeting.dueAt).toBe('2027-01-24T07:00:00.000Z');
    expect(owed).toEqual([]);
  });

  test('reminds the office every week of an objection that is open, and closes as soon as it is dealt with', () => {
    const first = morning(objected, afterwards);
    expect(first.meeting.state).toBe('held');
    expect(first.owed).toEqual([expect.stringContaining('record')]);
    expect(first.meeting.dueAt).toBe('2027-01-01T07:00:00.000Z');
    expect(morning(first.meeting, '2026-12-28T08:00:00.000Z').owed).toEqual([]);
    const second = morning(first.meeting, '2027-01-01T08:00:00.000Z');
    expect(second.owed).toHaveLength(1);
    expect(second.owed).not.toEqual(first.owed);
    const answer = { kind: 'answer-objection', objection: 1, text: 'Ergänzt.' } as const;
    const dealt = acted(second.meeting, office, answer, '2027-01-02T09:00:00.000Z');
    expect(dealt.dueAt && dealt.dueAt <= '2027-01-02T09:00:00.000Z').toBe(true);
    expect(morning(dealt, '2027-01-02T09:01:00.000Z').meeting.state).toBe('minuted');
  });

  test('does not close over a correction that was not sent', () => {
    const changed = acted(sent, office, { kind: 'note', item: 'welcome', text: 'Neu' }, weekLater);
    const { meeting, owed } = morning(changed, afterwards);
    expect(meeting.state).toBe('held');
    expect(owed).toHaveLength(1);
  });

  test('reminds of minutes that are missing a week before they are due, on the day and weekly after', () => {
    const days = [];
    let meeting: Meeting = recorded;
    while (days.length < 4 && meeting.dueAt) {
      days.push(meeting.dueAt.slice(0, 10));
      const next = morning(meeting, meeting.dueAt);
      expect(next.owed.filter((one) => one.includes(' record '))).toHaveLength(1);
      meeting = next.meeting;
    }
    expect(days).toEqual(['2027-01-03', '2027-01-10', '2027-01-17', '2027-01-24']);
  });
});
