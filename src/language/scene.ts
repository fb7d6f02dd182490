import type { Hit } from './hit.ts';
import type { Reading } from './read.ts';
import type { Token } from './words.ts';

/** What is said outside the clause that asks counts less: it tells the story, not the question. */
const story = 0.85;
/** A role that is only part of the story is rarely the answer: "Der Fachadministrator will …, wer entscheidet?" */
const roleInStory = 0.25;
/** What only says where something stands: "Drucker neben der Kaffeemaschine". */
const asPlace = 0.3;

/** The hits with the weight that their place in the sentence leaves them; what is denied is gone. */
export function inScene(reading: Reading): readonly Hit[] {
  const { tokens } = reading;
  const denied = deniedPlaces(tokens);
  const places = placesOfScenery(tokens);
  const hits = reading.hits
    .filter((hit) => !denied.has(hit.from))
    .flatMap((hit) => (isRole(hit) && isGuess(hit, tokens) ? asScenery(hit) : [hit]));
  return focused(hits, tokens).map((hit) =>
    places.has(hit.from) && isPlaceable(hit, hits, places) ? { ...hit, weight: hit.weight * asPlace } : hit,
  );
}

/**
 * The clauses that ask or want something, by their numbers: those with "wer" or "wo", else those that need something,
 * else the last when it goes on with "und jetzt". Empty when no clause stands out.
 */
export function askingClauses(hits: readonly Hit[], tokens: readonly Token[]): ReadonlySet<number> {
  const clauseOf = (hit: Hit): number => tokens[hit.from]?.clause ?? 0;
  const asking = new Set(hits.filter((hit) => asks.has(hit.concept.id)).map(clauseOf));
  if (asking.size > 0) return asking;
  const last = tokens.at(-1)?.clause ?? 0;
  return new Set(hits.some((hit) => hit.concept.id === 'next' && clauseOf(hit) === last) ? [last] : []);
}

function focused(hits: readonly Hit[], tokens: readonly Token[]): readonly Hit[] {
  const clauseOf = (hit: Hit): number => tokens[hit.from]?.clause ?? 0;
  const asking = askingClauses(hits, tokens);
  if (asking.size === 0) return hits;
  const bare = !hits.some((hit) => asking.has(clauseOf(hit)) && saysSomething(hit));
  const asksForAct = hits.some(
    (hit) => (isAct(hit) || hit.concept.id === 'need') && asking.has(clauseOf(hit)),
  );
  return hits.flatMap((hit) => {
    if (asking.has(clauseOf(hit))) return [hit];
    if (isRole(hit)) return isTopic(hit, hits, tokens) ? [hit] : asScenery(hit);
    // What was already done does not matter when another act is asked for: "… ist bewilligt. Wer besorgt ihn?"
    if (asksForAct && isAct(hit)) return [];
    return [bare ? hit : { ...hit, weight: hit.weight * story }];
  });
}

/** A role that is only mentioned says little itself, but that the question is about the role model. */
const mentionedRole = {
  id: 'mentioned-role',
  weight: 0.6,
  kinds: ['mentioned-role'],
  compounds: 'none',
  foreign: false,
  hides: false,
} as const;

const asScenery = (role: Hit): readonly Hit[] => [
  { ...role, weight: role.weight * roleInStory },
  { ...role, concept: mentionedRole, weight: mentionedRole.weight, span: `${role.span}s` },
];

const asks = new Set(['who', 'where']);
const isAct = (hit: Hit): boolean => hit.concept.kinds.includes('act');
const isRole = (hit: Hit): boolean => hit.concept.id.startsWith('r:');
const saysSomething = (hit: Hit): boolean => hit.concept.weight >= 0.6;

const longestTopic = 3;

/** "Digitallotse: wer vertritt ihn?": a short clause that ends with a role and says nothing about it sets the topic. */
const isTopic = (role: Hit, hits: readonly Hit[], tokens: readonly Token[]): boolean => {
  const clause = tokens[role.from]?.clause;
  return (
    tokens[role.to + 1]?.clause !== clause &&
    tokens.filter((token) => token.clause === clause).length <= longestTopic &&
    hits.every((hit) => tokens[hit.from]?.clause !== clause || isRole(hit) || !saysSomething(hit))
  );
};

const guessAfter = /^(oder wer|oder jemand|or who|or someone|or somebody)/;
const choiceBefore = /^((wer|welche|welcher|wen) (von|aus)|(who|which) (of|among))$/;

/** "Fachadmin oder wer?", "Wer von KGRZ und 10.50 …": a role that the asker only guesses or offers to choose from. */
const isGuess = (role: Hit, tokens: readonly Token[]): boolean =>
  tokens.some((token, at) => {
    const pair = `${token.key} ${tokens[at + 1]?.key}`;
    return at > role.to ? guessAfter.test(pair) : at < role.from && choiceBefore.test(pair);
  });

const denials = new Set(['nicht', 'not']);
const deniable = new Set(
  'wer wen wem who whom der die das den dem the a ein vom von beim unser unsere mein meine our my draussen ausserhalb innerhalb in im fur for outside inside within'.split(
    ' ',
  ),
);

/** ", nicht wer beschließt": from a denial that opens a clause or stands before "wer" to the end of the clause. */
function deniedPlaces(tokens: readonly Token[]): ReadonlySet<number> {
  const denied = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (!denials.has(token.key) || !next || next.clause !== token.clause || !deniable.has(next.key)) continue;
    const opens = tokens[at - 1] !== undefined && tokens[at - 1]?.clause !== token.clause;
    if (!opens && next.key !== 'wer' && next.key !== 'who') continue;
    for (let place = at; tokens[place]?.clause === token.clause; place++) denied.add(place);
  }
  return denied;
}

const locatives = new Set(
  'im in am an auf neben unter vor hinter bei beim uber on under near next behind by at from inside beside'.split(
    ' ',
  ),
);
const locativeReach = 3;

/** The words after a preposition of place. */
function placesOfScenery(tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    if (!locatives.has(token.key)) continue;
    for (let place = at + 1; place <= at + locativeReach; place++) {
      if (tokens[place]?.clause !== token.clause || locatives.has(tokens[place]?.key ?? '')) break;
      places.add(place);
      if (/^\p{Lu}/u.test(tokens[place]?.text ?? '')) break;
    }
  }
  return places;
}

/** Only matters of the house are mere places, and devices beside them; a school or one's home is a matter. */
function isPlaceable(hit: Hit, hits: readonly Hit[], places: ReadonlySet<number>): boolean {
  const isFacility = (other: Hit): boolean => other.concept.id === 'facility';
  if (isFacility(hit))
    return hits.some((other) => other.concept.kinds.includes('it-object') && !places.has(other.from));
  return (
    hit.concept.kinds.includes('it-object') &&
    hits.some((other) => isFacility(other) && !places.has(other.from))
  );
}
