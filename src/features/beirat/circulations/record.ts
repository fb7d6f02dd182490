import type { CaseRecord } from '../../../case/record.ts';
import { dayOf, daysBefore } from '../../../core/day.ts';
import type { Context } from '../board/context.ts';
import { Circulation, circulationCollection, endedStates } from './model.ts';

/** Days in the store after the end, where lists and agendas find it; then the archive keeps the resolution. */
const daysInStore = 400;
/** Who drafted what was never voted on: two years. */
const namesDays = 730;

const voted: { readonly de: string; readonly en: string } = { de: 'hat abgestimmt', en: 'voted' };

/** A circulation that was decided is a record of the body and stays as it is; a draft that came to nothing does not. */
export const circulationRecord: CaseRecord<Circulation, Context> = {
  collection: circulationCollection,
  letter: 'U',
  noun: { de: 'Umlaufbeschluss', en: 'Circular resolution' },
  schema: Circulation,
  isOne: (id) => id.startsWith('U-'),
  covers: ({
    id: _i,
    version: _v,
    dueAt: _d,
    leaseUntil: _l,
    history: _h,
    seal: _s,
    changedAt: _c,
    reminded: _r,
    waited: _w,
    ...decided
  }) => decided,
  people: [
    {
      at: 'ballots[]',
      id: 'party',
      names: ['name'],
      as: { de: 'war stimmberechtigt', en: 'was entitled to vote' },
    },
    { at: 'ballots[].vote', id: 'by', names: ['byName'], as: voted },
    { at: 'approval', id: 'by', names: ['byName'], as: { de: 'hat freigegeben', en: 'approved' } },
    {
      at: 'wish',
      id: 'by',
      names: ['byName'],
      words: ['text'],
      erased: 'gone',
      as: { de: 'bat um eine Änderung', en: 'asked for a change' },
    },
    {
      at: 'objection',
      id: 'by',
      names: ['byName'],
      words: ['text'],
      erased: 'gone',
      as: { de: 'hat widersprochen', en: 'objected' },
    },
    { at: 'createdBy', id: '', as: { de: 'hat entworfen', en: 'drafted' } },
  ],
  isErased: ({ createdBy }) => createdBy === 'erased',
  retention({ state, until, changedAt }) {
    if (!endedStates.includes(state)) return {};
    const closedOn = dayOf(changedAt);
    // What must go to a meeting waits for it in the store.
    const isWaiting = state === 'objected' || state === 'no-quorum';
    return {
      closedOn,
      ...(isWaiting ? {} : { archiveOn: daysBefore(closedOn, -daysInStore) }),
      ...(until === undefined ? { namesOn: daysBefore(closedOn, -namesDays) } : {}),
    };
  },
};
