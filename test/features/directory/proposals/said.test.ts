import { describe, expect, test } from '@jest/globals';
import { handoverSaid, rowsMeant, saysHandover } from '../../../../src/features/directory/proposals/said.ts';
import { demoDirectory, holder } from '../../../support/directory-builder.ts';

const directory = await demoDirectory();
const said = (text: string) => handoverSaid(text, '2026-11-24');

describe('a sentence by which somebody ends a role', () => {
  test.each([
    ['Ich gebe ab zum 1.3.', '2027-03-01'],
    ['Ich gebe mein Amt als IT-Beauftragte zum 1. März ab', '2027-03-01'],
    ['Ich gebe mein Amt als IT-Beauftragte von Amt 61 zum 31.12. ab', '2027-01-01'],
    ['Ab 1.3. bin ich nicht mehr IT-Beauftragter von Amt 61', '2027-03-01'],
    ['Ich höre zum 1.4. als Fachadministratorin auf', '2027-04-01'],
    ['Ich lege mein Amt zum 28.2. nieder', '2027-03-01'],
    ['Ich bin bis 28.2. IT-Beauftragte und höre auf.', '2027-03-01'],
    ['Ich möchte mein Amt abgeben', undefined],
    ['I step down as IT officer on 1 March', '2027-03-01'],
    ['I am no longer IT officer from 1 March 2027', '2027-03-01'],
  ])('names the first day without it: %s', (text, from) => {
    expect(said(text)).toMatchObject({ what: 'end', name: '' });
    expect(said(text)?.from).toBe(from);
  });

  test.each([
    'Ich gebe mein Amt zum 1.3. an IT-Beauftragte Amt 66 ab',
    'I hand over my role on 1 March to Erika Beispiel',
  ])('may say who is to have it: %s', (text) =>
    expect(said(text)).toMatchObject({
      what: 'holder',
      from: '2027-03-01',
      name: expect.stringMatching(/^IT-Beauftragte Amt 66$|^Erika Beispiel$/),
    }),
  );
});

describe('a sentence by which somebody names who is to come', () => {
  test.each([
    ['Bitte Vertretung eintragen: IT-Beauftragte Amt 66', 'deputy', 'IT-Beauftragte Amt 66', undefined],
    ['Bitte Vertretung eintragen: itb-66 ab 1.3.2027', 'deputy', 'itb-66', '2027-03-01'],
    ['Bitte Vertretung für Amt 61 eintragen: Erika Beispiel', 'deputy', 'Erika Beispiel', undefined],
    [
      'Trag bitte IT-Beauftragte Amt 66 als meine Vertretung ein',
      'deputy',
      'IT-Beauftragte Amt 66',
      undefined,
    ],
    ['Meine Vertretung ist ab 1.3. IT-Beauftragte Amt 66', 'deputy', 'IT-Beauftragte Amt 66', '2027-03-01'],
    [
      'Meine Nachfolge wird ab dem 1. März IT-Beauftragte Amt 66',
      'holder',
      'IT-Beauftragte Amt 66',
      '2027-03-01',
    ],
    ['Bitte Vertretung eintragen', 'deputy', '', undefined],
    ['My deputy is IT officer of office 66 from 1 March', 'deputy', 'IT officer of office 66', '2027-03-01'],
  ])('%s', (text, what, name, from) => {
    expect(said(text)).toEqual({
      what,
      name,
      of: expect.any(String),
      ...(from ? { from } : { from: undefined }),
    });
  });
});

test.each([
  'Ich gebe mein Notebook ab',
  'Ich gebe den Antrag am 1.3. ab',
  'Ich gebe mein Amt nicht ab',
  'Ich gebe mein Amt ab, wenn eine Vertretung da ist',
  'Gebe ich mein Amt zum 1.3. ab?',
  'Meine Vertretung ist krank',
  'Meine Vertretung ist im Urlaub',
  'Wer ist meine Vertretung?',
  'Ich bin nicht mehr im Urlaub',
  'Ich trete dem Beirat bei',
  'Ich höre nicht auf zu fragen',
  'Meine Nachfolge ist noch offen',
  'Ich kann mich nicht mehr anmelden',
])('anything else is none: %s', (text) => expect(saysHandover(text)).toBe(false));

test('what is named narrows what is meant, a role or a place', () => {
  const own = [
    holder('it-beauftragte', 'x', { unit: '61' }),
    holder('it-beauftragte', 'x', { unit: '66' }),
    holder('fachadministratoren', 'x', { application: 'gis' }),
    holder('strategisches-it-management', 'x'),
  ];
  const meant = (of: string) =>
    rowsMeant(directory, own, of).map((row) => row.unit ?? row.application ?? row.role);
  expect(meant('')).toHaveLength(4);
  expect(meant('als IT-Beauftragter')).toEqual(['61', '66']);
  expect(meant('als IT-Beauftragte von Amt 66')).toEqual(['66']);
  expect(meant('Amt 61')).toEqual(['61']);
  expect(meant('Amt 10.50')).toEqual(['strategisches-it-management']);
  expect(meant('im Tiefbauamt')).toEqual(['66']);
});
