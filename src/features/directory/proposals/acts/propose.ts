import { type Decision, deciding, notified, recorded } from '../../../../case/decision.ts';
import type { Party } from '../../../../core/party.ts';
import { subjectsOf } from '../../changes/edit.ts';
import { type Context, longestRight, type Proposal } from '../model.ts';
import { keepersIn } from '../policy.ts';
import { rightMissing } from '../refusals.ts';

/** What somebody says is not right: checked values. */
export type Saying = Pick<Proposal, 'about' | 'title' | 'stands' | 'right' | 'edit' | 'from'> & {
  /** Why, where that is asked. */
  readonly reason?: string | undefined;
};

/** A new proposal; everybody of 10.50 who can release it is told. @throws {Refusal} without what would be right */
export function proposed(id: string, saying: Saying, by: Party, context: Context): Decision<Proposal> {
  const right = saying.right.trim().slice(0, longestRight);
  if (!right) throw rightMissing();
  const { edit, from, reason, ...said } = saying;
  const proposal: Proposal = {
    id,
    version: 0,
    ...said,
    right,
    ...(edit ? { edit } : {}),
    subjects: [...new Set([`seat ${saying.about}`, ...(edit ? subjectsOf(edit) : [])])],
    ...(from ? { from } : {}),
    state: 'open',
    proposedBy: by.id,
    proposer: { id: by.id, name: by.name, ...(by.unit ? { unit: by.unit } : {}) },
    history: [],
    createdAt: context.now,
    changedAt: context.now,
  };
  const entry = { by: by.id, byName: by.name, act: 'proposed', ...(reason ? { note: reason } : {}) };
  const begun = recorded(deciding(proposal), entry);
  const others = keepersIn(proposal, context).filter((keeper) => keeper !== by.id);
  return notified(begun, others, { name: 'proposal', key: 1 });
}
