import { labelOf } from '../../../core/case-number.ts';
import { daysBefore, momentOf } from '../../../core/day.ts';
import type { Addressee, Letter, Notice, NoticeKind } from '../../../core/notice.ts';
import type { Language, Text } from '../../../core/text.ts';
import { quoted, shortened } from '../../../core/text.ts';
import { type Context, today } from '../board/context.ts';
import { contextAt } from '../board/desk.ts';
import { chairCapacity, isOffice } from '../board/members.ts';
import { shortDay } from '../board/words.ts';
import { ballotReply } from './ballot-view.ts';
import { type Circulation, decidedStates, endedStates, isVoting } from './circulation.ts';
import { type CirculationDesk, circulationCard, circulationSeeing } from './desk.ts';
import { circulationReply } from './office-view.ts';
import { circulationPath } from './page.ts';
import { capacityOf } from './voters.ts';
import { votesIn } from './votes-view.ts';
import { standingLine } from './words.ts';

/** What office, chair and members are told by way of the outbox. */
export const circulationNotices = (desk: CirculationDesk): readonly NoticeKind[] => [
  officeNotice(desk, 'beirat.circulation-approve', approveTitle, (circulation, to, context) =>
    circulation.state === 'awaiting-approval' && chairCapacity(to.id, context)
      ? approveWords[to.language]
      : undefined,
  ),
  officeNotice(desk, 'beirat.circulation-wish', wishTitle, ({ wish, state }, to, context) =>
    wish && state === 'draft' && isOffice(to.id, context)
      ? `${wish.byName}: ${quoted(shortened(wish.text, 600), to.language)}`
      : undefined,
  ),
  officeNotice(desk, 'beirat.circulation-approved', approvedTitle, (circulation, to, context) =>
    circulation.state === 'voting' && isOffice(to.id, context)
      ? standingLine(circulation, today(context), to.language)
      : undefined,
  ),
  voteNotice(desk, 'beirat.circulation-vote', voteTitle, true),
  voteNotice(desk, 'beirat.circulation-reminder', reminderTitle, false),
  resultNotice(desk),
];

const approveTitle: Text = {
  de: 'Bitte um Freigabe eines Umlaufbeschlusses',
  en: 'A circular resolution to be approved',
};
const approveWords: Text = {
  de: 'Dieser Umlaufbeschluss wartet auf Ihre Freigabe. Mit ihr beginnt die Abstimmung. Sie können auch um eine Änderung bitten.',
  en: 'This circular resolution waits for your approval. The voting begins with it. You can also ask for a change.',
};
const wishTitle: Text = {
  de: 'Änderung an einem Umlaufbeschluss erbeten',
  en: 'Change of a circular resolution asked for',
};
const approvedTitle: Text = {
  de: 'Umlaufbeschluss freigegeben',
  en: 'Circular resolution approved',
};
const voteTitle: Text = { de: 'Abstimmung im Umlauf', en: 'Vote by circulation' };
const reminderTitle: Text = { de: 'Erinnerung: Abstimmung im Umlauf', en: 'Reminder: vote by circulation' };
const resultTitle: Text = { de: 'Umlaufbeschluss beendet', en: 'Circular resolution ended' };

type Remark = (circulation: Circulation, to: Addressee, context: Context) => string | undefined;

const officeNotice = (desk: CirculationDesk, kind: string, title: Text, remarkFor: Remark): NoticeKind => ({
  kind,
  title,
  repeatable: true,
  async say(notice, to, now) {
    const circulation = await desk.circulations.get(notice.ref);
    const context = contextAt(desk, now.toISOString());
    const remark = circulation && remarkFor(circulation, to, context);
    if (!circulation || !remark) return undefined;
    const subject = subjectOf(title, circulation, to.language);
    const reply = circulationReply(circulation, to, context, { remark });
    const where =
      to.language === 'de'
        ? `Zum Bearbeiten schreiben Sie Lotse in Microsoft Teams: ${labelOf(circulation)}`
        : `To deal with it, write to Lotse in Microsoft Teams: ${labelOf(circulation)}`;
    const paragraphs = [remark, quoted(circulation.wording, to.language), where];
    return { reply: { ...reply, summary: subject }, letter: { subject, paragraphs } };
  },
});

const voteNotice = (desk: CirculationDesk, kind: string, title: Text, repeatable: boolean): NoticeKind => ({
  kind,
  title,
  repeatable,
  async say(notice, to, now) {
    const circulation = await desk.circulations.get(notice.ref);
    const context = contextAt(desk, now.toISOString());
    if (!circulation || !isVoting(circulation, context)) return undefined;
    const capacity = capacityOf(circulation, to.id, context);
    // Nothing is left to ask when this seat has voted.
    if (!capacity || capacity.voter.ballot.vote) return undefined;
    const subject = subjectOf(title, circulation, to.language);
    const link = await linkFor(desk, circulation, to);
    const reply = ballotReply(circulation, to, context);
    return {
      reply: { ...reply, summary: subject },
      letter: votingLetter(circulation, subject, to.language, link, capacity.onBehalfOf),
    };
  },
});

const resultNotice = (desk: CirculationDesk): NoticeKind => ({
  kind: 'beirat.circulation-result',
  title: resultTitle,
  repeatable: true,
  async say(notice: Notice, to, now) {
    const circulation = await desk.circulations.get(notice.ref);
    const context = contextAt(desk, now.toISOString());
    if (!circulation || !endedStates.includes(circulation.state)) return undefined;
    if (!circulationSeeing(circulation, to.id, context)) return undefined;
    const subject = subjectOf(resultTitle, circulation, to.language);
    const reply = circulationCard(circulation, to, context);
    const rows = decidedStates.includes(circulation.state) ? votesIn(circulation, context, to.language) : [];
    const paragraphs = [
      standingLine(circulation, today(context), to.language),
      quoted(circulation.wording, to.language),
      ...(rows.length > 0 ? [rows.join('\n')] : []),
    ];
    return { reply: { ...reply, summary: subject }, letter: { subject, paragraphs } };
  },
});

const subjectOf = (title: Text, circulation: Circulation, language: Language): string =>
  `${title[language]}: ${labelOf(circulation)} ${circulation.title}`;

/** A link for one member; without a mail address none is needed. It shows the result for some time after the end. */
async function linkFor(
  { directory, links }: CirculationDesk,
  { id, until = '' }: Circulation,
  to: Addressee,
): Promise<string | undefined> {
  if (directory.person(to.id)?.email === undefined) return undefined;
  return links.make({
    page: circulationPath,
    subject: { circulation: id, party: to.id, language: to.language },
    expiresAt: momentOf(daysBefore(until, -31), '00:00'),
  });
}

function votingLetter(
  circulation: Circulation,
  subject: string,
  language: Language,
  link: string | undefined,
  onBehalfOf: string | undefined,
): Letter {
  const isGerman = language === 'de';
  const { wording, reasons, until = '' } = circulation;
  const by = shortDay(until, language);
  const behalf = onBehalfOf
    ? [isGerman ? `Sie stimmen i. V. für ${onBehalfOf} ab.` : `You vote for ${onBehalfOf}, who is away.`]
    : [];
  return {
    subject,
    paragraphs: [
      isGerman ? 'Guten Tag,' : 'Hello,',
      isGerman
        ? 'der Digitale Beirat soll ohne Sitzung über diesen Wortlaut beschließen:'
        : 'the Digital Advisory Board is to resolve on this wording without a meeting:',
      quoted(wording, language),
      ...(reasons ? [`${isGerman ? 'Begründung' : 'Reasons'}: ${reasons}`] : []),
      ...behalf,
      link
        ? isGerman
          ? `Bitte stimmen Sie bis ${by} auf Ihrer persönlichen Seite ab (Link unten): Ja, Nein oder Enthaltung. Dort können Sie auch dem Umlaufverfahren widersprechen; dann geht die Sache in die nächste Sitzung. Der Link gilt nur für Sie.`
          : `Please vote by ${by} on your personal page (link below): yes, no or abstention. There you can also object to the procedure; the matter then goes to the next meeting. The link is for you only.`
        : isGerman
          ? `Bitte stimmen Sie bis ${by} in Microsoft Teams ab: „${labelOf(circulation)} ja“.`
          : `Please vote by ${by} in Microsoft Teams: “${labelOf(circulation)} yes”.`,
      isGerman ? 'Geschäftsführung des Digitalen Beirats' : 'Management of the Digital Advisory Board',
    ],
    links: link ? [{ title: isGerman ? 'Zur Abstimmung' : 'To the vote', url: link }] : [],
  };
}
