import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Page } from '../../../../src/core/ports/pages.ts';
import { demanded } from '../../../../src/features/beirat/topics/acts/demand.ts';
import { proposed } from '../../../../src/features/beirat/topics/acts/propose.ts';
import { topicDueAt, topicOnTime } from '../../../../src/features/beirat/topics/deadlines.ts';
import { countOf } from '../../../../src/features/beirat/topics/demand.ts';
import { Topic } from '../../../../src/features/beirat/topics/model.ts';
import { demoDirectory } from '../../../support/directory-builder.ts';
import { orCode } from '../../../support/outcome.ts';
import { actorOf } from '../../../support/program.ts';
import { type Hall, item, openHall, plan, start } from '../meetings/invitation/hall.ts';
import { contextAt, party, rules, wednesday, without } from '../world.ts';

/* A quarter of the members demands a meeting and names what it is about (§ 34 (1) S. 4 GemO). */

describe('who counts, and how many it takes', () => {
  const context = contextAt(wednesday);
  const begin = (who = 'kgrz', demands = true, at = context) =>
    proposed('TV-2026-1', { title: 'Datenplattform', text: '', presents: false, demands }, party(who), at);

  test('two of seven voting seats are a quarter, the vacant one counted', () => {
    const first = begin();
    expect(countOf(first.doc, context)).toEqual({ signed: 1, of: 7, needed: 2 });
    expect(first.doc.demand?.reached).toBeUndefined();
    const second = demanded(first, party('science'), context);
    expect(second.doc.demand?.reached).toMatchObject({ signed: 2, of: 7, needed: 2, due: '2026-12-09' });
  });

  test.each([
    ['a deputy', 'kgrz-d1'],
    ['the office, whose seat advises', 'lotse'],
  ])('%s demands nothing', (_what, who) => {
    expect(orCode(() => demanded(begin(), party(who), context))).toBe('topic-voting-seat');
  });

  test('whoever has no seat any more is not counted, unless it was enough before', () => {
    const later = contextAt(wednesday, { assignments: without('kgrz') });
    expect(countOf(begin().doc, later)?.signed).toBe(0);
    const enough = demanded(begin(), party('science'), context);
    expect(countOf(enough.doc, later)?.signed).toBe(2);
  });

  test('only whoever proposed the topic can begin, and only where the rules provide for it', () => {
    const plain = begin('kgrz', false);
    expect(orCode(() => demanded(plain, party('science'), context))).toBe('topic-demand-own');
    const { demand: _, ...off } = rules;
    expect(orCode(() => begin('kgrz', true, contextAt(wednesday, { rules: off })))).toBe('topic-no-demands');
  });

  test('where topics are for nobody, a member still names one by demanding a meeting', () => {
    const nobody = contextAt(wednesday, { rules: { ...rules, topics: { by: 'nobody', days: 14 } } });
    expect(begin('kgrz', true, nobody).doc.demand?.by).toHaveLength(1);
    expect(orCode(() => begin('kgrz', false, nobody))).toBe('topic-only-demand');
    expect(orCode(() => begin('kgrz-d1', true, nobody))).toBe('topic-not-yours');
  });

  test('whoever signs in whatever order, it is reached exactly when enough different seats have', () => {
    const voting = ['chair', 'kgrz', 'admin', 'city', 'economy', 'science'];
    void fc.assert(
      fc.property(
        fc.shuffledSubarray(voting, { minLength: 1 }),
        fc.integer({ min: 1, max: 7 }),
        (who, share) => {
          const at = contextAt(wednesday, { rules: { ...rules, demand: { share, days: 14 } } });
          const needed = Math.ceil(7 / share);
          let decision = begin(who[0], true, at);
          for (const one of who.slice(1)) {
            if (decision.doc.demand?.reached) break;
            decision = demanded(decision, party(one), at);
          }
          const signed = decision.doc.demand?.by.length ?? 0;
          expect(decision.doc.demand?.reached !== undefined).toBe(signed >= needed);
          expect(signed).toBe(Math.min(who.length, needed));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the clock tells office and chair three days before, on the day, and weekly after it', () => {
    let topic: Topic = demanded(begin(), party('science'), context).doc;
    const told: string[] = [];
    for (let days = 0; days < 32; days += 1) {
      const now = new Date(Date.parse('2026-11-26T09:00:00Z') + days * 86_400_000).toISOString();
      expect(topicDueAt(topic, contextAt(now))).toBeDefined();
      const reminded = topicOnTime(topic, contextAt(now));
      if (!reminded) continue;
      topic = reminded.doc;
      told.push(now.slice(0, 10));
    }
    expect(told).toEqual(['2026-12-06', '2026-12-09', '2026-12-16', '2026-12-23']);
  });
});

describe('from the first word to the invitation', () => {
  const [office, chair, member, external] = [
    'digitallotse',
    'vorsitz-beirat',
    'beirat-verwaltung',
    'beirat-wissenschaft',
  ];
  const marked = 'GEHEIMWORT';
  let demo: Awaited<ReturnType<typeof demoDirectory>>;
  let hall: Hall;
  beforeEach(async () => {
    demo = await demoDirectory();
    hall = await openHall(demo);
  });
  const says = (who: string, text: string, at = start) =>
    hall.ask(text, { actor: actorOf(demo, who), conversationId: who, at });
  const topic = async () => (await hall.store.collection('topics', Topic).get('TV-2026-1')) as Topic;
  const textOf = (page: Page) => JSON.stringify(page.body);
  async function job(id: string, at = start): Promise<void> {
    const jobs = hall.features.flatMap((feature) => feature.jobs ?? []);
    await jobs.find((one) => one.id === id)?.run(new Date(at));
  }

  test('members join in the chat or on their page; office and chair hear the day; the item comes first', async () => {
    await says(member, `Sitzung verlangen: ${marked}-TITEL: ${marked}-TEXT`);
    expect(await topic()).toMatchObject({ by: member, demand: { by: [{ party: member }] } });
    expect(await hall.owedTo(chair, 'demand')).toHaveLength(0);

    const asked = await hall.says((await hall.owedTo(external, 'demand-join'))[0]);
    expect(JSON.stringify(asked?.letter)).toContain('1 von 7 stimmberechtigten Sitzen, nötig 2');
    expect(JSON.stringify([asked?.letter, asked?.reply.summary])).not.toContain(marked);
    const url = asked?.letter.links?.[0]?.url ?? '';
    const page = textOf(await hall.page(url));
    expect(page).toContain(`${marked}-TITEL`);
    expect(page).toContain('Sitzung mit verlangen');
    expect((await topic()).demand?.by).toHaveLength(1);

    expect(textOf(await hall.page(url, { demand: 'TV-2026-1' }))).toContain('einzuladen bis');
    expect(await topic()).toMatchObject({ demand: { reached: { signed: 2, needed: 2, of: 7 } } });
    for (const who of [office, chair]) {
      const said = await hall.says((await hall.owedTo(who, 'demand'))[0]);
      expect(JSON.stringify(said?.letter)).toContain('Bitte laden Sie bis');
      expect(JSON.stringify(said?.letter)).not.toContain(marked);
    }
    expect(await hall.says((await hall.owedTo('werkleitung-kgrz', 'demand-join'))[0])).toBeUndefined();

    // Neither taken back nor declined by the office; placed and invited to, nobody is reminded any more.
    await says(member, 'TV-2026/1 nicht mehr verlangen');
    await says(office, 'TV-2026/1 nicht aufnehmen: keine Zeit');
    await says(member, 'TV-2026/1 zurückziehen');
    expect(await topic()).toMatchObject({ state: 'open', demand: { by: [{}, {}] } });
    await hall.plans({ ...plan, items: [item('Begrüßung'), item('Verschiedenes')] });
    await says(office, 'TV-2026/1 aufnehmen');
    expect((await topic()).state).toBe('placed');
    await job('beirat.topics', '2026-12-10T08:00:00Z');
    expect(await hall.owedTo(office, 'demand-reminder')).toHaveLength(1);
    await hall.act(office, { kind: 'submit' }, start);
    await hall.act(chair, { kind: 'approve' }, start);
    await hall.act(office, { kind: 'invite' }, start);
    await job('beirat.topics-follow');
    expect(await topic()).toMatchObject({ demand: { convened: 'B-2026-1' } });
    expect((await topic()).dueAt).toBeUndefined();
  });

  test('the chair may find that it is not admissible, with the reason, and all who demanded it hear', async () => {
    await says(member, 'Sitzung verlangen: Datenplattform');
    await says('werkleitung-kgrz', 'TV-2026/1 mit verlangen');
    await says(chair, 'TV-2026/1 nicht aufnehmen: Vor drei Monaten beraten');
    expect(await topic()).toMatchObject({ state: 'declined', answer: { by: chair } });
    for (const who of [member, 'werkleitung-kgrz'])
      expect((await hall.owedTo(who, 'topic-news')).length).toBeGreaterThan(0);
  });

  test('nobody else sees what is demanded, and a question demands nothing', async () => {
    await says(member, `Sitzung verlangen: ${marked}`);
    for (const who of ['itb-61', 'betrieb-kgrz', 'staff-61'])
      expect(JSON.stringify((await says(who, 'TV-2026/1')).data)).not.toContain(marked);
    await says('werkleitung-kgrz', 'TV-2026/1 mit verlangen?');
    expect((await topic()).demand?.by).toHaveLength(1);
    await says(member, 'TV-2026/1 nicht mehr verlangen');
    expect((await topic()).demand).toBeUndefined();
  });
});
