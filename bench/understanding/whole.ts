import { readFileSync } from 'node:fs';
import { languageOf } from '../../src/core/language.ts';
import { answerView } from '../../src/features/directory/answer-view.ts';
import type { Offer } from '../../src/features/directory/next-step.ts';
import type { AnswerRef } from '../../src/features/directory/views.ts';
import { answerNamed, type NamedKnowledge } from '../../src/features/directory/with-names.ts';
import { share } from './checked.ts';

/** A question with everything that its answer has to say, for somebody of Amt 61. */
type Expected = {
  readonly q: string;
  readonly role: string;
  /** Any of these, parted by "|". */
  readonly task: string;
  /** Who stands first, by function. */
  readonly person: string;
  /** `form:…`: the answer leads to it; `opens:…`: it is opened at once; `none`: there is none; `any`: not looked at. */
  readonly next: string;
};

const parts = ['role', 'task', 'person', 'quote', 'next step'] as const;
type Judged = Readonly<Record<(typeof parts)[number], boolean>>;

/** Prints how often each part of the answer is right, and all of them at once. */
export function printWhole(file: URL, model: string, knowledge: NamedKnowledge, offer: Offer): void {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const all = lines.map((line) => judgedAs(JSON.parse(line) as Expected, model, knowledge, offer));
  console.log(`\nthe answer as a whole, ${all.length} questions`);
  const of = (isRight: (one: Judged) => boolean): string => share(all.filter(isRight).length, all.length);
  for (const part of parts) console.log(`  ${part.padEnd(34)}${of((one) => one[part])}`);
  console.log(`  ${'all of it'.padEnd(34)}${of((one) => parts.every((part) => one[part]))}`);
}

/** The document as it is read: without its line breaks and marks. */
const plain = (text: string): string => text.replaceAll('**', '').replace(/\s+/g, ' ').trim();

const day = '2026-11-28';
const wrong: Judged = { role: false, task: false, person: false, quote: false, 'next step': false };

/** Which parts of an answer are right. @param model the text of the decided document */
export function judgedAs(
  { q, role, task, person, next }: Expected,
  model: string,
  knowledge: NamedKnowledge,
  offer: Offer,
): Judged {
  const language = languageOf(q);
  const found = answerNamed(q, language, { unit: '61', day }, knowledge);
  // A list of who holds a role names the role and its people.
  const refs: readonly AnswerRef[] =
    found.kind === 'answer'
      ? found.refs
      : found.kind === 'list' && found.list.of === 'holders'
        ? [found.list]
        : [];
  const { directory } = knowledge;
  const view = answerView(refs, { directory, language, day, answerId: '', askerUnit: '61', offer, text: q });
  const [ref] = refs;
  if (!view || !ref) return wrong;
  const known = directory.roles.find(({ id }) => id === role);
  const tasks = task.split('|');
  // A role that has one task only needs no word for it.
  const shown = ref.task ?? (known?.tasks.length === 1 ? known.tasks[0]?.id : undefined);
  const quotes = known?.tasks.filter(({ id }) => tasks.includes(id)).map(({ source }) => source.quote) ?? [];
  const wish = found.kind === 'answer' ? found.wish : undefined;
  const [way, type] = next.split(':');
  return {
    role: ref.role === role,
    task: ref.role === role && tasks.includes(shown ?? ''),
    person: view.holders[0]?.name === person,
    quote: quotes.includes(view.quote) && plain(model).includes(plain(view.quote)),
    'next step':
      next === 'any' ||
      (next === 'none' && !view.nextStep && wish === undefined) ||
      (way === 'opens' && wish === type) ||
      (way === 'form' && (wish === type || view.nextStep?.start.type === type)),
  };
}
