import type { Showing } from '../../../case/case-type.ts';
import { filesButton } from '../../../case/files.ts';
import { today } from '../../../case/world.ts';
import { momentIn } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, quoted, shortened, wordsIn } from '../../../core/text.ts';
import { actorsAt } from '../actors.ts';
import { type Budget, usable } from '../budgets/model.ts';
import { type MoneyView, moneyFacts, moneyView } from '../budgets/money-view.ts';
import { type Correcting, correctingOf, withClaims } from '../correcting.ts';
import { amountWanted, knownBefore, moneyField } from '../decided.ts';
import {
  askedByText,
  historyLine,
  named,
  originOf,
  readBy,
  stateOf,
  stateTones,
  stepTitle,
} from '../labels.ts';
import { asksFor, type Context, type Request, requestCase, revisionOf } from '../model.ts';
import { paperName } from '../outcome/papers.ts';
import { ownParts } from '../parts.ts';
import { type Choice, filesFor, isKeeper, peopleOf, receiversOf } from '../policy.ts';
import { capital, namingOf } from '../reports/naming.ts';
import { ruleOf, stepOf } from '../route.ts';
import { type Split, splitText } from '../splitting.ts';
import type { RequestType, Step } from '../types/model.ts';
import { missedByRequest, missedText } from '../wish-date.ts';
import { among, fieldOf, shownAtOnce } from './at-field.ts';
import { type Changed, changedSince, unlikeOrigin } from './changed.ts';
import { changesWith } from './changes.ts';
import { type Duties, dutiesIn } from './duties.ts';
import { type Exchange, exchangeOf } from './exchange.ts';
import { type Fact, factsBeside, titleOf } from './fields.ts';
import { type Can, offered } from './offered.ts';
import { decisionWords, noteLabel, objecting, remarkFor, takingBack } from './prompts.ts';
import { type Call, reportView } from './report.ts';
import { nowOf, type StepView, saidBefore, stepViews } from './steps.ts';

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
  /** Of what was reported: whom to call, what was written to all, what else can be said. */
  readonly call?: Call | undefined;
  readonly notes: readonly string[];
  readonly still?: string | undefined;
  /** A note to all that was not sent, and what is wrong with it. */
  readonly unsent: string;
  readonly unsentError?: string | undefined;
  /** What was asked and answered last, until somebody decides. */
  readonly exchange?: Exchange | undefined;
  /** What has changed since it was decided here: the decision is asked for once more. */
  readonly changed?: Changed | undefined;
  /** What was said otherwise in the case that it came from. */
  readonly unlike?: { readonly title: string; readonly lines: readonly string[] } | undefined;
  /** For whoever is asked now: what others have said before them. */
  readonly said: readonly string[];
  readonly facts: readonly Fact[];
  /** The way may take longer than it is wished for. */
  readonly late?: string | undefined;
  /** For whoever decides: others that it may be a part with. */
  readonly split?: string | undefined;
  /** Where it stands, in one line. */
  readonly now?: string | undefined;
  readonly steps: readonly StepView[];
  /** Other open parts at which this person can do something, and what leads there. */
  readonly parts?: { readonly title: string; readonly buttons: readonly PartButton[] } | undefined;
  /** The words of the role model that brought the request to this person. */
  readonly rule?: { readonly quote: string; readonly passage: string; readonly because: string } | undefined;
  readonly hint?: string | undefined;
  /** What this person can do now. */
  readonly can: Can;
  /** Label of the field that goes with the buttons; absent when there is nothing to do. */
  readonly noteLabel?: string | undefined;
  readonly note: string;
  /** What is wrong with what was sent, at the field that it is about. */
  readonly noteError?: string | undefined;
  readonly amountError?: string | undefined;
  /** Where a resolution is entered: the day of the meeting as it was typed, and what is wrong with it. */
  readonly resolution?: { readonly day: string; readonly error?: string | undefined } | undefined;
  /** What the button says that leads to its files. */
  readonly files?: string | undefined;
  /** What its paper is called on the button. */
  readonly paper?: string | undefined;
  readonly reasonError?: string | undefined;
  /** Whom it is to be given to, as it was chosen, and what is wrong with that. */
  readonly to: string;
  readonly toError?: string | undefined;
  /** What was claimed and could be put right. */
  readonly correcting?: Correcting | undefined;
  readonly charge: string;
  readonly chargeError?: string | undefined;
  /** Of 10.50, when it intervenes. */
  readonly reason: string;
  /** What the two buttons of a decision say. */
  readonly words: { readonly yes: string; readonly no: string };
  /** Taking it back, or objecting to what was entered for oneself. */
  readonly back: { readonly title: string; readonly says: string; readonly yes: string };
  /** To whom the step can be given. */
  readonly receivers: readonly Choice[];
  readonly people: readonly Choice[];
  /** What sets money aside, where this person grants it. */
  readonly money?: MoneyView | undefined;
  readonly history: readonly string[];
  /** What hangs on the person whom the request is about, for those who see to it. */
  readonly duties?: Duties | undefined;
};

type PartButton = { readonly title: string; readonly revision: number };

/** What the card needs to know besides the request. */
export type Aside = {
  readonly hasPapers?: boolean;
  readonly hasFiles?: boolean;
  readonly hasParts?: boolean;
  /** Requests that wait for the person whom this one is about. */
  readonly waitingForThem?: readonly Request[];
  /** Others that it may be a part with. */
  readonly split?: Split | undefined;
};

const mostHistory = 7;
/** Fewer where a card has much else to say: a phone takes 28 kilobytes. */
const fewHistory = 3;
/** In characters: a step on the way, where what was said at it stands on the card already. */
const longestBeside = 100;

/** The card of a request for one person. */
export function caseReply(
  request: Request,
  viewer: Addressee,
  context: Context,
  showing: Showing,
  budgets: readonly Budget[],
  aside: Aside = {},
): Reply {
  const { language } = viewer;
  const view = caseView(request, viewer, context, showing, budgets, aside);
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
  { remark, typed, fields, refused, can: offers }: Showing,
  budgets: readonly Budget[],
  { hasPapers = false, hasFiles = false, hasParts = false, waitingForThem = [], split }: Aside,
): CaseView {
  const { language } = viewer;
  const type = context.types.find(({ id }) => id === request.type);
  const step = stepOf(request, request.open?.step);
  const missed = missedByRequest(request, type, context);
  const can = offered(request, viewer.id, context, offers);
  const acts = can.decide || can.opine || can.take || can.finish || can.prolong;
  const { directory } = context;
  // Whoever gets back what they typed has just read it; both would be too much for one card.
  const exchange = typed ? undefined : exchangeOf(request, type, directory, language, viewer.id);
  const all = request.history.flatMap((one) => {
    const entry = readBy(one, request, viewer.id, language);
    const changes = entry && changesWith(entry, request, type, directory, language);
    return (entry && historyLine(entry, language, changes, named(request, context))) ?? [];
  });
  const year = usable(budgets, yearOf(context));
  const money = can.decide || can.fund ? moneyView(request, year, can.fund, language) : undefined;
  const isFull = exchange !== undefined || typed !== undefined || (can.correct && can.assign);
  const lines = all.slice(isFull ? -fewHistory : -mostHistory).reverse();
  const left = all.length - lines.length;
  const steps = stepViews(request, language, context);
  const said = acts ? saidBefore(request, language, context) : [];
  const known =
    step && (can.decide || can.opine || can.finish)
      ? knownBefore(request, step.id, viewer.id, context)
      : undefined;
  const changed = known && changedSince(request, known, viewer, type, context);
  const acting =
    acts && step
      ? actorsAt(step, request, context, request.open).find(({ person }) => person.id === viewer.id)
      : undefined;
  const isEntering = (step?.partner ?? step?.enteredBy) !== undefined && acting?.onBehalfOf !== undefined;
  const receivers = can.passOn && step ? receiversOf(step, request, viewer.id, context) : [];
  const people = can.assign ? peopleOf(step, request, viewer.id, context) : [];
  const field = refused === undefined ? undefined : fieldOf(refused, can, fields);
  const error = remark && field ? `⚠ ${remark}` : undefined;
  const report = reportView(request, viewer.id, context, { can, fields, refused, remark: error }, language);
  return {
    roles: [],
    id: request.id,
    revision: revisionOf(request),
    title: request.title,
    subtitle: subtitleOf(request, type, language, context),
    state: stateOf(request)[language],
    tone: stateTones[request.state],
    // These fields are folded away, so what is wrong with them is said on top as well.
    remark:
      (field !== undefined && shownAtOnce.has(field) ? undefined : remark) ??
      remarkFor(request, viewer.id, can, acting, context, language),
    question: request.question && `${request.question.byName}: ${quoted(request.question.text, language)}`,
    // What has changed stands there by itself; who asked reads the answer, too.
    exchange: changed && exchange ? (exchange.isOwn ? { ...exchange, changes: [] } : undefined) : exchange,
    changed,
    unlike: unlikeOrigin(request, type, context, language),
    call: report?.call,
    notes: report?.notes ?? [],
    still: report?.still,
    unsent: report?.unsent ?? '',
    unsentError: report?.unsentError,
    said,
    facts: [
      ...(report?.facts ?? []),
      ...withClaims(
        factsBeside(request.fields, type, directory, language),
        request,
        type,
        directory,
        language,
      ),
      ...unknownAmount(request, type, language),
      ...moneyFacts(request, budgets, language),
    ],
    late: missed && missedText(missed, language),
    split: split && !request.closedAt ? splitText(split, language) : undefined,
    now: nowOf(steps, request, language),
    // What stands above in full is not said twice.
    steps:
      said.length > 0 ? steps.map((one) => ({ ...one, text: shortened(one.text, longestBeside) })) : steps,
    parts: hasParts ? otherParts(request, viewer, context) : undefined,
    // Whoever had a question answered has read the rule; the card has no room for both and the money.
    rule: acts && step && !typed && !(exchange && money) ? quotedRule(step, language, context) : undefined,
    hint: acts ? step?.note?.[language] : undefined,
    can,
    words: decisionWords(step?.duty, changed && known?.vote?.say, language, isEntering),
    back: request.colleague?.id === viewer.id ? objecting(language) : takingBack(request, language),
    noteLabel: noteLabel(can, step, language),
    note: typed ?? '',
    noteError: field === 'note' ? error : undefined,
    amountError: field === 'amount' ? error : undefined,
    resolution:
      can.decide && step?.enteredBy
        ? { day: fields?.day ?? '', error: field === 'day' ? error : undefined }
        : undefined,
    files: hasFiles ? filesButton(filesFor(request, viewer.id, context), language) : undefined,
    paper: hasPapers ? paperName(request, viewer.id, context)?.[language] : undefined,
    reasonError: field === 'reason' ? error : undefined,
    reason: fields?.reason ?? '',
    to: among(fields?.to, receivers),
    toError: field === 'to' ? error : undefined,
    correcting: can.correct
      ? correctingOf(request, viewer, context, fields, field === 'why' ? error : undefined)
      : undefined,
    charge: among(fields?.charge, people),
    chargeError: field === 'charge' ? error : undefined,
    receivers,
    money: money && {
      ...money,
      ...(fields?.amount ? { amount: fields.amount } : {}),
      ...(fields?.budget && money.choices.some(({ value }) => value === fields.budget)
        ? { budget: fields.budget }
        : {}),
    },
    people,
    history: left > 0 ? [...lines, earlierEntries(left)[language]] : lines,
    duties:
      request.closedAt || viewer.id === request.requester.id
        ? undefined
        : dutiesIn(request, type, isKeeper(viewer.id, context) ? waitingForThem : [], context, language),
  };
}

const earlierEntries = (count: number) => ({
  de: count === 1 ? '… und 1 früherer Eintrag' : `… und ${count} frühere Einträge`,
  en: count === 1 ? '… and 1 earlier entry' : `… and ${count} earlier entries`,
});

/** Whoever has several parts, and 10.50, comes to each of them from the card. */
function otherParts(request: Request, viewer: Addressee, context: Context): CaseView['parts'] {
  const { language } = viewer;
  if (!request.alongside || asksFor(request, viewer.id)) return undefined;
  const keeps = isKeeper(viewer.id, context);
  const own = ownParts(request, viewer.id, context).map(({ visit }) => visit);
  const buttons = request.alongside
    .filter(({ visit }) => keeps || own.includes(visit))
    .flatMap(({ step: id, visit }) => {
      const step = stepOf(request, id);
      return step ? [{ title: stepTitle(step, context, language), revision: visit }] : [];
    });
  const t = wordsIn(language);
  const title = keeps
    ? t('Die anderen offenen Teile', 'The other open parts')
    : t('Auch bei Ihnen offen', 'Also open with you');
  return buttons.length > 0 ? { title, buttons } : undefined;
}

/** Unknown is not zero: where the way hangs on an amount that nobody has named, deciders read that. */
function unknownAmount(request: Request, type: RequestType | undefined, language: Language): readonly Fact[] {
  const field = type?.fields.find(({ id }) => id === moneyField(request));
  if (!field || !amountWanted(request)) return [];
  return [
    { title: titleOf(field, language), value: wordsIn(language)('noch nicht bekannt', 'not known yet') },
  ];
}

const yearOf = (context: Context): number => Number(today(context).slice(0, 4));

function subtitleOf(
  request: Request,
  type: RequestType | undefined,
  language: Language,
  { directory }: Context,
) {
  const made = momentIn(language, request.createdAt);
  return [
    request.id,
    request.report ? capital(namingOf(request).bare)[language] : (type?.name[language] ?? request.type),
    `${askedByText(request, language)}, ${directory.unitLabel(request.unit, language)}`,
    made,
    ...originOf(request, language),
  ].join(' · ');
}

const quotedRule = (step: Step, language: Language, context: Context): CaseView['rule'] => {
  const rule = ruleOf(step, context);
  return rule && { quote: rule.quote, passage: rule.passage[language], because: step.because[language] };
};
