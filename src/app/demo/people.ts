import { type TabName, tabNames } from '../../core/tab.ts';
import type { Directory } from '../../features/directory/model.ts';
import type { TabPage } from './table.ts';

type Person = Directory['persons'][number];
/** Somebody with a page of their own in the demo. */
export type DemoPerson = Person & { readonly teamsId: string; readonly hint: string };

/** Who is there without being named on the command line, and what is worth a try on their page. */
const hints: Readonly<Record<string, string>> = {
  'staff-61': '„Ich brauche ein Notebook für die Bauberatung“',
  'itb-61': '„Meine Entscheidungen“',
  'lead-10.50': '„Budget“, „Prioritäten“, „Lücken“',
  'support-kgrz': '„Meine Entscheidungen“, „Prioritäten“',
  digitallotse: '„Beirat einladen“, „Mentoren“',
  'vorsitz-beirat': '„Meine Sitzungen“',
  'werkleitung-kgrz': 'Mitglied des Beirats: „Meine Sitzungen“',
};

/** Ids of the persons who are there when nobody is named. */
export const usualPeople: readonly string[] = Object.keys(hints);

/**
 * The persons with these ids, in this order.
 * @throws Error naming every person who is not in the directory or has no Teams id
 */
export function demoPeople({ persons }: Directory, ids: readonly string[]): readonly DemoPerson[] {
  const found = ids.map((id) => ({ id, person: persons.find((person) => person.id === id) }));
  const problems = found.flatMap(({ id, person }) => {
    if (!person) return [`„${id}“ steht nicht im Verzeichnis.`];
    return person.teamsId ? [] : [`„${id}“ hat im Verzeichnis keine teamsId.`];
  });
  if (problems.length > 0) {
    throw new Error(`${problems.join('\n')}\nPersonen stehen in organisation.yaml unter „persons“.`);
  }
  return found.flatMap(({ id, person }) =>
    person?.teamsId ? [{ ...person, teamsId: person.teamsId, hint: hints[id] ?? '„Hilfe“' }] : [],
  );
}

/** Who has most to see on each tab; whoever is not there leaves it to the first person who is. */
const viewers: Readonly<Record<TabName, { readonly name: string; readonly id: string }>> = {
  roles: { name: 'Rollenmodell', id: 'staff-61' },
  requests: { name: 'Anträge', id: 'itb-61' },
  board: { name: 'Beirat', id: 'digitallotse' },
  steering: { name: 'Steuerung', id: 'lead-10.50' },
  care: { name: 'Pflege', id: 'lead-10.50' },
};

/** Addresses of the tabs for these persons. */
export const demoTabs = (people: readonly DemoPerson[], bot: string): readonly TabPage[] =>
  tabNames.map((tab) => {
    const { name, id } = viewers[tab];
    const viewer = people.find((person) => person.id === id) ?? people[0];
    return { name, url: `${bot}/tab/${tab}?as=${viewer?.id}` };
  });
