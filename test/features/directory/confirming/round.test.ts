import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openConfirmations } from '../../../../src/app/confirmations.ts';
import {
  Confirmation,
  confirmationCollection,
  Rounds,
  roundOn,
} from '../../../../src/features/directory/confirming/round.ts';
import type { Directory } from '../../../../src/features/directory/model.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { actorOf, type Program, startProgram } from '../../../support/program.ts';
import { actionTurn } from '../../../support/turns.ts';

const city = await demoDirectory();
const rounds = openConfirmations();

let program: Program;
let current: Directory;
beforeEach(async () => {
  current = city;
  program = await startProgram(city, { confirmations: () => rounds });
});
const tick = (at: string) => program.tick(new Date(at));
const becomes = (next: Directory) => {
  current = next;
  program.reload(next);
};
const as = (who: string, at: string) => ({ actor: actorOf(city, who), at });
const asked = async () =>
  (await program.outbox())
    .filter(({ kind }) => kind === 'directory.confirm')
    .map(({ recipient }) => recipient);
const known = (id: string) => program.store.collection(confirmationCollection, Confirmation).get(id);
const confirm = (who: string, at: string, seen?: string) =>
  program.router(actionTurn('directory.confirm-entry', seen === undefined ? {} : { seen }, as(who, at)));
const entry = (who: string, at: string) => program.ask('Mein Eintrag', as(who, at));
/** Every page of the list. */
async function lacks(at: string): Promise<string> {
  const pages: unknown[] = [];
  for (let from: unknown = 0; from !== undefined; ) {
    const { data } = await program.router(
      actionTurn('directory.health-page', { from }, as('lead-10.50', at)),
    );
    pages.push(data.groups);
    from = data.next;
  }
  return JSON.stringify(pages);
}

describe('on the days of the file', () => {
  test('whoever has a role and is in Teams is asked once, and nobody else', async () => {
    for (const at of [
      '2027-03-01T06:00:00Z',
      '2027-03-01T08:00:00Z',
      '2027-03-01T09:00:00Z',
      '2027-03-02T09:00:00Z',
    ])
      await tick(at);
    const people = await asked();
    expect(new Set(people).size).toBe(people.length);
    const holding = new Set(city.assignments.filter(({ to }) => !to).map(({ person }) => person));
    const reached = city.persons.filter(({ id, teamsId }) => teamsId && holding.has(id)).map(({ id }) => id);
    expect(people.toSorted()).toEqual(reached.toSorted());
    expect(people).not.toContain('staff-61');
  });

  test('a round that is long over is not made up for; one of yesterday is', async () => {
    await tick('2026-11-24T10:00:00Z');
    expect(await asked()).toEqual([]);
    await tick('2027-03-02T10:00:00Z');
    expect((await asked()).length).toBeGreaterThan(3);
  });

  test('never where the file says so', async () => {
    program = await startProgram(city, { confirmations: () => ({ days: [], within: 28 }) });
    await tick('2027-03-01T09:00:00Z');
    expect(await asked()).toEqual([]);
  });

  test('a round begins on the last of its days, in every year', () => {
    void fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const round = roundOn(rounds, day) ?? '';
          expect(round <= day && day < `${Number(round.slice(0, 4)) + 1}${round.slice(4)}`).toBe(true);
          expect(rounds.days).toContain(round.slice(5));
        },
      ),
    );
    expect(Rounds.safeParse({ days: ['31-12'], within: 28 }).success).toBe(false);
  });
});

describe('somebody who was asked', () => {
  beforeEach(() => tick('2027-03-01T09:00:00Z'));

  test('confirms what they see; what has changed since the card is looked at again', async () => {
    const { data } = await entry('itb-61', '2027-03-02T09:00:00.000Z');
    becomes({
      ...current,
      persons: current.persons.map((row) => (row.id === 'itb-61' ? { ...row, phone: '129-1' } : row)),
    });
    const again = await confirm('itb-61', '2027-03-02T09:00:00.000Z', String(data.seen));
    expect(again.data.remark).toContain('noch einmal');
    expect((await known('itb-61'))?.confirmed).toBeUndefined();
    await confirm('itb-61', '2027-03-02T09:00:00.000Z', String(again.data.seen));
    expect(await known('itb-61')).toMatchObject({ asked: '2027-03-01', confirmed: '2027-03-02' });
  });

  test('is a lack of the directory after the period, until they confirm', async () => {
    expect(await lacks('2027-03-20T09:00:00.000Z')).not.toContain('nicht bestätigt');
    expect(await lacks('2027-03-31T09:00:00.000Z')).toContain(
      '(itb-61): gefragt am 01.03.2027, nicht bestätigt',
    );
    await program.ask('Mein Eintrag stimmt', as('itb-61', '2027-03-31T09:00:00.000Z'));
    expect(await lacks('2027-03-31T09:00:00.000Z')).not.toContain('(itb-61): gefragt');
  });

  test('is asked again in the next round; a question confirms nothing', async () => {
    await program.ask('Mein Eintrag stimmt', as('itb-61', '2027-08-31T09:00:00.000Z'));
    await tick('2027-09-01T09:00:00Z');
    const rounds = (await program.outbox()).filter(
      ({ kind, recipient }) => kind === 'directory.confirm' && recipient === 'itb-61',
    );
    expect(rounds.map(({ ref }) => ref)).toContain('2027-09-01');
    await program.ask('Mein Eintrag stimmt?', as('itb-61', '2027-09-02T09:00:00.000Z'));
    expect((await known('itb-61'))?.confirmed).toBe('2027-08-31');
  });

  test('says what is not right on the form of a proposal', async () => {
    const { data } = await entry('itb-61', '2027-03-02T09:00:00.000Z');
    const [row] = data.rows as readonly { readonly ref: unknown }[];
    const form = await program.router(
      actionTurn('directory.wrong', { ref: row?.ref }, as('itb-61', '2027-03-02T09:00:00.000Z')),
    );
    expect(form.card).toBe('directory/propose');
  });

  test('and has left is forgotten', async () => {
    becomes({
      ...current,
      persons: current.persons.filter(({ id }) => id !== 'itb-61'),
      assignments: current.assignments.filter(({ person }) => person !== 'itb-61'),
    });
    await tick('2027-03-02T09:00:00Z');
    expect(await known('itb-61')).toBeUndefined();
    expect(await known('itb-66')).toBeDefined();
  });
});
