import type { HistoryEntry } from '../../core/history.ts';
import { quoted, shortened, type Text } from '../../core/text.ts';
import { lastSettled, type Request } from './model.ts';

/* What was said before whoever is asked now, as far as a notice to them says it. */

/** Whether somebody has said that what was reported as done is not; a change asks again, too, and says no such thing. */
export const isReopened = ({ report, open, settled, history }: Request): boolean =>
  report !== undefined &&
  lastSettled(settled, open?.step ?? '')?.outcome === 'reopened' &&
  history.findLast(({ act }) => asksAgain.has(act))?.act === 'still-there';
const asksAgain: ReadonlySet<string> = new Set(['still-there', 'answered', 'unasked', 'changed']);

/** What has brought the open step back to whoever has it: an answer, or a change. */
export const cameBack = ({ settled, open, history }: Request): HistoryEntry | undefined =>
  lastSettled(settled, open?.step ?? '')?.outcome === 'reopened'
    ? history.findLast(({ act }) => asksAgain.has(act))
    : undefined;

/** The answer goes first: it is what has been waited for. */
export const withAnswer = (text: Text, back: HistoryEntry | undefined): Text => {
  if (back?.act !== 'answered' || !back.note) return text;
  const said = shortened(back.note, longestAnswer);
  return {
    de: `${back.byName}: ${quoted(said, 'de')} ${text.de}`,
    en: `${back.byName}: ${quoted(said, 'en')} ${text.en}`,
  };
};
const longestAnswer = 120;

/** Whoever decides learns at once that somebody before them was against it, and why. */
export const withDoubt = (text: Text, { route, settled }: Request): Text => {
  const doubt = route
    .map(({ id }) => lastSettled(settled, id))
    .findLast((last) => last?.outcome === 'advised-against')
    ?.votes.findLast(({ say }) => say === 'no');
  if (!doubt) return text;
  const why = shortened(doubt.note ?? '', longestAnswer);
  return {
    de: `${doubt.byName} hat nicht befürwortet: ${quoted(why, 'de')} ${text.de}`,
    en: `${doubt.byName} did not recommend it: ${quoted(why, 'en')} ${text.en}`,
  };
};
