import type { Showing } from '../../../../case/case-type.ts';
import { labelOf } from '../../../../core/case-number.ts';
import type { Addressee } from '../../../../core/notice.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { longDay, shortDay } from '../../board/words.ts';
import { choiceMarks, choiceWords, dateLabel } from '../labels.ts';
import { type DatePoll, fieldOf, isOpen, pollAnswerCase, pollAnswerId } from '../model.ts';

/** Card `beirat/poll-answer`: a poll as one member answers it. */
export type PollAnswerView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  readonly isAnswered: boolean;
  readonly isWaiting: boolean;
  readonly isOver: boolean;
  readonly remark?: string | undefined;
  readonly canAnswer: boolean;
  readonly dates: readonly {
    readonly field: string;
    readonly label: string;
    /** What was chosen, to begin with; empty when nothing was. */
    readonly choice: string;
  }[];
  /** What was said, when it is over. */
  readonly said: readonly { readonly title: string; readonly value: string }[];
  readonly note: string;
};

export function pollAnswerReply(
  poll: DatePoll,
  viewer: Addressee,
  context: Context,
  { remark, can }: Showing,
): Reply {
  const { language } = viewer;
  const t = wordsIn(language);
  const open = isOpen(poll, context);
  const answer = poll.answers[viewer.id];
  const view: PollAnswerView = {
    roles: [],
    id: poll.id,
    title: t('Wann können Sie zur nächsten Sitzung?', 'When can you come to the next meeting?'),
    subtitle: `${labelOf(poll)} · ${t('Terminumfrage des Digitalen Beirats', 'Date poll of the Digital Advisory Board')}`,
    state: answerState(poll, viewer.id, context, language),
    isAnswered: open && answer !== undefined,
    isWaiting: open && answer === undefined,
    isOver: !open,
    remark,
    canAnswer: can('answer'),
    dates: open
      ? poll.options.map((option) => ({
          field: fieldOf(option),
          label: dateLabel(option, language, context.holidays),
          choice: answer?.choices[option.id] ?? '',
        }))
      : [],
    said: open ? [] : saidIn(poll, viewer.id, context, language),
    note: answer?.note ?? '',
  };
  return {
    card: 'beirat/poll-answer',
    data: view,
    summary: `${view.title} ${view.state}`,
    language,
    about: { kind: pollAnswerCase, id: pollAnswerId(poll.id, viewer.id) },
  };
}

export function answerState(poll: DatePoll, party: string, context: Context, language: Language): string {
  const t = wordsIn(language);
  const by = shortDay(poll.replyBy, language);
  const chosen = poll.options.find(({ id }) => id === poll.chosen);
  if (chosen)
    return t(
      `Beendet. Vorgesehen ist ${longDay(chosen.day, 'de')}, ${chosen.time} Uhr; die Einladung folgt.`,
      `Ended. Intended is ${longDay(chosen.day, 'en')}, ${chosen.time}; the invitation will follow.`,
    );
  if (!isOpen(poll, context))
    return t('Beendet. Der Termin kommt mit der Einladung.', 'Ended. The date comes with the invitation.');
  if (poll.answers[party])
    return t(
      `Ihre Antwort ist da. Ändern können Sie sie bis ${by}.`,
      `Your answer has arrived. You can change it until ${by}.`,
    );
  return t(`Ihre Antwort wird bis ${by} erbeten.`, `Your answer is asked for by ${by}.`);
}

export const saidIn = (
  { options, answers }: DatePoll,
  party: string,
  { holidays }: Pick<Context, 'holidays'>,
  language: Language,
): readonly { readonly title: string; readonly value: string }[] =>
  options.map((option) => {
    const choice = answers[party]?.choices[option.id];
    const value = choice
      ? `${choiceMarks[choice]} ${choiceWords[choice][language]}`
      : wordsIn(language)('– ohne Antwort', '– no answer');
    return { title: dateLabel(option, language, holidays), value };
  });
