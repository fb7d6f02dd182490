import type { LinkedFiles } from '../../case/files-page.ts';
import { casePage } from '../../case/page.ts';
import { dayIn } from '../../core/day.ts';
import type { Block, Field, Form, Page, PageRoute } from '../../core/ports/pages.ts';
import { type Language, wordsIn } from '../../core/text.ts';
import type { Context, Ideas } from './context.ts';
import { criterionWords, scaleWords } from './labels.ts';
import { criteria, type Idea } from './model.ts';
import { isVotingOpen } from './scoring.ts';

/** Where members of the Beirat score who are not in Teams; their links lead here. */
export const scoringPath = '/ideas/bewertung';

/** The page by personal link: it shows the idea, and takes one member's score as often as it is changed. */
export const scoringPage = (ideas: Ideas, files?: LinkedFiles): PageRoute =>
  casePage(ideas, {
    path: scoringPath,
    subject: 'idea',
    person: 'member',
    draw: (drawing, { language }) => pageFor(drawing, language),
    act: (form) => (isComplete(form) ? { ...form, kind: 'score', comment: commentIn(form) } : undefined),
    files,
    gone: {
      title: { de: 'Idee', en: 'Idea' },
      text: {
        de: 'Diese Idee gibt es nicht mehr, oder sie wurde zurückgezogen.',
        en: 'This idea is no longer there, or it was withdrawn.',
      },
    },
  });

const isMark = (value: string | undefined): boolean => /^[1-5]$/.test(value ?? '');
const isComplete = (form: Form): boolean => criteria.every((one) => isMark(form[one]));
const commentIn = ({ comment = '' }: Form): string => comment.trim().slice(0, 1000);

type Shown = Parameters<Parameters<typeof casePage<Idea, Context>>[1]['draw']>[0];

function pageFor(shown: Shown, language: Language): Page {
  const { doc: idea, context, became, fileBlocks } = shown;
  const t = wordsIn(language);
  const isOpen = isVotingOpen(idea, context);
  return {
    title: `${idea.id}: ${idea.title}`,
    language,
    body: [
      noteFor(idea, isOpen, became === 'done', language),
      { kind: 'heading', text: t('Worum es geht', 'What it is about') },
      { kind: 'text', text: idea.problem },
      { kind: 'heading', text: t('Was es bringt', 'What it would improve') },
      { kind: 'text', text: idea.benefit },
      ...linksOf(idea),
      ...(fileBlocks.length > 0
        ? [{ kind: 'heading' as const, text: t('Dateien', 'Files') }, ...fileBlocks]
        : []),
      ...(isOpen ? formFor(shown, language) : []),
    ],
  };
}

const linksOf = ({ links }: Idea): readonly Block[] =>
  links.length > 0 ? [{ kind: 'links', links: links.map((url) => ({ title: url, url })) }] : [];

function noteFor(idea: Idea, isOpen: boolean, isSaved: boolean, language: Language): Block {
  if (isSaved) return { kind: 'note', tone: 'done', text: thanks[language] };
  const day = idea.place ? dayIn(language, idea.place.day) : '';
  return { kind: 'note', tone: 'hint', text: (isOpen ? until(day) : closed)[language] };
}

const thanks = {
  de: 'Danke, Ihre Bewertung ist gespeichert. Bis zum Tag der Sitzung können Sie sie hier ändern, solange noch nicht alle bewertet haben.',
  en: 'Thank you, your score is saved. You can change it here until the day of the meeting, as long as not all have scored.',
};
const closed = {
  de: 'Die Bewertung dieser Idee ist zurzeit nicht offen.',
  en: 'Scoring of this idea is not open at present.',
};
const until = (day: string) => ({
  de: `Bitte bewerten Sie bis zum ${day}. Die Bewertungen der anderen werden erst danach gezeigt, ohne Namen.`,
  en: `Please score until ${day}. The scores of the others are shown only after that, without names.`,
});

function formFor({ doc: idea, party, form }: Shown, language: Language): readonly Block[] {
  const t = wordsIn(language);
  const own = idea.scores.find(({ by }) => by === party);
  const fields: readonly Field[] = criteria.map((criterion) => ({
    kind: 'choice',
    name: criterion,
    label: criterionWords[criterion][language],
    help: scaleWords[criterion][language],
    required: true,
    value: form?.[criterion] ?? (own ? String(own.marks[criterion]) : undefined),
    error: form && !isMark(form[criterion]) ? choose[language] : undefined,
    options: ['1', '2', '3', '4', '5'].map((value) => ({ value, title: value })),
  }));
  const comment: Field = {
    kind: 'text',
    name: 'comment',
    label: t('Bemerkung (wird später ohne Namen gezeigt)', 'Remark (shown later without your name)'),
    lines: 4,
    maxLength: 1000,
    value: form?.comment ?? own?.comment,
  };
  const send = t('Bewertung abgeben', 'Send score');
  return [
    { kind: 'heading', text: t('Ihre Bewertung', 'Your score') },
    { kind: 'form', fields: [...fields, comment], buttons: [{ title: send }] },
  ];
}

const choose = { de: 'Bitte wählen Sie eine Zahl von 1 bis 5.', en: 'Please choose a number from 1 to 5.' };
