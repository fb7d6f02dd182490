import { dayIn } from '../../core/day.ts';
import type { Block, Field, Form, Page, PageRoute, Visit } from '../../core/ports/pages.ts';
import type { Language } from '../../core/text.ts';
import { decide } from './decide/decide.ts';
import { noSuchIdea } from './decide/refusals.ts';
import { contextAt, type Desk } from './desk.ts';
import { criteria, type Idea, Marks } from './idea.ts';
import { isVotingOpen } from './scoring.ts';
import { criterionWords, scaleWords } from './view/words.ts';

/** Where members of the Beirat score who are not in Teams; their links lead here. */
export const scoringPath = '/ideas/bewertung';

/** The page by personal link: it shows the idea, and takes one member's score as often as it is changed. */
export const scoringPage = (desk: Desk): PageRoute => ({
  path: scoringPath,
  async get(visit) {
    return pageFor(await ideaOf(desk, visit), visit, desk);
  },
  async post(visit, form) {
    const idea = await ideaOf(desk, visit);
    const marks = marksOf(form);
    if (!marks) return { ...pageFor(idea, visit, desk, { form, wrong: true }), status: 422 };
    const { member = '' } = visit.subject;
    const by = { id: member, name: desk.directory.person(member)?.name ?? member };
    const comment = form.comment?.trim().slice(0, 1000);
    const act = { kind: 'score' as const, marks, ...(comment ? { comment } : {}) };
    const at = visit.now.toISOString();
    const { doc: changed } = await desk.ideas.change(idea.id, (current) =>
      decide(current, act, by, contextAt(desk, at)),
    );
    return pageFor(changed, visit, desk, { saved: true });
  },
});

async function ideaOf(desk: Desk, { subject }: Visit): Promise<Idea> {
  const idea = await desk.ideas.get(subject.idea ?? '');
  if (!idea) throw noSuchIdea(subject.idea ?? '');
  return idea;
}

const marksOf = (form: Form): Marks | undefined =>
  Marks.safeParse(Object.fromEntries(criteria.map((one) => [one, Number(form[one])]))).data;

type State = { readonly form?: Form; readonly wrong?: boolean; readonly saved?: boolean };

function pageFor(idea: Idea, visit: Visit, desk: Desk, state: State = {}): Page {
  const { language } = visit;
  const isOpen = isVotingOpen(idea, contextAt(desk, visit.now.toISOString()));
  return {
    title: `${idea.id}: ${idea.title}`,
    language,
    body: [
      ...noteFor(idea, isOpen, language, state),
      { kind: 'heading', text: language === 'de' ? 'Worum es geht' : 'What it is about' },
      { kind: 'text', text: idea.problem },
      { kind: 'heading', text: language === 'de' ? 'Was es bringt' : 'What it is good for' },
      { kind: 'text', text: idea.benefit },
      ...linksOf(idea),
      ...(isOpen ? formFor(idea, visit, state) : []),
    ],
  };
}

const linksOf = ({ links }: Idea): readonly Block[] =>
  links.length > 0 ? [{ kind: 'links', links: links.map((url) => ({ title: url, url })) }] : [];

function noteFor(idea: Idea, isOpen: boolean, language: Language, { saved }: State): readonly Block[] {
  const day = idea.place ? dayIn(language, idea.place.day) : '';
  if (saved) return [{ kind: 'note', tone: 'done', text: thanks[language] }];
  if (!isOpen) return [{ kind: 'note', tone: 'hint', text: closed[language] }];
  return [{ kind: 'note', tone: 'hint', text: until(day)[language] }];
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

function formFor(idea: Idea, { language, subject }: Visit, { form, wrong }: State): readonly Block[] {
  const own = idea.scores.find(({ by }) => by === subject.member);
  const fields: readonly Field[] = criteria.map((criterion) => ({
    kind: 'choice',
    name: criterion,
    label: criterionWords[criterion][language],
    help: scaleWords[criterion][language],
    required: true,
    value: form?.[criterion] ?? (own ? String(own.marks[criterion]) : undefined),
    error: wrong && !/^[1-5]$/.test(form?.[criterion] ?? '') ? choose[language] : undefined,
    options: ['1', '2', '3', '4', '5'].map((value) => ({ value, title: value })),
  }));
  const comment: Field = {
    kind: 'text',
    name: 'comment',
    label:
      language === 'de'
        ? 'Bemerkung (wird später ohne Namen gezeigt)'
        : 'Remark (shown later without your name)',
    lines: 4,
    maxLength: 1000,
    value: form?.comment ?? own?.comment,
  };
  const send = language === 'de' ? 'Bewertung abgeben' : 'Send score';
  return [
    { kind: 'heading', text: language === 'de' ? 'Ihre Bewertung' : 'Your score' },
    { kind: 'form', fields: [...fields, comment], buttons: [{ title: send }] },
  ];
}

const choose = { de: 'Bitte wählen Sie eine Zahl von 1 bis 5.', en: 'Please choose a number from 1 to 5.' };
