/** What was looked at, what it came to, and what to do when it is not well. */
export type Finding = {
  readonly state: 'well' | 'doubtful' | 'wrong';
  readonly what: string;
  readonly remedy?: string | undefined;
};

export const well = (what: string): Finding => ({ state: 'well', what });
export const doubtful = (what: string, remedy: string): Finding => ({ state: 'doubtful', what, remedy });
export const wrong = (what: string, remedy: string): Finding => ({ state: 'wrong', what, remedy });

export const reasonOf = (error: unknown): string => {
  const { message, code, cause } = error as { message?: string; code?: string; cause?: unknown };
  const inner = (cause as { code?: string } | undefined)?.code;
  return [message, code ?? inner].filter(Boolean).join(', ');
};
