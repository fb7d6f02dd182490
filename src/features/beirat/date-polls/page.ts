import { labelOf } from '../../../core/case-number.ts';
import type { Block, Page, PageRoute, Visit } from '../../../core/ports/pages.ts';
import type { Language } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { contextAt } from '../meetings/desk.ts';
import { answerState, fieldOf, saidIn } from './answer-view.ts';
import { answerIn } from './chat.ts';
import { actOnPoll, type PollDesk, pollSeeing } from './desk.ts';
import { choices, type DatePoll, isOpen } from './poll.ts';
import { choiceWords, dateLabel } from './words.ts';

/** Where members outside Teams answer a date poll. */
export const pollPath = '/beirat/termin';

export const pollPages = (desk: PollDesk): readonly PageRoute[] => [
  {
    path: pollPath,
    async get(visit) {
      const found = await theirs(desk, visit);
      return found ? pageOf(found.poll, found.party, found.context, visit.language) : nothing(visit.language);
    },
    async post(visit, form) {
      const found = await theirs(desk, visit);
      if (!found) return nothing(visit.language);
      const { party, context } = found;
      const by = { id: party, name: desk.directory.person(party)?.name ?? party };
      const act = answerIn(found.poll, form, 'mail');
      const poll = await actOnPoll(desk, by, found.poll.id, act, context.now);
      return pageOf(poll, party, context, visit.language, true);
    },
  },
];

/** The poll and the person of a link, while the person is asked. */
async function theirs(desk: PollDesk, { subject, now }: Visit) {
  const { poll: id = '', party = '' } = subject;
  const context = contextAt(desk, now.toISOString());
  const poll = await desk.polls.get(id);
  return poll && pollSeeing(party, context) ? { poll, party, context } : undefined;
}

function pageOf(poll: DatePoll, party: string, context: Context, language: Language, isDone = false): Page {
  const isGerman = language === 'de';
  const state = answerState(poll, party, context, language);
  const note: Block = isDone
    ? { kind: 'note', tone: 'done', text: state }
    : { kind: 'note', tone: 'hint', text: state };
  return {
    title: isGerman
      ? `Wann können Sie zur nächsten Sitzung? (${labelOf(poll)})`
      : `When can you come to the next meeting? (${labelOf(poll)})`,
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
  const isGerman = language === 'de';
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
        label: isGerman ? 'Bemerkung an die Geschäftsführung' : 'Remark to the management',
        lines: 2,
        maxLength: 500,
        ...(answer?.note ? { value: answer.note } : {}),
      },
    ],
    buttons: [{ title: isGerman ? 'Antworten' : 'Answer' }],
  };
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const nothing = (language: Language): Page => ({
  status: 404,
  title: language === 'de' ? 'Terminumfrage' : 'Date poll',
  language,
  body: [
    {
      kind: 'text',
      text:
        language === 'de'
          ? 'Diese Terminumfrage richtet sich nicht mehr an Sie. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.'
          : 'This date poll is no longer for you. The management of the Digital Advisory Board answers questions.',
    },
  ],
});
