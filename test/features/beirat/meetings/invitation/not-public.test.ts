import { expect, test } from '@jest/globals';
import { minutesOf } from '../../../../../src/features/beirat/meetings/minutes/minutes.ts';
import { oparlMeeting } from '../../../../../src/features/beirat/meetings/minutes/oparl.ts';
import { mayReadItem } from '../../../../../src/features/beirat/meetings/policy.ts';
import { acted as actedIn, contextAt, heldWith, meetingDay, mustBeHeld, office } from '../record/chamber.ts';
import { item, openHall, plan } from './hall.ts';

/* Whatever stands in an item that is not public leaves by no mail and no calendar, in whatever field it stands. */

const external = 'beirat-wissenschaft';
const marked = 'GEHEIMWORT';
const closed = item(`${marked}-TITEL`, {
  kind: 'decision',
  public: false,
  text: `${marked}-TEXT`,
  rapporteur: `${marked}-BERICHT`,
  guests: [`${marked}-GAST`],
  links: [{ title: `${marked}-ANLAGE`, url: `https://dms.example.org/${marked}` }],
});

test('nothing of it is in a mail, a calendar entry, a subject or the data for the council system', async () => {
  const hall = await openHall();
  await hall.invites({ ...plan, items: [item('Begrüßung', { public: true }), closed] });
  await hall.act(
    'digitallotse',
    { kind: 'relocate', place: 'Raum 7', reason: 'Umbau' },
    '2026-12-01T08:00:00.000Z',
  );
  const chair = 'vorsitz-beirat';
  for (const who of [external, chair])
    await hall.act(who, { kind: 'reply', answer: 'in-person', via: 'mail' }, '2026-12-01T09:00:00.000Z');
  const letters: unknown[] = [];
  for (const language of ['de', 'en'] as const)
    for (const notice of await hall.owedTo(external)) {
      const said = await hall.says(notice, language);
      if (said) letters.push(said.letter, said.reply.summary);
    }
  expect(letters.length).toBeGreaterThan(0);
  expect(JSON.stringify(letters)).not.toContain(marked);
  expect(JSON.stringify(letters)).toContain('TOP 2 (nicht öffentlich)');
});

test('the minutes leave it out for whoever was excluded, and for a deputy who did not sit', () => {
  const held = heldWith();
  const conflict = { kind: 'conflict', item: 'secret', party: 'beirat-wirtschaft' } as const;
  const noted = { kind: 'note', item: 'secret', text: marked } as const;
  const meeting = mustBeHeld(actedIn(actedIn(held, office, conflict, meetingDay), office, noted, meetingDay));
  const context = contextAt(meetingDay);
  const readers = ['beirat-verwaltung', 'betrieb-kgrz', 'beirat-wirtschaft', 'beirat-vorsitz-deputy'];
  expect(readers.map((who) => mayReadItem(meeting, 'secret', who, context))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const textFor = (party: string) =>
    JSON.stringify(minutesOf(meeting, context, 'de', { party }).sections.slice(3));
  expect(textFor('beirat-verwaltung')).toContain(marked);
  expect(textFor('beirat-wirtschaft')).not.toContain(marked);
  expect(textFor('beirat-wirtschaft')).toContain('TOP 3 (nicht öffentlich)');
  expect(JSON.stringify(oparlMeeting(meeting, context))).not.toContain(marked);
});
