import { z } from 'zod';
import { caseFields } from '../../../case/document.ts';

/** Where a proposal stands. The last three are its ends. */
export const proposalStates = ['open', 'released', 'entered', 'rejected', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];
const ends: readonly ProposalState[] = ['entered', 'rejected', 'withdrawn'];

/** Somebody says that something in the directory is not right, and what would be: `V-2026/1`. */
export const Proposal = z.strictObject({
  ...caseFields,
  state: z.enum(proposalStates),
  /** What it is about, as answers name it: `it-beauftragte 61`. Proposals about the same know of each other. */
  about: z.string(),
  /** How that is called, and what stood there when it was proposed. */
  title: z.string(),
  stands: z.string(),
  /** What would be right, in the words of whoever proposed it. */
  right: z.string(),
  /** First day on which it is to count, `2027-01-01`; set with the release. */
  from: z.string().optional(),
  proposedBy: z.string(),
  proposer: z.strictObject({ id: z.string(), name: z.string(), unit: z.string().optional() }),
  /** Who released it. */
  releasedBy: z.string().optional(),
});
export type Proposal = z.infer<typeof Proposal>;

export const proposalCase = 'proposal';
export const proposalCollection = 'proposals';
export const proposalForms = 'proposal-forms';

export const isOver = ({ state }: Pick<Proposal, 'state'>): boolean => ends.includes(state);

/** Characters of what would be right. */
export const longestRight = 500;
