import { dayOf } from '../../../core/day.ts';
import type { YearFigures } from '../../../core/ports/year-figures.ts';
import { type Circulation, decidedStates, endedStates } from './model.ts';

/** What came of the circulations of a year. */
export const circulationFigures =
  (list: () => Promise<readonly Circulation[]>): YearFigures =>
  async (year) => {
    // A draft that never went out is none.
    const all = (await list()).filter(
      ({ until, createdAt }) => until !== undefined && dayOf(createdAt).startsWith(year),
    );
    const count = (fits: (one: Circulation) => boolean) => all.filter(fits).length;
    return {
      title: { de: 'Umlaufbeschlüsse', en: 'Circular resolutions' },
      rows: [
        { label: { de: 'zur Abstimmung gegeben', en: 'put to the vote' }, count: all.length },
        { label: { de: 'angenommen', en: 'adopted' }, count: count(({ state }) => state === 'adopted') },
        { label: { de: 'abgelehnt', en: 'rejected' }, count: count(({ state }) => state === 'rejected') },
        {
          label: { de: 'nicht zustande gekommen', en: 'not come about' },
          count: count(
            ({ state }) =>
              state === 'no-quorum' || (endedStates.includes(state) && !decidedStates.includes(state)),
          ),
        },
      ],
    };
  };
