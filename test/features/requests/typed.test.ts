import { describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { begunAct, begunOpening, isOrdered } from '../../../src/case/typed.ts';
import { orderIn } from '../../../src/core/order.ts';
import { contextAt, monday, openRequests, submittedBy } from './world.ts';

const { type } = openRequests(createMemoryStore());
const request = submittedBy('staff-61');

/** What a text about a request orders. */
async function ordered(text: string) {
  const { id, words = '' } = orderIn(text) ?? {};
  const opening = begunOpening(type.openings ?? [], words);
  if (opening) return { id, opens: opening.opening.verb, language: opening.language };
  const begun = begunAct(type.acts, words);
  const data = begun && isOrdered(words, begun) ? await begun.read(request, contextAt(monday)) : undefined;
  if (!begun || !data) return { id };
  const input = Object.entries(begun.act.input.parse(data)).filter(([, value]) => value);
  return { id, language: begun.language, act: { kind: begun.act.kind, ...Object.fromEntries(input) } };
}

const id = 'IT-2026-0042';

describe('a number', () => {
  test.each(['IT-2026-0042', 'it-2026-42', 'IT 2026 42', ' it 2026/0042. ', 'IT-2026-0042?', 'It2026-42'])(
    'is read from "%s"',
    async (text) => expect(await ordered(text)).toEqual({ id }),
  );

  test('may be larger than four digits', async () => {
    expect(await ordered('IT-2026-12345')).toEqual({ id: 'IT-2026-12345' });
  });

  test.each(['IT', 'IT-2026', 'Wer ist mein IT-Beauftragter?', 'Antrag', 'IT-2026-12345678', 'Bit-2026-42x'])(
    'is not read from "%s"',
    async (text) => expect((await ordered(text)).id).toBeUndefined(),
  );

  test.each([
    'IT-2026-0042 und wann?',
    'IT-2026-0042 zustimmung erteilt von Amt 61 liegt vor?!',
    'IT-2026-0042 👍',
    'Wo bleibt IT-2026-0042?',
  ])('with anything else around it orders nothing: "%s"', async (text) => {
    expect(await ordered(text)).toEqual({ id });
  });
});

describe('what somebody types to act', () => {
  test.each([
    ['zustimmen', { kind: 'approve' }],
    ['ZUSTIMMEN!', { kind: 'approve' }],
    ['genehmigen: wie besprochen', { kind: 'approve', note: 'wie besprochen' }],
    ['approve', { kind: 'approve' }],
    ['ablehnen: Das Budget ist erschöpft', { kind: 'reject', note: 'Das Budget ist erschöpft' }],
    ['ablehnen: Warum so teuer?', { kind: 'reject', note: 'Warum so teuer?' }],
    ['ablehnen', { kind: 'reject' }],
    ['reject - too expensive', { kind: 'reject', note: 'too expensive' }],
    ['Rückfrage: Wie viele Geräte?', { kind: 'ask', note: 'Wie viele Geräte?' }],
    ['rueckfrage wie viele?', { kind: 'ask', note: 'wie viele?' }],
    ['ask: How many devices?', { kind: 'ask', note: 'How many devices?' }],
    ['antworten: Zwei', { kind: 'answer', note: 'Zwei' }],
    ['answer: two', { kind: 'answer', note: 'two' }],
    ['Stellungnahme: Passt zum Verfahren', { kind: 'opinion', note: 'Passt zum Verfahren' }],
    ['opinion: fits', { kind: 'opinion', note: 'fits' }],
    ['zurückziehen', { kind: 'withdraw' }],
    ['withdraw: not needed', { kind: 'withdraw', note: 'not needed' }],
    ['übernehmen', { kind: 'take' }],
    ['übernehmen: mache ich heute', { kind: 'take', note: 'mache ich heute' }],
    ['take over', { kind: 'take' }],
    ['erledigt: Gerät steht bereit', { kind: 'finish', note: 'Gerät steht bereit' }],
    ['done: it is there\nin room 5', { kind: 'finish', note: 'it is there\nin room 5' }],
    ['eingreifen zustimmen: eilt', { kind: 'override', decision: 'approve', reason: 'eilt' }],
    ['override reject: no money', { kind: 'override', decision: 'reject', reason: 'no money' }],
    [
      'weitergeben an Vertretung Leitung 10.50: bin im Urlaub',
      { kind: 'pass-on', to: 'Vertretung Leitung 10.50', note: 'bin im Urlaub' },
    ],
    ['pass on to betrieb-kgrz: network', { kind: 'pass-on', to: 'betrieb-kgrz', note: 'network' }],
    ['beauftragen fa-bau: kennt sich aus', { kind: 'assign', charge: 'fa-bau', reason: 'kennt sich aus' }],
    ['assign to fa-bau', { kind: 'assign', charge: 'fa-bau' }],
    ['beauftragen', { kind: 'assign' }],
  ])('"%s"', async (words, act) => {
    expect((await ordered(`IT-2026-0042 ${words}`)).act).toEqual(act);
    expect((await ordered(`it 2026 42: ${words}`)).act).toEqual(act);
  });

  test.each([
    'zustimmen?',
    'noch nicht zustimmen',
    'wenn das Geld reicht, zustimmen',
    'erledigt?',
    'eingreifen vielleicht',
    'override',
  ])('"%s" orders nothing', async (words) => {
    expect((await ordered(`IT-2026-0042 ${words}`)).act).toBeUndefined();
  });

  test.each([
    ['ändern', 'requests.change', 'de'],
    ['change', 'requests.change', 'en'],
    ['neu stellen', 'requests.resubmit', 'de'],
    ['resubmit', 'requests.resubmit', 'en'],
  ])('"%s" opens the form again', async (words, opens, language) => {
    expect(await ordered(`IT-2026-0042 ${words}`)).toEqual({ id, opens, language });
  });

  test('tells the language by its verb, whatever the note is written in', async () => {
    expect((await ordered('IT-2026-0042 approve: passt')).language).toBe('en');
    expect((await ordered('IT-2026-0042 ablehnen: the vendor is gone')).language).toBe('de');
  });
});
