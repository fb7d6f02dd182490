import { command } from '../../core/command.ts';
import { dayOf, daysBefore } from '../../core/day.ts';
import type { Feature, Intent, Job } from '../../core/feature.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Memories } from '../../core/ports/short-memory.ts';
import type { Collection, Store } from '../../core/ports/store.ts';
import { isGranted, Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Text } from '../../core/text.ts';
import type { TextTurn, Turn } from '../../core/turn.ts';
import type { KnownWords } from '../../language/known-words.ts';
import type { Learned } from '../../language/learned/weights.ts';
import type { LexiconFile } from '../../language/lexicon.ts';
import { createUnderstanding, type Understand } from '../../language/understand.ts';
import { holdsRole } from './acting.ts';
import { directoryActions } from './actions.ts';
import { type Asking, answer, type FormFor } from './asking.ts';
import { careTab } from './care-tab.ts';
import { Feedback } from './feedback.ts';
import { Gap, GapCount, keptDays } from './gaps.ts';
import { feedbackCollection, gapCollection, gapCountCollection } from './holdings.ts';
import { personSignedIn } from './lookup.ts';
import { createMemory, keptMinutes } from './memory.ts';
import type { Directory } from './model.ts';
import type { Offer } from './next-step.ts';
import { chartView, gapsView } from './other-views.ts';
import type { Partner } from './partners.ts';
import { directorySearch } from './search.ts';
import { rolesTab } from './tab.ts';
import { wishedTypeIn } from './wished-type.ts';

export type DirectoryPorts = {
  /** The directory in use; another object after a reload. */
  readonly directory: () => Directory;
  readonly lexicon: LexiconFile;
  /** The learned opinion; without it the concepts decide alone. */
  readonly learned?: Learned | undefined;
  /** Which words there are; without it every strange word may be a slip. */
  readonly known?: KnownWords | undefined;
  /** Bodies outside the role model. */
  readonly partners?: (() => readonly Partner[]) | undefined;
  readonly store: Store;
  readonly ids: Ids;
  /** What instances remember together; without it this process remembers by itself. */
  readonly memories?: Memories | undefined;
  readonly formFor?: FormFor | undefined;
  readonly offer?: Offer | undefined;
  /** Answers words as if the person had typed them: how functions of Lotse are reached in free words. */
  readonly say?: ((turn: TextTurn) => Promise<Reply>) | undefined;
};

export type DirectoryFeature = Feature & {
  /** The type of request that a text wishes for. */
  readonly typeOf: (text: string, turn: Turn) => string | undefined;
};

/** Answers who is responsible, shows the model, and keeps what it could not answer for 10.50. */
export function createDirectoryFeature(ports: DirectoryPorts): DirectoryFeature {
  const { directory, lexicon, learned, known, store, ids, formFor, offer, say, partners = () => [] } = ports;
  const gaps = store.collection(gapCollection, Gap);
  const counts = store.collection(gapCountCollection, GapCount);
  const feedback = store.collection(feedbackCollection, Feedback);
  const asking: Asking = {
    current: keptUnderstanding(directory, lexicon, learned, known),
    partners,
    gaps,
    counts,
    ids,
    memory: createMemory(ports.memories?.('follow-up', keptMinutes)),
    formFor,
    offer,
    say,
  };
  asking.current();

  const chart: Intent = {
    id: 'directory.chart',
    anywhere: true,
    title: { de: 'Das Rollenmodell im Überblick', en: 'The role model at a glance' },
    examples: { de: ['Organigramm', 'Rollenmodell'], en: ['org chart', 'role model'] },
    match: command(
      'organigramm',
      'rollenmodell',
      'it-rollenmodell',
      'rollen',
      'schaubild',
      'org chart',
      'organisation chart',
      'organization chart',
      'orgchart',
      'role model',
      'roles',
    ),
    handle: async ({ language }) => {
      const data = { ...chartView(directory(), language) };
      const summary = language === 'de' ? 'Das IT-Rollenmodell' : 'The IT role model';
      return { card: 'directory/chart', data, summary, language, anywhere: true };
    },
  };

  const list: Intent = {
    id: 'directory.gaps',
    title: { de: 'Offene Fragen (nur für 10.50)', en: 'Open questions (only for 10.50)' },
    examples: { de: ['Lücken', 'offene Fragen'], en: ['gaps', 'open questions'] },
    usefulTo: (turn) => isGranted(() => requireAdministration(turn, directory())),
    match: command('lücken', 'luecken', 'offene fragen', 'lückenliste', 'gaps', 'open questions', 'gap list'),
    handle: async (turn): Promise<Reply> => {
      requireAdministration(turn, directory());
      const view = gapsView(
        await gaps.list(),
        await counts.list(),
        await feedback.list(),
        { roles: directory().roles, partners: partners() },
        turn.language,
      );
      const summary = openQuestions(view.total)[turn.language];
      return { card: 'directory/gaps', data: view, summary, language: turn.language };
    },
  };

  return {
    id: 'directory',
    topic: { de: 'Zuständigkeiten', en: 'Responsibilities' },
    intents: [chart, list],
    actions: directoryActions(asking, feedback),
    otherwise: { ...question, handle: (turn) => answer(turn, asking) },
    typeOf: (text, turn) => wishedTypeIn(text, turn, asking),
    search: directorySearch(asking),
    tabs: [rolesTab(directory), careTab({ directory, partners, gaps, counts })],
    // A directory that was loaded again is learned before somebody asks.
    jobs: [
      forgetOld({ gaps, counts, feedback }),
      { id: 'directory.learn', run: async () => void asking.current() },
    ],
  };
}

const openQuestions = (count: number): Text =>
  count === 1
    ? { de: '1 offene Frage', en: '1 open question' }
    : { de: `${count} offene Fragen`, en: `${count} open questions` };

/** What people may ask: the questions that the help card offers, the first one in the command menu too. */
const question = {
  id: 'directory.ask',
  anywhere: true,
  title: { de: 'Wer ist zuständig?', en: 'Who is responsible?' },
  examples: {
    de: [
      'Wer ist mein IT-Beauftragter?',
      'Mein Drucker druckt nicht',
      'Wer bewilligt einen EDV-Arbeitsplatz?',
      'Wer entscheidet, wenn es mehrere Fachbereiche betrifft?',
    ],
    en: [
      'Who is my IT officer?',
      'My printer does not print',
      'Who approves a computer workplace?',
      'Who decides when several departments are affected?',
    ],
  },
};

type Built = {
  readonly directory: Directory;
  readonly from: readonly unknown[];
  readonly understand: Understand;
};
/** What was built last for a directory; several programs over the same one share it. */
const built = new WeakMap<Directory, Built>();

/** Builds the understanding anew only when the directory changed, or what is known besides. */
export function keptUnderstanding(
  directory: () => Directory,
  lexicon: LexiconFile,
  learned: Learned | undefined,
  known: KnownWords | undefined,
): () => Built {
  const from = [lexicon, learned, known];
  return () => {
    const current = directory();
    const before = built.get(current);
    if (before?.from.every((one, at) => one === from[at])) return before;
    const understand = createUnderstanding(lexicon, current, learned, known);
    const now = { directory: current, from, understand };
    built.set(current, now);
    return now;
  };
}

function requireAdministration({ actor, at }: Turn, directory: Directory): void {
  const person = personSignedIn(directory, actor.id);
  if (person && holdsRole(directory, person.id, 'strategisches-it-management', {}, dayOf(at))) return;
  throw new Refusal('not-directory-administration', {
    de: 'Die Liste der offenen Fragen sieht nur das Strategische IT-Management (10.50). Eine eigene Frage können Sie mir jederzeit stellen.',
    en: 'Only Strategic IT Management (10.50) sees the list of open questions. You can ask me a question of your own at any time.',
  });
}

type Kept = {
  readonly gaps: Collection<Gap>;
  readonly counts: Collection<GapCount>;
  readonly feedback: Collection<Feedback>;
};

/** Deletes what nobody asked about for a year (data minimisation), once a day and after every start. */
function forgetOld({ gaps, counts, feedback }: Kept): Job {
  let doneOn = '';
  return {
    id: 'directory.forget',
    async run(now) {
      const day = dayOf(now.toISOString());
      if (doneOn === day) return;
      const limit = daysBefore(day, keptDays);
      for (const { id, last } of await gaps.list()) if (last < limit) await gaps.remove(id);
      for (const { id, last } of await counts.list()) if (last < limit) await counts.remove(id);
      for (const one of await feedback.list()) if (one.day < limit) await feedback.remove(one.id);
      doneOn = day;
    },
  };
}
