import { labelOf } from '../../../../core/case-number.ts';
import type { Paper, PaperBlock, PaperLink, PaperSection } from '../../../../core/ports/papers.ts';
import { type Language, nameWithMark, quoted, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { shortDay } from '../../board/words.ts';
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
  return {
    title: `${say('Unterlagen', 'Papers')}: ${meetingName(meeting, language)}`,
    subtitle: `${board} · ${label}`,
    author: board,
    language,
    // Who passes it on, passes on a copy with a name.
    footer: say(`Unterlagen ${label} · Exemplar für ${name}`, `Papers ${label} · copy for ${name}`),
    facts: factsOf(meeting, language),
    sections: [
      ...opening(meeting, party, context, language),
      agenda(meeting, marks, mine, language),
      ...part(
        meeting,
        meeting.plan.items.filter(({ public: isPublic }) => isPublic),
        marks,
        language,
        report,
        said,
      ),
      ...part(
        meeting,
        meeting.plan.items.filter((item) => !item.public && mine(item)),
        marks,
        language,
        report,
        said,
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

/** The items that are public or not, each with what it is about and the ways to its papers. */
function part(
  meeting: Meeting,
  items: readonly Item[],
  marks: ReadonlyMap<string, Mark>,
  language: Language,
  report: readonly string[],
  said: (item: Item) => readonly string[],
): readonly PaperSection[] {
  const [first] = items;
  if (!first) return [];
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
        blocks: itemBlocks(item, marks.get(item.id), language, report, said(item)),
      };
    }),
  ];
}

function itemBlocks(
  item: Item,
  mark: Mark | undefined,
  language: Language,
  report: readonly string[],
  said: readonly string[],
): readonly PaperBlock[] {
  const say = wordsIn(language);
  const since = mark && shortDay(mark.day, language);
  const changed = mark
    ? mark.is === 'new'
      ? say(
          `Mit dem Nachtrag vom ${since} auf die Tagesordnung gekommen.`,
          `Came onto the agenda with the supplement of ${since}.`,
        )
      : say(`Mit dem Nachtrag vom ${since} geändert.`, `Changed with the supplement of ${since}.`)
    : undefined;
  const papers: readonly PaperLink[] = item.links.map(({ title, url }) => ({
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
      items: [...papers, { text: say('Zurück zur Tagesordnung', 'Back to the agenda'), to: 'agenda' }],
    },
  ];
}

const reportBlock = (report: readonly string[], language: Language): PaperBlock =>
  report.length > 0 ? { kind: 'list', items: report } : { kind: 'text', text: nothingToReport(language) };
