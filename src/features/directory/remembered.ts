import type { Understanding } from '../../language/understand.ts';
import type { Finding } from './finding.ts';
import type { Before } from './follow-up.ts';
import { topicOf } from './subject.ts';
import type { AnswerRef } from './views.ts';

/**
 * What the next turn may go on from: the role that was named last, of choices the likeliest, of a list its role; and what
 * it was about, in words of the vocabulary. `undefined` when nothing was named: then what was before stays.
 */
export function rememberedOf(
  found: Finding,
  understood: Understanding,
  before: Before | undefined,
): Before | undefined {
  const ref = refOf(found);
  if (!ref) return undefined;
  // What goes on from an answer keeps its topic: who pays for a notebook is still about the notebook.
  const isOn = found.kind === 'answer' && found.on !== undefined;
  const wish = found.kind === 'answer' ? (found.wish ?? (isOn ? before?.wish : undefined)) : undefined;
  return {
    ...topicOf(understood, isOn ? before : {}),
    ref,
    ...(wish ? { wish } : {}),
  };
}

function refOf(found: Finding): AnswerRef | undefined {
  if (found.kind === 'answer' || found.kind === 'choices') return found.refs[0];
  if (found.kind === 'list' && (found.list.of === 'head' || found.list.of === 'holders'))
    return { role: found.list.role, ...(found.list.of === 'head' ? { unit: found.list.unit } : {}) };
  return undefined;
}
