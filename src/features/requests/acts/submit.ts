import { z } from 'zod';
import { commit, deciding, recorded } from '../../../case/decision.ts';
import { today } from '../../../case/world.ts';
import { caseId } from '../../../core/case-number.ts';
import type { Party } from '../../../core/party.ts';
import type { Also, Beside, DocumentRef } from '../../../core/ports/store.ts';
import type { Language } from '../../../core/text.ts';
import { decisiveIn } from '../decided.ts';
import { advanced, type Going, notified, requestDueAt, waiting } from '../flow.ts';
import { type FieldValues, type Request, requestCollection, type Surroundings } from '../model.ts';
import { actedBy } from '../policy.ts';
import { requestCovers } from '../record.ts';
import { joinKeysOf } from '../reports/joining.ts';
import { urgencyOf } from '../reports/priority.ts';
import type { RequestType } from '../types/model.ts';

/** What is needed to submit a request: checked values, and for whom. */
export type Submission = {
  readonly type: RequestType;
  readonly title: string;
  readonly fields: FieldValues;
  readonly requester: Party;
  /** The colleague it is entered for. */
  readonly colleague?: Party | undefined;
  /** Unit that the request is for. */
  readonly unit: string;
  readonly language: Language;
  /** The rejected request that is taken up again. */
  readonly resumes?: string | undefined;
  /** The case that it came from. */
  readonly origin?: Request['origin'];
  /** What that case said. */
  readonly originFields?: FieldValues | undefined;
};

const Counter = z.looseObject({ id: z.string(), version: z.number(), last: z.int() });

/** The counter of the year; a submission reads it beside its own change, so that a number is given once. */
export const counterOf = (world: Surroundings): DocumentRef => ({
  collection: 'counters',
  id: `requests-${today(world).slice(0, 4)}`,
});

/**
 * Submits: gives the number, opens the first step, and says what must be written with it in the same write.
 * @param counter the document of {@link counterOf}, `undefined` for the first request of a year
 */
export function submitted(
  submission: Submission,
  counter: Beside | undefined,
  world: Surroundings,
): { readonly request: Request; readonly also: readonly Also[] } {
  const { collection, id } = counterOf(world);
  const last = counter ? Counter.parse(counter).last + 1 : 1;
  const going = newRequest(submission, caseId('IT', today(world).slice(0, 4), last), world);
  const { doc, also = [] } = commit(
    going,
    {
      feature: 'requests',
      covers: requestCovers,
      // Nobody has a card of it yet that could be out of date.
      cardsOf: () => [],
      dueAt: (request) => requestDueAt(request, world),
    },
    world,
  );
  const { version: _version, ...document } = doc as Request;
  return {
    request: { ...document, version: 1 },
    also: [
      { collection, doc: counter ? { ...counter, last } : { id, last } },
      { collection: requestCollection, doc: document },
      ...also,
    ],
  };
}

/** What a request keeps of its type, so that it reads as it was meant. */
export const shapeOf = (type: RequestType): Pick<Request, 'route' | 'fieldKinds'> => ({
  route: [...type.route],
  fieldKinds: Object.fromEntries(type.fields.map((field) => [field.id, field.kind])),
});

function newRequest(submission: Submission, id: string, world: Surroundings): Going {
  const { type, title, fields, requester, unit, language, resumes, origin, originFields } = submission;
  const colleague = submission.colleague?.id === requester.id ? undefined : submission.colleague;
  const priority = urgencyOf(type, fields);
  const joinKeys = joinKeysOf(type, { unit, fields });
  const request: Request = {
    id,
    version: 1,
    type: type.id,
    title,
    fields: { ...fields },
    requester,
    requestedBy: requester.id,
    ...(colleague ? { colleague, requestedFor: colleague.id } : {}),
    waitsFor: [],
    unit,
    language,
    state: 'in-approval',
    ...shapeOf(type),
    decisive: [...decisiveIn(type)],
    settled: [],
    earlier: [],
    ...(type.report ? { report: type.report } : {}),
    ...(priority ? { priority } : {}),
    ...(joinKeys.length > 0 ? { joinKeys: [...joinKeys] } : {}),
    ...(resumes ? { resumes } : {}),
    ...(origin ? { origin } : {}),
    ...(origin && originFields ? { originFields: { ...originFields } } : {}),
    history: [],
    createdAt: world.now,
    changedAt: world.now,
  };
  const made = recorded(deciding(request), {
    ...actedBy(requester),
    act: 'submitted',
    facts: {
      type: type.id,
      unit,
      ...(resumes ? { resumes } : {}),
      ...(origin ? { from: origin.id } : {}),
      ...(colleague ? { for: colleague.id, forName: colleague.name } : {}),
    },
  });
  const told = colleague ? notified(made, [colleague.id], 'entered') : made;
  return waiting(advanced(told, world));
}
