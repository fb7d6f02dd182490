import { z } from 'zod';
import { deciding, recorded } from '../../../case/decision.ts';
import { ended, notified, settled } from '../flow.ts';
import { asksFor, isCarriedOut, openParts } from '../model.ts';
import { atEach } from '../parts.ts';
import { actedBy } from '../policy.ts';
import { inEffect, inWork, onlyRequester, partDone } from '../refusals.ts';
import { isSetUp } from '../route.ts';
import { requestAct, text } from './act.ts';

/**
 * The requester takes it back, or the colleague whom it was entered for objects to it, as long as nobody works on it,
 * whatever has become of it since the card was drawn.
 */
export const withdraw = requestAct({
  kind: 'withdraw',
  title: { de: 'Zurückziehen', en: 'Withdraw' },
  input: z.object({ note: text }),
  buttons: { 'requests.withdraw': {} },
  typed: [{ de: 'zurückziehen|zurueckziehen|widersprechen', en: 'withdraw|object', rest: 'note' }],
  probe: () => ({ note: '' }),
  wordsOf: ({ note }) => note,
  decide(request, { note: said }, by, context) {
    if (!asksFor(request, by.id)) throw onlyRequester(request.requester.name);
    const taken = openParts(request).find(({ takenBy }) => takenBy !== undefined)?.takenBy;
    if (taken) throw inWork(context.directory.person(taken)?.name ?? taken);
    if (isCarriedOut(request)) throw isSetUp(request) ? inEffect() : partDone();
    const note = said.trim();
    const facts = request.open ? { step: request.open.step, visit: request.open.visit } : {};
    const back = recorded(deciding(request), {
      ...actedBy(by),
      act: 'withdrawn',
      ...(note ? { note } : {}),
      facts,
    });
    const told = notified(
      back,
      openParts(request).flatMap(({ asked }) => asked),
      'news',
    );
    const left = atEach(told, (here) => settled(here, 'reopened', context));
    return ended(left, 'withdrawn', context);
  },
});
