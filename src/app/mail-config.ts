import { z } from 'zod';

export type MailConfig = {
  /** `smtps://user:password@mail.example.org`. */
  readonly smtpUrl: string;
  /** Who writes; answers and reports of failed deliveries go there. */
  readonly from: { readonly name: string; readonly address: string };
  /** Where that mailbox is read: `imaps://user:password@mail.example.org/INBOX`. */
  readonly imapUrl?: string | undefined;
};

export type Outgoing = {
  /** Absent: no mails are sent. */
  readonly mail?: MailConfig | undefined;
  /** What links begin with; absent: the bot's own address. */
  readonly publicUrl?: string | undefined;
};

const mailbox = /^(?:([^<>"\p{Cc}]*?)\s*<([^<>\s]+@[^<>\s]+)>|([^<>\s]+@[^<>\s]+))$/u;

/** The variables of what goes out by mail. */
export const mailVariables = {
  SMTP_URL: z
    .string()
    .refine(
      isServer,
      'write the mail server as smtp://host:25 or smtps://user:password@host:465, special characters of the password as %40',
    )
    .optional(),
  IMAP_URL: z
    .string()
    .refine(
      isMailbox,
      'write the mailbox of MAIL_FROM as imaps://user:password@host:993/INBOX, special characters of the password as %40',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(mailbox, 'write a mailbox that somebody reads, e.g. Lotse <lotse@example.org>')
    .transform(mailboxOf)
    .optional(),
};

/** Where links in mails lead: HTTPS, or this machine while trying things out. */
export const publicUrl = (allowed: readonly string[]) =>
  z
    .string()
    .refine(
      (url) => allowed.includes(URL.parse(url)?.protocol ?? '') && /^[^?#\s]+$/.test(url),
      'write the address that Lotse is reached under from outside, e.g. https://lotse.example.org',
    )
    .transform((url) => url.replace(/\/+$/, ''))
    .optional();

type Given = Readonly<Record<string, string | undefined>>;

/** What belongs together. @param linked whether links must work from outside, as in production */
export function mailProblems(given: Given, linked: boolean): readonly string[] {
  if (given.SMTP_URL === undefined)
    return given.IMAP_URL === undefined
      ? []
      : ['SMTP_URL: write the mail server, because IMAP_URL is set: only answers to own mails are read'];
  return [
    ...(given.MAIL_FROM === undefined
      ? ['MAIL_FROM: write the mailbox that mails come from, because SMTP_URL is set; somebody must read it']
      : []),
    ...(linked && given.PUBLIC_URL === undefined
      ? [
          'PUBLIC_URL: write the address that links in mails begin with, because SMTP_URL is set, e.g. https://lotse.example.org',
        ]
      : []),
  ];
}

type Values = {
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM?: MailConfig['from'] | undefined;
  readonly IMAP_URL?: string | undefined;
  readonly PUBLIC_URL?: string | undefined;
};

export const outgoing = ({ SMTP_URL, MAIL_FROM, PUBLIC_URL, IMAP_URL }: Values): Outgoing => ({
  mail: SMTP_URL && MAIL_FROM ? { smtpUrl: SMTP_URL, from: MAIL_FROM, imapUrl: IMAP_URL } : undefined,
  publicUrl: PUBLIC_URL,
});

/** A mailbox has an account. */
function isMailbox(text: string): boolean {
  const url = readable(text);
  return url !== null && /^imaps?:$/.test(url.protocol) && url.hostname !== '' && url.username !== '';
}

/** The address, if its account can be read. */
function readable(text: string): URL | null {
  const url = URL.parse(text);
  try {
    decodeURIComponent(`${url?.username}${url?.password}${url?.pathname}`);
  } catch {
    return null;
  }
  return url;
}

function isServer(text: string): boolean {
  const url = readable(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname);
}

function mailboxOf(text: string): MailConfig['from'] {
  const [, name = '', named, bare = ''] = mailbox.exec(text) ?? [];
  return { name: name.trim() || 'Lotse', address: named ?? bare };
}
