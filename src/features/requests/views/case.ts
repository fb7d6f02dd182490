import type { Showing } from '../../../case/case-type.ts';
import { today } from '../../../case/world.ts';
import { momentIn } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, quoted } from '../../../core/text.ts';
import { type Budget, usable } from '../budgets/model.ts';
import { type MoneyView, moneyFacts, moneyView } from '../budgets/money-view.ts';
import { historyLine, originOf, stateTones, stateWords, waitingForWork } from '../labels.ts';
import { type Context, type Request, requestCase, revisionOf } from '../model.ts';
import { actsHere, type Choice, peopleOf, receiversOf } from '../policy.ts';
import { stepOf } from '../route.ts';
import type { RequestType, Step } from '../types/model.ts';
import { type Exchange, exchangeOf } from './exchange.ts';
import { type Fact, factsBeside } from './fields.ts';
import { noteLabel, remarkFor } from './prompts.ts';
import { type StepView, stepViews } from './steps.ts';

/** Card `requests/case`: a request as one person may see it and act on it now. */
export type CaseView = {
  readonly roles: readonly [];
  readonly id: string;
  /** What the card is drawn for; 0 when the request waits nowhere. */
  readonly revision: number;
  readonly title: string;
  /** "EDV-Arbeitsplatz · Amt 61 · gestellt am …" */
  readonly subtitle: string;
  readonly state: string;
  /** Mark and colour of the state. */
  readonly tone: 'accent' | 'good' | 'warning' | 'attention' | 'plain';
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

/** What somebody is offered: what the decision would take from them now. */
export type Can = Readonly<
  Record<
    | 'decide'
    | 'opine'
    | 'take'
    | 'finish'
    | 'ask'
    | 'passOn'
    | 'answer'
    | 'withdraw'
    | 'resubmit'
    | 'override'
    | 'assign',
    boolean
  >
>;

function offered(request: Request, viewer: string, context: Context, can: Showing['can']): Can {
  const isOwn = request.requester.id === viewer;
  const duty = stepOf(request, request.open?.step)?.duty;
  const decides = duty === 'approve' || duty === 'recommend';
  return {
    decide: can('approve'),
    opine: can('opinion'),
    take: can('take'),
    finish: can('finish'),
    ask: can('ask'),
    passOn: can('pass-on'),
    answer: can('answer'),
    withdraw: can('withdraw'),
    // Opens the form; there is nothing to decide.
    resubmit: isOwn && request.state === 'rejected',
    // 10.50 decides at its own step in the ordinary way.
    override: can('override') && !(decides && actsHere(request, viewer, context)),
    assign: can('assign'),
  };
}

const mostHistory = 6;
/** Beside a question and its answer, which are the latest entries. */
const fewHistory = 1;

/** The card of a request for one person. */
export function caseReply(
  request: Request,
  viewer: Addressee,
  context: Context,
  showing: Showing,
  budgets: readonly Budget[],
): Reply {
  const { language } = viewer;
  const view = caseView(request, viewer, context, showing, budgets);
  return {
    card: 'requests/case',
    data: view,
    summary: `${request.id} ${request.title}: ${view.state}`,
    language,
    about: { kind: requestCase, id: request.id },
  };
}

function caseView(
  request: Request,
  viewer: Addressee,
  context: Context,
  { remark, typed, can: offers }: Showing,
  budgets: readonly Budget[],
): CaseView {
  const { language } = viewer;
  const type = context.types.find(({ id }) => id === request.type);
  const step = stepOf(request, request.open?.step);
  const can = offered(request, viewer.id, context, offers);
  const acts = can.decide || can.opine || can.take || can.finish;
  // Whoever gets back what they typed has just read it; both would be too much for one card.
  const exchange = typed ? undefined : exchangeOf(request, type, context.directory, language);
  const lines = request.history.flatMap((entry) => historyLine(entry, language) ?? []);
  const money = can.decide ? moneyView(request, usable(budgets, yearOf(context)), language) : undefined;
  return {
    roles: [],
    id: request.id,
    revision: revisionOf(request),
    title: request.title,
    subtitle: subtitleOf(request, type, language, context),
    state: stateOf(request)[language],
    tone: stateTones[request.state],
    remark: remark ?? remarkFor(request, can, language),
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
    note: typed ?? '',
    receivers: can.passOn && step ? receiversOf(step, request, viewer.id, context) : [],
    money,
    people: can.assign ? peopleOf(step, request, context) : [],
    history: lines.slice(exchange ? -fewHistory : -mostHistory).reverse(),
  };
}

const yearOf = (context: Context): number => Number(today(context).slice(0, 4));

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
