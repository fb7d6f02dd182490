import { beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { createPapers } from '../../../../../src/adapters/papers/create-papers.ts';
import type { Language } from '../../../../../src/core/text.ts';
import { minutesOf } from '../../../../../src/features/beirat/meetings/minutes/minutes.ts';
import { oparlMeeting } from '../../../../../src/features/beirat/meetings/minutes/oparl.ts';
import type { Held, Item } from '../../../../../src/features/beirat/meetings/model.ts';
import { oparlProblems } from '../../../../support/oparl.ts';
import {
  acted,
  contextAt,
  heldWith,
  invited,
  invitedTo,
  meetingDay,
  mustBeHeld,
  nameOf,
  objected,
  office,
  opening,
  plan,
  recorded,
  sent,
  voting,
  weekLater,
} from './chamber.ts';

const context = contextAt(meetingDay);

/** The words of the Word document. */
async function textOf(meeting: Held, language: Language = 'de'): Promise<string> {
  const files = unzipSync(await createPapers().docx(minutesOf(meeting, context, language)));
  return strFromU8(files['word/document.xml'] ?? new Uint8Array())
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<w:tab\/>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&');
}

describe('the minutes say what § 41 GemO asks for', () => {
  let text = '';
  beforeAll(async () => {
    text = await textOf(recorded);
  });

  test.each([
    ['the number', 'Niederschrift über die Sitzung B-2026/1'],
    ['the body', 'Digitaler Beirat'],
    ['the day', 'Donnerstag, 10. Dezember 2026'],
    ['begin and end', '14:05 bis 16:10 Uhr'],
    ['the place', 'Rathaus, Sitzungsraum 101'],
    ['the chair', `Vorsitz: ${nameOf('vorsitz-beirat')}`],
    ['the minute taker', 'Schriftführung: Digitallotse Wirtschaft'],
    [
      'the convening',
      'am Di 24.11.2026 unter Mitteilung der Tagesordnung eingeladen. Die Ladungsfrist von 4 vollen Tagen ist eingehalten',
    ],
    [
      'the quorum',
      'Die Sitzung ist beschlussfähig: anwesend sind 5 von 7 stimmberechtigten Sitzen, nötig sind 4.',
    ],
    ['guests', 'Gäste: Amt 61 zu TOP 2'],
    ['vacant seats', 'Nicht besetzte Sitze: Fachperson Wirtschaft (2)'],
    ['the public part', 'Öffentlicher Teil'],
    ['the part that is not public', 'Nicht öffentlicher Teil'],
    ['items by their number', 'TOP 2: Bericht'],
    ['papers', 'Unterlagen: Vorlage 12'],
    ['what was said', 'Der Bericht wird zur Kenntnis genommen.'],
    ['the number of a resolution', 'Beschluss B-2026/1-01:'],
    ['its wording', 'Der Beirat empfiehlt den Antrag.'],
    ['its votes', 'Abstimmung: 4 Ja, 1 Nein, 0 Enthaltungen: angenommen.'],
    ['who carries it out', 'Zuständig: Amt 80, bis So 31.01.2027'],
    ['conflicts of interest', 'Wegen Befangenheit (§ 22 GemO) ohne Mitwirkung an Beratung und Abstimmung'],
    ['their reason', 'Fachperson aus der Wirtschaft (bietet selbst an)'],
    [
      'the quorum of that item',
      'Zu diesem Punkt beschlussfähig: 4 stimmberechtigte Sitze anwesend, nötig 3.',
    ],
    ['unanimity', '4 Ja, 0 Nein, 0 Enthaltungen: einstimmig angenommen'],
    ['objections', 'Einwendungen'],
    ['signatures', 'Unterschriften'],
  ])('%s', (_name, words) => {
    expect(text).toContain(words);
  });

  test('who was there, online, excused, absent, and for whom', () => {
    const lines = text.split('\n');
    const cellsOf = (name: string) => {
      const at = lines.indexOf(name, lines.indexOf('Sitz und Stimmrecht'));
      return lines.slice(at + 1, at + 3);
    };
    expect(cellsOf(nameOf('vorsitz-beirat'))).toEqual([
      'Vorsitz (Mitglied des Stadtvorstands), stimmberechtigt',
      'anwesend',
    ]);
    expect(cellsOf(nameOf('beirat-stadtkonzern'))[1]).toBe('online anwesend');
    expect(cellsOf(nameOf('werkleitung-kgrz'))[1]).toBe('entschuldigt');
    expect(cellsOf(nameOf('beirat-wissenschaft'))[1]).toBe('abwesend');
    expect(cellsOf(nameOf('betrieb-kgrz'))[1]).toBe(`anwesend; vertritt ${nameOf('werkleitung-kgrz')}`);
    expect(cellsOf(nameOf(office))[0]).toMatch(/, beratend$/);
  });

  test('the public items stand before the others, under their own numbers', () => {
    expect(text.indexOf('TOP 2: Bericht')).toBeGreaterThan(text.indexOf('Öffentlicher Teil'));
    expect(text.indexOf('TOP 2: Bericht')).toBeLessThan(text.indexOf('Nicht öffentlicher Teil'));
    expect(text.indexOf('TOP 3: Vergabe')).toBeGreaterThan(text.indexOf('Nicht öffentlicher Teil'));
  });
});

test('they are a draft until they are sent, and again when they were changed since', async () => {
  expect(await textOf(recorded)).toContain('Entwurf · Niederschrift');
  expect(await textOf(sent)).not.toContain('Entwurf');
  const changed = mustBeHeld(acted(sent, office, { kind: 'note', item: 'welcome', text: 'Neu' }, weekLater));
  expect(await textOf(changed)).toContain('Entwurf');
});

test('objections and what became of them are part of them', async () => {
  expect(await textOf(objected)).toContain(`1. ${nameOf('vorsitz-beirat')}: TOP 2 fehlt etwas.`);
  expect(await textOf(objected)).toContain('Behandlung: noch offen');
  const act = { kind: 'answer-objection', objection: 1, text: 'Ergänzt.' } as const;
  expect(await textOf(mustBeHeld(acted(objected, office, act, weekLater)))).toContain('Behandlung: Ergänzt.');
});

test('without a quorum they say so, and that nothing was resolved', async () => {
  const text = await textOf(heldWith({}, invited));
  expect(text).toContain('Die Sitzung ist nicht beschlussfähig: anwesend sind 0 von 7');
  expect(text).toContain('Beschlüsse werden nicht gefasst.');
});

test('they state the urgency, and the lower quorum of a second meeting', async () => {
  const urgent = { ...plan, day: '2026-11-26', replyBy: '2026-11-25', urgency: 'Die Förderfrist endet.' };
  const hold = (meeting: Parameters<typeof acted>[0]) =>
    mustBeHeld(acted(meeting, office, opening(), '2026-11-26T13:00:00.000Z'));
  expect(await textOf(hold(invitedTo(urgent)))).toContain(
    'wegen Dringlichkeit verkürzt; die Einladung nennt den Grund: Die Förderfrist endet.',
  );
  const [welcome, report, secret] = urgent.items;
  if (!welcome || !report || !secret) throw new Error('no items');
  const items = [welcome, { ...report, repeats: { meeting: 'B-2026-9', item: 'x' } }, secret];
  const second = await textOf(hold(invitedTo({ ...urgent, items }, 'B-2026-9')));
  expect(second).toContain('zweite Sitzung nach der nicht beschlussfähigen Sitzung B-2026/9');
  expect(second).toContain('nötig sind 4 (zu TOP 2: 3)');
  expect(second).toContain('Dieser Punkt ist zum zweiten Mal aufgerufen');
});

test('they tell that the agenda was supplemented', async () => {
  const items = [...plan.items, { ...plan.items[0], id: 'late', title: 'Nachtrag' }] as Item[];
  const amended = acted(
    invited,
    office,
    { kind: 'amend', items, reason: 'Eilige Frage' },
    '2026-11-25T09:00:00.000Z',
  );
  expect(await textOf(mustBeHeld(acted(amended, office, opening(), meetingDay)))).toContain(
    'Die Tagesordnung wurde am Mi 25.11.2026 ergänzt: Eilige Frage.',
  );
});

test('in English nothing is left in German but what was written', async () => {
  const text = await textOf(sent, 'en');
  expect(text).toContain('There is a quorum: 5 of 7 voting seats are present, 4 are needed.');
  expect(text).toContain('4 yes, 1 no, 0 abstentions: adopted');
  expect(text).not.toMatch(/Sitzung ist|stimmberechtigt|Beschlussfähig|Abstimmung|entschuldigt/);
});

describe('as data in the shape of OParl', () => {
  const rejected = mustBeHeld(
    acted(recorded, office, voting([0, 4, 0], { item: 'welcome', wording: 'Vertagen.' }), meetingDay),
  );
  const data = oparlMeeting(rejected, context);

  test('a meeting with its place and times in Koblenz', () => {
    expect(data).toMatchObject({
      id: 'urn:lotse:meeting:B-2026-1',
      type: 'https://schema.oparl.org/1.1/Meeting',
      start: '2026-12-10T14:05:00+01:00',
      end: '2026-12-10T16:10:00+01:00',
      location: { type: 'https://schema.oparl.org/1.1/Location', description: plan.place },
      cancelled: false,
    });
  });

  test('holds to the standard: what must be there, of what form, and nothing that it does not know', () => {
    const summer = mustBeHeld({ ...sent, plan: { ...plan, day: '2027-06-10' } });
    for (const meeting of [rejected, sent, summer, objected, heldWith({}, invited)])
      expect(oparlProblems(JSON.parse(JSON.stringify(oparlMeeting(meeting, context))))).toEqual([]);
    const [first] = data.agendaItem;
    const broken = {
      ...data,
      start: '10.12.2026',
      agendaItem: [{ ...first, order: undefined, meeting: data.id }],
    };
    expect(oparlProblems(JSON.parse(JSON.stringify(broken)))).toHaveLength(3);
  });

  test('counts as carried out once its minutes are released', () => {
    expect([rejected, sent].map((one) => oparlMeeting(one, context).meetingState)).toEqual([
      'eingeladen',
      'durchgeführt',
    ]);
  });

  test('in summer the clock is two hours ahead', () => {
    const summer = { ...rejected, plan: { ...plan, day: '2027-06-10' } };
    expect(oparlMeeting(summer, context).start).toBe('2027-06-10T14:05:00+02:00');
  });

  test('public items with what was resolved', () => {
    expect(data.agendaItem.slice(0, 2)).toMatchObject([
      { number: '1', order: 0, public: true, name: 'Begrüßung', result: 'abgelehnt' },
      {
        number: '2',
        order: 1,
        name: 'Bericht',
        result: 'angenommen',
        resolutionText: 'B-2026/1-01: Der Beirat empfiehlt den Antrag.',
      },
    ]);
  });

  test('of an item that is not public its number only, and of nobody the name', () => {
    expect(data.agendaItem[2]).toEqual({
      id: 'urn:lotse:meeting:B-2026-1:item:3',
      type: 'https://schema.oparl.org/1.1/AgendaItem',
      number: '3',
      order: 2,
      public: false,
      name: 'Nichtöffentlicher Tagesordnungspunkt',
    });
    const written = JSON.stringify(data);
    for (const word of [
      'Vergabe',
      'Auftrag',
      'bietet selbst an',
      nameOf('vorsitz-beirat'),
      nameOf('beirat-wirtschaft'),
    ])
      expect(written).not.toContain(word);
  });
});
