import type { Feature } from '../../core/feature.ts';
import type { CaseKind } from '../../core/notice.ts';
import type { AgendaOffers, AgendaPlaces } from '../../core/ports/agenda.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Links } from '../../core/ports/links.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Reply } from '../../core/reply.ts';
import type { Turn } from '../../core/turn.ts';
import type { Holidays } from '../../core/working-days.ts';
import { ideaActions } from './chat/actions.ts';
import { ideaIntents } from './chat/intents.ts';
import { contextAt, type Desk, type HandOver, ideaFor } from './desk.ts';
import { forgetPeople } from './forget.ts';
import { Draft, draftCollection } from './form/draft.ts';
import { type FormDesk, type Opening, openForm } from './form/forms.ts';
import { forgetDrafts, formActions, formIntents } from './form/parts.ts';
import { Idea, ideaCase, ideaCollection } from './idea.ts';
import { letterNotice, sendLetters } from './letter/letter-job.ts';
import { letterActions, letterIntent } from './letter/settings.ts';
import { type LetterDesk, Subscription, subscriptionCollection } from './letter/subscription.ts';
import { ideaNotices } from './notices.ts';
import { offersOf } from './offers.ts';
import { scoringPage } from './page.ts';
import { maySee } from './rights.ts';
import { type FollowUpOf, followOthers, watchWaiting } from './watch.ts';

export type IdeasPorts = {
  readonly store: Store;
  readonly ids: Ids;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly links: Links;
  /** Whether a seat of the Beirat votes. */
  readonly isVoting: (seat: string | undefined) => boolean;
  /** Where an idea stands with the Beirat. */
  readonly places: AgendaPlaces;
  /** How an idea becomes a request, and what becomes of it. */
  readonly handOver: HandOver;
  readonly followUpOf: FollowUpOf;
};

/** Takes ideas for digital improvements, and walks each from the submission to what came of it. */
export type IdeasFeature = Feature & {
  /** Ideas that wait for a place on an agenda of the Beirat. */
  readonly offers: AgendaOffers;
  /** The form, where a sentence or an answer leads to it. */
  readonly openForm: (turn: Turn, opening: Opening) => Reply;
};

export function createIdeasFeature(ports: IdeasPorts): IdeasFeature {
  const { store, ids, directory, holidays, isVoting, handOver } = ports;
  const desk: FormDesk = {
    ideas: store.collection(ideaCollection, Idea),
    drafts: store.collection(draftCollection, Draft),
    directory,
    holidays,
    digest: ids.digest,
    newId: ids.next,
    isVoting,
    handOver,
  };
  const letters: LetterDesk = {
    ...desk,
    subscriptions: store.collection(subscriptionCollection, Subscription),
  };
  return {
    id: 'ideas',
    topic: { de: 'Ideen', en: 'Ideas' },
    intents: [...formIntents(desk), ...ideaIntents(desk), letterIntent(letters)],
    actions: [...formActions(desk), ...ideaActions(desk), ...letterActions(letters)],
    notices: [...ideaNotices({ ...desk, links: ports.links }), letterNotice(letters)],
    cases: [ideaCards(desk)],
    jobs: [
      followOthers({ ...ports, ...desk }),
      watchWaiting(desk),
      forgetDrafts(desk),
      forgetPeople(desk),
      sendLetters(letters),
    ],
    pages: [scoringPage(desk)],
    offers: offersOf(desk),
    openForm: (turn, opening) => openForm(desk, turn, opening),
  };
}

/** How the card of an idea looks to somebody now. */
const ideaCards = (desk: Desk): CaseKind => ({
  kind: ideaCase,
  async show(id, viewer, now) {
    const idea = await desk.ideas.get(id);
    const at = now.toISOString();
    if (!idea || !maySee(idea, viewer.id, contextAt(desk, at))) return undefined;
    return ideaFor(desk, idea, viewer, at);
  },
});
