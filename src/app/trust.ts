import { readFileSync } from 'node:fs';
import type { BotIdentity } from '../adapters/teams/authentication.ts';
import type { GatePolicy } from '../adapters/teams/gate.ts';
import type { Config, ProductionConfig } from './config.ts';

/** As whom the bot signs in, and whom it lets in. */
export function trust(config: Config): { readonly identity: BotIdentity; readonly policy: GatePolicy } {
  if (config.mode !== 'production') return { identity: { type: 'anonymous' }, policy: { kind: 'local' } };
  const { identity, connectorHosts } = config;
  const { appId, tenantId } = identity;
  return { identity: withKey(identity), policy: { kind: 'tenant', appId, tenantId, connectorHosts } };
}

function withKey(identity: ProductionConfig['identity']): BotIdentity {
  if (identity.type !== 'certificate') return identity;
  const { keyFile, ...rest } = identity;
  return { ...rest, privateKey: readFileSync(keyFile, 'utf8') };
}
