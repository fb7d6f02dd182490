// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates of cards are written like this
import { describe, expect, test } from '@jest/globals';
import { compileCard } from '../../../src/adapters/cards/compile.ts';

const block = (text: unknown) => ({ type: 'TextBlock', text });
const bind = (element: unknown, data: Record<string, unknown>, language: 'de' | 'en' = 'de') =>
  compileCard({ body: [element] }, language, 'directory/answer')(data).body;

describe('a template', () => {
  test('speaks the language of the asker', () => {
    expect(bind(block({ de: 'Hilfe', en: 'Help' }), {}, 'en')).toEqual([block('Help')]);
  });

  test('fills values into its texts, and a number becomes text', () => {
    expect(bind(block({ de: '${count} × ${a.b}', en: '' }), { count: 3, a: { b: 'Amt' } })).toEqual([
      block('3 × Amt'),
    ]);
    expect(bind(block('${count}'), { count: 3 })).toEqual([block('3')]);
  });

  test('names card, path and place when a value is missing', () => {
    expect(() => bind(block('${a.b}'), { a: {} })).toThrow(
      'card directory/answer: "a.b" is missing at body[0].text',
    );
    expect(() => bind(block('Hallo ${name}'), { name: null })).toThrow('"name" is missing');
    expect(() => bind(block('${constructor}'), {})).toThrow('"constructor" is missing');
  });

  test('says what a path looks like when one is misspelt', () => {
    expect(() => bind(block('${a b}'), {})).toThrow('"a b" is not a path');
  });

  test.each([undefined, null, false, '', []])('drops what depends on %p, and keeps the opposite', (value) => {
    expect(bind({ $when: 'x', ...block('da') }, { x: value })).toEqual([]);
    expect(bind({ $when: '!x', ...block('da') }, { x: value })).toEqual([block('da')]);
  });

  test.each([true, 'x', 0, ['x'], {}])('keeps what depends on %p', (value) => {
    expect(bind({ $when: 'x', ...block('da') }, { x: value })).toEqual([block('da')]);
  });

  test('keeps what depends on one of several', () => {
    expect(bind({ $when: 'a|b', ...block('da') }, { b: 1 })).toEqual([block('da')]);
    expect(bind({ $when: 'a|b', ...block('da') }, {})).toEqual([]);
  });

  test.each([
    ['tone=good', true],
    ['!tone=good', false],
    ['tone=bad', false],
    ['!tone=bad', true],
    ['tone=bad|tone=good', true],
    ['tone=bad|tone=plain', false],
    ['row.tone=if-need-be', true],
    ['count=3', false],
    ['gone=good', false],
  ])('keeps what depends on a word: %s', (wanted, isKept) => {
    const data = { tone: 'good', row: { tone: 'if-need-be' }, count: 3 };
    expect(bind({ $when: wanted, ...block('da') }, data)).toEqual(isKept ? [block('da')] : []);
  });

  test('drops a property as well as an element', () => {
    expect(bind({ type: 'Column', selectAction: { $when: 'url', type: 'Action.OpenUrl' } }, {})).toEqual([
      { type: 'Column' },
    ]);
  });

  test.each([
    ['Input.Number', 3, 3],
    ['Input.Number', 2.5, 2.5],
    ['Input.Number', 0, 0],
    ['Input.Number', '3', 3],
    ['Input.Number', '', undefined],
    ['Input.Number', 'viele', undefined],
    ['Input.Number', Number.NaN, undefined],
    ['Input.Date', '2028-02-29', '2028-02-29'],
    ['Input.Date', '2027-02-30', undefined],
    ['Input.Date', '', undefined],
    ['Input.Time', '09:05', '09:05'],
    ['Input.Time', '25:00', undefined],
    ['Input.Time', '', undefined],
    ['Input.Text', '', ''],
    ['Input.Text', '3', '3'],
    ['Input.ChoiceSet', '', ''],
  ])(
    'gives an %s for %p the value %p, because phones refuse a card with another kind',
    (type, value, bound) => {
      const rest = bound === undefined ? {} : { value: bound };
      expect(bind({ type, id: 'a', value: '${value}' }, { value })).toEqual([{ type, id: 'a', ...rest }]);
    },
  );

  test('does the same with the limits of an input', () => {
    const input = { type: 'Input.Number', id: 'a', min: '${min}', max: '${max}' };
    expect(bind(input, { min: 1, max: '' })).toEqual([{ type: 'Input.Number', id: 'a', min: 1 }]);
  });

  test('repeats an element per item, sees the item first and the whole by name', () => {
    const element = { $each: 'list', $when: 'name', ...block('${name} ${$item.name} ${$root.end}') };
    expect(bind(element, { list: [{ name: 'a' }, { name: '' }, { name: 'b' }], end: '!' })).toEqual([
      block('a a !'),
      block('b b !'),
    ]);
    expect(bind({ $each: 'list', ...block('${$item}') }, { list: ['x', 'y'] })).toEqual([
      block('x'),
      block('y'),
    ]);
  });

  test('repeats inside a repetition', () => {
    const element = { $each: 'a', type: 'Container', items: [{ $each: 'b', ...block('${c}') }] };
    expect(bind(element, { a: [{ b: [{ c: '1' }] }, { b: [] }] })).toEqual([
      { type: 'Container', items: [block('1')] },
      { type: 'Container', items: [] },
    ]);
  });

  test('refuses to repeat what is no list', () => {
    expect(() => bind({ $each: 'list', ...block('x') }, {})).toThrow('"list" is not a list');
  });

  test('is not changed by being filled', () => {
    const template = { body: [{ $each: 'list', ...block('${$item}') }] };
    const before = structuredClone(template);
    compileCard(template, 'de')({ list: ['x'] });
    expect(template).toEqual(before);
  });
});

describe('bound strictly, as in tests', () => {
  const strictly = (element: unknown, data: Record<string, unknown>) =>
    compileCard({ body: [element] }, 'de', 'directory/answer', { strict: true })(data).body;
  const whole = { list: [{ name: 'a', note: undefined }], open: undefined, row: { tone: 'good' } };

  test('every name may be without a value', () => {
    const row = { $each: 'list', type: 'Container', items: [{ $when: 'note', ...block('${note}') }] };
    expect(strictly(row, whole)).toEqual([{ type: 'Container', items: [] }]);
    expect(strictly({ $when: '!open', ...block('zu') }, whole)).toEqual([block('zu')]);
    expect(strictly({ $when: 'open.by', ...block('auf') }, whole)).toEqual([]);
    expect(strictly({ $when: '!row.tone=bad', ...block('gut') }, whole)).toEqual([block('gut')]);
  });

  test.each([
    ['canExtend', 'no view returns "canExtend", asked for at body[0]'],
    ['!canExtend', 'no view returns "canExtend"'],
    ['row|canExtend', 'no view returns "canExtend"'],
    ['row.colour=good', 'no view returns "row.colour"'],
    ['row.tone.loud', 'no view returns "row.tone.loud", asked for at body[0]; there is "good"'],
    ['!$root.canExtend', 'no view returns "$root.canExtend", asked for at body[0]; there is list, open, row'],
  ])('a condition on "%s" is an error that names card, place and name', (wanted, problem) => {
    const planted = { $when: wanted, ...block('nie') };
    expect(() => strictly(planted, whole)).toThrow(`card directory/answer: ${problem}`);
    expect(() => bind(planted, whole)).not.toThrow();
  });

  test('the rows of a list are looked at, too', () => {
    const row = { $each: 'list', type: 'Container', items: [block('x'), { $when: '!cut', ...block('y') }] };
    expect(() => strictly(row, whole)).toThrow(
      'no view returns "cut", asked for at body[0].items[1]; there is name, note',
    );
    expect(() => strictly({ $each: 'rows', ...block('x') }, whole)).toThrow('no view returns "rows"');
    expect(() => strictly(block('${nam}'), whole)).toThrow(
      'no view returns "nam", asked for at body[0].text',
    );
  });

  test('and whoever wants to know hears how every condition was decided', () => {
    const heard: string[] = [];
    const body = [
      { $when: 'open', ...block('auf') },
      { $each: 'list', type: 'Container', items: [{ $when: 'name|note', ...block('x') }] },
    ];
    const onCondition = ({ at, wanted, holds }: { at: string; wanted: string; holds: boolean }) =>
      void heard.push(`${at} ${wanted} ${holds}`);
    compileCard({ body }, 'de', 'directory/answer', { onCondition })(whole);
    expect(heard).toEqual([
      'body[0] open false',
      'body[1] $each list true',
      'body[1].items[0] name|note true',
    ]);
  });
});

describe('what people wrote', () => {
  const evil = '**[GENEHMIGT](https://evil.example)**';

  test.each([
    { type: 'TextBlock', text: '${evil}' },
    { type: 'TextBlock', text: 'Frage: ${evil}' },
    { type: 'FactSet', facts: [{ title: 'a', value: '${evil}' }] },
    { type: 'FactSet', facts: [{ title: '${evil}', value: 'a' }] },
    { type: 'Input.Toggle', title: '${evil}' },
    { type: 'Input.ChoiceSet', style: 'expanded', choices: [{ title: '${evil}', value: 'a' }] },
  ])('is escaped where Markdown is rendered: %j', (element) => {
    expect(JSON.stringify(bind(element, { evil }))).not.toMatch(/[^\\]\*\*|\]\(/);
  });

  test.each([
    { type: 'Action.Submit', title: '${evil}' },
    { type: 'TextRun', text: '${evil}' },
    { type: 'Image', altText: '${evil}' },
    { type: 'Input.Text', value: '${evil}' },
    { type: 'Input.ChoiceSet', choices: [{ title: '${evil}', value: '${evil}' }] },
    { type: 'Action.Submit', data: { type: 'TextBlock', text: '${evil}' } },
  ])('is left alone where nothing is rendered: %j', (element) => {
    expect(JSON.stringify(bind(element, { evil }))).toContain(evil);
  });

  test('travels unchanged in the data of an action, whatever it looks like', () => {
    const ref = { de: 'a', en: 'b', $when: 'no', text: '${x} <at>y</at>', list: [1, { a: true }] };
    expect(bind({ type: 'Action.Execute', data: { ref: '${ref}', n: '${n}' } }, { ref, n: 3 })).toEqual([
      { type: 'Action.Execute', data: { ref, n: 3 } },
    ]);
  });

  test('cannot add elements', () => {
    expect(() => bind({ type: 'Container', items: '${items}' }, { items: [block('x')] })).toThrow(
      'only "data" may carry',
    );
    expect(() => bind(block('${text}'), { text: { type: 'Image' } })).toThrow('only "data" may carry');
  });

  test('is never read as a template', () => {
    expect(bind(block('${text}'), { text: '${secret}', secret: 'x' })).toEqual([block('${secret}')]);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' https://x.example'])(
    'is no link: %s',
    (url) => {
      expect(() => bind({ type: 'Action.OpenUrl', url: '${url}' }, { url })).toThrow(
        'a link must begin with',
      );
    },
  );

  test('keeps true and false where an element wants them', () => {
    expect(bind({ type: 'Container', isVisible: '${open}' }, { open: false })).toEqual([
      { type: 'Container', isVisible: false },
    ]);
  });
});
