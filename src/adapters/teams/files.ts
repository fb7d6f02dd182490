import { z } from 'zod';
import type { FileLimits, Lost, SentFile } from '../../core/files/sent.ts';
import { isLoopback } from '../../core/loopback.ts';
import type { Log } from '../../core/ports/log.ts';
import { type GatePolicy, mayWriteTo } from './gate.ts';
import type { Incoming } from './incoming.ts';
import { scopeOf } from './to-turn.ts';

/*
 * Files that come with a message. In somebody's own chat Teams says where a file can be loaded: from the person's OneDrive
 * by an address that is good for some minutes, or, of a picture that was pasted, from the channel with the bot's own token.
 */

const Attachment = z.looseObject({
  contentType: z.string().max(200),
  name: z.string().max(400).nullish().catch(undefined),
  contentUrl: z.string().max(4000).nullish().catch(undefined),
  content: z.unknown().optional(),
});
const DownloadInfo = z.looseObject({ downloadUrl: z.string().max(4000) });
const downloadInfo = 'application/vnd.microsoft.teams.file.download.info';

/** One file of a message, before it is loaded. */
type Announced = { readonly name: string } & (
  | { readonly url: string; readonly from: 'storage' | 'channel' }
  | { readonly lost: Lost }
);

/** Cards, quotes and the text itself in HTML are attachments, too. */
const noFile =
  /^(?:text\/html|application\/vnd\.microsoft\.card\.|application\/vnd\.microsoft\.teams\.card\.|messageReference|forwardedMessageReference|application\/vnd\.microsoft\.teams\.messaging-)/i;
const mostAtOnce = 10;

/** What files a message brings; nothing is loaded yet. */
export function announcedIn(activity: Incoming): readonly Announced[] {
  if (activity.type !== 'message' && activity.type !== 'messageUpdate') return [];
  const all = (activity.attachments ?? []).slice(0, 50).flatMap((one): readonly Announced[] => {
    const attachment = Attachment.safeParse(one).data;
    if (!attachment || noFile.test(attachment.contentType)) return [];
    const name = attachment.name || 'Bild';
    if (activity.type === 'messageUpdate') return [{ name, lost: 'edited' }];
    if (scopeOf(activity) !== 'personal') return [{ name, lost: 'only-personal' }];
    if (attachment.contentType === downloadInfo) {
      const url = DownloadInfo.safeParse(attachment.content).data?.downloadUrl;
      return [url ? { name, url, from: 'storage' } : { name, lost: 'not-loaded' }];
    }
    if (!/^image\//i.test(attachment.contentType)) return [{ name, lost: 'wrong-type' }];
    const { contentUrl } = attachment;
    return [contentUrl ? { name, url: contentUrl, from: 'channel' } : { name, lost: 'not-loaded' }];
  });
  return all.map((one, at) => (at < mostAtOnce ? one : { name: one.name, lost: 'too-many' }));
}

export type LoadParts = {
  readonly policy: GatePolicy;
  readonly limits: Pick<FileLimits, 'bytes'>;
  readonly log: Log;
  /** How long all files of a message may take together, in milliseconds; tests are less patient. */
  readonly patience?: number | undefined;
};

/** The sender waits for an answer, and another instance would take over soon after, in milliseconds. */
const usualPatience = 8000;

/** @param token the bot's own for the channel, without which pasted pictures are not given out */
export type Load = (
  announced: readonly Announced[],
  token: () => Promise<string | undefined>,
) => Promise<readonly SentFile[]>;

export function createLoading({ policy, limits, log, patience = usualPatience }: LoadParts): Load {
  return async (announced, token) => {
    const signal = AbortSignal.timeout(patience);
    return Promise.all(
      announced.map(async (one): Promise<SentFile> => {
        if ('lost' in one) return one;
        const { name, url, from } = one;
        if (!mayLoad(policy, url, from)) {
          log.warn('file-address-refused', { host: URL.parse(url)?.hostname });
          return { name, lost: 'not-loaded' };
        }
        try {
          const bearer = from === 'channel' ? await token() : undefined;
          const headers: Record<string, string> = bearer ? { authorization: `Bearer ${bearer}` } : {};
          return { name, ...(await loaded(url, headers, limits.bytes, signal)) };
        } catch (error) {
          log.warn('file-not-loaded', { error });
          return { name, lost: 'not-loaded' };
        }
      }),
    );
  };
}

/** Where people's files lie. Whoever writes an activity must not make the server ask just anybody. */
const storage = /(^|\.)(?:sharepoint\.(?:com|us|de)|sharepoint-df\.com|1drv\.com|svc\.ms)$/i;

function mayLoad(policy: GatePolicy, address: string, from: 'storage' | 'channel'): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  if (policy.kind === 'local') return isLoopback(url.hostname) && /^https?:$/.test(url.protocol);
  if (from === 'channel') return mayWriteTo(policy, address);
  return url.protocol === 'https:' && url.port === '' && storage.test(url.hostname);
}

async function loaded(
  url: string,
  headers: Readonly<Record<string, string>>,
  longest: number,
  signal: AbortSignal,
): Promise<{ readonly content: Uint8Array } | { readonly lost: Lost }> {
  const response = await fetch(url, { headers, signal, redirect: 'error' });
  if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > longest) return { lost: 'too-large' };
    chunks.push(chunk);
  }
  return { content: Buffer.concat(chunks) };
}
