import { z } from 'zod';
import type { Data } from '../../../case/case-type.ts';
import { changed, deciding, recorded } from '../../../case/decision.ts';
import { today } from '../../../case/world.ts';
import { isDay } from '../../../core/day.ts';
import { centsOf, euros } from '../../../core/money.ts';
import type { Party } from '../../../core/party.ts';
import type { Collection } from '../../../core/ports/store.ts';
import type { Text } from '../../../core/text.ts';
import { addWorkingDays } from '../../../core/working-days.ts';
import { type Capacity, placeOf, roleOf, votesNeeded } from '../actors.ts';
import { budgetRefs, isOverLimit, requireFundable } from '../budgets/funding.ts';
import { allBudgets, type Budget, usable } from '../budgets/model.ts';
import { noSuchBudget, notForFunding } from '../budgets/refusals.ts';
import { budgetNamed, readMoney } from '../budgets/typed.ts';
import { amountWanted, askedFor, earlierVote, sawOf } from '../decided.ts';
import { advanced, answerDays, ended, type Going, keepersOf, notified, reported, settled } from '../flow.ts';
import {
  type Context,
  type Funding,
  type Request,
  revisionOf,
  type Surroundings,
  type Vote,
} from '../model.ts';
import { actedBy, actingHere, type Here } from '../policy.ts';
import {
  amountUnknown,
  amountUnreadable,
  dayMissing,
  notForDecision,
  notForOpinion,
  reasonMissing,
} from '../refusals.ts';
import { grantsMoney, stepOf } from '../route.ts';
import { isDecision, type Step } from '../types/model.ts';
import { type Guarded, guarded, requestAct, requireSeen, text } from './act.ts';

/*
 * What is said at a step that decides or is heard. A step that decides is left once enough have agreed, or too many
 * have not.
 */

/** @param budgets where money is kept: "zustimmen 1.250 € aus IT-Budget" sets it aside */
export const approve = (budgets: Collection<Budget> | undefined) =>
  requestAct({
    kind: 'approve',
    title: { de: 'Zustimmen', en: 'Agree' },
    input: z
      .object({ ...guarded, note: text, budget: text, amount: text, day: text })
      .transform(({ budget, amount, ...rest }) => ({
        ...rest,
        budget,
        amount,
        // An amount that cannot be read must not pass as none.
        funding: budget.trim() ? { budget, cents: centsOf(amount) ?? 0 } : undefined,
        cents: amount.trim() ? (centsOf(amount) ?? Number.NaN) : undefined,
      })),
    buttons: { 'requests.approve': {} },
    typed: [
      {
        de: 'zustimmen|zustimmung|genehmigen|genehmigt|befürworten|freigeben',
        en: 'approve|agree',
        async read(rest, _request, context) {
          const money = readMoney(rest);
          if (!money) return readAmount(rest) ?? { note: rest };
          const { id } = await namedBudget(money.budget, budgets, context);
          return { note: money.note ?? '', budget: id, amount: euros('de', money.cents) };
        },
      },
    ],
    // Where the amount is not known, the one that is entered beside the button is part of the act.
    probe: (request) => ({
      revision: revisionOf(request),
      visit: undefined,
      note: '',
      budget: '',
      amount: '',
      day: entersAt(request) ? anyDay : '',
      funding: undefined,
      cents: amountWanted(request) && grantsMoney(stepOf(request, request.open?.step)) ? 1 : undefined,
    }),
    fieldsOf: ({ budget, amount, day }) => ({ budget, amount, day }),
    beside: (_request, { funding }) => budgetRefs(funding),
    says: ({ needsBoard }, { funding }) => (funding && needsBoard ? overLimit : undefined),
    wordsOf: ({ note }) => note,
    decide(request, { revision, visit, note, day, funding, cents }, by, context, beside) {
      const needsBoard = funding ? isOverLimit(request, funding, beside) : undefined;
      const asked = needsBoard === undefined ? request : { ...request, needsBoard };
      const voted = vote(asked, { say: 'yes', note, day, funding, cents, revision, visit }, by, context);
      if (voted && funding) requireFundable(asked, funding, beside);
      return voted;
    },
  });

/** @throws {Refusal} naming those that there are */
async function namedBudget(
  name: string,
  budgets: Collection<Budget> | undefined,
  context: Context,
): Promise<Budget> {
  const year = Number(today(context).slice(0, 4));
  const known = usable(await allBudgets(budgets), year);
  const found = budgetNamed(name, known, year);
  if (!found) throw noSuchBudget(name, known);
  return found;
}

const overLimit: Text = {
  de: 'Der Betrag ist höher als das, was im Budget frei ist. Deshalb entscheidet auch der Stadtvorstand.',
  en: 'The amount is more than what is free in the budget. So the Executive Board decides, too.',
};

export const reject = requestAct({
  kind: 'reject',
  title: { de: 'Ablehnen', en: 'Reject' },
  input: z.object({ ...guarded, note: text, day: text }),
  buttons: { 'requests.reject': {} },
  typed: [{ de: 'ablehnen|abgelehnt|ablehnung', en: 'reject|decline', rest: 'note' }],
  probe: (request) => ({ note: '…', day: entersAt(request) ? anyDay : '' }),
  wordsOf: ({ note }) => note,
  fieldsOf: ({ day }) => ({ day }),
  decide: (request, { note, day }, by, context) => vote(request, { say: 'no', note, day }, by, context),
});

/** Says what the role thinks of it, at a step that only asks for that. */
export const opinion = requestAct({
  kind: 'opinion',
  title: { de: 'Stellung nehmen', en: 'Give an opinion' },
  input: z.object({ ...guarded, note: text, same: z.literal(true).optional().catch(undefined) }),
  buttons: { 'requests.opine': {}, 'requests.opine-same': { same: true } },
  typed: [{ de: 'stellungnahme', en: 'opinion', rest: 'note' }],
  asks: true,
  probe: (request) => ({ revision: revisionOf(request), note: '…', same: undefined }),
  wordsOf: ({ note }) => note,
  decide(request, { note: written, same, ...drawnFor }, by, context) {
    const here = actingHere(request, by, context);
    if (here.step.duty !== 'hear') throw notForOpinion();
    const earlier = ownBefore(request, here.step, by);
    const note = written.trim() || (same ? (earlier?.note ?? '') : '');
    if (!note) throw reasonMissing();
    requireSeen(request, drawnFor, by, context);
    const cast = castVote({ say: 'opinion', note }, by, here.acting, request, context);
    const said = recorded(
      changed(deciding(request), { open: { ...here.open, votes: [...here.open.votes, cast] } }),
      {
        ...actedBy(by, here.acting),
        act: 'opinion',
        note,
        facts: {
          step: here.step.id,
          visit: here.open.visit,
          ...entered(here),
          ...(earlier ? { again: earlier.note === note } : {}),
        },
      },
    );
    return advanced(settled(stoodIn(said, here, by, context), 'heard', context), context);
  },
});

type Said = {
  readonly say: Vote['say'];
  readonly note: string;
  /** When a body resolved it, as it was entered or stands in the note. */
  readonly day?: string | undefined;
  readonly funding?: Funding | undefined;
  /** The amount that was named, with or without a budget. */
  readonly cents?: number | undefined;
} & Guarded;

/** "1.250 €: passt": an amount without a budget; it needs its sign, or it could be part of a sentence. */
function readAmount(text: string): Data | undefined {
  const { amount, note = '' } =
    /^(?:€\s*(?=\d))?(?<amount>[\d.,' ]*\d)\s*(?:€|eur|euro)?\s*(?::\s*(?<note>.+))?$/isu.exec(text.trim())
      ?.groups ?? {};
  return amount && /€|eur/i.test(text) && centsOf(amount) !== undefined ? { amount, note } : undefined;
}

/**
 * What 10.50 grants: the amount that it names, else what was asked for. Where the way hangs on an amount that nobody
 * has named, it cannot agree without one.
 * @throws {Refusal}
 */
function grantedBy(request: Request, { say, funding, cents }: Said, step: Step): number | undefined {
  if (cents !== undefined && !grantsMoney(step)) throw notForFunding();
  if (say !== 'yes' || !grantsMoney(step)) return undefined;
  if (Number.isNaN(cents)) throw amountUnreadable();
  const granted = funding?.cents ?? cents ?? askedFor(request);
  if (granted === undefined && amountWanted(request)) throw amountUnknown();
  return granted;
}

function vote(request: Request, said: Said, by: Party, world: Surroundings): Going | undefined {
  const here = actingHere(request, by, world);
  if (!isDecision(here.step)) throw notForDecision();
  if (here.open.votes.some((one) => one.by === by.id)) return undefined;
  const { say, funding } = said;
  const earlier = ownBefore(request, here.step, by);
  // Whoever says the same once more need not write it once more: their reason, and their conditions, still hold.
  const note = said.note.trim() || (earlier?.say === say ? (earlier.note ?? '') : '');
  if (say === 'no' && !note) throw reasonMissing();
  if (say === 'yes') requireSeen(request, said, by, world);
  const resolvedOn = here.step.enteredBy ? resolvedDay(said, world) : undefined;
  const granted = grantedBy(request, said, here.step);
  const cast = castVote({ ...said, note }, by, here.acting, request, world);
  const votes = [...here.open.votes, resolvedOn ? { ...cast, resolvedOn } : cast];
  const money = { ...(funding ? { funding } : {}), ...(granted === undefined ? {} : { granted }) };
  const voted = recorded(changed(deciding(request), { open: { ...here.open, votes }, ...money }), {
    ...actedBy(by, here.acting),
    act: actOf(here.step, say),
    facts: {
      step: here.step.id,
      visit: here.open.visit,
      ...(granted === undefined ? {} : { granted }),
      ...entered(here),
      ...(resolvedOn ? { resolvedOn } : {}),
      ...(earlier ? { again: earlier.say === say } : {}),
      ...funding,
    },
    ...noted(note),
  });
  return concluded(stoodIn(voted, here, by, world), { ...here, votes }, by, world);
}

/** What this person had said at the step before a change opened it again. */
const ownBefore = (request: Request, step: Step, by: Party): Vote | undefined => {
  const vote = earlierVote(request, step.id, by.id);
  return vote?.by === by.id ? vote : undefined;
};

const entersAt = (request: Request): boolean => stepOf(request, request.open?.step)?.enteredBy !== undefined;
/** Good enough to see whether it would be taken. */
const anyDay = '2000-01-01';

/**
 * The day of the resolution that is entered: `2026-12-15`, `15.12.2026`, or as it stands in the note.
 * @throws {Refusal} without one, or for one that lies ahead
 */
function resolvedDay({ day = '', note }: Said, world: Surroundings): string {
  const german = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(day.trim() || note);
  const iso = german
    ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`
    : day.trim();
  if (!isDay(iso) || iso > today(world)) throw dayMissing();
  return iso;
}

/** A recommendation is none of the role's own decisions: it reads as what it is. */
function actOf({ duty }: Step, say: Vote['say']): string {
  if (duty === 'recommend') return say === 'yes' ? 'recommended' : 'advised-against';
  if (duty === 'consent') return say === 'yes' ? 'consented' : 'consent-refused';
  return say === 'yes' ? 'approved' : 'rejected';
}

/** Whoever writes down what a body has said has not said it. */
const entered = ({ step, acting }: Here) =>
  (step.partner ?? step.enteredBy) && acting.onBehalfOf ? { entered: true } : {};

const noted = (note: string) => (note.trim() ? { note: note.trim() } : {});

const castVote = (
  { say, note }: Said,
  by: Party,
  acting: Capacity,
  request: Request,
  world: Surroundings,
): Vote => ({
  ...actedBy(by, acting),
  say,
  ...noted(note),
  at: world.now,
  saw: sawOf(request, world),
});

type Counting = Here & { readonly votes: readonly Vote[] };

function concluded(going: Going, counting: Counting, by: Party, world: Surroundings): Going {
  const outcome = outcomeOf(counting);
  if (outcome === 'open') return going;
  if (outcome === 'refused' && counting.step.duty === 'consent')
    return withoutConsent(going, counting, by, world);
  const left = settled(going, outcome, world, neededAt(counting));
  if (outcome === 'refused') return ended(left, 'rejected', world);
  return advanced(reported(left, by.id), world);
}

/**
 * A body that does not consent has not decided: the request goes back to the requester with the reason, waits for a
 * change or an answer, and comes to the body again.
 */
function withoutConsent(going: Going, { acting }: Counting, by: Party, world: Surroundings): Going {
  const { open, requester } = going.doc;
  if (!open) return going;
  const question = {
    by: by.id,
    byName: acting.onBehalfOf ?? by.name,
    text: open.votes.at(-1)?.note ?? '',
    at: world.now,
    dueDay: addWorkingDays(today(world), answerDays, world.holidays),
    urged: 0,
  };
  const back = changed(going, { state: 'returned', question, open: { ...open, votes: [] } });
  const told = notified(back, [requester.id], 'question', { key: open.visit });
  return notified(
    told,
    keepersOf(back.doc, world).filter((one) => one !== by.id && one !== requester.id),
    'news',
  );
}

/**
 * Whether the votes so far decide. Whoever acts for a role that cannot act decides alone. A recommendation is no veto:
 * the request goes on with it either way.
 */
function outcomeOf(counting: Counting): 'agreed' | 'advised-against' | 'refused' | 'open' {
  const outcome = decisionOf(counting);
  return outcome === 'refused' && counting.step.duty === 'recommend' ? 'advised-against' : outcome;
}

const votersOf = ({ actors, votes }: Counting): ReadonlySet<string> =>
  new Set([...actors.map(({ person }) => person.id), ...votes.map(({ by }) => by)]);

/** How many had to agree, where that was not one alone. */
const neededAt = (counting: Counting): number | undefined =>
  counting.step.votes === 'any' || counting.acting.as === 'role-above'
    ? undefined
    : votesNeeded(counting.step, votersOf(counting).size);

function decisionOf(counting: Counting): 'agreed' | 'refused' | 'open' {
  const { step, acting, votes } = counting;
  const yes = votes.filter(({ say }) => say === 'yes').length;
  const no = votes.filter(({ say }) => say === 'no').length;
  if (acting.as === 'role-above') return votes.at(-1)?.say === 'no' ? 'refused' : 'agreed';
  const voters = votersOf(counting);
  const needed = votesNeeded(step, voters.size);
  if (yes >= needed) return 'agreed';
  const possible = yes + (voters.size - votes.length);
  return possible < needed || (no > 0 && step.votes !== 'majority') ? 'refused' : 'open';
}

/** When somebody stood in, those in whose place it was hear of it. */
function stoodIn(going: Going, { step, acting }: Here, by: Party, world: Surroundings): Going {
  if (acting.as === 'holder' || step.partner) return going;
  const seats = world.directory.seats(roleOf(step), placeOf(step, going.doc, world), today(world));
  const holders = seats.filter(({ as, person }) => as === 'holder' && person.id !== by.id);
  return notified(
    going,
    holders.map(({ person }) => person.id),
    'news',
  );
}
