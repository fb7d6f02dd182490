import { beforeEach, describe, expect, test } from '@jest/globals';
import { createMemoryStore } from '../../../src/adapters/store/memory.ts';
import { withoutPeople } from '../../../src/case/people.ts';
import type { Store } from '../../../src/core/ports/store.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import type { Reply } from '../../../src/core/reply.ts';
import { mentorHoldings } from '../../../src/features/mentors/holdings.ts';
import { AskForm, Book, Feedback, Mentoring } from '../../../src/features/mentors/model.ts';
import { Profile } from '../../../src/features/mentors/profiles/model.ts';
import { profileRecord } from '../../../src/features/mentors/profiles/record.ts';
import { mentoringRecord } from '../../../src/features/mentors/record.ts';
import { confirmProfile } from '../../support/confirm-profile.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../support/program.ts';

/* What time does with everything that is kept about mentors, each document by itself. */

const demo = await demoDirectory();
let program: Program;

const at = '2026-11-24T10:00:00.000Z';
const later = (days: number) => new Date(Date.parse(at) + days * 86_400_000);
const as = (id: string) => ({ actor: actorOf(demo, id), at, language: 'de' as const });

const run = async (id: string, now: Date): Promise<void> => {
  const job = program.features.flatMap(({ jobs = [] }) => jobs).find((one) => one.id === id);
  if (!job) throw new Error(`no job ${id}`);
  await job.run(now);
};

const stored = () => ({
  mentorings: program.store.collection('mentorings', Mentoring),
  profiles: program.store.collection('mentor-profiles', Profile),
  forms: program.store.collection('mentor-forms', AskForm),
  feedback: program.store.collection('mentor-feedback', Feedback),
  books: program.store.collection('mentor-book', Book),
});

const asks = (who: string, mentor: string): Promise<Reply> =>
  program.ask(`Mentor fragen ${mentor}: Was kann KI?`, as(who));

beforeEach(async () => {
  program = await startProgram(demo);
  const parts = 'Felder: KI; Plätze: 3; Kontakt: Mail; Erfahrung: Forschung';
  for (const mentor of ['Wissenschaft', 'Mittelstand'])
    await program.ask(`Mentorenprofil ${mentor}: ${parts}`, as('digitallotse'));
  for (const mentor of ['mentor-wissenschaft', 'mentor-mittelstand'])
    await confirmProfile(program, mentor, at);
  await asks('staff-61', 'Wissenschaft');
  await asks('itb-61', 'Mittelstand');
});

describe('a broken document', () => {
  test('keeps no other mentoring from its reminder and its end', async () => {
    const { mentorings } = stored();
    await mentorings.change('M-2026-0001', (doc) => ({ doc: { ...doc, createdAt: 'kaputt' } }));
    for (const days of [8, 15])
      await expect(run('mentors.waiting', later(days))).rejects.toThrow('Invalid time value');
    expect((await mentorings.get('M-2026-0002'))?.history.map(({ act }) => act)).toEqual([
      'asked',
      'reminded',
      'expired',
    ]);
  });

  test('keeps no other profile from being confirmed', async () => {
    const { profiles } = stored();
    for (const mentor of ['Wissenschaft', 'Mittelstand'])
      await program.ask(`Mentorenprofil ${mentor}: Plätze: 4`, as('digitallotse'));
    await profiles.change('mentor-wissenschaft', (doc) => ({ doc: { ...doc, askedAt: 'kaputt' } }));
    await expect(run('mentors.profiles', later(31))).rejects.toThrow('Invalid time value');
    expect((await profiles.get('mentor-mittelstand'))?.lapsedAt).toBe(later(31).toISOString());
  });

  test('keeps no other mentoring from losing its words', async () => {
    const { mentorings } = stored();
    for (const id of ['M-2026-0001', 'M-2026-0002'])
      await program.ask(`${id} zurückziehen`, as('digitallotse'));
    await mentorings.change('M-2026-0001', (doc) => ({ doc: { ...doc, endedAt: 'kaputt' } }));
    await expect(run('mentors.kept', later(200))).rejects.toThrow('Invalid time value');
    expect((await mentorings.get('M-2026-0002'))?.question).toBe('–');
  });

  test('keeps neither other forms nor feedback from being forgotten', async () => {
    const memory = createMemoryStore();
    const store: Store = {
      ...memory,
      collection(name, schema) {
        const found = memory.collection(name, schema);
        const remove = async (id: string) => {
          if (id === 'broken') throw new Error('this one stays');
          await found.remove(id);
        };
        return name === 'mentor-forms' ? { ...found, remove } : found;
      },
    };
    program = await startProgram(demo, { store });
    const { forms, feedback } = stored();
    for (const id of ['broken', 'other']) await forms.add({ id, by: 'staff-61', dueAt: at });
    await feedback.add({ id: 'f', day: '2026-11-24', helped: 'yes', text: '', dueAt: at });
    await expect(run('mentors.forget', later(1))).rejects.toThrow('this one stays');
    expect((await forms.list()).map(({ id }) => id)).toEqual(['broken']);
    expect(await feedback.list()).toEqual([]);
  });
});

describe('what has come to its end', () => {
  test('loses its words after half a year, says so, and is gone after a year', async () => {
    const { mentorings, books } = stored();
    await program.ask('M-2026-0001 zurückziehen: doch nicht', as('staff-61'));
    await program.tick(later(182));
    expect((await mentorings.get('M-2026-0001'))?.question).toBe('Was kann KI?');
    await program.tick(later(183));
    const card = await program.ask('M-2026-0001', as('staff-61'));
    expect(JSON.stringify(card.data)).not.toMatch(/Was kann KI|doch nicht/);
    expect(card.data).toMatchObject({
      question: expect.stringContaining('gelöscht'),
      steps: [{}, {}, { text: 'Lotse hat Texte gelöscht.' }],
    });
    await program.tick(later(364));
    expect(await mentorings.get('M-2026-0001')).toBeDefined();
    await program.tick(later(365));
    expect(await mentorings.get('M-2026-0001')).toBeUndefined();
    expect((await books.get('open'))?.open).toEqual([]);
  });

  test('is looked at by time no more', async () => {
    const { mentorings } = stored();
    await program.ask('M-2026-0001 zurückziehen', as('staff-61'));
    expect((await mentorings.get('M-2026-0001'))?.dueAt).toBeUndefined();
  });

  test('is a profile half a year after the person was a mentor last', async () => {
    const { profiles } = stored();
    program.reload({
      ...demo,
      assignments: demo.assignments.filter(({ role }) => role !== 'digitale-mentoren'),
    });
    await program.tick(later(7));
    await program.tick(later(7 + 182));
    expect((await profiles.list()).length).toBe(2);
    await program.tick(later(7 + 183));
    expect(await profiles.list()).toEqual([]);
  });
});

describe('an erasure', () => {
  test('knows every collection of mentors', async () => {
    const declared = [mentoringRecord, profileRecord, ...mentorHoldings].map(({ collection }) => collection);
    expect(declared.sort()).toEqual([
      'mentor-book',
      'mentor-feedback',
      'mentor-forms',
      'mentor-profiles',
      'mentorings',
    ]);
  });

  test('leaves a book that opens and whose places are taken', async () => {
    const people = mentorHoldings.find(({ collection }) => collection === 'mentor-book')?.people ?? [];
    const book = await stored().books.get('open');
    const left = Book.parse(withoutPeople({ ...book }, people, (id) => id === 'staff-61'));
    expect(left.open).toMatchObject([
      { id: 'M-2026-0001', asker: 'erased', mentor: 'mentor-wissenschaft' },
      { asker: 'itb-61' },
    ]);
  });
});

describe('a question about a profile', () => {
  test.each([
    'Mentorenprofil Wissenschaft löschen?',
    'Mentorenprofil Digitaler Mentor: Mittelstand und Handwerk löschen?',
    'Mentor profile Wissenschaft delete?',
  ])('deletes nothing and says so: %s', async (text) => {
    const said = await program.ask(text, as('digitallotse')).then(
      ({ summary }) => summary,
      (refusal: Refusal) => refusal.text.de,
    );
    expect(said).toContain('nichts getan');
    expect((await stored().profiles.list()).length).toBe(2);
  });
});
