import type { CaseRef } from '../../../core/notice.ts';
import { type Party, partyOf } from '../../../core/party.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import type { FieldValues } from '../model.ts';
import { expiryOf } from './draft.ts';
import { formReply } from './form-view.ts';
import { enteredAll } from './parse.ts';
import { type FormPorts, offeredType } from './ports.ts';

/** A form that another feature opens, with what its case already says. */
export type FromCase = {
  readonly type: string;
  readonly origin: CaseRef;
  readonly fields: FieldValues;
  readonly unit?: string | undefined;
};

/**
 * The form of a request that comes from a case. Where it comes from is kept with the draft and never read from a card.
 * @throws {Refusal} when the type is gone
 */
export async function openFromCase(ports: FormPorts, turn: Turn, from: FromCase): Promise<Reply> {
  const type = offeredType(ports, from.type);
  const party: Party = partyOf(turn.actor, ports.directory);
  const unit = from.unit ?? party.unit ?? '';
  const { origin, fields } = from;
  const id = ports.newId();
  await ports.drafts.add({
    id,
    by: party.id,
    type: type.id,
    fields: { ...fields },
    unit,
    roles: [],
    origin: { ...origin },
    originFields: { ...fields },
    unfilled: true,
    changedAt: turn.at,
    dueAt: expiryOf(turn.at),
  });
  const filling = { type, typed: enteredAll(fields, type), unit, errors: {}, roles: [], draft: id };
  return formReply(filling, ports.directory, turn.language);
}
