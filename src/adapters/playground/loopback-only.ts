/**
 * Loaded into a Playground process before the Playground itself (`node --import`). The Playground would listen
 * on every network address, call home and outlive whoever started it; this keeps it on this machine, and ends
 * it with its parent.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type NetConnectOpts, Server, Socket } from 'node:net';
import { isLoopback, nameInHost } from '../../core/loopback.ts';

const home = '127.0.0.1';

/** The page may only load what its own server has: it would fetch fonts from the internet. */
const policy = "font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self' ws: data: blob:";

/** A page elsewhere could have its name made to point to this machine, or open a socket right away, and act as a person. */
const isFromHere = ({ headers: { host, origin } }: IncomingMessage): boolean =>
  isLoopback(nameInHost(host)) && (origin === undefined || isLoopback(URL.parse(origin)?.hostname ?? ''));

type Emit = (this: Server, event: string, ...args: readonly unknown[]) => boolean;
const emit = Server.prototype.emit as Emit;
Server.prototype.emit = function (this: Server, event: string, ...args: readonly unknown[]) {
  const [request] = args as readonly [IncomingMessage];
  if (!['request', 'upgrade'].includes(event) || isFromHere(request)) return emit.call(this, event, ...args);
  request.socket.destroy();
  return true;
} as Server['emit'];

type Listen = (this: Server, ...args: readonly unknown[]) => Server;
const listen = Server.prototype.listen as Listen;
Server.prototype.listen = function (this: Server, port: unknown, ...rest: readonly unknown[]) {
  if (typeof port !== 'number') throw new Error('The Playground may listen on a port of this machine only.');
  this.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
    response.setHeader('content-security-policy', policy);
  });
  return listen.call(this, port, home, ...rest.filter((argument) => typeof argument === 'function'));
} as Server['listen'];

type Connect = (this: Socket, ...args: unknown[]) => Socket;
const connect = Socket.prototype.connect as Connect;
Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  // Node's own callers wrap their arguments in a list.
  const target = (Array.isArray(args[0]) ? args[0][0] : args[0]) as NetConnectOpts;
  if ('port' in target && isLoopback(target.host ?? 'localhost')) return connect.apply(this, args);
  process.nextTick(() => this.destroy(new Error('The Playground may connect to this machine only.')));
  return this;
} as Socket['connect'];

// Also when the parent was killed and could not say good-bye.
process.once('disconnect', () => process.exit());
