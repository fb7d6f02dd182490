import type { Showing } from '../../../../case/case-type.ts';
import { labelOf } from '../../../../core/case-number.ts';
import { dayIn, momentIn } from '../../../../core/day.ts';
import type { Addressee } from '../../../../core/notice.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, quoted, shortened, wordsIn } from '../../../../core/text.ts';
import { despiteWords } from '../../board/against.ts';
import { type Context, today } from '../../board/context.ts';
import { shortDay } from '../../board/words.ts';
import { chairLine, choiceMarks, choiceWords, countsOf, dateLabel, prospectOf } from '../labels.ts';
import { askedNow, type Choice, type DatePoll, isOpen, pollCase, silentIn } from '../model.ts';
import { bestOf, type Standing, standingsOf } from '../tally.ts';

/** Card `beirat/poll`: how every date stands, for the office. */
export type PollView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly remark?: string | undefined;
  /** Who began it although something spoke against a date. */
  readonly despite?: string | undefined;
  readonly dates: readonly {
    readonly id: string;
    readonly option: string;
    readonly label: string;
    readonly counts: string;
    readonly chair: string;
    readonly prospect: string;
    readonly tone: 'good' | 'bad' | 'between';
    /** "★ passt am besten", "✓ gewählt". */
    readonly mark?: string | undefined;
    /** Words of the button: each date its own, for those who hear them only. */
    readonly take: string;
    readonly canTake: boolean;
  }[];
  /** Who says what, one a line. */
  readonly people: readonly string[];
  readonly canClose: boolean;
  readonly canExtend: boolean;
  readonly canAnswer: boolean;
};

export function pollReply(
  poll: DatePoll,
  viewer: Addressee,
  context: Context,
  { remark, can }: Showing,
): Reply {
  const { language } = viewer;
  const t = wordsIn(language);
  const standings = standingsOf(poll, context);
  const best = bestOf(standings);
  const asked = askedNow(context);
  const view: PollView = {
    roles: [],
    id: poll.id,
    title: t('Terminumfrage zur nächsten Sitzung', 'Date poll for the next meeting'),
    subtitle: `${labelOf(poll)} · ${t('Digitaler Beirat', 'Digital Advisory Board')}`,
    state: stateLine(poll, context, language),
    isOpen: isOpen(poll, context),
    remark,
    despite: despiteLine(poll, language),
    dates: standings.map((standing) => dateRow(poll, standing, best, context, language)),
    people: asked.map((one) => personLine(poll, one, language)),
    canClose: can('close'),
    canExtend: can('extend'),
    canAnswer: can('answer'),
  };
  return {
    card: 'beirat/poll',
    data: view,
    summary: `${view.title} ${labelOf(poll)}: ${view.state}`,
    language,
    about: { kind: pollCase, id: poll.id },
  };
}

function stateLine(poll: DatePoll, context: Context, language: Language): string {
  const asked = askedNow(context).length;
  const answered = asked - silentIn(poll, context).length;
  const by = shortDay(poll.replyBy, language);
  if (isOpen(poll, context))
    return wordsIn(language)(
      `${answered} von ${asked} haben geantwortet, Antworten bis ${by}`,
      `${answered} of ${asked} have answered, answers until ${by}`,
    );
  return wordsIn(language)(
    `Beendet: ${answered} von ${asked} haben geantwortet`,
    `Ended: ${answered} of ${asked} have answered`,
  );
}

/** That it was begun although something spoke against it: who, when, despite what. */
function despiteLine({ history }: DatePoll, language: Language): string | undefined {
  const begun = history.find(({ act }) => act === 'poll-started');
  const words = despiteWords(begun?.facts)[language];
  return begun && words
    ? `${momentIn(language, begun.at)} · ${begun.byName} ${wordsIn(language)('hat die Umfrage begonnen', 'started the poll')}${words}`
    : undefined;
}

function dateRow(
  poll: DatePoll,
  standing: Standing,
  best: Standing | undefined,
  context: Context,
  language: Language,
): PollView['dates'][number] {
  const { option, prospect } = standing;
  const t = wordsIn(language);
  const isChosen = poll.chosen === option.id;
  const isBest = !poll.chosen && best?.option.id === option.id;
  return {
    id: poll.id,
    option: option.id,
    label: `${option.id}. ${dateLabel(option, language, context.holidays)}`,
    counts: countsOf(standing, language),
    chair: chairLine(standing, language),
    prospect: prospectOf(standing, language),
    tone: prospect === 'certain' ? 'good' : prospect === 'lost' ? 'bad' : 'between',
    mark: isChosen
      ? t('✓ Diesen Termin haben Sie genommen', '✓ You took this date')
      : isBest
        ? t('★ Passt bisher am besten', '★ Suits best so far')
        : undefined,
    take: t(`Sitzung am ${dayIn('de', option.day)} planen`, `Plan the meeting on ${dayIn('en', option.day)}`),
    canTake: option.day > today(context),
  };
}

/** "Vorsitz: 1 ✓ ja · 2 ✕ nein – „Dienstreise“" */
function personLine(
  { options, answers }: DatePoll,
  { party, name }: { readonly party: string; readonly name: string },
  language: Language,
): string {
  const answer = answers[party];
  if (!answer) return `${name}: ${wordsIn(language)('? keine Antwort', '? no answer')}`;
  const said = options.map(({ id }) => {
    const choice: Choice | 'open' = answer.choices[id] ?? 'open';
    return `${id} ${choiceMarks[choice]} ${choiceWords[choice][language]}`;
  });
  const note = answer.note ? ` – ${quoted(shortened(answer.note, 120), language)}` : '';
  return `${name}: ${said.join(' · ')}${note}`;
}
