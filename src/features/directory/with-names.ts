import type { Language } from '../../core/text.ts';
import { moodOf } from '../../language/mood.ts';
import type { Hit } from '../../language/read.ts';
import { tokenise } from '../../language/words.ts';
import type { Asker, Finding, Knowledge } from './finding.ts';
import { isKnown, type Name, type NamedType, nameIn, type Target } from './further-names.ts';
import { applicationOf } from './lookup.ts';
import { answerQuestion } from './question.ts';
import type { AnswerRef } from './views.ts';

/** What questions are answered from, with the names beside the reading. */
export type NamedKnowledge = Knowledge & {
  readonly names: readonly Name[];
  readonly types: readonly NamedType[];
};

/**
 * Answers a question. A word that 10.50 has given a meaning goes before what is read otherwise; a name of the data never
 * ends in “not regulated”.
 */
export function answerNamed(
  text: string,
  language: Language,
  asker: Asker,
  knowledge: NamedKnowledge,
): Finding {
  const found = answerQuestion(text, language, asker, knowledge);
  if (found.kind === 'list' || found.kind === 'pleasantry') return found;
  const { names, directory, types } = knowledge;
  let hits: readonly Hit[] | undefined;
  /** Whether the reading can make nothing of the words, or takes them for a slip of others. */
  const isStrange = (from: number, to: number) => {
    hits ??= knowledge.understand(text, language).reading.hits;
    return !hits.some((hit) => hit.from <= to && from <= hit.to && !guessed.has(hit.how));
  };
  const name = nameIn(
    text,
    names,
    (one, from, to) =>
      mayCorrect(one, found, () => isStrange(from, to)) && isKnown(one.target, directory, types),
  );
  return (name && meant(name.target, text, asker, knowledge)) ?? found;
}

const guessed: ReadonlySet<Hit['how']> = new Set(['typo', 'guess']);

/** Names of units only say where; those and what the reading has found by an application's name are left to it. */
function mayCorrect({ from, target }: Name, { kind }: Finding, isStrange: () => boolean): boolean {
  if (target.unit !== undefined) return false;
  const isOpen = kind === 'none' || kind === 'choices' || kind === 'partner';
  if (target.application !== undefined) return isOpen;
  // Things that can be applied for are words of every day: where the reading knows them, it has said what it makes of them.
  return from === 'keeper' || ((kind === 'none' || kind === 'own') && isStrange());
}

function meant(
  { role, task, application, request }: Target,
  text: string,
  asker: Asker,
  { directory, types }: NamedKnowledge,
): Finding | undefined {
  if (request !== undefined) {
    const first = types.find(({ id }) => id === request)?.first;
    if (first === undefined) return undefined;
    const ref: AnswerRef = { role: first, unit: asker.unit };
    return moodOf(text, tokenise(text)) === 'statement'
      ? { kind: 'answer', refs: [ref], wish: request }
      : { kind: 'choices', refs: [ref], others: [`wish:${request}`] };
  }
  if (application !== undefined) {
    const users = applicationOf(directory, application)?.units ?? [];
    const unit =
      asker.unit && users.includes(asker.unit) ? asker.unit : users.length === 1 ? users[0] : undefined;
    const care: AnswerRef = { role: 'fachadministratoren', task: 'application-care', application, unit };
    return { kind: 'answer', refs: [care] };
  }
  if (role === undefined) return undefined;
  const isOfUnits = directory.roles.some(({ id, level }) => id === role && level === 'units');
  return { kind: 'answer', refs: [{ role, task, ...(isOfUnits ? { unit: asker.unit } : {}) }] };
}
