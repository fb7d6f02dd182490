import { type Effect, effect, note, office, staff } from './effect.ts';

/** Mentorings and profiles. */
export const mentorEffects: readonly Effect[] = [
  effect(
    'a mentor accepts',
    'mentors.accept',
    { kind: 'mentoring', state: 'asked', who: 'itb-85' },
    {
      filled: note,
      ask: ['staff-33', 'M-2026-0009'],
      shows: /Zugesagt[\s\S]*dienstags per E-Mail/,
    },
  ),
  effect(
    'a mentor declines',
    'mentors.decline',
    { kind: 'mentoring', state: 'asked', who: 'itb-85' },
    {
      filled: note,
      shows: /Abgesagt/,
    },
  ),
  effect(
    'an asker withdraws',
    'mentors.withdraw',
    { kind: 'mentoring', who: staff },
    { shows: /Zurückgezogen/ },
  ),
  effect('an asker closes', 'mentors.close', { kind: 'mentoring', who: staff }, { shows: /Abgeschlossen/ }),
  effect(
    'an asker says how it was',
    'mentors.say-feedback',
    { kind: 'mentoring', who: staff },
    {
      filled: { helped: 'yes', note: 'Sehr nützlich' },
      ask: [office, 'Rückmeldungen zu Mentorings'],
      shows: /Sehr nützlich/,
    },
  ),
  effect(
    'a question is sent',
    'mentors.ask',
    { who: staff },
    {
      filled: { question: 'Wie beginnt man?', contact: 'Durchwahl 161' },
      shows: /M-2026-0011[\s\S]*Wie beginnt man\?/,
    },
  ),
  effect(
    'a mentor confirms',
    'mentors.profile-confirm',
    { who: 'fa-gis' },
    { shows: /bestätigt am 24\.11\.2026/ },
  ),
  effect(
    'the office changes a profile',
    'mentors.profile-save',
    { who: office, data: { person: 'fa-gis' } },
    {
      filled: { experience: 'Zeichnet Karten' },
      ask: [office, 'Mentorenprofil fa-gis'],
      shows: /Zeichnet Karten/,
    },
  ),
];
