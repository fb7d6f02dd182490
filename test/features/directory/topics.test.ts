import { describe, expect, test } from '@jest/globals';
import { answerQuestion } from '../../../src/features/directory/question.ts';
import { createUnderstanding } from '../../../src/language/understand.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { programLexicon } from '../../support/program-data.ts';

const directory = await demoDirectory();
const understand = createUnderstanding(await programLexicon(), directory);
const find = (text: string) => answerQuestion(text, 'de', {}, { directory, understand });

describe('a mere topic', () => {
  test.each(['Projekt', 'Digitalisierung', 'Strategie'])('"%s" gets 2 to 4 choices', (text) => {
    const found = find(text);
    if (found.kind !== 'choices') throw new Error(`"${text}" came to ${found.kind}`);
    expect(found.refs.length).toBeGreaterThanOrEqual(2);
    expect(found.refs.length).toBeLessThanOrEqual(4);
    expect(new Set(found.refs.map(({ role }) => role)).size).toBe(found.refs.length);
  });

  test('of one role alone gets the choice of its tasks', () => {
    expect(find('Budget')).toMatchObject({
      kind: 'choices',
      refs: [{ role: 'strategisches-it-management' }, { role: 'strategisches-it-management' }],
    });
  });

  test.each(['Heizung', 'Urlaub', 'Wohngeld', 'Bauantrag', 'Qwrtz Projekt'])(
    '"%s" is none of the role model and gets no choices',
    (text) => expect(find(text).kind).toBe('none'),
  );

  test('inside a sentence is not guessed from', () => {
    expect(find('Wer genehmigt meinen Bauantrag?').kind).toBe('none');
  });
});
