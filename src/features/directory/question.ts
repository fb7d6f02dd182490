import type { Language } from '../../core/text.ts';
import type { Candidate } from '../../language/match.ts';
import type { Understand, Understanding } from '../../language/understand.ts';
import { followUp } from './follow-up.ts';
import type { Directory } from './model.ts';
import { type NamedPlace, namedPlace } from './named-place.ts';
import { tasksOnTopic } from './topics.ts';
import type { AnswerRef } from './views.ts';

/** What a question came to. `refs` are best first. */
export type Finding =
  | {
      readonly kind: 'answer';
      readonly refs: readonly [AnswerRef, ...AnswerRef[]];
      /** "Amt 99": a unit that was asked for by number and is not in the directory. */
      readonly unknownUnit?: string | undefined;
    }
  | { readonly kind: 'choices'; readonly refs: readonly AnswerRef[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'pleasantry'; readonly thanks: boolean };

/** Who asks and what was answered before: the context of "mein" and "und der Stellvertreter?". */
export type Asker = {
  readonly unit?: string | undefined;
  readonly previous?: AnswerRef | undefined;
};

/** Turns a question into a finding. Pure: the same question, asker and directory give the same finding. */
export function answerQuestion(
  text: string,
  language: Language,
  asker: Asker,
  directory: Directory,
  understand: Understand,
): Finding {
  const understood = understand(text, language);
  const place = namedPlace(text, understood.reading, language, directory);
  const deputy = understood.reading.hits.some(({ concept }) => concept.id === 'deputise') || undefined;
  const { unknownUnit } = place;
  const previous = asker.previous && followUp(text, understood, place, asker.previous, directory);
  if (previous) {
    const ref = { ...placed(previous, place, asker, directory), deputy };
    return { kind: 'answer', refs: [ref], unknownUnit };
  }
  if (understood.band === 'pleasantry') return { kind: 'pleasantry', thanks: isThanks(text) };
  const [first, ...others] = withoutPlaces(understood, directory).map((candidate) => ({
    ...refOf(candidate, place, asker, directory),
    deputy,
  }));
  if (understood.band === 'nothing' || !first) return onTopic(understood, directory);
  if (understood.band === 'sure' || others.length === 0)
    return { kind: 'answer', refs: [first, ...others], unknownUnit };
  return { kind: 'choices', refs: [first, ...others].slice(0, 4) };
}

/** A mere topic gets choices; one possible task alone would be a guess dressed up as a choice. */
function onTopic(understood: Understanding, directory: Directory): Finding {
  const refs = tasksOnTopic(understood, directory);
  return refs.length > 1 ? { kind: 'choices', refs } : { kind: 'none' };
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
  const units = directory.applications.find(({ id }) => id === application)?.units ?? [];
  if (asker.unit && units.includes(asker.unit)) return asker.unit;
  return units.length === 1 ? units[0] : undefined;
}

const isThanks = (text: string): boolean => /dank|thank|thx|super|prima|perfekt|great/i.test(text);
