import { z } from 'zod';
import {
  beside,
  changed,
  commit,
  type Decision,
  deciding,
  notified,
  recorded,
  without,
} from '../../../case/decision.ts';
import { namedCase } from '../../../core/case-number.ts';
import type { DocumentRef } from '../../../core/ports/store.ts';
import type { Context } from '../context.ts';
import { Idea, ideaCollection, revisionOf } from '../model.ts';
import { askedOf, requireInReview, requireOne, reviewersOf } from '../policy.ts';
import { writingIdeas } from '../record.ts';
import { badTarget, nameOther, noSuchIdea, notMerged } from '../refusals.ts';
import { actedBy, ideaAct, moved, news, reported, settled, words } from './steps.ts';

/** `ID-2026-0007` of "ID-2026-7" or "id 2026/7"; `undefined` when it names no idea. */
function ideaNumber(text: string): string | undefined {
  const named = namedCase(text);
  return named?.letter === 'ID' ? named.id : undefined;
}

const refOf = (id: string): DocumentRef => ({ collection: ideaCollection, id });

/**
 * An idea that says the same as another is merged into it: both wordings stay, all who wanted one of them want the other
 * from now on. Both are changed in one write.
 */
export const merge = ideaAct({
  kind: 'merge',
  title: { de: 'Zusammenführen', en: 'Merge' },
  // A number that was written goes before one that was chosen.
  input: z
    .object({ number: words, target: words })
    .transform(({ number, target }) => ({ of: ideaNumber(number) ?? ideaNumber(target) ?? '' })),
  buttons: { 'ideas.merge': {} },
  typed: [
    {
      de: 'dublette|duplikat|gleich|dasselbe|zusammenführen',
      en: 'duplicate|same|merge',
      read: (rest) => (shape.test(rest) ? { number: rest } : undefined),
    },
  ],
  beside: (_idea, { of }) => (of ? [refOf(of)] : []),
  // Which idea it would be is not known before somebody says it.
  probe: () => undefined,
  decide(idea, { of }, by, context, read) {
    const as = requireOne(idea, by, reviewersOf, context);
    requireInReview(idea, true);
    if (!of) throw nameOther();
    const found = read(refOf(of));
    if (!found) throw noSuchIdea(of);
    const target = Idea.parse(found);
    if (target.id === idea.id || ['declined', 'withdrawn', 'duplicate'].includes(target.state))
      throw badTarget();
    const who = actedBy(by, as);
    const facts = { into: of, visit: revisionOf(idea) };
    const voices = voicesOf(target, idea);
    const brought = {
      people: voices.map(({ id }) => id),
      ideas: [idea.id, ...idea.merged.map(({ id }) => id)],
    };
    const gone = recorded(moved(deciding(idea), 'duplicate', context, { duplicateOf: of, brought }), {
      ...who,
      act: 'merged',
      facts,
    });
    const grown = recorded(withVoices(target, idea, voices), {
      ...who,
      act: 'took-in',
      facts: { from: idea.id },
    });
    // Whose idea it is, and who reviews it, learn that there is more to it now.
    const told = [target.submittedBy, ...askedOf(reviewersOf(target, context))].filter((id) => id !== by.id);
    return together(reported(gone, by.id), notified(grown, [...new Set(told)], news), context);
  },
});

const shape = /^(?:(?:von|wie|mit|of|as|with|into)\s+)?id[\d\s./‐-―-]+[.!]*$/i;

/** Who comes to the idea that goes on and did not want it before. */
function voicesOf(target: Idea, other: Idea): Idea['supporters'] {
  const known = new Set([target.submittedBy, ...target.supporters.map(({ id }) => id)]);
  const voices = [{ id: other.submittedBy, name: other.submitter.name }, ...other.supporters];
  return [...new Map(voices.map((voice) => [voice.id, voice])).values()].filter(({ id }) => !known.has(id));
}

/** The idea that goes on, with the words and the people of the other. */
function withVoices(target: Idea, other: Idea, voices: Idea['supporters']): Decision<Idea> {
  const { id, title, problem, submitter, submittedBy, merged } = other;
  const wording = { id, title, problem, submitter: submitter.name, submittedBy };
  return changed(deciding(target), {
    supporters: [...target.supporters, ...voices],
    merged: [...target.merged, wording, ...merged],
  });
}

/** A merge that was wrong is undone by whoever reviews the idea: it is under review again, with its own people. */
export const unmerge = ideaAct({
  kind: 'unmerge',
  title: { de: 'Wieder trennen', en: 'Separate again' },
  input: z.object({}),
  buttons: { 'ideas.unmerge': {} },
  typed: [{ de: 'wieder trennen|trennen', en: 'separate(?: again)?|unmerge' }],
  beside: ({ duplicateOf }) => (duplicateOf ? [refOf(duplicateOf)] : []),
  // It rests on the other idea, which a look at this one does not read: see `maySeparate`.
  probe: () => undefined,
  decide(idea, _input, by, context, read) {
    const as = requireOne(idea, by, reviewersOf, context);
    // Merges of former versions do not say what they brought: they stay.
    if (idea.state !== 'duplicate' || !idea.duplicateOf || !idea.brought) throw notMerged();
    const found = read(refOf(idea.duplicateOf));
    if (!found) throw noSuchIdea(idea.duplicateOf);
    const target = Idea.parse(found);
    const { people, ideas } = idea.brought;
    const who = actedBy(by, as);
    const back = changed(without(deciding(idea), 'duplicateOf', 'brought', 'closedAt'), {});
    const apart = recorded(moved(back, 'under-review', context), {
      ...who,
      act: 'unmerged',
      facts: { from: target.id, visit: revisionOf(idea) },
    });
    const smaller = changed(deciding(target), {
      supporters: target.supporters.filter(({ id }) => !people.includes(id)),
      merged: target.merged.filter(({ id }) => !ideas.includes(id)),
    });
    const released = recorded(smaller, { ...who, act: 'let-go', facts: { idea: idea.id } });
    const told = [target.submittedBy, ...askedOf(reviewersOf(target, context))].filter((id) => id !== by.id);
    return together(reported(apart, by.id), notified(released, [...new Set(told)], news), context);
  },
});

/** The idea that ends and the one that goes on as one write. */
function together(gone: Decision<Idea>, grown: Decision<Idea>, context: Context): Decision<Idea> {
  const { doc, also = [] } = commit(settled(grown, context), writingIdeas(context), context);
  const { version } = grown.doc;
  return beside(gone, { collection: ideaCollection, doc: { ...doc, version } }, ...also);
}
