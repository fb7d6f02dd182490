import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, type Decision, deciding, notified, recorded } from '../../../../case/decision.ts';
import { today, type World } from '../../../../case/world.ts';
import { isDay } from '../../../../core/day.ts';
import type { Party } from '../../../../core/party.ts';
import type { Proposal, ProposalState } from '../model.ts';
import { isKeeper, requireOther, requireOwn, requireRunning } from '../policy.ts';
import { dayUnreadable, notReleased, onlyKeepers, reasonMissing } from '../refusals.ts';

/* What 10.50 says to a proposal, and that whoever made it takes it back. */

const text = z.string().max(1000).catch('');
const act = actsOf<Proposal, World>();

export const release = act({
  kind: 'release',
  title: { de: 'Freigeben', en: 'Release' },
  input: z.object({ from: text }),
  buttons: { 'directory.release-proposal': {} },
  typed: [{ de: 'freigeben ab|freigeben', en: 'release from|release', rest: 'from' }],
  probe: () => ({ from: '' }),
  fieldsOf: ({ from }) => ({ from }),
  decide(proposal, { from }, by, context) {
    requireOther(proposal, by, context);
    requireRunning(proposal);
    if (proposal.state !== 'open') return undefined;
    const day = from.trim() ? dayIn(from.trim()) : today(context);
    if (!day) throw dayUnreadable();
    const released = changed(deciding(proposal), { state: 'released', from: day, releasedBy: by.id });
    return told(noted(released, 'released', by, { from: day }), proposal);
  },
});

/** "1.1.2027" or "2027-01-01" */
function dayIn(typed: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed) ?? [];
  const written = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
  return isDay(written) ? written : undefined;
}

export const reject = act({
  kind: 'reject',
  title: { de: 'Ablehnen', en: 'Reject' },
  input: z.object({ note: text }),
  buttons: { 'directory.reject-proposal': {} },
  typed: [{ de: 'ablehnen', en: 'reject', rest: 'note' }],
  reasons: true,
  probe: () => ({ note: '…' }),
  wordsOf: ({ note }) => note,
  decide(proposal, { note }, by, context) {
    requireOther(proposal, by, context);
    requireRunning(proposal);
    if (!note.trim()) throw reasonMissing();
    return told(
      noted(changed(deciding(proposal), { state: 'rejected' }), 'rejected', by, {}, note),
      proposal,
    );
  },
});

/** The file says it now: 10.50 has entered what was released. */
export const enter = act({
  kind: 'enter',
  title: { de: 'Ist eingetragen', en: 'Is entered' },
  input: z.object({}),
  buttons: { 'directory.enter-proposal': {} },
  typed: [{ de: 'eingetragen|ist eingetragen', en: 'entered|is entered' }],
  probe: () => ({}),
  decide(proposal, _input, by, context) {
    if (!isKeeper(by.id, context)) throw onlyKeepers();
    requireRunning(proposal);
    if (proposal.state !== 'released') throw notReleased();
    return told(noted(changed(deciding(proposal), { state: 'entered' }), 'entered', by), proposal);
  },
});

export const withdraw = act({
  kind: 'withdraw',
  title: { de: 'Zurückziehen', en: 'Withdraw' },
  input: z.object({}),
  buttons: { 'directory.withdraw-proposal': {} },
  typed: [{ de: 'zurückziehen|zurueckziehen', en: 'withdraw' }],
  probe: () => ({}),
  decide(proposal, _input, by) {
    requireOwn(proposal, by);
    requireRunning(proposal);
    return noted(changed(deciding(proposal), { state: 'withdrawn' }), 'withdrawn', by);
  },
});

function noted(
  decision: Decision<Proposal>,
  happened: ProposalState,
  by: Party,
  facts: Readonly<Record<string, string>> = {},
  note = '',
): Decision<Proposal> {
  const said = note.trim();
  const entry = { by: by.id, byName: by.name, act: happened, facts, ...(said ? { note: said } : {}) };
  return recorded(decision, entry);
}

/** Whoever proposed it hears what became of it. */
const told = (decision: Decision<Proposal>, { proposedBy }: Proposal): Decision<Proposal> =>
  notified(decision, [proposedBy], { name: 'proposal-news', urgency: 'news' });
