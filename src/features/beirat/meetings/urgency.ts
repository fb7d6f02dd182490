import { labelOf } from '../../../core/case-number.ts';
import { dayOf } from '../../../core/day.ts';
import { type Language, wordsIn } from '../../../core/text.ts';
import type { Context } from '../board/context.ts';
import { noticePeriod } from '../board/notice-period.ts';
import { seatsThere } from './attendance.ts';
import { convenedAt } from './convening.ts';
import type { Meeting, Session } from './model.ts';
import { marksOf } from './supplements.ts';

/*
 * What the body itself must find before it enters the agenda: that a meeting with a shortened notice period is urgent
 * (§ 34 (3) GemO), and with two thirds that an item is dealt with that came after the last day (§ 34 (7)).
 */

/** Stands for the whole meeting where an id of an item would stand. */
export const wholeMeeting = '';

/** For what urgency must be found: {@link wholeMeeting}, or ids of items, in the order of the agenda. */
export function urgencyToFind(
  meeting: Pick<Meeting, 'history' | 'plan'>,
  { rules, holidays }: Pick<Context, 'rules' | 'holidays'>,
): readonly string[] {
  const isInTime = (day: string) => noticePeriod(meeting.plan.day, day, rules, holidays).isKept;
  const sent = convenedAt(meeting);
  // Where everything is short, the items are no shorter.
  if (sent !== undefined && !isInTime(dayOf(sent))) return [wholeMeeting];
  const marks = marksOf(meeting);
  return meeting.plan.items.flatMap(({ id }) => {
    const mark = marks.get(id);
    return mark?.is === 'new' && !isInTime(mark.day) ? [id] : [];
  });
}

export type Finding = NonNullable<Session['findings']>[number];

/** What the votes come to: more yes than no for the meeting, two thirds of those present for an item. */
export function isUrgent(
  { subject, yes, no }: Finding,
  { attendance }: Pick<Session, 'attendance'>,
): boolean {
  return subject === wholeMeeting ? yes > no : yes * 3 >= seatsThere(attendance) * 2;
}

/** Whether it was found for everything that needs it. */
export const isAllFound = (
  meeting: Pick<Meeting, 'history' | 'plan' | 'session'>,
  context: Pick<Context, 'rules' | 'holidays'>,
): boolean =>
  urgencyToFind(meeting, context).every((subject) => {
    const { session } = meeting;
    const finding = session?.findings?.find((one) => one.subject === subject);
    return session !== undefined && finding !== undefined && isUrgent(finding, session);
  });

/** "TOP 4" or the meeting, as sentences name it. */
const nameOf = (subject: string, { plan }: Pick<Meeting, 'plan'>, language: Language): string => {
  const say = wordsIn(language);
  const n = plan.items.findIndex(({ id }) => id === subject) + 1;
  return subject === wholeMeeting
    ? say('der Sitzung', 'of the meeting')
    : say(`von TOP ${n}`, `of item ${n}`);
};

/** What minutes say: found with which votes, not found, or not yet. */
export function findingSentences(
  meeting: Pick<Meeting, 'history' | 'plan' | 'session'>,
  context: Pick<Context, 'rules' | 'holidays'>,
  language: Language,
): readonly string[] {
  const say = wordsIn(language);
  const { session } = meeting;
  return urgencyToFind(meeting, context).map((subject) => {
    const name = nameOf(subject, meeting, language);
    const finding = session?.findings?.find((one) => one.subject === subject);
    if (!finding || !session)
      return say(
        `Dass der Beirat die Dringlichkeit ${name} festgestellt hat, ist nicht vermerkt.`,
        `It is not recorded that the board found the urgency ${name}.`,
      );
    const { yes, no, abstain } = finding;
    const votes = say(
      `${yes} Ja, ${no} Nein, ${abstain} Enthaltungen`,
      `${yes} yes, ${no} no, ${abstain} abstentions`,
    );
    const of =
      subject === wholeMeeting
        ? ''
        : say(
            `; nötig sind zwei Drittel von ${seatsThere(session.attendance)} anwesenden stimmberechtigten Sitzen`,
            `; two thirds of ${seatsThere(session.attendance)} voting seats present are needed`,
          );
    return isUrgent(finding, session)
      ? say(
          `Vor Eintritt in die Tagesordnung hat der Beirat die Dringlichkeit ${name} festgestellt (${votes}${of}).`,
          `Before entering the agenda the board found the urgency ${name} (${votes}${of}).`,
        )
      : say(
          `Der Beirat hat die Dringlichkeit ${name} nicht festgestellt (${votes}${of}).`,
          `The board did not find the urgency ${name} (${votes}${of}).`,
        );
  });
}

/** What an invitation says about what the body will have to find. */
export function toFindSentence(
  meeting: Pick<Meeting, 'history' | 'plan'>,
  context: Pick<Context, 'rules' | 'holidays'>,
  language: Language,
): readonly string[] {
  const items = urgencyToFind(meeting, context).filter((subject) => subject !== wholeMeeting);
  if (items.length === 0) return [];
  const say = wordsIn(language);
  const named = meeting.plan.items
    .flatMap(({ id }, at) => (items.includes(id) ? [`${say('TOP', 'item')} ${at + 1}`] : []))
    .join(', ');
  return [
    say(
      `Nach Ablauf der Ladungsfrist hinzugekommen: ${named}. Darüber, ob der Beirat sich damit befasst, entscheidet er zu Beginn mit zwei Dritteln (§ 34 Abs. 7 GemO).`,
      `Added after the notice period had begun to run out: ${named}. At the beginning the board decides with two thirds whether it deals with it (§ 34 (7) GemO).`,
    ),
  ];
}

/** What the office still has to record, with the words for it. */
export function missingFinding(
  meeting: Pick<Meeting, 'history' | 'plan' | 'session' | 'id'>,
  context: Pick<Context, 'rules' | 'holidays'>,
  language: Language,
): string | undefined {
  const known = meeting.session?.findings ?? [];
  const subject = urgencyToFind(meeting, context).find(
    (one) => !known.some((found) => found.subject === one),
  );
  if (subject === undefined) return undefined;
  const n = meeting.plan.items.findIndex(({ id }) => id === subject) + 1;
  const item = subject === wholeMeeting ? '' : ` TOP ${n}`;
  const label = labelOf(meeting);
  return wordsIn(language)(
    `Vor der Tagesordnung: Stellt der Beirat die Dringlichkeit ${nameOf(subject, meeting, 'de')} fest? Ja, Nein, Enthaltungen: „${label} Dringlichkeit${item} 5:0:0“`,
    `Before the agenda: does the board find the urgency ${nameOf(subject, meeting, 'en')}? Yes, no, abstentions: “${label} urgency${item} 5:0:0”`,
  );
}
