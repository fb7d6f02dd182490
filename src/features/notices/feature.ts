import type { Feature } from '../../core/feature.ts';
import type { CaseKind, NoticeKind } from '../../core/notice.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Mailer } from '../../core/ports/mailer.ts';
import type { Messenger } from '../../core/ports/messenger.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Holidays } from '../../core/working-days.ts';
import { openOutbox } from './outbox.ts';

export type NoticesPorts = {
  readonly store: Store;
  readonly ids: Ids;
  readonly log: Log;
  readonly directory: RoleDirectory;
  readonly messenger: Messenger;
  /** Absent where no mail server is set. */
  readonly mailer?: Mailer | undefined;
  readonly holidays: Holidays;
  /** A number from 0 to 1, so that what failed together is not tried again together. */
  readonly random: () => number;
  /** What the other features say by way of the outbox. */
  readonly kinds: readonly NoticeKind[];
  /** The cases whose cards are kept up to date. */
  readonly cases: readonly CaseKind[];
};

/** Tells people what they must know: sends what is owed, keeps cards up to date, asks how everybody wants to be told. */
export function createNoticesFeature({ store }: NoticesPorts): Feature {
  openOutbox(store);
  return { id: 'notices', intents: [], actions: [] };
}
