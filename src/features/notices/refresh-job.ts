import type { Job } from '../../core/feature.ts';
import type { Addressee, CaseKind } from '../../core/notice.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Chat, Delivery, Messenger } from '../../core/ports/messenger.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import { type New, NotFound } from '../../core/ports/store.ts';
import type { Reply } from '../../core/reply.ts';
import { after } from './backoff.ts';
import { type Chats, chatOfParty } from './chats.ts';
import { type Copies, type Copy, copiesId, messageKey } from './copies.ts';
import { inRows } from './in-rows.ts';
import type { CopyKeeping } from './keep-copy.ts';
import { again, done, type Refresh, type Refreshes } from './refreshes.ts';
import type { Stops } from './stops.ts';

export type RefreshPorts = {
  readonly refreshes: Refreshes;
  readonly keeping: CopyKeeping;
  readonly chats: Chats;
  readonly directory: RoleDirectory;
  readonly caseOf: (kind: string) => CaseKind | undefined;
  readonly messenger: Messenger;
  readonly stops: Stops;
  readonly random: () => number;
  readonly log: Log;
};

const batch = 200;
/** Longer than one run can take, in milliseconds. */
const leaseFor = 5 * 60_000;
const sideBySide = 10;

/** Shows the present state in every message that shows a case which has changed. */
export function refreshJob(ports: RefreshPorts): Job {
  const { refreshes, stops } = ports;
  return {
    id: 'notices.refresh',
    async run(now) {
      const at = now.toISOString();
      const due = await refreshes.claim({ now: at, leaseUntil: after(at, leaseFor), limit: batch });
      const stopped = due.length > 0 ? await stops.until('teams', at) : undefined;
      // Of several changes only the last state is worth showing.
      const cases = Map.groupBy(due, ({ about }) => copiesId(about));
      await inRows([...cases.values()], sideBySide, async (changes) => {
        if (stopped)
          return put(changes, ({ leaseUntil: _, ...refresh }) => ({ ...refresh, dueAt: stopped }), ports);
        await showAgain(changes, now, ports);
      });
    },
  };
}

async function showAgain(changes: readonly Refresh[], now: Date, ports: RefreshPorts): Promise<void> {
  const { keeping, random, log } = ports;
  const at = now.toISOString();
  const newest = changes.reduce((one, other) => (one.at >= other.at ? one : other));
  const known = await keeping.copies.get(copiesId(newest.about));
  const old = known?.copies.filter(({ drawnAt }) => drawnAt <= newest.at) ?? [];
  const fates = new Map<string, Delivery>();
  for (const copy of old) {
    try {
      fates.set(messageKey(copy), await update(copy, newest.about, now, ports));
    } catch (error) {
      log.error('card-not-updated', { case: copiesId(newest.about), error });
      fates.set(messageKey(copy), { outcome: 'later' });
    }
  }
  if (known && old.length > 0) await keepFates(known, fates, at, keeping);
  const open = [...fates.values()].filter(isOpen);
  const afterMs = Math.max(0, ...open.map((fate) => (fate.outcome === 'later' ? (fate.afterMs ?? 0) : 0)));
  await put(
    changes,
    (refresh) =>
      open.length > 0 && refresh === newest ? again(refresh, at, random(), afterMs) : done(refresh, at),
    ports,
  );
}

const isOpen = ({ outcome }: Delivery): boolean =>
  outcome === 'later' || outcome === 'unsure' || outcome === 'locked-out';

async function update(
  copy: Copy,
  { kind, id }: Refresh['about'],
  now: Date,
  { caseOf, chats, directory, messenger, stops }: RefreshPorts,
): Promise<Delivery> {
  const own = await chatOfParty(copy.party, chats, directory);
  const isOwn = own?.chat.conversationId === copy.conversationId;
  const chat = isOwn ? own.chat : copy.chat;
  if (!chat) return { outcome: 'gone' };
  const name = directory.person(copy.party)?.name ?? own?.name ?? '';
  const viewer: Addressee = { id: copy.party, name, language: copy.language };
  const reply = isOwn ? await caseOf(kind)?.show(id, viewer, now) : undefined;
  const instead = isOwn ? hidden(viewer) : elsewhere(viewer);
  const delivery = await messenger.update(chat as Chat, copy.messageId, reply ?? instead);
  if (delivery.outcome === 'locked-out') await stops.refused('teams', now.toISOString());
  return reply || isOpen(delivery) ? delivery : { outcome: 'gone' };
}

/** For somebody who may not see the case any more, or when it is gone. */
const hidden = ({ language }: Addressee): Reply => ({
  card: 'notices/hidden',
  data: { roles: [] },
  summary: language === 'de' ? 'Dieser Vorgang ist nicht mehr zu sehen' : 'This case can no longer be seen',
  language,
});

/**
 * For a message in a group, which former versions drew for one person before all. It is not only left alone but replaced
 * once, and then forgotten: what it shows is that person's view of a case, and would stay there for everybody to read.
 */
export const elsewhere = ({ language }: Pick<Addressee, 'language'>): Reply => ({
  card: 'notices/elsewhere',
  data: { roles: [] },
  summary:
    language === 'de' ? 'Dieser Vorgang wird hier nicht mehr gezeigt' : 'This case is no longer shown here',
  language,
  anywhere: true,
});

/** Remembers what the messages show now. One that was drawn anew meanwhile, by a click, keeps its own time. */
async function keepFates(
  { id }: Copies,
  fates: ReadonlyMap<string, Delivery>,
  at: string,
  { copies, messages }: CopyKeeping,
): Promise<void> {
  const lost = [...fates].filter(([, fate]) => fate.outcome === 'gone' || fate.outcome === 'unreachable');
  const gone = new Set(lost.map(([key]) => key));
  await copies.change(id, (doc) => ({
    doc: {
      ...doc,
      copies: doc.copies
        .filter((copy) => !gone.has(messageKey(copy)))
        .map((copy) =>
          fates.get(messageKey(copy))?.outcome === 'sent' && copy.drawnAt < at
            ? { ...copy, drawnAt: at }
            : copy,
        ),
    },
  }));
  for (const key of gone) await messages.remove(key);
}

async function put(
  changes: readonly Refresh[],
  next: (refresh: Refresh) => New<Refresh>,
  { refreshes }: RefreshPorts,
): Promise<void> {
  for (const refresh of changes) {
    try {
      await refreshes.change(refresh.id, (doc) =>
        doc.version === refresh.version ? { doc: next(refresh) } : undefined,
      );
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }
}
