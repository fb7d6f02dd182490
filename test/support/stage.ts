import { createCardRenderer } from '../../src/adapters/cards/card-renderer.ts';
import { randomIds } from '../../src/adapters/clock/random-ids.ts';
import { createDataTroubles } from '../../src/app/data-troubles.ts';
import { openPartners } from '../../src/app/partners.ts';
import { createSpeaker } from '../../src/app/speaker.ts';
import type { SentFile } from '../../src/core/files/sent.ts';
import type { Letter } from '../../src/core/notice.ts';
import type { Log } from '../../src/core/ports/log.ts';
import type { Delivery } from '../../src/core/ports/messenger.ts';
import type { Form } from '../../src/core/ports/pages.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Language } from '../../src/core/text.ts';
import type { Actor, Scope, TextTurn, Turn } from '../../src/core/turn.ts';
import type { Rules } from '../../src/features/beirat/board/rules.ts';
import type { Brought } from '../../src/features/directory/changes/recording.ts';
import type { DirectoryFile } from '../../src/features/directory/keeping.ts';
import type { Directory } from '../../src/features/directory/model.ts';
import { createRoleDirectory } from '../../src/features/directory/role-directory.ts';
import { createEncounters } from '../../src/features/notices/encounters.ts';
import type { CardPart } from './cards.ts';
import { type Filled, fieldsOf, findButton, longest, type Message, type Which } from './client.ts';
import { filesInMemory } from './kept-files.ts';
import { actorOf, type Program, startProgram } from './program.ts';
import { actionTurn, installTurn, textTurn } from './turns.ts';

/** Something that somebody got to see: an answer, a card that was pushed, or an older one that was drawn again. */
export type Seen = {
  readonly reply: Reply;
  readonly by: 'answer' | 'push' | 'update';
  /** Who saw it: id in the directory. */
  readonly who: string;
  /** What the situation calls it, for pictures. */
  name?: string;
};

/** Somebody in their personal chat with the bot. */
export type Player = {
  /** Types something. @param en the same for the run in English. @throws Error when it is refused */
  says(de: string, en?: string): Promise<CardPart>;
  /**
   * Presses a button of the newest card that has it; the fields of that card go with it.
   * @throws Error when a client could not do that, or when it is refused
   */
  presses(verb: string, filled?: Filled, which?: Which): Promise<CardPart>;
  /** The same, where a short note or a refusal is what must come of it. */
  isTold(de: string, en?: string): Promise<CardPart>;
  isToldAfter(verb: string, filled?: Filled, which?: Which): Promise<CardPart>;
  /** Sends files, and perhaps types something with them. */
  sends(files: readonly SentFile[], de: string, en?: string): Promise<CardPart>;
  /** Types something where others read along. */
  saysInGroup(de: string, en?: string): Promise<CardPart>;
  isToldInGroup(de: string, en?: string): Promise<CardPart>;
  /** Types something on which the program breaks. */
  meetsAFault(text: string): Promise<CardPart>;
  /** What fills every free text of the newest card with that button to its limit. */
  fillsAll(verb: string): Filled;
  /** Follows the link of the newest letter and sends the form of its page. @param path of the page */
  answersLetter(path: string, form: Form): Promise<void>;
};

/** The whole program with a clock and everybody in the directory, who speak one language. */
export type Stage = {
  readonly language: Language;
  /** @param id in the directory; `aad:` and an Entra object id for somebody who is not listed there, as most are not */
  readonly person: (id: string) => Player;
  readonly installs: (id: string, scope?: Scope) => Promise<CardPart>;
  /** Goes to that moment (in Koblenz's winter time, unless it says otherwise) and lets time act. */
  readonly at: (moment: string) => Promise<void>;
  /** Lets a minute pass: notices arrive, older cards are drawn again. */
  readonly pause: () => Promise<void>;
  /** What becomes of everything sent on that channel from now on; without a fate, it arrives. */
  readonly becomes: (channel: 'teams' | 'mail', fate?: Delivery) => void;
  /** Another directory is in use from now on. */
  readonly reload: (change: (current: Directory) => Directory) => void;
  /** Somebody breaks a file of data, or mends it: without lines. */
  readonly spoils: (file: string, ...lines: readonly string[]) => void;
  /** Shows what no door reaches. */
  readonly shows: (reply: Reply) => void;
  /** Gives what was seen last a name, by which pictures find it. */
  readonly call: (name: string) => void;
  readonly word: (de: string, en: string) => string;
};

const render = createCardRenderer('cards');
const ownChat = 'https://teams.microsoft.com/l/chat/0/0?users=28:lotse';
/** A Tuesday, ten o'clock in Koblenz. */
const beginning = '2026-11-24T09:00:00.000Z';

/** The bodies of the program, with somebody who checks. */
const bodies = openPartners().map((one) =>
  one.id === 'rechnungspruefung' ? { ...one, people: ['staff-33'] } : one,
);

/** Everybody who can sign in has opened the bot. */
export async function openStage(language: Language, directory: Directory, rules?: Rules) {
  let now = new Date(beginning);
  let city = directory;
  let broken = false;
  const seen: Seen[] = [];
  const pressed = new Set<string>();
  const chats = new Map<string, Message[]>();
  const { ways, letterTo, becomes, faults } = channels((...shown) => show(...shown).id);
  const troubles = createDataTroubles();
  /** The file: what is written into it is in use at once, unless it is broken. */
  const brought = new Map<Directory, Brought>();
  const kept = filesInMemory(() => city);
  const directoryFile: DirectoryFile = {
    settings: kept.files,
    brought: async (one) => brought.get(one),
    async write(change, by) {
      const broken = troubles.list().find(({ file }) => file === 'organisation.yaml');
      const next = broken ? undefined : change(city);
      if (!next?.ok) return broken?.lines ?? (next ? [next.why] : []);
      city = next.directory;
      brought.set(city, by);
      program.reload(city);
      return [];
    },
  };
  const program: Program = await startProgram(directory, {
    ...ways,
    directoryFile,
    partners: () => bodies,
    ...(rules ? { beiratRules: () => rules } : {}),
    confirmations: () => ({ days: ['03-01', '09-01'], within: 28 }),
    dataTroubles: troubles.list,
  });
  const encounters = createEncounters({
    store: program.store,
    directory: createRoleDirectory(() => city),
    clock: { now: () => now },
  });
  const speaker = createSpeaker({
    router: (turn) => (broken ? Promise.reject(new Error('planted')) : program.router(turn)),
    renderCard: (reply) => reply,
    ids: randomIds,
    log: { ...ways.log, error: (event, fields) => void (broken || ways.log.error(event, fields)) },
  });
  const chatOf = (id: string): Message[] => known(chats, id);

  function show(who: string, by: Seen['by'], reply: Reply, messageId?: string): Message {
    seen.push({ reply, by, who });
    const card = render(reply) as unknown as CardPart;
    const messages = chatOf(who);
    const older = messages.find(({ id }) => id === messageId);
    if (older) return Object.assign(older, { reply, card });
    const message = { id: `m${seen.length}`, reply, card };
    messages.push(message);
    return message;
  }

  /** A turn of somebody, and what they see of it. */
  async function take(who: string, turn: Turn, on?: Message): Promise<Message> {
    const shown = await speaker.answer(turn);
    faults.throwFirst();
    const reply = shown.card as Reply;
    // A refusal never replaces a message.
    const message = show(who, 'answer', reply, shown.inPlace && !shown.notice ? on?.id : undefined);
    if (turn.scope === 'personal' && !shown.notice) {
      const { actor, conversationId, at } = turn;
      const { id: messageId } = message;
      await encounters.showed({
        actor,
        conversationId,
        messageId,
        about: reply.about,
        language,
        drawnAt: at,
      });
    }
    return message;
  }

  async function letTimeAct() {
    // What becomes due by a run itself is due at once.
    for (let run = 0; run < 4; run += 1) await program.tick(now);
    faults.throwFirst();
  }

  function person(id: string): Player {
    const turn = () => ({
      id: randomIds.next(),
      actor: signedIn(directory, id),
      conversationId: `a:${id}`,
      at: now.toISOString(),
      language,
      ownChat,
    });
    const type = (de: string, en: string, more: Partial<TextTurn> = {}) =>
      take(id, textTurn(language === 'de' ? de : en, { ...turn(), ...more }));
    const press = (verb: string, filled: Filled = {}, which: Which = {}) => {
      const { message, button } = findButton(chatOf(id), verb, which);
      // Such a button sends no fields, and asks for none.
      const fields = button.associatedInputs === 'none' ? {} : fieldsOf(message.card, filled);
      const data = { ...fields, ...(button.data as object) };
      pressed.add(verb);
      return take(id, actionTurn(verb, data, { ...turn(), cardMessageId: message.id }), message);
    };
    return {
      says: async (de, en = de) => allowed(await type(de, en)),
      isTold: async (de, en = de) => refused(await type(de, en)),
      presses: async (...given) => allowed(await press(...given)),
      isToldAfter: async (...given) => refused(await press(...given)),
      sends: async (files, de, en = de) => allowed(await type(de, en, { files })),
      saysInGroup: async (de, en = de) => allowed(await type(de, en, { scope: 'groupChat' })),
      isToldInGroup: async (de, en = de) => refused(await type(de, en, { scope: 'groupChat' })),
      async meetsAFault(text) {
        broken = true;
        const { card } = await type(text, text);
        broken = false;
        return card;
      },
      fillsAll: (verb) => longest(findButton(chatOf(id), verb, {}).message.card),
      answersLetter: (path, form) =>
        sendForm(program, path, letterTo(emailOf(directory, id)), form, { now, language }),
    };
  }

  const stage: Stage = {
    language,
    person,
    async installs(id, scope = 'personal') {
      const actor = signedIn(directory, id);
      const at = now.toISOString();
      return (await take(id, installTurn({ actor, conversationId: `a:${id}`, at, language, scope, ownChat })))
        .card;
    },
    at(moment) {
      now = new Date(/[Z+]/.test(moment) ? moment : `${moment}+01:00`);
      return letTimeAct();
    },
    pause() {
      now = new Date(now.getTime() + 60_000);
      return letTimeAct();
    },
    becomes,
    reload(change) {
      city = change(city);
      program.reload(city);
    },
    spoils: (file, ...lines) =>
      lines.length > 0
        ? troubles.report(
            file,
            lines.map((de) => ({ de, en: de })),
          )
        : troubles.clear(file),
    shows: (reply) => void seen.push({ reply, by: 'answer', who: '' }),
    call: (name) => void Object.assign(seen.at(-1) ?? {}, { name }),
    word: (de, en) => (language === 'de' ? de : en),
  };

  const settings = { delivery: 'at-once', mailToo: 'false', quietFrom: '', quietTo: '', language };
  for (const { id, teamsId } of directory.persons) {
    if (!teamsId) continue;
    const actor = signedIn(directory, id);
    await encounters.met(actor, { conversationId: `a:${id}`, serviceUrl: 'https://teams.example.org' });
    if (language !== 'de') await program.press('notices.save', settings, { actor, language });
  }
  return { stage, seen: seen as readonly Seen[], pressed: pressed as ReadonlySet<string> };
}

/** What is logged when a channel refuses us, as situations let it. */
const expected: ReadonlySet<string> = new Set(['sending-stopped']);

/** Teams and the post, with a fate that can be set; what breaks on the way is thrown at the next look. */
function channels(show: (who: string, by: Seen['by'], reply: Reply, messageId?: string) => string) {
  const fates = new Map<string, Delivery>();
  const letters = new Map<string, Letter>();
  const faults: Error[] = [];
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error(event, fields) {
      if (!expected.has(event)) faults.push(new Error(event, { cause: fields?.error ?? fields }));
    },
  };
  const whose = ({ conversationId }: { readonly conversationId: string }) =>
    conversationId.slice('a:'.length);
  const ways: NonNullable<Parameters<typeof startProgram>[1]> & { readonly log: Log } = {
    log,
    messenger: {
      send: async (chat, reply) =>
        fates.get('teams') ?? { outcome: 'sent', messageId: show(whose(chat), 'push', reply) },
      update: async (chat, messageId, reply) => {
        show(whose(chat), 'update', reply, messageId);
        return { outcome: 'sent', messageId };
      },
    },
    mailer: {
      async send({ to, letter, messageId }) {
        const fate = fates.get('mail');
        if (fate) return fate;
        letters.set(to.address, letter);
        return { outcome: 'sent', messageId };
      },
    },
  };
  return {
    ways,
    letterTo: (address: string) => letters.get(address),
    becomes: ((channel, fate) =>
      void (fate ? fates.set(channel, fate) : fates.delete(channel))) satisfies Stage['becomes'],
    faults: {
      throwFirst() {
        if (faults[0]) throw faults[0];
      },
    },
  };
}

const unlisted = 'aad:';

const signedIn = (directory: Directory, id: string): Actor =>
  id.startsWith(unlisted)
    ? { id: id.slice(unlisted.length), name: 'Sachbearbeitung Amt 40' }
    : actorOf(directory, id);

const emailOf = ({ persons }: Directory, id: string): string =>
  persons.find((one) => one.id === id)?.email ?? '';

/** @throws Error when the letter has no such link, or it opens nothing */
async function sendForm(
  { links, features }: Program,
  path: string,
  letter: Letter | undefined,
  form: Form,
  { now, language }: { readonly now: Date; readonly language: Language },
): Promise<void> {
  const url = letter?.links?.find((link) => link.url.includes(`${path}/`))?.url;
  if (!url) throw new Error(`the newest letter has no link to ${path}`);
  const link = await links.open(path, url.slice(url.lastIndexOf('/') + 1), now);
  const page = features.flatMap(({ pages = [] }) => pages).find((one) => one.path === path);
  if (link.state !== 'valid' || !page?.post) throw new Error(`the link to ${path} is ${link.state}`);
  await page.post({ subject: link.subject, now, language }, form);
}

const isNote = ({ reply }: Message): boolean => reply.card.startsWith('shared/');

function allowed(message: Message): CardPart {
  if (isNote(message)) throw new Error(`it was refused: ${message.reply.summary}`);
  return message.card;
}

function refused(message: Message): CardPart {
  if (!isNote(message)) throw new Error(`it was not refused: ${message.reply.card} was shown`);
  return message.card;
}

function known<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
