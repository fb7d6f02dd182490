import { parseArgs } from 'node:util';
import { alike, similarity } from '../src/features/ideas/search/similar.ts';
import { qualityAt, readPairs } from './ideas/pairs.ts';

/*
 * How well similar ideas are found: precision and recall on labelled pairs, those that were tuned on and those that
 * were not. `node bench/ideas.ts --misses` lists what the tuning part gets wrong.
 */
const { values } = parseArgs({ options: { misses: { type: 'boolean', default: false } } });
const pairs = readPairs();
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`.padStart(8);

for (const set of ['tuning', 'check'] as const) {
  const of = pairs.filter((pair) => pair.set === set);
  const count = of.filter((pair) => pair.alike).length;
  console.log(`\n${set}: ${of.length} pairs, ${count} alike\nthreshold  precision    recall        F1`);
  for (const threshold of set === 'tuning' ? [0.16, 0.2, 0.24, 0.28, 0.32, 0.36, 0.4] : [alike]) {
    const { precision, recall, f1 } = qualityAt(of, threshold);
    console.log(
      `${threshold.toFixed(2)}${threshold === alike ? ' ←' : '  '}      ${percent(precision)}  ${percent(recall)}  ${percent(f1)}`,
    );
  }
}

if (values.misses) {
  for (const { a, b, alike: expected } of pairs.filter(({ set }) => set === 'tuning')) {
    const score = similarity(a, b);
    if (score >= alike !== expected)
      console.log(`${expected ? '+' : '-'} ${score.toFixed(2)} ${a.title} / ${b.title}`);
  }
}

/* As it is used: every idea of the check part is looked for among all others, and at most three are shown. */
const said = pairs.flatMap(({ a, b }) => [a, b]);
const asked = pairs.filter(({ set, alike: expected }) => set === 'check' && expected);
const ranks = asked.map(({ a, b }) => {
  const others = said.filter((one) => one.title !== a.title);
  const better = others.filter((one) => similarity(a, one) > similarity(a, b)).length;
  const shown = others.filter((one) => similarity(a, one) >= alike).length;
  return { better, found: similarity(a, b) >= alike && better < 3, shown: Math.min(3, shown) };
});
const found = ranks.filter((rank) => rank.found).length;
const first = ranks.filter(({ better }) => better === 0).length;
const shown = ranks.reduce((sum, rank) => sum + rank.shown, 0);
console.log(
  `\namong ${said.length} ideas: the same idea is the most alike in ${first} of ${ranks.length} cases and shown in ${found}; hints shown for each idea: ${(shown / ranks.length).toFixed(1)}`,
);

const start = performance.now();
for (const other of said) similarity(said[0] ?? { title: '', problem: '' }, other);
const ms = (performance.now() - start) / said.length;
console.log(`one comparison: ${ms.toFixed(3)} ms; against 500 ideas: ${(500 * ms).toFixed(0)} ms`);
