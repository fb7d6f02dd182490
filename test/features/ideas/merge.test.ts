import { describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../../src/core/refusal.ts';
import { lineOf } from '../../../src/features/ideas/lists.ts';
import type { Idea } from '../../../src/features/ideas/model.ts';
import { ideaReply } from '../../../src/features/ideas/views/idea.ts';
import { outcomeOf } from '../../support/outcome.ts';
import {
  acted,
  contextAt,
  everySituation,
  ideaOf,
  merge,
  noticesOf,
  party,
  type,
  unmerge,
  viewOf,
} from './world.ts';

const first: Idea = {
  ...acted(ideaOf('staff-61'), 'science', { kind: 'support', on: true }),
  id: 'ID-2026-0001',
};
const second: Idea = {
  ...acted(ideaOf('staff-36', { title: 'Sperrmüll im Netz', problem: 'Anderer Wortlaut' }), 'economy', {
    kind: 'support',
    on: true,
  }),
  id: 'ID-2026-0002',
};
const merging = { of: first.id };
const by = party('lead-10.50');

/** What a refusal says. */
function refusedWith(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Refusal).text.de;
  }
  return '';
}

describe('two ideas that say the same', () => {
  const change = merge(second, first, merging, by, contextAt());
  const target = change?.also?.find(({ collection }) => collection === 'ideas')?.doc as unknown as Idea;

  test('become one, with both wordings and all who wanted either', () => {
    expect([change?.doc.state, change?.doc.duplicateOf]).toEqual(['duplicate', first.id]);
    expect(target.merged).toEqual([
      {
        id: second.id,
        title: 'Sperrmüll im Netz',
        problem: 'Anderer Wortlaut',
        submitter: 'Funktion staff-36',
        submittedBy: 'staff-36',
      },
    ]);
    expect(target.supporters.map(({ id }) => id)).toEqual(['science', 'staff-36', 'economy']);
    expect([target.title, target.state, target.version]).toEqual([first.title, first.state, first.version]);
  });

  test('tell who had the one that ends, and its supporters', () => {
    expect(noticesOf(change?.also)).toEqual([
      'news 2 staff-36',
      'news 2 economy',
      // The other idea: whose it is, and who wanted it.
      'news 2 staff-61',
      'news 2 science',
    ]);
  });

  test('are merged only once whoever does it has read what that means', () => {
    const unsure = { ...merging, sure: false };
    const said = (idea: Idea, who = by) => refusedWith(() => merge(idea, first, unsure, who, contextAt()));
    expect(outcomeOf(() => merge(second, first, unsure, by, contextAt()))).toBe('merge-unconfirmed');
    expect(said(second)).toContain('in ID-2026-0001 „Sperrmüll online anmelden“ auf: 2 Personen kommen');
    const far = { ...second, title: 'Brunnen steuern', problem: 'Wasser läuft', scope: 'city' as const };
    expect(said(far, party('digitallotse'))).toMatch(/kaum Wörter gemeinsam.+prüft eine andere Stelle/);
  });

  test('nobody hears twice of one merge, whoever wanted both', () => {
    const both = acted(first, 'economy', { kind: 'support', on: true });
    const told = noticesOf(merge(second, both, merging, by, contextAt())?.also);
    expect(told.filter((one) => one.endsWith('economy'))).toEqual(['news 2 economy']);
  });

  test('can be separated again: people and words go back to where they came from', () => {
    const merged = { ...(change?.doc as Idea) };
    const back = unmerge(merged, target, by, contextAt());
    const apart = back?.also?.find(({ collection }) => collection === 'ideas')?.doc as unknown as Idea;
    const shown = viewOf(merged, 'lead-10.50');
    expect([shown.into, shown.can.unmerge, viewOf(merged, 'staff-36').can.unmerge]).toEqual([
      first.id,
      true,
      false,
    ]);
    expect([back?.doc.state, back?.doc.duplicateOf, back?.doc.closedAt]).toEqual([
      'under-review',
      undefined,
      undefined,
    ]);
    expect(apart.supporters).toEqual(first.supporters);
    expect(apart.merged).toEqual([]);
    expect(back?.doc.supporters).toEqual(second.supporters);
    expect(noticesOf(back?.also)).toEqual([
      'news 3 staff-36',
      'news 3 economy',
      'news 3 staff-61',
      'news 3 science',
    ]);
    const goneOn = { ...target, state: 'duplicate' as const, duplicateOf: 'ID-2026-0003' };
    expect(outcomeOf(() => unmerge(merged, goneOn, by, contextAt()))).toBe('separate-first');
    expect(outcomeOf(() => unmerge(merged, target, party('staff-36'), contextAt()))).toBe('not-yours');
    expect(outcomeOf(() => unmerge(second, target, by, contextAt()))).toBe('not-merged');
    const { brought: _, ...ofBefore } = merged;
    expect(outcomeOf(() => unmerge(ofBefore, target, by, contextAt()))).toBe('nothing');
  });

  test('whoever wanted both before still wants the one that goes on', () => {
    const both = acted(first, 'economy', { kind: 'support', on: true });
    const merged = merge(second, both, merging, by, contextAt());
    expect(merged?.doc.brought).toEqual({ people: ['staff-36'], ideas: [second.id] });
  });

  test('write into both histories who did it', () => {
    const last = [target, change?.doc].map((idea) => idea?.history.at(-1));
    expect(last.map((entry) => [entry?.act, entry?.by])).toEqual([
      ['took-in', 'lead-10.50'],
      ['merged', 'lead-10.50'],
    ]);
  });

  test('who had the idea that goes on is not made its supporter', () => {
    const own = { ...second, submittedBy: 'staff-61' };
    const grown = merge(own, first, merging, by, contextAt())?.also?.find(
      ({ collection }) => collection === 'ideas',
    );
    expect(grown?.doc.supporters).toMatchObject([{ id: 'science' }, { id: 'economy' }]);
  });
});

test.each([
  ['itself', first, first],
  ['none that there is', second, undefined],
  ['one that was declined', second, everySituation().declined],
  ['one that was taken back', second, everySituation().withdrawn],
])('an idea is not merged with %s', (_what, idea, target) => {
  const code = outcomeOf(() => merge(idea, target, { of: target?.id ?? 'ID-2026-0099' }, by, contextAt()));
  expect(['bad-target', 'no-such-idea']).toContain(code);
});

test('only those who review merge; a repetition or a late click changes nothing', () => {
  expect(outcomeOf(() => merge(second, first, merging, party('staff-36'), contextAt()))).toBe('not-yours');
  expect(outcomeOf(() => merge(second, first, { ...merging, visit: 0 }, by, contextAt()))).toBe('nothing');
  const gone = merge(second, first, merging, by, contextAt())?.doc as Idea;
  expect(outcomeOf(() => merge(gone, first, merging, by, contextAt()))).toBe('nothing');
});

test('a merged idea leads to the end of the way, says that it is no rejection, and stays as it is', () => {
  const gone = merge(second, first, merging, by, contextAt())?.doc as Idea;
  const view = viewOf(gone, 'staff-36');
  expect(view.trace.at(-1)).toMatchObject({ mark: '–', title: `Zusammengeführt mit ${first.id}` });
  expect(lineOf(gone, 'de')).toBe('Zusammengeführt mit ID-2026-0001 · Angebote für Bürgerinnen und Bürger');
  expect(type.unchanged?.(gone, 'withdraw', {})?.de).toContain('in ID-2026-0001 aufgegangen');
  const end = { ...first, id: 'ID-2026-0003', state: 'declined' as const };
  const reply = ideaReply({
    similar: async () => [],
    becomes: () => [],
    find: async (id) =>
      id === end.id ? end : { ...first, state: 'duplicate' as const, duplicateOf: end.id },
  });
  const showing = { can: () => false, why: () => undefined };
  const shown = reply(gone, { id: 'staff-36', name: '', language: 'de' }, contextAt(), showing);
  return expect(shown).resolves.toMatchObject({
    data: {
      into: end.id,
      remark: expect.stringContaining('Sie ist inzwischen beendet: Nicht weiterverfolgt.'),
    },
  });
});
