import { sizeText } from '../case/files.ts';
import { dayIn, momentIn } from '../core/day.ts';
import type { HistoryEntry } from '../core/history.ts';
import { euros } from '../core/money.ts';
import type { Paper, PaperBlock, PaperSection } from '../core/ports/papers.ts';
import { nameWithMark, wordsIn } from '../core/text.ts';
import { circulationRecord } from '../features/beirat/circulations/record.ts';
import { meetingRecord } from '../features/beirat/meetings/record.ts';
import { broughtLine, changeLabel, rowLines } from '../features/directory/changes/labels.ts';
import { changeCollection, DirectoryChange } from '../features/directory/changes/model.ts';
import { ideaRecord } from '../features/ideas/record.ts';
import {
  Budget,
  budgetCollection,
  nameOf as budgetName,
  sumsOf,
} from '../features/requests/budgets/model.ts';
import { movementText } from '../features/requests/budgets/movements.ts';
import { decisiveOf, fieldsSeen } from '../features/requests/decided.ts';
import { askedByText, historyText, stateOf, stepTitle } from '../features/requests/labels.ts';
import { openParts, Request, requestCollection, type Vote } from '../features/requests/model.ts';
import { factsOf } from '../features/requests/views/fields.ts';
import type { FoundCase } from './audit-show.ts';
import type { AuditWorld } from './audit-world.ts';
import { ofCirculation, ofIdea, ofMeeting } from './board-file.ts';
import { nameOf } from './person-data.ts';
import { registry } from './registry.ts';
import { stateWord } from './stored-words.ts';

/*
 * A case as a file for those who check: who, what, when, in whose place, for how much, what each decision had before it,
 * and the fingerprint of each entry, by which a printed file can be compared with the data years later.
 */

type Fact = Paper['facts'][number];

type Reader = {
  /** Whether what is not public stands in it, too. At the terminal it does. */
  readonly closed?: boolean;
  /** The budgets that there are: an entry names one by its id. */
  readonly budgets?: readonly Pick<Budget, 'id' | 'name' | 'year'>[];
};

/** "IT-Budget 2026"; of one that is gone its id. */
const budgetNamed = (id: string, budgets: Reader['budgets'] = []): string => {
  const found = budgets.find((one) => one.id === id);
  return found ? budgetName(found, 'de') : id;
};

/** Pure. German: it goes to the audit office. */
export function caseFile(
  found: FoundCase,
  world: AuditWorld,
  { closed = true, budgets }: Reader = {},
): Paper {
  const { noun, collection, doc, inArchive } = found;
  const name = nameOf({ noun, id: doc.id });
  const read = partsOf(collection, doc, world, closed, budgets);
  return {
    title: `Akte ${read.name ?? name}`,
    subtitle: read.title,
    language: 'de',
    facts: [
      ...read.facts,
      {
        title: 'Stand der Akte',
        value: `${momentIn('de', world.now)}${inArchive ? ', aus dem Archiv' : ''}`,
      },
    ],
    sections: [
      ...read.sections,
      historySection(collection, closed ? doc : withoutWords(collection, doc), budgets),
      howToCheck,
    ],
    footer: `Akte ${read.name ?? name}`,
  };
}

type Read = {
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly facts: readonly Fact[];
  readonly sections: readonly PaperSection[];
};

/** What was said and who was meant may be of an item that is not public. */
const withoutWords = (collection: string, doc: FoundCase['doc']): FoundCase['doc'] =>
  restricted.has(collection)
    ? {
        ...doc,
        history: (doc.history as readonly HistoryEntry[]).map(
          ({ note: _note, facts: _facts, ...entry }) => entry,
        ),
      }
    : doc;
const restricted: ReadonlySet<string> = new Set([
  meetingRecord.collection,
  circulationRecord.collection,
  ideaRecord.collection,
]);

function partsOf(
  collection: string,
  doc: FoundCase['doc'],
  world: AuditWorld,
  closed: boolean,
  budgets: Reader['budgets'],
): Read {
  if (collection === meetingRecord.collection) return ofMeeting(meetingRecord.schema.parse(doc), closed);
  if (collection === circulationRecord.collection)
    return ofCirculation(circulationRecord.schema.parse(doc), closed);
  if (collection === ideaRecord.collection) return ofIdea(ideaRecord.schema.parse(doc), closed);
  if (collection === requestCollection) return ofRequest(Request.parse(doc), world, budgets);
  if (collection === budgetCollection) return ofBudget(Budget.parse(doc));
  if (collection === changeCollection) return ofChange(DirectoryChange.parse(doc), world);
  const { title } = doc as { readonly title?: unknown };
  const state = stateWord(collection, doc);
  return {
    title: typeof title === 'string' ? title : undefined,
    facts: state === undefined ? [] : [{ title: 'Stand', value: state }],
    sections: [],
  };
}

function ofRequest(request: Request, world: AuditWorld, budgets: Reader['budgets']): Read {
  const { directory, types } = world;
  const type = types.find(({ id }) => id === request.type);
  const { granted, funding, closedAt } = request;
  const money = granted ?? funding?.cents;
  return {
    title: request.title,
    facts: [
      { title: 'Nummer', value: request.id },
      { title: 'Antragsart', value: type?.name.de ?? request.type },
      { title: 'Für', value: directory.unitLabel(request.unit, 'de') },
      { title: 'Gestellt von', value: `${askedByText(request, 'de')}, ${momentIn('de', request.createdAt)}` },
      { title: 'Stand', value: stateOf(request).de },
      ...(money === undefined ? [] : [{ title: 'Bewilligt', value: euros('de', money) }]),
      ...(funding ? [{ title: 'Aus dem Budget', value: budgetNamed(funding.budget, budgets) }] : []),
      ...(closedAt ? [{ title: 'Abgeschlossen', value: momentIn('de', closedAt) }] : []),
    ],
    sections: [
      {
        heading: 'Angaben des Antrags',
        blocks: [factTable('Was beantragt ist', factsOf(request.fields, type, directory, 'de'))],
      },
      ...request.earlier.map((version, at) => ({
        heading: `Frühere Fassung ${at + 1}, ersetzt am ${momentIn('de', version.at)}`,
        level: 2 as const,
        blocks: [factTable(`Fassung ${at + 1}`, factsOf(version.fields, type, directory, 'de'))],
      })),
      { heading: 'Entscheidungen', blocks: decisions(request, world) },
      ...filesSection(request),
    ],
  };
}

/** What lies with it; the contents are files of the data folder under these ids. */
function filesSection({ files = [] }: Request): readonly PaperSection[] {
  if (files.length === 0) return [];
  const rows = files.map(({ id, name, bytes, byName, at, digest }) => [
    name,
    sizeText(bytes, 'de'),
    byName,
    momentIn('de', at),
    id,
    digest,
  ]);
  const head = ['Name', 'Größe', 'Beigelegt von', 'Wann', 'Kennung', 'Fingerabdruck'];
  return [{ heading: 'Dateien', blocks: [{ kind: 'table', caption: 'Was beiliegt', head, rows }] }];
}

/** Each thing that was said at a step, with what lay before whoever said it. */
function decisions(request: Request, world: AuditWorld): readonly PaperBlock[] {
  const { directory, types } = world;
  const type = types.find(({ id }) => id === request.type);
  const decisive = new Set(decisiveOf(request));
  const seen = (vote: Vote): string =>
    factsOf(
      Object.fromEntries(Object.entries(fieldsSeen(request, vote, world)).filter(([id]) => decisive.has(id))),
      type,
      directory,
      'de',
    )
      .map(({ title, value }) => `${title.replace(/\?$/, '')}: ${value}`)
      .join('; ');
  const rows = [...request.settled, ...openParts(request)].flatMap(({ step, votes }) => {
    const known = request.route.find(({ id }) => id === step);
    const title = known ? stepTitle(known, world, 'de') : step;
    return votes.map((vote) => [
      vote.isOverride ? `${title} (anstelle der Zuständigen)` : title,
      nameWithMark(vote.byName, vote.onBehalfOf, 'de'),
      momentIn('de', vote.at),
      said[vote.say],
      vote.note ?? '–',
      seen(vote) || '–',
    ]);
  });
  if (rows.length === 0) return [{ kind: 'text', text: 'Es ist noch nichts entschieden.' }];
  const head = ['Schritt', 'Wer', 'Wann', 'Was', 'Begründung', 'Was dabei vorlag'];
  return [{ kind: 'table', caption: 'Was an den Schritten gesagt wurde', head, rows }];
}

const said: Readonly<Record<Vote['say'], string>> = {
  yes: 'stimmt zu',
  no: 'lehnt ab',
  opinion: 'nimmt Stellung',
};

function ofBudget(budget: Budget): Read {
  const { committed, spent, free } = sumsOf(budget);
  const amount = (cents: number) => euros('de', cents);
  const rows = Object.entries(budget.entries).map(([request, { cents, state, granted }]) => [
    request,
    state === 'spent' ? 'ausgegeben' : 'gebunden',
    amount(granted ?? cents),
    amount(cents),
  ]);
  return {
    name: `Budget ${budgetName(budget, 'de')}`,
    facts: [
      { title: 'Limit', value: amount(budget.limit) },
      { title: 'Ausgegeben', value: amount(spent) },
      { title: 'Gebunden', value: amount(committed) },
      { title: 'Frei', value: amount(free) },
      ...(budget.closed ? [{ title: 'Abgeschlossen', value: dayIn('de', budget.closed) }] : []),
    ],
    sections: [
      {
        heading: 'Anträge',
        blocks:
          rows.length === 0
            ? [{ kind: 'text', text: 'Aus diesem Budget ist nichts bewilligt.' }]
            : [
                {
                  kind: 'table',
                  caption: 'Was aus dem Budget bewilligt ist',
                  head: ['Antrag', 'Zustand', 'Bewilligt', 'Gebunden oder abgerechnet'],
                  rows,
                },
              ],
      },
    ],
  };
}

function ofChange(change: DirectoryChange, { directory }: AuditWorld): Read {
  const ids = change.persons.flatMap(({ before, after }) => [before, after]);
  const names = new Map(ids.flatMap((row) => (row ? [[String(row.id), String(row.name)] as const] : [])));
  const people = change.assignments.flatMap(({ before, after }) => [before?.person, after?.person]);
  for (const id of people) {
    const name = typeof id === 'string' ? directory.person(id)?.name : undefined;
    if (typeof id === 'string' && name) names.set(id, name);
  }
  const lines = rowLines(change, names, 'de');
  return {
    name: changeLabel(change, 'de'),
    facts: [
      { title: 'Übernommen', value: momentIn('de', change.at) },
      { title: 'Herkunft', value: broughtLine(change, 'de') },
      { title: 'Schließt an', value: change.previous.slice(0, 16) || 'Sie ist die erste.' },
    ],
    sections: [
      {
        heading: 'Zeilen',
        blocks:
          lines.length === 0
            ? [{ kind: 'text', text: change.history[0]?.note ?? 'Keine.' }]
            : lines.map((text) => ({ kind: 'text', text })),
      },
    ],
  };
}

const factTable = (caption: string, facts: readonly Fact[]): PaperBlock =>
  facts.length === 0
    ? { kind: 'text', text: 'Keine.' }
    : {
        kind: 'table',
        caption,
        head: ['Angabe', 'Inhalt'],
        rows: facts.map(({ title, value }) => [title, value]),
      };

function historySection(collection: string, doc: FoundCase['doc'], budgets: Reader['budgets']): PaperSection {
  const history = (doc.history as readonly HistoryEntry[] | undefined) ?? [];
  const rows = history.map((entry) => [
    String(entry.n),
    momentIn('de', entry.at),
    nameWithMark(entry.byName, entry.onBehalfOf, 'de'),
    `${whatOf(collection, entry, doc, budgets)}${entry.note ? `: „${entry.note}“` : ''}${entry.erased ? ' [Wortlaut gelöscht]' : ''}`,
    entry.hash.slice(0, 16),
  ]);
  const head = ['Nr.', 'Zeit', 'Wer', 'Was', 'Fingerabdruck'];
  return {
    heading: 'Historie',
    blocks:
      rows.length === 0
        ? [{ kind: 'text', text: 'Dieser Vorgang führt keine Historie.' }]
        : [{ kind: 'table', caption: 'Jeder Eintrag der Historie', head, rows }],
  };
}

/** What an entry says without moment, name and note, which have columns of their own. */
function whatOf(
  collection: string,
  entry: HistoryEntry,
  doc: FoundCase['doc'],
  budgets: Reader['budgets'],
): string {
  const { note: _note, ...rest } = entry;
  if (collection === budgetCollection) return movementText(entry, 'de');
  const text =
    collection === requestCollection
      ? historyText(rest, 'de', [], doc as Parameters<typeof historyText>[3])
      : registry.lines[collection]?.(rest, 'de', doc)?.replace(/^.*? · /, '');
  const name = nameWithMark(entry.byName, entry.onBehalfOf, 'de');
  const words = text?.startsWith(`${name} `) ? text.slice(name.length + 1) : text;
  const money = factText(entry, budgets);
  return `${words ?? `Vermerk „${entry.act}“`}${money ? ` (${money})` : ''}`;
}

/** Amounts in euros, never in cents. */
function factText({ facts = {} }: Pick<HistoryEntry, 'facts'>, budgets: Reader['budgets']): string {
  const t = wordsIn('de');
  return [
    typeof facts.cents === 'number' ? euros('de', facts.cents) : undefined,
    typeof facts.budget === 'string' ? t(`Budget ${budgetNamed(facts.budget, budgets)}`, '') : undefined,
    typeof facts.from === 'string' ? t(`davor ${budgetNamed(facts.from, budgets)}`, '') : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}

const howToCheck: PaperSection = {
  heading: 'Wie diese Akte nachgeprüft wird',
  blocks: [
    {
      kind: 'text',
      text: 'Jeder Eintrag trägt einen Fingerabdruck (SHA-256) aus seinem Inhalt, der Nummer des Vorgangs und dem Fingerabdruck des Eintrags davor; hier stehen seine ersten 16 Zeichen. „npm run audit -- verify“ prüft die Kette im Bestand. Steht dort an derselben Nummer ein anderer Fingerabdruck als in dieser Akte, ist die Historie nach ihrer Ausfertigung verändert worden.',
    },
  ],
};
