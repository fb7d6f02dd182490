import { expect, test } from '@jest/globals';
import { createJsonLog } from '../../../src/adapters/log/json-log.ts';

function record(level?: 'info' | 'error') {
  const lines: string[] = [];
  return { lines, log: createJsonLog(level, { write: (line: string) => void lines.push(line) }) };
}
const parsed = (lines: readonly string[]) => lines.map((line) => JSON.parse(line));

test('a line is one JSON object with level, time, event and fields', () => {
  const { lines, log } = record();
  log.info('started', { port: 3978 });
  expect(parsed(lines)).toEqual([
    { level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), event: 'started', port: 3978 },
  ]);
  expect(lines[0]?.indexOf('\n')).toBe((lines[0]?.length ?? 0) - 1);
});

test('what people wrote is left out wherever it stands', () => {
  const { lines, log } = record();
  log.warn('refused', { code: 'x', text: 'geheim', inner: { question: 'geheim', id: 7 }, data: ['geheim'] });
  expect(lines.join()).not.toContain('geheim');
  expect(parsed(lines)[0]).toMatchObject({ code: 'x', inner: { id: 7 } });
});

test('control characters are stripped, so that no terminal is steered', () => {
  const { lines, log } = record();
  log.info('request', { path: '/a\u001b[31m\r\nb\u202e', list: ['\u0007c'] });
  expect(parsed(lines)[0]).toMatchObject({ path: '/a [31m b', list: ['c'] });
});

test('an error is written with its stack and its cause', () => {
  const { lines, log } = record();
  log.error('bug', { error: new Error('outer', { cause: new TypeError('inner') }) });
  expect(parsed(lines)[0].error).toMatchObject({
    name: 'Error',
    reason: 'outer',
    stack: expect.arrayContaining([expect.stringContaining('json-log.test')]),
    cause: { name: 'TypeError', reason: 'inner' },
  });
});

test('what is below the level is left out', () => {
  const { lines, log } = record('error');
  log.info('started');
  log.error('bug');
  expect(parsed(lines).map(({ event }) => event)).toEqual(['bug']);
});
