import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openRequestTypes } from '../../../src/app/request-types.ts';
import { decideAct } from '../../../src/case/cases.ts';
import { dryRun } from '../../../src/case/dry-run.ts';
import { erasedFor } from '../../../src/case/erasure.ts';
import { partsOf } from '../../../src/case/people.ts';
import { anybody } from '../../../src/core/audience.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { submitted } from '../../../src/features/requests/acts/submit.ts';
import { prefilled } from '../../../src/features/requests/form/prefill.ts';
import type { Context, FieldValues, Request } from '../../../src/features/requests/model.ts';
import { requestSeenAs } from '../../../src/features/requests/policy.ts';
import { requestRecord } from '../../../src/features/requests/record.ts';
import { type KnownListView, knownIntent } from '../../../src/features/requests/reports/known-list.ts';
import { byPriority } from '../../../src/features/requests/reports/priority.ts';
import { type Requests, requestType } from '../../../src/features/requests/type.ts';
import type { RequestType } from '../../../src/features/requests/types/model.ts';
import { caseReply } from '../../../src/features/requests/views/case.ts';
import { joinedReply } from '../../../src/features/requests/views/joined.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { textTurn } from '../../support/turns.ts';
import { contextAt, monday, noticesOf, party, teamsIdFor } from './world.ts';

/* What is reported and not applied for: incidents as the program brings them. */

const types = await openRequestTypes(await demoDirectory());
const [incident] = types.filter(({ id }) => id === 'incident') as [RequestType];

const later = '2026-11-23T10:00:00.000Z';
const contextOf = (now = later): Context => ({ ...contextAt(now), types });
const type = requestType({
  openForm: async () => {
    throw new Error('nobody opens a form here');
  },
});

/** What only the first one and whoever works on it may read. */
const secret = 'Geheimes';
const printer = { thing: 'printer', affected: 'several', urgency: 'limited' };

function reported(fields: FieldValues = printer, by = 'staff-61'): Request {
  return submitted(
    {
      type: incident,
      title: `${secret} Gerät`,
      fields: { subject: `${secret} Gerät`, details: `${secret} Detail`, phone: `${secret} 4711`, ...fields },
      requester: party(by),
      unit: '61',
      language: 'de',
    },
    undefined,
    { ...contextAt(monday), types } as Context,
  ).request;
}

type Done = readonly [who: string, kind: string, data?: Readonly<Record<string, string>>];

const change = (request: Request, [who, kind, data = {}]: Done, now?: string) =>
  decideAct(type, request, { kind, ...data }, party(who), contextOf(now));

const having = (request: Request, acts: readonly Done[], now?: string): Request =>
  acts.reduce((known, act) => {
    const doc = change(known, act, now)?.doc;
    return doc ? { ...doc, version: known.version + 1 } : known;
  }, request);

const refusalOf = (request: Request, act: Done, now?: string): string | undefined => {
  try {
    change(request, act, now);
    return undefined;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('how urgent an incident is', () => {
  test.each([
    ['public', 'blocked', 'standstill', '2026-11-23'],
    ['public', 'later', 'high', '2026-11-24'],
    ['several', 'limited', 'high', '2026-11-24'],
    ['me', 'blocked', 'high', '2026-11-24'],
    ['me', 'limited', 'normal', '2026-11-25'],
    ['me', 'later', 'low', '2026-11-30'],
  ])('%s and %s is %s, due on %s', (affected, urgency, level, dueDay) => {
    const { priority, open } = reported({ thing: 'device', affected, urgency });
    expect([priority?.level, open?.dueDay]).toEqual([level, dueDay]);
  });

  test('reaches the deputies at once where all stands still, and only then', () => {
    expect(reported({ ...printer, affected: 'public', urgency: 'blocked' }).open?.asked).toEqual([
      'support-kgrz',
      'betrieb-kgrz',
    ]);
    expect(reported().open?.asked).toEqual(['support-kgrz']);
  });

  test('grows with those whom it concerns, whatever the first one had thought', () => {
    const alone = reported({ thing: 'printer', affected: 'me', urgency: 'limited' });
    const two = having(alone, [['itb-61', 'join']]);
    expect([two.priority?.level, two.open?.dueDay]).toEqual(['normal', '2026-11-25']);
    const three = having(two, [['fa-bau', 'join']]);
    expect([three.priority?.level, three.open?.dueDay]).toEqual(['high', '2026-11-24']);
  });
});

test('What stands still comes first, then what is due first, of that the most urgent', () => {
  const all = [
    ['low', reported({ thing: 'device', affected: 'me', urgency: 'later' })],
    ['applied for', { ...reported(), priority: undefined }],
    ['high', reported()],
    ['still', reported({ ...printer, affected: 'public', urgency: 'blocked' }, 'itb-61')],
  ] as const;
  const order = all.toSorted(([, a], [, b]) => byPriority(a as Request, b as Request));
  expect(order.map(([name]) => name)).toEqual(['still', 'high', 'applied for', 'low']);
});

test('How urgent it is, nobody is taken to have said', () => {
  const { fields } = prefilled(
    'Der Bürgerbetrieb steht, der Drucker druckt nicht und nichts geht mehr',
    incident,
    contextOf().directory,
    '2026-11-23',
  );
  expect([fields.thing, fields.affected, fields.urgency]).toEqual(['printer', undefined, undefined]);
});

describe('the same thing', () => {
  test.each([
    ['a printer of the same office', printer, 'joined'],
    ['an application, wherever', { ...printer, thing: 'application', application: 'bau' }, 'joined'],
    ['a device is nobody else’s', { ...printer, thing: 'device' }, undefined],
  ])('%s', (_what, fields, seen) => {
    expect(requestSeenAs(reported(fields), 'staff-36', contextOf())).toBe(seen);
  });

  test('is for the personal chat, and over for strangers when it is over', () => {
    expect(requestSeenAs(reported(), anybody, contextOf())).toBeUndefined();
    const over = having(reported(), [
      ['itb-61', 'join'],
      ['support-kgrz', 'finish', { note: 'Getauscht' }],
    ]);
    expect(requestSeenAs(over, 'staff-36', contextOf())).toBeUndefined();
    expect(requestSeenAs(over, 'itb-61', contextOf())).toBe('joined');
  });

  test('is joined once, by others, while it is open', () => {
    expect(refusalOf(reported(), ['staff-61', 'join'])).toBe('own-report');
    expect(change(having(reported(), [['itb-61', 'join']]), ['itb-61', 'join'])).toBeUndefined();
    expect(refusalOf(reported({ ...printer, thing: 'device' }), ['itb-61', 'join'])).toBe('not-joinable');
    const left = having(reported(), [
      ['itb-61', 'join'],
      ['itb-61', 'leave'],
    ]);
    expect([left.joined, left.joinedBy]).toEqual([[], []]);
  });
});

describe('whom it concerns', () => {
  const known = having(reported(), [['itb-61', 'join']]);
  const fixed = having(known, [['support-kgrz', 'finish', { note: `${secret} Rückmeldung` }]]);

  test('get a note of whoever works on it, all of them', () => {
    const told = change(known, ['support-kgrz', 'tell', { hint: 'Bitte nicht neu starten' }]);
    expect(noticesOf(told?.also)).toEqual(['IT-2026-0001 note 1 staff-61', 'IT-2026-0001 note 1 itb-61']);
    expect(refusalOf(known, ['support-kgrz', 'tell', { hint: ' ' }])).toBe('note-missing');
    expect(refusalOf(known, ['itb-61', 'tell', { hint: 'Ich auch' }])).toBe('not-yours');
  });

  test('hear that it is fixed', () => {
    const done = change(known, ['support-kgrz', 'finish', { note: 'Getauscht' }]);
    expect(noticesOf(done?.also)).toEqual(
      ['IT-2026-0001 news 3 staff-61', 'IT-2026-0001 joined-news 3 itb-61'].map((id) =>
        expect.stringMatching(id.replace(' 3 ', ' \\d+ ')),
      ),
    );
  });

  test('can say that it is not: whoever works on it has it again, and the first one is told', () => {
    const again = change(fixed, ['itb-61', 'reopen', { note: 'Im Flur nicht' }]);
    expect(again?.doc).toMatchObject({ state: 'approved', waitsFor: ['support-kgrz'], joinedBy: ['itb-61'] });
    expect(again?.doc.closedAt).toBeUndefined();
    expect(noticesOf(again?.also)?.map((id) => id.replace(/\d+ (?=\S+$)/, ''))).toEqual([
      'IT-2026-0001 news staff-61',
      'IT-2026-0001 decide support-kgrz',
    ]);
  });

  test('as long as the type says, and nobody else', () => {
    expect(refusalOf(fixed, ['fa-bau', 'reopen'])).toBe('not-concerned');
    expect(refusalOf(fixed, ['itb-61', 'reopen'], '2026-12-08T10:00:00.000Z')).toBe('end-is-final');
    expect(change(fixed, ['itb-61', 'reopen'], '2026-12-07T10:00:00.000Z')).toBeDefined();
  });

  test('also when the first one has taken it back', () => {
    const back = having(known, [['staff-61', 'withdraw']]);
    expect(back.state).toBe('withdrawn');
    expect(having(back, [['itb-61', 'reopen']]).waitsFor).toEqual(['support-kgrz']);
  });

  test('stand in what is told of them, and are gone with an erasure', () => {
    const isTheirs = (id: string) => id === 'itb-61';
    const parts = partsOf(known as never, requestRecord.people, isTheirs);
    expect(parts.map(({ as, said }) => [as.de, said])).toEqual([
      ['ist auch betroffen', { at: later }],
      ['ist auch betroffen', {}],
    ]);
    const left = erasedFor(known, requestRecord, isTheirs, contextOf());
    expect(JSON.stringify(left)).not.toContain('itb-61');
    expect(left.requester.id).toBe('staff-61');
  });
});

test('Nobody grants an incident: it is never called a request, and there is no decision on it', () => {
  const states = [
    reported(),
    having(reported(), [['support-kgrz', 'take']]),
    having(reported(), [['support-kgrz', 'ask', { note: 'Welcher?' }]]),
    having(reported(), [['support-kgrz', 'finish', { note: 'Getauscht' }]]),
    having(reported(), [['staff-61', 'withdraw']]),
  ];
  for (const request of states)
    for (const who of ['staff-61', 'support-kgrz', 'lead-10.50']) {
      const context = contextOf();
      const can = (kind: string) => {
        const act = type.acts.find((one) => one.kind === kind);
        return act !== undefined && dryRun(type, act, request, party(who), context) === true;
      };
      const viewer = { ...party(who), language: 'de' as const };
      const { data, summary } = caseReply(request, viewer, context, { can, why: () => undefined }, []);
      expect(`${summary} ${JSON.stringify({ ...data, rule: undefined })}`).not.toMatch(
        /Antrag|[Gg]enehmig|Ausführung/,
      );
      expect(can('override')).toBe(false);
    }
});

test('Whoever joins or might is never shown what the first one wrote, or who that was, whatever happens', () => {
  const who = fc.constantFrom('itb-61', 'fa-bau', 'staff-36', 'staff-61', 'support-kgrz', 'betrieb-kgrz');
  const kind = fc.constantFrom(
    'join',
    'leave',
    'take',
    'tell',
    'finish',
    'reopen',
    'withdraw',
    'ask',
    'answer',
  );
  void fc.assert(
    fc.property(fc.array(fc.tuple(who, kind), { maxLength: 12 }), (acts) => {
      let request = reported();
      for (const [by, act] of acts) {
        try {
          const said = act === 'tell' ? { hint: 'Für alle' } : { note: `${secret} Wort` };
          request = having(request, [[by, act, said]]);
        } catch {
          // A refusal changes nothing.
        }
        const joined = (request.joined ?? []).map((one) => one.by);
        expect(request.joinedBy ?? []).toEqual(joined);
        for (const party of ['itb-61', 'fa-bau', 'staff-36']) {
          if (requestSeenAs(request, party, contextOf()) !== 'joined') continue;
          const viewer = { id: party, name: '', language: 'de' as const };
          const reply = joinedReply(request, viewer, contextOf(), { can: () => true, why: () => undefined });
          expect(JSON.stringify(reply)).not.toMatch(/Geheimes|staff-61|Funktion staff-61/);
        }
      }
    }),
    { numRuns: 60 },
  );
});

describe('which incidents are known', () => {
  const listed = async (requests: readonly Request[], who: string) => {
    const { handle } = knownIntent({
      collection: { list: async () => requests },
      contextAt: () => contextOf(),
    } as unknown as Requests);
    const turn = textTurn('Bekannte Störungen', {
      actor: { id: teamsIdFor(who), name: who, tenantId: 't' } as never,
      at: later,
    });
    const { data } = (await handle(turn)) as { data: unknown } as { data: KnownListView };
    return data;
  };
  const numbered = (request: Request, id: string): Request => ({ ...request, id });

  test('a printer is shown to its own office, what concerns all to everybody, and never who wrote what', async () => {
    const all = [
      numbered(reported(), 'IT-2026-0001'),
      numbered(reported({ ...printer, thing: 'mail' }, 'itb-61'), 'IT-2026-0002'),
      numbered(reported({ ...printer, thing: 'mail' }), 'IT-2026-0003'),
    ];
    const here = await listed(all, 'itb-61');
    expect(here.items.map(({ id }) => id)).toEqual(['IT-2026-0002', 'IT-2026-0001']);
    expect(here.items[0]).toMatchObject({
      join: false,
      text: expect.stringContaining('2\u00a0Personen betroffen'),
    });
    const elsewhere = await listed(all, 'staff-36');
    expect(elsewhere.items).toMatchObject([{ id: 'IT-2026-0002', join: true }]);
    expect(JSON.stringify([here, elsewhere])).not.toContain(secret);
  });

  test('what is fixed is not known any more', async () => {
    const fixed = having(reported(), [
      ['support-kgrz', 'take'],
      ['support-kgrz', 'finish', { note: 'Neu gestartet' }],
    ]);
    expect(await listed([fixed], 'itb-61')).toMatchObject({ items: [], empty: expect.any(String) });
  });
});
