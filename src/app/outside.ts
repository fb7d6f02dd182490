import { createLinks } from '../adapters/links/create-links.ts';
import { createCalendarFile } from '../adapters/mail/calendar-file.ts';
import { createPapers } from '../adapters/papers/create-papers.ts';
import type { Job } from '../core/feature.ts';
import type { CalendarFile } from '../core/ports/calendar-file.ts';
import type { Links } from '../core/ports/links.ts';
import type { Papers } from '../core/ports/papers.ts';
import type { Store } from '../core/ports/store.ts';
import type { MailConfig } from './mail-config.ts';

/** What people outside Teams get: links to pages, calendar files, papers. */
export type Outside = {
  readonly links: Links;
  readonly calendarFile: CalendarFile;
  readonly papers: Papers;
};

export type OutsideParts = {
  readonly store: Store;
  /** The mailbox of Lotse; not set where no mails are sent. */
  readonly from?: MailConfig['from'] | undefined;
  /** What links begin with. */
  readonly publicUrl: () => string;
};

export function createOutside({ store, from = nobody, publicUrl }: OutsideParts) {
  const links = createLinks({ store, publicUrl });
  const jobs: readonly Job[] = [{ id: 'links.sweep', run: links.sweep }];
  return { links, calendarFile: createCalendarFile(from), papers: createPapers(), jobs };
}

const nobody = { name: 'Lotse', address: 'lotse@localhost' };
