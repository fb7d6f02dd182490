import type { Addressee, Letter, Notice, NoticeKind, Said } from '../../core/notice.ts';
import type { Language, Text } from '../../core/text.ts';
import { quoted } from '../../core/text.ts';
import { caseFor, contextAt, type Desk } from './desk.ts';
import type { Mentoring } from './mentoring.ts';
import type { NoticeName } from './owing.ts';
import { requestLink } from './pages/links.ts';
import { standingOf } from './rights.ts';
import { factsOf } from './view/case-view.ts';
import { feedbackReply } from './view/lists.ts';
import { helpedTexts, sentenceOf } from './view/words.ts';

type Wording = {
  readonly title: Text;
  readonly repeatable: boolean;
  /** `undefined` when the mentoring has moved on and there is nothing left to say. */
  readonly says: (mentoring: Mentoring, notice: Notice, language: Language) => string | undefined;
};

const ifAsked =
  (text: Text): Wording['says'] =>
  ({ state }, _notice, language) =>
    state === 'asked' ? text[language] : undefined;

const wordings: Readonly<Record<NoticeName, Wording>> = {
  asked: {
    title: { de: 'Jemand fragt Sie um Rat', en: 'Somebody asks for your advice' },
    repeatable: true,
    says: ifAsked({
      de: 'Sie werden als Digitale Mentorin oder Digitaler Mentor um Rat gefragt. Bitte sagen Sie zu oder ab.',
      en: 'You are asked for advice as a digital mentor. Please accept or decline.',
    }),
  },
  reminder: {
    title: { de: 'Erinnerung: Jemand fragt Sie um Rat', en: 'Reminder: somebody asks for your advice' },
    repeatable: false,
    says: ifAsked({
      de: 'Erinnerung: Diese Anfrage wartet noch auf Ihre Antwort. Auch eine Absage hilft weiter.',
      en: 'Reminder: this question still waits for your answer. Declining helps, too.',
    }),
  },
  news: {
    title: { de: 'Neues zu einem Mentoring', en: 'News about a mentoring' },
    repeatable: true,
    says: ({ history }, notice, language) => {
      const entry = history[Number(notice.facts?.entry) - 1];
      if (!entry) return undefined;
      const note = entry.note ? ` ${quoted(entry.note, language)}` : '';
      return `${sentenceOf(entry, language)}${note}`;
    },
  },
  feedback: {
    title: { de: 'Hat das Mentoring geholfen?', en: 'Has the mentoring helped?' },
    repeatable: false,
    says: ({ feedbackGiven }, _notice, language) => (feedbackGiven ? undefined : howWasIt[language]),
  },
};

const howWasIt = {
  de: 'Hat Ihnen das Mentoring geholfen? Ihre kurze Rückmeldung geht ohne Namen an den Digitallotsen. Sie ist freiwillig, und es wird nichts gezählt.',
  en: 'Has the mentoring helped you? Your short feedback goes to the Digitallotse without names. It is optional, and nothing is counted.',
};

/** What mentorings say by way of the outbox. */
export const mentoringNotices = (desk: Desk): readonly NoticeKind[] => [
  ...Object.entries(wordings).map(([name, { title, says, repeatable }]) => ({
    kind: `mentors.${name}`,
    title,
    repeatable,
    async say(notice: Notice, to: Addressee, now: Date): Promise<Said | undefined> {
      const mentoring = await desk.mentorings.get(notice.ref);
      const remark = mentoring && !mentoring.erasedAt ? says(mentoring, notice, to.language) : undefined;
      if (!mentoring || remark === undefined) return undefined;
      const at = now.toISOString();
      if (!standingOf(mentoring, to.id, contextAt(desk, at))) return undefined;
      const reply = await caseFor(desk, mentoring, to, at, { remark });
      const summary = `${title[to.language]}: ${mentoring.id}`;
      return {
        reply: { ...reply, summary },
        letter: await letterOf(desk, mentoring, remark, summary, to, at),
      };
    },
  })),
  heard(desk),
];

/** The mentor gets a page to answer on; whoever asks has Teams. */
async function letterOf(
  desk: Desk,
  mentoring: Mentoring,
  remark: string,
  subject: string,
  to: Addressee,
  at: string,
): Promise<Letter> {
  const { language } = to;
  const as = standingOf(mentoring, to.id, contextAt(desk, at)) ?? 'office';
  const profile = await desk.profiles.get(mentoring.mentor.id);
  const facts = factsOf(mentoring, as, { context: contextAt(desk, at), profile }, language);
  const isOpen = mentoring.state === 'asked' || mentoring.state === 'accepted';
  const hasPage = as === 'mentor' && isOpen;
  const title = pageTitles[mentoring.state === 'asked' ? 'answer' : 'look'][language];
  return {
    subject,
    paragraphs: [
      language === 'de' ? 'Guten Tag,' : 'Hello,',
      remark,
      quoted(mentoring.question, language),
      facts.map((fact) => `${fact.title}: ${fact.value}`).join('\n'),
      hasPage ? personal[language] : inTeams(mentoring.id)[language],
    ],
    ...(hasPage ? { links: [{ title, url: await requestLink(desk.links, mentoring, language, at) }] } : {}),
  };
}

const pageTitles = {
  answer: { de: 'Zusagen oder absagen', en: 'Accept or decline' },
  look: { de: 'Zum Mentoring', en: 'To the mentoring' },
};
const personal = {
  de: 'Der Link gilt nur für Sie; bitte geben Sie ihn nicht weiter.',
  en: 'The link is for you only; please do not pass it on.',
};
const inTeams = (id: string): Text => ({
  de: `Mehr dazu zeigt Lotse in Microsoft Teams: ${id}`,
  en: `Lotse shows more in Microsoft Teams: ${id}`,
});

/** What somebody said about a mentoring, for the Digitallotse: without the number and the names. */
const heard = (desk: Desk): NoticeKind => ({
  kind: 'mentors.heard',
  title: { de: 'Rückmeldung zu einem Mentoring', en: 'Feedback about a mentoring' },
  repeatable: true,
  async say(notice, { language }) {
    const feedback = await desk.feedback.get(notice.ref);
    if (!feedback) return undefined;
    const remark =
      language === 'de' ? 'Neue Rückmeldung zu einem Mentoring' : 'New feedback about a mentoring';
    return {
      reply: feedbackReply([feedback], language, remark),
      letter: {
        subject: remark,
        paragraphs: [helpedTexts[feedback.helped][language], ...(feedback.text ? [feedback.text] : [])],
      },
    };
  },
});
