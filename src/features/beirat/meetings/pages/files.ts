import { momentAfter } from '../../../../core/day.ts';
import { type PaperForm, paperFile } from '../../../../core/paper-file.ts';
import type { Download, Page, PageRoute, Visit } from '../../../../core/ports/pages.ts';
import type { Paper } from '../../../../core/ports/papers.ts';
import { type Language, type Text, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { contextAt } from '../../board/desk.ts';
import type { MeetingDesk } from '../desk.ts';
import { filesFor, fitting, papersOfItem } from '../item-files.ts';
import {
  attendancePdf,
  inMail,
  minutesFile,
  minutesPdf,
  oparlFile,
  packPdf,
  paperPath,
  type Reader,
  readerOf,
  resolutionsPdf,
} from '../links.ts';
import { minutesOf } from '../minutes/minutes.ts';
import { oparlMeeting } from '../minutes/oparl.ts';
import type { Meeting } from '../model.ts';
import { attendanceList, resolutionList } from '../papers/lists.ts';
import { type PackFiles, packOf } from '../papers/pack.ts';
import { isKeeper, mayHavePapers } from '../policy.ts';
import { reportedAt } from '../recommendations.ts';
import { forReader, nothingHere, visitor } from './reader.ts';

/** The papers of a meeting as files. Each is made when it is opened, for whoever opens it: it shows how things stand then. */
export const fileRoutes = (desk: MeetingDesk): readonly PageRoute[] => [
  { path: packPdf, get: (visit) => packFor(desk, visit) },
  { path: paperPath, get: (visit) => onePaper(desk, visit) },
  { path: minutesPdf, get: ofMinutes(desk, (reader, visit) => minutesAs(desk, reader, visit, 'pdf')) },
  { path: minutesFile, get: ofMinutes(desk, (reader, visit) => minutesAs(desk, reader, visit, 'docx')) },
  {
    path: resolutionsPdf,
    get: ofMinutes(desk, async ({ meeting, party }, visit) =>
      fileOf(
        desk,
        { de: 'Beschluesse', en: 'Resolutions' },
        meeting.id,
        resolutionList(meeting, party, contextAt(desk, visit.now.toISOString()), languageOf(visit)),
      ),
    ),
  },
  { path: attendancePdf, get: (visit) => attendance(desk, visit) },
  {
    path: oparlFile,
    get: ofMinutes(desk, async ({ meeting }, visit) => ({
      fileName: `oparl-${meeting.id}.json`,
      type: 'application/json',
      content: JSON.stringify(oparlMeeting(meeting, contextAt(desk, visit.now.toISOString())), null, 2),
    })),
  },
];

/** The language that the link was made for. */
const languageOf = ({ subject }: Visit): Language => (subject.language === 'en' ? 'en' : 'de');

const fileOf = (
  { papers }: MeetingDesk,
  name: Text,
  id: string,
  paper: Paper,
  form: PaperForm = 'pdf',
): Promise<Download> => paperFile(papers, form, paper, `${name[paper.language]}-${id}`);

const ofMinutes =
  (desk: MeetingDesk, make: (reader: Reader, visit: Visit) => Promise<Download>) =>
  async (visit: Visit): Promise<Page | Download> => {
    const reader = await visitor(desk, visit);
    return reader ? make(reader, visit) : nothingHere(visit.language);
  };

/** The minutes as they are for this reader. */
export async function minutesAs(
  desk: MeetingDesk,
  reader: Reader,
  visit: Visit,
  form: PaperForm,
): Promise<Download> {
  const context = contextAt(desk, visit.now.toISOString());
  const more = await forReader(desk, reader);
  const paper = minutesOf(reader.meeting, context, languageOf(visit), more);
  return fileOf(desk, { de: 'Niederschrift', en: 'Minutes' }, reader.meeting.id, paper, form);
}

/** All papers of a meeting for whoever opened a link of theirs. */
export async function packFor(desk: MeetingDesk, visit: Visit): Promise<Page | Download> {
  const { meeting, party, context } = await asked(desk, visit);
  if (!meeting || !mayHavePapers(meeting, party, context)) return noPapers(visit.language);
  const name = desk.directory.person(party)?.name ?? party;
  const shows = meeting.plan.items.some((item) => item.shows);
  const reported = shows ? reportedAt(await desk.meetings.collection.list(), meeting) : [];
  const files = await packFiles(
    desk,
    meeting,
    { party, language: languageOf(visit), now: visit.now },
    context,
  );
  const paper = packOf(meeting, { party, name }, context, languageOf(visit), reported, files);
  return fileOf(desk, { de: 'Unterlagen', en: 'Papers' }, meeting.id, paper);
}

/** Reads the papers that go into the pack, and makes personal links to those that do not fit. */
async function packFiles(
  { contents, links }: MeetingDesk,
  meeting: Meeting,
  { party, language, now }: { readonly party: string; readonly language: Language; readonly now: Date },
  context: Context,
): Promise<PackFiles> {
  const theirs = new Set(filesFor(meeting, party, context).map(({ id }) => id));
  const named = meeting.plan.items
    .flatMap((item) => papersOfItem(meeting, item))
    .filter(({ id }) => theirs.has(id));
  const inside = fitting(named);
  const read = new Map<string, Uint8Array>();
  const urls = new Map<string, string>();
  const expiresAt = momentAfter(now.toISOString(), inMail);
  for (const { id } of named) {
    const content = inside.has(id) ? await contents?.read(id) : undefined;
    if (content) read.set(id, content);
    else {
      const subject = { meeting: meeting.id, file: id, party, language };
      urls.set(id, await links.make({ page: paperPath, subject, expiresAt }));
    }
  }
  return { content: (id) => read.get(id), url: (id) => urls.get(id) };
}

/** One paper by its link, looked up anew: what was taken off the agenda since is not given out any more. */
async function onePaper(desk: MeetingDesk, visit: Visit): Promise<Page | Download> {
  const { meeting, party, context } = await asked(desk, visit);
  const note = meeting && filesFor(meeting, party, context).find(({ id }) => id === visit.subject.file);
  const content = note && (await desk.contents?.read(note.id));
  if (!note || !content) return noPapers(visit.language);
  return { fileName: note.name, type: note.type, content };
}

/** Before the meeting a list to be signed, for the office and the chair; afterwards for whoever reads the minutes. */
async function attendance(desk: MeetingDesk, visit: Visit): Promise<Page | Download> {
  const { meeting, party, context } = await asked(desk, visit);
  const isTheirs =
    meeting?.session === undefined
      ? meeting && isKeeper(meeting, party, context)
      : readerOf(meeting, party, context) !== undefined;
  if (!meeting || !isTheirs) return nothingHere(visit.language);
  const paper = attendanceList(meeting, context, languageOf(visit));
  return fileOf(desk, { de: 'Anwesenheit', en: 'Attendance' }, meeting.id, paper);
}

async function asked({ meetings }: MeetingDesk, { subject, now }: Visit) {
  const context = meetings.contextAt(now.toISOString());
  const meeting = await meetings.collection.get(subject.meeting ?? '');
  return { meeting, party: subject.party ?? '', context };
}

const noPapers = (language: Language): Page => ({
  status: 404,
  title: wordsIn(language)('Keine Unterlagen', 'No papers'),
  language,
  body: [
    {
      kind: 'text',
      text: wordsIn(language)(
        'Zu diesem Link gibt es keine Unterlagen mehr: Die Sitzung ist abgesagt, oder Sie sind nicht mehr eingeladen. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.',
        'There are no papers for this link any more: the meeting is cancelled, or you are no longer invited. The board’s office answers questions.',
      ),
    },
  ],
});
