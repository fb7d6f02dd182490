import type { Cases } from '../../../case/cases.ts';
import { caseNotice } from '../../../case/notice.ts';
import { labelOf } from '../../../core/case-number.ts';
import { daysBefore, momentOf } from '../../../core/day.ts';
import type { Addressee, Letter, NoticeKind } from '../../../core/notice.ts';
import { type Language, quoted, shortened, type Text, wordsIn } from '../../../core/text.ts';
import { type Context, today } from '../board/context.ts';
import type { BoardDesk } from '../board/desk.ts';
import { chairCapacity, isOffice } from '../board/members.ts';
import { shortDay } from '../board/words.ts';
import { standingLine } from './labels.ts';
import { type Circulation, decidedStates, endedStates, isVoting } from './model.ts';
import { circulationPath } from './page.ts';
import { circulationSeenAs } from './policy.ts';
import { votesIn } from './views/votes.ts';
import { capacityOf } from './voters.ts';

type Circulations = Cases<Circulation, Context>;

/** What office, chair and members are told by way of the outbox. */
export const circulationNotices = (
  circulations: Circulations,
  desk: Pick<BoardDesk, 'links'>,
): readonly NoticeKind[] => [
  officeNotice(circulations, 'beirat.circulation-approve', approveTitle, (circulation, to, context) =>
    circulation.state === 'awaiting-approval' && chairCapacity(to.id, context)
      ? approveWords[to.language]
      : undefined,
  ),
  officeNotice(circulations, 'beirat.circulation-wish', wishTitle, ({ wish, state }, to, context) =>
    wish && state === 'draft' && isOffice(to.id, context)
      ? `${wish.byName}: ${quoted(shortened(wish.text, 600), to.language)}`
      : undefined,
  ),
  officeNotice(circulations, 'beirat.circulation-approved', approvedTitle, (circulation, to, context) =>
    circulation.state === 'voting' && isOffice(to.id, context)
      ? standingLine(circulation, today(context), to.language)
      : undefined,
  ),
  voteNotice(circulations, desk, 'beirat.circulation-vote', voteTitle, true),
  voteNotice(circulations, desk, 'beirat.circulation-reminder', reminderTitle, false),
  resultNotice(circulations),
];

const approveTitle: Text = {
  de: 'Bitte um Freigabe eines Umlaufbeschlusses',
  en: 'A circular resolution to be approved',
};
const approveWords: Text = {
  de: 'Dieser Umlaufbeschluss wartet auf Ihre Freigabe. Mit ihr beginnt die Abstimmung. Sie können auch um eine Änderung bitten.',
  en: 'This circular resolution is waiting for your approval. The voting begins with it. You can also ask for a change.',
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

const officeNotice = (circulations: Circulations, kind: string, title: Text, remarkFor: Remark): NoticeKind =>
  caseNotice(circulations, {
    kind,
    title,
    repeatable: true,
    subject,
    concerns: (circulation, to, context) => remarkFor(circulation, to, context) !== undefined,
    async say(circulation, to, context) {
      const remark = remarkFor(circulation, to, context) ?? '';
      const reply = await circulations.draw(circulation, to, context, { as: 'office', remark });
      const where = wordsIn(to.language)(
        `Zum Bearbeiten schreiben Sie Lotse in Microsoft Teams: ${labelOf(circulation)}`,
        `To deal with it, write to Lotse in Microsoft Teams: ${labelOf(circulation)}`,
      );
      return { reply, letter: { paragraphs: [remark, quoted(circulation.wording, to.language), where] } };
    },
  });

const voteNotice = (
  circulations: Circulations,
  { links }: Pick<BoardDesk, 'links'>,
  kind: string,
  title: Text,
  repeatable: boolean,
): NoticeKind =>
  caseNotice(circulations, {
    kind,
    title,
    repeatable,
    subject,
    // Nothing is left to ask when this seat has voted.
    concerns: (circulation, to, context) => {
      const capacity = isVoting(circulation, context) && capacityOf(circulation, to.id, context);
      return capacity ? !capacity.voter.ballot.vote : false;
    },
    async say(circulation, to, context) {
      const link = await linkFor(links, circulation, to, context);
      const reply = await circulations.draw(circulation, to, context, { as: 'ballot' });
      const behalf = capacityOf(circulation, to.id, context)?.onBehalfOf;
      return { reply, letter: votingLetter(circulation, to.language, link, behalf) };
    },
  });

const resultNotice = (circulations: Circulations): NoticeKind =>
  caseNotice(circulations, {
    kind: 'beirat.circulation-result',
    title: resultTitle,
    repeatable: true,
    subject,
    concerns: (circulation, to, context) =>
      endedStates.includes(circulation.state) && circulationSeenAs(circulation, to.id, context) !== undefined,
    async say(circulation, to, context) {
      const { language } = to;
      const isDecided = decidedStates.includes(circulation.state);
      const rows = isDecided ? votesIn(circulation, context, language) : [];
      const paragraphs = [
        standingLine(circulation, today(context), language),
        quoted(circulation.wording, language),
        ...(rows.length > 0 ? [rows.join('\n')] : []),
      ];
      return { reply: await circulations.draw(circulation, to, context), letter: { paragraphs } };
    },
  });

const subject = (title: string, circulation: Circulation): string =>
  `${title}: ${labelOf(circulation)} ${circulation.title}`;

/** A link for one member; without a mail address none is needed. It shows the result for some time after the end. */
async function linkFor(
  links: BoardDesk['links'],
  { id, until = '' }: Circulation,
  to: Addressee,
  { directory }: Context,
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
  language: Language,
  link: string | undefined,
  onBehalfOf: string | undefined,
): Omit<Letter, 'subject'> {
  const t = wordsIn(language);
  const { wording, reasons, until = '' } = circulation;
  const by = shortDay(until, language);
  const behalf = onBehalfOf
    ? [t(`Sie stimmen i. V. für ${onBehalfOf} ab.`, `You vote for ${onBehalfOf}, who is away.`)]
    : [];
  return {
    paragraphs: [
      t('Guten Tag,', 'Hello,'),
      t(
        'der Digitale Beirat soll ohne Sitzung über diesen Wortlaut beschließen:',
        'the Digital Advisory Board is to resolve on this wording without a meeting:',
      ),
      quoted(wording, language),
      ...(reasons ? [`${t('Begründung', 'Reasons')}: ${reasons}`] : []),
      ...behalf,
      link
        ? t(
            `Bitte stimmen Sie bis ${by} auf Ihrer persönlichen Seite ab (Link unten): Ja, Nein oder Enthaltung. Dort können Sie auch dem Umlaufverfahren widersprechen; dann geht die Sache in die nächste Sitzung. Der Link gilt nur für Sie.`,
            `Please vote by ${by} on your personal page (link below): yes, no or abstention. There you can also object to the procedure; the matter then goes to the next meeting. The link is for you only.`,
          )
        : t(
            `Bitte stimmen Sie bis ${by} in Microsoft Teams ab: „${labelOf(circulation)} ja“.`,
            `Please vote by ${by} in Microsoft Teams: “${labelOf(circulation)} yes”.`,
          ),
      t('Geschäftsführung des Digitalen Beirats', 'Management of the Digital Advisory Board'),
    ],
    links: link ? [{ title: t('Zur Abstimmung', 'To the vote'), url: link }] : [],
  };
}
