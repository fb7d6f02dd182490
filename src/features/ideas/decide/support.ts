import type { Party } from '../../../core/party.ts';
import type { Idea } from '../idea.ts';
import type { ActOf } from './act.ts';
import { ownSupport } from './refusals.ts';

/**
 * Wants the idea too, or no longer. The act says which, so that a click that arrives twice counts once. Nothing of it
 * goes into the history: who supports what is forgotten when it is taken back.
 */
export function support(idea: Idea, { on }: ActOf<'support'>, by: Party): Idea | undefined {
  if (idea.submittedBy === by.id) throw ownSupport();
  const known = idea.supporters.some(({ id }) => id === by.id);
  if (known === on) return undefined;
  const others = idea.supporters.filter(({ id }) => id !== by.id);
  return { ...idea, supporters: on ? [...others, { id: by.id, name: by.name }] : others };
}
