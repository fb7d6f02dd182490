import type { FilesLink } from '../../case/files-page.ts';
import { caseNotice, entriesTold } from '../../case/notice.ts';
import { daysBefore, momentOf } from '../../core/day.ts';
import type { Addressee, Letter, Notice, NoticeKind } from '../../core/notice.ts';
import type { Links } from '../../core/ports/links.ts';
import { quoted, type Text, wordsIn } from '../../core/text.ts';
import type { Context, Ideas } from './context.ts';
import { sentenceOf, stateWords } from './labels.ts';
import { type Idea, waitsForAgenda } from './model.ts';
import { scoringPath } from './page.ts';
import { isReviewer, maySee } from './policy.ts';
import { isVotingOpen } from './scoring.ts';
import { newsOf } from './views/news.ts';
import { asksToPresent } from './views/parts.ts';

/** What one kind of notice says; `undefined` when the idea has moved on and there is nothing left to say. */
type Wording = (idea: Idea, notice: Notice, to: Addressee, context: Context) => string | undefined;
type Worded = {
  readonly title: Text;
  /** What happened, where a word or two say it; the title if not given. */
  readonly headline?: (idea: Idea, notice: Notice) => Text | undefined;
  readonly says: Wording;
  readonly repeatable: boolean;
  readonly joins?: true;
};

const ifWaiting =
  (text: Text): Wording =>
  (idea, _notice, to) =>
    idea.waitsFor.includes(to.id) ? text[to.language] : undefined;

const wordings: Readonly<Record<string, Worded>> = {
  review: {
    title: { de: 'Eine Idee zu prüfen', en: 'An idea to review' },
    says: (idea, notice, to) => {
      if (!idea.waitsFor.includes(to.id)) return undefined;
      const answer = idea.history[Number(notice.facts?.entry) - 1];
      if (answer?.act !== 'answered') return newIdea[to.language];
      return `${sentenceOf(answer, to.language)} ${quoted(answer.note ?? '', to.language)}`;
    },
    repeatable: true,
  },
  question: {
    title: { de: 'Rückfrage zu Ihrer Idee', en: 'Question about your idea' },
    says: ifWaiting({
      de: 'Zu Ihrer Idee gibt es eine Rückfrage. Sie geht weiter, sobald Sie geantwortet haben.',
      en: 'There is a question about your idea. It goes on as soon as you have answered.',
    }),
    repeatable: true,
  },
  present: {
    title: { de: 'Stellen Sie Ihre Idee selbst vor?', en: 'Will you present your idea?' },
    says: (idea, _notice, to) =>
      idea.state === 'on-agenda' && idea.presents === undefined && idea.submittedBy === to.id
        ? asksToPresent[to.language]
        : undefined,
    repeatable: true,
  },
  score: {
    title: { de: 'Bitte um Bewertung einer Idee', en: 'Please score an idea' },
    says: ifWaiting({
      de: 'Der Digitale Beirat befasst sich mit dieser Idee. Bitte bewerten Sie sie vorher: Nutzen, Aufwand, Machbarkeit, Dringlichkeit.',
      en: 'The Digital Advisory Board will deal with this idea. Please score it before: benefit, effort, feasibility, urgency.',
    }),
    repeatable: true,
  },
  record: {
    title: { de: 'Bewertung des Beirats liegt vor', en: 'The board has scored' },
    says: ifWaiting({
      de: 'Die Bewertung ist abgeschlossen. Bitte halten Sie nach der Sitzung das Ergebnis mit dem Lösungsweg fest.',
      en: 'Scoring is over. Please record the result with the way forward after the meeting.',
    }),
    repeatable: true,
  },
  next: {
    title: { de: 'Wie geht es mit der Idee weiter?', en: 'How does the idea go on?' },
    says: ifWaiting({
      de: 'Diese Idee ist bewertet. Bitte machen Sie einen Antrag daraus, oder schließen Sie sie ab.',
      en: 'This idea has been evaluated. Please make it a request, or close it.',
    }),
    repeatable: true,
  },
  reminder: {
    title: { de: 'Erinnerung an eine Idee', en: 'Reminder of an idea' },
    says: (idea, _notice, to, context) =>
      (waitsForAgenda(idea) ? isReviewer(to.id, context) : idea.waitsFor.includes(to.id))
        ? reminderFor(idea)[to.language]
        : undefined,
    repeatable: false,
  },
  news: {
    title: { de: 'Neues zu einer Idee', en: 'News about an idea' },
    says: (idea, notice, to, context) => newsOf(idea, entriesTold(notice), to, context),
    headline: ({ history }, { facts }) => headlines[history[Number(facts?.entry) - 1]?.act ?? ''],
    repeatable: true,
    joins: true,
  },
};

/** What happened to an idea, in a word or two. */
const headlines: Readonly<Record<string, Text>> = {
  reviewing: { de: 'Idee in Prüfung', en: 'Idea under review' },
  declined: { de: 'Idee nicht weiterverfolgt', en: 'Idea not pursued' },
  merged: { de: 'Idee zusammengeführt', en: 'Idea merged' },
  'took-in': { de: 'Gleiche Idee dazugekommen', en: 'The same idea joined' },
  unmerged: { de: 'Idee wieder getrennt', en: 'Idea separated again' },
  'let-go': { de: 'Idee wieder getrennt', en: 'Idea separated again' },
  offered: { de: 'Idee dem Beirat angeboten', en: 'Idea offered to the board' },
  recalled: { de: 'Idee vom Beirat zurückgeholt', en: 'Idea taken back from the board' },
  'on-agenda': { de: 'Idee im Beirat', en: 'Idea at the board' },
  evaluated: { de: 'Idee bewertet', en: 'Idea evaluated' },
  'handed-over': { de: 'Aus der Idee wird ein Antrag', en: 'Idea became a request' },
  'given-back': { de: 'Antrag zur Idee gescheitert', en: 'Request of the idea failed' },
  done: { de: 'Idee umgesetzt', en: 'Idea has come true' },
  finished: { de: 'Idee abgeschlossen', en: 'Idea completed' },
  withdrawn: { de: 'Idee zurückgezogen', en: 'Idea withdrawn' },
};

const newIdea: Text = {
  de: 'Eine neue Idee ist da. Bitte prüfen Sie sie, oder fragen Sie nach.',
  en: 'There is a new idea. Please review it, or ask a question.',
};

function reminderFor(idea: Idea): Text {
  const { state, revealedAt } = idea;
  if (waitsForAgenda(idea)) return noAgenda;
  if (state === 'needs-info')
    return {
      de: 'Erinnerung: Zu Ihrer Idee fehlt noch die Antwort auf eine Rückfrage.',
      en: 'Reminder: the answer to a question about your idea is still missing.',
    };
  if (revealedAt && state === 'on-agenda')
    return {
      de: 'Erinnerung: Der Beirat hat diese Idee bewertet. Bitte halten Sie das Ergebnis mit dem Lösungsweg fest.',
      en: 'Reminder: the board has scored this idea. Please record the result with the way forward.',
    };
  if (state === 'on-agenda')
    return {
      de: 'Erinnerung: Ihre Bewertung dieser Idee fehlt noch. Bewertet wird bis zum Tag der Sitzung.',
      en: 'Reminder: your score of this idea is still missing. Scoring ends on the day of the meeting.',
    };
  return {
    de: 'Erinnerung: Diese Idee wartet schon länger auf Sie. Wer sie hatte, wartet auch.',
    en: 'Reminder: this idea has been waiting for you for some time. So has whoever had it.',
  };
}

const noAgenda: Text = {
  de: 'Erinnerung: Diese Idee ist dem Beirat angeboten und steht auf keiner Tagesordnung. Bitte nehmen Sie sie auf die nächste, oder holen Sie sie zurück.',
  en: 'Reminder: this idea was offered to the board and is on no agenda. Please put it on the next one, or take it back.',
};

export type NoticePorts = {
  readonly ideas: Ideas;
  readonly links: Links;
  readonly fileLink?: FilesLink | undefined;
};

/** What is said about ideas by way of the outbox. */
export const ideaNotices = ({ ideas, links, fileLink }: NoticePorts): readonly NoticeKind[] =>
  Object.entries(wordings).map(([name, { title, headline, says, repeatable, joins }]) => {
    const remarkOn: Wording = (idea, notice, to, context) =>
      // A letter that asks for a score when the time is over would lead to a closed page.
      asksToScore(name, idea) && !isVotingOpen(idea, context) ? undefined : says(idea, notice, to, context);
    return caseNotice(ideas, {
      kind: `ideas.${name}`,
      title,
      repeatable,
      joins,
      subject: (words, idea, language, notice) =>
        `${headline?.(idea, notice)?.[language] ?? words}: ${idea.id} ${idea.title}`,
      concerns: (idea, to, context, notice) =>
        maySee(idea, to.id, context) && remarkOn(idea, notice, to, context) !== undefined,
      async say(idea, to, context, notice) {
        const remark = remarkOn(idea, notice, to, context) ?? '';
        // What must be done is done on the whole card.
        const as = name === 'news' ? 'brief' : undefined;
        const reply = await ideas.draw(idea, to, context, { as, remark });
        return { reply, letter: await letterOf(idea, remark, to, context, { links, fileLink }) };
      },
    });
  });

const asksToScore = (name: string, { state, revealedAt, place }: Idea): boolean =>
  name === 'score' || (name === 'reminder' && state === 'on-agenda' && place !== undefined && !revealedAt);

async function letterOf(
  idea: Idea,
  remark: string,
  to: Addressee,
  context: Context,
  { links, fileLink }: Pick<NoticePorts, 'links' | 'fileLink'>,
): Promise<Omit<Letter, 'subject'>> {
  const { language } = to;
  const scores = isVotingOpen(idea, context) && idea.waitsFor.includes(to.id);
  const question = idea.question && idea.submittedBy === to.id ? [idea.question.text] : [];
  const how = wordsIn(language)(
    `Zum Antworten schreiben Sie Lotse in Microsoft Teams: ${idea.id}`,
    `To answer, write to Lotse in Microsoft Teams: ${idea.id}`,
  );
  return {
    paragraphs: [
      remark,
      ...question,
      `${idea.id} · ${idea.title}\n${stateWords[idea.state][language]}`,
      idea.problem,
      ...(scores ? [] : [how]),
    ],
    // The page where it is scored has its files as well.
    ...(scores
      ? { links: [await scoringLink(idea, to, links)] }
      : { lateLink: fileLink && (() => fileLink(idea.id, to, context.now)) }),
  };
}

/** The member's own link to the page where the idea is scored, valid until the day of the meeting is over. */
async function scoringLink(idea: Idea, to: Addressee, links: Links) {
  const day = idea.place?.day ?? '';
  const url = await links.make({
    page: scoringPath,
    subject: { member: to.id, idea: idea.id, language: to.language },
    expiresAt: momentOf(daysBefore(day, -1), '00:00'),
  });
  return { title: wordsIn(to.language)('Idee bewerten', 'Score the idea'), url };
}
