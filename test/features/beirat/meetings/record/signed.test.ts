import { expect, test } from '@jest/globals';
import { minutesOf } from '../../../../../src/features/beirat/meetings/minutes/minutes.ts';
import { recordReply } from '../../../../../src/features/beirat/meetings/views/record.ts';
import { codeOf } from '../../../../support/outcome.ts';
import {
  acted,
  afterwards,
  chair,
  contextAt,
  mustBeHeld,
  office,
  recorded,
  sent,
  weekLater,
} from './chamber.ts';
import { openSent } from './recording.ts';

const signing = { kind: 'sign-minutes' } as const;
const words = (meeting: typeof sent): string =>
  JSON.stringify(minutesOf(meeting, contextAt(weekLater), 'de').sections.at(-1));
const signed = mustBeHeld(acted(sent, office, signing, weekLater));

test('that the signed copy is on file is said in the minutes, by the office, once', () => {
  expect(words(sent)).not.toContain('in der Akte');
  expect(words(signed)).toContain('Die unterschriebene Fassung liegt in der Akte');
  expect(acted(signed, office, signing, weekLater)).toBe(signed);
  expect(codeOf(() => acted(sent, chair, signing, weekLater))).toBe('only-office');
  expect(codeOf(() => acted(recorded, office, signing, weekLater))).toBe('minutes-not-sent');
});

const nothing = { can: () => false, why: () => undefined };

test('also when the meeting is closed; its card says so', () => {
  const closed = mustBeHeld(acted(signed, office, { kind: 'close' }, afterwards));
  expect(recordReply(closed, contextAt(afterwards), 'de', nothing).data).toMatchObject({
    state: 'Abgeschlossen, unterschrieben',
  });
  const later = mustBeHeld(
    acted(acted(sent, office, { kind: 'close' }, afterwards), office, signing, afterwards),
  );
  expect(words(later)).toContain('in der Akte');
});

test('what is changed afterwards is not signed', () => {
  const note = { kind: 'note', item: 'report', text: 'Anders.' } as const;
  expect(words(mustBeHeld(acted(signed, office, note, weekLater)))).not.toContain('in der Akte');
});

test('is typed', async () => {
  const hall = await openSent();
  const reply = await hall.ask('B-2026/1 Niederschrift unterschrieben', {
    ...hall.as(office),
    at: weekLater,
  });
  expect(reply.card).toBe('beirat/record');
  expect((await hall.meeting()).session?.signed).toMatchObject({ by: office });
});
