import { readFileSync } from 'node:fs';
import { languageOf } from '../../src/core/language.ts';
import type { Finding } from '../../src/features/directory/finding.ts';
import type { Before } from '../../src/features/directory/follow-up.ts';
import { rememberedOf } from '../../src/features/directory/remembered.ts';
import { answerNamed, type NamedKnowledge } from '../../src/features/directory/with-names.ts';
import { roleOfLabel } from '../../src/language/learned/labels.ts';
import { share } from './checked.ts';

/** A dialogue: its turns, the kind of its last one, and what that one comes to: any of `right`, with `detail`. */
export type Dialogue = {
  readonly kind: string;
  readonly turns: readonly string[];
  readonly right: readonly string[];
  readonly detail: readonly string[];
};

type Line = {
  readonly kind: string;
  readonly turns: readonly { readonly text: string; readonly right: string[]; readonly detail: string[] }[];
};

/** Dialogues that nothing was tuned on, a line each. */
export const checkedDialogues = (file: URL): readonly Dialogue[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { kind, turns } = JSON.parse(line) as Line;
      const { right = [], detail = [] } = turns.at(-1) ?? {};
      return { kind, turns: turns.map(({ text }) => text), right, detail };
    });

/**
 * Dialogues that may be looked at: turns parted by "⏎", `followup:<kind>:<about>`. `about` is the role, the wish or the body that
 * the last turn is about: after "Wer betreibt die Server?" the question who pays is about the KGRZ, whoever pays.
 */
export const developedDialogues = (file: URL): readonly Dialogue[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [label = '', , text = ''] = line.split('\t');
      const [first, kind = '', ...about] = label.split(':');
      const turns = text.split(' ⏎ ');
      if (first !== 'followup' || turns.length < 2) return [];
      const meant = about.join(':');
      return [{ kind, turns, right: [kind === 'partner' ? `partner:${meant}` : meant], detail: ['about'] }];
    });

/** What the last turn of a dialogue comes to, for somebody of Amt 61. */
export function lastOf(turns: readonly string[], knowledge: NamedKnowledge): Finding {
  let before: Before | undefined;
  let last: Finding = { kind: 'none', understood: false };
  for (const turn of turns) {
    const language = languageOf(turn);
    last = answerNamed(turn, language, { unit: '61', day: '2026-11-28', before }, knowledge);
    before = rememberedOf(last, knowledge.understand(turn, language), before) ?? before;
  }
  return last;
}

/** What a finding may be called; "?" is asked back. */
function namesOf(found: Finding, isAboutEnough: boolean): readonly string[] {
  switch (found.kind) {
    case 'answer': {
      const [{ role }, ...others] = found.refs;
      const shared = found.isShared ? others.map((ref) => ref.role) : [];
      const about = isAboutEnough && found.on ? [found.on.ref.role] : [];
      return [role, ...shared, ...about, ...(found.wish ? [`wish:${found.wish}`] : [])];
    }
    case 'choices':
      return ['?'];
    case 'own':
      return [found.label, ...(isAboutEnough && found.on ? [found.on.ref.role] : [])];
    case 'list':
      return ['own:chart', 'own:gaps', ...('role' in found.list && found.list.role ? [found.list.role] : [])];
    case 'partner':
      return found.ids.map((id) => `partner:${id}`);
    case 'pleasantry':
      return ['own:smalltalk'];
    case 'none':
      return ['none'];
    default:
      return found satisfies never;
  }
}

const offeredBy = (found: Finding): readonly string[] =>
  found.kind === 'choices' ? [...found.refs.map(({ role }) => role), ...found.others] : [];

/** Place, task, form and side, as far as the finding says them; what only the card says counts as right. */
function isInDetail(found: Finding, detail: readonly string[]): boolean {
  if (found.kind !== 'answer') return true;
  const [ref] = found.refs;
  return detail.every((one) => {
    const [what, which = ''] = one.split(':');
    switch (what) {
      case 'unit':
        return ref.unit === which;
      case 'app':
        return ref.application === which;
      case 'task':
        return ref.task !== undefined && which.split('|').includes(ref.task);
      case 'form':
        return found.wish === which;
      case 'phone':
      case 'email':
        return ref.number === true;
      case 'person':
        return !which.endsWith('-deputy') || ref.deputy === true;
      default:
        return true;
    }
  });
}

export type Told = { readonly isRight: boolean; readonly isInDetail: boolean; readonly isOffered: boolean };

/** How the last answer of a dialogue fares. */
export function told(last: Finding, { right, detail }: Dialogue): Told {
  const isAboutEnough = detail.includes('about');
  const wanted = isAboutEnough ? right.map((label) => roleOfLabel(label) ?? label) : right;
  const isRight = namesOf(last, isAboutEnough).some((name) => wanted.includes(name));
  const isOffered = isRight || offeredBy(last).some((name) => wanted.includes(name));
  return { isRight, isInDetail: isRight && isInDetail(last, detail), isOffered };
}

/** Prints how often the last turn comes to what it should, by kind of follow-up. */
export function printDialogues(
  title: string,
  dialogues: readonly Dialogue[],
  knowledge: NamedKnowledge,
): void {
  const byKind = new Map<string, Told[]>();
  const all: Told[] = [];
  for (const dialogue of dialogues) {
    const one = told(lastOf(dialogue.turns, knowledge), dialogue);
    byKind.set(dialogue.kind, [...(byKind.get(dialogue.kind) ?? []), one]);
    all.push(one);
  }
  console.log(`\n${title.padEnd(34)}    n    right   right or offered   also in detail`);
  const print = (name: string, ones: readonly Told[]): void => {
    const of = (key: keyof Told): string => share(ones.filter((one) => one[key]).length, ones.length);
    console.log(
      `  ${name.padEnd(34)}${String(ones.length).padStart(5)}${of('isRight')}${of('isOffered')}${of('isInDetail')}`,
    );
  };
  for (const [kind, ones] of byKind) print(kind, ones);
  print('all', all);
}
