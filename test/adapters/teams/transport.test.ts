import { openBotbuilder } from '../../../src/adapters/teams/botbuilder/transport.ts';
import { transportContract } from '../../support/transport-contract.ts';

// Loaded afterwards: it requires `jose`, which jest does not allow while the same graph is being imported.
const { openAgents } = await import('../../../src/adapters/teams/agents/transport.ts');

transportContract('botbuilder', openBotbuilder);
transportContract('agents-hosting', openAgents);
