import { expect, test } from '@jest/globals';
import { partsOf, peopleIn } from '../../../src/case/people.ts';
import { ideaHoldings } from '../../../src/features/ideas/holdings.ts';
import { demoDirectory } from '../../support/directory-builder.ts';
import { actorOf, startProgram } from '../../support/program.ts';

type Doc = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>;

test('what is kept besides the ideas names whose it is, and their own words', async () => {
  const program = await startProgram();
  const as = { actor: actorOf(await demoDirectory(), 'staff-61'), conversationId: 'c' };
  const { draft } = (await program.ask('Idee', as)).data;
  const said = { title: 'Sperrmüll online', problem: 'Am Telefon besetzt', benefit: 'Weniger Anrufe' };
  await program.press('ideas.check', { ...said, draft, topic: 'citizens', scope: 'internal' }, as);
  await program.ask('Ideenbrief an zu KI', as);

  const found = ideaHoldings.map(async ({ collection, people }) => {
    const docs = await program.store.collection(collection, { parse: (doc) => doc as Doc }).list();
    expect(docs).toHaveLength(1);
    const [doc] = docs as [Doc];
    const [part] = partsOf(doc, people, (id) => id === 'staff-61');
    return [collection, [...peopleIn(doc, people)], part?.said];
  });
  expect(await Promise.all(found)).toEqual([
    ['idea-drafts', ['staff-61'], { ...said, links: [] }],
    ['idea-letters', ['staff-61'], { topics: ['ai'], unit: '61' }],
  ]);
});
