import { caseRows, visitedCase } from '../../../case/case-rows.ts';
import { labelOf } from '../../../core/case-number.ts';
import { dayIn } from '../../../core/day.ts';
import { partyOf } from '../../../core/party.ts';
import type { Block, CaseRow, TableBlock, TabPart, TabVisit, Titled, Tone } from '../../../core/tab.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import { type Context, today } from '../board/context.ts';
import { chairCapacity, composition, isInBeirat, isOffice } from '../board/members.ts';
import { shortDay } from '../board/words.ts';
import { agendaEditor, isAgendaOpen } from './agenda-editor.ts';
import { proposalsFor } from './agenda-form.ts';
import type { MeetingDesk } from './desk.ts';
import { stateWords } from './labels.ts';
import { taskOf } from './minutes/items.ts';
import { type Answer, ends, isHeld, type Meeting, type State } from './model.ts';
import { isInvolved, meetingSeenAs } from './policy.ts';
import { answerState } from './recommendations.ts';
import { recommended } from './recommended-table.ts';
import { sittingForms } from './sitting.ts';
import { agenda, answers, history, papers, presence } from './tab-detail.ts';
import { recommendationsFor } from './views/recommendations.ts';
import { isOverdue, openResolutions, resolutionsFor } from './views/resolutions.ts';

/** Other cases of the Beirat that stand in the same list, and what begins one. */
export type Others = {
  readonly rows: (visit: TabVisit) => Promise<readonly CaseRow[]>;
  readonly begins: (visit: TabVisit) => readonly Titled<object>[];
};

/** The Beirat as a page: meetings and what lies between them, the next one, resolutions, seats. */
export const boardTab = (desk: MeetingDesk, others: Others): TabPart => ({
  tab: 'board',
  async show(visit): Promise<readonly Block[]> {
    const { language, at } = visit;
    const t = wordsIn(language);
    const viewer = partyOf(visit.actor, desk.directory);
    const context = desk.meetings.contextAt(at);
    const office = isOffice(viewer.id, context);
    const meetings = await desk.meetings.collection.list();
    const seen = meetings.filter((one) => meetingSeenAs(one, viewer.id, context) === 'meeting');
    const rows = [...(await meetingRows(desk, visit)), ...(await others.rows(visit))];
    const mayRead = office || isInBeirat(viewer.id, context) || Boolean(chairCapacity(viewer.id, context));
    return [
      ...nextMeeting(seen, context, language),
      ...(office ? sittings(seen, context, language) : []),
      ...(office ? await agendas(desk, seen, language) : []),
      {
        kind: 'cases',
        id: 'board',
        title: t('Sitzungen, Umläufe, Umfragen, Themen', 'Meetings, circulations, polls, topics'),
        groups: [
          { id: 'open', title: t('Laufend', 'Under way') },
          { id: 'over', title: t('Beendet', 'Closed') },
        ],
        rows: rows.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt)),
        empty: mayRead
          ? t('Hier ist zurzeit nichts.', 'There is nothing here at present.')
          : t(
              'Sie sind an keiner Sitzung beteiligt. Die Sitze stehen unten.',
              'You take part in no meeting. The seats are below.',
            ),
        file: t('Beirat.csv', 'board.csv'),
        begin: beginning(office, others.begins(visit), context, language),
      },
      ...recommended(
        recommendationsFor(meetings, viewer.id, context, office || isInBeirat(viewer.id, context)),
        viewer.id,
        context,
        language,
      ),
      ...(mayRead ? [resolutions(resolutionsFor(meetings, viewer.id, context), context, language)] : []),
      seats(context, language),
    ];
  },
  async detail(visit, id) {
    const viewer = partyOf(visit.actor, desk.directory);
    const found = await visitedCase(desk.meetings, viewer, visit, id);
    if (!found) return [];
    const { doc, context } = found;
    const isWide = meetingSeenAs(doc, viewer.id, context) === 'meeting';
    const { language } = visit;
    // Whoever only answers a recommendation sees nothing else of the meeting.
    if (!isInvolved(doc, viewer.id, context)) return [];
    return [
      agenda(doc, language),
      ...(desk.kept ? [papers(doc, viewer.id, context, language, desk.kept.limits)] : []),
      ...(isWide ? [answers(doc, language), presence(doc, language), history(doc, language)] : []),
    ];
  },
});

/** What somebody can begin here; nothing is as good as no place for it. */
function beginning(
  office: boolean,
  others: readonly Titled<object>[],
  { rules }: Pick<Context, 'rules'>,
  language: Language,
): readonly Titled<object>[] | undefined {
  const saying = (de: string, en: string, says = { de, en }) => {
    const t = wordsIn(language);
    return { title: t(de, en), ask: { text: t(says.de, says.en) } };
  };
  const own = office
    ? [
        saying('Neue Sitzung', 'New meeting'),
        saying('Terminumfrage', 'Date poll'),
        ...(rules.circulation.allowed === 'never'
          ? []
          : [saying('Umlaufbeschluss', 'Circulation', { de: 'Umlaufbeschluss', en: 'Circular resolution' })]),
        saying('Jahresbericht', 'Annual report'),
      ]
    : [];
  const all = [...own, ...others];
  return all.length > 0 ? all : undefined;
}

const tones: Readonly<Record<State, Tone>> = {
  planned: 'plain',
  'awaiting-approval': 'warning',
  approved: 'accent',
  invited: 'accent',
  postponed: 'warning',
  held: 'warning',
  minuted: 'good',
  cancelled: 'attention',
};

const meetingRows = (desk: MeetingDesk, visit: TabVisit): Promise<readonly CaseRow[]> =>
  caseRows(desk.meetings, partyOf(visit.actor, desk.directory), visit, {
    oneClick: ['approve', 'submit'],
    drawnFor: ({ draft, issue }) => ({ draft, issue }),
    row(meeting, viewer, context) {
      if (!isInvolved(meeting, viewer.id, context)) return undefined;
      const t = wordsIn(visit.language);
      const isOver = ends.includes(meeting.state);
      const mine = meeting.invitees.find(({ party }) => party === viewer.id)?.reply;
      return {
        title: `${t('Sitzung', 'Meeting')} ${shortDay(meeting.plan.day, visit.language)}, ${meeting.plan.time}`,
        state: stateWords[meeting.state][visit.language],
        tone: tones[meeting.state],
        isOver,
        groups: [isOver ? 'over' : 'open'],
        facts: [
          meeting.plan.place,
          t(`${meeting.plan.items.length} Punkte`, `${meeting.plan.items.length} items`),
          ...(mine ? [ownAnswer[mine.answer][visit.language]] : []),
        ],
      };
    },
  });

const ownAnswer: Readonly<Record<Answer, Text>> = {
  'in-person': { de: 'Sie kommen', en: 'you come' },
  online: { de: 'Sie kommen online', en: 'you join online' },
  no: { de: 'Sie haben abgesagt', en: 'you declined' },
};

/** Agendas that are being worked on, the next meeting's first and open. */
async function agendas(
  desk: MeetingDesk,
  seen: readonly Meeting[],
  language: Language,
): Promise<readonly Block[]> {
  const open = seen.filter(isAgendaOpen).toSorted((a, b) => a.plan.day.localeCompare(b.plan.day));
  if (open.length === 0) return [];
  const proposals = await proposalsFor(desk);
  const hasGuests = desk.rules().guests !== 'never';
  return open.map((meeting, at) => agendaEditor(meeting, proposals, language, { folded: at > 0, hasGuests }));
}

/** For whoever keeps the minutes: the sitting that begins today, and those whose minutes nobody has got yet. */
function sittings(seen: readonly Meeting[], context: Context, language: Language): readonly Block[] {
  const t = wordsIn(language);
  const today_ = today(context);
  const begins = seen.filter(({ state, plan }) => state === 'invited' && plan.day === today_);
  const runs = seen.filter(isHeld).filter(({ state, session }) => state === 'held' && !session.sentAt);
  return [
    ...(begins.length > 0
      ? [
          {
            kind: 'asks',
            asks: begins.map(({ id }) => ({
              title: t(`Sitzung ${labelOf({ id })} eröffnen`, `Open meeting ${labelOf({ id })}`),
              ask: { verb: 'beirat.record', data: { id } },
            })),
          } as const,
        ]
      : []),
    ...runs.map((meeting) => sittingForms(meeting, context, language)),
  ];
}

/** Days to the next meeting, and whether enough will come: for those who prepare it. */
function nextMeeting(seen: readonly Meeting[], context: Context, language: Language): readonly Block[] {
  const t = wordsIn(language);
  const day = today(context);
  const next = seen
    .filter(({ state, plan }) => !ends.includes(state) && state !== 'held' && plan.day >= day)
    .toSorted((a, b) => a.plan.day.localeCompare(b.plan.day))[0];
  if (!next) return [];
  const invited = next.invitees.filter(({ releasedAt }) => !releasedAt);
  const voting = invited.filter((one) => one.voting);
  const comes = voting.filter(({ reply }) => reply && reply.answer !== 'no').length;
  const silent = invited.filter(({ reply }) => !reply).length;
  const unclear = invited
    .flatMap(({ dispatches }) => dispatches)
    .filter(({ state }) => state === 'failed' || state === 'unclear').length;
  const needed = next.quorum?.needed;
  return [
    {
      kind: 'figures',
      title: t(`Nächste Sitzung: ${labelOf(next)}`, `Next meeting: ${labelOf(next)}`),
      figures: [
        {
          label: t('Termin', 'Date'),
          value: shortDay(next.plan.day, language),
          text: `${next.plan.time}, ${stateWords[next.state][language]}`,
          tone: tones[next.state],
        },
        ...(needed === undefined
          ? []
          : [
              {
                label: t('Stimmberechtigte zugesagt', 'Voting members coming'),
                value: `${comes} / ${needed}`,
                text:
                  comes >= needed
                    ? t('beschlussfähig', 'quorum reached')
                    : t('noch nicht beschlussfähig', 'no quorum yet'),
                tone: comes >= needed ? 'good' : 'warning',
              } as const,
              {
                label: t('ohne Antwort', 'without an answer'),
                value: String(silent),
                tone: silent > 0 ? 'warning' : 'good',
              } as const,
              {
                label: t('Zustellung zu klären', 'Delivery to be cleared up'),
                value: String(unclear),
                tone: unclear > 0 ? 'attention' : 'good',
              } as const,
            ]),
      ],
    },
  ];
}

function resolutions(meetings: readonly Meeting[], context: Context, language: Language): TableBlock {
  const t = wordsIn(language);
  const day = today(context);
  return {
    kind: 'table',
    id: 'resolutions',
    title: t('Offene Beschlüsse', 'Open resolutions'),
    head: [t('Nummer', 'Number'), t('Wortlaut', 'Wording'), t('Aufgabe', 'Task'), t('Frist', 'Due')],
    rows: openResolutions(meetings).map((one) => {
      const isLate = isOverdue(one, day);
      return {
        cells: [
          one.number,
          one.wording,
          one.answer ? answerState(one, day, language) : taskOf(one, language),
          one.dueDay
            ? `${isLate ? t('überfällig seit ', 'overdue since ') : ''}${dayIn(language, one.dueDay)}`
            : '–',
        ],
        ask: { text: one.number },
        tone: isLate ? 'attention' : 'plain',
      };
    }),
    empty: t('Kein Beschluss ist offen.', 'No resolution is open.'),
    file: t('Beschluesse.csv', 'resolutions.csv'),
  };
}

function seats(context: Context, language: Language): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'seats',
    title: t('Sitze', 'Seats'),
    head: [
      t('Sitz', 'Seat'),
      t('Mitglied', 'Member'),
      t('Vertretung', 'Deputy'),
      t('Stimme', 'Vote'),
      t('Amtszeit bis', 'Term until'),
    ],
    rows: composition(context, today(context)).map(({ seat, holder, deputies }) => ({
      cells: [
        seat.name[language],
        holder?.person.name ?? t('nicht besetzt', 'vacant'),
        deputies.map(({ person }) => person.name).join(', ') || '–',
        seat.vote === 'voting' ? t('stimmberechtigt', 'voting') : t('beratend', 'advisory'),
        holder?.until ? dayIn(language, holder.until) : '–',
      ],
      tone: holder ? 'plain' : 'attention',
    })),
    empty: t('Es sind keine Sitze festgelegt.', 'No seats have been laid down.'),
    folded: true,
  };
}
