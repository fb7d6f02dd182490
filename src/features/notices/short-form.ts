import type { Reply } from '../../core/reply.ts';

/** What is said instead of a card that is too big for the channel: its one line, and how to see the rest. */
export const shortForm = ({ summary, language, about }: Reply): Reply => ({
  card: 'notices/short',
  data: { text: summary, case: about?.id ?? '', roles: [] },
  summary,
  language,
  about,
});
