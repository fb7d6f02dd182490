import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Incoming } from '../../../src/adapters/teams/incoming.ts';
import { longestText, writtenText } from '../../../src/adapters/teams/text.ts';

const bot = { id: '28:bot' };
const read = (text: string, entities: readonly object[] = []) =>
  writtenText(Incoming.parse({ type: 'message', text, recipient: bot, entities })).text;
const mention = (text: string, id: string) => ({ type: 'mention', text, mentioned: { id } });

describe('the text of a message', () => {
  test.each([
    ['a mention of the bot disappears', '<at>Lotse</at> wer?', [mention('<at>Lotse</at>', '28:bot')], 'wer?'],
    ['also without its entity', '<at id="0">Lotse</at>&nbsp;wer?', [], 'wer?'],
    [
      'also in the middle',
      'Hallo <at>Lotse</at>, wer?',
      [mention('<at>Lotse</at>', '28:bot')],
      'Hallo , wer?',
    ],
    [
      'somebody else keeps the name',
      'Ist <at>Amt 61</at> zuständig?',
      [mention('<at>Amt 61</at>', '29:other')],
      'Ist Amt 61 zuständig?',
    ],
    ['a broken entity is skipped', 'wer?', [{ type: 'mention' }, { type: 7 }], 'wer?'],
    ['paragraphs become spaces', '<p>wer</p><p>macht<br/>das?</p>', [], 'wer macht das?'],
    ['emphasis leaves no gap', 'wer <b>mach</b>t das?', [], 'wer macht das?'],
    [
      'entities are read',
      'A&nbsp;&amp;&nbsp;B &lt; C &#228; &#xe4; &auml; &unknown;',
      [],
      'A & B < C ä ä ä &unknown;',
    ],
    ['an escaped tag is what the person typed', '&lt;b&gt;', [], '<b>'],
    ['comparisons stay', 'a < b und c > d', [], 'a < b und c > d'],
    ['an impossible character number stays as it is', '&#9999999;', [], '&#9999999;'],
    ['umlauts are put together', 'zusta\u0308ndig', [], 'zuständig'],
  ])('%s', (_what, text, entities, expected) => {
    expect(read(text, entities)).toBe(expected);
  });

  test('is cut and marked when it is too long', () => {
    const over = Incoming.parse({ type: 'message', text: 'x'.repeat(longestText + 1) });
    expect(writtenText(over)).toEqual({ text: 'x'.repeat(longestText), tooLong: true });
    const exact = Incoming.parse({ type: 'message', text: 'x'.repeat(longestText) });
    expect(writtenText(exact).tooLong).toBe(false);
  });

  test('is always one well-formed line without control characters, whatever arrives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const result = read(text);
        expect(result.isWellFormed()).toBe(true);
        expect(result).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(result).toBe(result.trim());
      }),
    );
  });
});
