import type { Block, Form, Page, PageRoute, Visit } from '../core/ports/pages.ts';
import type { Text } from '../core/text.ts';
import type { Data } from './case-type.ts';
import type { Cases } from './cases.ts';
import type { CaseDocument } from './document.ts';
import { filesPressed, type LinkedFiles, fileBlocks as shownFiles, withFiled } from './files-page.ts';
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
  /** The files of the case that this party may have, and a field for one more where that is possible. */
  readonly fileBlocks: readonly Block[];
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
  /** Where files of the case are to be had on it, too. */
  readonly files?: LinkedFiles | undefined;
  /** Title, and what whoever is not asked any more reads. */
  readonly gone: { readonly title: Text; readonly text: Text };
};

/** A page by personal link on which one party sees a case and acts. Opening it changes nothing. */
export function casePage<D extends CaseDocument, C extends World>(
  { type, collection, contextAt, act: actFor }: Cases<D, C>,
  { path, subject, person = 'party', draw, act, isFor = () => true, files, gone }: CasePage<D, C>,
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
  type Theirs = NonNullable<Awaited<ReturnType<typeof found>>>;
  const drawn = async (
    theirs: Theirs,
    visit: Visit,
    more: Pick<Drawing<D, C>, 'became' | 'sent' | 'form'> & { readonly problem?: Text },
  ): Promise<Page> => {
    const { doc, party, context } = theirs;
    const seen = await files?.seen(party, doc.id, context.now);
    const isShown = seen && (seen.mayAdd || seen.files.length > 0);
    const { problem, ...rest } = more;
    const fileBlocks = isShown
      ? shownFiles({ id: doc.id, party, ...seen }, files?.limits, visit.language, problem)
      : [];
    return draw({ ...theirs, ...rest, fileBlocks }, visit);
  };
  return {
    path,
    ...(files ? { longestFile: files.limits.bytes } : {}),
    async get(visit) {
      const theirs = await found(visit);
      return theirs ? drawn(theirs, visit, { became: undefined }) : nothing(visit);
    },
    async post(visit, form, brought = []) {
      const theirs = await found(visit);
      if (!theirs) return nothing(visit);
      const { doc, party, context } = theirs;
      const by = { id: party, name: context.directory.person(party)?.name ?? party, via: 'mail' as const };
      const filed = files && (await filesPressed(files, by, form, brought, context.now));
      if (filed) return withFiled(filed, (more) => drawn(theirs, visit, { became: undefined, ...more }));
      const sent = act(form, doc);
      if (!sent) return { ...(await drawn(theirs, visit, { became: 'incomplete', form })), status: 422 };
      const { kind, ...data } = sent;
      const acted = await actFor(by, doc.id, kind, data, context.now);
      const { isChanged } = acted;
      return drawn({ ...theirs, doc: acted.doc }, visit, { became: 'done', sent: { kind, isChanged } });
    },
  };
}
