import type { Text } from './text.ts';

/**
 * An expected "no": the asker did something that cannot be done and is told what to do next.
 * Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly text: Text;
  /** Where it goes on, when that is another place. */
  readonly link: { readonly title: Text; readonly url: string } | undefined;

  /** @param code stable, kebab-case, for logs and tests; @param text what the person reads, with the next step. */
  constructor(code: string, text: Text, link?: Refusal['link']) {
    // A no has a code, not a place: views try dozens of acts for one card, and a stack each would cost more than the rest.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(code);
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'Refusal';
    this.code = code;
    this.text = text;
    this.link = link;
  }
}

/** Whether a guard lets through; what is broken is thrown as ever. */
export async function isGranted(guard: () => unknown): Promise<boolean> {
  try {
    await guard();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
