import type { Opening } from '../../../case/case-type.ts';
import { inPlace, type Reply } from '../../../core/reply.ts';
import type { Turn } from '../../../core/turn.ts';
import { contextAt } from '../board/desk.ts';
import { showAgenda } from './agenda-form.ts';
import { type MeetingDesk, ofOffice, visibleTo } from './desk.ts';
import { exportReply, fullReply, papersReply } from './links.ts';
import { isKeeper } from './policy.ts';
import { isHere, showRecord } from './record-cards.ts';
import { notAsked } from './refusals.ts';
import { reviewsFor } from './reviews.ts';
import { proposedDays } from './rhythm/rhythm.ts';
import { openEdit } from './start.ts';
import { changeReply } from './views/change.ts';
import { previewReply } from './views/invitation.ts';
import { memberReply } from './views/member.ts';
import { reviewsReply } from './views/reviews.ts';

/** Forms and cards about a meeting that a button or a typed word calls up. */
export const openings = (
  desk: () => MeetingDesk,
  files?: (turn: Turn, id: string, what?: string) => Promise<Reply>,
): readonly Opening[] => [
  ...(files
    ? [
        {
          verb: 'beirat.files',
          de: 'dateien|datei|anlagen',
          en: 'files|file|attachments',
          rest: 'what',
          open: (turn: Turn, id: string, { what }: { readonly what?: unknown }) =>
            files(turn, id, typeof what === 'string' ? what : ''),
        },
      ]
    : []),
  {
    verb: 'beirat.edit',
    de: 'bearbeiten',
    en: 'edit',
    form: true,
    open: (turn, id) => openEdit(desk(), turn, id),
  },
  {
    verb: 'beirat.agenda',
    de: 'tagesordnung',
    en: 'agenda',
    form: true,
    async open(turn, id) {
      const reply = await showAgenda(desk(), turn, id);
      return turn.kind === 'action' ? inPlace(reply) : reply;
    },
  },
  {
    verb: 'beirat.change',
    de: 'ändern|aendern',
    en: 'change',
    form: true,
    open: (turn, id) => openChange(desk(), turn, id),
  },
  {
    verb: 'beirat.member',
    de: 'mitglieder',
    en: 'members',
    open: (turn, id) => openMember(desk(), turn, id),
  },
  {
    verb: 'beirat.preview',
    de: 'vorschau',
    en: 'preview',
    open: async (turn, id) =>
      previewReply(await visibleTo(desk(), turn, id), contextAt(desk(), turn.at), turn.language),
  },
  {
    verb: 'beirat.full-invitation',
    de: 'alles lesen',
    en: 'read all',
    open: (turn, id) => fullReply(desk(), turn, id),
  },
  {
    verb: 'beirat.reviews',
    de: 'prüfungen|pruefungen|stellungnahmen',
    en: 'reviews|comments',
    async open(turn, id) {
      const { meetings } = desk();
      const viewer = meetings.viewerOf(turn);
      const meeting = await meetings.visible(id, viewer.id, turn.at);
      const context = contextAt(desk(), turn.at);
      if (!isKeeper(meeting, viewer.id, context) && reviewsFor(meeting, viewer.id).length === 0)
        throw notAsked();
      const reply = reviewsReply(meeting, viewer.id, context, turn.language);
      return turn.kind === 'action' ? inPlace(reply) : reply;
    },
  },
  {
    verb: 'beirat.papers',
    de: 'unterlagen|sitzungsunterlagen|mappe',
    en: 'papers|pack',
    open: (turn, id) => papersReply(desk(), turn, id),
  },
  {
    verb: 'beirat.export',
    de: 'liste|rückmeldungen|rueckmeldungen',
    en: 'list|answers',
    open: (turn, id) => exportReply(desk(), turn, id),
  },
  {
    verb: 'beirat.record',
    de: 'niederschrift|protokoll',
    en: 'minutes|record',
    async open(turn, id) {
      const reply = await showRecord(desk(), turn, id);
      return isHere(turn) ? inPlace(reply) : reply;
    },
  },
];

export async function openChange(desk: MeetingDesk, turn: Turn, id: string): Promise<Reply> {
  const meeting = await ofOffice(desk, turn, id);
  const days = proposedDays(await desk.meetings.collection.list(), contextAt(desk, turn.at), {
    soon: true,
    except: id,
  });
  return changeReply(meeting, turn.language, {
    days: days.filter((day) => day !== meeting.plan.day),
    guests: desk.rules().guests,
  });
}

/** Choosing another member redraws the card, opening it is a new message. */
async function openMember(desk: MeetingDesk, turn: Turn, id: string): Promise<Reply> {
  const meeting = await ofOffice(desk, turn, id);
  const party = turn.kind === 'action' && typeof turn.data.party === 'string' ? turn.data.party : undefined;
  const reply = memberReply(meeting, turn.language, { party: party || undefined });
  return party ? inPlace(reply) : reply;
}
