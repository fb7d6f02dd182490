import { QuoteNotClosed } from '../adapters/directory/csv.ts';
import { FileTooLarge } from '../adapters/directory/read-files.ts';
import { ChangedMeanwhile } from '../adapters/directory/write-file.ts';
import type { Text } from '../core/text.ts';

/** Something that keeps the command from working; the message is for the person at the terminal. */
export class Impossible extends Error {
  /** The same for those who read it in Teams in English; the message where there is none. */
  readonly english: string;

  constructor(message: string, english = message) {
    super(message);
    this.english = english;
  }
}

/** The same in both languages, for those who keep a file and read of it in Teams. */
export function troubleWords(error: unknown): Text | undefined {
  const de = troubleText(error);
  if (de === undefined) return undefined;
  if (error instanceof Impossible) return { de, en: error.english };
  if (error instanceof FileTooLarge)
    return { de, en: `The file “${error.path}” is larger than ${error.megabytes} MB.` };
  if (error instanceof ChangedMeanwhile)
    return { de, en: 'The file was changed by somebody else meanwhile. Nothing was written; try it again.' };
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return { de, en: `“${path}” is not there. Check the name.` };
  if (code === 'EACCES' || code === 'EPERM')
    return { de, en: `Lotse may not read or write “${path}”. Give that right to the account that runs it.` };
  return { de, en: `Reading or writing is not possible: ${message}` };
}

/** What to tell the person about an expected failure; undefined for a bug. */
export function troubleText(error: unknown): string | undefined {
  if (error instanceof Impossible) return error.message;
  if (error instanceof FileTooLarge) return `Die Datei „${error.path}“ ist größer als ${error.megabytes} MB.`;
  if (error instanceof ChangedMeanwhile) {
    return 'Die Datei wurde inzwischen von anderer Seite geändert. Es wurde nichts geschrieben; rufen Sie den Befehl noch einmal auf.';
  }
  if (error instanceof QuoteNotClosed)
    return `In Zeile ${error.line} beginnt eine Zelle mit einem Anführungszeichen, das nicht geschlossen wird. Löschen Sie es oder setzen Sie ans Ende der Zelle ein zweites.`;
  const { code, path, message, name } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `„${path}“ gibt es nicht. Prüfen Sie den Namen.`;
  if (code?.startsWith('ERR_PARSE_ARGS'))
    return `Der Aufruf stimmt nicht (${message.split('. ')[0]}). Mehr mit --help.`;
  if (code?.startsWith('CSV_') || name === 'CsvError') return `Die CSV-Datei ist nicht lesbar: ${message}`;
  if (code === 'EACCES' || code === 'EPERM')
    return `„${path}“ darf Lotse nicht lesen oder schreiben. Geben Sie dem Konto, unter dem Lotse läuft, das Recht dazu.`;
  if (name === 'InvalidInputError' || name === 'InvalidSpreadsheetError') {
    return 'Das ist keine lesbare XLSX-Datei. Speichern Sie sie in Excel als „Excel-Arbeitsmappe (.xlsx)“ ohne Kennwort.';
  }
  return /^E[A-Z]+$/.test(code ?? '') ? `Lesen oder Schreiben ist nicht möglich: ${message}` : undefined;
}
