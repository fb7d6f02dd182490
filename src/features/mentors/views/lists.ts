import { dayIn } from '../../../core/day.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, shortened, type Text, wordsIn } from '../../../core/text.ts';
import { dayText, helpedTexts, stateWords } from '../labels.ts';
import { ends, type Feedback, type Mentoring } from '../model.ts';

const most = 10;

/** Card `mentors/list`. Open ones first, then the newest. */
export function listReply(
  mentorings: readonly Mentoring[],
  viewer: { readonly id: string },
  kind: 'mine' | 'all',
  language: Language,
): Reply {
  const sorted = [...mentorings].sort(
    (a, b) =>
      Number(ends.includes(a.state)) - Number(ends.includes(b.state)) ||
      b.createdAt.localeCompare(a.createdAt) ||
      b.id.localeCompare(a.id),
  );
  const left = sorted.length - most;
  const title = titles[kind][language];
  const items = sorted.slice(0, most).map((one) => ({
    id: one.id,
    title: `${one.id} · ${whoOf(one, viewer.id)[language]}`,
    text: `${stateWords[one.state][language]} · ${dayText(one.changedAt, language)}`,
  }));
  const view = {
    roles: [],
    title,
    items,
    empty: items.length === 0 ? nothing[kind][language] : undefined,
    more: left > 0 ? furtherOnes(left)[language] : undefined,
  };
  return { card: 'mentors/list', data: view, summary: `${title}: ${sorted.length}`, language };
}

function whoOf({ asker, mentor }: Mentoring, viewer: string): Text {
  if (asker.id === viewer) return { de: `an: ${mentor.name}`, en: `to: ${mentor.name}` };
  if (mentor.id === viewer) return { de: `von: ${asker.name}`, en: `from: ${asker.name}` };
  return { de: `${asker.name} → ${mentor.name}`, en: `${asker.name} → ${mentor.name}` };
}

const titles: Readonly<Record<'mine' | 'all', Text>> = {
  mine: { de: 'Ihre Mentorings', en: 'Your mentorings' },
  all: { de: 'Alle Mentorings', en: 'All mentorings' },
};
const nothing: Readonly<Record<'mine' | 'all', Text>> = {
  mine: {
    de: 'Sie haben zurzeit kein Mentoring. „Mentoren“ zeigt, wen Sie fragen können.',
    en: 'You have no mentoring at present. “Mentors” shows whom you can ask.',
  },
  all: { de: 'Zurzeit gibt es keine Mentorings.', en: 'There are no mentorings at present.' },
};
const furtherOnes = (count: number): Text => ({
  de: `${count} weitere. Ein bestimmtes zeigt seine Nummer.`,
  en: `${count} more. Type the number of a mentoring to see it.`,
});

/** Card `mentors/feedback`: what was said, newest first, without number and names, and never counted. */
export function feedbackReply(
  feedback: readonly Feedback[],
  language: Language,
  remark?: string | undefined,
): Reply {
  const newest = [...feedback].sort((a, b) => b.day.localeCompare(a.day)).slice(0, most);
  const t = wordsIn(language);
  const title = t('Rückmeldungen zu Mentorings', 'Feedback about mentorings');
  const empty = t('Zurzeit liegen keine Rückmeldungen vor.', 'There is no feedback at present.');
  const view = {
    roles: [],
    title,
    remark,
    items: newest.map(({ day, helped, text }) => ({
      title: `${helpedTexts[helped][language]} · ${dayIn(language, day)}`,
      text: shortened(text, remark ? 1500 : 700) || t('Ohne Text', 'No text'),
    })),
    empty: newest.length === 0 ? empty : undefined,
  };
  return { card: 'mentors/feedback', data: view, summary: remark ?? title, language };
}
