import type { World } from '../../../case/world.ts';
import type { Field } from '../field.ts';
import { type Book, freePlaces } from '../model.ts';
import { mentorsOf, type Profile, pauseOf } from '../profiles/model.ts';
import { type FieldHit, fieldsIn, sharedWords } from './match.ts';

/** A mentor who fits, and why. */
export type Proposal = {
  readonly profile: Profile;
  readonly name: string;
  readonly free: number;
  /** Fields that the text speaks of and the mentor knows. */
  readonly hits: readonly FieldHit[];
  /** Words of the text that stand in what the mentor wrote about the own experience. */
  readonly words: readonly string[];
};

export type Search = {
  readonly text: string;
  /** A field that was chosen instead of typed. */
  readonly field?: string | undefined;
  /** Whom not to propose: the asker, or who was asked already. */
  readonly without: readonly string[];
};

/** What was found, and what was understood. */
export type Findings = {
  readonly hits: readonly FieldHit[];
  readonly proposals: readonly Proposal[];
  /** Fit, but have no place free. */
  readonly full: number;
};

/** Finds mentors who can be asked now, those who fit best first, then those with most places free. */
export function propose(
  { text, field, without }: Search,
  profiles: readonly Profile[],
  fields: readonly Field[],
  book: Book,
  context: World,
): Findings {
  const chosen = fields.find(({ id }) => id === field);
  const hits: readonly FieldHit[] = chosen ? [{ field: chosen, words: [] }] : fieldsIn(text, fields);
  const names = new Map(mentorsOf(context).map(({ person }) => [person.id, person.name]));
  const fitting = profiles
    .filter((profile) => !without.includes(profile.id) && pauseOf(profile, context) === undefined)
    .map((profile) => ({
      profile,
      name: names.get(profile.id) ?? profile.id,
      free: freePlaces(profile.capacity, profile.id, book),
      hits: hits.filter((hit) => profile.fields.includes(hit.field.id)),
      words: chosen ? [] : sharedWords(text, profile.experience),
    }))
    .filter((one) => hits.length === 0 || one.hits.length > 0 || one.words.length > 0);
  return {
    hits,
    proposals: fitting.filter(({ free }) => free > 0).sort(byFit),
    full: fitting.filter(({ free }) => free === 0).length,
  };
}

const byFit = (a: Proposal, b: Proposal): number =>
  weight(b) - weight(a) || b.free - a.free || a.name.localeCompare(b.name, 'de');

/** A field says more than words in a text. */
const weight = ({ hits, words }: Proposal): number => hits.length * 10 + Math.min(words.length, 9);
