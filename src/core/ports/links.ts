/** What a link is made for. */
export type NewLink = {
  /** Path of the page that it opens, see `PageRoute`: it opens no other. */
  readonly page: string;
  /**
   * Ids: one person and what they may see or answer. A link belongs to one person. An entry `language` says in which
   * language its page is shown: that of the letter it stands in.
   */
  readonly subject: Readonly<Record<string, string>>;
  /** ISO 8601 UTC. */
  readonly expiresAt: string;
};

export type OpenedLink =
  | { readonly state: 'valid'; readonly subject: Readonly<Record<string, string>> }
  /** Never existed, or opens another page. */
  | { readonly state: 'unknown' }
  | { readonly state: 'expired' }
  | { readonly state: 'withdrawn' };

/** Personal links to pages: whoever has the address is the person it was sent to, so it cannot be guessed. */
export type Links = {
  /** A new link each time: only its fingerprint is kept. @returns its whole address */
  make(link: NewLink): Promise<string>;
  open(page: string, token: string, now: Date): Promise<OpenedLink>;
  /** Withdraws every link to the page whose subject has these entries, e.g. all of a meeting. @param at ISO 8601 UTC */
  withdraw(page: string, subject: Readonly<Record<string, string>>, at: string): Promise<void>;
};
