import type { Shown } from '../../core/shown.ts';
import type { Actor } from '../../core/turn.ts';
import { chatOf } from './chat.ts';
import type { TeamsParts } from './door.ts';
import { mayWriteTo } from './gate.ts';
import type { Incoming } from './incoming.ts';
import { type Meaning, scopeOf } from './to-turn.ts';

/** Tells whoever remembers what the door learns by the way. What goes wrong with it never costs an answer. */
export type Noting = {
  heard(activity: Incoming, meaning: Meaning): Promise<void>;
  showed(activity: Incoming, shown: Shown, messageId: string | null | undefined, at: string): Promise<void>;
};

export function createNoting({ encounters, policy, log }: TeamsParts): Noting {
  const safely = async (work: () => Promise<void> | undefined) => {
    try {
      await work();
    } catch (error) {
      log.error('encounter-not-kept', { error });
    }
  };
  /** A pressed card may carry any address; what somebody writes, or an installation, comes with its own. */
  const trustedChat = (activity: Incoming) =>
    activity.type !== 'invoke' && !activity.value && mayWriteTo(policy, activity.serviceUrl)
      ? chatOf(activity)
      : undefined;

  return {
    heard: (activity, meaning) =>
      safely(() => {
        if (scopeOf(activity) !== 'personal') return undefined;
        const actor = actorOf(activity);
        if (meaning.kind === 'removed') return encounters?.left(actor);
        const chat = meaning.kind === 'ignored' ? undefined : trustedChat(activity);
        return chat && encounters?.met(actor, chat);
      }),
    showed: (activity, shown, messageId, at) =>
      safely(() => {
        const replaced = shown.inPlace || activity.type === 'messageUpdate';
        if (!messageId || shown.notice || !(shown.about || replaced)) return undefined;
        return encounters?.showed({
          actor: actorOf(activity),
          conversationId: activity.conversation?.id ?? '',
          messageId,
          about: shown.about,
          language: shown.language,
          drawnAt: at,
        });
      }),
  };
}

const actorOf = ({ from }: Incoming): Actor => ({
  id: from?.aadObjectId || from?.id || '',
  name: from?.name ?? '',
});
