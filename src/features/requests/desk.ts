import type { Digest } from '../../core/history.ts';
import type { Addressee } from '../../core/notice.ts';
import { type Party, partyOf } from '../../core/party.ts';
import type { RoleDirectory } from '../../core/ports/role-directory.ts';
import type { Collection } from '../../core/ports/store.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Reply } from '../../core/reply.ts';
import type { Turn } from '../../core/turn.ts';
import type { Holidays } from '../../core/working-days.ts';
import { maySee, noSuchRequest } from './access.ts';
import type { Budget } from './budgets/budget.ts';
import { changeWithBudget } from './budgets/decide-with-budget.ts';
import { allBudgets } from './budgets/open-budgets.ts';
import type { Context } from './context.ts';
import type { Act } from './decide/act.ts';
import type { Request } from './request.ts';
import type { RequestType } from './types/model.ts';
import { caseReply } from './view/case-view.ts';
import { lateRemark } from './view/late.ts';

/** What everything that is said or pressed about requests works with. */
export type Desk = {
  readonly requests: Collection<Request>;
  /** Absent where no money is kept. */
  readonly budgets?: Collection<Budget> | undefined;
  /** The types in use; another list after a reload. */
  readonly types: () => readonly RequestType[];
  readonly directory: RoleDirectory;
  readonly holidays: Holidays;
  readonly digest: Digest;
};

export const contextAt = ({ directory, holidays, digest }: Desk, at: string): Context => ({
  now: at,
  directory,
  holidays,
  digest,
});

export const typeOf = ({ types }: Desk, id: string): RequestType | undefined =>
  types().find((type) => type.id === id);

/** Who says or presses something, and how they read. */
export const viewerOf = (turn: Turn, { directory }: Desk): Party & Addressee => ({
  ...partyOf(turn.actor, directory),
  language: turn.language,
});

/** @throws {Refusal} when there is no such request or it does not concern this party */
export async function visibleRequest(desk: Desk, id: string, party: string, at: string): Promise<Request> {
  const request = await desk.requests.get(id);
  if (!request || !maySee(request, party, contextAt(desk, at))) throw noSuchRequest(id);
  return request;
}

/** The card of a request for whoever asks. @throws {Refusal} as {@link visibleRequest} */
export async function showCase(
  desk: Desk,
  turn: Turn,
  id: string,
  more: { readonly remark?: string | undefined; readonly note?: string | undefined } = {},
): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  const request = await visibleRequest(desk, id, viewer.id, turn.at);
  return caseFor(desk, request, viewer, turn.at, more);
}

/** The card of a request as somebody may see it at a moment. */
export async function caseFor(
  desk: Desk,
  request: Request,
  viewer: Addressee,
  at: string,
  more: { readonly remark?: string | undefined; readonly note?: string | undefined } = {},
): Promise<Reply> {
  const context = contextAt(desk, at);
  const budgets = await allBudgets(desk.budgets);
  return caseReply(request, viewer, { type: typeOf(desk, request.type), context, budgets, ...more });
}

/**
 * Does something with a request and shows what it is now. Whatever cannot be done is said on that card, with what was
 * typed still in it; a late click is told who decided.
 * @throws {Refusal} as {@link visibleRequest}
 */
export async function actOn(desk: Desk, turn: Turn, id: string, act: Act): Promise<Reply> {
  const viewer = viewerOf(turn, desk);
  await visibleRequest(desk, id, viewer.id, turn.at);
  const context = contextAt(desk, turn.at);
  try {
    const acted = await changeWithBudget(desk.requests, id, act, viewer, context);
    const { request, hasEffect, isOverLimit } = acted;
    const visit = 'visit' in act ? act.visit : undefined;
    const effect = isOverLimit ? overLimit[turn.language] : undefined;
    const remark = hasEffect ? effect : lateRemark(request, visit, turn.language);
    return showCase(desk, turn, id, { remark });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showCase(desk, turn, id, {
      remark: error.text[turn.language],
      note: 'note' in act ? act.note : '',
    });
  }
}

const overLimit = {
  de: 'Der Betrag ist höher als das, was im Budget frei ist. Deshalb entscheidet auch der Stadtvorstand.',
  en: 'The amount is more than what is free in the budget. So the Stadtvorstand decides, too.',
};
