import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArchive } from '../../src/adapters/archive/archive-files.ts';
import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { openLowdbStore } from '../../src/adapters/store/lowdb.ts';
import { archiveFolder } from '../../src/app/case-data.ts';
import { createOutside } from '../../src/app/outside.ts';
import { Refusal } from '../../src/core/refusal.ts';
import type { Reply } from '../../src/core/reply.ts';
import { type CardPart, partsOf, textIn } from './cards.ts';
import { directoryOf } from './directory-builder.ts';
import { actorOf, startProgram } from './program.ts';

/* A data folder as an earlier version left it, see its README; tests work on copies of it. */

const folder = 'test/fixtures/stored-2026-11';

type Data = Readonly<Record<string, unknown>>;

/** A case of the folder: how people name it, and some of those who may see it. */
export type StoredCase = {
  readonly id: string;
  readonly kind: string;
  readonly type?: string;
  readonly state: string;
  readonly number: string;
  readonly people: readonly string[];
};

/** A button on a card in somebody's chat, with what the card's inputs begin with. */
export type StoredButton = {
  /** The case it belongs to. */
  readonly of?: string;
  readonly who: string;
  readonly verb: string;
  readonly title: string;
  readonly data: Data;
  readonly inputs?: Data;
  /** The card shows an earlier state of its case. */
  readonly old?: boolean;
};

type Cards = {
  readonly at: string;
  readonly cases: readonly StoredCase[];
  readonly buttons: readonly StoredButton[];
  readonly links: readonly { readonly who: string; readonly path: string; readonly status: number }[];
};

/** Ids of what people have been told, or need not be told any more, and what is still on its way. */
type Notices = {
  readonly over: readonly string[];
  readonly open: readonly { readonly id: string; readonly dueAt?: string }[];
};

const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;

export const cards = read<Cards>('cards.json');
export const notices = read<Notices>('notices.json');
/** The moment at which the folder was left. */
export const { at: storedAt } = cards;

const directory = await directoryOf(join(folder, 'directory', 'organisation.yaml'));
const renderCard = createCardRenderer('cards');

/** What the program says to something, as far as a person sees it. */
export type Said = {
  readonly text: string;
  /** Code of the refusal when it said no. */
  readonly refused?: string;
  readonly buttons: readonly CardPart[];
};

export type Stored = Awaited<ReturnType<typeof openStored>>;

/** A copy of the folder, with the program at work in it. */
export async function openStored() {
  const copy = mkdtempSync(join(tmpdir(), 'lotse-stored-'));
  cpSync(join(folder, 'data'), copy, { recursive: true });
  const store = await openLowdbStore({ folder: copy, now: () => new Date(storedAt) });
  const archive = createArchive(archiveFolder(copy));
  const sent: string[] = [];
  const program = await startProgram(directory, {
    store,
    archive,
    clock: { now: () => new Date(storedAt) },
    messenger: {
      async send({ conversationId }, reply) {
        renderCard(reply);
        sent.push(`${conversationId.slice(2)}: ${reply.summary}`);
        return { outcome: 'sent', messageId: `later-${sent.length}` };
      },
      async update({ conversationId }, id, reply) {
        renderCard(reply);
        sent.push(`${conversationId.slice(2)}: ${id} ${reply.summary}`);
        return { outcome: 'sent', messageId: id };
      },
    },
    mailer: {
      async send({ to, letter, messageId }) {
        sent.push(`${to.address}: ${letter.subject}`);
        return { outcome: 'sent', messageId };
      },
    },
  });
  const { links } = createOutside({ store, publicUrl: () => '' });
  const as = (who: string, at: string) => ({
    actor: actorOf(directory, who),
    at,
    conversationId: `a:${who}`,
  });

  const said = async (answer: Promise<Reply>): Promise<Said> => {
    try {
      const reply = await answer;
      const card = renderCard(reply) as CardPart;
      const buttons = partsOf(card).filter(({ type }) => type === 'Action.Execute');
      return { text: textIn(card), buttons, ...(reply.card === 'shared/refusal' ? { refused: 'said' } : {}) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { text: error.text.de, refused: error.code, buttons: [] };
    }
  };

  return {
    ...program,
    folder: copy,
    archive,
    /** What was sent or updated: to whom, and in short what. */
    sent,
    says: (who: string, text: string, at = storedAt) => said(program.ask(text, as(who, at))),
    /** Presses a button as Teams does: what was filled in comes with what the button carries. */
    presses: (
      { who, verb, data, inputs }: Pick<StoredButton, 'who' | 'verb' | 'data' | 'inputs'>,
      filled: Data = {},
      at = storedAt,
    ) => {
      const language = data.lang === 'en' ? ('en' as const) : ('de' as const);
      const more = { ...as(who, at), language, cardMessageId: 'card' };
      return said(program.press(verb, { ...inputs, ...filled, ...data }, more));
    },
    /** Opens a link out of a mail. @returns what its page or file shows; `undefined` when the link is over */
    async opens(link: string): Promise<string | undefined> {
      const cut = link.lastIndexOf('/');
      const now = new Date(storedAt);
      const found = await links.open(link.slice(0, cut), link.slice(cut + 1), now);
      const route = program.features
        .flatMap(({ pages = [] }) => pages)
        .find(({ path }) => path === link.slice(0, cut));
      if (!route) throw new Error(`nobody has the page of ${link}`);
      if (found.state === 'unknown') throw new Error(`the link ${link} is not known`);
      if (found.state !== 'valid') return undefined;
      return JSON.stringify(await route.get({ subject: found.subject, now, language: 'de' }));
    },
    async close() {
      await store.close();
      rmSync(copy, { recursive: true, force: true });
    },
  };
}
