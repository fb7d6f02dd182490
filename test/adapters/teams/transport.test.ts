import { createTeamsDoor } from '../../../src/adapters/teams/door.ts';
import { createMessenger } from '../../../src/adapters/teams/messenger.ts';
import { transportContract } from '../../support/transport-contract.ts';

transportContract('botbuilder', { createDoor: createTeamsDoor, createMessenger });
