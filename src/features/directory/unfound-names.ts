import type { Language } from '../../core/text.ts';
import { answerNamed, type NamedKnowledge } from './with-names.ts';

/*
 * Whether names lead to what they name. Somebody enters an application, and nobody who asks for it by its name gets an
 * answer: that must be said when it is entered, not found out by those who ask.
 */

/** German lines, one for each name that leads nowhere. */
export function unfoundNames(knowledge: NamedKnowledge, day: string): readonly string[] {
  const { directory, types } = knowledge;
  const ask = (text: string, language: Language = 'de') => answerNamed(text, language, { day }, knowledge);
  const applications = directory.applications.flatMap(({ id, name }) => {
    const found = ask(`Wer ist zuständig für ${name}?`);
    const [ref] = found.kind === 'answer' ? found.refs : [];
    return ref?.application === id ? [] : [{ id, name, other: ref?.application }];
  });
  // Names of types are understood as they stand; the things stand in sentences, in one of the languages.
  const requests = types.flatMap(({ id, words }) =>
    words
      .filter(
        (word) =>
          !leadsTo(ask(`Ich brauche ${word}`), id) &&
          !leadsTo(ask(`Wir brauchen einen neuen ${word}`), id) &&
          !leadsTo(ask(`I need a new ${word}`, 'en'), id),
      )
      .map((word) => ({ id, word })),
  );
  return [
    ...applications.map(
      ({ id, name, other }) =>
        `Hinweis: Unter „${name}“ findet Lotse das Fachverfahren ${id} nicht${other ? `, sondern ${other}` : ''}. Nennen Sie es so, wie nur dieses Programm heißt, oder ergänzen Sie einen weiteren Namen („${name}-Verfahren“).`,
    ),
    ...requests.map(
      ({ id, word }) =>
        `Hinweis: „Ich brauche ${word}“ führt nicht zur Antragsart ${id}. Tragen Sie das Wort unter den weiteren Namen ein (names.yaml oder „Wort: ${word}“ in Teams).`,
    ),
  ];
}

/** The form of a type, a choice that offers it, or the form of another type whose thing it is, too. */
function leadsTo(found: ReturnType<typeof answerNamed>, type: string): boolean {
  if (found.kind === 'answer') return found.wish === type || found.refs[0].task !== undefined;
  return found.kind === 'choices' && (found.others.includes(`wish:${type}`) || found.refs.length > 0);
}
