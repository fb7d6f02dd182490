import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal, { type ParameterValue, type VEvent } from 'node-ical';
import { createCalendarFile } from '../../../src/adapters/mail/calendar-file.ts';
import type { CalendarEvent } from '../../../src/core/ports/calendar-file.ts';

const fileOf = createCalendarFile({ name: 'Lotse', address: 'lotse@example.org' });
const invitation: CalendarEvent = {
  method: 'REQUEST',
  id: 'B-2026/1 mitglied-3',
  sequence: 0,
  startsAt: '2027-03-04T09:00:00Z',
  endsAt: '2027-03-04T11:30:00Z',
  title: '2. Sitzung; Überblick, \\ „Ende“',
  description: 'Tagesordnung:\n1. Begrüßung 🚀\n2. Größe, Maß; Ziel',
  location: 'Rathaus, Zimmer 101; Koblenz',
  onlineUrl: 'https://example.org/treffen?a=1,2;b=3',
  attendee: { name: 'Mitglied, Wissenschaft', address: 'wissenschaft@example.org' },
  language: 'de',
  stampedAt: '2026-11-25T10:00:05Z',
};

/** The one event of the file, as the first parser reads it. */
function first(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Europe/Berlin');
  const [component, ...more] = calendar.getAllSubcomponents('vevent');
  if (!component || more.length > 0) throw new Error('not one event');
  return { calendar, component, event: new ICAL.Event(component) };
}

/** The one event of the file, as the second parser reads it. */
function second(file: string) {
  const parts = nodeIcal.sync.parseICS(file);
  const [event, ...more] = Object.values(parts).filter((part): part is VEvent => part?.type === 'VEVENT');
  if (!event || more.length > 0) throw new Error('not one event');
  return { event, method: String(parts.vcalendar && 'method' in parts.vcalendar && parts.vcalendar.method) };
}

const textOf = (value: ParameterValue | undefined): unknown =>
  typeof value === 'object' && value && 'val' in value ? value.val : value;

describe('an invitation', () => {
  const file = fileOf(invitation);
  const described = `${invitation.description}\n\nOnline teilnehmen: ${invitation.onlineUrl}`;

  test('reads the same with the first parser', () => {
    const { calendar, component, event } = first(file);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.uid).toBe('B-2026=2F1=20mitglied-3@example.org');
    expect(event.sequence).toBe(0);
    expect([event.summary, event.description, event.location]).toEqual([
      invitation.title,
      described,
      invitation.location,
    ]);
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-03-04T09:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2027-03-04T11:30:00.000Z');
    expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-25T10:00:05Z');
    expect(component.getFirstProperty('dtstart')?.getParameter('tzid')).toBe('Europe/Berlin');
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });

  test('reads the same with the second parser', () => {
    const { event, method } = second(file);
    expect(method).toBe('REQUEST');
    expect(event.uid).toBe('B-2026=2F1=20mitglied-3@example.org');
    expect([event.summary, event.description, event.location].map(textOf)).toEqual([
      invitation.title,
      described,
      invitation.location,
    ]);
    expect(event.start.toISOString()).toBe('2027-03-04T09:00:00.000Z');
    expect(event.end?.toISOString()).toBe('2027-03-04T11:30:00.000Z');
  });

  test('names the organiser and the recipient, and nobody else', () => {
    const { component } = first(file);
    const organizer = component.getFirstProperty('organizer');
    expect(organizer?.getFirstValue()).toBe('mailto:lotse@example.org');
    const [attendee, ...others] = component.getAllProperties('attendee');
    expect(others).toEqual([]);
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:wissenschaft@example.org');
    expect(attendee?.getParameter('cn')).toBe('Mitglied, Wissenschaft');
    // Nobody would receive an answer that a calendar sends.
    expect(attendee?.getParameter('rsvp')).toBe('FALSE');
    expect(file.replaceAll('\r\n ', '').match(/mailto:/gi)).toHaveLength(2);
  });

  test('reminds a day before; what is called off reminds of nothing', () => {
    expect(file).toMatch(/BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P1D\r\n/);
    expect(fileOf({ ...invitation, method: 'CANCEL' })).not.toContain('VALARM');
  });

  test('asks for an answer only where one is read', () => {
    const unfolded = (text: string) => text.replaceAll('\r\n ', '');
    expect(unfolded(file)).toContain('RSVP=FALSE');
    expect(unfolded(fileOf({ ...invitation, asksReply: true }))).toContain('RSVP=TRUE');
  });

  test('leaves out what is not known', () => {
    const { location: _place, onlineUrl: _url, ...bare } = invitation;
    const { event } = first(fileOf(bare));
    expect(event.location).toBeNull();
    expect(event.description).toBe(invitation.description);
  });
});

test('a change keeps the id and counts on; a cancellation takes the meeting out', () => {
  const files = [
    fileOf(invitation),
    fileOf({ ...invitation, sequence: 1, startsAt: '2027-03-11T09:00:00Z', endsAt: '2027-03-11T11:00:00Z' }),
    fileOf({ ...invitation, sequence: 2, method: 'CANCEL' }),
  ];
  const read = files.map((file) => first(file));
  expect(new Set(read.map(({ event }) => event.uid)).size).toBe(1);
  expect(read.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
  expect(read.map(({ calendar }) => calendar.getFirstPropertyValue('method'))).toEqual([
    'REQUEST',
    'REQUEST',
    'CANCEL',
  ]);
  expect(read[2]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(second(files[2] ?? '').event.status).toBe('CANCELLED');
});

describe('the clock in Koblenz', () => {
  test.each([
    ['the evening before summer time', '2027-03-27T18:00:00Z', '20270327T190000'],
    ['the hour before the change to summer time', '2027-03-28T00:30:00Z', '20270328T013000'],
    ['the hour after the change to summer time', '2027-03-28T01:30:00Z', '20270328T033000'],
    ['the first day of summer time', '2027-03-28T08:00:00Z', '20270328T100000'],
    ['the last day of summer time', '2027-10-30T08:00:00Z', '20271030T100000'],
    ['the hour after the change to winter time', '2027-10-31T02:30:00Z', '20271031T033000'],
    ['the first day of winter time', '2027-10-31T09:00:00Z', '20271031T100000'],
    ['New Year’s Eve, when it is next year here already', '2026-12-31T23:30:00Z', '20270101T003000'],
  ])('on %s', (_day, startsAt, written) => {
    const endsAt = new Date(Date.parse(startsAt) + 5_400_000).toISOString();
    const file = fileOf({ ...invitation, startsAt, endsAt });
    expect(file).toContain(`DTSTART;TZID=Europe/Berlin:${written}\r\n`);
    const moment = new Date(startsAt).toISOString();
    expect(first(file).event.startDate.toJSDate().toISOString()).toBe(moment);
    expect(first(file).event.endDate.toJSDate().toISOString()).toBe(endsAt);
    expect(second(file).event.start.toISOString()).toBe(moment);
  });

  test('is described in the file itself as the computer knows it, for every day of ten years', () => {
    const zone = first(fileOf(invitation)).calendar.getFirstSubcomponent('vtimezone');
    const berlin = new ICAL.Timezone(zone as ICAL.Component);
    const noon = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', hour: '2-digit' });
    for (let at = Date.parse('2026-01-01T12:00:00Z'); at < Date.parse('2036-01-01'); at += 86_400_000) {
      const there = ICAL.Time.fromJSDate(new Date(at), true).convertToZone(berlin);
      expect([new Date(at).toISOString(), String(there.hour)]).toEqual([
        new Date(at).toISOString(),
        noon.format(at),
      ]);
    }
  });
});

describe('whatever is written', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 400 });
  const written = fc.record({ title: anything, description: anything, location: anything, name: anything });

  test('no line is longer than 75 bytes, none is cut inside a character, and both parsers read it', () => {
    fc.assert(
      fc.property(written, ({ title, description, location, name }) => {
        const attendee = { name, address: 'a@example.org' };
        const file = fileOf({ ...invitation, title, description, location, attendee });
        const lines = file.split('\r\n');
        expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
        expect(Buffer.from(file).toString()).toBe(file.toWellFormed());
        expect(lines.filter((line) => /^(BEGIN|END):/.test(line))).toHaveLength(12);
        expect(file.match(/^ATTENDEE/gm)).toHaveLength(1);
        const { event } = first(file);
        expect(event.summary ?? '').toBe(plain(title));
        expect(second(file).event.start.toISOString()).toBe('2027-03-04T09:00:00.000Z');
      }),
      { numRuns: 300 },
    );
  });
});

const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
