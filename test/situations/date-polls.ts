import type { Situation } from './situation.ts';

export const datePolls: readonly Situation[] = [
  {
    name: 'The Beirat looks for a date',
    async play({ person, call, pause, at, reload }) {
      const [office, chair, kgrz] = [
        person('digitallotse'),
        person('vorsitz-beirat'),
        person('werkleitung-kgrz'),
      ];
      const expert = person('beirat-verwaltung');
      await office.says('Meine Sitzungen', 'my meetings');
      await office.presses('beirat.poll-form');
      await office.presses('beirat.poll-start', {
        day_1: '2026-12-10',
        day_2: '',
        day_3: '',
        day_4: '',
        day_5: '',
      });
      const days = { day_2: '2026-12-11', day_3: '2026-12-15', day_4: '2026-12-17', day_5: '2026-12-18' };
      await office.presses('beirat.poll-start', { ...days, replyBy: '2027-01-05' });
      call('poll-wrong');
      await office.presses('beirat.poll-start', { ...days, replyBy: '2026-12-05' });
      await pause();
      call('poll-asked');
      await kgrz.says('Terminumfrage', 'Date poll');
      await kgrz.presses('beirat.poll-answer', {
        choice_1: 'yes',
        choice_2: 'maybe',
        choice_3: 'no',
        choice_4: 'no',
        choice_5: 'yes',
        note: 'x'.repeat(500),
      });
      call('poll-answer');
      await kgrz.presses('beirat.poll-answer-show');
      await chair.presses('beirat.poll-answer', { choice_1: 'yes', choice_2: 'yes', choice_3: 'no' });
      await expert.presses('beirat.poll-answer', { choice_1: 'yes', choice_2: 'yes', choice_3: 'no' });
      await pause();
      for (const who of ['beirat-wirtschaft', 'beirat-wissenschaft', 'beirat-stadtkonzern']) {
        await person(who).answersLetter('/beirat/termin', {
          choice_1: 'yes',
          choice_3: 'no',
          choice_4: 'maybe',
        });
      }
      await pause();
      await office.says('T-2026/1');
      call('poll');
      await office.presses('beirat.poll-show');
      await office.presses('beirat.poll-mine');
      await office.presses('beirat.poll-answer', {});
      await office.presses('beirat.poll-extend');
      await office.presses('beirat.poll-close');
      await office.presses('beirat.poll-take', {}, { option: '1' });
      await kgrz.presses('beirat.poll-answer', { choice_1: 'no' });
      await pause();
      await kgrz.says('T-2026/1');
      await office.says('T-2026/1 beenden', 'T-2026/1 close');
      await at('2026-12-20T09:00');
      reload((city) => ({
        ...city,
        assignments: city.assignments.filter(({ role }) => role !== 'digitaler-beirat'),
      }));
      await office.says('T-2026/1');
    },
  },
  {
    name: 'A date poll offers a Saturday and a day of the school holidays all the same',
    async play({ person, call, pause }) {
      const office = person('digitallotse');
      await office.says(
        'Terminumfrage 12.12.2026 14:00, 23.12.2026 14:00',
        'Date poll 12.12.2026 14:00, 23.12.2026 14:00',
      );
      call('poll-against');
      await office.presses('beirat.poll-start');
      await pause();
      await office.says('T-2026/1');
      call('poll-despite');
    },
  },
  {
    name: 'A date poll ends by itself, without an answer',
    async play({ person, at, pause }) {
      const office = person('digitallotse');
      await office.says(
        'Terminumfrage 16.12.2026 14:00, 17.12.2026 14:00',
        'Date poll 16.12.2026 14:00, 17.12.2026 14:00',
      );
      await pause();
      await at('2026-11-30T09:00');
      await at('2026-12-20T09:00');
      await office.says('T-2026/1');
      await person('betrieb-kgrz').isTold('T-2026/1');
    },
  },
];
