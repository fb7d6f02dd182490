import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { partsOf } from '../../../src/case/people.ts';
import type { Notice } from '../../../src/core/notice.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import { actorsAt } from '../../../src/features/requests/actors.ts';
import { submitted } from '../../../src/features/requests/acts/submit.ts';
import { historyText } from '../../../src/features/requests/labels.ts';
import type { Request } from '../../../src/features/requests/model.ts';
import { requestRecord } from '../../../src/features/requests/record.ts';
import { isDecision } from '../../../src/features/requests/types/model.ts';
import {
  type Act,
  contextAt,
  decide,
  monday,
  openRequests,
  party,
  people,
  submittedBy,
  workplace,
} from './world.ts';

/* A request that somebody enters for a colleague. */

const context = contextAt('2026-11-23T09:00:00.000Z');
const forOfficer = (): Request => submittedBy('staff-61', {}, { colleague: 'itb-61' });

const tried = (request: Request, who: string, act: Act) => {
  try {
    return decide(request, act, party(who), context) ?? 'nothing';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('a request entered for a colleague', () => {
  test('tells the colleague at once, and nobody when it is for oneself', () => {
    const start = (colleague: string) =>
      submitted(
        {
          type: workplace,
          title: 'Notebook',
          fields: { costs: 50_000 },
          requester: party('staff-61'),
          colleague: party(colleague),
          unit: '61',
          language: 'de',
        },
        undefined,
        contextAt(monday),
      );
    const told = (also: ReturnType<typeof start>['also']) =>
      also
        .map(({ doc }) => doc as unknown as Notice)
        .filter(({ kind }) => kind === 'requests.entered')
        .map(({ recipient }) => recipient);
    expect(told(start('staff-36').also)).toEqual(['staff-36']);
    const own = start('staff-61');
    expect(told(own.also)).toEqual([]);
    expect([own.request.colleague, own.request.requestedFor]).toEqual([undefined, undefined]);
  });

  test('says in its history who entered it for whom', () => {
    const [first] = forOfficer().history;
    expect(first && historyText(first, 'de')).toBe(
      'Funktion staff-61 hat den Antrag für Funktion itb-61 gestellt',
    );
    expect(first && historyText(first, 'en')).toBe('Funktion staff-61 made the request for Funktion itb-61');
  });

  test('is recommended by the deputy when it is for the officer, who may only object', () => {
    const request = forOfficer();
    expect(request.open?.asked).toEqual(['itb-61-deputy']);
    expect(tried(request, 'itb-61', { kind: 'approve', visit: request.open?.visit ?? 0 })).toBe(
      'own-request',
    );
    const objected = tried(request, 'itb-61', { kind: 'withdraw', note: 'Das brauche ich nicht' });
    expect(typeof objected === 'object' && objected.doc.state).toBe('withdrawn');
    const also = typeof objected === 'object' ? (objected.also ?? []) : [];
    const recipients = also.map(({ doc }) => (doc as unknown as Notice).recipient).filter(Boolean);
    expect(recipients).toEqual(expect.arrayContaining(['staff-61', 'itb-61-deputy']));
  });

  test('is not 10.50’s to override when it is for 10.50', () => {
    const request = submittedBy('staff-61', {}, { colleague: 'lead-10.50' });
    expect(tried(request, 'lead-10.50', { kind: 'override', note: 'eilt', decision: 'approve' })).toBe(
      'own-request',
    );
    expect(tried(request, 'lead-10.50-deputy', { kind: 'assign', note: 'eilt', to: 'lead-10.50' })).toBe(
      'cannot-receive',
    );
  });

  test('is seen by the colleague, and found among theirs', async () => {
    const requests = openRequests(createMemoryStore());
    const { version: _, ...doc } = submittedBy('staff-61', {}, { colleague: 'staff-36' });
    await requests.collection.add(doc);
    expect((await requests.visible(doc.id, 'staff-36', monday)).id).toBe(doc.id);
    const theirs = await requests.collection.list({ where: { requestedFor: 'staff-36' } });
    expect(theirs.map(({ id }) => id)).toEqual([doc.id]);
  });

  test('is told to the colleague who asks what is kept about them, and loses them with an erasure', () => {
    const request = forOfficer();
    const parts = partsOf(request, requestRecord.people, (id) => id === 'itb-61');
    expect(parts.map(({ as }) => as.de)).toContain('für die Person wurde der Antrag gestellt');
    expect(requestRecord.wordless?.(request)?.colleague?.unit).toBeUndefined();
  });

  test('neither of the two ever acts at a step of it, whoever they are', () => {
    const ids = people.map(([id]) => id);
    void fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.constantFrom(...ids),
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
        (requester, colleague, urged, cross) => {
          const request = submittedBy(requester, { cross, application: 'bau' }, { colleague, unit: '61' });
          for (const step of request.route.filter(isDecision))
            for (const assignedTo of [requester, colleague])
              expect(
                actorsAt(step, request, context, { urged, assignedTo }).map(({ person }) => person.id),
              ).not.toEqual(expect.arrayContaining([requester]));
          for (const step of request.route)
            expect(actorsAt(step, request, context, { urged }).map(({ person }) => person.id)).not.toContain(
              colleague,
            );
        },
      ),
      { numRuns: 200 },
    );
  });
});
