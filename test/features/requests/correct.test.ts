import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { openRequestTypes } from '../../../src/app/request-types.ts';
import { decideAct } from '../../../src/case/cases.ts';
import { dryRun } from '../../../src/case/dry-run.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import { correct } from '../../../src/features/requests/acts/correct.ts';
import { correctionMeant, corrections, withClaims } from '../../../src/features/requests/correcting.ts';
import { historyLine } from '../../../src/features/requests/labels.ts';
import type { Context, Request } from '../../../src/features/requests/model.ts';
import { applies } from '../../../src/features/requests/route.ts';
import { requestType } from '../../../src/features/requests/type.ts';
import { checkTypes } from '../../../src/features/requests/types/check.ts';
import { changesWith } from '../../../src/features/requests/views/changes.ts';
import { factsOf } from '../../../src/features/requests/views/fields.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { contextAt, noticesOf, party, people, submittedBy } from './world.ts';

const model = await demoDirectory();
const types = await openRequestTypes(model);
const typeNamed = (id: string) => {
  const found = types.find((type) => type.id === id);
  if (!found) throw new Error(`there is no type ${id}`);
  return found;
};
const kind = requestType({
  openForm: async () => {
    throw new Error('nobody opens a form here');
  },
});
const worldAt = (at: string): Context => ({ ...contextAt(at), types });
const nine = worldAt('2026-11-23T09:00:00.000Z');

const change = (request: Request, who: string, data: object, world = nine) =>
  decideAct(
    kind,
    request,
    { revision: request.open?.visit, ...data } as never,
    party(who),
    world,
    () => undefined,
  );
const presses = (request: Request, who: string, data: object, world = nine): Request => {
  const done = change(request, who, data, world);
  return done ? { ...done.doc, version: request.version + 1 } : request;
};
const correcting = (correction: string, why = 'so ist es') => ({ kind: 'correct', correction, why });
const no = (does: () => unknown): string => {
  try {
    does();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'done';
};

const incident = (affected = 'public', urgency = 'blocked') =>
  submittedBy(
    'staff-61',
    { subject: 'Drucker', thing: 'printer', affected, urgency, costs: undefined },
    { type: typeNamed('incident') },
  );
const application = () =>
  submittedBy(
    'staff-61',
    {
      subject: 'Terminvergabe',
      change: 'new',
      reason: 'Termine',
      costs: 2_000_000,
      'personal-data': 'none',
      operation: 'kgrz',
      protection: 'normal',
      monitoring: 'no',
      accessibility: 'yes',
    },
    { type: typeNamed('specialist-application') },
  );
const way = (request: Request) => request.route.filter((step) => applies(step, request)).map(({ id }) => id);

describe('the level that was claimed for an incident', () => {
  test('is put right by the KGRZ: urgency, deadline and order follow', () => {
    const claimed = incident();
    expect(claimed.priority).toMatchObject({ level: 'standstill', alarm: true });
    const now = presses(claimed, 'support-kgrz', correcting('affected=me'));
    expect(now.priority?.level).toBe('high');
    expect(now.open?.dueDay).toBe('2026-11-24');
    expect(now.open?.visit).toBeGreaterThan(claimed.open?.visit ?? 0);
  });

  test('that was too low reaches at once everybody who could act', () => {
    const low = incident('me', 'later');
    expect(low.open?.asked).toEqual(['support-kgrz']);
    const more = presses(low, 'support-kgrz', correcting('affected=public'));
    expect(more.priority?.level).toBe('high');
    const worst = change(more, 'support-kgrz', correcting('urgency=blocked'));
    const asked = worst && (worst.doc as Request).open?.asked;
    expect(asked).toEqual(['support-kgrz', 'betrieb-kgrz']);
    expect(noticesOf(worst?.also).some((id) => id.includes(' decide ') && id.endsWith('betrieb-kgrz'))).toBe(
      true,
    );
  });

  test('stays with whoever has begun the work, who is not told what they did themselves', () => {
    const taken = presses(incident(), 'support-kgrz', { kind: 'take', note: '' });
    const done = change(taken, 'support-kgrz', correcting('affected=several'));
    expect(done?.doc).toMatchObject({ state: 'in-progress', open: { takenBy: 'support-kgrz' } });
    expect(noticesOf(done?.also).filter((id) => id.endsWith('support-kgrz'))).toEqual([]);
  });

  test('is known to whoever corrected it: they go on without being asked to look, others are not', () => {
    const now = presses(incident(), 'support-kgrz', correcting('affected=me'));
    const typed = { kind: 'finish', note: 'geht wieder', revision: undefined };
    expect(no(() => change(now, 'support-kgrz', typed))).toBe('done');
    const other = presses(incident(), 'lead-10.50', correcting('affected=me'));
    expect(no(() => change(other, 'support-kgrz', typed))).toBe('changed-since');
    // Nor does a correction that is typed vouch for what was changed before it.
    const unseen = presses(incident(), 'staff-61', {
      kind: 'change',
      note: '',
      title: '',
      fields: { ...incident().fields, subject: 'Kopierer' },
    });
    const blind = { ...correcting('affected=me'), revision: undefined };
    expect(no(() => change(unseen, 'support-kgrz', blind))).toBe('changed-since');
  });

  test('is shown with what was claimed, by whom it was corrected and why; the requester hears of it', () => {
    const done = change(incident(), 'support-kgrz', correcting('affected=several', 'es gibt einen zweiten'));
    const now = { ...done?.doc, version: 2 } as Request;
    expect(noticesOf(done?.also)).toContain('IT-2026-0001 news 3 staff-61');
    const type = typeNamed('incident');
    const { directory } = nine;
    const facts = withClaims(factsOf(now.fields, type, directory, 'de'), now, type, directory, 'de');
    expect(facts.find(({ title }) => title === 'Wer ist betroffen?')?.value).toBe(
      'Mehrere im Amt (berichtigt von Funktion support-kgrz, vorher: Der Bürgerbetrieb steht)',
    );
    const entry = now.history.find(({ act }) => act === 'corrected');
    const lines = entry ? changesWith(entry, now, type, directory, 'de') : [];
    expect(entry && historyLine(entry, 'de', lines, now)).toContain(
      'Funktion support-kgrz hat die Einstufung berichtigt: „es gibt einen zweiten“ (Wer ist betroffen: Der Bürgerbetrieb steht → Mehrere im Amt)',
    );
  });

  test('is no correction any more once the requester has said it otherwise', () => {
    const now = presses(incident(), 'support-kgrz', correcting('affected=several'));
    const again = presses(now, 'staff-61', {
      kind: 'change',
      note: 'doch',
      title: '',
      fields: { ...now.fields, affected: 'public' },
    });
    const type = typeNamed('incident');
    const facts = withClaims(
      factsOf(again.fields, type, nine.directory, 'de'),
      again,
      type,
      nine.directory,
      'de',
    );
    expect(JSON.stringify(facts)).not.toContain('berichtigt');
  });
});

describe('what was claimed about an application', () => {
  test('is put right by 10.50: the steps that it needs join the way, and whoever had spoken is asked again', () => {
    const start = application();
    expect(way(start)).not.toContain('data-protection');
    const recommended = presses(start, 'itb-61', {
      kind: 'approve',
      note: '',
      budget: '',
      amount: '',
      day: '',
    });
    expect(recommended.open?.step).not.toBe('unit');
    const done = change(recommended, 'lead-10.50', correcting('personal-data=public', 'Namen und Termine'));
    const now = { ...done?.doc, version: 3 } as Request;
    expect(way(now)).toContain('data-protection');
    expect(now.open?.step).toBe('unit');
    expect(now.settled.at(-1)).toMatchObject({ step: 'unit', outcome: 'reopened' });
    expect(noticesOf(done?.also).some((id) => id.includes(' changed ') && id.endsWith('itb-61'))).toBe(true);
  });

  test('with a higher protection need brings in information security on every route', () => {
    const now = presses(application(), 'lead-10.50', correcting('protection=high'));
    expect(way(now).length).toBeGreaterThan(way(application()).length);
  });
});

describe('nobody else', () => {
  const everybody = people.map(([id]) => id);

  test.each(everybody)('%s corrects an incident only as the type says', (who) => {
    const may = ['support-kgrz', 'betrieb-kgrz', 'lead-10.50', 'lead-10.50-deputy'].includes(who);
    const offered = dryRun(kind, correct, incident(), party(who), nine) === true;
    expect(offered).toBe(may);
    expect(no(() => change(incident(), who, correcting('affected=me')))).toBe(
      may ? 'done' : 'not-for-correction',
    );
  });

  test('corrects their own report, one that has ended, or one that waits for an answer', () => {
    const own = submittedBy(
      'support-kgrz',
      { subject: 'x', thing: 'printer', affected: 'me', urgency: 'later', costs: undefined },
      { type: typeNamed('incident') },
    );
    expect(no(() => change(own, 'support-kgrz', correcting('affected=public')))).toBe('not-for-correction');
    const done = presses(incident(), 'support-kgrz', { kind: 'finish', note: 'geht' });
    expect(change(done, 'support-kgrz', correcting('affected=me'))).toBeUndefined();
    const asked = presses(incident(), 'support-kgrz', { kind: 'ask', note: 'Wo?' });
    expect(no(() => change(asked, 'support-kgrz', correcting('affected=me')))).toBe('waits-for-answer');
  });

  test('corrects without a reason, to what it is already, or to what does not exist', () => {
    expect(no(() => change(incident(), 'support-kgrz', correcting('affected=me', ' ')))).toBe(
      'reason-missing',
    );
    for (const wrong of ['affected=public', 'affected=world', 'subject=x', 'thing=mail', ''])
      expect(no(() => change(incident(), 'support-kgrz', correcting(wrong)))).toBe('unknown-level');
  });
});

test('A level is meant by its name, in both languages', () => {
  const all = corrections(incident(), 'support-kgrz', nine);
  expect(correctionMeant('Mehrere im Amt', all)?.value).toBe('several');
  expect(correctionMeant('only me', all)?.value).toBe('me');
  expect(correctionMeant('irgendwas', all)).toBeUndefined();
});

test('Whatever is corrected in whatever order, priority and way are those of what stands there', () => {
  const index = fc.nat(99);
  void fc.assert(
    fc.property(fc.array(fc.tuple(index, fc.boolean()), { maxLength: 6 }), (steps) => {
      for (const start of [incident(), application()]) {
        let request = start;
        for (const [at, byLead] of steps) {
          const who = byLead ? 'lead-10.50' : 'support-kgrz';
          const all = corrections(request, who, nine);
          const one = all[at % Math.max(1, all.length)];
          if (!one) continue;
          request = presses(request, who, correcting(`${one.field.id}=${one.value}`));
          expect(request.fields[one.field.id]).toBe(one.value);
        }
        const fresh = submittedBy('staff-61', request.fields, { type: typeNamed(request.type) });
        expect(request.priority).toEqual(fresh.priority);
        expect(way(request)).toEqual(way(fresh));
        expect(request.history.filter(({ act }) => act === 'corrected')).toHaveLength(request.earlier.length);
      }
    }),
    { numRuns: 25 },
  );
});

test('A type may only let whole roles correct choices', () => {
  const roles = model.roles.map((role) => ({ ...role, tasks: role.tasks.map(({ id }) => ({ id })) }));
  const type = typeNamed('incident');
  const wrong = {
    ...type,
    fields: type.fields.map((field) =>
      field.id === 'affected'
        ? { ...field, correctedBy: ['it-beauftragte' as const] }
        : field.id === 'details'
          ? { ...field, correctedBy: ['kgrz' as const] }
          : field,
    ),
  };
  const found = checkTypes([{ value: wrong, path: [] }], roles).map(({ text }) => text.de);
  expect(found.filter((text) => /correctedBy|Berichtigen/.test(text))).toHaveLength(2);
});
