import { asMarkdown } from '../adapters/cards/escape.ts';
import type { RenderCard } from './speaker.ts';

/** What is said above an answer, whatever card it is. */
export const withAside =
  (render: RenderCard): RenderCard =>
  (reply) => {
    const card = render(reply) as { readonly body?: readonly object[] };
    if (!reply.aside || !Array.isArray(card.body)) return card;
    return { ...card, body: [above(reply.aside), ...card.body] };
  };

const above = (text: string): object => ({
  type: 'Container',
  style: 'emphasis',
  items: [{ type: 'TextBlock', text: asMarkdown(text), wrap: true }],
});
