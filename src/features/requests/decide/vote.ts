import type { Party } from '../../../core/party.ts';
import { type Acting, placeOf, votesNeeded } from '../acting.ts';
import { type Context, today } from '../context.ts';
import { advanced, ended, reported, settled } from '../flow.ts';
import { changed, type Progress, recorded, starting, tellingAll } from '../owing.ts';
import type { Request, Vote } from '../request.ts';
import type { Act } from './act.ts';
import { actedBy, actingHere, type Standing } from './at-step.ts';
import { notForDecision, notForOpinion, reasonMissing } from './refusals.ts';

type Deciding = Extract<Act, { kind: 'approve' | 'reject' }>;

/** Approves or rejects at a step that decides. The step is left once enough have agreed, or too many have not. */
export function vote(request: Request, act: Deciding, by: Party, context: Context): Progress | undefined {
  const here = actingHere(request, by, context);
  if (here.step.duty !== 'approve' && here.step.duty !== 'recommend') throw notForDecision();
  if (hasSpoken(here, by)) return undefined;
  if (act.kind === 'reject' && !act.note.trim()) throw reasonMissing();
  const cast = castVote(act.kind === 'approve' ? 'yes' : 'no', act.note, by, here.acting, context);
  const votes = [...here.open.votes, cast];
  const facts = { step: here.step.id, visit: here.open.visit, ...fundingFacts(act) };
  const voted = recorded(
    changed(starting(request), {
      open: { ...here.open, votes },
      ...(act.kind === 'approve' && act.funding ? { funding: act.funding } : {}),
    }),
    {
      ...actedBy(by, here.acting),
      act: act.kind === 'approve' ? 'approved' : 'rejected',
      facts,
      ...noted(act.note),
    },
    context,
  );
  return concluded(stoodIn(voted, here, by, context), { ...here, votes }, by, context);
}

const fundingFacts = (act: Deciding) =>
  act.kind === 'approve' && act.funding ? { budget: act.funding.budget, cents: act.funding.cents } : {};

const hasSpoken = ({ open }: Standing, by: Party): boolean => open.votes.some((one) => one.by === by.id);

const noted = (note: string | undefined) => (note?.trim() ? { note: note.trim() } : {});

function castVote(
  say: Vote['say'],
  note: string | undefined,
  by: Party,
  { onBehalfOf }: Acting,
  { now }: Context,
): Vote {
  return {
    by: by.id,
    byName: by.name,
    ...(onBehalfOf ? { onBehalfOf } : {}),
    say,
    ...noted(note),
    at: now,
  };
}

type Here = Standing & { readonly acting: Acting };
type Counting = Here & { readonly votes: readonly Vote[] };

function concluded(progress: Progress, counting: Counting, by: Party, context: Context): Progress {
  const outcome = outcomeOf(counting);
  if (outcome === 'open') return progress;
  const left = settled(progress, outcome, context);
  if (outcome === 'refused') return ended(left, 'rejected', context);
  return advanced(reported(left, by.id, context), context);
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
function stoodIn(progress: Progress, { step, acting }: Here, by: Party, context: Context): Progress {
  if (acting.as === 'holder') return progress;
  const seats = context.directory.seats(step.role, placeOf(step, progress.request, context), today(context));
  const holders = seats.filter(({ as, person }) => as === 'holder' && person.id !== by.id);
  return tellingAll(
    progress,
    'news',
    holders.map(({ person }) => person.id),
    context,
  );
}

/** Says what the role thinks of it, at a step that only asks for that. */
export function opinion(
  request: Request,
  act: Extract<Act, { kind: 'opinion' }>,
  by: Party,
  context: Context,
): Progress {
  const here = actingHere(request, by, context);
  if (here.step.duty !== 'hear') throw notForOpinion();
  const note = act.note.trim();
  if (!note) throw reasonMissing();
  const votes = [...here.open.votes, castVote('opinion', note, by, here.acting, context)];
  const said = recorded(
    changed(starting(request), { open: { ...here.open, votes } }),
    {
      ...actedBy(by, here.acting),
      act: 'opinion',
      note,
      facts: { step: here.step.id, visit: here.open.visit },
    },
    context,
  );
  return advanced(settled(stoodIn(said, here, by, context), 'heard', context), context);
}
