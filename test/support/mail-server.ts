import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: Email;
};

export type MailServer = {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  close(): Promise<void>;
};

/** What the server has against a mail. */
export type Objections = {
  readonly recipient?: { readonly status: number; readonly text: string };
  readonly sender?: { readonly status: number; readonly text: string };
  readonly message?: { readonly status: number; readonly text: string };
  /** The only account that may send. */
  readonly account?: { readonly user: string; readonly password: string };
};

/** A real SMTP server on loopback that keeps what it gets. */
export async function startMailServer(objections: Objections = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const no = (objection: { status: number; text: string } | undefined) =>
    objection && Object.assign(new Error(objection.text), { responseCode: objection.status });
  const { account } = objections;
  const server = new SMTPServer({
    authOptional: account === undefined,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) =>
      username === account?.user && password === account?.password
        ? done(null, { user: username })
        : done(Object.assign(new Error('Invalid credentials'), { responseCode: 535 })),
    onMailFrom: (_address, _session, done) => done(no(objections.sender)),
    onRcptTo: (_address, _session, done) => done(no(objections.recipient)),
    onData: (stream, { envelope }, done) => {
      void buffer(stream).then(async (bytes) => {
        const raw = bytes.toString('latin1');
        if (!objections.message) {
          received.push({
            from: envelope.mailFrom ? envelope.mailFrom.address : '',
            to: envelope.rcptTo.map(({ address }) => address),
            raw,
            mail: await PostalMime.parse(bytes),
          });
        }
        done(no(objections.message));
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const login = account ? `${encodeURIComponent(account.user)}:${encodeURIComponent(account.password)}@` : '';
  return {
    url: `smtp://${login}127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Where an unwell server stops: it falls silent, or cuts the connection. */
export type Illness = {
  readonly at: 'greeting' | 'RCPT' | 'in the message' | 'after the message';
  readonly does: 'hangs' | 'drops' | { readonly says: string };
};

/** A server that follows the protocol up to one point. */
export async function startIllServer({ at, does }: Illness): Promise<{ url: string; close(): void }> {
  const sockets = new Set<Socket>();
  const fall = (socket: Socket) => {
    if (does === 'drops') socket.destroy();
    else if (does !== 'hangs') socket.write(`${does.says}\r\n`);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (at === 'greeting') return fall(socket);
    socket.write('220 ill.example.org ESMTP\r\n');
    let inMessage = false;
    let tail = '';
    socket.on('data', (chunk) => {
      tail = `${tail}${chunk.toString('latin1')}`.slice(-4096);
      if (inMessage) {
        if (at === 'in the message') return fall(socket);
        if (tail.endsWith('\r\n.\r\n')) fall(socket);
        return;
      }
      if (!tail.endsWith('\r\n')) return;
      const command = tail.slice(0, 4).toUpperCase();
      tail = '';
      if (command === at) return fall(socket);
      if (command === 'DATA') inMessage = true;
      socket.write(command === 'DATA' ? '354 go on\r\n' : '250 ok\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
