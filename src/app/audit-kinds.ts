import type { CaseRecord } from '../case/record.ts';
import { labelOf } from '../core/case-number.ts';
import { dayIn } from '../core/day.ts';
import type { Archive } from '../core/ports/archive.ts';
import type { Store } from '../core/ports/store.ts';
import type { Text } from '../core/text.ts';
import type { AuditKind, AuditRow } from '../features/auditing/feature.ts';
import { circulationStateWords } from '../features/beirat/circulations/labels.ts';
import type { Circulation } from '../features/beirat/circulations/model.ts';
import { circulationRecord } from '../features/beirat/circulations/record.ts';
import { stateWords as meetingStates } from '../features/beirat/meetings/labels.ts';
import type { Meeting } from '../features/beirat/meetings/model.ts';
import { meetingRecord } from '../features/beirat/meetings/record.ts';
import { stateWords as ideaStates } from '../features/ideas/labels.ts';
import type { Idea } from '../features/ideas/model.ts';
import { ideaRecord } from '../features/ideas/record.ts';
import type { AuditWorld } from './audit-world.ts';
import { caseFile } from './case-file.ts';

type Sources = {
  readonly store: Store;
  readonly archive?: Archive | undefined;
  readonly worldAt: (at: string) => AuditWorld;
};

/** What the audit office reads besides requests and budgets. */
export const auditKinds = (sources: Sources): readonly AuditKind[] => [
  kindOf<Meeting>(sources, meetingRecord, 'B', ({ issue }) => issue > 0, meetingRow),
  kindOf<Circulation>(
    sources,
    circulationRecord,
    'U',
    ({ state }) => state !== 'draft' && state !== 'awaiting-approval',
    circulationRow,
  ),
  kindOf<Idea>(sources, ideaRecord, 'ID', () => true, ideaRow),
];

type Documents = { readonly id: string; readonly version: number };

function kindOf<D extends Documents>(
  { store, archive, worldAt }: Sources,
  // biome-ignore lint/suspicious/noExplicitAny: records of several kinds, each reads its own documents
  record: CaseRecord<any, any>,
  letter: AuditKind['letter'],
  isFile: (doc: D) => boolean,
  row: (doc: D, closed: boolean) => Omit<AuditRow, 'id'>,
): AuditKind {
  const stored = store.collection(record.collection, record.schema);
  async function* all(): AsyncGenerator<D> {
    const known = new Set<string>();
    for (const doc of await stored.list()) {
      known.add(doc.id);
      yield doc as D;
    }
    for (const year of (await archive?.years()) ?? [])
      for await (const doc of archive?.list(year) ?? [])
        if (record.isOne(doc.id) && !known.has(doc.id)) yield record.schema.parse(doc) as D;
  }
  return {
    letter,
    noun: record.noun,
    async list(closed) {
      const rows: AuditRow[] = [];
      for await (const doc of all()) if (isFile(doc)) rows.push({ id: doc.id, ...row(doc, closed) });
      return rows;
    },
    async fileOf(id, at, closed) {
      const inStore = await stored.get(id);
      const archived = inStore ? undefined : await archive?.find(id);
      const doc = (inStore ?? (archived && record.schema.parse(archived))) as D | undefined;
      if (!doc || !isFile(doc)) return undefined;
      const found = {
        noun: record.noun,
        collection: record.collection,
        doc: { ...doc } as never,
        inArchive: inStore === undefined,
      };
      return caseFile(found, worldAt(at), { closed });
    },
  };
}

/** Items and resolutions that are not public are no words to be found by. */
function meetingRow({ plan, state, resolutions }: Meeting, closed: boolean): Omit<AuditRow, 'id'> {
  const items = plan.items.filter((item) => closed || item.public);
  const said = resolutions.filter(({ item }) => items.some(({ id }) => id === item));
  return {
    title: `Sitzung am ${dayIn('de', plan.day)}`,
    state: meetingStates[state],
    day: plan.day,
    words: [
      ...items.map(({ title }) => title),
      ...said.map(({ number, wording }) => `${number} ${wording}`),
    ].join(' '),
  };
}

/** Nothing says of a resolution by circulation that it is public. */
function circulationRow(
  { id, title, wording, state, createdAt }: Circulation,
  closed: boolean,
): Omit<AuditRow, 'id'> {
  return {
    title: closed ? title : labelOf({ id }),
    state: circulationStateWords[state],
    day: createdAt.slice(0, 10),
    words: closed ? wording : '',
  };
}

function ideaRow({ title, problem, benefit, state, createdAt }: Idea): Omit<AuditRow, 'id'> {
  const words: Text = ideaStates[state];
  return { title, state: words, day: createdAt.slice(0, 10), words: `${problem} ${benefit}` };
}
