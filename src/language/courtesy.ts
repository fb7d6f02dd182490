import type { Token } from './words.ts';

/*
 * "Hallo zusammen, …", "Sehr geehrte Damen und Herren, …", "… Viele Grüße, Amt 50": how a letter begins and ends says nothing about
 * what it wants. Where nothing else is said the greeting is all that there is.
 */

const greets = /^(?:hallo|hallochen|hi|hey|moin|moinsen|servus|tach|mahlzeit|hello)$/;
/** Needs somebody or a time of day behind it: "Guten Appetit" is no greeting. */
const greetsWith = /^(?:sehr|liebe[rs]?|guten|good|dear)$/;
const greeted =
  /^(?:damen|herren|und|zusammen|kollegen|kolleginnen|kollegin|kollege|alle|allerseits|team|lotse|tag|morgen|abend|mittag|frau|herr|geehrte[rns]?|lieben?|ihr|all|everyone|everybody|colleagues?|sir|madam|or|afternoon|morning|evening|there)$/;
const addresses = /^(?:geehrte[rns]?|liebe[rs]?|dear)$/;
const closes = /^(?:gruss|grusse|grussen|gruesse|mfg|lg|vg|bg|regards|sincerely|hochachtungsvoll)$/;
/** What cannot be anything but the end of a letter. */
const signs = /^(?:mfg|lg|vg|bg)$/;
const closesSoftly =
  /^(?:mit|viele[nr]?|liebe[nr]?|beste[nr]?|schone[nr]?|freundliche[nmr]?|herzliche[nr]?|kollegiale[nr]?|sportliche[nr]?|kind|best|many|warm|with|vielen|dank|danke|thanks)$/;
const longestSignature = 9;
/** A greeting stands at the beginning, or behind the subject of a mail. */
const latestGreeting = 14;
/** Fewer words than this are no letter. */
const fewest = 3;

/** Which words say something beside greeting and signing, by their places; all of them where hardly anything else is said. */
export function withoutCourtesy(tokens: readonly Token[]): readonly number[] {
  const end = beforeClosing(tokens);
  const greeting = greetingIn(tokens);
  const said = [...tokens.keys()].filter((at) => at < end && !greeting.has(at));
  return said.length >= fewest ? said : [...tokens.keys()];
}

function greetingIn(tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (let at = 0; at < Math.min(tokens.length, latestGreeting); at++) {
    const opens = at === 0 || tokens[at]?.clause !== tokens[at - 1]?.clause;
    const length = opens ? greetingAt(tokens, at) : 0;
    if (length === 0) continue;
    for (let place = at; place < at + length; place++) places.add(place);
    break;
  }
  return places;
}

/** How many words greet from here on. */
function greetingAt(tokens: readonly Token[], at: number): number {
  const key = (place: number): string => tokens[place]?.key ?? '';
  if (
    !greets.test(key(at)) &&
    !(greetsWith.test(key(at)) && greeted.test(key(at + 1))) &&
    !addresses.test(key(at))
  )
    return 0;
  let next = at + 1;
  while (greets.test(key(next)) || greeted.test(key(next))) next++;
  // "Liebe Tante, …", "Dear Ms Clerk, …": whoever is addressed, to the end of a short clause.
  const isAddressed = tokens.slice(at, next).some((token) => addresses.test(token.key));
  const clause = tokens[at]?.clause;
  const rest = tokens.slice(next, next + 3).findIndex((token) => token.clause !== clause);
  if (isAddressed && rest > 0) return next + rest - at;
  return addresses.test(key(at)) && next === at + 1 ? 0 : next - at;
}

/** From which word on a text only closes and signs. */
function beforeClosing(tokens: readonly Token[]): number {
  const first = Math.max(1, tokens.length - longestSignature);
  const closing = tokens.findIndex(({ key }, at) => at >= first && closes.test(key));
  if (closing < 0) return closesSoftly.test(tokens.at(-1)?.key ?? '') ? tokens.length - 1 : tokens.length;
  let at = closing;
  while (at > 1 && closesSoftly.test(tokens[at - 1]?.key ?? '')) at--;
  const opens = tokens[at]?.clause !== tokens[at - 1]?.clause;
  return opens || at < closing || signs.test(tokens[closing]?.key ?? '') ? at : tokens.length;
}
