import type { Block, Page, PageRoute, Visit } from '../../../../core/ports/pages.ts';
import type { PaperBlock } from '../../../../core/ports/papers.ts';
import { type Language, quoted, wordsIn } from '../../../../core/text.ts';
import { today } from '../../board/context.ts';
import { contextAt } from '../../board/desk.ts';
import { shortDay } from '../../board/words.ts';
import { objectionReceived } from '../came.ts';
import type { MeetingDesk } from '../desk.ts';
import { minutesPage, type Reader } from '../links.ts';
import { type For, minutesOf } from '../minutes/minutes.ts';
import { minutesAs } from './files.ts';
import { forReader, nothingHere, visitor } from './reader.ts';

/** The page of the minutes: to read, and to object. */
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
      if (form.do === 'pdf' || form.do === 'docx') return minutesAs(desk, reader, visit, form.do);
      const name = desk.directory.person(reader.party)?.name ?? reader.party;
      const by = { id: reader.party, name, via: 'mail' as const };
      const data = { note: (form.text ?? '').slice(0, most) };
      await desk.meetings.act(by, reader.meeting.id, 'object', data, visit.now.toISOString());
      const now = await visitor(desk, visit);
      return now ? pageOf(desk, now, visit, await forReader(desk, now), true) : nothingHere(visit.language);
    },
  },
];

/** Characters of an objection. */
const most = 2000;

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
      asFile(language),
      ...objecting(reader, today(context), language),
    ],
  };
}

/** The same as a file; a button, because every look at the page would have to make links for it. */
const asFile = (language: Language): Block => ({
  kind: 'form',
  fields: [],
  buttons: [
    { title: wordsIn(language)('Als PDF laden', 'Download as PDF'), name: 'do', value: 'pdf' },
    { title: wordsIn(language)('Als Word-Dokument laden', 'Download as Word'), name: 'do', value: 'docx' },
  ],
});

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
