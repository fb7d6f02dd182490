/** Structured log lines. Fields carry ids and codes, never what people wrote. */
export type Log = {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  /** An `error` field is written with its stack. */
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
};

/** For what nobody needs to read. */
export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
