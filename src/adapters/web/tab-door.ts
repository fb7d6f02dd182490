import { z } from 'zod';
import type { SentFile } from '../../core/files/sent.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Download } from '../../core/ports/pages.ts';
import type { Shown } from '../../core/shown.ts';
import { type Ask, type Block, type TabName, type TabPage, type TabVisit, tabNames } from '../../core/tab.ts';
import type { Language } from '../../core/text.ts';
import type { Actor } from '../../core/turn.ts';
import { createRateLimit } from './rate-limit.ts';
import type { SignedIn } from './single-sign-on.ts';
import type { TabFiles } from './tab-files.ts';

/** What the inside answers; rights are its business. */
export type TabAnswers = {
  readonly page: (tab: TabName, visit: TabVisit) => Promise<TabPage>;
  readonly detail: (tab: TabName, id: string, visit: TabVisit) => Promise<readonly Block[]>;
  readonly say: (ask: Ask, visit: TabVisit, turnId: string) => Promise<Shown>;
  /** A file of a case; `undefined` where there is none for them. */
  readonly file: (visit: TabVisit, id: string, file: string) => Promise<Download | undefined>;
  /** Adds a file to a case. */
  readonly upload: (
    visit: TabVisit,
    id: string,
    sent: SentFile,
  ) => Promise<{ readonly isKept: boolean; readonly said: string }>;
  /** The language that a person has chosen, else the one asked for. */
  readonly languageOf: (actor: Actor, asked: Language) => Promise<Language>;
};

/** Who sent a request: by a token, or by name where nobody else can ask. */
export type WhoIs = (request: {
  readonly authorization: string;
  readonly as: string;
  readonly address: string;
  readonly now: Date;
}) => Promise<SignedIn>;

export type TabRequest = {
  readonly authorization: string;
  /** The person that a developer wants to be. */
  readonly as: string;
  readonly address: string;
  readonly language: Language;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** What was sent, where something was. */
  readonly body?: unknown;
};
export type TabAnswer =
  | { readonly status: number; readonly body: object }
  | { readonly status: 200; readonly download: Download };

export type TabDoorParts = {
  readonly whoIs: WhoIs;
  readonly answers: TabAnswers;
  /** Built at the first look where nobody has built them before. */
  readonly files: () => Promise<TabFiles>;
  /** Bytes of the longest file that may be sent. */
  readonly longestFile: number;
  /** Which pages may show the tabs inside of them, as the content security policy says it. */
  readonly frameAncestors: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
};

/** The pages around the chat: token → person → the same views and acts. Never throws. */
export type TabDoor = Pick<TabDoorParts, 'files' | 'frameAncestors' | 'longestFile' | 'log'> & {
  readonly page: (request: TabRequest) => Promise<TabAnswer>;
  readonly detail: (request: TabRequest) => Promise<TabAnswer>;
  readonly say: (request: TabRequest) => Promise<TabAnswer>;
  readonly file: (request: TabRequest) => Promise<TabAnswer>;
  /** @param content `undefined` where it is longer than may be */
  readonly upload: (request: TabRequest, content: Uint8Array | undefined) => Promise<TabAnswer>;
};

const Name = z.enum(tabNames);
const Said: z.ZodType<Ask> = z.union([
  z.strictObject({ text: z.string().trim().min(1).max(4000) }),
  z.strictObject({ verb: z.string().min(1).max(200), data: z.record(z.string(), z.unknown()) }),
]);

/** A person clicks fast, and several decisions at once are one request each. */
const perPerson = { burst: 150, everyMs: 150 };

export function createTabDoor({ whoIs, answers, clock, ids, log, ...rest }: TabDoorParts): TabDoor {
  const isTooFast = createRateLimit(perPerson);

  /** Lets in who is known, and turns what goes wrong into an answer. */
  const guarded =
    (work: (request: TabRequest, visit: TabVisit) => Promise<TabAnswer>) =>
    async (request: TabRequest): Promise<TabAnswer> => {
      const now = clock.now();
      try {
        const signedIn = await whoIs({ ...request, now });
        if ('failed' in signedIn) return refused(signedIn, log);
        const { actor } = signedIn;
        if (isTooFast(actor.id, now.getTime()) > 0)
          return problem(429, 'too-fast', 'Too many requests. Please wait a moment.');
        const language = await answers.languageOf(actor, request.language);
        return await work(request, { actor, language, at: now.toISOString() });
      } catch (error) {
        const errorId = ids.next().slice(0, 8);
        log.error('bug', { errorId, error });
        return problem(500, 'internal', `Something went wrong here. It has been written down as ${errorId}.`);
      }
    };

  return {
    ...rest,
    log,
    page: guarded(async ({ query }, visit) => {
      const tab = Name.safeParse(query.tab).data;
      if (!tab) return noSuchTab;
      const page = await answers.page(tab, visit);
      // Whoever only wants to know whether something has changed gets no more than that.
      return { status: 200, body: query.known === page.state ? { isSame: true } : page };
    }),
    detail: guarded(async ({ query }, visit) => {
      const tab = Name.safeParse(query.tab).data;
      if (!tab) return noSuchTab;
      return {
        status: 200,
        body: { blocks: await answers.detail(tab, (query.id ?? '').slice(0, 200), visit) },
      };
    }),
    say: guarded(async ({ body }, visit) => {
      const said = Said.safeParse(body).data;
      if (!said) return problem(400, 'unreadable', 'Send {"text": …} or {"verb": …, "data": {…}}.');
      const shown = await answers.say(said, visit, ids.next());
      const { card, summary, inPlace, notice, nothingDone, language } = shown;
      // The card of one person about a case carries whose it is behind the number.
      const about = shown.about?.id.split(' ')[0];
      return { status: 200, body: { card, summary, inPlace, notice, nothingDone, language, about } };
    }),
    file: guarded(async ({ query }, visit) => {
      const download = await answers.file(visit, idIn(query.case), idIn(query.file));
      return download ? { status: 200, download } : noSuchFile;
    }),
    upload: (request, content) =>
      guarded(async ({ query }, visit) => {
        const name = (query.name ?? '').slice(0, 200);
        const sent: SentFile = content ? { name, content } : { name, lost: 'too-large' };
        return { status: 200, body: await answers.upload(visit, idIn(query.case), sent) };
      })(request),
  };
}

const idIn = (given = ''): string => given.slice(0, 80);

function refused({ failed, reason }: Extract<SignedIn, { failed: string }>, log: Log): TabAnswer {
  if (failed === 'unauthorized') {
    log.warn('tab-refused', { reason });
    return problem(401, 'unauthorized', 'Sign in: the token is missing, out of date or not for this app.');
  }
  log.error('tab-not-checked', { reason });
  return problem(503, 'keys-unavailable', 'The signing keys cannot be loaded. Try again in a moment.');
}

const noSuchFile: TabAnswer = {
  status: 404,
  body: { error: { code: 'no-such-file', message: 'There is no such file, or it is not for you.' } },
};

const noSuchTab: TabAnswer = {
  status: 404,
  body: { error: { code: 'no-such-tab', message: `The tabs are: ${tabNames.join(', ')}.` } },
};

const problem = (status: number, code: string, message: string): TabAnswer => ({
  status,
  body: { error: { code, message } },
});
