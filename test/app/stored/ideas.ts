import { type Effect, effect, lead, note, of, office, said, staff, type Wanted } from './effect.ts';

const idea = (state: string, who?: string): Wanted => ({ kind: 'idea', state, ...(who ? { who } : {}) });

/** Ideas and their letter. */
export const ideaEffects: readonly Effect[] = [
  effect('an idea is supported', 'ideas.support', idea('under-review'), {
    ask: [staff, 'ID-2026-0012'],
    shows: /1/,
  }),
  effect('an idea is taken under review', 'ideas.review', idea('submitted', lead), { shows: /In Prüfung/ }),
  effect('its reviewer asks', 'ideas.ask', idea('under-review'), { filled: note, shows: /Rückfrage offen/ }),
  effect('its submitter answers', 'ideas.answer', idea('needs-info'), { filled: note, shows: said }),
  effect('it is declined', 'ideas.decline', idea('submitted', lead), {
    filled: note,
    shows: /Nicht weiterverfolgt/,
  }),
  effect('it is offered to the Beirat', 'ideas.offer', idea('under-review'), {
    shows: /Beim Digitalen Beirat/,
  }),
  effect('it is taken back from the Beirat', 'ideas.recall', of('ID-2026-0007'), { shows: /In Prüfung/ }),
  effect('it is judged by its reviewer', 'ideas.evaluate', idea('under-review'), {
    filled: { outcome: 'feasible', way: 'Sofort' },
    shows: /Bewertet: machbar[\s\S]*Sofort/,
  }),
  effect('it is judged by the Beirat', 'ideas.evaluate', of('ID-2026-0007', office), {
    filled: { outcome: 'not-feasible', way: 'Zu teuer' },
    shows: /nicht machbar[\s\S]*Zu teuer/,
  }),
  effect('a member scores it, unseen by the others', 'ideas.score', of('ID-2026-0014'), {
    filled: { benefit: '4', effort: '2', feasibility: '3', urgency: '5', comment: 'Sehr geheim' },
    ask: [office, 'ID-2026-0014'],
    shows: /ID-2026-0014/,
    not: /Sehr geheim|Machen/,
  }),
  effect('it is asked before it goes into another', 'ideas.merge', of('ID-2026-0010', lead), {
    filled: { number: 'ID-2026-0012' },
    shows: /Noch ist nichts geschehen[\s\S]*Mit ID-2026-0012 zusammenführen/,
  }),
  effect('it is finished', 'ideas.finish', of('ID-2026-0001'), { filled: note, shows: /Abgeschlossen/ }),
  effect('it becomes a request', 'ideas.hand-over', of('ID-2026-0001'), {
    filled: { becomes: 'project' },
    shows: /IT-Projekt anmelden[\s\S]*Baustellen auf der Karte/,
  }),
  effect('it is withdrawn', 'ideas.withdraw', idea('needs-info'), { shows: /Zurückgezogen/ }),
  effect(
    'a draft of an idea is submitted',
    'ideas.submit',
    { who: staff },
    { shows: /ID-2026-0019[\s\S]*eingereicht/ },
  ),
  effect(
    'the letter is ordered',
    'ideas.letter-on',
    { who: office },
    {
      filled: { topics: 'ai', unit: 'true' },
      shows: /Ihr Feld: Künstliche Intelligenz/,
    },
  ),
];
