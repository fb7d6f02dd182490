import type { Feature } from '../../src/core/feature.ts';
import { Refusal } from '../../src/core/refusal.ts';
import type { Reply } from '../../src/core/reply.ts';
import { same } from '../../src/core/text.ts';
import type { Turn } from '../../src/core/turn.ts';

/** A feature that says what it understood and remembers every turn: what the doors let in, and nothing else. */
export function createEchoFeature(): { readonly feature: Feature; readonly turns: Turn[] } {
  const turns: Turn[] = [];
  const echo = async (turn: Turn): Promise<Reply> => {
    turns.push(turn);
    if (turn.kind === 'text' && turn.text === 'crash') throw new Error('secret detail');
    const said = turn.kind === 'text' ? turn.text : turn.kind === 'action' ? turn.verb : 'welcome';
    return {
      card: 'test/echo',
      data: { said },
      summary: `echo: ${said}`,
      language: turn.language,
      inPlace: turn.kind === 'action' && turn.verb.startsWith('test.in-place'),
      about: said.endsWith('case') ? { kind: 'case', id: 'IT-1' } : undefined,
      anywhere: said !== 'test.private',
    };
  };
  const feature: Feature = {
    id: 'echo',
    intents: [],
    actions: [
      { verb: 'test.in-place', anywhere: true, handle: echo },
      { verb: 'test.in-place-case', anywhere: true, handle: echo },
      { verb: 'test.new-message', anywhere: true, handle: echo },
      { verb: 'test.private', handle: echo },
      {
        verb: 'test.refuse',
        handle: async () => {
          throw new Refusal('test-no', { de: 'Nein, sondern so.', en: 'No, but like this.' });
        },
      },
    ],
    otherwise: {
      id: 'echo',
      title: same('Echo'),
      examples: { de: [], en: [] },
      anywhere: true,
      handle: echo,
    },
    welcome: echo,
  };
  return { feature, turns };
}

/** A card that shows which template was bound with what. */
export const renderPlain = (reply: Reply): object => ({
  type: 'AdaptiveCard',
  version: '1.5',
  name: reply.card,
  lang: reply.language,
  data: reply.data,
});
