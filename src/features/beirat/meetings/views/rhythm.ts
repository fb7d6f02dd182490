import { labelOf } from '../../../../core/case-number.ts';
import type { Addressee } from '../../../../core/notice.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { isOffice } from '../../board/members.ts';
import { longDay, shortDay } from '../../board/words.ts';
import { stateWords } from '../labels.ts';
import type { Meeting } from '../model.ts';
import { isInvolved } from '../policy.ts';
import { proposedDays, type Rhythm } from '../rhythm/rhythm.ts';

/** Card `beirat/rhythm`: when the next meeting is due, and days that would fit. */
export type RhythmView = {
  readonly roles: readonly [];
  readonly title: string;
  readonly subtitle: string;
  /** One of them, or none: what colour and mark stand for. */
  readonly overdue?: string | undefined;
  readonly due?: string | undefined;
  readonly calm?: string | undefined;
  readonly lines: readonly string[];
  readonly days: readonly { readonly day: string; readonly label: string }[];
  readonly hint: string;
  /** The one that can be opened. */
  readonly meeting?: string | undefined;
  readonly canPlan: boolean;
};

export function rhythmReply(
  rhythm: Rhythm,
  meetings: readonly Meeting[],
  viewer: Addressee,
  context: Context,
): Reply {
  const { language } = viewer;
  const t = wordsIn(language);
  const office = isOffice(viewer.id, context);
  const next = rhythm.next && isInvolved(rhythm.next, viewer.id, context) ? rhythm.next : undefined;
  const canPlan = office && !rhythm.next;
  const days = canPlan ? proposedDays(meetings, context) : [];
  const view: RhythmView = {
    roles: [],
    title: t('Die nächste Sitzung', 'The next meeting'),
    subtitle: t('Digitaler Beirat', 'Digital Advisory Board'),
    ...stateOf(rhythm, next, context, language),
    lines: linesOf(rhythm, office, context, language),
    days: days.map((day) => ({
      day,
      label: t(`${shortDay(day, 'de')} planen`, `Plan ${shortDay(day, 'en')}`),
    })),
    hint: t(
      'Üblicher Wochentag, kein Feiertag, Zeit für Freigabe, Ladungsfrist und Antworten. Schulferien kennt Lotse nicht.',
      'Usual weekday, no public holiday, time for approval, notice period and answers. Lotse does not know the school holidays.',
    ),
    meeting: next?.id,
    canPlan,
  };
  const summary = `${view.title}: ${view.overdue ?? view.due ?? view.calm ?? view.lines[0]}`;
  return { card: 'beirat/rhythm', data: view, summary, language };
}

function stateOf(
  { due, next: any }: Rhythm,
  next: Meeting | undefined,
  context: Context,
  language: Language,
): Pick<RhythmView, 'overdue' | 'due' | 'calm'> {
  const t = wordsIn(language);
  const none = { overdue: undefined, due: undefined, calm: undefined };
  if (next)
    return {
      ...none,
      calm: t(
        `${labelOf(next)} am ${longDay(next.plan.day, 'de')}: ${stateWords[next.state].de}`,
        `${labelOf(next)} on ${longDay(next.plan.day, 'en')}: ${stateWords[next.state].en}`,
      ),
    };
  // Whoever may not see a plan sees the rhythm only.
  if (!due || any) return none;
  if (due < today(context))
    return {
      ...none,
      overdue: t(
        `Überfällig: Sie war bis ${shortDay(due, 'de')} vorgesehen`,
        `Overdue: it was meant to take place by ${shortDay(due, 'en')}`,
      ),
    };
  return { ...none, due: t(`Fällig bis ${shortDay(due, 'de')}`, `Due by ${shortDay(due, 'en')}`) };
}

function linesOf({ last, due, next }: Rhythm, isOfOffice: boolean, { rules }: Context, language: Language) {
  const { months } = rules.rhythm;
  const isGerman = language === 'de';
  const t = wordsIn(language);
  if (!last && !next && isOfOffice)
    return [
      t(
        `Der Digitale Beirat hat noch nicht getagt. Vorgesehen ist alle ${months} Monate eine Sitzung; die erste können Sie jetzt planen.`,
        `The Digital Advisory Board has not met yet. A meeting is meant to take place every ${months} months; you can plan the first one now.`,
      ),
    ];
  if (!last)
    return [
      t(
        `Der Digitale Beirat hat noch nicht getagt. Vorgesehen ist alle ${months} Monate eine Sitzung; eingeladen wird von der Geschäftsführung, dem Digitallotsen Wirtschaft.`,
        `The Digital Advisory Board has not met yet. A meeting is meant to take place every ${months} months; the board’s office, the Digitallotse Wirtschaft, sends the invitations.`,
      ),
    ];
  const said = last === next ? [] : [lastLine(last, language)];
  const rhythm = isGerman
    ? `Vorgesehen ist alle ${months} Monate eine Sitzung${due && last === next ? `, die übernächste also bis ${shortDay(due, 'de')}` : ''}.`
    : `A meeting is meant to take place every ${months} months${due && last === next ? `, so the one after it by ${shortDay(due, 'en')}` : ''}.`;
  return [...said, rhythm];
}

const lastLine = ({ plan }: Meeting, language: Language): string =>
  wordsIn(language)(
    `Die letzte Sitzung: ${longDay(plan.day, 'de')}.`,
    `The last meeting: ${longDay(plan.day, 'en')}.`,
  );
