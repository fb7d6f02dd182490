import type { Directory } from '../../src/features/directory/model.ts';

const first =
  'Gewerbe Bau Sozial Kita Wohn Fried Park Steuer Wahl Melde Jugend Sport Wasser Abfall Schul'.split(' ');
const second = 'hof geld raum amts akten register karten plan kassen listen meldungs prüf daten sach'.split(
  ' ',
);
const third = 'verfahren software programm portal system auskunft manager'.split(' ');

/** A directory of the size of a big city: applications with made-up but word-like names, persons by function. */
export function bigDirectory(directory: Directory, applications: number, persons: number): Directory {
  return {
    ...directory,
    applications: Array.from({ length: applications }, (_, n) => ({
      id: `app-${n}`,
      name: `${nameOf(n)}`,
      purpose: { de: 'Zum Messen', en: 'For measuring' },
      aliases: [`Verfahren ${nameOf(n)}`, `APP${n}`],
      units: ['61'],
    })),
    persons: Array.from({ length: persons }, (_, n) => ({
      id: `person-${n}`,
      name: `Stelle ${n}`,
      unit: '61',
      email: `person-${n}@example.org`,
      teamsId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    })),
    // Every application has an administrator: what is looked up grows with the directory.
    assignments: Array.from({ length: applications }, (_, n) => ({
      role: 'fachadministratoren' as const,
      person: `person-${n % persons}`,
      as: 'holder' as const,
      unit: '61',
      application: `app-${n}`,
    })),
    absences: [],
  };
}

function nameOf(n: number): string {
  const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
  const kind = Math.floor(n / (first.length * second.length));
  return `${pick(first, n)}${pick(second, Math.floor(n / first.length))}${pick(third, kind)} ${String.fromCharCode(65 + (n % 26))}${n}`;
}
