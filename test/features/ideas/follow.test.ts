import { describe, expect, test } from '@jest/globals';
import { brokenEntry } from '../../../src/core/history.ts';
import { type Outside, offersOf } from '../../../src/features/ideas/follow.ts';
import type { Idea } from '../../../src/features/ideas/model.ts';
import { traceOf } from '../../../src/features/ideas/views/trace.ts';
import { outcomeOf } from '../../support/outcome.ts';
import {
  acted,
  away,
  contextAt,
  decide,
  everySituation,
  follow,
  ideaOf,
  look,
  note,
  noticesOf,
  party,
  place,
  told,
  viewOf,
} from './world.ts';

const situations = everySituation();
const request = { id: 'IT-2026-0001', state: 'open' as const };

const owedBy = (idea: Idea, outside: Outside) => {
  const change = follow(idea, outside, contextAt());
  return change && noticesOf(change.also);
};

describe('what the rest of the program tells', () => {
  test('changes nothing when nothing has changed', () => {
    for (const idea of Object.values(situations)) {
      expect(owedBy(idea, { place: idea.place, request: idea.request })).toBeUndefined();
    }
  });

  test('an agenda is told to who had the idea, and members are asked to score', () => {
    const { 'offered, on no agenda': offered } = situations;
    expect(owedBy(offered, { place: place(), request: undefined })).toEqual([
      'news 4 staff-61',
      'score B-2026-1 2026-12-03 chair',
      'score B-2026-1 2026-12-03 science',
      'score B-2026-1 2026-12-03 economy',
    ]);
  });

  test('a request makes it handed over, its end makes it done, each told to submitter and supporters', () => {
    const liked = acted(situations.evaluated, 'staff-36', { kind: 'support', on: true });
    expect(owedBy(liked, { place: undefined, request })).toEqual(['news 4 staff-61', 'news 4 staff-36']);
    const handed = told(liked, { request });
    expect([handed.state, handed.request?.id]).toEqual(['handed-over', 'IT-2026-0001']);
    expect(told(handed, { request: { ...request, state: 'done' } }).state).toBe('done');
  });

  test('a request that failed gives it back to those who review; the next one takes it on again', () => {
    const failed = told(situations['handed-over'], { request: { ...request, state: 'ended' } });
    expect([failed.state, failed.waitsFor]).toEqual(['evaluated', ['lead-10.50']]);
    expect(told(failed, { request: failed.request })).toBe(failed);
    expect(told(failed, { request: { ...request, id: 'IT-2026-0002' } }).state).toBe('handed-over');
  });

  test('a request that was made and done before anybody looked goes both steps', () => {
    const done = told(situations.evaluated, { request: { ...request, state: 'done' } });
    expect(done.history.slice(-2).map(({ act }) => act)).toEqual(['handed-over', 'done']);
  });

  test('what was resolved is kept although the idea has been evaluated meanwhile', () => {
    const resolution = { number: 'B-2026/1-03', wording: 'Wird empfohlen.' };
    const evaluated = acted(situations['scored by all'], 'digitallotse', {
      kind: 'evaluate',
      outcome: 'feasible',
      way: note,
    });
    const minuted = told(evaluated, { place: place({ state: 'minuted', resolution }) });
    const handed = told(minuted, { request });
    const done = told(handed, { request: { ...request, state: 'done' } });
    const member = { id: 'science', language: 'de' } as const;
    expect(
      traceOf(done, member, contextAt()).map(({ mark, title, text }) => `${mark} ${title} | ${text}`),
    ).toEqual([
      '✓ Idee eingereicht | Funktion staff-61 · 23.11.2026',
      expect.stringContaining('✓ Prüfung durch 10.50'),
      '✓ B-2026/1 TOP 4 | 03.12.2026 · Beschluss B-2026/1-03: „Wird empfohlen.“',
      '✓ Ergebnis: machbar | Funktion digitallotse · 23.11.2026',
      '✓ Antrag IT-2026-0001 | erledigt',
      '✓ Abgeschlossen | 23.11.2026',
    ]);
    expect(brokenEntry(done.history, done.id, contextAt().digest)).toBeUndefined();
  });
});

describe('an idea that waits', () => {
  const idea = ideaOf('staff-61');

  test('reminds nobody before its day, then once, then every fifth working day', () => {
    const mornings = ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-15', '2026-12-16'];
    let now: Idea = idea;
    const told = mornings.map((day) => {
      const context = contextAt(`${day}T07:00:00.000Z`);
      const change = look(now, context);
      now = { ...change.doc, version: now.version + 1 };
      return noticesOf(change.also);
    });
    expect(told).toEqual([[], ['reminder 2 lead-10.50'], [], ['reminder 3 lead-10.50'], []]);
  });

  test('is told to whoever has become responsible since, once', () => {
    const context = contextAt('2026-11-24T07:00:00.000Z', { absences: [away('lead-10.50')] });
    const change = look(idea, context);
    expect(noticesOf(change.also)).toEqual(['review new 2026-11-24 lead-10.50-deputy']);
    expect(noticesOf(look({ ...change.doc, version: 2 }, context).also)).toEqual([]);
  });

  test('is taken off the list of those who hold the role no more, and no card is drawn anew for it', () => {
    const kept = look(
      { ...idea, waitsFor: ['lead-10.50', 'staff-36'] },
      contextAt('2026-11-24T07:00:00.000Z'),
    );
    expect([kept.doc.waitsFor, kept.also, kept.doc.changedAt]).toEqual([['lead-10.50'], [], idea.changedAt]);
  });

  test('is looked at the next working morning, however often something happens to it before', () => {
    const early = contextAt('2026-11-24T06:30:00.000Z');
    const dueAt = (context: typeof early) => acted(idea, 'lead-10.50', { kind: 'review' }, context).dueAt;
    expect(dueAt(early)).toBe('2026-11-24T07:00:00.000Z');
    expect(dueAt(contextAt('2026-11-24T07:00:00.000Z'))).toBe('2026-11-25T07:00:00.000Z');
    expect(dueAt(contextAt('2026-11-27T12:00:00.000Z'))).toBe('2026-11-30T07:00:00.000Z');
    const liked = acted(idea, 'staff-36', { kind: 'support', on: true }, early);
    expect(liked.dueAt).toBe('2026-11-24T07:00:00.000Z');
  });

  test('for the office to record a result is not forgotten either', () => {
    const { 'scored by all': scored } = situations;
    const morning = (day: string) => look(scored, contextAt(`${day}T07:00:00.000Z`));
    expect(noticesOf(morning('2026-12-17').also)).toEqual([]);
    expect(noticesOf(morning('2026-12-18').also)).toEqual([
      expect.stringMatching(/^reminder \d+ digitallotse$/),
    ]);
  });

  test('waits for nobody any more once it has ended, and is not looked at again', () => {
    const change = look({ ...situations.declined, dueAt: '2026-12-01T07:00:00.000Z' }, contextAt());
    expect([change.doc.dueAt, change.also]).toEqual([undefined, undefined]);
  });
});

describe('who had an idea that goes to the Beirat', () => {
  const { 'under-review': reviewed } = everySituation();
  const offered = acted(reviewed, 'lead-10.50', { kind: 'offer' });

  test('is asked whether they would present it, and is named only after their yes', async () => {
    const change = decide(reviewed, { kind: 'offer' }, party('lead-10.50'), contextAt());
    expect(noticesOf(change?.also)).toContain('present 3 staff-61');
    const rapporteurs = async (idea: Idea) => {
      const list = offersOf({ collection: { list: async () => [idea] } as never });
      return (await list()).map(({ rapporteur }) => rapporteur);
    };
    expect(await rapporteurs(offered)).toEqual([undefined]);
    const yes = acted(offered, 'staff-61', { kind: 'present', presents: true });
    expect([yes.presents, ...(await rapporteurs(yes))]).toEqual([true, 'staff-61']);
    const no = acted(yes, 'staff-61', { kind: 'present', presents: false });
    expect(await rapporteurs(no)).toEqual([undefined]);
    expect(acted(no, 'lead-10.50', { kind: 'recall' }).presents).toBe(false);
  });

  test('alone says so, and only while it is with the Beirat', () => {
    const says = (idea: Idea, who: string) =>
      outcomeOf(() => decide(idea, { kind: 'present', presents: true }, party(who), contextAt()));
    expect([says(offered, 'lead-10.50'), says(reviewed, 'staff-61')]).toEqual([
      'only-submitter',
      'not-with-beirat',
    ]);
    expect(viewOf(offered, 'staff-61').remark).toContain('selbst vorstellen');
    expect(viewOf(offered, 'lead-10.50').can.present).toBe(false);
  });
});
