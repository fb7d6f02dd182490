import { createArchive } from '../adapters/archive/archive-files.ts';
import { createFolderFiles } from '../adapters/store/files/folder.ts';
import { type HeldDatabase, holdingDatabase } from '../adapters/store/postgres/rewrite.ts';
import { holding } from '../adapters/store/rewrite.ts';
import type { Archived } from '../core/ports/archive.ts';
import type { Text } from '../core/text.ts';
import { backupsWith } from './audit-copies.ts';
import { knownAs, mentionOf, names } from './audit-person.ts';
import { type AuditWorld, readOrganisation } from './audit-world.ts';
import { archiveFolder, type CaseData, type DataPlace, filesFolder, readCases } from './case-data.ts';
import { fine, no, type Terminal } from './directory-command.ts';
import { Impossible } from './directory-trouble.ts';
import {
  type Document,
  type Erased,
  erasedCase,
  erasedHolding,
  type Known,
  numberOf,
  type Stored,
  whomOf,
} from './person-data.ts';
import { registry } from './registry.ts';

type Place = Pick<Stored, 'collection' | 'noun' | 'id'>;

/** What an erasure comes to: for one document. */
type Step = Place & { readonly doc: Document; readonly erased: Erased };

/** Somebody to be erased, and the moment. */
type Erasing = { readonly known: Known; readonly world: AuditWorld };

/**
 * `person erase`: says what goes, what must stay and why; then takes the person out of store and archive (Art. 17
 * GDPR), under the lock of the store, and says where they still stand until when.
 */
export async function erasePerson(
  place: DataPlace,
  given: string,
  yes: boolean,
  terminal: Terminal,
): Promise<number> {
  const organisation = await readOrganisation(terminal);
  const data = await readCases(place);
  const erasing: Erasing = { known: knownAs(given, organisation, data), world: organisation.world };
  const steps = [
    ...stepsFor(documentsOf(data), erasing),
    ...(await archived(data)).flatMap((doc) => archiveStep(doc, erasing)),
  ];
  const going = steps.filter(isGoing);
  sayPlan(steps, erasing.known, terminal);
  const backups = await backupsWith(erasing.known, place.folder, organisation.folder);
  const sayBackups = () => {
    if (backups.length > 0) terminal.print('Außerdem steht die Person in diesen Dateien:');
    for (const { file, kept } of backups) terminal.print(`  ${file} – ${kept}`);
  };
  if (going.length === 0) {
    sayBackups();
    terminal.complain(`Zu „${given}“ ist nichts gespeichert, das gelöscht werden könnte.`);
    return no;
  }
  const question = `„${given}“ unwiderruflich löschen: ${places(going.length)}?`;
  if (!(yes || (await terminal.confirm(question)))) {
    terminal.complain(`${question} Zum Bestätigen mit --yes aufrufen. Es wurde nichts geändert.`);
    return no;
  }
  const done = await carryOut(data, erasing);
  terminal.print(`Gelöscht: ${places(done)}.`);
  sayBackups();
  return fine;
}

const places = (count: number): string => (count === 1 ? '1 Stelle' : `${count} Stellen`);

const isGoing = ({ erased: { what } }: Step): boolean => what === 'change' || what === 'remove';

function* documentsOf(data: CaseData): Generator<readonly [collection: string, doc: Document]> {
  for (const collection of data.collections)
    for (const doc of data.documents(collection)) yield [collection, doc as Document];
}

async function archived({ archive }: CaseData): Promise<readonly Archived[]> {
  const found: Archived[] = [];
  for (const year of await archive.years()) for await (const one of archive.list(year)) found.push(one);
  return found;
}

/** What the erasure comes to for every document of the store. */
function stepsFor(
  documents: Iterable<readonly [collection: string, doc: Document]>,
  { known, world }: Erasing,
): readonly Step[] {
  const whom = whomOf(known);
  return [...documents].flatMap(([collection, doc]): readonly Step[] => {
    const record = registry.cases.find((one) => one.collection === collection);
    if (record)
      return [{ ...mentionOf(record, doc), doc, erased: erasedCase(doc, record, whom, world, known.names) }];
    const holding = registry.holdings.find((one) => one.collection === collection);
    if (!holding) return [];
    const erased = erasedHolding(doc, holding, whom, world, known.names);
    return [{ ...mentionOf(holding, doc), doc, erased }];
  });
}

function archiveStep(doc: Archived, { known, world }: Erasing): readonly Step[] {
  const record = registry.cases.find(({ isOne }) => isOne(doc.id));
  if (!record) return [];
  return [
    { ...mentionOf(record, doc), doc, erased: erasedCase(doc, record, whomOf(known), world, known.names) },
  ];
}

/** The data while nobody else writes to it, wherever it lies. */
const heldData = <T>({ folder, url }: DataPlace, work: (data: HeldDatabase) => Promise<T>): Promise<T> =>
  url === undefined
    ? holding(folder, (held) =>
        work({
          ...held,
          archive: createArchive(archiveFolder(folder)),
          files: createFolderFiles(filesFolder(folder)),
        }),
      )
    : holdingDatabase(url, work);

async function carryOut(data: CaseData, erasing: Erasing): Promise<number> {
  try {
    return await heldData(data.place, async ({ documents, write, archive, files }) => {
      const steps = stepsFor(
        documents().flatMap(({ in: collection, doc }) =>
          doc ? [[collection, doc as Document] as const] : [],
        ),
        erasing,
      ).filter(isGoing);
      await write(
        steps.map(({ collection, id, erased }) => ({
          in: collection,
          id,
          ...(erased.what === 'change' ? { doc: erased.doc as never } : {}),
        })),
      );
      const gone = steps.flatMap(({ doc, erased }) => filesGone(doc, erased));
      // A paper of a topic is one of the meeting that took it, too.
      const left = new Map(steps.map(({ id, erased }) => [id, erased.what === 'change' ? erased.doc : {}]));
      const named = new Set(
        documents().flatMap(({ id, doc }) => (doc ? fileIdsIn((left.get(id) ?? doc) as Document) : [])),
      );
      let done = steps.length;
      for (const year of await archive.years())
        done += await archive.rewrite(year, (one) => {
          const [step] = archiveStep(one, erasing);
          if (step) gone.push(...filesGone(one, step.erased));
          return step?.erased.what === 'change' ? step.erased.doc : one;
        });
      // Last: a content without a document is found by the running program, a document without a content by nobody.
      for (const id of new Set(gone)) if (!named.has(id)) await files.remove(id);
      return done;
    });
  } catch (error) {
    if (!(error instanceof Error) || !/Another Lotse|lock file/i.test(error.message)) throw error;
    throw new Impossible(`Lotse arbeitet mit diesen Daten. Halten Sie es zuerst an. (${error.message})`);
  }
}

/** Files that a document named and names no more. */
function filesGone(doc: Document, erased: Erased): readonly string[] {
  if (erased.what === 'remove' && doc.note !== undefined && doc.case === undefined) return [doc.id];
  const left = erased.what === 'change' ? fileIdsIn(erased.doc) : [];
  return erased.what === 'change' || erased.what === 'remove'
    ? fileIdsIn(doc).filter((id) => !left.includes(id))
    : [];
}

const fileIdsIn = ({ files }: Document): readonly string[] =>
  Array.isArray(files) ? files.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])) : [];

function sayPlan(steps: readonly Step[], known: Known, { print }: Terminal): void {
  const say = (title: string, some: readonly Place[]) => {
    if (some.length === 0) return;
    print(title);
    for (const line of placeLines(some)) print(`  ${line}`);
  };
  const of = (what: Erased['what']) => steps.filter(({ erased }) => erased.what === what);
  say('Wird ganz gelöscht:', of('remove'));
  say('Bleibt, ohne die Person und ihre Worte:', of('change'));
  const staying = of('stays').map((step) => ({
    ...step,
    why: step.erased.what === 'stays' ? step.erased.why : noReason,
  }));
  if (staying.length > 0) print('Muss bleiben:');
  for (const some of Object.values(Object.groupBy(staying, ({ why }) => why.de)))
    for (const line of [...placeLines(some ?? []), `  ${some?.[0]?.why.de ?? ''}`]) print(`  ${line}`);
  const left = steps.filter(({ doc, erased }) =>
    erased.what === 'nothing' ? names(doc, known) : erased.what === 'change' && names(erased.doc, known),
  );
  say('Im Text anderer genannt; das ändert Lotse nicht, prüfen Sie es selbst:', left);
}

const noReason: Text = { de: '', en: '' };

/** What has a history of its own: each of them is named. */
const chained: ReadonlySet<string> = new Set([
  ...registry.cases.map(({ collection }) => collection),
  ...registry.holdings.filter(({ chain }) => chain).map(({ collection }) => collection),
]);

/** "Antrag IT-2026-0001, IT-2026-0004" for few, the number for many whose names tell nothing. */
function placeLines(some: readonly Place[]): readonly string[] {
  return Object.values(Object.groupBy(some, ({ collection }) => collection)).flatMap((kind = []) => {
    const [first] = kind;
    if (!first) return [];
    const isNumbered = chained.has(first.collection);
    return isNumbered
      ? [`${first.noun.de}: ${kind.map(({ id }) => numberOf(id)).join(', ')}`]
      : [`${first.noun.de}: ${kind.length}`];
  });
}
