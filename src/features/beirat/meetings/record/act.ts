import type { Act } from '../decide/act.ts';
import type { Presence } from '../model.ts';

/** The draft of the record that a card was drawn for: an act on an earlier one changes nothing. */
type Guarded = { readonly record?: number };

/** How a meeting was held and what becomes of it: by the office, objections by members. */
export type RecordAct =
  /** Opens the record: attendance as it was found at the beginning, who chaired. Later it corrects that. */
  | (Guarded & {
      readonly kind: 'hold';
      readonly startedAt: string;
      readonly endedAt?: string;
      /** Party; without it the chair, or the deputy who is there. */
      readonly chairedBy?: string;
      readonly guests?: string;
      /** By party; who is not named is taken from the answers. */
      readonly presence?: Readonly<Record<string, Presence>>;
    })
  | {
      readonly kind: 'attend';
      readonly party: string;
      readonly presence: Presence;
      readonly note?: string;
    }
  /** What was said to an item, and who took no part in it: the whole of it. */
  | (Guarded & {
      readonly kind: 'item';
      readonly item: string;
      readonly text: string;
      readonly excluded: readonly string[];
    })
  | {
      readonly kind: 'conflict';
      readonly item: string;
      readonly party: string;
      readonly note?: string;
      readonly isOff?: boolean;
    }
  | { readonly kind: 'note'; readonly item: string; readonly text: string }
  | (Guarded & {
      readonly kind: 'resolve';
      readonly item: string;
      /** The number that is to be replaced; without it a new one is added. */
      readonly number?: string;
      readonly wording: string;
      readonly yes: number;
      readonly no: number;
      readonly abstain: number;
      readonly owner?: string;
      readonly dueDay?: string;
      /** What stood in the form of the item beside it. */
      readonly also?: { readonly text: string; readonly excluded: readonly string[] };
    })
  | { readonly kind: 'end'; readonly endedAt: string }
  /** With the end of the meeting, where it was entered only now. */
  | (Guarded & { readonly kind: 'send-minutes'; readonly endedAt?: string })
  | { readonly kind: 'object'; readonly text: string }
  | { readonly kind: 'answer-objection'; readonly objection: number; readonly text: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'resolution-done'; readonly number: string; readonly note?: string };

export type RecordActOf<K extends RecordAct['kind']> = Extract<RecordAct, { kind: K }>;

const kinds: ReadonlySet<string> = new Set<RecordAct['kind']>([
  'hold',
  'attend',
  'item',
  'conflict',
  'note',
  'resolve',
  'end',
  'send-minutes',
  'object',
  'answer-objection',
  'close',
  'resolution-done',
]);

export const isRecordAct = (act: Act): act is RecordAct => kinds.has(act.kind);
