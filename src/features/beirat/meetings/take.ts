import type { BesideRead } from '../../../case/case-type.ts';
import { changed, type Decision, recorded } from '../../../case/decision.ts';
import { type FileNote, filesCollection } from '../../../case/files.ts';
import type { CaseRef } from '../../../core/notice.ts';
import type { AgendaOffer } from '../../../core/ports/agenda.ts';
import type { Turn } from '../../../core/turn.ts';
import type { Agenda } from '../board/context.ts';
import { viewerOf } from '../board/desk.ts';
import { proposalOf, withProposals } from './agenda.ts';
import { type MeetingDesk, ofOffice } from './desk.ts';
import { begin } from './ledger.ts';
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

  /** Makes what lies with a case papers of its item, each once, as long as the agenda is being planned. */
  async adopt(id: string, ref: CaseRef, files: readonly FileNote[], at: string): Promise<void> {
    const meeting = await desk.meetings.collection.get(id);
    const fresh = meeting ? notAdopted(meeting, ref, files) : [];
    if (fresh.length === 0) return;
    const refs = fresh.map((one) => ({ collection: filesCollection, id: one.id }));
    await desk.meetings.change(id, at, (now, _, beside) => adopted(now, ref, fresh, beside), refs);
  },

  /** The meeting whose agenda has it, planned or held; `undefined` when none has, or it was called off. */
  async agendaOf(ref: CaseRef): Promise<string | undefined> {
    const all = await desk.meetings.collection.list();
    return all
      .filter((meeting) => meeting.state !== 'cancelled' && isOn(meeting, ref))
      .toSorted((a, b) => b.plan.day.localeCompare(a.plan.day))[0]?.id;
  },
});

/** What was a paper of the meeting once, and was taken off, does not come back by itself. */
const notAdopted = (meeting: Meeting, ref: CaseRef, files: readonly FileNote[]): readonly FileNote[] =>
  meeting.state === 'planned' && isOn(meeting, ref)
    ? files.filter(({ id }) => !meeting.history.some(({ facts }) => facts?.file === id))
    : [];

function adopted(
  meeting: Meeting,
  ref: CaseRef,
  files: readonly FileNote[],
  beside: BesideRead,
): Decision<Meeting> | undefined {
  const fresh = notAdopted(meeting, ref, files);
  if (fresh.length === 0) return undefined;
  const items = meeting.plan.items.map((item) =>
    item.ref?.kind === ref.kind && item.ref.id === ref.id
      ? { ...item, files: [...(item.files ?? []), ...fresh.map(({ id }) => id)] }
      : item,
  );
  const draft = meeting.draft + 1;
  const next = changed(begin(meeting), {
    files: [...(meeting.files ?? []), ...fresh],
    plan: { ...meeting.plan, items },
    draft,
  });
  const told = fresh.reduce<Decision<Meeting>>(
    (going, { id, name, by, byName }) =>
      recorded(going, { by, byName, act: 'file-added', note: name, facts: { file: id, draft } }),
    next,
  );
  // From now on the content goes with the meeting.
  const moved = fresh.flatMap(({ id }) => {
    const version = beside({ collection: filesCollection, id })?.version;
    return version === undefined
      ? []
      : [{ collection: filesCollection, doc: { id, version, case: meeting.id } }];
  });
  return { ...told, also: [...told.also, ...moved] };
}
