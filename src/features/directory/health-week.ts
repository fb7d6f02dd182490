import { z } from 'zod';
import { dayOf, daysBefore, timeOf } from '../../core/day.ts';
import type { Job } from '../../core/feature.ts';
import { type Notice, type NoticeKind, owed } from '../../core/notice.ts';
import { AlreadyExists, type Collection } from '../../core/ports/store.ts';
import { type Language, type Text, wordsIn } from '../../core/text.ts';
import { headings, healthOf, type Lack, lackKinds, type Unconfirmed } from './health.ts';
import type { Directory } from './model.ts';

/*
 * Once a week 10.50 is told what the directory lacks: short, with the way to the whole list. Which week was told is kept,
 * so that several instances tell it once, with the numbers, so that the next one can say what has changed.
 */

export const healthCollection = 'directory-health';

/** What a week was told. Counts only, nobody is named. */
export const HealthWeek = z.object({
  /** The Monday, `2026-11-23`. */
  id: z.string(),
  version: z.number(),
  /** How many of each kind. */
  counts: z.record(z.string(), z.number()),
});
export type HealthWeek = z.infer<typeof HealthWeek>;

export type HealthPorts = {
  readonly directory: () => Directory;
  readonly weeks: Collection<HealthWeek>;
  /** Who has not confirmed their entry. */
  readonly unconfirmed?: ((day: string) => Promise<readonly Unconfirmed[]>) | undefined;
  /** Ids of those who keep the directory, on a day. */
  readonly keepers: (day: string) => readonly string[];
};

const kind = 'directory.health';
/** From this time of a Monday on, Koblenz. */
const tellAt = '08:00';
const keptWeeks = 2;

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return daysBefore(day, (weekday + 6) % 7);
}

/** The first one comes on a Monday; a Monday on which nothing ran is made up for. */
export const tellOfHealth = ({ directory, weeks, keepers, unconfirmed }: HealthPorts): Job => {
  let told = '';
  return {
    id: kind,
    async run(now) {
      const at = now.toISOString();
      const day = dayOf(at);
      const week = mondayOf(day);
      if (told === week) return;
      const known = await weeks.list();
      const isMonday = day === week && timeOf(at) >= tellAt;
      const isLate = day > week && known.length > 0;
      if (!known.some(({ id }) => id === week)) {
        if (!isMonday && !isLate) return;
        await tell(week, day, at);
      }
      for (const { id } of known) if (id < daysBefore(week, 7 * keptWeeks)) await weeks.remove(id);
      told = week;
    },
  };

  async function tell(week: string, day: string, at: string): Promise<void> {
    const lacks = healthOf(directory(), day, await unconfirmed?.(day));
    const notices = (lacks.length > 0 ? keepers(day) : []).map(
      (recipient): Notice => ({
        id: `${kind} ${week} ${recipient}`,
        recipient,
        kind,
        ref: week,
        urgency: 'news',
        createdAt: at,
      }),
    );
    try {
      await weeks.add({ id: week, counts: countsOf(lacks) }, notices.map(owed));
    } catch (error) {
      // Another instance was faster.
      if (!(error instanceof AlreadyExists)) throw error;
    }
  }
};

export const countsOf = (lacks: readonly Lack[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(lacks, (lack) => lack.kind)].map(([one, some]) => [one, some.length]));

const title: Text = { de: 'Zustand des Verzeichnisses', en: 'State of the directory' };

/** Said from the directory of the moment: what was put right meanwhile is not asked for. */
export const healthNotice = ({
  directory,
  weeks,
  unconfirmed,
}: Pick<HealthPorts, 'directory' | 'weeks' | 'unconfirmed'>): NoticeKind => ({
  kind,
  title: { de: 'Zustand des Verzeichnisses', en: 'State of the directory' },
  repeatable: false,
  async say({ ref }, { language }, now) {
    const day = dayOf(now.toISOString());
    const counts = countsOf(healthOf(directory(), day, await unconfirmed?.(day)));
    const before = (await weeks.get(daysBefore(ref, 7)))?.counts;
    const lines = countLines(counts, before, language);
    if (lines.length === 0) return undefined;
    const heading = title[language];
    return {
      reply: {
        card: 'directory/health-week',
        data: { roles: [], title: heading, lines: lines.map((text) => ({ text })) },
        summary: `${heading}: ${lines.join(', ')}`,
        language,
      },
      letter: { subject: heading, paragraphs: [lines.join('\n'), more[language]] },
    };
  },
});

const more: Text = {
  de: 'Die ganze Liste zeigt Lotse auf „Zustand des Verzeichnisses“.',
  en: 'Lotse shows the whole list on “State of the directory”.',
};

/** "Nicht besetzt: 2 (vor einer Woche 1)", the worst first; what is in order is not named. */
export function countLines(
  counts: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>> | undefined,
  language: Language,
): readonly string[] {
  const t = wordsIn(language);
  return lackKinds
    .filter((one) => (counts[one] ?? 0) > 0)
    .map((one) => {
      const then = before?.[one] ?? 0;
      const changed =
        before !== undefined && then !== counts[one]
          ? t(` (vor einer Woche ${then})`, ` (a week ago ${then})`)
          : '';
      return `${headings[one][language]}: ${counts[one]}${changed}`;
    });
}
