import type { Outboxed } from '../../src/features/notices/outbox.ts';
import { inOrder } from '../../src/features/notices/overtaken.ts';
import type { Request } from '../../src/features/requests/model.ts';

/** One message that a bot sent; `isCut` when its sender never heard that it arrived. */
export type Arrival = { readonly conversation: string; readonly number: string; readonly isCut: boolean };

/** What came of everything, and what of it must not be. */
export type Verdict = {
  readonly rows: readonly (readonly [string, string])[];
  readonly wrong: readonly string[];
};

type Evidence = {
  readonly requests: readonly Request[];
  readonly notices: readonly Outboxed[];
  readonly arrived: readonly Arrival[];
  readonly kills: number;
  /** Who has a chat. */
  readonly isReachable: (person: string) => boolean;
  /**
   * ISO 8601 UTC by which the decision on a case was surely stored. Decisions that were under way at the same time have no
   * order; without it their beginnings are taken for it.
   */
  readonly storedBy?: ((number: string) => string | undefined) | undefined;
  /** Messages that one instance may have on their way when it dies. */
  readonly onTheirWay: number;
};

export function verdictOn(evidence: Evidence): Verdict {
  const { requests, notices, arrived, kills, isReachable, storedBy, onTheirWay } = evidence;
  const wrong: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) wrong.push(what);
  };
  const decisions = ({ history }: Request) => history.filter(({ act }) => act === 'advised-against').length;
  const once = requests.filter((request) => decisions(request) === 1).length;
  must(once === requests.length, `${requests.length - once} requests were not decided exactly once`);

  const owed = requests.flatMap(({ id, requestedBy }) => [`${id} ${requestedBy}`, `${id} lead-10.50`]);
  const stored = new Set(notices.map(({ ref, recipient }) => `${ref} ${recipient}`));
  const missing = owed.filter((key) => !stored.has(key)).length;
  must(missing === 0, `${missing} notices were never owed`);
  must(notices.length === owed.length, `${notices.length} notices instead of ${owed.length}`);

  const [reachable, others] = [
    notices.filter(({ recipient }) => isReachable(recipient)),
    notices.filter(({ recipient }) => !isReachable(recipient)),
  ];
  const times = Map.groupBy(arrived, ({ conversation, number }) => `${conversation} ${number}`);
  const arrivals = ({ recipient, ref }: Outboxed) =>
    times.get(`a:${recipient}`.concat(' ', ref))?.length ?? 0;
  const sent = reachable.filter(({ state }) => state === 'sent').length;
  const came = reachable.filter((notice) => arrivals(notice) > 0).length;
  const claimed = reachable.filter((notice) => notice.state === 'sent' && arrivals(notice) === 0).length;
  const listed = others.filter(({ state }) => state === 'dead').length;
  must(sent === reachable.length, `${reachable.length - sent} notices to people with a chat are not sent`);
  must(claimed === 0, `${claimed} are said to be sent and never arrived`);
  must(listed === others.length, `${others.length - listed} without a way are not on the list`);

  const surplus = arrived.length - times.size;
  const cut = arrived.filter(({ isCut }) => isCut).length;
  must(surplus <= cut + kills * onTheirWay, `${surplus} came again, but only ${cut} answers were lost`);

  const disordered = outOfOrder(reachable, arrived, storedBy);
  must(disordered === 0, `${disordered} persons got theirs out of order`);
  return {
    rows: [
      ['requests decided exactly once', `${once} of ${requests.length}`],
      ['notices that their decisions owe', `${notices.length} of ${owed.length}`],
      ['… to people with a chat: sent', `${sent} of ${reachable.length}`],
      ['… and arrived', `${came} of ${reachable.length}`],
      [
        '… to somebody without a chat: on the list of what cannot be delivered',
        `${listed} of ${others.length}`,
      ],
      ['arrived again, because nobody knew that it had arrived', `${surplus} (answers lost: ${cut})`],
      ['persons who got theirs out of order', String(disordered)],
    ],
    wrong,
  };
}

/** People to whom something came for the first time before something that was owed to them earlier. */
function outOfOrder(
  notices: readonly Outboxed[],
  arrived: readonly Arrival[],
  storedBy: Evidence['storedBy'],
): number {
  const first = new Map<string, number>();
  for (const [at, { conversation, number }] of arrived.entries()) {
    const key = `${conversation} ${number}`;
    if (!first.has(key)) first.set(key, at);
  }
  const arrivalOf = ({ recipient, ref }: Outboxed) => first.get(`a:${recipient} ${ref}`) ?? Number.NaN;
  const isEarlier = (one: Outboxed, other: Outboxed): boolean =>
    storedBy
      ? // Within one millisecond nobody can tell.
        (storedBy(one.ref) ?? '~') < other.createdAt
      : inOrder(one, other) < 0;
  return [...Map.groupBy(notices, ({ recipient }) => recipient).values()].filter((list) =>
    list.some((one) => list.some((other) => isEarlier(one, other) && arrivalOf(other) < arrivalOf(one))),
  ).length;
}
