import type { Showing } from '../../../case/case-type.ts';
import type { World } from '../../../case/world.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import type { Findings } from '../find/propose.ts';
import { dayText, sentenceOf, stateWords } from '../labels.ts';
import { hasWords, type Mentoring, mentoringCase, type State } from '../model.ts';
import { type Relation, relationOf } from '../policy.ts';
import type { Profile } from '../profiles/model.ts';
import { morningAfter, rhythm } from '../rhythm.ts';
import { findMentors, type Sources } from '../service.ts';

export type Fact = { readonly title: string; readonly value: string };

/** Card `mentors/case`. */
export type MentoringView = {
  readonly roles: readonly string[];
  readonly id: string;
  readonly subtitle: string;
  readonly title: string;
  readonly state: string;
  readonly tone: 'waiting' | 'good' | 'over';
  readonly remark?: string | undefined;
  readonly question: string;
  readonly facts: readonly Fact[];
  readonly steps: readonly {
    readonly day: string;
    readonly text: string;
    readonly note?: string | undefined;
  }[];
  readonly hint?: string | undefined;
  readonly others: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  readonly noOthers?: string | undefined;
  readonly noteLabel?: string | undefined;
  readonly note: string;
  readonly canAccept: boolean;
  readonly canDecline: boolean;
  readonly canWithdraw: boolean;
  readonly canClose: boolean;
  readonly canFeedback: boolean;
};

/** The card of a mentoring as somebody may see it; after a no, with others who could be asked. */
export const mentoringReply =
  (sources: Sources) =>
  async (
    mentoring: Mentoring,
    viewer: Addressee,
    context: World,
    { remark, typed = '', can }: Showing,
  ): Promise<Reply> => {
    const { language } = viewer;
    const { id, state, asker, mentor, question } = mentoring;
    const as = relationOf(mentoring, viewer.id, context) ?? 'office';
    const profile = await sources.profiles.collection.get(mentor.id);
    const isRefused = (state === 'declined' || state === 'expired') && as === 'asker';
    const findings =
      isRefused && hasWords(mentoring)
        ? await findMentors(sources, { text: question ?? '', without: [asker.id, mentor.id] }, context)
        : undefined;
    const canAccept = can('accept');
    const canDecline = can('decline');
    const canFeedback = can('feedback');
    const view: MentoringView = {
      roles: [],
      id,
      subtitle: `${id} · Mentoring`,
      title: titleOf(mentoring, as, language),
      state: stateWords[state][language],
      tone: state === 'asked' ? 'waiting' : state === 'accepted' ? 'good' : 'over',
      remark,
      question: questionOf(mentoring, language),
      facts: factsOf(mentoring, as, { context, profile }, language),
      steps: stepsOf(mentoring, language),
      hint: hints[as][state]?.[language],
      ...othersOf(findings, language),
      noteLabel: canFeedback ? feedbackLabel[language] : canDecline ? noteLabel[language] : undefined,
      note: typed,
      canAccept,
      canDecline,
      canWithdraw: can('withdraw'),
      canClose: can('close'),
      canFeedback,
    };
    const summary = `${id}: ${view.title}, ${view.state}`;
    return { card: 'mentors/case', data: view, summary, language, about: { kind: mentoringCase, id } };
  };

const titles: Readonly<Record<Relation, (asker: string) => Text>> = {
  asker: () => ({ de: 'Ihre Mentoring-Anfrage', en: 'Your question to a mentor' }),
  mentor: (asker) => ({ de: `${asker} fragt Sie um Rat`, en: `${asker} asks for your advice` }),
  office: () => ({ de: 'Mentoring-Anfrage', en: 'Question to a mentor' }),
};
const titleOf = ({ asker }: Mentoring, as: Relation, language: Language): string =>
  titles[as](asker.name)[language];

/** What was asked, or that it was deleted. */
export const questionOf = (mentoring: Mentoring, language: Language): string =>
  hasWords(mentoring) ? (mentoring.question ?? '') : erasedWords[language];

const erasedWords: Text = {
  de: 'Die Texte dieses Mentorings sind gelöscht, spätestens ein halbes Jahr nach seinem Ende.',
  en: 'The texts of this mentoring are deleted six months after its end at the latest.',
};

/** Nobody is told their own name; contacts are told to the two, once the mentor has said yes. */
export function factsOf(
  mentoring: Mentoring,
  as: Relation,
  { context, profile }: { readonly context: World; readonly profile: Profile | undefined },
  language: Language,
): readonly Fact[] {
  const { asker, mentor, state, contact = '–' } = mentoring;
  const t = wordsIn(language);
  const unit = asker.unit ? `, ${context.directory.unitLabel(asker.unit, language)}` : '';
  const mail = context.directory.person(mentor.id)?.email ?? '';
  const reach = [profile?.contact, profile?.contact.includes(mail) ? '' : mail].filter(Boolean);
  const reached = { asker: reach.join(' · ') || '–', mentor: contact, office: undefined }[as];
  return [
    ...(as === 'asker' ? [] : [{ title: t('Fragt', 'Asks'), value: `${asker.name}${unit}` }]),
    ...(as === 'mentor' ? [] : [{ title: t('Mentorin/Mentor', 'Mentor'), value: mentor.name }]),
    ...(state === 'accepted' && reached
      ? [{ title: t('So erreichen Sie die Person', 'How to reach them'), value: reached }]
      : []),
    ...(state === 'asked'
      ? [
          {
            title: t('Antwort bis', 'Answer by'),
            value: dayText(morningAfter(mentoring.createdAt, rhythm.expire), language),
          },
        ]
      : []),
  ];
}

const stepsOf = ({ history }: Mentoring, language: Language): MentoringView['steps'] =>
  history.slice(-8).map((entry) => ({
    day: dayText(entry.at, language),
    text: sentenceOf(entry, language),
    note: entry.note,
  }));

function othersOf(
  findings: Findings | undefined,
  language: Language,
): Pick<MentoringView, 'others' | 'noOthers'> {
  if (!findings) return { others: [], noOthers: undefined };
  const others = findings.proposals.slice(0, 3).map(({ profile, name, hits }) => ({
    id: profile.id,
    name,
    why: hits.map(({ field }) => field.name[language]).join(', '),
  }));
  return { others, noOthers: others.length === 0 ? nobodyElse[language] : undefined };
}

const nobodyElse: Text = {
  de: 'Zu Ihrer Frage hat zurzeit niemand anderes einen Platz frei. „Mentoren“ zeigt alle.',
  en: 'Nobody else has a place free for your question at present. “Mentors” shows all.',
};
const feedbackLabel: Text = {
  de: 'Rückmeldung in eigenen Worten (freiwillig, geht ohne Namen an den Digitallotsen)',
  en: 'Feedback in your own words (optional, goes to the Digitallotse without names)',
};
const noteLabel: Text = { de: 'Ein Satz dazu (freiwillig)', en: 'A sentence about it (optional)' };

/** What happens next, or what to do. */
const hints: Readonly<Record<Relation, Partial<Record<State, Text>>>> = {
  asker: {
    asked: {
      de: 'Sobald eine Antwort da ist, melde ich mich. Nach fünf Arbeitstagen erinnere ich.',
      en: 'I will tell you as soon as there is an answer. I send a reminder after five working days.',
    },
    accepted: {
      de: 'Bitte melden Sie sich jetzt selbst und verabreden Sie ein Gespräch. Ist alles geklärt, schließen Sie das Mentoring ab; dann wird der Platz für andere frei.',
      en: 'Please get in touch now and arrange to talk. When everything is settled, close the mentoring; the place is then free for others.',
    },
  },
  mentor: {
    asked: {
      de: 'Mit der Zusage sehen Sie beide, wie Sie einander erreichen. Absagen geht ohne Grund; andere werden dann vorgeschlagen.',
      en: 'If you accept, both of you see how to reach the other. You can decline without a reason; others are proposed then.',
    },
    accepted: {
      de: 'Die fragende Person meldet sich bei Ihnen. Ist alles geklärt, schließt eine oder einer von Ihnen das Mentoring ab.',
      en: 'The person who asked will get in touch with you. When everything is settled, either of you closes the mentoring.',
    },
  },
  office: {
    asked: {
      de: 'Sie sehen dies, weil Sie Mentorings organisieren. Inhalte sind vertraulich.',
      en: 'You see this because you organise mentorings. What is in them is confidential.',
    },
  },
};
