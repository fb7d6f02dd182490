import type { Block, Page, PageRoute, Visit } from '../../../core/ports/pages.ts';
import type { Language } from '../../../core/text.ts';
import { quoted } from '../../../core/text.ts';
import type { Act } from '../decide/act.ts';
import { actFor, contextAt, type Desk } from '../desk.ts';
import type { Mentoring } from '../mentoring.ts';
import { factsOf } from '../view/case-view.ts';
import { lateWords, stateWords } from '../view/words.ts';
import { requestPath } from './links.ts';

const sayIn = (language: Language) => (de: string, en: string) => (language === 'de' ? de : en);
const longestNote = 1500;

/** A mentor reads who asks what, and accepts or declines, without Teams. Opening the page changes nothing. */
export const requestPage = (desk: Desk): PageRoute => ({
  path: requestPath,
  async get(visit) {
    const mentoring = await mentoringOf(desk, visit);
    return mentoring ? pageOf(desk, mentoring, visit) : gone(visit.language);
  },
  async post(visit, form) {
    const mentoring = await mentoringOf(desk, visit);
    if (!mentoring) return gone(visit.language);
    const act = actIn(form.act, (form.note ?? '').slice(0, longestNote));
    if (!act) return pageOf(desk, mentoring, visit);
    const at = visit.now.toISOString();
    const done = await actFor(desk, mentoring.mentor, mentoring.id, act, at);
    const note: Block = done.hasEffect
      ? { kind: 'note', tone: 'done', text: doneWords[act.kind][visit.language] }
      : { kind: 'note', tone: 'hint', text: lateWords(done.mentoring, act.kind)[visit.language] };
    return pageOf(desk, done.mentoring, visit, [note]);
  },
});

type Answer = Extract<Act, { kind: 'accept' | 'decline' | 'close' }>;

function actIn(act: string | undefined, note: string): Answer | undefined {
  if (act === 'accept' || act === 'decline' || act === 'close') return { kind: act, note };
  return undefined;
}

/** The mentoring, if the link belongs to its mentor and it still holds words. */
async function mentoringOf(desk: Desk, { subject }: Visit): Promise<Mentoring | undefined> {
  const mentoring = await desk.mentorings.get(subject.mentoring ?? '');
  return mentoring && mentoring.mentor.id === subject.person && !mentoring.erasedAt ? mentoring : undefined;
}

const gone = (language: Language): Page => ({
  status: 404,
  title: 'Mentoring',
  language,
  body: [
    {
      kind: 'text',
      text: sayIn(language)(
        'Diese Anfrage gibt es nicht mehr. Fragen beantwortet der Digitallotse Wirtschaft.',
        'This question no longer exists. The Digitallotse Wirtschaft answers questions about it.',
      ),
    },
  ],
});

async function pageOf(
  desk: Desk,
  mentoring: Mentoring,
  { now, language }: Visit,
  above: readonly Block[] = [],
): Promise<Page> {
  const context = contextAt(desk, now.toISOString());
  const profile = await desk.profiles.get(mentoring.mentor.id);
  const say = sayIn(language);
  return {
    title: say('Jemand fragt Sie um Rat', 'Somebody asks for your advice'),
    language,
    body: [
      ...above,
      { kind: 'text', text: quoted(mentoring.question, language) },
      {
        kind: 'facts',
        facts: [
          { title: say('Nummer', 'Number'), value: mentoring.id },
          { title: say('Stand', 'State'), value: stateWords[mentoring.state][language] },
          ...factsOf(mentoring, 'mentor', { context, profile }, language),
        ],
      },
      ...answering(mentoring, language),
    ],
  };
}

function answering({ state }: Mentoring, language: Language): readonly Block[] {
  const say = sayIn(language);
  if (state === 'asked')
    return [
      { kind: 'heading', text: say('Ihre Antwort', 'Your answer') },
      {
        kind: 'text',
        text: say(
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
            label: say('Ein Satz dazu', 'A sentence about it'),
            lines: 3,
            maxLength: longestNote,
          },
        ],
        buttons: [
          { title: say('Zusagen', 'Accept'), name: 'act', value: 'accept' },
          { title: say('Absagen', 'Decline'), name: 'act', value: 'decline' },
        ],
      },
    ];
  if (state !== 'accepted') return [];
  return [
    {
      kind: 'text',
      text: say(
        'Die fragende Person meldet sich bei Ihnen. Ist alles geklärt, schließen Sie das Mentoring ab; Ihr Platz wird dann wieder frei.',
        'The person who asked will get in touch with you. When everything is settled, close the mentoring; your place is then free again.',
      ),
    },
    {
      kind: 'form',
      fields: [],
      buttons: [{ title: say('Mentoring abschließen', 'Close the mentoring'), name: 'act', value: 'close' }],
    },
  ];
}

const doneWords = {
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
