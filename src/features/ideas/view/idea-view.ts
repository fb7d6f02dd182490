import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import { shortened } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import { type Idea, ideaCase } from '../idea.ts';
import { isReviewer } from '../rights.ts';
import {
  closingNote,
  exchangeOf,
  factsOf,
  mergedOf,
  namesOf,
  said,
  stateOf,
  subtitleOf,
  supportOf,
  wayTitleOf,
} from './idea-parts.ts';
import { judgement } from './judgement.ts';
import { type Can, possible } from './possible.ts';
import { noteLabel, remarkFor } from './prompts.ts';
import { type ScoringView, scoringView } from './scoring-view.ts';
import { type TraceLine, traceOf } from './trace.ts';
import { historyLine, toneOf } from './words.ts';

type Choice = { readonly title: string; readonly value: string };
type Fact = { readonly title: string; readonly value: string };

/** Card `ideas/idea`: an idea as one person may see it and act on it now. */
export type IdeaView = {
  readonly roles: readonly [];
  readonly id: string;
  /** What the card is drawn for. */
  readonly visit: number;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  readonly accent: boolean;
  readonly good: boolean;
  readonly warning: boolean;
  readonly attention: boolean;
  readonly plain: boolean;
  readonly remark?: string | undefined;
  readonly question?: string | undefined;
  /** The last question and its answer, for those who review and the submitter. */
  readonly exchange?: { readonly question: string; readonly answer: string } | undefined;
  readonly problem: string;
  readonly benefit: string;
  readonly facts: readonly Fact[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** Wordings of ideas that were merged into this one. */
  readonly merged: readonly string[];
  readonly support: string;
  /** Names, for those who review. */
  readonly supporters: string;
  readonly trace: readonly TraceLine[];
  readonly way?: string | undefined;
  readonly wayTitle: string;
  /** What the Beirat thinks, once it may be seen. */
  readonly judged: readonly { readonly title: string; readonly text: string }[];
  readonly judgedBy: string;
  readonly comments: readonly string[];
  readonly can: Can;
  /** Either of the two ways to record a result. */
  readonly decides: boolean;
  readonly noteLabel?: string | undefined;
  readonly note: string;
  /** The form for the result is open, with what was typed, when it could not be taken. */
  readonly deciding: boolean;
  readonly typedWay: string;
  readonly typedOutcome: string;
  readonly similar: readonly Choice[];
  readonly becomes: readonly Choice[];
  /** The usual one of them. */
  readonly become: string;
  readonly scoring?: ScoringView | undefined;
  readonly history: readonly string[];
};

/** Texts of the card's fields as they were typed. */
export type Typed = {
  readonly note?: string | undefined;
  readonly way?: string | undefined;
  readonly outcome?: string | undefined;
  readonly comment?: string | undefined;
};

export type Showing = {
  readonly context: Context;
  readonly similar: readonly Idea[];
  readonly becomes: readonly Choice[];
  readonly remark?: string | undefined;
  /** What was typed, when it must not be lost. */
  readonly typed?: Typed | undefined;
};

const mostHistory = 4;

/** The card of an idea for one person. */
export function ideaReply(idea: Idea, viewer: Addressee, showing: Showing): Reply {
  const view = ideaView(idea, viewer, showing);
  return {
    card: 'ideas/idea',
    data: view,
    summary: `${idea.id} ${idea.title}: ${view.state}`,
    language: viewer.language,
    about: { kind: ideaCase, id: idea.id },
  };
}

export function ideaView(idea: Idea, viewer: Addressee, { context, ...more }: Showing): IdeaView {
  const { language } = viewer;
  const can = possible(idea, viewer.id, context);
  const reviews = isReviewer(viewer.id, context);
  const concerned = reviews || idea.submittedBy === viewer.id;
  const lines = idea.history.flatMap((entry) => historyLine(entry, language, concerned) ?? []);
  return {
    roles: [],
    id: idea.id,
    visit: idea.visit,
    title: idea.title,
    subtitle: subtitleOf(idea, language, context),
    state: stateOf(idea, language),
    ...toneOf(idea.state, idea.evaluation?.outcome),
    remark: (more.remark && shortened(more.remark, 700)) ?? remarkFor(idea, can, language),
    question:
      concerned && idea.question ? said(idea.question.byName, idea.question.text, language) : undefined,
    exchange: concerned && !idea.question ? exchangeOf(idea, language) : undefined,
    problem: idea.problem,
    benefit: idea.benefit,
    facts: factsOf(idea, concerned, language, context),
    links: idea.links.map((url) => ({ title: shortened(url.replace(/^https?:\/\//i, ''), 40), url })),
    merged: mergedOf(idea, language),
    support: supportOf(idea, language),
    supporters: reviews ? namesOf(idea) : '',
    trace: traceOf(idea, viewer, context),
    way: idea.evaluation?.way ?? closingNote(idea),
    wayTitle: wayTitleOf(idea, language),
    ...judgement(idea, viewer, context),
    can,
    decides: can.evaluate || can.record,
    noteLabel: noteLabel(can, language),
    note: more.typed?.note ?? '',
    deciding: more.typed?.way !== undefined,
    typedWay: more.typed?.way ?? '',
    typedOutcome: more.typed?.outcome ?? '',
    similar: can.merge ? more.similar.map(({ id, title }) => ({ title: `${id} · ${title}`, value: id })) : [],
    becomes: can.handOver ? more.becomes : [],
    become: more.becomes[0]?.value ?? '',
    scoring: can.score ? scoringView(idea, viewer.id, language, more.typed?.comment) : undefined,
    history: lines.slice(-mostHistory).reverse(),
  };
}
