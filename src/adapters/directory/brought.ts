import { createHash } from 'node:crypto';
import { readText } from './read-files.ts';
import { writeWhole } from './write-file.ts';

/*
 * Who brought a text of `organisation.yaml`: a line a writing in a file beside it, found again by the fingerprint of the
 * text. A text that somebody edited by hand has none.
 */

export type BroughtNote = {
  /** SHA-256 of the text. */
  readonly text: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly by: string;
  readonly byName: string;
  readonly way: 'import' | 'proposal';
  readonly source?: string | undefined;
  readonly undoes?: string | undefined;
};

/** As many as there may be texts between two looks of the program, and some more. */
const mostKept = 200;

const pathFor = (organisation: string): string => `${organisation}.by.jsonl`;
const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Written before the text itself, so that whoever reads the text finds it. */
export async function noteBrought(
  organisation: string,
  text: string,
  note: Omit<BroughtNote, 'text'>,
): Promise<void> {
  const path = pathFor(organisation);
  const lines = linesOf(await readText(path).catch(() => undefined));
  const next = [...lines, JSON.stringify({ text: fingerprint(text), ...note })].slice(-mostKept);
  await writeWhole(path, `${next.join('\n')}\n`);
}

/** The last note about a text; `undefined` where nobody left one or it cannot be read. */
export async function broughtBy(organisation: string, text: string): Promise<BroughtNote | undefined> {
  const wanted = fingerprint(text);
  const lines = linesOf(await readText(pathFor(organisation)).catch(() => undefined));
  return lines.map(noteIn).findLast((note) => note?.text === wanted);
}

const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split('\n').filter((line) => line.trim() !== '');

function noteIn(line: string): BroughtNote | undefined {
  try {
    const note = JSON.parse(line) as Partial<BroughtNote>;
    return typeof note.by === 'string' && typeof note.byName === 'string' && isWay(note.way)
      ? (note as BroughtNote)
      : undefined;
  } catch {
    return undefined;
  }
}

const isWay = (way: unknown): boolean => way === 'import' || way === 'proposal';
