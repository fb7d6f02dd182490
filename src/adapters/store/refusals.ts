import { dirname } from 'node:path';
import { Refusal } from '../../core/refusal.ts';
import { newestGoodCopy } from './copies.ts';
import { LostLock } from './lock.ts';

/** What a person reads when a change could not be saved. Operators find the cause in the log and as `cause`. */
export function readOnly(cause: unknown): Refusal {
  const { de, en } = reason(cause);
  const refusal = new Refusal('store-read-only', {
    de: `Das wurde nicht gespeichert: ${de} Auskünfte gehen weiter. Bitte informieren Sie die Stelle, die Lotse betreibt; nach der Behebung muss Lotse neu gestartet werden.`,
    en: `This was not saved: ${en} Questions still work. Please tell those who operate Lotse; once it is repaired, Lotse must be restarted.`,
  });
  refusal.cause = cause;
  return refusal;
}

function reason(cause: unknown): { readonly de: string; readonly en: string } {
  const code = codeOf(cause);
  if (cause instanceof LostLock) {
    return {
      de: 'Die Datendatei gehört nicht mehr diesem Lotse-Prozess.',
      en: 'The data file no longer belongs to this Lotse process.',
    };
  }
  if (code && full.has(code)) {
    return { de: 'Der Datenträger ist voll.', en: 'The disk is full.' };
  }
  return {
    de: `Der Datenträger meldet einen Fehler${code ? ` (${code})` : ''}.`,
    en: `The disk reports an error${code ? ` (${code})` : ''}.`,
  };
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | undefined)?.code;

/** Why the program does not start with this data file, and what the operator can do. The file is not touched. */
export async function cannotStart(file: string, copies: string, cause: Error): Promise<Error> {
  const disk = diskTrouble(dirname(file), cause);
  if (disk) return disk;
  const copy = await newestGoodCopy(copies);
  const remedy = copy
    ? `The newest good copy is ${copy}. To go on with it, move the damaged file away and run: cp "${copy}" "${file}". ` +
      'What was changed after that copy is then missing.'
    : `There is no good copy. Restore the file from your own backup, or move the folder ${dirname(file)} away to begin without data.`;
  return new Error(`The data file ${file} cannot be used: ${cause.message}. Nothing was changed. ${remedy}`, {
    cause,
  });
}

/** An error message for the operator when the disk, not the data, is in the way. */
export function diskTrouble(folder: string, cause: unknown): Error | undefined {
  const code = codeOf(cause) ?? '';
  if (full.has(code)) {
    return new Error(`The disk with ${folder} is full (${code}). Free some space and start again.`, {
      cause,
    });
  }
  if (closed.has(code)) {
    return new Error(
      `Lotse cannot use ${folder} for its data (${code}). Give the account that runs it the right to read and write there, or name another folder as DATA_DIR.`,
      { cause },
    );
  }
  return undefined;
}

const full = new Set(['ENOSPC', 'EDQUOT']);
const closed = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);
