import { z } from 'zod';
import { command } from '../../core/command.ts';
import { dayIn, dayOf } from '../../core/day.ts';
import type { Action, Intent } from '../../core/feature.ts';
import { fromIn, pageOf } from '../../core/paging.ts';
import type { Party } from '../../core/party.ts';
import type { Collection } from '../../core/ports/store.ts';
import { isGranted, Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Language } from '../../core/text.ts';
import type { ActionTurn, Turn } from '../../core/turn.ts';
import { withRefusal } from '../../core/with-refusal.ts';
import { tokenise } from '../../language/words.ts';
import { meantIn } from './changes/meant.ts';
import { isKnown, type Target, targetName } from './further-names.ts';
import type { Gap } from './gaps.ts';
import type { NamesDesk } from './names-desk.ts';
import { findingText } from './names-text.ts';
import { answerNamed } from './with-names.ts';

/*
 * From a question without an answer to its answer in three presses: what is meant, what that changes, release. Only
 * 10.50 sees and does it.
 */

export type NamesPorts = {
  readonly desk: NamesDesk;
  readonly gaps: Collection<Gap>;
  /** @throws {Refusal} unless 10.50 or its deputy asks */
  readonly keeper: (turn: Turn) => Party;
};

const entered = z.string().max(300).catch('');
const Entered = z.object({ gap: entered, word: entered, target: entered });
type Entered = z.infer<typeof Entered>;

export const nameIntents = (ports: NamesPorts): readonly Intent[] => [
  {
    id: 'directory.names',
    title: { de: 'Weitere Namen (nur für 10.50)', en: 'Further names (only for 10.50)' },
    examples: { de: ['Wörter', 'Weitere Namen'], en: ['words', 'further names'] },
    match: command('wörter', 'woerter', 'weitere namen', 'synonyme', 'words', 'further names', 'synonyms'),
    handle: async (turn) => namesReply(ports, turn),
    inMenu: false,
    usefulTo: (turn) => isGranted(() => ports.keeper(turn)),
  },
  {
    id: 'directory.new-name',
    title: { de: 'Ein Wort eintragen (nur für 10.50)', en: 'Add a word (only for 10.50)' },
    examples: {
      de: ['Wort: Aktenverwaltung', 'Wort: Geoportal = GIS'],
      en: ['word: record keeping', 'word: geoportal = GIS'],
    },
    match: (text) => newWord.test(text),
    handle: (turn) =>
      withRefusal(turn, async () => {
        ports.keeper(turn);
        const { word = '', means = '' } = newWord.exec(turn.text)?.groups ?? {};
        return formReply(ports, turn, { gap: '', word, target: means && targetNamed(ports, turn, means) });
      }),
    inMenu: false,
    usefulTo: (turn) => isGranted(() => ports.keeper(turn)),
  },
];

const newWord =
  /^\s*(?:wort|neues wort|word|new word)\s*:\s*(?<word>[^\s=][^=]{0,59}?)(?:\s*=\s*(?<means>\S.{0,89}?))?\s*$/i;

/** "Wort: Geoportal = GIS": what it means by its name, however many of its kind there are. */
function targetNamed({ desk }: NamesPorts, turn: Turn, name: string): string {
  const { directory, types } = desk.current(dayOf(turn.at));
  const said = name.replace(/[\s.!?]+$/, '').toLowerCase();
  const type = types.find((one) =>
    [one.id, one.name.de, one.name.en].some((word) => word.toLowerCase() === said),
  );
  if (type) return `request ${type.id}`;
  const meant = meantIn(directory, said, ['role', 'application', 'unit']);
  if (!meant) throw noSuchTarget(name);
  return meant.kind === 'role' ? `task ${meant.id}` : `${meant.kind} ${meant.id}`;
}

const noSuchTarget = (name: string) =>
  new Refusal('word-means-nothing', {
    de: `„${name}“ finde ich nicht. Nennen Sie eine Rolle, ein Amt, ein Fachverfahren oder eine Antragsart, wie sie heißt, oder schreiben Sie nur „Wort: …“ und wählen Sie aus.`,
    en: `I do not find “${name}”. Name a role, an office, an application or a type of request as it is called, or write only “word: …” and choose.`,
  });

export const nameActions = (ports: NamesPorts): readonly Action[] => {
  const forKeeper =
    (handle: (turn: ActionTurn, given: Entered, keeper: Party) => Promise<Reply>) =>
    async (turn: ActionTurn) =>
      handle(turn, Entered.parse(turn.data), ports.keeper(turn));
  return [
    { verb: 'directory.name', handle: forKeeper((turn, given) => formReply(ports, turn, given)) },
    { verb: 'directory.check-name', handle: forKeeper((turn, given) => checkReply(ports, turn, given)) },
    {
      verb: 'directory.release-name',
      handle: forKeeper(async (turn, given, keeper) => {
        const { word, target } = understood(ports, turn, given);
        await ports.desk.release(word, target, keeper, turn.at);
        if (given.gap) await closeGap(ports, given.gap, turn);
        return {
          ...(await namesReply(ports, turn, { remark: released(word)[turn.language] })),
          inPlace: true,
        };
      }),
    },
    {
      verb: 'directory.names',
      handle: async (turn) => ({
        ...(await namesReply(ports, turn, { from: fromIn(turn.data) })),
        inPlace: true,
      }),
    },
    {
      verb: 'directory.remove-name',
      handle: forKeeper(async (turn, { word }) => {
        await ports.desk.remove(word);
        return { ...(await namesReply(ports, turn, { remark: removed[turn.language] })), inPlace: true };
      }),
    },
  ];
};

/** A question leaves the list when it has an answer now. */
async function closeGap({ desk, gaps }: NamesPorts, id: string, { at }: Turn): Promise<void> {
  const gap = await gaps.get(id);
  if (!gap) return;
  const day = dayOf(at);
  const found = answerNamed(gap.question, gap.language, { day }, desk.current(day));
  if (found.kind !== 'none') await gaps.remove(id);
}

const released = (word: string) => ({
  de: `„${word}“ gilt ab jetzt.`,
  en: `“${word}” counts from now on.`,
});
const removed = { de: 'Das Wort gilt nicht mehr.', en: 'The word does not count any more.' };

/** What the words that were entered mean. @throws {Refusal} saying what is missing */
function understood({ desk }: NamesPorts, turn: Turn, { word, target }: Entered) {
  const { directory, types } = desk.current(dayOf(turn.at));
  const said = word.trim();
  if (said.length > longestWord || tokenise(said).length === 0 || !/\p{L}{2}/u.test(said)) throw noWord();
  const meant = targetIn(target);
  if (!meant || !isKnown(meant, directory, types)) throw noTarget();
  return { word: said, target: meant };
}
const longestWord = 60;

const noWord = () =>
  new Refusal('word-missing', {
    de: 'Bitte tragen Sie das Wort ein, das die Leute sagen, mit höchstens 60 Zeichen, z. B. „Aktenverwaltung“.',
    en: 'Please enter the word that people say, at most 60 characters, e.g. “record keeping”.',
  });
const noTarget = () =>
  new Refusal('meaning-missing', {
    de: 'Bitte wählen Sie aus, was mit dem Wort gemeint ist.',
    en: 'Please choose what the word means.',
  });

/** "task kgrz user-support", "application gis": how a meaning stands in a choice. */
function targetIn(value: string): Target | undefined {
  const [kind, first, second] = value.split(' ');
  if (!first) return undefined;
  if (kind === 'task') return { role: first, ...(second ? { task: second } : {}) };
  return kind === 'unit' || kind === 'application' || kind === 'request' ? { [kind]: first } : undefined;
}

async function formReply(
  { desk, gaps }: NamesPorts,
  turn: Turn,
  { gap, word, target }: Entered,
): Promise<Reply> {
  const { language } = turn;
  const question = gap ? (await gaps.get(gap))?.question : undefined;
  const knowledge = desk.current(dayOf(turn.at));
  const data = {
    roles: [],
    question,
    gap,
    word:
      word || (question ? strangest(question, knowledge.understand(question, language).reading.unknown) : ''),
    target,
    targets: withChosen(targetsOf(knowledge, language), target, knowledge, language),
  };
  return {
    card: 'directory/name',
    data,
    summary: language === 'de' ? 'Was ist gemeint?' : 'What is meant?',
    language,
  };
}

/** What is chosen stands in the list, also where the list is not long enough for it. */
function withChosen(
  targets: readonly Choice[],
  value: string,
  { directory, types }: ReturnType<NamesDesk['current']>,
  language: Language,
): readonly Choice[] {
  const to = value ? targetIn(value) : undefined;
  if (!to || !isKnown(to, directory, types) || targets.some((one) => one.value === value)) return targets;
  return [{ value, title: targetName(to, directory, types, language).slice(0, 90) }, ...targets];
}

/** The word that the reading does not know, else the longest one: likely the one that is missing. */
function strangest(question: string, unknown: readonly string[]): string {
  const words = tokenise(question);
  const strange = words.filter(({ text, key, stem }) =>
    [text, key, stem].some((one) => unknown.includes(one)),
  );
  return (strange.length > 0 ? strange : words)
    .map(({ text }) => text)
    .reduce((best, text) => (text.length > best.length ? text : best), '');
}

type Choice = { readonly title: string; readonly value: string };

/** Everything that a word may mean; a card has room for some hundred. */
const mostOfAKind = 60;

function targetsOf(
  { directory, types }: ReturnType<NamesDesk['current']>,
  language: Language,
): readonly Choice[] {
  const some = (all: readonly (readonly [string, Target])[]): readonly Choice[] =>
    all.slice(0, mostOfAKind).map(([value, to]) => ({
      value,
      title: targetName(to, directory, types, language).slice(0, 90),
    }));
  return [
    ...some(
      directory.roles.flatMap(({ id, tasks }) => [
        [`task ${id}`, { role: id }] as const,
        ...tasks.map((task) => [`task ${id} ${task.id}`, { role: id, task: task.id }] as const),
      ]),
    ),
    ...some(types.map(({ id }) => [`request ${id}`, { request: id }] as const)),
    ...some(directory.applications.map(({ id }) => [`application ${id}`, { application: id }] as const)),
    ...some(directory.units.map(({ id }) => [`unit ${id}`, { unit: id }] as const)),
  ];
}

async function checkReply(ports: NamesPorts, turn: ActionTurn, given: Entered): Promise<Reply> {
  const { desk, gaps } = ports;
  const { language } = turn;
  const { word, target } = understood(ports, turn, given);
  const day = dayOf(turn.at);
  const gap = given.gap ? await gaps.get(given.gap) : undefined;
  const german = language === 'de';
  const example =
    gap?.question ?? (german ? `Wer ist für ${word} zuständig?` : `Who is in charge of ${word}?`);
  const asked = { text: example, language: gap?.language ?? language };
  const { before, after, tried, changed } = desk.tryOut(word, target, asked, day);
  const knowledge = desk.current(day);
  const said = (finding: typeof before) => findingText(finding, knowledge, language);
  const data = {
    roles: [],
    gap: given.gap,
    word,
    target: given.target,
    meaning: targetName(target, knowledge.directory, knowledge.types, language),
    question: example,
    before: said(before),
    after: said(after),
    tried: triedText(tried, changed.length)[language],
    changed: changed.slice(0, mostShown).map((one) => ({
      text: one.text.slice(0, 120),
      before: said(one.before),
      after: said(one.after),
    })),
  };
  return {
    card: 'directory/name-check',
    data,
    summary: german ? `„${word}“: ${data.meaning}` : `“${word}”: ${data.meaning}`,
    language,
    inPlace: true,
  };
}
const mostShown = 5;

const triedText = (tried: number, changed: number) =>
  tried === 0
    ? { de: 'In den Prüffragen kommt das Wort nicht vor.', en: 'No check question holds the word.' }
    : {
        de: `Prüffragen mit diesem Wort: ${tried}. Anders beantwortet würden ${changed}.`,
        en: `Check questions with this word: ${tried}. ${changed} would be answered otherwise.`,
      };

type Shown = { readonly from?: number; readonly remark?: string };

async function namesReply(
  { desk, keeper }: NamesPorts,
  turn: Turn,
  { from = 0, remark }: Shown = {},
): Promise<Reply> {
  keeper(turn);
  const { language } = turn;
  const { directory, types } = desk.current(dayOf(turn.at));
  const all = desk.list().toSorted((a, b) => b.at.localeCompare(a.at));
  const page = pageOf(all, from, mostListed, language);
  const data = {
    roles: [],
    remark,
    place: page.place,
    next: page.next,
    former: page.former,
    names: page.shown.map((one) => ({
      id: one.id,
      word: one.word,
      meaning: isKnown(one, directory, types)
        ? targetName(one, directory, types, language)
        : language === 'de'
          ? 'gibt es nicht mehr'
          : 'is gone',
      by: `${one.byName}, ${dayIn(language, dayOf(one.at))}`,
    })),
  };
  const summary =
    remark ?? (language === 'de' ? `Weitere Namen: ${all.length}` : `Further names: ${all.length}`);
  return { card: 'directory/names', data, summary, language };
}
const mostListed = 10;
