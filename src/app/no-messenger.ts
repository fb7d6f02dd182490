import type { Delivery, Messenger } from '../core/ports/messenger.ts';

const nowhere = async (): Promise<Delivery> => ({ outcome: 'unreachable', reason: 'no-messenger' });

/** For commands that answer and end: they write to nobody. */
export const noMessenger: Messenger = { send: nowhere, update: nowhere };
