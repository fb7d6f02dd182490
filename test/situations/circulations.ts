import { longText } from '../support/client.ts';

import type { Situation } from './situation.ts';

export const circulations: readonly Situation[] = [
  {
    name: 'The Beirat resolves by circulation',
    async play({ person, call, pause, at, reload }) {
      const [office, chair, kgrz] = [
        person('digitallotse'),
        person('vorsitz-beirat'),
        person('werkleitung-kgrz'),
      ];
      const expert = person('beirat-verwaltung');
      await office.says('Umlaufbeschlüsse', 'circular resolutions');
      await kgrz.says('Umlaufbeschlüsse', 'circular resolutions');
      await office.presses('beirat.circulation-new');
      await office.presses('beirat.circulation-save', { title: ' ', wording: ' ', days: '0' });
      call('circulation-wrong');
      await office.presses('beirat.circulation-save', {
        title: 'Leitbild',
        wording: 'Der Beirat stimmt zu.',
        days: '0',
      });
      await office.presses('beirat.circulation-save', { days: '7' });
      await office.presses('beirat.circulation-submit');
      await office.presses('beirat.circulation-recall');
      await office.presses('beirat.circulation-submit');
      await pause();
      call('circulation-approval');
      await chair.presses('beirat.circulation-wish', { note: 'Bitte mit Jahr' });
      await pause();
      await office.presses('beirat.circulation-edit');
      await office.presses('beirat.circulation-save', office.fillsAll('beirat.circulation-save'));
      await office.presses('beirat.circulation-submit');
      await pause();
      await chair.presses('beirat.circulation-approve');
      await pause();
      await chair.presses('beirat.circulation-ballot');
      await chair.presses('beirat.circulation-yes');
      call('circulation-vote');
      await kgrz.presses('beirat.circulation-no');
      await kgrz.presses('beirat.circulation-abstain');
      await expert.presses('beirat.circulation-yes');
      for (const who of ['beirat-wirtschaft', 'beirat-wissenschaft', 'beirat-stadtkonzern']) {
        await person(who).answersLetter('/beirat/umlauf', { vote: 'yes' });
      }
      await office.says('U-2026/1');
      reload((city) => ({
        ...city,
        absences: [...city.absences, { person: 'werkleitung-kgrz', from: '2026-11-24', to: '2026-12-20' }],
      }));
      await person('betrieb-kgrz').says('U-2026/1');
      await kgrz.presses('beirat.circulation-vote-show');
      await office.presses('beirat.circulation-show');
      await at('2026-11-30T09:00');
      await at('2026-12-04T09:00');
      await office.says('U-2026/1');
      call('circulation-adopted');
      await kgrz.says('Umlaufbeschlüsse', 'circular resolutions');
      await kgrz.presses('beirat.circulation-open');
    },
  },
  {
    name: 'Circulations end in every other way',
    async play({ person, pause, at, call }) {
      const [office, chair, kgrz] = [
        person('digitallotse'),
        person('vorsitz-beirat'),
        person('werkleitung-kgrz'),
      ];
      const begin = async (title: string) => {
        await office.says(
          `Umlaufbeschluss ${title}: Ja oder nein`,
          `Circular resolution ${title}: Yes or no`,
        );
        await office.presses('beirat.circulation-submit');
        await pause();
        await chair.presses('beirat.circulation-approve');
        await pause();
      };
      await begin('Logo');
      await kgrz.presses('beirat.circulation-object', { objection: longText(1000) });
      await person('beirat-verwaltung').presses('beirat.circulation-yes');
      await pause();
      await kgrz.says('U-2026/1');
      await office.says('U-2026/1');
      await begin('Farben');
      await office.presses('beirat.circulation-withdraw', { reason: '' });
      await office.presses('beirat.circulation-withdraw', { reason: longText(500) });
      await pause();
      await begin('Schrift');
      for (const who of ['vorsitz-beirat', 'werkleitung-kgrz', 'beirat-verwaltung']) {
        await person(who).says('U-2026/3 nein', 'U-2026/3 no');
      }
      for (const who of ['beirat-wirtschaft', 'beirat-wissenschaft', 'beirat-stadtkonzern']) {
        await person(who).answersLetter('/beirat/umlauf', { vote: 'no' });
      }
      await begin('Papier');
      await at('2026-12-04T09:00');
      await office.says('U-2026/3');
      await office.says('U-2026/4');
      await chair.says('U-2026/4');
      await kgrz.says('U-2026/3');
      for (let more = 0; more < 12; more += 1) {
        await office.says(
          `Umlaufbeschluss ${longText(120)}: Nummer ${more}`,
          `Circular resolution ${longText(120)}: number ${more}`,
        );
      }
      await office.says('Umlaufbeschlüsse', 'circular resolutions');
      call('circulation-list');
      await office.says('Neue Sitzung', 'New meeting');
      await office.presses('beirat.save', { day: '2026-12-17' });
      await office.presses('beirat.take', { proposals: '' });
    },
  },
];
