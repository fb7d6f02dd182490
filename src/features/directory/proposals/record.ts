import { nobody } from '../../../case/people.ts';
import type { CaseRecord } from '../../../case/record.ts';
import { dayOf, daysBefore } from '../../../core/day.ts';
import { type Context, isOver, Proposal, proposalCollection } from './model.ts';

/** Days after its end that a proposal is kept: until then it says why an entry is as it is. */
const keptDays = 730;

export const proposalRecord: CaseRecord<Proposal, Context> = {
  collection: proposalCollection,
  indexed: ['state', 'about', 'subjects', 'proposedBy'],
  letter: 'V',
  noun: { de: 'Vorschlag zum Verzeichnis', en: 'Proposal for the directory' },
  schema: Proposal,
  isOne: (id) => id.startsWith('V-'),
  covers: ({ state, about, title, stands, right, edit, from, proposedBy, proposer, releasedBy }) => ({
    state,
    about,
    title,
    stands,
    right,
    edit,
    from,
    proposedBy,
    proposer,
    releasedBy,
  }),
  people: [
    { at: '', id: 'proposedBy', words: ['right'], as: { de: 'hat es vorgeschlagen', en: 'proposed it' } },
    {
      at: 'proposer',
      id: 'id',
      names: ['name'],
      words: ['unit'],
      as: { de: 'steht als vorschlagende Person da', en: 'is named as the proposer' },
    },
    {
      at: 'edit',
      id: 'person',
      words: ['value', 'cells'],
      as: { de: 'ist damit gemeint', en: 'is meant by it' },
    },
    { at: '', id: 'releasedBy', as: { de: 'hat es freigegeben', en: 'released it' } },
  ],
  owner: ({ proposedBy }) => proposedBy,
  wordless: (proposal) => ({ ...proposal, right: '–', stands: '–' }),
  isErased: ({ proposedBy }) => proposedBy === nobody,
  retention: (proposal) =>
    isOver(proposal)
      ? {
          closedOn: dayOf(proposal.changedAt),
          removeOn: daysBefore(dayOf(proposal.changedAt), -keptDays),
        }
      : {},
};
