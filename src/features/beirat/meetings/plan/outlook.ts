import type { Language } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { composition } from '../../board/members.ts';
import { dayConflict, noticePeriod } from '../../board/notice-period.ts';
import { quorumOf } from '../../board/quorum.ts';
import { shortDay } from '../../board/words.ts';
import type { Meeting } from '../meeting.ts';

type Fact = { readonly title: string; readonly value: string };

/** Before the invitation: is the notice period kept, is the day a good one, can there be a quorum? */
export function outlook(meeting: Meeting, context: Context, language: Language): readonly Fact[] {
  if (!['planned', 'awaiting-approval', 'approved'].includes(meeting.state)) return [];
  return [...periodFacts(meeting, context, language), ...quorumFacts(meeting, context, language)];
}

function periodFacts({ plan }: Meeting, context: Context, language: Language): readonly Fact[] {
  const { rules, holidays, now } = context;
  const isGerman = language === 'de';
  const period = noticePeriod(plan.day, today(context), rules, holidays);
  const latest = shortDay(period.latest, language);
  const working =
    period.latestWorkingDay === period.latest
      ? ''
      : isGerman
        ? `, letzter Arbeitstag davor: ${shortDay(period.latestWorkingDay, language)}`
        : `, last working day before: ${shortDay(period.latestWorkingDay, language)}`;
  const kept = period.isKept
    ? isGerman
      ? `✓ ${period.asked} volle Tage sind einzuhalten`
      : `✓ ${period.asked} full days can be kept`
    : isGerman
      ? `✕ ${period.asked} volle Tage sind nicht mehr einzuhalten: Begründung der Dringlichkeit nötig`
      : `✕ ${period.asked} full days can no longer be kept: a reason for the urgency is needed`;
  const free = period.freeDays.map(({ day, holiday }) =>
    holiday ? `${shortDay(day, language)} (${holiday[language]})` : shortDay(day, language),
  );
  const conflict = dayConflict(plan.day, now, holidays);
  return [
    { title: isGerman ? 'Spätester Versand' : 'Latest dispatch', value: `${latest}${working}. ${kept}.` },
    ...(free.length > 0
      ? [{ title: isGerman ? 'Freie Tage in der Frist' : 'Days off in between', value: free.join(', ') }]
      : []),
    ...(conflict
      ? [{ title: isGerman ? 'Sitzungstag' : 'Day of the meeting', value: conflictText(conflict, language) }]
      : []),
  ];
}

function conflictText(conflict: NonNullable<ReturnType<typeof dayConflict>>, language: Language): string {
  const isGerman = language === 'de';
  if (conflict.kind === 'holiday')
    return isGerman ? `✕ Feiertag: ${conflict.name?.de}` : `✕ Holiday: ${conflict.name?.en}`;
  if (conflict.kind === 'weekend') return isGerman ? '? Liegt am Wochenende' : '? On a weekend';
  return isGerman ? '✕ Ist heute oder schon vorbei' : '✕ Today or over';
}

function quorumFacts(meeting: Meeting, context: Context, language: Language): readonly Fact[] {
  const isGerman = language === 'de';
  const seats = composition(context, today(context));
  const { of, needed } = quorumOf(seats, context.rules, meeting.secondOf !== undefined);
  const filled = seats.filter(({ seat, holder }) => seat.vote === 'voting' && holder).length;
  const vacant = seats.filter(({ holder }) => !holder).map(({ seat }) => seat.name[language]);
  const mark = filled >= needed ? '✓' : '✕';
  const text = isGerman
    ? `${mark} ab ${needed} von ${of} stimmberechtigten Sitzen, besetzt sind ${filled}`
    : `${mark} from ${needed} of ${of} voting seats, ${filled} are filled`;
  return [
    { title: isGerman ? 'Beschlussfähig' : 'Quorum', value: text },
    ...(vacant.length > 0
      ? [{ title: isGerman ? 'Nicht besetzt' : 'Vacant', value: vacant.join(', ') }]
      : []),
  ];
}
