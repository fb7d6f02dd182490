import { outdated, owed } from '../../../core/notice.ts';
import type { Party } from '../../../core/party.ts';
import type { Change } from '../../../core/ports/store.ts';
import type { Context } from '../context.ts';
import { type Idea, ideaCase, ideaCollection, isOver } from '../idea.ts';
import { actedBy, moved, type Progress, recorded, reported, settledDoc, starting } from '../owing.ts';
import { reviewersOf } from '../rights.ts';
import { requireInReview, requireOne } from './by-reviewer.ts';
import { badTarget, noSuchIdea } from './refusals.ts';

/** An idea that says the same as another, which goes on for both. */
export type Merging = { readonly of: string; readonly visit?: number | undefined };

/**
 * Merges an idea into another: both wordings stay, all who wanted one of them want the other from now on. Both are
 * changed in one write; `target` was read in the same moment.
 * @returns `undefined` when it changes nothing
 * @throws {Refusal} when this party may not, or the other idea cannot take it in
 */
export function merge(
  idea: Idea,
  target: Idea | undefined,
  { of, visit }: Merging,
  by: Party,
  context: Context,
): Change<Idea> | undefined {
  if (isOver(idea) || (visit !== undefined && visit !== idea.visit)) return undefined;
  const acting = requireOne(idea, by, reviewersOf, context);
  requireInReview(idea, true);
  if (!target) throw noSuchIdea(of);
  if (target.id === idea.id || ['declined', 'withdrawn', 'duplicate'].includes(target.state))
    throw badTarget();
  const who = actedBy(by, acting);
  const entry = { ...who, act: 'merged', facts: { into: of, visit: idea.visit } };
  const gone = reported(
    recorded(moved(starting(idea), 'duplicate', context, { duplicateOf: of }), entry, context),
    by.id,
    context,
  );
  const grown = recorded(
    starting(withVoices(target, idea)),
    { ...who, act: 'took-in', facts: { from: idea.id } },
    context,
  );
  return bothWritten(gone, grown, target.version, context);
}

/** The idea that goes on, with the words and the people of the other. */
function withVoices(target: Idea, other: Idea): Idea {
  const voices = [
    ...target.supporters,
    { id: other.submittedBy, name: other.submitter.name },
    ...other.supporters,
  ];
  const unique = new Map(voices.map((voice) => [voice.id, voice]));
  unique.delete(target.submittedBy);
  const { id, title, problem, submitter, merged } = other;
  return {
    ...target,
    supporters: [...unique.values()],
    merged: [...target.merged, { id, title, problem, submitter: submitter.name }, ...merged],
  };
}

function bothWritten(gone: Progress, grown: Progress, version: number, context: Context): Change<Idea> {
  const target = settledDoc(grown.idea, context);
  return {
    doc: settledDoc(gone.idea, context),
    also: [
      { collection: ideaCollection, doc: { ...target, version } },
      ...[...gone.notices, ...grown.notices].map(owed),
      outdated({ kind: ideaCase, id: gone.idea.id }, gone.idea.version + 1, context.now),
      outdated({ kind: ideaCase, id: target.id }, version + 1, context.now),
    ],
  };
}
