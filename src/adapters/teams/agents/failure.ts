import type { Failure } from '../transport.ts';

/** What the package throws for an answer of the connector, and what `fetch` and MSAL do. */
type Thrown = {
  readonly status?: number;
  readonly response?: {
    readonly status?: number;
    readonly headers?: { get(name: string): string | null };
    readonly data?: unknown;
  };
  /** `fetch` says only that it failed; why is below. */
  readonly cause?: { readonly code?: unknown };
};

/** The same in the words of a transport. What is neither (no token, a fault of the program) stays as it is. */
export function failureOf(error: unknown): unknown {
  const { status, response, cause } = (error ?? {}) as Thrown;
  if (status !== undefined && response) {
    const code = (response.data as { error?: { code?: unknown } } | undefined)?.error?.code;
    return failed(error, { statusCode: status, response, ...(typeof code === 'string' ? { code } : {}) });
  }
  return typeof cause?.code === 'string' ? failed(error, { code: cause.code }) : error;
}

const failed = (cause: unknown, failure: Failure): Error & Failure =>
  Object.assign(new Error('the connector did not take it', { cause }), failure);
