import type { Letter, NoticeKind, Said } from '../../core/notice.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { Log } from '../../core/ports/log.ts';
import type { Mailer } from '../../core/ports/mailer.ts';
import type { Delivery, Messenger } from '../../core/ports/messenger.ts';
import type { New } from '../../core/ports/store.ts';
import type { Holidays } from '../../core/working-days.ts';
import { after } from './backoff.ts';
import { gathered } from './digest.ts';
import { afterDelivery, afterFault, given, held, type Situation } from './fate.ts';
import { finish, settle } from './finish.ts';
import type { Channel, Outbox, Outboxed } from './outbox.ts';
import { type Reach, type ReachPorts, reachOf, wayTo } from './reach.ts';
import { type Refreshes, renew } from './refreshes.ts';
import { probePause, type Stops } from './stops.ts';
import { type Telling, tell } from './tell.ts';
import { digestKind, whenToSay } from './when.ts';
import { writeNotice } from './write-notice.ts';

export type DeliverPorts = ReachPorts & {
  readonly outbox: Outbox;
  readonly refreshes: Refreshes;
  readonly kindOf: (kind: string) => NoticeKind | undefined;
  readonly messenger: Messenger;
  readonly mailer?: Mailer | undefined;
  readonly stops: Stops;
  readonly holidays: Holidays;
  readonly ids: Ids;
  readonly random: () => number;
  readonly log: Log;
};

/** A notice that was claimed, with everything one try rests on. */
type Work = {
  readonly notice: Outboxed;
  readonly reach: Reach;
  readonly now: Date;
  readonly situation: Situation;
};

/** Takes a claimed notice one step further. @returns how it is stored now; `undefined` when it is another worker's */
export async function deliver(
  notice: Outboxed,
  now: Date,
  ports: DeliverPorts,
): Promise<Outboxed | undefined> {
  const at = now.toISOString();
  const reach = await reachOf(notice.recipient, ports);
  const repeatable = notice.kind === digestKind || (ports.kindOf(notice.kind)?.repeatable ?? true);
  const probeAt = after(at, probePause);
  const situation = { now: at, chance: ports.random(), repeatable, noMail: reach.noMail, probeAt };
  const keep = (doc: New<Outboxed>) => writeNotice(ports.outbox, notice, { doc });

  // The last worker ended between sending and writing: it may have arrived.
  if (notice.underWay) return keep(afterDelivery(notice, { outcome: 'unsure' }, situation));
  const when = whenToSay(notice, reach.preferences, at, ports.holidays);
  if (when.kind === 'wait') return keep(held(notice, when.until));
  if (when.kind === 'gather') return writeNotice(ports.outbox, notice, gathered(notice, when, at));
  const way = wayTo(notice, reach);
  if ('none' in way) return keep(given(notice, [...(notice.reasons ?? []), ...way.none], at));
  const stopped = await ports.stops.until(way.channel, at);
  if (stopped) return keep(held(notice, stopped));
  return say({ notice: { ...notice, channel: way.channel }, reach, now, situation }, ports);
}

/** Finds the words and sends them. What breaks on the way is our fault and tried again for a while. */
async function say(work: Work, ports: DeliverPorts): Promise<Outboxed | undefined> {
  const { notice, reach, now, situation } = work;
  const { outbox, log } = ports;
  const attempt = { ...notice, attempts: notice.attempts + 1 };
  const fault = (error: unknown, known: Outboxed) => {
    log.error('notice-not-said', { notice: notice.id, error });
    return writeNotice(outbox, known, {
      doc: afterFault({ ...known, attempts: attempt.attempts }, situation),
    });
  };
  let telling: Telling;
  try {
    telling = await tell(notice, reach.to, now, outbox, ports.kindOf);
  } catch (error) {
    return fault(error, notice);
  }
  const { said, members } = telling;
  if (!said) return settle(notice, members, situation.now, outbox);
  const begun = await writeNotice(outbox, notice, { doc: { ...attempt, underWay: true } });
  if (!begun) return undefined;
  let delivery: Delivery;
  try {
    delivery = await send(begun, said, reach, ports);
  } catch (error) {
    return fault(error, begun);
  }
  await heed(delivery, begun.channel ?? 'teams', situation.now, ports);
  const stored = await finish({ notice: begun, reach, situation, said, members }, delivery, outbox);
  if (said.reply.about) await renew(ports.refreshes, said.reply.about, situation.now, situation.now);
  return stored;
}

async function send(notice: Outboxed, said: Said, reach: Reach, ports: DeliverPorts): Promise<Delivery> {
  const { to, chat, address } = reach;
  if (notice.channel === 'teams' && chat) return ports.messenger.send(chat, said.reply);
  if (!ports.mailer || !address) return { outcome: 'unreachable', reason: 'no-address' };
  return ports.mailer.send({
    to: { name: to.name, address },
    letter: await whole(said.letter),
    language: to.language,
    messageId: ports.ids.of('mail', notice.id),
  });
}

async function whole({ lateLink, ...letter }: Letter): Promise<Letter> {
  const link = await lateLink?.();
  return link ? { ...letter, links: [...(letter.links ?? []), link] } : letter;
}

/** A refusal of our credentials stops the channel, getting through opens it. */
async function heed(
  { outcome }: Delivery,
  channel: Channel,
  now: string,
  { stops }: DeliverPorts,
): Promise<void> {
  if (outcome === 'locked-out') await stops.refused(channel, now);
  else if (outcome === 'sent' || outcome === 'unreachable') await stops.gotThrough(channel);
}
