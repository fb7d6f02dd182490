import type { Feature, Job } from '../../core/feature.ts';
import type { CaseKind, CaseRef } from '../../core/notice.ts';
import type { Archive } from '../../core/ports/archive.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { RoleDirectory, RoleId } from '../../core/ports/role-directory.ts';
import type { Store } from '../../core/ports/store.ts';
import type { Reply } from '../../core/reply.ts';
import type { Text } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Holidays } from '../../core/working-days.ts';
import { maySee } from './access.ts';
import { putAway } from './archive/put-away.ts';
import { withArchive } from './archive/with-archive.ts';
import { Budget, budgetCollection } from './budgets/budget.ts';
import { budgetActions, budgetIntents, type MoneyDesk } from './budgets/chat.ts';
import { readBudgets, withMoney } from './budgets/decide-with-budget.ts';
import { caseActions } from './chat/actions.ts';
import { caseIntents } from './chat/intents.ts';
import { caseFor, contextAt, type Desk } from './desk.ts';
import { Draft, draftCollection } from './form/draft.ts';
import type { ElsewhereForm, FormDesk } from './form/form-desk.ts';
import { type Opening, openAgain, openForm } from './form/forms.ts';
import { type FromCase, openFromCase } from './form/from-case.ts';
import { forgetDrafts, formActions, formIntents } from './form/parts.ts';
import { isWish, typeFor, typeTitled, wishedType } from './form/wish.ts';
import { look } from './look.ts';
import { requestNotices } from './notices.ts';
import { bySystem } from './owing.ts';
import { type PlanDesk, planActions, planIntents } from './priorities/chat.ts';
import { Plan, planCollection } from './priorities/plan.ts';
import { Request, requestCase, requestCollection } from './request.ts';
import type { RequestType } from './types/model.ts';

export type RequestsPorts = {
  readonly store: Store;
  readonly ids: Ids;
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly types: () => readonly RequestType[];
  /** Where closed cases go; without it they stay in the store. */
  readonly archive?: Archive | undefined;
  /** Opens the form that another feature has for a type. */
  readonly elsewhere?: ElsewhereForm | undefined;
};

/** Takes IT requests and walks each through the approvals that the role model prescribes. */
export type RequestsFeature = Feature & {
  /** The form that a sentence asks for; `undefined` when it is a question, not a wish, or no such form exists. */
  /** What the form of a type is called and which role is asked first. */
  readonly offer: (type: string) => { readonly title: Text; readonly first: RoleId } | undefined;
  readonly formFor: (opening: Opening & { readonly text: string }, turn: Turn) => Reply | undefined;
  /** The form of a request that comes from a case of another feature, with what that says. */
  readonly openFromCase: (turn: Turn, from: FromCase) => Promise<Reply>;
  /** The newest request that came from a case. */
  readonly cameFrom: (origin: CaseRef) => Promise<Request | undefined>;
};

export function createRequestsFeature({
  store,
  ids,
  directory,
  holidays,
  types,
  archive,
  elsewhere,
}: RequestsPorts): RequestsFeature {
  const stored = store.collection(requestCollection, Request);
  const desk: FormDesk & MoneyDesk & PlanDesk = {
    requests: archive ? withArchive(stored, archive) : stored,
    budgets: store.collection(budgetCollection, Budget),
    plans: store.collection(planCollection, Plan),
    drafts: store.collection(draftCollection, Draft),
    types,
    directory,
    holidays,
    digest: ids.digest,
    newId: ids.next,
    elsewhere,
  };
  return {
    id: 'requests',
    topic: { de: 'Anträge', en: 'Requests' },
    intents: [
      ...formIntents(desk),
      ...budgetIntents(desk),
      ...planIntents(desk),
      ...caseIntents(desk, (turn, id, form) => openAgain(desk, turn, id, form)),
    ],
    actions: [...formActions(desk), ...caseActions(desk), ...budgetActions(desk), ...planActions(desk)],
    notices: requestNotices(desk),
    cases: [requestCards(desk)],
    jobs: [
      watchWaiting(desk),
      forgetDrafts(desk),
      ...(archive ? [putAway({ requests: stored, archive, types })] : []),
    ],
    offer(id) {
      const type = types().find((known) => known.id === id);
      const first = type?.route[0];
      return type && first && { title: type.name, first: first.role };
    },
    formFor(opening, turn) {
      const titled = typeTitled(opening.text, types());
      if (titled) return openForm(desk, turn, { type: titled });
      const type = opening.isCertain
        ? wishedType(opening, types())
        : opening.type && isWish(opening.text) && typeFor(opening, types());
      return type ? openForm(desk, turn, { ...opening, type }) : undefined;
    },
    openFromCase: (turn, from) => openFromCase(desk, turn, from),
    cameFrom: async ({ kind, id }) =>
      (await desk.requests.list({ where: { origin: { kind, id } } })).toSorted(
        (a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id),
      )[0],
  };
}

/** How the card of a request looks to somebody now. */
const requestCards = (desk: Desk): CaseKind => ({
  kind: requestCase,
  async show(id, viewer, now) {
    const request = await desk.requests.get(id);
    const at = now.toISOString();
    if (!request || !maySee(request, viewer.id, contextAt(desk, at))) return undefined;
    return caseFor(desk, request, viewer, at);
  },
});

const atOnce = 200;

const lotse = { id: bySystem.by, name: bySystem.byName };

/** Every working morning: who holds the role now, who is late, who must be told. */
const watchWaiting = (desk: Desk): Job => ({
  id: 'requests.waiting',
  async run(now) {
    const at = now.toISOString();
    const leaseUntil = new Date(now.getTime() + 60_000).toISOString();
    const due = await desk.requests.claim({ now: at, leaseUntil, limit: atOnce });
    // Together, so that they share a write.
    await Promise.all(
      due.map(({ id, funding }) => {
        const names = funding ? [funding.budget] : [];
        const context = contextAt(desk, at);
        return desk.requests.change(
          id,
          (request, beside) =>
            withMoney(request, look(request, context), lotse, context, readBudgets(names, beside)),
          names.map((name) => ({ collection: budgetCollection, id: name })),
        );
      }),
    );
  },
});
