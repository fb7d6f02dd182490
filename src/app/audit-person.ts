import { join } from 'node:path';
import { randomIds } from '../adapters/clock/random-ids.ts';
import { takeLock } from '../adapters/store/lock.ts';
import { erasedFor } from '../case/erasure.ts';
import { peopleIn } from '../case/people.ts';
import { isEnded, Request } from '../features/requests/model.ts';
import { requestRecord } from '../features/requests/record.ts';
import { documentsAbout } from './audit-histories.ts';
import { type CaseData, readCases } from './case-data.ts';
import { fine, no, type Terminal } from './directory-command.ts';
import { Impossible } from './directory-trouble.ts';

/** Prints everything kept in which a person stands, as JSON: requests, meetings, ideas, mentorings, settings, notices. */
export async function showPerson(data: CaseData, person: string, terminal: Terminal): Promise<number> {
  const found = await casesOf(data, person);
  const others = documentsAbout(data, person);
  if (found.length === 0 && Object.keys(others).length === 0) {
    terminal.complain(`Zu „${person}“ ist kein Vorgang gespeichert.`);
    return no;
  }
  for (const line of JSON.stringify({ person, requests: found, ...others }, undefined, 2).split('\n'))
    terminal.print(line);
  return fine;
}

async function casesOf(data: CaseData, person: string): Promise<readonly Request[]> {
  const found: Request[] = [];
  for await (const one of data.requests()) {
    const request = Request.parse(one);
    if (stands(request, person)) found.push(request);
  }
  return found;
}

const stands = (request: Request, person: string): boolean =>
  peopleIn(request, requestRecord.people).has(person);

/** Takes a person out of the closed cases of the archive; says which other cases still name them. */
export async function erasePerson(
  folder: string,
  person: string,
  yes: boolean,
  terminal: Terminal,
): Promise<number> {
  const data = await readCases(folder);
  const found = await casesOf(data, person);
  const stored = new Set(data.documents('requests').map((one) => (one as { readonly id: string }).id));
  const erasable = found.filter(({ id, state }) => !stored.has(id) && isEnded({ state }));
  const rest = found.filter((request) => !erasable.includes(request)).map(({ id }) => id);
  if (rest.length > 0)
    terminal.print(
      `Noch im Bestand und deshalb nicht gelöscht: ${rest.join(', ')}. Wiederholen Sie den Befehl, wenn sie im Archiv sind.`,
    );
  if (erasable.length === 0) {
    terminal.complain(`Im Archiv steht zu „${person}“ nichts, das gelöscht werden könnte.`);
    return no;
  }
  const question = `„${person}“ aus ${erasable.length} Vorgängen im Archiv unwiderruflich löschen?`;
  const answer = yes || (await terminal.confirm(question));
  if (!answer) {
    terminal.complain(`${question} Zum Bestätigen mit --yes aufrufen. Es wurde nichts geändert.`);
    return no;
  }
  terminal.print(`Gelöscht aus ${await eraseUnderLock(data, person, terminal.now())} Vorgängen.`);
  return fine;
}

async function eraseUnderLock({ folder, archive }: CaseData, person: string, now: Date): Promise<number> {
  const lock = await takeLock(join(folder, 'lotse.lock')).catch((error: Error) => {
    throw new Impossible(`Lotse arbeitet mit diesen Daten. Halten Sie es zuerst an. (${error.message})`);
  });
  try {
    let erased = 0;
    for (const year of await archive.years())
      erased += await archive.rewrite(year, (one) => {
        if (!requestRecord.isOne(one.id)) return one;
        const request = Request.parse(one);
        const whom = (party: string) => party === person;
        const at = { now: now.toISOString(), digest: randomIds.digest };
        return stands(request, person) ? { ...erasedFor(request, requestRecord, whom, at) } : one;
      });
    return erased;
  } finally {
    await lock.release();
  }
}
