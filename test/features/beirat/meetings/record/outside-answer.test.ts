import { beforeAll, describe, expect, test } from '@jest/globals';
import { openBeiratRules } from '../../../../../src/app/beirat-rules.ts';
import type { Page } from '../../../../../src/core/ports/pages.ts';
import { askedFor, bodyOf } from '../../../../../src/features/beirat/board/answering.ts';
import { contextAt } from '../../../../../src/features/beirat/board/desk.ts';
import { Rules } from '../../../../../src/features/beirat/board/rules.ts';
import type { ItemView } from '../../../../../src/features/beirat/meetings/views/item.ts';
import { itemReply } from '../../../../../src/features/beirat/meetings/views/item.ts';
import { demoDirectory, person } from '../../../../support/directory-builder.ts';
import { type Hall, item, openHall, plan } from '../invitation/hall.ts';
import { mustBeHeld } from './chamber.ts';
import { chair, meetingDay, office, weekLater } from './recording.ts';

/* A body without Teams answers a recommendation on a page of its own, which an e-mail leads to. */

const usual = await openBeiratRules();
const demo = await demoDirectory();
const bureau = 'ratsbuero';
const city = {
  ...demo,
  persons: [
    ...demo.persons,
    person(bureau, {
      name: 'Büro des Stadtrats',
      unit: demo.persons[0]?.unit ?? '01',
      email: 'rat@example.org',
    }),
  ],
};
const council = {
  id: 'council',
  name: { de: 'Stadtrat', en: 'City Council' },
  role: 'stadtrat-hufa',
  enteredBy: 'stadtvorstand',
  people: [bureau],
};
const rules = Rules.parse({
  ...usual,
  recommendations: {
    ...usual.recommendations,
    to: [...(usual.recommendations?.to ?? []).slice(0, 1), council],
  },
});
const [wording, secret, other] = ['Eine Satzung für offene Daten.', 'GEHEIMWORT kaufen.', 'NICHT-FÜR-SIE'];
const textOf = (page: Page) => JSON.stringify(page.body);
let hall: Hall;
let url = '';
let letter = '';

beforeAll(async () => {
  hall = await openHall(city, { beiratRules: () => rules });
  await hall.invites({
    ...plan,
    items: [
      item('Begrüßung', { text: other }),
      item('Offen', { kind: 'decision' }),
      item('Geheim', { kind: 'decision', public: false }),
    ],
  });
  for (const who of [chair, 'beirat-verwaltung', 'beirat-stadtkonzern', 'beirat-wirtschaft'])
    await hall.act(who, { kind: 'reply', answer: 'in-person', via: 'teams' });
  await hall.act(office, { kind: 'hold', startedAt: '14:05' }, meetingDay);
  const vote = (of: string, words: string, addressee: string) =>
    hall.act(
      office,
      { kind: 'resolve', item: of, wording: words, yes: 4, no: 0, abstain: 0, addressee },
      meetingDay,
    );
  await vote('offen', wording, 'council');
  await vote('geheim', secret, 'council');
  await hall.act(office, { kind: 'end', endedAt: '16:10' }, meetingDay);
  await hall.act(office, { kind: 'send-minutes' }, meetingDay);
  await hall.act(chair, { kind: 'release-minutes' }, meetingDay);
  const said = await hall.says((await hall.owedTo(bureau, 'recommendation'))[1], 'de', meetingDay);
  letter = JSON.stringify(said?.letter);
  const urls = [];
  for (const notice of await hall.owedTo(bureau, 'recommendation'))
    urls.push((await hall.says(notice, 'de', meetingDay))?.letter.links?.[0]?.url ?? '');
  url = urls[0] ?? '';
});

const opened = (form?: Readonly<Record<string, string>>) => hall.page(url, form, { at: weekLater });

describe('whoever the rules name for a body', () => {
  test('is asked first; who enters it for them comes in when it is late', () => {
    const context = contextAt(hall.desk, weekLater);
    const body = bodyOf('council', rules);
    expect(body && askedFor(body, context)).toEqual([bureau]);
    expect(body && askedFor(body, context, true)).toContain('vorsitz-stadtvorstand');
  });
  test('gets a link and no hint to Teams; the mail does not say what is not public', () => {
    expect(letter).toContain('/beirat/empfehlung/');
    expect(letter).not.toContain('Microsoft Teams');
    expect(letter).not.toContain('GEHEIMWORT');
  });
  test('reads this one recommendation and nothing else of the meeting; looking changes nothing', async () => {
    for (let times = 0; times < 2; times += 1) {
      const page = await opened();
      expect(textOf(page)).toContain(wording);
      expect(textOf(page)).not.toMatch(/GEHEIMWORT|NICHT-FÜR-SIE|Begrüßung/);
    }
    expect((await hall.meeting()).resolutions.map(({ answer }) => answer)).toEqual([undefined, undefined]);
  });
  test.each([
    [{ text: 'Gerne.' }, 'Gerne.'],
    [{ taken: 'no', text: ' ' }, 'no'],
  ])('keeps what was entered when something is missing: %j', async (form, kept) => {
    const page = await opened(form);
    expect(page.status).toBe(422);
    expect(textOf(page)).toContain(kept);
  });
  test('answers in the name of the body, may correct it, and the sitting shows it', async () => {
    expect(textOf(await opened({ taken: 'yes', text: 'Auf der Tagesordnung im März.' }))).toContain(
      'gespeichert',
    );
    await opened({ taken: 'no', text: 'Keine Zuständigkeit.' });
    const meeting = await hall.meeting();
    expect(meeting.resolutions[0]?.answer).toMatchObject({
      isTakenUp: false,
      by: bureau,
      onBehalfOf: 'Stadtrat',
      text: 'Keine Zuständigkeit.',
    });
    const view = itemReply(mustBeHeld(meeting), 'offen', contextAt(hall.desk, weekLater), 'de')
      .data as ItemView;
    expect(view.resolutions[0]?.votes).toContain('abgelehnt am 17.12.2026, weil: „Keine Zuständigkeit.“');
    expect((await hall.owedTo(office, 'recommendation-answered')).length).toBeGreaterThan(0);
  });
  test('has no page any more once the rules name somebody else', async () => {
    const without = await openHall(city, { store: hall.store, beiratRules: () => usual });
    const page = await without.page(url, undefined, { at: weekLater });
    expect([page.status, textOf(page).includes(wording)]).toEqual([404, false]);
  });
});

test('a body names somebody who answers: a role, who enters it, or people', () => {
  const to = [{ id: 'x', name: { de: 'X', en: 'X' } }];
  expect(Rules.safeParse({ ...usual, recommendations: { ...usual.recommendations, to } }).success).toBe(
    false,
  );
});
