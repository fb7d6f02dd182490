import type { CaseFiles, FileNote, ReceivedFile } from '../../case/files.ts';
import { cleaned } from '../../core/files/clean.ts';
import { type FileLimits, type Lost, lostWords, type SentFile } from '../../core/files/sent.ts';
import type { Party } from '../../core/party.ts';
import type { Files } from '../../core/ports/files.ts';
import type { Collection } from '../../core/ports/store.ts';
import { Refusal } from '../../core/refusal.ts';
import { quoted, type Text } from '../../core/text.ts';

/* Files that people send: looked at, kept, and waiting for their case until the person says which, or lets it be. */

export type DeskPorts = {
  readonly contents: Files;
  readonly received: Collection<ReceivedFile>;
  /** The kinds of cases that have files. */
  readonly kinds: () => readonly CaseFiles[];
  readonly limits: FileLimits;
  readonly newId: () => string;
  /** Fingerprint of a content. */
  readonly digestOf: (content: Uint8Array) => string;
};

export type Kept = {
  readonly kept: readonly FileNote[];
  readonly lost: readonly { readonly name: string; readonly lost: Lost }[];
};

/** Minutes that a file waits for its case. */
export const waitingMinutes = 60;

/** Keeps what may be kept. What somebody sent a moment ago and sends again is the same file. */
export async function kept(
  { contents, received, limits, newId, digestOf }: DeskPorts,
  by: Party,
  sent: readonly SentFile[],
  at: string,
): Promise<Kept> {
  const waiting = [...(await waitingFor(received, by.id, at))];
  const [good, lost]: [FileNote[], Kept['lost'][number][]] = [[], []];
  for (const one of sent) {
    const clean = 'lost' in one ? one : cleaned(one.name, one.content, limits.bytes);
    if ('lost' in clean) {
      lost.push({ name: shownName(one.name), lost: clean.lost });
      continue;
    }
    const { name, type, content } = clean;
    const digest = digestOf(content);
    const same = waiting.find((known) => known.digest === digest);
    if (same) {
      good.push(same);
      continue;
    }
    if (waiting.length >= limits.perCase) {
      lost.push({ name, lost: 'too-many' });
      continue;
    }
    const id = newId();
    await contents.keep(id, content);
    const note = { id, name, type, bytes: content.length, digest, by: by.id, byName: by.name, at };
    const dueAt = new Date(Date.parse(at) + waitingMinutes * 60_000).toISOString();
    await received.add({ id, by: by.id, note, dueAt });
    waiting.push(note);
    good.push(note);
  }
  return { kept: good, lost };
}

/** What this person has sent that belongs to no case yet, the oldest first. */
export async function waitingFor(
  received: Collection<ReceivedFile>,
  party: string,
  now: string,
): Promise<readonly FileNote[]> {
  return (await received.list({ where: { by: party } }))
    .flatMap(({ note, dueAt = '' }) => (note && dueAt > now ? [note] : []))
    .toSorted((a, b) => a.at.localeCompare(b.at));
}

/** Forgets files that wait: they were meant for something else. */
export async function discard(
  { contents, received }: DeskPorts,
  files: readonly Pick<FileNote, 'id'>[],
): Promise<void> {
  for (const { id } of files) {
    await received.remove(id);
    await contents.remove(id);
  }
}

/** Adds files to a case. @returns the sentence that says so, or why not */
export async function addedTo(
  kind: CaseFiles,
  label: string,
  id: string,
  by: Party,
  files: readonly Pick<FileNote, 'id' | 'name' | 'digest'>[],
  at: string,
): Promise<{ readonly isDone: boolean; readonly said: Text }> {
  const names = namesOf(files);
  try {
    const isChanged = await kind.add(
      id,
      by,
      files.map((one) => one.id),
      at,
    );
    if (isChanged) return { isDone: true, said: nowWith(names, label) };
    const known = new Set((await kind.of(id, by.id, at)).map(({ digest }) => digest));
    const isKnown = files.every(({ digest }) => known.has(digest));
    return { isDone: false, said: isKnown ? isThere(names, label) : isOver(names, label) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { de, en } = error.text;
    return {
      isDone: false,
      said: { de: `${names.de} liegt noch nicht bei: ${de}`, en: `${names.en} has not been added: ${en}` },
    };
  }
}

/** The file of a case with its content, for whoever sees the case. */
export async function contentFor(
  { contents, kinds }: DeskPorts,
  party: string,
  id: string,
  file: string,
  at: string,
): Promise<{ readonly note: FileNote; readonly content: Uint8Array } | undefined> {
  const kind = kinds().find(({ isOne }) => isOne(id));
  if (!kind) return undefined;
  try {
    const note = (await kind.of(id, party, at)).find((one) => one.id === file);
    const content = note && (await contents.read(file));
    return note && content && { note, content };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const anHour = 3_600_000;

/**
 * Removes what nobody keeps: files that have waited long enough, files that their case names no more, and contents that a
 * crash left without a document. Each is looked at for itself; what cannot be looked at stays.
 */
export async function sweep({ contents, received, kinds }: DeskPorts, now: Date): Promise<void> {
  const at = now.toISOString();
  for (const { id, keptAt } of await contents.list()) {
    const doc = await received.get(id);
    if (doc && !(await isOverdue(doc))) continue;
    // Between the content and its document lies a moment.
    if (!doc && now.getTime() - Date.parse(keptAt) < anHour) continue;
    await received.remove(id);
    await contents.remove(id);
  }

  async function isOverdue({ id, case: of, dueAt }: ReceivedFile): Promise<boolean> {
    if (of === undefined) return dueAt !== undefined && dueAt <= at;
    const kind = kinds().find(({ isOne }) => isOne(of));
    return kind !== undefined && !(await kind.holds(of, id));
  }
}

/** „a.png“ und „b.pdf“ */
export function namesOf(files: readonly { readonly name: string }[]): Text {
  const list = (language: 'de' | 'en', and: string) => {
    const names = files.map(({ name }) => quoted(name, language));
    return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
  };
  return { de: list('de', 'und'), en: list('en', 'and') };
}

/** A name as it came, for saying that it was not kept. */
const shownName = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, '')
    .slice(0, 60)
    .trim() || 'Datei';

const nowWith = (names: Text, label: string): Text => ({
  de: `Bei ${label} beigelegt: ${names.de}.`,
  en: `Added to ${label}: ${names.en}.`,
});
const isThere = (names: Text, label: string): Text => ({
  de: `Bei ${label} schon beigelegt: ${names.de}.`,
  en: `With ${label} already: ${names.en}.`,
});
const isOver = (names: Text, label: string): Text => ({
  de: `Nicht beigelegt: ${names.de}. ${label} ist abgeschlossen und ändert sich nicht mehr.`,
  en: `Not added: ${names.en}. ${label} has come to its end and does not change any more.`,
});

/** What was not kept, and why, each in a sentence of its own. */
export const lostSentence = (lost: Kept['lost'], limits: FileLimits): Text => {
  const say = (language: 'de' | 'en', not: string) =>
    lost
      .map((one) => `${not}: ${quoted(one.name, language)}. ${lostWords(one.lost, limits)[language]}`)
      .join(' ');
  return { de: say('de', 'Nicht behalten'), en: say('en', 'Not kept') };
};
