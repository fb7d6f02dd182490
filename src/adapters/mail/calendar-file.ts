import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalLuxonDateTimeStub,
} from 'ical-generator';
import { dayOf, timeOf } from '../../core/day.ts';
import type { CalendarEvent, CalendarFile } from '../../core/ports/calendar-file.ts';
import type { Text } from '../../core/text.ts';
import { type Mailbox, messageIdOf, oneLine } from './header.ts';
import { berlin, berlinComponent } from './time-zone.ts';

/**
 * Makes invitations, their changes and cancellations (RFC 5545, RFC 5546) with one attendee each.
 * @param organizer the mailbox that answers go to: somebody reads it
 */
export const createCalendarFile =
  (organizer: Mailbox): CalendarFile =>
  (event) => {
    const { method, sequence, startsAt, endsAt, stampedAt, attendee, location } = event;
    const cancelled = method === 'CANCEL';
    const calendar = ical({
      prodId: { company: 'Lotse', product: 'Lotse', language: event.language.toUpperCase() },
      method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
      // No name: with one, the library would write all times of the file in it, also those that must be UTC.
      timezone: { name: null, generator: () => berlinComponent },
    });
    const entry = calendar.createEvent({
      id: uidOf(event, organizer),
      sequence,
      stamp: new Date(stampedAt),
      start: inKoblenz(startsAt),
      end: inKoblenz(endsAt),
      timezone: berlin,
      summary: oneLine(event.title),
      description: described(event),
      location: location ? tidied(location) : null,
      organizer: { name: quotable(organizer.name), email: organizer.address },
      attendees: [
        {
          name: quotable(attendee.name),
          email: attendee.address,
          role: ICalAttendeeRole.REQ,
          type: ICalAttendeeType.INDIVIDUAL,
          status: ICalAttendeeStatus.NEEDSACTION,
          // Where nobody reads answers of calendars they are given on the personal page or in Teams.
          rsvp: !cancelled && event.asksReply === true,
        },
      ],
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
    if (!cancelled)
      entry.createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: aDay,
        description: oneLine(event.title),
      });
    return `${calendar.toString()}\r\n`;
  };

/** Seconds before the beginning at which calendars remind. */
const aDay = 86_400;

const uidOf = ({ id }: CalendarEvent, { address }: Mailbox): string =>
  messageIdOf(id, address.split('@')[1] ?? 'localhost').slice(1, -1);

const online: Text = { de: 'Online teilnehmen', en: 'Take part online' };

/** The address to take part online stands in the text: many programs do not show the field that is meant for it. */
function described({ description, onlineUrl, language }: CalendarEvent): string {
  const text = tidied(description);
  return onlineUrl ? `${text}\n\n${online[language]}: ${oneLine(onlineUrl)}`.trimStart() : text;
}

/** The library knows line feeds only; other control characters are not allowed in the file. */
const tidied = (text: string): string =>
  text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');

/** Names stand in quotes, in which the format knows no way to write a quote. */
const quotable = (name: string): string => oneLine(name).replaceAll('"', "'").replaceAll('\\', '/') || '?';

/** A moment that the library writes as Koblenz reads the clock, whatever zone this machine is in. */
function inKoblenz(moment: string): ICalLuxonDateTimeStub {
  const fields: Readonly<Record<string, string>> = {
    yyyyLLdd: dayOf(moment).replaceAll('-', ''),
    HHmmss: `${timeOf(moment).replace(':', '')}00`,
  };
  const here: ICalLuxonDateTimeStub = {
    isValid: true,
    zone: { type: 'iana' },
    setZone: () => here,
    toFormat: (format) => fields[format] ?? '',
    toJSDate: () => new Date(moment),
    toJSON: () => moment,
  };
  return here;
}
