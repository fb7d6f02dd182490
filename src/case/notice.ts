import { labelOf } from '../core/case-number.ts';
import type { Addressee, Letter, Notice, NoticeKind } from '../core/notice.ts';
import type { Reply } from '../core/reply.ts';
import type { Language, Text } from '../core/text.ts';
import type { Cases } from './cases.ts';
import type { CaseDocument } from './document.ts';
import type { World } from './world.ts';

type Saying<D, C> = {
  readonly kind: string;
  readonly title: Text;
  readonly repeatable: boolean;
  readonly joins?: true | undefined;
  /** "Title (T-2026/1)" if not given. */
  readonly subject?: (title: string, doc: D, language: Language, notice: Notice) => string;
  /** Whether it still concerns them; what does not is not sent. */
  readonly concerns: (doc: D, to: Addressee, context: C, notice: Notice) => boolean;
  readonly say: (
    doc: D,
    to: Addressee,
    context: C,
    notice: Notice,
  ) => Promise<{ readonly reply: Reply | undefined; readonly letter: Omit<Letter, 'subject'> }>;
};

/** A notice about a case, worded from what the case is when it is sent. */
export const caseNotice = <D extends CaseDocument, C extends World>(
  { collection, contextAt }: Pick<Cases<D, C>, 'collection' | 'contextAt'>,
  { kind, title, repeatable, joins, subject: subjectOf, concerns, say }: Saying<D, C>,
): NoticeKind => ({
  kind,
  title,
  repeatable,
  ...(joins ? { joins } : {}),
  async say(notice, to, now) {
    const doc = await collection.get(notice.ref);
    const context = contextAt(now.toISOString());
    if (!doc || !concerns(doc, to, context, notice)) return undefined;
    const subject =
      subjectOf?.(title[to.language], doc, to.language, notice) ?? `${title[to.language]} (${labelOf(doc)})`;
    const { reply, letter } = await say(doc, to, context, notice);
    return reply && { reply: { ...reply, summary: subject }, letter: { subject, ...letter } };
  },
});

/** Numbers of the entries that a notice tells, the oldest first: its own and those of the ones it joins. */
export const entriesTold = ({
  facts,
  earlier = [],
}: Pick<Notice, 'facts' | 'earlier'>): readonly number[] => [
  ...new Set([...earlier.map((one) => Number(one.facts?.entry)), Number(facts?.entry)]),
];
