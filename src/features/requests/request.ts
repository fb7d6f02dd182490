import { z } from 'zod';
import type { HistoryEntry } from '../../core/history.ts';
import { Step } from './types/model.ts';

/**
 * Value of a field as it is stored: text, number, amount in cents, day `2026-11-24`, id of a choice, unit, application
 * or party, address of a link, yes or no. An empty field is not stored.
 */
export const FieldValue = z.union([z.string(), z.number(), z.boolean()]);
export type FieldValue = z.infer<typeof FieldValue>;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Where a request stands. The last three are its ends. */
export const states = [
  'in-approval',
  'returned',
  'approved',
  'in-progress',
  'done',
  'rejected',
  'withdrawn',
] as const;
export type State = (typeof states)[number];
export const ends: readonly State[] = ['done', 'rejected', 'withdrawn'];

const PartyShape = z.strictObject({ id: z.string(), name: z.string(), unit: z.string().optional() });

/** What somebody said at a step. */
export const Vote = z.strictObject({
  by: z.string(),
  byName: z.string(),
  /** The holder in whose place a deputy or the role above spoke. */
  onBehalfOf: z.string().optional(),
  say: z.enum(['yes', 'no', 'opinion']),
  note: z.string().optional(),
  at: z.string(),
});
export type Vote = z.infer<typeof Vote>;

/**
 * A step of the way as it was when the request was submitted, and what became of it. Whether a step applies is
 * decided anew whenever fields change; who acts is looked up in the directory at the moment of the act.
 */
export const RouteStep = Step.extend({
  /** `skipped`: its condition does not hold. */
  state: z.enum(['ahead', 'open', 'settled', 'skipped', 'refused']),
  votes_: z.array(Vote).default([]),
});

const Entry = z.custom<HistoryEntry>((value) => typeof (value as HistoryEntry)?.hash === 'string');

/** A request from its submission on. Before that it is a draft. */
export const Request = z.strictObject({
  /** `IT-2026-0042` */
  id: z.string(),
  version: z.number(),
  type: z.string(),
  title: z.string(),
  fields: z.record(z.string(), FieldValue),
  requester: PartyShape,
  /** Unit that the request is for. */
  unit: z.string(),
  language: z.enum(['de', 'en']),
  /** Costs in euro cents, where the type asks for them. */
  costs: z.int().optional(),
  state: z.enum(states),
  history: z.array(Entry),
  createdAt: z.string(),
  changedAt: z.string(),
});
