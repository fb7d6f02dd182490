/**
 * Europe/Berlin as an iCalendar component: the rule of the European Union since 1996, last Sundays of March and October
 * at 01:00 UTC. Meetings lie in the future, so no older rule is needed.
 */
export const berlin = 'Europe/Berlin';

export const berlinComponent = `BEGIN:VTIMEZONE
TZID:${berlin}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`;
