import type { Block, Field } from '../../../core/ports/pages.ts';
import type { Language } from '../../../core/text.ts';
import type { Field as KnownField } from '../field.ts';
import { longest, type ParsedProfile } from '../profile/entry.ts';
import { languages } from '../profile.ts';
import type { Typed } from '../view/profile-view.ts';
import { languageName } from '../view/words.ts';

/** The form on the page: what stands in the profile, or what was typed with the errors at it. */
export function profileForm(
  known: readonly KnownField[],
  typed: Typed,
  parsed: ParsedProfile | undefined,
  language: Language,
): Block {
  const say = (de: string, en: string) => (language === 'de' ? de : en);
  const errorOf = (field: keyof Typed) =>
    parsed?.errors.find((error) => error.field === field)?.text[language];
  const ticked = (list: string, id: string) => list.split(',').includes(id);
  const first = <T>(index: number, value: T) => (index === 0 ? value : undefined);
  const fields: readonly Field[] = [
    ...known.map(({ id, name }, index) => ({
      kind: 'check' as const,
      name: `field-${id}`,
      label: `${say('Feld', 'Field')}: ${name[language]}`,
      value: ticked(typed.fields, id) ? 'yes' : undefined,
      error: first(index, errorOf('fields')),
    })),
    {
      kind: 'text',
      name: 'experience',
      label: say('Erfahrung in ein bis drei Sätzen', 'Experience in one to three sentences'),
      help: say(
        'Das sehen alle, die eine Mentorin oder einen Mentor suchen.',
        'Everybody who looks for a mentor sees this.',
      ),
      lines: 5,
      maxLength: longest.experience,
      required: true,
      value: typed.experience,
      error: errorOf('experience'),
    },
    ...languages.map((id, index) => ({
      kind: 'check' as const,
      name: `language-${id}`,
      label: `${say('Sprache', 'Language')}: ${languageName(id)[language]}`,
      value: ticked(typed.languages, id) ? 'yes' : undefined,
      error: first(index, errorOf('languages')),
    })),
    {
      kind: 'text',
      name: 'capacity',
      label: say('Wie viele Mentorings gleichzeitig?', 'How many mentorings at a time?'),
      help: say('0 heißt: zurzeit keine Anfragen.', '0 means: no questions at present.'),
      maxLength: 2,
      required: true,
      value: typed.capacity,
      error: errorOf('capacity'),
    },
    {
      kind: 'text',
      name: 'contact',
      label: say('Wie möchten Sie erreicht werden?', 'How would you like to be contacted?'),
      help: say('Das sieht nur, wem Sie zugesagt haben.', 'Only those whom you have accepted see this.'),
      maxLength: longest.contact,
      required: true,
      value: typed.contact,
      error: errorOf('contact'),
    },
    {
      kind: 'text',
      input: 'date',
      name: 'pausedUntil',
      label: say('Pause bis einschließlich', 'Pause up to and including'),
      value: typed.pausedUntil,
      error: errorOf('pausedUntil'),
    },
  ];
  return {
    kind: 'form',
    fields,
    buttons: [{ title: say('Speichern und bestätigen', 'Save and confirm'), name: 'act', value: 'save' }],
  };
}
