import type { SentForm } from '../../../case/create.ts';
import type { Digest } from '../../../core/history.ts';
import type { Addressee } from '../../../core/notice.ts';
import { type Party, partyOf } from '../../../core/party.ts';
import type { Links } from '../../../core/ports/links.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import type { Collection } from '../../../core/ports/store.ts';
import type { Turn } from '../../../core/turn.ts';
import type { Holidays } from '../../../core/working-days.ts';
import type { Body, Context } from './context.ts';
import type { Rules } from './rules.ts';

/** What everything that is said or pressed about the Beirat works with. */
export type BoardDesk = {
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  /** The rules in use; others after a reload. */
  readonly rules: () => Rules;
  /** Bodies outside of the role model, of this moment. */
  readonly partners?: (() => readonly Body[]) | undefined;
  readonly digest: Digest;
  readonly newId: () => string;
  readonly links: Links;
  /** Forms that were sent, so that each becomes one case. */
  readonly forms: Collection<SentForm>;
};

export const sentFormCollection = 'meeting-forms';

export const contextAt = (
  {
    directory,
    holidays,
    rules,
    digest,
    partners,
  }: Pick<BoardDesk, 'directory' | 'holidays' | 'rules' | 'digest' | 'partners'>,
  at: string,
): Context => ({ now: at, directory, holidays, rules: rules(), digest, partners: partners?.() });

/** Who says or presses something, and how they read. */
export const viewerOf = (turn: Turn, { directory }: Pick<BoardDesk, 'directory'>): Party & Addressee => ({
  ...partyOf(turn.actor, directory),
  language: turn.language,
});
