import { today } from '../../case/world.ts';
import { momentIn } from '../../core/day.ts';
import { euros } from '../../core/money.ts';
import { partyOf } from '../../core/party.ts';
import type { Collection } from '../../core/ports/store.ts';
import { maySteer } from '../../core/steering.ts';
import { type BarsBlock, type Block, counted, type TableBlock, type TabPart } from '../../core/tab.ts';
import { type Language, nameWithMark, wordsIn } from '../../core/text.ts';
import { allBudgets, type Budget, nameOf, sumsOf } from './budgets/model.ts';
import { movementText } from './budgets/movements.ts';
import { stateWords } from './labels.ts';
import { type Context, isEnded, openParts, type Request, states } from './model.ts';
import { isKeeper } from './policy.ts';
import { emptyPlan, fitting, type Plan, planId, pointsOf, quarterOf } from './priorities/plan.ts';
import { stepOf } from './route.ts';
import type { TabDesk } from './tab.ts';

export type SteeringDesk = TabDesk & {
  readonly budgets: Collection<Budget>;
  readonly plans: Collection<Plan>;
};

/**
 * What those who steer need to see of all requests: how many, how old, where they wait, money and capacity. Figures are
 * about roles and offices, never about one employee.
 */
export const steeringTab = ({ requests, budgets, plans, directory }: SteeringDesk): TabPart => ({
  tab: 'steering',
  order: 1,
  async show({ actor, language, at }): Promise<readonly Block[]> {
    const viewer = partyOf(actor, directory);
    const context = requests.contextAt(at);
    if (!maySteer(viewer.id, directory, today(context))) return [];
    const all = await requests.collection.list();
    const plan = (await plans.get(planId)) ?? { ...emptyPlan, version: 0 };
    const kept = await allBudgets(budgets);
    const t = wordsIn(language);
    const keeps = isKeeper(viewer.id, context);
    const [budget, priorities] = [t('Budget', 'Budgets'), t('Prioritäten', 'Priorities')];
    /** For whoever keeps it, beside what it is about. */
    const beginning = (isOffered: boolean, de: string, en: string, text: string) =>
      isOffered ? { begin: [{ title: t(de, en), ask: { text } }] } : {};
    return [
      figures(all, context, language),
      byState(all, context, language),
      byRole(all, context, language),
      { ...money(kept, language), ...beginning(keeps, 'Budgets pflegen', 'Keep budgets', budget) },
      capacity(plan, quarterOf(today(context)), language),
      {
        ...order(plan, all, language),
        ...beginning(keeps, 'Reihenfolge ändern', 'Change the order', priorities),
      },
      ...(keeps ? [movements(kept, language)] : []),
    ];
  },
});

function figures(all: readonly Request[], context: Context, language: Language): Block {
  const t = wordsIn(language);
  const day = today(context);
  const year = day.slice(0, 4);
  const open = all.filter((one) => !isEnded(one));
  const late = open.filter((one) => openParts(one).some(({ dueDay }) => dueDay < day)).length;
  const closed = (state: Request['state']) =>
    all.filter((one) => one.state === state && one.closedAt?.startsWith(year)).length;
  const figure = (label: string, value: number, tone: 'plain' | 'attention' | 'good' = 'plain') => ({
    label,
    value: String(value),
    tone,
  });
  return {
    kind: 'figures',
    title: t('Anträge auf einen Blick', 'Requests at a glance'),
    figures: [
      figure(t('offen', 'open'), open.length),
      figure(t('über der Frist', 'past their date'), late, late > 0 ? 'attention' : 'plain'),
      figure(t('in Arbeit', 'being worked on'), open.filter(({ state }) => state === 'in-progress').length),
      figure(t(`erledigt ${year}`, `done ${year}`), closed('done'), closed('done') > 0 ? 'good' : 'plain'),
      figure(t(`abgelehnt ${year}`, `rejected ${year}`), closed('rejected')),
    ],
  };
}

/** How long each open request has been under way. */
function byState(all: readonly Request[], { now }: Context, language: Language): BarsBlock {
  const t = wordsIn(language);
  const age = ({ createdAt }: Request) => (Date.parse(now) - Date.parse(createdAt)) / 86_400_000;
  return {
    kind: 'bars',
    title: t('Offene Anträge nach Stand und Alter', 'Open requests by state and age'),
    parts: [
      { id: 'young', label: t('bis 2 Wochen', 'up to 2 weeks'), tone: 'good' },
      { id: 'older', label: t('2 bis 6 Wochen', '2 to 6 weeks'), tone: 'warning' },
      { id: 'old', label: t('älter', 'older'), tone: 'attention' },
    ],
    bars: states.flatMap((state) => {
      const here = all.filter((one) => one.state === state && !isEnded(one));
      if (here.length === 0) return [];
      const between = (from: number, to: number) =>
        counted(here.filter((one) => age(one) >= from && age(one) < to).length);
      return [
        {
          label: stateWords[state][language],
          values: {
            young: between(Number.NEGATIVE_INFINITY, 14),
            older: between(14, 42),
            old: between(42, Number.POSITIVE_INFINITY),
          },
        },
      ];
    }),
    empty: t('Zurzeit ist kein Antrag offen.', 'No request is open at present.'),
  };
}

/** At which role requests wait. */
function byRole(all: readonly Request[], context: Context, language: Language): BarsBlock {
  const t = wordsIn(language);
  const day = today(context);
  // Each part that is open waits for itself.
  const waiting = all
    .filter((one) => !isEnded(one))
    .flatMap((one) =>
      openParts(one).map((part) => ({
        part,
        role: part.question ? undefined : stepOf(one, part.step)?.role,
      })),
    );
  const roles = Map.groupBy(waiting, ({ role }) => role);
  return {
    kind: 'bars',
    title: t('Wo es wartet', 'Where they wait'),
    parts: [
      { id: 'in-time', label: t('in der Frist', 'in time'), tone: 'accent' },
      { id: 'late', label: t('über der Frist', 'past the date'), tone: 'attention' },
    ],
    bars: [...roles]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([role, here]) => {
        const late = here.filter(({ part }) => part.dueDay < day).length;
        return {
          label: role
            ? context.directory.roleShortName(role)[language]
            : t('Antwort auf eine Rückfrage', 'Answer to a question'),
          values: { 'in-time': counted(here.length - late), late: counted(late) },
        };
      }),
    empty: t('Zurzeit wartet nichts.', 'Nothing waits at present.'),
  };
}

function money(budgets: readonly Budget[], language: Language): BarsBlock {
  const t = wordsIn(language);
  const amount = (cents: number) => ({ value: Math.max(0, cents), text: euros(language, cents) });
  return {
    kind: 'bars',
    title: t('Budgets: ausgegeben, gebunden, frei', 'Budgets: spent, committed, free'),
    parts: [
      { id: 'spent', label: t('ausgegeben', 'spent'), tone: 'accent' },
      { id: 'committed', label: t('gebunden', 'committed'), tone: 'warning' },
      { id: 'free', label: t('frei', 'free'), tone: 'good' },
    ],
    bars: budgets.map((budget) => {
      const { spent, committed, free } = sumsOf(budget);
      return {
        label: nameOf(budget, language),
        values: { spent: amount(spent), committed: amount(committed), free: amount(free) },
      };
    }),
    empty: t('Es ist noch kein Budget angelegt.', 'No budget has been set up yet.'),
  };
}

/** Every movement of every budget with moment, person and reason: only 10.50 sees who moved what. */
function movements(budgets: readonly Budget[], language: Language): TableBlock {
  const t = wordsIn(language);
  const rows = budgets.flatMap((budget) =>
    budget.history.map((entry) => ({
      at: entry.at,
      cells: [
        momentIn(language, entry.at),
        nameOf(budget, language),
        movementText(entry, language),
        nameWithMark(entry.byName, entry.onBehalfOf, language),
        entry.note ?? '–',
      ],
    })),
  );
  return {
    kind: 'table',
    id: 'budget-movements',
    title: t('Verlauf der Budgets', 'History of the budgets'),
    head: [t('Wann', 'When'), t('Budget', 'Budget'), t('Was', 'What'), t('Wer', 'Who'), t('Grund', 'Reason')],
    rows: rows.toSorted((a, b) => b.at.localeCompare(a.at)).map(({ cells }) => ({ cells })),
    empty: t('Es ist noch nichts geschehen.', 'Nothing has happened yet.'),
    file: t('Budget-Verlauf.csv', 'budget-history.csv'),
    folded: true,
  };
}

/** Person days of the KGRZ in this quarter, against what is planned. */
function capacity(plan: Plan, quarter: string, language: Language): BarsBlock {
  const t = wordsIn(language);
  const days = (value: number) => ({
    value,
    text: t(`${value.toLocaleString('de-DE')} Tage`, `${value.toLocaleString('en-GB')} days`),
  });
  const limit = plan.capacity[quarter];
  const sum = (order: Plan['order']) => order.reduce((all, { effort }) => all + effort, 0);
  const fits = sum(plan.order.slice(0, fitting(plan.order, limit)));
  const over = sum(plan.order) - fits;
  return {
    kind: 'bars',
    title: t('Kapazität des KGRZ', 'Capacity of the KGRZ'),
    text:
      limit === undefined
        ? t(
            'Wie viele Personentage das KGRZ in diesem Quartal hat, ist noch nicht eingetragen.',
            'How many person days the KGRZ has this quarter has not been entered yet.',
          )
        : undefined,
    parts: [
      { id: 'planned', label: t('verplant', 'planned'), tone: 'accent' },
      { id: 'free', label: t('frei', 'free'), tone: 'good' },
      { id: 'over', label: t('passt nicht mehr', 'does not fit'), tone: 'attention' },
    ],
    bars:
      limit === undefined && plan.order.length === 0
        ? []
        : [
            {
              label: quarter.replace(/^(\d+)-Q(\d)$/, t('$2. Quartal $1', 'Q$2 $1')),
              values: {
                planned: days(fits),
                ...(limit === undefined ? {} : { free: days(Math.max(0, limit - fits)) }),
                ...(over > 0 ? { over: days(over) } : {}),
              },
            },
          ],
    empty: t('Es ist noch nichts eingeplant.', 'Nothing has been planned yet.'),
  };
}

function order(plan: Plan, all: readonly Request[], language: Language): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'order',
    title: t('Reihenfolge der Umsetzung', 'Order of work'),
    head: [t('Antrag', 'Request'), t('Worum es geht', 'Subject'), t('Punkte', 'Points'), t('Tage', 'Days')],
    rows: plan.order.flatMap((rating) => {
      const one = all.find(({ id }) => id === rating.id);
      if (!one || isEnded(one)) return [];
      return [{ cells: [one.id, one.title, String(pointsOf(rating)), String(rating.effort)] }];
    }),
    empty: t('Es ist noch nichts eingeordnet.', 'Nothing has been ranked yet.'),
    file: t('Reihenfolge.csv', 'order.csv'),
    folded: true,
  };
}
