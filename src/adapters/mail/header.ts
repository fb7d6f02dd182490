/** Name and address of a mailbox. */
export type Mailbox = { readonly name: string; readonly address: string };

/** Text for a header on one line: a line break in it would begin another header. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** An address as mailboxes have them: no spaces, lists, quotes or comments, through which others could be added. */
export const isAddress = (address: string): boolean =>
  address.length <= 254 &&
  /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u.test(address);

/** `<…@domain>`; the same id always gives the same, and different ids different ones. */
export function messageIdOf(id: string, domain: string): string {
  const bare = /^<.*>$/.test(id) ? id.slice(1, -1) : id;
  const [local = '', host = domain, ...more] = bare.split('@');
  const whole = more.length === 0 && /^[\w.-]+$/.test(host) ? [local, host] : [bare, domain];
  return `<${encoded(whole[0] ?? '')}@${whole[1]}>`;
}

/** Everything but letters, digits and `._-` as `=` and its bytes. */
const encoded = (text: string): string =>
  Array.from(text, (sign) =>
    /[A-Za-z0-9._-]/.test(sign) ? sign : `=${Buffer.from(sign).toString('hex').toUpperCase()}`,
  ).join('');

/** The id of which {@link messageIdOf} made this; `undefined` for what another domain made. */
export function idIn(messageId: string, domain: string): string | undefined {
  const [local = '', host = ''] = messageId
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .split('@');
  if (host.toLowerCase() !== domain.toLowerCase()) return undefined;
  const bytes = local.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
