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

/** What decides how the next step is worded. */
type Showing = { readonly language: Language; readonly day: string; readonly text?: string | undefined };

/** The next step after an answer: the form that is usually filled in now, and whom to write to instead. */
export function nextStepFor(
  directory: Directory,
  request: string | undefined,
  unit: string | undefined,
  { language, day, text = '' }: Showing,
): NextStep | undefined {
  const known = request === undefined ? undefined : requests[request];
  if (!request || !known) return undefined;
  const title = known.title[language];
  // The card carries it back and forth, and has room for some kilobytes only.
  const start = { type: request, text: text.slice(0, 200) };
  const isNowhere = known.first === 'it-beauftragte' && !unit;
  const acting = isNowhere ? undefined : actingPerson(directory, known.first, { unit }, day);
  if (!acting) return { title, text: here[language], start };
  const label = acting.role === 'it-beauftragte' && unit ? unitLabel(directory, unit, language) : '';
  // A function such as "IT-Beauftragte Amt 61" says the place itself.
  const who =
    label && !acting.person.name.includes(label) ? `${acting.person.name} (${label})` : acting.person.name;
  const line =
    language === 'de'
      ? `Nächster Schritt: hier ausfüllen, oder wenden Sie sich an ${who}.`
      : `Next step: fill in the form here, or contact ${who}.`;
  const url = chatUrl(acting.person, title) ?? mailUrl(acting.person, title);
  const contact = language === 'de' ? `Nachricht an ${who}` : `Message to ${who}`;
  return { title, text: line, start, url, contact };
}

const here: Text = {
  de: 'Nächster Schritt: Sie können das gleich hier ausfüllen.',
  en: 'Next step: you can fill in the form right here.',
};
