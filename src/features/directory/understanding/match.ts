import type { Pattern } from './asks.ts';
import type { Hit, Reading } from './read.ts';

/** A task that the question may mean, and why. */
export type Candidate = {
  readonly role: string;
  readonly task?: string | undefined;
  readonly score: number;
  readonly line: string;
  readonly because: readonly Hit[];
};

/** The best explanation per role, strongest first. */
export function candidatesFor(reading: Reading, patterns: readonly Pattern[]): readonly Candidate[] {
  const byKind = hitsByKind(focused(reading));
  const best = new Map<string, Candidate>();
  for (const pattern of patterns) {
    const filled = fill(pattern, byKind);
    if (!filled) continue;
    const score = filled.reduce((sum, hit) => sum + hit.weight, pattern.bonus);
    const known = best.get(pattern.role);
    if (!known || score > known.score) {
      best.set(pattern.role, {
        role: pattern.role,
        task: pattern.task,
        score,
        line: pattern.line,
        because: filled,
      });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** What is said outside the clause that asks counts less: it tells the story, not the question. */
const story = { before: 0.85, after: 0.6 };
/** A role that is only part of the story is rarely the answer: "Der Fachadministrator will …, wer entscheidet?" */
const roleInStory = 0.5;
/** What was already done matters little when the question asks for another act: "… ist bewilligt. Wer besorgt ihn?" */
const actInStory = 0.3;

function focused({ hits, tokens }: Reading): readonly Hit[] {
  const clauseOf = (hit: Hit): number => tokens[hit.from]?.clause ?? 0;
  const asking = new Set(hits.filter((hit) => hit.concept.id === 'who').map(clauseOf));
  if (asking.size === 0) return hits;
  const first = Math.min(...asking);
  const isAct = (hit: Hit): boolean => hit.concept.kinds.includes('act');
  const asksForAct = hits.some((hit) => isAct(hit) && asking.has(clauseOf(hit)));
  return hits.map((hit) => {
    if (asking.has(clauseOf(hit))) return hit;
    if (asksForAct && isAct(hit)) return { ...hit, weight: hit.weight * actInStory };
    const share = hit.concept.id.startsWith('r:')
      ? roleInStory
      : clauseOf(hit) < first
        ? story.before
        : story.after;
    return { ...hit, weight: hit.weight * share };
  });
}

function hitsByKind(hits: readonly Hit[]): ReadonlyMap<string, readonly Hit[]> {
  const byKind = new Map<string, Hit[]>();
  for (const hit of hits) {
    for (const kind of hit.concept.kinds) {
      const list = byKind.get(kind);
      if (list) list.push(hit);
      else byKind.set(kind, [hit]);
    }
  }
  for (const list of byKind.values()) list.sort((a, b) => b.weight - a.weight);
  return byKind;
}

/** Gives every slot a word of its own, the heaviest first; `undefined` when one stays empty. */
function fill(pattern: Pattern, byKind: ReadonlyMap<string, readonly Hit[]>): readonly Hit[] | undefined {
  if (pattern.without.some((kind) => byKind.has(kind))) return undefined;
  if (pattern.slots.some((slot) => !slot.some((kind) => byKind.has(kind)))) return undefined;
  const order = [...pattern.slots.keys()].sort(
    (a, b) => optionsFor(pattern, a, byKind).length - optionsFor(pattern, b, byKind).length,
  );
  const chosen: Hit[] = [];
  for (const slot of order) {
    const free = optionsFor(pattern, slot, byKind).find(
      (hit) => !chosen.some((other) => other.span === hit.span),
    );
    if (!free) return undefined;
    chosen.push(free);
  }
  return chosen;
}

function optionsFor(
  pattern: Pattern,
  slot: number,
  byKind: ReadonlyMap<string, readonly Hit[]>,
): readonly Hit[] {
  return (pattern.slots[slot] ?? [])
    .flatMap((kind) => byKind.get(kind) ?? [])
    .sort((a, b) => b.weight - a.weight);
}
