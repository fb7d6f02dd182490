import { z } from 'zod';
import type { Action, Feature } from '../../core/feature.ts';
import type { CaseKind, NoticeKind } from '../../core/notice.ts';
import { partyOf } from '../../core/party.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Mailer } from '../../core/ports/mailer.ts';
import type { Messenger } from '../../core/ports/messenger.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Holidays } from '../../core/working-days.ts';
import { alarmKind, alarmOf } from './alarm.ts';
import { openChats } from './chats.ts';
import { cleanJob } from './clean-job.ts';
import { openCopyKeeping } from './keep-copy.ts';
import { openOutbox } from './outbox.ts';
import { outboxJob } from './outbox-job.ts';
import { openPreferences, usual } from './preferences.ts';
import { reachOf } from './reach.ts';
import { refreshJob } from './refresh-job.ts';
import { openRefreshes } from './refreshes.ts';
import { settingsActions, settingsIntent } from './settings.ts';
import { createStops } from './stops.ts';
import { undeliveredActions, undeliveredIntents } from './undelivered.ts';

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
export function createNoticesFeature(ports: NoticesPorts): Feature {
  const { store, directory, log } = ports;
  const kinds = byKind([...ports.kinds, alarmKind]);
  const cases = byKind(ports.cases);
  const preferences = openPreferences(store);
  const shared = {
    ...ports,
    outbox: openOutbox(store),
    refreshes: openRefreshes(store),
    chats: openChats(store),
    keeping: openCopyKeeping(store),
    preferences,
    preferencesOf: async (party: string) => (await preferences.get(party)) ?? usual(party),
    stops: createStops(store, log, (channel, since) => alarmOf(channel, since, directory)),
    kindOf: (kind: string) => kinds.get(kind),
    caseOf: (kind: string) => cases.get(kind),
  };
  const reach = (party: string) => reachOf(party, shared);
  const settings = { ...shared, reachOf: reach };
  const undelivered = { ...shared, nameOf: async (party: string) => (await reach(party)).to.name };
  return {
    id: 'notices',
    topic: { de: 'Benachrichtigungen', en: 'Notifications' },
    intents: [settingsIntent(settings), ...undeliveredIntents(undelivered)],
    actions: [...settingsActions(settings), ...undeliveredActions(undelivered), showCase(shared)],
    jobs: [outboxJob(shared), refreshJob(shared), cleanJob(shared)],
  };
}

/** @throws Error when two features say or show the same kind */
function byKind<T extends { readonly kind: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  const known = new Map<string, T>();
  for (const one of all) {
    if (known.has(one.kind)) throw new Error(`"${one.kind}" is registered twice`);
    known.set(one.kind, one);
  }
  return known;
}

const Shown = z.object({ kind: z.string().max(80), id: z.string().max(200) });

type Showing = {
  readonly directory: RoleDirectory;
  readonly caseOf: (kind: string) => CaseKind | undefined;
};

/** Opens a case from a digest; its feature decides what this person may see. */
const showCase = ({ directory, caseOf }: Showing): Action => ({
  verb: 'notices.show',
  handle: async (turn) => {
    const about = Shown.safeParse(turn.data).data;
    const { id, name } = partyOf(turn.actor, directory);
    const viewer = { id, name, language: turn.language };
    const reply = about && (await caseOf(about.kind)?.show(about.id, viewer, new Date(turn.at)));
    if (reply) return { ...reply, about, inPlace: false };
    throw new Refusal('case-not-shown', {
      de: 'Diesen Vorgang gibt es nicht mehr, oder Sie können ihn nicht mehr sehen. Mit „Hilfe“ sehen Sie, was ich für Sie tun kann.',
      en: 'This case no longer exists, or you can no longer see it. “help” shows what I can do for you.',
    });
  },
});
