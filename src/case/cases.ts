import { anybody, forEverybody, inPrivate, isPrivate } from '../core/audience.ts';
import { labelOf } from '../core/case-number.ts';
import { eachByItself } from '../core/each.ts';
import type { Job } from '../core/feature.ts';
import type { Addressee, CaseKind } from '../core/notice.ts';
import { type Party, partyOf } from '../core/party.ts';
import type { Archive } from '../core/ports/archive.ts';
import type { RoleDirectory } from '../core/ports/role-directory.ts';
import type { Beside, Change, Collection, DocumentRef, Store } from '../core/ports/store.ts';
import { Refusal } from '../core/refusal.ts';
import type { Reply } from '../core/reply.ts';
import type { Text } from '../core/text.ts';
import type { Turn } from '../core/turn.ts';
import { cardKindsOf, cardsOf } from './cards.ts';
import type { Acting, AnyAct, BesideRead, CaseType, Data } from './case-type.ts';
import { commit, type Decision } from './decision.ts';
import type { CaseDocument } from './document.ts';
import { type Doors, doorsOf, type More } from './doors.ts';
import { dryRun } from './dry-run.ts';
import { retentionJob, withArchive } from './retention.ts';
import { unreadable } from './words.ts';
import type { World } from './world.ts';

/** What a kind of case works with. */
export type CasePorts<_D extends CaseDocument, C extends World> = {
  readonly store: Store;
  /** Where closed cases go; without it they stay in the store. */
  readonly archive?: Archive | undefined;
  readonly directory: RoleDirectory;
  readonly contextAt: (at: string) => C;
};

/** What became of an act. */
export type Acted<D> = { readonly doc: D; readonly isChanged: boolean };

/** The cases of one kind: everything that doors and time need, made of its declaration. */
export type Cases<D extends CaseDocument, C extends World> = Doors & {
  readonly type: CaseType<D, C>;
  readonly collection: Collection<D>;
  readonly contextAt: (at: string) => C;
  readonly viewerOf: (turn: Turn) => Party & Addressee;
  /** @throws {Refusal} when there is no such case or it does not concern this party: the same no for both */
  readonly visible: (id: string, party: string, at: string) => Promise<D>;
  /** Acts for a party, through whichever door. @throws {Refusal} as `visible`, and what the decision refuses */
  readonly act: (by: Acting, id: string, kind: string, data: Data, at: string) => Promise<Acted<D>>;
  /** What a job of the feature makes of a case, as one write. */
  readonly change: (
    id: string,
    at: string,
    decide: (doc: D, context: C, beside: BesideRead) => Decision<D> | undefined,
    beside?: readonly DocumentRef[],
  ) => Promise<Acted<D>>;
  /** The case as this person may see it. @throws {Refusal} as `visible` */
  readonly show: (turn: Turn, id: string, more?: More) => Promise<Reply>;
  /** Does it and shows the case; what cannot be done is said on it, with what was typed still there. */
  readonly actAndShow: (turn: Turn, id: string, kind: string, data: Data) => Promise<Reply>;
  /** A document that a view draws without the machine, e.g. in a notice. */
  readonly draw: (doc: D, viewer: Addressee, context: C, more?: More) => Promise<Reply | undefined>;
  /** Which acts a party is offered: those that the decision would take. */
  readonly offered: (doc: D, by: Party, context: C) => readonly string[];
  /** Whether one of them is, for what is drawn without the machine. */
  readonly can: (doc: D, by: Party, context: C) => (kind: string) => boolean;
  /** Why one of them is not, where that can be said. */
  readonly why: (doc: D, by: Party, context: C) => (kind: string) => Text | undefined;
  readonly cards: readonly CaseKind[];
  /** What time does, each case by itself. @param atOnce how many are claimed in one go */
  readonly job: (id: string, atOnce?: number) => Job;
  /** What is kept for how long, once a day: `requests.archive`. */
  readonly keeping: (id: string) => Job;
};

/** What an act makes of a case as one write. Pure: this is what decision tables test. */
export function decideAct<D extends CaseDocument, C extends World>(
  type: CaseType<D, C>,
  doc: D,
  { kind, ...data }: { readonly kind: string } & Data,
  by: Party & Partial<Pick<Acting, 'via'>>,
  context: C,
  beside: BesideRead = () => undefined,
): Change<D> | undefined {
  const act = actNamed(type, kind);
  if (type.isClosed?.(doc)) return undefined;
  const input = inputOf(act, data);
  return written(type, act.decide(doc, input, { via: 'teams', ...by }, context, beside), context);
}

/** What time makes of a case as one write; one that changes nothing still says when time looks again. Pure. */
export const decideTime = <D extends CaseDocument, C extends World>(
  type: CaseType<D, C>,
  doc: D,
  context: C,
  beside: BesideRead = () => undefined,
): Change<D> | undefined => {
  const decision = type.onTime(doc, context, beside);
  if (decision) return written(type, decision, context);
  const { dueAt: was, leaseUntil: _lease, ...rest } = doc;
  const dueAt = type.dueAt(doc, context);
  return dueAt === was && doc.leaseUntil === undefined
    ? undefined
    : { doc: { ...rest, ...(dueAt ? { dueAt } : {}) } as unknown as Change<D>['doc'] };
};

/** A new case as the documents of one write. */
export function firstWrite<D extends CaseDocument, C extends World>(
  type: CaseType<D, C>,
  decision: Decision<D>,
  context: C,
): Change<D> {
  const { doc, also = [] } = written(type, decision, context) as Change<D>;
  const { version: _, ...fresh } = doc as D;
  return { doc: fresh as unknown as Change<D>['doc'], also };
}

/** A decision as one write. Pure. */
export const written = <D extends CaseDocument, C extends World>(
  type: CaseType<D, C>,
  decision: Decision<D> | undefined,
  context: C,
): Change<D> | undefined =>
  decision &&
  commit(
    decision,
    {
      feature: type.name.split('.')[0] ?? type.name,
      covers: type.record.covers,
      cardsOf: (doc, owners) => cardsOf(type, doc, owners, context),
      dueAt: (doc) => type.dueAt(doc, context),
      noticesOf: type.noticesOf,
    },
    context,
  );

const actNamed = <D extends CaseDocument, C extends World>(
  { acts, name }: CaseType<D, C>,
  kind: string,
): AnyAct<D, C> => {
  const act = acts.find((known) => known.kind === kind);
  if (!act) throw new Error(`${name} has no act "${kind}"`);
  return act;
};

function inputOf<D extends CaseDocument, C extends World>(act: AnyAct<D, C>, data: Data): unknown {
  try {
    return act.input.parse(data);
  } catch {
    throw unreadable();
  }
}

const keyOf = ({ collection, id }: DocumentRef): string => `${collection} ${id}`;
const lease = 60_000;

/** Opens the cases of a kind over their documents. @throws Error when a verb or an act exists twice */
export function openCases<D extends CaseDocument, C extends World>(
  type: CaseType<D, C>,
  { store, archive, directory, contextAt }: CasePorts<D, C>,
): Cases<D, C> {
  const { record } = type;
  const stored = store.collection(record.collection, record.schema, record.indexed);
  const collection = archive ? withArchive(stored, archive, record) : stored;
  const names = Object.keys(type.views);
  const publicView = names.find((name) => type.views[name]?.anywhere);
  const shown = publicView === undefined ? {} : { anywhere: true as const };
  const missing = (id: string) => new Refusal(`no-such-${type.name}`, type.missing(labelOf({ id })));
  const isMissing = (error: Refusal) => error.code === `no-such-${type.name}`;
  const viewerOf = (turn: Turn) => ({ ...partyOf(turn.actor, directory), language: turn.language });

  async function visible(id: string, party: string, at: string): Promise<D> {
    if (id === '') throw unreadable();
    const doc = await collection.get(id);
    if (!doc || type.seenAs(doc, party, contextAt(at)) === undefined) throw missing(id);
    return doc;
  }

  /** Changes a case; documents beside it that turn out to be needed only then are read with the next try. */
  async function change(
    id: string,
    refsOf: (doc: D) => readonly DocumentRef[],
    decide: (doc: D, beside: BesideRead) => Change<D> | undefined,
  ): Promise<Acted<D>> {
    const known = await collection.get(id);
    let refs: readonly DocumentRef[] = known ? refsOf(known) : [];
    for (;;) {
      let unread: readonly DocumentRef[] = [];
      const { doc, isChanged } = await collection.change(
        id,
        (current, found) => {
          unread = refsOf(current).filter((ref) => !refs.some((one) => keyOf(one) === keyOf(ref)));
          if (unread.length > 0) return undefined;
          const read = new Map<string, Beside | undefined>(refs.map((ref, at) => [keyOf(ref), found[at]]));
          return decide(current, (ref) => read.get(keyOf(ref)));
        },
        refs,
      );
      if (unread.length === 0) return { doc, isChanged };
      refs = [...refs, ...unread];
    }
  }

  async function act(by: Acting, id: string, kind: string, data: Data, at: string): Promise<Acted<D>> {
    const declared = actNamed(type, kind);
    const input = inputOf(declared, data);
    const found = await visible(id, by.id, at);
    const context = await lookedUp(found, contextAt(at), kind);
    return change(
      id,
      (doc) => [...(type.beside?.(doc) ?? []), ...(declared.beside?.(doc, input as never) ?? [])],
      (doc, beside) =>
        type.isClosed?.(doc)
          ? undefined
          : written(type, declared.decide(doc, input as never, by, context, beside), context),
    );
  }

  const lookedUp = async (doc: D, context: C, kind?: string): Promise<C> =>
    type.looksUp ? type.looksUp(doc, context, kind) : context;

  const can: Cases<D, C>['can'] = (doc, by, context) => (kind) =>
    dryRun(type, actNamed(type, kind), doc, by, context) === true;
  const why: Cases<D, C>['why'] = (doc, by, context) => (kind) => {
    const no = dryRun(type, actNamed(type, kind), doc, by, context);
    return no instanceof Refusal ? no.text : undefined;
  };

  async function draw(
    doc: D,
    viewer: Addressee,
    given: C,
    { as, ...more }: More = {},
  ): Promise<Reply | undefined> {
    const widest = type.seenAs(doc, viewer.id, given);
    if (widest === undefined) return undefined;
    const context = await lookedUp(doc, given);
    const wanted = as !== undefined && names.indexOf(as) > names.indexOf(widest) ? as : widest;
    const offer = { can: can(doc, viewer, context), why: why(doc, viewer, context) };
    return type.views[wanted]?.reply(doc, viewer, context, { ...more, ...offer });
  }

  async function show(turn: Turn, id: string, more: More = {}): Promise<Reply> {
    if (!isPrivate(turn)) return showToAll(turn, id, more.remark);
    const viewer = viewerOf(turn);
    const reply = await draw(await visible(id, viewer.id, turn.at), viewer, contextAt(turn.at), more);
    if (!reply) throw missing(id);
    return reply;
  }

  /** Where others read along they get what somebody without a part in the case may see; nothing that was typed. */
  async function showToAll(turn: Turn, id: string, remark: string | undefined): Promise<Reply> {
    if (publicView === undefined) throw inPrivate(turn);
    const viewer = { id: anybody, name: '', language: turn.language };
    const doc = await visible(id, viewer.id, turn.at);
    const context = contextAt(turn.at);
    const isOpen = names.indexOf(type.seenAs(doc, viewer.id, context) ?? '') <= names.indexOf(publicView);
    const reply = isOpen && (await draw(doc, viewer, context, { as: publicView, remark }));
    if (!reply) throw missing(id);
    return forEverybody(reply);
  }

  async function actAndShow(turn: Turn, id: string, kind: string, data: Data): Promise<Reply> {
    const { shows: as, leadsTo, says, wordsOf, fieldsOf, came, input } = actNamed(type, kind);
    let acted: Acted<D> | undefined;
    let refusal: Refusal | undefined;
    try {
      acted = await act({ ...viewerOf(turn), via: 'teams' }, id, kind, data, turn.at);
      if (leadsTo) return await leadsTo(acted.doc, turn);
    } catch (error) {
      // Without a card of its own to come back to, the no is the answer.
      if (!(error instanceof Refusal) || leadsTo || isMissing(error) || error.code === unreadable().code)
        throw error;
      refusal = error;
    }
    const changedNothing = acted?.isChanged === false ? type.unchanged?.(acted.doc, kind, data) : undefined;
    const nothingDone = (refusal?.text ?? changedNothing)?.[turn.language];
    const told = (reply: Reply): Reply => (nothingDone === undefined ? reply : { ...reply, nothingDone });
    if (came) {
      const doc = acted?.doc ?? (await visible(id, viewerOf(turn).id, turn.at));
      const isChanged = acted?.isChanged ?? false;
      const own = await came(
        { doc, input: input.parse(data) as never, isChanged, refusal },
        turn,
        contextAt(turn.at),
      );
      if (own) return told(own);
    }
    if (refusal) {
      const sent = input.parse(data) as never;
      const remark = refusal.text[turn.language];
      const kept = { typed: wordsOf?.(sent), fields: fieldsOf?.(sent) };
      return told(await show(turn, id, { as, remark, refused: refusal.code, ...kept }));
    }
    const said = acted?.isChanged ? says?.(acted.doc, input.parse(data) as never) : changedNothing;
    return told(await show(turn, id, { as, remark: said?.[turn.language] }));
  }

  const doors = doorsOf<D, C>({ type, shown, contextAt, viewerOf, visible, show, actAndShow });

  return {
    type,
    collection,
    contextAt,
    viewerOf,
    visible,
    act,
    change: (id, at, decide, refs = []) =>
      change(
        id,
        () => refs,
        (doc, beside) => written(type, decide(doc, contextAt(at), beside), contextAt(at)),
      ),
    show,
    actAndShow,
    draw,
    can,
    why,
    offered: (doc, by, context) =>
      type.acts.filter((one) => dryRun(type, one, doc, by, context) === true).map(({ kind }) => kind),
    ...doors,
    cards: cardKindsOf(type, { collection, contextAt, draw }),
    keeping: (id) => retentionJob(id, { record, collection: stored, contextAt, archive }),
    job: (id, atOnce = 50) => ({
      id,
      async run(now) {
        const at = now.toISOString();
        const context = contextAt(at);
        const leaseUntil = new Date(now.getTime() + lease).toISOString();
        const work = (doc: D) =>
          change(
            doc.id,
            (current) => type.beside?.(current) ?? [],
            (current, beside) => decideTime(type, current, context, beside),
          );
        // What is claimed has a lease, so that broken ones do not stand in front of the others.
        const all: D[] = [];
        for (let more = atOnce; more >= atOnce; ) {
          const claimed = await collection.claim({ now: at, leaseUntil, limit: atOnce });
          all.push(...claimed);
          more = claimed.length;
        }
        await eachByItself(all, work, atOnce);
      },
    }),
  };
}
