import { z } from 'zod';
import { chainFinding, type Finding } from '../case/audit.ts';
import { brokenEntry, type Digest, type HistoryEntry } from '../core/history.ts';
import type { CaseData } from './case-data.ts';

/** Collections besides the requests whose documents have a history, with what one of them is called. */
const kinds = {
  meetings: 'Sitzung',
  circulations: 'Umlaufbeschluss',
  'date-polls': 'Terminumfrage',
  ideas: 'Idee',
  mentorings: 'Beratung',
  'mentor-profiles': 'Mentorenprofil',
} as const;

/** A document that has a history, whatever else it has. */
const Chained = z.looseObject({
  id: z.string(),
  history: z.array(
    z.custom<HistoryEntry>((value) => typeof (value as HistoryEntry | null)?.hash === 'string'),
  ),
});
export type Chained = z.infer<typeof Chained>;

export type HistoriesVerified = {
  /** How many documents of these kinds there are. */
  readonly cases: number;
  readonly entries: number;
  readonly erased: number;
  readonly findings: readonly Finding[];
};

/** Checks the chain of every history of meetings, circulations, polls, ideas and mentorings. */
export function verifyHistories(data: CaseData, digest: Digest): HistoriesVerified {
  const read = Object.keys(kinds).flatMap((name) =>
    data.documents(name).map((one) => Chained.safeParse(one)),
  );
  const chained = read.flatMap(({ data: one }) => one ?? []);
  const broken = chained.flatMap((one) => {
    const entry = brokenEntry(one.history, one.id, digest);
    return entry ? [chainFinding(one.id, entry)] : [];
  });
  const unreadable = read.flatMap(({ error }) =>
    error
      ? [{ of: '?', what: `Ein Vorgang ist nicht lesbar: ${z.prettifyError(error).replaceAll(/\s+/g, ' ')}` }]
      : [],
  );
  const entries = chained.flatMap(({ history }) => history);
  return {
    cases: read.length,
    entries: entries.length,
    erased: entries.filter(({ erased }) => erased).length,
    findings: [...broken, ...unreadable],
  };
}

/** The document with this id, and what it is called. */
export function caseWithHistory(
  data: CaseData,
  id: string,
): { readonly kind: string; readonly one: Chained } | undefined {
  for (const [name, kind] of Object.entries(kinds)) {
    const found = data.documents(name).find((one) => (one as { readonly id?: unknown }).id === id);
    if (found) return { kind, one: Chained.parse(found) };
  }
  return undefined;
}

/** Further collections in which people stand by their id, without a history. */
const besides = [
  'preferences',
  'chats',
  'idea-letters',
  'mentor-book',
  'mentor-forms',
  'mentor-feedback',
  'idea-drafts',
  'drafts',
  'meeting-forms',
  'outbox',
] as const;

/** Everything besides requests in which a person's id stands, by collection. */
export function documentsAbout(data: CaseData, person: string): Readonly<Record<string, readonly unknown[]>> {
  const found = [...Object.keys(kinds), ...besides].map(
    (name) => [name, data.documents(name).filter((one) => mentions(one, person))] as const,
  );
  return Object.fromEntries(found.filter(([, documents]) => documents.length > 0));
}

/** Whether the id stands anywhere in it, alone or in a list of ids: "61 itb-61". */
function mentions(value: unknown, person: string): boolean {
  if (typeof value === 'string') return value === person || value.split(' ').includes(person);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((part) => mentions(part, person));
}
