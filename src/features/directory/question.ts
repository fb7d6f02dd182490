import type { Language } from '../../core/text.ts';
import type { Directory } from './model.ts';
import type { Candidate } from './understanding/match.ts';
import type { Understand, Understanding } from './understanding/understand.ts';
import type { AnswerRef } from './views.ts';

/** What a question came to. `refs` are best first. */
export type Finding =
  | { readonly kind: 'answer'; readonly refs: readonly [AnswerRef, ...AnswerRef[]]; readonly about: About }
  | { readonly kind: 'choices'; readonly refs: readonly AnswerRef[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'pleasantry'; readonly thanks: boolean };

/** What was asked about the role beyond who it is. */
export type About = { readonly deputy: boolean };

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
  const about = { deputy: mentions(understood, 'deputise') };
  const followed = asker.previous && followUp(text, understood, asker.previous);
  if (followed) return { kind: 'answer', refs: [followed], about };
  if (understood.band === 'pleasantry') return { kind: 'pleasantry', thanks: isThanks(text) };
  if (understood.band === 'nothing') return { kind: 'none' };
  const refs = understood.candidates.map((candidate) => refOf(candidate, understood, asker, directory));
  const [first, ...others] = refs;
  if (!first) return { kind: 'none' };
  if (understood.band === 'sure' || refs.length === 1)
    return { kind: 'answer', refs: [first, ...others], about };
  return { kind: 'choices', refs: refs.slice(0, 4) };
}

function refOf(
  candidate: Candidate,
  understood: Understanding,
  asker: Asker,
  directory: Directory,
): AnswerRef {
  const role = directory.roles.find(({ id }) => id === candidate.role);
  const ref: AnswerRef = { role: candidate.role, task: candidate.task };
  // Only roles that every unit has of its own depend on where the asker works.
  if (role?.level !== 'units') return ref;
  const application = mentioned(understood, 'app:');
  const named = mentioned(understood, 'unit:');
  if (candidate.role !== 'fachadministratoren' || !application) return { ...ref, unit: named ?? asker.unit };
  return { ...ref, unit: named ?? unitOf(application, asker, directory), application };
}

/** The unit that uses the application: the asker's own if it does, else the only one. */
function unitOf(application: string | undefined, asker: Asker, directory: Directory): string | undefined {
  const units = directory.applications.find(({ id }) => id === application)?.units ?? [];
  if (asker.unit && units.includes(asker.unit)) return asker.unit;
  return units.length === 1 ? units[0] : undefined;
}

const opensFollowUp = /^\s*(und|and|auch|also|dann|what about|wie (sieht|ist) es)\b/i;
const contactWords =
  /\b(nummer|telefon\w*|durchwahl|e-?mail\w*|adresse|erreich\w*|reach|phone|number|contact)\b/i;
const longestFollowUp = 8;

/** "und der Stellvertreter?", "und für Amt 37?", "und die Nummer?": the answer before, seen from another side. */
function followUp(text: string, understood: Understanding, previous: AnswerRef): AnswerRef | undefined {
  const { tokens, hits } = understood.reading;
  if (tokens.length > longestFollowUp || !opensFollowUp.test(text)) return undefined;
  const names = understood.candidates.some(({ because }) =>
    because.some((hit) => !isContext(hit.concept.id)),
  );
  const unit = mentioned(understood, 'unit:');
  const application = mentioned(understood, 'app:');
  if (names && !unit && !application && !contactWords.test(text)) return undefined;
  if (hits.some((hit) => hit.concept.id.startsWith('r:'))) return undefined;
  if (application)
    return { ...previous, role: 'fachadministratoren', task: 'application-care', application, unit };
  if (unit) return { ...previous, unit };
  if (mentions(understood, 'deputise') || contactWords.test(text)) return previous;
  return undefined;
}

/** Words that only say from which side to look at the same role. */
const isContext = (concept: string): boolean =>
  concept === 'deputise' || concept === 'contact' || concept === 'represent' || concept.startsWith('unit');

const mentions = (understood: Understanding, concept: string): boolean =>
  understood.reading.hits.some((hit) => hit.concept.id === concept);

function mentioned(understood: Understanding, prefix: string): string | undefined {
  const hit = understood.reading.hits.find(({ concept }) => concept.id.startsWith(prefix));
  return hit?.concept.id.slice(prefix.length);
}

const isThanks = (text: string): boolean => /dank|thank|thx|super|prima|perfekt|great/i.test(text);
