import { fold } from '../../core/word.ts';
import type { Hit } from '../../language/read.ts';
import type { Understanding } from '../../language/understand.ts';
import { tokenise } from '../../language/words.ts';
import { type Aspect, aspectOf, wordsOfAspects } from './aspects.ts';
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
const longestSure = 12;

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
): FollowUp | undefined {
  const { tokens, hits } = understood.reading;
  if (
    tokens.length >
    longest + (opens.test(text) || isLearnedFollowUp(understood) ? longestSure - longest : 0)
  )
    return undefined;
  const isAside = asideOf(understood, previous, directory);
  const opensOn = opens.test(text);
  const corrected = corrects.test(text);
  if (corrected && isPlaced(place)) return { ref: withoutAspects(previous) };
  const otherRole = roleIn(hits, directory);
  if (
    otherRole !== undefined &&
    !isAside(otherRole.hit) &&
    (opensOn || corrected) &&
    isShortOf(understood, otherRole.hit)
  )
    return { ref: { role: otherRole.role } };
  if (namesTopic(understood)) return undefined;
  const aspect = aspectOf(text);
  const isOwn = hasOwnMatter(text, understood, isAside);
  const refers = opensOn || refersBack(text) || isLearnedFollowUp(understood);
  if (aspect && !isOwn && refers && !isPlaced(place) && !isRoleQuestion(text, understood))
    return seenFrom(aspect, previous, directory);
  if (tokens.length > longest || asksSomethingElse(understood, isAside)) return undefined;
  const asksForDeputy = hits.some(({ concept }) => concept.id === 'deputise');
  const asksForContact = tokens.some((token) => contactWord.test(token.text));
  const number = asksForContact && !asksForDeputy ? true : undefined;
  if (!opensOn && !isLearnedFollowUp(understood)) {
    const bare = hits.every((hit) => hit.weight === 0 || isAside(hit));
    return (asksForDeputy || asksForContact) && bare && !isPlaced(place)
      ? { ref: { ...withoutAspects(previous), number } }
      : undefined;
  }
  if (place.application) return { ref: { role: 'fachadministratoren', task: 'application-care' } };
  return asksForDeputy || asksForContact || isPlaced(place)
    ? { ref: { ...withoutAspects(previous), number } }
    : undefined;
}

/** What a follow-up comes to: an answer again, seen from another side, with its form, or how long things take. */
export type FollowUp = {
  readonly ref: AnswerRef;
  /** The form of the task that was answered is asked for. */
  readonly asksForForm?: boolean | undefined;
  /** It is asked how long it takes. */
  readonly asksHowLong?: boolean | undefined;
};

/** Words that point back at what was just said. */
const refersBack = (text: string): boolean => article.test(text) || pronoun.test(text);
const pronoun =
  /(?<!\p{L})(?:dort|da|er|ihn|ihr|ihm|ihnen|denen|deren|dessen|es|beide|ihre|seine|dafür|davon|dazu|darüber|daran|that|this|he|she|it|they|him|her|them|his|their|there|those|sie)(?!\p{L})/iu;
/** "die" for somebody who was just named, but not before a noun of its own; letters count, so it is no "i". */
const article =
  /(?<!\p{L})(?:[Dd]as|[Dd]er|[Dd]ie|[Dd]en|[Dd]em)(?!\p{L})(?!\s+(?!Person|Stelle|Leitung|Koll|Nummer|Telefon|Durchwahl|Chef|Mensch|Namen?\b)\p{Lu})/u;

/** A thing, an act on it or a strange word of its own makes a new question; the words of the aspect are none. */
function hasOwnMatter(text: string, { reading }: Understanding, isAside: (hit: Hit) => boolean): boolean {
  const ofSides = wordsOfAspects(text);
  const isOfAspect = (words: string): boolean =>
    isContact(words) || tokenise(words).some(({ key }) => ofSides.has(key));
  const strange = reading.unknown.filter(
    (word) => word.length > 3 && !isOfAspect(word) && !ofAspects.test(fold(word)),
  );
  return (
    strange.length > 0 ||
    reading.hits.some(
      (hit) =>
        !isAside(hit) &&
        !isOfAspect(hit.text) &&
        !ofAspects.test(fold(hit.text)) &&
        (isRole(hit) || hit.concept.weight >= 0.8) &&
        hit.concept.id !== 'pleasantry',
    )
  );
}

/** "Digi-Büro, was machen die?": a short clause in front says itself what it is about. */
function namesTopic({ reading: { tokens } }: Understanding): boolean {
  const [first] = tokens;
  const topic = tokens.filter(({ clause }) => clause === first?.clause);
  return (
    topic.length < tokens.length &&
    topic.length <= longestTopic &&
    topic.every(({ text, key }) => /^\p{Lu}/u.test(text) && !interjections.has(key))
  );
}

const longestTopic = 2;
const interjections = new Set(
  'nein nee ne no ja ok okay danke merci hallo moment sorry halt und and well thanks hi hey gut super prima lotse falsch wrong negativ'.split(
    ' ',
  ),
);

/** "Wer vertritt die Beschäftigten?": a whole question with a noun of its own is no follow-up, unless it says so. */
function isRoleQuestion(text: string, { reading }: Understanding): boolean {
  const ofSides = wordsOfAspects(text);
  const isDone = ({ concept, text: said }: Hit): boolean =>
    (concept.kinds.includes('problem') || makes.has(concept.id)) &&
    !tokenise(said).some(({ key }) => ofSides.has(key));
  if (reading.hits.some(isDone)) return true;
  if (opens.test(text)) return false;
  const nouns = reading.tokens.filter(
    ({ text: said, key }, at) =>
      at > 0 && /^\p{Lu}\p{Ll}{3,}/u.test(said) && !ofAspects.test(key) && !contactWord.test(said),
  );
  return nouns.length > 0;
}

/** What is done to a telephone, not by it. */
const makes = new Set([
  'operate',
  'maintain',
  'setup',
  'buy',
  'build',
  'chat',
  'introduce',
  'represent-staff',
]);

/** Nouns in which a follow-up asks for another side. */
const ofAspects =
  /^(urlaub|vertretung|vertreter|stellvertret|nummer$|telefon|durchwahl|chef$|chefin$|raum|zimmer|buro|aufgab|kosten|rechnung|geld|antrag|formular|vorgang|quelle|grundlage|frist|name|mail|adresse|ersatz|vorgesetzt|fortbildung|dienstreise|elternzeit|feierabend|gebaude|etage|stock|sie|ihnen|ihr|handy|kontakt|email|person(?:en)?$|stelle$|leitung$|kolleg|mensch|ansprechpart)/;

/** A role that is named, with the place where. */
function roleIn(hits: readonly Hit[], { roles }: Directory) {
  const hit = hits.find(({ concept }) => concept.id.startsWith('r:'));
  const role = hit?.concept.id.slice('r:'.length);
  return hit && role !== undefined && roles.some(({ id }) => id === role) ? { hit, role } : undefined;
}

/** Hardly more than the name: "und der Digitallotse?", "nein, ich meinte das KGRZ". */
const isShortOf = ({ reading }: Understanding, name: Hit): boolean =>
  reading.hits.every(
    (hit) =>
      (name.from <= hit.to && hit.from <= name.to) || hit.concept.weight < 0.7 || sides.has(hit.concept.id),
  ) && reading.unknown.length <= 1;

const withoutAspects = ({ role, task, unit, application }: AnswerRef): AnswerRef => ({
  role,
  ...(task ? { task } : {}),
  ...(unit ? { unit } : {}),
  ...(application ? { application } : {}),
});

function seenFrom(aspect: Aspect, previous: AnswerRef, { roles }: Directory): FollowUp {
  const ref = withoutAspects(previous);
  switch (aspect) {
    case 'number':
      return { ref: { ...ref, number: true } };
    case 'absent':
      return { ref: { ...ref, deputy: true } };
    case 'pays':
      return { ref: { role: 'strategisches-it-management', task: 'it-budget' } };
    case 'before':
      return { ref: { ...ref, before: true } };
    case 'tasks':
      return { ref: { ...ref, task: undefined } };
    case 'above': {
      const above = roles.find(({ id }) => id === ref.role)?.above;
      return { ref: above ? { role: above } : ref };
    }
    case 'request':
      return { ref, asksForForm: true };
    case 'how-long':
      return { ref, asksHowLong: true };
    case 'why':
    case 'room':
    case 'person':
      return { ref };
    default:
      return aspect satisfies never;
  }
}

/** The learned opinion sees something that only makes sense after an answer. */
const isLearnedFollowUp = ({ judgement }: Understanding): boolean =>
  judgement?.meanings.some(({ label, chance }) => label === 'own:followup' && chance >= 0.3) ?? false;

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
  if (!subject || aspectOf(text) !== undefined || !asksOn.test(text) || reading.tokens.length > longestAsking)
    return undefined;
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

const correction =
  /^\s*(?:(?:nein|nee|ne|no|nö|sorry|falsch|wrong|quatsch|moment|halt)\b[\s,.!:–-]*)?(?:so |das |es )?(?:ich (?:meinte|meine|wollte wissen|wollte)|i (?:meant|mean)|gemeint war(?:en)?|sondern|eigentlich(?: meinte ich)?|nicht das,? sondern)\b[\s,.!:–-]*/iu;

/** What somebody meant instead: "nein, ich meinte die Firmenseite" → "die Firmenseite". */
export function correctionIn(text: string): string | undefined {
  const rest = text.replace(correction, '').trim();
  return rest !== text.trim() && rest.length > 2 ? rest : undefined;
}

/**
 * A short text that points back at the answer before and was understood as nothing in particular: the side that it asks
 * for, or, where the learned opinion sees a follow-up, the answer again. `undefined` when it does not point back.
 */
export function lateFollowUp(
  text: string,
  understood: Understanding,
  previous: AnswerRef,
  directory: Directory,
  /** It may mean several things: only a side that is asked for makes it a follow-up. */
  isGuess: boolean,
): FollowUp | undefined {
  const { tokens, hits } = understood.reading;
  if (tokens.length > longestLate || hits.some(isRole)) return undefined;
  const asksOfOwn = hits.some(
    ({ concept }) => concept.foreign && concept.weight >= 1.5 && !ofAbsence.has(concept.id),
  );
  const strange = understood.reading.unknown.some(
    (word) => /^\p{Lu}/u.test(word) && aspectOf(word) === undefined,
  );
  if (asksOfOwn || strange || namesTopic(understood) || isRoleQuestion(text, understood)) return undefined;
  const isElsewhere = hits.some(
    ({ concept }) => concept.kinds.includes('unit') && concept.id.startsWith('unit:'),
  );
  if (isElsewhere && !opens.test(text)) return undefined;
  const chance = understood.judgement?.meanings.find(({ label }) => label === 'own:followup')?.chance ?? 0;
  const points = opens.test(text) || refersBack(text);
  const aspect = aspectOf(text);
  if (aspect && (points || chance >= likely)) return seenFrom(aspect, previous, directory);
  return points && !isGuess && chance >= likely ? { ref: withoutAspects(previous) } : undefined;
}

/** Leave and illness are matters of the personnel office, but of whoever was named too. */
const ofAbsence = new Set(['personnel', 'pleasantry']);
const longestLate = 11;
const likely = 0.04;
