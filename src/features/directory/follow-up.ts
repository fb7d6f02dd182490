import type { Hit } from '../../language/read.ts';
import type { Understanding } from '../../language/understand.ts';
import type { Directory } from './model.ts';
import { type NamedPlace, unitNumber } from './named-place.ts';
import type { AnswerRef } from './views.ts';

const opens = /^\s*(?:ok(?:ay)?\W+)?(?:und|and|auch|also|dann|what about|how about|wie (?:sieht|ist) es)\b/i;
/** "nein, ich meinte Amt 66": the answer before was a misunderstanding, its subject was not. */
const corrects =
  /^\s*(?:nein|nee|ne|no|sorry|falsch|wrong|quatsch)?\W*(?:ich (?:meinte|meine|wollte)|i (?:meant|mean)|gemeint war|sondern)\b/i;
const contactWord =
  /^(telefon|telefonnummer|rufnummer|nummer|durchwahl|e|mail|mailadresse|email|adresse|kontakt\p{L}*|erreich\p{L}*|reach\p{L}*|phone|number|contact|extension|anrufen|call)$/iu;
const longest = 8;
/** A sentence that says itself that it goes on may be a little longer. */
const longestSure = 14;

/** What a follow-up wants to know about the answer before. */
const aspects: readonly { readonly of: Aspect; readonly words: RegExp }[] = [
  {
    of: 'before',
    words:
      /(?<!\p{L})(?:vorher|davor|vorgänger(?:in)?|früher|zuvor|before (?:that|him|her|them)|previously|predecessor)(?!\p{L})/iu,
  },
  {
    of: 'absent',
    words:
      /(?<!\p{L})(?:urlaub|krank|weg|verhindert|abwesend|nicht da|nicht erreichbar|keiner ran|niemand ran|nicht ran|außer haus|on leave|on holiday|away|sick|absent|not there|not available|out of office)(?!\p{L})/iu,
  },
  {
    of: 'pays',
    words:
      /(?<!\p{L})(?:bezahlt|bezahlen|zahlt|zahlen|kostet|kosten|finanziert|budget|pays?|costs?|paid|funds?)(?!\p{L})/iu,
  },
  {
    of: 'number',
    words:
      /(?<!\p{L})(?:nummer|telefon\p{L}*|rufnummer|durchwahl|e-?mail\p{L}*|mail(?:adresse)?|erreiche?n?|erreichbar|anrufen|kontakt\p{L}*|phone|number|reach|call|extension)(?!\p{L})/iu,
  },
  {
    of: 'person',
    words:
      /(?<!\p{L})(?:wer (?:ist|is|wäre|war|sind) (?:das|die|dat|der|es)|wie heißt|wie heisst|welche person|who (?:is|are) (?:that|he|she|it|they)|what'?s (?:his|her|their) name)(?!\p{L})/iu,
  },
];
type Aspect = 'before' | 'absent' | 'pays' | 'number' | 'person';

/** Words of a follow-up that are no matter of their own. */
const pronouns =
  /^(und|and|auch|also|dann|ok|okay|wer|wie|was|wo|ist|war|das|der|die|den|dem|er|sie|ihn|ihr|ihm|es|ich|man|wenn|macht|machen|who|how|what|is|was|that|he|she|it|they|them|him|her|if|does|do|can|kann|mal|denn|nochmal|bitte|please|beide|both|ihre|seine|deren|dessen|their|his|heißt|heisst|jetzt|now|i|the|a|zu|im|in|ne|nein|no|meinte|meant|meine)$/i;

/**
 * "und der Stellvertreter?", "und für Amt 37?", "und die Nummer?", "nein, ich meinte Amt 66": the answer before, to be
 * seen from another side. `undefined` when the text is a question of its own.
 */
export function followUp(
  text: string,
  understood: Understanding,
  place: NamedPlace,
  previous: AnswerRef,
  directory: Directory,
): AnswerRef | undefined {
  const { tokens, hits } = understood.reading;
  const goesOn = opens.test(text) || isLearnedFollowUp(understood);
  const isAside = asideOf(understood, previous, directory);
  if (corrects.test(text) && tokens.length <= longestSure && isPlaced(place)) return withoutAspects(previous);
  const aspect = aspects.find(({ words }) => words.test(text))?.of;
  const refers = goesOn || (aspect !== undefined && ofSubject.has(aspect) && refersBack.test(text));
  if (
    aspect &&
    refers &&
    tokens.length <= longestSure &&
    isBare(understood, goesOn ? isAside : () => false, aspect)
  )
    return seenFrom(aspect, previous);
  if (tokens.length > longest || asksSomethingElse(understood, isAside)) return undefined;
  const asksForDeputy = hits.some(({ concept }) => concept.id === 'deputise');
  const asksForContact = tokens.some((token) => contactWord.test(token.text));
  const number = asksForContact && !asksForDeputy ? true : undefined;
  if (!goesOn) {
    const bare = hits.every((hit) => hit.weight === 0 || isAside(hit));
    return (asksForDeputy || asksForContact) && bare && !isPlaced(place)
      ? { ...withoutAspects(previous), number }
      : undefined;
  }
  if (place.application) return { role: 'fachadministratoren', task: 'application-care' };
  return asksForDeputy || asksForContact || isPlaced(place)
    ? { ...withoutAspects(previous), number }
    : undefined;
}

/** Asked of somebody who was just named, a pronoun says enough: "wie kann ich sie erreichen?", "wer ist das?". */
const ofSubject: ReadonlySet<Aspect> = new Set(['number', 'person', 'absent', 'before']);
const refersBack =
  /(?<!\p{L})(?:das|der|die|den|dem|dort|da|sie|er|ihn|ihr|ihm|es|beide|ihre|seine|that|he|she|it|they|him|her|them|his|their|there)(?!\p{L})/iu;

const withoutAspects = ({ role, task, unit, application }: AnswerRef): AnswerRef => ({
  role,
  ...(task ? { task } : {}),
  ...(unit ? { unit } : {}),
  ...(application ? { application } : {}),
});

function seenFrom(aspect: Aspect, previous: AnswerRef): AnswerRef {
  const ref = withoutAspects(previous);
  switch (aspect) {
    case 'number':
      return { ...ref, number: true };
    case 'absent':
      return { ...ref, deputy: true };
    case 'pays':
      return { role: 'strategisches-it-management', task: 'it-budget' };
    case 'before':
      return { ...ref, before: true };
    case 'person':
      return ref;
    default:
      return aspect satisfies never;
  }
}

/** The learned opinion sees something that only makes sense after an answer. */
const isLearnedFollowUp = ({ judgement }: Understanding): boolean => {
  const [first] = judgement?.meanings ?? [];
  return first?.label === 'own:followup' && first.chance >= 0.5;
};

/** Nothing but pronouns, places and the words of the aspect: the subject is that of the answer before. */
function isBare({ reading }: Understanding, isAside: (hit: Hit) => boolean, aspect: Aspect): boolean {
  const words = aspects.find(({ of }) => of === aspect)?.words;
  const asides = new Set(
    reading.hits
      .filter(isAside)
      .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n)),
  );
  return reading.tokens.every(
    ({ text, key }, at) =>
      asides.has(at) || pronouns.test(key) || pronouns.test(text) || words?.test(text) || ofAspects.has(key),
  );
}

/** Further words that belong to what is asked: "wenn der im Urlaub ist", "da geht keiner ran". */
const ofAspects = new Set(
  'im in auf wen wem wessen an am ran geht gehen keiner niemand nicht da mehr sind bin seit tagen drei uber ans not there on leave at from for fur mir uns we us you me dran gerade grad grade und oder dafur davon dazu eigentlich aktuell zustandig vertritt vertretung stellvertreter deputy'.split(
    ' ',
  ),
);

const isPlaced = (place: NamedPlace): boolean =>
  Boolean(place.unit || place.application || place.unknownUnit);

/** A matter, a role or a word of its own makes a new question. */
function asksSomethingElse({ reading, candidates }: Understanding, isAside: (hit: Hit) => boolean): boolean {
  return (
    reading.unknown.some((word) => !isContact(word)) ||
    candidates.some(({ because }) => !because.every(isAside)) ||
    reading.hits.some((hit) => (hit.concept.foreign || isRole(hit)) && !isAside(hit))
  );
}

/** Tells what only says where, or from which side, to look at the role of the answer before. */
function asideOf({ reading }: Understanding, previous: AnswerRef, { roles }: Directory) {
  const places = reading.hits.filter(({ concept }) => /^(unit|app):/.test(concept.id));
  const isOfUnits = roles.some(({ id, level }) => id === previous.role && level === 'units');
  return (hit: Hit): boolean => {
    if (isRole(hit)) return isOfUnits && unitNumber.test(hit.text);
    const isPlace = places.some((place) => hit.from <= place.to && place.from <= hit.to);
    return isPlace || sides.has(hit.concept.id) || isContact(hit.text);
  };
}

const isRole = (hit: Hit): boolean => hit.concept.id.startsWith('r:');
const isContact = (words: string): boolean => words.split(/[\s-]+/).every((word) => contactWord.test(word));

/** Words that only say from which side to look at the same role. */
const sides = new Set([
  'deputise',
  'represent',
  'contact',
  'who',
  'unit',
  'in-unit',
  'department',
  'pleasantry',
]);

/** "und wer genehmigt das?", "who decides on it?": an act whose subject is that of the question before. */
const asksOn =
  /^\s*(?:ok(?:ay)?\W+)?(?:und|and|dann)\s+(?:wer|wen|wem|wo|wie|was|welche\p{L}*|who|where|how|what|which)(?!\p{L})/iu;
const longestAsking = 7;

/** The text together with the subject of the question before, when it asks on about it without naming one. */
export function withSubject(
  text: string,
  { reading }: Understanding,
  subject: string | undefined,
): string | undefined {
  if (!subject || !asksOn.test(text) || reading.tokens.length > longestAsking) return undefined;
  const ownSubject = reading.hits.some(({ concept }) => isSubject(concept));
  return ownSubject ? undefined : `${text.replace(/[?!.\s]+$/, '')} ${subject}?`;
}

/** What a text is about: the words of its things, without acts, roles and question words. */
export const subjectOf = ({ reading }: Understanding): string | undefined => {
  const things = reading.hits.filter(({ concept }) => isSubject(concept));
  const places = [
    ...new Set(things.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n))),
  ];
  const words = places.sort((a, b) => a - b).map((at) => reading.tokens[at]?.text ?? '');
  return words.length > 0 ? words.slice(0, 8).join(' ') : undefined;
};

const isSubject = ({ kinds, weight, id }: Hit['concept']): boolean =>
  weight >= 0.9 &&
  !id.startsWith('r:') &&
  kinds.some((kind) => kind.startsWith('app:') || things.has(kind)) &&
  !kinds.includes('act');

const things = new Set([
  'it-object',
  'software',
  'specialist-app',
  'workplace',
  'project',
  'it-budget',
  'licence',
  'idea',
  'company',
  'standard',
  'smart-city',
  'interface',
  'ditma',
  'cloud',
  'ai',
  'strategy',
]);
