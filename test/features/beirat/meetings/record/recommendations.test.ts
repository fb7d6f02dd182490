import { describe, expect, test } from '@jest/globals';
import { createPapers } from '../../../../../src/adapters/papers/create-papers.ts';
import type { Context } from '../../../../../src/features/beirat/board/context.ts';
import { Rules } from '../../../../../src/features/beirat/board/rules.ts';
import { usualItems } from '../../../../../src/features/beirat/meetings/form.ts';
import type { Meeting } from '../../../../../src/features/beirat/meetings/model.ts';
import { packOf } from '../../../../../src/features/beirat/meetings/papers/pack.ts';
import { isInvolved, meetingSeenAs } from '../../../../../src/features/beirat/meetings/policy.ts';
import {
  recommendationsIn,
  reportedAt,
  reportItem,
  reportNote,
} from '../../../../../src/features/beirat/meetings/recommendations.ts';
import { recommendationsFor } from '../../../../../src/features/beirat/meetings/views/recommendations.ts';
import {
  foundResolutions,
  openResolutions,
} from '../../../../../src/features/beirat/meetings/views/resolutions.ts';
import { codeOf, orCode } from '../../../../support/outcome.ts';
import { noticesOf } from '../../world.ts';
import { atMorning, type BodyAct, decide, typedAs } from '../acting.ts';
import { item as hallItem, plan as hallPlan, openHall } from '../invitation/hall.ts';
import {
  acted,
  allActed,
  chair,
  contextAt,
  held,
  invitedTo,
  meetingDay,
  mustBeHeld,
  office,
  owedBy,
  party,
  plan,
  voting,
  weekLater,
} from './chamber.ts';

const executive = 'vorsitz-stadtvorstand';
const secret = 'GEHEIMWORT';
const [first, second] = ['B-2026/1-01', 'B-2026/1-02'];

/** A public one to the Stadtvorstand, one that is not public to the council; the minutes are with the chair. */
const toRelease = mustBeHeld(
  allActed(held, meetingDay, [
    [office, voting([4, 1, 0], { addressee: 'stadtvorstand' })],
    [office, { kind: 'conflict', item: 'secret', party: 'beirat-wirtschaft' }],
    [
      office,
      voting([4, 0, 0], {
        item: 'secret',
        wording: `${secret} kaufen.`,
        addressee: 'Stadtrat',
        dueDay: '2027-02-28',
      }),
    ],
    [office, { kind: 'end', endedAt: '16:10' }],
    [office, { kind: 'send-minutes' }],
  ]),
);
const addressed = mustBeHeld(acted(toRelease, chair, { kind: 'release-minutes' }, meetingDay));

const answer = (number = first, taken: BodyAct['taken'] = 'yes', note = ''): BodyAct => ({
  kind: 'answer-recommendation',
  number,
  taken,
  note,
});
const outcome = (meeting: Meeting, act: BodyAct, who: string, at = weekLater) =>
  orCode(() => (decide(meeting, act, party(who), contextAt(at)) ? 'answered' : 'nothing'));

describe('a recommendation', () => {
  test('has a day for its answer: three months after the meeting, unless another was named', () => {
    expect(addressed.resolutions.map(({ addressee, dueDay }) => [addressee?.id, dueDay])).toEqual([
      ['stadtvorstand', '2027-03-10'],
      ['council', '2027-02-28'],
    ]);
  });

  test('is told to the body once the minutes are released, the council by way of the Stadtvorstand', () => {
    const told = owedBy(toRelease, chair, { kind: 'release-minutes' }, meetingDay);
    expect(told.filter((one) => one.includes('recommendation'))).toEqual([
      `beirat.recommendation ${executive}`,
      `beirat.recommendation ${chair}`,
      `beirat.recommendation ${executive}`,
      `beirat.recommendation ${chair}`,
    ]);
  });

  test.each([
    ['taken up', addressed, answer(), executive, 'answered'],
    ['rejected with a reason', addressed, answer(first, 'no', 'Kein Geld.'), executive, 'answered'],
    ['rejected without one', addressed, answer(first, 'no', ' '), executive, 'rejection-reason'],
    [
      'neither',
      addressed,
      { kind: 'answer-recommendation', number: first } as BodyAct,
      executive,
      'answer-unread',
    ],
    ['by the office', addressed, answer(), office, 'no-recommendation'],
    ['by a member', addressed, answer(), 'beirat-verwaltung', 'no-recommendation'],
    ['by somebody else', addressed, answer(), 'staff-61', 'no-recommendation'],
    ['before the minutes are released', toRelease, answer(), executive, 'no-recommendation'],
    ['of a number that there is not', addressed, answer('B-2026/1-09'), executive, 'no-recommendation'],
  ] as const)('answered: %s', (_name, meeting, act, who, expected) => {
    expect(outcome(meeting, act, who)).toBe(expected);
  });

  test('is answered once; whoever answered may correct it, nobody else', () => {
    const once = acted(addressed, executive, answer(first, 'yes', 'Wird geplant.'), weekLater);
    expect(once.resolutions[0]?.answer).toMatchObject({
      isTakenUp: true,
      text: 'Wird geplant.',
      by: executive,
    });
    expect(outcome(once, answer(first, 'yes', 'Wird geplant.'), executive)).toBe('nothing');
    expect(outcome(once, answer(first, 'no', 'Nein.'), chair)).toBe('recommendation-answered');
    expect(outcome(once, answer(first, 'no', 'Doch nicht.'), executive)).toBe('answered');
  });

  test('of the council is entered for the council', () => {
    const once = acted(addressed, executive, answer(second), weekLater);
    expect(once.resolutions[1]?.answer).toMatchObject({ by: executive, onBehalfOf: 'Stadtrat' });
  });

  test('office and chair hear of the answer', () => {
    expect(owedBy(addressed, executive, answer(), weekLater)).toEqual([
      `beirat.recommendation-answered ${office}`,
      `beirat.recommendation-answered ${chair}`,
    ]);
  });

  test('that was rejected is not open any more; one that was taken up is, until it is done', () => {
    const numbers = (meeting: Meeting) => openResolutions([meeting]).map(({ number }) => number);
    expect(numbers(acted(addressed, executive, answer(first, 'no', 'Nein.'), weekLater))).toEqual([second]);
    const taken = acted(addressed, executive, answer(), weekLater);
    expect(numbers(taken)).toEqual([first, second]);
    expect(numbers(acted(taken, office, { kind: 'resolution-done', number: first }, weekLater))).toEqual([
      second,
    ]);
  });

  test('keeps body and answer when its wording is corrected on a form that has no such field', () => {
    const answered = acted(addressed, executive, answer(), weekLater);
    const corrected = acted(
      answered,
      office,
      voting([3, 1, 0], { number: first, wording: 'Anders.' }),
      weekLater,
    );
    expect(corrected.resolutions[0]).toMatchObject({
      wording: 'Anders.',
      addressee: { id: 'stadtvorstand' },
      answer: { isTakenUp: true },
    });
  });

  test('to a body that the rules do not name is refused with those that they do', () => {
    expect(codeOf(() => acted(held, office, voting([4, 0, 0], { addressee: 'Bundestag' }), meetingDay))).toBe(
      'no-such-body',
    );
  });

  test('is typed, and answered in words', async () => {
    expect(
      await typedAs('Beschluss TOP 2 4:0:0: Kaufen; an: Stadtvorstand; bis: 31.01.2027', held),
    ).toMatchObject({
      wording: 'Kaufen',
      addressee: 'Stadtvorstand',
      dueDay: '2027-01-31',
    });
    expect(await typedAs('abgelehnt, weil die Mittel fehlen', addressed, '01')).toEqual(
      expect.objectContaining({ number: first, taken: 'no', note: 'die Mittel fehlen' }),
    );
    expect(await typedAs('taken up: planned for 2027', addressed, '02')).toMatchObject({
      number: second,
      taken: 'yes',
      language: 'en',
    });
  });
});

describe('who sees it', () => {
  const at = contextAt(weekLater);

  test('the body what is recommended to it, and nothing else of the meeting', () => {
    expect(meetingSeenAs(addressed, executive, at)).toBe('recommendations');
    expect(isInvolved(addressed, executive, at)).toBe(false);
    expect(meetingSeenAs(toRelease, executive, at)).toBeUndefined();
    expect(recommendationsFor([addressed], executive, at, false).map(({ number }) => number)).toEqual([
      first,
      second,
    ]);
    expect(recommendationsFor([addressed], 'staff-61', at, false)).toEqual([]);
  });

  test('search says how it stands', () => {
    const answered = acted(addressed, executive, answer(first, 'no', 'Kein Geld.'), weekLater);
    const states = foundResolutions([answered], 'Stadtvorstand', 'de', '2026-12-20').map(
      ({ state }) => state,
    );
    expect(states).toEqual(['✕ abgelehnt am 17.12.2026, weil: „Kein Geld.“']);
  });
});

describe('the next meeting hears of it', () => {
  const next = invitedTo({
    ...plan,
    day: '2027-06-10',
    replyBy: '2027-06-03',
    items: [...plan.items, reportItem('report-item', 'de')],
  });
  const answered = acted(addressed, executive, answer(second, 'no', `${secret} ist zu teuer.`), weekLater);

  test('under an item that stands on each agenda where the rules say so', () => {
    const { rules } = contextAt(weekLater);
    const items = (given: unknown) =>
      usualItems({ rules: Rules.parse(given) }, 'de', () => 'x').map(({ shows }) => shows);
    expect(items(rules)).toContain('recommendations');
    const off = { ...rules, recommendations: { ...rules.recommendations, onAgenda: false } };
    expect(items(off)).not.toContain('recommendations');
    expect(items({ ...rules, recommendations: undefined })).not.toContain('recommendations');
  });

  test('what is open and what was answered since the meeting before; its own only next time', () => {
    const numbers = (meetings: readonly Meeting[], of: Meeting) =>
      reportedAt(meetings, of).map(({ number }) => number);
    expect(numbers([answered, next], next)).toEqual([first, second]);
    expect(numbers([answered], answered)).toEqual([]);
    const between = { ...answered, id: 'B-2027-9', resolutions: [], plan: { ...plan, day: '2027-04-01' } };
    expect(numbers([answered, between, next], next)).toEqual([first]);
  });

  test('in the record to begin with, which is public: of what is not, number and state', () => {
    const note = reportNote(reportedAt([answered, next], next), '2027-06-10');
    expect(note).toContain(`${first} an Stadtvorstand: „Der Beirat empfiehlt den Antrag.“ – ! ohne Antwort`);
    expect(note).toContain(
      `${second} an Stadtrat (Sitzung B-2026/1, TOP 3, nicht öffentlich) – ✕ abgelehnt am 17.12.2026`,
    );
    expect(note).not.toContain(secret);
    const report = { ...contextAt('2027-06-10T13:00:00.000Z'), report: note } satisfies Context;
    const opened = decide(next, { kind: 'hold', startedAt: '14:00' }, party(office), report);
    expect(opened?.doc.session?.notes['report-item']).toBe(note);
  });

  test('in the papers, whole for whoever may read it', async () => {
    const textFor = (who: string) =>
      JSON.stringify(
        packOf(
          next,
          { party: who, name: who },
          contextAt(weekLater),
          'de',
          reportedAt([answered, next], next),
        ),
      );
    expect(textFor('beirat-verwaltung')).toContain(secret);
    expect(textFor('beirat-wirtschaft')).not.toContain(secret);
    const context = contextAt(weekLater);
    const pack = packOf(
      next,
      { party: chair, name: chair },
      context,
      'de',
      reportedAt([answered, next], next),
    );
    expect(
      Buffer.from(await createPapers().pdf(pack))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});

/** Who hears what on which morning. */
function mornings(start: Meeting, until: string): readonly string[] {
  let meeting = start;
  const told: string[] = [];
  for (let day = Date.parse('2026-12-18T08:30:00Z'); day < Date.parse(until); day += 86_400_000) {
    const now = new Date(day).toISOString();
    if (meeting.dueAt === undefined || meeting.dueAt > now) continue;
    const change = atMorning(meeting, contextAt(now));
    if (!change) continue;
    for (const { kind, recipient, facts } of noticesOf(change.also) as unknown as readonly {
      kind: string;
      recipient: string;
      facts?: { number?: string };
    }[])
      told.push(
        `${now.slice(0, 10)} ${kind.replace('beirat.', '')} ${facts?.number?.slice(-2) ?? ''} ${recipient}`,
      );
    meeting = { ...change.doc, version: meeting.version + 1 };
  }
  return told;
}

describe('nobody forgets it', () => {
  const one = acted(addressed, executive, answer(second), weekLater);

  test('the body is reminded, then everybody who may answer, the office and the chair, until there is an answer', () => {
    expect(mornings(one, '2027-04-01')).toEqual([
      `2027-02-10 recommendation-due 01 ${executive}`,
      `2027-02-10 recommendation-due 01 ${chair}`,
      `2027-03-03 recommendation-due 01 ${executive}`,
      `2027-03-03 recommendation-due 01 ${chair}`,
      `2027-03-11 recommendation-due 01 ${executive}`,
      `2027-03-11 recommendation-due 01 ${chair}`,
      `2027-03-11 recommendation-late 01 ${office}`,
      `2027-03-11 recommendation-late 01 ${chair}`,
      `2027-03-25 recommendation-due 01 ${executive}`,
      `2027-03-25 recommendation-due 01 ${chair}`,
      `2027-03-25 recommendation-late 01 ${office}`,
      `2027-03-25 recommendation-late 01 ${chair}`,
    ]);
    expect(mornings(acted(one, executive, answer(), weekLater), '2027-12-01')).toEqual([]);
  });

  test('a resolution of its own with a day: the office, before it and as long as it is open', () => {
    const own = mustBeHeld(
      allActed(held, meetingDay, [
        [office, voting([4, 1, 0], { owner: 'Amt 80', dueDay: '2027-01-31' })],
        [office, { kind: 'end', endedAt: '16:10' }],
        [office, { kind: 'send-minutes' }],
        [chair, { kind: 'release-minutes' }],
      ]),
    );
    expect(mornings(own, '2027-03-01')).toEqual([
      `2027-01-24 resolution-due 01 ${office}`,
      `2027-02-01 resolution-due 01 ${office}`,
      `2027-02-15 resolution-due 01 ${office}`,
    ]);
  });
});

test('through the program: told, answered by a press, shown, and nothing of what is not public in a mail', async () => {
  const hall = await openHall();
  const items = [
    hallItem('Begrüßung'),
    hallItem('Offen', { kind: 'decision' }),
    hallItem('Geheim', { kind: 'decision', public: false }),
  ];
  await hall.invites({ ...hallPlan, items });
  for (const who of [chair, 'beirat-verwaltung', 'beirat-stadtkonzern', 'beirat-wirtschaft'])
    await hall.act(who, { kind: 'reply', answer: 'in-person', via: 'teams' });
  await hall.act(office, { kind: 'hold', startedAt: '14:05' }, meetingDay);
  const vote = (item: string, wording: string, addressee: string) =>
    hall.act(office, { kind: 'resolve', item, wording, yes: 4, no: 0, abstain: 0, addressee }, meetingDay);
  await vote('offen', 'Daten öffnen.', 'stadtvorstand');
  await vote('geheim', `${secret} kaufen.`, 'council');
  await hall.act(office, { kind: 'end', endedAt: '16:10' }, meetingDay);
  await hall.act(office, { kind: 'send-minutes' }, meetingDay);
  await hall.act(chair, { kind: 'release-minutes' }, meetingDay);
  const as = { ...hall.as(executive), at: weekLater };

  expect((await hall.ask('Empfehlungen', as)).data).toMatchObject({
    rows: [{ wording: 'Daten öffnen.' }, { wording: `${secret} kaufen.` }],
    choices: [{ value: first }, { value: second }],
  });
  expect((await hall.ask('Empfehlungen', { ...hall.as('staff-61'), at: weekLater })).card).toBe(
    'shared/refusal',
  );
  for (const words of [
    'B-2026/1 Unterlagen',
    'B-2026/1 Vorschau',
    'B-2026/1 Niederschrift',
    'B-2026/1 alles lesen',
  ])
    expect((await hall.ask(words, as)).card).toBe('shared/refusal');

  const pressed = await hall.press(
    'beirat.answer-recommendation',
    { number: second, taken: 'no', note: '' },
    as,
  );
  expect(pressed.data).toMatchObject({
    choice: second,
    taken: 'no',
    problem: expect.stringContaining('warum'),
  });
  await hall.press(
    'beirat.answer-recommendation',
    { number: second, taken: 'no', note: `${secret} ist zu teuer.` },
    as,
  );
  await hall.ask(`${first} aufgegriffen: Wird geplant`, as);
  expect((await hall.meeting()).resolutions.map((one) => one.answer?.isTakenUp)).toEqual([true, false]);

  const letters: unknown[] = [];
  for (const who of [executive, chair, office])
    for (const notice of await hall.owedTo(who)) {
      const said = await hall.says(notice, 'de', weekLater);
      if (said) letters.push(notice.kind, said.letter, said.reply.summary);
    }
  expect(letters).toContain('beirat.recommendation-answered');
  expect(JSON.stringify(letters)).not.toContain(secret);
  expect(recommendationsIn([await hall.meeting()])).toHaveLength(2);
});
