import { z } from 'zod';
import { caseFields } from '../../../case/document.ts';
import type { World } from '../../../case/world.ts';
import type { Language, Text } from '../../../core/text.ts';
import { Edit } from '../changes/edit.ts';
import type { SettingEdit } from '../settings/model.ts';

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
  /** The same as a change of the file, where it is one: Lotse writes it once it is released. */
  edit: Edit.optional(),
  /** What it is about, so that proposals that clash know of each other; older ones have `about` only. */
  subjects: z.array(z.string()).optional(),
  /** First day on which it is to count, `2027-01-01`: as it was proposed, then as it was released. */
  from: z.string().optional(),
  /** Why it could not be written into the file. */
  problem: z.string().optional(),
  problemEnglish: z.string().optional(),
  proposedBy: z.string(),
  proposer: z.strictObject({ id: z.string(), name: z.string(), unit: z.string().optional() }),
  /** Who released it. */
  releasedBy: z.string().optional(),
});
export type Proposal = z.infer<typeof Proposal>;

/** The world as proposals see it: whether an edit fits the directory of the moment, and whether Lotse writes the file. */
export type Context = World & {
  /** Why an edit would come to nothing on a day; `undefined` when it fits. */
  readonly fits: (edit: Edit, day: string) => Text | undefined;
  readonly writes: boolean;
  /** The rows of the file that an edit would change on a day, before and after; none when it comes to nothing. */
  readonly difference: (edit: Edit, day: string, language: Language) => readonly string[];
  /** Which values of which file an edit is about. */
  readonly settingName: (edit: SettingEdit) => Text;
};

export const proposalCase = 'proposal';
export const proposalBrief = 'proposal-brief';
export const proposalCollection = 'proposals';
export const proposalForms = 'proposal-forms';

export const isOver = ({ state }: Pick<Proposal, 'state'>): boolean => ends.includes(state);

/** Characters of what would be right. */
export const longestRight = 500;
