import { casePage, type Sent } from '../../case/page.ts';
import type { Links } from '../../core/ports/links.ts';
import type { Block, Page, PageRoute } from '../../core/ports/pages.ts';
import { type Language, quoted, type Text, wordsIn } from '../../core/text.ts';
import { lateWords, stateWords } from './labels.ts';
import { hasWords, type Mentoring } from './model.ts';
import { morningAfter, rhythm } from './rhythm.ts';
import type { Service } from './service.ts';
import { type Fact, factsOf, questionOf } from './views/case.ts';

/** Where mentors without Teams answer. */
export const mentoringPath = '/mentors/anfrage';
const longestNote = 1500;

/** A mentor reads who asks what, and accepts or declines, without Teams. Opening the page changes nothing. */
export const mentoringPage = ({ mentorings, profiles }: Service): PageRoute =>
  casePage(mentorings, {
    path: mentoringPath,
    subject: 'mentoring',
    person: 'person',
    isFor: (mentoring, party) => mentoring.mentor.id === party && hasWords(mentoring),
    async draw({ doc, context, sent }, { language }) {
      const profile = await profiles.collection.get(doc.mentor.id);
      return pageOf(doc, factsOf(doc, 'mentor', { context, profile }, language), sent, language);
    },
    act: ({ act: kind = '', note = '' }) =>
      Object.hasOwn(doneWords, kind) ? { kind, note: note.slice(0, longestNote) } : undefined,
    gone: {
      title: { de: 'Mentoring', en: 'Mentoring' },
      text: {
        de: 'Diese Anfrage gibt es nicht mehr. Fragen beantwortet der Digitallotse Wirtschaft.',
        en: 'This question no longer exists. The Digitallotse Wirtschaft answers questions about it.',
      },
    },
  });

/** Open while the mentoring can be under way. */
export const mentoringLink = (
  links: Links,
  { id, mentor, createdAt }: Mentoring,
  language: Language,
  now: string,
): Promise<string> =>
  links.make({
    page: mentoringPath,
    subject: { mentoring: id, person: mentor.id, language },
    expiresAt: [morningAfter(createdAt, rhythm.expire + rhythm.close), morningAfter(now, 14)]
      .sort()
      .at(-1) as string,
  });

function pageOf(
  mentoring: Mentoring,
  facts: readonly Fact[],
  sent: Sent | undefined,
  language: Language,
): Page {
  const t = wordsIn(language);
  return {
    title: t('Jemand fragt Sie um Rat', 'Somebody asks for your advice'),
    language,
    body: [
      ...(sent ? [noteOf(mentoring, sent, language)] : []),
      { kind: 'text', text: quoted(questionOf(mentoring, language), language) },
      {
        kind: 'facts',
        facts: [
          { title: t('Nummer', 'Number'), value: mentoring.id },
          { title: t('Stand', 'State'), value: stateWords[mentoring.state][language] },
          ...facts,
        ],
      },
      ...answering(mentoring, language),
    ],
  };
}

const noteOf = (mentoring: Mentoring, { kind, isChanged }: Sent, language: Language): Block =>
  isChanged
    ? { kind: 'note', tone: 'done', text: doneWords[kind]?.[language] ?? '' }
    : { kind: 'note', tone: 'hint', text: lateWords(mentoring, kind)[language] };

function answering({ state }: Mentoring, language: Language): readonly Block[] {
  const t = wordsIn(language);
  if (state === 'asked')
    return [
      { kind: 'heading', text: t('Ihre Antwort', 'Your answer') },
      {
        kind: 'text',
        text: t(
          'Wenn Sie zusagen, sehen Sie beide, wie Sie einander erreichen. Absagen geht ohne Grund; andere werden dann vorgeschlagen.',
          'If you accept, both of you see how to reach the other. You can decline without a reason; others are proposed then.',
        ),
      },
      {
        kind: 'form',
        fields: [
          {
            kind: 'text',
            name: 'note',
            label: t('Ein Satz dazu', 'A sentence about it'),
            lines: 3,
            maxLength: longestNote,
          },
        ],
        buttons: [
          { title: t('Zusagen', 'Accept'), name: 'act', value: 'accept' },
          { title: t('Absagen', 'Decline'), name: 'act', value: 'decline' },
        ],
      },
    ];
  if (state !== 'accepted') return [];
  return [
    {
      kind: 'text',
      text: t(
        'Die fragende Person meldet sich bei Ihnen. Ist alles geklärt, schließen Sie das Mentoring ab; Ihr Platz wird dann wieder frei.',
        'The person who asked will get in touch with you. When everything is settled, close the mentoring; your place is then free again.',
      ),
    },
    {
      kind: 'form',
      fields: [],
      buttons: [{ title: t('Mentoring abschließen', 'Close the mentoring'), name: 'act', value: 'close' }],
    },
  ];
}

/** What can be done here, and what is said when it is done. */
const doneWords: Readonly<Record<string, Text>> = {
  accept: {
    de: 'Sie haben zugesagt. Die fragende Person erfährt, wie sie Sie erreicht.',
    en: 'You have accepted. The person who asked is told how to reach you.',
  },
  decline: {
    de: 'Sie haben abgesagt. Der fragenden Person werden andere vorgeschlagen.',
    en: 'You have declined. Others are proposed to the person who asked.',
  },
  close: { de: 'Das Mentoring ist abgeschlossen. Vielen Dank.', en: 'The mentoring is closed. Thank you.' },
};
