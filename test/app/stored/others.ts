import { type Effect, effect, lead, office } from './effect.ts';

/** What belongs to no case. */
export const otherEffects: readonly Effect[] = [
  effect(
    'somebody is told otherwise',
    'notices.save',
    { who: office },
    {
      filled: { delivery: 'digest', mailToo: 'true', language: 'de' },
      shows: /Gespeichert/,
    },
  ),
  effect(
    'what did not arrive is sent again',
    'notices.resend',
    { who: lead },
    { shows: /wieder auf dem Weg/ },
  ),
  effect('a case is opened from a digest', 'notices.show', {}, { shows: /IT-2026-0007/ }),
  effect(
    'a question is passed on',
    'directory.pass-on',
    {},
    { ask: [lead, 'Lücken'], shows: /Weihnachtsfeier/ },
  ),
  effect(
    'an answer is judged',
    'directory.feedback',
    { data: { helpful: false } },
    { shows: /Danke für den Hinweis/ },
  ),
  effect('a choice is made', 'directory.choose', {}, { shows: /Fachadministratoren/ }),
];
