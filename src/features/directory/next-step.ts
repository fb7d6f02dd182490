import type { RoleId } from '../../core/ports/role-directory.ts';
import type { Language, Text } from '../../core/text.ts';
import { actingPerson } from './acting.ts';
import { chatUrl, mailUrl } from './contact.ts';
import type { Directory } from './model.ts';
import { unitLabel } from './places.ts';
import type { AnswerView } from './views.ts';

/** By request type: what it is called and which role is asked first (the IT-Beauftragte of the asker's unit, mostly). */
const requests: Readonly<Record<string, { readonly title: Text; readonly first: RoleId }>> = {
  workplace: {
    title: { de: 'EDV-Arbeitsplatz beantragen', en: 'Apply for a computer workplace' },
    first: 'it-beauftragte',
  },
  procurement: {
    title: { de: 'IT-Beschaffung beantragen', en: 'Apply for IT procurement' },
    first: 'it-beauftragte',
  },
  'specialist-application': {
    title: { de: 'Fachverfahren einführen oder ändern', en: 'Introduce or change a specialist application' },
    first: 'it-beauftragte',
  },
  programming: {
    title: { de: 'Programmierarbeit beantragen', en: 'Apply for programming work' },
    first: 'it-beauftragte',
  },
  project: {
    title: { de: 'IT-Projekt anmelden', en: 'Register an IT project' },
    first: 'strategisches-it-management',
  },
  incident: { title: { de: 'Störung melden', en: 'Report an incident' }, first: 'kgrz' },
  idea: { title: { de: 'Idee einreichen', en: 'Submit an idea' }, first: 'digitallotse-wirtschaft' },
  'company-matter': {
    title: { de: 'Unternehmensanliegen melden', en: 'Pass on a company matter' },
    first: 'digitallotse-wirtschaft',
  },
};

type NextStep = NonNullable<AnswerView['nextStep']>;

/** The next step after an answer: whom to write to first, with a message already begun. */
export function nextStepFor(
  directory: Directory,
  request: string | undefined,
  unit: string | undefined,
  day: string,
  language: Language,
): NextStep | undefined {
  const known = request === undefined ? undefined : requests[request];
  if (!known || (known.first === 'it-beauftragte' && !unit)) return undefined;
  const acting = actingPerson(directory, known.first, { unit }, day);
  if (!acting) return undefined;
  const title = known.title[language];
  const isOfUnit = acting.role === 'it-beauftragte' && unit !== undefined;
  const place = isOfUnit ? ` (${unitLabel(directory, unit, language)})` : '';
  const text =
    language === 'de'
      ? `Nächster Schritt: Wenden Sie sich an ${acting.person.name}${place}.`
      : `Next step: please contact ${acting.person.name}${place}.`;
  return { title, text, url: chatUrl(acting.person, title) ?? mailUrl(acting.person, title) };
}
