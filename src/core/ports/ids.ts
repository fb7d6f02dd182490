/** Makes ids that are unique and not guessable. */
export type Ids = { next(): string };
