import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, recorded } from '../../../../case/decision.ts';
import { answersAs, bodyOf } from '../../board/answering.ts';
import type { Context } from '../../board/context.ts';
import { chairNow, officeNow } from '../../board/members.ts';
import { actor } from '../../board/rights.ts';
import { begin, telling } from '../ledger.ts';
import type { Meeting, Resolution } from '../model.ts';
import { recommendedTo } from '../policy.ts';
import { isWaiting } from '../recommendations.ts';
import { answerUnread, noRecommendation, recommendationAnswered, rejectionReason } from '../refusals.ts';
import { text } from './input.ts';
import { numberOf } from './resolve.ts';

const act = actsOf<Meeting, Context>();

/**
 * The body that a resolution is addressed to says what it makes of it. Whoever answered may correct it; the history keeps
 * both. Those who recommended it are told.
 */
export const answerRecommendation = act({
  kind: 'answer-recommendation',
  title: { de: 'Auf eine Empfehlung antworten', en: 'Answer a recommendation' },
  input: z.object({
    number: text,
    taken: z.enum(['yes', 'no']).optional().catch(undefined),
    note: text,
  }),
  buttons: {},
  typed: [
    { de: 'aufgegriffen', en: 'taken up', ofPart: true, read: reading('yes') },
    { de: 'abgelehnt', en: 'rejected', ofPart: true, read: reading('no') },
  ],
  reasons: true,
  probe: (meeting, by, context) => {
    const open = recommendedTo(meeting, by.id, context).find(isWaiting);
    return open && { number: open.number, taken: 'yes' as const, note: '' };
  },
  decide(meeting, { number, taken, note }, by, context) {
    const one = recommendedTo(meeting, by.id, context).find((other) => other.number === number);
    const body = bodyOf(one?.addressee?.id, context.rules);
    const capacity = body && answersAs(by.id, body, context);
    if (!one || !capacity) throw noRecommendation(number);
    if (!taken) throw answerUnread();
    const said = note.trim();
    const isTakenUp = taken === 'yes';
    const { answer: before } = one;
    if (before && before.isTakenUp === isTakenUp && (before.text ?? '') === said) return undefined;
    if (before && before.by !== by.id) throw recommendationAnswered(number, before.byName);
    if (!isTakenUp && !said) throw rejectionReason();
    const words = said ? { text: said } : {};
    const answer = { isTakenUp, ...words, ...actor(by), ...capacity, at: context.now };
    const resolutions = meeting.resolutions.map(
      (other): Resolution => (other.number === number ? { ...other, answer } : other),
    );
    const answered = recorded(changed(begin(meeting), { resolutions }), {
      ...actor(by),
      ...capacity,
      act: isTakenUp ? 'recommendation-taken-up' : 'recommendation-rejected',
      ...(said ? { note: said } : {}),
      facts: { number },
    });
    const board = [officeNow(context), chairNow(context)?.person.id].filter((id) => id !== by.id);
    return telling(answered, 'recommendation-answered', board, { facts: { number } });
  },
});

function reading(taken: 'yes' | 'no') {
  // "abgelehnt, weil die Mittel fehlen": what follows is the reason.
  return (rest: string, meeting: Meeting, _context: Context, part: string) => ({
    number: numberOf(meeting, part),
    taken,
    note: rest.replace(/^(?:weil|because)[\s:,]+/i, ''),
  });
}
