import { z } from 'zod';
import { codeOf, correctable, correctionMeant, corrections } from '../correcting.ts';
import type { Going } from '../flow.ts';
import { revisionOf } from '../model.ts';
import { actedBy } from '../policy.ts';
import { notForCorrection, reasonMissing, unknownLevel, waitsForAnswer } from '../refusals.ts';
import { rewritten } from '../rewriting.ts';
import { guarded, requestAct, requireSeen, text } from './act.ts';

/**
 * Puts right a level or class that was claimed: how far an incident reaches, what protection data need. The reason stands
 * beside it, whoever claimed it hears of it, and whoever had decided on the strength of it is asked again.
 */
export const correct = requestAct({
  kind: 'correct',
  title: { de: 'Einstufung berichtigen', en: 'Correct the classification' },
  input: z.object({ ...guarded, correction: text, why: text }),
  buttons: { 'requests.correct': {} },
  typed: [
    {
      de: 'einstufung(?: berichtigen)?|einstufen als|berichtigen',
      en: 'classification|classify as|correct',
      // "IT-2026-0003 Einstufung Mehrere im Amt: auch nebenan"
      read: (rest) => {
        const { correction = '', why = '' } =
          /^(?<correction>[^:]*?)\s*(?::\s*(?<why>.+))?$/su.exec(rest)?.groups ?? {};
        return { correction, why };
      },
    },
  ],
  reasons: true,
  probe(request, by, context) {
    const [one] = corrections(request, by.id, context);
    return one && { revision: revisionOf(request), correction: codeOf(one), why: '…' };
  },
  fieldsOf: ({ correction, why }) => ({ correction, why }),
  says: () => ({
    de: 'Die Einstufung ist berichtigt. Wer es so angegeben hatte, wird informiert.',
    en: 'The classification has been corrected. Whoever had stated it will be told.',
  }),
  decide(request, { correction, why, ...drawnFor }, by, context) {
    const { open } = request;
    if (correctable(request, by.id, context).length === 0 || !open) throw notForCorrection();
    if (request.state === 'returned') throw waitsForAnswer();
    const all = corrections(request, by.id, context);
    const meant = correctionMeant(correction, all);
    if (!meant) throw unknownLevel(all);
    const note = why.trim();
    if (!note) throw reasonMissing();
    requireSeen(request, drawnFor, by, context);
    const was = request.fields[meant.field.id];
    const going = rewritten(
      request,
      { fields: { ...request.fields, [meant.field.id]: meant.value } },
      {
        ...actedBy(by),
        act: 'corrected',
        note,
        facts: {
          step: open.step,
          visit: open.visit,
          changed: true,
          field: meant.field.id,
          ...(was === undefined ? {} : { was }),
          now: meant.value,
        },
      },
      context,
      { tells: [request.requester.id, ...(request.colleague ? [request.colleague.id] : [])] },
    );
    return withoutTelling(going, by.id);
  },
});

/** Whoever has just done it knows it. */
const withoutTelling = (going: Going, party: string): Going => ({
  ...going,
  happened: going.happened.filter((one) => !('told' in one && one.told.recipient === party)),
});
