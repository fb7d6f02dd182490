import { visitedCase } from '../../case/case-rows.ts';
import { caseSearch, type Searched } from '../../case/case-search.ts';
import { openCases } from '../../case/cases.ts';
import { type CaseFiles, caseFiles, filesBlock } from '../../case/files.ts';
import type { FilesLink, LinkedFiles } from '../../case/files-page.ts';
import type { Feature } from '../../core/feature.ts';
import type { FileLimits } from '../../core/files/sent.ts';
import { partyOf } from '../../core/party.ts';
import type { AgendaOffers, AgendaPlaces } from '../../core/ports/agenda.ts';
import type { Archive } from '../../core/ports/archive.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Links } from '../../core/ports/links.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import type { YearFigures } from '../../core/ports/year-figures.ts';
import type { Reply } from '../../core/reply.ts';
import type { TabPart } from '../../core/tab.ts';
import type { Turn } from '../../core/turn.ts';
import type { Holidays } from '../../core/working-days.ts';
import { mayAddFiles } from './acts/files.ts';
import type { Context, Ideas } from './context.ts';
import { ideaFigures } from './figures.ts';
import { type FollowUpOf, followOthers, offersOf } from './follow.ts';
import { forgetDrafts, formActions, formIntents } from './form/chat.ts';
import { Draft, draftCollection } from './form/draft.ts';
import { type FormDesk, type FormFiles, type Opening, openForm } from './form/forms.ts';
import { type HandOver, openRequest } from './hand-over.ts';
import { stateWords } from './labels.ts';
import { letterNotice, sendLetters } from './letter/letter.ts';
import { letterActions, letterIntent } from './letter/settings.ts';
import { type LetterDesk, Subscription, subscriptionCollection } from './letter/subscription.ts';
import { listActions, listIntents } from './lists.ts';
import { type Idea, isOver } from './model.ts';
import { ideaNotices } from './notices.ts';
import { scoringPage } from './page.ts';
import { similarIdeas } from './search/similar.ts';
import { steeringTab } from './steering-tab.ts';
import { ideaType } from './type.ts';

export type IdeasPorts = {
  readonly store: Store;
  /** Where ideas go years after their end. */
  readonly archive?: Archive | undefined;
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
  /** Files that people send; absent where none are kept. */
  readonly files?: IdeaFiles | undefined;
};

export type IdeaFiles = FormFiles & {
  readonly limits: FileLimits;
  /** The files of an idea for whoever comes by a personal link, and the way there in a letter. */
  readonly linked: LinkedFiles;
  readonly letterLink: FilesLink;
  /** The files of an idea; `what` is what was typed behind the word. */
  readonly list: (turn: Turn, id: string, what?: string) => Promise<Reply>;
};

/** Takes ideas for digital improvements, and walks each from the submission to what came of it. */
export type IdeasFeature = Feature & {
  /** Ideas that wait for a place on an agenda of the Beirat. */
  readonly offers: AgendaOffers;
  /** What is counted for the annual report of the Beirat. */
  readonly figures: YearFigures;
  /** Ideas as cases that have files. */
  readonly files: CaseFiles;
  /** The form, where a sentence or an answer leads to it. */
  readonly openForm: (turn: Turn, opening: Opening) => Reply;
};

export function createIdeasFeature(ports: IdeasPorts): IdeasFeature {
  const { store, ids, directory, holidays, isVoting, handOver, links, files } = ports;
  const ideas: Ideas = openCases(
    ideaType({
      similar: async (idea) => similarIdeas(idea, await ideas.collection.list()),
      becomes: handOver.choices,
      find: (id) => ideas.collection.get(id),
      openRequest: (turn, id, data) => openRequest(ideas, handOver, turn, id, data),
      limits: files?.limits,
      openFiles:
        files && ((turn, id, { what }) => files.list(turn, id, typeof what === 'string' ? what : '')),
    }),
    {
      store,
      archive: ports.archive,
      directory,
      contextAt: (now) => ({ now, directory, holidays, digest: ids.digest, isVoting, salt: ids.next() }),
    },
  );
  const forms: FormDesk = {
    ideas,
    directory,
    drafts: store.collection(draftCollection, Draft, ['by']),
    newId: ids.next,
    files,
  };
  const letters: LetterDesk = {
    ideas,
    directory,
    subscriptions: store.collection(subscriptionCollection, Subscription),
  };
  return {
    id: 'ideas',
    topic: { de: 'Ideen', en: 'Ideas' },
    intents: [
      ...formIntents(forms),
      ...listIntents(ideas),
      ideas.intent({
        id: 'ideas.show',
        title: {
          de: 'Eine Idee ansehen, unterstützen, prüfen und bewerten',
          en: 'Look at an idea, support, review and score it',
        },
        examples,
      }),
      letterIntent(letters),
    ],
    actions: [...formActions(forms), ...ideas.actions, ...listActions(ideas), ...letterActions(letters)],
    notices: [...ideaNotices({ ideas, links, fileLink: files?.letterLink }), letterNotice(letters)],
    cases: ideas.cards,
    jobs: [
      followOthers({ ...ports, ideas }),
      ideas.job('ideas.waiting'),
      forgetDrafts(forms),
      ideas.keeping('ideas.forget'),
      sendLetters(letters),
    ],
    pages: [scoringPage(ideas, files?.linked)],
    tabs: [steeringTab({ ideas, directory }), ...(files ? [filesTab(ideas, directory, files.limits)] : [])],
    figures: ideaFigures(ideas),
    search: caseSearch(ideas, searchedAs),
    captures: [
      {
        id: 'idea',
        title: { de: 'Als Idee', en: 'As an idea' },
        open: async (turn, text) => openForm(forms, turn, { title: firstLine(text), problem: text }),
      },
    ],
    files: caseFiles(ideas, {
      // Everybody reads an idea, and what lies with it.
      seen: (idea) => idea.files ?? [],
      mayAdd: mayAddFiles,
      mine: async (party) =>
        (await ideas.collection.list({ where: { submittedBy: party } }))
          .filter((idea) => !isOver(idea))
          .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt)),
    }),
    offers: offersOf(ideas),
    openForm: (turn, opening) => openForm(forms, turn, opening),
  };
}

const examples = {
  de: [
    'ID-2026-0007',
    'ID-2026-0007 unterstützen',
    'ID-2026-0007 Rückfrage: Wie viele Fälle sind es im Jahr?',
    'ID-2026-0007 antworten: Etwa 400',
    'ID-2026-0007 ablehnen: Das gibt es schon im Serviceportal',
    'ID-2026-0007 Dublette von ID-2026-0003',
    'ID-2026-0007 in den Beirat',
    'ID-2026-0007 bewerten 4 2 5 3: Das hilft vielen',
    'ID-2026-0007 machbar: Wir beginnen mit einem Amt',
    'ID-2026-0007 Antrag',
  ],
  en: [
    'ID-2026-7',
    'ID-2026-0007 support',
    'ID-2026-0007 ask: How many cases are there in a year?',
    'ID-2026-0007 answer: About 400',
    'ID-2026-0007 decline: The service portal has it already',
    'ID-2026-0007 duplicate of ID-2026-0003',
    'ID-2026-0007 to the board',
    'ID-2026-0007 score 4 2 5 3: This helps many',
    'ID-2026-0007 feasible: We begin with one office',
    'ID-2026-0007 request',
  ],
};

const searchedAs: Searched<Idea, Context> = {
  line: ({ title, state }, { language }) => ({ title, state: stateWords[state][language] }),
  isOpenFor: (idea, party) => !isOver(idea) && (idea.submittedBy === party || idea.waitsFor.includes(party)),
};

const firstLine = (text: string): string => text.split('\n').find((line) => line.trim()) ?? text;

/** The files of an idea that somebody has opened. */
const filesTab = (ideas: Ideas, directory: RoleDirectory, limits: FileLimits): TabPart => ({
  tab: 'requests',
  show: async () => [],
  async detail(visit, id) {
    const viewer = partyOf(visit.actor, directory);
    const found = await visitedCase(ideas, viewer, visit, id);
    if (!found) return [];
    const { doc, context } = found;
    const mayAdd = mayAddFiles(doc, viewer, context);
    return mayAdd || doc.files?.length ? [filesBlock(doc, visit.language, limits, mayAdd)] : [];
  },
});
