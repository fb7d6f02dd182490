import { labelOf, namedCase } from '../core/case-number.ts';
import { type Found, type Search, standsIn } from '../core/found.ts';
import { partyOf } from '../core/party.ts';
import { noteReply } from '../core/reply.ts';
import type { TabVisit } from '../core/tab.ts';
import type { Cases } from './cases.ts';
import type { CaseDocument } from './document.ts';
import type { World } from './world.ts';

/** What everybody in a chat may read of a case that somebody inserts: number, title, state. */
export type Line = { readonly title: string; readonly state: string };

/** How a kind of case is found. */
export type Searched<D extends CaseDocument, C extends World> = {
  /** `undefined` where they may see less than that of it. @param visit of whoever searches */
  readonly line: (doc: D, visit: TabVisit, context: C) => Line | undefined;
  /** Whether it stands in the list without words: what is open for this party. */
  readonly isOpenFor: (doc: D, party: string) => boolean;
};

const most = 8;

/** Cases that somebody may see, by number or by words of the title; without words those that are open for them. */
export const caseSearch =
  <D extends CaseDocument, C extends World>(
    { type, collection, contextAt }: Cases<D, C>,
    { line, isOpenFor }: Searched<D, C>,
  ): Search =>
  async (visit, words) => {
    const context = contextAt(visit.at);
    const party = partyOf(visit.actor, context.directory).id;
    const number = namedCase(words);
    if (number && number.letter !== type.record.letter) return [];
    const docs = number
      ? [await collection.get(number.id)].flatMap((doc) => doc ?? [])
      : await collection.list();
    // Where places are known the card leads to its own; who may not see the case sees nothing there either.
    const kind = Object.values(type.views).find(({ card }) => card !== undefined)?.card;
    return docs
      .filter((doc) => type.seenAs(doc, party, context) !== undefined)
      .flatMap((doc) => {
        const shown = line(doc, visit, context);
        return shown ? [{ doc, ...shown }] : [];
      })
      .filter(({ doc, title }) => {
        if (number) return true;
        if (words === '') return isOpenFor(doc, party);
        return standsIn([labelOf(doc), title], words);
      })
      .toSorted((a, b) => b.doc.changedAt.localeCompare(a.doc.changedAt))
      .slice(0, most)
      .map(({ doc, title, state }): Found => {
        const head = `${labelOf(doc)} · ${title}`;
        return {
          title: head,
          text: state,
          reply: {
            ...noteReply(head, state, visit.language),
            anywhere: true,
            ...(kind ? { about: { kind, id: doc.id } } : {}),
          },
        };
      });
  };
