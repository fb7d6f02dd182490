import type { Job } from '../../../core/feature.ts';
import type { CaseKind } from '../../../core/notice.ts';
import type { AgendaOffer } from '../../../core/ports/agenda.ts';
import { contextAt } from '../board/desk.ts';
import { ballotReply } from './ballot-view.ts';
import { ballotCase, ballotId, circulationCase } from './circulation.ts';
import { asChange } from './decide.ts';
import { type CirculationDesk, circulationSeeing } from './desk.ts';
import { circulationAtMorning } from './end.ts';
import { circulationReply } from './office-view.ts';

/** The two cards of a circulation. */
export const circulationCases = (desk: CirculationDesk): readonly CaseKind[] => [
  {
    kind: circulationCase,
    async show(id, viewer, now) {
      const circulation = await desk.circulations.get(id);
      const context = contextAt(desk, now.toISOString());
      const seeing = circulation && circulationSeeing(circulation, viewer.id, context);
      return circulation && (seeing === 'office' || seeing === 'chair')
        ? circulationReply(circulation, viewer, context)
        : undefined;
    },
  },
  {
    kind: ballotCase,
    async show(id, viewer, now) {
      const [number = ''] = id.split(' ');
      const circulation = await desk.circulations.get(number);
      const context = contextAt(desk, now.toISOString());
      const isTheirs = circulation?.until !== undefined && id === ballotId(number, viewer.id);
      return circulation && isTheirs && circulationSeeing(circulation, viewer.id, context)
        ? ballotReply(circulation, viewer, context)
        : undefined;
    },
  },
];

export const circulationJobs = (desk: CirculationDesk): readonly Job[] => [
  {
    id: 'beirat.circulations',
    async run(now) {
      const at = now.toISOString();
      const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
      for (const { id } of await desk.circulations.claim({ now: at, leaseUntil, limit: 20 }))
        await desk.circulations.change(id, (circulation) =>
          circulationAtMorning(circulation, contextAt(desk, at), asChange),
        );
    },
  },
];

/** What must go to a meeting: the procedure was objected to, or too few took part, and no meeting has dealt with it. */
export async function circulationOffers(
  { circulations }: Pick<CirculationDesk, 'circulations'>,
  placed: ReadonlySet<string>,
): Promise<readonly AgendaOffer[]> {
  return (await circulations.list())
    .filter(({ id, state }) => (state === 'objected' || state === 'no-quorum') && !placed.has(id))
    .sort((a, b) => a.changedAt.localeCompare(b.changedAt))
    .map((circulation) => ({
      ref: { kind: circulationCase, id: circulation.id },
      title: circulation.title,
      text: [circulation.wording, circulation.reasons].filter(Boolean).join('\n\n').slice(0, 1500),
      links: [],
    }));
}
