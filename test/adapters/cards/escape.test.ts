import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import markdownit from 'markdown-it';
import { asMarkdown, asPlain } from '../../../src/adapters/cards/escape.ts';

const parser = markdownit({ linkify: true });
const harmless = ['paragraph_open', 'paragraph_close', 'inline', 'text', 'text_special'];

/** Every kind of token that the text makes; inert text makes only harmless ones. */
function kindsIn(markdown: string): readonly string[] {
  const tokens = parser.parse(markdown, {});
  return [...tokens, ...tokens.flatMap((token) => token.children ?? [])].map((token) => token.type);
}

/** What a person reads, paragraphs joined by line breaks, without the invisible joiners. */
function readable(markdown: string): string {
  return parser
    .parse(markdown, {})
    .filter((token) => token.type === 'inline')
    .map((token) => (token.children ?? []).map((child) => child.content).join(''))
    .join('\n')
    .replaceAll('\u2060', '');
}

const hostile = [
  '[GENEHMIGT](https://evil.example)',
  '![x](https://evil.example/p.png)',
  '<https://evil.example>',
  'siehe https://evil.example/a_b_c',
  'siehe www.evil.example',
  '**fett** __fett__ *kursiv* _kursiv_ ~~weg~~',
  'Kolleg*innen und Mitarbeiter*innen',
  '`code` und ```zaun```',
  '# Überschrift',
  '> Zitat',
  '- Punkt',
  '+ Punkt',
  '---',
  '10. Amt',
  '10) Amt',
  '<b>fett</b> <script>alert(1)</script>',
  '&#91;x&#93; &amp; &lt;',
  'C:\\Users\\*.txt',
  'Pfad\\',
  '[id]: https://evil.example',
  '| a | b |',
];

describe('text where Markdown is rendered', () => {
  test.each(hostile)('stays itself: %s', (text) => {
    const escaped = asMarkdown(text);
    expect(kindsIn(escaped).filter((kind) => !harmless.includes(kind))).toEqual([]);
    expect(readable(escaped)).toBe(text);
  });

  test('a parser that knows no backslash finds no link either', () => {
    expect(asMarkdown('[GENEHMIGT](https://evil.example)')).not.toMatch(/\]\(|:\/\//);
  });

  test('whatever is generated from the signs of Markdown stays itself', () => {
    const signs = fc.constantFrom(
      ...'*_`[]()<>#+-!~&;\\|.:/{}="\'$@1a Ä ',
      '](',
      '**',
      '&amp;',
      '1. ',
      '<b>',
      '\\*',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 40 }), (parts) => {
        const text = parts.join('').trim();
        const strict = markdownit();
        const tokens = strict.parse(asMarkdown(text), {});
        const kinds = [...tokens, ...tokens.flatMap((token) => token.children ?? [])].map(
          (token) => token.type,
        );
        expect(kinds.filter((kind) => !harmless.includes(kind))).toEqual([]);
        expect(readable(asMarkdown(text))).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });

  test('ordinary German needs no backslash', () => {
    const text = 'Amt 10.50 (z. B. IT-Standards), EB 17 & KGRZ – 5 < 6, 50 %, „Fachverfahren“ a_b: Ja!';
    expect(asMarkdown(text)).toBe(text);
  });

  test('line breaks become paragraphs, and none of them begins a list', () => {
    expect(
      kindsIn(asMarkdown('Erstens\n- zwei\r\n3. drei\u2028# vier')).filter((kind) => kind === 'inline'),
    ).toHaveLength(4);
    expect(kindsIn(asMarkdown('Erstens\n- zwei\r\n3. drei\u2028# vier'))).not.toContain('list_item_open');
  });

  test('a date function of the clients is not run', () => {
    expect(asMarkdown('{{DATE(2026-11-24T00:00:00Z)}}')).not.toContain('{{');
  });
});

describe('text anywhere', () => {
  test.each([asMarkdown, asPlain])(
    'loses mentions, control characters and reversed reading order',
    (clean) => {
      expect(clean('<at>Stadtvorstand</at> ja\u0000\u0007 \u202eNIEN\u202c')).toBe('Stadtvorstand ja NIEN');
    },
  );

  test('a mention inside a mention does not survive', () => {
    expect(asPlain('<<at>at>x</<at>at>')).not.toMatch(/<\/?at>/);
    expect(asPlain('<\u0000at>x</\u0000at>')).toBe('x');
  });

  test('becomes one line where nothing is rendered, and keeps its signs', () => {
    expect(asPlain('a\n\n*b* [c](d)\t_e_')).toBe('a *b* [c](d) _e_');
  });
});
