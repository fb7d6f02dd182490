import { describe, expect, test } from '@jest/globals';
import { orderIn } from '../../src/core/order.ts';

describe('what is ordered about a numbered case', () => {
  test.each([
    ['B-2026/1 Sitzung absagen: keine Themen', 'absagen: keine Themen', 'Sitzung absagen: keine Themen'],
    ['B-2026/1 bitte absagen', 'absagen', 'bitte absagen'],
    ['B-2026/1 zusagen, danke', 'zusagen', 'zusagen'],
    ['Sitzung B-2026/1 absagen', 'absagen', 'absagen'],
    ['absagen B-2026/1', 'absagen', 'absagen'],
    ['B-2026/1', '', ''],
    ['B-2026/1 no', 'no', 'no'],
    ['B-2026/1 No.', 'No.', 'No.'],
    ['meeting no B-2026/1', '', ''],
    ['Nr. B-2026/1 absagen', 'absagen', 'absagen'],
  ])('in “%s” is “%s”, with its courtesy “%s”', (text, words, written) => {
    expect(orderIn(text)).toMatchObject({ id: 'B-2026-1', words, written });
  });

  test.each(['B-2026/1-03', 'B-2026/1-3', 'b 2026/1-03: erledigt'])('names a resolution: %s', (text) => {
    expect(orderIn(text)).toMatchObject({ id: 'B-2026-1', part: '03', label: 'B-2026/1-03' });
  });
});
