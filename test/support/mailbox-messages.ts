/** Messages as the programs of others write them. */

export type Answering = {
  readonly uid: string;
  readonly from: string;
  readonly attendee?: string;
  readonly sequence?: number;
  readonly status?: string;
  readonly comment?: string;
};

const crlf = (...lines: readonly string[]): string => lines.join('\r\n');

/** Outlook and Exchange: a part beside the text, lines folded, names in quotes, words beside the file. */
export const outlook = ({
  uid,
  from,
  attendee = from,
  sequence = 0,
  status = 'ACCEPTED',
  comment = '',
}: Answering) =>
  crlf(
    `From: "Beirat, Fachperson" <${from}>`,
    'To: Lotse <lotse@example.org>',
    'Subject: =?utf-8?B?WnVnZXNhZ3Q6IDEuIFNpdHp1bmc=?=',
    'Message-ID: <AM0PR01MB1234@eurprd01.prod.outlook.com>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="_000_b"',
    '',
    '--_000_b',
    'Content-Type: text/plain; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`${comment}\r\n`).toString('base64'),
    '--_000_b',
    'Content-Type: text/calendar; charset="utf-8"; method=REPLY',
    'Content-Transfer-Encoding: base64',
    '',
    (
      Buffer.from(
        crlf(
          'BEGIN:VCALENDAR',
          'METHOD:REPLY',
          'PRODID:Microsoft Exchange Server 2010',
          'VERSION:2.0',
          'BEGIN:VEVENT',
          `ATTENDEE;PARTSTAT=${status};CN="Beirat, Fachperson: Wissenschaft":mailto:`,
          ` ${attendee}`,
          `UID:${uid.slice(0, 30)}`,
          ` ${uid.slice(30)}`,
          'SUMMARY;LANGUAGE=de-DE:Zugesagt: 1. Sitzung',
          'DTSTAMP:20261125T090000Z',
          `SEQUENCE:${sequence}`,
          'END:VEVENT',
          'END:VCALENDAR',
          '',
        ),
      )
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
    '--_000_b--',
    '',
  );

/** Google: the file as attachment, too, its own sentence as text. */
export const google = ({
  uid,
  from,
  attendee = from,
  sequence = 0,
  status = 'ACCEPTED',
  comment,
}: Answering) =>
  crlf(
    `From: Fachperson <${from}>`,
    'To: lotse@example.org',
    'Subject: Accepted: 1. Sitzung',
    'Message-ID: <000000000000abc@google.com>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="g1"',
    '',
    '--g1',
    'Content-Type: multipart/alternative; boundary="g2"',
    '',
    '--g2',
    'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
    '',
    `${from} has accepted this invitation.`,
    '--g2',
    'Content-Type: text/calendar; charset="UTF-8"; method=REPLY',
    'Content-Transfer-Encoding: 7bit',
    '',
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${status};X-NUM-GUESTS=0:mailto:${attendee}`,
    `SEQUENCE:${sequence}`,
    ...(comment ? [`COMMENT:${comment}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
    '--g2--',
    '--g1',
    'Content-Type: application/ics; name="invite.ics"',
    'Content-Disposition: attachment; filename="invite.ics"',
    '',
    'BEGIN:VCALENDAR',
    'END:VCALENDAR',
    '--g1--',
    '',
  );

/** Apple: the file alone. */
export const apple = ({
  uid,
  from,
  attendee = from,
  sequence = 0,
  status = 'DECLINED',
  comment,
}: Answering) =>
  crlf(
    `From: ${from}`,
    'To: lotse@example.org',
    'Subject: Re: 1. Sitzung',
    'Message-ID: <APPLE-1@icloud.com>',
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; charset=utf-8; method=REPLY; name=meeting.ics',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'BEGIN:VCALENDAR',
    'CALSCALE:GREGORIAN',
    'METHOD:REPLY',
    'PRODID:-//Apple Inc.//macOS 15.1//EN',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    `ATTENDEE;CN=3DFachperson;PARTSTAT=3D${status}:mailto:${attendee}`,
    `SEQUENCE:${sequence}`,
    `UID:${uid.replaceAll('=', '=3D')}`,
    ...(comment ? [`COMMENT:${comment.replaceAll('ü', '=C3=BC')}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  );

/** A report of a mail server (RFC 3464). */
export const report = (messageId: string, action = 'failed') =>
  crlf(
    'From: MAILER-DAEMON@mail.example.org',
    'To: lotse@example.org',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="r1"',
    '',
    '--r1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you.',
    '--r1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.org',
    '',
    'Final-Recipient: rfc822; fachperson@partner.example.org',
    `Action: ${action}`,
    'Status: 5.1.1',
    '',
    '--r1',
    'Content-Type: message/rfc822',
    '',
    'From: Lotse <lotse@example.org>',
    `Message-ID: ${messageId}`,
    'Subject: Einladung',
    '',
    'Guten Tag,',
    '--r1--',
    '',
  );

/** An automatic answer while somebody is away (RFC 3834). */
export const away = (messageId: string, from: string) =>
  crlf(
    `From: ${from}`,
    'To: lotse@example.org',
    'Subject: Automatische Antwort: Einladung',
    'Message-ID: <away-1@partner.example.org>',
    `In-Reply-To: ${messageId}`,
    'Auto-Submitted: auto-replied (vacation)',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Ich bin bis Montag nicht erreichbar.',
    '',
  );

/** What a person writes. */
export const written = (from: string, inReplyTo = '') =>
  crlf(
    `From: ${from}`,
    'To: lotse@example.org',
    'Subject: Re: Einladung',
    ...(inReplyTo ? [`In-Reply-To: ${inReplyTo}`] : []),
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Ich komme gern, kann ich parken?',
    '',
  );
