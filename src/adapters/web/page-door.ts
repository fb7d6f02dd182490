import type { SentFile } from '../../core/files/sent.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Links } from '../../core/ports/links.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Download, Form, Page, PageRoute, Visit } from '../../core/ports/pages.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Language } from '../../core/text.ts';
import { brokenPage, closedPage, tooOftenPage } from './page-errors.ts';
import { createRateLimit } from './rate-limit.ts';

/** A request for a page, as the server read it. */
export type PageRequest = {
  readonly path: string;
  readonly token: string;
  /** What was sent; absent when the page is only looked at. */
  readonly form?: Form | undefined;
  /** The files that came with it. */
  readonly files?: readonly SentFile[] | undefined;
  /** Where the request came from. */
  readonly address: string;
  readonly language: Language;
};
export type PageAnswer = (Page | Download) & { readonly retryAfterMs?: number | undefined };

/** Lets visitors in who have a valid link, and shows a friendly page to everybody else. Never throws. */
export type PageDoor = {
  readonly paths: readonly string[];
  /** Bytes of files that a form sent to a link may bring; `undefined` where the link is not valid. */
  room(path: string, token: string): Promise<number | undefined>;
  receive(request: PageRequest): Promise<PageAnswer>;
};

export type PageDoorParts = {
  readonly routes: readonly PageRoute[];
  readonly links: Pick<Links, 'open'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly ids: Ids;
};

/** A person needs few, a scanner some. */
const perLink = { burst: 30, everyMs: 2_000 };
/** An office may share one address. */
const perAddress = { burst: 120, everyMs: 500 };
/** What a link costs that does not exist: guessing is slow. */
const priceOfGuessing = 10;

/** @throws Error when two routes have the same path, or one that is not a plain path */
export function createPageDoor({ routes, links, clock, log, ids }: PageDoorParts): PageDoor {
  const byPath = new Map(routes.map((route) => [route.path, route]));
  if (byPath.size < routes.length) throw new Error('two pages have the same path');
  const odd = routes.find(({ path }) => !/^(\/[a-z0-9-]+)+$/.test(path));
  if (odd) throw new Error(`"${odd.path}" is no path for a page: write it like /beirat/antwort`);
  const byLink = createRateLimit(perLink);
  const byAddress = createRateLimit(perAddress);

  return {
    paths: [...byPath.keys()],
    async room(path, token) {
      try {
        const { state } = await links.open(path, token, clock.now());
        return state === 'valid' ? (byPath.get(path)?.longestFile ?? 0) : undefined;
      } catch (error) {
        log.error('bug', { path, error });
        return undefined;
      }
    },
    async receive({ path, token, form, files = [], address, language }) {
      const now = clock.now();
      const wait = byAddress(address, now.getTime()) || byLink(token, now.getTime());
      if (wait > 0) return { ...tooOftenPage(language), retryAfterMs: wait };
      try {
        const link = await links.open(path, token, now);
        const route = byPath.get(path);
        if (link.state !== 'valid' || !route) {
          if (link.state === 'unknown') byAddress(address, now.getTime(), priceOfGuessing);
          return closedPage(link.state === 'valid' ? 'unknown' : link.state, language);
        }
        const visit = { subject: link.subject, now, language: languageOf(link.subject) ?? language };
        return await answer(route, visit, form, files);
      } catch (error) {
        const errorId = ids.next().slice(0, 8);
        log.error('bug', { path, errorId, error });
        return brokenPage(errorId, language);
      }
    },
  };
}

/** A page speaks like the letter that led to it. */
const languageOf = ({ language }: Visit['subject']): Language | undefined =>
  language === 'de' || language === 'en' ? language : undefined;

async function answer(
  route: PageRoute,
  visit: Visit,
  form: Form | undefined,
  files: readonly SentFile[],
): Promise<Page | Download> {
  if (!form || !route.post) return route.get(visit);
  try {
    return await route.post(visit, form, files);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return withRefusal(error, await route.get(visit), visit.language);
  }
}

/** What cannot be done, above what is the case now. */
function withRefusal({ text }: Refusal, shown: Page | Download, language: Language): Page {
  const page: Page = 'body' in shown ? shown : { title: 'Lotse', language, body: [] };
  const note = { kind: 'note', tone: 'wrong', text: text[page.language] } as const;
  return { ...page, status: 409, body: [note, ...page.body] };
}
