import type { Reply } from '../core/reply.ts';
import type { TabName } from '../core/tab.ts';
import { wordsIn } from '../core/text.ts';
import { circulationCase } from '../features/beirat/circulations/model.ts';
import { pollCase } from '../features/beirat/date-polls/model.ts';
import { meetingCase } from '../features/beirat/meetings/model.ts';
import { topicCase } from '../features/beirat/topics/model.ts';
import { ideaCase } from '../features/ideas/model.ts';
import { requestCase } from '../features/requests/model.ts';
import type { Config } from './config.ts';
import type { RenderCard } from './speaker.ts';

/** Ways between the chat and the tabs, as Teams opens them. */
export type Places = {
  /** Where a case stands on a tab. */
  readonly page: (tab: TabName, id: string) => string;
  /** The chat with Lotse. */
  readonly chat: string;
};

/** Only where there is a Teams: a page of this machine would have to be told who looks. */
export function placesOf(config: Config): Places | undefined {
  if (config.mode !== 'production') return undefined;
  const { appId } = config.identity;
  return {
    page(tab, id) {
      const url = new URL(`https://teams.microsoft.com/l/entity/${config.teamsAppId ?? appId}/${tab}`);
      url.searchParams.set('context', JSON.stringify({ subEntityId: id }));
      return url.href;
    },
    chat: `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`,
  };
}

/** Cards that show a whole case; what is pushed stays short. */
const tabs: Readonly<Record<string, TabName>> = {
  [requestCase]: 'requests',
  // No tab lists ideas; one opens on any.
  [ideaCase]: 'requests',
  [meetingCase]: 'board',
  [pollCase]: 'board',
  [circulationCase]: 'board',
  [topicCase]: 'board',
};

/** Cards of a case lead to its place on a tab. */
export function withPlaces(render: RenderCard, places: Places | undefined): RenderCard {
  if (!places) return render;
  return (reply) => {
    const card = render(reply) as { readonly body?: readonly object[] };
    const { about } = reply;
    const tab = about && tabs[about.kind];
    if (!tab || !Array.isArray(card.body)) return card;
    return { ...card, body: [...card.body, wayTo(places.page(tab, about.id), reply)] };
  };
}

const wayTo = (url: string, { language }: Reply): object => ({
  type: 'ActionSet',
  separator: true,
  actions: [
    {
      type: 'Action.OpenUrl',
      title: wordsIn(language)('Als Seite öffnen', 'Open as a page'),
      url,
    },
  ],
});
