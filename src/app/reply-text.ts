import type { Reply } from '../core/reply.ts';
import type { Language } from '../core/text.ts';
import type { AnswerView, ChartView, ChoicesView, GapsView, NoneView } from '../features/directory/views.ts';
import type { HelpView } from '../features/help/feature.ts';
import type { Judgement } from '../language/meaning.ts';
import type { Understanding } from '../language/understand.ts';

/** A reply as lines of text for the terminal. */
export function replyLines(reply: Reply): readonly string[] {
  const lines = linesOf[reply.card];
  return lines ? lines(reply.data, reply) : [reply.summary];
}

type Lines = (data: unknown, reply: Reply) => readonly string[];

/** By card: what it says. Cards that are one line say their summary. */
const linesOf: Readonly<Record<string, Lines>> = {
  'directory/answer': (data, { language }) => answerLines(data as AnswerView, language),
  'directory/choices': (data, { summary }) => [
    summary,
    ...(data as ChoicesView).offers.map(({ title, text }) => `  – ${title}${text ? ` (${text})` : ''}`),
  ],
  'directory/none': (data, { summary }) => [
    summary,
    ...[(data as NoneView).text].flatMap((text) => (text ? [`  ${text}`] : [])),
    ...(data as NoneView).offers.map(({ title }) => `  – ${title}`),
  ],
  'directory/chart': (data, { summary }) => [
    summary,
    ...(data as ChartView).levels.flatMap(({ title, roles }) => [
      `  ${title}`,
      ...roles.map(({ letter, name, summary: text }) => `    ${letter} ${name}: ${text}`),
    ]),
  ],
  'directory/gaps': (data, { summary }) => [
    summary,
    ...(data as GapsView).gaps.map(({ count, question }) => `  ${count}× ${question}`),
  ],
  'help/help': (data, { summary }) => [
    summary,
    ...(data as HelpView).groups.flatMap(({ title, press, examples }) => [
      `  ${title}`,
      ...[...press, ...examples].map((text) => `    – ${text}`),
    ]),
  ],
};

function answerLines(view: AnswerView, language: Language): readonly string[] {
  const contacts = view.holders.map(({ name, capacity, place, phone, note }) =>
    ['  •', name, `– ${[capacity, place, phone, note].filter(Boolean).join(', ')}`].join(' '),
  );
  const planned = language === 'de' ? ' (vorgesehen)' : ' (planned)';
  return [
    `${view.lead}: ${view.roleName}${view.planned ? planned : ''}`,
    `  ${view.task}`,
    ...contacts,
    ...[view.vacancy, ...view.remarks, view.nextStep?.text].flatMap((line) => (line ? [`  ${line}`] : [])),
    `  „${view.quote}“ (${view.passage})`,
  ];
}

/** What was recognised, what matched and what spoke against it. */
export function whyLines({
  band,
  candidates,
  reading,
  against,
  judgement,
}: Understanding): readonly string[] {
  const found = reading.hits
    .filter(({ weight }) => weight > 0)
    .map(
      ({ text, concept, weight, how }) =>
        `  ${text} → ${concept.id} ${weight.toFixed(2)}${how === 'exact' ? '' : ` (${how})`}`,
    );
  const matched = candidates.map(
    ({ role, task, score, line, because }) =>
      `  ${score.toFixed(2)} ${role}${task ? `/${task}` : ''}  [${line}]  ${because.map(({ text }) => text).join(' + ')}`,
  );
  return [
    '',
    `band: ${band}   against: ${against.toFixed(2)}   unknown: ${reading.unknown.join(', ') || '–'}`,
    'found:',
    ...found,
    'matched:',
    ...matched,
    ...(judgement ? judgedLines(judgement) : []),
  ];
}

/** What both opinions come to, the likeliest five. */
const judgedLines = ({ band, confidence, meanings }: Judgement): readonly string[] => [
  `judged: ${band}, ${confidence.toFixed(2)}`,
  ...meanings
    .slice(0, 5)
    .map(
      ({ label, role, chance }) =>
        `  ${chance.toFixed(2)} ${label}${role && role !== label ? ` (${role})` : ''}`,
    ),
];
