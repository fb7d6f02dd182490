import { z } from 'zod';
import { today } from '../../../case/world.ts';
import { command } from '../../../core/command.ts';
import type { Action, Intent } from '../../../core/feature.ts';
import type { RoleDirectory } from '../../../core/ports/role-directory.ts';
import { AlreadyExists, type Collection } from '../../../core/ports/store.ts';
import { isGranted, Refusal } from '../../../core/refusal.ts';
import type { Reply } from '../../../core/reply.ts';
import type { Language } from '../../../core/text.ts';
import type { Turn } from '../../../core/turn.ts';
import { withRefusal } from '../../../core/with-refusal.ts';
import { fieldsSeen, sawOf } from '../decided.ts';
import { type Context, isEnded, type Request } from '../model.ts';
import { isKeeper } from '../policy.ts';
import type { Requests } from '../type.ts';
import { changeLines } from '../views/changes.ts';
import {
  emptyPlan,
  moved,
  type Plan,
  planId,
  quarterOf,
  type Rating,
  rated,
  suggested,
  withCapacity,
  withoutEnded,
} from './plan.ts';
import { type PlanShowing, planReply } from './plan-view.ts';
import { type PlanAct, planEntries, readEntered, readTyped, wrongField } from './read.ts';
import { capacityWrong, notForPlan, onlyKeeperPlans, ratingWrong, requestNotOpen } from './refusals.ts';

export type PlanPorts = {
  readonly requests: Requests;
  readonly plans: Collection<Plan>;
  readonly directory: RoleDirectory;
};

/** What 10.50 types about the order of work; the KGRZ may look. */
export const planIntents = (ports: PlanPorts): readonly Intent[] => [
  {
    id: 'requests.priorities',
    title: { de: 'Prioritäten und Kapazität (10.50, KGRZ)', en: 'Priorities and capacity (10.50, KGRZ)' },
    examples: { de: ['Prioritäten'], en: ['Priorities'] },
    match: command('prioritäten', 'prioritaeten', 'priorities', 'priorisierung', 'prioritisation'),
    usefulTo: (turn) => isGranted(() => readerOf(ports, turn)),
    handle: (turn) => withRefusal(turn, () => showPlan(ports, turn)),
    inMenu: false,
  },
  {
    id: 'requests.plan',
    title: { de: 'Anträge einordnen (10.50)', en: 'Rank requests (10.50)' },
    examples: {
      de: [
        'Kapazität 2026 Q4 120',
        'Priorität IT-2026-0042 5 4 12',
        'Priorität IT-2026-0042 höher',
        'Prioritäten nach Punkten',
      ],
      en: [
        'Capacity 2026 Q4 120',
        'Priority IT-2026-0042 5 4 12',
        'Priority IT-2026-0042 up',
        'Priorities by points',
      ],
    },
    acts: true,
    usefulTo: (turn) => isGranted(() => readerOf(ports, turn)),
    match: (text) => readTyped(text) !== undefined,
    handle: (turn) => {
      const act = readTyped(turn.text);
      return withRefusal(turn, () => (act ? change(ports, turn, act) : showPlan(ports, turn)));
    },
    inMenu: false,
  },
];

const Pressed = z.object({ version: z.coerce.number().int().catch(-1) });

/** What 10.50 presses. Moving is done once for the list that was seen. */
export const planActions = (ports: PlanPorts): readonly Action[] =>
  (['rate', 'capacity', 'up', 'down', 'suggest'] as const).map((kind) => ({
    verb: `requests.plan-${kind}`,
    handle: async (turn) => {
      const seen = Pressed.parse(turn.data).version;
      try {
        return { ...(await change(ports, turn, readEntered(kind, turn.data), seen)), inPlace: true };
      } catch (error) {
        if (!(error instanceof Refusal) || !inForm.has(error.code)) throw error;
        // What was filled in stays, with what is wrong at its field.
        const form = planEntries(turn.data);
        const wrong = { field: wrongField(kind, form), text: `⚠ ${error.text[turn.language]}` };
        return { ...(await showPlan(ports, turn, undefined, { form, wrong })), inPlace: true };
      }
    },
  }));

const inForm: ReadonlySet<string> = new Set(
  [ratingWrong(), capacityWrong(), requestNotOpen('')].map(({ code }) => code),
);

/** @throws {Refusal} unless 10.50 asks, or the KGRZ, which only looks */
/** @throws {Refusal} unless 10.50 or the KGRZ asks */
function readerOf({ requests, directory }: PlanPorts, turn: Turn) {
  const context = requests.contextAt(turn.at);
  const viewer = requests.viewerOf(turn);
  const keeps = isKeeper(viewer.id, context);
  if (!keeps && !directory.holdsRole(viewer.id, 'kgrz', {}, today(context))) throw notForPlan();
  return { context, viewer, keeps };
}

async function showPlan(
  ports: PlanPorts,
  turn: Turn,
  remark?: string,
  entered: Pick<PlanShowing, 'form' | 'wrong'> = {},
): Promise<Reply> {
  const { context, keeps } = readerOf(ports, turn);
  const plan = (await ports.plans.get(planId)) ?? { ...emptyPlan, version: 0 };
  const titles = new Map<string, string>();
  const changes = new Map<string, readonly string[]>();
  for (const rating of plan.order) {
    const { id } = rating;
    const request = await ports.requests.collection.get(id);
    if (!request || isEnded(request)) continue;
    titles.set(id, request.title);
    changes.set(id, changedSinceRated(request, rating, context, turn.language));
  }
  return planReply(
    withoutEnded(plan, (id) => titles.has(id)),
    {
      titleOf: (id) => titles.get(id) ?? '',
      changesOf: (id) => changes.get(id) ?? [],
      quarter: quarterOf(today(context)),
      keeps,
      language: turn.language,
      remark,
      ...entered,
    },
  );
}

/** @throws {Refusal} unless 10.50 acts, on a request that is open */
async function change(ports: PlanPorts, turn: Turn, act: PlanAct, seen?: number): Promise<Reply> {
  const viewer = ports.requests.viewerOf(turn);
  const context = ports.requests.contextAt(turn.at);
  if (!isKeeper(viewer.id, context)) throw onlyKeeperPlans();
  const request = 'id' in act ? await ports.requests.collection.get(act.id) : undefined;
  if ('id' in act && (!request || isEnded(request))) throw requestNotOpen(act.id);
  // A rating stands beside what it was given for.
  const meant: PlanAct =
    act.kind === 'rate' && request
      ? { ...act, rating: { ...act.rating, saw: sawOf(request, context), at: turn.at } }
      : act;
  await exists(ports.plans);
  const ended = await endedIn(ports);
  let isLate = false;
  await ports.plans.change(planId, (current) => {
    isLate = seen !== undefined && seen !== current.version && relative.has(act.kind);
    const doc = isLate
      ? undefined
      : changed(
          withoutEnded(current, (id) => !ended.has(id)),
          meant,
        );
    return doc && { doc };
  });
  return showPlan(ports, turn, isLate ? late[turn.language] : undefined);
}

/** What has changed in a request since it was rated, as far as the rating hangs on it. */
function changedSinceRated(
  request: Request,
  { saw, at }: Rating,
  context: Context,
  language: Language,
): readonly string[] {
  if (saw === undefined || at === undefined || saw === sawOf(request, context)) return [];
  const type = context.types.find(({ id }) => id === request.type);
  const before = fieldsSeen(request, { saw, at }, context);
  return changeLines(before, request.fields, type, context.directory, language);
}

/** Requests of the plan that have come to an end: nobody sees them there, so they must not take part in moving. */
async function endedIn(ports: PlanPorts): Promise<ReadonlySet<string>> {
  const ended = new Set<string>();
  for (const { id } of (await ports.plans.get(planId))?.order ?? []) {
    const request = await ports.requests.collection.get(id);
    if (!request || isEnded(request)) ended.add(id);
  }
  return ended;
}

/** What means something else once the list has changed. */
const relative: ReadonlySet<PlanAct['kind']> = new Set(['up', 'down', 'suggest']);

const late = {
  de: 'Die Liste hat sich inzwischen geändert. Das ist ihr jetziger Stand.',
  en: 'The list has changed meanwhile. This is how it stands now.',
};

function changed(plan: Plan, act: PlanAct): Plan | undefined {
  switch (act.kind) {
    case 'rate':
      return rated(plan, act.rating);
    case 'capacity':
      return withCapacity(plan, act.quarter, act.days);
    case 'up':
    case 'down':
      return moved(plan, act.id, act.kind);
    case 'suggest':
      return suggested(plan);
    default:
      return act satisfies never;
  }
}

async function exists(plans: Collection<Plan>): Promise<void> {
  if (await plans.get(planId)) return;
  await plans.add(emptyPlan).catch((error) => {
    if (!(error instanceof AlreadyExists)) throw error;
  });
}
