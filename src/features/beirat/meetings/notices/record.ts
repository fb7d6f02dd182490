import { labelOf } from '../../../../core/case-number.ts';
import { daysBefore } from '../../../../core/day.ts';
import type { Addressee, Letter, Notice, NoticeKind, Said } from '../../../../core/notice.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, quoted, type Text } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { contextAt } from '../../board/desk.ts';
import { isOffice } from '../../board/members.ts';
import { longDay, shortDay } from '../../board/words.ts';
import { openObjections } from '../deadlines.ts';
import type { Desk } from '../desk.ts';
import { inMail, minutesLinks } from '../links.ts';
import { quorumText } from '../minutes/attendance.ts';
import { votesOf } from '../minutes/items.ts';
import { type Held, isHeld, type Meeting, sayIn } from '../model.ts';
import { invitationOf } from '../policy.ts';
import { minutesReply } from '../views/minutes.ts';
import { recordReply } from '../views/record.ts';
import { startReply } from '../views/start.ts';

/** What is said about the record: to the office what is missing, to members the minutes and what became of objections. */
export const recordNotices = (desk: Desk): readonly NoticeKind[] => [
  {
    kind: 'beirat.record',
    title: titles.record,
    // Only a reminder: the next one comes a week later.
    repeatable: false,
    say: (notice, to, now) => toOffice(desk, notice, to, now, titles.record, missing),
  },
  {
    kind: 'beirat.objection',
    title: titles.objection,
    repeatable: true,
    say: (notice, to, now) => toOffice(desk, notice, to, now, titles.objection, objected),
  },
  {
    kind: 'beirat.minutes',
    title: titles.minutes,
    repeatable: true,
    async say(notice, to, now) {
      const meeting = await readable(desk, notice, to, now);
      const draft = notice.facts?.draft;
      // Corrected ones have overtaken them; what the office sends again is whatever is the newest.
      if (!meeting || (draft !== undefined && draft !== meeting.session.sentDraft)) return undefined;
      return {
        reply: minutesCard(desk, meeting, to, now),
        letter: await minutesLetter(desk, meeting, to, now),
      };
    },
  },
  {
    kind: 'beirat.objection-answered',
    title: titles.answered,
    repeatable: true,
    async say(notice, to, now) {
      const meeting = await readable(desk, notice, to, now);
      const one = meeting?.session.objections.find(({ n }) => n === notice.facts?.objection);
      if (!meeting || !one?.answer) return undefined;
      const remark = sayIn(to.language)(
        `Ihre Einwendung wurde behandelt: ${quoted(one.answer, 'de')}`,
        `Your objection has been dealt with: ${quoted(one.answer, 'en')}`,
      );
      const subject = subjectOf(titles.answered, meeting, to.language);
      const reply = { ...minutesCard(desk, meeting, to, now, remark), summary: subject };
      return { reply, letter: { subject, paragraphs: [remark] } };
    },
  },
];

const titles = {
  record: { de: 'Niederschrift offen', en: 'Minutes to be written' },
  objection: { de: 'Einwendung gegen eine Niederschrift', en: 'Objection to minutes' },
  minutes: { de: 'Niederschrift', en: 'Minutes' },
  answered: { de: 'Antwort auf Ihre Einwendung', en: 'Answer to your objection' },
} as const satisfies Readonly<Record<string, Text>>;

const subjectOf = (title: Text, meeting: Meeting, language: Language): string =>
  `${title[language]}: ${labelOf(meeting)}, ${longDay(meeting.plan.day, language)}`;

type Wording = (meeting: Meeting, notice: Notice, context: Context, language: Language) => string | undefined;

async function toOffice(
  desk: Desk,
  notice: Notice,
  to: Addressee,
  now: Date,
  title: Text,
  says: Wording,
): Promise<Said | undefined> {
  const meeting = await desk.meetings.get(notice.ref);
  const context = contextAt(desk, now.toISOString());
  const remark = meeting && says(meeting, notice, context, to.language);
  // Whoever has lost the office since need not know.
  if (!meeting || remark === undefined || !isOffice(to.id, context)) return undefined;
  const subject = subjectOf(title, meeting, to.language);
  const reply: Reply = isHeld(meeting)
    ? recordReply(meeting, context, to.language, { remark })
    : startReply(meeting, context, to.language, { remark });
  const where = sayIn(to.language)(
    `Zum Bearbeiten schreiben Sie Lotse in Microsoft Teams: ${labelOf(meeting)} Niederschrift`,
    `To deal with it, write to Lotse in Microsoft Teams: ${labelOf(meeting)} minutes`,
  );
  return { reply: { ...reply, summary: subject }, letter: { subject, paragraphs: [remark, where] } };
}

/** What is missing, by how far the record is. */
const missing: Wording = (meeting, _notice, context, language) => {
  const say = sayIn(language);
  const { state, plan, session } = meeting;
  const due = daysBefore(plan.day, -context.rules.minutes.days);
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

const objected: Wording = (meeting, notice, _context, language) => {
  const one = meeting.session?.objections.find(({ n }) => n === notice.facts?.objection);
  if (!one || one.answer) return undefined;
  return sayIn(language)(
    `${one.byName} erhebt eine Einwendung gegen die Niederschrift: ${quoted(one.text, 'de')}`,
    `${one.byName} objects to the minutes: ${quoted(one.text, 'en')}`,
  );
};

/** The meeting, when this member may read its minutes. */
async function readable(desk: Desk, notice: Notice, to: Addressee, now: Date): Promise<Held | undefined> {
  const meeting = await desk.meetings.get(notice.ref);
  if (!meeting || !isHeld(meeting) || !meeting.session.sentAt) return undefined;
  return invitationOf(meeting, to.id, contextAt(desk, now.toISOString())) && meeting;
}

const minutesCard = (desk: Desk, meeting: Held, to: Addressee, now: Date, remark?: string): Reply =>
  minutesReply(meeting, to.id, contextAt(desk, now.toISOString()), to.language, { remark });

async function minutesLetter(desk: Desk, meeting: Held, to: Addressee, now: Date): Promise<Letter> {
  const { language } = to;
  const say = sayIn(language);
  const { page, docx } = await minutesLinks(desk, meeting.id, to, now.toISOString(), inMail);
  const until = shortDay(meeting.session.objectionsUntil ?? meeting.plan.day, language);
  const resolutions = meeting.resolutions.map(
    (one) => `${say('Beschluss', 'Resolution')} ${one.number}: ${one.wording}\n${votesOf(one, language)}`,
  );
  return {
    subject: subjectOf(titles.minutes, meeting, language),
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
      { title: say('Als Word-Dokument', 'As a Word document'), url: docx },
    ],
  };
}
