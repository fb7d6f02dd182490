import type { Cases } from '../../../case/cases.ts';
import { caseNotice } from '../../../case/notice.ts';
import { labelOf } from '../../../core/case-number.ts';
import { daysBefore, momentOf } from '../../../core/day.ts';
import type { Addressee, Letter, NoticeKind } from '../../../core/notice.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import type { BoardDesk } from '../board/desk.ts';
import { isOffice } from '../board/members.ts';
import { shortDay } from '../board/words.ts';
import { countsOf, dateLabel } from './labels.ts';
import { type DatePoll, isOpen } from './model.ts';
import { pollPath } from './page.ts';
import { isAsked } from './policy.ts';
import { bestOf, standingsOf } from './tally.ts';

type Polls = Cases<DatePoll, Context>;

const asking: Text = { de: 'Terminumfrage zur nächsten Sitzung', en: 'Date poll for the next meeting' };
const reminding: Text = {
  de: 'Erinnerung: Terminumfrage zur nächsten Sitzung',
  en: 'Reminder: date poll for the next meeting',
};
const prolonging: Text = {
  de: 'Mehr Zeit für die Terminumfrage',
  en: 'More time for the date poll',
};

/** What members are asked and reminded of, and what the office is told. */
export const pollNotices = (polls: Polls, desk: Pick<BoardDesk, 'links'>): readonly NoticeKind[] => [
  memberNotice(polls, desk, 'beirat.poll', asking, true),
  memberNotice(polls, desk, 'beirat.poll-reminder', reminding, false),
  memberNotice(polls, desk, 'beirat.poll-prolonged', prolonging, true),
  officeNotice(polls, 'beirat.poll-complete', {
    de: 'Alle haben auf die Terminumfrage geantwortet',
    en: 'Everybody has answered the date poll',
  }),
  officeNotice(polls, 'beirat.poll-result', {
    de: 'Ergebnis der Terminumfrage',
    en: 'Result of the date poll',
  }),
];

const memberNotice = (
  polls: Polls,
  { links }: Pick<BoardDesk, 'links'>,
  kind: string,
  title: Text,
  repeatable: boolean,
): NoticeKind =>
  caseNotice(polls, {
    kind,
    title,
    repeatable,
    // Whoever has answered in the meantime need not be asked or reminded.
    concerns: (poll, to, context) => isAsked(to.id, context) && isOpen(poll, context) && !poll.answers[to.id],
    async say(poll, to, context) {
      const hasMail = context.directory.person(to.id)?.email !== undefined;
      const link = hasMail ? await pollLink(links, poll, to) : undefined;
      const reply = await polls.draw(poll, to, context, { as: 'answer' });
      return { reply, letter: askingLetter(poll, to.language, link, context) };
    },
  });

/** A link for one member. It shows what became of the poll for some time after its end. */
const pollLink = (links: BoardDesk['links'], { id, replyBy }: DatePoll, to: Addressee): Promise<string> =>
  links.make({
    page: pollPath,
    subject: { poll: id, party: to.id, language: to.language },
    expiresAt: momentOf(daysBefore(replyBy, -15), '00:00'),
  });

function askingLetter(
  poll: DatePoll,
  language: Language,
  link: string | undefined,
  { holidays }: Context,
): Omit<Letter, 'subject'> {
  const t = wordsIn(language);
  const by = shortDay(poll.replyBy, language);
  const dates = poll.options.map((option) => `${option.id}. ${dateLabel(option, language, holidays)}`);
  return {
    paragraphs: [
      t('Guten Tag,', 'Hello,'),
      t(
        'für die nächste Sitzung des Digitalen Beirats suchen wir einen Termin. Wann können Sie?',
        'we are looking for a date for the next meeting of the Digital Advisory Board. When can you come?',
      ),
      dates.join('\n'),
      link
        ? t(
            `Bitte antworten Sie bis ${by} auf Ihrer persönlichen Seite: je Termin ja, zur Not oder nein. Ändern können Sie Ihre Antwort bis dahin jederzeit.`,
            `Please answer by ${by} on your personal page: yes, if need be or no for each date. Until then you can change your answer at any time.`,
          )
        : t(
            `Bitte antworten Sie bis ${by}, z. B. in Microsoft Teams: „${labelOf(poll)} ja, nein, zur Not“.`,
            `Please answer by ${by}, e.g. in Microsoft Teams: “${labelOf(poll)} yes, no, if need be”.`,
          ),
      t('Geschäftsführung des Digitalen Beirats', 'Management of the Digital Advisory Board'),
    ],
    links: link ? [{ title: t('Zur Terminumfrage', 'To the date poll'), url: link }] : [],
  };
}

const officeNotice = (polls: Polls, kind: string, title: Text): NoticeKind =>
  caseNotice(polls, {
    kind,
    title,
    repeatable: true,
    // Nothing is left to say when a date has been taken already.
    concerns: (poll, to, context) => !poll.chosen && isOffice(to.id, context),
    async say(poll, to, context) {
      const { language } = to;
      const t = wordsIn(language);
      const best = bestOf(standingsOf(poll, context));
      const remark = best
        ? `${t('Am besten passt', 'Suits best')}: ${dateLabel(best.option, language, context.holidays)} (${countsOf(best, language)})`
        : t(
            'Niemand kann zu einem dieser Termine. Bitte fragen Sie nach anderen.',
            'Nobody can come on any of these dates. Please ask about others.',
          );
      const write = t(
        `Zum Planen schreiben Sie Lotse in Microsoft Teams: ${labelOf(poll)}`,
        `To plan the meeting, write to Lotse in Microsoft Teams: ${labelOf(poll)}`,
      );
      const reply = await polls.draw(poll, to, context, { remark: `${title[language]}. ${remark}` });
      return { reply, letter: { paragraphs: [remark, write] } };
    },
  });
