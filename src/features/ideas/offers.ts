import type { AgendaOffers } from '../../core/ports/agenda.ts';
import { shortened } from '../../core/text.ts';
import type { Desk } from './desk.ts';
import { ideaCase } from './idea.ts';

/** What waits for a place on an agenda, the longest waiting first. */
export const offersOf =
  ({ ideas }: Pick<Desk, 'ideas'>): AgendaOffers =>
  async () => {
    const waiting = (await ideas.list({ where: { state: 'on-agenda' } })).filter(({ place }) => !place);
    return [...waiting]
      .sort((a, b) => (a.offeredAt ?? '').localeCompare(b.offeredAt ?? '') || a.id.localeCompare(b.id))
      .map(({ id, title, problem, benefit, submittedBy, links }) => ({
        ref: { kind: ideaCase, id },
        title,
        text: `${shortened(problem, 600)}\n\n${shortened(benefit, 400)}`,
        rapporteur: submittedBy,
        links: links.map((url) => ({ title: url, url })),
      }));
  };
