import { fold } from '../core/word.ts';
import type { Hit } from './hit.ts';
import type { Side } from './learned/labels.ts';
import { sideInWords, wordsOfSides } from './sides.ts';
import type { Understanding } from './understand.ts';
import { tokenise } from './words.ts';

/** How a text relates to the answer before it. Read without knowing that answer; what becomes of it is decided elsewhere. */
export type GoingOn = {
  /** How likely it goes on from an answer, given that there was one: 0 to 1. */
  readonly chance: number;
  /** The side of that answer which it looks at; absent when it only points back. */
  readonly side?: Side | undefined;
  /** The side comes from the learned opinion alone: no word says it. */
  readonly isSideLearned: boolean;
  /** It says itself what it is about: a thing, an act on it, or a strange noun. */
  readonly hasMatter: boolean;
  /** That matter is one that no role is there for. */
  readonly isForeign: boolean;
  /** What was meant instead: "nein, nicht Amt 61, sondern Amt 66" → "Amt 66". */
  readonly instead?: string | undefined;
};

/** What each sign does to the odds. Fitted on dialogues of our own (`test/features/directory/dialogues.test.ts`). */
export const weighing = {
  /** After an answer many turns go on from it; most that do say so by a word, or are short. */
  answered: 1.5,
  saysSo: 2.7,
  opens: 3,
  pointsBack: 2.5,
  sideInWords: 2.5,
  short: 1.5,
  matter: 0.12,
  long: 0.25,
};

/** "und …", "ok, dann …", "what about …" */
const opening =
  /^\s*(?:(?:ok(?:ay)?|gut|danke|super|ach so|aha|alles klar|thanks|right|well|so)\W+)*(?:und|un|and|auch|also|dann|aber|but|what about|how about|wie (?:sieht|ist|isses) (?:es|das|des)?)(?!\p{L})/iu;
export const opensOn = (text: string): boolean => opening.test(text);

/** "die" for somebody who was just named, but not before a noun of its own. */
const article =
  /(?<!\p{L})(?:[Dd]as|[Dd]er|[Dd]ie|[Dd]en|[Dd]em|[Dd]es|[Dd]enen|[Ii]s(?:t|n)? (?:das|des))(?!\p{L})(?!\s+\d)(?!\s+(?:\p{Ll}{5,}\s+)?(?!Person|Gremium|Runde|Truppe|Stelle|Leitung|Koll|Nummer|Telefon|Durchwahl|Chef|Mensch|Namen?\b|Vertret|Stellvertret|Adresse|Mail|Kosten|Rechnung|Antrag|Formular|Vorgänger|Zuständige|Rolle|Quelle|Büro|Raum|Zimmer)\p{Lu})/u;
const pronoun =
  /(?<!\p{L})(?:dort|da|er|ihn|ihr|ihm|ihnen|denen|deren|dessen|es|se|beide[nr]?|ihre?[nrs]?|seine?[nrs]?|dafür|davon|dazu|darüber|daran|damit|so (?:was|etwas)|derjenige|diese[rnms]?|that|this|he|she|it|they|him|her|them|his|their|there|those|these|one|sie)(?!\p{L})/iu;
export const pointsBack = (text: string): boolean => article.test(text) || pronoun.test(text);

/** Reads a text as one that may go on from an answer. */
export function goingOn(text: string, understood: Understanding): GoingOn {
  const { judgement, reading } = understood;
  const instead = insteadIn(text);
  const inWords = sideInWords(text);
  const matters = mattersIn(text, understood);
  const matter = matters.length > 0 || hasMatter(text, understood);
  const chanceOf = (label: string): number =>
    judgement?.meanings.find((meaning) => meaning.label === label)?.chance ?? 0;
  // "Die ist im Urlaub" is about whoever was named, "Ich bin im Urlaub" is not.
  const isTheirs = inWords === 'absent' && !firstPerson.test(text);
  const learned = judgement
    ? chanceOf('own:followup') + (isTheirs ? chanceOf('own:absence') + chanceOf('partner:personalamt') : 0)
    : unlearned;
  const side = instead === undefined ? sideOf(understood, inWords) : 'correct';
  const [opens, points, isShort] = [opensOn(text), pointsBack(text), reading.tokens.length <= fewWords];
  const signs = [
    weighing.answered,
    opens || points || isShort || inWords ? weighing.saysSo : 1,
    opens ? weighing.opens : 1,
    points ? weighing.pointsBack : 1,
    inWords ? weighing.sideInWords : 1,
    isShort ? weighing.short : 1,
    reading.tokens.length > longest ? weighing.long : 1,
    matter ? weighing.matter : 1,
  ];
  const odds = signs.reduce((all, sign) => all * sign, (learned + least) / (1 - learned + least));
  return {
    chance: instead === undefined ? odds / (1 + odds) : Math.max(odds / (1 + odds), corrected),
    side,
    isSideLearned: side !== inWords,
    hasMatter: matter,
    isForeign: matters.some(isForeign),
    instead,
  };
}

const firstPerson = /(?<!\p{L})(?:ich|mein\p{L}*|wir|uns|unser\p{L}*|i|my|we|our|i'm)(?!\p{L})/iu;
/** Where nothing was learned the words decide. */
const unlearned = 0.03;
const longest = 12;
const fewWords = 3;
const least = 0.003;
/** "nein, ich meinte …" goes on by itself. */
const corrected = 0.9;

/** What both say: the learned opinion among its sides, and the words. */
function sideOf({ judgement }: Understanding, inWords: Side | undefined): Side | undefined {
  const seen = judgement?.sides ?? [];
  const total = seen.reduce((sum, { chance }) => sum + chance, 1e-4);
  const scored = seen.map(({ side, chance }) => ({
    side,
    score: chance / total + (side !== inWords ? 0 : plain.has(side) ? plainWordsCount : wordsCount),
  }));
  const [best] = scored
    .filter(({ side, score }) => side !== 'before' || side === inWords || score >= surelyBefore)
    .sort((a, b) => b.score - a.score);
  if (!best) return inWords;
  return best.score >= worthBelieving ? best.side : inWords;
}

/** Who held it before is rarely asked without a word for it; "vor" begins many others. */
const surelyBefore = 0.8;
const wordsCount = 0.4;
/** Words that hardly mean anything else: "zahlen", "Nummer". */
const plainWordsCount = 0.75;
const plain: ReadonlySet<Side> = new Set<Side>(['pays', 'number']);
const worthBelieving = 0.3;

/** Beside things and acts on them a strange word of its own makes a new question; places, roles and words of sides do not. */
function hasMatter(text: string, { reading }: Understanding): boolean {
  const ofSides = wordsOfSides(text);
  const strange = reading.unknown.filter(
    (word) => word.length > 3 && !ofSides.has(fold(word)) && !aboutSides.test(fold(word)),
  );
  if (leadsElsewhere.test(text)) return true;
  // Whoever says that nobody picks up the phone has said which side they mean, in whatever words.
  if (sideInWords(text) === 'absent') return false;
  const isNoun = strange.some((word) => /^\p{Lu}/u.test(word));
  return (reading.tokens.length > fewWords && isNoun) || strange.length > 1;
}

/** "der Chef vom Hochbauamt", "the head of the library": somebody else's head, not the one above the answer. */
const leadsElsewhere =
  /(?<!\p{L})(?:[Cc]hef(?:in)?|[Bb]oss|[Hh]ead|[Dd]irektor(?:in)?|[Ll]eit(?:er|erin|ung)) (?:vom|von der|des|der|im|in der|of the|of) (?!Stelle|Person)\p{Lu}/u;

/** What people or pets do at home, what the weather does: nothing that an answer of the role model goes on with. */
const isForeign = ({ concept }: Hit): boolean => concept.foreign === true && concept.weight >= veryForeign;
const veryForeign = 1.5;

/** The things and acts that a text names beside places, roles and words of sides. */
function mattersIn(text: string, { reading }: Understanding): readonly Hit[] {
  const ofSides = wordsOfSides(text);
  const isOfSide = (words: string): boolean =>
    tokenise(words).every(({ key }) => ofSides.has(key) || aboutSides.test(key));
  const names = reading.hits.filter(({ concept }) => isName(concept.id));
  const isPlaced = (hit: Hit): boolean => names.some(({ from, to }) => from <= hit.to && hit.from <= to);
  return reading.hits.filter(
    (hit) =>
      !isName(hit.concept.id) &&
      !isPlaced(hit) &&
      hit.concept.weight >= telling &&
      !mild.has(hit.concept.id) &&
      !isOfSide(hit.text),
  );
}

const telling = 0.8;
const isName = (id: string): boolean => /^(?:unit|app|r):/.test(id);
/** Concepts that only say from which side to look. */
const mild = new Set([
  'deputise',
  'represent',
  'contact',
  'who',
  'where',
  'unit',
  'in-unit',
  'department',
  'pleasantry',
  'personnel',
  'next',
]);

/** Nouns in which a side is asked for, folded. */
const aboutSides =
  /^(urlaub|vertretung|vertreter|stellvertret|nummer$|telefon|durchwahl|chef$|chefin$|raum|zimmer|buro|aufgab|kosten|rechnung|geld|antrag|formular|vorgang|quelle|grundlage|frist|name|mail|adresse|ersatz|vorgesetzt|fortbildung|dienstreise|elternzeit|feierabend|gebaude|etage|stock|sie|ihnen|ihr|handy|kontakt|email|person(?:en)?$|stelle$|leitung$|kolleg|mensch|ansprechpart|dauer|bearbeitungs|nachfolg|krank|abwesen|postfach|budget|haushalt|unterschrift|genehmigung|entscheidung|unterlagen|sprechzeit|dokument|information|antwort|hierarchie|beschwerde|aufsicht|zustandig|amtszeit|gremium|mitglied|woche|montag|freitag|ja\b)/;

const denies =
  /^\s*(?:(?:nein|nee|nö+|ne|no|nope|nah|sorry|falsch|wrong|quatsch|moment|halt|stop+|ups|oh|ach|entschuldigung|verzeihung|pardon|korrektur|correction|doch|negativ|actually)(?!\p{L})[\s,.!:;–-]*)+/iu;
/** "ich meinte", "meinte ich", "gemeint war", "es geht um": what follows, or stands before it, is what was meant. */
const means =
  /(?<!\p{L})(?:(?:das |so |es )?(?:ich|isch|wir|i|we) (?:meinte[nst]?|(?<=(?:^|[,.;:!–-] ?|(?<!\p{L})(?:nee|nein|ne|und|sorry|halt|das|so|es) )(?:ich|isch) )mein(?:e|en)?|rede von|spreche von|sprach von|wollte wissen|will wissen|möchte wissen|frage nach|fragte nach|korrigiere|meant|mean|was asking about|asked about|wanted to know|want to know)|(?:meinte|meine?) (?:ich|isch)|gemeint (?:war(?:en)?|ist)|es geht um|(?:es )?ging (?:mir )?um)(?!\p{L})[\s,.!:;–-]*|^(?:meinte|eigentlich(?: meinte ich)?|stattdessen|rather|instead) /iu;
const denied =
  /^(?:doch )?(?:nicht|net|nich|not|kein[a-z]*)(?!\p{L})\s+(?:[^,;]{2,40}?)\s*(?:,|;|\s)\s*(?:sondern|but|–|-)\s*|^(?:doch )?(?:nicht|net|nich|not)(?!\p{L})\s+[^,;.]{2,40}[,;.]\s*/iu;
const trailing = /[\s,]*(?:meinte?|mein|meine|meint|i mean|bitte|please)?(?: (?:ich|isch|i|wir))?[\s.!?]*$/iu;

/**
 * What somebody meant instead: "nein, nicht Amt 61, sondern Amt 66" → "Amt 66", "ich wollte wissen, wer das bezahlt" → "wer
 * das bezahlt". `undefined` where nothing is corrected.
 */
export function insteadIn(text: string): string | undefined {
  const [, after] = text.split(/(?<!\p{L})(?:sondern|but rather)(?!\p{L})\s*/iu);
  if (after && after.length > 2) return bare(after);
  const started = text.replace(denies, '');
  const isDenied = started !== text;
  const withoutDenied = started.replace(denied, '');
  const meant = means.exec(withoutDenied);
  if (meant && meant.index <= earliest) {
    const before = withoutDenied.slice(0, meant.index).trim();
    const rest = withoutDenied.slice(meant.index + meant[0].length).trim();
    const said = bare(rest.replace(denied, '')) || bare(before);
    if (said) return said;
  }
  if (withoutDenied !== started && withoutDenied.length > 2) return bare(withoutDenied);
  // "nee, KGRZ meinte ich", "nein, Amt 66"
  const short = bare(started);
  const isShort = isDenied && short !== undefined && short.split(/\s+/).length <= mostWords;
  return isShort && !/^(?:danke|ok|gut|das wars|alles gut|thanks|thank you)/iu.test(short)
    ? short
    : undefined;
}

const earliest = 45;
const mostWords = 6;
const bare = (text: string): string | undefined => {
  const rest = text.replace(trailing, '').trim();
  return rest.length > 1 ? rest : undefined;
};
