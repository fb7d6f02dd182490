import type { Application, Assignment } from './model.ts';
import { asInFile, type Naming } from './naming.ts';
import type { Finding, Located } from './problem.ts';
import { shared } from './shared-roles.ts';
import type { Period } from './validity.ts';

/** Who holds which role where: the place that the role needs, one holder at a time. */
export function checkAssignments(
  rows: readonly Located<Assignment>[],
  applications: readonly Located<Application>[],
  naming: Naming = asInFile,
): readonly Finding[] {
  const byId = new Map(applications.map(({ value }) => [value.id, value]));
  return [
    ...rows.flatMap((row) => [...wrongPlace(row, naming), ...notInUse(row, byId, naming)]),
    ...samePlace(rows).flatMap((together) => [...overlapping(together, naming), ...withoutHolder(together)]),
  ];
}

function wrongPlace(
  { value: { role, unit, application, seat }, path }: Located<Assignment>,
  { field }: Naming,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (role === 'it-beauftragte' && unit === undefined) {
    findings.push({
      path,
      text: {
        de: `IT-Beauftragte gehören zu einem Amt. Ergänzen Sie „${field('unit')}“.`,
        en: `An IT officer belongs to a unit. Add "${field('unit')}".`,
      },
    });
  }
  if (role === 'fachadministratoren' && application === undefined) {
    findings.push({
      path,
      text: {
        de: `Fachadministratoren betreuen ein Fachverfahren. Ergänzen Sie „${field('application')}“.`,
        en: `An application administrator looks after an application. Add "${field('application')}".`,
      },
    });
  }
  if (role !== 'fachadministratoren' && application !== undefined) {
    findings.push({ path: [...path, 'application'], text: superfluous(field('application'), role) });
  }
  if (role !== 'fachadministratoren' && role !== 'it-beauftragte' && unit !== undefined) {
    findings.push({ path: [...path, 'unit'], text: superfluous(field('unit'), role) });
  }
  if (role !== 'digitaler-beirat' && seat !== undefined) {
    findings.push({
      path: [...path, 'seat'],
      text: {
        de: `Sitze gibt es nur im Digitalen Beirat, nicht bei der Rolle „${role}“. Löschen Sie „${field('seat')}“.`,
        en: `Only the Digitaler Beirat has seats, not the role "${role}". Delete "${field('seat')}".`,
      },
    });
  }
  return findings;
}

const superfluous = (field: string, role: string) => ({
  de: `Die Rolle „${role}“ gilt für die ganze Verwaltung. Löschen Sie „${field}“.`,
  en: `The role "${role}" holds for the whole administration. Delete "${field}".`,
});

function notInUse(
  { value: { unit, application }, path }: Located<Assignment>,
  applications: ReadonlyMap<string, Application>,
  { isTable }: Naming,
): readonly Finding[] {
  const used = application === undefined ? undefined : applications.get(application);
  if (!used || unit === undefined || used.units.includes(unit)) return [];
  return [
    {
      path: [...path, 'unit'],
      text: {
        de: `Das Amt „${unit}“ nutzt „${used.id}“ nicht. Ergänzen Sie es ${isTable ? 'beim Fachverfahren unter „Ämter“' : 'dort unter „units“'} oder löschen Sie es hier.`,
        en: `The unit "${unit}" does not use "${used.id}". Add it to the "units" there or delete it here.`,
      },
    },
  ];
}

/** Assignments of the same role at the same place, in the order of the file. */
function samePlace(rows: readonly Located<Assignment>[]): readonly (readonly Located<Assignment>[])[] {
  const places = Map.groupBy(rows, ({ value: { role, unit, application } }) =>
    JSON.stringify([role, unit, application]),
  );
  return [...places.values()];
}

function overlapping(rows: readonly Located<Assignment>[], naming: Naming): readonly Finding[] {
  return rows.flatMap((row, index) => {
    const earlier = rows.slice(0, index).filter((other) => meet(row.value, other.value));
    const other = earlier.find((each) => conflict(row.value, each.value));
    return other ? [{ path: row.path, text: conflictText(row.value, other.value, naming) }] : [];
  });
}

const conflict = (a: Assignment, b: Assignment): boolean =>
  a.person === b.person || (a.as === 'holder' && b.as === 'holder' && !shared.has(a.role));

function conflictText(row: Assignment, other: Assignment, { field, value }: Naming) {
  const [to, from] = [field('to'), field('from')];
  const deputy = `${field('as')}: ${value('as', 'deputy')}`;
  if (row.person === other.person) {
    return {
      de: `„${row.person}“ hat diese Aufgabe im selben Zeitraum schon. Löschen Sie eine der Zeilen oder trennen Sie die Zeiträume.`,
      en: `"${row.person}" has this assignment in the same period already. Delete one row or separate the periods.`,
    };
  }
  return {
    de: `„${other.person}“ ist hier im selben Zeitraum schon Inhaber/in. Setzen Sie dort „${to}“ und hier „${from}“, oder schreiben Sie hier „${deputy}“.`,
    en: `"${other.person}" is the holder here in the same period already. Set "${to}" there and "${from}" here, or write "${deputy}" here.`,
  };
}

const withoutHolder = (rows: readonly Located<Assignment>[]): readonly Finding[] =>
  rows
    .filter(({ value }) => value.as === 'deputy')
    .filter((deputy) => !rows.some(({ value }) => value.as === 'holder' && meet(value, deputy.value)))
    .map(({ path, value }) => ({
      path,
      severity: 'warning' as const,
      text: {
        de: `„${value.person}“ vertritt eine Stelle, die in dieser Zeit niemand innehat.`,
        en: `"${value.person}" deputises for a position that nobody holds in this period.`,
      },
    }));

/** Whether two periods share a day. No day given means no limit. */
export const meet = (a: Period, b: Period): boolean =>
  (a.from ?? '') <= (b.to ?? '9') && (b.from ?? '') <= (a.to ?? '9');
