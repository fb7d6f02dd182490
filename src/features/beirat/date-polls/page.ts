import type { Cases } from '../../../case/cases.ts';
import { casePage } from '../../../case/page.ts';
import { labelOf } from '../../../core/case-number.ts';
import type { Block, Page, PageRoute } from '../../../core/ports/pages.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { choiceWords, dateLabel } from './labels.ts';
import { choices, type DatePoll, fieldOf, isOpen } from './model.ts';
import { answerState, saidIn } from './views/answer.ts';

/** Where members outside Teams answer a date poll. */
export const pollPath = '/beirat/termin';

export const pollPage = (polls: Cases<DatePoll, Context>): PageRoute =>
  casePage(polls, {
    path: pollPath,
    subject: 'poll',
    draw: ({ doc, party, context, became }, { language }) =>
      pageOf(doc, party, context, language, became === 'done'),
    act: (form) => ({ kind: 'answer', ...form }),
    gone: {
      title: { de: 'Terminumfrage', en: 'Date poll' },
      text: {
        de: 'Diese Terminumfrage richtet sich nicht mehr an Sie. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.',
        en: 'This date poll is no longer for you. The board’s office answers questions.',
      },
    },
  });

function pageOf(poll: DatePoll, party: string, context: Context, language: Language, isDone: boolean): Page {
  const t = wordsIn(language);
  const state = answerState(poll, party, context, language);
  const note: Block = isDone
    ? { kind: 'note', tone: 'done', text: state }
    : { kind: 'note', tone: 'hint', text: state };
  return {
    title: t(
      `Wann können Sie zur nächsten Sitzung? (${labelOf(poll)})`,
      `When can you come to the next meeting? (${labelOf(poll)})`,
    ),
    language,
    body: [
      note,
      ...(isOpen(poll, context)
        ? [formOf(poll, party, context, language)]
        : [{ kind: 'facts' as const, facts: saidIn(poll, party, context, language) }]),
    ],
  };
}

const formOf = (poll: DatePoll, party: string, { holidays }: Context, language: Language): Block => {
  const t = wordsIn(language);
  const answer = poll.answers[party];
  const options = choices.map((value) => ({ value, title: capital(choiceWords[value][language]) }));
  return {
    kind: 'form',
    fields: [
      ...poll.options.map((option) => {
        const value = answer?.choices[option.id];
        return {
          kind: 'choice' as const,
          name: fieldOf(option),
          label: dateLabel(option, language, holidays),
          options,
          ...(value ? { value } : {}),
        };
      }),
      {
        kind: 'text',
        name: 'note',
        label: t('Bemerkung an die Geschäftsführung', 'Remark to the board’s office'),
        lines: 2,
        maxLength: 500,
        ...(answer?.note ? { value: answer.note } : {}),
      },
    ],
    buttons: [{ title: t('Antworten', 'Answer') }],
  };
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
