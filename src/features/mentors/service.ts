import type { Cases } from '../../case/cases.ts';
import type { World } from '../../case/world.ts';
import type { Digest } from '../../core/history.ts';
import { type Party, partyOfPerson } from '../../core/party.ts';
import type { Links } from '../../core/ports/links.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import { AlreadyExists, type Collection } from '../../core/ports/store.ts';
import type { Field } from './field.ts';
import { type Findings, propose, type Search } from './find/propose.ts';
import { type AskForm, type Book, bookRef, type Feedback, type Mentoring } from './model.ts';
import type { Profile } from './profiles/model.ts';

/** Where mentors, their places and what they know are read. */
export type Sources = {
  readonly profiles: Cases<Profile, World>;
  readonly books: Collection<Book>;
  readonly fields: () => readonly Field[];
};

/** What everything that is said or pressed about mentors works with. */
export type Service = Sources & {
  readonly mentorings: Cases<Mentoring, World>;
  readonly forms: Collection<AskForm>;
  readonly feedback: Collection<Feedback>;
  readonly directory: RoleDirectory;
  readonly links: Links;
  readonly digest: Digest;
  readonly newId: () => string;
};

/** The book of open mentorings; there is one from the first question on. */
export async function bookOf({ books }: Pick<Sources, 'books'>): Promise<Book> {
  const known = await books.get(bookRef.id);
  if (known) return known;
  try {
    return await books.add({ id: bookRef.id, year: '', last: 0, open: [] });
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    return (await books.get(bookRef.id)) as Book;
  }
}

/** Mentors who can be asked now. */
export async function findMentors(sources: Sources, search: Search, context: World): Promise<Findings> {
  const [profiles, book] = [await sources.profiles.collection.list(), await bookOf(sources)];
  return propose(search, profiles, sources.fields(), book, context);
}

/** A person of the directory as a party. */
export function personParty({ directory }: Pick<Service, 'directory'>, id: string): Party | undefined {
  const person = directory.person(id);
  return person && partyOfPerson(person);
}
