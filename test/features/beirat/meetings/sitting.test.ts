import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Block, FormsBlock } from '../../../../src/core/tab.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { actorOf } from '../../../support/program.ts';
import { type Hall, openHall, plan } from './invitation/hall.ts';

const demo = await demoDirectory();
const day = `${plan.day}T13:30:00.000Z`;
const present = ['vorsitz-beirat', 'werkleitung-kgrz', 'beirat-stadtkonzern', 'beirat-wirtschaft'];

let hall: Hall;

/** What the tab of the Beirat shows to somebody on the day of the meeting. */
async function board(who: string): Promise<readonly Block[]> {
  const parts = hall.features.flatMap(({ tabs = [] }) => tabs).filter(({ tab }) => tab === 'board');
  const visit = { actor: actorOf(demo, who), language: 'de' as const, at: day };
  return (await Promise.all(parts.map(({ show }) => show(visit)))).flat();
}
const formsOf = async (who: string): Promise<FormsBlock | undefined> =>
  (await board(who)).find((one): one is FormsBlock => one.kind === 'forms');

/** Presses a button of the form of an item, with what was entered instead of what stands there. */
async function press(at: number, title: string, entered: Readonly<Record<string, unknown>> = {}) {
  const form = (await formsOf('digitallotse'))?.forms[at];
  const ask = form?.asks.find((one) => one.title === title)?.ask;
  if (!form || !ask || !('verb' in ask)) throw new Error(`there is no "${title}"`);
  const fields = form.fields.map(({ id, value }) => [id, Array.isArray(value) ? value.join(',') : value]);
  const data = { ...Object.fromEntries(fields), ...entered, ...ask.data };
  return hall.press(ask.verb, data, { actor: actorOf(demo, 'digitallotse'), at: day, language: 'de' });
}

beforeEach(async () => {
  hall = await openHall();
  await hall.invites();
  for (const who of present)
    await hall.act(who, { kind: 'reply', answer: 'in-person', via: 'teams' }, '2026-11-25T09:00:00.000Z');
});

describe('a sitting on one screen', () => {
  test('is offered to be opened on its day, to whoever keeps the minutes', async () => {
    const asks = (await board('digitallotse')).filter((one) => one.kind === 'asks');
    expect(asks.flatMap((one) => one.asks.map(({ title }) => title))).toEqual(['Sitzung B-2026/1 eröffnen']);
    expect((await board('werkleitung-kgrz')).filter((one) => one.kind === 'asks')).toEqual([]);
  });

  test('shows every item with who is there, and is nobody else’s', async () => {
    await hall.act('digitallotse', { kind: 'hold', startedAt: '14:05' }, day);
    const forms = await formsOf('digitallotse');
    expect(forms?.forms.map(({ title }) => title)).toEqual([
      'TOP 1: Begrüßung',
      'TOP 2: Förderprojekt Stadtlabor',
    ]);
    const there = forms?.forms[1]?.fields.find(({ id }) => id === 'present')?.value;
    expect(there).toEqual(expect.arrayContaining(present));
    expect(await formsOf('werkleitung-kgrz')).toBeUndefined();
    expect(await formsOf('staff-61')).toBeUndefined();
  });

  test('records presence, note and votes of an item as its card does', async () => {
    await hall.act('digitallotse', { kind: 'hold', startedAt: '14:05' }, day);
    const votes = { wording: 'Die Stadt bewirbt sich.', yes: 3, no: 0, abstain: 1 };
    const reply = await press(1, 'Beschluss festhalten', { ...votes, note: 'Kurz beraten' });
    expect(reply.nothingDone).toBeUndefined();
    const { resolutions, session } = await hall.meeting();
    expect(resolutions).toMatchObject([{ wording: votes.wording, votes: { yes: 3, no: 0, abstain: 1 } }]);
    expect(Object.values(session?.notes ?? {})).toEqual(['Kurz beraten']);
  });

  test('offers no vote where too few are left', async () => {
    await hall.act('digitallotse', { kind: 'hold', startedAt: '14:05' }, day);
    await press(1, 'Speichern', { present: 'vorsitz-beirat' });
    const form = (await formsOf('digitallotse'))?.forms[1];
    expect(form?.lines).toMatchObject([{ tone: 'warning' }]);
    expect(form?.asks.map(({ title }) => title)).toEqual(['Speichern']);
    expect(form?.fields.map(({ id }) => id)).not.toContain('wording');
  });

  test('says why nothing came of a press', async () => {
    await hall.act('digitallotse', { kind: 'hold', startedAt: '14:05' }, day);
    const tooMany = await press(1, 'Beschluss festhalten', { wording: 'Ja.', yes: 9 });
    expect(tooMany.nothingDone).toContain('9');
    const late = await press(0, 'Speichern', {});
    expect(late.nothingDone).toContain('nichts geändert');
    expect((await hall.meeting()).resolutions).toEqual([]);
  });
});
