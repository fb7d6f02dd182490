import type { Act } from '../decide/act.ts';
import type { Attendance } from './session.ts';

/** How a meeting was held and what becomes of it: by the office, objections by members. */
export type RecordAct =
  /** Opens the record: attendance as it was found at the beginning, who chaired. */
  | {
      readonly kind: 'hold';
      readonly startedAt: string;
      readonly endedAt?: string;
      readonly chairedBy: string;
      readonly guests?: string;
      readonly presence: Readonly<Record<string, Attendance['presence']>>;
    }
  | {
      readonly kind: 'attend';
      readonly party: string;
      readonly presence: Attendance['presence'];
      readonly note?: string;
    }
  | {
      readonly kind: 'conflict';
      readonly item: string;
      readonly party: string;
      readonly note?: string;
      readonly isOff?: boolean;
    }
  | { readonly kind: 'note'; readonly item: string; readonly text: string }
  | {
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
    }
  | { readonly kind: 'end'; readonly endedAt: string }
  | { readonly kind: 'send-minutes' }
  | { readonly kind: 'object'; readonly text: string }
  | { readonly kind: 'answer-objection'; readonly objection: number; readonly text: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'resolution-done'; readonly number: string; readonly note?: string };

const kinds: ReadonlySet<string> = new Set<RecordAct['kind']>([
  'hold',
  'attend',
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
