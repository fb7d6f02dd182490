import type { Form, Page, PageRoute, Visit } from '../core/ports/pages.ts';
import type { Text } from '../core/text.ts';
import type { Data } from './case-type.ts';
import type { Cases } from './cases.ts';
import type { CaseDocument } from './document.ts';
import type { World } from './world.ts';

/** What became of the form: `undefined` when there was none. */
export type Became = 'done' | 'incomplete' | undefined;

/** The act that the form sent: which one, and whether it changed anything. */
export type Sent = { readonly kind: string; readonly isChanged: boolean };

type Drawing<D, C> = {
  readonly doc: D;
  readonly party: string;
  readonly context: C;
  readonly became: Became;
  readonly sent?: Sent | undefined;
  /** What was sent, when something is missing. */
  readonly form?: Form | undefined;
};

type CasePage<D, C> = {
  /** `/beirat/termin` */
  readonly path: string;
  /** Where the link's case stands in its subject: `poll`. */
  readonly subject: string;
  /** Where the person stands in it: `party` if not given. */
  readonly person?: string;
  readonly draw: (drawing: Drawing<D, C>, visit: Visit) => Page | Promise<Page>;
  /** The act that was sent, and its data; `undefined` when something is missing. */
  readonly act: (form: Form, doc: D) => ({ readonly kind: string } & Data) | undefined;
  /** Whether the page is for this party at all; whoever sees the case if not given. */
  readonly isFor?: (doc: D, party: string, context: C) => boolean;
  /** Title, and what whoever is not asked any more reads. */
  readonly gone: { readonly title: Text; readonly text: Text };
};

/** A page by personal link on which one party sees a case and acts. Opening it changes nothing. */
export function casePage<D extends CaseDocument, C extends World>(
  { type, collection, contextAt, act: actFor }: Cases<D, C>,
  { path, subject, person = 'party', draw, act, isFor = () => true, gone }: CasePage<D, C>,
): PageRoute {
  const found = async ({ subject: ids, now }: Visit) => {
    const party = ids[person] ?? '';
    const context = contextAt(now.toISOString());
    const doc = await collection.get(ids[subject] ?? '');
    const isTheirs = doc && type.seenAs(doc, party, context) !== undefined && isFor(doc, party, context);
    return isTheirs ? { doc, party, context } : undefined;
  };
  const nothing = ({ language }: Visit): Page => ({
    status: 404,
    title: gone.title[language],
    language,
    body: [{ kind: 'text', text: gone.text[language] }],
  });
  return {
    path,
    async get(visit) {
      const theirs = await found(visit);
      return theirs ? draw({ ...theirs, became: undefined }, visit) : nothing(visit);
    },
    async post(visit, form) {
      const theirs = await found(visit);
      if (!theirs) return nothing(visit);
      const { doc, party, context } = theirs;
      const sent = act(form, doc);
      if (!sent) return { ...(await draw({ ...theirs, became: 'incomplete', form }, visit)), status: 422 };
      const by = { id: party, name: context.directory.person(party)?.name ?? party, via: 'mail' as const };
      const { kind, ...data } = sent;
      const acted = await actFor(by, doc.id, kind, data, context.now);
      const { isChanged } = acted;
      return draw({ ...theirs, doc: acted.doc, became: 'done', sent: { kind, isChanged } }, visit);
    },
  };
}
