import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { enteredNumber } from '../../../../core/entered.ts';
import type { Context } from '../../board/context.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { seatsThere } from '../attendance.ts';
import { begin } from '../ledger.ts';
import type { Meeting } from '../model.ts';
import { noSuchItem, noUrgencyToFind, tooManyVotes, votesMissing } from '../refusals.ts';
import { urgencyToFind, wholeMeeting } from '../urgency.ts';
import { redrafted, requireSession } from './hold.ts';
import { text } from './input.ts';

const act = actsOf<Meeting, Context>();
const votes = z
  .unknown()
  .optional()
  .transform((value) => enteredNumber(value) ?? 0);

/** Records whether the body found that the meeting, or an item that came late, is urgent; once more corrects it. */
export const findUrgency = act({
  kind: 'find-urgency',
  title: { de: 'Dringlichkeit feststellen', en: 'Find the urgency' },
  input: z.object({ subject: text, yes: votes, no: votes, abstain: votes }),
  buttons: {},
  typed: [
    {
      de: 'dringlichkeit',
      en: 'urgency',
      read(rest, { plan }) {
        const shape =
          /^(?:(?:zu |von |of |on )?(?:top|punkt|item)\s*(?<n>\d{1,3})[\s:,–]+)?(?<yes>\d{1,3})\s*[:/-]\s*(?<no>\d{1,3})(?:\s*[:/-]\s*(?<abstain>\d{1,3}))?[.!]*$/i;
        const found = shape.exec(rest.trim())?.groups;
        if (!found) throw votesMissing();
        const { n, ...counts } = found;
        const item = n === undefined ? undefined : plan.items[Number(n) - 1];
        if (n !== undefined && !item) throw noSuchItem(plan.items.length);
        return { subject: item?.id ?? wholeMeeting, ...counts };
      },
    },
  ],
  probe: ({ session }) => ({
    subject: wholeMeeting,
    yes: (session?.findings?.[0]?.yes ?? 0) === 1 ? 2 : 1,
    no: 0,
    abstain: 0,
  }),
  decide(meeting, { subject, yes, no, abstain }, by, context) {
    requireOffice(by, context);
    const session = requireSession(meeting);
    const asked = urgencyToFind(meeting, context);
    if (!asked.includes(subject)) throw noUrgencyToFind();
    if (
      ![yes, no, abstain].every((count) => Number.isInteger(count) && count >= 0) ||
      yes + no + abstain === 0
    )
      throw votesMissing();
    const there = seatsThere(session.attendance);
    if (yes + no + abstain > there) throw tooManyVotes(yes + no + abstain, there);
    const finding = { subject, yes, no, abstain };
    const before = session.findings ?? [];
    const known = before.find((one) => one.subject === subject);
    if (JSON.stringify(known) === JSON.stringify(finding)) return undefined;
    const findings = [...before.filter((one) => one !== known), finding];
    const n = meeting.plan.items.findIndex(({ id }) => id === subject) + 1;
    const facts = { yes, no, abstain, ...(n > 0 ? { item: n } : {}) };
    return redrafted(begin(meeting), { ...session, findings }, { ...actor(by), act: 'urgency-found', facts });
  },
});
