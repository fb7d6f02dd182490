import { momentIn } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import { quoted } from '../../../core/text.ts';
import type { Budget } from '../budgets/budget.ts';
import { type MoneyView, moneyFacts, moneyView } from '../budgets/money-view.ts';
import { usable } from '../budgets/open-budgets.ts';
import { type Context, today } from '../context.ts';
import { type Request, requestCase } from '../request.ts';
import { stepOf } from '../route.ts';
import type { RequestType, Step } from '../types/model.ts';
import { type Exchange, exchangeOf } from './exchange.ts';
import { type Fact, factsBeside } from './fields.ts';
import { originOf } from './origin.ts';
import { type Can, type Choice, peopleOf, possible, receiversOf } from './possible.ts';
import { noteLabel, remarkFor } from './prompts.ts';
import { type StepView, stepViews } from './steps.ts';
import { historyLine, stateColours, stateWords, waitingForWork } from './words.ts';

/** Card `requests/case`: a request as one person may see it and act on it now. */
export type CaseView = {
  readonly roles: readonly [];
  readonly id: string;
  /** The opening of a step that the card is drawn for; 0 when the request waits nowhere. */
  readonly visit: number;
  readonly title: string;
  /** "EDV-Arbeitsplatz · Amt 61 · gestellt am …" */
  readonly subtitle: string;
  readonly state: string;
  /** One of them is true: mark and colour of the state. */
  readonly accent: boolean;
  readonly good: boolean;
  readonly warning: boolean;
  readonly attention: boolean;
  readonly plain: boolean;
  /** What this person should know first: what is asked of them, what they missed, what went wrong. */
  readonly remark?: string | undefined;
  readonly question?: string | undefined;
  /** What was asked and answered last, until somebody decides. */
  readonly exchange?: Exchange | undefined;
  readonly facts: readonly Fact[];
  readonly steps: readonly StepView[];
  /** The words of the role model that brought the request to this person. */
  readonly rule?: { readonly quote: string; readonly passage: string; readonly because: string } | undefined;
  readonly hint?: string | undefined;
  /** What this person can do now. */
  readonly can: Can;
  /** Label of the field that goes with the buttons; absent when there is nothing to do. */
  readonly noteLabel?: string | undefined;
  readonly note: string;
  /** To whom the step can be given. */
  readonly receivers: readonly Choice[];
  readonly people: readonly Choice[];
  /** What sets money aside, where this person grants it. */
  readonly money?: MoneyView | undefined;
  readonly history: readonly string[];
};

export type Showing = {
  readonly type: RequestType | undefined;
  readonly context: Context;
  readonly budgets?: readonly Budget[] | undefined;
  readonly remark?: string | undefined;
  /** What was typed into the field, when it must not be lost. */
  readonly note?: string | undefined;
};

const mostHistory = 6;
/** Beside a question and its answer, which are the latest entries. */
const fewHistory = 1;

/** The card of a request for one person. */
export function caseReply(request: Request, viewer: Addressee, showing: Showing): Reply {
  const { language } = viewer;
  const view = caseView(request, viewer, showing);
  return {
    card: 'requests/case',
    data: view,
    summary: `${request.id} ${request.title}: ${view.state}`,
    language,
    about: { kind: requestCase, id: request.id },
  };
}

export function caseView(
  request: Request,
  viewer: Addressee,
  { type, context, budgets = [], ...more }: Showing,
): CaseView {
  const { language } = viewer;
  const step = stepOf(request, request.open?.step);
  const can = possible(request, step, viewer.id, context);
  const acts = can.decide || can.opine || can.take || can.finish;
  // Whoever gets back what they typed has just read it; both would be too much for one card.
  const exchange = more.note ? undefined : exchangeOf(request, type, context.directory, language);
  const lines = request.history.flatMap((entry) => historyLine(entry, language) ?? []);
  const money = can.decide ? moneyView(request, usable(budgets, yearOf(context)), language) : undefined;
  return {
    roles: [],
    id: request.id,
    visit: request.open?.visit ?? 0,
    title: request.title,
    subtitle: subtitleOf(request, type, language, context),
    state: stateOf(request)[language],
    ...toneOf(request.state),
    remark: more.remark ?? remarkFor(request, can, language),
    question: request.question && `${request.question.byName}: ${quoted(request.question.text, language)}`,
    exchange,
    facts: [
      ...factsBeside(request.fields, type, context.directory, language),
      ...moneyFacts(request, budgets, language),
    ],
    steps: stepViews(request, language, context),
    // Whoever had a question answered has read the rule; the card has no room for both and the money.
    rule: acts && step && !(exchange && money) ? ruleOf(step, language, context) : undefined,
    hint: acts ? step?.note?.[language] : undefined,
    can,
    noteLabel: noteLabel(can, language),
    note: more.note ?? '',
    receivers: can.passOn && step ? receiversOf(step, request, viewer.id, context) : [],
    money,
    people: can.assign ? peopleOf(step, request, context) : [],
    history: lines.slice(exchange ? -fewHistory : -mostHistory).reverse(),
  };
}

type Language = Addressee['language'];

const yearOf = (context: Context): number => Number(today(context).slice(0, 4));

function toneOf(state: Request['state']) {
  const colour = stateColours[state];
  return {
    accent: colour === 'Accent',
    good: colour === 'Good',
    warning: colour === 'Warning',
    attention: colour === 'Attention',
    plain: colour === 'Default',
  };
}

const stateOf = (request: Request) =>
  request.state === 'approved' && !request.settled.some(({ outcome }) => outcome === 'agreed')
    ? waitingForWork
    : stateWords[request.state];

function subtitleOf(
  request: Request,
  type: RequestType | undefined,
  language: Language,
  { directory }: Context,
) {
  const made = momentIn(language, request.createdAt);
  return [
    request.id,
    type?.name[language] ?? request.type,
    `${request.requester.name}, ${directory.unitLabel(request.unit, language)}`,
    made,
    ...originOf(request, language),
  ].join(' · ');
}

function ruleOf(step: Step, language: Language, { directory }: Context): CaseView['rule'] {
  const rule = directory.passageOf(step.role, step.task);
  return rule && { quote: rule.quote, passage: rule.passage[language], because: step.because[language] };
}
