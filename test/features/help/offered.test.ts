import { describe, expect, test } from '@jest/globals';
import { demoDirectory } from '../../support/directory-builder.ts';
import { actorOf, startProgram } from '../../support/program.ts';

/* The help of the whole program, as people with different roles see it: whatever it offers them is theirs to press. */

const directory = await demoDirectory();
const program = await startProgram(directory);

type Group = { readonly press: readonly string[] };
const pressable = (data: Readonly<Record<string, unknown>>): readonly string[] =>
  (data.groups as readonly Group[]).flatMap(({ press }) => press);

/** What the help offers to somebody, on all its pages. */
async function offeredTo(person: string) {
  const as = { actor: actorOf(directory, person), conversationId: person };
  const topics = program.features.flatMap(({ id, topic }) => (topic ? [id] : []));
  const pages = await Promise.all(['', ...topics].map((topic) => program.press('help.show', { topic }, as)));
  return { as, texts: [...new Set(pages.flatMap(({ data }) => pressable(data)))] };
}

describe('the help', () => {
  test.each(['staff-61', 'itb-61', 'lead-10.50', 'digitallotse', 'vorsitz-beirat', 'werkleitung-kgrz'])(
    'offers %s nothing that is refused when it is pressed',
    async (person) => {
      const { as, texts } = await offeredTo(person);
      expect(texts.length).toBeGreaterThan(10);
      const refused: string[] = [];
      for (const text of texts) {
        const answer = program.press('help.say', { text }, as);
        const { card } = await answer.catch(({ code }: { code?: string }) => ({ card: `refused ${code}` }));
        if (/^refused|^shared\/refusal/.test(card)) refused.push(`${text}: ${card}`);
      }
      expect(refused).toEqual([]);
    },
  );

  test('tells those who keep something of it, and nobody else', async () => {
    const [staff, lead, office] = await Promise.all(
      ['staff-61', 'lead-10.50', 'digitallotse'].map(offeredTo),
    );
    for (const text of ['Lücken', 'Budget', 'Prioritäten', 'Unzustellbare Nachrichten']) {
      expect(lead?.texts).toContain(text);
      expect(staff?.texts).not.toContain(text);
    }
    for (const text of ['Beirat einladen', 'Mentorenprofile']) {
      expect(office?.texts).toContain(text);
      expect(staff?.texts).not.toContain(text);
    }
  });
});
