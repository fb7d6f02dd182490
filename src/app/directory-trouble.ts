import { QuoteNotClosed } from '../adapters/directory/csv.ts';
import { FileTooLarge } from '../adapters/directory/read-files.ts';
import { ChangedMeanwhile } from '../adapters/directory/write-file.ts';

/** Something that keeps the command from working; the message is for the person at the terminal. */
export class Impossible extends Error {}

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
