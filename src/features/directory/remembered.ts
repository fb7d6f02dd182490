import type { Understanding } from '../../language/understand.ts';
import type { Finding } from './finding.ts';
import type { Before, Offered } from './follow-up.ts';
import { offerFor } from './own-matters.ts';
import { topicOf } from './subject.ts';
import type { AnswerRef } from './views.ts';

/**
 * What the next turn may go on from: the role that was named last, of choices the likeliest, of a list its role; what it was
 * about, in words of the vocabulary; what was offered; and the answer before that, one step back. Where nothing was named
 * what was before stays.
 */
export function rememberedOf(
  found: Finding,
  understood: Understanding,
  before: Before | undefined,
): Before | undefined {
  const ref = refOf(found);
  if (!ref) return before && { ...before, isInterrupted: true };
  // What goes on from an answer keeps its topic: who pays for a notebook is still about the notebook.
  const isOn = found.kind === 'answer' && found.on !== undefined;
  const wish = found.kind === 'answer' ? (found.wish ?? (isOn ? before?.wish : undefined)) : undefined;
  const offered = offeredBy(found, understood) ?? (isOn ? before?.offered : undefined);
  const earlier = isOn ? before?.earlier : before && oneStep(before);
  return {
    ...topicOf(understood, isOn ? before : {}),
    ref,
    ...(wish ? { wish } : {}),
    ...(offered ? { offered } : {}),
    ...(found.kind === 'choices' ? { isOpen: true } : {}),
    ...(earlier ? { earlier } : {}),
  };
}

/** Nobody goes back further than one step. */
const oneStep = ({ earlier: _, isInterrupted: __, ...before }: Before): Before => before;

function offeredBy(found: Finding, understood: Understanding): readonly Offered[] | undefined {
  if (found.kind === 'choices') {
    const labels = found.others.filter((label) => !label.startsWith('own:') || offerFor[label]);
    const [forms, others] = [labels.filter(isForm), labels.filter((label) => !isForm(label))];
    // As the card shows them: what can be done at once, who is in charge, anything else.
    return [...forms.map(asLabel), ...found.refs.map((ref) => ({ ref })), ...others.map(asLabel)];
  }
  if (found.kind !== 'answer') return undefined;
  // "Macht das das KGRZ oder 10.50?": both were named, in this order, and one is the answer.
  const named = rolesNamed(understood);
  if (named.length > 1)
    return named.map((role) => ({ ref: found.refs.find((ref) => ref.role === role) ?? { role } }));
  return found.refs.length > 1 ? found.refs.map((ref) => ({ ref })) : undefined;
}

const rolesNamed = ({ reading: { hits } }: Understanding): readonly string[] => {
  const named = hits.filter(({ concept }) => concept.id.startsWith('r:')).toSorted((a, b) => a.from - b.from);
  return [...new Set(named.map(({ concept }) => concept.id.slice('r:'.length)))];
};

const isForm = (label: string): boolean => label.startsWith('wish:');
const asLabel = (label: string): Offered => ({ label });

function refOf(found: Finding): AnswerRef | undefined {
  if (found.kind === 'answer' || found.kind === 'choices') return found.refs[0];
  if (found.kind === 'list' && (found.list.of === 'head' || found.list.of === 'holders'))
    return { role: found.list.role, ...(found.list.of === 'head' ? { unit: found.list.unit } : {}) };
  return undefined;
}
