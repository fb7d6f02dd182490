import { dayIn } from '../../core/day.ts';
import type { Language, Text } from '../../core/text.ts';
import { countFeedback, type Feedback } from './feedback.ts';
import { byUrgency, type Gap } from './gaps.ts';
import type { Directory, Role } from './model.ts';
import type { AnswerRef, ChartView, ChoicesView, GapsView } from './views.ts';
import { levels } from './wording.ts';

/** The choice buttons: the task in plain words, and whose it is. */
export function choicesView(
  refs: readonly AnswerRef[],
  directory: Directory,
  language: Language,
  answerId: string,
): ChoicesView {
  const choices = refs.flatMap((ref) => {
    const role = directory.roles.find(({ id }) => id === ref.role);
    const task = role?.tasks.find(({ id }) => id === ref.task);
    return role ? [{ title: (task?.text ?? role.summary)[language], text: role.name[language], ref }] : [];
  });
  return { roles: choices.map(({ ref }) => ref.role), answerId, choices };
}

const order: readonly Role['level'][] = ['strategic', 'operative', 'preparing', 'units', 'advisory'];

/** The whole model by level, in the order of the diagram. */
export function chartView(directory: Directory, language: Language): ChartView {
  const rows = order.map((level) => ({
    title: levels[level][language],
    roles: directory.roles
      .filter((role) => role.level === level)
      .map((role) => ({
        letter: role.letter,
        name: role.name[language],
        summary: role.summary[language],
        planned: role.status === 'planned',
        ref: { role: role.id },
      })),
  }));
  return { levels: rows.filter(({ roles }) => roles.length > 0) };
}

const most = { gaps: 15, feedback: 10, question: 160 };
const nobody: Text = { de: 'Ohne Zuständigkeit beantwortet', en: 'Answered without naming a role' };

/** What 10.50 sees: unanswered questions by urgency, and how the answers were judged. */
export function gapsView(
  gaps: readonly Gap[],
  feedback: readonly Feedback[],
  directory: Directory,
  language: Language,
): GapsView {
  const judged = [...countFeedback(feedback)].sort(
    ([, a], [, b]) => b.helpful + b.unhelpful - (a.helpful + a.unhelpful),
  );
  return {
    total: gaps.length,
    gaps: [...gaps]
      .sort(byUrgency)
      .slice(0, most.gaps)
      .map((gap) => ({
        question:
          gap.question.length > most.question ? `${gap.question.slice(0, most.question - 1)}…` : gap.question,
        count: gap.count,
        last: dayIn(language, gap.last),
        passedOn: gap.passedOn,
      })),
    feedback: judged.slice(0, most.feedback).map(([role, count]) => ({
      name: directory.roles.find(({ id }) => id === role)?.name[language] ?? nobody[language],
      ...count,
    })),
  };
}
