import { namedCase } from '../core/case-number.ts';
import type { HistoryEntry } from '../core/history.ts';
import type { Text } from '../core/text.ts';
import { Request, requestCollection } from '../features/requests/model.ts';
import { type AuditWorld, readOrganisation } from './audit-world.ts';
import type { CaseData } from './case-data.ts';
import { fine, no, type Terminal } from './directory-command.ts';
import { type Document, nameOf } from './person-data.ts';
import { registry } from './registry.ts';
import { entryLine, factWords, ownLines, stateWord } from './stored-words.ts';

/** A case, or what has a history besides, as it is stored. */
export type FoundCase = {
  readonly noun: Text;
  readonly collection: string;
  readonly doc: Document;
  readonly inArchive: boolean;
};

/** `show NUMMER`: who did what when, with the beginning of each fingerprint. Numbers are read as everywhere in Lotse. */
export async function showCase(data: CaseData, number: string, terminal: Terminal): Promise<number> {
  const { print, complain } = terminal;
  const found = await caseNumbered(data, number);
  if (!found) {
    complain(`Einen Vorgang ${number} gibt es hier nicht, weder im Bestand noch im Archiv.`);
    return no;
  }
  const { noun, collection, doc, inArchive } = found;
  const { world } = (await readOrganisation(terminal).catch(() => undefined)) ?? {};
  const state = stateWord(collection, doc);
  const said = [nameOf({ noun, id: doc.id }), doc.title, state, inArchive ? 'im Archiv' : undefined];
  print(said.filter((one) => typeof one === 'string').join(' · '));
  if (collection === requestCollection) requestLines(Request.parse(doc), doc, world).map(print);
  for (const entry of (doc.history as readonly HistoryEntry[] | undefined) ?? []) {
    const line = entryLine(collection, entry, doc, world);
    const facts = factWords(collection, entry, doc, data, world);
    print(`${String(entry.n).padStart(3)}. ${line}${entry.erased ? ' [Wortlaut gelöscht]' : ''}`);
    print(`     ${facts ? `${facts} · ` : ''}Fingerabdruck ${entry.hash.slice(0, 16)}`);
  }
  return fine;
}

/** A case by its number as people write it, or what has a history besides by its id: a profile, a budget. */
export async function caseNumbered(data: CaseData, number: string): Promise<FoundCase | undefined> {
  const id = namedCase(number)?.id ?? number.trim();
  const chained = [...registry.cases, ...registry.holdings.filter(({ chain }) => chain)];
  for (const { collection, noun } of chained) {
    const doc = data.documents(collection).find((one) => (one as Document).id === id);
    if (doc) return { noun, collection, doc: doc as Document, inArchive: false };
  }
  const archived = await data.archive.find(id);
  const record = archived && registry.cases.find(({ isOne }) => isOne(id));
  return record && { noun: record.noun, collection: record.collection, doc: archived, inArchive: true };
}

function requestLines(
  { type, unit, requester, colleague, fields }: Request,
  doc: Document,
  world: AuditWorld | undefined,
): readonly string[] {
  const named = world?.types.find(({ id }) => id === type)?.name.de ?? type;
  const where = world?.directory.unitLabel(unit, 'de') ?? `Amt ${unit}`;
  const whose = colleague ? ` für ${colleague.name} (${colleague.id})` : '';
  return [
    `${named}, ${where}, gestellt von ${requester.name} (${requester.id})${whose}`,
    ...ownLines({ fields }, requestCollection, doc, world).map((line) => `  ${line}`),
  ];
}
