import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Language, Text } from '../../../core/text.ts';
import { type Context, morningAfter } from '../context.ts';
import type { Findings } from '../find/propose.ts';
import { type Mentoring, mentoringCase, rhythm } from '../mentoring.ts';
import type { Profile } from '../profile.ts';
import { type Standing, standingOf } from '../rights.ts';
import { hintOf } from './hints.ts';
import { dayText, sentenceOf, stateWords } from './words.ts';

export type Fact = { readonly title: string; readonly value: string };

/** Card `mentors/case`. */
export type CaseView = {
  readonly roles: readonly string[];
  readonly id: string;
  readonly subtitle: string;
  readonly title: string;
  readonly state: string;
  readonly waiting?: boolean | undefined;
  readonly good?: boolean | undefined;
  readonly over?: boolean | undefined;
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

/** Something said above the case, and what was typed and could not be used. */
export type Mention = { readonly remark?: string | undefined; readonly note?: string | undefined };

type Drawing = Mention & {
  readonly context: Context;
  readonly profile?: Profile | undefined;
  readonly findings?: Findings | undefined;
};

/** The card of a mentoring as one of those sees it whom it concerns. */
export function caseReply(mentoring: Mentoring, viewer: Addressee, drawing: Drawing): Reply {
  const { language } = viewer;
  const as = standingOf(mentoring, viewer.id, drawing.context) ?? 'office';
  const { id, state, question } = mentoring;
  const possible = possibleActs(mentoring, as);
  const view: CaseView = {
    roles: [],
    id,
    subtitle: `${id} · Mentoring`,
    title: titleOf(mentoring, as, language),
    state: stateWords[state][language],
    waiting: state === 'asked',
    good: state === 'accepted',
    over: state !== 'asked' && state !== 'accepted',
    remark: drawing.remark,
    question: mentoring.erasedAt ? erasedWords[language] : question,
    facts: factsOf(mentoring, as, drawing, language),
    steps: stepsOf(mentoring, language),
    hint: hintOf(mentoring, as, language),
    ...othersOf(drawing.findings, language),
    noteLabel: noteLabelOf(possible, language),
    note: drawing.note ?? '',
    ...possible,
  };
  const summary = `${id}: ${view.title}, ${view.state}`;
  return { card: 'mentors/case', data: view, summary, language, about: { kind: mentoringCase, id } };
}

/** What this party can do now; the decision says the same. */
export function possibleActs({ state, feedbackAskedAt, feedbackGiven }: Mentoring, as: Standing) {
  const isOver = state === 'closed' || (state === 'accepted' && feedbackAskedAt !== undefined);
  return {
    canAccept: as === 'mentor' && state === 'asked',
    canDecline: as === 'mentor' && state === 'asked',
    canWithdraw: as !== 'mentor' && state === 'asked',
    canClose: state === 'accepted',
    canFeedback: as === 'asker' && isOver && !feedbackGiven,
  };
}

function titleOf({ asker }: Mentoring, as: Standing, language: Language): string {
  const titles: Readonly<Record<Standing, Text>> = {
    asker: { de: 'Ihre Mentoring-Anfrage', en: 'Your question to a mentor' },
    mentor: { de: `${asker.name} fragt Sie um Rat`, en: `${asker.name} asks for your advice` },
    office: { de: 'Mentoring-Anfrage', en: 'Question to a mentor' },
  };
  return titles[as][language];
}

/** Nobody is told their own name; contacts are told to the two, once the mentor has said yes. */
export function factsOf(
  mentoring: Mentoring,
  as: Standing,
  { context, profile }: Pick<Drawing, 'context' | 'profile'>,
  language: Language,
): readonly Fact[] {
  const { asker, mentor, state, contact } = mentoring;
  const say = (de: string, en: string) => (language === 'de' ? de : en);
  const unit = asker.unit ? `, ${context.directory.unitLabel(asker.unit, language)}` : '';
  const isOpen = state === 'accepted';
  const mail = context.directory.person(mentor.id)?.email ?? '';
  const reach = [profile?.contact, profile?.contact.includes(mail) ? '' : mail];
  return [
    ...(as === 'asker' ? [] : [{ title: say('Fragt', 'Asks'), value: `${asker.name}${unit}` }]),
    ...(as === 'mentor' ? [] : [{ title: say('Mentorin/Mentor', 'Mentor'), value: mentor.name }]),
    ...(isOpen && as === 'mentor'
      ? [{ title: say('So erreichen Sie die Person', 'How to reach them'), value: contact }]
      : []),
    ...(isOpen && as === 'asker'
      ? [
          {
            title: say('So erreichen Sie die Person', 'How to reach them'),
            value: reach.filter(Boolean).join(' · ') || '–',
          },
        ]
      : []),
    ...(state === 'asked'
      ? [
          {
            title: say('Antwort bis', 'Answer by'),
            value: dayText(morningAfter(mentoring.createdAt, rhythm.expire), language),
          },
        ]
      : []),
  ];
}

const stepsOf = ({ history }: Mentoring, language: Language): CaseView['steps'] =>
  history.slice(-8).map((entry) => ({
    day: dayText(entry.at, language),
    text: sentenceOf(entry, language),
    note: entry.note,
  }));

function othersOf(findings: Findings | undefined, language: Language): Pick<CaseView, 'others' | 'noOthers'> {
  if (!findings) return { others: [], noOthers: undefined };
  const others = findings.proposals.slice(0, 3).map(({ profile, name, hits }) => ({
    id: profile.id,
    name,
    why: hits.map(({ field }) => field.name[language]).join(', '),
  }));
  const none =
    language === 'de'
      ? 'Zu Ihrer Frage hat zurzeit niemand anderes einen Platz frei. „Mentoren“ zeigt alle.'
      : 'Nobody else has a place free for your question at present. “Mentors” shows all.';
  return { others, noOthers: others.length === 0 ? none : undefined };
}

function noteLabelOf(possible: ReturnType<typeof possibleActs>, language: Language): string | undefined {
  const say = (de: string, en: string) => (language === 'de' ? de : en);
  if (possible.canFeedback)
    return say(
      'Rückmeldung in eigenen Worten (freiwillig, geht ohne Namen an den Digitallotsen)',
      'Feedback in your own words (optional, goes to the Digitallotse without names)',
    );
  if (possible.canAccept) return say('Ein Satz dazu (freiwillig)', 'A sentence about it (optional)');
  return undefined;
}

const erasedWords = {
  de: 'Die Texte dieses Mentorings wurden ein halbes Jahr nach seinem Ende gelöscht.',
  en: 'The texts of this mentoring were deleted half a year after its end.',
};
