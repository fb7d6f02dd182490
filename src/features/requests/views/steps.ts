import { dayIn, dayOf } from '../../../core/day.ts';
import { type Language, nameWithMark, quoted, shortened, wordsIn } from '../../../core/text.ts';
import { askedAt, signedBeside, votesNeeded } from '../actors.ts';
import { earlierVote } from '../decided.ts';
import { historyText, named, stepTitle } from '../labels.ts';
import {
  lastSettled,
  partAt,
  type Request,
  type SettledStep,
  type Surroundings,
  type Vote,
} from '../model.ts';
import { seenFrom } from '../parts.ts';
import { applies, isSettled, stepOf } from '../route.ts';
import { isDecision, type Step } from '../types/model.ts';

/** One line of the progress strip. */
export type StepView = {
  /** Of the step. */
  readonly id: string;
  /** ✓ behind, ● now, ○ ahead, ✕ refused: tells without colour. */
  readonly mark: string;
  /** "10.50 · Entscheidung" */
  readonly title: string;
  /** Who and when, or why it lies ahead. */
  readonly text: string;
  readonly current: boolean;
};

/** The way of a request: what is behind it, where it stands, what lies ahead. Steps that do not apply are left out. */
export function stepViews(request: Request, language: Language, context: Surroundings): readonly StepView[] {
  return request.route
    .filter((step) => applies(step, request) || partAt(request, step.id) || isSettled(step, request))
    .flatMap((step) => {
      const part = partAt(request, step.id);
      const seen = (part && seenFrom(request, part.visit)) ?? request;
      return stepView(step, seen, language, context) ?? [];
    });
}

/** Where it stands, in one line: the step that it waits at, how many of its parts, else the last that was left. */
export function nowOf(steps: readonly StepView[], request: Request, language: Language): string | undefined {
  const open = steps.filter(({ current }) => current);
  const group = stepOf(request, request.open?.step)?.group;
  const done =
    group === undefined
      ? 0
      : request.route.filter((step) => step.group === group && isSettled(step, request)).length;
  if (done + open.length > 1) {
    const names = open.map(({ id, title }) => stepOf(request, id)?.name?.[language] ?? title).join(', ');
    return wordsIn(language)(
      `${done} von ${done + open.length} Teilen erledigt, offen: ${names}`,
      `${done} of ${done + open.length} parts done, open: ${names}`,
    );
  }
  const step = open[0] ?? (request.closedAt ? steps.at(-1) : undefined);
  return step && `${step.title}: ${step.text}`;
}

function stepView(
  step: Step,
  request: Request,
  language: Language,
  context: Surroundings,
): StepView | undefined {
  const title = stepTitle(step, context, language);
  const t = wordsIn(language);
  if (request.open?.step === step.id) {
    const text =
      request.state === 'returned' ? waitsForAnswer[language] : waits(request, step, language, context);
    return { id: step.id, mark: '●', title, text, current: true };
  }
  // A tick stands only beside what was seen: a step that a change has opened again is ahead once more.
  const left = lastSettled(request.settled, step.id);
  const isAgain = left?.outcome === 'reopened';
  const last = isAgain ? undefined : left;
  if (last) {
    const text = settledText(last, step, request, language, context);
    return { id: step.id, mark: marks[last.outcome], title, text, current: false };
  }
  // What was ahead of a request that has come to its end never happened.
  if (request.closedAt) return undefined;
  const before = isAgain ? earlierVote(request, step.id) : undefined;
  if (!before)
    return {
      id: step.id,
      mark: '○',
      title,
      text: `${t('offen', 'still to come')}, ${step.because[language]}`,
      current: false,
    };
  const day = dayIn(language, dayOf(before.at));
  const text = t(
    `wird wegen der Änderung noch einmal gefragt; vorher am ${day}: ${voteText(before, step, language)}`,
    `is asked again because of the change; earlier on ${day}: ${voteText(before, step, language)}`,
  );
  return { id: step.id, mark: '○', title, text, current: false };
}

const marks: Readonly<Record<SettledStep['outcome'], string>> = {
  agreed: '✓',
  'advised-against': '✕',
  heard: '✓',
  informed: '✓',
  'carried-out': '✓',
  'not-heard': '–',
  reopened: '●',
  refused: '✕',
  prolonged: '✓',
  expired: '–',
  'not-prolonged': '–',
};

/**
 * What others have said before whoever is asked now: the answers that still count, the latest last.
 * @param isOnlyDoubt leaves out those who simply agreed
 */
export function saidBefore(
  request: Request,
  language: Language,
  context: Surroundings,
  isOnlyDoubt = false,
): readonly string[] {
  const lines = request.route.flatMap((step) => {
    const last = lastSettled(request.settled, step.id);
    if (step.id === request.open?.step || !last || last.votes.length === 0 || !isDecision(step)) return [];
    if (last.outcome === 'reopened' || (isOnlyDoubt && !isDoubt(last))) return [];
    const text =
      inTheirWords(last, request, language, context) ??
      `${stepTitle(step, context, language)}: ${settledText(last, step, request, language, context)}`;
    return [`${marks[last.outcome]} ${shortened(text, longestSaid)}`];
  });
  return lines.slice(-mostSaid);
}

/** "IT-Beauftragte Amt 61 hat nicht befürwortet: „…“", where one person spoke for the step. */
function inTheirWords(
  { step, visit, votes }: SettledStep,
  request: Request,
  language: Language,
  context: Surroundings,
): string | undefined {
  const [vote, ...others] = votes;
  const entry = request.history.findLast(
    ({ facts, by, note }) =>
      facts?.step === step && facts.visit === visit && by === vote?.by && note === vote.note,
  );
  return entry && others.length === 0 ? historyText(entry, language, [], named(request, context)) : undefined;
}
const mostSaid = 3;
const longestSaid = 180;

/** Said no, or yes with something to add. */
const isDoubt = ({ outcome, votes }: SettledStep): boolean =>
  outcome === 'advised-against' || votes.some(({ note }) => note);

const waitsForAnswer = {
  de: 'wartet auf die Antwort auf eine Rückfrage',
  en: 'waiting for the answer to a question',
};

function waits(request: Request, step: Step, language: Language, context: Surroundings): string {
  const { open } = request;
  if (!open) return '';
  const t = wordsIn(language);
  const valid = step.renews && request.fields[step.renews.field];
  if (open.restsUntil && typeof valid === 'string')
    return t(
      `gilt bis ${dayIn('de', valid)}, wird ab ${dayIn('de', open.restsUntil)} gefragt`,
      `valid until ${dayIn('en', valid)}, is asked from ${dayIn('en', open.restsUntil)}`,
    );
  const taken = open.takenBy && context.directory.person(open.takenBy)?.name;
  const actors = askedAt(step, request, context, open);
  const voted = new Set(open.votes.map(({ by }) => by));
  const names = actors
    .filter(({ person }) => !voted.has(person.id))
    .map(({ person, onBehalfOf }) =>
      isEntered(step) && onBehalfOf ? person.name : nameWithMark(person.name, onBehalfOf, language),
    );
  const until = dayIn(language, open.dueDay);
  const nobody = t('niemand verfügbar, 10.50 ist informiert', 'nobody available, 10.50 was told');
  const who = taken ?? (names.length > 3 ? `${names.slice(0, 2).join(', ')} …` : names.join(', ') || nobody);
  const needed = votesNeeded(step, new Set([...voted, ...actors.map(({ person }) => person.id)]).size);
  const said = open.votes.length > 0 ? `${tally(open.votes, step, language)} · ` : '';
  const majority = step.votes === 'any' ? '' : t(` · nötig: ${needed} Ja`, ` · needed: ${needed} yes`);
  if (isEntered(step) && actors.some(({ onBehalfOf }) => onBehalfOf))
    return t(
      `${who} ${names.length > 1 ? 'tragen' : 'trägt'} ein, Frist ${until}`,
      `${who} ${names.length > 1 ? 'enter' : 'enters'} it, due ${until}`,
    );
  return t(
    `${said}liegt bei ${who}, Frist ${until}${majority}`,
    `${said}with ${who}, due ${until}${majority}`,
  );
}

const hasPeople = (partner: string, { partners }: Surroundings): boolean =>
  (partners?.find(({ id }) => id === partner)?.people?.length ?? 0) > 0;

function settledText(
  step: SettledStep,
  of: Step,
  request: Request,
  language: Language,
  context: Surroundings,
): string {
  const { votes, at, outcome, needed } = step;
  const t = wordsIn(language);
  const day = dayIn(language, dayOf(at));
  if (outcome === 'informed' && of.partner && !hasPeople(of.partner, context))
    return t(`10.50 gibt es weiter · ${day}`, `10.50 passes it on · ${day}`);
  if (outcome === 'expired') return t(`beendet am ${day}`, `ended on ${day}`);
  if (outcome === 'not-prolonged') return t(`nicht verlängert bis ${day}`, `not prolonged until ${day}`);
  if (outcome === 'not-heard' && votes.length === 0)
    return t(`keine Äußerung bis ${day}`, `no word until ${day}`);
  const over = votes.find(({ isOverride }) => isOverride) ?? overrideOf(step, request);
  if (over) return `${overrideText(over, language)} · ${day}`;
  const words =
    needed === undefined
      ? votes.map((vote) => voteText(vote, of, language)).join('; ')
      : tally(votes, of, language);
  const advice = outcome === 'advised-against' ? `${t('nicht befürwortet', 'not recommended')}: ` : '';
  const [yes, no] = [counted(votes, 'yes'), counted(votes, 'no')];
  const missed =
    needed !== undefined && outcome === 'refused'
      ? yes === no
        ? t(', Stimmengleichheit: keine Mehrheit', ', a tie: no majority')
        : t(`, keine Mehrheit (nötig: ${needed} Ja)`, `, no majority (needed: ${needed} yes)`)
      : '';
  const who = `${advice}${words}${missed}${sameHand(of, votes, request, language)}`;
  return who ? `${who} · ${day}` : day;
}

/** One person at two steps is shown as what it is. */
function sameHand(step: Step, votes: readonly Vote[], request: Request, language: Language): string {
  if (!isDecision(step) || isEntered(step)) return '';
  const at = request.route.findIndex(({ id }) => id === step.id);
  const earlier = signedBeside(step, { ...request, route: request.route.slice(0, at) });
  return votes.some(({ by }) => earlier.some((vote) => vote.by === by))
    ? wordsIn(language)(
        ' (dieselbe Person wie bei einem Schritt davor)',
        ' (the same person as at an earlier step)',
      )
    : '';
}

/** Overrides of before stood only in the history. */
function overrideOf(
  { visit, votes }: SettledStep,
  { history }: Request,
): Pick<Vote, 'byName' | 'note'> | undefined {
  if (votes.length > 0) return undefined;
  return history.find(({ act, facts }) => act.startsWith('override-') && facts?.visit === visit);
}

function overrideText({ byName, note = '' }: Pick<Vote, 'byName' | 'note'>, language: Language): string {
  const why = quoted(shortened(note, 200), language);
  return wordsIn(language)(`übergangen von ${byName}: ${why}`, `overridden by ${byName}: ${why}`);
}

const counted = (votes: readonly Vote[], say: Vote['say']): number =>
  votes.filter((vote) => vote.say === say).length;

/** "1 Ja (Vorsitz), 1 Nein (Beirat: „zu teuer“)": who voted how. */
function tally(votes: readonly Vote[], step: Step, language: Language): string {
  const t = wordsIn(language);
  const part = (say: Vote['say'], word: string) => {
    const cast = votes.filter((vote) => vote.say === say);
    return cast.length > 0
      ? [`${cast.length} ${word} (${cast.map((one) => voteText(one, step, language)).join('; ')})`]
      : [];
  };
  return [...part('yes', t('Ja', 'yes')), ...part('no', t('Nein', 'no'))].join(', ');
}

const isEntered = ({ partner, enteredBy }: Step): boolean => (partner ?? enteredBy) !== undefined;

function voteText({ byName, onBehalfOf, note, resolvedOn }: Vote, step: Step, language: Language): string {
  const resolved = resolvedOn
    ? wordsIn(language)(`, Sitzung vom ${dayIn('de', resolvedOn)}`, `, meeting of ${dayIn('en', resolvedOn)}`)
    : '';
  // The title of the step names the body already.
  const who =
    isEntered(step) && onBehalfOf
      ? wordsIn(language)(`eingetragen von ${byName}`, `entered by ${byName}`)
      : nameWithMark(byName, onBehalfOf, language);
  const name = `${who}${resolved}`;
  return note ? `${name}: ${quoted(shortened(note, 120), language)}` : name;
}
