import { z } from 'zod';
import { actsOf } from '../../../case/case-type.ts';
import { changed, type Decision, deciding, quietly } from '../../../case/decision.ts';
import type { Party } from '../../../core/party.ts';
import type { Context } from '../context.ts';
import { type Idea, isOver } from '../model.ts';
import { ownSupport } from '../refusals.ts';

/*
 * Wanting an idea, too. It is no step of the idea: it is counted when somebody looks, and nothing of it goes into the
 * history, so that who supports what is forgotten when it is taken back. Two acts, so that a click that arrives twice
 * counts once.
 */

const act = actsOf<Idea, Context>();

export const support = act({
  kind: 'support',
  title: { de: 'Unterstützen', en: 'Support' },
  input: z.object({}),
  buttons: { 'ideas.support': {} },
  typed: [{ de: 'unterstützen|unterstuetzen|unterstütze(?: ich)?|ich unterstütze', en: 'support' }],
  // The card that everybody may read tells how many support the idea, and never who.
  anywhere: true,
  probe: () => ({}),
  decide: (idea, _input, by) =>
    isOver(idea) || isSupported(idea, by)
      ? undefined
      : withSupporters(idea, [...idea.supporters, { id: by.id, name: by.name }]),
});

export const unsupport = act({
  kind: 'unsupport',
  title: { de: 'Nicht mehr unterstützen', en: 'No longer support' },
  input: z.object({}),
  buttons: { 'ideas.unsupport': {} },
  typed: [
    {
      de: 'nicht mehr unterstützen|nicht unterstützen|unterstützung zurückziehen',
      en: 'unsupport|no longer support',
    },
  ],
  probe: () => ({}),
  decide: (idea, _input, by) =>
    !isOver(idea) && isSupported(idea, by)
      ? withSupporters(
          idea,
          idea.supporters.filter(({ id }) => id !== by.id),
        )
      : undefined,
});

/** @throws {Refusal} when it is one's own idea */
function isSupported({ submittedBy, supporters }: Idea, by: Party): boolean {
  if (submittedBy === by.id) throw ownSupport();
  return supporters.some(({ id }) => id === by.id);
}

const withSupporters = (idea: Idea, supporters: Idea['supporters']): Decision<Idea> =>
  quietly(changed(deciding(idea), { supporters }));
