import { dayOf } from '../../../core/day.ts';
import type { HistoryEntry } from '../../../core/history.ts';
import { ends, type FieldValues, type Request, type Vote } from '../request.ts';

/*
 * Erasure keeps what the administration must be able to account for (which way a case took, when, at what cost) and
 * takes out who it was and what they wrote. The history keeps its fingerprints: its chain can still be checked.
 */

/** Stands where a person stood. */
export const nobody = 'erased';
const noName = '–';

/** Fields whose values are words or people; numbers, days, choices and places stay. */
const personal: ReadonlySet<string> = new Set(['text', 'long-text', 'person', 'link']);

/** Whether a closed case is older than a day `2016-11-25` and still has its names. */
export const isErasable = ({ state, closedAt, requester }: Request, before: string): boolean =>
  ends.includes(state) && closedAt !== undefined && dayOf(closedAt) < before && requester.id !== nobody;

/** A closed case without any names and free texts. */
export const pseudonymised = (request: Request, now: string): Request => erased(request, () => true, now);

/**
 * A closed case without this person: in their own request all free texts go, in others' requests what they said.
 * What others wrote about them in their own words cannot be found this way.
 */
export const withoutPerson = (request: Request, person: string, now: string): Request =>
  erased(request, (party) => party === person, now);

/** Whether a person appears anywhere in what is kept about a case. */
export const names = (request: Request, person: string): boolean =>
  request.requester.id === person ||
  votesIn(request).some(({ by }) => by === person) ||
  Object.entries(request.fields).some(
    ([id, value]) => request.fieldKinds[id] === 'person' && value === person,
  ) ||
  request.history.some((entry) => isAbout(entry, (party) => party === person));

const votesIn = ({ settled, open }: Request): readonly Vote[] => [
  ...settled.flatMap(({ votes }) => votes),
  ...(open?.votes ?? []),
];

type Whom = (party: string) => boolean;

/** The system is nobody's person. */
const isAbout = ({ by, facts }: HistoryEntry, whom: Whom): boolean =>
  (by !== 'system' && whom(by)) ||
  [facts?.who, facts?.to].some((list) =>
    String(list ?? '')
      .split(' ')
      .some((party) => party !== '' && whom(party)),
  );

function erased(request: Request, whom: Whom, now: string): Request {
  const own = whom(request.requester.id);
  const { question: _question, ...rest } = request;
  return {
    ...rest,
    ...(own
      ? {
          title: noName,
          requester: { id: nobody, name: noName },
          requestedBy: nobody,
          earlier: request.earlier.map(({ at, fields }) => ({
            at,
            fields: fieldsWithout(fields, request, whom, own),
          })),
        }
      : {}),
    fields: fieldsWithout(request.fields, request, whom, own),
    waitsFor: request.waitsFor.filter((party) => !whom(party)),
    settled: request.settled.map((step) => ({
      ...step,
      votes: step.votes.map((vote) => voteOf(vote, whom, own)),
    })),
    history: request.history.map((entry) => entryOf(entry, whom, own)),
    erasedAt: now,
  };
}

function fieldsWithout(fields: FieldValues, { fieldKinds }: Request, whom: Whom, own: boolean): FieldValues {
  const stays = ([id, value]: readonly [string, unknown]) =>
    own ? !personal.has(fieldKinds[id] ?? 'text') : fieldKinds[id] !== 'person' || !whom(String(value));
  return Object.fromEntries(Object.entries(fields).filter(stays));
}

function voteOf(vote: Vote, whom: Whom, own: boolean): Vote {
  const { by, byName, say, at } = vote;
  if (whom(by)) return { by: nobody, byName: noName, say, at };
  return own ? { by, byName, say, at } : vote;
}

/** What was said in somebody's own request may tell who they are, whoever said it. */
function entryOf(entry: HistoryEntry, whom: Whom, own: boolean): HistoryEntry {
  if (!isAbout(entry, whom) && !(own && (entry.note || entry.onBehalfOf))) return entry;
  const { n, at, by, byName, act, facts, previous, hash } = entry;
  const stays = by === 'system' || !whom(by);
  const kept = Object.entries(facts ?? {}).filter(([name]) => name !== 'who' && name !== 'to');
  return {
    n,
    at,
    by: stays ? by : nobody,
    byName: stays ? byName : noName,
    act,
    ...(kept.length > 0 ? { facts: Object.fromEntries(kept) } : {}),
    erased: true,
    previous,
    hash,
  };
}
