import type { Addressee, CaseKind, CaseRef } from '../core/notice.ts';
import type { CaseType } from './case-type.ts';
import type { Cases } from './cases.ts';
import type { CaseDocument } from './document.ts';
import type { World } from './world.ts';

/** All cards that show a case. @param owners of views with a card for each; all when not given */
export const cardsOf = <D extends CaseDocument, C extends World>(
  { views }: CaseType<D, C>,
  doc: D,
  owners: readonly string[] | undefined,
  context: C,
): readonly CaseRef[] =>
  Object.values(views).flatMap(({ card, owners: all, isUsed }) =>
    card === undefined || isUsed?.(doc) === false
      ? []
      : all
        ? (owners ?? all(doc, context)).map((owner) => ({ kind: card, id: `${doc.id} ${owner}` }))
        : [{ kind: card, id: doc.id }],
  );

/** How each kind of cards of a case is drawn again for whoever has one. */
export const cardKindsOf = <D extends CaseDocument, C extends World>(
  type: CaseType<D, C>,
  { collection, contextAt, draw }: Pick<Cases<D, C>, 'collection' | 'contextAt' | 'draw'>,
): readonly CaseKind[] =>
  Object.entries(type.views).flatMap(([as, { card, owners, isExcerpt }]) => {
    if (card === undefined) return [];
    const show = async (id: string, viewer: Addressee, now: Date) => {
      const [number = '', owner] = id.split(' ');
      const doc = await collection.get(number);
      const context = contextAt(now.toISOString());
      const widest = doc && type.seenAs(doc, viewer.id, context);
      const isTheirs = owners ? owner === viewer.id : widest !== undefined && (isExcerpt || widest === as);
      if (!doc || !isTheirs) return undefined;
      return draw(doc, viewer, context, { as });
    };
    return [{ kind: card, show }];
  });
