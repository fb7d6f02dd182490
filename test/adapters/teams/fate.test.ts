import { describe, expect, test } from '@jest/globals';
import { fateOf } from '../../../src/adapters/teams/fate.ts';

const now = Date.parse('2026-11-24T08:00:00Z');
const answer = (statusCode: number, code?: string, retryAfter?: string) => ({
  name: 'RestError',
  statusCode,
  code,
  response: { headers: { get: (name: string) => (name === 'retry-after' ? retryAfter : undefined) } },
});

describe('what the connector answers to a message', () => {
  test.each([
    [answer(429, undefined, '7'), { outcome: 'later', reason: 'http-429', afterMs: 7000 }],
    [answer(429), { outcome: 'later', reason: 'http-429' }],
    [
      answer(429, undefined, 'Tue, 24 Nov 2026 08:00:30 GMT'),
      { outcome: 'later', reason: 'http-429', afterMs: 30_000 },
    ],
    [answer(429, undefined, 'soon'), { outcome: 'later', reason: 'http-429' }],
    [answer(429, undefined, '3600'), { outcome: 'later', reason: 'http-429', afterMs: 3_600_000 }],
    [answer(429, undefined, '3601'), { outcome: 'later', reason: 'http-429', afterMs: 3_600_000 }],
    [answer(429, undefined, '999999999999999'), { outcome: 'later', reason: 'http-429', afterMs: 3_600_000 }],
    [answer(503, undefined, '9'.repeat(400)), { outcome: 'unsure' }],
    [answer(429, undefined, '9'.repeat(400)), { outcome: 'later', reason: 'http-429', afterMs: 3_600_000 }],
    [
      answer(429, undefined, 'Fri, 24 Nov 2126 08:00:00 GMT'),
      { outcome: 'later', reason: 'http-429', afterMs: 3_600_000 },
    ],
    [
      answer(429, undefined, 'Mon, 24 Nov 2025 08:00:00 GMT'),
      { outcome: 'later', reason: 'http-429', afterMs: 0 },
    ],
    [answer(412), { outcome: 'later', reason: 'http-412' }],
    [answer(502), { outcome: 'later', reason: 'http-502' }],
    [answer(504), { outcome: 'later', reason: 'http-504' }],
    [
      answer(403, 'ConversationBlockedByUser'),
      { outcome: 'unreachable', reason: 'ConversationBlockedByUser' },
    ],
    [answer(403, 'MessageWritesBlocked'), { outcome: 'unreachable', reason: 'MessageWritesBlocked' }],
    [
      answer(403, 'BotNotInConversationRoster'),
      { outcome: 'unreachable', reason: 'BotNotInConversationRoster' },
    ],
    [answer(403), { outcome: 'unreachable', reason: 'http-403' }],
    [answer(403, 'Bot 28:1 is not part of it'), { outcome: 'unreachable', reason: 'http-403' }],
    [answer(404, 'ConversationNotFound'), { outcome: 'later', reason: 'suspect' }],
    [answer(404), { outcome: 'later', reason: 'suspect' }],
    [answer(401), { outcome: 'locked-out' }],
    [answer(413), { outcome: 'unreachable', reason: 'too-big' }],
    [answer(400, 'BadSyntax'), { outcome: 'unreachable', reason: 'BadSyntax' }],
    [answer(408), { outcome: 'unsure' }],
    [answer(500), { outcome: 'unsure' }],
    [answer(503), { outcome: 'unsure' }],
  ])('%j', (error, fate) => {
    expect(fateOf(error, 'send', now)).toEqual(fate);
  });
});

describe('what the connector answers to an update', () => {
  test.each([
    [answer(404, 'ActivityNotFoundInConversation'), { outcome: 'gone' }],
    [answer(403, 'MessageWritesBlocked'), { outcome: 'gone' }],
    [answer(404, 'ConversationNotFound'), { outcome: 'later', reason: 'suspect' }],
    [answer(413), { outcome: 'unreachable', reason: 'too-big' }],
    [answer(429, undefined, '1'), { outcome: 'later', reason: 'http-429', afterMs: 1000 }],
    [answer(500), { outcome: 'unsure' }],
  ])('%j', (error, fate) => {
    expect(fateOf(error, 'update', now)).toEqual(fate);
  });
});

describe('without an answer', () => {
  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])('%s means that nothing was sent', (code) => {
    expect(fateOf({ name: 'RestError', code }, 'send', now)).toEqual({ outcome: 'later', reason: code });
  });

  test.each([{ code: 'ECONNRESET' }, { name: 'AbortError' }, new Error('something else')])(
    '%p leaves it open',
    (error) => {
      expect(fateOf(error, 'send', now)).toEqual({ outcome: 'unsure' });
    },
  );
});

describe('when the bot gets no token', () => {
  test.each([
    ['a wrong secret', { name: 'ServerError', errorCode: 'invalid_client' }, 'locked-out'],
    ['an app that is gone', { name: 'ServerError', errorCode: 'unauthorized_client' }, 'locked-out'],
    ['no network', { name: 'ClientAuthError', errorCode: 'network_error' }, 'later'],
    ['a managed identity without rights', { name: 'AuthenticationError', statusCode: 400 }, 'locked-out'],
    ['a managed identity in trouble', { name: 'AuthenticationError', statusCode: 503 }, 'later'],
    ['no managed identity at hand', { name: 'CredentialUnavailableError' }, 'later'],
  ])('%s', (_name, error, outcome) => {
    expect(fateOf(error, 'send', now)).toMatchObject({ outcome });
  });
});
