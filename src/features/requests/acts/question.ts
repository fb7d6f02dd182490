import { z } from 'zod';
import { changed, deciding, recorded } from '../../../case/decision.ts';
import { today } from '../../../case/world.ts';
import type { Party } from '../../../core/party.ts';
import { addWorkingDays } from '../../../core/working-days.ts';
import { answerDays, type Going, notified } from '../flow.ts';
import { type Context, FieldValue, type FieldValues, type Request } from '../model.ts';
import { actedBy, actingHere } from '../policy.ts';
import {
  hasVotedAlready,
  nothingAsked,
  notReturned,
  onlyAsker,
  onlyRequester,
  reasonMissing,
} from '../refusals.ts';
import { type Changes, rewritten } from '../rewriting.ts';
import { isSetUp, stepOf } from '../route.ts';
import { guarded, requestAct, text } from './act.ts';

/** Sends the request back to the requester with a question; the step waits for the answer. */
export const ask = requestAct({
  kind: 'ask',
  title: { de: 'Rückfrage stellen', en: 'Ask a question' },
  input: z.object({ ...guarded, note: text }),
  buttons: { 'requests.ask': {} },
  typed: [{ de: 'rückfrage|rueckfrage|frage|fragen', en: 'ask|question', rest: 'note' }],
  asks: true,
  probe: () => ({ note: '…' }),
  wordsOf: ({ note }) => note,
  decide(request, { note }, by, context) {
    if (request.state === 'returned' && request.question?.by === by.id) return undefined;
    const { acting, step, open } = actingHere(request, by, context);
    if (open.votes.some((vote) => vote.by === by.id)) throw hasVotedAlready();
    const words = note.trim();
    if (!words) throw reasonMissing();
    const question = {
      by: by.id,
      byName: by.name,
      text: words,
      at: context.now,
      dueDay: addWorkingDays(today(context), answerDays, context.holidays),
      urged: 0,
    };
    const asked = recorded(changed(deciding(request), { state: 'returned', question }), {
      ...actedBy(by, acting),
      act: 'asked-back',
      note: words,
      facts: { step: step.id, visit: open.visit },
    });
    return notified(asked, [request.requester.id], 'question', { key: open.visit });
  },
});

/**
 * Whoever asked needs no answer any more: the step goes on as it was, with what others have said at it. A no of a body that
 * had to consent is no question.
 */
export const unask = requestAct({
  kind: 'unask',
  title: { de: 'Rückfrage zurücknehmen', en: 'Take the question back' },
  input: z.object(guarded),
  buttons: { 'requests.unask': {} },
  typed: [
    {
      de: '(?:rückfrage |rueckfrage |frage )?(?:zurücknehmen|zuruecknehmen)',
      en: 'take (?:the |my )?question back|take back (?:the |my )?question',
    },
  ],
  probe: () => ({}),
  decide(request, _input, by, context) {
    const { question, open } = request;
    if (request.state !== 'returned' || !question || !open) throw nothingAsked();
    if (question.by !== by.id) throw onlyAsker(question.byName);
    const asked = request.history.findLast(({ act }) => act === 'asked-back' || act === 'consent-refused');
    if (asked?.act !== 'asked-back') throw nothingAsked();
    const event = { ...actedBy(by), act: 'unasked', facts: { step: open.step, visit: open.visit } };
    const back = rewritten(request, {}, event, context, {
      tells: [request.requester.id],
      answers: open.step,
    });
    // Whoever took it back knows that it waits for them.
    const isOwn = (one: (typeof back.happened)[number]) => 'told' in one && one.told.recipient === by.id;
    return { ...back, happened: back.happened.filter((one) => !isOwn(one)) };
  },
});

/** Answers the question in words. */
export const answer = requestAct({
  kind: 'answer',
  title: { de: 'Antworten', en: 'Answer' },
  input: z.object({ ...guarded, note: text }),
  buttons: { 'requests.answer': {} },
  typed: [{ de: 'antworten|antwort', en: 'answer|reply', rest: 'note' }],
  asks: true,
  probe: () => ({ note: '…' }),
  wordsOf: ({ note }) => note,
  decide: (request, { note }, by, context) => answered(request, { note }, by, context),
});

/**
 * Changes the request, as the answer to a question or before the work has begun. Only its form sends this, with values
 * that were checked there.
 */
export const change = requestAct({
  kind: 'change',
  title: { de: 'Antrag ändern', en: 'Change the request' },
  input: z.object({
    ...guarded,
    note: text,
    fields: z.record(z.string(), FieldValue),
    title: z.string(),
  }),
  buttons: {},
  // Its words open the form, see `type.ts`.
  typed: [],
  probe: ({ fields, title }) => ({ note: '…', fields: { ...fields }, title: `${title} …` }),
  wordsOf: ({ note }) => note,
  decide: (request, { note, fields, title }, by, context) =>
    answered(request, { note, fields, title }, by, context),
});

type Answer = {
  readonly note: string;
  readonly fields?: FieldValues;
  readonly title?: string;
};

/**
 * The request comes back to the step that asked. When something decisive has changed, whoever had decided is asked again
 * first; so is a step that belongs to the way only now.
 */
function answered(request: Request, said: Answer, by: Party, world: Context): Going | undefined {
  if (by.id !== request.requester.id) throw onlyRequester(request.requester.name);
  const { question, open } = request;
  const isAsked = request.state === 'returned' && question !== undefined;
  // What has been set up once is what was agreed; of a group every part is asked again, also what is being worked on.
  const isOpenToChange =
    !isSetUp(request) &&
    (request.state === 'in-approval' ||
      request.state === 'approved' ||
      stepOf(request, open?.step)?.group !== undefined);
  if (!open || !(isAsked || (said.fields && isOpenToChange))) throw notReturned();
  const note = said.note.trim();
  const changes = changesOf(request, said);
  const isChanged = Object.keys(changes).length > 0;
  if (!isChanged && !isAsked) return undefined;
  if (!note && !isChanged) throw reasonMissing();
  return rewritten(
    request,
    changes,
    {
      ...actedBy(by),
      act: isAsked ? 'answered' : 'changed',
      ...(note ? { note } : {}),
      facts: { step: open.step, visit: open.visit, changed: isChanged },
    },
    world,
    {
      tells: isChanged && request.colleague ? [request.colleague.id] : [],
      ...(isAsked ? { answers: open.step } : {}),
    },
  );
}

function changesOf(request: Request, { fields, title }: Answer): Changes {
  const differs = fields && JSON.stringify(sorted(fields)) !== JSON.stringify(sorted(request.fields));
  return {
    ...(differs ? { fields: { ...fields } } : {}),
    ...(title && title !== request.title ? { title } : {}),
  };
}

const sorted = (fields: Readonly<Record<string, unknown>>) =>
  Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
