import { featureVersion, placeBits } from './features.ts';
import { labels } from './labels.ts';
import type { Table } from './table.ts';

/** What was learned, with what it was learned from. */
export type Learned = {
  readonly table: Table;
  /** Digest of everything that went into it: the same inputs give the same weights. */
  readonly inputs: string;
  readonly sentences: number;
};

type Head = {
  readonly features: number;
  readonly labels: readonly string[];
  readonly scale: number;
  readonly inputs: string;
  readonly sentences: number;
};

/** The weights as bytes: a line of JSON, how many entries each place has, their labels, their values. */
export function encodeWeights({ table, inputs, sentences }: Learned): Uint8Array {
  const head: Head = { features: featureVersion, labels, scale: table.scale, inputs, sentences };
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const places = table.starts.length - 1;
  const counts = Uint8Array.from(
    { length: places },
    (_, place) => (table.starts[place + 1] as number) - (table.starts[place] as number),
  );
  const bytes = new Uint8Array(line.length + places + 2 * table.labels.length);
  bytes.set(line);
  bytes.set(counts, line.length);
  bytes.set(table.labels, line.length + places);
  bytes.set(new Uint8Array(table.values.buffer), line.length + places + table.labels.length);
  return bytes;
}

/** @throws Error when the bytes are no weights, or were learned for other labels or features than the program has */
export function decodeWeights(read: Uint8Array): Learned {
  // What files are read into may be a window on something larger.
  const bytes = Uint8Array.from(read);
  const end = bytes.indexOf(10) + 1;
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Head;
  if (head.features !== featureVersion || head.labels.join() !== labels.join())
    throw new Error('the weights were learned for another version of the reading: run "npm run train"');
  const places = 1 << placeBits;
  const starts = new Uint32Array(places + 1);
  for (let place = 0; place < places; place++)
    starts[place + 1] = (starts[place] as number) + (bytes[end + place] as number);
  const entries = starts[places] as number;
  const from = end + places;
  if (bytes.length !== from + 2 * entries) throw new Error('the file of the weights is cut off or damaged');
  return {
    inputs: head.inputs,
    sentences: head.sentences,
    table: {
      count: labels.length,
      scale: head.scale,
      starts,
      labels: bytes.slice(from, from + entries),
      values: new Int8Array(bytes.slice(from + entries).buffer),
    },
  };
}
