import { amountsIn } from '../../language/entities/amounts.ts';
import type { GoingOn } from '../../language/going-on.ts';
import type { Before, Seen, Turning } from './follow-up.ts';
import type { Directory } from './model.ts';
import { hasSubject } from './subject.ts';
import type { AnswerRef } from './views.ts';

/** "und ab 25.000 Euro?", "und wenn es teurer wird?": who decides then, which the way of a request says. */
export function asksFromAmount(
  { text, understood }: Pick<Turning, 'text' | 'understood'>,
  { side, isForeign }: Pick<GoingOn, 'side' | 'isForeign'>,
): boolean {
  if (isForeign || understood.reading.tokens.length > longestAsking || isWishOfItsOwn(understood))
    return false;
  if (side === 'pays' && /(?<!\p{L})(?:be)?zahl|pay|topf/iu.test(text)) return false;
  const isSum = amountsIn(text).length > 0 || bareSum.test(text);
  return (isSum && ofAmount.test(text)) || dearer.test(text) || fromWhichSum.test(text);
}

/** "Wir brauchen zwei Monitore für 300 Euro": what the money is for is wished for anew, and the amount belongs to it. */
function isWishOfItsOwn({ reading, judgement }: Turning['understood']): boolean {
  const alone = judgement?.asNew ?? judgement;
  const [first] = alone?.meanings ?? [];
  return (
    hasSubject(reading) && first?.label.startsWith('wish:') === true && (alone?.confidence ?? 0) >= sureOfWish
  );
}
const sureOfWish = 0.7;

const ofAmount =
  /(?<!\p{L})(?:wenn|falls|ab|bei|kostet|kosten|koste|preis|costs?|price|über|ueber|oberhalb|unter|bis|mehr als|weniger als|und|sind|if|above|over|under|below|at|more than|less than|what about|from)(?!\p{L})/iu;
/** "30.000", "fünfundzwanzigtausend": money without its currency, but no year. */
const bareSum =
  /(?<![\p{L}\d.,])(?:\d{1,3}(?:[. ]\d{3})+|[1-9]\d{4,6})(?![\d\p{L}])|\p{L}{3,}tausend(?!\p{L})|thousand/iu;
const dearer =
  /(?<!\p{L})(?:wenn|falls|if|und|and)(?!\p{L}).*(?<!\p{L})(?:teurer|mehr kostet|billiger|größere[rn]? (?:betrag|summe)|more expensive|costs? more|dearer)(?!\p{L})/iu;
/** "Ab welchem Betrag entscheidet der Stadtvorstand?" */
const fromWhichSum =
  /(?<!\p{L})(?:(?:ab|bis zu|von|über|ueber) (?:welche[mnr]?|was für einer) (?:betrag|summe|wert|höhe|preis)|(?:wert|betrags|bagatell)grenze|(?:from|above|up to) (?:what|which) (?:amount|sum|price|value)|threshold)(?!\p{L})/iu;
const longestAsking = 12;

/** "und über 25.000?" where nothing was answered before: an amount and nothing that it is spent on. */
export const asksFromAmountAlone = (asked: Pick<Turning, 'text' | 'understood'>): boolean =>
  asked.understood.reading.tokens.length <= fewWords &&
  !hasSubject(asked.understood.reading) &&
  asksFromAmount(asked, { side: undefined, isForeign: false });
const fewWords = 6;

/** "und für 30 Stück?", "zwei davon bitte": more of what the form before was about. */
export const asksForMore = ({
  text,
  understood: { reading },
}: Pick<Turning, 'text' | 'understood'>): boolean =>
  reading.tokens.length <= fewWords && !hasSubject(reading) && countOfIt.test(text);
const countOfIt =
  /(?<![\p{L}\d.,])(?:\d{1,3}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|dreißig|two|three|four|five|six|ten|twenty|thirty) (?:stück|stk|mal|davon|of (?:them|those|it)|pieces)(?!\p{L})|(?<!\p{L})davon (?:\d{1,3}|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|zwanzig|mehrere|ein paar)(?!\p{L})/iu;

/** Who decides about what was wished for; small things decide themselves. */
export function whoDecides({ ref, wish }: Before, directory: Directory): Seen | undefined {
  const task = tasksOfDeciding[wish ?? requestOf(ref, directory) ?? ''];
  const role = directory.roles.find(({ id }) => id === 'strategisches-it-management');
  if (task === undefined || !role) return undefined;
  const known = role.tasks.some(({ id }) => id === task);
  return { kind: 'seen', side: 'decides', ref: { role: role.id, ...(known ? { task } : {}) } };
}

/** 10.50 decides about these; the task that says so, where one does. */
const tasksOfDeciding: Readonly<Record<string, string>> = {
  workplace: 'workplaces',
  'people-change': 'workplaces',
  procurement: '',
  programming: '',
  'specialist-application': 'specialist-applications',
  project: 'it-projects',
};

/** The request that usually follows the task of an answer. */
export const requestOf = ({ role, task }: AnswerRef, { roles }: Directory): string | undefined =>
  roles.find(({ id }) => id === role)?.tasks.find(({ id }) => id === task)?.request;
