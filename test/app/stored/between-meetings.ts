import { type Effect, effect, note, of, office, said } from './effect.ts';

/** Circulations and date polls. */
export const betweenMeetingsEffects: readonly Effect[] = [
  effect('a circulation is submitted', 'beirat.circulation-submit', of('U-2026-6'), {
    shows: /Beim Vorsitz/,
  }),
  effect('it is taken back', 'beirat.circulation-recall', of('U-2026-7'), { shows: /In Arbeit/ }),
  effect('the chair approves it', 'beirat.circulation-approve', of('U-2026-7'), { shows: /Abstimmung bis/ }),
  effect('the chair wishes a change', 'beirat.circulation-wish', of('U-2026-7'), {
    filled: note,
    shows: said,
  }),
  effect('a member votes yes', 'beirat.circulation-yes', of('U-2026-9'), { shows: /Ihre Stimme: Ja/ }),
  effect('a member votes no', 'beirat.circulation-no', of('U-2026-9'), { shows: /Ihre Stimme: Nein/ }),
  effect('a member abstains', 'beirat.circulation-abstain', of('U-2026-9'), {
    shows: /Ihre Stimme: Enthaltung/,
  }),
  effect('a member objects', 'beirat.circulation-object', of('U-2026-9'), {
    filled: { objection: 'In der Sitzung' },
    ask: [office, 'U-2026/9'],
    shows: /widersprochen[\s\S]*„In der Sitzung“/,
  }),
  effect('it is withdrawn', 'beirat.circulation-withdraw', of('U-2026-9', office), {
    filled: { reason: 'Doch nicht' },
    shows: /Zurückgezogen/,
  }),
  effect(
    'a new one is drafted',
    'beirat.circulation-save',
    { who: office, data: { id: '' } },
    {
      filled: { title: 'Neu', wording: 'Der Beirat stimmt zu.', days: '7' },
      shows: /U-2026\/10/,
    },
  ),
  effect('a member says when it suits', 'beirat.poll-answer', of('T-2026-3'), {
    filled: { choice_1: 'yes', choice_2: 'no', choice_3: 'maybe' },
    shows: /Ihre Antwort ist da/,
  }),
  effect(
    'a date is taken',
    'beirat.poll-take',
    { ...of('T-2026-3', office), data: { option: '1' } },
    {
      ask: [office, 'T-2026/3'],
      shows: /Diesen Termin haben Sie genommen/,
    },
  ),
  effect('a poll is ended', 'beirat.poll-close', of('T-2026-3'), { shows: /Beendet/ }),
  effect(
    'a poll is started',
    'beirat.poll-start',
    { who: office },
    {
      // The third day of that card lies in the school holidays: that asks first now.
      filled: {
        day_1: '2027-02-04',
        time_1: '14:00',
        day_2: '2027-02-11',
        time_2: '14:00',
        day_3: '2027-02-18',
      },
      shows: /T-2026\/4/,
    },
  ),
];
