import { caseNotice } from '../../../../case/notice.ts';
import { labelOf } from '../../../../core/case-number.ts';
import type { Addressee, Letter, Notice, NoticeKind } from '../../../../core/notice.ts';
import { type Language, quoted, type Text, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { isOffice } from '../../board/members.ts';
import { minutesDue } from '../../board/notice-period.ts';
import { longDay, shortDay } from '../../board/words.ts';
import { mayRelease } from '../acts/minutes.ts';
import { standingOf } from '../attendance.ts';
import type { MeetingDesk } from '../desk.ts';
import { closedItem } from '../letters/texts.ts';
import { inMail, minutesLinks } from '../links.ts';
import { quorumText } from '../minutes/attendance.ts';
import { votesOf } from '../minutes/items.ts';
import { type Held, isHeld, type Meeting, openObjections } from '../model.ts';
import { invitationOf } from '../policy.ts';
import { minutesReply } from '../views/minutes.ts';
import { recordReply } from '../views/record.ts';
import { startReply } from '../views/start.ts';
import { subjectOf } from './office.ts';

/** What is said about the record: to the office what is missing, to members the minutes and what became of objections. */
export const recordNotices = (desk: MeetingDesk): readonly NoticeKind[] => [
  // Only a reminder: the next one comes a week later.
  toOffice(desk, 'beirat.record', titles.record, missing, false),
  toOffice(desk, 'beirat.objection', titles.objection, objected, true),
  caseNotice(desk.meetings, {
    kind: 'beirat.approve-minutes',
    title: titles.release,
    repeatable: true,
    subject: subjectOf,
    concerns: (meeting, to, context) => mayRelease(meeting, to.id, context),
    async say(meeting, to, context) {
      if (!isHeld(meeting)) throw new Error('there are no minutes');
      const say = wordsIn(to.language);
      const remark = say(
        'Der Entwurf der Niederschrift wartet auf Ihre Freigabe. Mit ihr geht er an die Mitglieder.',
        'The draft of the minutes is waiting for your release. With it they go to the members.',
      );
      const links = await minutesLinks(desk, meeting.id, to, context.now, inMail);
      return {
        reply: minutesReply(meeting, to.id, context, to.language, { remark }),
        letter: {
          paragraphs: [
            remark,
            say(
              `Zum Freigeben schreiben Sie Lotse in Microsoft Teams: ${labelOf(meeting)} Niederschrift freigeben`,
              `To release them, write to Lotse in Microsoft Teams: ${labelOf(meeting)} release minutes`,
            ),
          ],
          links: [{ title: say('Entwurf lesen', 'Read the draft'), url: links.page }],
        },
      };
    },
  }),
  toOffice(desk, 'beirat.minutes-wish', titles.wish, wished, true),
  caseNotice(desk.meetings, {
    kind: 'beirat.minutes',
    title: titles.minutes,
    repeatable: true,
    subject: subjectOf,
    // Corrected ones have overtaken them; what the office sends again is whatever is the newest.
    concerns: (meeting, to, context, { facts }) =>
      readable(meeting, to, context) &&
      (facts?.draft === undefined || facts.draft === meeting.session.sentDraft),
    async say(meeting, to, context) {
      if (!isHeld(meeting)) throw new Error('there are no minutes');
      return {
        reply: minutesReply(meeting, to.id, context, to.language),
        letter: await minutesLetter(desk, meeting, to, context.now),
      };
    },
  }),
  caseNotice(desk.meetings, {
    kind: 'beirat.objection-answered',
    title: titles.answered,
    repeatable: true,
    subject: subjectOf,
    concerns: (meeting, to, context, notice) =>
      readable(meeting, to, context) && objectionOf(meeting, notice)?.answer !== undefined,
    async say(meeting, to, context, notice) {
      if (!isHeld(meeting)) throw new Error('there are no minutes');
      const answer = objectionOf(meeting, notice)?.answer ?? '';
      const remark = wordsIn(to.language)(
        `Ihre Einwendung wurde behandelt: ${quoted(answer, 'de')}`,
        `Your objection has been dealt with: ${quoted(answer, 'en')}`,
      );
      return {
        reply: minutesReply(meeting, to.id, context, to.language, { remark }),
        letter: { paragraphs: [remark] },
      };
    },
  }),
];

const objectionOf = ({ session }: Meeting, { facts }: Notice) =>
  session?.objections.find(({ n }) => n === facts?.objection);

/** Whether this member may read the minutes. */
const readable = (meeting: Meeting, to: Addressee, context: Context): meeting is Held =>
  isHeld(meeting) &&
  meeting.session.sentAt !== undefined &&
  invitationOf(meeting, to.id, context) !== undefined;

const titles = {
  release: { de: 'Bitte um Freigabe einer Niederschrift', en: 'Minutes to be released' },
  wish: { de: 'Änderung an einer Niederschrift erbeten', en: 'Change of minutes asked for' },
  record: { de: 'Niederschrift offen', en: 'Minutes to be written' },
  objection: { de: 'Einwendung gegen eine Niederschrift', en: 'Objection to minutes' },
  minutes: { de: 'Niederschrift', en: 'Minutes' },
  answered: { de: 'Antwort auf Ihre Einwendung', en: 'Answer to your objection' },
} as const satisfies Readonly<Record<string, Text>>;

type Wording = (meeting: Meeting, notice: Notice, context: Context, language: Language) => string | undefined;

const toOffice = (
  { meetings }: MeetingDesk,
  kind: string,
  title: Text,
  says: Wording,
  repeatable: boolean,
): NoticeKind =>
  caseNotice(meetings, {
    kind,
    title,
    repeatable,
    subject: subjectOf,
    // Whoever has lost the office since need not know.
    concerns: (meeting, to, context, notice) =>
      isOffice(to.id, context) && says(meeting, notice, context, to.language) !== undefined,
    async say(meeting, to, context, notice) {
      const { language } = to;
      const remark = says(meeting, notice, context, language) ?? '';
      const where = wordsIn(language)(
        `Zum Bearbeiten schreiben Sie Lotse in Microsoft Teams: ${labelOf(meeting)} Niederschrift`,
        `To deal with it, write to Lotse in Microsoft Teams: ${labelOf(meeting)} minutes`,
      );
      const reply = isHeld(meeting)
        ? recordReply(meeting, context, language, {
            remark,
            can: meetings.can(meeting, to, context),
            why: meetings.why(meeting, to, context),
          })
        : startReply(meeting, context, language, { remark });
      return { reply, letter: { paragraphs: [remark, where] } };
    },
  });

/** What is missing, by how far the record is. */
const missing: Wording = (meeting, _notice, context, language) => {
  const say = wordsIn(language);
  const { state, plan, session } = meeting;
  const due = minutesDue(plan.day, context.rules);
  const by = shortDay(due, language);
  if (state === 'invited' && plan.day < today(context))
    return say(
      `Die Sitzung war am ${shortDay(plan.day, language)}. Bitte halten Sie fest, wer da war; die Niederschrift ist bis ${by} zu versenden. Hat die Sitzung nicht stattgefunden, sagen Sie sie bitte ab.`,
      `The meeting was on ${shortDay(plan.day, language)}. Please record who was there; the minutes are to be sent by ${by}. If the meeting did not take place, please cancel it.`,
    );
  if (state !== 'held' || !session) return undefined;
  if (!session.sentAt)
    return today(context) > due
      ? say(
          `Die Niederschrift fehlt noch. Sie war bis ${by} zu versenden (§ 41 GemO).`,
          `The minutes are still missing. They were to be sent by ${by} (§ 41 GemO).`,
        )
      : say(
          `Die Niederschrift ist bis ${by} zu versenden (§ 41 GemO).`,
          `The minutes are to be sent by ${by} (§ 41 GemO).`,
        );
  if (openObjections(session).length > 0)
    return say(
      'Die Frist für Einwendungen ist vorbei, eine Einwendung ist noch nicht behandelt. Danach schließt Lotse die Sitzung ab.',
      'The time for objections is over and one has not been dealt with. After that Lotse closes the meeting.',
    );
  return session.sentDraft === session.draft
    ? undefined
    : say(
        'Die Niederschrift wurde nach dem Versand geändert. Bitte senden Sie sie noch einmal.',
        'The minutes were changed after they had been sent. Please send them again.',
      );
};

const wished: Wording = ({ session }, _notice, _context, language) =>
  session?.wish &&
  wordsIn(language)(
    `${session.wish.byName} bittet um eine Änderung der Niederschrift: ${quoted(session.wish.text, 'de')}`,
    `${session.wish.byName} asks for a change of the minutes: ${quoted(session.wish.text, 'en')}`,
  );

const objected: Wording = (meeting, notice, _context, language) => {
  const one = meeting.session?.objections.find(({ n }) => n === notice.facts?.objection);
  if (!one || one.answer) return undefined;
  return wordsIn(language)(
    `${one.byName} erhebt eine Einwendung gegen die Niederschrift: ${quoted(one.text, 'de')}`,
    `${one.byName} objects to the minutes: ${quoted(one.text, 'en')}`,
  );
};

async function minutesLetter(
  desk: MeetingDesk,
  meeting: Held,
  to: Addressee,
  at: string,
): Promise<Omit<Letter, 'subject'>> {
  const { language } = to;
  const say = wordsIn(language);
  const { page, pdf, docx } = await minutesLinks(desk, meeting.id, to, at, inMail);
  const until = shortDay(meeting.session.objectionsUntil ?? meeting.plan.day, language);
  const resolutions = meeting.resolutions.map((one) => {
    const at = meeting.plan.items.findIndex(({ id }) => id === one.item);
    const head = `${say('Beschluss', 'Resolution')} ${one.number}`;
    // What is not public does not travel by mail: it stands on the personal page.
    if (!meeting.plan.items[at]?.public) return `${head}: ${closedItem(at + 1, language)}`;
    return `${head}: ${one.wording}\n${votesOf(one, language, standingOf(meeting, one))}`;
  });
  return {
    paragraphs: [
      say(
        `Die Niederschrift der Sitzung ${labelOf(meeting)} vom ${longDay(meeting.plan.day, language)} liegt vor.`,
        `The minutes of meeting ${labelOf(meeting)} of ${longDay(meeting.plan.day, language)} are there.`,
      ),
      quorumText(meeting, language),
      ...resolutions,
      say(
        `Einwendungen sind bis ${until} möglich, auf der Seite hinter dem ersten Link. Ist alles richtig, müssen Sie nichts tun. Die Links gehören nur Ihnen; bitte geben Sie sie nicht weiter.`,
        `Objections are possible until ${until}, on the page behind the first link. If everything is right, there is nothing you have to do. The links are yours only; please do not pass them on.`,
      ),
    ],
    links: [
      { title: say('Niederschrift lesen', 'Read the minutes'), url: page },
      { title: say('Als PDF', 'As a PDF'), url: pdf },
      { title: say('Als Word-Dokument', 'As a Word document'), url: docx },
    ],
    thread: meeting.id,
  };
}
