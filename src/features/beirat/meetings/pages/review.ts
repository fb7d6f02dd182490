import { z } from 'zod';
import { labelOf } from '../../../../core/case-number.ts';
import { dayIn, momentAfter } from '../../../../core/day.ts';
import type { Block, Form, Page, PageRoute, Visit } from '../../../../core/ports/pages.ts';
import { Refusal } from '../../../../core/refusal.ts';
import { wordsIn } from '../../../../core/text.ts';
import { longDay } from '../../board/words.ts';
import type { MeetingDesk } from '../desk.ts';
import { filesFor, fileText, papersOfItem } from '../item-files.ts';
import { paperPath, reviewPath } from '../links.ts';
import type { Item, Meeting } from '../model.ts';
import type { Review } from '../preparation.ts';
import { isPrepared, reviewsFor } from '../reviews.ts';
import { itemDetail } from '../views/agenda.ts';

type Asked = { readonly meeting: Meeting; readonly review: Review; readonly item: Item; readonly n: number };

type Drawn = {
  readonly note?: Block;
  readonly typed?: string | undefined;
  readonly problem?: string | undefined;
};

const Entered = z.object({ text: z.string().max(4000).trim().catch('') });

/**
 * One item, for one person who was asked to look at it before the invitations go out: what it is about, its papers, and
 * the comment. Nothing else of the meeting is on this page, and whether they are still asked is looked up at every look.
 */
export const reviewPage = (desk: MeetingDesk): PageRoute => ({
  path: reviewPath,
  async get(visit) {
    const asked = await theirs(desk, visit);
    return asked ? pageOf(desk, asked, visit) : nothing(visit);
  },
  async post(visit, form: Form) {
    const asked = await theirs(desk, visit);
    if (!asked) return nothing(visit);
    const { party = '' } = visit.subject;
    const by = { id: party, name: desk.directory.person(party)?.name ?? party, via: 'mail' as const };
    const { text } = Entered.parse(form);
    try {
      const data = { item: asked.item.id, note: text };
      await desk.meetings.act(by, asked.meeting.id, 'comment', data, visit.now.toISOString());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const problem = error.text[visit.language];
      return { ...(await pageOf(desk, asked, visit, { typed: text, problem })), status: 422 };
    }
    const now = await theirs(desk, visit);
    const done = wordsIn(visit.language)(
      'Ihre Stellungnahme ist gespeichert. Bis zum Versand der Einladungen können Sie sie hier ändern.',
      'Your comment is saved. You can change it here until the invitations are sent.',
    );
    return now
      ? pageOf(desk, now, visit, { note: { kind: 'note', tone: 'done', text: done } })
      : nothing(visit);
  },
});

/** What the link is for, as long as whoever opened it is asked and there is still something to say. */
async function theirs(desk: MeetingDesk, { subject }: Visit): Promise<Asked | undefined> {
  const meeting = await desk.meetings.collection.get(subject.meeting ?? '');
  if (!meeting || !isPrepared(meeting)) return undefined;
  const review = reviewsFor(meeting, subject.party ?? '').find(({ n }) => String(n) === subject.review);
  const at = meeting.plan.items.findIndex(({ id }) => id === review?.item);
  const item = meeting.plan.items[at];
  return review && item ? { meeting, review, item, n: at + 1 } : undefined;
}

async function pageOf(
  desk: MeetingDesk,
  { meeting, review, item, n }: Asked,
  visit: Visit,
  { note, typed, problem }: Drawn = {},
): Promise<Page> {
  const { language } = visit;
  const t = wordsIn(language);
  const { comment, until } = review;
  const links = [...item.links, ...(await papers(desk, meeting, item, visit))];
  return {
    title: t(`Prüfung von TOP ${n}: ${item.title}`, `Review of item ${n}: ${item.title}`),
    language,
    body: [
      ...(note ? [note] : []),
      {
        kind: 'facts',
        facts: [
          {
            title: t('Sitzung', 'Meeting'),
            value: `${labelOf(meeting)}, ${longDay(meeting.plan.day, language)}`,
          },
          { title: t('Punkt', 'Item'), value: itemDetail(item, language) },
          { title: t('Stellungnahme erbeten bis', 'Comment asked for by'), value: dayIn(language, until) },
        ],
      },
      ...(item.text ? [{ kind: 'text' as const, text: item.text }] : []),
      ...(links.length > 0
        ? [
            { kind: 'heading' as const, text: t('Unterlagen', 'Papers') },
            { kind: 'links' as const, links },
          ]
        : []),
      { kind: 'heading', text: t('Ihre Stellungnahme', 'Your comment') },
      {
        kind: 'form',
        fields: [
          {
            kind: 'text',
            name: 'text',
            label: t('Was sollen Geschäftsführung und Vorsitz wissen?', 'What should office and chair know?'),
            help: t(
              'Sie lesen es, bevor eingeladen wird. „Keine Einwände“ hilft auch.',
              'They read it before the invitations go out. “No objections” helps, too.',
            ),
            lines: 6,
            maxLength: 1500,
            required: true,
            value: typed ?? comment?.text,
            error: problem,
          },
        ],
        buttons: [
          {
            title: comment
              ? t('Stellungnahme ändern', 'Change the comment')
              : t('Stellungnahme senden', 'Send the comment'),
          },
        ],
      },
    ],
  };
}

/** The files of the item, each by a link of their own. */
async function papers(
  { links, contents, meetings }: MeetingDesk,
  meeting: Meeting,
  item: Item,
  { subject: { party = '' }, language, now }: Visit,
) {
  if (!contents) return [];
  const at = now.toISOString();
  const may = new Set(filesFor(meeting, party, meetings.contextAt(at)).map(({ id }) => id));
  const files = papersOfItem(meeting, item).filter(({ id }) => may.has(id));
  return Promise.all(
    files.map(async (file) => ({
      title: fileText(file, language),
      url: await links.make({
        page: paperPath,
        subject: { meeting: meeting.id, file: file.id, party, language },
        expiresAt: momentAfter(at, 1),
      }),
    })),
  );
}

const nothing = ({ language }: Visit): Page => ({
  status: 404,
  title: wordsIn(language)('Keine Prüfung', 'No review'),
  language,
  body: [
    {
      kind: 'text',
      text: wordsIn(language)(
        'Zu diesem Link gibt es für Sie nichts mehr zu prüfen: Es ist schon eingeladen, oder die Bitte wurde zurückgenommen. Fragen beantwortet die Geschäftsführung des Digitalen Beirats.',
        'There is nothing left for you to review at this link: the invitations have been sent, or you are no longer asked. The board’s office answers questions.',
      ),
    },
  ],
});
