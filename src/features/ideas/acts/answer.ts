import { deciding, notified, recorded } from '../../../case/decision.ts';
import { type Idea, revisionOf } from '../model.ts';
import { askedOf, requireInReview, requireOne, reviewersOf } from '../policy.ts';
import { noQuestion, onAgendaAlready, onlySubmitter, reasonMissing, tooLate } from '../refusals.ts';
import { actedBy, ideaAct, moved, Noted, news, reported } from './steps.ts';

/** A question to who submitted it, and the answer. */

export const ask = ideaAct({
  kind: 'ask',
  title: { de: 'Rückfrage stellen', en: 'Ask a question' },
  input: Noted,
  buttons: { 'ideas.ask': {} },
  typed: [{ de: 'rückfrage|rueckfrage|frage|fragen', en: 'ask|question', rest: 'note' }],
  asks: true,
  fieldsOf: ({ note }) => ({ note }),
  probe: () => ({ note: '?' }),
  decide(idea, { note }, by, context) {
    const as = requireOne(idea, by, reviewersOf, context);
    if (idea.state === 'needs-info' && idea.question?.text === note) return undefined;
    requireInReview(idea);
    if (!note) throw reasonMissing();
    const question = { by: by.id, byName: by.name, text: note, at: context.now, from: idea.state };
    const asked = recorded(moved(deciding(idea), 'needs-info', context, { question }), {
      ...actedBy(by, as),
      act: 'asked-back',
      note,
      facts: { visit: revisionOf(idea) },
    });
    return notified(asked, [idea.submittedBy], { name: 'question' });
  },
});

/** The idea comes back to where it was asked. */
export const answer = ideaAct({
  kind: 'answer',
  title: { de: 'Antworten', en: 'Answer' },
  input: Noted,
  buttons: { 'ideas.answer': {} },
  typed: [{ de: 'antworten|antwort', en: 'answer|reply', rest: 'note' }],
  asks: true,
  fieldsOf: ({ note }) => ({ note }),
  probe: () => ({ note: '!' }),
  decide(idea, { note }, by, context) {
    requireSubmitter(idea, by.id);
    const { question } = idea;
    if (idea.state !== 'needs-info' || !question) throw noQuestion();
    if (!note) throw reasonMissing();
    const answered = recorded(moved(deciding(idea), question.from, context), {
      ...actedBy(by),
      act: 'answered',
      note,
      facts: { visit: revisionOf(idea) },
    });
    const reviewers = reviewersOf(idea, context);
    const isThere = reviewers.some(({ person, isAbsent }) => person.id === question.by && !isAbsent);
    return notified(answered, isThere ? [question.by] : askedOf(reviewers), { name: 'review' });
  },
});

/** Takes the idea back, as long as the Beirat was not invited to deal with it. */
export const withdraw = ideaAct({
  kind: 'withdraw',
  title: { de: 'Idee zurückziehen', en: 'Withdraw the idea' },
  input: Noted,
  buttons: { 'ideas.withdraw': {} },
  typed: [{ de: 'zurückziehen|zurueckziehen', en: 'withdraw', rest: 'note' }],
  reasons: true,
  fieldsOf: ({ note }) => ({ note }),
  probe: () => ({ note: '' }),
  decide(idea, { note }, by, context) {
    requireSubmitter(idea, by.id);
    if (idea.state === 'on-agenda' && idea.place) throw onAgendaAlready();
    if (idea.state === 'evaluated' || idea.state === 'handed-over') throw tooLate();
    const back = recorded(moved(deciding(idea), 'withdrawn', context), {
      ...actedBy(by),
      act: 'withdrawn',
      ...(note ? { note } : {}),
      facts: { visit: revisionOf(idea) },
    });
    return notified(reported(back, by.id), askedOf(reviewersOf(idea, context)), news);
  },
});

/** @throws {Refusal} unless the idea is theirs */
function requireSubmitter({ submittedBy, submitter }: Idea, party: string): void {
  if (party !== submittedBy) throw onlySubmitter(submitter.name);
}
