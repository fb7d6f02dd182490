import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createHolidays } from '../adapters/calendar/holidays.ts';
import { randomIds } from '../adapters/clock/random-ids.ts';
import { readText } from '../adapters/directory/read-files.ts';
import { createJsonLog } from '../adapters/log/json-log.ts';
import { createMemoryStore } from '../adapters/store/memory.ts';
import { languageOf } from '../core/language.ts';
import type { Person } from '../core/ports/role-directory.ts';
import { Refusal } from '../core/refusal.ts';
import type { Reply } from '../core/reply.ts';
import { createRouter, type Router } from '../core/router.ts';
import type { TextTurn } from '../core/turn.ts';
import type { Directory } from '../features/directory/model.ts';
import { createUnderstanding } from '../language/understand.ts';
import { openBeiratRules } from './beirat-rules.ts';
import type { Terminal } from './directory-command.ts';
import { DirectoryBroken, openDirectory } from './directory-source.ts';
import { Impossible, troubleText } from './directory-trouble.ts';
import { createFeatures } from './features.ts';
import { openLearned } from './learned.ts';
import { openLexicon } from './lexicon.ts';
import { openMentorFields } from './mentor-fields.ts';
import { noMessenger } from './no-messenger.ts';
import { createOutside } from './outside.ts';
import { openPartners } from './partners.ts';
import { programFolder } from './program-folder.ts';
import { replyLines, whyLines } from './reply-text.ts';
import { openRequestTypes } from './request-types.ts';
import { openKnownWords } from './words-command.ts';

const usage = `npm run ask -- "Wer ist zuständig für …?" [--as PERSON] [--why]
npm run ask -- --file FRAGEN.jsonl [--as PERSON]

  --as PERSON   fragt als diese Person des Verzeichnisses, z. B. staff-61
  --why         zeigt, was erkannt wurde und warum
  --file F      liest Zeilen {"id","q"} und schreibt Zeilen {"id","roles","ms"}`;

const impossible = 2;

/**
 * `npm run ask`: the same answer path as in the chat, in the terminal.
 * @returns the exit code: 0 answered, 2 the call or a file is wrong
 */
export async function askCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = orderOf(args);
    if (values.help || (!values.file && positionals.length === 0)) {
      terminal.print(usage);
      return values.help ? 0 : impossible;
    }
    const questions = values.file ? await questionsIn(values.file) : undefined;
    const conversation = await startConversation(values.as, terminal);
    if (questions) await answerAll(questions, conversation, terminal);
    else for (const text of positionals) await answerOne(text, conversation, values.why ?? false, terminal);
    return 0;
  } catch (error) {
    const trouble = error instanceof DirectoryBroken ? error.message : troubleText(error);
    if (trouble === undefined) throw error;
    terminal.complain(trouble);
    return impossible;
  }
}

const orderOf = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      why: { type: 'boolean' },
      file: { type: 'string' },
      help: { type: 'boolean' },
    },
  });

type Conversation = {
  readonly ask: (text: string, conversationId: string) => Promise<Reply>;
  readonly why: (text: string) => readonly string[];
};

async function startConversation(as: string | undefined, terminal: Terminal): Promise<Conversation> {
  const log = createJsonLog('silent');
  const directory = await openDirectory(
    terminal.env.DIRECTORY_DIR?.trim() || `${programFolder}/data/demo`,
    log,
  );
  directory.stop();
  const person = as === undefined ? undefined : speaker(as, directory.current());
  const lexicon = await openLexicon();
  const learned = await openLearned();
  const known = await openKnownWords();
  const partners = openPartners();
  const requestTypes = await openRequestTypes(directory.current());
  const rules = await openBeiratRules();
  const fields = openMentorFields();
  const ports = { store: createMemoryStore(), clock: { now: terminal.now }, ids: randomIds, log };
  const still = { holidays: createHolidays(), messenger: noMessenger, random: Math.random };
  const outside = createOutside({ store: ports.store, publicUrl: () => '' });
  const router = createRouter(
    createFeatures({
      ...ports,
      ...outside,
      ...still,
      directory,
      lexicon,
      learned,
      known,
      partners: () => partners,
      requestTypes: () => requestTypes,
      beiratRules: () => rules,
      mentorFields: () => fields,
    }),
  );
  const understand = createUnderstanding(lexicon, directory.current(), learned, known);
  return {
    ask: (text, conversationId) => answered(router, turnFor(text, conversationId, person, terminal.now())),
    why: (text) => whyLines(understand(text, languageOf(text))),
  };
}

function speaker(id: string, { persons }: Directory): Person {
  const person = persons.find((candidate) => candidate.id === id);
  if (!person) throw new Impossible(`Im Verzeichnis gibt es keine Person „${id}“. Prüfen Sie --as.`);
  if (!person.teamsId)
    throw new Impossible(`„${id}“ hat keine Teams-Kennung und kann nicht fragen. Prüfen Sie --as.`);
  return person;
}

/** A friendly no is an answer too. */
async function answered(router: Router, turn: TextTurn): Promise<Reply> {
  try {
    return await router(turn);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { card: 'shared/refusal', data: {}, summary: error.text[turn.language], language: turn.language };
  }
}

function turnFor(text: string, conversationId: string, person: Person | undefined, now: Date): TextTurn {
  return {
    kind: 'text',
    id: randomIds.next(),
    actor: { id: person?.teamsId ?? '', name: person?.name ?? '' },
    scope: 'personal',
    conversationId,
    language: languageOf(text),
    at: now.toISOString(),
    text,
    edited: false,
  };
}

async function answerOne(
  text: string,
  { ask, why }: Conversation,
  explain: boolean,
  terminal: Terminal,
): Promise<void> {
  for (const line of replyLines(await ask(text, 'terminal'))) terminal.print(line);
  if (explain) for (const line of why(text)) terminal.print(line);
}

const Question = z.object({ id: z.union([z.string(), z.number()]), q: z.string() });
type Question = z.infer<typeof Question>;

/** @throws {Impossible} naming every line that is no question */
async function questionsIn(file: string): Promise<readonly Question[]> {
  const lines = (await readText(file)).split('\n').map((text, index) => ({ text, number: index + 1 }));
  const read = lines
    .filter(({ text }) => text.trim())
    .map(({ text, number }) => ({ number, question: questionIn(text) }));
  const broken = read.filter(({ question }) => !question);
  if (broken.length > 0) {
    const places = broken.map(({ number }) => `  ${file}:${number}`);
    throw new Impossible(`Keine Frage der Form {"id": "1", "q": "Wer …?"}:\n${places.join('\n')}`);
  }
  return read.flatMap(({ question }) => question ?? []);
}

function questionIn(line: string): Question | undefined {
  try {
    return Question.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Questions of a file are independent of each other: every one is a conversation of its own. */
async function answerAll(
  questions: readonly Question[],
  { ask }: Conversation,
  terminal: Terminal,
): Promise<void> {
  for (const [index, { id, q }] of questions.entries()) {
    const start = performance.now();
    const reply = await ask(q, `file ${index}`);
    const ms = Math.round((performance.now() - start) * 1000) / 1000;
    terminal.print(JSON.stringify({ id, roles: reply.data.roles ?? [], ms }));
  }
}
