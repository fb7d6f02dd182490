import type { Language } from '../../core/text.ts';
import { isAngry } from '../../language/anger.ts';
import type { Candidate } from '../../language/match.ts';
import { type Judgement, judging, type Meaning, wishOf, worthOffering } from '../../language/meaning.ts';
import { asksWhoIsNot, moodOf } from '../../language/mood.ts';
import { partsOf } from '../../language/parts.ts';
import { wishesPlainly } from '../../language/plain-wish.ts';
import { sideInWords } from '../../language/sides.ts';
import type { Understanding } from '../../language/understand.ts';
import { asksAboutApplications, caredApplication } from './cared-application.ts';
import { asksFromAmountAlone } from './deciding.ts';
import type { Asked, Asker, Finding, Knowledge } from './finding.ts';
import { listAsked } from './lists.ts';
import type { Directory } from './model.ts';
import { type NamedPlace, namedPlace } from './named-place.ts';
import { ownByWords } from './own-matters.ts';
import { partnersNamed } from './partners.ts';
import { isOfUnits, placed, placedIfOfUnits } from './placing.ts';
import { hasAct, hasSubject } from './subject.ts';
import { tasksOnTopic } from './topics.ts';
import type { AnswerRef } from './views.ts';

/** A question that stands for itself. */
export function answerAlone(asked: Asked): Finding {
  const { understood, text, place, directory } = asked;
  if (understood.band === 'pleasantry') return { kind: 'pleasantry', thanks: isThanks(text) };
  const list = listAsked(text, understood.reading, place, directory);
  if (list) return { kind: 'list', list };
  return twoThings(asked) ?? oneThing(asked);
}

/** Everything that a text says by itself. */
export function askedAs(text: string, language: Language, asker: Asker, knowledge: Knowledge): Asked {
  const understood = knowledge.understand(text, language);
  const place = namedPlace(text, understood.reading, language, knowledge.directory);
  const mood = moodOf(text, understood.reading.tokens);
  const { hits } = understood.reading;
  const namesRole = hits.some(({ concept }) => concept.id.startsWith('r:'));
  // "Die IT-Beauftragte von Amt 50 ist krank, wer macht das jetzt?" asks for whoever stands in.
  const isAbsent = namesRole && sideInWords(text) === 'absent';
  const deputy = isAbsent || hits.some(({ concept }) => concept.id === 'deputise') || undefined;
  return { ...knowledge, text, language, asker, understood, place, mood, deputy };
}

function oneThing(asked: Asked): Finding {
  const { understood } = asked;
  const own = asked.mood === 'statement' ? undefined : ownByWords(asked.text);
  if (own) return { kind: 'own', label: own };
  if (asked.mood !== 'statement' && asksFromAmountAlone(asked))
    return { kind: 'own', label: 'own:who-decides' };
  const found =
    differenceOf(asked) ??
    applicationCare(asked) ??
    dutyOfOthers(asked) ??
    (understood.judgement ? byJudgement(asked, understood.judgement) : byConcepts(asked));
  const isDenied = found.kind === 'answer' && asksWhoIsNot(understood.reading.tokens);
  return isDenied ? notTheOpposite(found) : found;
}

/** "Was ist der Unterschied zwischen KGRZ und 10.50?": both roles, each with what it does. */
function differenceOf({ text, understood, place, asker, directory }: Asked): Finding | undefined {
  if (!asksForDifference.test(text)) return undefined;
  const named = understood.reading.hits.flatMap(({ concept, from }) => {
    const role = concept.id.startsWith('r:') ? concept.id.slice('r:'.length) : '';
    return directory.roles.some(({ id }) => id === role) ? [{ role, from }] : [];
  });
  const roles = [...new Set(named.sort((a, b) => a.from - b.from).map(({ role }) => role))];
  const [first, ...others] = roles.map((role) => placedIfOfUnits({ role }, place, asker.unit, directory));
  return first && others.length > 0
    ? { kind: 'answer', refs: [first, ...others], isShared: true }
    : undefined;
}

const asksForDifference =
  /(?<!\p{L})(?:unterschied\p{L}*|unterscheide\p{L}*|abgrenz\p{L}*|anders als|im (?:gegensatz|vergleich|unterschied) zu\p{L}*|verglichen mit|differ\p{L}*|vs|versus|compare\p{L}*|unlike)(?!\p{L})/iu;

/** "Wer ist nicht zuständig für Drucker?": whoever is would be the opposite of an answer; it is offered. */
const notTheOpposite = ({ refs }: Extract<Finding, { kind: 'answer' }>): Finding => ({
  kind: 'choices',
  refs,
  others: ['own:chart'],
});

/** Small talk beside a question is no second thing. */
export const aside = /^own:(smalltalk|followup|help|feedback|who-are-you|chart|case|act)$/;

/** Two questions, or two statements, that mean two different things: the first is answered, the second offered. */
function twoThings({ text, language, asker, understood, ...knowledge }: Asked): Finding | undefined {
  const parts = partsOf(text);
  const [whole] = understood.judgement?.meanings ?? [];
  // Who takes an order back tells what it was: that is one thing.
  if (parts.length < 2 || (whole?.label.startsWith('own:') && whole.chance > oneThingOnly)) return undefined;
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

const oneThingOnly = 0.85;

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
    const ref = placed(care, { ...place, application }, asker.unit, directory);
    return { kind: 'answer', refs: [ref], unknownUnit: place.unknownUnit };
  }
  if (!asksAboutApplications(reading)) return undefined;
  return {
    kind: 'answer',
    refs: [
      placed(care, place, asker.unit, directory),
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

function byJudgement(asked: Asked, { band, meanings, confidence }: Judgement): Finding {
  const [first] = meanings;
  if (!first) return byConcepts(asked);
  // Signs and pictures are no words that could be learned from.
  if (asked.understood.reading.tokens.length === 0) return { kind: 'none', understood: false };
  const wish = plainWish(asked, meanings);
  if (wish) return wish;
  if (first.label === 'own:smalltalk' && confidence < judging.sureOfTalk)
    return namedRole(asked) ?? noneOf(asked, first);
  if (band === 'unsure' || isMereThing(asked, first)) return askBack(asked, meanings);
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

/** "Ich brauche einen Server": where nothing but the thing is said, its form is opened, or offered with the next likely one. */
function plainWish(asked: Asked, meanings: readonly Meaning[]): Finding | undefined {
  const [first] = meanings;
  if (!first || first.role || asked.mood !== 'statement' || !wishesPlainly(asked.understood.reading))
    return undefined;
  const [likely, next] = meanings.filter((meaning) => wishOf(meaning) !== undefined && !isFault(meaning));
  if (!likely) return undefined;
  if (!next || likely.chance > clearlyRather * next.chance) return answerWith(asked, likely);
  return { kind: 'choices', refs: [], others: [likely.label, next.label] };
}
const isFault = ({ label }: Meaning): boolean => label === 'wish:incident' || label === 'wish:access';
const clearlyRather = 1.5;

/** "Notebook", "Software": a thing and nothing that is wanted of it opens no form, and names no role that only one opinion sees. */
const isMereThing = ({ understood: { reading, band } }: Asked, first: Meaning): boolean =>
  reading.tokens.length === 1 &&
  !hasAct(reading) &&
  (wishOf(first) !== undefined || (first.role !== undefined && band === 'nothing' && hasSubject(reading)));

/** The role of a meaning, by the task that the concepts see or the wish leads to. */
export function refOfMeaning(
  { understood, place, asker, directory, deputy }: Asked,
  meaning: Meaning,
): AnswerRef {
  const role = meaning.role ?? '';
  const wish = wishOf(meaning);
  const tasks = directory.roles.find(({ id }) => id === role)?.tasks ?? [];
  const byWish = wish === undefined ? undefined : tasks.find(({ request }) => request === wish)?.id;
  const byConcept = understood.ranked.find((candidate) => candidate.role === role)?.task;
  const ref = { role, task: byWish ?? byConcept };
  return { ...placedIfOfUnits(ref, place, asker.unit, directory), deputy };
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
  if (tokens.length <= 2 && unknown.length === tokens.length && !isAngry(text))
    return { kind: 'none', understood: false };
  const named = partnersNamed(text, partners).map(({ id }) => id);
  const judged = first?.label.startsWith('partner:') ? first.label.slice('partner:'.length) : undefined;
  const known = judged !== undefined && partners.some(({ id }) => id === judged);
  const ids = [...new Set([...named, ...(known ? [judged] : [])])];
  if (ids.length > 0) return { kind: 'partner', ids, asksDuty: mood === 'yes-no' };
  if (tokens.length <= longestAnger && isAngry(text)) return { kind: 'own', label: 'own:smalltalk' };
  const topic = onTopic(asked);
  return topic.kind === 'none' ? { kind: 'none', understood: isUnderstood(asked) } : topic;
}

const longestAnger = 10;

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

/** Only roles that every unit has of its own depend on where the asker works. */
const refOf = ({ role, task }: Candidate, place: NamedPlace, asker: Asker, directory: Directory): AnswerRef =>
  placedIfOfUnits({ role, task }, place, asker.unit, directory);

const isThanks = (text: string): boolean => /dank|thank|thx|super|prima|perfekt|great/i.test(text);
