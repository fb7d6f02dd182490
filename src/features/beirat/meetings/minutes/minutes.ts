import { labelOf } from '../../../../core/case-number.ts';
import { momentIn } from '../../../../core/day.ts';
import type { HistoryEntry } from '../../../../core/history.ts';
import type { Paper, PaperSection } from '../../../../core/ports/papers.ts';
import { type Language, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { longDay, shortDay } from '../../board/words.ts';
import { type Held, isDraft } from '../model.ts';
import type { Decided } from '../objections.ts';
import { mayReadItem } from '../policy.ts';
import { attendanceSection, conveningSection } from './attendance.ts';
import { agendaSection, itemSections } from './items.ts';

/** For whom, and what the Beirat decided about objections since. */
export type For = {
  readonly party?: string | undefined;
  readonly decisions?: ReadonlyMap<number, Decided> | undefined;
};

/** The minutes with everything that § 41 GemO asks for; a draft until they are sent. */
export function minutesOf(meeting: Held, context: Context, language: Language, more: For = {}): Paper {
  const say = wordsIn(language);
  const label = labelOf(meeting);
  const name = context.rules.name[language];
  const draft = isDraft(meeting) ? say('Entwurf · ', 'Draft · ') : '';
  return {
    title: `${draft}${say(`Niederschrift über die Sitzung ${label}`, `Minutes of meeting ${label}`)}`,
    subtitle: name,
    author: name,
    language,
    footer: `${draft}${say('Niederschrift', 'Minutes')} ${label}`,
    facts: factsOf(meeting, language),
    sections: [
      conveningSection(meeting, context, language),
      attendanceSection(meeting, context, language),
      agendaSection(meeting, language),
      ...itemSections(
        meeting,
        language,
        ({ id }) => more.party === undefined || mayReadItem(meeting, id, more.party, context),
      ),
      objectionsSection(meeting, language, more.decisions),
      ...correctionsSection(meeting, language),
      signatures(meeting, say),
    ],
  };
}

function factsOf({ plan, session }: Held, language: Language): Paper['facts'] {
  const say = wordsIn(language);
  const { startedAt, endedAt } = session;
  const times = say(
    endedAt ? `${startedAt} bis ${endedAt} Uhr` : `${startedAt} Uhr, Ende noch offen`,
    endedAt ? `${startedAt} to ${endedAt}` : `${startedAt}, end still open`,
  );
  return [
    { title: say('Tag', 'Day'), value: longDay(plan.day, language) },
    { title: say('Beginn und Ende', 'Begin and end'), value: times },
    {
      title: say('Ort', 'Place'),
      value: plan.onlineUrl ? `${plan.place} ${say('und online', 'and online')}` : plan.place,
    },
    { title: say('Vorsitz', 'Chair'), value: session.chairedByName },
    { title: say('Schriftführung', 'Minute taker'), value: session.minutesByName },
  ];
}

/** What was changed in the record after it had been sent: visible, with its day. */
function correctionsSection({ history }: Held, language: Language): readonly PaperSection[] {
  const sent = history.find(({ act }) => act === 'minutes-sent');
  const later = sent ? history.filter(({ n, act }) => n > sent.n && correcting.includes(act)) : [];
  if (later.length === 0) return [];
  return [
    {
      heading: wordsIn(language)(
        'Berichtigungen nach dem Versand',
        'Corrections after the minutes were sent',
      ),
      blocks: later.map((entry) => ({ kind: 'text' as const, text: correctionLine(entry, language) })),
    },
  ];
}

const correcting = ['urgency-found', 'attendance', 'chaired', 'conflict', 'noted', 'resolved', 'ended'];

function correctionLine({ act, at, byName, facts }: HistoryEntry, language: Language): string {
  const say = wordsIn(language);
  const n = facts?.item === undefined ? '' : say(` zu TOP ${facts.item}`, ` on item ${facts.item}`);
  const what: Readonly<Record<string, string>> = {
    'urgency-found': say('Dringlichkeit', 'urgency'),
    attendance: say('Anwesenheit', 'attendance'),
    chaired: say('Leitung', 'chair'),
    conflict: say('Befangenheit', 'conflict of interest'),
    noted: say('Text', 'text'),
    resolved: say('Beschluss', 'resolution'),
    ended: say('Ende der Sitzung', 'end of the meeting'),
  };
  const name = typeof facts?.name === 'string' ? ` (${facts.name})` : '';
  const number = typeof facts?.number === 'string' ? ` ${facts.number}` : '';
  const lost =
    typeof facts?.lost === 'string'
      ? say(
          `; damit nicht mehr beschlussfähig oder zu berichtigen: ${facts.lost}`,
          `; so without a quorum or to be corrected: ${facts.lost}`,
        )
      : '';
  return `${momentIn(language, at)}, ${byName}: ${what[act] ?? act}${number}${n}${name}${lost}.`;
}

function objectionsSection(
  { session }: Held,
  language: Language,
  decisions: ReadonlyMap<number, Decided> = new Map(),
): PaperSection {
  const say = wordsIn(language);
  const { objections, objectionsUntil } = session;
  const until = objectionsUntil
    ? say(
        `Letzter Tag für Einwendungen gegen die Niederschrift: ${shortDay(objectionsUntil, language)}.`,
        `Last day for objections to the minutes: ${shortDay(objectionsUntil, language)}.`,
      )
    : say(
        'Die Niederschrift ist noch nicht versandt; Einwendungen sind danach möglich.',
        'The minutes have not been sent yet; objections are possible afterwards.',
      );
  const none = say('Es liegen keine vor.', 'There are none.');
  return {
    heading: say('Einwendungen', 'Objections'),
    blocks: [
      { kind: 'text', text: objections.length > 0 ? until : `${until} ${none}` },
      ...objections.map(({ n, byName, text, answer }) => ({
        kind: 'text' as const,
        text: [
          `${n}. ${byName}: ${text}`,
          `${say('Behandlung', 'How it was dealt with')}: ${answer ?? say('noch offen', 'still open')}`,
          ...decidedLine(decisions.get(n), say),
        ].join('\n'),
      })),
    ],
  };
}

const decidedLine = (one: Decided | undefined, say: ReturnType<typeof wordsIn>): readonly string[] =>
  one
    ? [
        say(
          `Entscheidung des Beirats: Beschluss ${one.number}, ${one.isAdopted ? 'angenommen' : 'abgelehnt'}: ${one.wording}`,
          `Decision of the board: resolution ${one.number}, ${one.isAdopted ? 'adopted' : 'rejected'}: ${one.wording}`,
        ),
      ]
    : [];

const signatures = ({ session }: Held, say: ReturnType<typeof wordsIn>): PaperSection => ({
  heading: say('Unterschriften', 'Signatures'),
  blocks: [
    {
      kind: 'signatures',
      signers: [
        `${say('Vorsitz', 'Chair')}: ${session.chairedByName}`,
        `${say('Schriftführung', 'Minute taker')}: ${session.minutesByName}`,
      ],
    },
  ],
});
