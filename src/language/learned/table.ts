import type { Features } from './features.ts';
import { softmax } from './learn.ts';

/** What was learned: for every place of the table the labels that it speaks for or against, and how much. */
export type Table = {
  /** How many labels there are. */
  readonly count: number;
  /** What a whole number of `values` is worth. */
  readonly scale: number;
  /** Where the entries of a place begin; one more than there are places. */
  readonly starts: Uint32Array;
  readonly labels: Uint8Array;
  readonly values: Int8Array;
};

/** How likely each label is, in the order of the labels. @param calm more than 1 makes the opinion less certain */
export function chances(
  { count, scale, starts, labels, values }: Table,
  features: Features,
  calm = 1,
): Float64Array {
  const sums = new Float64Array(count);
  for (let index = 0; index < features.places.length; index++) {
    const place = features.places[index] as number;
    const value = (features.values[index] as number) * scale;
    const end = starts[place + 1] as number;
    for (let at = starts[place] as number; at < end; at++) {
      const label = labels[at] as number;
      sums[label] = (sums[label] as number) + value * (values[at] as number);
    }
  }
  for (let label = 0; label < count; label++) sums[label] = (sums[label] as number) / calm;
  softmax(sums);
  return sums;
}
