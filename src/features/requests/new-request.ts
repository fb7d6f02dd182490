import { z } from 'zod';
import { owed } from '../../core/notice.ts';
import type { Party } from '../../core/party.ts';
import type { Also, Beside, DocumentRef } from '../../core/ports/store.ts';
import type { Language } from '../../core/text.ts';
import { type Context, today } from './context.ts';
import { advanced } from './flow.ts';
import { recorded, starting, waitsFor } from './owing.ts';
import { type FieldValues, type Request, requestCollection } from './request.ts';
import type { RequestType } from './types/model.ts';

/** What is needed to submit a request: checked values, and for whom. */
export type Submission = {
  readonly type: RequestType;
  readonly title: string;
  readonly fields: FieldValues;
  readonly requester: Party;
  /** Unit that the request is for. */
  readonly unit: string;
  readonly language: Language;
  /** The rejected request that is taken up again. */
  readonly resumes?: string | undefined;
  /** The case that it came from. */
  readonly origin?: Request['origin'];
};

const Counter = z.looseObject({ id: z.string(), version: z.number(), last: z.int() });

/** The counter of the year; a submission reads it beside its own change, so that a number is given once. */
export const counterOf = (context: Context): DocumentRef => ({
  collection: 'counters',
  id: `requests-${today(context).slice(0, 4)}`,
});

/** `IT-2026-0042` */
const numberOf = (year: string, count: number): string => `IT-${year}-${String(count).padStart(4, '0')}`;

/**
 * Submits: gives the number, opens the first step, and says what must be written with it in the same write.
 * @param counter the document of {@link counterOf}, `undefined` for the first request of a year
 */
export function submitted(
  submission: Submission,
  counter: Beside | undefined,
  context: Context,
): { readonly request: Request; readonly also: readonly Also[] } {
  const { collection, id } = counterOf(context);
  const last = counter ? Counter.parse(counter).last + 1 : 1;
  const { request: begun, notices } = newRequest(
    submission,
    numberOf(today(context).slice(0, 4), last),
    context,
  );
  const request = { ...begun, waitsFor: waitsFor(begun) };
  const { version: _version, ...document } = request;
  const also = [
    { collection, doc: counter ? { ...counter, last } : { id, last } },
    { collection: requestCollection, doc: document },
    ...notices.map(owed),
  ];
  return { request, also };
}

function newRequest(submission: Submission, id: string, context: Context) {
  const { type, title, fields, requester, unit, language, resumes, origin } = submission;
  const request: Request = {
    id,
    version: 1,
    type: type.id,
    title,
    fields: { ...fields },
    requester,
    requestedBy: requester.id,
    waitsFor: [],
    unit,
    language,
    state: 'in-approval',
    route: [...type.route],
    fieldKinds: Object.fromEntries(type.fields.map((field) => [field.id, field.kind])),
    settled: [],
    earlier: [],
    ...(resumes ? { resumes } : {}),
    ...(origin ? { origin } : {}),
    history: [],
    createdAt: context.now,
    changedAt: context.now,
  };
  const entry = {
    by: requester.id,
    byName: requester.name,
    act: 'submitted',
    facts: { type: type.id, unit, ...(resumes ? { resumes } : {}), ...(origin ? { from: origin.id } : {}) },
  };
  return advanced(recorded(starting(request), entry, context), context);
}
