import { createLinks } from '../adapters/links/create-links.ts';
import { createCalendarFile } from '../adapters/mail/calendar-file.ts';
import { createInbox } from '../adapters/mail/create-inbox.ts';
import { createPapers } from '../adapters/papers/create-papers.ts';
import type { Job } from '../core/feature.ts';
import type { CalendarFile } from '../core/ports/calendar-file.ts';
import type { Inbox } from '../core/ports/inbox.ts';
import type { Links } from '../core/ports/links.ts';
import { type Log, silent } from '../core/ports/log.ts';
import type { Papers } from '../core/ports/papers.ts';
import type { Store } from '../core/ports/store.ts';
import type { MailConfig } from './mail-config.ts';

/** What people outside Teams get: links to pages, calendar files, papers. */
export type Outside = {
  readonly links: Links;
  readonly calendarFile: CalendarFile;
  readonly papers: Papers;
  /** The mailbox that mails come from, where it is read. */
  readonly inbox?: Inbox | undefined;
};

export type OutsideParts = {
  readonly store: Store;
  readonly log?: Log | undefined;
  /** The mailbox of Lotse; not set where no mails are sent. */
  readonly from?: MailConfig['from'] | undefined;
  /** Where that mailbox is read. */
  readonly imapUrl?: string | undefined;
  /** What links begin with. */
  readonly publicUrl: () => string;
};

export function createOutside({ store, from = nobody, publicUrl, imapUrl, log = silent }: OutsideParts) {
  const links = createLinks({ store, publicUrl });
  const jobs: readonly Job[] = [{ id: 'links.sweep', run: links.sweep }];
  const inbox = imapUrl === undefined ? undefined : createInbox({ imapUrl, from, store, log });
  return { links, calendarFile: createCalendarFile(from), papers: createPapers(), inbox, jobs };
}

const nobody = { name: 'Lotse', address: 'lotse@localhost' };
