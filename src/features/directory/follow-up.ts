import { type GoingOn, goingOn, opensOn, pointsBack } from '../../language/going-on.ts';
import type { Side } from '../../language/learned/labels.ts';
import type { Understanding } from '../../language/understand.ts';
import { asksForMore, asksFromAmount, requestOf, whoDecides } from './deciding.ts';
import type { Directory } from './model.ts';
import type { NamedPlace } from './named-place.ts';
import { isUnitName, namesRole, roleMeant, roleNamed } from './named-role.ts';
import { isOfUnits, placed } from './placing.ts';
import { relatedRole } from './related.ts';
import { hasAct, hasSubject, type Topic } from './subject.ts';
import type { AnswerRef } from './views.ts';

/** The answer before, and what the question to it was about. */
export type Before = Topic & {
  readonly ref: AnswerRef;
  /** The type of request whose form was opened. */
  readonly wish?: string | undefined;
  /** What was offered to choose from, or named side by side, in its order. */
  readonly offered?: readonly Offered[] | undefined;
  /** Lotse asked back, and nothing has been picked yet. */
  readonly isOpen?: true | undefined;
  /** What was answered before that, about something else. */
  readonly earlier?: Before | undefined;
  /** The turn after it came to nothing, so that "zurück zu …" means this answer. */
  readonly isInterrupted?: true | undefined;
};

/** One of several: a role at its place, or the label of a wish, a function or a body. */
export type Offered = { readonly ref: AnswerRef } | { readonly label: string };

/** The answer before, or what it leads to, seen from a side. */
export type Seen = {
  readonly kind: 'seen';
  readonly ref: AnswerRef;
  readonly side: Side;
  /** "Musikschule": asked for, but not in the directory. */
  readonly unknownPlace?: string | undefined;
};

/** A question that is complete with words of the one before: to be tried in this order. */
type Ask = { readonly kind: 'ask'; readonly texts: readonly string[]; readonly side: Side };

/** What a turn that goes on comes to. */
export type FollowUp =
  | Seen
  | Ask
  /** Its form is asked for. */
  | { readonly kind: 'form'; readonly ref: AnswerRef; readonly wish?: string | undefined }
  /** How its way goes, how long that takes, who is asked on it. */
  | { readonly kind: 'way'; readonly side: Side };

/** What a turn comes to when it is read as a question of its own: several things perhaps, or nothing. */
export type SecondChance = 'else-unsure' | 'else-nothing';

/** Everything that is known of the turn. */
export type Turning = {
  readonly text: string;
  readonly understood: Understanding;
  readonly place: NamedPlace;
  /** Where the asker works. */
  readonly unit?: string | undefined;
  /** Reads other words as this turn is read, and the place in them. */
  readonly read: (text: string) => { readonly understood: Understanding; readonly place: NamedPlace };
};

/** From here on a turn goes on from the answer before; below, only when nothing else is understood. */
const goesOn = 0.5;
const mayGoOn = 0.3;
/** From here on a strange word in it changes nothing. */
const surelyGoesOn = 0.8;
const nearlySure = 0.65;
/** So sure a matter must be to be a question of its own in words that may go on. */
const sureOfMatter = 0.58;

/**
 * What a turn means after an answer. Pure: the same turn after the same answer is the same follow-up. `undefined` when it is
 * a question of its own. @param chance nothing else was understood, or nothing for sure: less certainty will do
 */
export function followUp(
  turning: Turning,
  before: Before,
  directory: Directory,
  chance?: SecondChance,
): FollowUp | undefined {
  const going = goingOn(turning.text, turning.understood);
  const related = asksRelation(turning, before, directory);
  if (related) return related;
  if (asksFromAmount(turning, going)) return { kind: 'way', side: 'decides' };
  const wish = before.wish ?? requestOf(before.ref, directory);
  if (wish && asksForMore(turning)) return { kind: 'form', ref: plain(before.ref), wish };
  if (going.instead !== undefined) return corrected(going.instead, turning, before, directory);
  if (going.chance < (chance ? mayGoOn : goesOn) || isNewMatter(going, turning.understood)) return undefined;
  if (going.isForeign && !isPlainSide(going) && (going.chance < nearlySure || going.side === 'other'))
    return undefined;
  // A role that is named is asked about, whatever else is said of it.
  if (chance && namesRole(turning.understood, before.ref, directory))
    return elsewhere({ ...going, hasMatter: false }, turning, before, directory);
  return onItsSide(going, turning, before, directory, chance);
}

/** "Und wer hat da den Vorsitz?": a role that the model sets beside the one before, in words that bring no matter of their own. */
function asksRelation(turning: Turning, before: Before, directory: Directory): Seen | undefined {
  const { text, understood } = turning;
  const { tokens } = understood.reading;
  if (tokens.length > longestAsking || hasSubject(understood.reading)) return undefined;
  if (
    namesRole(turning.understood, before.ref, directory) ||
    !(pointsBack(text) || opensOn(text) || tokens.length <= fewWords + 4)
  )
    return undefined;
  const role = relatedRole(text, before.ref.role, directory);
  return role && { kind: 'seen', side: 'other', ref: { role } };
}

/** It brings a matter of its own, and that one is understood. */
function isNewMatter(
  { hasMatter, chance, side, isSideLearned }: GoingOn,
  { judgement, reading }: Understanding,
): boolean {
  if (!hasMatter || chance >= surelyGoesOn) return false;
  // "Und mein Telefon ist kaputt": a number is not asked for.
  const isFault = judgement?.asNew?.meanings[0]?.label === 'wish:incident';
  if (isFault && reading.hits.some(({ concept }) => faults.has(concept.id))) return true;
  if (!isSideLearned && side && plainSides.has(side)) return false;
  const [first] =
    (judgement?.asNew?.confidence ?? 0) >= sureOfMatter ? (judgement?.asNew?.meanings ?? []) : [];
  return first !== undefined && (first.role !== undefined || first.label.startsWith('partner:'));
}

const faults = new Set(['problem', 'tech-problem', 'strong-problem']);

const isPlainSide = ({ side, isSideLearned }: GoingOn): boolean =>
  !isSideLearned && side !== undefined && plainSides.has(side);

/** Sides whose words hardly mean anything else after an answer. */
export const plainSides: ReadonlySet<Side> = new Set<Side>(['number', 'absent', 'pays', 'before']);

function onItsSide(
  going: GoingOn,
  turning: Turning,
  before: Before,
  directory: Directory,
  chance: SecondChance | undefined,
): FollowUp | undefined {
  const there = elsewhere(going, turning, before, directory);
  if (there || namesRole(turning.understood, before.ref, directory)) return there;
  return seenFrom(going, turning, before, directory, chance);
}

/** "nein, ich meinte …": what was said instead takes the place of what was misunderstood; the rest stays. */
function corrected(
  instead: string,
  turning: Turning,
  before: Before,
  directory: Directory,
): FollowUp | undefined {
  const inner: Turning = { ...turning, text: instead, ...turning.read(instead) };
  const going: GoingOn = { ...goingOn(instead, inner.understood), instead: undefined };
  // What was meant instead is as sure as can be, however little it says alone.
  const there = elsewhere({ ...going, side: 'correct', chance: 1 }, inner, before, directory);
  if (there) return { ...there, side: 'correct' };
  const isSide = going.side !== undefined && going.side !== 'correct' && going.side !== 'other';
  if (isSide && going.chance >= (going.hasMatter ? surelyGoesOn : mayGoOn)) {
    const seen = seenFrom(going, inner, before, directory);
    if (seen) return seen;
  }
  const onAct = asksOn(inner, before);
  if (onAct) return { ...onAct, side: 'correct' };
  const asks = framed(instead, inner, before);
  // "ich meinte die Musikschule": where every unit has its own, what is no matter is a place.
  const isPlace =
    isOfUnits(before.ref.role, directory) && asks.length > 1 && !hasSubject(inner.understood.reading);
  if (isPlace) return { ...otherThing(inner, before, directory), side: 'correct' };
  return { kind: 'ask', texts: asks, side: 'correct' };
}

/** Another place, another role or another application: "und für Amt 66?", "und der Beirat?", "und die E-Akte?" */
function elsewhere(
  { hasMatter, side, chance }: GoingOn,
  { text, understood, place, unit }: Turning,
  before: Before,
  directory: Directory,
): Seen | undefined {
  if (hasMatter && side !== 'correct' && chance < surelyGoesOn) return undefined;
  const flags = flagsOf(side);
  const role = roleNamed(understood, directory) ?? roleMeant(understood, side);
  const isPlaceOnly = role === undefined || isUnitName(role.at, understood, before.ref, directory);
  if (place.application && isPlaceOnly)
    return {
      kind: 'seen',
      side: side ?? 'other',
      ref: placed(
        { role: 'fachadministratoren', task: 'application-care', ...flags },
        place,
        unit,
        directory,
      ),
    };
  if (role && !isPlaceOnly)
    return {
      kind: 'seen',
      side: side ?? 'other',
      ref: placedThere({ role: role.id, ...flags }, place, unit, before, directory),
    };
  const saysWhere =
    side === 'other' || side === 'correct' || opensOn(text) || understood.reading.tokens.length <= fewWords;
  if (saysWhere && (place.unit || place.unknownUnit))
    return {
      kind: 'seen',
      side: side ?? 'other',
      ref: placedThere({ ...plain(before.ref), ...flags }, place, unit, before, directory),
    };
  return undefined;
}

/** "Amt 66?": a place and nothing else. */
const fewWords = 3;

const placedThere = (
  ref: AnswerRef,
  place: NamedPlace,
  unit: string | undefined,
  { ref: { unit: earlier } }: Before,
  directory: Directory,
): AnswerRef =>
  isOfUnits(ref.role, directory)
    ? placed({ ...ref, unit: ref.unit ?? earlier }, place, unit, directory)
    : ref;

/** The answer before, seen from a side that is asked for. */
function seenFrom(
  going: GoingOn,
  turning: Turning,
  before: Before,
  directory: Directory,
  chance?: SecondChance,
): FollowUp | undefined {
  const { side } = going;
  const ref = plain(before.ref);
  const isOther = going.hasMatter && going.chance < surelyGoesOn;
  const onAct = isOther || going.isSideLearned ? asksOn(turning, before) : undefined;
  if (onAct) return onAct;
  // A matter of its own, and no word that asks for a side: a question of its own.
  const asksElse = side !== 'other' && side !== 'request' && chance !== 'else-nothing';
  if (isOther && going.isSideLearned && asksElse) return undefined;
  switch (side) {
    case 'pays':
      return { kind: 'seen', side, ref: { role: 'strategisches-it-management', task: 'it-budget' } };
    case 'above': {
      const above = directory.roles.find(({ id }) => id === ref.role)?.above;
      return { kind: 'seen', side, ref: above ? { role: above } : ref };
    }
    case 'tasks':
      return { kind: 'seen', side, ref: { ...ref, task: undefined } };
    case 'request':
      return { kind: 'form', ref, wish: before.wish ?? requestOf(ref, directory) };
    case 'how-long':
      return { kind: 'way', side };
    case 'decides':
      return asksOn(turning, before) ?? whoDecides(before, directory) ?? { kind: 'way', side };
    case 'other':
      return asksOn(turning, before) ?? otherThing(turning, before, directory);
    case 'number':
    case 'absent':
    case 'before':
    case 'person':
    case 'room':
    case 'why':
    case 'again':
      return { kind: 'seen', side, ref: { ...ref, ...flagsOf(side) } };
    case 'correct':
    case undefined:
      return asksOn(turning, before) ?? (isOther ? undefined : { kind: 'seen', side: 'again', ref });
    default:
      return side satisfies never;
  }
}

/** "und für Software?", "und in der Musikschule?": the same question about something else, or about a place that nobody knows. */
function otherThing(turning: Turning, before: Before, directory: Directory): Seen | Ask {
  const words = withoutPreposition(afterOpening(turning.text));
  const isPlace =
    isOfUnits(before.ref.role, directory) &&
    !hasSubject(turning.understood.reading) &&
    !describes.test(words);
  if (isPlace && !saysRole(turning.understood))
    return {
      kind: 'seen',
      side: 'other',
      ref: { ...plain(before.ref), unit: undefined, application: undefined },
      unknownPlace: words,
    };
  return { kind: 'ask', side: 'other', texts: framed(afterOpening(turning.text), turning, before) };
}

/** "der, der …", "jemand, der …": somebody in other words. */
const describes =
  /^(?:(?:de[rnm]|die|das|diejenigen?|derjenige|jemand\p{L}*|wer|the one|somebody|someone|those)(?:\s*,\s*|\s+)(?:de[rnm]|die|das|who|that|which)(?!\p{L}))/iu;

/** "der, der allgemein für IT steht": no place, but a role in other words. */
const saysRole = ({ judgement }: Understanding): boolean => {
  const { meanings = [], confidence = 0 } = judgement?.asNew ?? judgement ?? {};
  return meanings[0]?.role !== undefined && confidence >= sureOfMatter;
};

/** What a side adds to an answer. */
const flagsOf = (side: Side | undefined): Partial<AnswerRef> => {
  if (side === 'number') return { number: true };
  if (side === 'absent') return { deputy: true };
  return side === 'before' ? { before: true } : {};
};

const plain = ({ role, task, unit, application }: AnswerRef): AnswerRef => ({
  role,
  ...(task ? { task } : {}),
  ...(unit ? { unit } : {}),
  ...(application ? { application } : {}),
});

/** "und wer genehmigt das?": an act whose thing is that of the question before. */
function asksOn({ text, understood: { reading } }: Turning, { subject }: Before): Ask | undefined {
  if (!subject || hasSubject(reading) || !hasAct(reading) || reading.tokens.length > longestAsking)
    return undefined;
  const asked = text.replace(/[?!.\s]+$/, '');
  const whole = standsFor.test(asked) ? asked.replace(standsFor, subject) : `${asked} ${subject}`;
  return { kind: 'ask', side: 'decides', texts: [`${whole}?`] };
}

const longestAsking = 9;
/** "wer repariert das?", "wer es repariert": the word that stands for the thing. */
const standsFor = /(?<!\p{L})(?:das|es|ihn|sie|die|den|sowas|it|that|them|this)(?!\p{L})/iu;

/** Words that stand for a whole question: what was asked before is asked of them. */
function framed(words: string, { understood: { reading } }: Turning, { acts }: Before): readonly string[] {
  const asks =
    /(?<!\p{L})(?:wer|wen|wem|wo|wie|was|who|whom|where|how|what|which|welche\p{L}*)(?!\p{L})/iu.test(words);
  const isEnglish = reading.language === 'en';
  if (asks || hasAct(reading)) return [words];
  const thing = withoutPreposition(words);
  return [
    ...(acts ? [isEnglish ? `Who ${acts} ${thing}?` : `Wer ${acts} ${thing}?`] : []),
    isEnglish ? `Who is responsible for ${thing}?` : `Wer ist zuständig für ${thing}?`,
    words,
  ];
}

const withoutPreposition = (words: string): string =>
  words
    .replace(/[?!.\s]+$/, '')
    .replace(
      /^(?:bei|für|fuer|mit|beim|fürs|im|in|am|an|vom|von|for|with|about|at)\s+(?:(?:de[mnr]|die|das|einem|einer|the|a)\s+)?/iu,
      '',
    );

/** "ok, und wer …" → "wer …" */
export const afterOpening = (text: string): string =>
  text.replace(
    /^\s*(?:(?:ok(?:ay)?|gut|danke|super|ach so|aha)\W+)*(?:und|un|and|auch|dann|aber|what about|how about|wie (?:ist|sieht|isses) (?:es|das|des)?)\s+/iu,
    '',
  );
