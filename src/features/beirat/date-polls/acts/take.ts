import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, deciding, recorded } from '../../../../case/decision.ts';
import type { Reply } from '../../../../core/reply.ts';
import type { Turn } from '../../../../core/turn.ts';
import { type Context, today } from '../../board/context.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import type { DatePoll } from '../model.ts';
import { datePassed, noSuchDate } from '../refusals.ts';

/** The form of a meeting, begun with a day and a time. */
export type PlanMeeting = (
  turn: Turn,
  start: { readonly day: string; readonly time: string },
) => Promise<Reply>;

/** The office takes a date: the poll ends, and the meeting is planned on it. */
export const take = (planMeeting: PlanMeeting) =>
  actsOf<DatePoll, Context>()({
    kind: 'take',
    title: { de: 'Termin nehmen', en: 'Take a date' },
    input: z.object({ option: z.string().max(4).catch('') }),
    typed: [
      {
        de: 'nehmen|termin nehmen',
        en: 'take',
        read: (rest) => (/^\d+[\s.!?]*$/.test(rest) ? { option: rest.replace(/\D/g, '') } : undefined),
      },
    ],
    probe: (poll, _by, context) => {
      const possible = poll.options.find(({ id, day }) => id !== poll.chosen && day > today(context));
      return possible && { option: possible.id };
    },
    decide(poll, { option }, by, context) {
      requireOffice(by, context);
      const wanted = poll.options.find(({ id }) => id === option);
      if (!wanted) throw noSuchDate(poll.options.length);
      if (wanted.day <= today(context)) throw datePassed();
      if (poll.chosen === option) return undefined;
      const facts = { day: wanted.day, time: wanted.time };
      const taken = changed(deciding(poll), { chosen: option, state: 'ended' });
      return recorded(taken, { ...actor(by), act: 'poll-taken', facts });
    },
    leadsTo: ({ options, chosen }, turn) => {
      const { day = '', time = '' } = options.find(({ id }) => id === chosen) ?? {};
      return planMeeting(turn, { day, time });
    },
  });
