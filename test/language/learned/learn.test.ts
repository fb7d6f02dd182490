import { describe, expect, test } from '@jest/globals';
import { openLearned, openMaterial } from '../../../src/app/learned.ts';
import { rolesOfModel } from '../../../src/app/train-command.ts';
import { openKnownWords } from '../../../src/app/words-command.ts';
import { exp } from '../../../src/language/learned/exp.ts';
import { labels, roleOfLabel } from '../../../src/language/learned/labels.ts';
import { settings, softmax } from '../../../src/language/learned/learn.ts';
import { questionAsSentence, sentencesIn } from '../../../src/language/learned/sentences.ts';
import { chances } from '../../../src/language/learned/table.ts';
import { featureReader, trained } from '../../../src/language/learned/training.ts';
import { decodeWeights, encodeWeights } from '../../../src/language/learned/weights.ts';
import { programLexicon } from '../../support/program-data.ts';

const lexicon = await programLexicon();
const roles = await rolesOfModel();
const known = await openKnownWords();
const few = sentencesIn(
  [
    'kgrz\tde\tWer repariert den Drucker?',
    'kgrz\tde\tWer repariert den Server?',
    'wish:workplace\tde\tIch brauche ein Notebook',
    'wish:workplace\tde\tIch brauche einen Rechner',
    'none\tde\tWie wird das Wetter?',
    'none\tde\tWie wird das Essen?',
  ].join('\n'),
).sentences;
const quick = { ...settings, rounds: 2, fewest: 1 };

describe('sentences', () => {
  test('are read line by line, with breaks inside and two meanings', () => {
    expect(sentencesIn('# Kopf\n\nkgrz+wish:incident\tde\tHallo\\nDrucker kaputt\n').sentences).toEqual([
      { text: 'Hallo\nDrucker kaputt', labels: ['kgrz', 'wish:incident'], weight: 1 },
    ]);
  });

  test.each([
    ['king\tde\tWer?', 'there is no label "king"'],
    ['kgrz\tfr\tQui?', 'no language'],
    ['kgrz\tde\t', 'no sentence'],
  ])('with an error are named by their line: %j', (line, reason) => {
    expect(sentencesIn(`kgrz\tde\tWer?\n${line}`).unreadable).toEqual([{ line: 2, reason }]);
  });

  test('of the questions leave open whether a role is asked for or a wish is meant', () => {
    expect(questionAsSentence({ q: 'Drucker kaputt', expect: ['kgrz'] }).labels).toContain('wish:incident');
    expect(questionAsSentence({ q: 'Wetter?', expect: ['NONE'] }).labels).not.toContain('kgrz');
  });
});

describe('what is learned', () => {
  const learn = () =>
    encodeWeights({ table: trained(few, lexicon, roles, known, quick), inputs: 'x', sentences: 6 });
  const bytes = learn();

  test('is the same to the bit when it is learned again', () => {
    expect(Buffer.compare(learn(), bytes)).toBe(0);
  });

  test('survives being written and read, also out of a larger buffer', () => {
    const window = Buffer.concat([Buffer.alloc(13), bytes]).subarray(13);
    const read = decodeWeights(window);
    expect(Buffer.compare(encodeWeights(read), bytes)).toBe(0);
    const features = featureReader(lexicon, roles, known)('Ich brauche ein Notebook');
    const best = [...chances(read.table, features)];
    expect(labels[best.indexOf(Math.max(...best))]).toBe('wish:workplace');
  });

  test('is refused when it was cut off or is of another version', () => {
    expect(() => decodeWeights(bytes.subarray(0, bytes.length - 3))).toThrow('cut off');
    const other = new TextEncoder().encode('{"features":0,"labels":[]}\n');
    expect(() => decodeWeights(other)).toThrow('npm run train');
  });
});

describe('the checked-in weights', () => {
  test('were learned from the sentences, words and roles of this repository', async () => {
    const [{ inputs, sentences }, material] = [await openLearned(), await openMaterial()];
    expect({ sentences, inputs }).toEqual({ sentences: material.sentences.length, inputs: material.inputs });
  });

  test('are small', async () => {
    expect(encodeWeights(await openLearned()).length).toBeLessThanOrEqual(2_000_000);
  });

  test('still know what they learned: the reading has not changed under them', async () => {
    const { table } = await openLearned();
    const { sentences } = await openMaterial();
    const features = featureReader(lexicon, roles, known);
    const some = sentences.filter((_, at) => at % 29 === 0);
    const right = some.filter(({ text, labels: meant }) => {
      const likely = [...chances(table, features(text))];
      const best = labels[likely.indexOf(Math.max(...likely))] ?? '';
      return meant.some(
        (label) => label === best || (roleOfLabel(label) ?? label) === (roleOfLabel(best) ?? best),
      );
    });
    expect(some.length).toBeGreaterThan(300);
    expect(right.length / some.length).toBeGreaterThan(0.95);
  });
});

test('e to the power of x is what it should be, made of what every engine does alike', () => {
  for (const x of [-50, -3.7, -1, 0, 0.5, 1, 12.3, 100]) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 12);
  const sums = Float64Array.from([1, 2, 1000]);
  softmax(sums);
  expect([...sums].reduce((all, one) => all + one, 0)).toBeCloseTo(1, 12);
});
