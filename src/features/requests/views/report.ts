import { today } from '../../../case/world.ts';
import { momentIn } from '../../../core/day.ts';
import { phoneUrl } from '../../../core/party.ts';
import { type Language, quoted, shortened, wordsIn } from '../../../core/text.ts';
import { roleOf } from '../actors.ts';
import { isEnded, type Request, type Surroundings } from '../model.ts';
import { actsHere, isKeeper } from '../policy.ts';
import { namingOf } from '../reports/naming.ts';
import { stepOf } from '../route.ts';
import type { Step } from '../types/model.ts';
import type { Fact } from './fields.ts';
import type { Can } from './offered.ts';

/** What a report says besides what every request does. */
export type ReportView = {
  readonly facts: readonly Fact[];
  /** "Bei mir nicht behoben", where that can still be said. */
  readonly still?: string | undefined;
  /** Whom to call, where all stands still. */
  readonly call?: Call | undefined;
  /** What was written to everybody whom it concerns, the newest first. */
  readonly notes: readonly string[];
  /** A note that was not sent, and what is wrong with it. */
  readonly unsent: string;
  readonly unsentError?: string | undefined;
};

export type Call = { readonly text: string; readonly button: string; readonly url: string };

const mostNotes = 3;
const mostNames = 5;

export function reportView(
  request: Request,
  viewer: string,
  world: Surroundings,
  typed: {
    readonly can: Can;
    readonly fields?: Readonly<Record<string, string>> | undefined;
    readonly refused?: string | undefined;
    readonly remark?: string | undefined;
  },
  language: Language,
): ReportView | undefined {
  if (!request.report) return undefined;
  const isNoteMissing = typed.refused === 'note-missing';
  return {
    facts: [...priorityOf(request, language), ...affected(request, viewer, world, language)],
    still: typed.can.reopen ? stillThere(request, language) : undefined,
    call: request.requester.id === viewer ? callAt(request, world, language) : undefined,
    notes: notesOf(request, language),
    unsent: typed.can.tell ? (typed.fields?.hint ?? '') : '',
    unsentError: isNoteMissing ? typed.remark : undefined,
  };
}

/** What whoever it concerns says when it is not done for them. */
export function stillThere(request: Request, language: Language): string {
  const { done } = namingOf(request);
  return request.state === 'withdrawn'
    ? wordsIn(language)('Besteht bei mir noch', 'Still there for me')
    : wordsIn(language)(`Bei mir nicht ${done.de}`, `Not ${done.en} for me`);
}

export const notesOf = ({ notes = [] }: Pick<Request, 'notes'>, language: Language): readonly string[] =>
  notes
    .slice(-mostNotes)
    .reverse()
    .map(
      ({ byName, text, at }) =>
        `${momentIn(language, at)}, ${byName}: ${quoted(shortened(text, 400), language)}`,
    );

const priorityOf = ({ priority }: Request, language: Language): readonly Fact[] =>
  priority ? [{ title: wordsIn(language)('Dringlichkeit', 'Priority'), value: priority.name[language] }] : [];

/** Who they are is for whoever works on it, so that they can be called; whoever reported it reads how many. */
function affected(
  request: Request,
  viewer: string,
  world: Surroundings,
  language: Language,
): readonly Fact[] {
  const { joined = [], requester } = request;
  if (joined.length === 0) return [];
  const t = wordsIn(language);
  const title = t('Auch betroffen', 'Also affected');
  const seesNames = requester.id !== viewer && (isKeeper(viewer, world) || actsHere(request, viewer, world));
  if (!seesNames) return [{ title, value: t(`${joined.length} weitere`, `${joined.length} more`) }];
  const left = joined.length - mostNames;
  const names = joined.slice(-mostNames).map(({ byName }) => byName);
  return [
    { title, value: `${names.join(', ')}${left > 0 ? t(` und ${left} weitere`, ` and ${left} more`) : ''}` },
  ];
}

/** The number of whoever holds the role where it waits, of those who are there. */
export function callAt(
  request: Pick<Request, 'priority' | 'state' | 'route' | 'open'>,
  world: Surroundings,
  language: Language,
): Call | undefined {
  const step = stepOf(request, request.open?.step);
  return request.priority?.alarm && step && !isEnded(request) ? callFor(step, world, language) : undefined;
}

export function callFor(step: Step, world: Surroundings, language: Language): Call | undefined {
  const seats = step.of === 'administration' ? world.directory.seats(roleOf(step), {}, today(world)) : [];
  const reachable = seats.filter(({ person }) => person.phone);
  const { person } = reachable.find(({ absentUntil }) => !absentUntil) ?? reachable[0] ?? {};
  const url = person && phoneUrl(person);
  if (!person?.phone || !url) return undefined;
  const t = wordsIn(language);
  return {
    text: t(
      `Bitte rufen Sie auch an: ${person.name}, ${person.phone}.`,
      `Please call as well: ${person.name}, ${person.phone}.`,
    ),
    button: t('Anrufen', 'Call'),
    url,
  };
}
