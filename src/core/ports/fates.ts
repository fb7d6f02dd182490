/**
 * What became of a notice.
 *
 * | state | meaning |
 * |---|---|
 * | `waiting` | on its way, or tried again |
 * | `sent` | in the chat, or taken over by the mail server |
 * | `unclear` | nobody knows whether it arrived, and it is not tried again |
 * | `failed` | given up |
 * | `not-needed` | nothing was left to say, or something newer was said instead |
 */
export type Fate = {
  /** Id of the notice. */
  readonly notice: string;
  readonly state: 'waiting' | 'sent' | 'unclear' | 'failed' | 'not-needed';
  readonly channel?: 'teams' | 'mail' | undefined;
  /** Codes that say why it failed. */
  readonly reasons: readonly string[];
  /** When it came to this state, ISO 8601 UTC. */
  readonly since?: string | undefined;
};

/** What became of the notices about a case (`Notice.ref`). Kept for some weeks. */
export type Fates = (ref: string) => Promise<readonly Fate[]>;
