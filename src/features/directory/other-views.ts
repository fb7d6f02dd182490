import { dayIn } from '../../core/day.ts';
import { pageOf } from '../../core/paging.ts';
import { type Language, shortened, type Text } from '../../core/text.ts';
import { countFeedback, type Feedback } from './feedback.ts';
import { byUrgency, type Gap, type GapCount, topicName } from './gaps.ts';
import type { Directory, Role } from './model.ts';
import type { Offer } from './next-step.ts';
import { commandFor, offerFor } from './own-matters.ts';
import type { Partner } from './partners.ts';
import type { AnswerRef, ChartView, ChoicesView, ChoiceView, GapsView } from './views.ts';
import { levels, roleLevels } from './wording.ts';

/** What decides how choices are shown. */
export type Choosing = {
  readonly directory: Directory;
  readonly language: Language;
  readonly answerId: string;
  /** What was written: a form starts from it. */
  readonly text: string;
  readonly offer?: Offer | undefined;
  readonly partners: readonly Partner[];
};

/** The choice buttons: the task in plain words and whose it is; functions of Lotse, forms and bodies by their name. */
export function choicesView(
  refs: readonly AnswerRef[],
  others: readonly string[],
  choosing: Choosing,
): ChoicesView {
  const { directory, language, answerId } = choosing;
  const roles = refs.flatMap((ref): readonly ChoiceView[] => {
    const role = directory.roles.find(({ id }) => id === ref.role);
    const task = role?.tasks.find(({ id }) => id === ref.task);
    if (!role) return [];
    return [{ ...bare, title: (task?.text ?? role.summary)[language], text: role.name[language], ref }];
  });
  const more = others.flatMap((label) => otherChoice(label, choosing) ?? []);
  return {
    roles: [],
    choices: roles.flatMap(({ ref }) => (ref ? [ref.role] : [])),
    other: others,
    answerId,
    // What can be done at once stands before the question who is in charge of it.
    offers: [...more.filter(({ start }) => start), ...roles, ...more.filter(({ start }) => !start)],
  };
}

function otherChoice(label: string, { language, offer, text, partners }: Choosing): ChoiceView | undefined {
  const [kind, id = ''] = label.split(':');
  if (kind === 'wish') {
    const known = offer?.(id);
    return (
      known && {
        ...bare,
        title: known.title[language],
        text: openForm[language],
        start: { type: id, text: text.slice(0, 200) },
      }
    );
  }
  if (kind === 'partner') {
    const partner = partners.find((one) => one.id === id);
    return (
      partner && {
        ...bare,
        title: partner.matters[language],
        text: outside(partner.name[language])[language],
        isOnlySaid: true,
      }
    );
  }
  const say = commandFor[label]?.[language];
  const title = offerFor[label]?.[language];
  return say === undefined || title === undefined ? undefined : { ...bare, title, say };
}

/** A card asks for everything that a choice may carry. */
const bare = { text: undefined, ref: undefined, say: undefined, start: undefined, isOnlySaid: undefined };

const openForm: Text = { de: 'Formular öffnen', en: 'Open the form' };
const outside = (name: string): Text => ({
  de: `${name} – außerhalb des IT-Rollenmodells`,
  en: `${name} – outside the IT role model`,
});

/** The whole model by level, in the order of the diagram. */
export function chartView(directory: Directory, language: Language): ChartView {
  const rows = roleLevels.map((level) => ({
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

const most = { gaps: 10, feedback: 10, question: 160, topics: 12 };
const nobody: Text = { de: 'Ohne Zuständigkeit beantwortet', en: 'Answered without naming a role' };

/** What 10.50 sees: unanswered questions by urgency, and how the answers were judged. */
export function gapsView(
  { gaps, from }: { readonly gaps: readonly Gap[]; readonly from: number },
  counts: readonly GapCount[],
  feedback: readonly Feedback[],
  { roles, partners }: { readonly roles: readonly Role[]; readonly partners: readonly Partner[] },
  language: Language,
): GapsView {
  const judged = [...countFeedback(feedback)].sort(
    ([, a], [, b]) => b.helpful + b.unhelpful - (a.helpful + a.unhelpful),
  );
  const page = pageOf([...gaps].sort(byUrgency), from, most.gaps, language);
  return {
    roles: [],
    total: gaps.length,
    place: page.place,
    next: page.next,
    former: page.former,
    topics: [...counts]
      .sort((a, b) => b.count - a.count || a.id.localeCompare(b.id))
      .slice(0, most.topics)
      .map(({ id, count }) => ({ name: topicName(id, partners)[language], count })),
    gaps: page.shown.map((gap) => ({
      id: gap.id,
      question: shortened(gap.question, most.question),
      count: gap.count,
      last: dayIn(language, gap.last),
    })),
    feedback: judged.slice(0, most.feedback).map(([role, count]) => ({
      name: roles.find(({ id }) => id === role)?.name[language] ?? nobody[language],
      ...count,
    })),
  };
}
