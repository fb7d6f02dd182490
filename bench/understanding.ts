/** What the understanding is worth and what it costs: quality beside plain search engines, timings, thresholds. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { openNames } from '../src/app/further-names.ts';
import { openLearned } from '../src/app/learned.ts';
import { namedTypes } from '../src/app/named-types.ts';
import { openPartners } from '../src/app/partners.ts';
import { openRequestTypes } from '../src/app/request-types.ts';
import { openKnownWords } from '../src/app/words-command.ts';
import { languageOf } from '../src/core/language.ts';
import { answerView } from '../src/features/directory/answer-view.ts';
import { allNames } from '../src/features/directory/further-names.ts';
import { type Directory, Organisation, RoleModel } from '../src/features/directory/model.ts';
import { answerNamed } from '../src/features/directory/with-names.ts';
import { LexiconFile } from '../src/language/lexicon.ts';
import { createUnderstanding, thresholds, type Understand } from '../src/language/understand.ts';
import { bigDirectory } from './understanding/big-directory.ts';
import { checkVoices, outcomeOf, printChecked } from './understanding/checked.ts';
import { checkedDialogues, developedDialogues, printDialogues } from './understanding/dialogues.ts';
import { flexSearch, fuse, miniSearch, orama, textsOf } from './understanding/engines.ts';
import { type Answer, calibrated, type Quality, qualityOf, questionsOf } from './understanding/quality.ts';
import { printWhole } from './understanding/whole.ts';

const yaml = (path: string): unknown =>
  parse(readFileSync(new URL(`../data/${path}`, import.meta.url), 'utf8'));
const lexicon = LexiconFile.parse(yaml('lexicon.yaml'));
const directory: Directory = {
  ...RoleModel.parse(yaml('directory.yaml')),
  ...Organisation.parse(yaml('demo/organisation.yaml')),
};
const sets = ['tuning'].map((name) => ({ name, questions: questionsOf(name) }));
const tuning = questionsOf('tuning');
const learned = await openLearned();
const known = await openKnownWords();
const partners = openPartners();
const understand = createUnderstanding(lexicon, directory, learned, known);
const requestTypes = await openRequestTypes(directory);
const types = namedTypes(requestTypes);
const knowledge = {
  directory,
  understand,
  partners,
  types,
  names: allNames(directory, types, openNames(), []),
};
/** The role that the program names; one that is only offered counts as none. */
const lotse: Answer = (text) => {
  const { got } = outcomeOf(text, knowledge);
  return got === '?' || got === 'none' || got.includes(':') ? 'NONE' : got;
};
/** What the concepts alone would name, without the learned opinion. */
const concepts: Answer = (text) => understand(text, languageOf(text)).candidates[0]?.role ?? 'NONE';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);
const row = (name: string, { macro, micro, wronglyNamed }: Quality): string =>
  `  ${name.padEnd(24)}${percent(macro)}${percent(micro)}${percent(wronglyNamed)}`;

function printQuality(): void {
  const texts = textsOf(directory);
  const engines = [miniSearch, fuse, flexSearch, orama].map((create) => create(texts));
  const answers = [
    { name: 'Lotse', answer: lotse },
    { name: '  its concepts alone', answer: concepts },
    ...engines.map((engine) => ({ name: engine.name, answer: calibrated(engine, tuning) })),
  ];
  for (const { name, questions } of sets) {
    console.log(`\n${name}: ${questions.length} questions          macro   micro   a role wrongly named`);
    for (const one of answers) console.log(row(one.name, qualityOf(one.answer, questions)));
  }
  console.log(
    '\nThe engines search names, aliases, task texts and quotes; their threshold for "nobody" is the',
  );
  console.log('best for the tuning questions.');
}

type Times = { readonly each: readonly number[]; readonly all: readonly number[] };

/** What each text costs, as the median of its rounds, and every single time: what else the machine did is in these. */
function timesOf(ask: Understand, texts: readonly string[], rounds: number): Times {
  const times = texts.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, text] of texts.entries()) {
      const from = performance.now();
      ask(text, languageOf(text));
      // The first round warms up.
      if (round > 0) times[at]?.push(performance.now() - from);
    }
  }
  const sorted = (some: readonly number[]): readonly number[] => some.toSorted((a, b) => a - b);
  return {
    each: sorted(times.map((some) => sorted(some)[some.length >> 1] ?? 0)),
    all: sorted(times.flat()),
  };
}

function printTimes(
  name: string,
  build: number,
  ask: Understand,
  texts: readonly string[],
  rounds: number,
): void {
  const { each, all } = timesOf(ask, texts, rounds);
  const at = (times: readonly number[], share: number): string =>
    (times[Math.floor(times.length * share)] ?? 0).toFixed(3).padStart(9);
  console.log(
    `  ${name.padEnd(44)}${build.toFixed(0).padStart(6)}${at(each, 0.5)}${at(each, 0.99)}${at(all, 0.99)}`,
  );
}

function built(of: Directory): { readonly ask: Understand; readonly ms: number } {
  const from = performance.now();
  const ask = createUnderstanding(lexicon, of, learned, known);
  return { ask, ms: performance.now() - from };
}

function printTimings(): void {
  const texts = tuning.map(({ q }) => q);
  const long = Array.from({ length: 20 }, (_, n) =>
    texts
      .slice(n * 30)
      .join(' ')
      .slice(0, 2000),
  );
  const nonsense = Array.from({ length: 20 }, (_, n) => 'xyzabcdefg'.repeat(200).slice(n, 2000));
  const small = built(directory);
  const big = built(bigDirectory(directory, 10_000, 5_000));
  console.log(`\ntimes in milliseconds${' '.repeat(26)}build      p50      p99  p99 with all pauses`);
  printTimes('the directory as shipped, one question', small.ms, small.ask, texts, 5);
  printTimes('  texts of 2,000 characters', small.ms, small.ask, long, 10);
  printTimes('  one word of 2,000 letters', small.ms, small.ask, nonsense, 10);
  printTimes('10,000 applications, 5,000 persons', big.ms, big.ask, texts, 3);
  printTimes('  texts of 2,000 characters', big.ms, big.ask, long, 5);
  const bigCity = bigDirectory(directory, 10_000, 5_000);
  const names = allNames(bigCity, types, openNames(), []);
  const inBigCity = { ...knowledge, directory: bigCity, understand: big.ask, names };
  const whole: Understand = (text, language) => {
    const found = answerNamed(text, language, { unit: '61', day: '2026-11-28' }, inBigCity);
    if (found.kind === 'answer')
      answerView(found.refs, { directory: bigCity, language, day: '2026-11-28', answerId: '' });
    return big.ask('', language);
  };
  printTimes(
    '  the whole answer, each with an administrator',
    big.ms,
    whole,
    [...texts, 'Wer ist zuständig für Fachverfahren?'],
    3,
  );
}

/** What it costs to move one threshold while the others stay. */
function printSweep(): void {
  console.log('\nthresholds, all questions        macro   micro   a role wrongly named');
  const all = sets.flatMap(({ questions }) => questions);
  for (const key of Object.keys(thresholds) as (keyof typeof thresholds)[]) {
    const kept = thresholds[key];
    for (const factor of [0.7, 0.85, 1, 1.15, 1.3]) {
      thresholds[key] = kept * factor;
      console.log(
        row(`${key} ${thresholds[key].toFixed(2)}${factor === 1 ? ' (set)' : ''}`, qualityOf(lotse, all)),
      );
    }
    thresholds[key] = kept;
  }
}

/** `LOTSE_QUESTIONS=FOLDER`: questions from elsewhere, `{"q","expect"}` a line; nothing of them is kept here. */
function printElsewhere(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl'))) {
    const lines = readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n');
    const asked = lines.map((line) => JSON.parse(line) as { q: string; expect?: readonly string[] });
    const outcomes = asked.map(({ q }) => outcomeOf(q, knowledge).got);
    const named = outcomes.filter((got) => got !== '?' && got !== 'none' && !got.includes(':')).length;
    const back = outcomes.filter((got) => got === '?').length;
    console.log(
      `\n${name}: ${asked.length} lines, a role named ${percent(named / asked.length)}, asked back ${percent(back / asked.length)}`,
    );
    const expected = asked.flatMap(({ q, expect }, at) => (expect ? [{ id: String(at), q, expect }] : []));
    if (expected.length > 0) console.log(row('macro, micro, named', qualityOf(lotse, expected)));
  }
}

const checkFolder = new URL('../data/sentences/check/', import.meta.url);
printQuality();
printChecked(checkVoices(checkFolder), (text) => outcomeOf(text, knowledge));
printDialogues(
  'dialogues, check set, by kind',
  checkedDialogues(new URL('dialogues.jsonl', checkFolder)),
  knowledge,
);
printDialogues(
  'dialogues that were looked at',
  developedDialogues(new URL('../data/sentences/dev/dialogues.tsv', import.meta.url)),
  knowledge,
);
printWhole(
  new URL('answers.jsonl', checkFolder),
  readFileSync(new URL('../data/it-rollenmodell.txt', import.meta.url), 'utf8'),
  knowledge,
  (id) => {
    const type = requestTypes.find((known) => known.id === id);
    return type && { title: type.name, first: type.route[0]?.role ?? 'kgrz' };
  },
);
if (process.env.LOTSE_QUESTIONS) printElsewhere(process.env.LOTSE_QUESTIONS);
printTimings();
printSweep();
