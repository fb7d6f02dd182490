import { caseNotice, entriesTold } from '../../case/notice.ts';
import type { World } from '../../case/world.ts';
import type { Addressee, Letter, Notice, NoticeKind } from '../../core/notice.ts';
import { type Language, quoted, type Text, wordsIn } from '../../core/text.ts';
import { helpedTexts, sentenceOf } from './labels.ts';
import { hasWords, type Mentoring } from './model.ts';
import { mentoringLink } from './page.ts';
import { relationOf } from './policy.ts';
import type { Service } from './service.ts';
import { factsOf, questionOf } from './views/case.ts';
import { feedbackReply } from './views/lists.ts';

type Wording = {
  readonly title: Text;
  readonly repeatable: boolean;
  readonly joins?: true;
  /** `undefined` when the mentoring has moved on and there is nothing left to say. */
  readonly says: (mentoring: Mentoring, notice: Notice, language: Language) => string | undefined;
};

const ifAsked =
  (text: Text): Wording['says'] =>
  ({ state }, _notice, language) =>
    state === 'asked' ? text[language] : undefined;

const wordings: Readonly<Record<'asked' | 'reminder' | 'news' | 'feedback', Wording>> = {
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
      en: 'Reminder: this question is still waiting for your answer. Declining helps, too.',
    }),
  },
  news: {
    title: { de: 'Neues zu einem Mentoring', en: 'News about a mentoring' },
    repeatable: true,
    joins: true,
    says({ history }, notice, language) {
      // The newest first: the card shows the mentoring as it is now.
      const told = entriesTold(notice)
        .toReversed()
        .flatMap((number) => history[number - 1] ?? []);
      const sentences = told.map((entry) => {
        const note = entry.note ? ` ${quoted(entry.note, language)}` : '';
        return `${sentenceOf(entry, language)}${note}`;
      });
      return sentences.join(' ') || undefined;
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
export const mentoringNotices = (service: Service): readonly NoticeKind[] => [
  ...Object.entries(wordings).map(([name, { title, says, repeatable, joins }]) =>
    caseNotice(service.mentorings, {
      kind: `mentors.${name}`,
      title,
      repeatable,
      joins,
      subject: (words, { id }) => `${words}: ${id}`,
      concerns: (mentoring, { language }, _context, notice) =>
        hasWords(mentoring) && says(mentoring, notice, language) !== undefined,
      async say(mentoring, to, context, notice) {
        const remark = says(mentoring, notice, to.language) ?? '';
        const reply = await service.mentorings.draw(mentoring, to, context, { remark });
        return { reply, letter: await letterOf(service, mentoring, remark, to, context) };
      },
    }),
  ),
  heard(service),
];

/** The mentor gets a page to answer on; whoever asks has Teams. */
async function letterOf(
  { profiles, links }: Service,
  mentoring: Mentoring,
  remark: string,
  to: Addressee,
  context: World,
): Promise<Omit<Letter, 'subject'>> {
  const { language } = to;
  const as = relationOf(mentoring, to.id, context) ?? 'office';
  const profile = await profiles.collection.get(mentoring.mentor.id);
  const facts = factsOf(mentoring, as, { context, profile }, language);
  const isOpen = mentoring.state === 'asked' || mentoring.state === 'accepted';
  const hasPage = as === 'mentor' && isOpen;
  const listed = facts.map((fact) => `${fact.title}: ${fact.value}`).join('\n');
  const title = pageTitles[mentoring.state === 'asked' ? 'answer' : 'look'][language];
  const link = async () => ({ title, url: await mentoringLink(links, mentoring, language, context.now) });
  return {
    paragraphs: [
      wordsIn(language)('Guten Tag!', 'Hello,'),
      remark,
      // What came to nothing is not told again, and mentors from outside have no Teams to look it up in.
      ...(as === 'mentor' && !isOpen ? [] : [quoted(questionOf(mentoring, language), language), listed]),
      ...(hasPage ? [personal[language]] : as === 'mentor' ? [] : [inTeams(mentoring.id)[language]]),
    ],
    ...(hasPage ? { links: [await link()] } : {}),
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
const heard = ({ feedback }: Service): NoticeKind => ({
  kind: 'mentors.heard',
  title: { de: 'Rückmeldung zu einem Mentoring', en: 'Feedback about a mentoring' },
  repeatable: true,
  async say(notice, { language }) {
    const said = await feedback.get(notice.ref);
    if (!said) return undefined;
    const remark = wordsIn(language)('Neue Rückmeldung zu einem Mentoring', 'New feedback about a mentoring');
    return {
      reply: feedbackReply([said], language, remark),
      letter: {
        subject: remark,
        paragraphs: [helpedTexts[said.helped][language], ...(said.text ? [said.text] : [])],
      },
    };
  },
});
