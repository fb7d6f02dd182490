import { daysBefore } from '../../../core/day.ts';
import { type Context, today } from '../board/context.ts';
import { composition, officeNow } from '../board/members.ts';
import { quorumOf } from '../board/quorum.ts';
import { nobodyToInvite } from '../board/refusals.ts';
import type { Circulation } from './circulation.ts';
import { begun, noted, type Steps, set, told } from './steps.ts';
import { recipientsOf, votersNow } from './voters.ts';

type Acting = { readonly by: string; readonly byName: string; readonly onBehalfOf?: string | undefined };

/** The voting begins: every filled voting seat gets its ballot, the quorum is fixed. */
export function begin(circulation: Circulation, acting: Acting, context: Context): Steps<Circulation> {
  const seats = composition(context, today(context));
  const ballots = seats.flatMap(({ seat, holder }) =>
    seat.vote === 'voting' && holder
      ? [{ seat: seat.id, party: holder.person.id, name: holder.person.name }]
      : [],
  );
  if (ballots.length === 0) throw nobodyToInvite();
  const until = daysBefore(today(context), -circulation.days);
  const { wish: _, ...rest } = circulation;
  const voting = set(begun<Circulation>(rest), {
    state: 'voting',
    approval: { ...acting, at: context.now },
    until,
    quorum: quorumOf(seats, context.rules, false),
    ballots,
  });
  const facts = { draft: circulation.draft, until, voters: ballots.length };
  const approved = noted(voting, { ...acting, act: 'approved', facts }, context);
  const office = [officeNow(context), circulation.createdBy].filter((party) => party !== acting.by);
  const parties = votersNow(voting.doc, context).flatMap(recipientsOf);
  const asked = told(approved, parties, { name: 'circulation-vote', key: 1 }, context);
  const news = { name: 'circulation-approved', key: 1, urgency: 'news' } as const;
  return told(asked, office, news, context);
}
