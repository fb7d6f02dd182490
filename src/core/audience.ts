import type { Feature } from './feature.ts';
import { Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/**
 * The one rule about who reads along. What people type, press and get to see is for their own chat with Lotse. Elsewhere
 * everybody reads it, so there only runs what says `anywhere`, and only a reply is shown that says so too: an intent that
 * everybody may use can still lead to something that is one person's, such as a form. A feature that says nothing is
 * private; forgetting it costs a hint, not a secret.
 *
 * In a group no message is said to show a case: whoever keeps it up to date would draw it for one person, before all.
 */
export function keepingPrivate(feature: Feature): Feature {
  const { otherwise, welcome } = feature;
  return {
    ...feature,
    intents: feature.intents.map(guarded),
    actions: feature.actions.map(guarded),
    ...(otherwise ? { otherwise: guarded(otherwise) } : {}),
    ...(welcome ? { welcome: async (turn) => forAllToRead(turn, await welcome(turn)) } : {}),
  };
}

/** Whether nobody reads along. */
export const isPrivate = ({ scope }: Pick<Turn, 'scope'>): boolean => scope === 'personal';

/** Stands for a person who has no part in anything: what they may see everybody may. */
export const anybody = 'anybody';

/** Something that everybody may read. */
export const forEverybody = (reply: Reply): Reply => ({ ...reply, anywhere: true });

type Handled<T extends Turn> = {
  readonly anywhere?: boolean | undefined;
  readonly handle: (turn: T) => Promise<Reply>;
};

function guarded<T extends Turn, H extends Handled<T>>(handled: H & Handled<T>): H {
  const { anywhere, handle } = handled;
  return {
    ...handled,
    handle: async (turn: T) => {
      if (!isPrivate(turn) && !anywhere) throw inPrivate(turn);
      return forAllToRead(turn, await handle(turn));
    },
  };
}

/** @throws {Refusal} when others read along and the reply is not for them */
function forAllToRead(turn: Turn, reply: Reply): Reply {
  if (isPrivate(turn)) return reply;
  if (!reply.anywhere) throw inPrivate(turn);
  return { ...reply, about: undefined };
}

/** The code of that no. */
export const onlyInPersonalChat = 'only-in-personal-chat';

/** What is said where others read along to whoever wants something that is not for them. */
export const inPrivate = ({ ownChat }: Pick<Turn, 'ownChat'>): Refusal =>
  new Refusal(
    onlyInPersonalChat,
    {
      de: 'Das besprechen wir unter uns, im persönlichen Chat mit mir.',
      en: 'Let us talk about this between us, in your personal chat with me.',
    },
    ownChat
      ? { title: { de: 'Chat mit Lotse öffnen', en: 'Open the chat with Lotse' }, url: ownChat }
      : undefined,
  );
