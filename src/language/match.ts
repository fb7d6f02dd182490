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
  for (const pattern of possible(byKind, patterns)) {
    const filled = fill(pattern, byKind);
    if (!filled) continue;
    const score = weightOf(filled) + pattern.bonus;
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

type Index = ReadonlyMap<string, readonly number[]>;
/** Hundreds of patterns, of which a question can fill a few: by what their first slot takes. Made once for a directory. */
const indexes = new WeakMap<readonly Pattern[], Index>();

function indexOf(patterns: readonly Pattern[]): Index {
  const known = indexes.get(patterns);
  if (known) return known;
  const made = new Map<string, number[]>();
  for (const [at, { slots }] of patterns.entries()) {
    for (const kind of slots[0] ?? []) {
      const places = made.get(kind);
      if (places) places.push(at);
      else made.set(kind, [at]);
    }
  }
  indexes.set(patterns, made);
  return made;
}

/** The patterns whose first slot may be filled, in their order. */
function possible(byKind: ReadonlyMap<string, unknown>, patterns: readonly Pattern[]): readonly Pattern[] {
  const index = indexOf(patterns);
  const places = new Set<number>();
  for (const kind of byKind.keys()) for (const at of index.get(kind) ?? []) places.add(at);
  return Array.from(Uint32Array.from(places).sort(), (at) => patterns[at] as Pattern);
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

/** Gives every slot a word of its own so that the whole weighs most; `undefined` when one stays empty. */
function fill(pattern: Pattern, byKind: ReadonlyMap<string, readonly Hit[]>): readonly Hit[] | undefined {
  if (pattern.without.some((kind) => byKind.has(kind))) return undefined;
  if (pattern.slots.some((slot) => !slot.some((kind) => byKind.has(kind)))) return undefined;
  const options = pattern.slots.map((slot) => optionsFor(slot, byKind));
  return heaviest(options, 0, []);
}

function heaviest(
  options: readonly (readonly Hit[])[],
  slot: number,
  chosen: readonly Hit[],
): readonly Hit[] | undefined {
  const open = options[slot];
  if (!open) return chosen;
  let best: readonly Hit[] | undefined;
  for (const hit of open) {
    if (chosen.some((other) => other.span === hit.span)) continue;
    const filled = heaviest(options, slot + 1, [...chosen, hit]);
    if (filled && (!best || weightOf(filled) > weightOf(best))) best = filled;
  }
  return best;
}

const weightOf = (hits: readonly Hit[]): number => hits.reduce((sum, hit) => sum + hit.weight, 0);

/** More alternatives than this for one slot never change the best: each other slot takes at most one word. */
const mostOptions = 4;

function optionsFor(slot: readonly string[], byKind: ReadonlyMap<string, readonly Hit[]>): readonly Hit[] {
  const hits = slot.flatMap((kind) => byKind.get(kind) ?? []).sort((a, b) => b.weight - a.weight);
  const spans = new Set<string>();
  return hits.filter(({ span }) => !spans.has(span) && spans.add(span)).slice(0, mostOptions);
}
