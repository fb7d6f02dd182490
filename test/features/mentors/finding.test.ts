import { describe, expect, test } from '@jest/globals';
import { fieldsIn } from '../../../src/features/mentors/find/match.ts';
import { propose } from '../../../src/features/mentors/find/propose.ts';
import { isLookingForMentor } from '../../../src/features/mentors/find/wish.ts';
import { whyOf } from '../../../src/features/mentors/views/found.ts';
import { contextAt, emptyBook, fields, monday, profileOf } from './world.ts';

const ids = (text: string) => fieldsIn(text, fields).map(({ field }) => field.id);

describe('a field is recognised', () => {
  test.each([
    ['inflected', 'Wir haben Fragen zu künstlicher Intelligenz', 'ki'],
    ['as an abbreviation', 'Rat zu KI gesucht', 'ki'],
    ['with a hyphen', 'unser KI-Projekt', 'ki'],
    ['at the beginning of a compound', 'Datenschutzfragen im Verein', 'datenschutz'],
    ['at the end of a compound', 'unser Ticketonlineshop', 'online-handel'],
    ['as two words', 'wir bauen einen Online Shop', 'online-handel'],
    ['transcribed', 'Foerdermittel beantragen', 'foerderung'],
    ['in the plural', 'Geschäftsmodelle überdenken', 'geschaeftsmodelle'],
    ['in English', 'help with data protection', 'datenschutz'],
    ['in the English plural', 'our business models', 'geschaeftsmodelle'],
  ])('%s: "%s"', (_how, text, field) => {
    expect(ids(text)).toContain(field);
  });

  test.each([
    'Wo ist der Kiosk?',
    'Die Kirche',
    'Wann ist Feierabend?',
    'Said again',
    'Was ist im Portemonnaie?',
  ])('not in "%s"', (text) => {
    expect(ids(text)).toEqual([]);
  });

  test('with the word as it was typed', () => {
    const [hit] = fieldsIn('Wer hilft bei DATENSCHUTZFRAGEN?', fields);
    expect(hit?.words).toEqual(['DATENSCHUTZFRAGEN']);
  });
});

describe('looking for a mentor', () => {
  test.each([
    'Wer kann mich zu KI beraten?',
    'Wer berät uns zum Onlinehandel?',
    'Ich brauche eine Mentorin für Datenschutz',
    'Wir suchen einen Mentor mit Erfahrung in der Gründung',
    'Gibt es einen Coach für agile Projekte?',
    'Ich suche jemanden, der uns zu Fördermitteln berät',
    'Ich suche einen Mentor',
    'Kennt sich eine Mentorin mit Sensorik aus?',
    'I need a mentor for data protection',
    'Who can advise me on AI?',
    'Can someone advise us about smart city sensors?',
    'Is there a mentor for e-commerce?',
    'mentoren',
  ])('"%s"', (text) => {
    expect(isLookingForMentor(text, fields)).toBe(true);
  });

  test.each([
    'Wer ist zuständig für Datenschutz?',
    'Who is responsible for AI?',
    'Was sind digitale Mentoren?',
    'Was machen Mentoren für KI?',
    'Wie werde ich Mentor für KI?',
    'How do I become a mentor for AI?',
    'Wer gewinnt die Mentoren?',
    'Wer berät den Stadtvorstand zu KI?',
    'Wer berät mich bei Schulden?',
    'Mentor für Mathe-Nachhilfe gesucht',
    'Ich suche einen Mentor für mein Studium',
    'Gibt es einen Mentor für neue Auszubildende?',
    'digitale Mentoren',
    'Wer führt das KI-Projekt?',
    'Mentor fragen Wissenschaft: Was kann KI?',
    'IT-2026-0042 ablehnen, bitte einen Mentor für KI fragen',
    'M 2026 3 ablehnen, es gibt Mentoren für KI',
    'Idee: Wir brauchen Mentoren für KI',
  ])('not "%s": it is answered by others', (text) => {
    expect(isLookingForMentor(text, fields)).toBe(false);
  });
});

describe('proposals', () => {
  const a = profileOf('mentor-a', { fields: ['datenschutz', 'ki'] });
  const b = profileOf('mentor-b', {
    fields: ['ki'],
    experience: 'Betreibt einen Webshop für Möbel',
    capacity: 3,
  });
  const find = (
    text: string,
    more: { field?: string; without?: string[]; open?: [string, string][] } = {},
  ) => {
    const open = (more.open ?? []).map(([asker, mentor], n) => ({ id: `M-${n}`, asker, mentor }));
    return propose(
      { text, field: more.field, without: more.without ?? [] },
      [a, b],
      fields,
      { ...emptyBook, open },
      contextAt(),
    );
  };
  const names = (findings: ReturnType<typeof find>) => findings.proposals.map(({ profile }) => profile.id);

  test('put first who knows more of what was asked', () => {
    expect(names(find('Beratung zu KI und Datenschutz'))).toEqual(['mentor-a', 'mentor-b']);
  });

  test('put first who has more places when both know the same', () => {
    expect(names(find('Beratung zu KI'))).toEqual(['mentor-b', 'mentor-a']);
  });

  test('leave out who has no place, and say that there is somebody', () => {
    const found = find('Datenschutz', {
      open: [
        ['x', 'mentor-a'],
        ['y', 'mentor-a'],
      ],
    });
    expect(names(found)).toEqual([]);
    expect(found.full).toBe(1);
  });

  test('leave out the asker, and whoever does not know the field', () => {
    expect(names(find('', { field: 'datenschutz' }))).toEqual(['mentor-a']);
    expect(names(find('KI', { without: ['mentor-b'] }))).toEqual(['mentor-a']);
    expect(names(find('Barrierefreiheit'))).toEqual([]);
  });

  test('show everybody when nothing is asked for', () => {
    expect(names(find('Mentoren'))).toEqual(['mentor-b', 'mentor-a']);
  });

  test('leave out whose profile is not confirmed', () => {
    const found = propose(
      { text: 'KI', without: [] },
      [{ ...a, lapsedAt: monday }],
      fields,
      emptyBook,
      contextAt(),
    );
    expect(found.proposals).toEqual([]);
  });

  test('say why, in both languages', () => {
    const [one] = find('Ich brauche Rat zu Datenschutzfragen').proposals;
    expect(one && whyOf(one, 'de')).toBe(
      'Vorgeschlagen wegen Ihres Stichworts „Datenschutzfragen“: Feld Datenschutz.',
    );
    expect(one && whyOf(one, 'en')).toContain('because you wrote “Datenschutzfragen”: field Data protection');
  });

  test('know what a mentor wrote about the own experience', () => {
    const [one] = find('Wer kann uns zum Verkauf von Möbeln beraten?', {}).proposals;
    expect(one && whyOf(one, 'de')).toBe('Vorgeschlagen aufgrund der Erfahrung: „Möbeln“.');
  });
});
