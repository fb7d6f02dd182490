import type { Block, Page, PageRoute, Visit } from '../../../../core/ports/pages.ts';
import type { PaperBlock } from '../../../../core/ports/papers.ts';
import { type Language, quoted, wordsIn } from '../../../../core/text.ts';
import { today } from '../../board/context.ts';
import { contextAt } from '../../board/desk.ts';
import { shortDay } from '../../board/words.ts';
import { objectionReceived } from '../came.ts';
import type { MeetingDesk } from '../desk.ts';
import { minutesFile, minutesPage, oparlFile, type Reader, readerOf } from '../links.ts';
import { type For, minutesOf } from '../minutes/minutes.ts';
import { oparlMeeting } from '../minutes/oparl.ts';
import { decisionsOn } from '../objections.ts';

/** Pages of the minutes: to read and object, as a Word document, as data. */
export const recordPages = (desk: MeetingDesk): readonly PageRoute[] => [
  {
    path: minutesPage,
    get: async (visit) => {
      const reader = await visitor(desk, visit);
      return reader
        ? pageOf(desk, reader, visit, await forReader(desk, reader))
        : nothingHere(visit.language);
    },
    async post(visit, form) {
      const reader = await visitor(desk, visit);
      if (!reader) return nothingHere(visit.language);
      const name = desk.directory.person(reader.party)?.name ?? reader.party;
      const by = { id: reader.party, name, via: 'mail' as const };
      const data = { note: (form.text ?? '').slice(0, most) };
      await desk.meetings.act(by, reader.meeting.id, 'object', data, visit.now.toISOString());
      const now = await visitor(desk, visit);
      return now ? pageOf(desk, now, visit, await forReader(desk, now), true) : nothingHere(visit.language);
    },
  },
  {
    path: minutesFile,
    async get(visit) {
      const reader = await visitor(desk, visit);
      if (!reader) return nothingHere(visit.language);
      const language = visit.subject.language === 'en' ? 'en' : 'de';
      const paper = minutesOf(
        reader.meeting,
        contextAt(desk, visit.now.toISOString()),
        language,
        await forReader(desk, reader),
      );
      return {
        fileName: `${wordsIn(language)('Niederschrift', 'Minutes')}-${reader.meeting.id}.docx`,
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        content: await desk.papers.docx(paper),
      };
    },
  },
  {
    path: oparlFile,
    async get(visit) {
      const reader = await visitor(desk, visit);
      if (!reader) return nothingHere(visit.language);
      const data = oparlMeeting(reader.meeting, contextAt(desk, visit.now.toISOString()));
      return {
        fileName: `oparl-${reader.meeting.id}.json`,
        type: 'application/json',
        content: JSON.stringify(data, null, 2),
      };
    },
  },
];

/** Characters of an objection. */
const most = 2000;

const visitor = async ({ meetings }: MeetingDesk, { subject, now }: Visit): Promise<Reader | undefined> =>
  readerOf(
    await meetings.collection.get(subject.meeting ?? ''),
    subject.party ?? '',
    meetings.contextAt(now.toISOString()),
  );

/** What this reader may have of the minutes, with what became of objections. */
const forReader = async ({ meetings }: MeetingDesk, { party, meeting }: Reader): Promise<For> => ({
  party,
  decisions: decisionsOn(await meetings.collection.list(), meeting.id),
});

function nothingHere(language: Language): Page {
  const say = wordsIn(language);
  return {
    status: 404,
    title: say('Niederschrift', 'Minutes'),
    language,
    body: [
      {
        kind: 'text',
        text: say(
          'Diese Niederschrift ist für Sie zurzeit nicht zugänglich: Sie ist noch nicht versandt, oder Sie gehören dem Digitalen Beirat nicht mehr an. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.',
          'These minutes are not accessible to you at present: they have not been sent yet, or you are no longer in the Digital Advisory Board. The management of the Digital Advisory Board answers questions.',
        ),
      },
    ],
  };
}

function pageOf(
  desk: MeetingDesk,
  reader: Reader,
  { now, language }: Visit,
  more: For,
  isDone = false,
): Page {
  const context = contextAt(desk, now.toISOString());
  const { title, subtitle, facts, sections } = minutesOf(reader.meeting, context, language, more);
  const content = sections.flatMap(({ heading, blocks }): readonly Block[] => {
    const shown = blocks.flatMap((block) => blockOf(block, language));
    // On a screen nobody signs.
    return blocks.some(({ kind }) => kind === 'signatures')
      ? []
      : [{ kind: 'heading', text: heading }, ...shown];
  });
  return {
    title,
    language,
    body: [
      ...(isDone ? [doneNote(language)] : []),
      ...(subtitle ? [{ kind: 'text' as const, text: subtitle }] : []),
      { kind: 'facts', facts },
      ...content,
      ...objecting(reader, today(context), language),
    ],
  };
}

const doneNote = (language: Language): Block => ({
  kind: 'note',
  tone: 'done',
  text: objectionReceived[language],
});

function blockOf(block: PaperBlock, language: Language): readonly Block[] {
  switch (block.kind) {
    case 'wording':
      return [{ kind: 'text', text: quoted(block.text, language) }];
    case 'signatures':
      return [];
    case 'links':
      return [{ kind: 'list', items: block.items.map(({ text }) => text) }];
    default:
      return [block];
  }
}

/** The form for objections while they are possible, and what the member has said so far. */
function objecting({ meeting, party, as }: Reader, day: string, language: Language): readonly Block[] {
  const say = wordsIn(language);
  const { objectionsUntil } = meeting.session;
  if (as !== 'member' || meeting.state !== 'held' || !objectionsUntil || day > objectionsUntil) return [];
  const own = meeting.session.objections.filter(({ by }) => by === party).length;
  return [
    { kind: 'heading', text: say('Einwendung erheben', 'Object') },
    {
      kind: 'text',
      text: say(
        `Möglich bis ${shortDay(objectionsUntil, language)}. ${own > 0 ? 'Ihre bisherigen Einwendungen stehen oben. ' : ''}Ist alles richtig, müssen Sie nichts tun.`,
        `Possible until ${shortDay(objectionsUntil, language)}. ${own > 0 ? 'Your objections so far are above. ' : ''}If everything is right, there is nothing you have to do.`,
      ),
    },
    {
      kind: 'form',
      fields: [
        {
          kind: 'text',
          name: 'text',
          label: say('Was ist an der Niederschrift nicht richtig?', 'What is not right in the minutes?'),
          lines: 5,
          maxLength: most,
          required: true,
        },
      ],
      buttons: [{ title: say('Einwendung senden', 'Send objection') }],
    },
  ];
}
