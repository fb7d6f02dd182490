import { dayOf } from '../../core/day.ts';
import { guarded, type YearFigures } from '../../core/ports/year-figures.ts';
import type { Service } from './service.ts';

/** How many mentorings there were. Few people take part: what would point to one of them is not told. */
export const mentoringFigures =
  ({ mentorings }: Pick<Service, 'mentorings'>): YearFigures =>
  async (year) => {
    const all = (await mentorings.collection.list()).filter(({ createdAt }) =>
      dayOf(createdAt).startsWith(year),
    );
    const accepted = all.filter(({ acceptedAt }) => acceptedAt !== undefined).length;
    const open = all.filter(({ state }) => state === 'asked').length;
    return guarded({
      title: { de: 'Digitale Mentoren', en: 'Digital Mentors' },
      note: {
        de: 'Mentorings, um die in diesem Jahr gebeten wurde.',
        en: 'Mentorings that were asked for in this year.',
      },
      rows: [
        { label: { de: 'Anfragen', en: 'Requests' }, count: all.length },
        { label: { de: 'davon angenommen', en: 'of them accepted' }, count: accepted },
        { label: { de: 'davon noch offen', en: 'of them still open' }, count: open },
        {
          label: { de: 'davon nicht zustande gekommen', en: 'of them not come about' },
          count: all.length - accepted - open,
        },
      ],
    });
  };
