import { describe, expect, test } from '@jest/globals';
import { findingsOf } from '../../../src/case/audit.ts';
import { erasedFor } from '../../../src/case/erasure.ts';
import { partsOf, peopleIn } from '../../../src/case/people.ts';
import { keptAs } from '../../../src/case/retention.ts';
import { Idea, isOver } from '../../../src/features/ideas/model.ts';
import { ideaRecord, keptDays } from '../../../src/features/ideas/record.ts';
import { startProgram } from '../../support/program.ts';
import { acted, allActed, contextAt, everySituation, ideaOf, merge, party, scoring, told } from './world.ts';

const situations = everySituation();
const { people, covers } = ideaRecord;
const { digest } = contextAt();

const keptOn = (idea: Idea, day: string): Idea =>
  keptAs(idea, ideaRecord, contextAt(`${day}T10:00:00.000Z`), day);

test('people are forgotten two years after the end, not before, and not of ideas that go on', () => {
  for (const idea of Object.values(situations)) {
    expect(ideaRecord.isErased(keptOn(idea, '2028-11-22'))).toBe(false);
    expect(ideaRecord.isErased(keptOn(idea, '2028-11-23'))).toBe(isOver(idea));
  }
  expect(keptDays).toBe(730);
});

/** Proposed for a company, supported, asked about, scored, judged in somebody's place, and in the end completed. */
function wholeLife(): Idea {
  const start = ideaOf('staff-61', { company: 'Beispiel GmbH' });
  const { 'being scored': invited } = situations;
  const asked = allActed(start, [
    ['staff-36', { kind: 'support', on: true }],
    ['lead-10.50-deputy', { kind: 'ask', note: 'Was meint Funktion staff-61 damit?' }],
    ['staff-61', { kind: 'answer', note: 'Funktion lead-10.50 weiß das' }],
    ['lead-10.50', { kind: 'offer' }],
  ]);
  const other = { ...ideaOf('staff-36', { title: 'Dasselbe' }), id: 'ID-2026-0002' };
  const grown = merge(other, asked, { of: asked.id }, party('lead-10.50'), contextAt())?.also?.find(
    ({ collection }) => collection === 'ideas',
  );
  const both = Idea.parse(grown?.doc);
  const scored = allActed(told(both, { place: invited.place }), [
    ['chair', scoring(4, 'Bald')],
    ['science', scoring(5)],
    ['economy', scoring(2)],
  ]);
  return allActed(scored, [
    ['digitallotse-deputy', { kind: 'evaluate', outcome: 'feasible', way: 'Sofort' }],
    ['lead-10.50', { kind: 'finish', note: 'Funktion staff-61 hat es selbst gemacht' }],
  ]);
}

describe('an idea of two years ago', () => {
  const before = wholeLife();
  const idea = keptOn(before, '2028-11-24');

  test('keeps what was proposed, thought and came of it; no name, no company, no word between people', () => {
    expect(idea).toMatchObject({ title: before.title, scores: before.scores, state: 'done' });
    expect(idea.evaluation).toMatchObject({ way: 'Sofort', byName: '–' });
    expect(idea.supporters).toHaveLength(before.supporters.length);
    expect(before.supporters.length).toBeGreaterThan(0);
    expect(JSON.stringify(idea)).not.toMatch(/Funktion|staff-|lead-|digitallotse|chair-|Beispiel/);
    expect([...peopleIn({ ...idea }, people)]).toEqual([]);
  });

  test('is in order for the audit, is read as an idea, and is forgotten once', () => {
    expect(findingsOf(idea, covers, digest)).toEqual([]);
    expect(Idea.parse(JSON.parse(JSON.stringify(idea)))).toEqual(JSON.parse(JSON.stringify(idea)));
    expect(keptOn(idea, '2030-01-01')).toBe(idea);
  });

  test('loses names that a former version kept without an id', () => {
    const merged = before.merged.map(({ submittedBy: _, ...one }) => one);
    expect(keptOn({ ...before, merged }, '2028-11-24').merged[0]?.submitter).toBe('–');
  });
});

describe('one person', () => {
  const idea = wholeLife();
  const without = (id: string) =>
    erasedFor(idea, ideaRecord, (one) => one === id, contextAt('2027-01-11T10:00:00.000Z'));

  test('is found in every part that they had, and goes from all of them; the others stay', () => {
    const found = [...peopleIn({ ...idea }, people)].toSorted();
    expect(found).toEqual(
      expect.arrayContaining(['chair', 'digitallotse-deputy', 'lead-10.50', 'staff-36', 'staff-61']),
    );
    for (const id of found) {
      const left = without(id);
      expect([...peopleIn({ ...left }, people)].toSorted()).toEqual(found.filter((one) => one !== id));
      expect(findingsOf(left, covers, digest)).toEqual([]);
      expect(Idea.parse(JSON.parse(JSON.stringify(left))).state).toBe('done');
    }
  });

  test('who had an idea that was merged into it goes by their id', () => {
    expect(without('staff-36').merged[0]?.submitter).toBe('–');
    expect(idea.merged[0]?.submitter).toBe('Funktion staff-36');
  });

  test('is told their own blind score before it is seen by all, and it is nobody’s after', () => {
    const scored = acted(situations['being scored'], 'science', scoring(5, 'Meins'));
    const of = (one: Idea) => partsOf({ ...one }, people, (id) => id === 'science').map(({ said }) => said);
    expect(of(scored)).toContainEqual({ marks: scored.scores[0]?.marks, comment: 'Meins' });
    expect(JSON.stringify(of(idea))).not.toContain('marks');
  });
});

test('the program does it once a day', async () => {
  const program = await startProgram();
  const ideas = program.store.collection('ideas', Idea);
  const { version: _version, ...declined } = situations.declined;
  await ideas.add(declined);
  await program.tick(new Date('2028-11-20T10:00:00.000Z'));
  expect((await ideas.get(declined.id))?.submittedBy).toBe('staff-61');
  await program.tick(new Date('2028-11-25T10:00:00.000Z'));
  expect((await ideas.get(declined.id))?.submittedBy).toBe('erased');
});
