import { describe, expect, test } from '@jest/globals';
import { createVerdicts } from '../../../src/adapters/teams/verdicts.ts';

const occasion = {
  authorization: 'Bearer a.b.c',
  channelId: 'msteams',
  serviceUrl: 'https://a.example.org/',
};
const minute = 60_000;
const now = Date.UTC(2026, 10, 24, 9);
const inSeconds = (ms: number) => ms / 1000;

describe('that a token is right', () => {
  test('is remembered for five minutes', () => {
    const verdicts = createVerdicts<string>();
    verdicts.remember(occasion, 'Teams', inSeconds(now + 60 * minute), now);
    expect(verdicts.recall(occasion, now + 5 * minute - 1)).toBe('Teams');
    expect(verdicts.recall(occasion, now + 5 * minute)).toBeUndefined();
  });

  test('is remembered only until the token ends', () => {
    const verdicts = createVerdicts<string>();
    verdicts.remember(occasion, 'Teams', inSeconds(now + minute), now);
    expect(verdicts.recall(occasion, now + minute - 1)).toBe('Teams');
    expect(verdicts.recall(occasion, now + minute)).toBeUndefined();
  });

  test('is not remembered when the clock was put back', () => {
    const verdicts = createVerdicts<string>();
    verdicts.remember(occasion, 'Teams', inSeconds(now + 60 * minute), now);
    expect(verdicts.recall(occasion, now - 60 * minute)).toBeUndefined();
  });

  test.each([
    ['another token', { authorization: 'Bearer a.b.d' }],
    ['another channel', { channelId: 'webchat' }],
    ['another address', { serviceUrl: 'https://b.example.org/' }],
    ['no channel', { channelId: undefined }],
  ])('says nothing about %s', (_what, other) => {
    const verdicts = createVerdicts<string>();
    verdicts.remember(occasion, 'Teams', inSeconds(now + 60 * minute), now);
    expect(verdicts.recall({ ...occasion, ...other }, now)).toBeUndefined();
  });
});
