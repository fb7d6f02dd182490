import { describe, expect, test } from '@jest/globals';
import { begunAct, begunOpening, isOrdered } from '../../../src/case/typed.ts';
import { orderIn } from '../../../src/core/order.ts';
import { letterWish } from '../../../src/features/ideas/letter/subscription.ts';
import { contextAt, ideaOf, type } from './world.ts';

const id = 'ID-2026-0007';
const marks = { benefit: '4', effort: '2', feasibility: '5', urgency: '3' };
const idea = ideaOf('staff-61');

/** What typed words come to: the act with its data, `shown` when they only show the idea, `unclear` with words that are none. */
async function meant(text: string) {
  const order = orderIn(text);
  if (order?.letter !== 'ID') return undefined;
  for (const words of [order.written, order.words]) {
    const opening = begunOpening(type.openings ?? [], words);
    if (opening)
      return { id: order.id, opens: opening.opening.verb, ...opening.data, language: opening.language };
    const begun = begunAct(type.acts, words);
    if (!begun) continue;
    const data = isOrdered(words, begun) ? await begun.read(idea, contextAt()) : undefined;
    return { id: order.id, kind: data ? begun.act.kind : 'not done', ...data, language: begun.language };
  }
  return { id: order.id, kind: order.words && order.mood === 'statement' ? 'unclear' : 'shown' };
}

describe('the number of an idea', () => {
  test.each(['ID-2026-0007', 'id 2026 7', 'ID/2026/7', 'Id-2026-7?', ' id-2026-07 . ', 'Idee ID-2026-7'])(
    'is read from "%s"',
    async (text) => {
      await expect(meant(text)).resolves.toEqual({ id, kind: 'shown' });
    },
  );

  test.each(['IT-2026-0007', 'Idee 7', 'Was ist ID?', 'ID-26-7'])('is not in "%s"', async (text) => {
    await expect(meant(text)).resolves.toBeUndefined();
  });

  test('with words that are no command shows the idea and says so', async () => {
    await expect(meant(`${id} gefällt mir`)).resolves.toEqual({ id, kind: 'unclear' });
  });
});

describe('what is typed behind it', () => {
  test.each([
    ['unterstützen', 'de', { kind: 'support' }],
    ['unterstütze ich', 'de', { kind: 'support' }],
    ['Support!', 'en', { kind: 'support' }],
    ['nicht mehr unterstützen', 'de', { kind: 'unsupport' }],
    ['Unterstützung zurückziehen', 'de', { kind: 'unsupport' }],
    ['no longer support', 'en', { kind: 'unsupport' }],
    ['ablehnen: Gibt es schon?', 'de', { kind: 'decline', note: 'Gibt es schon?' }],
    ['ablehnen, das ist nicht nötig', 'de', { kind: 'decline', note: 'das ist nicht nötig' }],
    ['decline: no', 'en', { kind: 'decline', note: 'no' }],
    ['Rückfrage: Wie viele?', 'de', { kind: 'ask', note: 'Wie viele?' }],
    ['fragen Wie viele?', 'de', { kind: 'ask', note: 'Wie viele?' }],
    ['antworten: 400', 'de', { kind: 'answer', note: '400' }],
    ['reply 400, is that enough?', 'en', { kind: 'answer', note: '400, is that enough?' }],
    ['prüfen', 'de', { kind: 'review' }],
    ['in Prüfung', 'de', { kind: 'review' }],
    ['in Prüfung nehmen', 'de', { kind: 'review' }],
    ['in den Beirat', 'de', { kind: 'offer' }],
    ['an den Beirat', 'de', { kind: 'offer' }],
    ['dem Beirat anbieten', 'de', { kind: 'offer' }],
    ['Beirat', 'de', { kind: 'offer' }],
    ['to the Beirat', 'en', { kind: 'offer' }],
    ['to the board', 'en', { kind: 'offer' }],
    ['zurückholen', 'de', { kind: 'recall' }],
    ['take back', 'en', { kind: 'recall' }],
    ['zurückziehen', 'de', { kind: 'withdraw' }],
    ['bewerten 4 2 5 3: hilft vielen', 'de', { kind: 'score', ...marks, comment: 'hilft vielen' }],
    ['Bewertung: 4 2 5 3', 'de', { kind: 'score', ...marks }],
    ['bewerten 4 2 5 3: Ist das nötig?', 'de', { kind: 'score', ...marks, comment: 'Ist das nötig?' }],
    ['bewerten 4/2/5/3 - nicht sehr', 'de', { kind: 'score', ...marks, comment: 'nicht sehr' }],
    ['score 4,2,5,3', 'en', { kind: 'score', ...marks }],
    // Is asked for what is missing.
    ['bewerten', 'de', { kind: 'score' }],
    ['machbar: los', 'de', { kind: 'evaluate', outcome: 'feasible', way: 'los' }],
    [
      'machbar mit Auflagen: später',
      'de',
      { kind: 'evaluate', outcome: 'feasible-with-conditions', way: 'später' },
    ],
    ['nicht machbar: anders', 'de', { kind: 'evaluate', outcome: 'not-feasible', way: 'anders' }],
    ['not feasible', 'en', { kind: 'evaluate', outcome: 'not-feasible' }],
    ['abschließen: erledigt', 'de', { kind: 'finish', note: 'erledigt' }],
    ['done: it is there', 'en', { kind: 'finish', note: 'it is there' }],
    ['Dublette von id 2026 3', 'de', { kind: 'merge', number: 'von id 2026 3' }],
    ['zusammenführen mit ID-2026-3', 'de', { kind: 'merge', number: 'mit ID-2026-3' }],
    ['duplicate of ID-2026-3', 'en', { kind: 'merge', number: 'of ID-2026-3' }],
    ['Antrag', 'de', { opens: 'ideas.hand-over' }],
    ['Antrag daraus machen', 'de', { opens: 'ideas.hand-over' }],
    ['Antrag Projekt', 'de', { opens: 'ideas.hand-over', becomes: 'Projekt' }],
    ['make it a request: project', 'en', { opens: 'ideas.hand-over', becomes: 'project' }],
  ] as const)('"%s" is an act, in %s', async (words, language, act) => {
    await expect(meant(`${id} ${words}`)).resolves.toEqual({ id, language, ...act });
  });

  test.each([
    'prüfen?',
    'ablehnen?',
    'in den Beirat?',
    'machbar?',
    'bewerten 4 2 5 3?',
    'bewerten 4 2 5 3, oder?',
    'bewerten 6 2 3 4 5',
    'abschließen noch nicht',
    'ablehnen, falls es das gibt',
    'zurückziehen, oder doch nicht?',
    'Dublette von IT-2026-3',
  ])('"%s" does nothing', async (words) => {
    await expect(meant(`${id} ${words}`)).resolves.toMatchObject({ kind: 'not done' });
  });
});

describe('the weekly letter', () => {
  test.each([
    ['Ideenbrief', { language: 'de' }],
    ['ideenbrief an', { language: 'de', on: true }],
    ['Ideenbrief aus!', { language: 'de', on: false }],
    ['idea letter on about AI, traffic', { language: 'en', on: true, topics: ['ai', 'mobility'] }],
    [
      'Ideenbrief zu Künstliche Intelligenz und Parken',
      { language: 'de', on: true, topics: ['ai', 'mobility'] },
    ],
  ])('"%s" is understood', (text, wish) => {
    expect(letterWish(text)).toEqual(wish);
  });

  test.each(['Brief', 'Ideen', 'Wer schreibt den Ideenbrief?'])('"%s" is something else', (text) => {
    expect(letterWish(text)).toBeUndefined();
  });
});
