import type { RoleId, RoleSeat } from '../../../core/ports/role-directory.ts';
import { type Context, today } from './context.ts';
import type { AnsweringBody, Rules } from './rules.ts';

/** The bodies that a resolution may be addressed to, and who answers for them. */

export const bodiesOf = ({ recommendations }: Rules): readonly AnsweringBody[] => recommendations?.to ?? [];

/** `undefined` also when the rules have dropped it since. */
export const bodyOf = (id: string | undefined, rules: Rules): AnsweringBody | undefined =>
  bodiesOf(rules).find((one) => one.id === id);

/** The role whose holders answer: of a body without access those who enter what it says. */
const roleOf = ({ role, enteredBy }: AnsweringBody): RoleId | undefined => enteredBy ?? role;

const seatsOf = (body: AnsweringBody, context: Context): readonly RoleSeat[] => {
  const role = roleOf(body);
  return role ? context.directory.seats(role, {}, today(context)) : [];
};

/** Those whom the rules name for the body, as far as the directory has them. */
const peopleOf = ({ people = [] }: AnsweringBody, { directory }: Context): readonly string[] =>
  people.filter((id) => directory.person(id));

/** In what capacity somebody answers for a body: absence takes no right away. */
export function answersAs(
  party: string,
  body: AnsweringBody,
  context: Context,
): { readonly onBehalfOf?: string } | undefined {
  if (peopleOf(body, context).includes(party)) return { onBehalfOf: body.name.de };
  const seats = seatsOf(body, context);
  const mine = seats.find(({ person }) => person.id === party);
  if (!mine) return undefined;
  // Who enters the words of a body speaks for the body, whoever they are themselves.
  if (body.enteredBy) return { onBehalfOf: body.name.de };
  if (mine.as === 'holder') return {};
  const holder = seats.find(({ as }) => as === 'holder')?.person.name;
  return { onBehalfOf: holder ?? body.name.de };
}

/** Who is asked for the answer: holders who are there, else deputies who are. @param isLate everybody who may answer */
export function askedFor(body: AnsweringBody, context: Context, isLate = false): readonly string[] {
  const named = peopleOf(body, context);
  const seats = seatsOf(body, context);
  // Whom the rules name is asked first; whoever enters it for them when it is late.
  if (named.length > 0 && !isLate) return named;
  const there = seats.filter(({ absentUntil }) => !absentUntil);
  const holders = there.filter(({ as }) => as === 'holder');
  const asked = isLate || there.length === 0 ? seats : holders.length > 0 ? holders : there;
  return [...new Set([...named, ...asked.map(({ person }) => person.id)])];
}
