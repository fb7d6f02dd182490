import { beforeAll, describe, expect, test } from '@jest/globals';
import { jobsOf } from '../../../src/app/run-jobs.ts';
import { dayOf, daysBefore } from '../../../src/core/day.ts';
import type { Stored } from '../../../src/core/ports/store.ts';
import { daysBetween } from '../../../src/features/beirat/board/notice-period.ts';
import {
  Circulation,
  circulationCollection,
  endedStates,
} from '../../../src/features/beirat/circulations/model.ts';
import { DatePoll, pollCollection } from '../../../src/features/beirat/date-polls/model.ts';
import { ends, Meeting, meetingCollection } from '../../../src/features/beirat/meetings/model.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { type Program, startProgram } from '../../support/program.ts';
import { decideCirculation, drafted, words } from './circulations/circulating.ts';
import { dates, startedPoll } from './date-polls/polling.ts';
import { planned } from './meetings/acting.ts';
import {
  acted,
  allActed,
  answered,
  before,
  chair,
  contextAt,
  held,
  invited,
  meetingDay,
  objected,
  office,
  party,
  plan,
  recorded,
  sent,
  submitted,
  voting,
} from './meetings/record/chamber.ts';

/*
 * A year of the whole program in which nobody does anything: whatever waits for somebody is said again and again, to whom
 * it waits for, until it ends by itself. Mails and cards are not sent here, only owed.
 */

const executive = 'vorsitz-stadtvorstand';
const at = contextAt(before);
const draft = planned({ plan }, party(office), at);
const waits = acted(draft, office, { kind: 'submit' }, before);
const addressed = allActed(held, meetingDay, [
  [office, voting([4, 1, 0], { addressee: 'stadtvorstand' })],
  [office, { kind: 'end', endedAt: '16:10' }],
  [office, { kind: 'send-minutes' }],
  [chair, { kind: 'release-minutes' }],
]);
/** Where each stands when everybody stops. */
const meetings: Readonly<Record<string, Meeting>> = {
  draft,
  submitted: waits,
  approved: acted(waits, chair, { kind: 'approve' }, before),
  invited,
  recorded,
  'minutes with the chair': submitted,
  'minutes sent': sent,
  objected,
  recommended: addressed,
  asked: acted(answered, 'beirat-verwaltung', { kind: 'ask', text: 'Gibt es Parkplätze?' }, before),
  postponed: acted(answered, office, { kind: 'postpone', reason: 'Sturm' }, before),
};
const proposed: Circulation = { ...drafted('U-2026-1', words, party(office), at).doc, version: 1 };
const forChair = moved(proposed, { kind: 'submit' }, office);
const circulations: Readonly<Record<string, Circulation>> = {
  'circulation drafted': proposed,
  'circulation submitted': forChair,
  'circulation voted on': moved(forChair, { kind: 'approve' }, chair),
};

function moved(one: Circulation, act: { readonly kind: 'submit' | 'approve' }, who: string): Circulation {
  return { ...one, ...decideCirculation(one, act, party(who), at)?.doc, version: one.version + 1 };
}

/** What reminds of something that waits, not what tells that it happened. */
const reminding =
  /^(?:dispatch|record|approve|approve-minutes|open-question|date|resolution-due|recommendation-(?:due|late)|circulation-(?:draft|approve)) /;

const fresh = <T extends Stored>({ version: _, ...doc }: T, id: string) => ({ ...doc, id });
const first = '2026-11-25';
const last = '2027-11-25';

/** Runs the jobs of the Beirat every morning of a year. */
async function passes(program: Program): Promise<void> {
  const jobs = jobsOf(program.features).filter(({ id }) => id.startsWith('beirat.'));
  for (let day = first; day < last; day = daysBefore(day, -1))
    for (const job of jobs) await job.run(new Date(`${day}T08:30:00Z`));
}

describe('a year in which nobody does anything', () => {
  let program: Program;
  /** Name of a case → `kind recipient` → the days on which they were told. */
  const told = new Map<string, Map<string, string[]>>();
  const ids = new Map<string, string>();

  beforeAll(async () => {
    program = await startProgram();
    const { store } = program;
    for (const [n, [name, doc]] of Object.entries(meetings).entries()) {
      ids.set(`B-2026-${n + 1}`, name);
      await store.collection(meetingCollection, Meeting).add(fresh(doc, `B-2026-${n + 1}`) as never);
    }
    for (const [n, [name, doc]] of Object.entries(circulations).entries()) {
      ids.set(`U-2026-${n + 1}`, name);
      await store.collection(circulationCollection, Circulation).add(fresh(doc, `U-2026-${n + 1}`) as never);
    }
    ids.set('T-2026-1', 'date poll');
    const poll = startedPoll('T-2026-1', dates, party(office), at).doc;
    await store.collection(pollCollection, DatePoll).add(poll as never);
    await passes(program);
    const notices = (await program.outbox()).toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
    for (const { ref, kind, recipient, createdAt } of notices) {
      const lines = told.get(ids.get(ref) ?? ref) ?? new Map<string, string[]>();
      const line = `${kind.replace('beirat.', '')} ${recipient}`;
      lines.set(line, [...(lines.get(line) ?? []), dayOf(createdAt)]);
      told.set(ids.get(ref) ?? ref, lines);
    }
  });

  const daysOf = (name: string, line: string): readonly string[] => told.get(name)?.get(line) ?? [];
  const longest = (days: readonly string[]): number =>
    Math.max(...days.slice(1).map((day, n) => daysBetween(days[n] ?? day, day)));

  test.each([
    // The case, who is told of what, when first, and how many days lie between at most.
    ['draft', `dispatch ${office}`, '2026-12-03', 14],
    ['submitted', `dispatch ${office}`, '2026-12-03', 14],
    ['approved', `dispatch ${office}`, '2026-12-03', 14],
    ['invited', `record ${office}`, '2026-12-11', 23],
    ['recorded', `record ${office}`, '2027-01-03', 7],
    ['minutes with the chair', `approve-minutes ${chair}`, '2026-12-12', 7],
    ['minutes with the chair', 'approve-minutes beirat-vorsitz-deputy', '2026-12-15', 7],
    ['minutes sent', `resolution-due ${office}`, '2027-01-24', 14],
    ['objected', `record ${office}`, '2026-12-25', 7],
    ['recommended', `recommendation-due ${executive}`, '2027-02-10', 21],
    ['recommended', `recommendation-late ${office}`, '2027-03-11', 14],
    ['recommended', `recommendation-late ${chair}`, '2027-03-11', 14],
    ['asked', `open-question ${office}`, '2026-11-26', 14],
    ['postponed', `date ${office}`, '2026-12-08', 14],
    ['circulation drafted', `circulation-draft ${office}`, '2026-12-08', 28],
    ['circulation submitted', `circulation-approve ${chair}`, '2026-11-26', 7],
    ['circulation submitted', 'circulation-approve beirat-vorsitz-deputy', '2026-11-28', 7],
  ])('%s: %s', (name, line, begins, gap) => {
    const days = daysOf(name, line);
    expect(days[0]).toBe(begins);
    expect(longest([...days, last])).toBeLessThanOrEqual(gap);
  });

  test('the chair hears of a draft as long as its day has not come', () => {
    const days = daysOf('submitted', `approve ${chair}`);
    expect(days[0]).toBe('2026-11-26');
    expect(longest([...days, plan.day])).toBeLessThanOrEqual(7);
  });

  test('a voting and a date poll end by themselves, and the office hears of it', () => {
    expect(daysOf('circulation voted on', `circulation-result ${office}`)).toHaveLength(1);
    expect(daysOf('date poll', `poll-result ${office}`)).toHaveLength(1);
  });

  test('no case that is open is silent for longer than a month', async () => {
    const open = [
      ...(await program.store.collection(meetingCollection, Meeting).list()).filter(
        ({ state, resolutions }) => !ends.includes(state) || resolutions.some(({ done }) => !done),
      ),
      ...(await program.store.collection(circulationCollection, Circulation).list()).filter(
        ({ state }) => !endedStates.includes(state),
      ),
    ];
    expect(open.length).toBeGreaterThan(10);
    const silent = open.flatMap(({ id }) => {
      const name = ids.get(id) ?? id;
      const lines = [...(told.get(name) ?? [])].filter(([line]) => reminding.test(line));
      const days = lines.flatMap(([, on]) => on).sort();
      // Before its first day nothing is late.
      const gap = days.length === 0 ? Number.POSITIVE_INFINITY : longest([...days, last]);
      return gap > 31 ? [`${name}: ${gap} days`] : [];
    });
    expect(silent).toEqual([]);
  });
});

describe('the Beirat itself', () => {
  /** Who was told of it on which days. */
  async function toldOf(kind: string, program: Program): Promise<readonly string[]> {
    await passes(program);
    return (await program.outbox())
      .filter((notice) => notice.kind === `beirat.${kind}`)
      .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
      .map(({ recipient, createdAt }) => `${dayOf(createdAt)} ${recipient}`);
  }

  test('is reminded of the next meeting, and again every four weeks while none is planned', async () => {
    const program = await startProgram();
    await program.store.collection(meetingCollection, Meeting).add(fresh(sent, 'B-2026-1') as never);
    const days = (await toldOf('rhythm', program)).map((line) => line.slice(0, 10));
    // Six months after 10 December, less 42 days.
    expect(days[0]).toBe('2027-04-29');
    expect(
      Math.max(...[...days, last].slice(1).map((day, n) => daysBetween(days[n] ?? day, day))),
    ).toBeLessThan(31);
  });

  test('hears of a term before it ends: office, chair, the member and whoever keeps the directory, each once a stage', async () => {
    const demo = await demoDirectory();
    const program = await startProgram({
      ...demo,
      assignments: demo.assignments.map((one) =>
        one.seat === 'science' ? { ...one, to: '2027-06-30' } : one,
      ),
    });
    expect(await toldOf('term', program)).toEqual(
      ['2027-04-01', '2027-05-31'].flatMap((day) =>
        [office, chair, 'beirat-wissenschaft', 'lead-10.50'].sort().map((who) => `${day} ${who}`),
      ),
    );
    const notice = (await program.outbox()).find(
      ({ kind, recipient }) => kind === 'beirat.term' && recipient === office,
    );
    const kind = program.features
      .flatMap(({ notices = [] }) => notices)
      .find((one) => one.kind === 'beirat.term');
    if (!notice || !kind) throw new Error('nobody is told');
    const to = { id: office, name: office, language: 'de' as const };
    const said = await kind.say(notice, to, new Date('2027-04-01T08:30:00Z'));
    expect(said?.letter.paragraphs.join(' ')).toContain('endet am Mittwoch, 30. Juni 2027');
    // With the term over, or prolonged, there is nothing to say.
    expect(await kind.say(notice, to, new Date('2027-07-01T08:30:00Z'))).toBeUndefined();
  });
});
