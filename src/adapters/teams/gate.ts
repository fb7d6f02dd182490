import { isLoopback } from '../../core/loopback.ts';
import type { Incoming } from './incoming.ts';
import { expectsReplies } from './incoming.ts';

/** Who may come in. `local` is for development: no tokens there, so nobody but this machine. */
export type GatePolicy =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'tenant';
      readonly appId: string;
      readonly tenantId: string;
      /** Exact host names that replies may be sent to. */
      readonly connectorHosts: readonly string[];
    };

/** Why an activity is turned away. `status` is what the sender gets. */
export type Denial = { readonly code: string; readonly status: number; readonly message: string };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const deny = (code: string, message: string, status = 403): Denial => ({ code, status, message });

/** Own check behind the SDK's token check. `undefined` means: come in. */
export function gate(policy: GatePolicy, activity: Incoming, remoteAddress: string): Denial | undefined {
  return policy.kind === 'local' ? localGate(policy, activity, remoteAddress) : tenantGate(policy, activity);
}

/** Whether messages may be sent to this address. */
export function mayWriteTo(policy: GatePolicy, serviceUrl: string | null | undefined): boolean {
  const url = urlOf(serviceUrl);
  if (policy.kind === 'local') return isLoopback(url?.hostname ?? '');
  return url?.protocol === 'https:' && url.port === '' && policy.connectorHosts.includes(url.hostname);
}

function localGate(policy: GatePolicy, activity: Incoming, remoteAddress: string): Denial | undefined {
  if (!isLoopback(remoteAddress)) return deny('not-loopback', 'Development mode answers this machine only.');
  if (!['msteams', 'emulator', null, undefined].includes(activity.channelId)) {
    return deny('wrong-channel', 'channelId must be "msteams".', 400);
  }
  if (!activity.conversation?.id) return deny('no-conversation', 'conversation.id is missing.', 400);
  if (!activity.from?.aadObjectId && !activity.from?.id) {
    return deny('no-identity', 'from.aadObjectId is missing.', 400);
  }
  if (mustSend(activity) && !mayWriteTo(policy, activity.serviceUrl)) {
    return deny('wrong-service-url', 'serviceUrl must be on this machine, or use "expectReplies".', 400);
  }
  return undefined;
}

function tenantGate(policy: Extract<GatePolicy, { kind: 'tenant' }>, activity: Incoming): Denial | undefined {
  if (activity.channelId !== 'msteams') return deny('wrong-channel', 'This bot is for Microsoft Teams.');
  const tenants = [activity.conversation?.tenantId, activity.channelData?.tenant?.id];
  if (!tenants.every((tenant) => equalIds(tenant, policy.tenantId))) {
    return deny('wrong-tenant', 'This bot belongs to another organisation.');
  }
  const recipient = activity.recipient?.id?.replace(/^28:/, '');
  if (!equalIds(recipient, policy.appId)) return deny('wrong-recipient', 'This is not for this bot.');
  if (!mayWriteTo(policy, activity.serviceUrl)) {
    return deny('wrong-service-url', 'serviceUrl is not a known address of Microsoft Teams.');
  }
  if (!activity.conversation?.id) return deny('no-conversation', 'conversation.id is missing.', 400);
  if (!guid.test(activity.from?.aadObjectId ?? '')) {
    return deny('no-identity', 'from.aadObjectId is missing.', speaks(activity) ? 403 : 200);
  }
  return undefined;
}

/** Somebody wants an answer. Teams' own notices (a member left, …) may come without a person and are dropped. */
const speaks = (activity: Incoming): boolean =>
  activity.type.startsWith('message') || activity.type === 'invoke';

/** A message whose answer goes out as a request of its own. */
const mustSend = (activity: Incoming): boolean =>
  activity.type.startsWith('message') && !expectsReplies(activity);

const urlOf = (url: string | null | undefined): URL | undefined => URL.parse(url ?? '') ?? undefined;

const equalIds = (one: string | null | undefined, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();
