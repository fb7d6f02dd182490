import type { Letter } from '../../core/notice.ts';
import type { Language, Text } from '../../core/text.ts';

/** Below every letter: somebody reads the answers. */
export const closing: Text = {
  de: 'Lotse hat diese E-Mail für Ihre Stadtverwaltung verschickt. Sie können darauf antworten; die Antwort wird gelesen.',
  en: 'Lotse sent this email on behalf of your city administration. You may reply to it; your reply will be read.',
};

/** The text part: complete without the HTML part, addresses of links written out. */
export function letterText({ paragraphs, links = [] }: Letter, language: Language): string {
  const addresses = links.map(({ title, url }) => `${title}:\n${url}`);
  // "-- " starts a signature; mail programs leave it out when replying.
  return `${[...paragraphs, ...addresses].join('\n\n')}\n\n-- \n${closing[language]}\n`;
}
