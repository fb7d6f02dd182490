import { featuresOf } from './learned/features.ts';
import { labels, none, roleOfLabel, type Side } from './learned/labels.ts';
import { chances } from './learned/table.ts';
import type { Learned } from './learned/weights.ts';
import type { Candidate } from './match.ts';
import type { Reading } from './read.ts';

/** Something that a text may mean, and how likely it is. */
export type Meaning = {
  /** A role's id, `wish:…`, `own:…`, `partner:…` or `none`. */
  readonly label: string;
  /** The role that it leads to, if any. */
  readonly role?: string | undefined;
  /** From 0 to 1; all meanings of a text together are 1. */
  readonly chance: number;
};

/** What a text means by both opinions: the concepts', which can be explained, and the learned one. */
export type Judgement = {
  /** `sure`: answer; `unsure`: offer what is likely. */
  readonly band: 'sure' | 'unsure';
  /** Best first; meanings that lead to the same role stand together under the likeliest of them. */
  readonly meanings: readonly Meaning[];
  /** How likely it is that the first meaning is right, calibrated on voices that nothing was learned from. */
  readonly confidence: number;
  /** The same, taken for granted that it does not go on from an answer; absent where that is hardly likely anyway. */
  readonly asNew?: Judgement | undefined;
  /** From which sides it may look at an answer before, best first; their chances are part of `own:followup`. */
  readonly sides: readonly SideSeen[];
};

/** A side of the answer before, and how likely it is among all meanings. */
export type SideSeen = { readonly side: Side; readonly chance: number };

/** Calibrated on voices that were left out of the learning, three by three. `bench/understanding.ts` shows the price of moving them. */
export const judging = {
  /** From this confidence on a role is named. */
  sureOfRole: 0.545,
  /** From this confidence on the form of a wish is opened. */
  sureOfWish: 0.36,
  /** From this confidence on a function of Lotse is opened. */
  sureOfOwn: 0.42,
  /** From this confidence on it is small talk; below, more often something that is nobody's business. */
  sureOfTalk: 0.45,
  /** Below this confidence "nobody's business" is not believed while a role is likely. */
  sureOfNone: 0.45,
  /** A role that the concepts are sure of, and the learned opinion thinks this likely, is offered. */
  contested: 0.1,
  /** A meaning less likely than this is not offered. */
  worthOffering: 0.06,
  /** How much the concepts count beside the learned opinion. */
  concepts: 0.3,
};

/** A score of concepts from here on speaks for a role, and beyond `full` it does not speak louder. */
const speaks = 0.9;
const full = 1.2;
const voice = (score: number | undefined): number => Math.min(Math.max((score ?? 0) - speaks, 0), full);

/** What the concepts came to. */
export type Conceived = {
  readonly reading: Reading;
  readonly ranked: readonly Candidate[];
  readonly candidates: readonly Candidate[];
  readonly band: string;
};

/** Weighs the learned opinion against the candidates of the concepts. */
export function judge(text: string, conceived: Conceived, learned: Learned): Judgement {
  const learnt = chances(learned.table, featuresOf({ ...conceived.reading, text }));
  const groups = grouped(learnt);
  const judgement = { ...judged(groups, conceived), sides: sidesIn(learnt) };
  const goesOn = groups.find(({ label }) => label === followup)?.chance ?? 0;
  if (goesOn < worthAsking) return judgement;
  const rest = groups
    .filter(({ label }) => label !== followup)
    .map((meaning) => ({ ...meaning, chance: meaning.chance / (1 - goesOn + 1e-9) }));
  return { ...judgement, asNew: { ...judged(rest, conceived), sides: [] } };
}

const followup = 'own:followup';
const worthAsking = 0.1;

function judged(
  groups: readonly Meaning[],
  { ranked, candidates, band }: Conceived,
): Omit<Judgement, 'sides' | 'asNew'> {
  const believes = band === 'sure' ? candidates[0]?.role : undefined;
  const scores = new Map(ranked.map(({ role, score }) => [role, score]));
  const weighed = groups
    .map((meaning) => ({
      ...meaning,
      pull:
        Math.log(meaning.chance + 1e-4) +
        judging.concepts * voice(meaning.role ? scores.get(meaning.role) : 0),
    }))
    .sort((a, b) => b.pull - a.pull);
  const [first, second] = weighed;
  if (!first) return { band: 'unsure', meanings: [], confidence: 0 };
  const confidence = confidenceOf(first, first.pull - (second?.pull ?? -9), believes, groups);
  const total = weighed.reduce((sum, { pull }) => sum + Math.exp(pull), 0);
  const meanings = weighed.map(({ label, role, pull }) => ({ label, role, chance: Math.exp(pull) / total }));
  const isFirm = isSure(first, confidence, believes, groups);
  return { band: isFirm ? 'sure' : 'unsure', meanings, confidence };
}

const ofSide = 'then:';
/** What goes on from an answer is one meaning, whichever side it asks for. */
const keptLabel = (label: string): string => (label.startsWith(ofSide) ? followup : label);

const sidesIn = (learnt: Float64Array): readonly SideSeen[] =>
  labels
    .flatMap((label, at) =>
      label.startsWith(ofSide)
        ? [{ side: label.slice(ofSide.length) as Side, chance: learnt[at] as number }]
        : [],
    )
    .sort((a, b) => b.chance - a.chance);

/** Question and wish about the same thing are one meaning for the role; the likelier of them names it. */
function grouped(believed: Float64Array): readonly Meaning[] {
  const byKey = new Map<string, { label: string; best: number; role?: string | undefined; chance: number }>();
  for (const [at, { label, role, key }] of kept.entries()) {
    const chance = believed[at] as number;
    const known = byKey.get(key);
    if (!known) byKey.set(key, { label, role, best: chance, chance });
    else {
      known.chance += chance;
      if (chance > known.best) Object.assign(known, { label, best: chance });
    }
  }
  return [...byKey.values()].map(({ label, role, chance }) => ({ label, role, chance }));
}

/** Of each label what it counts as, and the role that it leads to. */
const kept = labels.map((one) => {
  const label = keptLabel(one);
  const role = roleOfLabel(label);
  return { label, role, key: role ?? label };
});

const chanceOf = (role: string, groups: readonly Meaning[]): number =>
  groups.find((meaning) => meaning.role === role)?.chance ?? 0;

const isForm = ({ label }: Meaning): boolean => label.startsWith('wish:') && label !== 'wish:incident';
const isNobodys = ({ label }: Meaning): boolean => label === none || label.startsWith('partner:');

/** Logistic regression on eight signs; its weights were fitted on voices that nothing was learned from. */
function confidenceOf(
  first: Meaning,
  lead: number,
  believes: string | undefined,
  groups: readonly Meaning[],
): number {
  const { role, chance } = first;
  const against = groups.filter(isNobodys).reduce((sum, meaning) => sum + meaning.chance, 0);
  const signs = [
    1,
    Math.log((chance + 1e-3) / (1 - chance + 1e-3)),
    // The concepts are sure of the same role; of a role where the learned opinion sees none.
    role && believes === role ? 1 : 0,
    !role && believes ? 1 : 0,
    role ? Math.log(against + 1e-3) - Math.log(chance + 1e-3) : 0,
    role ? 1 : 0,
    first.label.startsWith('own:') ? 1 : 0,
    lead,
  ];
  const sum = signs.reduce((all, sign, at) => all + sign * (fitted[at] as number), 0);
  return 1 / (1 + Math.exp(-sum));
}

const fitted = [-0.31, 0.5, 0.18, 0.42, -0.135, -0.52, 0.53, 0.3];

function isSure(
  first: Meaning,
  confidence: number,
  believes: string | undefined,
  groups: readonly Meaning[],
): boolean {
  // A form opens nothing that cannot be closed: less certainty will do.
  if (isForm(first)) return confidence >= judging.sureOfWish;
  if (first.role) return confidence >= judging.sureOfRole;
  if (first.label.startsWith('own:')) return confidence >= judging.sureOfOwn;
  // Where the opinions disagree nothing is refused: a role that the concepts are sure of is offered.
  if (believes && isNobodys(first) && chanceOf(believes, groups) >= judging.contested) return false;
  const likely = groups.some(({ role, chance }) => role !== undefined && chance > 0.25);
  return confidence >= judging.sureOfNone || !likely;
}

/** The meanings that are worth offering as choices, at most four. */
export const worthOffering = (meanings: readonly Meaning[]): readonly Meaning[] =>
  meanings.filter(({ chance, label }) => chance >= judging.worthOffering && label !== none).slice(0, 4);

/** The type of request that a meaning wishes for. */
export const wishOf = ({ label }: Meaning): string | undefined =>
  label.startsWith('wish:') ? label.slice('wish:'.length) : undefined;
