import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import {
  bySystem,
  changed,
  type Decision,
  deciding,
  notified,
  recorded,
  without,
} from '../../../../case/decision.ts';
import { today } from '../../../../case/world.ts';
import { isDay } from '../../../../core/day.ts';
import type { Party } from '../../../../core/party.ts';
import type { Text } from '../../../../core/text.ts';
import type { Context, Proposal, ProposalState } from '../model.ts';
import { keepersIn, requireKeeper, requireOther, requireOwn, requireRunning } from '../policy.ts';
import { dayUnreadable, doesNotFit, notReleased, reasonMissing } from '../refusals.ts';

/* What 10.50 says to a proposal, and that whoever made it takes it back. */

const text = z.string().max(1000).catch('');
const act = actsOf<Proposal, Context>();

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
    const day = from.trim() ? dayIn(from.trim()) : (proposal.from ?? today(context));
    if (!day) throw dayUnreadable();
    const why = proposal.edit && context.fits(proposal.edit, day);
    if (why) throw doesNotFit(why);
    const released = changed(deciding(proposal), { state: 'released', from: day, releasedBy: by.id });
    return told(noted(released, 'released', by, { from: day }), proposal);
  },
});

/** "1.1.2027" or "2027-01-01" */
export function dayIn(typed: string): string | undefined {
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
    requireKeeper(proposal, by.id, context);
    requireRunning(proposal);
    if (proposal.state !== 'released') throw notReleased();
    return told(noted(changed(deciding(proposal), { state: 'entered' }), 'entered', by), proposal);
  },
});

/** It could not be written; whoever has put the reason right lets Lotse try again. */
export const retry = act({
  kind: 'retry',
  title: { de: 'Noch einmal versuchen', en: 'Try again' },
  input: z.object({}),
  buttons: { 'directory.retry-proposal': {} },
  typed: [{ de: 'noch einmal|nochmal|erneut', en: 'try again|retry' }],
  probe: () => ({}),
  decide(proposal, _input, by, context) {
    requireKeeper(proposal, by.id, context);
    requireRunning(proposal);
    if (!proposal.problem) return undefined;
    const why = proposal.edit && context.fits(proposal.edit, proposal.from ?? today(context));
    if (why) throw doesNotFit(why);
    return recorded(without(deciding(proposal), 'problem', 'problemEnglish'), {
      by: by.id,
      byName: by.name,
      act: 'retried',
    });
  },
});

/** Lotse has written it into the file, or it could not, and why. */
export function written(
  proposal: Proposal,
  problem: Text | undefined,
  context: Context,
): Decision<Proposal> | undefined {
  if (proposal.state !== 'released' || proposal.problem) return undefined;
  const decision = deciding(proposal);
  if (problem === undefined)
    return told(recorded(changed(decision, { state: 'entered' }), { ...bySystem, act: 'entered' }), proposal);
  const { de, en } = problem;
  const failed = recorded(changed(decision, { problem: de, problemEnglish: en }), {
    ...bySystem,
    act: 'not-entered',
    note: de,
  });
  return notified(failed, keepersIn(proposal, context), { name: 'proposal' });
}

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
