import { labelOf } from '../../../../core/case-number.ts';
import type { Letter } from '../../../../core/notice.ts';
import { type Language, nameWithMark, quoted, type Text, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { longDay } from '../../board/words.ts';
import type { Invitee, Meeting } from '../model.ts';
import type { Question } from '../preparation.ts';
import {
  agendaParagraphs,
  changeSentence,
  changesFor,
  confidentiality,
  dayAndTime,
  headingOf,
  introOf,
  meetingName,
  publicAttachments,
  replyByFact,
  statements,
  whenAndWhere,
} from './texts.ts';

/** What a letter to one member is made of. */
export type Writing = {
  readonly meeting: Meeting;
  readonly one: Invitee;
  readonly context: Context;
  readonly language: Language;
  /** The member's own page; not for what is over. */
  readonly link?: string | undefined;
  /** Whether an answer in the calendar arrives. */
  readonly readsMailbox?: boolean | undefined;
  /** The papers as one file, behind a personal link. */
  readonly pack?: string | undefined;
  /** Where the member may propose topics for a later meeting. */
  readonly topics?: string | undefined;
};

/** The whole invitation, also after a change: whoever reads only this one knows everything. */
export function invitationLetter(writing: Writing): Letter {
  const { meeting, one, context, language } = writing;
  const t = wordsIn(language);
  const changes = changesFor(meeting, one);
  const name = meetingName(meeting, language);
  return {
    subject: subjectOf(writing, headingOf(meeting, one, language)),
    paragraphs: [
      salutation[language],
      changes.length > 0
        ? t(
            `zur ${name} hat sich etwas geändert. Es gilt jetzt diese Einladung.`,
            `something has changed about ${name}. This invitation applies now.`,
          )
        : t(`zur ${name} laden wir Sie ein.`, `we invite you to ${name}.`),
      ...changes.slice(0, 2).map((entry) => changeSentence(meeting, entry, language)),
      ...introOf(meeting, one, language),
      ...statements(meeting, context, language),
      ...(meeting.plan.greeting ? [meeting.plan.greeting] : []),
      factsText([...whenAndWhere(meeting, language), ...replyByFact(meeting, language)]),
      ...agendaParagraphs(meeting, language),
      ...confidentiality(meeting, language),
      howToAnswer(writing),
      signature(writing),
    ],
    links: [
      ...answerLinks(writing),
      ...packLinks(writing),
      ...topicLinks(writing),
      ...publicAttachments(meeting, language),
    ],
  };
}

/** @param taken the date that was taken back, "2026-12-10 14:00" */
export function cancellationLetter(
  writing: Writing,
  off: { readonly state: 'postponed' | 'cancelled'; readonly taken: string; readonly reason: string },
): Letter {
  const { meeting, language } = writing;
  const t = wordsIn(language);
  const name = meetingName(meeting, language);
  const [day = ''] = off.taken.split(' ');
  const heading = off.state === 'postponed' ? t('Verschoben', 'Postponed') : t('Abgesagt', 'Cancelled');
  const what =
    off.state === 'postponed'
      ? t(
          `der Termin der ${name} am ${dayAndTime(off.taken, 'de')} ist aufgehoben. Der neue Termin folgt mit einer eigenen Nachricht; Sie müssen jetzt nichts tun.`,
          `the date of ${name}, ${dayAndTime(off.taken, 'en')}, is off. The new date will follow in a message of its own; there is nothing you have to do now.`,
        )
      : t(
          `die ${name} am ${dayAndTime(off.taken, 'de')} fällt aus. Sie müssen nichts tun.`,
          `${name} on ${dayAndTime(off.taken, 'en')} will not take place. There is nothing you have to do.`,
        );
  return {
    subject: subjectOf(writing, heading, day),
    paragraphs: [
      salutation[language],
      what,
      ...(off.reason ? [t(`Grund: ${off.reason}`, `Reason: ${off.reason}`)] : []),
      signature(writing),
    ],
  };
}

export function releasedLetter(writing: Writing): Letter {
  const { meeting, one, language } = writing;
  return {
    subject: subjectOf(writing, headingOf(meeting, one, language)),
    paragraphs: [
      salutation[language],
      ...introOf(meeting, one, language),
      factsText(whenAndWhere(meeting, language)),
      signature(writing),
    ],
  };
}

export function reminderLetter(writing: Writing): Letter {
  const { meeting, language } = writing;
  const by = longDay(meeting.plan.replyBy, language);
  const name = meetingName(meeting, language);
  return {
    subject: subjectOf(writing, wordsIn(language)('Erinnerung', 'Reminder')),
    paragraphs: [
      salutation[language],
      wordsIn(language)(
        `zur ${name} fehlt noch Ihre Antwort. Bitte antworten Sie bis ${by}, auch wenn Sie nicht kommen können: Davon hängt ab, ob die Sitzung beschlussfähig ist.`,
        `your answer to the invitation to ${name} is still missing. Please answer by ${by}, also if you cannot come: whether the meeting has a quorum depends on it.`,
      ),
      factsText(whenAndWhere(meeting, language)),
      howToAnswer(writing),
      signature(writing),
    ],
    links: answerLinks(writing),
  };
}

export function answerLetter(writing: Writing, question: Question): Letter {
  const { language } = writing;
  const t = wordsIn(language);
  return {
    subject: subjectOf(writing, t('Antwort auf Ihre Frage', 'Answer to your question')),
    paragraphs: [
      salutation[language],
      `${t('Ihre Frage', 'Your question')}: ${quoted(question.text, language)}`,
      `${question.answer?.byName}: ${quoted(question.answer?.text ?? '', language)}`,
      signature(writing),
    ],
    links: answerLinks(writing),
  };
}

/** "Einladung: 1. Sitzung 2026 des Digitalen Beirats am Donnerstag, 10. Dezember 2026" */
export const subjectOf = (
  { meeting, language }: Pick<Writing, 'meeting' | 'language'>,
  heading: string,
  day = meeting.plan.day,
): string =>
  `${heading}: ${meetingName(meeting, language)} ${wordsIn(language)('am', 'on')} ${longDay(day, language)}`;

const salutation = { de: 'Guten Tag,', en: 'Hello,' };

const factsText = (facts: readonly { readonly title: string; readonly value: string }[]): string =>
  facts.map(({ title, value }) => `${title}: ${value}`).join('\n');

function howToAnswer({ meeting, language, link, readsMailbox }: Writing): string {
  const by = longDay(meeting.plan.replyBy, language);
  if (link === undefined)
    return wordsIn(language)(
      `Bitte antworten Sie bis ${by} in Microsoft Teams: Schreiben Sie Lotse „${labelOf(meeting)} meine Einladung“.`,
      `Please answer by ${by} in Microsoft Teams: write “${labelOf(meeting)} my invitation” to Lotse.`,
    );
  return wordsIn(language)(
    `Bitte antworten Sie bis ${by} auf Ihrer persönlichen Seite (Link unten): Zusage, Absage, Vertretung oder eine Frage. Sie können Ihre Antwort dort bis zum Beginn der Sitzung ändern. ${inCalendar(readsMailbox).de} Der Link gilt nur für Sie; bitte geben Sie ihn nicht weiter.`,
    `Please answer by ${by} on your personal page (link below): accept, decline, send a deputy or ask a question. You can change your answer there until the meeting begins. ${inCalendar(readsMailbox).en} The link is for you only; please do not pass it on.`,
  );
}

const inCalendar = (isRead = false): Text =>
  isRead
    ? {
        de: 'Zusage und Absage im Kalender gelten auch, wenn sie von Ihrer Adresse kommen.',
        en: 'Accepting or declining in your calendar counts, too, when it comes from your address.',
      }
    : {
        de: 'Eine Zusage im Kalender kommt hier nicht an.',
        en: 'An answer in your calendar does not reach us.',
      };

const answerLinks = ({ link, language }: Writing): readonly { title: string; url: string }[] =>
  link
    ? [
        {
          title: wordsIn(language)('Zur Einladung und zur Antwort', 'To the invitation and your answer'),
          url: link,
        },
      ]
    : [];

const packLinks = ({ pack, language }: Writing): readonly { title: string; url: string }[] =>
  pack ? [{ title: wordsIn(language)('Alle Unterlagen als PDF', 'All papers as a PDF'), url: pack }] : [];

const topicLinks = ({ topics, language }: Writing): readonly { title: string; url: string }[] =>
  topics
    ? [
        {
          title: wordsIn(language)(
            'Thema für eine spätere Sitzung vorschlagen',
            'Propose a topic for a later meeting',
          ),
          url: topics,
        },
      ]
    : [];

/** Who invites: the chair, who approved it. */
function signature({ meeting, language }: Writing): string {
  const { approval } = meeting;
  const by = approval && nameWithMark(approval.byName, approval.onBehalfOf, language);
  const chair = by ? [wordsIn(language)(`Vorsitz: ${by}`, `Chair: ${by}`)] : [];
  return [
    ...chair,
    wordsIn(language)('Geschäftsführung des Digitalen Beirats', 'Management of the Digital Advisory Board'),
  ].join('\n');
}
