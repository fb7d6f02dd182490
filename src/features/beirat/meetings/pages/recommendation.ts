import { z } from 'zod';
import { dayIn } from '../../../../core/day.ts';
import type { Block, Form, Page, PageRoute, Visit } from '../../../../core/ports/pages.ts';
import { Refusal } from '../../../../core/refusal.ts';
import { quoted, wordsIn } from '../../../../core/text.ts';
import { today } from '../../board/context.ts';
import { contextAt } from '../../board/desk.ts';
import type { MeetingDesk } from '../desk.ts';
import { recommendationPath } from '../links.ts';
import { answerState, type Recommendation, recommendationsIn } from '../recommendations.ts';
import { isTheirs } from '../views/recommendations.ts';

type Drawn = {
  readonly note?: Block;
  readonly taken?: string | undefined;
  readonly text?: string | undefined;
  readonly problem?: string | undefined;
};

const Entered = z.object({
  taken: z.enum(['yes', 'no']).optional().catch(undefined),
  text: z.string().max(4000).trim().catch(''),
});

/** What is wrong with an answer: said at its field. */
const atField: readonly string[] = ['answer-unread', 'rejection-reason'];

/**
 * One recommendation, for one person who answers for the body that it is addressed to: what it says, and the answer. Nothing
 * else of the meeting is on this page, and the right is looked up at every look. Only sending the form answers.
 */
export const recommendationPage = (desk: MeetingDesk): PageRoute => ({
  path: recommendationPath,
  async get(visit) {
    const one = await theirs(desk, visit);
    return one ? pageOf(desk, one, visit) : nothing(visit);
  },
  async post(visit, form: Form) {
    const one = await theirs(desk, visit);
    if (!one) return nothing(visit);
    const party = visit.subject.party ?? '';
    const by = { id: party, name: desk.directory.person(party)?.name ?? party, via: 'mail' as const };
    const { taken, text } = Entered.parse(form);
    const t = wordsIn(visit.language);
    try {
      const data = { number: one.number, taken, note: text };
      await desk.meetings.act(by, one.meeting.id, 'answer-recommendation', data, visit.now.toISOString());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problem = error.text[visit.language];
      return atField.includes(error.code)
        ? { ...pageOf(desk, one, visit, { taken, text, problem }), status: 422 }
        : pageOf(desk, one, visit, { note: { kind: 'note', tone: 'wrong', text: problem } });
    }
    const now = await theirs(desk, visit);
    const done = t(
      'Ihre Antwort ist gespeichert. Geschäftsführung und Vorsitz wissen davon; der Beirat hört sie in der nächsten Sitzung.',
      'Your answer is saved. The board’s office and the chair know of it; the board hears it at its next meeting.',
    );
    return now
      ? pageOf(desk, now, visit, { note: { kind: 'note', tone: 'done', text: done } })
      : nothing(visit);
  },
});

/** The recommendation of the link, as long as whoever opened it answers for that body. */
async function theirs(desk: MeetingDesk, { subject, now }: Visit): Promise<Recommendation | undefined> {
  const meeting = await desk.meetings.collection.get(subject.meeting ?? '');
  const one = recommendationsIn(meeting ? [meeting] : []).find(({ number }) => number === subject.number);
  return one && isTheirs(one, subject.party ?? '', contextAt(desk, now.toISOString())) ? one : undefined;
}

function pageOf(
  desk: MeetingDesk,
  one: Recommendation,
  { subject, now, language }: Visit,
  { note, taken, text, problem }: Drawn = {},
): Page {
  const t = wordsIn(language);
  const day = today(contextAt(desk, now.toISOString()));
  const { answer, number, addressee, meeting, dueDay } = one;
  const mayAnswer = !one.done && (!answer || answer.by === subject.party);
  return {
    title: t(
      `Empfehlung ${number} des Digitalen Beirats`,
      `Recommendation ${number} of the Digital Advisory Board`,
    ),
    language,
    body: [
      ...(note ? [note] : []),
      { kind: 'text', text: quoted(one.wording, 'de') },
      {
        kind: 'facts',
        facts: [
          { title: t('An', 'To'), value: addressee.name[language] },
          { title: t('Beschlossen am', 'Resolved on'), value: dayIn(language, meeting.plan.day) },
          ...(dueDay
            ? [{ title: t('Antwort erbeten bis', 'Answer asked for by'), value: dayIn(language, dueDay) }]
            : []),
          { title: t('Stand', 'State'), value: answerState(one, day, language) },
        ],
      },
      ...(mayAnswer
        ? [
            {
              kind: 'form' as const,
              fields: [
                {
                  kind: 'choice' as const,
                  name: 'taken',
                  label: t('Ihre Antwort', 'Your answer'),
                  options: [
                    { value: 'yes', title: t('Aufgegriffen', 'Taken up') },
                    { value: 'no', title: t('Abgelehnt, mit Grund', 'Rejected, with the reason') },
                  ],
                  value: taken ?? (answer ? (answer.isTakenUp ? 'yes' : 'no') : undefined),
                },
                {
                  kind: 'text' as const,
                  name: 'text',
                  label: t('Was geschieht jetzt, oder warum nicht?', 'What happens now, or why not?'),
                  lines: 5,
                  maxLength: 1000,
                  value: text ?? answer?.text,
                  error: problem,
                },
              ],
              buttons: [
                { title: answer ? t('Antwort berichtigen', 'Correct the answer') : t('Antworten', 'Answer') },
              ],
            },
          ]
        : []),
    ],
  };
}

const nothing = ({ language }: Visit): Page => ({
  status: 404,
  title: wordsIn(language)('Keine Empfehlung', 'No recommendation'),
  language,
  body: [
    {
      kind: 'text',
      text: wordsIn(language)(
        'Zu diesem Link gibt es für Sie nichts zu beantworten: Die Empfehlung gilt nicht mehr, oder jemand anderes antwortet für die Stelle. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.',
        'There is nothing for you to answer at this link: the recommendation no longer holds, or somebody else answers for the body. The board’s office answers questions.',
      ),
    },
  ],
});
