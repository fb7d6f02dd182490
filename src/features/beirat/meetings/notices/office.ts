import { caseNotice } from '../../../../case/notice.ts';
import { labelOf } from '../../../../core/case-number.ts';
import type { Letter, Notice, NoticeKind } from '../../../../core/notice.ts';
import { type Language, quoted, shortened, type Text, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { noticePeriod } from '../../board/notice-period.ts';
import { forecastOf } from '../../board/quorum.ts';
import { longDay } from '../../board/words.ts';
import { changesSinceApproval, changeText } from '../approval.ts';
import type { Meetings } from '../desk.ts';
import { broughtPapers, numberFor } from '../item-files.ts';
import { historyLine, timesOf } from '../labels.ts';
import { isUnsettled, type OfficeNotice } from '../ledger.ts';
import type { Dispatch, Meeting } from '../model.ts';
import { isKeeper } from '../policy.ts';

/** What the office and the chair are told; `undefined` when nothing is left to say. */
type Wording = (meeting: Meeting, notice: Notice, language: Language, context: Context) => string | undefined;

const when =
  (fits: (meeting: Meeting) => boolean, text: Text): Wording =>
  (meeting, _notice, language) =>
    fits(meeting) ? text[language] : undefined;

const event: Wording = (meeting, notice, language) => {
  const entry = meeting.history[Number(notice.facts?.entry) - 1];
  return entry && historyLine(entry, language, 400);
};

type Row = { readonly title: Text; readonly says: Wording; readonly repeatable: boolean };

/** What is said by the parts that own the record and what was resolved. */
type Elsewhere =
  | 'record'
  | 'objection'
  | 'approve-minutes'
  | 'minutes-wish'
  | 'recommendation-answered'
  | 'recommendation-late'
  | 'resolution-due'
  | 'review-comment'
  | 'review-late';

const rows: Readonly<Record<Exclude<OfficeNotice, Elsewhere>, Row>> = {
  approve: {
    title: { de: 'Bitte um Freigabe einer Sitzung', en: 'A meeting to be approved' },
    says: when(({ state }) => state === 'awaiting-approval', {
      de: 'Die Einladung zu dieser Sitzung wartet auf Ihre Freigabe. Sie können sie freigeben oder um eine Änderung bitten.',
      en: 'The invitation to this meeting is waiting for your approval. You can approve it or ask for a change.',
    }),
    repeatable: true,
  },
  approved: {
    title: { de: 'Sitzung freigegeben', en: 'Meeting approved' },
    says: (meeting, notice, language, context) => {
      const line = event(meeting, notice, language, context);
      if (!line || meeting.state !== 'approved') return line;
      return wordsIn(language)(
        `${line}. Sie können jetzt einladen.`,
        `${line}. You can send the invitations now.`,
      );
    },
    repeatable: true,
  },
  'confirm-change': {
    title: { de: 'Sitzung nach Ihrer Freigabe geändert', en: 'Meeting changed after your approval' },
    says: (meeting, _notice, language) => {
      const lines = changesSinceApproval(meeting).map((entry) => changeText(entry, meeting, language));
      if (meeting.state !== 'invited' || lines.length === 0) return undefined;
      return `${wordsIn(language)(
        'Die Mitglieder wissen es schon. Bitte bestätigen Sie, was nach der Freigabe geändert wurde:',
        'The members know already. Please confirm what was changed after the approval:',
      )} ${lines.join(' ')}`;
    },
    repeatable: true,
  },
  wish: {
    title: { de: 'Änderung an einer Sitzung erbeten', en: 'Change of a meeting asked for' },
    says: event,
    repeatable: true,
  },
  news: {
    title: { de: 'Neues zu einer Sitzung', en: 'News about a meeting' },
    says: event,
    repeatable: true,
  },
  question: {
    title: { de: 'Frage eines Mitglieds', en: 'Question of a member' },
    says: (meeting, notice, language) => {
      const question = meeting.questions.find(({ n }) => n === notice.facts?.question);
      if (!question || question.answer) return undefined;
      return `${question.byName}: ${quoted(question.text, language)}`;
    },
    repeatable: true,
  },
  'paper-brought': {
    title: { de: 'Anlage von einem Mitglied', en: 'Paper from a member' },
    says: (meeting, _notice, language, context) => {
      const [file] = broughtPapers(meeting, context);
      const at = file && numberFor(meeting, file, context);
      if (!file || at === undefined || meeting.state !== 'invited') return undefined;
      const name = quoted(file.name, language);
      return wordsIn(language)(
        `${file.byName} hat zu TOP ${at} eine Datei geschickt: ${name}. Die Mitglieder bekommen sie, sobald Sie sie zuordnen: „${labelOf(meeting)} Anlage TOP ${at}: ${file.name}“.`,
        `${file.byName} sent a file for item ${at}: ${name}. The members get it once you give it to the item: “${labelOf(meeting)} paper item ${at}: ${file.name}”.`,
      );
    },
    repeatable: true,
  },
  declared: {
    title: { de: 'Vertrauliche Mitteilung eines Mitglieds', en: 'Confidential message from a member' },
    // Who and which item stands on the card of office and chair only.
    says: when(
      ({ state, declared = [] }) => state !== 'minuted' && state !== 'cancelled' && declared.length > 0,
      {
        de: 'Ein Mitglied hat vorab vertraulich Befangenheit mitgeteilt. Die Mitteilung steht nur auf dieser Karte und wird beim Punkt vorgeschlagen.',
        en: 'A member has declared a conflict of interest in advance, in confidence. It stands on this card only and is proposed at the item.',
      },
    ),
    repeatable: true,
  },
  dispatch: {
    title: { de: 'Einladung noch nicht versandt', en: 'Invitations not sent yet' },
    says: (meeting, _notice, language, context) => {
      if (!['planned', 'awaiting-approval', 'approved'].includes(meeting.state)) return undefined;
      const t = wordsIn(language);
      const now = today(context);
      const { latest, isKept } = noticePeriod(meeting.plan.day, now, context.rules, context.holidays);
      if (meeting.plan.day <= now)
        return t(
          'Der Tag dieser Sitzung ist gekommen, und niemand ist eingeladen. Bitte wählen Sie einen neuen Tag, oder verwerfen Sie den Entwurf.',
          'The day of this meeting has come and nobody is invited. Please choose another day or discard the draft.',
        );
      const waits =
        meeting.state === 'awaiting-approval'
          ? t(' Sie liegt noch beim Vorsitz.', ' It is still with the chair.')
          : '';
      return isKept
        ? t(
            `Diese Einladung muss spätestens am ${longDay(latest, 'de')} hinaus, sonst ist die Ladungsfrist nicht eingehalten.${waits}`,
            `These invitations must go out by ${longDay(latest, 'en')}, else the notice period is not kept.${waits}`,
          )
        : t(
            `Die Ladungsfrist ist nicht mehr einzuhalten (spätester Versand war ${longDay(latest, 'de')}).${waits} Bitte wählen Sie einen späteren Tag oder begründen Sie die Dringlichkeit.`,
            `The notice period can no longer be kept (latest dispatch was ${longDay(latest, 'en')}).${waits} Please choose a later day or state why it is urgent.`,
          );
    },
    // The next stage says it again.
    repeatable: false,
  },
  'open-question': {
    title: { de: 'Frage eines Mitglieds noch offen', en: 'Question of a member still open' },
    says: ({ questions, state }, _notice, language) => {
      const open = questions.filter(({ answer }) => !answer);
      if (open.length === 0 || (state !== 'invited' && state !== 'held')) return undefined;
      const names = open
        .slice(0, 3)
        .map(({ byName, text }) => `${byName}: ${quoted(shortened(text, 160), language)}`);
      return `${wordsIn(language)('Noch ohne Antwort', 'Not answered yet')}: ${names.join(' · ')}`;
    },
    repeatable: false,
  },
  danger: {
    title: { de: 'Beschlussfähigkeit in Gefahr', en: 'Quorum in danger' },
    says: (meeting, _notice, language) => {
      if (meeting.state !== 'invited' || !meeting.quorum) return undefined;
      const { coming, needed, isCertain, isLost } = forecastOf(meeting.invitees, meeting.quorum);
      if (isCertain) return undefined;
      if (isLost)
        return wordsIn(language)(
          `Mit den bisherigen Antworten wird die Sitzung nicht beschlussfähig: ${coming} zugesagt, ${needed} nötig. Sie können den Termin verlegen.`,
          `With the answers so far the meeting will have no quorum: ${coming} accepted, ${needed} needed. You can move the date.`,
        );
      return wordsIn(language)(
        `Die Antwortfrist ist vorbei und die Beschlussfähigkeit noch nicht sicher: ${coming} zugesagt, ${needed} nötig.`,
        `The time for answers is over and the quorum is not certain yet: ${coming} accepted, ${needed} needed.`,
      );
    },
    repeatable: true,
  },
  date: {
    title: { de: 'Neuer Termin gesucht', en: 'A new date is needed' },
    says: when(({ state }) => state === 'postponed', {
      de: 'Diese Sitzung ist verschoben und hat noch keinen neuen Termin. „Ändern, absagen …“ gibt ihr einen oder sagt sie ab.',
      en: 'This meeting is postponed and has no new date yet. “Change, cancel …” gives it one or cancels it.',
    }),
    // Two weeks later it is said again anyway.
    repeatable: false,
  },
  unsettled: {
    title: { de: 'Versand zu klären', en: 'Dispatch to be cleared up' },
    says: (meeting, notice, language) => {
      const of = (fits: (line: Dispatch) => boolean) => {
        const names = meeting.invitees
          .filter(({ dispatches }) => dispatches.some(fits))
          .map(({ name }) => name);
        return names.length === 0
          ? undefined
          : `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` (+${names.length - 5})` : ''}`;
      };
      const shown = of(isUnsettled);
      const slow = of((line) => line.state === 'waiting' && line.kind !== 'reminder');
      const isSlow = String(notice.id).includes(' delayed ');
      if (isSlow && !shown && slow)
        return wordsIn(language)(
          `Seit Stunden unterwegs und noch nicht angekommen: ${slow}. Wer die Einladung nicht rechtzeitig hat, ist nicht ordnungsgemäß geladen. Sie können jetzt noch anrufen oder schreiben und das eintragen: „${labelOf(meeting)} erreicht NAME: telefonisch“.`,
          `On its way for hours and not arrived yet: ${slow}. Whoever does not have the invitation in time is not duly convened. There is still time to call or write, and to note it: “${labelOf(meeting)} reached NAME: by phone”.`,
        );
      if (!shown) return undefined;
      return wordsIn(language)(
        `Hier kam etwas nicht sicher an: ${shown}. Unter „Mitglieder …“ können Sie es noch einmal senden oder eintragen, wie Sie das Mitglied erreicht haben.`,
        `Something did not surely arrive here: ${shown}. Under “Members …” you can send it again or write down how you reached the member.`,
      );
    },
    repeatable: true,
  },
};

/** What office and chair are told by way of the outbox. */
export const officeNotices = (meetings: Meetings): readonly NoticeKind[] =>
  Object.entries(rows).map(([name, { title, says, repeatable }]) =>
    caseNotice(meetings, {
      kind: `beirat.${name}`,
      title,
      repeatable,
      subject: subjectOf,
      // Whoever has lost the office since need not know.
      concerns: (meeting, to, context, notice) =>
        isKeeper(meeting, to.id, context) && says(meeting, notice, to.language, context) !== undefined,
      async say(meeting, to, context, notice) {
        const remark = says(meeting, notice, to.language, context) ?? '';
        return {
          reply: await meetings.draw(meeting, to, context, { remark }),
          letter: letterOf(meeting, remark, to.language),
        };
      },
    }),
  );

const letterOf = (meeting: Meeting, remark: string, language: Language): Omit<Letter, 'subject'> => ({
  paragraphs: [
    remark,
    `${labelOf(meeting)}: ${longDay(meeting.plan.day, language)}, ${timesOf(meeting, language)}\n${meeting.plan.place}`,
    wordsIn(language)(
      `Zum Bearbeiten schreiben Sie Lotse in Microsoft Teams: ${labelOf(meeting)}`,
      `To deal with it, write to Lotse in Microsoft Teams: ${labelOf(meeting)}`,
    ),
  ],
});

/** "Neues zu einer Sitzung: B-2026/1, Donnerstag, 10. Dezember 2026" */
export const subjectOf = (title: string, meeting: Meeting, language: Language): string =>
  `${title}: ${labelOf(meeting)}, ${longDay(meeting.plan.day, language)}`;
