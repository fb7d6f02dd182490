import { labels, none, roleOfWish } from './labels.ts';

/** A sentence and what it may mean; any of the labels is right. */
export type Sentence = { readonly text: string; readonly labels: readonly string[]; readonly weight: number };

/** A line that is no sentence, by its number. */
export type Unreadable = { readonly line: number; readonly reason: string };

/**
 * Reads `label<TAB>language<TAB>sentence`, a line each; a line break inside is written `\n`. Two meanings in one message
 * are `label+label`. Empty lines and lines that begin with "#" are left out.
 */
export function sentencesIn(file: string): {
  readonly sentences: readonly Sentence[];
  readonly unreadable: readonly Unreadable[];
} {
  const sentences: Sentence[] = [];
  const unreadable: Unreadable[] = [];
  for (const [at, line] of file.split(/\r?\n/).entries()) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [named = '', language, text = ''] = line.split('\t');
    const meant = named.split('+');
    const unknown = meant.find((label) => !labels.includes(label));
    if (unknown !== undefined) unreadable.push({ line: at + 1, reason: `there is no label "${unknown}"` });
    else if (language !== 'de' && language !== 'en') unreadable.push({ line: at + 1, reason: 'no language' });
    else if (!text.trim()) unreadable.push({ line: at + 1, reason: 'no sentence' });
    else sentences.push({ text: text.replaceAll('\\n', '\n'), labels: meant, weight: 1 });
  }
  return { sentences, unreadable };
}

/** Questions that say only which role is right: whether asked about or wished for, they leave open. */
const questionWeight = 0.3;
const smallTalk = ['own:smalltalk', 'own:who-are-you', 'own:privacy', 'own:feedback'];

/** A line of the tuning questions as a sentence: `NONE` is anything that names no role. */
export function questionAsSentence(question: {
  readonly q: string;
  readonly expect: readonly string[];
}): Sentence {
  const meant = question.expect.flatMap((role) =>
    role === 'NONE'
      ? [none, ...labels.filter((label) => label.startsWith('partner:')), ...smallTalk]
      : [role, ...Object.keys(roleOfWish).filter((wish) => roleOfWish[wish] === role)],
  );
  return { text: question.q, labels: [...new Set(meant)], weight: questionWeight };
}
