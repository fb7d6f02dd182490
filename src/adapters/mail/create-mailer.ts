import { createTransport } from 'nodemailer';
import type { Letter } from '../../core/notice.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Mail, Mailer } from '../../core/ports/mailer.ts';
import { isAddress, type Mailbox, messageIdOf, oneLine } from './header.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';
import { type Failure, outcomeOf } from './outcome.ts';
import { serverOf } from './server.ts';

export type MailerSettings = {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly smtpUrl: string;
  /** Who writes, and who gets answers and reports of failed deliveries: somebody reads it. */
  readonly from: Mailbox;
  readonly log: Log;
  /** Milliseconds that the server may be silent. */
  readonly patience?: number | undefined;
};

/** Sends letters by SMTP, one connection each, so that the fate of one says nothing about the next. */
export function createMailer({ smtpUrl, from, log, patience = 30_000 }: MailerSettings): Mailer {
  const server = serverOf(smtpUrl, patience);
  return {
    async send(mail) {
      if (!isAddress(mail.to.address)) return { outcome: 'unreachable', reason: 'bad-address' };
      const message = messageOf(mail, from);
      const transport = createTransport(server);
      let complete = false;
      transport.use('stream', (made, done) => {
        made.message.processFunc((source) => source.once('end', () => (complete = true)) as typeof source);
        done();
      });
      try {
        await transport.sendMail({ ...message, signal: AbortSignal.timeout(patience * 4) });
        return { outcome: 'sent', messageId: message.messageId };
      } catch (error) {
        const failure = error as Failure;
        const delivery = outcomeOf(failure, complete);
        const { code, command, responseCode: status } = failure;
        log.warn('mail-not-sent', { outcome: delivery.outcome, code, command, status });
        return delivery;
      } finally {
        transport.close();
      }
    },
  };
}

/** The mail as nodemailer wants it. Names and subject on one line, addresses never inside text that is parsed. */
function messageOf({ to, letter, language, messageId }: Mail, from: Mailbox) {
  const shown = tidied(letter);
  const { subject, thread } = shown;
  const domain = from.address.split('@')[1] ?? 'localhost';
  // There is no first mail that all have got: the thread has an id of its own.
  const root = thread && messageIdOf(`thread ${thread}`, domain);
  return {
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(to.name), address: to.address },
    subject,
    messageId: messageIdOf(messageId, domain),
    ...(root ? { references: root, inReplyTo: root } : {}),
    text: letterText(shown, language),
    html: letterHtml(shown, language),
    textEncoding: 'quoted-printable' as const,
    // No program answers it, and it answers no program (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    ...(letter.calendar ? { icalEvent: calendarPart(letter.calendar) } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const tidied = (letter: Letter): Letter => ({
  ...letter,
  subject: oneLine(letter.subject),
  paragraphs: letter.paragraphs.map((paragraph) => paragraph.replaceAll(/\r\n?/g, '\n')),
  links: letter.links?.map(({ title, url }) => ({ title: oneLine(title), url: oneLine(url) })),
});

/** Mail programs draw their buttons from the alternative; the attachment is for those that do not. */
const calendarPart = ({ method, text }: NonNullable<Mail['letter']['calendar']>) => ({
  method,
  content: text,
  filename: method === 'CANCEL' ? 'absage.ics' : 'einladung.ics',
});
