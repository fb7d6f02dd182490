import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Said } from '../../../src/core/notice.ts';
import type { Language } from '../../../src/core/text.ts';
import { confirmProfile } from '../../support/confirm-profile.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../support/program.ts';

/* What is said is made when it is sent: from the state of that moment. */

const demo = await demoDirectory();
let program: Program;
const at = '2026-11-24T10:00:00Z';
const as = (id: string, more: object = {}) => ({
  actor: actorOf(demo, id),
  at,
  language: 'de' as const,
  ...more,
});

beforeEach(async () => {
  program = await startProgram(demo);
  const parts = 'Felder: KI; Plätze: 2; Kontakt: Mail; Erfahrung: Forschung';
  await program.ask(`Mentorenprofil Wissenschaft: ${parts}`, as('digitallotse'));
  await confirmProfile(program, 'mentor-wissenschaft', at);
  await program.ask('Mentor fragen Wissenschaft: Was kann KI?', as('staff-61'));
});

/** What the newest notice of a kind says to its recipient at a time. */
async function said(kind: string, now: string, language: Language = 'de'): Promise<Said | undefined> {
  const notice = (await program.outbox()).filter((one) => one.kind === `mentors.${kind}`).at(-1);
  const says = program.features
    .flatMap(({ notices = [] }) => notices)
    .find((one) => one.kind === `mentors.${kind}`);
  if (!notice || !says) throw new Error(`nothing of the kind ${kind} is owed`);
  return says.say(notice, { id: notice.recipient, name: '', language }, new Date(now));
}

const page = (form: Record<string, string>) => {
  const route = program.features
    .flatMap(({ pages = [] }) => pages)
    .find(({ path }) => path === '/mentors/anfrage');
  const subject = { mentoring: 'M-2026-0001', person: 'mentor-wissenschaft' };
  return route?.post?.({ subject, now: new Date(at), language: 'de' }, form);
};

describe('the question to the mentor', () => {
  test('carries the question and a personal link, but not how to reach the asker', async () => {
    const letter = (await said('asked', at))?.letter;
    expect(letter?.paragraphs.join()).toContain('Was kann KI?');
    expect(letter?.paragraphs.join()).not.toContain('staff-61@example.org');
    expect(letter?.links?.[0]?.url).toMatch(/^https:\/\/lotse\.example\.org\/mentors\/anfrage\/\S{20,}$/);
  });

  test('exists in English, too', async () => {
    expect((await said('asked', at, 'en'))?.letter.subject).toBe(
      'Somebody asks for your advice: M-2026-0001',
    );
  });

  test('is not said any more when it was answered or withdrawn meanwhile', async () => {
    await program.ask('M-2026-0001 zurückziehen', as('staff-61'));
    expect(await said('asked', at)).toBeUndefined();
    expect((await said('news', at))?.letter.paragraphs.join()).toContain('hat die Anfrage zurückgezogen');
  });
});

describe('after the answer', () => {
  test('the mentor is told how to reach the asker', async () => {
    await page({ act: 'accept', note: 'Gern' });
    const toMentor = (await program.outbox()).find(
      ({ kind, recipient }) => kind === 'mentors.news' && recipient === 'mentor-wissenschaft',
    );
    expect(toMentor).toBeDefined();
    const says = program.features
      .flatMap(({ notices = [] }) => notices)
      .find(({ kind }) => kind === 'mentors.news');
    const to = { id: 'mentor-wissenschaft', name: '', language: 'de' as const };
    const letter = toMentor && (await says?.say(toMentor, to, new Date(at)))?.letter;
    expect(letter?.paragraphs.join()).toContain('staff-61@example.org');
    expect(letter?.links).toHaveLength(1);
  });

  test('nobody is asked for feedback who has given it', async () => {
    await page({ act: 'accept' });
    await program.ask('M-2026-0001 abschließen', as('staff-61'));
    expect((await said('feedback', at))?.reply.data).toMatchObject({ canFeedback: true });
    await program.ask('M-2026-0001 Rückmeldung: nein', as('staff-61'));
    expect(await said('feedback', at)).toBeUndefined();
    expect((await said('heard', at))?.letter.paragraphs).toEqual(['Nein']);
  });
});

describe('the profile', () => {
  // What the Digitallotse changes is to be confirmed again.
  beforeEach(() => program.ask('Mentorenprofil Wissenschaft: Plätze: 3', as('digitallotse')));

  test('is shown to the mentor with a link, until it is confirmed', async () => {
    const letter = (await said('profile', at))?.letter;
    expect(letter?.paragraphs.join()).toContain('Erfahrung: Forschung');
    expect(letter?.links?.[0]?.url).toContain('/mentors/profil/');
  });

  test('that stays unconfirmed is reported to the Digitallotse after a month', async () => {
    const later = '2026-12-28T09:00:00Z';
    await program.tick(new Date(later));
    const lapsed = await said('lapsed', later);
    expect(lapsed?.letter.subject).toBe(
      'Ein Profil ist nicht bestätigt: Digitale Mentorin: Wissenschaft und Gründung',
    );
    expect(lapsed?.letter.links).toBeUndefined();
    const found = await program.ask('Wer berät mich zu KI?', as('itb-61', { at: later }));
    expect(found.data).toMatchObject({ mentors: [] });
  });
});
