import type { HistoryEntry } from '../core/history.ts';
import type { Text } from '../core/text.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where in a document a person stands. Declared for every collection: access, export and erasure read it. */
export type PersonPlace = {
  /**
   * Way to the object: `requester`, `settled[].votes[]` (lists), `answers{}` (a record by party). A way that ends at
   * ids themselves, `waitsFor[]`, names people by nothing else.
   */
  readonly at: string;
  /** Field with the id; `''` where the way ends at the id itself, `{}` where the key of the record is the id. */
  readonly id: string;
  /** Only where this holds: a record of fields of which some name people. */
  readonly where?: (doc: Fields, key: string) => boolean;
  /** Fields with their name; behind it those of people they acted for. */
  readonly names?: readonly string[];
  /** Fields with what they said, or what only concerns them; they go with an erasure. */
  readonly words?: readonly string[];
  /** Fields that they are told besides; an erasure leaves them, or the kind takes their words out of them. */
  readonly shown?: readonly string[];
  /** In what part they stand there: "hat abgestimmt". */
  readonly as: Text;
  /** What an erasure leaves: the place without the person, or nothing of it; where `at` is empty, of the document. */
  readonly erased?: 'blank' | 'gone';
};

/** Whether an id is that of the person in question. People have several: of the directory, of Entra. */
export type Whom = (id: string) => boolean;

/** Stands where a person stood. */
export const nobody = 'erased';
export const noName = '–';

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Step = { readonly name: string; readonly many: '' | '[]' | '{}' };

const stepsOf = (at: string): readonly Step[] =>
  at === ''
    ? []
    : at.split('.').map((step) => {
        const many = step.endsWith('[]') ? '[]' : step.endsWith('{}') ? '{}' : '';
        return { name: many ? step.slice(0, -2) : step, many };
      });

/** Puts something else at every end of a way. `undefined` takes what stood there away. */
function mapped(
  value: unknown,
  steps: readonly Step[],
  change: (end: unknown, key: string) => readonly [key: string, end: unknown] | undefined,
  key = '',
): unknown {
  const [step, ...rest] = steps;
  if (!step) return change(value, key)?.[1];
  if (!isFields(value) || value[step.name] === undefined) return value;
  const inner = value[step.name];
  const put = (next: unknown) => {
    const { [step.name]: _, ...others } = value;
    return next === undefined ? others : { ...value, [step.name]: next };
  };
  if (step.many === '[]') {
    if (!Array.isArray(inner)) return value;
    return put(
      inner.flatMap((one) => {
        const next = mapped(one, rest, change);
        return next === undefined ? [] : [next];
      }),
    );
  }
  if (step.many === '{}') {
    if (!isFields(inner)) return value;
    return put(
      Object.fromEntries(
        Object.entries(inner).flatMap(([name, one]) => {
          if (rest.length > 0) return [[name, mapped(one, rest, change, name)]];
          const next = change(one, name);
          return next ? [next] : [];
        }),
      ),
    );
  }
  return put(mapped(inner, rest, change));
}

/** Every end of a way, with the key of the record that it stands in. */
function endsOf(value: unknown, at: string): readonly { readonly end: unknown; readonly key: string }[] {
  const found: { readonly end: unknown; readonly key: string }[] = [];
  mapped(value, stepsOf(at), (end, key) => {
    found.push({ end, key });
    return [key, end];
  });
  return found;
}

const idAt = ({ id, where }: PersonPlace, doc: unknown, end: unknown, key: string): string | undefined => {
  if (where && !(isFields(doc) && where(doc, key))) return undefined;
  const found = id === '{}' ? key : id === '' ? end : isFields(end) ? end[id] : undefined;
  return typeof found === 'string' ? found : undefined;
};

/** Fields of a history entry in which ids of people stand, one or several with blanks between. */
const listed = ['who', 'to', 'for', 'before', 'party', 'member', 'proxy', 'deputy'] as const;

const idsIn = (fact: unknown): readonly string[] =>
  typeof fact === 'string' ? fact.split(' ').filter(Boolean) : [];

/** Everybody who acted in a history or is named in its facts; the system is nobody. */
const peopleOf = ({ by, facts }: HistoryEntry): readonly string[] => [
  ...(by === 'system' || by === nobody ? [] : [by]),
  ...listed.flatMap((name) => idsIn(facts?.[name])),
];

/** Ids of all people in a document. */
export function peopleIn(doc: Fields, places: readonly PersonPlace[]): ReadonlySet<string> {
  const history = (doc.history as readonly HistoryEntry[] | undefined) ?? [];
  const standing = places.flatMap((place) =>
    endsOf(doc, place.at).flatMap(({ end, key }) => idAt(place, doc, end, key) ?? []),
  );
  return new Set([...standing, ...history.flatMap(peopleOf)].filter((id) => id !== nobody && id !== ''));
}

/** What is kept about a person in a document: in what part, and their own words. Others' words are left out. */
export type Part = { readonly as: Text; readonly said: Readonly<Record<string, unknown>> };

export function partsOf(doc: Fields, places: readonly PersonPlace[], whom: Whom): readonly Part[] {
  return places.flatMap((place) =>
    endsOf(doc, place.at).flatMap(({ end, key }) => {
      const id = idAt(place, doc, end, key);
      if (id === undefined || !whom(id)) return [];
      const fields = isFields(end) ? end : {};
      const own = [...(place.words ?? []), ...(place.shown ?? [])].flatMap((name) =>
        fields[name] === undefined ? [] : [[name, fields[name]] as const],
      );
      return [{ as: place.as, said: Object.fromEntries(own) }];
    }),
  );
}

/** The document without these people; the history apart, see {@link withoutPeopleIn}. */
export function withoutPeople<T extends Fields>(doc: T, places: readonly PersonPlace[], whom: Whom): T {
  return places.reduce<T>(
    (left, place) =>
      mapped(left, stepsOf(place.at), (end, key) => {
        const id = idAt(place, left, end, key);
        if (id === undefined || !whom(id)) return [key, end];
        if (place.erased === 'gone') return undefined;
        if (place.id === '') return [key, nobody];
        const fields = isFields(end) ? end : {};
        const kept = Object.entries(fields).filter(([name]) => !place.words?.includes(name));
        const blank = Object.fromEntries(kept.map(([name, value]) => [name, blanked(name, value, place)]));
        return [place.id === '{}' ? `${nobody}-${placeOf(key)}` : key, blank];
      }) as T,
    doc,
  );
}

const blanked = (name: string, value: unknown, { id, names = [] }: PersonPlace): unknown =>
  name === id ? nobody : names.includes(name) ? noName : value;

/** Tells erased keys of one record apart without telling whose they were. */
const placeOf = (key: string): string => {
  let sum = 0;
  for (const sign of key) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) >>> 0;
  return sum.toString(36);
};

/** Whether the document is a person's own, like their profile: an erasure leaves nothing of it. */
export const isTheirOwn = (doc: Fields, places: readonly PersonPlace[], whom: Whom): boolean =>
  withoutPeople(doc, places, whom) === undefined;

/** How people who stand in a document are called there: their names go with them wherever they are written. */
export function namesIn(doc: Fields, places: readonly PersonPlace[], whom: Whom): ReadonlySet<string> {
  const history = (doc.history as readonly HistoryEntry[] | undefined) ?? [];
  const standing = places.flatMap((place) =>
    endsOf(doc, place.at).flatMap(({ end, key }) => {
      const id = idAt(place, doc, end, key);
      const name = isFields(end) && place.names?.[0] ? end[place.names[0]] : undefined;
      return id !== undefined && whom(id) && typeof name === 'string' ? [name] : [];
    }),
  );
  const acting = history.filter(({ by }) => whom(by)).map(({ byName }) => byName);
  return new Set([...standing, ...acting].filter((name) => name.trim().length > 2));
}

/** Plain data without these names, wherever they stand in its texts. */
export function withoutNames<T>(value: T, names: ReadonlySet<string>): T {
  if (typeof value === 'string') return [...names].reduce(unnamed, value) as T;
  if (Array.isArray(value)) return value.map((one) => withoutNames(one, names)) as T;
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withoutNames(one, names)]),
  ) as T;
}

/** "Sachbearbeitung Amt 61" is not part of "Sachbearbeitung Amt 610". */
const unnamed = (text: string, name: string): string => {
  if (!text.includes(name)) return text;
  const exact = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${exact}(?![\\p{L}\\p{N}])`, 'gu'), noName);
};

/** Entries of a history, without these people, their names and what they said. Their place in the chain stays. */
export function withoutPeopleIn(
  history: readonly HistoryEntry[],
  whom: Whom,
  names: ReadonlySet<string> = new Set(),
): readonly HistoryEntry[] {
  const theirNames = new Set([...names, ...history.filter(({ by }) => whom(by)).map(({ byName }) => byName)]);
  return history.map((entry) => {
    const isTheirs = entry.by !== 'system' && whom(entry.by);
    const isNamed = peopleOf(entry).some(whom);
    const isFor = entry.onBehalfOf !== undefined && theirNames.has(entry.onBehalfOf);
    const told = withoutNames({ note: entry.note, facts: entry.facts }, names);
    const isMentioned =
      told.note !== entry.note || JSON.stringify(told.facts) !== JSON.stringify(entry.facts);
    if (!isTheirs && !isNamed && !isFor && !isMentioned) return entry;
    const { onBehalfOf, note: _note, facts: _facts, ...rest } = entry;
    const left = Object.entries(told.facts ?? {}).filter(
      ([name, value]) =>
        !(listed.some((one) => one === name) && idsIn(value).some(whom)) && !(isTheirs && name === 'name'),
    );
    return {
      ...rest,
      by: isTheirs ? nobody : entry.by,
      byName: isTheirs ? noName : entry.byName,
      ...(onBehalfOf === undefined || isFor || isTheirs ? {} : { onBehalfOf }),
      ...(told.note === undefined || isTheirs ? {} : { note: told.note }),
      ...(left.length > 0 ? { facts: Object.fromEntries(left) } : {}),
      erased: true,
    };
  });
}
