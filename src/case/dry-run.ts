import type { Party } from '../core/party.ts';
import { Refusal } from '../core/refusal.ts';
import type { AnyAct, CaseType } from './case-type.ts';
import type { CaseDocument } from './document.ts';
import type { World } from './world.ts';

/** What an act would come to if this party did it now: whether it changes something, or why it is refused. Pure. */
export function dryRun<D extends CaseDocument, C extends World>(
  type: Pick<CaseType<D, C>, 'isClosed'>,
  act: AnyAct<D, C>,
  doc: D,
  by: Party,
  context: C,
): boolean | Refusal {
  if (type.isClosed?.(doc)) return false;
  const probe = act.probe(doc, by, context);
  if (probe === undefined) return false;
  try {
    return act.decide(doc, probe as never, { ...by, via: 'teams' }, context, () => undefined) !== undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
