import PostalMime, { type Address, type Attachment } from 'postal-mime';

/** A mail that was caught, taken apart. */
export type Caught = {
  readonly number: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string | undefined;
  /** The text of the calendar file. */
  readonly calendar: string | undefined;
  readonly source: string;
};

/** Takes a mail apart as it came over the wire. */
export async function takeApart(bytes: Uint8Array<ArrayBuffer>, number: number, at: string): Promise<Caught> {
  const mail = await PostalMime.parse(bytes);
  return {
    number,
    at,
    from: listed(mail.from ? [mail.from] : []),
    to: listed([...(mail.to ?? []), ...(mail.cc ?? [])]),
    subject: mail.subject || '(ohne Betreff)',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    html: mail.html,
    calendar: mail.attachments.filter(isCalendar).map(textOf)[0],
    source: new TextDecoder().decode(bytes),
  };
}

const listed = (addresses: readonly Address[]): string =>
  addresses
    .map(({ name, address }) => [name, address && `<${address}>`].filter(Boolean).join(' '))
    .join(', ');

const isCalendar = ({ mimeType }: Attachment): boolean =>
  /^(text\/calendar|application\/ics)$/.test(mimeType);

const textOf = ({ content }: Attachment): string =>
  (typeof content === 'string' ? content : new TextDecoder().decode(content)).replaceAll(/\r?\n/g, '\r\n');
