import type { Extension } from '../adapters/teams/extension.ts';
import { namedCase } from '../core/case-number.ts';
import type { Feature } from '../core/feature.ts';
import type { Found } from '../core/found.ts';
import type { Log } from '../core/ports/log.ts';
import type { Reply } from '../core/reply.ts';
import type { Shown } from '../core/shown.ts';
import { placeIn, type TabVisit } from '../core/tab.ts';
import type { Text } from '../core/text.ts';
import type { Actor, Turn } from '../core/turn.ts';
import { withAside } from './aside.ts';
import type { RenderCard, Speaker } from './speaker.ts';
import type { SavedLanguage } from './their-language.ts';

export type ExtensionParts = {
  readonly features: readonly Feature[];
  readonly speaker: Speaker;
  readonly renderCard: RenderCard;
  readonly log: Log;
  readonly savedLanguage?: SavedLanguage | undefined;
  /** Brings a card about a case into somebody's own chat, unless it is there. */
  readonly showTo?: ((actor: Actor, reply: Reply, at: string) => void) | undefined;
};

/** What Lotse does in other people's chats: finds cards to insert, and makes a request or an idea of a message. */
export function createExtension(parts: ExtensionParts): Extension {
  const { features, speaker, renderCard, log, showTo, savedLanguage = async () => undefined } = parts;
  const captures = features.flatMap(({ captures: all = [] }) => all);

  const inLanguage = async <T extends Pick<TabVisit, 'actor' | 'language'>>(visit: T): Promise<T> => ({
    ...visit,
    language: (await savedLanguage(visit.actor)) ?? visit.language,
  });

  /** A card that is not for everybody is never inserted: that a feature forgot to say so is a bug. */
  const shownToAll = ({ title, text, reply }: Found) => {
    if (!reply.anywhere) {
      log.error('bug', {
        error: new Error(`a search found a card that is not for everybody: ${reply.card}`),
      });
      return [];
    }
    return [{ title, text, card: renderCard(reply) }];
  };

  const search: Extension['search'] = async (asked, words) => {
    const visit = await inLanguage(asked);
    const all = await Promise.all(features.map((feature) => feature.search?.(visit, words) ?? []));
    return all.flat().flatMap(shownToAll);
  };

  return {
    search,
    async unfurl(visit, url) {
      const number = namedCase(placeIn(url));
      return number ? (await search(visit, number.id))[0] : undefined;
    },
    async answer(turn) {
      const shown = await speaker.answer(turn);
      const { reply, inPlace, notice, nothingDone } = shown;
      // A dialog is gone when it is closed: what came of it stays in the chat.
      if (reply?.about && inPlace && !notice && nothingDone === undefined)
        showTo?.(turn.actor, reply, turn.at);
      return shown;
    },
    async capture(id, asked, text) {
      const turn: Turn = await inLanguage(asked);
      const capture = captures.find((known) => known.id === id);
      if (!capture) return undefined;
      const opened = await capture.open(turn, text);
      const reply = text ? { ...opened, aside: fromMessage[turn.language] } : opened;
      const { summary, language } = reply;
      const shown: Shown = {
        card: withAside(renderCard)(reply),
        summary,
        language,
        inPlace: false,
        notice: false,
      };
      return { title: capture.title[language], shown };
    },
  };
}

const fromMessage: Text = {
  de: 'Aus der Nachricht übernommen. Wer sie geschrieben hat, wurde nicht gefragt: Nehmen Sie bitte heraus, was nicht hierher gehört. Noch ist nichts gespeichert.',
  en: 'Taken from the message. Whoever wrote it was not asked: please take out what does not belong here. Nothing has been kept yet.',
};
