import type { Showing } from '../../../../case/case-type.ts';
import { filesButton } from '../../../../case/files.ts';
import { labelOf } from '../../../../core/case-number.ts';
import { dayIn, dayOf } from '../../../../core/day.ts';
import type { Addressee } from '../../../../core/notice.ts';
import type { Reply } from '../../../../core/reply.ts';
import { quoted, shortened, wordsIn } from '../../../../core/text.ts';
import type { Context } from '../../board/context.ts';
import { isOffice } from '../../board/members.ts';
import { countOf, countText, dueText, isDue } from '../demand.ts';
import { inTimeLine, topicLine, topicStateWords } from '../labels.ts';
import { type Topic, topicCase } from '../model.ts';

/** Card `beirat/topic`: a proposed topic, for who proposed it and for those who make the agenda. */
export type TopicView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly subtitle: string;
  readonly title: string;
  readonly state: string;
  readonly tone: 'accent' | 'good' | 'plain';
  readonly remark?: string | undefined;
  readonly text?: string | undefined;
  readonly answer?: string | undefined;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  /** "In die Tagesordnung von B-2026/2"; `undefined` where there is none or the viewer may not. */
  readonly accept?: string | undefined;
  readonly decline: boolean;
  readonly withdraw: boolean;
  /** Of the button by which the viewer demands a meeting, or joins those who do. */
  readonly demand?: string | undefined;
  readonly undemand: boolean;
  /** What was typed, and what is wrong with it. */
  readonly note: string;
  readonly problem?: string | undefined;
  /** What the button says that leads to its files. */
  readonly files?: string | undefined;
  /** Id of the meeting, for those who may open it. */
  readonly meeting?: string | undefined;
  readonly history: readonly string[];
};

const tones = { open: 'accent', placed: 'good', declined: 'plain', withdrawn: 'plain' } as const;
const mostHistory = 4;

/** Who demands a meeting about it, what counts, and by when it is to be invited to. */
function demandFacts(
  topic: Topic,
  context: Context,
  t: ReturnType<typeof wordsIn>,
  language: Addressee['language'],
): TopicView['facts'] {
  const { demand } = topic;
  const count = countOf(topic, context);
  if (!demand || !count) return [];
  const names = demand.by.map(({ name }) => name).join(', ');
  const due = demand.convened
    ? t(`eingeladen: ${labelOf({ id: demand.convened })}`, `invited to: ${labelOf({ id: demand.convened })}`)
    : '';
  return [
    {
      title: t('Sitzung verlangt', 'Meeting demanded'),
      value: [countText(count, language), due].filter(Boolean).join('; '),
    },
    { title: t('Von wem', 'By whom'), value: names },
  ];
}

export function topicReply(
  topic: Topic,
  viewer: Addressee,
  context: Context,
  { remark, typed = '', refused, can }: Showing,
): Reply {
  const { language } = viewer;
  const t = wordsIn(language);
  const { id, title, text, state, meeting, answer, as, byName, createdAt, presents } = topic;
  const decides = isOffice(viewer.id, context) && state === 'open';
  const agenda = context.agendas?.find(({ isOpen }) => isOpen);
  const isMissing = refused === 'topic-reason';
  const right = { member: t('Beirat', 'board'), office: t('Amt', 'office') }[as];
  const view: TopicView = {
    roles: [],
    id,
    subtitle: `${labelOf(topic)} · ${t('Themenvorschlag', 'Topic proposal')}`,
    title,
    state: isDue(topic)
      ? t(`Sitzung verlangt, ${dueText(topic, 'de')}`, `Meeting demanded, ${dueText(topic, 'en')}`)
      : `${topicStateWords[state][language]}${meeting ? `: ${labelOf({ id: meeting })}` : ''}`,
    tone: tones[state],
    remark: isMissing ? undefined : remark,
    text: text && shortened(text, 1500),
    answer: answer && `${answer.byName}: ${quoted(answer.text, language)}`,
    facts: [
      { title: t('Von', 'From'), value: `${byName} (${right})` },
      { title: t('Eingegangen', 'Received'), value: dayIn(language, dayOf(createdAt)) },
      ...(state === 'open' ? [{ title: t('Für', 'For'), value: inTimeLine(topic, context, language) }] : []),
      ...demandFacts(topic, context, t, language),
      ...(presents ? [{ title: t('Vortrag', 'Presents'), value: byName }] : []),
    ],
    accept:
      decides && agenda
        ? t(`In die Tagesordnung von ${labelOf(agenda)}`, `Put on the agenda of ${labelOf(agenda)}`)
        : undefined,
    decline: can('decline'),
    withdraw: can('withdraw'),
    demand: can('demand')
      ? topic.demand
        ? t('Sitzung mit verlangen', 'Join the demand')
        : t('Sitzung dazu verlangen', 'Demand a meeting')
      : undefined,
    undemand: can('undemand'),
    note: typed,
    problem: isMissing ? remark : undefined,
    files: filesButton(topic.files, language),
    meeting: meeting && isOffice(viewer.id, context) ? meeting : undefined,
    history: topic.history.slice(-mostHistory).map((entry) => topicLine(entry, language)),
  };
  return {
    card: 'beirat/topic',
    data: view,
    summary: `${view.subtitle}: ${view.state}`,
    language,
    about: { kind: topicCase, id },
  };
}
