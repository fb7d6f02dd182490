import type { RoleId } from '../../core/ports/role-directory.ts';
import type { Language, Text } from '../../core/text.ts';
import { actingPerson } from './acting.ts';
import { chatUrl, mailUrl } from './contact.ts';
import type { Directory } from './model.ts';
import { unitLabel } from './places.ts';
import type { AnswerView } from './views.ts';

/** A form that people can fill in: what it is called, and which role is asked first. */
export type Offered = { readonly title: Text; readonly first: RoleId };

/** The form of a type, from the part that has forms; `undefined` when there is none of that type. */
export type Offer = (type: string) => Offered | undefined;

type NextStep = NonNullable<AnswerView['nextStep']>;

/** What decides how the next step is worded. */
type Showing = {
  readonly language: Language;
  readonly day: string;
  readonly text?: string | undefined;
  readonly offer?: Offer | undefined;
};

/** The next step after an answer: the form that is usually filled in now, and whom to write to instead. */
export function nextStepFor(
  directory: Directory,
  request: string | undefined,
  unit: string | undefined,
  { language, day, text = '', offer }: Showing,
): NextStep | undefined {
  const known = request === undefined ? undefined : offer?.(request);
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
      ? `Nächster Schritt: Füllen Sie das Formular hier aus oder wenden Sie sich an ${who}.`
      : `Next step: fill in the form here, or contact ${who}.`;
  const url = chatUrl(acting.person, title) ?? mailUrl(acting.person, title);
  const contact = language === 'de' ? `Nachricht an ${who}` : `Message to ${who}`;
  return { title, text: line, start, url, contact };
}

const here: Text = {
  de: 'Nächster Schritt: Sie können das gleich hier ausfüllen.',
  en: 'Next step: you can fill in the form right here.',
};
