import { dayIn, momentIn } from '../core/day.ts';
import type { HistoryEntry } from '../core/history.ts';
import { euros } from '../core/money.ts';
import { outboxCollection } from '../core/notice.ts';
import { nameWithMark } from '../core/text.ts';
import { Budget, budgetCollection, nameOf as budgetName } from '../features/requests/budgets/model.ts';
import { draftCollection } from '../features/requests/form/draft.ts';
import { stepTitle } from '../features/requests/labels.ts';
import { type FieldValues, Request, requestCollection } from '../features/requests/model.ts';
import { factsOf } from '../features/requests/views/fields.ts';
import type { AuditWorld } from './audit-world.ts';
import type { CaseData } from './case-data.ts';
import type { Document } from './person-data.ts';
import { registry } from './registry.ts';

/*
 * What is stored, in the words of people who are no developers: German, for the terminal and for files. What has no word
 * here is called as in the data, so that nothing is left out.
 */

/** Where a document stands, in words. */
export function stateWord(collection: string, doc: Document): string | undefined {
  const word = registry.states[collection]?.(doc);
  return word?.de ?? (typeof doc.state === 'string' ? doc.state : undefined);
}

/** An entry of a history as a line; what only keeps the trace is said, too. */
export function entryLine(
  collection: string,
  entry: HistoryEntry,
  doc: Document,
  world: AuditWorld | undefined,
): string {
  const { at, byName, onBehalfOf, act, note } = entry;
  const what = collection === requestCollection ? traceOf(entry, world) : undefined;
  const who = nameWithMark(byName, onBehalfOf, 'de');
  const line =
    lineOf(collection, entry, doc) ?? `${momentIn('de', at)} · ${who} · ${what ?? `Vermerk „${act}“`}`;
  return `${line}${note ? `: „${note}“` : ''}`;
}

/** As cards say it, but they cut what was said. */
export function lineOf(
  collection: string,
  { note: _note, ...entry }: HistoryEntry,
  doc: Document,
): string | undefined {
  return registry.lines[collection]?.(entry, 'de', doc);
}

/** What a request keeps besides what people did. */
function traceOf({ act, facts = {} }: HistoryEntry, world: AuditWorld | undefined): string | undefined {
  const names = String(facts.who ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((id) => world?.directory.person(id)?.name ?? id)
    .join(', ');
  if (act === 'asked') return `fragt ${names || 'niemanden: die Rolle ist nicht besetzt'}`;
  return act === 'resting' ? 'lässt den Antrag ruhen' : undefined;
}

/** The facts of an entry, as far as its line does not say them. */
export function factWords(
  collection: string,
  { facts = {} }: HistoryEntry,
  doc: Document,
  data: Pick<CaseData, 'documents'>,
  world: AuditWorld | undefined,
): string {
  // The line of a movement says all of it.
  if (collection === budgetCollection) return '';
  const said = collection === requestCollection ? requestFacts(facts, doc, data, world) : undefined;
  return (said ?? Object.entries(facts).map(([name, value]) => `${name} ${value}`)).join(', ');
}

function requestFacts(
  facts: NonNullable<HistoryEntry['facts']>,
  doc: Document,
  data: Pick<CaseData, 'documents'>,
  world: AuditWorld | undefined,
): readonly string[] {
  const budget = (id: unknown): string => {
    const found = (data.documents(budgetCollection) as readonly Document[]).find((one) => one.id === id);
    return found ? budgetName(Budget.parse(found), 'de') : String(id);
  };
  const { route } = Request.parse(doc);
  const words: Readonly<Record<string, (value: unknown) => string | undefined>> = {
    step: (id) => {
      const step = route.find((one) => one.id === id);
      return `Schritt ${step && world ? stepTitle(step, world, 'de') : id}`;
    },
    visit: () => undefined,
    who: () => undefined,
    forName: () => undefined,
    for: () => undefined,
    type: () => undefined,
    unit: () => undefined,
    granted: (cents) => `bewilligt ${euros('de', Number(cents))}`,
    cents: (cents) => (facts.granted === cents ? undefined : euros('de', Number(cents))),
    budget: (id) => `aus ${budget(id)}`,
    from: (id) => `davor ${budget(id)}`,
  };
  return Object.entries(facts).flatMap(([name, value]) => {
    const say = words[name];
    return say ? (say(value) ?? []) : [`${name} ${value}`];
  });
}

/** What somebody has entered or what stands about them, line by line. */
export const ownLines = (
  said: Readonly<Record<string, unknown>>,
  collection: string,
  doc: Document,
  world: AuditWorld | undefined,
): readonly string[] =>
  Object.entries(said).flatMap(([name, value]) => {
    if (isEmpty(value)) return [];
    if (name === 'fields' && typeof value === 'object' && !Array.isArray(value) && hasType.has(collection))
      return fieldLines(value as FieldValues, doc, world);
    return [`${fieldWords[name] ?? name}: ${valueWord(name, value, collection, doc, world)}`];
  });

/** Documents whose fields a type of request asks for. */
const hasType: ReadonlySet<string> = new Set([requestCollection, draftCollection]);

function fieldLines(fields: FieldValues, doc: Document, world: AuditWorld | undefined): readonly string[] {
  if (!world) return [`Angaben: ${inWords(fields)}`];
  const type = world.types.find(({ id }) => id === doc.type);
  return factsOf(fields, type, world.directory, 'de').map(
    ({ title, value }) => `${title.replace(/\?$/, '')}: ${value}`,
  );
}

function valueWord(
  name: string,
  value: unknown,
  collection: string,
  doc: Document,
  world: AuditWorld | undefined,
): string {
  const text = typeof value === 'string' ? value : undefined;
  if (name === 'state')
    return (
      (collection === outboxCollection ? deliveries[text ?? ''] : stateWord(collection, doc)) ??
      inWords(value)
    );
  if (name === 'channel') return channels[text ?? ''] ?? inWords(value);
  if (name === 'type' && text) return world?.types.find(({ id }) => id === text)?.name.de ?? text;
  if (name === 'unit' && text) return world?.directory.unitLabel(text, 'de') ?? text;
  return inWords(value);
}

/** States of notices; those of cases have words of their own. */
const deliveries: Readonly<Record<string, string>> = {
  pending: 'wird noch gesendet',
  failed: 'wird noch einmal versucht',
  gathered: 'kam gesammelt mit anderen',
  sent: 'gesendet',
  settled: 'nicht mehr nötig',
  ambiguous: 'kam vielleicht an',
  dead: 'nicht zustellbar',
};
const channels: Readonly<Record<string, string>> = { teams: 'Teams', mail: 'E-Mail' };

const isEmpty = (value: unknown): boolean =>
  value === '' || (Array.isArray(value) && value.length === 0) || value === undefined;

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT/.test(value)
      ? momentIn('de', value)
      : /^\d{4}-\d\d-\d\d$/.test(value)
        ? dayIn('de', value)
        : value;
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, one]) => `${fieldWords[name] ?? name} ${inWords(one)}`)
    .join('; ');
}

/** What fields of the documents are called. What is not here is called as in the data. */
const fieldWords: Readonly<Record<string, string>> = {
  at: 'am',
  answer: 'Antwort',
  benefit: 'Nutzen',
  capacity: 'Plätze',
  channel: 'Weg',
  chat: 'Chat',
  closedAt: 'abgeschlossen',
  comment: 'Bemerkung',
  company: 'Unternehmen',
  contact: 'Kontakt',
  createdAt: 'angelegt',
  delivery: 'Zustellung',
  experience: 'Erfahrung',
  fields: 'Angaben',
  gains: 'Wem es nützt',
  kind: 'Art',
  language: 'Sprache',
  languages: 'Sprachen',
  links: 'Links',
  mailToo: 'auch per E-Mail',
  marks: 'Bewertung',
  note: 'Bemerkung',
  outcome: 'Ergebnis',
  presence: 'Anwesenheit',
  problem: 'Problem',
  question: 'Frage',
  quiet: 'Ruhezeit',
  reason: 'Grund',
  ref: 'Vorgang',
  reply: 'Rückmeldung',
  state: 'Stand',
  text: 'Text',
  title: 'Titel',
  topic: 'Thema',
  topics: 'Themen',
  type: 'Art',
  unit: 'Amt',
  way: 'Weiteres Vorgehen',
};
