import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, deciding, notified, recorded, without } from '../../../../case/decision.ts';
import { type Context, today } from '../../board/context.ts';
import { composition, officeNow } from '../../board/members.ts';
import { quorumOf } from '../../board/quorum.ts';
import { nobodyToInvite } from '../../board/refusals.ts';
import { requireChair } from '../../board/rights.ts';
import { type Circulation, lastDayOf } from '../model.ts';
import { recipientsOf, votersNow } from '../voters.ts';
import { drawnFor, isOutdated, requireIn } from './draft.ts';

/** The chair approves: the voting begins at once, every filled voting seat gets its ballot, the quorum is fixed. */
export const approve = actsOf<Circulation, Context>()({
  kind: 'approve',
  title: { de: 'Freigeben, Abstimmung beginnen', en: 'Approve, start the voting' },
  input: z.object({ draft: drawnFor }),
  typed: [{ de: 'freigeben|freigabe', en: 'approve' }],
  probe: () => ({ draft: undefined }),
  decide(circulation, { draft }, by, context) {
    if (isOutdated(circulation, draft)) return undefined;
    const acting = requireChair(by, context);
    if (circulation.state === 'voting') return undefined;
    requireIn(circulation, 'awaiting-approval');
    const seats = composition(context, today(context));
    const ballots = seats.flatMap(({ seat, holder }) =>
      seat.vote === 'voting' && holder
        ? [{ seat: seat.id, party: holder.person.id, name: holder.person.name }]
        : [],
    );
    if (ballots.length === 0) throw nobodyToInvite();
    const until = lastDayOf(circulation, context);
    const voting = changed(without(deciding(circulation), 'wish'), {
      state: 'voting',
      approval: { ...acting, at: context.now },
      until,
      quorum: quorumOf(seats, context.rules, false),
      ballots,
    });
    const facts = { draft: circulation.draft, until, voters: ballots.length };
    const approved = recorded(voting, { ...acting, act: 'approved', facts });
    const parties = votersNow(voting.doc, context).flatMap(recipientsOf);
    const asked = notified(approved, parties, { name: 'circulation-vote', key: 1 });
    const office = [officeNow(context), circulation.createdBy].filter((party) => party !== acting.by);
    return notified(asked, office, { name: 'circulation-approved', key: 1, urgency: 'news' });
  },
});
