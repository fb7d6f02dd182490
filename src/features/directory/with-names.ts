import type { Language } from '../../core/text.ts';
import { moodOf } from '../../language/mood.ts';
import { tokenise } from '../../language/words.ts';
import { isKnown, type Name, type NamedType, nameIn, type Target } from './further-names.ts';
import { applicationOf } from './lookup.ts';
import { type Asker, answerQuestion, type Finding, type Knowledge } from './question.ts';
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
  const name = nameIn(
    text,
    names.filter((one) => mayCorrect(one, found, text) && isKnown(one.target, directory, types)),
  );
  return (name && meant(name.target, text, asker, knowledge)) ?? found;
}

/** Names of units only say where; those and what the reading has found by an application's name are left to it. */
function mayCorrect({ from, target }: Name, { kind }: Finding, text: string): boolean {
  if (target.unit !== undefined) return false;
  const isOpen = kind === 'none' || kind === 'choices' || kind === 'partner';
  if (target.application !== undefined) return isOpen;
  // Things that can be applied for are words of every day, which may mean something else as well.
  return from === 'keeper' || kind === 'none' || (kind === 'own' && wants.test(text));
}

/** Who wants something asks for no function of Lotse. */
const wants = /beantrag|brauch|benötig|benoetig|bestell|\bneed|apply|\border|request/i;

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
