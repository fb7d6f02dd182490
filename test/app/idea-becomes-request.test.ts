import { describe, expect, test } from '@jest/globals';
import { fieldsOf, followUpIn, handOverTo, ideaType } from '../../src/app/idea-becomes-request.ts';
import { openRequestTypes } from '../../src/app/request-types.ts';
import { Draft } from '../../src/features/requests/form/draft.ts';
import { Request } from '../../src/features/requests/model.ts';
import { proposal } from '../features/ideas/world.ts';
import { demoDirectory } from '../support/directory-builder.ts';
import { actorOf, startProgram } from '../support/program.ts';

const demo = await demoDirectory();
const types = await openRequestTypes(demo);
const typeNamed = (id: string) => types.find((type) => type.id === id) as (typeof types)[number];
const none = { openFromCase: async () => ({}) as never, cameFrom: async () => undefined };

describe('what an idea can become', () => {
  test('is every request that somebody must approve, a project first, never an idea again', () => {
    const choices = handOverTo(none, () => types)
      .choices('de')
      .map(({ value }) => value);
    expect(choices[0]).toBe('project');
    expect(choices).toEqual(expect.arrayContaining(['procurement', 'specialist-application']));
    expect(choices).not.toContain(ideaType);
    expect(choices).not.toContain('incident');
  });

  test('has in it what the idea says, shortened to what the form takes', () => {
    const idea = {
      ...proposal,
      problem: 'p'.repeat(1000),
      benefit: 'b'.repeat(800),
      links: ['https://example.org'],
    };
    const fields = fieldsOf(idea, typeNamed('project'));
    expect(fields.subject).toBe('Sperrmüll online anmelden');
    expect(String(fields.goal)).toHaveLength(1500);
    expect(fields.papers).toBe('https://example.org');
  });

  test.each(['workplace', 'procurement', 'specialist-application', 'programming', 'project'])(
    'fills the reason of "%s", whatever it is called there',
    (id) => {
      const texts = Object.values(fieldsOf(proposal, typeNamed(id))).map(String);
      expect(texts.some((text) => text.includes(proposal.problem) && text.includes(proposal.benefit))).toBe(
        true,
      );
    },
  );
});

describe('what became of an idea', () => {
  test.each([
    ['in-approval', 'open'],
    ['done', 'done'],
    ['rejected', 'ended'],
    ['withdrawn', 'ended'],
  ] as const)('a request that is %s is "%s"', async (state, expected) => {
    const cameFrom = async () => ({ id: 'IT-2026-0001', state }) as Request;
    const found = await followUpIn({ ...none, cameFrom })({ kind: 'idea', id: 'ID-2026-0001' });
    expect(found).toMatchObject({ id: 'IT-2026-0001', state: expected });
  });

  test('is nothing where no request came of it', async () => {
    expect(await followUpIn(none)({ kind: 'idea', id: 'ID-2026-0001' })).toBeUndefined();
  });
});

describe('where a request comes from', () => {
  const begin = async () => {
    const program = await startProgram();
    const as = { actor: actorOf(demo, 'staff-61'), conversationId: 'c' };
    const lead = { actor: actorOf(demo, 'lead-10.50'), conversationId: 'l' };
    const form = await program.ask('Idee', as);
    const data = { ...proposal, links: '', draft: form.data.draft };
    await program.press('ideas.check', data, as);
    await program.press('ideas.submit', { draft: form.data.draft }, as);
    await program.ask('ID-2026-1 machbar: Los', lead);
    return { program, as, lead };
  };

  test('is kept with the draft, not read from a card that anybody could forge', async () => {
    const { program, as } = await begin();
    const form = await program.press('requests.start', { type: 'project', text: '' }, as);
    const forged = { draft: form.data.draft, type: 'project', unit: '61', f_subject: 'X', f_goal: 'Y' };
    const origin = { kind: 'idea', id: 'ID-2026-0001' };
    await program.press('requests.check', { ...forged, origin }, as);
    await program.press('requests.submit', { draft: form.data.draft }, as);
    const [request] = await program.store.collection('requests', Request).list();
    expect([request?.title, request?.origin]).toEqual(['X', undefined]);
  });

  test('only who reviews opens the form, and a form that nobody has filled in cannot be submitted', async () => {
    const { program, as, lead } = await begin();
    expect((await program.ask('ID-2026-1 Antrag', as)).card).toBe('shared/refusal');
    const form = await program.ask('ID-2026-1 Antrag', lead);
    expect(form.card).toBe('requests/form');
    const { draft } = form.data;
    await expect(program.press('requests.submit', { draft }, lead)).rejects.toMatchObject({
      code: 'draft-gone',
    });
    expect((await program.ask('Antrag einreichen', lead)).card).toBe('shared/refusal');
    const [kept] = await program.store.collection('drafts', Draft).list();
    expect([kept?.origin, kept?.unfilled]).toEqual([{ kind: 'idea', id: 'ID-2026-0001' }, true]);
  });

  test('shows whoever decides what was made of the idea, which was judged by its own words', async () => {
    const { program, lead } = await begin();
    const { draft } = (await program.ask('ID-2026-1 Antrag', lead)).data;
    const filled = {
      draft,
      type: 'project',
      unit: '61',
      f_goal: `${proposal.problem}\n\n${proposal.benefit}`,
    };
    await program.press('requests.check', { ...filled, f_subject: 'Etwas ganz anderes' }, lead);
    await program.press('requests.submit', { draft }, lead);
    const officer = { actor: actorOf(demo, 'itb-61'), conversationId: 'o' };
    const { data } = await program.ask('IT-2026-1', officer);
    expect(data.unlike).toEqual({
      title: 'Anders als dort, aus Idee ID-2026-0001:',
      lines: [expect.stringContaining(`${proposal.title} → Etwas ganz anderes`)],
    });
  });
});
