/** Contents of files by their ids. What they are called, whose they are and where they belong stands in documents. */
export type Files = {
  /** Durable when it resolves. An id that is taken keeps what it has. */
  keep(id: string, content: Uint8Array): Promise<void>;
  read(id: string): Promise<Uint8Array | undefined>;
  /** Removing what is not there is fine. */
  remove(id: string): Promise<void>;
  /** All of them, in the order of their ids; `keptAt` is ISO 8601 UTC. */
  list(): Promise<readonly { readonly id: string; readonly keptAt: string }[]>;
};
