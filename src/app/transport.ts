import type { OpenTransport } from '../adapters/teams/transport.ts';
import type { Config } from './config.ts';

/** The package that speaks to Teams. Only the chosen one is loaded. */
export async function transportOf({ transport = 'botbuilder' }: Config): Promise<OpenTransport> {
  switch (transport) {
    case 'botbuilder':
      return (await import('../adapters/teams/botbuilder/transport.ts')).openBotbuilder;
    case 'agents':
      return (await import('../adapters/teams/agents/transport.ts')).openAgents;
  }
}
