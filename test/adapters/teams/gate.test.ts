import { describe, expect, test } from '@jest/globals';
import { gate } from '../../../src/adapters/teams/gate.ts';
import { Incoming } from '../../../src/adapters/teams/incoming.ts';

const message = (over: object = {}) =>
  Incoming.parse({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'http://localhost:56150/_connector',
    from: { id: '29:x', aadObjectId: 'anybody' },
    conversation: { id: 'c' },
    ...over,
  });
const local = (over?: object, remote = '127.0.0.1') => gate({ kind: 'local' }, message(over), remote)?.code;

describe('the gate of development mode', () => {
  test.each(['127.0.0.1', '127.0.0.53', '::1', '::ffff:127.0.0.1'])('lets this machine in: %s', (remote) => {
    expect(local({}, remote)).toBeUndefined();
  });

  test.each(['10.0.0.7', '192.168.1.127', '::ffff:10.0.0.7', 'fe80::1', '127.0.0.1.evil.example.org', ''])(
    'keeps other machines out: "%s"',
    (remote) => {
      expect(local({}, remote)).toBe('not-loopback');
    },
  );

  test.each(['msteams', 'emulator', undefined, null])('knows the channel %s', (channelId) => {
    expect(local({ channelId })).toBeUndefined();
  });

  test('refuses other channels', () => {
    expect(local({ channelId: 'slack' })).toBe('wrong-channel');
  });

  test('sends answers to this machine only', () => {
    expect(local({ serviceUrl: 'http://127.0.0.1.evil.example.org/' })).toBe('wrong-service-url');
    expect(local({ serviceUrl: 'https://smba.trafficmanager.net/' })).toBe('wrong-service-url');
    expect(local({ serviceUrl: 'http://[::1]:9/' })).toBeUndefined();
  });

  test('needs somebody who asks, and a conversation', () => {
    expect(local({ from: undefined })).toBe('no-identity');
    expect(local({ from: {} })).toBe('no-identity');
    expect(local({ conversation: {} })).toBe('no-conversation');
  });
});
