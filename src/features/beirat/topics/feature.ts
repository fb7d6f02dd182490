import { visitedCase } from '../../../case/case-rows.ts';
import { openCases } from '../../../case/cases.ts';
import { caseFiles, type FileNote, filesBlock } from '../../../case/files.ts';
import { command } from '../../../core/command.ts';
import { eachByItself } from '../../../core/each.ts';
import type { Feature, Job, Waiting } from '../../../core/feature.ts';
import type { CaseRef } from '../../../core/notice.ts';
import { partyOf } from '../../../core/party.ts';
import type { AgendaOffer } from '../../../core/ports/agenda.ts';
import type { Archive } from '../../../core/ports/archive.ts';
import type { Store } from '../../../core/ports/store.ts';
import { inPlace } from '../../../core/reply.ts';
import type { TabPart, TabVisit } from '../../../core/tab.ts';
import type { Turn } from '../../../core/turn.ts';
import { waits } from '../../../core/waiting.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import type { Agenda } from '../board/context.ts';
import { type BoardDesk, contextAt, viewerOf } from '../board/desk.ts';
import { isOffice } from '../board/members.ts';
import { requireOffice } from '../board/rights.ts';
import { followed } from './acts/decide.ts';
import { mayAddFiles } from './acts/files.ts';
import { isDue } from './demand.ts';
import type { TopicDesk, TopicFiles, Topics } from './desk.ts';
import {
  demandsAtOnce,
  isDemanding,
  isProposing,
  openTopicForm,
  proposesAtOnce,
  sendTopic,
  typedDemand,
  typedTopic,
} from './form.ts';
import { type Topic, topicCase } from './model.ts';
import { topicNotices } from './notices.ts';
import { topicPage } from './page.ts';
import { mayDemand, proposesAs } from './policy.ts';
import { noOpenAgenda, topicOver } from './refusals.ts';
import { proposing, topicRows } from './tab.ts';
import { topicType } from './type.ts';
import { topicsReply } from './views/lists.ts';

/** What topics need of the meetings, which know nothing of them. */
export type MeetingsForTopics = {
  /** Meetings whose agenda is not sent yet, the next one first. */
  readonly agendas: () => Promise<readonly Agenda[]>;
  /** Puts something on the agenda of a meeting that is being planned, once. @throws {Refusal} when that cannot be */
  readonly take: (turn: Turn, meeting: string, offer: AgendaOffer) => Promise<void>;
  /** The meeting whose agenda has it, planned or held; `undefined` when none has. */
  readonly agendaOf: (ref: CaseRef) => Promise<string | undefined>;
  /** Makes what lies with it papers of its item, each once, as long as the agenda is being planned. */
  readonly adopt: (meeting: string, ref: CaseRef, files: readonly FileNote[], at: string) => Promise<void>;
};

export type TopicFeaturePorts = MeetingsForTopics & {
  readonly store: Store;
  readonly archive?: Archive | undefined;
  /** Files that people send; absent where none are kept. */
  readonly kept?: TopicFiles | undefined;
};

const offerOf = ({ id, title, text, presents, by }: Topic): AgendaOffer => ({
  ref: { kind: topicCase, id },
  title,
  text: text ?? '',
  ...(presents ? { rapporteur: by } : {}),
  links: [],
});

/** Members and offices propose topics for the agenda; the office takes them or says why not. */
export function createTopics(
  board: BoardDesk,
  { store, archive, agendas, take, agendaOf, adopt, kept }: TopicFeaturePorts,
) {
  const topics: Topics = openCases(
    topicType({
      agendas,
      limits: kept?.limits,
      openFiles: kept && ((turn, id, { what }) => kept.list(turn, id, typeof what === 'string' ? what : '')),
      async accept(turn, id) {
        const { id: party } = viewerOf(turn, board);
        requireOffice(viewerOf(turn, board), contextAt(board, turn.at));
        const topic = await topics.visible(id, party, turn.at);
        if (topic.state === 'placed') return topics.show(turn, id);
        if (topic.state !== 'open') throw topicOver();
        const agenda = (await agendas()).find(({ isOpen }) => isOpen);
        if (!agenda) throw noOpenAgenda();
        await take(turn, agenda.id, offerOf(topic));
        await follow(id, turn.at);
        const reply = await topics.show(turn, id);
        return turn.kind === 'action' ? inPlace(reply) : reply;
      },
    }),
    { store, archive, directory: board.directory, contextAt: (at) => contextAt(board, at) },
  );
  const desk: TopicDesk = { ...board, topics, agendas, kept };

  async function follow(id: string, at: string): Promise<void> {
    const meeting = await agendaOf({ kind: topicCase, id });
    const isConvened = meeting !== undefined && !(await agendas()).some((open) => open.id === meeting);
    const known = await topics.collection.get(id);
    if (known && followed(known, meeting, isConvened))
      await topics.change(id, at, (topic) => followed(topic, meeting, isConvened));
    if (known?.files && meeting !== undefined) await adopt(meeting, { kind: topicCase, id }, known.files, at);
  }

  const followAgendas: Job = {
    id: 'beirat.topics-follow',
    async run(now) {
      const lists = (['open', 'placed'] as const).map((state) =>
        topics.collection.list({ where: { state } }),
      );
      await eachByItself((await Promise.all(lists)).flat(), ({ id }) => follow(id, now.toISOString()));
    },
  };

  const mayPropose = (turn: Turn): boolean =>
    proposesAs(viewerOf(turn, board).id, contextAt(board, turn.at)) !== undefined;

  const parts = {
    intents: [
      {
        id: 'beirat.topic',
        title: { de: 'Ein Thema für den Beirat vorschlagen', en: 'Propose a topic for the board' },
        examples: {
          de: ['Thema vorschlagen', 'Thema vorschlagen: Datenplattform: Wer nutzt sie?'],
          en: ['Propose a topic', 'Propose a topic: Data platform: Who uses it?'],
        },
        acts: proposesAtOnce,
        match: isProposing,
        inMenu: false,
        usefulTo: mayPropose,
        handle: (turn) => withRefusal(turn, () => typedTopic(desk, turn)),
      },
      {
        id: 'beirat.demand',
        title: { de: 'Eine Sitzung des Beirats verlangen', en: 'Demand a meeting of the board' },
        examples: {
          de: ['Sitzung verlangen', 'Sitzung verlangen: Datenplattform: Wer nutzt sie?'],
          en: ['Demand a meeting', 'Demand a meeting: Data platform: Who uses it?'],
        },
        acts: demandsAtOnce,
        match: isDemanding,
        inMenu: false,
        usefulTo: (turn) => mayDemand(viewerOf(turn, board).id, contextAt(board, turn.at)),
        handle: (turn) => withRefusal(turn, () => typedDemand(desk, turn)),
      },
      {
        id: 'beirat.topics',
        title: { de: 'Themenvorschläge und was daraus wurde', en: 'Topic proposals and what became of them' },
        examples: { de: ['Themenvorschläge'], en: ['Topic proposals'] },
        match: command(
          'themenvorschläge',
          'themenvorschlaege',
          'meine themenvorschläge',
          'topic proposals',
          'my topic proposals',
        ),
        inMenu: false,
        usefulTo: mayPropose,
        handle: (turn) => topicsReply(topics, turn),
      },
      topics.intent({
        id: 'beirat.topic-act',
        title: { de: 'Ein Themenvorschlag nach seiner Nummer', en: 'A topic proposal by its number' },
        examples: {
          de: [
            'TV-2026/1',
            'TV-2026/1 aufnehmen',
            'TV-2026/1 nicht aufnehmen: Gehört in den Stadtrat',
            'TV-2026/1 zurückziehen',
            'TV-2026/1 mit verlangen',
            'TV-2026/1 nicht mehr verlangen',
          ],
          en: [
            'TV-2026-1',
            'TV-2026/1 accept',
            'TV-2026/1 decline: A matter of the council',
            'TV-2026/1 withdraw',
            'TV-2026/1 join',
            'TV-2026/1 no longer demand',
          ],
        },
      }),
    ],
    actions: [
      { verb: 'beirat.topic-new', form: true, handle: (turn) => openTopicForm(desk, turn) },
      { verb: 'beirat.topic-send', handle: async (turn) => inPlace(await sendTopic(desk, turn, turn.data)) },
      { verb: 'beirat.topics', handle: (turn) => topicsReply(topics, turn) },
      ...topics.actions,
    ],
    notices: topicNotices(desk),
    cases: topics.cards,
    jobs: [topics.job('beirat.topics'), followAgendas, topics.keeping('beirat.topics-kept')],
    pages: [topicPage(desk)],
  } satisfies Partial<Feature>;

  /** What waits for a place on an agenda, demanded meetings first, then the longest waiting. */
  const offers = async (): Promise<readonly AgendaOffer[]> =>
    (await topics.collection.list({ where: { state: 'open' } }))
      .toSorted((a, b) => Number(isDue(b)) - Number(isDue(a)) || a.createdAt.localeCompare(b.createdAt))
      .map(offerOf);

  const waiting = async (turn: Turn): Promise<readonly Waiting[]> => {
    if (!isOffice(topics.viewerOf(turn).id, topics.contextAt(turn.at))) return [];
    const { length } = await topics.collection.list({ where: { state: 'open' } });
    return waits(
      length,
      { de: '1 Themenvorschlag ohne Antwort', en: '1 topic proposal without an answer' },
      (count) => ({
        de: `${count} Themenvorschläge ohne Antwort`,
        en: `${count} topic proposals without an answer`,
      }),
      { de: 'Themenvorschläge', en: 'Topic proposals' },
    );
  };
  const rows = async (visit: TabVisit) => topicRows(topics, await agendas(), visit);
  const begins = (visit: TabVisit) => proposing(topics, visit);
  /** Papers of a topic are for whoever sees it. */
  const files = caseFiles(topics, {
    seen: (topic) => topic.files ?? [],
    mayAdd: mayAddFiles,
    mine: async (party) =>
      (await topics.collection.list({ where: { by: party } }))
        .filter(({ state }) => state === 'open')
        .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt)),
  });
  const detail: TabPart = {
    tab: 'board',
    show: async () => [],
    async detail(visit, id) {
      const viewer = partyOf(visit.actor, board.directory);
      const found = kept && (await visitedCase(topics, viewer, visit, id));
      if (!found) return [];
      const mayAdd = mayAddFiles(found.doc, viewer, found.context);
      return mayAdd || found.doc.files?.length
        ? [filesBlock(found.doc, visit.language, kept.limits, mayAdd)]
        : [];
    },
  };
  return { ...parts, offers, waiting, rows, begins, files, detail };
}
