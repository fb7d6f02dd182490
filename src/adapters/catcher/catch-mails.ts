import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { type Caught, takeApart } from './caught.ts';

/** A mail server on this machine that delivers nothing. */
export type Catching = {
  readonly smtpUrl: string;
  /** The newest first. */
  readonly mails: () => readonly Caught[];
  stop(): Promise<void>;
};

/** Older ones are forgotten. */
const mostMails = 500;
const largest = 10 * 1024 * 1024;

/** Takes every mail from this machine and keeps it in memory. */
export async function catchMails(now: () => Date): Promise<Catching> {
  const mails: Caught[] = [];
  let number = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    size: largest,
    logger: false,
    closeTimeout: 500,
    onData: (stream, _session, done) => {
      buffer(stream)
        .then(async (bytes) => {
          number += 1;
          const caught = await takeApart(new Uint8Array(bytes), number, now().toISOString());
          mails.unshift(caught);
          mails.length = Math.min(mails.length, mostMails);
        })
        .then(() => done(), done);
    },
  });
  // Who hangs up in the middle is no reason to end.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails: () => mails,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
