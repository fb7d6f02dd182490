import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, type Decision, recorded } from '../../../../case/decision.ts';
import type { Party } from '../../../../core/party.ts';
import { despite } from '../../board/against.ts';
import type { Context } from '../../board/context.ts';
import { isOffice, officeNow } from '../../board/members.ts';
import { textMissing } from '../../board/refusals.ts';
import { requireChair } from '../../board/rights.ts';
import { changesSinceApproval } from '../approval.ts';
import { begin, telling } from '../ledger.ts';
import type { Meeting } from '../model.ts';
import { isLate, requireState, submissionOf } from '../policy.ts';
import { changeUnseen, ownChange, ownDraft } from '../refusals.ts';
import { allSeen, asDraft, heededPlan, requirePossibleDay } from './draft.ts';
import { codes, stamp, text } from './input.ts';

const act = actsOf<Meeting, Context>();

/** The chair approves; the office is told at once. @throws {Refusal} also for whoever submitted the draft: four eyes */
export const approve = act({
  kind: 'approve',
  title: { de: 'Freigeben', en: 'Approve' },
  input: z.object({ draft: stamp, seen: codes }),
  buttons: { 'beirat.approve': {} },
  typed: [{ de: 'freigeben|freigabe', en: 'approve' }],
  probe: (meeting, _by, context) => ({ draft: undefined, seen: allSeen(meeting, context) }),
  decide(meeting, { draft, seen }, by, context) {
    if (isLate(meeting, { draft })) return undefined;
    const acting = requireChair(by, context);
    // The approval stays with the meeting: pressed again later it has happened already.
    if (meeting.approval) return undefined;
    requireState(meeting, 'awaiting-approval');
    requirePossibleDay(meeting.plan.day, context);
    if (submissionOf(meeting)?.by === by.id) throw ownDraft();
    const against = heededPlan(meeting, seen, by, context);
    const approved = changed(begin(meeting), {
      state: 'approved',
      approval: { ...acting, at: context.now },
    });
    const entry = { ...acting, act: 'approved', facts: { draft: meeting.draft, ...despite(against) } };
    return tellingOffice(recorded(approved, entry), 'approved', by, context);
  },
});

/**
 * The chair confirms what was changed after the invitation; members have heard of it already. Nobody confirms their own
 * change, and typed words do not count: they have not seen what changed.
 */
export const confirmChange = act({
  kind: 'confirm-change',
  title: { de: 'Änderung bestätigen', en: 'Confirm the change' },
  input: z.object({ issue: stamp }),
  buttons: { 'beirat.confirm-change': {} },
  typed: [{ de: 'änderung bestätigen|aenderung bestaetigen', en: 'confirm(?: the)? change' }],
  probe: ({ issue }) => ({ issue }),
  decide(meeting, { issue }, by, context) {
    if (isLate(meeting, { issue })) return undefined;
    const acting = requireChair(by, context);
    requireState(meeting, 'invited');
    const since = changesSinceApproval(meeting);
    if (since.length === 0) return undefined;
    if (since.some((one) => one.by === by.id)) throw ownChange();
    if (issue === undefined) throw changeUnseen();
    const confirmed = changed(begin(meeting), { approval: { ...acting, at: context.now } });
    return recorded(confirmed, { ...acting, act: 'confirmed', facts: { issue } });
  },
});

/** The chair asks for a change: back to the office, with the words. */
export const wish = act({
  kind: 'wish',
  title: { de: 'Um eine Änderung bitten', en: 'Ask for a change' },
  input: z.object({ draft: stamp, note: text }),
  buttons: { 'beirat.wish': {} },
  typed: [{ de: 'änderung|aenderung', en: 'change request|request change', rest: 'note' }],
  asks: true,
  probe: () => ({ draft: undefined, note: '?' }),
  wordsOf: ({ note }) => note,
  decide(meeting, { draft, note: written }, by, context) {
    if (isLate(meeting, { draft })) return undefined;
    const acting = requireChair(by, context);
    requireState(meeting, 'awaiting-approval', 'approved');
    const note = written.trim();
    if (!note) throw textMissing();
    const back = changed(asDraft(meeting), {
      draft: meeting.draft + 1,
      wish: { by: by.id, byName: by.name, text: note, at: context.now },
    });
    return tellingOffice(recorded(back, { ...acting, act: 'wished', note }), 'wish', by, context);
  },
});

/** Tells whoever is at the office now, planned the meeting or submitted it. */
function tellingOffice(
  decision: Decision<Meeting>,
  name: 'approved' | 'wish',
  by: Party,
  context: Context,
): Decision<Meeting> {
  const { doc } = decision;
  const keepers = [doc.createdBy, submissionOf(doc)?.by].filter(
    (party) => party !== undefined && isOffice(party, context),
  );
  return telling(
    decision,
    name,
    [officeNow(context), ...keepers].filter((party) => party !== by.id),
  );
}
