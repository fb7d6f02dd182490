import { today } from '../../case/world.ts';
import { type Context, isEnded, type OpenPart, openParts, type Request } from './model.ts';

/* What narrows a list of requests down: "offen", "überfällig", "Amt 61", the name of a type, words of a title. */

const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();

type Test = (request: Request, context: Context) => boolean;

const states: readonly { readonly words: readonly string[]; readonly test: Test }[] = [
  { words: ['offen', 'offene', 'open'], test: (request) => !isEnded(request) },
  {
    words: ['überfällig', 'ueberfaellig', 'überfällige', 'overdue', 'late'],
    test: (request, context) => {
      const late = ({ question, dueDay, restsUntil }: OpenPart) =>
        restsUntil === undefined && (question?.dueDay ?? dueDay) < today(context);
      return !isEnded(request) && openParts(request).some(late);
    },
  },
  { words: ['erledigt', 'erledigte', 'done'], test: ({ state }) => state === 'done' },
  { words: ['abgelehnt', 'abgelehnte', 'rejected'], test: ({ state }) => state === 'rejected' },
  { words: ['zurückgezogen', 'withdrawn'], test: ({ state }) => state === 'withdrawn' },
];

/**
 * All of what the words say must be so; what is neither state nor office nor type stands in title or number.
 * @param titleOf what the list shows as its title
 */
export function narrowed(
  requests: readonly Request[],
  words: string,
  context: Context,
  titleOf: (request: Request) => string = ({ title }) => title,
): readonly Request[] {
  if (words === '') return requests;
  let left = ` ${folded(words)} `;
  const tests: Test[] = [];
  const take = (said: readonly string[], test: Test): void => {
    const found = said.map(folded).find((one) => one !== '' && left.includes(` ${one} `));
    if (found === undefined) return;
    left = left.replace(` ${found} `, ' ');
    tests.push(test);
  };
  const { directory } = context;
  const labels = (id: string) => [directory.unitLabel(id, 'de'), directory.unitLabel(id, 'en')];
  const now = (unit: string) => directory.unitOn(unit, today(context));
  // What was an office's goes on with the one that it became; by its own name it is still found.
  for (const { id, name } of directory.units())
    take([...labels(id), name.de, name.en], ({ unit }) => unit === id || now(unit) === id);
  for (const id of new Set(requests.map(({ unit }) => unit)))
    if (now(id) !== id) take(labels(id), ({ unit }) => unit === id);
  for (const { words: said, test } of states) take(said, test);
  for (const { id, name } of context.types) take([name.de, name.en], ({ type }) => type === id);
  const rest = left.split(' ').filter(Boolean);
  return requests.filter((request) => {
    const text = folded(`${request.id} ${titleOf(request)}`);
    return tests.every((test) => test(request, context)) && rest.every((word) => text.includes(word));
  });
}
