import { readdirSync, readFileSync } from 'node:fs';
import { languageOf } from '../../src/core/language.ts';
import { answerNamed, type NamedKnowledge } from '../../src/features/directory/with-names.ts';
import { roleOfLabel } from '../../src/language/learned/labels.ts';
import { type Sentence, sentencesIn } from '../../src/language/learned/sentences.ts';

/** What became of a sentence: a role, a function, a body, none; or it was asked back, with what was offered. */
export type Outcome = { readonly got: string; readonly offered: readonly string[] };

/** Sentences by voices that nothing was learned from, by voice. */
export function checkVoices(folder: URL): ReadonlyMap<string, readonly Sentence[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  return new Map(
    files
      .sort()
      .map((name) => [
        name.replace(/\.tsv$/, ''),
        sentencesIn(readFileSync(new URL(name, folder), 'utf8')).sentences,
      ]),
  );
}

/** Answers as the program does, for somebody of Amt 61. */
export function outcomeOf(text: string, knowledge: NamedKnowledge): Outcome {
  const found = answerNamed(text, languageOf(text), { unit: '61', day: '2026-11-28' }, knowledge);
  switch (found.kind) {
    case 'answer':
      return { got: found.refs[0].role, offered: [] };
    case 'choices':
      return { got: '?', offered: [...found.refs.map(({ role }) => role), ...found.others] };
    case 'own':
      return { got: found.label, offered: [] };
    case 'list':
      return {
        got: found.list.of === 'vacancies' || found.list.of === 'terms' ? 'own:gaps' : 'own:chart',
        offered: [],
      };
    case 'partner':
      return { got: `partner:${found.ids[0]}`, offered: [] };
    case 'pleasantry':
      return { got: 'own:smalltalk', offered: [] };
    case 'none':
      return { got: 'none', offered: [] };
    default:
      return found satisfies never;
  }
}

type Count = { all: number; right: number; asked: number; offered: number; named: number };
const newCount = (): Count => ({ all: 0, right: 0, asked: 0, offered: 0, named: 0 });
export const share = (part: number, all: number): string =>
  (all === 0 ? '–' : `${((part / all) * 100).toFixed(1)} %`).padStart(8);

const isRole = (meant: string): boolean => meant !== '?' && meant !== 'none' && !meant.includes(':');
const kindOf = (label: string): string => (isRole(label) ? 'role' : (label.split(':')[0] ?? label));

/** Prints how sure, right, asked back and wrongly named the sentences are, by kind and by label. */
export function printChecked(
  voices: ReadonlyMap<string, readonly Sentence[]>,
  answer: (text: string) => Outcome,
): void {
  const byKind = new Map<string, Count>();
  const byLabel = new Map<string, Count>();
  const sure = { all: 0, right: 0 };
  for (const { text, labels } of [...voices.values()].flat()) {
    if (labels.length > 1) continue;
    const label = labels[0] as string;
    const wanted = roleOfLabel(label) ?? label;
    const { got, offered } = answer(text);
    const isRight = got === wanted || (isNobodys(wanted) && isNobodys(got));
    if (isRole(got)) {
      sure.all++;
      if (isRight) sure.right++;
    }
    for (const [map, key] of [
      [byKind, kindOf(label)],
      [byLabel, label],
    ] as const) {
      const count = map.get(key) ?? newCount();
      map.set(key, count);
      count.all++;
      if (isRight) count.right++;
      if (got === '?') {
        count.asked++;
        if (offered.includes(wanted) || offered.includes(label)) count.offered++;
      }
      if (!isRight && isRole(got)) count.named++;
    }
  }
  console.log(
    '\ncheck set, by kind          n    right   asked back  right or offered  a role wrongly named',
  );
  for (const [kind, count] of byKind) printCount(kind, count);
  const roles = [...byLabel].filter(([label]) => isRole(label));
  const macro = roles.reduce((sum, [, { right, all }]) => sum + right / all, 0) / Math.max(roles.length, 1);
  console.log(
    `  macro over roles ${share(macro, 1)}   confident answers right ${share(sure.right, sure.all)}`,
  );
  console.log('\nby label');
  for (const [label, count] of [...byLabel].sort(([a], [b]) => a.localeCompare(b))) printCount(label, count);
}

/** Who is told whose matter it is and who is told that it is nobody's are both not given a role. */
const isNobodys = (label: string): boolean => label === 'none' || label.startsWith('partner:');

const printCount = (name: string, { all, right, asked, offered, named }: Count): void =>
  console.log(
    `  ${name.padEnd(34)}${String(all).padStart(5)}${share(right, all)}${share(asked, all)}${share(right + offered, all)}${share(named, all)}`,
  );
