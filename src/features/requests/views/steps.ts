import type { World } from '../../../case/world.ts';
import { dayIn, dayOf } from '../../../core/day.ts';
import { type Language, nameWithMark, quoted, shortened, wordsIn } from '../../../core/text.ts';
import { askedAt } from '../actors.ts';
import { duties } from '../labels.ts';
import type { Request, SettledStep, Vote } from '../model.ts';
import { applies, isSettled } from '../route.ts';
import type { Step } from '../types/model.ts';

/** One line of the progress strip. */
export type StepView = {
  /** ✓ behind, ● now, ○ ahead, ✕ refused: tells without colour. */
  readonly mark: string;
  /** "Strategisches IT-Management entscheidet" */
  readonly title: string;
  /** Who and when, or why it lies ahead. */
  readonly text: string;
  readonly current: boolean;
};

/** The way of a request: what is behind it, where it stands, what lies ahead. Steps that do not apply are left out. */
export function stepViews(request: Request, language: Language, context: World): readonly StepView[] {
  return request.route
    .filter((step) => applies(step, request) || request.open?.step === step.id || isSettled(step, request))
    .flatMap((step) => stepView(step, request, language, context) ?? []);
}

function stepView(step: Step, request: Request, language: Language, context: World): StepView | undefined {
  const title = `${context.directory.roleShortName(step.role)[language]} · ${duties[step.duty][language]}`;
  const { open } = request;
  if (open?.step === step.id) {
    const text =
      request.state === 'returned' ? waitsForAnswer[language] : waits(request, step, language, context);
    return { mark: '●', title, text, current: true };
  }
  const last = request.settled.filter((one) => one.step === step.id && one.outcome !== 'reopened').at(-1);
  if (last) return { mark: marks[last.outcome], title, text: settledText(last, language), current: false };
  // What was ahead of a request that has come to its end never happened.
  if (request.closedAt) return undefined;
  return { mark: '○', title, text: step.because[language], current: false };
}

const marks: Readonly<Record<SettledStep['outcome'], string>> = {
  agreed: '✓',
  heard: '✓',
  informed: '✓',
  'carried-out': '✓',
  'not-heard': '–',
  reopened: '●',
  refused: '✕',
};

const waitsForAnswer = {
  de: 'wartet auf die Antwort auf eine Rückfrage',
  en: 'waits for the answer to a question',
};

function waits(request: Request, step: Step, language: Language, context: World): string {
  const { open } = request;
  if (!open) return '';
  const taken = open.takenBy && context.directory.person(open.takenBy)?.name;
  const names = askedAt(step, request, context, open).map(({ person }) => person.name);
  const until = dayIn(language, open.dueDay);
  const nobody = wordsIn(language)(
    'niemand verfügbar, 10.50 ist informiert',
    'nobody available, 10.50 was told',
  );
  const who = taken ?? (names.length > 3 ? `${names.slice(0, 2).join(', ')} …` : names.join(', ') || nobody);
  return wordsIn(language)(`jetzt bei: ${who} · bis ${until}`, `now with: ${who} · until ${until}`);
}

function settledText({ votes, at, outcome }: SettledStep, language: Language): string {
  const day = dayIn(language, dayOf(at));
  if (outcome === 'not-heard') return wordsIn(language)(`keine Äußerung bis ${day}`, `no word until ${day}`);
  const who = votes.map((vote) => voteText(vote, language)).join('; ');
  return who ? `${who} · ${day}` : day;
}

function voteText({ byName, onBehalfOf, note }: Vote, language: Language): string {
  const name = nameWithMark(byName, onBehalfOf, language);
  return note ? `${name}: ${quoted(shortened(note, 200), language)}` : name;
}
