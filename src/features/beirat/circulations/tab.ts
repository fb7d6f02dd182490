import { caseRows } from '../../../case/case-rows.ts';
import type { Cases } from '../../../case/cases.ts';
import { partyOf } from '../../../core/party.ts';
import type { CaseRow, TabVisit, Tone } from '../../../core/tab.ts';
import { wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { circulationStateWords } from './labels.ts';
import { type Circulation, type CirculationState, endedStates } from './model.ts';

const tones: Readonly<Record<CirculationState, Tone>> = {
  draft: 'plain',
  'awaiting-approval': 'warning',
  voting: 'accent',
  adopted: 'good',
  rejected: 'attention',
  'no-quorum': 'attention',
  objected: 'attention',
  withdrawn: 'plain',
};

/** Circulations as they stand in the list of the board's tab. How anybody voted is on nobody's list. */
export const circulationRows = (
  circulations: Cases<Circulation, Context>,
  visit: TabVisit,
): Promise<readonly CaseRow[]> => {
  const viewer = partyOf(visit.actor, circulations.contextAt(visit.at).directory);
  return caseRows(circulations, viewer, visit, {
    oneClick: ['approve', 'submit'],
    drawnFor: ({ draft }) => ({ draft }),
    row: ({ title, state, until }) => ({
      title,
      state: circulationStateWords[state][visit.language],
      tone: tones[state],
      isOver: endedStates.includes(state),
      groups: [endedStates.includes(state) ? 'over' : 'open'],
      facts: [wordsIn(visit.language)('Umlaufbeschluss', 'Circular resolution')],
      due: until,
    }),
  });
};
