import { describe, expect, test } from '@jest/globals';
import { begunAct, isOrdered } from '../../../src/case/typed.ts';
import { orderIn } from '../../../src/core/order.ts';
import { readAsking } from '../../../src/features/mentors/ask.ts';
import { readProfileCommand } from '../../../src/features/mentors/profiles/chat.ts';
import { isPart } from '../../../src/features/mentors/profiles/entry.ts';
import { contextAt, situation, type } from './world.ts';

/** What is done with which mentoring when this is typed. */
async function ordered(text: string) {
  const { id, letter, words = '' } = orderIn(text) ?? {};
  if (letter !== 'M') return undefined;
  const begun = begunAct(type.acts, words);
  if (!begun || !isOrdered(words, begun)) return { id };
  return {
    id,
    act: begun.act.kind,
    language: begun.language,
    ...(await begun.read(situation('asked'), contextAt())),
  };
}

describe('a mentoring by its number', () => {
  test.each([
    ['M-2026-0003', { id: 'M-2026-0003' }],
    ['m 2026 3', { id: 'M-2026-0003' }],
    ['M-2026-3 annehmen', { id: 'M-2026-0003', act: 'accept', language: 'de' }],
    ['M-2026-3 zusagen: gern', { id: 'M-2026-0003', act: 'accept', language: 'de', note: 'gern' }],
    ['Bitte M-2026-3 zusage, danke', { id: 'M-2026-0003', act: 'accept', language: 'de' }],
    ['M-2026-3 decline: no time', { id: 'M-2026-0003', act: 'decline', note: 'no time', language: 'en' }],
    ['M-2026-3 ablehnen', { id: 'M-2026-0003', act: 'decline', language: 'de' }],
    ['M-2026-3 reject', { id: 'M-2026-0003', act: 'decline', language: 'en' }],
    ['M-2026-3 zurückziehen', { id: 'M-2026-0003', act: 'withdraw', language: 'de' }],
    ['M-2026-3 zurueckziehen', { id: 'M-2026-0003', act: 'withdraw', language: 'de' }],
    ['M-2026-3 ABSCHLIESSEN', { id: 'M-2026-0003', act: 'close', language: 'de' }],
    ['M-2026-3 finish', { id: 'M-2026-0003', act: 'close', language: 'en' }],
    [
      'M-2026-3 Rückmeldung: ja, sehr gut',
      { id: 'M-2026-0003', act: 'feedback', language: 'de', helped: 'yes', note: 'sehr gut' },
    ],
    [
      'M-2026-3 Rückmeldung nein, gar nicht',
      { id: 'M-2026-0003', act: 'feedback', language: 'de', helped: 'no', note: 'gar nicht' },
    ],
    [
      'M-2026-3 feedback: partly',
      { id: 'M-2026-0003', act: 'feedback', language: 'en', helped: 'partly', note: '' },
    ],
    [
      'M-2026-3 Rückmeldung: war gut',
      { id: 'M-2026-0003', act: 'feedback', language: 'de', note: 'war gut' },
    ],
    ['M-2026-3 tanzen', { id: 'M-2026-0003' }],
    ['M-2026-3 annehmenswert', { id: 'M-2026-0003' }],
    ['Soll ich M-2026-3 annehmen?', { id: 'M-2026-0003' }],
    ['M-2026-3 noch nicht abschließen', { id: 'M-2026-0003' }],
  ])('"%s"', async (text, read) => {
    expect(await ordered(text)).toEqual(read);
  });

  test.each(['IT-2026-0003', 'M 3', 'Mentoren', 'Am 2026-3'])('"%s" is none', async (text) => {
    expect(await ordered(text)).toBeUndefined();
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
