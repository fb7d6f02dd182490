import { createTransport } from 'nodemailer';
import { serverOf } from './server.ts';

/** Greets the mail server and signs in, without sending. @throws what the server said */
export async function checkMailServer(smtpUrl: string, patience = 10_000): Promise<void> {
  const transport = createTransport(serverOf(smtpUrl, patience));
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
