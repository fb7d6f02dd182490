import { z } from 'zod';
import { actsOf } from '../../../../case/case-type.ts';
import { changed, recorded } from '../../../../case/decision.ts';
import type { Context } from '../../board/context.ts';
import { officeNow } from '../../board/members.ts';
import { textMissing } from '../../board/refusals.ts';
import { actor, requireOffice } from '../../board/rights.ts';
import { begin, outdating, telling } from '../ledger.ts';
import type { Meeting } from '../model.ts';
import { inviteeFor, requireState } from '../policy.ts';
import { alreadyAnswered, questionUnread } from '../refusals.ts';
import { text } from './input.ts';

const act = actsOf<Meeting, Context>();

const Ask = z.object({ question: text });
export type AskInput = z.infer<typeof Ask>;

/** A member asks the office something. */
export const ask = act({
  kind: 'ask',
  title: { de: 'Die Geschäftsführung fragen', en: 'Ask the board’s office' },
  input: Ask,
  buttons: { 'beirat.ask': {} },
  typed: [{ de: 'frage stellen|frage', en: 'question|ask', rest: 'question' }],
  asks: true,
  shows: 'invitation',
  probe: () => ({ question: '?' }),
  decide(meeting, { question: written }, by, context) {
    const one = inviteeFor(meeting, by.id, context);
    requireState(meeting, 'invited', 'postponed', 'held');
    const said = written.trim();
    if (!said) throw textMissing();
    if (meeting.questions.some((known) => known.by === by.id && known.text === said && !known.answer))
      return undefined;
    const n = meeting.questions.length + 1;
    const question = { n, by: by.id, byName: one.name, text: said, at: context.now };
    const facts = { question: n };
    const asked = recorded(changed(begin(meeting), { questions: [...meeting.questions, question] }), {
      by: by.id,
      byName: one.name,
      act: 'asked',
      note: said,
      facts,
    });
    const office = officeNow(context);
    // The office needs no word about its own question.
    const told = office === by.id ? undefined : office;
    return telling(outdating(asked, [by.id]), 'question', [told], { facts });
  },
});

/** The office answers a member's question; the member hears of it. */
export const answer = act({
  kind: 'answer',
  title: { de: 'Frage beantworten', en: 'Answer a question' },
  input: z.object({ question: z.coerce.number().int().catch(0), note: text }),
  buttons: { 'beirat.answer': {} },
  typed: [
    {
      de: 'frage beantworten|antwort auf',
      en: 'answer question|answer(?! of\\b)',
      // "2: Ja, per Telefon"
      read(rest) {
        const [, question, note = ''] =
          /^(?:frage|question)?\s*(\d{1,3})\s*[:,–-]?\s*(.*)$/is.exec(rest) ?? [];
        if (!question) throw questionUnread();
        return { question, note: note.trim() };
      },
    },
  ],
  asks: true,
  probe: ({ questions }) => {
    const open = questions.find((question) => !question.answer);
    return open && { question: open.n, note: '?' };
  },
  wordsOf: ({ note }) => note,
  decide(meeting, { question: n, note: written }, by, context) {
    requireOffice(by, context);
    const question = meeting.questions.find((one) => one.n === n);
    const said = written.trim();
    if (said && question?.answer?.text === said) return undefined;
    if (!question || question.answer) throw alreadyAnswered();
    if (!said) throw textMissing();
    const given = { by: by.id, byName: by.name, text: said, at: context.now };
    const questions = meeting.questions.map((one) => (one.n === n ? { ...one, answer: given } : one));
    const facts = { question: n };
    const answered = recorded(changed(begin(meeting), { questions }), {
      ...actor(by),
      act: 'answered',
      note: said,
      facts: { ...facts, name: question.byName },
    });
    return telling(outdating(answered, [question.by]), 'answer', [question.by], { facts });
  },
});
