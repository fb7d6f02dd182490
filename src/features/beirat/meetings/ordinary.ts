import type { Intent } from '../../../core/feature.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Text, wordsIn } from '../../../core/text.ts';
import type { TextTurn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { dayNamed } from '../../../language/entities/days.ts';
import { type Context, today } from '../board/context.ts';
import { contextAt, viewerOf } from '../board/desk.ts';
import { isOffice } from '../board/members.ts';
import { requireOffice } from '../board/rights.ts';
import { shortDay } from '../board/words.ts';
import { silent } from './acts/follow.ts';
import { showAgenda } from './agenda-form.ts';
import type { MeetingDesk } from './desk.ts';
import type { Meeting } from './model.ts';
import { openChange } from './openings.ts';
import { invitationOf, meetingSeenAs } from './policy.ts';
import { showRecord } from './record-cards.ts';
import { openEdit } from './start.ts';
import { meetingsReply } from './views/list.ts';

/*
 * What people of the Beirat ask and want without a number: it leads to the meeting that is meant, with its buttons.
 * Nothing is done by it; whoever is asked nothing of finds the list of their meetings.
 */

type Found = {
  readonly desk: MeetingDesk;
  readonly turn: TextTurn;
  readonly context: Context;
  readonly party: string;
  /** Meetings that concern whoever asks, by their day. */
  readonly mine: readonly Meeting[];
};
type Ordinary = {
  readonly id: string;
  readonly title: Text;
  readonly examples: Intent['examples'];
  readonly says: RegExp;
  readonly forOffice?: true;
  readonly show: (found: Found) => Promise<Reply>;
};

const nextOf = ({ mine, context }: Found, ...states: readonly Meeting['state'][]): Meeting | undefined =>
  mine.find(({ state, plan }) => states.includes(state) && plan.day >= today(context));

const noMeeting = async ({ desk, turn }: Found, remark: Text): Promise<Reply> => {
  const reply = await meetingsReply(desk, turn);
  return { ...reply, data: { ...reply.data, remark: remark[turn.language] } };
};

const rows: readonly Ordinary[] = [
  {
    id: 'beirat.next',
    title: { de: 'Die nächste Sitzung', en: 'The next meeting' },
    examples: {
      de: ['Wann ist die nächste Sitzung?', 'Wann tagt der Beirat?'],
      en: ['When is the next meeting?', 'When does the board meet?'],
    },
    says: /^\s*(?:(?:und )?wann (?:ist|findet) (?:denn )?(?:die|unsere) nächste (?:beirats)?sitzung(?: des (?:digitalen )?beirats)?(?: statt)?|wann tagt der (?:digitale )?beirat(?: wieder| das nächste mal)?|when is (?:the|our) next (?:board )?meeting(?: of the board)?|when does the board meet(?: next| again)?)[\s?!.]*$/i,
    show: async (found) => {
      const { desk, turn, party, context } = found;
      const next = nextOf(found, 'invited', 'approved', 'awaiting-approval', 'planned');
      if (!next) return noMeeting(found, nothingToCome);
      const day = shortDay(next.plan.day, turn.language);
      const at = `${day}, ${next.plan.time}, ${next.plan.place}`;
      const as = invitationOf(next, party, context) ? 'invitation' : undefined;
      const remark = wordsIn(turn.language)(
        `Die nächste Sitzung ist am ${at}.`,
        `The next meeting is on ${at}.`,
      );
      return desk.meetings.show(turn, next.id, { as, remark });
    },
  },
  {
    id: 'beirat.cannot',
    title: { de: 'Zu einer Sitzung nicht können', en: 'Not being able to come to a meeting' },
    examples: { de: ['Ich kann am 9.9. nicht'], en: ['I cannot come on 9 September'] },
    says: /^\s*(?:leider )?(?:ich )?kann (?:ich )?(?:leider )?(?:am|zur sitzung am)\s+(?<deDay>[\d.]+(?:\s*\p{L}+)?(?:\s*\d{4})?)\s+(?:leider )?nicht(?: kommen| teilnehmen| dabei sein)?[\s.!?]*$|^\s*(?:unfortunately,? )?i (?:can ?not|can't|can’t) (?:come|make it|attend|take part)(?: to the meeting)? on (?<enDay>[\p{L}\d. ]+?)[\s.!?]*$/iu,
    show: async (found) => {
      const { desk, turn, party, context, mine } = found;
      const said = rowNamed('beirat.cannot')?.says.exec(turn.text)?.groups ?? {};
      const day = dayNamed(said.deDay ?? said.enDay ?? '', today(context));
      const meant = mine.find(
        ({ state, plan }) => (state === 'invited' || state === 'postponed') && plan.day === day,
      );
      if (!meant || !invitationOf(meant, party, context)) return noMeeting(found, noneThatDay);
      return desk.meetings.show(turn, meant.id, { as: 'invitation', remark: declineBelow[turn.language] });
    },
  },
  {
    id: 'beirat.last-minutes',
    title: { de: 'Die Niederschrift der letzten Sitzung', en: 'The minutes of the last meeting' },
    examples: {
      de: ['Protokoll der letzten Sitzung', 'Protokoll schreiben'],
      en: ['Minutes of the last meeting', 'Write the minutes'],
    },
    says: /^\s*(?:(?:das |die )?(?:protokoll|niederschrift)(?: (?:der|von der|zur) letzten (?:beirats)?sitzung(?: des (?:digitalen )?beirats)?| schreiben| führen)?|(?:einen )?beschluss (?:eintragen|festhalten)|(?:the )?minutes of the last (?:board )?meeting|(?:write|keep) the minutes|record a resolution)[\s?!.]*$/i,
    show: async (found) => {
      const { desk, turn, mine, context } = found;
      const last = mine.findLast(
        ({ state, plan }) =>
          state === 'held' || state === 'minuted' || (state === 'invited' && plan.day <= today(context)),
      );
      return last ? showRecord(desk, turn, last.id) : noMeeting(found, noneHeld);
    },
  },
  {
    id: 'beirat.silent',
    title: { de: 'Wer noch nicht geantwortet hat', en: 'Who has not answered yet' },
    examples: {
      de: ['Wer hat noch nicht geantwortet?', 'Wer kommt zur Sitzung?'],
      en: ['Who has not answered yet?', 'Who comes to the meeting?'],
    },
    forOffice: true,
    says: /^\s*(?:wer (?:hat|von den mitgliedern hat) (?:denn )?(?:noch )?(?:nicht|keine antwort) (?:geantwortet|gegeben|zugesagt)|welche antworten fehlen(?: noch)?|wer kommt (?:zur|zu der) (?:nächsten )?(?:beirats)?sitzung|who has not (?:answered|replied)(?: yet)?|who (?:comes|is coming) to the (?:next )?meeting)[\s?!.]*$/i,
    show: async (found) => {
      const { desk, turn } = found;
      const next = nextOf(found, 'invited');
      if (!next) return noMeeting(found, noneInvited);
      const names = silent(next).map(({ name }) => name);
      const remark = names.length === 0 ? allAnswered : missing(names);
      return desk.meetings.show(turn, next.id, { remark: remark[turn.language] });
    },
  },
  {
    id: 'beirat.move',
    title: { de: 'Eine Sitzung verschieben oder absagen', en: 'Move or cancel a meeting' },
    examples: {
      de: ['Sitzung verschieben', 'Sitzung absagen'],
      en: ['Move the meeting', 'Cancel the meeting'],
    },
    forOffice: true,
    says: /^\s*(?:(?:die )?(?:nächste )?(?:beirats)?sitzung (?:verschieben|verlegen|absagen)|(?:move|postpone|cancel) the (?:next )?(?:board )?meeting)[\s?!.]*$/i,
    show: async (found) => {
      const { desk, turn } = found;
      const invited = nextOf(found, 'invited') ?? found.mine.find(({ state }) => state === 'postponed');
      if (invited) return openChange(desk, turn, invited.id);
      const planned = nextOf(found, 'planned');
      return planned ? openEdit(desk, turn, planned.id) : noMeeting(found, noneInvited);
    },
  },
  {
    id: 'beirat.next-agenda',
    title: { de: 'Die Tagesordnung der nächsten Sitzung', en: 'The agenda of the next meeting' },
    examples: { de: ['Tagesordnung der nächsten Sitzung'], en: ['Agenda of the next meeting'] },
    says: /^\s*(?:(?:die |was steht auf der )?tagesordnung (?:der|für die) nächsten? (?:beirats)?sitzung|(?:the )?agenda of the next (?:board )?meeting)[\s?!.]*$/i,
    show: async (found) => {
      const { desk, turn, party, context } = found;
      const planned = isOffice(party, context) ? nextOf(found, 'planned') : undefined;
      if (planned) return showAgenda(desk, turn, planned.id);
      const next = nextOf(found, 'invited');
      if (!next) return noMeeting(found, nothingToCome);
      return desk.meetings.show(turn, next.id, { as: invitationOf(next, party, context) && 'invitation' });
    },
  },
  {
    id: 'beirat.conflict',
    title: { de: 'Befangenheit vorab mitteilen', en: 'Declare a conflict of interest in advance' },
    examples: { de: ['Ich bin befangen'], en: ['I have a conflict of interest'] },
    says: /^\s*(?:ich bin (?:(?:bei|zu|in) (?:top|punkt) ?\d{1,3} )?befangen|befangenheit (?:mitteilen|anzeigen)|i have a conflict of interest(?: (?:in|on|with) item \d{1,3})?|declare a conflict of interest)[\s.!?]*$/i,
    show: async (found) => {
      const { desk, turn, party, context } = found;
      const next = nextOf(found, 'invited');
      if (!next || !invitationOf(next, party, context)) return noMeeting(found, nothingToCome);
      return desk.meetings.show(turn, next.id, { as: 'invitation', remark: declareBelow[turn.language] });
    },
  },
];

const rowNamed = (id: string): Ordinary | undefined => rows.find((row) => row.id === id);

export const ordinaryIntents = (desk: MeetingDesk): readonly Intent[] =>
  rows.map(({ id, title, examples, says, forOffice, show }) => ({
    id,
    title,
    examples,
    match: (text) => says.test(text),
    inMenu: false,
    usefulTo: (turn) => isOffice(viewerOf(turn, desk).id, contextAt(desk, turn.at)),
    handle: (turn) =>
      withRefusal(turn, async () => {
        const context = contextAt(desk, turn.at);
        const viewer = viewerOf(turn, desk);
        if (forOffice) requireOffice(viewer, context);
        const all = await desk.meetings.collection.list();
        const mine = all
          .filter((meeting) => meetingSeenAs(meeting, viewer.id, context) !== undefined)
          .toSorted((a, b) => a.plan.day.localeCompare(b.plan.day));
        return show({ desk, turn, context, party: viewer.id, mine });
      }),
  }));

const nothingToCome: Text = {
  de: 'Zurzeit ist keine weitere Sitzung festgelegt, zu der Sie gehören.',
  en: 'No further meeting that concerns you has been set at present.',
};
const noneThatDay: Text = {
  de: 'An diesem Tag ist keine Sitzung, zu der Sie eingeladen sind.',
  en: 'There is no meeting on that day that you are invited to.',
};
const declineBelow: Text = {
  de: 'Noch ist nichts geschehen. „Absagen“ unten gilt; Sie können auch eine Vertretung bitten. Einen Grund brauchen Sie nicht zu nennen.',
  en: 'Nothing has happened yet. “Decline” below counts; you can also send a deputy. You need not give a reason.',
};
const declareBelow: Text = {
  de: 'Noch ist nichts gespeichert. Unter „Befangenheit mitteilen …“ wählen Sie die Punkte; nur Geschäftsführung und Vorsitz sehen es.',
  en: 'Nothing has been saved yet. Choose the items under “Declare a conflict …”; only the board’s office and the chair see it.',
};
const noneHeld: Text = {
  de: 'Es gibt noch keine Sitzung, deren Niederschrift Sie lesen oder führen könnten.',
  en: 'There is no meeting yet whose minutes you could read or keep.',
};
const noneInvited: Text = {
  de: 'Zurzeit ist zu keiner Sitzung eingeladen. „Neue Sitzung“ beginnt eine.',
  en: 'No meeting has been invited to at present. “New meeting” starts one.',
};
const allAnswered: Text = { de: 'Alle haben geantwortet.', en: 'Everybody has answered.' };
const missing = (names: readonly string[]): Text => ({
  de: `Noch ohne Antwort: ${names.join(', ')}.`,
  en: `No answer yet: ${names.join(', ')}.`,
});
