import type { Language } from '../../core/text.ts';
import type { Candidate } from '../../language/match.ts';
import { type Judgement, type Meaning, wishOf, worthOffering } from '../../language/meaning.ts';
import { type Mood, moodOf } from '../../language/mood.ts';
import { partsOf } from '../../language/parts.ts';
import type { Understand, Understanding } from '../../language/understand.ts';
import { askedDay } from './asked-day.ts';
import { asksAboutApplications, caredApplication } from './cared-application.ts';
import { correctionIn, type FollowUp, followUp, lateFollowUp, withSubject } from './follow-up.ts';
import { type ListAsked, listAsked } from './lists.ts';
import { applicationOf } from './lookup.ts';
import type { Directory } from './model.ts';
import { type NamedPlace, namedPlace } from './named-place.ts';
import { type Partner, partnersNamed } from './partners.ts';
import { tasksOnTopic } from './topics.ts';
import type { AnswerRef } from './views.ts';

/** What a question came to. `refs` are best first. */
export type Finding =
  | {
      readonly kind: 'answer';
      readonly refs: readonly [AnswerRef, ...AnswerRef[]];
      /** "Amt 99": a unit that was asked for by number and is not in the directory. */
      readonly unknownUnit?: string | undefined;
      /** The type of request that the sentence wishes for. */
      readonly wish?: string | undefined;
      /** Several roles have to do with the matter; all of them are the answer. */
      readonly isShared?: boolean | undefined;
      /** A second thing in the message, which this does not answer. */
      readonly rest?: string | undefined;
    }
  | {
      readonly kind: 'choices';
      readonly refs: readonly AnswerRef[];
      /** What else may be meant: labels of functions, wishes and bodies outside the model. */
      readonly others: readonly string[];
    }
  /** A function of Lotse itself, by its label. */
  | { readonly kind: 'own'; readonly label: string }
  /** A matter of a body outside the role model. */
  | { readonly kind: 'partner'; readonly ids: readonly string[]; readonly asksDuty: boolean }
  /** A list: all of a kind, what is vacant, who leads. */
  | { readonly kind: 'list'; readonly list: ListAsked }
  /** `understood`: the role model does not regulate it; else nobody knows what was meant. */
  | { readonly kind: 'none'; readonly understood: boolean }
  | { readonly kind: 'pleasantry'; readonly thanks: boolean };

/** Who asks and what was answered before: the context of "mein" and "und der Stellvertreter?". */
export type Asker = {
  readonly unit?: string | undefined;
  readonly previous?: AnswerRef | undefined;
  /** What the question before was about. */
  readonly subject?: string | undefined;
  /** The day on which it is asked, `2026-11-24`. */
  readonly day?: string | undefined;
};

/** What is answered from. */
export type Knowledge = {
  readonly directory: Directory;
  readonly understand: Understand;
  readonly partners?: readonly Partner[] | undefined;
};

/** Everything that is known of one question. */
type Asked = Knowledge & {
  readonly text: string;
  readonly language: Language;
  readonly asker: Asker;
  readonly understood: Understanding;
  readonly place: NamedPlace;
  readonly mood: Mood;
  readonly deputy?: true | undefined;
};

/** Turns a question into a finding. Pure: the same question, asker and directory give the same finding. */
export function answerQuestion(
  text: string,
  language: Language,
  asker: Asker,
  knowledge: Knowledge,
): Finding {
  const asked = askedAs(text, language, asker, knowledge);
  const { understood, place, directory } = asked;
  const previous = asker.previous && followUp(text, understood, place, asker.previous, directory);
  if (previous) {
    return answerOn(previous, asked);
  }
  const whole = withSubject(text, understood, asker.subject);
  if (whole !== undefined)
    return answerQuestion(whole, language, { unit: asker.unit, day: asker.day }, knowledge);
  if (understood.band === 'pleasantry') return { kind: 'pleasantry', thanks: isThanks(text) };
  const list = listAsked(text, understood.reading, place, directory);
  if (list) return { kind: 'list', list };
  const found = twoThings(asked) ?? oneThing(asked);
  const late =
    asker.previous &&
    isVague(found, asked) &&
    lateFollowUp(text, understood, asker.previous, directory, found.kind === 'choices');
  if (late) return answerOn(late, asked);
  const corrected = asker.previous && correctionIn(text);
  if (corrected) return answerQuestion(corrected, language, { unit: asker.unit, day: asker.day }, knowledge);
  // It goes on from the answer before, in words that are not understood: that answer again, to be asked on.
  if (found.kind === 'own' && found.label === 'own:followup' && asker.previous)
    return { kind: 'answer', refs: [asker.previous] };
  return onDay(found, text, asker);
}

/** The answer before, seen from the side that was asked for. */
function answerOn(followed: FollowUp, { place, asker, directory, deputy }: Asked): Finding {
  if (followed.asksHowLong) return { kind: 'own', label: 'own:who-decides' };
  const { role } = followed.ref;
  const at = isOfUnits(role, directory) ? placed(followed.ref, place, asker, directory) : followed.ref;
  const ref = { ...at, deputy: followed.ref.deputy ?? deputy };
  const wish = followed.asksForForm ? requestOf(ref, directory) : undefined;
  if (followed.asksForForm && wish === undefined) return { kind: 'own', label: 'own:start-request' };
  return { kind: 'answer', refs: [ref], unknownUnit: place.unknownUnit, wish };
}

/** A finding that a follow-up may stand behind: nothing, a guess, or somebody else's matter that was not named. */
function isVague(found: Finding, { understood, text, partners = [] }: Asked): boolean {
  if (found.kind === 'none' || found.kind === 'choices') return true;
  if (found.kind === 'partner') return partnersNamed(text, partners).length === 0;
  return found.kind === 'own' && (understood.judgement?.confidence ?? 1) < sureOfOwnAfterAnswer;
}

/** After an answer a function of Lotse must be meant more clearly. */
const sureOfOwnAfterAnswer = 0.9;

/** The request that usually follows the task of an answer. */
const requestOf = ({ role, task }: AnswerRef, { roles }: Directory): string | undefined =>
  roles.find(({ id }) => id === role)?.tasks.find(({ id }) => id === task)?.request;

/** Who held it then, or will: the answer is for the day that was asked about. */
function onDay(found: Finding, text: string, { day: today }: Asker): Finding {
  const day = today === undefined ? undefined : askedDay(text, today);
  if (day === undefined || found.kind !== 'answer' || found.wish !== undefined) return found;
  const [first, ...others] = found.refs;
  return { ...found, refs: [{ ...first, day }, ...others] };
}

function askedAs(text: string, language: Language, asker: Asker, knowledge: Knowledge): Asked {
  const understood = knowledge.understand(text, language);
  const place = namedPlace(text, understood.reading, language, knowledge.directory);
  const mood = moodOf(text, understood.reading.tokens);
  const deputy = understood.reading.hits.some(({ concept }) => concept.id === 'deputise') || undefined;
  return { ...knowledge, text, language, asker, understood, place, mood, deputy };
}

function oneThing(asked: Asked): Finding {
  const { understood } = asked;
  return (
    applicationCare(asked) ??
    dutyOfOthers(asked) ??
    (understood.judgement ? byJudgement(asked, understood.judgement) : byConcepts(asked))
  );
}

/** Small talk beside a question is no second thing. */
const aside = /^own:(smalltalk|followup|help|feedback|who-are-you|chart|case|act)$/;

/** Two questions, or two statements, that mean two different things: the first is answered, the second offered. */
function twoThings({ text, language, asker, ...knowledge }: Asked): Finding | undefined {
  const parts = partsOf(text);
  if (parts.length < 2) return undefined;
  const found = parts.flatMap((part) => {
    const asked = askedAs(part, language, asker, knowledge);
    const finding = oneThing(asked);
    const key = keyOf(finding);
    if (key === undefined || (finding.kind !== 'answer' && finding.kind !== 'own')) return [];
    return [{ part, finding, key, asks: asked.mood !== 'statement' }];
  });
  const [first] = found;
  const second = found.find(({ key, asks }) => key !== first?.key && asks === first?.asks);
  if (!first || !second) return undefined;
  if (first.finding.kind === 'answer') return { ...first.finding, rest: second.part };
  if (second.finding.kind === 'answer') return { ...second.finding, rest: first.part };
  return { kind: 'choices', refs: [], others: [first.finding, second.finding].map(({ label }) => label) };
}

/** What a sure finding is about, to tell two things apart. */
function keyOf(finding: Finding): string | undefined {
  if (finding.kind === 'own') return aside.test(finding.label) ? undefined : finding.label;
  if (finding.kind !== 'answer') return undefined;
  const [{ role, task, application }] = finding.refs;
  return [finding.wish ?? task ?? role, application].join(' ');
}

/** The administrators of an application that is named, or of all of them with the roles beside them. */
function applicationCare({ understood, place, asker, directory, deputy }: Asked): Finding | undefined {
  const { reading } = understood;
  if (directory.roles.every(({ id }) => id !== 'fachadministratoren')) return undefined;
  const application = caredApplication(reading);
  const care = { role: 'fachadministratoren', task: 'application-care', deputy };
  if (application) {
    const ref = placed(care, { ...place, application }, asker, directory);
    return { kind: 'answer', refs: [ref], unknownUnit: place.unknownUnit };
  }
  if (!asksAboutApplications(reading)) return undefined;
  return {
    kind: 'answer',
    refs: [
      placed(care, place, asker, directory),
      { role: 'strategisches-it-management', task: 'specialist-applications' },
      { role: 'kgrz', task: 'infrastructure' },
    ],
    unknownUnit: place.unknownUnit,
    isShared: true,
  };
}

/** "Muss der Personalrat zustimmen?": what others must or may is not answered with a role's name. */
function dutyOfOthers({ text, mood, partners = [], understood }: Asked): Finding | undefined {
  if (mood !== 'yes-no') return undefined;
  const ids = partnersNamed(text, partners).map(({ id }) => id);
  const namesRole = understood.reading.hits.some(({ concept }) => concept.id.startsWith('r:'));
  return ids.length > 0 && !namesRole ? { kind: 'partner', ids, asksDuty: true } : undefined;
}

function byJudgement(asked: Asked, { band, meanings }: Judgement): Finding {
  const [first] = meanings;
  if (!first) return byConcepts(asked);
  if (band === 'unsure') return askBack(asked, meanings);
  if (first.role) return answerWith(asked, first);
  if (first.label.startsWith('own:'))
    return (
      (aside.test(first.label) && first.label !== 'own:chart' ? namedAbsent(asked) : undefined) ?? {
        kind: 'own',
        label: first.label,
      }
    );
  return namedRole(asked) ?? noneOf(asked, first);
}

/** The role of a meaning, by the task that the concepts see or the wish leads to. */
function refOfMeaning({ understood, place, asker, directory, deputy }: Asked, meaning: Meaning): AnswerRef {
  const role = meaning.role ?? '';
  const wish = wishOf(meaning);
  const tasks = directory.roles.find(({ id }) => id === role)?.tasks ?? [];
  const byWish = wish === undefined ? undefined : tasks.find(({ request }) => request === wish)?.id;
  const byConcept = understood.ranked.find((candidate) => candidate.role === role)?.task;
  const ref = { role, task: byWish ?? byConcept };
  return { ...(isOfUnits(role, directory) ? placed(ref, place, asker, directory) : ref), deputy };
}

function answerWith(asked: Asked, meaning: Meaning): Finding {
  const wish = wishOf(meaning);
  return {
    kind: 'answer',
    refs: [refOfMeaning(asked, meaning)],
    unknownUnit: asked.place.unknownUnit,
    wish: wish === 'incident' ? undefined : wish,
  };
}

/** A role that is named literally is never "not regulated". */
function namedRole(asked: Asked): Finding | undefined {
  const { understood, directory } = asked;
  const named = understood.reading.hits.find(
    ({ concept, how }) => concept.id.startsWith('r:') && (how === 'exact' || how === 'compound'),
  );
  const role = named?.concept.id.slice('r:'.length);
  if (role === undefined || directory.roles.every(({ id }) => id !== role)) return undefined;
  const meaning: Meaning = { label: role, role, chance: 0 };
  return { kind: 'choices', refs: [refOfMeaning(asked, meaning)], others: ['own:chart'] };
}

/** "An wen wende ich mich, wenn 10.50 nicht da ist?": the deputy of a role that is named. */
function namedAbsent(asked: Asked): Finding | undefined {
  const named = namedRole(asked);
  const [ref] = named?.kind === 'choices' ? named.refs : [];
  return ref && { kind: 'answer', refs: [{ ...ref, deputy: true }], unknownUnit: asked.place.unknownUnit };
}

/** Two to four choices, also of different kinds; where only one thing is likely there is nothing to choose. */
function askBack(asked: Asked, meanings: readonly Meaning[]): Finding {
  const { tokens, unknown } = asked.understood.reading;
  if (tokens.length <= 2 && unknown.length === tokens.length) return { kind: 'none', understood: false };
  const likely = worthOffering(meanings);
  const refs = likely.flatMap((meaning) =>
    meaning.role && wishOf(meaning) === undefined ? [refOfMeaning(asked, meaning)] : [],
  );
  const others = likely.flatMap((meaning) => {
    if (!meaning.role) return aside.test(meaning.label) ? [] : [meaning.label];
    return wishOf(meaning) === undefined ? [] : [meaning.label];
  });
  // A wish is offered with the question who is in charge: "Störung melden" or "Wer ist zuständig?"
  const wished = likely.filter((meaning) => wishOf(meaning) !== undefined);
  const withAsked = [...refs, ...wished.map((meaning) => refOfMeaning(asked, meaning))];
  const unique = withAsked.filter((ref, at) => withAsked.findIndex(({ role }) => role === ref.role) === at);
  if (unique.length + others.length > 1)
    return {
      kind: 'choices',
      refs: unique.slice(0, 4),
      others: others.slice(0, Math.max(1, 4 - unique.length)),
    };
  const [first] = meanings;
  const [only] = likely;
  if (only && first && only.label === first.label && only.role) return withNext(asked, meanings, only);
  return namedRole(asked) ?? noneOf(asked, first);
}

/** The only likely role beside the next one: a choice of one would be a guess in disguise. */
function withNext(asked: Asked, meanings: readonly Meaning[], only: Meaning): Finding {
  const next = meanings.find(({ role }) => role !== undefined && role !== only.role);
  const refs = [only, ...(next ? [next] : [])].map((meaning) => refOfMeaning(asked, meaning));
  return { kind: 'choices', refs, others: [] };
}

function noneOf(asked: Asked, first: Meaning | undefined): Finding {
  const { text, partners = [], mood, understood } = asked;
  const { tokens, unknown } = understood.reading;
  // One or two strange words: nobody knows whose matter that is.
  if (tokens.length <= 2 && unknown.length === tokens.length) return { kind: 'none', understood: false };
  const named = partnersNamed(text, partners).map(({ id }) => id);
  const judged = first?.label.startsWith('partner:') ? first.label.slice('partner:'.length) : undefined;
  const known = judged !== undefined && partners.some(({ id }) => id === judged);
  const ids = [...new Set([...named, ...(known ? [judged] : [])])];
  if (ids.length > 0) return { kind: 'partner', ids, asksDuty: mood === 'yes-no' };
  const topic = onTopic(asked);
  return topic.kind === 'none' ? { kind: 'none', understood: isUnderstood(asked) } : topic;
}

/** Whether the words were understood, so that the no is about the matter: it asks, and most of its words are known. */
function isUnderstood({ understood: { reading }, mood }: Asked): boolean {
  const content = reading.tokens.filter(({ key }) => key.length > 3).length;
  const isForeign = reading.hits.some(({ concept }) => concept.foreign && concept.id !== 'pleasantry');
  return isForeign || (mood !== 'statement' && reading.unknown.length * 2 <= content);
}

/** Without anything learned the concepts decide alone. */
function byConcepts(asked: Asked): Finding {
  const { understood, directory, place, asker, deputy } = asked;
  const [first, ...others] = withoutPlaces(understood, directory).map((candidate) => ({
    ...refOf(candidate, place, asker, directory),
    deputy,
  }));
  if (understood.band === 'nothing' || !first) return noneOf(asked, undefined);
  if (understood.band === 'sure' || others.length === 0)
    return { kind: 'answer', refs: [first, ...others], unknownUnit: place.unknownUnit };
  return { kind: 'choices', refs: [first, ...others].slice(0, 4), others: [] };
}

/** A mere topic gets choices; one possible task alone would be a guess dressed up as a choice. */
function onTopic({ understood, directory }: Asked): Finding {
  const refs = tasksOnTopic(understood, directory);
  return refs.length > 1 ? { kind: 'choices', refs, others: [] } : { kind: 'none', understood: true };
}
/** In "IT-Beauftragter im Amt 80" the unit only says where, although "Amt 80" is also a name of the Digitallotse. */
function withoutPlaces({ candidates, reading }: Understanding, directory: Directory): readonly Candidate[] {
  const units = reading.hits.filter(({ concept }) => concept.id.startsWith('unit:'));
  const isPlace = ({ because }: Candidate): boolean =>
    because.length > 0 &&
    because.every((hit) => units.some((unit) => hit.from <= unit.to && unit.from <= hit.to));
  return candidates.some(({ role }) => isOfUnits(role, directory))
    ? candidates.filter((candidate) => isOfUnits(candidate.role, directory) || !isPlace(candidate))
    : candidates;
}

const isOfUnits = (role: string, { roles }: Directory): boolean =>
  roles.some(({ id, level }) => id === role && level === 'units');

/** Only roles that every unit has of its own depend on where the asker works. */
function refOf({ role, task }: Candidate, place: NamedPlace, asker: Asker, directory: Directory): AnswerRef {
  return isOfUnits(role, directory) ? placed({ role, task }, place, asker, directory) : { role, task };
}

/** The role at the place that was named, else at that of the answer before, else where the asker works. */
function placed(ref: AnswerRef, place: NamedPlace, asker: Asker, directory: Directory): AnswerRef {
  const caresForOne = ref.role === 'fachadministratoren';
  const application = place.application ?? ref.application;
  if (place.unknownUnit) return { ...ref, unit: undefined };
  const own = caresForOne && application ? userOf(application, asker, directory) : asker.unit;
  const unit = place.unit ?? (place.application ? userOf(place.application, asker, directory) : ref.unit);
  return { ...ref, unit: unit ?? own, ...(caresForOne && application ? { application } : {}) };
}

/** The unit that uses the application: the asker's own if it does, else the only one. */
function userOf(application: string, asker: Asker, directory: Directory): string | undefined {
  const units = applicationOf(directory, application)?.units ?? [];
  if (asker.unit && units.includes(asker.unit)) return asker.unit;
  return units.length === 1 ? units[0] : undefined;
}

const isThanks = (text: string): boolean => /dank|thank|thx|super|prima|perfekt|great/i.test(text);
