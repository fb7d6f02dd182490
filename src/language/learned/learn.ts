import { exp } from './exp.ts';
import { type Features, placeBits } from './features.ts';
import type { Table } from './table.ts';

/** A sentence with what it may mean: any of the labels is right, by their places in the list. */
export type Example = {
  readonly features: Features;
  readonly right: readonly number[];
  readonly weight: number;
};

export type Settings = {
  readonly rounds: number;
  readonly rate: number;
  /** Places seen in fewer sentences learn nothing: a word of one sentence is an accident. */
  readonly fewest: number;
  /** How many weights are kept at most, the largest first. */
  readonly kept: number;
};

export const settings: Settings = { rounds: 14, rate: 0.5, fewest: 3, kept: 880_000 };

/**
 * Learns a multinomial logistic regression with AdaGrad. Where several labels are right, their sum is: what a sentence
 * shares with the question and the wish about the same thing is learned for both. The order of the sentences comes from
 * a seed, sums run in the order of places, e^x is our own: the same examples give the same table, to the bit.
 */
export function learn(
  examples: readonly Example[],
  count: number,
  { rounds, rate, fewest, kept }: Settings = settings,
): Table {
  const size = 1 << placeBits;
  const seen = new Uint32Array(size);
  for (const { features } of examples)
    for (const place of features.places) seen[place] = (seen[place] ?? 0) + 1;
  const weights = new Float32Array(size * count);
  const past = new Float32Array(size * count).fill(0.1);
  const chance = new Float64Array(count);
  const moved = new Uint8Array(count);
  const order = Uint32Array.from(examples.keys());
  const random = seeded(20261128);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const at of order) {
      const { features, right, weight } = examples[at] as Example;
      const { places, values } = features;
      chance.fill(0);
      for (let index = 0; index < places.length; index++) {
        const place = places[index] as number;
        if ((seen[place] as number) < fewest) continue;
        const value = values[index] as number;
        const from = place * count;
        for (let label = 0; label < count; label++)
          chance[label] = (chance[label] as number) + value * (weights[from + label] as number);
      }
      softmax(chance);
      let sure = 0;
      for (const label of right) sure += chance[label] as number;
      sure = Math.max(sure, 1e-9);
      // The slope: what was believed, less the share of it that belongs to the right labels.
      for (const label of right) chance[label] = (chance[label] as number) * (1 - 1 / sure);
      // Most labels are out of the question for a sentence: where the largest slope is too small, all of them are.
      const largest = values.reduce((most, value) => Math.max(most, value), 0) * weight;
      let moving = 0;
      for (let label = 0; label < count; label++)
        if (largest * Math.abs(chance[label] as number) >= tooSmall) moved[moving++] = label;
      for (let index = 0; index < places.length; index++) {
        const place = places[index] as number;
        if ((seen[place] as number) < fewest) continue;
        const value = (values[index] as number) * weight;
        const from = place * count;
        for (let at = 0; at < moving; at++) {
          const label = moved[at] as number;
          const slope = value * (chance[label] as number);
          if (slope > -tooSmall && slope < tooSmall) continue;
          const sum = (past[from + label] as number) + slope * slope;
          past[from + label] = sum;
          weights[from + label] = (weights[from + label] as number) - (rate * slope) / Math.sqrt(sum);
        }
      }
    }
  }
  return pruned(weights, count, kept);
}

/** A slope below this changes nothing that is kept. */
const tooSmall = 1e-5;

/** Turns sums into chances that add up to one, in place. */
export function softmax(sums: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of sums) if (value > highest) highest = value;
  let total = 0;
  for (let at = 0; at < sums.length; at++) {
    const value = exp((sums[at] as number) - highest);
    sums[at] = value;
    total += value;
  }
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) / total;
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] as number;
    order[at] = order[other] as number;
    order[other] = held;
  }
}

/** Keeps the largest weights as whole numbers from -127 to 127; the small ones decide nothing. */
function pruned(weights: Float32Array, count: number, kept: number): Table {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const steps = 1024;
  const histogram = new Uint32Array(steps + 1);
  const stepOf = (weight: number): number => Math.floor((Math.abs(weight) / (largest || 1)) * steps);
  for (const weight of weights)
    if (weight !== 0) histogram[stepOf(weight)] = (histogram[stepOf(weight)] ?? 0) + 1;
  let least = steps;
  for (let total = histogram[steps] ?? 0; least > 0; least--) {
    total += histogram[least - 1] ?? 0;
    if (total > kept) break;
  }
  const scale = largest / 127 || 1;
  const places = weights.length / count;
  const starts = new Uint32Array(places + 1);
  const labels: number[] = [];
  const values: number[] = [];
  for (let place = 0; place < places; place++) {
    for (let label = 0; label < count; label++) {
      const weight = weights[place * count + label] as number;
      const whole = Math.round(weight / scale);
      if (whole === 0 || stepOf(weight) < least) continue;
      labels.push(label);
      values.push(whole);
    }
    starts[place + 1] = labels.length;
  }
  return { count, scale, starts, labels: Uint8Array.from(labels), values: Int8Array.from(values) };
}
