import type { Side } from '../../language/learned/labels.ts';
import type { Understanding } from '../../language/understand.ts';
import type { Directory } from './model.ts';
import { isOfUnits } from './placing.ts';
import { hasAct, hasSubject } from './subject.ts';
import type { AnswerRef } from './views.ts';

/* Whether a turn after an answer names another role, or only a place that has the same name. */

/** A role that is named, and where. */
export function roleNamed({ reading: { hits } }: Understanding, { roles }: Directory) {
  const hit = hits.find(({ concept }) => concept.id.startsWith('r:'));
  const id = hit?.concept.id.slice('r:'.length);
  const role = roles.find((known) => known.id === id);
  return hit && role ? { id: role.id, at: hit } : undefined;
}

/** "und der Beirat?": a role that the concepts are sure of, in hardly more words than its name. */
export function roleMeant({ reading, band, candidates }: Understanding, side: Side | undefined) {
  const [best] = candidates;
  const [at] = best?.because ?? [];
  const isNamed = side === 'other' || side === 'correct' || side === 'tasks';
  if (!isNamed || band !== 'sure' || !best || !at || reading.tokens.length > mostOfName || hasAct(reading))
    return undefined;
  return isName(best.because, reading) ? { id: best.role, at } : undefined;
}

const mostOfName = 5;
/** A name is no thing of the vocabulary. */
const isName = (because: Understanding['reading']['hits'], reading: Understanding['reading']): boolean =>
  because.length > 0 && !hasSubject(reading);

/** "Amt 80" is a name of the Digitallotse, but only a place when it was asked about a role that every unit has. */
export const isUnitName = (
  at: { readonly from: number; readonly to: number },
  { reading }: Understanding,
  ref: AnswerRef,
  directory: Directory,
): boolean =>
  isOfUnits(ref.role, directory) &&
  !isAskedAbout.test(
    reading.tokens
      .slice(0, at.from)
      .map(({ key }) => key)
      .join(' '),
  ) &&
  reading.hits.some(
    ({ concept, from, to }) => concept.id.startsWith('unit:') && from <= at.to && at.from <= to,
  );

/** "und was macht das …", "who heads …": what follows is no place, but whom the question is about. */
const isAskedAbout =
  /(?:^| )(?:was (?:macht|machen|tut)(?: eigentlich| denn)?|wer (?:leitet|fuhrt|steuert)|(?:what|who) (?:does|is|leads|heads|runs)|wer oder was ist|was ist)(?: (?:das|der|die|den|the))?$/;

/** A role that is named makes a new question. */
export const namesRole = (understood: Understanding, before: AnswerRef, directory: Directory): boolean => {
  const role = roleNamed(understood, directory);
  return role !== undefined && !isUnitName(role.at, understood, before, directory);
};
