import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { html, lines, safeUrl, sourceOf } from '../../src/core/html.ts';

describe('HTML with values', () => {
  test('escapes what is put in, joins lists and leaves out what is not there', () => {
    const items = ['a & b', '<c>'].map((item) => html`<li>${item}</li>`);
    const part = html`<ul title="${`"'`}">${items}</ul>${false}${undefined}${0}`;
    expect(sourceOf(part)).toBe('<ul title="&quot;&#39;"><li>a &amp; b</li><li>&lt;c&gt;</li></ul>0');
  });

  test('does not take an object from outside for HTML', () => {
    const pretended = JSON.parse('{"html":"<script>","Symbol(html)":"<script>"}');
    expect(() => sourceOf(html`${pretended}`)).toThrow();
  });

  test('never lets a value out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(sourceOf(html`<p title="${value}">${value}</p>`)).toMatch(
          /^<p title="[^<>"]*">[^<>"]*<\/p>$/s,
        );
      }),
    );
  });

  test('keeps line breaks', () => {
    expect(sourceOf(lines('a\n<b>\n\nc'))).toBe('a<br>&lt;b&gt;<br><br>c');
  });
});

test.each([
  ['https://example.org', true],
  ['HTTP://example.org', true],
  ['mailto:lotse@example.org', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//example.org', false],
  ['/beirat', false],
])('the address "%s" may be a link: %s', (url, may) => {
  expect(safeUrl(url) !== undefined).toBe(may);
});
