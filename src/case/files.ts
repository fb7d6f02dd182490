import { z } from 'zod';
import { momentIn } from '../core/day.ts';
import { fileTypes } from '../core/files/clean.ts';
import { type FileLimits, kindsAndSize } from '../core/files/sent.ts';
import type { Party } from '../core/party.ts';
import type { Beside, DocumentRef } from '../core/ports/store.ts';
import { Refusal } from '../core/refusal.ts';
import type { Reply } from '../core/reply.ts';
import type { FilesBlock } from '../core/tab.ts';
import { type Language, type Text, wordsIn } from '../core/text.ts';
import type { Turn } from '../core/turn.ts';
import type { Act } from './case-type.ts';
import type { Cases } from './cases.ts';
import { changed, type Decision, deciding, recorded } from './decision.ts';
import type { CaseDocument } from './document.ts';
import type { PersonPlace } from './people.ts';
import type { World } from './world.ts';

/*
 * Files of a case: what they are called and who added them stands in the case, behind its rights, in its seal, its archive
 * and its erasure; their contents lie beside (`core/ports/files.ts`) and go when no case names them any more.
 */

/** A file as a case names it. */
export const FileNote = z.strictObject({
  id: z.string(),
  name: z.string(),
  type: z.enum(fileTypes),
  bytes: z.int().min(0),
  /** Of the content as it is kept. */
  digest: z.string(),
  by: z.string(),
  byName: z.string(),
  /** When it was added, ISO 8601 UTC. */
  at: z.string(),
});
export type FileNote = z.infer<typeof FileNote>;

/** A file that was received: it waits for its case, and of one that has a case only that is kept here. */
export const ReceivedFile = z.strictObject({
  id: z.string(),
  version: z.number(),
  /** When it is forgotten, as long as it waits. */
  dueAt: z.string().optional(),
  leaseUntil: z.string().optional(),
  /** Who sent it, and what it is, while it waits. */
  by: z.string().optional(),
  note: FileNote.optional(),
  /** The case that it belongs to. */
  case: z.string().optional(),
});
export type ReceivedFile = z.infer<typeof ReceivedFile>;
export const filesCollection = 'files';

export type WithFiles = CaseDocument & { readonly files?: readonly FileNote[] | undefined };

/** For the schema of a kind. */
export const fileFields = { files: z.array(FileNote).optional() };

/** For the people of a kind: whoever added a file. It is their word, so an erasure takes it along. */
export const filePlace: PersonPlace = {
  at: 'files[]',
  id: 'by',
  names: ['byName'],
  shown: ['name', 'type', 'at'],
  erased: 'gone',
  as: { de: 'hat eine Datei beigelegt', en: 'added a file' },
};

/** Buttons carry several ids with commas between. */
const Ids = z
  .string()
  .max(2000)
  .catch('')
  .transform((list) => list.split(',').filter((id) => /^[\w-]{1,80}$/.test(id)));
export const FilesInput = z.object({ files: Ids });
export type FilesInput = z.infer<typeof FilesInput>;

const refOf = (id: string): DocumentRef => ({ collection: filesCollection, id });

type Declared<D extends WithFiles, C extends World> = Omit<Act<D, C, FilesInput>, 'title' | 'typed'>;

/** Whether a party may do something with the files of a case that it sees. */
type Right<D, C> = (doc: D, by: Pick<Party, 'id'>, context: C) => boolean;

/**
 * Adds files that the party has sent. What others have sent, and what belongs to another case, is none of theirs to add,
 * whatever a button carries; the same content again changes nothing.
 */
export const attaching = <D extends WithFiles, C extends World>(
  { perCase }: Pick<FileLimits, 'perCase'>,
  mayAdd: Right<D, C>,
): Declared<D, C> => ({
  kind: 'attach',
  input: FilesInput,
  probe: () => undefined,
  beside: (_doc, { files }) => files.map(refOf),
  decide(doc, { files }, by, context, beside) {
    if (!mayAdd(doc, by, context)) throw onlyToRead();
    const sent = files.flatMap((id) => waitingFile(beside(refOf(id)), by) ?? []);
    const known = doc.files ?? [];
    const fresh = sent.filter(
      ({ note: { digest } }, at) =>
        !known.some((one) => one.digest === digest) &&
        sent.findIndex((one) => one.note.digest === digest) === at,
    );
    if (known.length + fresh.length > perCase) throw tooManyFiles(perCase);
    if (fresh.length === 0) return undefined;
    const notes = fresh.map(({ note }): FileNote => ({ ...note, at: context.now }));
    const next = changed(deciding(doc), { files: [...known, ...notes] } as unknown as Partial<D>);
    const told = notes.reduce<Decision<D>>(
      (going, { id, name }) =>
        recorded(going, { by: by.id, byName: by.name, act: 'file-added', note: name, facts: { file: id } }),
      next,
    );
    const taken = fresh.map(({ note: { id }, version }) => ({
      collection: filesCollection,
      doc: { id, version, case: doc.id },
    }));
    return { ...told, also: [...told.also, ...taken] };
  },
});

const waitingFile = (found: Beside | undefined, by: Party) => {
  const { note, version = 0, by: sender } = ReceivedFile.safeParse(found).data ?? {};
  return note && sender === by.id ? { note, version } : undefined;
};

/** Takes files away again: whoever added them, and whoever `mayClear` says. @param clearing who that is */
export const detaching = <D extends WithFiles, C extends World>(
  mayClear: Right<D, C>,
  clearing: Text,
): Declared<D, C> => ({
  kind: 'detach',
  input: FilesInput,
  probe: ({ files = [] }, by) => ({
    files: files.filter((one) => one.by === by.id).map(({ id }) => id),
  }),
  decide(doc, { files }, by, context) {
    const going = (doc.files ?? []).filter(({ id }) => files.includes(id));
    if (going.length === 0) return undefined;
    if (going.some((one) => one.by !== by.id) && !mayClear(doc, by, context)) throw notYourFile(clearing);
    const left = (doc.files ?? []).filter((one) => !going.includes(one));
    const next = changed(deciding(doc), { files: left } as unknown as Partial<D>);
    return going.reduce<Decision<D>>(
      (told, { id }) =>
        recorded(told, { by: by.id, byName: by.name, act: 'file-removed', facts: { file: id } }),
      next,
    );
  },
});

const tooManyFiles = (most: number): Refusal =>
  new Refusal('too-many-files', {
    de: `Mehr als ${most} Dateien nimmt ein Vorgang nicht. Entfernen Sie eine, oder fassen Sie mehrere in einem PDF zusammen.`,
    en: `A case takes no more than ${most} files. Please remove one, or put several into one PDF.`,
  });

const notYourFile = ({ de, en }: Text): Refusal =>
  new Refusal('not-your-file', {
    de: `Eine Datei entfernt, wer sie beigelegt hat, oder ${de}.`,
    en: `A file is removed by whoever added it, or by ${en}.`,
  });

const onlyToRead = (): Refusal =>
  new Refusal('files-only-to-read', {
    de: 'Sie können den Vorgang lesen; Dateien legen nur die bei, die daran mitwirken.',
    en: 'You can read the case; files are added by those who take part in it.',
  });

/** Who may clear up where 10.50 keeps the cases. */
export const keeperClears: Text = {
  de: 'das Strategische IT-Management (10.50)',
  en: 'Strategic IT Management (10.50)',
};

/** What a party sees of the files of a case. */
export type FilesSeen = {
  readonly files: readonly FileNote[];
  /** Whether they may add one now. */
  readonly mayAdd: boolean;
};

/** The files of a kind of case, for whoever brings or wants one. */
export type CaseFiles = {
  /** Whether an id is that of such a case. */
  readonly isOne: (id: string) => boolean;
  /** The files of a case that this party sees. @throws {Refusal} as every look at it */
  readonly of: (id: string, party: string, at: string) => Promise<readonly FileNote[]>;
  /** The same, and whether they may add one. @throws {Refusal} as every look at it */
  readonly seen: (id: string, party: string, at: string) => Promise<FilesSeen>;
  /** @returns whether it changed anything. @throws {Refusal} */
  readonly add: (id: string, by: Party, files: readonly string[], at: string) => Promise<boolean>;
  readonly remove: (id: string, by: Party, files: readonly string[], at: string) => Promise<boolean>;
  /** Shows the case. */
  readonly show: (turn: Turn, id: string, remark?: string) => Promise<Reply>;
  /** Whether the case still names the file, in the store or in the archive; nobody's rights are asked. */
  readonly holds: (id: string, file: string) => Promise<boolean>;
  /** Cases that this party may add something to, the latest first. */
  readonly openFor: (party: string, at: string) => Promise<readonly CaseName[]>;
};

export type CaseName = { readonly id: string; readonly title: string };

export type FileRights<D extends WithFiles, C extends World> = {
  /** Cases that are open and a party's own business, the latest first. */
  readonly mine: (party: string, at: string) => Promise<readonly CaseName[]>;
  /** The files that a party may have, of a case that it sees. */
  readonly seen: (doc: D, party: string, context: C) => readonly FileNote[];
  /** Who may add one, and until when: one rule for the chat, the tabs and the pages by personal link. */
  readonly mayAdd: Right<D, C>;
};

export function caseFiles<D extends WithFiles, C extends World>(
  { type, collection, visible, contextAt, act, show }: Cases<D, C>,
  { mine, seen, mayAdd }: FileRights<D, C>,
): CaseFiles {
  const look = async (id: string, party: string, at: string): Promise<FilesSeen> => {
    const [doc, context] = [await visible(id, party, at), contextAt(at)];
    return { files: seen(doc, party, context), mayAdd: mayAdd(doc, { id: party }, context) };
  };
  const acted = async (kind: string, id: string, by: Party, files: readonly string[], at: string) =>
    (await act({ ...by, via: 'teams' }, id, kind, { files: files.join(',') }, at)).isChanged;
  return {
    isOne: type.record.isOne,
    of: async (id, party, at) => (await look(id, party, at)).files,
    seen: look,
    add: (id, by, files, at) => acted('attach', id, by, files, at),
    remove: (id, by, files, at) => acted('detach', id, by, files, at),
    show: (turn, id, remark) => show(turn, id, { remark }),
    holds: async (id, file) => (await collection.get(id))?.files?.some((one) => one.id === file) ?? false,
    openFor: mine,
  };
}

/** The files of a case on a page. @param mayAdd whether something can be added now */
export function filesBlock(
  { id, files = [] }: Pick<WithFiles, 'id' | 'files'>,
  language: Language,
  { bytes }: Pick<FileLimits, 'bytes'>,
  mayAdd: boolean,
): FilesBlock {
  const t = wordsIn(language);
  return {
    kind: 'files',
    id: `files ${id}`,
    title: t('Dateien', 'Files'),
    of: id,
    files: files.map((file) => ({
      id: file.id,
      name: file.name,
      about: `${sizeText(file.bytes, language)} · ${file.byName}, ${momentIn(language, file.at)}`,
    })),
    empty: t('Es liegt keine Datei bei.', 'There is no file.'),
    adding: mayAdd ? kindsAndSize({ bytes })[language] : undefined,
  };
}

/** What the button says that leads to the files of a case; nothing where there are none. */
export function filesButton(files: readonly FileNote[] | undefined, language: Language): string | undefined {
  const count = files?.length ?? 0;
  if (count === 0) return undefined;
  return count === 1
    ? wordsIn(language)('Datei ansehen', 'See the file')
    : wordsIn(language)(`${count} Dateien ansehen`, `See ${count} files`);
}

/** Words behind a number that lead to the files of a case. */
export const fileWords = {
  de: 'dateien|datei|anhänge|anhaenge|anhang|bilder|bild',
  en: 'files|file|attachments|attachment|pictures|picture',
  rest: 'what',
} as const;

/** "240 KB", "1,2 MB" */
export function sizeText(bytes: number, language: Language): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return `${language === 'de' ? megabytes.replace('.', ',') : megabytes} MB`;
}
