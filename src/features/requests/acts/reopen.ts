import { z } from 'zod';
import { changed, deciding, recorded, without } from '../../../case/decision.ts';
import { advanced, reported } from '../flow.ts';
import { isEnded, lastSettled } from '../model.ts';
import { actedBy } from '../policy.ts';
import { endIsFinal, notConcerned } from '../refusals.ts';
import { concernedBy, mayReopen } from '../reports/joining.ts';
import { readAnew } from '../reports/reading.ts';
import { requestAct, text } from './act.ts';

/** For somebody whom it concerns it is not done: whoever works on such reports has it again. */
export const reopen = requestAct(
  {
    kind: 'reopen',
    title: { de: 'Bei mir nicht behoben', en: 'Not fixed for me' },
    input: z.object({ note: text }),
    buttons: { 'requests.reopen': {} },
    typed: [
      {
        de: '(?:bei mir )?(?:noch )?nicht (?:behoben|erledigt|gelöst)|geht (?:immer )?noch nicht',
        en: '(?:still )?not (?:fixed|solved|settled|done)(?: for me)?',
        rest: 'note',
      },
    ],
    asks: true,
    probe: () => ({ note: '' }),
    wordsOf: ({ note }) => note,
    says: () => ({
      de: 'Danke. Wer dafür zuständig ist, kümmert sich noch einmal darum.',
      en: 'Thank you. Whoever is responsible will see to it again.',
    }),
    decide(request, { note: said }, by, context) {
      if (!isEnded(request)) return undefined;
      if (!concernedBy(request).includes(by.id)) throw notConcerned();
      if (!mayReopen(request, context.now)) throw endIsFinal();
      const last = request.settled.at(-1);
      const note = said.trim();
      const again = recorded(without(deciding(request), 'closedAt'), {
        ...actedBy(by),
        act: 'still-there',
        ...(note ? { note } : {}),
        facts: { visit: last?.visit ?? 0 },
      });
      // What was reported as done stays in the record; the step is there once more, with nobody's word.
      const open =
        last && lastSettled(request.settled, last.step)?.outcome !== 'reopened'
          ? changed(again, {
              settled: [
                ...request.settled,
                { step: last.step, visit: last.visit, outcome: 'reopened', at: context.now, votes: [] },
              ],
            })
          : again;
      return advanced(reported(readAnew(open, context), by.id), context);
    },
  },
  { afterEnd: true },
);
