import { beforeEach, describe, expect, test } from '@jest/globals';
import { meetingOnTime } from '../../../../src/features/beirat/meetings/deadlines.ts';
import type { Meeting } from '../../../../src/features/beirat/meetings/model.ts';
import { packOf } from '../../../../src/features/beirat/meetings/papers/pack.ts';
import { meetingSeenAs } from '../../../../src/features/beirat/meetings/policy.ts';
import { covers, meetingRecord } from '../../../../src/features/beirat/meetings/record.ts';
import { usualReviewDay } from '../../../../src/features/beirat/meetings/reviews.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { orCode } from '../../../support/outcome.ts';
import { actorOf } from '../../../support/program.ts';
import { acted, allActed, contextAt, item, plannedAt, rules, toInvitation, wednesday } from '../world.ts';
import type { Act } from './acting.ts';
import { type Hall, item as hallItem, plan as hallPlan, openHall, start } from './invitation/hall.ts';

/* Before the invitations go out, others look at single items: each sees the one item, office and chair read what they say. */

const context = contextAt(wednesday);
const items = [item('a'), item('b', { public: false, title: 'GEHEIM-B' })];
const begun = plannedAt(undefined, { items });
const ask = (who: string, until = '', id = 'a') =>
  ({ kind: 'ask-review', item: id, who, until }) as unknown as Act;
const say = (note: string, id = 'a') => ({ kind: 'comment', item: id, note }) as unknown as Act;
const asked = acted(begun, 'lotse', ask('stranger'), context);
const said = acted(asked, 'stranger', say('Bitte die Kosten nennen.'), context);

describe('the office asks', () => {
  test('a person, with the usual last day, which lies before the last day of dispatch', () => {
    expect(asked.reviews).toMatchObject([{ n: 1, item: 'a', party: 'stranger', until: '2026-12-02' }]);
    // Four full days before 10.12. are kept by sending on the 5th.
    expect(usualReviewDay(begun, contextAt('2026-12-01T09:00:00Z'))).toBe('2026-12-04');
    expect(usualReviewDay(begun, contextAt('2026-12-08T09:00:00Z'))).toBe('2026-12-08');
  });
  test('those who act for a body outside of the role model', () => {
    const partners = [
      { name: { de: 'Datenschutz', en: 'Data protection' }, words: ['DSB'], people: ['stranger'] },
    ];
    const at = { ...context, partners };
    expect(acted(begun, 'lotse', ask('dsb'), at).reviews?.[0]).toMatchObject({ party: 'stranger' });
    expect(acted(begun, 'lotse', ask('data protection'), at).reviews?.[0]?.name).toMatch(/^Datenschutz \(/);
  });
  test('nobody twice for the same item, but for another one', () => {
    expect(acted(asked, 'lotse', ask('stranger'), context)).toBe(asked);
    expect(acted(asked, 'lotse', ask('stranger', '', 'b'), context).reviews).toHaveLength(2);
  });
  test.each([
    ['somebody whom nobody knows', ask('Niemand'), 'reviewer-unknown'],
    ['until a day that is over', ask('stranger', '2026-11-24'), 'review-day'],
    ['until the day of the meeting', ask('stranger', '2026-12-10'), 'review-day'],
    ['until no day', ask('stranger', 'bald'), 'review-day'],
  ])('not %s', (_what, act, code) => {
    expect(orCode(() => acted(begun, 'lotse', act, context))).toBe(code);
  });
  test('and nobody else does, nor where the rules do not provide for it', () => {
    for (const who of ['chair', 'kgrz', 'stranger'])
      expect(orCode(() => acted(begun, who, ask('stranger'), context))).toBe('only-office');
    const { reviews: _, ...off } = rules;
    expect(orCode(() => acted(begun, 'lotse', ask('stranger'), contextAt(wednesday, { rules: off })))).toBe(
      'no-reviews',
    );
  });
});

describe('whoever was asked', () => {
  test('sees nothing of the meeting but that, and nothing any more once it is taken back', () => {
    expect(meetingSeenAs(begun, 'stranger', context)).toBeUndefined();
    expect(meetingSeenAs(asked, 'stranger', context)).toBe('review');
    const back = acted(asked, 'lotse', { kind: 'unreview', review: 1 } as unknown as Act, context);
    expect(meetingSeenAs(back, 'stranger', context)).toBeUndefined();
    expect(orCode(() => acted(back, 'stranger', say('x'), context))).toBe('not-asked');
  });
  test('says something on the item, may change it, and the history keeps that, not what', () => {
    expect(said.reviews?.[0]?.comment?.text).toBe('Bitte die Kosten nennen.');
    const again = acted(said, 'stranger', say('Keine Einwände.'), context);
    expect(again.reviews?.[0]?.comment?.text).toBe('Keine Einwände.');
    expect(acted(again, 'stranger', say('Keine Einwände.'), context)).toBe(again);
    expect(again.history.map(({ act }) => act).slice(-2)).toEqual(['review-commented', 'review-commented']);
    expect(JSON.stringify(again.history)).not.toContain('Kosten');
  });
  test.each([
    ['to an item that they were not asked about', say('x', 'b'), 'not-asked'],
    ['with nothing', say(' '), 'comment-missing'],
  ])('says nothing %s', (_what, act, code) => {
    expect(orCode(() => acted(asked, 'stranger', act, context))).toBe(code);
  });
  test('nor after the invitations have gone out', () => {
    const sent = allActed(asked, toInvitation, context);
    expect(sent.state).toBe('invited');
    expect(orCode(() => acted(sent, 'stranger', say('zu spät'), context))).toBe('review-over');
  });
});

describe('what was said', () => {
  const pack = (meeting: Meeting, party: string, seenBy: string) =>
    JSON.stringify(
      packOf(
        meeting,
        { party, name: party },
        contextAt(wednesday, { rules: { ...rules, reviews: { days: 7, seenBy } } }),
        'de',
      ),
    );
  const sent = allActed(said, toInvitation, context);
  test.each([
    ['keepers', 'lotse', true],
    ['keepers', 'chair', true],
    ['keepers', 'kgrz', false],
    ['members', 'kgrz', true],
  ])('with the rule "%s", %s reads it in the papers: %s', (seenBy, who, reads) => {
    expect(pack(sent, who, seenBy).includes('Bitte die Kosten nennen.')).toBe(reads);
  });
  test('is sealed with what was decided, and forgotten with the questions', () => {
    expect(JSON.stringify(covers(said))).toContain('Bitte die Kosten');
    expect(meetingRecord.withoutWords?.(said, wednesday)).not.toHaveProperty('reviews');
  });
});

test('a day before the reviewer is reminded, the day after the office hears; what came needs no reminder', () => {
  const told = (meeting: Meeting) => {
    const all: string[] = [];
    let now = meeting;
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']) {
      const decision = meetingOnTime(now, contextAt(`${day}T08:00:00Z`));
      if (!decision) continue;
      all.push(
        ...decision.happened
          .flatMap((one) => ('told' in one && one.told.name.startsWith('review') ? [one.told] : []))
          .map(({ name, recipient }) => `${day} ${name} ${recipient}`),
      );
      now = decision.doc;
    }
    return all;
  };
  expect(told(asked)).toEqual(['2026-12-01 review-due stranger', '2026-12-03 review-late lotse']);
  expect(told(said)).toEqual([]);
});

describe('as people meet it', () => {
  let hall: Hall;
  const demo = demoDirectory();
  beforeEach(async () => {
    hall = await openHall(await demo);
    await hall.plans({
      ...hallPlan,
      items: [hallItem('Begrüßung'), hallItem('GEHEIM-TITEL', { public: false })],
    });
  });
  test('an office is asked in the chat, answers there, and no mail says what it is about', async () => {
    const city = await demo;
    const says = (who: string, text: string) =>
      hall.ask(text, { actor: actorOf(city, who), conversationId: who, at: start });
    await says('digitallotse', 'B-2026/1 Prüfung TOP 2: Amt 61');
    const [notice] = await hall.owedTo('itb-61', 'review');
    const words = await hall.says(notice);
    expect(words?.reply.data.items).toMatchObject([{ text: 'TOP 2: GEHEIM-TITEL' }]);
    expect(JSON.stringify([words?.letter, words?.reply.summary])).not.toContain('GEHEIM');
    await says('itb-61', 'B-2026/1 Stellungnahme TOP 2: Keine Einwände');
    expect((await hall.meeting()).reviews?.[0]?.comment?.text).toBe('Keine Einwände');
    const heard = await hall.says((await hall.owedTo('digitallotse', 'review-comment'))[0]);
    expect(JSON.stringify(heard?.reply.data)).toContain('Keine Einwände');
    expect(JSON.stringify(heard?.letter)).not.toContain('Keine Einwände');
    expect(JSON.stringify((await says('itb-61', 'B-2026/1')).data)).not.toContain('Begrüßung');
    for (const stranger of ['itb-66', 'beirat-verwaltung'])
      expect(JSON.stringify((await says(stranger, 'B-2026/1 Prüfungen')).data)).not.toContain(
        'Keine Einwände',
      );
  });

  test('whoever has no Teams reads the one item and comments on a page of their own, until it is too late', async () => {
    const city = await demo;
    const actor = { actor: actorOf(city, 'digitallotse'), conversationId: 'lotse', at: start };
    await hall.ask('B-2026/1 Prüfung TOP 2: Beirat: Fachperson aus der Wirtschaft', actor);
    const [notice] = await hall.owedTo('beirat-wirtschaft', 'review');
    const letter = (await hall.says(notice))?.letter;
    expect(JSON.stringify(letter)).not.toMatch(/GEHEIM|Microsoft Teams/);
    const url = letter?.links?.[0]?.url ?? '';
    const textOf = async (form?: Readonly<Record<string, string>>) =>
      JSON.stringify(await hall.page(url, form));

    expect(await textOf()).toContain('GEHEIM-TITEL');
    expect(await textOf()).not.toContain('Begrüßung');
    expect(await hall.page(url, { text: ' ' })).toMatchObject({ status: 422 });
    expect((await hall.meeting()).reviews?.[0]).not.toHaveProperty('comment');
    expect(await textOf({ text: 'Bitte die Folgekosten nennen.' })).toContain('gespeichert');
    expect((await hall.meeting()).reviews?.[0]?.comment?.text).toBe('Bitte die Folgekosten nennen.');
    expect(await hall.owedTo('digitallotse', 'review-comment')).toHaveLength(1);

    await hall.act('digitallotse', { kind: 'submit' });
    await hall.act('vorsitz-beirat', { kind: 'approve', seen: '' });
    await hall.act('digitallotse', { kind: 'invite' });
    expect(await hall.page(url, { text: 'zu spät' })).toMatchObject({ status: 404 });
    expect(await textOf()).not.toContain('GEHEIM-TITEL');
  });
});
