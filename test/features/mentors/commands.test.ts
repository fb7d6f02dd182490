import { describe, expect, test } from '@jest/globals';
import { readAsking, readCommand, readProfileCommand } from '../../../src/features/mentors/chat/commands.ts';
import { isPart } from '../../../src/features/mentors/profile/entry.ts';

describe('a mentoring by its number', () => {
  test.each([
    ['M-2026-0003', { id: 'M-2026-0003', unclear: false }],
    ['m 2026 3', { id: 'M-2026-0003', unclear: false }],
    ['M-2026-3 annehmen', { act: 'accept', note: '', language: 'de' }],
    ['M-2026-3 zusagen: gern', { act: 'accept', note: 'gern' }],
    ['M-2026-3 decline: no time', { act: 'decline', note: 'no time', language: 'en' }],
    ['M-2026-3 zurückziehen', { act: 'withdraw' }],
    ['M-2026-3 ABSCHLIESSEN', { act: 'close' }],
    ['M-2026-3 Rückmeldung: ja, sehr gut', { act: 'feedback', helped: 'yes', note: 'sehr gut' }],
    ['M-2026-3 feedback: partly', { act: 'feedback', helped: 'partly', note: '' }],
    ['M-2026-3 Rückmeldung: war gut', { act: 'feedback', note: 'war gut' }],
    ['M-2026-3 tanzen', { unclear: true }],
    ['M-2026-3 annehmenswert', { unclear: true }],
  ])('"%s"', (text, read) => {
    expect(readCommand(text)).toMatchObject(read);
  });

  test.each(['IT-2026-0003', 'M 3', 'Mentoren', 'Am 2026-3'])('"%s" is none', (text) => {
    expect(readCommand(text)).toBeUndefined();
  });
});

test('a question is typed with whom it is for', () => {
  expect(readAsking('Mentor fragen Handwerk: Wie geht es: so?')).toEqual({
    who: 'Handwerk',
    question: 'Wie geht es: so?',
    language: 'de',
  });
  expect(readAsking('Ask mentor Handwerk')).toEqual({ who: 'Handwerk', question: '', language: 'en' });
  expect(readAsking('Frage an den Mentor')).toBeUndefined();
});

describe('a profile', () => {
  test.each([
    ['Mein Mentorenprofil', { do: 'show', who: '', language: 'de' }],
    ['Mentorenprofil Handwerk', { do: 'show', who: 'Handwerk' }],
    ['Mentorenprofil bestätigen!', { do: 'confirm' }],
    ['my mentor profile confirm', { do: 'confirm', language: 'en' }],
    ['Mentorenprofil Handwerk löschen', { do: 'remove', who: 'Handwerk' }],
    ['Mentorenprofil: Plätze: 3', { do: 'set', who: '', parts: 'Plätze: 3' }],
    [
      'Mentorenprofil Handwerk: Plätze: 3; Pause: keine',
      { do: 'set', who: 'Handwerk', parts: ' Plätze: 3; Pause: keine' },
    ],
    [
      'Mentorenprofil Digitaler Mentor: Mittelstand: Felder: KI; Plätze: 2',
      { do: 'set', who: 'Digitaler Mentor: Mittelstand', parts: ' Felder: KI; Plätze: 2' },
    ],
  ])('"%s"', (text, read) => {
    expect(readProfileCommand(text, isPart)).toMatchObject(read);
  });

  test.each(['Mentorenprofile', 'Mentor profiles', 'Profil'])('"%s" is none', (text) => {
    expect(readProfileCommand(text, isPart)).toBeUndefined();
  });
});
