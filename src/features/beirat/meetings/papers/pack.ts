import { sizeText } from '../../../../case/files.ts';
import { labelOf } from '../../../../core/case-number.ts';
import type { Paper, PaperBlock, PaperFile, PaperLink, PaperSection } from '../../../../core/ports/papers.ts';
import { type Language, nameWithMark, quoted, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { shortDay } from '../../board/words.ts';
import { fileText, packedName, packRoom, papersOfItem } from '../item-files.ts';
import {
  changeSentence,
  changesFor,
  closedItem,
  meetingName,
  replyByFact,
  statements,
  whenAndWhere,
} from '../letters/texts.ts';
import type { Item, Meeting } from '../model.ts';
import { invitationOf, mayPrepareItem, mayReadItem } from '../policy.ts';
import { nothingToReport, type Recommendation, recommendationLine } from '../recommendations.ts';
import { commentLines, mayReadReviews } from '../reviews.ts';
import { type Mark, marksOf } from '../supplements.ts';
import { itemDetail } from '../views/agenda.ts';
import { closedMark } from './closed.ts';

/** The pack of a meeting for one reader: agenda with links, then item after item, what is not public on pages of its own. */
export function packOf(
  meeting: Meeting,
  { party, name }: { readonly party: string; readonly name: string },
  context: Context,
  language: Language,
  reported: readonly Recommendation[] = [],
  files: PackFiles = noFiles,
): Paper {
  const say = wordsIn(language);
  // Of what was recommended behind closed doors a reader who took no part sees the number and how it stands.
  const report = reported.map((one) =>
    recommendationLine(one, today(context), language, mayReadItem(one.meeting, one.item, party, context)),
  );
  const board = context.rules.name[language];
  const label = labelOf(meeting);
  const marks = marksOf(meeting);
  const reads = mayReadReviews(meeting, party, context);
  const said = (item: Item) => (reads ? commentLines(meeting, item.id, language) : []);
  const mine = (item: Item) => mayPrepareItem(meeting, item.id, party, context);
  const readable = meeting.plan.items.filter((item) => item.public || mine(item));
  const about: About = { meeting, marks, language, report, said, files };
  return {
    title: `${say('Unterlagen', 'Papers')}: ${meetingName(meeting, language)}`,
    subtitle: `${board} · ${label}`,
    author: board,
    language,
    // Who passes it on, passes on a copy with a name.
    footer: say(`Unterlagen ${label} · Exemplar für ${name}`, `Papers ${label} · copy for ${name}`),
    facts: factsOf(meeting, language),
    attachments: attachmentsOf(readable, about),
    sections: [
      ...opening(meeting, party, context, language),
      agenda(meeting, marks, mine, language),
      ...part(
        readable.filter(({ public: isPublic }) => isPublic),
        about,
      ),
      ...part(
        readable.filter(({ public: isPublic }) => !isPublic),
        about,
      ),
    ],
  };
}

function factsOf(meeting: Meeting, language: Language): Paper['facts'] {
  const say = wordsIn(language);
  const { approval, issue } = meeting;
  const by = approval && nameWithMark(approval.byName, approval.onBehalfOf, language);
  const last = meeting.history.findLast(({ act }) => issuing.includes(act));
  const of = last
    ? say(` vom ${shortDay(last.at.slice(0, 10), 'de')}`, ` of ${shortDay(last.at.slice(0, 10), 'en')}`)
    : '';
  return [
    ...whenAndWhere(meeting, language),
    ...(meeting.state === 'invited' ? replyByFact(meeting, language) : []),
    ...(by ? [{ title: say('Vorsitz', 'Chair'), value: by }] : []),
    {
      title: say('Fassung', 'Version'),
      value:
        issue > 0
          ? `${issue}${of}`
          : say('Entwurf, noch nicht eingeladen', 'draft, invitations not sent yet'),
    },
  ];
}

const issuing = ['invited', 'moved', 'relocated', 'amended', 'postponed'];

/** What must be stated, what has changed since this reader was invited, the word of the chair. */
function opening(
  meeting: Meeting,
  party: string,
  context: Context,
  language: Language,
): readonly PaperSection[] {
  const say = wordsIn(language);
  const one = invitationOf(meeting, party, context) ?? meeting.invitees[0];
  const changes = changesFor(meeting, one);
  const said = [
    ...statements(meeting, context, language),
    ...(meeting.plan.greeting ? [quoted(meeting.plan.greeting, language)] : []),
  ];
  const hints: PaperSection = {
    heading: say('Hinweise', 'Notes'),
    blocks: said.map((text) => ({ kind: 'text', text })),
  };
  const changed: PaperSection = {
    heading: say('Was sich geändert hat', 'What has changed'),
    blocks: [{ kind: 'list', items: changes.map((entry) => changeSentence(meeting, entry, language)) }],
  };
  return [...(said.length > 0 ? [hints] : []), ...(changes.length > 0 ? [changed] : [])];
}

const placeOf = (n: number): string => `item-${n}`;

function agenda(
  meeting: Meeting,
  marks: ReadonlyMap<string, Mark>,
  mine: (item: Item) => boolean,
  language: Language,
): PaperSection {
  const say = wordsIn(language);
  const closed = meeting.plan.items.filter((item) => !item.public);
  const withheld = closed.some((item) => !mine(item));
  const text = withheld
    ? say(
        'Punkte, die nicht öffentlich sind und an denen Sie nicht mitwirken, stehen nur mit ihrer Nummer da.',
        'Items that are not public and in which you take no part stand with their number only.',
      )
    : say(
        'Punkte mit dem Vermerk „nicht öffentlich“ sind vertraulich. Ihre Seiten tragen diesen Vermerk.',
        'Items marked “not public” are confidential. Their pages carry that mark.',
      );
  return {
    heading: say('Tagesordnung', 'Agenda'),
    id: 'agenda',
    blocks: [
      {
        kind: 'links',
        items: meeting.plan.items.map((item, at) => ({
          text: mine(item)
            ? `${titleOf(item, at + 1, marks, language)}${item.public ? '' : say(' · nicht öffentlich', ' · not public')}`
            : closedItem(at + 1, language),
          to: placeOf(at + 1),
        })),
      },
      ...(closed.length > 0 ? [{ kind: 'text' as const, text }] : []),
    ],
  };
}

/** "TOP 4: Vergabe (neu)" */
function titleOf(item: Item, n: number, marks: ReadonlyMap<string, Mark>, language: Language): string {
  const say = wordsIn(language);
  const mark = marks.get(item.id);
  const is = mark ? ` (${mark.is === 'new' ? say('neu', 'new') : say('geändert', 'changed')})` : '';
  return `${say('TOP', 'Item')} ${n}: ${item.title}${is}`;
}

/** What the pages of items are made of. */
type About = {
  readonly meeting: Meeting;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly language: Language;
  readonly report: readonly string[];
  /** What was said on an item before the invitations went out. */
  readonly said: (item: Item) => readonly string[];
  readonly files: PackFiles;
};

/** The papers that are files: contents of those that go into the pack, addresses of those that do not fit. */
export type PackFiles = {
  readonly content: (file: string) => Uint8Array | undefined;
  readonly url: (file: string) => string | undefined;
};
const noFiles: PackFiles = { content: () => undefined, url: () => undefined };

/** The files inside the pack, in the order of the agenda. */
function attachmentsOf(items: readonly Item[], { meeting, language, files }: About): readonly PaperFile[] {
  const say = wordsIn(language);
  return items.flatMap((item) => {
    const n = meeting.plan.items.indexOf(item) + 1;
    return papersOfItem(meeting, item).flatMap((file, at): readonly PaperFile[] => {
      const content = files.content(file.id);
      const about = `${say('Anlage zu TOP', 'Paper of item')} ${n}: ${file.name}`;
      return content ? [{ name: packedName(n, at, file), type: file.type, content, about }] : [];
    });
  });
}

/** The items that are public or not, each with what it is about and the ways to its papers. */
function part(items: readonly Item[], about: About): readonly PaperSection[] {
  const [first] = items;
  if (!first) return [];
  const { meeting, marks, language } = about;
  const say = wordsIn(language);
  const watermark = first.public ? undefined : closedMark[language];
  return [
    {
      heading: first.public
        ? say('Öffentlicher Teil', 'Public part')
        : say('Nicht öffentlicher Teil', 'Part that is not public'),
      newPage: true,
      watermark,
      blocks: [],
    },
    ...items.map((item): PaperSection => {
      const n = meeting.plan.items.indexOf(item) + 1;
      return {
        heading: titleOf(item, n, marks, language),
        id: placeOf(n),
        level: 2,
        watermark,
        blocks: itemBlocks(item, n, about),
      };
    }),
  ];
}

function itemBlocks(item: Item, n: number, about: About): readonly PaperBlock[] {
  const { marks, language, report } = about;
  const say = wordsIn(language);
  const said = about.said(item);
  const mark = marks.get(item.id);
  const since = mark && shortDay(mark.day, language);
  const changed = mark
    ? mark.is === 'new'
      ? say(
          `Mit dem Nachtrag vom ${since} auf die Tagesordnung gekommen.`,
          `Came onto the agenda with the supplement of ${since}.`,
        )
      : say(`Mit dem Nachtrag vom ${since} geändert.`, `Changed with the supplement of ${since}.`)
    : undefined;
  const links: readonly PaperLink[] = item.links.map(({ title, url }) => ({
    text: title === url ? url : `${title} (${url})`,
    url,
  }));
  return [
    { kind: 'text', text: itemDetail(item, language) },
    ...(changed ? [{ kind: 'text' as const, text: changed }] : []),
    ...(item.text ? [{ kind: 'text' as const, text: item.text }] : []),
    ...(item.shows ? [reportBlock(report, language)] : []),
    ...(said.length > 0
      ? [
          {
            kind: 'text' as const,
            text: say('Stellungnahmen vor dem Versand:', 'Comments before the invitations:'),
          },
          { kind: 'list' as const, items: said },
        ]
      : []),
    {
      kind: 'links',
      items: [
        ...filesOf(item, n, about),
        ...links,
        { text: say('Zurück zur Tagesordnung', 'Back to the agenda'), to: 'agenda' },
      ],
    },
  ];
}

/** Each paper says where it is: inside this file, or, where it did not fit, at its address. */
function filesOf(item: Item, n: number, { meeting, language, files }: About): readonly PaperLink[] {
  const say = wordsIn(language);
  return papersOfItem(meeting, item).map((file, at): PaperLink => {
    const name = fileText(file, language);
    const packed = packedName(n, at, file);
    if (files.content(file.id))
      return {
        text: say(`${name}, in dieser Datei als „${packed}“`, `${name}, inside this file as “${packed}”`),
        file: packed,
      };
    const most = sizeText(packRoom, language);
    const url = files.url(file.id);
    const apart = say(
      `Nicht in dieser Datei, weil die Anlagen zusammen mehr als ${most} hätten: ${name}`,
      `Not in this file, because the papers together would have more than ${most}: ${name}`,
    );
    return url ? { text: apart, url } : { text: name, to: 'agenda' };
  });
}

const reportBlock = (report: readonly string[], language: Language): PaperBlock =>
  report.length > 0 ? { kind: 'list', items: report } : { kind: 'text', text: nothingToReport(language) };
