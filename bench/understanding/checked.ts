import { readdirSync, readFileSync } from 'node:fs';
import { languageOf } from '../../src/core/language.ts';
import type { Finding } from '../../src/features/directory/finding.ts';
import type { Before } from '../../src/features/directory/follow-up.ts';
import type { Directory } from '../../src/features/directory/model.ts';
import type { Partner } from '../../src/features/directory/partners.ts';
import { answerQuestion } from '../../src/features/directory/question.ts';
import { rememberedOf } from '../../src/features/directory/remembered.ts';
import { roleOfLabel } from '../../src/language/learned/labels.ts';
import { type Sentence, sentencesIn } from '../../src/language/learned/sentences.ts';
import type { Understand } from '../../src/language/understand.ts';

/** What became of a sentence: a role, a function, a body, none; or it was asked back, with what was offered. */
export type Outcome = { readonly got: string; readonly offered: readonly string[] };

/** Sentences by voices that nothing was learned from, by voice. */
export function checkVoices(folder: URL): ReadonlyMap<string, readonly Sentence[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv') && name !== 'dialogues.tsv');
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
export function outcomeOf(
  text: string,
  directory: Directory,
  understand: Understand,
  partners: readonly Partner[],
): Outcome {
  const found = answerQuestion(
    text,
    languageOf(text),
    { unit: '61', day: '2026-11-28' },
    { directory, understand, partners },
  );
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
const share = (part: number, all: number): string =>
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

/** A dialogue: its turns, the kind of its last one, and what that one is about. */
export type Dialogue = { readonly kind: string; readonly about: string; readonly turns: readonly string[] };

/**
 * Two and three turns in one line each, parted by "⏎": `followup:<kind>:<about>`. `about` is the role, the wish or the body that
 * the last turn is about: after "Wer betreibt die Server?" the question who pays is about the KGRZ, whoever pays.
 */
export const dialoguesIn = (file: string): readonly Dialogue[] =>
  file.split('\n').flatMap((line) => {
    const [label = '', , text = ''] = line.split('\t');
    const [first, kind = '', ...about] = label.split(':');
    const turns = text.split(' ⏎ ');
    return first === 'followup' && turns.length > 1 ? [{ kind, about: about.join(':'), turns }] : [];
  });

/** What the last turn of a dialogue comes to, for somebody of Amt 61. */
export function lastOf(turns: readonly string[], knowledge: Parameters<typeof answerQuestion>[3]): Finding {
  let before: Before | undefined;
  let last: Finding = { kind: 'none', understood: false };
  for (const turn of turns) {
    const language = languageOf(turn);
    last = answerQuestion(turn, language, { unit: '61', day: '2026-11-28', before }, knowledge);
    before = rememberedOf(last, knowledge.understand(turn, language), before) ?? before;
  }
  return last;
}

/** Whether the last answer is about what it should be; and whether it is the role that the card names. */
export function isAbout(last: Finding, { kind, about }: Dialogue): boolean {
  if (kind === 'partner') return last.kind === 'partner' && last.ids.includes(about);
  const role = roleOfLabel(about) ?? about;
  if (last.kind === 'answer') return last.on?.ref.role === role || last.refs[0].role === role;
  return last.kind === 'own' && last.on?.ref.role === role;
}

const sideOfKind: Readonly<Record<string, readonly string[]>> = {
  phone: ['number'],
  email: ['number'],
  deputy: ['absent'],
  'holder-absent': ['absent'],
  'who-pays': ['pays'],
  'other-unit': ['other'],
  'other-role': ['other', 'decides', 'tasks'],
  before: ['before'],
  person: ['person'],
  room: ['room'],
  tasks: ['tasks'],
  why: ['why'],
  'how-long': ['how-long'],
  request: ['request'],
  above: ['above'],
  'who-decides': ['decides'],
  correction: ['correct'],
};

/** Whether the last answer looks at it from the side that was asked for. */
export const isSeenFrom = (last: Finding, { kind }: Dialogue): boolean =>
  kind === 'partner'
    ? last.kind === 'partner'
    : (last.kind === 'answer' || last.kind === 'own') &&
      (sideOfKind[kind] ?? []).includes(last.on?.side ?? '');

/** Prints how often the last turn is about the right thing, and seen from the right side. */
export function printDialogues(
  file: URL,
  directory: Directory,
  understand: Understand,
  partners: readonly Partner[],
): void {
  const byKind = new Map<string, { all: number; about: number; side: number }>();
  for (const dialogue of dialoguesIn(readFileSync(file, 'utf8'))) {
    const last = lastOf(dialogue.turns, { directory, understand, partners });
    const count = byKind.get(dialogue.kind) ?? { all: 0, about: 0, side: 0 };
    byKind.set(dialogue.kind, count);
    count.all++;
    if (isAbout(last, dialogue)) count.about++;
    if (isSeenFrom(last, dialogue)) count.side++;
  }
  console.log('\ndialogues, by kind of follow-up        n   about the right one   from the right side');
  const print = (name: string, counts: readonly { all: number; about: number; side: number }[]): void => {
    const sum = (key: 'all' | 'about' | 'side'): number => counts.reduce((n, count) => n + count[key], 0);
    console.log(
      `  ${name.padEnd(34)}${String(sum('all')).padStart(5)}${share(sum('about'), sum('all'))}${share(sum('side'), sum('all'))}`,
    );
  };
  for (const [kind, count] of byKind) print(kind, [count]);
  print('all', [...byKind.values()]);
}
