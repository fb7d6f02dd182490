import type { Pattern } from './asks.ts';
import type { Hit } from './hit.ts';

/** A task that the question may mean, and why. */
export type Candidate = {
  readonly role: string;
  readonly task?: string | undefined;
  readonly score: number;
  readonly line: string;
  readonly because: readonly Hit[];
};

/** The best explanation per role, strongest first. */
export function candidatesFor(hits: readonly Hit[], patterns: readonly Pattern[]): readonly Candidate[] {
  const byKind = hitsByKind(hits);
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
