import { z } from 'zod';
import {
  type CaseFiles,
  type FileNote,
  type FilesSeen,
  filesCollection,
  ReceivedFile,
} from '../../case/files.ts';
import type { FilesLink, LinkedFiles } from '../../case/files-page.ts';
import { labelOf, namedCase } from '../../core/case-number.ts';
import { command } from '../../core/command.ts';
import { momentAfter } from '../../core/day.ts';
import type { Action, Feature } from '../../core/feature.ts';
import type { FileDoor, Received } from '../../core/files/door.ts';
import type { FileLimits } from '../../core/files/sent.ts';
import { moodOf } from '../../core/mood.ts';
import { partyOf } from '../../core/party.ts';
import type { Files } from '../../core/ports/files.ts';
import type { Links } from '../../core/ports/links.ts';
import type { Download, Page, PageRoute, Visit } from '../../core/ports/pages.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import { Refusal } from '../../core/refusal.ts';
import { inPlace, noteReply, type Reply } from '../../core/reply.ts';
import { type Text, wordsIn } from '../../core/text.ts';
import type { TextTurn, Turn } from '../../core/turn.ts';
import { withRefusal } from '../../core/with-refusal.ts';
import {
  addedTo,
  contentFor,
  type DeskPorts,
  discard,
  kept,
  lostSentence,
  namesOf,
  sweep,
  waitingFor,
  waitingMinutes,
} from './desk.ts';
import { filesPage, pageLink } from './page.ts';
import { listReply, waitingReply } from './replies.ts';

export type FilesPorts = {
  readonly store: Store;
  readonly contents: Files;
  readonly links: Links;
  readonly directory: RoleDirectory;
  readonly limits: FileLimits;
  /** The kinds of cases that have files; asked for when somebody has one. */
  readonly kinds: () => readonly CaseFiles[];
  readonly newId: () => string;
  readonly digestOf: (content: Uint8Array) => string;
};

/** Takes pictures and PDFs that people send, and keeps them with their cases. */
export type FilesFeature = Feature & {
  /** The files of a case, for whoever sees it; `what` is what was typed behind the word. */
  readonly list: (turn: Turn, id: string, what?: string) => Promise<Reply>;
  /** Adds what waits to a case that has just been made. @returns the sentence that says so */
  readonly addWaiting: (turn: Turn, id: string) => Promise<Text | undefined>;
  /** The same for pages by personal link. */
  readonly linked: LinkedFiles;
  /** Where whoever reads a letter sees the files of its case and adds one; nothing where there is none of both. */
  readonly letterLink: FilesLink;
  /** What waits and would go with the next form. */
  readonly sent: (turn: Turn) => Promise<readonly FileNote[]>;
};

const path = '/files/datei';
const linkDays = 2;
/** Days that the link in a mail is good for. */
const mailDays = 60;

export function createFilesFeature(ports: FilesPorts): FilesFeature {
  const { links, directory, kinds, limits } = ports;
  const received = ports.store.collection(filesCollection, ReceivedFile, ['by']);
  const desk: DeskPorts = { ...ports, received };
  const linked = linkedTo(desk);
  const partyIn = ({ actor }: Pick<Turn, 'actor'>) => partyOf(actor, directory);
  const waiting = (turn: Pick<Turn, 'actor' | 'at'>) => waitingFor(received, partyIn(turn).id, turn.at);
  const openFor = async (turn: Turn) =>
    (await Promise.all(kinds().map((kind) => kind.openFor(partyIn(turn).id, turn.at)))).flat();

  /** @throws {Refusal} when no kind with files has such a case */
  function kindOf(id: string): CaseFiles {
    const kind = kinds().find(({ isOne }) => isOne(id));
    if (!kind) throw noFilesHere(labelOf({ id }));
    return kind;
  }

  async function receives(turn: TextTurn): Promise<Received> {
    const { kept: files, lost } = await kept(desk, partyIn(turn), turn.files ?? [], turn.at);
    const not = lostSentence(lost, limits);
    if (files.length === 0)
      return { aside: not, reply: noteReply(nothingKept[turn.language], not[turn.language], turn.language) };
    const named = moodOf(turn.text) === 'question' ? undefined : namedCase(turn.text);
    const kind = named && kinds().find(({ isOne }) => isOne(named.id));
    const became =
      named && kind
        ? (await addedTo(kind, labelOf(named), named.id, partyIn(turn), files, turn.at)).said
        : readyFor(files);
    const aside = { de: `${became.de} ${not.de}`.trim(), en: `${became.en} ${not.en}`.trim() };
    const all = await waiting(turn);
    return {
      aside,
      reply: waitingReply(all, await openFor(turn), turn.language, not[turn.language] || undefined),
    };
  }

  async function list(turn: Turn, id: string, what = ''): Promise<Reply> {
    const kind = kindOf(id);
    const viewer = partyIn(turn);
    const { files, mayAdd } = await kind.seen(id, viewer.id, turn.at);
    const said = what.trim();
    if (adding.test(said)) return addNow(turn, id, await waiting(turn));
    const removing = removal.exec(said);
    if (removing) return remove(turn, id, fileNamed(files, removing.groups?.name?.trim() ?? ''));
    const expiresAt = momentAfter(turn.at, linkDays);
    const withUrls = await Promise.all(
      files.map(async (file) => {
        const subject = { case: id, file: file.id, party: viewer.id, language: turn.language };
        return { ...file, url: await links.make({ page: path, subject, expiresAt }) };
      }),
    );
    const to = { id: viewer.id, language: turn.language };
    const page = mayAdd ? await pageLink(links, id, to, expiresAt) : undefined;
    return listReply(
      { id, files: withUrls, waiting: await waiting(turn), viewer: viewer.id, page },
      turn.language,
    );
  }

  async function addNow(turn: Turn, id: string, files: readonly FileNote[]): Promise<Reply> {
    if (files.length === 0) throw nothingWaits();
    const { said } = await addedTo(kindOf(id), labelOf({ id }), id, partyIn(turn), files, turn.at);
    return kindOf(id).show(turn, id, said[turn.language]);
  }

  async function remove(turn: Turn, id: string, file: string): Promise<Reply> {
    await kindOf(id).remove(id, partyIn(turn), [file], turn.at);
    return list(turn, id);
  }

  const actions: readonly Action[] = [
    {
      verb: 'files.add',
      async handle(turn) {
        const { id, ids } = Chosen.parse(turn.data);
        const mine = (await waiting(turn)).filter((one) => ids.includes(one.id));
        return inPlace(await addNow(turn, id, mine));
      },
    },
    {
      verb: 'files.remove',
      async handle(turn) {
        const { id, file } = Chosen.parse(turn.data);
        return inPlace(await remove(turn, id, file));
      },
    },
    {
      verb: 'files.case',
      async handle(turn) {
        const { id } = Chosen.parse(turn.data);
        return inPlace(await kindOf(id).show(turn, id));
      },
    },
    { verb: 'files.discard', handle: async (turn) => inPlace(await discardAll(turn)) },
  ];

  async function discardAll(turn: Turn): Promise<Reply> {
    const files = await waiting(turn);
    if (files.length === 0) throw nothingWaits();
    await discard(desk, files);
    const t = wordsIn(turn.language);
    const names = namesOf(files)[turn.language];
    return noteReply(
      t('Verworfen', 'Discarded'),
      t(`Gelöscht: ${names}.`, `Deleted: ${names}.`),
      turn.language,
    );
  }

  return {
    id: 'files',
    topic: { de: 'Dateien', en: 'Files' },
    intents: [
      {
        id: 'files.waiting',
        inMenu: false,
        usefulTo: async (turn) => (await waiting(turn)).length > 0,
        title: { de: 'Geschickte Dateien zuordnen', en: 'Say what sent files belong to' },
        examples: { de: ['Meine Dateien'], en: ['My files'] },
        match: command('meine dateien', 'dateien', 'datei', 'my files', 'files', 'file'),
        handle: (turn) =>
          withRefusal(turn, async () => {
            const files = await waiting(turn);
            if (files.length === 0) throw nothingWaits();
            return waitingReply(files, await openFor(turn), turn.language);
          }),
      },
      {
        id: 'files.discard',
        inMenu: false,
        acts: true,
        usefulTo: async (turn) => (await waiting(turn)).length > 0,
        title: { de: 'Geschickte Dateien verwerfen', en: 'Discard sent files' },
        examples: { de: ['Dateien verwerfen'], en: ['Discard files'] },
        match: command('dateien verwerfen', 'datei verwerfen', 'discard files', 'discard file'),
        handle: (turn) => withRefusal(turn, () => discardAll(turn)),
      },
    ],
    actions,
    jobs: [hourly((now) => sweep(desk, now))],
    pages: [downloadPage(desk), filesPage(linked, directory)],
    receives,
    fileDoor: doorTo(linked, (visit) => partyIn(visit)),
    linked,
    list,
    async letterLink(id, to, at) {
      const seen = await linked.seen(to.id, id, at);
      if (!seen || (!seen.mayAdd && seen.files.length === 0)) return undefined;
      const url = await pageLink(links, id, to, momentAfter(at, mailDays));
      return { title: pageTitle(seen)[to.language], url };
    },
    sent: waiting,
    async addWaiting(turn, id) {
      const files = await waiting(turn);
      const kind = kinds().find(({ isOne }) => isOne(id));
      if (files.length === 0 || !kind) return undefined;
      return (await addedTo(kind, labelOf({ id }), id, partyIn(turn), files, turn.at)).said;
    },
  };
}

const short = z.string().max(100).catch('');
const Chosen = z.object({
  id: short,
  file: short,
  ids: z
    .string()
    .max(2000)
    .catch('')
    .transform((list) => list.split(',')),
});

const adding = /^(?:beilegen|anhängen|anhaengen|hinzufügen|hinzufuegen|add|attach)[.!]?$/iu;
const removal = /^(?:entfernen|löschen|loeschen|remove|delete)(?:[\s:]+(?<name>.+))?$/iu;

/** @throws {Refusal} when it is not clear which is meant */
function fileNamed(files: readonly FileNote[], name: string): string {
  const bare = (one: string) =>
    one
      .toLowerCase()
      .replaceAll(/[„“”"]/g, '')
      .trim();
  const found = name === '' ? files : files.filter((one) => bare(one.name) === bare(name));
  const [only] = found;
  if (only && found.length === 1) return only.id;
  const { de, en } = namesOf(files);
  throw new Refusal('which-file', {
    de: `Welche Datei meinen Sie? Es gibt: ${de || 'keine'}.`,
    en: `Which file do you mean? There is: ${en || 'none'}.`,
  });
}

const readyFor = (files: readonly FileNote[]): Text => {
  const { de, en } = namesOf(files);
  return {
    de: `Angekommen: ${de}. Liegt bei, wenn Sie in den nächsten ${waitingMinutes} Minuten einen Antrag, eine Störung oder eine Idee absenden. Für einen Vorgang, den es schon gibt, schreiben Sie „Meine Dateien“.`,
    en: `Received: ${en}. It goes along when you submit a request, an incident or an idea within ${waitingMinutes} minutes. For a case that exists already, type “my files”.`,
  };
};

const nothingKept: Text = { de: 'Nicht behalten', en: 'Not kept' };

const nothingWaits = () =>
  new Refusal('no-files', {
    de: 'Es wartet keine Datei von Ihnen. Schicken Sie ein Bild oder ein PDF; nach einer Stunde ohne Vorgang wird es gelöscht.',
    en: 'No file of yours is waiting. Send a picture or a PDF; without a case it is deleted after an hour.',
  });

const noFilesHere = (label: string) =>
  new Refusal('no-files-here', {
    de: `Zu ${label} nehme ich keine Dateien an. Möglich ist das bei Anträgen, Störungen und Ideen und, für die Geschäftsführung des Beirats, bei Sitzungen.`,
    en: `I take no files for ${label}. It is possible for requests, incidents and ideas and, for the board’s office, for meetings.`,
  });

/** Where a personal link leads: the file itself, looked up anew at every look. */
const downloadPage = (desk: DeskPorts): PageRoute => ({
  path,
  async get({ subject, now, language }: Visit): Promise<Page | Download> {
    const { party = '', case: id = '', file = '' } = subject;
    const found = await contentFor(desk, party, id, file, now.toISOString());
    if (found) return downloadOf(found.note, found.content);
    const t = wordsIn(language);
    return {
      status: 404,
      title: t('Datei', 'File'),
      language,
      body: [
        {
          kind: 'text',
          text: t(
            'Diese Datei gibt es nicht mehr, oder Sie haben keinen Zugriff. Lotse zeigt den Vorgang im Chat.',
            'This file no longer exists, or you have no access to it. Lotse shows the case in the chat.',
          ),
        },
      ],
    };
  },
});

const downloadOf = ({ name, type }: FileNote, content: Uint8Array): Download => ({
  fileName: name,
  type,
  content,
});

/** Files of a case, for whoever is known by a token or by a personal link. */
const linkedTo = (desk: DeskPorts): LinkedFiles => {
  /** @throws {Refusal} when no kind with files has such a case */
  const kindOf = (id: string): CaseFiles => {
    const kind = desk.kinds().find(({ isOne }) => isOne(id));
    if (!kind) throw noFilesHere(labelOf({ id }));
    return kind;
  };
  return {
    limits: desk.limits,
    async seen(party, id, at) {
      try {
        return await kindOf(id).seen(id, party, at);
      } catch (error) {
        if (error instanceof Refusal) return undefined;
        throw error;
      }
    },
    async read(party, id, file, at) {
      const found = await contentFor(desk, party, id, file, at);
      return found && downloadOf(found.note, found.content);
    },
    async add(by, id, sent, at) {
      const kind = kindOf(id);
      // Who does not see the case gets nothing in, not even for an hour.
      await kind.of(id, by.id, at);
      const before = new Set((await waitingFor(desk.received, by.id, at)).map((one) => one.id));
      const { kept: files, lost } = await kept(desk, by, sent, at);
      const not = lostSentence(lost, desk.limits);
      if (files.length === 0) return { isKept: false, said: not };
      const { isDone, said } = await addedTo(kind, labelOf({ id }), id, by, files, at);
      // Here it is said for which case it is: what does not go there waits for no other.
      if (!isDone)
        await discard(
          desk,
          files.filter((one) => !before.has(one.id)),
        );
      return {
        isKept: isDone,
        said: { de: `${said.de} ${not.de}`.trim(), en: `${said.en} ${not.en}`.trim() },
      };
    },
    remove: (by, id, file, at) => kindOf(id).remove(id, by, [file], at),
  };
};

/** Days and rights of whom a letter goes to are those of the page. */
const pageTitle = ({ mayAdd, files }: FilesSeen): Text =>
  mayAdd
    ? { de: 'Bild oder PDF beilegen', en: 'Add a picture or PDF' }
    : files.length === 1
      ? { de: 'Datei ansehen', en: 'See the file' }
      : { de: `${files.length} Dateien ansehen`, en: `See ${files.length} files` };

const doorTo = (
  files: LinkedFiles,
  partyIn: (visit: Parameters<FileDoor['read']>[0]) => ReturnType<typeof partyOf>,
): FileDoor => ({
  read: (visit, id, file) => files.read(partyIn(visit).id, id, file, visit.at),
  async add(visit, id, sent) {
    const { isKept, said } = await files.add(partyIn(visit), id, [sent], visit.at);
    return { isKept, said: said[visit.language] };
  },
});

const hour = 3_600_000;

function hourly(work: (now: Date) => Promise<void>) {
  let next = 0;
  return {
    id: 'files.sweep',
    async run(now: Date) {
      if (now.getTime() < next) return;
      await work(now);
      next = now.getTime() + hour;
    },
  };
}
