import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, deciding, notified, recorded } from '../../../../case/decision.ts';
import { daysBefore, isDay } from '../../../../core/day.ts';
import { type Context, today } from '../../board/context.ts';
import { readDayTime } from '../../board/day-time.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { type DatePoll, lastReplyDay, silentIn } from '../model.ts';
import { cannotProlong, pollOver } from '../refusals.ts';

/** Without a day it is half a week more, as far as the first date allows. */
const usual = 3;

/** The office gives the members more time; those who have not answered yet are told, and reminded anew. */
export const extend = actsOf<DatePoll, Context>()({
  kind: 'extend',
  title: { de: 'Antwortfrist verlängern', en: 'Prolong the poll' },
  input: z.object({ until: z.string().max(10).catch('') }),
  typed: [
    {
      de: 'verlängern|verlaengern|frist verlängern',
      en: 'extend|prolong',
      read: (rest) => {
        if (rest === '') return {};
        const found = readDayTime(rest.replace(/^(?:bis|auf|until|to)\s+(?:zum\s+)?/i, ''));
        return found && found.rest === '' ? { until: found.day } : undefined;
      },
    },
  ],
  probe: () => ({ until: '' }),
  decide(poll, { until }, by, context) {
    requireOffice(by, context);
    if (poll.chosen) throw pollOver();
    const last = lastReplyDay(poll);
    const from = poll.replyBy > today(context) ? poll.replyBy : today(context);
    const later = daysBefore(from, -usual);
    const replyBy = until || (later < last ? later : last);
    if (replyBy === poll.replyBy) return undefined;
    if (!isDay(replyBy) || replyBy < today(context) || replyBy <= poll.replyBy || replyBy > last)
      throw cannotProlong(last);
    const prolonged = changed(deciding(poll), {
      state: 'open',
      replyBy,
      reminded: false,
      prolonged: (poll.prolonged ?? 0) + 1,
      prolongedAt: context.now,
    });
    const facts = { from: poll.replyBy, until: replyBy };
    const silent = silentIn(poll, context).map(({ party }) => party);
    return notified(
      recorded(prolonged, { ...actor(by), act: 'poll-prolonged', facts }),
      silent.filter((party) => party !== by.id),
      { name: 'poll-prolonged' },
    );
  },
});
