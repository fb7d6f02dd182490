import type { Ask, Block, TabName, TabPage } from '../core/tab.ts';
import type { Host } from './host.ts';

/** What came back for something that was said. */
export type Said = {
  readonly card: Readonly<Record<string, unknown>>;
  readonly summary: string;
  readonly notice: boolean;
  /** Why nothing came of it. */
  readonly nothingDone?: string | undefined;
  /** The case that the card shows. */
  readonly about?: string | undefined;
};

/** Why there is no answer; the page has words for each. */
export type Trouble = 'offline' | 'unknown' | 'too-fast' | 'failed';
export class Failed extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** What became of a file. */
export type Kept = { readonly isKept: boolean; readonly said: string };

export type Api = {
  readonly page: (tab: TabName) => Promise<TabPage>;
  /** Whether something else stands there than what was loaded. @param known `state` of what was loaded */
  readonly isStale: (tab: TabName, known: string) => Promise<boolean>;
  readonly detail: (tab: TabName, id: string) => Promise<readonly Block[]>;
  readonly say: (ask: Ask) => Promise<Said>;
  /** A file of a case. */
  readonly file: (of: string, id: string) => Promise<Blob>;
  readonly addFile: (of: string, file: File) => Promise<Kept>;
};

/** Speaks with the server the page came from; with a fresh token each time, which Teams keeps for us. */
export function createApi({ token, as, language }: Pick<Host, 'token' | 'as' | 'language'>): Api {
  const ask = async (
    path: string,
    query: Record<string, string>,
    body?: object | File,
  ): Promise<Response> => {
    const params = new URLSearchParams({ ...query, lang: language, ...(as ? { as } : {}) });
    const bearer = await token().catch(() => {
      throw new Failed('unknown');
    });
    const response = await fetch(`/tab/api/${path}?${params}`, {
      ...(body ? { method: 'POST', body: body instanceof File ? body : JSON.stringify(body) } : {}),
      headers: {
        ...(body
          ? { 'content-type': body instanceof File ? 'application/octet-stream' : 'application/json' }
          : {}),
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      },
    }).catch(() => {
      throw new Failed('offline');
    });
    if (!response.ok) throw new Failed(troubles[response.status] ?? 'failed');
    return response;
  };
  const call = async <T>(...asked: Parameters<typeof ask>): Promise<T> =>
    (await ask(...asked)).json() as Promise<T>;
  return {
    page: (tab) => call('page', { tab }),
    isStale: async (tab, known) => !('isSame' in (await call<object>('page', { tab, known }))),
    detail: async (tab, id) => (await call<{ blocks: readonly Block[] }>('detail', { tab, id })).blocks,
    say: (said) => call('say', {}, said),
    file: async (of, file) => (await ask('file', { case: of, file })).blob(),
    addFile: (of, file) => call('upload', { case: of, name: file.name }, file),
  };
}

const troubles: Readonly<Record<number, Trouble>> = {
  401: 'unknown',
  429: 'too-fast',
  502: 'offline',
  503: 'offline',
  504: 'offline',
};
