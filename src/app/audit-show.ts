import { namedCase } from '../core/case-number.ts';
import { momentIn } from '../core/day.ts';
import type { HistoryEntry } from '../core/history.ts';
import { euros } from '../core/money.ts';
import { nameWithMark, type Text } from '../core/text.ts';
import { stateOf } from '../features/requests/labels.ts';
import { Request, requestCollection } from '../features/requests/model.ts';
import type { CaseData } from './case-data.ts';
import { fine, no, type Terminal } from './directory-command.ts';
import { type Document, nameOf } from './person-data.ts';
import { registry } from './registry.ts';

/** A case, or what has a history besides, as it is stored. */
export type FoundCase = {
  readonly noun: Text;
  readonly collection: string;
  readonly doc: Document;
  readonly inArchive: boolean;
};

/** `show NUMMER`: who did what when, with the beginning of each fingerprint. Numbers are read as everywhere in Lotse. */
export async function showCase(
  data: CaseData,
  number: string,
  { print, complain }: Pick<Terminal, 'print' | 'complain'>,
): Promise<number> {
  const found = await caseNumbered(data, number);
  if (!found) {
    complain(`Einen Vorgang ${number} gibt es hier nicht, weder im Bestand noch im Archiv.`);
    return no;
  }
  const { noun, collection, doc, inArchive } = found;
  const state = collection === requestCollection ? stateOf(Request.parse(doc)).de : doc.state;
  const said = [nameOf({ noun, id: doc.id }), doc.title, state, inArchive ? 'im Archiv' : undefined];
  print(said.filter((one) => typeof one === 'string').join(' · '));
  if (collection === requestCollection) requestLines(Request.parse(doc)).map(print);
  const lineOf = registry.lines[collection];
  for (const entry of (doc.history as readonly HistoryEntry[] | undefined) ?? []) {
    const line = lineOf?.(entry, 'de', doc) ?? plainLine(entry);
    print(`${String(entry.n).padStart(3)}. ${line}${entry.erased ? ' [Wortlaut gelöscht]' : ''}`);
    print(`     ${factsOf(entry)}  ${entry.hash.slice(0, 16)}`);
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

const requestLines = ({
  type,
  unit,
  requester,
  colleague,
  fields,
  fieldKinds,
}: Request): readonly string[] => [
  `Antragsart ${type}, Amt ${unit}, gestellt von ${requester.name} (${requester.id})${colleague ? ` für ${colleague.name} (${colleague.id})` : ''}`,
  ...Object.entries(fields).map(
    ([field, value]) =>
      `  ${field}: ${fieldKinds[field] === 'money' ? euros('de', Number(value)) : String(value)}`,
  ),
];

function plainLine({ at, byName, onBehalfOf, act, note }: HistoryEntry): string {
  return `${momentIn('de', at)} · ${nameWithMark(byName, onBehalfOf, 'de')} · ${act}${note ? `: ${note}` : ''}`;
}

const factsOf = ({ facts }: Pick<HistoryEntry, 'facts'>): string =>
  Object.entries(facts ?? {})
    .map(([name, value]) => `${name}=${amounts.has(name) ? euros('de', Number(value)) : value}`)
    .join(' ');

/** Facts that are stored in cents. */
const amounts: ReadonlySet<string> = new Set(['cents', 'limit', 'before', 'granted']);
