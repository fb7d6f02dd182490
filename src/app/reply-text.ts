import type { Reply } from '../core/reply.ts';
import type { Understanding } from '../features/directory/understanding/understand.ts';
import type { AnswerView, ChoicesView } from '../features/directory/views.ts';

/** A reply as lines of text for the terminal. */
export function replyLines(reply: Reply): readonly string[] {
  if (reply.card === 'directory/answer') return answerLines(reply.data as unknown as AnswerView);
  if (reply.card === 'directory/choices') {
    const { choices } = reply.data as unknown as ChoicesView;
    return [reply.summary, ...choices.map(({ title, text }) => `  – ${title} (${text})`)];
  }
  return [reply.summary];
}

function answerLines(view: AnswerView): readonly string[] {
  const contacts = view.holders.map(({ name, capacity, place, phone, note }) =>
    ['  •', name, `– ${[capacity, place, phone, note].filter(Boolean).join(', ')}`].join(' '),
  );
  return [
    `${view.lead}: ${view.roleName}${view.planned ? ' (vorgesehen)' : ''}`,
    `  ${view.task}`,
    ...contacts,
    ...[view.vacancy, ...view.remarks, view.nextStep?.text].flatMap((line) => (line ? [`  ${line}`] : [])),
    `  „${view.quote}“ (${view.passage})`,
  ];
}

/** What was recognised, what matched and what spoke against it. */
export function whyLines({ band, candidates, reading, against }: Understanding): readonly string[] {
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
  ];
}
