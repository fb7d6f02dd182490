import pino, { type DestinationStream } from 'pino';
import type { Log } from '../../core/ports/log.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Fields that could carry what people wrote. They never reach a log line, whoever passes them. */
const written = new Set(['text', 'question', 'message', 'summary', 'title', 'value', 'data', 'body', 'card']);

/**
 * JSON lines on standard output (or `destination`): `{level, time, event, …fields}`. Control characters are
 * replaced, so that a line stays a line and no terminal is steered by it. Nobody waits for a line to be written; the last
 * ones are written when the process ends.
 */
export function createJsonLog(level: LogLevel = 'info', destination?: DestinationStream): Log {
  const lines = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
  return {
    info: (event, fields) => lines.info(clean(fields), event),
    warn: (event, fields) => lines.warn(clean(fields), event),
    error: (event, fields) => lines.error(clean(fields), event),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function clean(fields: Fields = {}): Fields {
  const kept = Object.entries(fields).filter(([name]) => !written.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, printable(value)]));
}

function printable(value: unknown): unknown {
  if (typeof value === 'string') return oneLine(value);
  if (value instanceof Error) return describe(value);
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value === 'object' && value !== null) return clean(value as Fields);
  return value;
}

const describe = (error: Error): Fields => ({
  name: oneLine(error.name),
  reason: oneLine(error.message),
  stack: error.stack?.split('\n').slice(1).map(oneLine),
  ...(error.cause instanceof Error ? { cause: describe(error.cause) } : {}),
});

const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 1000);
