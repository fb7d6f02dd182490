import { isLoopback } from '../../core/loopback.ts';

/**
 * The mail server that a `SMTP_URL` names, as nodemailer's options. `smtps:` is encrypted from the start, `smtp:` as soon
 * as the server offers it; a password never leaves this machine unencrypted.
 * @param patience milliseconds that the server may be silent
 */
export function serverOf(smtpUrl: string, patience: number) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const auth = username
    ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    : undefined;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : auth ? 587 : 25),
    secure,
    requireTLS: auth !== undefined && !secure && !isLoopback(hostname),
    ...(auth ? { auth } : {}),
    connectionTimeout: patience,
    greetingTimeout: patience,
    dnsTimeout: patience,
    socketTimeout: patience,
    socketCloseTimeout: Math.min(patience, 2000),
  };
}
