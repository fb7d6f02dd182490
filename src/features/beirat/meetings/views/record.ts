import type { Showing } from '../../../../case/case-type.ts';
import { labelOf } from '../../../../core/case-number.ts';
import { dayIn, dayOf } from '../../../../core/day.ts';
import type { Reply } from '../../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../../core/text.ts';
import { type Context, today } from '../../board/context.ts';
import { minutesDue } from '../../board/notice-period.ts';
import { longDay, shortDay } from '../../board/words.ts';
import { itemQuorum, itemsWithoutQuorum, standingOf } from '../attendance.ts';
import { conveningOf } from '../convening.ts';
import { movesText, quorumCourse, quorumText } from '../minutes/attendance.ts';
import { type Held, openObjections } from '../model.ts';
import { isThere, orderOf, wasThere } from '../presence.ts';
import { isAllFound, missingFinding } from '../urgency.ts';

type Choice = { readonly title: string; readonly value: string };

/** Card `beirat/record`: how a meeting was held, step by step to the minutes; for the office. */
export type RecordView = {
  readonly roles: readonly [];
  readonly id: string;
  /** The draft that the card was drawn for. */
  readonly record: number;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  /** Mark and colour of the state. */
  readonly tone: 'accent' | 'good' | 'warning';
  readonly remark?: string | undefined;
  readonly quorum?: string | undefined;
  readonly noQuorum?: string | undefined;
  /** Title of the button that leads to the second meeting, where one is possible or planned. */
  readonly second?: string | undefined;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly items: readonly { readonly text: string; readonly detail: string }[];
  readonly itemChoices: readonly Choice[];
  readonly item: string;
  readonly endedAt: string;
  readonly objections: readonly string[];
  readonly openObjections: readonly Choice[];
  readonly objection: string;
  readonly typed: string;
  readonly isOpen: boolean;
  readonly canSend: boolean;
  /** Why the minutes cannot be submitted yet. */
  readonly blocked?: string | undefined;
  readonly canClose: boolean;
};

export type Remarks = { readonly remark?: string | undefined; readonly typed?: string | undefined };
type Offered = Pick<Showing, 'can' | 'why'>;

export function recordReply(
  meeting: Held,
  context: Context,
  language: Language,
  { remark, typed = '', can, why }: Remarks & Offered,
): Reply {
  const say = wordsIn(language);
  const { session, plan } = meeting;
  const isOpen = meeting.state === 'held';
  const quorum = [quorumText(meeting, language), quorumCourse(meeting, language)].filter(Boolean).join(' ');
  const repeatable = itemsWithoutQuorum(meeting).length > 0;
  const lost = repeatable || !session.hasQuorum;
  const open = isOpen ? openObjections(session) : [];
  const view: RecordView = {
    roles: [],
    id: meeting.id,
    record: session.draft,
    title: say(`Niederschrift ${labelOf(meeting)}`, `Minutes ${labelOf(meeting)}`),
    subtitle: `${context.rules.name[language]} · ${longDay(plan.day, language)}`,
    ...stateOf(meeting, context, language),
    remark: shownRemark(
      meeting,
      remark ?? (isOpen ? missingFinding(meeting, context, language) : undefined),
      language,
    ),
    quorum: lost ? undefined : quorum,
    noQuorum: lost ? quorum : undefined,
    second: repeatable ? secondOf(meeting, language) : undefined,
    facts: factsOf(meeting, context, language),
    items: plan.items.slice(0, mostItems).map((_item, at) => itemLine(meeting, at, language)),
    itemChoices: plan.items.map(({ id, title }, at) => ({
      title: `${at + 1}. ${shortened(title, 40)}`,
      value: id,
    })),
    item: plan.items[0]?.id ?? '',
    endedAt: session.endedAt ?? '',
    objections: session.objections
      .slice(-mostObjections)
      .map(
        ({ n, byName, text, answer }) =>
          `${n}. ${byName}: ${shortened(text, 120)} – ${answer ? shortened(answer, 90) : say('noch offen', 'still open')}`,
      ),
    openObjections: open.map(({ n, byName }) => ({ title: `${n}. ${byName}`, value: String(n) })),
    objection: String(open[0]?.n ?? ''),
    typed,
    isOpen,
    canSend: can('send-minutes'),
    blocked: isOpen ? why('send-minutes')?.[language] : undefined,
    canClose: can('close'),
  };
  return { card: 'beirat/record', data: view, summary: `${view.title}: ${view.state}`, language };
}

/** What just happened, else what the chair asks for. */
function shownRemark({ session }: Held, remark: string | undefined, language: Language): string | undefined {
  const { wish } = session;
  const asked =
    wish &&
    wordsIn(language)(
      `${wish.byName} bittet um eine Änderung: ${wish.text}`,
      `${wish.byName} asks for a change: ${wish.text}`,
    );
  const said = remark ?? asked;
  return said && shortened(said, 500);
}

const secondOf = ({ repeatedBy }: Held, language: Language): string =>
  repeatedBy
    ? wordsIn(language)(
        `Zweite Sitzung ${labelOf({ id: repeatedBy })}`,
        `Second meeting ${labelOf({ id: repeatedBy })}`,
      )
    : wordsIn(language)('Zweite Sitzung planen', 'Plan a second meeting');

const mostItems = 20;
const mostObjections = 6;

function stateOf(
  { state, session, plan }: Held,
  context: Context,
  language: Language,
): Pick<RecordView, 'tone' | 'state'> {
  const say = wordsIn(language);
  if (state === 'minuted') {
    const signed = session.signed?.draft === session.draft;
    return {
      tone: 'good',
      state: signed ? say('Abgeschlossen, unterschrieben', 'Closed, signed') : say('Abgeschlossen', 'Closed'),
    };
  }
  const due = minutesDue(plan.day, context.rules);
  if (session.submitted?.draft === session.draft && session.sentDraft !== session.draft)
    return {
      tone: 'accent',
      state: say(
        `Beim Vorsitz zur Freigabe seit ${dayIn('de', dayOf(session.submitted.at))}`,
        `With the chair for release since ${dayIn('en', dayOf(session.submitted.at))}`,
      ),
    };
  if (!session.sentAt) {
    const isLate = today(context) > due;
    const by = shortDay(due, language);
    return {
      tone: isLate ? 'warning' : 'accent',
      state: isLate
        ? say(`Entwurf, war bis ${by} zu versenden`, `Draft, was to be sent by ${by}`)
        : say(`Entwurf, zu versenden bis ${by}`, `Draft, to be sent by ${by}`),
    };
  }
  if (session.sentDraft !== session.draft)
    return {
      tone: 'warning',
      state: say(
        'Nach dem Versand geändert: bitte erneut senden',
        'Changed since it was sent: please send again',
      ),
    };
  const open = openObjections(session).length;
  if (open > 0) {
    const many = open > 1;
    return {
      tone: 'warning',
      state: say(
        `Versandt, ${open} ${many ? 'Einwendungen' : 'Einwendung'} zu behandeln`,
        `Sent, ${open} ${many ? 'objections' : 'objection'} to be dealt with`,
      ),
    };
  }
  const sent = dayIn(language, dayOf(session.sentAt));
  const until = dayIn(language, session.objectionsUntil ?? plan.day);
  return {
    tone: 'good',
    state: say(
      `Versandt am ${sent}, Einwendungen bis ${until}`,
      `Sent on ${sent}, objections until ${until}`,
    ),
  };
}

function factsOf(meeting: Held, context: Context, language: Language): RecordView['facts'] {
  const say = wordsIn(language);
  const { session } = meeting;
  const { attendance, startedAt, endedAt } = session;
  const there = attendance.filter(isThere);
  const missing = attendance.filter((one) => one.as === 'member' && !wasThere(one));
  const moves = movesText(meeting, language);
  const names = (list: readonly { readonly name: string }[]) =>
    list.map(({ name }) => name).join(', ') || '–';
  return [
    {
      title: say('Beginn und Ende', 'Begin and end'),
      value: `${startedAt} – ${endedAt ?? say('noch offen', 'still open')}`,
    },
    { title: say('Vorsitz', 'Chair'), value: session.chairedByName },
    { title: say('Schriftführung', 'Minute taker'), value: session.minutesByName },
    { title: say('Anwesend zu Beginn', 'Present at the beginning'), value: shortened(names(there), 400) },
    { title: say('Nicht anwesend', 'Not present'), value: shortened(names(missing), 280) },
    ...(moves.length > 0
      ? [{ title: say('Kommen und Gehen', 'Coming and going'), value: shortened(moves.join(' '), 500) }]
      : []),
    ...(session.guests ? [{ title: say('Gäste', 'Guests'), value: shortened(session.guests, 200) }] : []),
    { title: say('Ladung', 'Convening'), value: conveningFact(meeting, context, language) },
  ];
}

/** What the ledger bears out, no more. */
function conveningFact(meeting: Held, context: Context, language: Language): string {
  const say = wordsIn(language);
  const { isDuly, isPeriodKept, late } = conveningOf(meeting, context);
  if (isDuly && late.length === 0 && !isAllFound(meeting, context))
    return say('! Dringlichkeit nicht festgestellt', '! urgency not found');
  if (isDuly && late.length === 0) return say('✓ ordnungsgemäß', '✓ duly convened');
  if (late.length > 0) {
    const names = shortened(late.map(({ name }) => name).join(', '), 200);
    return late.every(({ isHealed }) => isHealed)
      ? say(`! zu spät bei ${names}, erschienen`, `! too late for ${names}, who came`)
      : say(`✕ zu spät oder ohne Nachweis bei ${names}`, `✕ too late or without proof for ${names}`);
  }
  return isPeriodKept
    ? say('✓ ordnungsgemäß', '✓ duly convened')
    : say('✕ Ladungsfrist nicht eingehalten', '✕ notice period not kept');
}

/** "3. Förderprojekt" and what is recorded so far. */
function itemLine(meeting: Held, at: number, language: Language) {
  const say = wordsIn(language);
  const item = meeting.plan.items[at];
  // A long agenda leaves less room for each item.
  const many = meeting.plan.items.length > 10;
  const resolutions = meeting.resolutions.filter((one) => one.item === item?.id);
  const excluded = meeting.session.conflicts.filter((one) => one.item === item?.id).length;
  const parts = [
    meeting.session.notes[item?.id ?? ''] ? say('✓ Notiz', '✓ note') : '',
    ...resolutions.map((one) => `${markOf(meeting, one)} ${say('Beschluss', 'resolution')} ${one.number}`),
    item && quorumNote(meeting, item.id, language),
    excluded > 0 ? say(`befangen: ${excluded}`, `excluded: ${excluded}`) : '',
  ].filter(Boolean);
  return {
    text: `${at + 1}. ${shortened(item?.title ?? '', many ? 40 : 90)}`,
    detail: parts.join(' · ') || say('– noch nichts festgehalten', '– nothing recorded yet'),
  };
}

const markOf = (meeting: Held, one: Held['resolutions'][number]): string =>
  standingOf(meeting, one) === 'good' ? (one.isAdopted ? '✓' : '✕') : '!';

/** Said where it differs from the beginning. */
function quorumNote(meeting: Held, item: string, language: Language): string {
  const { there, needed, isReached } = itemQuorum(meeting, item, meeting.session);
  const moved = orderOf(meeting).length > 0 && meeting.session.attendance.some(({ moves }) => moves);
  if (isReached && !moved) return '';
  const say = wordsIn(language);
  return isReached
    ? say(`anwesend ${there}`, `${there} present`)
    : say(`nicht beschlussfähig: ${there} von nötigen ${needed}`, `no quorum: ${there} of ${needed} needed`);
}
