import { parseArgs } from 'node:util';
import { randomIds } from '../adapters/clock/random-ids.ts';
import { readText } from '../adapters/directory/read-files.ts';
import { createJsonLog } from '../adapters/log/json-log.ts';
import { createMemoryStore } from '../adapters/store/memory.ts';
import { languageOf } from '../core/language.ts';
import { Refusal } from '../core/refusal.ts';
import type { Reply } from '../core/reply.ts';
import { createRouter, type Router } from '../core/router.ts';
import type { TextTurn } from '../core/turn.ts';
import type { Directory } from '../features/directory/model.ts';
import { createUnderstanding } from '../features/directory/understanding/understand.ts';
import type { Terminal } from './directory-command.ts';
import { openDirectory, programFolder } from './directory-source.ts';
import { createFeatures } from './features.ts';
import { openLexicon } from './lexicon.ts';
import { replyLines, whyLines } from './reply-text.ts';

const usage = `npm run ask -- "Wer ist zuständig für …?" [--as PERSON] [--why]
npm run ask -- --file FRAGEN.jsonl [--as PERSON]

  --as PERSON   fragt als diese Person des Verzeichnisses, z. B. staff-61
  --why         zeigt, was erkannt wurde und warum
  --file F      liest Zeilen {"id","q"} und schreibt Zeilen {"id","roles","ms"}`;

/** `npm run ask`: the same answer path as in the chat, in the terminal. @returns the exit code */
export async function askCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      why: { type: 'boolean' },
      file: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || (!values.file && positionals.length === 0)) {
    terminal.print(usage);
    return values.help ? 0 : 2;
  }
  const folder = terminal.env.DIRECTORY_DIR ?? `${programFolder}/data/demo`;
  const directory = await openDirectory(folder, createJsonLog('silent'));
  try {
    const conversation = await startConversation(directory.current, values.as, terminal);
    if (values.file) await answerFile(values.file, conversation, terminal);
    else for (const text of positionals) await answerOne(text, conversation, values.why ?? false, terminal);
    return 0;
  } finally {
    directory.stop();
  }
}

type Conversation = {
  readonly ask: (text: string) => Promise<Reply>;
  readonly why: (text: string) => readonly string[];
};

async function startConversation(
  current: () => Directory,
  as: string | undefined,
  terminal: Terminal,
): Promise<Conversation> {
  const person = current().persons.find(({ id }) => id === as);
  if (as && !person) throw new Error(`Im Verzeichnis gibt es keine Person "${as}".`);
  const lexicon = await openLexicon();
  const source = { current, reload: async () => true };
  const log = createJsonLog('silent');
  const clock = { now: terminal.now };
  const router = createRouter(
    createFeatures({ store: createMemoryStore(), clock, ids: randomIds, log, directory: source, lexicon }),
  );
  const understand = createUnderstanding(lexicon, current());
  return {
    ask: (text) => answered(router, turnFor(text, person, terminal.now())),
    why: (text) => whyLines(understand(text, languageOf(text))),
  };
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

function turnFor(text: string, person: Directory['persons'][number] | undefined, now: Date): TextTurn {
  return {
    kind: 'text',
    id: randomIds.next(),
    actor: { id: person?.teamsId ?? '', name: person?.name ?? '' },
    scope: 'personal',
    conversationId: 'terminal',
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
  for (const line of replyLines(await ask(text))) terminal.print(line);
  if (explain) for (const line of why(text)) terminal.print(line);
}

/** Questions of a file are independent of each other: no follow-ups. */
async function answerFile(file: string, { ask }: Conversation, terminal: Terminal): Promise<void> {
  const lines = (await readText(file)).split('\n').filter((line) => line.trim());
  for (const line of lines) {
    const { id, q } = JSON.parse(line) as { id: string; q: string };
    const start = performance.now();
    const reply = await ask(q);
    const ms = Math.round((performance.now() - start) * 1000) / 1000;
    terminal.print(JSON.stringify({ id, roles: reply.data.roles ?? [], ms }));
  }
}
