import { labelOf } from '../../../core/case-number.ts';
import { daysBefore, momentOf } from '../../../core/day.ts';
import type { Job } from '../../../core/feature.ts';
import type { Addressee, CaseKind, Letter, NoticeKind } from '../../../core/notice.ts';
import type { Language, Text } from '../../../core/text.ts';
import { type Context, today } from '../board/context.ts';
import { isOffice } from '../board/members.ts';
import { shortDay } from '../board/words.ts';
import { contextAt } from '../meetings/desk.ts';
import { pollAnswerReply } from './answer-view.ts';
import { pollAtMorning } from './decide.ts';
import { type PollDesk, pollSeeing } from './desk.ts';
import { pollReply } from './grid-view.ts';
import { pollPath } from './page.ts';
import {
  askedNow,
  type DatePoll,
  forgottenOn,
  isOpen,
  pollAnswerCase,
  pollAnswerId,
  pollCase,
} from './poll.ts';
import { bestOf, standingsOf } from './standing.ts';
import { countsOf, dateLabel } from './words.ts';

/** The two cards of a poll. */
export const pollCases = (desk: PollDesk): readonly CaseKind[] => [
  {
    kind: pollCase,
    async show(id, viewer, now) {
      const poll = await desk.polls.get(id);
      const context = contextAt(desk, now.toISOString());
      return poll && isOffice(viewer.id, context) ? pollReply(poll, viewer, context) : undefined;
    },
  },
  {
    kind: pollAnswerCase,
    async show(id, viewer, now) {
      const [number = ''] = id.split(' ');
      const poll = await desk.polls.get(number);
      const context = contextAt(desk, now.toISOString());
      const isTheirs = id === pollAnswerId(number, viewer.id) && pollSeeing(viewer.id, context);
      return poll && isTheirs ? pollAnswerReply(poll, viewer, context) : undefined;
    },
  },
];

export const pollJobs = (desk: PollDesk): readonly Job[] => [
  {
    id: 'beirat.polls',
    async run(now) {
      const at = now.toISOString();
      const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
      const context = contextAt(desk, at);
      for (const poll of await desk.polls.claim({ now: at, leaseUntil, limit: 20 }))
        if (poll.state === 'ended' && forgottenOn(poll, context) <= today(context))
          await desk.polls.remove(poll.id);
        else await desk.polls.change(poll.id, (current) => pollAtMorning(current, context));
    },
  },
];

const asking: Text = { de: 'Terminumfrage zur nächsten Sitzung', en: 'Date poll for the next meeting' };
const reminding: Text = {
  de: 'Erinnerung: Terminumfrage zur nächsten Sitzung',
  en: 'Reminder: date poll for the next meeting',
};

/** What members are asked and reminded of, and what the office is told. */
export const pollNotices = (desk: PollDesk): readonly NoticeKind[] => [
  memberNotice(desk, 'beirat.poll', asking, true),
  memberNotice(desk, 'beirat.poll-reminder', reminding, false),
  officeNotice(desk, 'beirat.poll-complete', {
    de: 'Alle haben auf die Terminumfrage geantwortet',
    en: 'Everybody has answered the date poll',
  }),
  officeNotice(desk, 'beirat.poll-result', {
    de: 'Ergebnis der Terminumfrage',
    en: 'Result of the date poll',
  }),
];

const memberNotice = (desk: PollDesk, kind: string, title: Text, repeatable: boolean): NoticeKind => ({
  kind,
  title,
  repeatable,
  async say(notice, to, now) {
    const poll = await desk.polls.get(notice.ref);
    const context = contextAt(desk, now.toISOString());
    const isAsked = askedNow(context).some(({ party }) => party === to.id);
    // Whoever has answered in the meantime need not be asked or reminded.
    if (!poll || !isAsked || !isOpen(poll, context) || poll.answers[to.id]) return undefined;
    const hasMail = desk.directory.person(to.id)?.email !== undefined;
    const link = hasMail ? await pollLink(desk, poll, to) : undefined;
    const subject = `${title[to.language]} (${labelOf(poll)})`;
    const reply = pollAnswerReply(poll, to, context);
    return {
      reply: { ...reply, summary: subject },
      letter: askingLetter(poll, subject, to.language, link, context),
    };
  },
});

/** A link for one member. It shows what became of the poll for some time after its end. */
const pollLink = ({ links }: PollDesk, { id, replyBy }: DatePoll, to: Addressee): Promise<string> =>
  links.make({
    page: pollPath,
    subject: { poll: id, party: to.id, language: to.language },
    expiresAt: momentOf(daysBefore(replyBy, -15), '00:00'),
  });

function askingLetter(
  poll: DatePoll,
  subject: string,
  language: Language,
  link: string | undefined,
  { holidays }: Context,
): Letter {
  const isGerman = language === 'de';
  const by = shortDay(poll.replyBy, language);
  const dates = poll.options.map((option) => `${option.id}. ${dateLabel(option, language, holidays)}`);
  return {
    subject,
    paragraphs: [
      isGerman ? 'Guten Tag,' : 'Hello,',
      isGerman
        ? 'für die nächste Sitzung des Digitalen Beirats suchen wir einen Termin. Wann können Sie?'
        : 'we are looking for a date for the next meeting of the Digital Advisory Board. When can you come?',
      dates.join('\n'),
      link
        ? isGerman
          ? `Bitte antworten Sie bis ${by} auf Ihrer persönlichen Seite: je Termin ja, zur Not oder nein. Ändern können Sie Ihre Antwort bis dahin jederzeit.`
          : `Please answer by ${by} on your personal page: yes, if need be or no for each date. Until then you can change your answer at any time.`
        : isGerman
          ? `Bitte antworten Sie bis ${by}, z. B. in Microsoft Teams: „${labelOf(poll)} ja, nein, zur Not“.`
          : `Please answer by ${by}, e.g. in Microsoft Teams: “${labelOf(poll)} yes, no, if need be”.`,
      isGerman ? 'Geschäftsführung des Digitalen Beirats' : 'Management of the Digital Advisory Board',
    ],
    links: link ? [{ title: isGerman ? 'Zur Terminumfrage' : 'To the date poll', url: link }] : [],
  };
}

const officeNotice = (desk: PollDesk, kind: string, title: Text): NoticeKind => ({
  kind,
  title,
  repeatable: true,
  async say(notice, to, now) {
    const poll = await desk.polls.get(notice.ref);
    const context = contextAt(desk, now.toISOString());
    // Nothing is left to say when a date has been taken already.
    if (!poll || poll.chosen || !isOffice(to.id, context)) return undefined;
    const { language } = to;
    const isGerman = language === 'de';
    const best = bestOf(standingsOf(poll, context));
    const remark = best
      ? `${isGerman ? 'Am besten passt' : 'Suits best'}: ${dateLabel(best.option, language, context.holidays)} (${countsOf(best, language)})`
      : isGerman
        ? 'Niemand kann zu einem dieser Termine. Bitte fragen Sie nach anderen.'
        : 'Nobody can come on any of these dates. Please ask about others.';
    const subject = `${title[language]} (${labelOf(poll)})`;
    const reply = pollReply(poll, to, context, { remark: `${title[language]}. ${remark}` });
    const write = isGerman
      ? `Zum Planen schreiben Sie Lotse in Microsoft Teams: ${labelOf(poll)}`
      : `To plan the meeting, write to Lotse in Microsoft Teams: ${labelOf(poll)}`;
    return { reply: { ...reply, summary: subject }, letter: { subject, paragraphs: [remark, write] } };
  },
});
