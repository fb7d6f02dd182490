import { z } from 'zod';
import { beside, changed, commit, type Decision, deciding, recorded } from '../../../case/decision.ts';
import { namedCase } from '../../../core/case-number.ts';
import type { DocumentRef } from '../../../core/ports/store.ts';
import type { Context } from '../context.ts';
import { Idea, ideaCollection, revisionOf } from '../model.ts';
import { requireInReview, requireOne, reviewersOf } from '../policy.ts';
import { writingIdeas } from '../record.ts';
import { badTarget, nameOther, noSuchIdea } from '../refusals.ts';
import { actedBy, ideaAct, moved, reported, settled, words } from './steps.ts';

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
    const gone = recorded(moved(deciding(idea), 'duplicate', context, { duplicateOf: of }), {
      ...who,
      act: 'merged',
      facts,
    });
    const grown = recorded(withVoices(target, idea), {
      ...who,
      act: 'took-in',
      facts: { from: idea.id },
    });
    return together(reported(gone, by.id), grown, context);
  },
});

const shape = /^(?:(?:von|wie|mit|of|as|with|into)\s+)?id[\d\s./‐-―-]+[.!]*$/i;

/** The idea that goes on, with the words and the people of the other. */
function withVoices(target: Idea, other: Idea): Decision<Idea> {
  const voices = [
    ...target.supporters,
    { id: other.submittedBy, name: other.submitter.name },
    ...other.supporters,
  ];
  const unique = new Map(voices.map((voice) => [voice.id, voice]));
  unique.delete(target.submittedBy);
  const { id, title, problem, submitter, submittedBy, merged } = other;
  const wording = { id, title, problem, submitter: submitter.name, submittedBy };
  return changed(deciding(target), {
    supporters: [...unique.values()],
    merged: [...target.merged, wording, ...merged],
  });
}

/** The idea that ends and the one that goes on as one write. */
function together(gone: Decision<Idea>, grown: Decision<Idea>, context: Context): Decision<Idea> {
  const { doc, also = [] } = commit(settled(grown, context), writingIdeas(context), context);
  const { version } = grown.doc;
  return beside(gone, { collection: ideaCollection, doc: { ...doc, version } }, ...also);
}
