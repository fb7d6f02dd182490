import type { Showing } from '../../../case/case-type.ts';
import { dayIn } from '../../../core/day.ts';
import type { Addressee } from '../../../core/notice.ts';
import type { Reply } from '../../../core/reply.ts';
import { type Language, quoted, shortened, wordsIn } from '../../../core/text.ts';
import { changedFor } from '../decided.ts';
import { stateOf, stateTones } from '../labels.ts';
import { briefCase, type Context, type Request, revisionOf } from '../model.ts';
import { grantsMoney, stepOf } from '../route.ts';
import { changeLines } from './changes.ts';
import { decisiveFacts } from './fields.ts';
import { decisionWords } from './prompts.ts';

/**
 * Card `requests/brief`: what is pushed. What happened and what can be done, at a glance; the whole request comes in its
 * place when it is asked for.
 */
export type BriefView = {
  readonly roles: readonly [];
  readonly id: string;
  readonly revision: number;
  readonly subtitle: string;
  readonly title: string;
  readonly state: string;
  readonly tone: (typeof stateTones)[Request['state']];
  /** What happened, or what is asked of them. */
  readonly happened?: string | undefined;
  readonly question?: string | undefined;
  /** What has changed since they decided. */
  readonly changes: readonly string[];
  /** "Anzahl: 3 · 900,00 € · Frist 02.12.2026": what the decision rests on. */
  readonly line?: string | undefined;
  /** Only where one press is enough; everything else needs the whole card. */
  readonly yes?: string | undefined;
  readonly take: boolean;
  readonly answer: boolean;
  readonly note: string;
};

const mostChanges = 3;
const mostFacts = 3;

export function briefReply(
  request: Request,
  viewer: Addressee,
  context: Context,
  { remark, typed, can }: Showing,
): Reply {
  const { language } = viewer;
  const { directory } = context;
  const type = context.types.find(({ id }) => id === request.type);
  const step = stepOf(request, request.open?.step);
  const decides = can('approve');
  const acts = decides || can('opinion') || can('finish');
  const known = changedFor(request, viewer.id, context);
  const changes = known ? changeLines(known.fields, request.fields, type, directory, language) : [];
  // A yes belongs beside all that has changed: where there is no room for it, the whole card has the button.
  const isAllShown = changes.length <= mostChanges;
  const t = wordsIn(language);
  const decisive = decisiveFacts(request, type, directory, language).map(
    ({ title, value }) => `${title.replace(/\?$/, '')}: ${shortened(value, 30)}`,
  );
  const due =
    request.open && acts
      ? [t(`Frist ${dayIn('de', request.open.dueDay)}`, `due ${dayIn('en', request.open.dueDay)}`)]
      : [];
  const view: BriefView = {
    roles: [],
    id: request.id,
    revision: revisionOf(request),
    subtitle: `${request.id} · ${directory.unitLabel(request.unit, language)}`,
    title: shortened(request.title, 60),
    state: stateOf(request)[language],
    tone: stateTones[request.state],
    happened: remark === undefined ? undefined : shortened(remark, 220),
    question: request.question && can('answer') ? questionText(request.question, language) : undefined,
    changes: shownChanges(changes, language),
    line: acts ? [...decisive.slice(0, mostFacts), ...due].join(' · ') || undefined : undefined,
    yes:
      // Whoever had said no is not offered the opposite alone: whether it stays is said on the whole card.
      decides && isAllShown && known?.vote?.say !== 'no' && !grantsMoney(step) && !step?.enteredBy
        ? decisionWords(step?.duty, known?.vote?.say, language).yes
        : undefined,
    take: can('take'),
    answer: can('answer'),
    note: typed ?? '',
  };
  return {
    card: 'requests/brief',
    data: view,
    summary: `${request.id} ${request.title}: ${view.state}`,
    language,
    about: { kind: briefCase, id: request.id },
  };
}

const shownChanges = (changes: readonly string[], language: Language): readonly string[] => {
  const left = changes.length - mostChanges;
  return left > 0
    ? [...changes.slice(0, mostChanges), wordsIn(language)(`und ${left} weitere`, `and ${left} more`)]
    : changes;
};

const questionText = (
  { byName, text }: { readonly byName: string; readonly text: string },
  language: Language,
) => `${byName}: ${quoted(shortened(text, 200), language)}`;
