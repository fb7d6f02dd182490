import { readFile } from 'node:fs/promises';
import type { ProgramData } from './read-data.ts';

/** Names the file in which a run of tests leaves the data that all its files need: read and checked once, not 180 times. */
export const dataFile = 'lotseTestData';

/** The program's own data with the demo's organisation; the same object for all tests of a file. */
export const programData = (): Promise<ProgramData> => {
  data ??= load();
  return data;
};

let data: Promise<ProgramData> | undefined;

async function load(): Promise<ProgramData> {
  const path = process.env[dataFile];
  // Commands that show what the situations show run without jest.
  return path
    ? (JSON.parse(await readFile(path, 'utf8')) as ProgramData)
    : (await import('./read-data.ts')).readProgramData();
}

/** The vocabulary that comes with the program. */
export const programLexicon = async (): Promise<ProgramData['lexicon']> => (await programData()).lexicon;
