import { Agent as HttpAgent } from 'node:http';
import { Agent } from 'node:https';
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createBoundedMap } from '../../../core/bounded-map.ts';

type Caller = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type Factory = NonNullable<Caller['connectorFactory']>;
type Client = Awaited<ReturnType<Factory['create']>>;

/** The part of the SDK's connector client that its types keep to themselves. */
type Pipeline = { removePolicy(which: { name: string }): void; addPolicy(policy: Policy): void };
type Request = { readonly url: string; timeout: number; agent?: HttpAgent };
type Policy = {
  readonly name: string;
  sendRequest<Q extends Request, A>(request: Q, next: (request: Q) => Promise<A>): Promise<A>;
};

/**
 * The SDK's own connections are kept until the other side closes them, and a message into one that is just being
 * closed is lost: whether it arrived, nobody knows. Node leaves one in time, and reads from the answer how long the other
 * side keeps it, only where a time is set. Shorter than what load balancers allow, in milliseconds.
 */
const idle = { keepAlive: true, timeout: 30_000 };
const agents = { 'http:': new HttpAgent(idle), 'https:': new Agent(idle) };

/**
 * Keeps one connector client per service URL, because the SDK makes a new one for every turn, and takes its
 * retries away: they would repeat a message that may have arrived and hold the turn for seconds.
 */
export function createConnectors(patience: number): (caller: Caller) => Caller {
  const kept = createKeptClients(patience);
  return (caller) =>
    caller.connectorFactory ? { ...caller, connectorFactory: kept(caller.connectorFactory) } : caller;
}

/** The same for writing first, where the SDK asks the authentication itself for a factory. */
export function withKeptConnectors(
  authentication: ConfigurationBotFrameworkAuthentication,
  patience: number,
): ConfigurationBotFrameworkAuthentication {
  const make = authentication.createConnectorFactory.bind(authentication);
  const kept = createKeptClients(patience);
  authentication.createConnectorFactory = (claims) => kept(make(claims));
  return authentication;
}

function createKeptClients(patience: number): (own: Factory) => Factory {
  const clients = createBoundedMap<Promise<Client>>(50);
  return (own) => ({
    create(serviceUrl, audience) {
      const known = clients.get(serviceUrl);
      if (known) return known;
      const made = own.create(serviceUrl, audience).then((client) => sendingOnce(client, patience));
      clients.set(serviceUrl, made);
      made.catch(() => clients.delete(serviceUrl));
      return made;
    },
  });
}

function sendingOnce(client: Client, patience: number): Client {
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'inTimeOnConnectionsThatLive',
    sendRequest: (request, next) => {
      request.timeout = patience;
      // A proxy of the surroundings brings its own.
      request.agent ??= request.url.startsWith('https:') ? agents['https:'] : agents['http:'];
      return next(request);
    },
  });
  return client;
}
