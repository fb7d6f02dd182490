import { type Filled, longText } from '../support/client.ts';
import { png } from '../support/pictures.ts';
import type { Player } from '../support/stage.ts';
import type { Situation } from './situation.ts';

const proposal: Filled = {
  title: 'Sperrmüll online anmelden',
  problem: 'Heute geht es nur am Telefon.',
  benefit: 'Rund 400 Anrufe im Monat weniger',
  topic: 'citizens',
  scope: 'internal',
};
const marks: Filled = { benefit: '5', effort: '2', feasibility: '4', urgency: '3' };

async function submits(who: Player, filled: Filled = proposal): Promise<void> {
  await who.says('Idee', 'Idea');
  await who.presses('ideas.check', filled);
  await who.presses('ideas.submit');
}

export const ideas: readonly Situation[] = [
  {
    name: 'An idea goes through the Beirat and becomes a request that is carried out',
    async play(stage) {
      const { person, call, pause, at, word } = stage;
      const [staff, lead, office] = [person('staff-61'), person('lead-10.50'), person('digitallotse')];
      const [chair, kgrz, expert] = [
        person('vorsitz-beirat'),
        person('werkleitung-kgrz'),
        person('beirat-verwaltung'),
      ];
      await submits(person('staff-36'), { ...proposal, title: 'Niemand bewertet sie', problem: 'Keines' });
      await pause();
      await lead.presses('ideas.offer');
      await pause();
      await staff.says(
        'Ich möchte einen Vorschlag zur Digitalisierung machen',
        'I would like to suggest a digital idea',
      );
      await staff.sends([{ name: 'Skizze.png', content: png() }], '');
      await staff.says('Idee: Sperrmüll online', 'Idea: bulky waste online');
      await staff.presses('ideas.check', { ...proposal, topic: 'ai', links: 'kein Link' });
      await staff.presses('ideas.check', {
        ...proposal,
        links: 'https://example.org/vorbild',
        gains: 'Alle',
      });
      call('idea-check');
      await staff.presses('ideas.edit');
      await staff.presses('ideas.check');
      await staff.presses('ideas.submit');
      await pause();
      call('idea-review');
      await lead.says('ID-2026-0002');
      await lead.presses('ideas.files');
      await person('itb-61').says('ID-2026-0002');
      await person('itb-61').presses('ideas.support');
      await person('itb-61').presses('ideas.unsupport');
      await person('itb-61').presses('ideas.support');
      await lead.presses('ideas.review');
      await lead.presses('ideas.ask', { note: 'Wie viele Anrufe sind es?' });
      await pause();
      await staff.presses('ideas.answer', { note: 'Etwa 400' });
      await pause();
      await lead.presses('ideas.evaluate', { outcome: '', way: 'Erst mit einem Amt' });
      await lead.presses('ideas.offer');
      await pause();
      await lead.says('ID-2026-0002');
      await lead.presses('ideas.recall');
      await lead.presses('ideas.offer');
      await pause();
      await staff.presses('ideas.refresh-brief');
      await staff.says('ID-2026-0002');
      await staff.presses('ideas.present-not');
      await staff.presses('ideas.present');
      await office.says('Neue Sitzung', 'New meeting');
      await office.presses('beirat.save', { day: '2026-12-17' });
      await office.presses('beirat.take', { proposals: 'idea ID-2026-0001,idea ID-2026-0002' });
      call('agenda-proposals');
      await office.presses('beirat.refresh');
      await office.presses('beirat.submit');
      await pause();
      await chair.presses('beirat.approve');
      await pause();
      await office.presses('beirat.invite');
      await pause();
      await pause();
      await staff.says('ID-2026-0002');
      await chair.presses('ideas.score', { benefit: '', comment: 'Gut' });
      await chair.presses('ideas.score', { ...marks, comment: 'Hilft vielen' });
      call('idea-scoring');
      await kgrz.presses('ideas.score', marks);
      await expert.presses('ideas.score', marks);
      for (const who of ['beirat-wirtschaft', 'beirat-wissenschaft', 'beirat-stadtkonzern']) {
        await person(who).answersLetter('/ideas/bewertung', { ...marks, comment: 'Bitte bald' });
      }
      await pause();
      await at('2026-12-18T09:00');
      await office.says('Offene Ideen', 'Open ideas');
      await office.says('ID-2026-0001');
      await office.says('ID-2026-0002');
      await office.presses('ideas.evaluate', { outcome: 'feasible', way: 'Als Projekt mit Amt 61' });
      call('idea-result');
      await pause();
      await lead.presses('ideas.hand-over', { becomes: 'project' });
      await lead.presses('requests.check', { f_goal: 'Weniger Anrufe' });
      await lead.presses('requests.submit');
      await pause();
      await pause();
      await staff.says('ID-2026-0002');
      await staff.says('Meine Ideen', 'My ideas');
      await lead.says('IT-2026-0001');
      call('request-from-idea');
      await lead.presses('requests.withdraw');
      await pause();
      await pause();
      await lead.says('ID-2026-0002');
      await lead.presses('ideas.finish', {
        note: word('Wird im OZG-Projekt gemacht', 'Part of another project'),
      });
      await pause();
      await person('itb-61').says('ID-2026-0002');
      call('idea-done');
      await staff.presses('ideas.refresh');
      await staff.presses('ideas.list');
      await staff.presses('ideas.show');
      await staff.saysInGroup('ID-2026-0002');
    },
  },
  {
    name: 'Ideas are merged, declined, withdrawn, found not feasible, and come in a letter',
    async play({ person, call, pause, at }) {
      const [staff, lead, office] = [person('staff-61'), person('lead-10.50'), person('digitallotse')];
      const other = person('staff-36');
      await staff.says('Ideen', 'Ideas');
      await staff.presses('ideas.mine');
      await staff.presses('ideas.new');
      await lead.says('Offene Ideen', 'Open ideas');
      await lead.presses('ideas.letter');
      call('letter-settings');
      await lead.presses('ideas.letter-on', { topics: '', unit: 'false' });
      await lead.presses('ideas.letter-on', { topics: 'citizens,ai', unit: 'true' });
      await other.says('Ideenbrief an', 'Idea letter on');
      await staff.says('Idee', 'Idea');
      const wrong = { title: ' ', problem: ' ', benefit: ' ', topic: 'x', scope: 'x', unit: 'x' };
      await staff.presses('ideas.check', { ...wrong, gains: longText(201) });
      await staff.presses('ideas.check', { ...proposal, gains: '', unit: 'none' });
      await staff.presses('ideas.submit');
      await other.says('Idee', 'Idea');
      await other.presses('ideas.check', { ...proposal, title: 'Sperrmüll anmelden im Netz' });
      await other.presses('ideas.submit');
      await pause();
      await lead.says('ID-2026-0002');
      await lead.presses('ideas.merge', { number: '' });
      await lead.presses('ideas.merge', { number: 'ID-2026-0099' });
      await lead.presses('ideas.merge', { target: 'ID-2026-0001', number: '' });
      call('idea-merging');
      await lead.presses('ideas.merge-sure');
      call('idea-merged');
      await pause();
      await lead.says('ID-2026-0001');
      await other.says('ID-2026-0002');
      await lead.presses('ideas.decline', { note: 'Gibt es schon.' });
      await pause();
      await lead.says('ID-2026-0002');
      await lead.presses('ideas.unmerge');
      await pause();
      await submits(staff, { ...proposal, title: 'Parkplätze im Netz', scope: 'city', topic: 'mobility' });
      await pause();
      await office.presses('ideas.evaluate', { outcome: 'not-feasible', way: 'Zu teuer' });
      await pause();
      await submits(staff, { ...proposal, title: 'Ganz etwas anderes' });
      await staff.presses('ideas.withdraw');
      await office.says('Idee', 'Idea');
      await office.presses('ideas.check', { ...proposal, company: longText(121) });
      await office.presses('ideas.check', {
        ...proposal,
        title: 'Sensoren im Stadtwald',
        company: 'Muster GmbH',
      });
      await office.isToldAfter('ideas.discard');
      for (let more = 0; more < 12; more += 1) {
        await submits(staff, { ...proposal, title: `${longText(95)}${more}`, unit: '61' });
      }
      await pause();
      await staff.says('Ideen', 'Ideas');
      call('idea-list');
      await at('2026-11-30T08:30');
      call('letter');
      await lead.says('Benachrichtigungen täglich', 'notifications daily');
      await at('2026-12-07T08:30');
      await at('2026-12-08T07:31');
      await lead.presses('ideas.letter-off');
    },
  },
  {
    name: 'An idea with everything at its longest',
    async play(stage) {
      const { person, call, pause, at } = stage;
      const [deputy, office] = [person('digitallotse-deputy'), person('digitallotse')];
      const supporters = [
        'staff-61',
        'staff-36',
        'staff-33',
        'itb-61',
        'itb-10',
        'itb-17',
        'itb-20',
        'itb-30',
        'itb-31',
        'itb-33',
      ];
      const links = [1, 2, 3].map((n) => `https://example.org/${'a'.repeat(170)}${n}`).join('\\n');
      await deputy.says('Idee', 'Idea');
      await deputy.presses('ideas.check', {
        ...deputy.fillsAll('ideas.check'),
        links,
        topic: 'citizens',
        unit: '50',
        scope: 'city',
      });
      await deputy.presses('ideas.submit');
      await pause();
      for (const who of supporters) {
        await person(who).says('ID-2026-0001');
        await person(who).presses('ideas.support');
      }
      for (let more = 0; more < 5; more += 1) {
        await submits(person('staff-61'), {
          ...proposal,
          title: `${longText(90)} ${more}`,
          problem: longText(1000),
          benefit: longText(800),
          scope: 'city',
        });
        await pause();
        await office.says(`ID-2026-000${more + 2}`);
        if (more === 4) break;
        await office.presses('ideas.merge', { number: 'ID-2026-0001' });
        await office.presses('ideas.merge-sure');
      }
      await office.says('ID-2026-0001');
      await office.presses('ideas.ask', { note: longText(1000) });
      await pause();
      await deputy.says('ID-2026-0001');
      await deputy.presses('ideas.answer', { note: longText(1000) });
      await pause();
      await office.says('ID-2026-0001');
      call('idea-longest-review');
      await office.presses('ideas.offer');
      await pause();
      await office.says('Neue Sitzung', 'New meeting');
      await office.presses('beirat.save', { day: '2026-12-17' });
      await office.presses('beirat.take', { proposals: 'idea ID-2026-0001' });
      await office.presses('beirat.refresh');
      await office.presses('beirat.submit');
      await pause();
      await person('vorsitz-beirat').presses('beirat.approve');
      await pause();
      await office.presses('beirat.invite');
      await pause();
      await pause();
      const comment = longText(1000);
      for (const who of ['vorsitz-beirat', 'werkleitung-kgrz', 'beirat-verwaltung']) {
        await person(who).says('ID-2026-0001');
        await person(who).presses('ideas.score', { ...marks, comment });
      }
      for (const who of ['beirat-wirtschaft', 'beirat-wissenschaft', 'beirat-stadtkonzern']) {
        await person(who).answersLetter('/ideas/bewertung', { ...marks, comment });
      }
      await pause();
      await at('2026-12-17T16:00');
      await office.says('B-2026/1 Niederschrift', 'B-2026/1 minutes');
      await office.says('ID-2026-0001');
      call('idea-longest');
      await office.presses('ideas.evaluate', { outcome: 'feasible-with-conditions', way: longText(800) });
      await pause();
      await office.presses('ideas.hand-over', { becomes: 'procurement' });
      await deputy.says('ID-2026-0001');
    },
  },
];
