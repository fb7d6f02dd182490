import { labelOf } from '../../../../core/case-number.ts';
import { momentOf } from '../../../../core/day.ts';
import type { Context } from '../../board/context.ts';
import { quorumOfMeeting, seatsThere, standingOf } from '../attendance.ts';
import { endOf } from '../labels.ts';
import type { Held, Item } from '../model.ts';

/**
 * The meeting as data in the shape of OParl 1.1, for the city's council information system. Identifiers are URNs until
 * that system gives addresses; properties of our own begin with `lotse:`. Nobody is named, and items that are not public
 * have a number only.
 */
export function oparlMeeting(meeting: Held, { rules }: Context) {
  const { plan, session, id } = meeting;
  const urn = `urn:lotse:meeting:${id}`;
  const { of, needed } = quorumOfMeeting(meeting);
  return {
    id: urn,
    type: `${schema}Meeting`,
    name: `${rules.name.de}, Sitzung ${labelOf(meeting)}`,
    // By the specification it is carried out once the minutes are released.
    meetingState: session.sentDraft === session.draft ? 'durchgeführt' : 'eingeladen',
    cancelled: false,
    start: localMoment(plan.day, session.startedAt),
    end: localMoment(plan.day, session.endedAt ?? endOf(session.startedAt, plan.minutes)),
    location: {
      id: `${urn}:location`,
      type: `${schema}Location`,
      description: plan.place,
      room: plan.place,
    },
    organization: ['urn:lotse:organization:digitaler-beirat'],
    agendaItem: plan.items.map((item, at) => agendaItem(meeting, urn, item, at)),
    created: meeting.createdAt,
    modified: meeting.changedAt,
    'lotse:quorum': { of, needed, present: seatsThere(session.attendance), reached: session.hasQuorum },
    'lotse:minutes': session.sentDraft === session.draft ? 'sent' : 'draft',
  };
}

const schema = 'https://schema.oparl.org/1.1/';

function agendaItem(meeting: Held, urn: string, item: Item, at: number) {
  const shared = {
    id: `${urn}:item:${at + 1}`,
    type: `${schema}AgendaItem`,
    number: String(at + 1),
    order: at,
    public: item.public,
  };
  if (!item.public) return { ...shared, name: 'Nichtöffentlicher Tagesordnungspunkt' };
  const guests = meeting.session.guestsAt?.[item.id]?.length ?? 0;
  const named = { ...shared, name: item.title, ...(guests > 0 ? { 'lotse:guests': guests } : {}) };
  const resolutions = meeting.resolutions.filter(
    (one) => one.item === item.id && standingOf(meeting, one) === 'good',
  );
  if (resolutions.length === 0) return named;
  return {
    ...named,
    result: [...new Set(resolutions.map(({ isAdopted }) => (isAdopted ? 'angenommen' : 'abgelehnt')))].join(
      ', ',
    ),
    resolutionText: resolutions.map(({ number, wording }) => `${number}: ${wording}`).join('\n\n'),
    'lotse:resolution': resolutions.map(({ number, wording, votes, isAdopted }) => ({
      number,
      wording,
      ...votes,
      adopted: isAdopted,
    })),
  };
}

/** `2026-12-10T14:00:00+01:00` */
function localMoment(day: string, time: string): string {
  const hours = Math.round((Date.parse(`${day}T${time}:00Z`) - Date.parse(momentOf(day, time))) / 3_600_000);
  return `${day}T${time}:00+${String(hours).padStart(2, '0')}:00`;
}
