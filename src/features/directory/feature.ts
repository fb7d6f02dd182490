import { command } from '../../core/command.ts';
import { dayOf, daysBefore } from '../../core/day.ts';
import type { Feature, Intent, Job } from '../../core/feature.ts';
import { type Party, partyOfPerson } from '../../core/party.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Memories } from '../../core/ports/short-memory.ts';
import type { Collection, Store } from '../../core/ports/store.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { TextTurn, Turn } from '../../core/turn.ts';
import type { Holidays } from '../../core/working-days.ts';
import type { KnownWords } from '../../language/known-words.ts';
import type { Learned } from '../../language/learned/weights.ts';
import type { LexiconFile } from '../../language/lexicon.ts';
import type { Model } from '../../language/model.ts';
import { createUnderstanding, type Understand } from '../../language/understand.ts';
import { absenceCareActions, absenceCareIntents } from './absence-care.ts';
import { absenceActions, absenceIntents } from './absence-chat.ts';
import type { AbsenceDesk } from './absence-desk.ts';
import { holdsRole } from './acting.ts';
import { directoryActions } from './actions.ts';
import { type Asking, answer, type FormFor } from './asking.ts';
import { careTab } from './care-tab.ts';
import type { Rounds } from './confirming/round.ts';
import { Feedback } from './feedback.ts';
import { type FurtherName, type NamedType, nameCollection, ReleasedName } from './further-names.ts';
import { Gap, GapCount, keptDays } from './gaps.ts';
import { gapsAction, gapsIntent } from './gaps-chat.ts';
import { healthActions, healthIntent } from './health-chat.ts';
import { HealthWeek, healthCollection, healthNotice, tellOfHealth } from './health-week.ts';
import { feedbackCollection, gapCollection, gapCountCollection } from './holdings.ts';
import { type DirectoryFile, keepDirectory } from './keeping.ts';
import { personSignedIn } from './lookup.ts';
import { createMemory, keptMinutes } from './memory.ts';
import type { Directory } from './model.ts';
import { type NamesPorts, nameActions, nameIntents } from './names-chat.ts';
import { type CheckQuestion, createNamesDesk } from './names-desk.ts';
import type { Offer } from './next-step.ts';
import { chartView } from './other-views.ts';
import type { Partner } from './partners.ts';
import { directorySearch } from './search.ts';
import { rolesTab } from './tab.ts';
import {
  type DataTrouble,
  KnownTrouble,
  type TroublePorts,
  tellOfTroubles,
  troubleCollection,
  troubleNotice,
} from './troubles.ts';
import { wishedTypeIn } from './wished-type.ts';
import type { NamedKnowledge } from './with-names.ts';

export type DirectoryPorts = {
  /** The directory of the files; another object after a reload. */
  readonly directory: () => Directory;
  /** What people have entered beside the files. */
  readonly absences: AbsenceDesk;
  readonly lexicon: LexiconFile;
  /** The learned opinion; without it the concepts decide alone. */
  readonly learned?: Learned | undefined;
  /** Which words there are; without it every strange word may be a slip. */
  readonly known?: KnownWords | undefined;
  /** Bodies outside the role model. */
  readonly partners?: (() => readonly Partner[]) | undefined;
  readonly store: Store;
  /** Who holds which role, as everywhere in the program. */
  readonly roles: RoleDirectory;
  readonly holidays: Holidays;
  readonly ids: Ids;
  /** What instances remember together; without it this process remembers by itself. */
  readonly memories?: Memories | undefined;
  readonly formFor?: FormFor | undefined;
  readonly offer?: Offer | undefined;
  /** What can be applied for, and what people call it. */
  readonly types?: (() => readonly NamedType[]) | undefined;
  /** What people call things besides, by the file. */
  readonly furtherNames?: (() => readonly FurtherName[]) | undefined;
  readonly checkQuestions?: (() => readonly CheckQuestion[]) | undefined;
  /** Files of data that cannot be used as they are, and who keeps each. */
  readonly troubles?: (() => readonly DataTrouble[]) | undefined;
  readonly keepersOf?: TroublePorts['keepersOf'] | undefined;
  /** When whoever has a role is asked whether their entry is right; never without it. */
  readonly rounds?: (() => Rounds) | undefined;
  /** The file of the directory, where Lotse may write it and knows who brought what is in it. */
  readonly file?: DirectoryFile | undefined;
  /** Answers words as if the person had typed them: how functions of Lotse are reached in free words. */
  readonly say?: ((turn: TextTurn) => Promise<Reply>) | undefined;
};

export type DirectoryFeature = Feature & {
  /** The type of request that a text wishes for. */
  readonly typeOf: (text: string, turn: Turn) => string | undefined;
  /** What questions of a day are answered from. */
  readonly knowledge: (day: string) => NamedKnowledge;
};

/** What questions are answered from, found among the features of a program. @throws Error where there is none */
export function knowledgeIn(features: readonly Feature[]): DirectoryFeature['knowledge'] {
  const directory = features.find((one): one is DirectoryFeature => 'knowledge' in one);
  if (!directory) throw new Error('no feature answers questions');
  return directory.knowledge;
}

/** Answers who is responsible, shows the model, and keeps what it could not answer for 10.50. */
export function createDirectoryFeature(ports: DirectoryPorts): DirectoryFeature {
  const {
    absences,
    lexicon,
    learned,
    known: words,
    store,
    ids,
    formFor,
    offer,
    say,
    partners = () => [],
  } = ports;
  // Whatever says who is there goes by this one.
  const { directory } = absences;
  const keepersOf = ports.keepersOf ?? (() => []);
  const gaps = store.collection(gapCollection, Gap);
  const counts = store.collection(gapCountCollection, GapCount);
  const feedback = store.collection(feedbackCollection, Feedback);
  const known = store.collection(troubleCollection, KnownTrouble);
  const desk = createNamesDesk({
    directory: ports.directory,
    effective: directory,
    types: ports.types ?? noTypes,
    file: ports.furtherNames ?? noNames,
    released: store.collection(nameCollection, ReleasedName),
    understandingOf: (model) => understandingOf(model, lexicon, learned, words),
    checkQuestions: ports.checkQuestions ?? (() => []),
  });
  const keeper = (turn: Turn) => requireAdministration(turn, directory());
  const names: NamesPorts = { desk, gaps, keeper };
  const kept = keepDirectory({ ...ports, partners, effective: directory, keeper });
  const health = {
    directory,
    unconfirmed: kept.unconfirmed,
    weeks: store.collection(healthCollection, HealthWeek),
    keepers: (day: string) => keepersOf('organisation.yaml', day),
    keeper,
  };
  const open = { directory, partners, gaps, counts, feedback, keeper };
  const asking: Asking = {
    current: desk.current,
    partners,
    gaps,
    counts,
    ids,
    memory: createMemory(ports.memories?.('follow-up', keptMinutes)),
    formFor,
    offer,
    say,
    terms: kept.terms,
  };
  asking.current('');

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

  const absenceCare = {
    ...absences,
    keeper: (turn: Turn) => requireAdministration(turn, directory()),
    write: ports.file?.write,
  };

  return {
    id: 'directory',
    topic: { de: 'Zuständigkeiten', en: 'Responsibilities' },
    intents: [
      chart,
      gapsIntent(open),
      healthIntent(health),
      ...kept.intents,
      ...nameIntents(names),
      ...absenceIntents(absences),
      ...absenceCareIntents(absenceCare),
    ],
    actions: [
      ...directoryActions(asking, feedback),
      gapsAction(open),
      ...healthActions(health),
      ...kept.actions,
      ...nameActions(names),
      ...absenceActions(absences),
      ...absenceCareActions(absenceCare),
    ],
    otherwise: { ...question, handle: (turn) => answer(turn, asking) },
    typeOf: (text, turn) => wishedTypeIn(text, turn, asking),
    knowledge: (day) => ({ ...desk.current(day), partners: partners() }),
    search: directorySearch(asking),
    tabs: [
      rolesTab(directory),
      careTab({
        directory,
        partners,
        gaps,
        counts,
        proposals: kept.proposals,
        changes: kept,
        settings: kept.settings,
        words: desk,
        types: ports.types ?? noTypes,
      }),
    ],
    // A directory that was loaded again is learned before somebody asks.
    notices: [troubleNotice(known), healthNotice(health), ...kept.notices],
    cases: kept.cases,
    jobs: [
      // First: what others do at this moment goes by who is there.
      absences.job,
      tellOfTroubles({
        troubles: ports.troubles ?? (() => []),
        known,
        keepersOf,
        digest: ids.digest,
      }),
      tellOfHealth(health),
      ...kept.jobs,
      forgetOld({ gaps, counts, feedback }),
      desk.job,
      { id: 'directory.learn', run: async (now) => void asking.current(dayOf(now.toISOString())) },
    ],
  };
}

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

type Built = { readonly from: readonly unknown[]; readonly names: string; readonly understand: Understand };
/** What was built last for a directory; several programs over the same one share it. */
const built = new WeakMap<Directory, Built>();
/** The last two: whoever takes over a role changes no name, and a name that is tried stands beside what is in use. */
let lately: readonly Built[] = [];

/** The reading of a directory; the one that is there where nothing has changed that it knows of. */
function understandingOf(
  directory: Directory,
  lexicon: LexiconFile,
  learned: Learned | undefined,
  known: KnownWords | undefined,
): Understand {
  const from = [lexicon, learned, known];
  const isFrom = (one: Built) => one.from.every((part, at) => part === from[at]);
  const before = built.get(directory);
  if (before && isFrom(before)) return before.understand;
  const names = namesIn(directory);
  const alike = lately.find((one) => one.names === names && isFrom(one));
  const now = alike ?? { from, names, understand: createUnderstanding(lexicon, directory, learned, known) };
  lately = [now, ...lately.filter((one) => one !== now)].slice(0, 2);
  built.set(directory, now);
  return now.understand;
}

/** All that the reading knows of a directory. */
const namesIn = ({ roles, units, applications }: Model): string =>
  JSON.stringify([
    roles.map(({ id, name, shortName, aliases, tasks }) => [
      id,
      name,
      shortName,
      aliases,
      tasks.map(({ id: task, asks }) => [task, asks]),
    ]),
    units.map(({ id, kind, name, aliases }) => [id, kind, name, aliases]),
    applications.map(({ id, name, aliases }) => [id, name, aliases]),
  ]);

const noTypes = () => none;
const noNames = () => none;
const none: readonly never[] = [];

/** @throws {Refusal} unless 10.50 or its deputy asks */
function requireAdministration({ actor, at }: Turn, directory: Directory): Party {
  const person = personSignedIn(directory, actor.id);
  if (person && holdsRole(directory, person.id, 'strategisches-it-management', {}, dayOf(at)))
    return partyOfPerson(person);
  throw new Refusal('not-directory-administration', {
    de: 'Offene Fragen, weitere Namen und den Zustand des Verzeichnisses sieht nur das Strategische IT-Management (10.50). Eine eigene Frage können Sie mir jederzeit stellen.',
    en: 'Only Strategic IT Management (10.50) sees open questions, further names and the state of the directory. You can ask me a question of your own at any time.',
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
