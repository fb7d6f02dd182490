import type { PaperBlock } from '../../../core/ports/papers.ts';
import { Refusal } from '../../../core/refusal.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Rules } from '../board/rules.ts';
import type { Held, Item } from './model.ts';

/*
 * People who are heard on one item: experts, and those whom it concerns (§ 35 (2) GemO). Written as they are called, like
 * who presents it; they come for that item, have no vote, no link and no papers.
 */

/** For one item. */
export const mostGuests = 6;
const longestGuest = 120;

/** One a line, or with semicolons between them. */
export const guestsIn = (written: string): readonly string[] => [
  ...new Set(
    written
      .split(/[\n;]/)
      .map((one) => one.trim().slice(0, longestGuest))
      .filter(Boolean),
  ),
];

/** "zu Gast, nur zu diesem Punkt: Fachfirma, Elternbeirat"; empty where nobody is. */
export const guestsText = (guests: readonly string[] | undefined, language: Language): string =>
  guests && guests.length > 0
    ? `${wordsIn(language)('zu Gast, nur zu diesem Punkt', 'guests for this item only')}: ${guests.join(', ')}`
    : '';

/** @throws {Refusal} where somebody is invited to an item against the rules of procedure; what stood there before stays */
export function requireGuestsAllowed(
  items: readonly Item[],
  before: readonly Item[],
  { guests: rule }: Pick<Rules, 'guests'>,
): void {
  for (const item of items) {
    const { guests = [] } = item;
    const known = before.find(({ id }) => id === item.id);
    const isNew = guests.some((one) => !known?.guests?.includes(one)) || known?.public !== item.public;
    if (guests.length === 0 || !isNew) continue;
    if (guests.length > mostGuests) throw tooManyGuests();
    if (rule === 'never') throw noGuests();
    if (rule === 'public' && !item.public) throw guestsInPublicOnly();
  }
}

const noGuests = () =>
  new Refusal('no-guests', {
    de: 'Gäste zu einzelnen Punkten sieht die Geschäftsordnung nicht vor („guests“ in beirat.yaml).',
    en: 'The rules of procedure do not provide for guests at single items (“guests” in beirat.yaml).',
  });
const guestsInPublicOnly = () =>
  new Refusal('guests-public-only', {
    de: 'Gäste gibt es nach der Geschäftsordnung nur zu öffentlichen Punkten. Bitte nehmen Sie die Gäste heraus, oder machen Sie den Punkt öffentlich.',
    en: 'By the rules of procedure guests come to public items only. Please take the guests out, or make the item public.',
  });
export const tooManyGuests = () =>
  new Refusal('too-many-guests', {
    de: `Bitte nennen Sie höchstens ${mostGuests} Gäste zu einem Punkt, je Zeile einen.`,
    en: `Please name at most ${mostGuests} guests for an item, one per line.`,
  });

/** Whom the record names at an item: those who were there; before it is recorded those who were invited. */
export const guestsToRecord = ({ session }: Held, item: Item): readonly string[] =>
  session.guestsAt?.[item.id] ?? item.guests ?? [];

/** Who was there for an item only. What nobody recorded is not said to have been so. */
export function guestBlocks({ session }: Held, item: Item, language: Language): readonly PaperBlock[] {
  const say = wordsIn(language);
  const there = session.guestsAt?.[item.id];
  const invited = item.guests ?? [];
  const names = invited.join(', ');
  const text =
    there === undefined
      ? names &&
        say(
          `Als Gäste nur zu diesem Punkt eingeladen: ${names}. Ob sie da waren, ist nicht festgehalten.`,
          `Invited as guests for this item only: ${names}. Whether they were there is not recorded.`,
        )
      : there.length > 0
        ? say(
            `Als Gäste nur zu diesem Punkt anwesend, ohne Stimme: ${there.join(', ')}.`,
            `Present as guests for this item only, without a vote: ${there.join(', ')}.`,
          )
        : names &&
          say(
            `Als Gäste eingeladen, nicht gekommen: ${names}.`,
            `Invited as guests, did not come: ${names}.`,
          );
  return text ? [{ kind: 'text', text }] : [];
}

/** The line on guests of the whole sitting; those of single items stand there. */
export function guestsLine({ session }: Held, language: Language): string {
  const say = wordsIn(language);
  const atItems = Object.values(session.guestsAt ?? {}).some((there) => there.length > 0);
  const more = session.guests
    ? say('; weitere nur zu einzelnen Punkten, siehe dort', '; others for single items only, see there')
    : say('nur zu einzelnen Punkten, siehe dort', 'for single items only, see there');
  const whole = session.guests ?? (atItems ? '' : say('keine', 'none'));
  return `${say('Gäste', 'Guests')}: ${whole}${atItems ? more : ''}`;
}
