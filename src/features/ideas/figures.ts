import { dayOf } from '../../core/day.ts';
import type { YearFigures } from '../../core/ports/year-figures.ts';
import type { Ideas } from './context.ts';
import { stateWords } from './labels.ts';
import { steps } from './steering-tab.ts';

/** How far the ideas of a year have come by now. */
export const ideaFigures =
  ({ collection }: Pick<Ideas, 'collection'>): YearFigures =>
  async (year) => {
    const all = (await collection.list()).filter(({ createdAt }) => dayOf(createdAt).startsWith(year));
    return {
      title: { de: 'Ideen', en: 'Ideas' },
      note: {
        de: 'Ideen, die in diesem Jahr eingereicht wurden, und wie weit sie bis zum Tag des Berichts gekommen sind.',
        en: 'Ideas that were submitted in this year, and how far they have come by the day of the report.',
      },
      rows: steps.map(({ label, reached }) => ({
        label: stateWords[label],
        count: all.filter(reached).length,
      })),
    };
  };
