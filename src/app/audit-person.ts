import { type Whom, withoutNames } from '../case/people.ts';
import { momentIn } from '../core/day.ts';
import { type Backup, backupsWith } from './audit-copies.ts';
import { type Organisation, readOrganisation } from './audit-world.ts';
import { type CaseData, type DataPlace, readCases } from './case-data.ts';
import { fine, no, type Terminal } from './directory-command.ts';
import {
  type Document,
  type Known,
  nameOf,
  type Reader,
  type Stored,
  storedInCase,
  storedInHolding,
  whomOf,
} from './person-data.ts';
import { registry } from './registry.ts';
import { entryLine, ownLines } from './stored-words.ts';

/** Everything that is stored of a person, and where else they stand. */
export type PersonFile = {
  readonly known: Known;
  readonly stored: readonly Stored[];
  /** Documents of others in whose words their name stands; what is said there is not theirs. */
  readonly mentioned: readonly Pick<Stored, 'collection' | 'noun' | 'id'>[];
  readonly backups: readonly Backup[];
};

/** `person show`: what is stored, as an answer to somebody who asks (Art. 15 GDPR). */
export async function showPerson(
  place: DataPlace,
  given: string,
  asJson: boolean,
  terminal: Terminal,
): Promise<number> {
  const organisation = await readOrganisation(terminal);
  const data = await readCases(place);
  const file = await personFile(data, given, organisation);
  if (file.stored.length === 0 && file.mentioned.length === 0 && file.backups.length === 0) {
    terminal.complain(
      `Zu „${given}“ ist nichts gespeichert. Geben Sie die Kennung aus dem Verzeichnis, „aad:“ und die Entra-Objekt-ID oder die Entra-Objekt-ID allein an.`,
    );
    return no;
  }
  const lines = asJson
    ? JSON.stringify({ at: terminal.now().toISOString(), ...file }, undefined, 2).split('\n')
    : fileLines(file, given, terminal.now().toISOString(), data.inUse);
  for (const line of lines) terminal.print(line);
  return fine;
}

/** Somebody by every id: of the directory, of Entra, of the chats in which they are reached. */
export function knownAs(given: string, { directory }: Organisation, data: CaseData): Known {
  const guid = given.replace(/^aad:/i, '').toLowerCase();
  const person = directory.person(given) ?? directory.personByTeamsId(guid);
  const entra = person?.teamsId?.toLowerCase() ?? (isGuid(guid) ? guid : undefined);
  const ids = [...(person ? [person.id] : [given]), ...(entra ? [entra, `aad:${entra}`] : [])];
  const isThem = whomOf({ ids, names: [] });
  const chats = (data.documents('chats') as readonly Chat[]).filter(({ id }) => isThem(id));
  const copies = (data.documents('copies') as readonly Copies[])
    .flatMap((one) => one.copies ?? [])
    .filter(({ party, chat }) => party !== undefined && isThem(party) && !chat);
  const conversations = [
    ...chats.map(({ chat }) => chat?.conversationId),
    ...copies.map((one) => one.conversationId),
  ];
  const userIds = chats.map(({ chat }) => chat?.userId);
  const names = [person?.name, ...chats.map(({ name }) => name)];
  return {
    ids: [...new Set([...ids, ...[...conversations, ...userIds].filter((id) => id !== undefined)])],
    names: [...new Set(names.filter((name) => name !== undefined && name.trim().length > 2))] as string[],
  };
}

type Chat = {
  readonly id: string;
  readonly name?: string;
  readonly chat?: { readonly conversationId?: string; readonly userId?: string };
};
type Copies = {
  readonly copies?: readonly {
    readonly party?: string;
    readonly conversationId?: string;
    /** A group: its id is not the person's. */
    readonly chat?: unknown;
  }[];
};

const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function personFile(data: CaseData, given: string, organisation: Organisation): Promise<PersonFile> {
  const known = knownAs(given, organisation, data);
  const whom = whomOf(known);
  const { world } = organisation;
  const reader: Reader = {
    line: (collection, entry, doc) => entryLine(collection, entry, doc, world),
    told: (said, collection, doc) => ownLines(said, collection, doc, world),
  };
  const stored: Stored[] = [];
  const mentioned: PersonFile['mentioned'][number][] = [];
  for (const record of registry.cases)
    for await (const { doc, inArchive } of data.cases(record)) {
      const one = storedInCase(doc as Document, record, whom, world, reader);
      if (one) stored.push(inArchive ? { ...one, inArchive } : one);
      else if (names(doc, known)) mentioned.push(mentionOf(record, doc));
    }
  for (const holding of registry.holdings)
    for (const doc of data.documents(holding.collection)) {
      const one = storedInHolding(doc as Document, holding, whom, reader);
      if (one) stored.push(one);
      else if (names(doc, known)) mentioned.push(mentionOf(holding, doc));
    }
  return {
    known,
    stored,
    mentioned,
    backups: await backupsWith(known, data.place.folder, organisation.folder),
  };
}

export const mentionOf = (
  { collection, noun }: Pick<Stored, 'collection' | 'noun'>,
  doc: unknown,
): Pick<Stored, 'collection' | 'noun' | 'id'> => ({ collection, noun, id: (doc as Document).id });

/** Whether an id or a name of the person stands anywhere in it, as a whole word. */
export function names(value: unknown, { ids, names: called }: Known): boolean {
  const isThem: Whom = whomOf({ ids, names: [] });
  const inText = (text: string): boolean =>
    isThem(text) || called.some((name) => text.includes(name) && withoutName(text, name) !== text);
  const isIn = (one: unknown): boolean => {
    if (typeof one === 'string') return inText(one);
    if (typeof one !== 'object' || one === null) return false;
    return Object.entries(one).some(([key, inner]) => isThem(key) || isIn(inner));
  };
  return isIn(value);
}

const withoutName = (text: string, name: string): string => withoutNames(text, new Set([name]));

function fileLines(
  { known, stored, mentioned, backups }: PersonFile,
  given: string,
  at: string,
  inUse: boolean,
): readonly string[] {
  const who = known.names.length > 0 ? ` (${known.names.join(', ')})` : '';
  return [
    `Auskunft zu „${given}“${who}, Stand ${momentIn('de', at)}`,
    ...(inUse ? ['Lotse arbeitet gerade mit diesen Daten: Das ist der Stand dieses Augenblicks.'] : []),
    `Kennungen: ${known.ids.join(', ')}`,
    ...Object.values(Object.groupBy(stored, ({ collection }) => collection)).flatMap((some = []) =>
      kindLines(some),
    ),
    ...(mentioned.length > 0
      ? ['', 'Im Text anderer genannt (deren Worte stehen nicht in dieser Auskunft):']
      : []),
    ...mentioned.map((one) => `  ${nameOf(one)}`),
    ...(backups.length > 0 ? ['', 'Außerdem in diesen Dateien:'] : []),
    ...backups.map(({ file, kept }) => `  ${file} – ${kept}`),
  ];
}

function kindLines(some: readonly Stored[]): readonly string[] {
  const [first] = some;
  if (!first) return [];
  const isSame = some.every(({ kept }) => kept.de === first.kept.de);
  return [
    '',
    `${first.noun.de} (${some.length})`,
    ...(isSame ? [`  Aufbewahrung: ${first.kept.de}`] : []),
    ...some.flatMap((one) => storedLines(one, isSame)),
  ];
}

function storedLines(
  { id, parts, told, did, kept, inArchive, noun }: Stored,
  isSame: boolean,
): readonly string[] {
  const roles = [...new Set(parts.map(({ as }) => as.de))].join('; ');
  return [
    `  ${nameOf({ noun, id })}${inArchive ? ' · im Archiv' : ''}${roles ? `: ${roles}` : ''}`,
    ...[...new Set(told)].map((line) => `    ${line}`),
    ...did.map(({ line }) => `    ${line}`),
    ...(isSame ? [] : [`    Aufbewahrung: ${kept.de}`]),
  ];
}
