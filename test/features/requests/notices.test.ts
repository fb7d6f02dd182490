import { describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { type Notice, outboxCollection, type Said } from '../../../src/core/notice.ts';
import type { Also, Change } from '../../../src/core/ports/store.ts';
import type { Language } from '../../../src/core/text.ts';
import { submitted } from '../../../src/features/requests/acts/submit.ts';
import type { Request } from '../../../src/features/requests/model.ts';
import { requestNotices } from '../../../src/features/requests/notices.ts';
import {
  type Act,
  acted,
  contextAt,
  decide,
  look,
  monday,
  openRequests,
  party,
  submittedBy,
  workplace,
} from './world.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const context = contextAt(now.toISOString());
const yes: Act = { kind: 'approve' };
const start = submittedBy('staff-61', { costs: 123_456 });

/** What a notice says when it is sent while the request is like this. */
async function said(notice: Notice, request: Request, language: Language = 'de'): Promise<Said | undefined> {
  const store = createMemoryStore();
  const requests = openRequests(store);
  const { version: _version, ...doc } = request;
  await requests.collection.add(doc);
  const kind = requestNotices(requests).find((one) => one.kind === notice.kind);
  return kind?.say(notice, { id: notice.recipient, name: notice.recipient, language }, now);
}

const noticesIn = (also: readonly Also[] = []): readonly Notice[] =>
  also.filter(({ collection }) => collection === outboxCollection).map(({ doc }) => doc as unknown as Notice);

/** The notice for one recipient that an act owes, and the request after it. */
function owing(request: Request, change: Change<Request> | undefined, recipient: string) {
  const notice = noticesIn(change?.also).find((one) => one.recipient === recipient);
  if (!change || !notice) throw new Error(`nothing is owed to ${recipient}`);
  return { notice, request: { ...change.doc, version: request.version + 1 } };
}

const asks = noticesIn(
  submitted(
    {
      type: workplace,
      title: 'Notebook',
      fields: { costs: 123_456 },
      requester: party('staff-61'),
      unit: '61',
      language: 'de',
    },
    undefined,
    contextAt(monday),
  ).also,
)[0] as Notice;

describe('whoever has to decide', () => {
  test('gets the card to decide on, and a letter that says the same and where to answer', async () => {
    const told = await said(asks, start);
    expect(told?.reply).toMatchObject({
      card: 'requests/brief',
      about: { kind: 'request-brief', id: start.id },
      summary: `Zur Befürwortung: ${start.id} Notebook`,
      data: { yes: 'Befürworten', revision: 1 },
    });
    const letter = told?.letter.paragraphs.join('\n') ?? '';
    expect(letter).toContain('Kosten: 1.234,56');
    expect(letter).toContain(start.id);
  });

  test('gets nothing when somebody else has decided before it was sent', async () => {
    expect(await said(asks, acted(start, 'itb-61', yes, context))).toBeUndefined();
  });

  test('reads it in English when that is the language', async () => {
    const told = await said(asks, start, 'en');
    expect(told?.reply).toMatchObject({
      language: 'en',
      data: { happened: 'This request is waiting for you.' },
    });
    expect(told?.letter.subject).toMatch(/^For your recommendation/);
  });
});

test('the requester hears who did what, with the reason', async () => {
  const { notice, request } = owing(
    start,
    decide(start, { kind: 'reject', note: 'Es gibt noch eines im Lager' }, party('itb-61'), context),
    'staff-61',
  );
  const told = await said(notice, request);
  expect(told?.reply.data.happened).toBe(
    'Funktion itb-61 hat nicht befürwortet: „Es gibt noch eines im Lager“',
  );
  expect(told?.letter.paragraphs[0]).toContain('Es gibt noch eines im Lager');
});

describe('a question', () => {
  const back = owing(
    start,
    decide(start, { kind: 'ask', note: 'Wie groß?' }, party('itb-61'), context),
    'staff-61',
  );

  test('is put to the requester, on the card and in the letter', async () => {
    const told = await said(back.notice, back.request);
    expect(told?.reply.data).toMatchObject({
      answer: true,
      question: 'Funktion itb-61: „Wie groß?“',
    });
    expect(told?.letter.paragraphs.join('\n')).toContain('Wie groß?');
  });

  test('is not put again after the answer', async () => {
    const answered = acted(back.request, 'staff-61', { kind: 'answer', note: '15 Zoll' }, context);
    expect(await said(back.notice, answered)).toBeUndefined();
  });

  test('that stays unanswered is reminded of in other words than a decision; who asked hears of it', async () => {
    const late = contextAt('2026-12-09T07:00:00.000Z');
    const change = look(back.request, late);
    const requester = owing(back.request, change, 'staff-61');
    expect((await said(requester.notice, requester.request))?.reply.data.happened).toMatch(
      /fehlt noch Ihre Antwort/,
    );
    const asker = owing(back.request, change, 'itb-61');
    expect((await said(asker.notice, asker.request))?.reply.data.happened).toMatch(/bisher keine Antwort/);
  });
});

describe('a reminder', () => {
  const late = owing(start, look(start, contextAt('2026-11-27T07:00:00.000Z')), 'itb-61');

  test('says that time is over', async () => {
    expect((await said(late.notice, late.request))?.reply.data.happened).toMatch(/^Erinnerung: Die Frist/);
  });

  test('is not sent to somebody who has decided meanwhile, and not twice when nobody knows whether it arrived', async () => {
    expect(await said(late.notice, acted(late.request, 'itb-61', yes, context))).toBeUndefined();
    const kinds = requestNotices(openRequests(createMemoryStore()));
    expect(kinds.filter(({ repeatable }) => !repeatable).map(({ kind }) => kind)).toEqual([
      'requests.reminder',
    ]);
  });
});

test('10.50 hears why a request does not move on', async () => {
  const vacant = noticesIn(
    submitted(
      {
        type: workplace,
        title: 'Notebook',
        fields: {},
        requester: party('staff-36'),
        unit: '36',
        language: 'de',
      },
      undefined,
      contextAt(monday),
    ).also,
  ).find(({ kind }) => kind === 'requests.alarm') as Notice;
  const told = await said(vacant, submittedBy('staff-36'));
  expect(told?.reply.data.happened).toMatch(/niemand da/);
});

test('a notice about a request that is gone says nothing', async () => {
  expect(await said({ ...asks, ref: 'IT-2026-0099' }, start)).toBeUndefined();
});

test('a change is told to everybody who had decided, whatever has become of it since', async () => {
  const at = (minute: string) => contextAt(`2026-11-24T10:${minute}:00.000Z`);
  const agreed = acted(acted(start, 'itb-61', yes, at('00')), 'lead-10.50', yes, at('01'));
  const change = decide(agreed, { kind: 'answer', fields: { costs: 999_999 } }, party('staff-61'), at('02'));
  const told = ['itb-61', 'lead-10.50'].map((who) => owing(agreed, change, who));
  expect(told.map(({ notice }) => notice.kind)).toEqual(['requests.changed', 'requests.changed']);
  const [first, second] = await Promise.all(told.map(({ notice, request }) => said(notice, request)));
  expect(first?.reply?.summary).toContain('Geändert, bitte bestätigen');
  expect(JSON.stringify(first?.reply?.data)).toMatch(/1\.234,56\s€ → 9\.999,99\s€/);
  expect(JSON.stringify(second?.reply?.data)).toMatch(/1\.234,56\s€ → 9\.999,99\s€/);
  expect(JSON.stringify(second?.reply?.data)).toContain('noch einmal zu Ihnen');
  // Also when they have confirmed before it was sent: it happened all the same.
  const changed = told[0]?.request ?? start;
  const confirmed = acted(changed, 'itb-61', { ...yes, visit: changed.open?.visit ?? 0 }, at('03'));
  expect(told[0] && (await said(told[0].notice, confirmed))?.reply).toBeDefined();
});

test('whoever asked hears the answer, and is not told of a change that there was not', async () => {
  const at = (minute: string) => contextAt(`2026-11-24T10:${minute}:00.000Z`);
  const asked = acted(start, 'itb-61', { kind: 'ask', note: 'Reicht eines aus dem Bestand?' }, at('00'));
  const answer = (how: object) =>
    decide(
      asked,
      { kind: 'answer', visit: asked.open?.visit ?? 0, note: 'Nein, es ist defekt', ...how },
      party('staff-61'),
      at('01'),
    );
  const { notice, request } = owing(asked, answer({}), 'itb-61');
  const told = await said(notice, request);
  expect(told?.reply?.summary).toMatch(/^Rückfrage beantwortet: /);
  expect(told?.reply?.data.happened).toBe(
    'Funktion staff-61: „Nein, es ist defekt“ Dieser Antrag wartet auf Sie.',
  );
  const changed = owing(asked, answer({ fields: { costs: 999_999 } }), 'itb-61');
  expect((await said(changed.notice, changed.request))?.reply?.summary).toMatch(/^Rückfrage beantwortet: /);
});

test('whoever decides hears at once that somebody before them was against it', async () => {
  const at = (minute: string) => contextAt(`2026-11-24T10:${minute}:00.000Z`);
  const no = decide(
    start,
    { kind: 'reject', note: 'Es gibt noch welche im Bestand' },
    party('itb-61'),
    at('00'),
  );
  const { notice, request } = owing(start, no, 'lead-10.50');
  expect((await said(notice, request))?.reply?.data.happened).toBe(
    'Funktion itb-61 hat nicht befürwortet: „Es gibt noch welche im Bestand“ Dieser Antrag wartet auf Sie.',
  );
});
