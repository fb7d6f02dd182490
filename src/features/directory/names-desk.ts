import { daysBefore } from '../../core/day.ts';
import type { Job } from '../../core/feature.ts';
import type { Party } from '../../core/party.ts';
import { AlreadyExists, type Collection } from '../../core/ports/store.ts';
import type { Language } from '../../core/text.ts';
import type { Understand } from '../../language/understand.ts';
import type { Finding } from './finding.ts';
import {
  allNames,
  type FurtherName,
  type Name,
  type NamedType,
  type ReleasedName,
  type Target,
  targetOf,
  withFurtherNames,
} from './further-names.ts';
import { gapKey } from './gaps.ts';
import type { Directory } from './model.ts';
import { answerNamed, type NamedKnowledge } from './with-names.ts';

type UnderstandingOf = (directory: Directory) => Understand;

export type NamesParts = {
  /** The directory as it is read: absences of people do not make it anew. */
  readonly directory: () => Directory;
  /** The same with the absences that people have entered. */
  readonly effective: () => Directory;
  readonly types: () => readonly NamedType[];
  /** The words of the file. */
  readonly file: () => readonly FurtherName[];
  readonly released: Collection<ReleasedName>;
  readonly understandingOf: UnderstandingOf;
  /** Questions with which a new word is tried. */
  readonly checkQuestions: () => readonly CheckQuestion[];
};

/** A sentence of the check questions. */
export type CheckQuestion = { readonly text: string; readonly language: Language };

/** What a new word would do: to the sentence that it is for, and to the check questions in which it stands. */
export type Trial = {
  readonly before: Finding;
  readonly after: Finding;
  /** How many check questions hold the word. */
  readonly tried: number;
  readonly changed: readonly { readonly text: string; readonly before: Finding; readonly after: Finding }[];
};

/** What questions are answered from: the directory, its reading and the further names, each made anew when it changes. */
export type NamesDesk = {
  /** @param day `2026-11-24`: names that an old and a new unit share mean the one that is there */
  current(day: string): NamedKnowledge;
  release(word: string, target: Target, by: Party, at: string): Promise<boolean>;
  remove(id: string): Promise<void>;
  readonly list: () => readonly ReleasedName[];
  tryOut(word: string, target: Target, question: CheckQuestion, day: string): Trial;
  readonly job: Job;
};

export function createNamesDesk(parts: NamesParts): NamesDesk {
  const { directory, effective, types, file, released, understandingOf } = parts;
  let words: readonly ReleasedName[] = [];
  let kept: { readonly key: readonly unknown[]; readonly knowledge: NamedKnowledge } | undefined;

  const knowledgeWith = (extra: readonly ReleasedName[], day: string): NamedKnowledge => {
    const names = allNames(directory(), types(), file(), extra);
    return {
      directory: effective(),
      types: types(),
      names,
      understand: understandingOf(withFurtherNames(directory(), names, day)),
    };
  };
  const refresh = async () => {
    const now = await released.list();
    if (JSON.stringify(now) !== JSON.stringify(words)) words = now;
  };
  return {
    current(day) {
      const key = [directory(), types(), file(), words, changesBy(directory(), day)];
      if (!kept || kept.key.some((part, at) => part !== key[at]))
        kept = { key, knowledge: knowledgeWith(words, day) };
      else if (kept.knowledge.directory !== effective())
        kept = { key, knowledge: { ...kept.knowledge, directory: effective() } };
      return kept.knowledge;
    },
    async release(word, target, by, at) {
      const doc = {
        id: gapKey(word),
        word: word.trim(),
        ...targetOf(target),
        by: by.id,
        byName: by.name,
        at,
      };
      try {
        await released.add(doc as Omit<ReleasedName, 'version'>);
      } catch (error) {
        if (!(error instanceof AlreadyExists)) throw error;
        await released.change(doc.id, () => ({ doc: doc as Omit<ReleasedName, 'version'> }));
      }
      await refresh();
      return true;
    },
    async remove(id) {
      await released.remove(id);
      await refresh();
    },
    list: () => words,
    tryOut(word, target, question, day) {
      const before = this.current(day);
      const one = {
        id: gapKey(word),
        version: 0,
        word,
        ...target,
        by: '',
        byName: '',
        at: '',
      } as ReleasedName;
      const isName = target.unit !== undefined || target.application !== undefined;
      const names: readonly Name[] = [{ word, target, from: 'keeper' }, ...before.names];
      // Only a name that the reading itself must know makes it anew.
      const after = isName
        ? knowledgeWith([one, ...words.filter(({ id }) => id !== one.id)], day)
        : { ...before, names };
      const find = (text: string, language: Language, knowledge: NamedKnowledge) =>
        answerNamed(text, language, { day }, knowledge);
      const questions = parts.checkQuestions();
      const keys = keysOf(questions);
      const wanted = ` ${gapKey(word)}`;
      const concerned = questions.filter((_one, at) => keys[at]?.includes(wanted)).slice(0, mostTried);
      return {
        before: find(question.text, question.language, before),
        after: find(question.text, question.language, after),
        tried: concerned.length,
        changed: concerned
          .map(({ text, language }) => ({
            text,
            before: find(text, language, before),
            after: find(text, language, after),
          }))
          .filter((found) => meaningOf(found.before) !== meaningOf(found.after)),
      };
    },
    job: { id: 'directory.names', run: refresh },
  };
}

/** Trying them must not keep others waiting. */
const mostTried = 200;

/** There are thousands of them, which never change: their words are cut once. */
const known = new WeakMap<readonly CheckQuestion[], readonly string[]>();
function keysOf(questions: readonly CheckQuestion[]): readonly string[] {
  const keys = known.get(questions) ?? questions.map(({ text }) => ` ${gapKey(text)} `);
  known.set(questions, keys);
  return keys;
}

/** What tells two findings apart. */
export const meaningOf = (finding: Finding): string =>
  finding.kind === 'answer'
    ? `answer ${finding.refs[0].role} ${finding.refs[0].task ?? ''} ${finding.wish ?? ''}`
    : JSON.stringify(finding);

/** The day counts only where something begins or ends: else the reading stays as it is. */
function changesBy({ units }: Directory, day: string): string {
  const days = units.flatMap(({ from, to }) => [from, to && nextDay(to)]).filter((one) => one !== undefined);
  return days.filter((one) => one <= day).length > 0
    ? days
        .filter((one) => one <= day)
        .toSorted()
        .join(' ')
    : '';
}
const nextDay = (to: string): string => daysBefore(to, -1);
