import { describe, expect, test } from '@jest/globals';
import type { Turn } from '../../../src/core/turn.ts';
import { openPreferences } from '../../../src/features/notices/preferences.ts';
import { openPostOffice, type PostOffice } from '../../support/post-office.ts';
import { actionTurn, textTurn } from '../../support/turns.ts';

const actorIn = ({ directory }: PostOffice, party: string) => {
  const person = directory.person(party);
  return { id: person?.teamsId ?? '', name: person?.name ?? '' };
};
const preferences = ({ store }: PostOffice, party = 'itb-61') => openPreferences(store).get(party);
const type = (office: PostOffice, text: string, more: Partial<Turn> = {}) =>
  office.router(textTurn(text, { actor: actorIn(office, 'itb-61'), ...more } as object));
const save = (office: PostOffice, data: object) =>
  office.router(actionTurn('notices.save', { ...data }, { actor: actorIn(office, 'itb-61') }));

const form = { delivery: 'digest', mailToo: 'true', quietFrom: '18:00', quietTo: '07:00', language: 'de' };

describe('how somebody wants to be told', () => {
  test('is shown without being stored', async () => {
    const office = await openPostOffice();
    const reply = await type(office, 'Benachrichtigungen');
    expect(reply).toMatchObject({
      card: 'notices/settings',
      data: { delivery: 'at-once', mailToo: 'false' },
    });
    expect(await preferences(office)).toBeUndefined();
  });

  test('is saved from the card and shown in its place', async () => {
    const office = await openPostOffice();
    const reply = await save(office, form);
    expect(reply).toMatchObject({
      inPlace: true,
      data: { ...form, line: expect.stringContaining('Gespeichert') },
    });
    expect(await preferences(office)).toMatchObject({
      delivery: 'digest',
      mailToo: true,
      quiet: { from: '18:00', to: '07:00' },
    });
  });

  test('is the same after saving twice', async () => {
    const office = await openPostOffice();
    await save(office, form);
    const once = await preferences(office);
    await save(office, form);
    expect(await preferences(office)).toMatchObject({ ...once, version: expect.any(Number) });
  });

  test('is saved once by two clicks at the same moment', async () => {
    const office = await openPostOffice();
    await Promise.all([save(office, form), save(office, form)]);
    expect(await preferences(office)).toMatchObject({ delivery: 'digest' });
  });

  test.each([
    ['Benachrichtigungen täglich', { delivery: 'digest' }],
    ['Benachrichtigungen auch per E-Mail', { mailToo: true }],
    ['quiet hours 22 to 6', { quiet: { from: '22:00', to: '06:00' } }],
    ['Benachrichtigungen auf Englisch', { language: 'en' }],
  ])('can be typed: %s', async (text, stored) => {
    const office = await openPostOffice();
    await type(office, text);
    expect(await preferences(office)).toMatchObject(stored);
  });

  test('can be taken back by typing', async () => {
    const office = await openPostOffice();
    await save(office, form);
    for (const text of ['Benachrichtigungen sofort', 'Benachrichtigungen nur in Teams', 'Ruhezeit aus']) {
      await type(office, text);
    }
    const now = await preferences(office);
    expect(now).toMatchObject({ delivery: 'at-once', mailToo: false });
    expect(now).not.toHaveProperty('quiet');
  });

  test('is answered in the language that was chosen', async () => {
    const office = await openPostOffice();
    expect((await type(office, 'Benachrichtigungen auf Englisch')).language).toBe('en');
  });
});

describe('what is not possible', () => {
  test('quiet hours without an end are pointed out at the field; nothing is changed, nothing is lost', async () => {
    const office = await openPostOffice();
    const reply = await save(office, { ...form, quietTo: '' });
    expect(reply.data).toMatchObject({
      delivery: 'digest',
      quietFrom: '18:00',
      quietTo: '',
      quietProblem: expect.stringContaining('Anfang und Ende'),
    });
    expect(await preferences(office)).toBeUndefined();
  });

  test('e-mail without a mail server changes nothing and says so', async () => {
    const office = await openPostOffice({ mail: false });
    const reply = await type(office, 'Benachrichtigungen auch per E-Mail');
    expect(reply.data).toMatchObject({
      mailPossible: false,
      problem: expect.stringContaining('nichts geändert'),
    });
    expect(await preferences(office)).toBeUndefined();
  });

  test('a form that is none is refused', async () => {
    const office = await openPostOffice();
    await expect(save(office, { ...form, delivery: 'by pigeon' })).rejects.toMatchObject({
      code: 'unreadable-action',
    });
  });

  test('in a group nobody sees how somebody is told', async () => {
    const office = await openPostOffice();
    await expect(type(office, 'Benachrichtigungen', { scope: 'groupChat' })).rejects.toMatchObject({
      code: 'only-in-personal-chat',
    });
  });
});

describe('a case that is opened from a digest', () => {
  const open = (office: PostOffice, data: object) =>
    office.router(actionTurn('notices.show', { ...data }, { actor: actorIn(office, 'itb-61') }));
  const cases = [
    {
      kind: 'case',
      show: async (id: string) =>
        id === 'IT-1'
          ? ({ card: 'test/case', data: {}, summary: id, language: 'de', inPlace: true } as const)
          : undefined,
    },
  ];

  test('comes as a message of its own, which is kept up to date', async () => {
    const office = await openPostOffice({ cases });
    expect(await open(office, { kind: 'case', id: 'IT-1' })).toMatchObject({
      card: 'test/case',
      about: { kind: 'case', id: 'IT-1' },
      inPlace: false,
    });
  });

  test.each([{ kind: 'case', id: 'IT-2' }, { kind: 'nothing', id: 'IT-1' }, {}])(
    '%j: is refused when it is gone or not for this person',
    async (data) => {
      const office = await openPostOffice({ cases });
      await expect(open(office, data)).rejects.toMatchObject({ code: 'case-not-shown' });
    },
  );
});
