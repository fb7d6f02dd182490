import { z } from 'zod';
import { changed, deciding, notified, recorded } from '../../../case/decision.ts';
import { askedOf, officeOf } from '../policy.ts';
import { notWithBeirat, onlySubmitter } from '../refusals.ts';
import { actedBy, ideaAct, news } from './steps.ts';

/**
 * Whoever had the idea says whether they would present it to the Beirat: nobody is named on an agenda without having been
 * asked. It counts from the invitation on, too, but what stands on an agenda then is changed by its office.
 */
export const present = ideaAct({
  kind: 'present',
  title: { de: 'Im Beirat selbst vorstellen', en: 'Present it to the board' },
  input: z.object({ presents: z.boolean().catch(true) }),
  buttons: { 'ideas.present': { presents: true }, 'ideas.present-not': { presents: false } },
  typed: [
    { de: 'nicht (?:selbst )?(?:vorstellen|vortragen)', en: 'do not present', means: { presents: false } },
    { de: 'selbst (?:vorstellen|vortragen)|vorstellen|vortragen', en: 'present', means: { presents: true } },
  ],
  probe: ({ presents }) => ({ presents: presents !== true }),
  decide(idea, { presents }, by, context) {
    if (by.id !== idea.submittedBy) throw onlySubmitter(idea.submitter.name);
    if (idea.state !== 'on-agenda' || (idea.place && idea.place.state !== 'invited')) throw notWithBeirat();
    if (idea.presents === presents) return undefined;
    const said = recorded(changed(deciding(idea), { presents }), {
      ...actedBy(by),
      act: presents ? 'will-present' : 'will-not-present',
    });
    return notified(
      said,
      askedOf(officeOf(idea, context)).filter((party) => party !== by.id),
      news,
    );
  },
});
