import type { CaseRef } from '../../../core/notice.ts';
import type { AgendaOffer } from '../../../core/ports/agenda.ts';
import type { Turn } from '../../../core/turn.ts';
import type { Agenda } from '../board/context.ts';
import { viewerOf } from '../board/desk.ts';
import { proposalOf, withProposals } from './agenda.ts';
import { type MeetingDesk, ofOffice } from './desk.ts';
import type { Meeting } from './model.ts';

/* What comes onto an agenda from outside of the meetings, and where it is. */

const isOn = ({ plan }: Meeting, { kind, id }: CaseRef): boolean =>
  plan.items.some(({ ref }) => ref?.kind === kind && ref.id === id);

export const forTopics = (desk: MeetingDesk) => ({
  /** Meetings whose agenda is not sent yet, the next one first. */
  async agendas(): Promise<readonly Agenda[]> {
    const all = await desk.meetings.collection.list();
    return all
      .filter(({ state }) => state === 'planned' || state === 'awaiting-approval' || state === 'approved')
      .map(({ id, plan: { day }, state }) => ({ id, day, isOpen: state === 'planned' }))
      .toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
  },

  /** Puts it on the agenda of a meeting that is being planned, once. @throws {Refusal} when that cannot be */
  async take(turn: Turn, id: string, offer: AgendaOffer): Promise<void> {
    const meeting = await ofOffice(desk, turn, id);
    if (isOn(meeting, offer.ref)) return;
    const { draft, plan } = meeting;
    const proposal = proposalOf(offer, offer.rapporteur && desk.directory.person(offer.rapporteur)?.name);
    const items = withProposals(plan.items, [proposal], [proposal.key]);
    const by = { ...viewerOf(turn, desk), via: 'teams' as const };
    await desk.meetings.act(by, id, 'edit', { draft, plan: { ...plan, items } }, turn.at);
  },

  /** The meeting whose agenda has it, planned or held; `undefined` when none has, or it was called off. */
  async agendaOf(ref: CaseRef): Promise<string | undefined> {
    const all = await desk.meetings.collection.list();
    return all
      .filter((meeting) => meeting.state !== 'cancelled' && isOn(meeting, ref))
      .toSorted((a, b) => b.plan.day.localeCompare(a.plan.day))[0]?.id;
  },
});
