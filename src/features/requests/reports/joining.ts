import { dayOf, daysBefore } from '../../../core/day.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Language } from '../../../core/text.ts';
import { type FieldValues, isEnded, type Request } from '../model.ts';
import { holds } from '../route.ts';
import type { Joining, RequestType } from '../types/model.ts';
import { shownValue } from '../views/fields.ts';
import { namingOf } from './naming.ts';

/*
 * "Das betrifft mich auch": one report, and everybody whom it concerns. What the first one wrote stays between them and
 * whoever works on it; others learn the thing, since when, and the state.
 */

type Reported = { readonly unit: string; readonly fields: FieldValues };

const saidIn = (field: string, { unit, fields }: Reported): string =>
  field === 'unit' ? unit : String(fields[field] ?? '');

const ways = ({ joins = [], fields }: Pick<RequestType, 'joins' | 'fields'>, reported: Reported) =>
  joins.filter(
    ({ same, when }) =>
      same.every((field) => saidIn(field, reported) !== '') && holds(when, reported.fields, fields),
  );

const keyOf = ({ same }: Joining, reported: Reported): string =>
  same.map((field) => `${field}=${saidIn(field, reported)}`).join(' ');

/** Whether the same thing in another office is another thing: a printer, the network of a building. */
export const isOfUnitOnly = (type: Pick<RequestType, 'joins' | 'fields'>, reported: Reported): boolean =>
  ways(type, reported).every(({ same }) => same.includes('unit'));

/** What an open report of the same thing has, too; empty where nobody else can have it. */
export const joinKeysOf = (
  type: Pick<RequestType, 'id' | 'joins' | 'fields'>,
  reported: Reported,
): readonly string[] => ways(type, reported).map((way) => `${type.id} ${keyOf(way, reported)}`);

/** The thing that a report is about, in words that nobody wrote: "Netz, WLAN oder Internet · Amt 61". */
export function thingOf(
  request: Pick<Request, 'unit' | 'fields' | 'report'>,
  type: Pick<RequestType, 'joins' | 'fields'> | undefined,
  directory: RoleDirectory,
  language: Language,
): string {
  const [way] = type ? ways(type, request) : [];
  const said = (way?.same ?? []).flatMap((id) => {
    if (id === 'unit') return [directory.unitLabel(request.unit, language)];
    const [field, value] = [type?.fields.find((one) => one.id === id), request.fields[id]];
    return field && value !== undefined ? [shownValue(value, field, directory, language)] : [];
  });
  return said.join(' · ') || namingOf(request).bare[language];
}

/** Whether others can join: while it is open and its type says what the same thing is. */
export const isJoinable = ({ joinKeys = [], state }: Pick<Request, 'joinKeys' | 'state'>): boolean =>
  joinKeys.length > 0 && !isEnded({ state });

export const hasJoined = ({ joinedBy = [] }: Pick<Request, 'joinedBy'>, party: string): boolean =>
  joinedBy.includes(party);

/** Whom it concerns: whoever reported it, and all who joined. */
export const concernedBy = ({ requester, joinedBy = [] }: Request): readonly string[] => [
  requester.id,
  ...joinedBy,
];

/** Whether somebody whom it concerns can still say that it is not done for them. @param now ISO 8601 UTC */
export function mayReopen({ report, state, closedAt }: Request, now: string): boolean {
  if (report?.reopens === undefined || closedAt === undefined) return false;
  if (state !== 'done' && state !== 'withdrawn') return false;
  return dayOf(now) <= daysBefore(dayOf(closedAt), -report.reopens);
}

/** Acts of those who joined: that they did is nobody's business but that of whoever works on it. */
export const actsOfJoined: ReadonlySet<string> = new Set(['joined', 'left', 'still-there']);
