import { randomIds } from '../../../src/adapters/clock/random-ids.ts';
import { outboxCollection } from '../../../src/core/notice.ts';
import type { Party } from '../../../src/core/party.ts';
import type { RoleDirectory } from '../../../src/core/ports/role-directory.ts';
import type { Also } from '../../../src/core/ports/store.ts';
import type { Holidays } from '../../../src/core/working-days.ts';
import type { Absence, Assignment, Directory } from '../../../src/features/directory/model.ts';
import { createRoleDirectory } from '../../../src/features/directory/role-directory.ts';
import type { Context } from '../../../src/features/requests/context.ts';
import type { Act } from '../../../src/features/requests/decide/act.ts';
import { decide } from '../../../src/features/requests/decide/decide.ts';
import { type Submission, submitted } from '../../../src/features/requests/new-request.ts';
import type { FieldValues, Request } from '../../../src/features/requests/request.ts';
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
};

export const usual = assignments;

export const directoryWith = (staffing: Staffing = {}): RoleDirectory => {
  const directory: Directory = filledWith(model, {
    units: ['01', '10.50', '17', '36', '61', '80.2'].map((id) => unit(id)),
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

/** A request as it is right after its submission. */
export function submittedBy(
  requester: string,
  fields: FieldValues = {},
  { type = workplace, now = monday, staffing, unit: forUnit }: Start = {},
): Request {
  const context = contextAt(now, staffing);
  const who = party(requester);
  const submission: Submission = {
    type,
    title: 'Notebook',
    fields,
    requester: who,
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
};

/** The request after an act; the same one when nothing changed. Like the store, it counts the version. */
export function acted(request: Request, who: string, act: Act, context: Context): Request {
  const change = decide(request, act, party(who), context);
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
