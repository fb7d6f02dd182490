import { labelOf } from '../core/case-number.ts';
import type { Party } from '../core/party.ts';
import { Refusal } from '../core/refusal.ts';
import type { CaseRow, TabVisit } from '../core/tab.ts';
import type { Data } from './case-type.ts';
import type { Cases } from './cases.ts';
import type { CaseDocument } from './document.ts';
import type { World } from './world.ts';

/** How a kind of case stands in a list of a tab. */
export type Listing<D extends CaseDocument, C extends World> = {
  /** `undefined` leaves it out. */
  readonly row: (
    doc: D,
    viewer: Party,
    context: C,
  ) => Omit<CaseRow, 'id' | 'label' | 'changedAt' | 'open' | 'acts'> | undefined;
  /** The case as the viewer stands to it, where it has several sides; as it is if not given. */
  readonly seenBy?: (doc: D, viewer: Party, context: C) => D;
  /** Acts that need nothing to be filled in. */
  readonly oneClick: readonly string[];
  /** What an act is called where it stands now, if not by its usual name: a recommendation is no approval. */
  readonly called?: (doc: D, kind: string) => string | undefined;
  /** What a card of it would carry, so that a click on what has changed since comes to nothing. */
  readonly drawnFor: (doc: D) => Data;
};

/** The cases that a visitor may see, each with what they could do with one click. */
export async function caseRows<D extends CaseDocument, C extends World>(
  { type, collection, contextAt, can }: Cases<D, C>,
  viewer: Party,
  { language, at }: Pick<TabVisit, 'language' | 'at'>,
  { row, oneClick, drawnFor, called, seenBy = (doc) => doc }: Listing<D, C>,
): Promise<readonly CaseRow[]> {
  const context = contextAt(at);
  const [show] = Object.values(type.views).flatMap(({ open = [], refresh }) => [...open, ...refresh]);
  const acts = type.acts.filter(({ kind }) => oneClick.includes(kind));
  return (await collection.list()).flatMap((stored) => {
    const doc = seenBy(stored, viewer, context);
    if (type.seenAs(doc, viewer.id, context) === undefined) return [];
    const shown = row(doc, viewer, context);
    if (!shown) return [];
    const offered = shown.isOver ? () => false : can(doc, viewer, context);
    return {
      ...shown,
      id: doc.id,
      // Words of a sentence elsewhere, a name here.
      state: shown.state.replace(/^\p{Ll}/u, (first) => first.toUpperCase()),
      label: labelOf(doc),
      changedAt: doc.changedAt,
      open: show ? { verb: show, data: { id: doc.id } } : { text: labelOf(doc) },
      acts: acts
        .filter(({ kind }) => offered(kind))
        .map(({ kind, title, buttons = {} }) => ({
          id: kind,
          title: called?.(doc, kind) ?? title[language],
          ask: {
            verb: Object.keys(buttons)[0] ?? `${type.name}-${kind}`,
            data: { ...Object.values(buttons)[0], ...drawnFor(doc), id: doc.id },
          },
        })),
    };
  });
}

/** The case that a visitor opened, and who they are; `undefined` where there is none for them. */
export async function visitedCase<D extends CaseDocument, C extends World>(
  { visible, contextAt }: Cases<D, C>,
  viewer: Party,
  { at }: Pick<TabVisit, 'at'>,
  id: string,
): Promise<{ readonly doc: D; readonly context: C } | undefined> {
  try {
    return { doc: await visible(id, viewer.id, at), context: contextAt(at) };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
