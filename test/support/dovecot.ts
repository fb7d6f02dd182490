import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** A real IMAP server on this machine, with one mailbox. */
export type ImapServer = {
  readonly url: string;
  stop(): Promise<void>;
};

const usual = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'];

/** The IMAP server that the tests start; `DOVECOT_PATH`, or one that is installed. */
export const findDovecot = (): string | undefined =>
  [process.env.DOVECOT_PATH, ...usual].find((path) => path !== undefined && existsSync(path));

/**
 * Its path; on Debian as root it is installed when it is missing.
 * @throws Error with the one line that says what to do
 */
export function needDovecot(): string {
  const path = findDovecot() ?? installed();
  if (!path)
    throw new Error(
      'The tests of the mailbox need Dovecot: run "sudo apt-get install dovecot-imapd", or set DOVECOT_PATH.',
    );
  return path;
}

function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('The tests of the mailbox need Dovecot: installing it with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'dovecot-imapd'],
  ]) {
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return findDovecot();
}

if (import.meta.main) {
  try {
    needDovecot();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

/** Nobody's own: Dovecot gives no mail to root. */
const mailer = 65534;

/** Starts it in a folder of its own, as whoever runs the tests; as root the mails belong to nobody. */
export async function startDovecot(): Promise<ImapServer> {
  const program = needDovecot();
  const isRoot = process.getuid?.() === 0;
  const folder = await mkdtemp(join(tmpdir(), 'lotse-imap-'));
  const mail = join(folder, 'mail');
  await mkdir(mail);
  await chmod(folder, 0o755);
  if (isRoot) await chown(mail, mailer, mailer);
  const port = await freePort();
  const me = userInfo().username;
  const [uid, gid] = isRoot ? [mailer, mailer] : [process.getuid?.(), process.getgid?.()];
  await writeFile(
    join(folder, 'dovecot.conf'),
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${mail}
first_valid_uid = 1
${isRoot ? '' : `default_internal_user = ${me}\ndefault_login_user = ${me}\ndefault_internal_group = ${me}\n`}
passdb {
  driver = static
  args = password=geheim
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${mail}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`,
  );
  const server = spawn(program, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  await answering(server, port, folder);
  return {
    url: `imap://lotse:geheim@127.0.0.1:${port}/INBOX`,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** @throws Error with its log when it does not come up */
async function answering(server: ChildProcess, port: number, folder: string): Promise<void> {
  for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await new Promise<boolean>((done) => {
      socket.once('data', () => done(true));
      socket.once('error', () => done(false));
      socket.once('close', () => done(false));
    });
    socket.destroy();
    if (isThere) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  server.kill('SIGKILL');
  throw new Error(`Dovecot does not answer: ${await readFile(join(folder, 'log'), 'utf8').catch(() => '')}`);
}
