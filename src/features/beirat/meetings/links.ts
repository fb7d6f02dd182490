import { labelOf } from '../../../core/case-number.ts';
import { dayOf, daysBefore, momentAfter, momentOf } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Links } from '../../../core/ports/links.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import type { Context } from '../board/context.ts';
import { contextAt } from '../board/desk.ts';
import { isOffice } from '../board/members.ts';
import { mayRelease } from './acts/minutes.ts';
import { type MeetingDesk, visibleTo } from './desk.ts';
import { type Held, isHeld, type Meeting } from './model.ts';
import { invitationOf, isKeeper, mayHavePapers } from './policy.ts';
import type { Recommendation } from './recommendations.ts';
import { notInvited } from './refusals.ts';

/** Where members outside Teams read and answer. */
export const answerPath = '/beirat/antwort';

/** A link for one member, open until the day of the meeting is over. It shows the state of the moment, also "abgesagt". */
export const replyLink = (
  links: Links,
  { id, plan }: Meeting,
  to: Pick<Addressee, 'id' | 'language'>,
): Promise<string> =>
  links.make({
    page: answerPath,
    subject: { meeting: id, party: to.id, language: to.language },
    expiresAt: momentOf(daysBefore(plan.day, -1), '00:00'),
  });

/** Addresses of the lists, see `list-pages.ts`. */
export const listPath = '/beirat/rueckmeldungen';
export const csvPath = '/beirat/rueckmeldungen-csv';
/** How long their links open, in milliseconds: an hour. */
const listFor = 3_600_000;

/** Card `beirat/invitation-link`: personal links, made at this moment. */
export type LinkView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** Leads back to the own invitation, else to the meeting. */
  readonly isMember: boolean;
};

/** The own page, where there is room for everything. @throws {Refusal} for those who are not invited */
export async function fullReply(desk: MeetingDesk, turn: Turn, id: string): Promise<Reply> {
  const { language } = turn;
  const viewer = desk.meetings.viewerOf(turn);
  const meeting = await visibleTo(desk, turn, id);
  const one = invitationOf(meeting, viewer.id, contextAt(desk, turn.at));
  if (!one || one.releasedAt) throw notInvited();
  const url = await replyLink(desk.links, meeting, viewer);
  const t = wordsIn(language);
  return linkReply(turn, {
    id,
    title: t(`Ihre Seite zur Sitzung ${labelOf(meeting)}`, `Your page on meeting ${labelOf(meeting)}`),
    text: t(
      'Dort stehen die ganze Tagesordnung und alle Anlagen. Die Seite gehört nur Ihnen; bitte geben Sie den Link nicht weiter.',
      'It has the whole agenda and all attachments. The page is yours alone; please do not pass the link on.',
    ),
    links: [
      { title: t('Seite öffnen', 'Open the page'), url },
      {
        title: t('Unterlagen (PDF)', 'Papers (PDF)'),
        url: await packLink(desk.links, meeting, viewer, turn.at),
      },
    ],
    isMember: true,
  });
}

/** The lists of the office, to print and as a file. @throws {Refusal} for everybody but the office and the chair */
export async function exportReply(desk: MeetingDesk, turn: Turn, id: string): Promise<Reply> {
  const viewer = desk.meetings.viewerOf(turn);
  const meeting = await visibleTo(desk, turn, id);
  if (!isKeeper(meeting, viewer.id, contextAt(desk, turn.at))) throw onlyKeepers();
  const subject = { meeting: id, by: viewer.id, language: turn.language };
  const to = { id: viewer.id, language: turn.language };
  const expiresAt = new Date(Date.parse(turn.at) + listFor).toISOString();
  const t = wordsIn(turn.language);
  const [page, file] = await Promise.all(
    [listPath, csvPath].map((path) => desk.links.make({ page: path, subject, expiresAt })),
  );
  return linkReply(turn, {
    id,
    title: t(`Rückmeldungen zu ${labelOf(meeting)}`, `Answers for ${labelOf(meeting)}`),
    text: t(
      'Die Liste zeigt Sitze, Antworten und Versand; ihre Links gelten eine Stunde. Alle Links gehören nur Ihnen.',
      'The list shows seats, answers and dispatch; its links work for an hour. All links are yours alone.',
    ),
    links: [
      { title: t('Liste ansehen und drucken', 'See and print the list'), url: page ?? '' },
      { title: t('Als CSV-Datei laden', 'Download as CSV file'), url: file ?? '' },
      { title: t('Unterlagen (PDF)', 'Papers (PDF)'), url: await packLink(desk.links, meeting, to, turn.at) },
      // Once it was held the list of who was there comes with the minutes.
      ...(meeting.session ? [] : [await listToSign(desk, to, id, turn.at)]),
    ],
    isMember: false,
  });
}

const onlyKeepers = () =>
  new Refusal('only-keepers', {
    de: 'Die Liste der Rückmeldungen sehen nur die Geschäftsführung und der Vorsitz des Digitalen Beirats.',
    en: 'Only the board’s office and the chair see the list of answers.',
  });

function linkReply({ language }: Turn, view: Omit<LinkView, 'roles'>): Reply {
  const data: LinkView = { roles: [], ...view };
  return { card: 'beirat/invitation-link', data, summary: view.title, language };
}

export const minutesPage = '/beirat/niederschrift';
export const minutesFile = '/beirat/niederschrift-docx';
export const minutesPdf = '/beirat/niederschrift-pdf';
export const resolutionsPdf = '/beirat/beschluesse-pdf';
export const oparlFile = '/beirat/oparl';
/** Of every meeting, also before it was held. */
export const packPdf = '/beirat/unterlagen-pdf';
/** One recommendation, for whoever answers it. */
export const recommendationPath = '/beirat/empfehlung';

/** A link to one recommendation, until well after its day; each reminder brings a new one. */
export const recommendationLink = (
  links: Links,
  { number, meeting, dueDay }: Pick<Recommendation, 'number' | 'meeting' | 'dueDay'>,
  { id, language }: Pick<Addressee, 'id' | 'language'>,
  now: string,
): Promise<string> => {
  const [from = ''] = [dueDay ?? '', dayOf(now)].sort().slice(-1);
  return links.make({
    page: recommendationPath,
    subject: { meeting: meeting.id, number, party: id, language },
    expiresAt: momentOf(daysBefore(from, -inMail), '00:00'),
  });
};
/** One item, for whoever was asked to look at it before the invitations go out. */
export const reviewPath = '/beirat/pruefung';

/** A link to the item of one review; it leads nowhere once the invitations are sent. */
export const reviewLink = (
  links: Links,
  { id, plan }: Pick<Meeting, 'id' | 'plan'>,
  review: number,
  to: Pick<Addressee, 'id' | 'language'>,
): Promise<string> =>
  links.make({
    page: reviewPath,
    subject: { meeting: id, review: String(review), party: to.id, language: to.language },
    expiresAt: momentOf(daysBefore(plan.day, -1), '00:00'),
  });
/** One paper of an item, where it is not inside the pack. */
export const paperPath = '/beirat/anlage';
export const attendancePdf = '/beirat/anwesenheit-pdf';

/** Somebody who may read the minutes: the office and whoever releases them a draft too, members what was sent. */
export type Reader = {
  readonly meeting: Held;
  readonly party: string;
  readonly as: 'office' | 'chair' | 'member';
};

/** @returns `undefined` when there is no record, or not for this party */
export function readerOf(meeting: Meeting | undefined, party: string, context: Context): Reader | undefined {
  if (!meeting || !isHeld(meeting)) return undefined;
  if (isOffice(party, context)) return { meeting, party, as: 'office' };
  if (mayRelease(meeting, party, context)) return { meeting, party, as: 'chair' };
  const isSent = meeting.session.sentAt !== undefined;
  return isSent && invitationOf(meeting, party, context) ? { meeting, party, as: 'member' } : undefined;
}

/** Days that a link works: one that is clicked at once, one in a mail beyond the time for objections. */
export const atOnce = 2;
export const inMail = 60;

const minutesPaths = {
  page: minutesPage,
  pdf: minutesPdf,
  docx: minutesFile,
  attendance: attendancePdf,
  resolutions: resolutionsPdf,
  oparl: oparlFile,
} as const;
export type MinutesLinks = Readonly<Record<keyof typeof minutesPaths, string>>;

/** New personal links to the minutes. @param days how long they work */
export async function minutesLinks(
  desk: Pick<MeetingDesk, 'links'>,
  meeting: string,
  { id, language }: Pick<Addressee, 'id' | 'language'>,
  at: string,
  days: number,
): Promise<MinutesLinks> {
  const expiresAt = momentAfter(at, days);
  const subject = { meeting, party: id, language };
  const made = await Promise.all(
    Object.entries(minutesPaths).map(
      async ([name, page]) => [name, await desk.links.make({ page, subject, expiresAt })] as const,
    ),
  );
  return Object.fromEntries(made) as MinutesLinks;
}

/** The pack of the meeting as one file, for one person, until the day of the meeting is over. */
export const packLink = (
  links: Links,
  { id, plan }: Meeting,
  to: Pick<Addressee, 'id' | 'language'>,
  at: string,
): Promise<string> => {
  const dayAfter = momentOf(daysBefore(plan.day, -1), '00:00');
  const aDay = momentAfter(at, 1);
  return links.make({
    page: packPdf,
    subject: { meeting: id, party: to.id, language: to.language },
    expiresAt: dayAfter > aDay ? dayAfter : aDay,
  });
};

/** All papers of a meeting that somebody may have, called up in the chat. @throws {Refusal} for whoever gets none */
export async function papersReply(desk: MeetingDesk, turn: Turn, id: string): Promise<Reply> {
  const viewer = desk.meetings.viewerOf(turn);
  const meeting = await visibleTo(desk, turn, id);
  const context = contextAt(desk, turn.at);
  if (!mayHavePapers(meeting, viewer.id, context)) throw notInvited();
  const to = { id: viewer.id, language: turn.language };
  const t = wordsIn(turn.language);
  const pack = {
    title: t('Unterlagen (PDF)', 'Papers (PDF)'),
    url: await packLink(desk.links, meeting, to, turn.at),
  };
  const isReader = readerOf(meeting, viewer.id, context) !== undefined;
  const isTheirs = isKeeper(meeting, viewer.id, context);
  const more = isReader
    ? minutesButtons(await minutesLinks(desk, id, to, turn.at, atOnce), turn.language)
    : isTheirs
      ? [await listToSign(desk, to, id, turn.at)]
      : [];
  return linkReply(turn, {
    id,
    title: t(`Unterlagen zu ${labelOf(meeting)}`, `Papers of ${labelOf(meeting)}`),
    text: t(
      'Die Dateien sind für Sie gemacht, auf dem Stand von jetzt. Die Links gehören nur Ihnen; bitte geben Sie sie nicht weiter.',
      'The files are made for you, as things stand now. The links are yours alone; please do not pass them on.',
    ),
    links: [pack, ...more],
    isMember: !isTheirs,
  });
}

async function listToSign(
  { links }: Pick<MeetingDesk, 'links'>,
  { id, language }: Pick<Addressee, 'id' | 'language'>,
  meeting: string,
  at: string,
) {
  const expiresAt = momentAfter(at, atOnce);
  return {
    title: wordsIn(language)('Anwesenheitsliste zum Eintragen (PDF)', 'Attendance list to sign (PDF)'),
    url: await links.make({ page: attendancePdf, subject: { meeting, party: id, language }, expiresAt }),
  };
}

/** The minutes and what is drawn from them, as buttons or links. */
export function minutesButtons(links: MinutesLinks, language: Language) {
  const t = wordsIn(language);
  return [
    { title: t('Niederschrift im Browser lesen', 'Read the minutes in the browser'), url: links.page },
    { title: t('Niederschrift (PDF)', 'Minutes (PDF)'), url: links.pdf },
    { title: t('Niederschrift (Word)', 'Minutes (Word)'), url: links.docx },
    { title: t('Anwesenheitsliste (PDF)', 'Attendance list (PDF)'), url: links.attendance },
    { title: t('Beschlüsse (PDF)', 'Resolutions (PDF)'), url: links.resolutions },
    { title: t('Daten (OParl)', 'Data (OParl)'), url: links.oparl },
  ];
}
