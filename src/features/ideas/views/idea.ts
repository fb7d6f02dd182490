import type { Showing } from '../../../case/case-type.ts';
import { filesButton } from '../../../case/files.ts';
import { anybody } from '../../../core/audience.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, shortened, wordsIn } from '../../../core/text.ts';
import type { Context } from '../context.ts';
import type { Choice } from '../hand-over.ts';
import { historyLine, type Tone, toneOf } from '../labels.ts';
import { type Idea, ideaCase, revisionOf } from '../model.ts';
import { isReviewer, mayReadCompany } from '../policy.ts';
import {
  type Can,
  canOf,
  closingNote,
  exchangeOf,
  factsOf,
  mergedOf,
  namesOf,
  noteLabel,
  remarkFor,
  said,
  stateOf,
  subtitleOf,
  supportOf,
  wayTitleOf,
} from './parts.ts';
import { judgement, type ScoringView, scoringView } from './scoring.ts';
import { type TraceLine, traceOf } from './trace.ts';

type Fact = { readonly title: string; readonly value: string };

/** The form for merging, and what is asked before it is done. */
export type Merging = {
  readonly open: boolean;
  readonly number: string;
  /** What is wrong with the number. */
  readonly problem?: string | undefined;
  /** Number of the other idea, once it only remains to be confirmed. */
  readonly sure?: string | undefined;
};

/** Card `ideas/idea`: an idea as one person may see it and act on it now. */
export type IdeaView = {
  readonly roles: readonly [];
  readonly id: string;
  /** What the card is drawn for. */
  readonly revision: number;
  readonly title: string;
  readonly subtitle: string;
  readonly state: string;
  readonly tone: Tone;
  readonly remark?: string | undefined;
  readonly question?: string | undefined;
  /** The last question and its answer, for those who review and the submitter. */
  readonly exchange?: { readonly question: string; readonly answer: string } | undefined;
  readonly problem: string;
  readonly benefit: string;
  readonly facts: readonly Fact[];
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** What the button says that leads to its files. */
  readonly files?: string | undefined;
  /** Wordings of ideas that were merged into this one. */
  readonly merged: readonly { readonly id: string; readonly text: string }[];
  /** How many of them there is no room for. */
  readonly mergedMore: string;
  readonly support: string;
  /** Names, for those who review. */
  readonly supporters: string;
  readonly trace: readonly TraceLine[];
  readonly way?: string | undefined;
  readonly wayTitle: string;
  /** What the Beirat thinks, once it may be seen. */
  readonly judged: readonly { readonly title: string; readonly text: string }[];
  readonly judgedBy: string;
  /** The idea that this one goes on in; where that was merged as well, the one at the end of the way. */
  readonly into?: string | undefined;
  readonly merging: Merging;
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

/** What the forms on the card offer to choose from, looked up where somebody gets to see them. */
export type Offering = {
  readonly similar: (idea: Idea) => Promise<readonly Idea[]>;
  readonly becomes: (language: Language) => readonly Choice[];
  /** The idea by its number: where a merged one goes on. */
  readonly find: (id: string) => Promise<Idea | undefined>;
  readonly hasFiles?: boolean | undefined;
};

const mostHistory = 4;

/** The newest entries and the first one; what is left out between them is said. */
function historyOf(lines: readonly string[], language: Language): readonly string[] {
  if (lines.length <= mostHistory) return lines.toReversed();
  const newest = lines.slice(1 - mostHistory).toReversed();
  const left = lines.length - mostHistory;
  const between = left === 0 ? [] : [wordsIn(language)(`… ${left} weitere`, `… ${left} more`)];
  return [...newest, ...between, ...lines.slice(0, 1)];
}

/** The card of an idea for one person, and as everybody may see it: for somebody who has no part in it. */
export const ideaReply =
  ({ similar, becomes, find, hasFiles = false }: Offering) =>
  async (idea: Idea, viewer: Addressee, context: Context, showing: Showing): Promise<Reply> => {
    // Whoever may decline may merge; nobody else is shown what is alike.
    const alike = showing.can('decline') ? await similar(idea) : [];
    const view = ideaView(idea, viewer, context, {
      ...showing,
      similar: alike,
      becomes: becomes(viewer.language),
      goesOnIn: await endOfWay(idea, find),
      hasFiles,
    });
    return {
      card: 'ideas/idea',
      data: view,
      summary: `${idea.id} ${idea.title}: ${view.state}`,
      language: viewer.language,
      about: { kind: ideaCase, id: idea.id },
    };
  };

type Shown = Showing & {
  readonly similar: readonly Idea[];
  readonly becomes: readonly Choice[];
  readonly goesOnIn?: Idea | undefined;
  readonly hasFiles?: boolean | undefined;
};

/** Where a merged idea goes on in the end; what goes round in a circle ends where it began. */
async function endOfWay(idea: Idea, find: Offering['find']): Promise<Idea | undefined> {
  const passed = new Set([idea.id]);
  let last: Idea | undefined;
  for (let next = idea.duplicateOf; next !== undefined && !passed.has(next); next = last?.duplicateOf) {
    passed.add(next);
    const found = await find(next);
    if (!found) break;
    last = found;
  }
  return last;
}

const aboutNumber: ReadonlySet<string> = new Set(['bad-target', 'other-missing', 'no-such-idea']);

function mergingOf({ refused, remark, fields = {} }: Showing): Merging {
  const isWrong = refused !== undefined && aboutNumber.has(refused);
  return {
    open: isWrong,
    number: fields.number ?? '',
    problem: isWrong ? remark : undefined,
    sure: refused === 'merge-unconfirmed' ? fields.number : undefined,
  };
}

export function ideaView(idea: Idea, viewer: Addressee, context: Context, more: Shown): IdeaView {
  const { language } = viewer;
  const can = canOf(idea, viewer.id, context, more.can);
  const { fields = {} } = more;
  const merging = mergingOf(more);
  const reviews = isReviewer(viewer.id, context);
  const concerned = reviews || idea.submittedBy === viewer.id;
  const lines = idea.history.flatMap((entry) => historyLine(entry, language, concerned) ?? []);
  return {
    roles: [],
    id: idea.id,
    revision: revisionOf(idea),
    title: idea.title,
    subtitle: subtitleOf(idea, language, context),
    state: stateOf(idea, language),
    tone: toneOf(idea),
    remark: merging.problem
      ? undefined
      : ((more.remark && shortened(more.remark, 260)) ?? remarkFor(idea, can, language, more.goesOnIn)),
    question:
      concerned && idea.question ? said(idea.question.byName, idea.question.text, language) : undefined,
    exchange: concerned && !idea.question ? exchangeOf(idea, language) : undefined,
    problem: idea.problem,
    benefit: idea.benefit,
    facts: factsOf(idea, mayReadCompany(idea, viewer.id, context), language, context),
    links: idea.links.map((url) => ({ title: shortened(url.replace(/^https?:\/\//i, ''), 40), url })),
    // Where others read along it shows nothing to be pressed for one person.
    files: more.hasFiles && viewer.id !== anybody ? filesButton(idea.files, language) : undefined,
    ...mergedOf(idea, language),
    support: supportOf(idea, language),
    supporters: reviews ? namesOf(idea) : '',
    trace: traceOf(idea, viewer, context),
    // What really came of it goes before what was once intended.
    way: closingNote(idea) ?? idea.evaluation?.way,
    wayTitle: wayTitleOf(idea, language),
    ...judgement(idea, viewer, context),
    can,
    into: more.goesOnIn?.id ?? idea.duplicateOf,
    merging,
    decides: can.evaluate || can.record,
    noteLabel: noteLabel(can, language),
    note: fields.note ?? '',
    deciding: fields.way !== undefined,
    typedWay: fields.way ?? '',
    typedOutcome: fields.outcome ?? '',
    similar: can.merge ? more.similar.map(({ id, title }) => ({ title: `${id} · ${title}`, value: id })) : [],
    becomes: can.handOver ? more.becomes : [],
    become: more.becomes[0]?.value ?? '',
    scoring: can.score ? scoringView(idea, viewer.id, language, fields) : undefined,
    history: historyOf(lines, language),
  };
}
