import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Form, Page, Visit } from '../../../src/core/ports/pages.ts';
import { confirmProfile } from '../../support/confirm-profile.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../support/program.ts';

/* The whole feature in the program: people in Teams, mentors on their pages. */

const demo = await demoDirectory();
let program: Program;

const at = '2026-11-24T10:00:00Z';
const as = (id: string) => ({ actor: actorOf(demo, id), at, language: 'de' as const });
const lotse = as('digitallotse');
const staff = as('staff-61');

const filled = {
  person: 'mentor-wissenschaft',
  fields: 'ki,datenschutz',
  experience: 'Forscht zu Sprachmodellen',
  languages: 'de',
  capacity: '1',
  contact: 'dienstags per E-Mail',
  pausedUntil: '',
};
const question = {
  mentor: 'mentor-wissenschaft',
  question: 'Was kann KI im Bauamt?',
  contact: 'Durchwahl 161',
};

const ask = (form: string, who = staff) => program.press('mentors.ask', { form, ...question }, who);

const page = (path: string) => {
  const found = program.features.flatMap(({ pages = [] }) => pages).find((one) => one.path === path);
  if (!found?.post) throw new Error(`no page ${path}`);
  return { get: found.get, post: found.post };
};
const visit = (subject: Record<string, string>): Visit => ({ subject, now: new Date(at), language: 'de' });
const onRequest = visit({ mentoring: 'M-2026-0001', person: 'mentor-wissenschaft' });
const onProfile = visit({ person: 'mentor-wissenschaft' });

const textOf = (shown: unknown): string => JSON.stringify(shown);

beforeEach(async () => {
  program = await startProgram(demo);
});
const filledIn = () => program.press('mentors.profile-save', filled, lotse);
/** Filled in by the Digitallotse, and confirmed by the mentor. */
const withProfile = async () => {
  await filledIn();
  await page('/mentors/profil').post(onProfile, { act: 'confirm' });
};
const owedIds = async () => (await program.outbox()).map(({ id }) => id);

describe('without any profile', () => {
  test('everybody is told so, and only the Digitallotse is offered the form', async () => {
    const forStaff = await program.ask('Mentoren', staff);
    expect(forStaff.data).toMatchObject({ roles: ['digitale-mentoren'], isOffice: false, mentors: [] });
    expect(forStaff.summary).toContain('noch keine Profile');
    expect(forStaff.summary).toContain('digitallotse@example.org');
    expect((await program.ask('Mentoren', lotse)).data).toMatchObject({ isOffice: true });
  });

  test('nobody else keeps profiles', async () => {
    await expect(withProfileBy('staff-61')).rejects.toMatchObject({ code: 'only-digitallotse' });
    await expect(program.press('mentors.profiles', {}, staff)).rejects.toMatchObject({
      code: 'only-digitallotse',
    });
    await expect(program.press('mentors.all', {}, staff)).rejects.toMatchObject({
      code: 'only-digitallotse',
    });
    await expect(
      program.press('mentors.profile-save', { ...filled, person: 'staff-61' }, lotse),
    ).rejects.toMatchObject({
      code: 'no-mentor',
    });
  });

  const withProfileBy = (id: string) => program.press('mentors.profile-save', filled, as(id));
});

describe('from the question to the end', () => {
  test('says how to reach the mentor once, with the address of the directory if the profile has none', async () => {
    await withProfile();
    await ask('f1');
    await page('/mentors/anfrage').post(onRequest, { act: 'accept' });
    const shown = textOf((await program.ask('M-2026-0001', staff)).data);
    expect(shown).toContain('dienstags per E-Mail · mentor-wissenschaft@partner.example.org');
    await program.ask('Mentorenprofil Wissenschaft: Kontakt: mentor-wissenschaft@partner.example.org', lotse);
    const once = textOf((await program.ask('M-2026-0001', staff)).data);
    expect(once.split('mentor-wissenschaft@partner')).toHaveLength(2);
  });

  test('is walked with pages; contacts are told only after the acceptance', async () => {
    await withProfile();
    const found = await program.ask('Wer kann mich zu KI beraten?', staff);
    expect(textOf(found.data)).toContain('wegen Ihres Stichworts „KI“: Feld Künstliche Intelligenz');
    expect(textOf(found.data)).not.toContain('dienstags');

    const sent = await ask('f1');
    expect(sent.data).toMatchObject({ id: 'M-2026-0001', canWithdraw: true, canAccept: false });
    expect(textOf(sent.data)).not.toContain('dienstags');
    const before = await page('/mentors/anfrage').get(onRequest);
    expect(textOf(before)).toContain('Was kann KI im Bauamt?');
    expect(textOf(before)).not.toContain('Durchwahl 161');

    const accepted = await page('/mentors/anfrage').post(onRequest, { act: 'accept' });
    expect(textOf(accepted)).toContain('Durchwahl 161');
    expect(textOf((await program.ask('M-2026-0001', staff)).data)).toContain('dienstags per E-Mail');

    await program.ask('M-2026-0001 abschließen', staff);
    const heard = await program.ask('M-2026-0001 Rückmeldung: ja, sehr', staff);
    expect(heard.data).toMatchObject({ canFeedback: false });
    const feedback = await program.ask('Rückmeldungen zu Mentorings', lotse);
    expect(textOf(feedback.data)).toContain('sehr');
    expect(textOf(feedback.data)).not.toMatch(/M-2026|Amt 61|Wissenschaft/);
  });

  test('opening the pages, as often as you like, changes and owes nothing', async () => {
    await withProfile();
    await ask('f1');
    const before = [await owedIds(), textOf(await program.store.collection('mentorings', any).list())];
    for (let n = 0; n < 3; n += 1) {
      await page('/mentors/anfrage').get(onRequest);
      await page('/mentors/profil').get(onProfile);
    }
    expect([await owedIds(), textOf(await program.store.collection('mentorings', any).list())]).toEqual(
      before,
    );
  });

  test('the same form on the page twice has one effect, and a late one says how it stands', async () => {
    await withProfile();
    await ask('f1');
    await page('/mentors/anfrage').post(onRequest, { act: 'decline' });
    const once = await owedIds();
    const again = await page('/mentors/anfrage').post(onRequest, { act: 'accept' });
    expect(textOf(again)).toContain('Jetziger Stand: Abgesagt');
    expect(await owedIds()).toEqual(once);
  });

  test('a link of one mentor does not open what another was asked', async () => {
    await withProfile();
    await ask('f1');
    const foreign = visit({ mentoring: 'M-2026-0001', person: 'mentor-mittelstand' });
    expect(await page('/mentors/anfrage').get(foreign)).toMatchObject({ status: 404 });
    expect(await page('/mentors/anfrage').post(foreign, { act: 'accept' })).toMatchObject({ status: 404 });
  });
});

const any = { parse: (data: unknown) => data as { id: string; version: number } };

describe('what is repeated or does not fit', () => {
  test('the same form four times at once is one question', async () => {
    await withProfile();
    const cards = await Promise.all([ask('f1'), ask('f1'), ask('f1'), ask('f1')]);
    expect(cards.map(({ data }) => data.id)).toEqual(Array(4).fill('M-2026-0001'));
    expect((await owedIds()).filter((id) => id.includes('asked'))).toEqual([
      'M-2026-0001 asked 1 mentor-wissenschaft',
    ]);
  });

  test('of two who ask for the last place at once, one gets it', async () => {
    await withProfile();
    const both = await Promise.allSettled([ask('f1'), ask('f2', as('itb-61'))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await program.ask('Wer berät uns zu KI?', lotse)).data).toMatchObject({ mentors: [] });
  });

  test('what is missing brings the form back with what was typed', async () => {
    await withProfile();
    const again = await program.press('mentors.ask', { form: 'f1', ...question, contact: ' ' }, staff);
    expect(again.card).toBe('mentors/ask');
    expect(again.data).toMatchObject({ form: 'f1', question: question.question, remark: expect.anything() });
  });

  test('nobody else learns from a number whether there is such a mentoring', async () => {
    await withProfile();
    await ask('f1');
    const [known, unknown] = [
      await program.ask('M-2026-0001', as('itb-61')),
      await program.ask('M-2026-0999', as('itb-61')),
    ];
    expect(known.summary.replace('0001', '')).toBe(unknown.summary.replace('0999', ''));
  });

  test('mentorings are not shown where others read along', async () => {
    await withProfile();
    await ask('f1');
    await expect(program.ask('M-2026-0001', { ...staff, scope: 'channel' })).rejects.toMatchObject({
      code: 'only-in-personal-chat',
    });
  });

  test('after a refusal others are proposed, with the question filled in', async () => {
    await withProfile();
    await program.press('mentors.profile-save', { ...filled, person: 'mentor-mittelstand' }, lotse);
    await confirmProfile(program, 'mentor-mittelstand', at);
    await ask('f1');
    await page('/mentors/anfrage').post(onRequest, { act: 'decline' });
    const card = await program.ask('M-2026-0001', staff);
    expect(card.data.others).toMatchObject([{ id: 'mentor-mittelstand' }]);
    const form = await program.press(
      'mentors.ask-form',
      { mentor: 'mentor-mittelstand', id: 'M-2026-0001' },
      staff,
    );
    expect(form.data).toMatchObject({ question: question.question });
  });
});

describe('the page of the profile', () => {
  const form: Form = {
    act: 'save',
    'field-ki': 'yes',
    'language-en': 'yes',
    experience: 'Neu',
    capacity: '4',
    contact: 'Telefon',
    pausedUntil: '',
  };

  test('nobody is proposed or asked before the own first yes', async () => {
    await filledIn();
    expect(textOf((await program.ask('Wer kann mich zu KI beraten?', staff)).data)).not.toContain('Forscht');
    await expect(ask('f1')).rejects.toMatchObject({ code: 'not-available' });
    await page('/mentors/profil').post(onProfile, { act: 'confirm' });
    expect((await ask('f1')).data).toMatchObject({ id: 'M-2026-0001' });
  });

  test('confirms with one click and says so', async () => {
    await filledIn();
    expect(textOf(await page('/mentors/profil').get(onProfile))).toContain('Bestätigung erbeten');
    const done = await page('/mentors/profil').post(onProfile, { act: 'confirm' });
    expect(textOf(done)).toContain('bestätigt am 24.11.2026');
  });

  test('keeps what was changed, and shows every error at its field', async () => {
    await withProfile();
    const wrong = await page('/mentors/profil').post(onProfile, { ...form, 'field-ki': '', capacity: 'x' });
    expect((wrong as Page).status).toBe(422);
    expect(textOf(wrong)).toMatch(/mindestens ein Feld.*von 0 bis 20/);
    await page('/mentors/profil').post(onProfile, form);
    const profile = await program.ask('Mentorenprofil mentor-wissenschaft', lotse);
    expect(profile.data).toMatchObject({ experience: 'Neu', capacity: '4', fields: 'ki', languages: 'en' });
  });

  test('says so when the person is no mentor any more', async () => {
    await withProfile();
    program.reload({
      ...demo,
      assignments: demo.assignments.filter(({ role }) => role !== 'digitale-mentoren'),
    });
    expect(await page('/mentors/profil').post(onProfile, { act: 'confirm' })).toMatchObject({ status: 409 });
    expect((await program.ask('Mentoren', staff)).data).toMatchObject({ mentors: [] });
  });
});

describe('typed', () => {
  test('a question is sent when the directory knows how to reach the asker; a repeated delivery sends it once', async () => {
    await withProfile();
    const turn = { ...staff, id: 'turn-1' };
    const [one, two] = [
      await program.ask('Mentor fragen Wissenschaft: Was kann KI?', turn),
      await program.ask('Mentor fragen Wissenschaft: Was kann KI?', turn),
    ];
    expect([one.data.id, two.data.id]).toEqual(['M-2026-0001', 'M-2026-0001']);
  });

  test('a question of a colleague who is not in the directory opens the form for the rest', async () => {
    await withProfile();
    const colleague = {
      actor: { id: '77777777-7777-4777-8777-777777777777', name: 'Sachbearbeitung Amt 50' },
      at,
    };
    const form = await program.ask('Mentor fragen Wissenschaft: Was kann KI?', { ...staff, ...colleague });
    expect(form.data).toMatchObject({ question: 'Was kann KI?', contact: '' });
    const filledIn = { ...form.data, contact: 'Durchwahl 150' };
    const sent = await program.press('mentors.ask', filledIn, { ...staff, ...colleague });
    expect(sent.data).toMatchObject({ id: 'M-2026-0001', canWithdraw: true });
    const accepted = await page('/mentors/anfrage').post(onRequest, { act: 'accept' });
    expect(textOf(accepted)).toContain('Durchwahl 150');
  });

  test('a form of somebody else is not sent again', async () => {
    await withProfile();
    await ask('f1');
    await expect(ask('f1', as('itb-61'))).rejects.toMatchObject({ code: 'form-gone' });
  });

  test('parts of a profile are changed, the others stay', async () => {
    await withProfile();
    const changed = await program.ask('Mentorenprofil Wissenschaft: Plätze: 5; Pause: 31.01.2027', lotse);
    expect(changed.data).toMatchObject({
      capacity: '5',
      pausedUntil: '2027-01-31',
      contact: 'dienstags per E-Mail',
    });
    expect((await program.ask('Mentoren', staff)).data).toMatchObject({ mentors: [] });
  });

  test('a profile is deleted by the Digitallotse only', async () => {
    await withProfile();
    expect((await program.ask('Mentorenprofil Wissenschaft löschen', staff)).card).toBe('shared/refusal');
    await program.ask('Mentorenprofil Wissenschaft löschen', lotse);
    expect((await program.ask('Mentoren', staff)).summary).toContain('noch keine Profile');
  });
});
