import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import type { BesideRead } from '../../../src/case/case-type.ts';
import { decideAct, decideTime, openCases } from '../../../src/case/cases.ts';
import { outboxCollection } from '../../../src/core/notice.ts';
import type { Party } from '../../../src/core/party.ts';
import type { Archive } from '../../../src/core/ports/archive.ts';
import type { RoleDirectory } from '../../../src/core/ports/role-directory.ts';
import type { Also, Beside, Change, Store } from '../../../src/core/ports/store.ts';
import type { Holidays } from '../../../src/core/working-days.ts';
import type { Absence, Assignment, Directory, Unit } from '../../../src/features/directory/model.ts';
import { createRoleDirectory } from '../../../src/features/directory/role-directory.ts';
import { type Submission, submitted } from '../../../src/features/requests/acts/submit.ts';
import type { Context, FieldValues, Funding, Request } from '../../../src/features/requests/model.ts';
import { type RequestParts, requestType } from '../../../src/features/requests/type.ts';
import { RequestType } from '../../../src/features/requests/types/model.ts';
import {
  application,
  demoDirectory,
  deputy,
  filledWith,
  holder,
  person,
  unit,
} from '../../support/directory-builder.ts';

/** Everybody in the small administration that the tests of requests play in. */
export const people = [
  ['staff-61', '61'],
  ['staff-36', '36'],
  ['itb-61', '61'],
  ['itb-61-deputy', '61'],
  ['lead-10.50', '10.50'],
  ['lead-10.50-deputy', '10.50'],
  ['support-kgrz', '17'],
  ['betrieb-kgrz', '17'],
  ['board-1', '01'],
  ['board-2', '01'],
  ['board-3', '01'],
  ['fa-bau', '61'],
  ['digitallotse', '80.2'],
] as const;

const assignments: readonly Assignment[] = [
  holder('it-beauftragte', 'itb-61', { unit: '61' }),
  deputy('it-beauftragte', 'itb-61-deputy', { unit: '61' }),
  holder('strategisches-it-management', 'lead-10.50'),
  deputy('strategisches-it-management', 'lead-10.50-deputy'),
  holder('kgrz', 'support-kgrz'),
  deputy('kgrz', 'betrieb-kgrz'),
  holder('stadtvorstand', 'board-1'),
  holder('stadtvorstand', 'board-2'),
  holder('stadtvorstand', 'board-3'),
  holder('fachadministratoren', 'fa-bau', { application: 'bau' }),
  holder('digitallotse-wirtschaft', 'digitallotse'),
];

const model = await demoDirectory();

/** Who sits where, and who is away. Unit 36 has no IT-Beauftragte. */
export type Staffing = {
  readonly assignments?: readonly Assignment[];
  readonly absences?: readonly Absence[];
  /** In place of those that are there usually. */
  readonly units?: readonly Unit[];
};

export const usual = assignments;

export const directoryWith = (staffing: Staffing = {}): RoleDirectory => {
  const directory: Directory = filledWith(model, {
    units: [...(staffing.units ?? ['01', '10.50', '17', '36', '61', '80.2'].map((id) => unit(id)))],
    persons: people.map(([id, of]) =>
      person(id, { unit: of, name: `Funktion ${id}`, teamsId: teamsIdFor(id) }),
    ),
    applications: [application('bau', ['61'])],
    assignments: [...(staffing.assignments ?? assignments)],
    absences: [...(staffing.absences ?? [])],
  });
  return createRoleDirectory(() => directory);
};

export const teamsIdFor = (id: string): string => {
  const number = people.findIndex(([known]) => known === id) + 1;
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
};

/** Away for the whole of the time that tests take place in. */
export const away = (who: string): Absence => ({ person: who, from: '2026-01-01', to: '2027-12-31' });

/** Fixed holidays are enough here; the real calendar has its own test. */
export const holidays: Holidays = {
  nameOf: (day) =>
    ['12-24', '12-25', '12-26', '12-31', '01-01'].includes(day.slice(5))
      ? { de: 'Feiertag', en: 'holiday' }
      : undefined,
};

/** Nine o'clock in Koblenz. */
export const monday = '2026-11-23T08:00:00.000Z';

export const contextAt = (now: string, staffing?: Staffing): Context => ({
  now,
  directory: directoryWith(staffing),
  holidays,
  digest: randomIds.digest,
  types: [workplace],
});

export const party = (id: string): Party => {
  const found = people.find(([known]) => known === id);
  return found ? { id, name: `Funktion ${id}`, unit: found[1] } : { id, name: id };
};

const text = (words: string) => ({ de: words, en: words });

/** A way with every duty: recommended, heard, approved, by the board together, told, carried out. */
export const workplace: RequestType = RequestType.parse({
  id: 'workplace',
  name: { de: 'EDV-Arbeitsplatz', en: 'computer workplace' },
  description: text('Ein Platz'),
  fields: [
    { id: 'costs', kind: 'money', label: text('Kosten') },
    { id: 'cross', kind: 'yes-no', label: text('Mehrere Ämter') },
    { id: 'application', kind: 'application', label: text('Fachverfahren') },
    { id: 'reason', kind: 'long-text', label: text('Begründung') },
  ],
  route: [
    {
      id: 'unit',
      role: 'it-beauftragte',
      of: 'unit',
      duty: 'recommend',
      task: 'unit-contact',
      because: text('weil das Amt es zuerst prüft'),
      due: 3,
    },
    {
      id: 'heard',
      role: 'fachadministratoren',
      of: 'application',
      duty: 'hear',
      when: { field: 'application', given: true },
      because: text('weil ein Fachverfahren betroffen ist'),
      due: 2,
    },
    {
      id: 'granted',
      role: 'strategisches-it-management',
      of: 'administration',
      duty: 'approve',
      task: 'workplaces',
      because: text('weil 10.50 bewilligt'),
      due: 5,
    },
    {
      id: 'board',
      role: 'stadtvorstand',
      of: 'administration',
      duty: 'approve',
      votes: 'majority',
      when: {
        any: [
          { field: 'costs', over: 10_000 },
          { field: 'cross', is: true },
        ],
      },
      because: text('weil fachbereichsübergreifend'),
      due: 10,
    },
    {
      id: 'told',
      role: 'digitallotse-wirtschaft',
      of: 'administration',
      duty: 'inform',
      when: { field: 'cross', is: true },
      because: text('weil es die Stadt betrifft'),
      due: 1,
    },
    {
      id: 'provided',
      role: 'kgrz',
      of: 'administration',
      duty: 'do',
      task: 'procurement',
      because: text('weil das KGRZ bereitstellt'),
      due: 10,
    },
  ],
});

/** Fields with a usual amount; `costs: undefined` where nobody knows it. */
const usually = (fields: Readonly<Record<string, FieldValues[string] | undefined>>): FieldValues =>
  Object.fromEntries(
    Object.entries({ costs: 50_000, ...fields }).flatMap(([id, value]) =>
      value === undefined ? [] : [[id, value]],
    ),
  );

/** A request as it is right after its submission. */
export function submittedBy(
  requester: string,
  fields: Readonly<Record<string, FieldValues[string] | undefined>> = {},
  { type = workplace, now = monday, staffing, unit: forUnit, colleague }: Start = {},
): Request {
  const context = contextAt(now, staffing);
  const who = party(requester);
  const submission: Submission = {
    type,
    title: 'Notebook',
    fields: usually(fields),
    requester: who,
    colleague: colleague === undefined ? undefined : party(colleague),
    unit: forUnit ?? who.unit ?? '61',
    language: 'de',
  };
  return submitted(submission, undefined, context).request;
}
export type Start = {
  readonly type?: RequestType;
  readonly now?: string;
  readonly staffing?: Staffing;
  readonly unit?: string;
  /** Whom it is entered for. */
  readonly colleague?: string;
};

/** What somebody does with a request, as the tests say it. `visit` is the revision that a card was drawn for. */
export type Act =
  | { readonly kind: 'approve'; readonly visit?: number; readonly note?: string; readonly funding?: Funding }
  | { readonly kind: 'reject' | 'ask' | 'opinion' | 'finish'; readonly visit?: number; readonly note: string }
  | {
      readonly kind: 'pass-on' | 'assign';
      readonly visit?: number;
      readonly note: string;
      readonly to: string;
    }
  | { readonly kind: 'take' | 'unask'; readonly visit?: number }
  /** `fields` when something was changed in the form. */
  | {
      readonly kind: 'answer';
      readonly visit?: number;
      readonly note?: string;
      readonly fields?: FieldValues;
    }
  | { readonly kind: 'withdraw'; readonly note?: string }
  | {
      readonly kind: 'override';
      readonly visit?: number;
      readonly note: string;
      readonly decision: 'approve' | 'reject';
    };
export type ActKind = Act['kind'];

/** The act as a card or a form would carry it. */
export function carried(act: Act): { readonly kind: string } & Readonly<Record<string, unknown>> {
  const { kind, visit: revision, ...rest } = { visit: undefined, ...act };
  if (act.kind === 'answer' && act.fields) return { ...rest, kind: 'change', revision, title: '' };
  if (act.kind === 'override' || act.kind === 'assign')
    return { kind, revision, ...rest, reason: act.note, ...('to' in act ? { charge: act.to } : {}) };
  if (act.kind !== 'approve' || !act.funding) return { kind, revision, ...rest };
  const { budget, cents } = act.funding;
  return { kind, revision, note: act.note, budget, amount: String(cents / 100).replace('.', ',') };
}

const nothingRead: BesideRead = () => undefined;
const typeOf = (parts: Partial<RequestParts> = {}) =>
  requestType({
    openForm: async () => {
      throw new Error('nobody opens a form here');
    },
    ...parts,
  });
const type = typeOf();

/** What an act makes of a request as one write; the budgets beside it by their id. */
export const decide = (
  request: Request,
  act: Act,
  by: Party,
  context: Context,
  budgets?: ReadonlyMap<string, unknown>,
): Change<Request> | undefined =>
  decideAct(type, request, carried(act), by, context, budgets ? besideOf(budgets) : nothingRead);

export const besideOf =
  (budgets: ReadonlyMap<string, unknown>): BesideRead =>
  ({ id }) =>
    budgets.get(id) as Beside | undefined;

/** What time makes of it. */
export const look = (request: Request, context: Context): Change<Request> =>
  decideTime(type, request, context) ?? { doc: request };

/** The requests of a store, for tests that go through it. */
export const openRequests = (
  store: Store,
  staffing?: Staffing,
  parts: Partial<RequestParts> & { readonly archive?: Archive; readonly keep?: number } = {},
) =>
  openCases(typeOf(parts), {
    store,
    archive: parts.archive,
    directory: directoryWith(staffing),
    contextAt: (now): Context => ({
      ...contextAt(now, staffing),
      types: [{ ...workplace, keep: parts.keep ?? workplace.keep }],
    }),
  });

/** The request after an act; the same one when nothing changed. Like the store, it counts the version. */
export function acted(
  request: Request,
  who: string,
  act: Act,
  context: Context,
  budgets?: ReadonlyMap<string, unknown>,
): Request {
  const change = decide(request, act, party(who), context, budgets);
  return change ? { ...change.doc, version: request.version + 1 } : request;
}

/** The request after several acts, an hour after the submission. */
export const allActed = (
  request: Request,
  acts: readonly (readonly [string, Act])[],
  staffing?: Staffing,
): Request =>
  acts.reduce(
    (now, [who, act]) => acted(now, who, act, contextAt('2026-11-23T09:00:00.000Z', staffing)),
    request,
  );

/** Ids of the notices that a change owes. */
export const noticesOf = (also: readonly Also[] = []): readonly string[] =>
  also.filter(({ collection }) => collection === outboxCollection).map(({ doc }) => doc.id);
