import { z } from 'zod';
import { command } from '../../core/command.ts';
import { dayIn, dayOf } from '../../core/day.ts';
import type { Action, Intent } from '../../core/feature.ts';
import type { NoticeKind } from '../../core/notice.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import { NotFound } from '../../core/ports/store.ts';
import { isGranted, Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Language } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Outbox, Outboxed } from './outbox.ts';
import { resent } from './resend.ts';
import type { Stops } from './stops.ts';
import { countText, noneLine, reasonsText, sentLine, stopLine } from './undelivered-text.ts';

export type UndeliveredPorts = {
  readonly directory: RoleDirectory;
  readonly outbox: Outbox;
  readonly stops: Stops;
  readonly kindOf: (kind: string) => NoticeKind | undefined;
  readonly nameOf: (party: string) => Promise<string>;
};

const list = command(
  'unzustellbare nachrichten',
  'unzustellbar',
  'nicht zugestellt',
  'undelivered messages',
  'undelivered',
  'dead letters',
);
const resend = /^(?:erneut senden|resend|send again):?\s+(\S.{0,99}?)[?!.]*$/i;
const everything = /^(?:alle|alles|all|everything)$/i;

/** What could not be delivered, for 10.50, who can have it sent again. */
export function undeliveredIntents(ports: UndeliveredPorts): readonly Intent[] {
  return [
    {
      id: 'notices.undelivered',
      inMenu: false,
      title: { de: 'Was nicht ankam (nur für 10.50)', en: 'What did not arrive (only for 10.50)' },
      examples: {
        de: ['Unzustellbare Nachrichten', 'Unzustellbar'],
        en: ['undelivered messages', 'undelivered'],
      },
      usefulTo: (turn) => isGranted(() => requireAdministration(turn, ports.directory)),
      match: list,
      handle: (turn) => shown(turn, ports),
    },
    {
      id: 'notices.resend',
      inMenu: false,
      title: { de: 'Noch einmal senden (nur für 10.50)', en: 'Send once more (only for 10.50)' },
      examples: {
        de: ['Erneut senden: alle', 'Erneut senden: IT-2026-0042'],
        en: ['resend all', 'resend IT-2026-0042'],
      },
      usefulTo: (turn) => isGranted(() => requireAdministration(turn, ports.directory)),
      acts: true,
      match: (text) => resend.test(text.trim()),
      handle: async (turn) => {
        const what = resend.exec(turn.text.trim())?.[1] ?? '';
        return again(turn, ports, ({ ref }) => everything.test(what) || same(ref, what));
      },
    },
  ];
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const One = z.object({ id: z.string().max(300) });

export function undeliveredActions(ports: UndeliveredPorts): readonly Action[] {
  return [
    {
      verb: 'notices.resend',
      handle: async (turn) => {
        const id = One.safeParse(turn.data).data?.id;
        return { ...(await again(turn, ports, (notice) => notice.id === id)), inPlace: true };
      },
    },
    {
      verb: 'notices.resend-all',
      handle: async (turn) => ({ ...(await again(turn, ports, () => true)), inPlace: true }),
    },
  ];
}

/** Starts the chosen ones anew. What is on its way already stays so: pressing twice sends once. */
async function again(
  turn: Turn,
  ports: UndeliveredPorts,
  chosen: (notice: Outboxed) => boolean,
): Promise<Reply> {
  requireAdministration(turn, ports.directory);
  let count = 0;
  for (const { id } of (await ports.outbox.list({ where: { state: 'dead' } })).filter(chosen)) {
    count += await startedAnew(id, turn.at, ports.outbox);
  }
  return shown(turn, ports, count > 0 ? sentLine(count)[turn.language] : noneLine[turn.language]);
}

async function startedAnew(id: string, now: string, outbox: Outbox): Promise<number> {
  let count = 0;
  try {
    await outbox.change(id, (notice) => {
      const next = resent(notice, now);
      count = next ? 1 : 0;
      return next && { doc: next };
    });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
  return count;
}

/** So many on one card; sending them again makes room for the others. */
const mostShown = 10;

async function shown(turn: Turn, ports: UndeliveredPorts, line = ''): Promise<Reply> {
  requireAdministration(turn, ports.directory);
  const { language } = turn;
  const dead = await ports.outbox.list({ where: { state: 'dead' } });
  const newest = dead.toSorted((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? ''));
  const notices = await Promise.all(
    newest.slice(0, mostShown).map((notice) => rowOf(notice, language, ports)),
  );
  const stops = (await ports.stops.all()).map((stop) => stopLine(stop, language));
  const total = countText(dead.length)[language];
  const data = { total, notices, several: dead.length > 1, stops, line, roles: [] };
  return { card: 'notices/undelivered', data, summary: line || total, language };
}

async function rowOf(notice: Outboxed, language: Language, { kindOf, nameOf }: UndeliveredPorts) {
  const { id, recipient, kind, ref, endedAt, createdAt, reasons = [] } = notice;
  return {
    id,
    to: (await nameOf(recipient)) || recipient,
    what: kindOf(kind)?.title?.[language] ?? kind,
    ref,
    day: dayIn(language, dayOf(endedAt ?? createdAt)),
    why: reasonsText(reasons, language),
  };
}

function requireAdministration({ actor, at }: Turn, directory: RoleDirectory): void {
  const person = directory.personByTeamsId(actor.id);
  if (!person || !directory.holdsRole(person.id, 'strategisches-it-management', {}, dayOf(at))) {
    throw new Refusal('not-notice-administration', {
      de: 'Unzustellbare Nachrichten sieht nur das Strategische IT-Management (10.50). Wie Sie selbst Bescheid bekommen, stellen Sie mit „Benachrichtigungen“ ein.',
      en: 'Only Strategic IT Management (10.50) sees undelivered messages. How you are notified yourself you can set with “notifications”.',
    });
  }
}
