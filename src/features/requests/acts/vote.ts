import { z } from 'zod';
import { changed, deciding, recorded } from '../../../case/decision.ts';
import { today, type World } from '../../../case/world.ts';
import { centsOf, euros } from '../../../core/money.ts';
import type { Party } from '../../../core/party.ts';
import type { Collection } from '../../../core/ports/store.ts';
import type { Text } from '../../../core/text.ts';
import { type Capacity, placeOf, votesNeeded } from '../actors.ts';
import { budgetRefs, isOverLimit, requireFundable } from '../budgets/funding.ts';
import { allBudgets, type Budget, usable } from '../budgets/model.ts';
import { noSuchBudget } from '../budgets/refusals.ts';
import { budgetNamed, readMoney } from '../budgets/typed.ts';
import { advanced, ended, type Going, notified, reported, settled } from '../flow.ts';
import type { Context, Funding, Request, Vote } from '../model.ts';
import { actedBy, actingHere, type Here } from '../policy.ts';
import { notForDecision, notForOpinion, reasonMissing } from '../refusals.ts';
import { guarded, requestAct, text } from './act.ts';

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
      .object({ ...guarded, note: text, budget: text, amount: text })
      .transform(({ budget, amount, ...rest }) => ({
        ...rest,
        // An amount that cannot be read must not pass as none.
        funding: budget.trim() ? { budget, cents: centsOf(amount) ?? 0 } : undefined,
      })),
    buttons: { 'requests.approve': {} },
    typed: [
      {
        de: 'zustimmen|zustimmung|genehmigen|genehmigt|befürworten|freigeben',
        en: 'approve|agree',
        async read(rest, _request, context) {
          const money = readMoney(rest);
          if (!money) return { note: rest };
          const { id } = await namedBudget(money.budget, budgets, context);
          return { note: money.note ?? '', budget: id, amount: euros('de', money.cents) };
        },
      },
    ],
    probe: () => ({ note: '', funding: undefined }),
    beside: (_request, { funding }) => budgetRefs(funding),
    says: ({ needsBoard }, { funding }) => (funding && needsBoard ? overLimit : undefined),
    wordsOf: ({ note }) => note,
    decide(request, { note, funding }, by, context, beside) {
      const needsBoard = funding ? isOverLimit(request, funding, beside) : undefined;
      const asked = needsBoard === undefined ? request : { ...request, needsBoard };
      const voted = vote(asked, { say: 'yes', note, funding }, by, context);
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
  en: 'The amount is more than what is free in the budget. So the Stadtvorstand decides, too.',
};

export const reject = requestAct({
  kind: 'reject',
  title: { de: 'Ablehnen', en: 'Reject' },
  input: z.object({ ...guarded, note: text }),
  buttons: { 'requests.reject': {} },
  typed: [{ de: 'ablehnen|abgelehnt|ablehnung', en: 'reject|decline', rest: 'note' }],
  probe: () => ({ note: '…' }),
  wordsOf: ({ note }) => note,
  decide: (request, { note }, by, context) => vote(request, { say: 'no', note }, by, context),
});

/** Says what the role thinks of it, at a step that only asks for that. */
export const opinion = requestAct({
  kind: 'opinion',
  title: { de: 'Stellung nehmen', en: 'Give an opinion' },
  input: z.object({ ...guarded, note: text }),
  buttons: { 'requests.opine': {} },
  typed: [{ de: 'stellungnahme', en: 'opinion', rest: 'note' }],
  asks: true,
  probe: () => ({ note: '…' }),
  wordsOf: ({ note }) => note,
  decide(request, { note }, by, context) {
    const here = actingHere(request, by, context);
    if (here.step.duty !== 'hear') throw notForOpinion();
    if (!note.trim()) throw reasonMissing();
    const cast = castVote({ say: 'opinion', note }, by, here.acting, context);
    const said = recorded(
      changed(deciding(request), { open: { ...here.open, votes: [...here.open.votes, cast] } }),
      {
        ...actedBy(by, here.acting),
        act: 'opinion',
        note: note.trim(),
        facts: { step: here.step.id, visit: here.open.visit },
      },
    );
    return advanced(settled(stoodIn(said, here, by, context), 'heard', context), context);
  },
});

type Said = {
  readonly say: Vote['say'];
  readonly note: string;
  readonly funding?: Funding | undefined;
};

function vote(request: Request, said: Said, by: Party, world: World): Going | undefined {
  const here = actingHere(request, by, world);
  if (here.step.duty !== 'approve' && here.step.duty !== 'recommend') throw notForDecision();
  if (here.open.votes.some((one) => one.by === by.id)) return undefined;
  const { say, note, funding } = said;
  if (say === 'no' && !note.trim()) throw reasonMissing();
  const votes = [...here.open.votes, castVote(said, by, here.acting, world)];
  const voted = recorded(
    changed(deciding(request), { open: { ...here.open, votes }, ...(funding ? { funding } : {}) }),
    {
      ...actedBy(by, here.acting),
      act: say === 'yes' ? 'approved' : 'rejected',
      facts: { step: here.step.id, visit: here.open.visit, ...funding },
      ...noted(note),
    },
  );
  return concluded(stoodIn(voted, here, by, world), { ...here, votes }, by, world);
}

const noted = (note: string) => (note.trim() ? { note: note.trim() } : {});

const castVote = ({ say, note }: Said, by: Party, acting: Capacity, { now }: World): Vote => ({
  ...actedBy(by, acting),
  say,
  ...noted(note),
  at: now,
});

type Counting = Here & { readonly votes: readonly Vote[] };

function concluded(going: Going, counting: Counting, by: Party, world: World): Going {
  const outcome = outcomeOf(counting);
  if (outcome === 'open') return going;
  const left = settled(going, outcome, world);
  if (outcome === 'refused') return ended(left, 'rejected', world);
  return advanced(reported(left, by.id), world);
}

/** Whether the votes so far decide. Whoever acts for a role that cannot act decides alone. */
function outcomeOf({ step, actors, acting, votes }: Counting): 'agreed' | 'refused' | 'open' {
  const yes = votes.filter(({ say }) => say === 'yes').length;
  const no = votes.filter(({ say }) => say === 'no').length;
  if (acting.as === 'role-above') return votes.at(-1)?.say === 'no' ? 'refused' : 'agreed';
  const voters = new Set([...actors.map(({ person }) => person.id), ...votes.map(({ by }) => by)]);
  const needed = votesNeeded(step, voters.size);
  if (yes >= needed) return 'agreed';
  const possible = yes + (voters.size - votes.length);
  return possible < needed || (no > 0 && step.votes !== 'majority') ? 'refused' : 'open';
}

/** When somebody stood in, those in whose place it was hear of it. */
function stoodIn(going: Going, { step, acting }: Here, by: Party, world: World): Going {
  if (acting.as === 'holder') return going;
  const seats = world.directory.seats(step.role, placeOf(step, going.doc, world), today(world));
  const holders = seats.filter(({ as, person }) => as === 'holder' && person.id !== by.id);
  return notified(
    going,
    holders.map(({ person }) => person.id),
    'news',
  );
}
