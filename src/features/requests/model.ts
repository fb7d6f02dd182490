import { z } from 'zod';
import { caseFields } from '../../case/document.ts';
import { fileFields } from '../../case/files.ts';
import type { World } from '../../case/world.ts';
import type { Text } from '../../core/text.ts';
import { fieldKinds, Report, type RequestType, Step } from './types/model.ts';

/** What decisions about requests look at besides the request. */
export type Context = Surroundings & {
  /** The types in use. */
  readonly types: readonly RequestType[];
};

/** A body outside the role model, with those of the directory who speak for it. */
export type PartnerBody = {
  readonly id: string;
  readonly name: Text;
  readonly people?: readonly string[] | undefined;
  /** Its people read requests and budgets by right. */
  readonly reads?: 'files' | undefined;
};

/** What decides who acts: the directory of the moment, and the bodies beside it. */
export type Surroundings = World & { readonly partners?: readonly PartnerBody[] | undefined };

/**
 * Value of a field as it is stored: text, number, amount in cents, day `2026-11-24`, id of a choice, unit, application
 * or party, address of a link, yes or no. An empty field is not stored.
 */
export const FieldValue = z.union([z.string(), z.number(), z.boolean()]);
export type FieldValue = z.infer<typeof FieldValue>;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** How urgent a report is, as its type says it of what was chosen; 1 is the most urgent. */
export const Urgency = z.strictObject({
  level: z.string(),
  rank: z.int().min(1),
  name: z.strictObject({ de: z.string(), en: z.string() }),
  /** Working days. */
  due: z.int().min(0),
  alarm: z.boolean().optional(),
});
export type Urgency = z.infer<typeof Urgency>;

/** Where a request stands. The last three are its ends. */
export const states = [
  'in-approval',
  'returned',
  'approved',
  'in-progress',
  'in-effect',
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
  /** Name of the holder in whose place a deputy or the role above spoke ("i. V."). */
  onBehalfOf: z.string().optional(),
  say: z.enum(['yes', 'no', 'opinion']),
  note: z.string().optional(),
  /** ISO 8601 UTC. */
  at: z.string(),
  /** Digest of what counts as decided as it was then. Votes of before it existed have none. */
  saw: z.string().optional(),
  /** Day on which a body resolved what was entered for it. */
  resolvedOn: z.string().optional(),
  /** Not at their own step: 10.50 went over the heads of those who had not acted. */
  isOverride: z.boolean().optional(),
});
export type Vote = z.infer<typeof Vote>;

/** The step that the request waits at. */
export const OpenStep = z.strictObject({
  /** Id of the step in the route. */
  step: z.string(),
  /** The revision that a card is drawn for: counts how often any step was opened or went to somebody else. */
  visit: z.int(),
  since: z.string(),
  /** Last working day on which it is in time, `2026-11-27`. */
  dueDay: z.string(),
  /** First day on which it asks anybody; until then it rests. */
  restsUntil: z.string().optional(),
  /** How far time has brought it: nobody reminded yet, reminded, deputy told, role above told. */
  urged: z.int().min(0).max(3),
  /** Parties that were told to act, so that a change of holder is noticed. */
  asked: z.array(z.string()),
  /** The holder that it was passed on to. */
  passedTo: z.string().optional(),
  /** Somebody whom 10.50 has put in charge, whether or not the directory knows them as holder. */
  assignedTo: z.string().optional(),
  /** Who has taken over the work at a step with the duty `do`. */
  takenBy: z.string().optional(),
  votes: z.array(Vote),
});
export type OpenStep = z.infer<typeof OpenStep>;

/** The question that sent a request, or a part of it, back while it waits for the requester. */
export const Question = z.strictObject({
  by: z.string(),
  byName: z.string(),
  text: z.string(),
  at: z.string(),
  /** Last working day for the answer before the requester is reminded. */
  dueDay: z.string(),
  urged: z.int().min(0).max(2),
});

/** One of several parts that are open at the same time: each waits, is asked about and is done for itself. */
export const OpenPart = OpenStep.extend({ question: Question.optional() });
export type OpenPart = z.infer<typeof OpenPart>;

/** A step that is behind the request. */
export const SettledStep = z.strictObject({
  step: z.string(),
  visit: z.int(),
  outcome: z.enum([
    'agreed',
    'advised-against',
    'refused',
    'heard',
    'not-heard',
    'informed',
    'carried-out',
    'reopened',
    'prolonged',
    'expired',
    'not-prolonged',
  ]),
  at: z.string(),
  votes: z.array(Vote),
  /** How many had to say yes, where several decided together. */
  needed: z.int().optional(),
});

export type SettledStep = z.infer<typeof SettledStep>;
/** How a step was left last, if it was. */
export const lastSettled = (settled: readonly SettledStep[], step: string): SettledStep | undefined =>
  settled.findLast((one) => one.step === step);

/** What a budget holds ready for a request, or has spent on it. Amounts in euro cents. */
export const Funding = z.strictObject({ budget: z.string(), cents: z.int().min(0) });

export type Funding = z.infer<typeof Funding>;

/** A case of another feature that led to a request: `{ kind: 'idea', id: 'ID-2026-0007' }`. */
export const Origin = z.strictObject({ kind: z.string(), id: z.string() });

/** A request from its submission on. Before that it is a draft. */
export const Request = z.strictObject({
  ...caseFields,
  ...fileFields,
  /** `IT-2026-0042` */
  id: z.string(),
  type: z.string(),
  title: z.string(),
  fields: z.record(z.string(), FieldValue),
  requester: PartyShape,
  /** The colleague whom the requester entered it for: told at once, sees it among their own, may object. */
  colleague: PartyShape.optional(),
  /** Unit that the request is for. */
  unit: z.string(),
  language: z.enum(['de', 'en']),
  state: z.enum(states),
  /** Id of the requester, and whom the request waits for: what lists are found by. */
  requestedBy: z.string(),
  requestedFor: z.string().optional(),
  waitsFor: z.array(z.string()),
  /** Who had decided at a step that a change has opened again, while the request waits at another one. */
  comesBackTo: z.array(z.string()).optional(),
  /**
   * The steps of the type as they were at the submission. Which of them apply is decided anew whenever fields change;
   * who acts is looked up in the directory at the moment of the act.
   */
  route: z.array(Step),
  /** Kinds of the fields as they were asked. */
  fieldKinds: z.record(z.string(), z.enum(fieldKinds)),
  /** Fields whose change asks everybody again who had decided; on requests of before they follow from the way. */
  decisive: z.array(z.string()).optional(),
  /** What 10.50 has granted, in euro cents, whether or not a budget holds it ready. Rules about amounts look at it. */
  granted: z.int().min(0).optional(),
  /** Set when something beside the fields asks for the Stadtvorstand, e.g. a budget that is used up. */
  needsBoard: z.boolean().optional(),
  open: OpenStep.optional(),
  /** Parts that are open beside that one; state, step and question above are those of the part that is named first. */
  alongside: z.array(OpenPart).min(1).optional(),
  settled: z.array(SettledStep),
  question: Question.optional(),
  /** What was submitted before it was changed, oldest first. */
  earlier: z.array(z.strictObject({ at: z.string(), fields: z.record(z.string(), FieldValue) })),
  /** What it is called and what becomes of it, where it was reported and not applied for. */
  report: Report.optional(),
  priority: Urgency.optional(),
  /** What open reports of the same thing have in common, while others can join. */
  joinKeys: z.array(z.string()).optional(),
  /** Whom it concerns, too; and their ids, by which lists find it. */
  joined: z.array(z.strictObject({ by: z.string(), byName: z.string(), at: z.string() })).optional(),
  joinedBy: z.array(z.string()).optional(),
  /** What whoever works on it told everybody whom it concerns, oldest first. */
  notes: z
    .array(z.strictObject({ by: z.string(), byName: z.string(), text: z.string(), at: z.string() }))
    .optional(),
  /** A rejected request that this one takes up again. */
  resumes: z.string().optional(),
  /** The case of another feature that it came from: an idea. */
  origin: Origin.optional(),
  /** What that case said when its form was opened: whoever decides reads what was made of it. */
  originFields: z.record(z.string(), FieldValue).optional(),
  funding: Funding.optional(),
  /** When it came to one of its ends. */
  closedAt: z.string().optional(),
  /** When names and free texts were erased, on requests of before that stood in the history. */
  erasedAt: z.string().optional(),
});
export type Request = z.infer<typeof Request> & {
  /** Looked at from the part that somebody has chosen of several. Never stored. */
  readonly chosen?: true | undefined;
};

/** Everything that waits: mostly one step, of a group all parts that are not done yet. */
export const openParts = ({
  open,
  question,
  alongside = [],
}: Pick<Request, 'open' | 'question' | 'alongside'>): readonly OpenPart[] => [
  ...(open ? [question ? { ...open, question } : open] : []),
  ...alongside,
];

export const partAt = (request: Request, step: string): OpenPart | undefined =>
  openParts(request).find((part) => part.step === step);

export const requestCase = 'request';
/** Kind of the short cards that are pushed. */
export const briefCase = 'request-brief';
/** Kind of the cards of those whom a report concerns, too. */
export const joinedCase = 'request-joined';
export const requestCollection = 'requests';

/** Whoever asks for it: who entered it, and the colleague it is for. Neither decides on it. */
export const askersOf = ({ requester, colleague }: Asked): readonly string[] =>
  colleague ? [requester.id, colleague.id] : [requester.id];

export const asksFor = (request: Asked, party: string): boolean => askersOf(request).includes(party);

type Asked = {
  readonly requester: { readonly id: string };
  readonly colleague?: { readonly id: string } | undefined;
};

/** Whether the work is done, and nobody has said since that it is not. */
export const isCarriedOut = ({ settled }: Pick<Request, 'settled'>): boolean =>
  settled.some(
    ({ step, outcome }) => outcome === 'carried-out' && lastSettled(settled, step)?.outcome !== 'reopened',
  );

export const isEnded = ({ state }: Pick<Request, 'state'>): boolean => ends.includes(state);

/** The opening of a step that it waits at: a card of an earlier one is out of date. */
export const revisionOf = ({ open }: Pick<Request, 'open'>): number => open?.visit ?? 0;
