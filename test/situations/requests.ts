import { type Filled, longText } from '../support/client.ts';
import { pdf, png } from '../support/pictures.ts';
import type { Player } from '../support/stage.ts';
import type { Situation } from './situation.ts';

const laptop: Filled = {
  f_subject: 'Notebook für die Bauberatung',
  f_kind: 'laptop',
  f_costs: '1250',
  f_reason: 'Für Termine auf der Baustelle',
};
const incident: Filled = { f_thing: 'device', f_affected: 'me', f_urgency: 'limited' };
const papers = `https://www.example.org/${'a'.repeat(200)}`;
const photo = { name: 'IMG_0042.png', content: png() };
const plan = { name: 'Fehlermeldung am Druckserver.pdf', content: pdf() };
const wish = ['Ich brauche ein neues Notebook', 'I need a new laptop'] as const;

async function submits(who: Player, type: string, filled: Filled): Promise<void> {
  await who.says('Antrag', 'request');
  await who.presses('requests.start', {}, { type });
  await who.presses('requests.check', filled);
  await who.presses('requests.submit');
}

export const requests: readonly Situation[] = [
  {
    name: 'The audit office reads a request, a budget and a list, and does nothing',
    async play({ person, call, pause }) {
      const [staff, lead, auditor] = [person('staff-61'), person('lead-10.50'), person('staff-33')];
      await auditor.says('Budget', 'budgets');
      await lead.says('Budget 2026 IT-Budget 40.000 €', 'Budget 2026 IT budget €40,000');
      await submits(staff, 'workplace', laptop);
      await pause();
      await auditor.says('Alle Anträge', 'All requests');
      await auditor.presses('requests.show');
      call('request-file');
      await auditor.presses('requests.refresh-file');
      await auditor.presses('requests.file');
      call('download');
      await auditor.presses('help.show');
      await auditor.says('Budget', 'budgets');
      await auditor.presses('help.show');
      await auditor.presses('requests.budget');
      call('budget-read');
      await auditor.presses('requests.budget-file');
      await auditor.says('Anträge exportieren 2026', 'Requests export 2026');
      await staff.isTold('Anträge exportieren 2026', 'Requests export 2026');
    },
  },
  {
    name: 'Pictures come with an incident, and go to a request that there is already',
    async play({ person, call }) {
      const staff = person('staff-61');
      await staff.sends([photo], 'Mein Drucker geht nicht', 'My printer does not work');
      await staff.says('Antrag', 'request');
      await staff.presses('requests.start', {}, { type: 'incident' });
      await staff.presses('requests.check', { ...incident, f_subject: 'Drucker' });
      await staff.presses('requests.submit');
      await staff.presses('requests.files');
      await staff.sends([plan, { name: 'film.mov', lost: 'wrong-type' }], '');
      call('files-waiting');
      await staff.presses('files.add');
      await staff.sends([{ ...photo, content: png(1) }], '');
      await staff.presses('requests.files');
      call('files');
      await staff.presses('files.remove');
      await staff.says('Meine Dateien', 'my files');
      await staff.isToldAfter('files.discard');
      await staff.sends(
        Array.from({ length: 8 }, (_, n) => ({
          name: `${'Bildschirm '.repeat(5)}${n}.png`,
          content: png(n + 2),
        })),
        '',
      );
      await staff.presses('files.add');
      await person('support-kgrz').says('IT-2026-1 Dateien', 'IT-2026-1 files');
      await staff.says('IT-2026-1 Datei', 'IT-2026-1 file');
    },
  },
  {
    name: 'A workplace goes from the wish to the device, with a question and a refusal on the way',
    async play({ person, call, pause, word }) {
      const [staff, itb, lead, kgrz] = ['staff-61', 'itb-61', 'lead-10.50', 'support-kgrz'].map(person);
      if (!staff || !itb || !lead || !kgrz) return;
      await staff.says('Meine Anträge', 'my requests');
      await itb.says('Meine Entscheidungen', 'my decisions');
      await staff.says(...wish);
      call('request-form');
      await staff.presses('requests.check', { ...laptop, f_costs: 'viel', 'f_needed-by': '2020-01-01' });
      await staff.presses('requests.check', { ...laptop, f_costs: '', 'f_needed-by': '' });
      await staff.presses('requests.edit');
      await staff.presses('requests.check', laptop);
      call('request-check');
      await staff.presses('requests.submit');
      await pause();
      call('request-approval');
      await itb.presses('requests.refresh-brief');
      await lead.says('IT-2026-0001');
      await itb.presses('requests.refresh');
      await itb.presses('requests.reject');
      await itb.presses('requests.pass-on', { note: 'Bitte', to: '' });
      await itb.presses('requests.ask', { note: word('Wofür genau?', 'What for exactly?') });
      await pause();
      await itb.presses('requests.unask');
      await pause();
      await itb.presses('requests.ask', {
        note: word('Reicht ein Gerät aus dem Bestand?', 'Would one in stock do?'),
      });
      await pause();
      call('request-question');
      await staff.says('IT-2026-1 vielleicht', 'IT-2026-1 perhaps');
      await staff.presses('requests.change');
      await staff.presses('requests.check', { f_costs: 'viel', note: 'Ja' });
      await staff.presses('requests.check', { f_count: '2', f_costs: '2500' });
      await pause();
      await itb.presses('requests.refresh');
      await itb.presses('requests.reject', { note: 'Zu teuer' });
      await pause();
      await lead.says('IT-2026-1');
      await lead.presses('requests.reject', { note: 'Zu teuer' });
      await pause();
      await staff.says('IT-2026-1');
      await staff.presses('requests.resubmit');
      await staff.presses('requests.check', { f_count: '1' });
      await staff.presses('requests.submit');
      await pause();
      await itb.presses('requests.approve');
      await itb.presses('requests.refresh');
      await pause();
      await lead.says('IT-2026-2');
      await lead.presses('requests.ask', { note: 'Und der Akku?' });
      await pause();
      await staff.presses('requests.answer', { note: 'Der hält.' });
      await pause();
      await lead.says('IT-2026-2');
      await lead.presses('requests.approve', { note: 'Passt' });
      await pause();
      await kgrz.presses('requests.take');
      await pause();
      // What was decided changes once more: everybody is asked again, with what has changed.
      await kgrz.presses('requests.ask', { note: 'Welche Größe?' });
      await pause();
      await staff.says('IT-2026-2');
      await staff.presses('requests.answer', { note: '' });
      await staff.presses('requests.change');
      await staff.presses('requests.check', { f_count: '3', f_costs: '3000', note: 'Drei' });
      await pause();
      call('request-changed');
      await lead.says('Meine Entscheidungen', 'my decisions');
      await itb.says('IT-2026-2 zustimmen', 'IT-2026-2 approve');
      await itb.presses('requests.approve');
      await pause();
      await lead.says('Budget', 'budgets');
      await lead.presses('requests.set-budget', { name: 'IT-Budget', limit: '40000' });
      await lead.says('IT-2026-2');
      await lead.presses('requests.approve');
      await lead.presses('requests.fund', { budget: '', amount: '3000' });
      await lead.presses('requests.fund', { budget: '2026-it-budget', amount: '3000' });
      await pause();
      await kgrz.presses('requests.take');
      await kgrz.presses('requests.finish', { note: 'Steht am Empfang bereit.' });
      await pause();
      await staff.says('Meine Anträge', 'my requests');
      await staff.presses('requests.show');
      await submits(staff, 'workplace', laptop);
      await staff.presses('requests.change');
      await staff.presses('requests.check', { f_count: '4' });
      await staff.presses('requests.withdraw');
      await staff.says(...wish);
      await staff.presses('requests.check', laptop);
      await staff.isToldAfter('requests.discard');
    },
  },
  {
    name: 'A budget year comes to its end',
    async play({ person, call, pause, at }) {
      const [staff, lead] = [person('staff-61'), person('lead-10.50')];
      await lead.says('Budget 2026 IT-Budget 0 €', 'Budget 2026 IT budget €0');
      await lead.says('Budget 2026 IT-Budget abschließen', 'Budget 2026 IT budget close');
      await lead.presses('requests.budget');
      for (const limit of [1, 2, 3, 4, 5, 6, 7]) await lead.says(`Budget 2026 IT-Budget ${limit}000 €`);
      await submits(staff, 'workplace', laptop);
      await pause();
      await person('itb-61').says('IT-2026-0001');
      await person('itb-61').presses('requests.approve');
      await pause();
      await lead.says('IT-2026-0001');
      await lead.presses('requests.approve', { budget: '2026-it-budget', amount: '1800' });
      await at('2026-12-22T09:00');
      await lead.says('Budget', 'budgets');
      await lead.presses('requests.set-budget', { year: '26', name: 'Reserve', limit: '1' });
      await lead.presses('requests.set-budget', { year: '2026', name: '–', limit: '1' });
      await lead.presses('requests.set-budget', { year: '2026', name: 'Reserve', limit: 'viel' });
      await lead.presses('requests.budget');
      await lead.presses('requests.budget-page', {}, { from: 8 });
      await lead.presses('requests.budget-page', {}, { from: 0 });
      await lead.says('Budget 2026 Projekt 2000 €');
      await lead.says('Budget 2026 IT-Budget', 'Budget 2026 IT budget');
      call('budget');
      await lead.presses('requests.rebook', { id: 'IT-2026-0001', budget: '2026-projekt', note: ' ' });
      await lead.presses('requests.rebook', {
        id: 'IT-2026-0001',
        budget: '2026-projekt',
        note: 'Gehört zum Projekt',
      });
      await lead.says(
        'IT-2026-0001 umbuchen auf IT-Budget: doch nicht',
        'IT-2026-0001 rebook to IT budget: no',
      );
      await lead.says('Budget 2026 Projekt', 'Budget 2026 Projekt');
      await lead.presses('requests.end-budget');
      await lead.presses('requests.close-budget', {}, { rest: 'no' });
      await lead.says('Budget 2026 IT-Budget abschließen', 'Budget 2026 IT budget close');
      call('budget-close');
      await lead.presses('requests.close-budget', {}, { rest: 'yes' });
      await lead.presses('requests.reopen-budget', { note: ' ' });
      await lead.presses('requests.reopen-budget', { note: 'Eine Rechnung kam nach' });
      await lead.presses('help.show');
    },
  },
  {
    name: 'A specialist application is heard, overruled, passed on and decided by the Stadtvorstand, with everything at its longest',
    async play({ person, call, pause, at }) {
      const [staff, lead, kgrz] = [person('staff-61'), person('lead-10.50'), person('support-kgrz')];
      const admin = person('fa-gis');
      await lead.says('Budget', 'budgets');
      await lead.presses('requests.set-budget', { name: 'IT-Budget', limit: '40000' });
      for (const year of [2020, 2021, 2022, 2023, 2024, 2025]) {
        await lead.says(`Budget ${year} Digitalisierungsvorhaben der Stadtteile 1000 €`);
      }
      await staff.says('Antrag', 'request');
      await staff.presses('requests.start', {}, { type: 'specialist-application' });
      await staff.presses('requests.check', {
        ...staff.fillsAll('requests.check'),
        colleague: '',
        f_change: 'change',
        f_application: 'gis',
        f_costs: '75000',
        'f_needed-by': '2027-12-01',
        'f_personal-data': 'none',
        f_operation: 'kgrz',
        f_protection: 'normal',
        f_monitoring: 'no',
        f_accessibility: 'yes',
        'f_cross-departmental': 'true',
        f_fundamental: 'true',
        f_papers: papers,
      });
      await staff.presses('requests.submit');
      await pause();
      await lead.says('IT-2026-0001');
      await lead.presses('requests.assign', { reason: '', charge: '' });
      await lead.presses('requests.assign', { reason: '', charge: 'itb-61-deputy' });
      await lead.presses('requests.assign', { reason: longText(1500), charge: 'itb-61-deputy' });
      await pause();
      await lead.presses('requests.override', { reason: longText(1500) }, { decision: 'approve' });
      await pause();
      await admin.says('IT-2026-0001');
      await admin.presses('requests.pass-on', { note: longText(1500), to: 'fa-gis-deputy' });
      await pause();
      const deputy = person('fa-gis-deputy');
      await deputy.says('IT-2026-0001');
      await deputy.presses('requests.ask', { note: longText(1500) });
      await pause();
      await staff.says('IT-2026-0001');
      await staff.presses('requests.change');
      await staff.presses('requests.check', {
        ...staff.fillsAll('requests.check'),
        f_costs: '90000',
        f_accessibility: 'no',
        f_papers: papers,
        f_reason: longText(800),
        f_subject: 'GIS',
        'f_needed-by': '',
      });
      await pause();
      await person('itb-61').says('IT-2026-0001');
      await person('itb-61').presses('requests.approve', { note: longText(1500) });
      await pause();
      await deputy.says('IT-2026-0001');
      await admin.says('IT-2026-0001');
      await admin.presses('requests.opine', { note: longText(1500) });
      await pause();
      await lead.says('IT-2026-0001');
      await lead.presses('requests.opine', { note: longText(1500) });
      await pause();
      await lead.says('IT-2026-0001');
      await lead.presses('requests.approve', { note: longText(1500), budget: 'egal', amount: 'viel' });
      await lead.presses('requests.approve', {
        note: longText(1500),
        budget: '2026-it-budget',
        amount: '90000',
      });
      await lead.says('Budget', 'budgets');
      await lead.presses('requests.set-budget', { name: 'IT-Budget', limit: '10000' });
      call('budget-limit');
      await lead.presses('requests.set-budget', { reason: ' ' });
      await lead.presses('requests.set-budget', { reason: 'Haushaltssperre' });
      call('budgets');
      await pause();
      const [board, other] = [person('vorsitz-stadtvorstand'), person('vorsitz-beirat')];
      await board.says('IT-2026-0001');
      await board.presses('requests.approve', { note: longText(1500) });
      await pause();
      await board.says('IT-2026-0001');
      await other.says('IT-2026-0001');
      await other.presses('requests.approve', { note: longText(1500) });
      await pause();
      await at('2026-12-22T09:00');
      await at('2027-01-25T09:00');
      await kgrz.presses('requests.take');
      await kgrz.presses('requests.finish', { note: longText(1500) });
      await pause();
      await person('itb-61').says('IT-2026-0001');
    },
  },
  {
    name: 'A specialist application with personal data passes its partners, until its release',
    async play({ person, call, pause, word }) {
      const [staff, itb, lead, kgrz] = ['staff-61', 'itb-61', 'lead-10.50', 'support-kgrz'].map(person);
      if (!staff || !itb || !lead || !kgrz) return;
      await submits(staff, 'specialist-application', {
        f_subject: 'Terminvergabe',
        f_change: 'new',
        f_reason: 'Termine online, § 1 OZG',
        f_costs: '20000',
        'f_personal-data': 'public',
        f_operation: 'cloud',
        f_protection: 'unknown',
        f_monitoring: 'yes',
        f_accessibility: 'partly',
        f_administrator: 'Fachadministration Amt 61',
      });
      await pause();
      await itb.says('IT-2026-0001');
      await itb.presses('requests.approve', { note: word('Nur mit Schulung.', 'Only with training.') });
      await pause();
      for (const note of [
        word('Vertrag zur Auftragsverarbeitung schließen.', 'Conclude a processing agreement.'),
        word('Nur mit Anmeldung in zwei Schritten.', 'Only with two-step sign-in.'),
        word('Bis zum Start nachbessern.', 'To be improved before the start.'),
      ]) {
        await lead.says('IT-2026-0001');
        call('request-partner');
        await lead.presses('requests.opine', { note });
        await pause();
      }
      await lead.says('IT-2026-0001');
      await lead.presses('requests.reject', {
        note: word('Auswertung nach Personen abschalten.', 'Switch off reports by person.'),
      });
      await pause();
      call('request-no-consent');
      // The answer changes what was decided: everybody says again whether it stands, says otherwise, or asks.
      await staff.says('IT-2026-0001');
      await staff.presses('requests.change');
      await staff.presses('requests.check', {
        f_costs: '25000',
        note: word('Ist abgeschaltet.', 'Has been switched off.'),
      });
      await pause();
      await itb.says('IT-2026-0001');
      call('request-again');
      await itb.presses('requests.approve');
      await pause();
      await lead.says('IT-2026-0001');
      call('request-opinion-again');
      for (const _ of [1, 2, 3]) {
        await lead.presses('requests.opine-same');
        await pause();
        await lead.says('IT-2026-0001');
      }
      await lead.says('IT-2026-0001');
      await lead.presses('requests.approve');
      await pause();
      await lead.says('IT-2026-0001');
      await lead.presses('requests.approve');
      await pause();
      await lead.says('IT-2026-0001');
      await lead.presses('requests.paper');
      call('request-paper');
      await staff.says('IT-2026-0001');
      await staff.presses('requests.paper');
      await kgrz.says('IT-2026-0001');
    },
  },
  {
    name: 'A large procurement waits for the resolution of the council',
    async play({ person, call, pause, word }) {
      const [staff, itb, lead] = ['staff-61', 'itb-61', 'lead-10.50'].map(person);
      const [board, other] = [person('vorsitz-stadtvorstand'), person('vorsitz-beirat')];
      if (!staff || !itb || !lead) return;
      await submits(staff, 'procurement', {
        f_subject: word('Rechnernetz der Schulen', 'Network of the schools'),
        f_costs: '300000',
        f_reason: word('Unterricht in allen Räumen', 'Lessons in all rooms'),
      });
      await pause();
      await itb.presses('requests.approve');
      await pause();
      await lead.says('IT-2026-0001');
      await lead.presses('requests.approve');
      await pause();
      for (const one of [board, other]) {
        await one.says('IT-2026-0001');
        await one.presses('requests.approve');
        await pause();
      }
      await board.says('IT-2026-0001');
      await board.presses('requests.approve');
      call('request-council');
      await board.presses('requests.paper');
      await board.says('IT-2026-0001');
      await board.presses('requests.approve', { day: '2026-11-24', note: word('Einstimmig', 'Unanimous') });
      await pause();
      await staff.says('IT-2026-0001');
      call('request-resolved');
    },
  },
  {
    name: 'A right is granted for a time, comes back, is prolonged once and then taken away',
    async play({ person, call, pause, at }) {
      const [staff, itb, lead, kgrz] = ['staff-61', 'itb-61', 'lead-10.50', 'support-kgrz'].map(person);
      if (!staff || !itb || !lead || !kgrz) return;
      await submits(staff, 'access', {
        f_subject: 'Laufwerk S',
        'f_for-whom': 'Bauberatung',
        f_level: 'read',
        f_until: '2027-01-29',
        f_reason: 'Pläne einsehen',
      });
      await pause();
      await itb.presses('requests.approve');
      await pause();
      await lead.says('IT-2026-0001');
      await lead.presses('requests.approve');
      await pause();
      await kgrz.says('IT-2026-0001');
      await kgrz.presses('requests.finish', { note: 'Eingerichtet' });
      await pause();
      await staff.says('IT-2026-0001');
      call('request-in-effect');
      await at('2027-01-15T09:00');
      await itb.says('IT-2026-0001');
      call('request-renewal');
      await itb.presses('requests.prolong', { note: 'Bis Jahresende' });
      await pause();
      await staff.says('IT-2026-0001');
      await staff.presses('requests.expire');
      await pause();
      await kgrz.says('IT-2026-0001');
      await kgrz.presses('requests.finish', { note: 'Entzogen' });
      await pause();
    },
  },
  {
    name: 'Where all stands still, others join what is known, hear of it, and say that it is not fixed for them',
    async play({ person, call, pause, word }) {
      const [staff, itb, deputy, kgrz] = ['staff-61', 'itb-61', 'itb-61-deputy', 'support-kgrz'].map(person);
      if (!staff || !itb || !deputy || !kgrz) return;
      await itb.says('Gibt es gerade Störungen?', 'Is anything down at the moment?');
      const standstill = { f_thing: 'printer', f_affected: 'public', f_urgency: 'blocked' };
      await submits(staff, 'incident', {
        ...standstill,
        f_subject: word('Kopierer im Bürgersaal', 'Copier in the public hall'),
        f_phone: '4711',
      });
      call('incident-standstill');
      await pause();
      call('incident-pushed');
      // What is known is shown with the form that a sentence opens, and once it is filled in.
      await itb.says('Unser Drucker druckt nicht', 'Our printer does not print');
      await itb.presses('requests.start', {}, { type: 'incident' });
      call('incident-known');
      await itb.presses('requests.join', {}, { id: 'IT-2026-0001' });
      call('incident-joined');
      await deputy.says('Bekannte Störungen', 'Known incidents');
      call('incidents');
      await deputy.presses('requests.start', {}, { type: 'incident' });
      await itb.says('Bekannte Störungen', 'Known incidents');
      await deputy.says('Störung melden', 'Report an incident');
      await deputy.presses('requests.check', { ...standstill, f_subject: word('Drucker', 'Printer') });
      await deputy.presses('requests.join-instead');
      await deputy.says('Unser Drucker druckt nicht', 'Our printer does not print');
      await deputy.presses('requests.start', {}, { type: 'incident' });
      await deputy.presses('requests.check', standstill);
      await deputy.says('Meine Anträge', 'my requests');
      await deputy.says('IT-2026-0001');
      await pause();
      await kgrz.says('IT-2026-0001');
      await kgrz.presses('requests.ask', { note: word('Welche Meldung?', 'Which message?') });
      await deputy.presses('requests.refresh-joined');
      await pause();
      await staff.presses('requests.answer', { note: word('Papierstau', 'Paper jam') });
      await pause();
      await kgrz.presses('requests.take');
      await kgrz.says('IT-2026-0001');
      call('incident-case');
      // What was claimed is put right, with a reason that whoever claimed it reads.
      await kgrz.presses('requests.correct', { correction: '', why: '' });
      call('incident-correcting');
      await kgrz.presses('requests.correct', {
        correction: 'affected=several',
        why: word('Der Schalter hat einen zweiten Drucker.', 'The counter has a second printer.'),
      });
      call('incident-corrected');
      await pause();
      await staff.says('IT-2026-0001');
      call('incident-corrected-requester');
      await kgrz.presses('requests.tell', { hint: '' });
      await kgrz.presses('requests.tell', {
        hint: word(
          'Seit 10 Uhr wird getauscht, bitte nicht neu starten.',
          'Being replaced, please do not restart.',
        ),
      });
      await pause();
      call('incident-note');
      await staff.says('IT-2026-0001');
      await kgrz.presses('requests.finish', { note: word('Gerät getauscht', 'Device replaced') });
      await pause();
      call('incident-fixed');
      await itb.presses('requests.reopen', { note: word('Im Flur druckt er nicht.', 'Not in the hall.') });
      await deputy.says('IT-2026-0001');
      await deputy.presses('requests.leave');
      await pause();
      await kgrz.says('IT-2026-0001');
      await kgrz.presses('requests.finish', { note: word('Treiber erneuert', 'Driver renewed') });
      await pause();
      await staff.says('IT-2026-0001');
      await staff.presses('requests.reopen', { note: '' });
      await pause();
      await staff.presses('requests.withdraw');
      await pause();
      await itb.presses('requests.reopen', {});
      await staff.says('Meine Anträge', 'my requests');
    },
  },
  {
    name: 'Somebody leaves, and what hangs on them is handed over',
    async play({ person, call, pause, word }) {
      const [staff, lead, kgrz] = ['staff-61', 'lead-10.50', 'support-kgrz'].map(person);
      if (!staff || !lead || !kgrz) return;
      await submits(staff, 'incident', { ...incident, f_subject: 'Drucker' });
      await staff.says('Antrag', 'request');
      await staff.presses('requests.start', {}, { type: 'people-change' });
      const leaving = {
        f_subject: word('IT-Beauftragte', 'IT officer'),
        f_change: 'leave',
        f_day: '2026-12-31',
        f_application: 'gis',
        f_devices: 'Notebook',
      };
      await staff.presses('requests.check', { ...leaving, f_person: 'Niemand' });
      await staff.presses('requests.check', { ...leaving, f_person: 'IT-Beauftragte Amt 61' });
      await staff.presses('requests.submit');
      await pause();
      await lead.says('IT-2026-0002');
      call('request-leaver');
      // All parts are open: each holder ticks theirs when they like.
      await kgrz.says('Meine Entscheidungen', 'my decisions');
      await kgrz.says('IT-2026-0002 erledigt: gesperrt', 'IT-2026-0002 done: locked');
      call('request-parts');
      await kgrz.presses('requests.part');
      await kgrz.presses('requests.finish', { note: '' });
      await kgrz.presses('requests.finish', { note: word('Konto gesperrt', 'Account locked') });
      call('request-part-done');
      await pause();
      const admin = person('fa-gis');
      await admin.says('IT-2026-0002');
      await admin.presses('requests.finish', { note: word('Rechte entzogen', 'Rights taken away') });
      await pause();
      await staff.says('IT-2026-0002');
      call('request-parts-requester');
      await lead.says('IT-2026-0002');
      await lead.presses('requests.finish', { note: word('Vertretung übernimmt', 'The deputy takes over') });
      await pause();
      await kgrz.says('IT-2026-0002');
      await kgrz.presses('requests.finish', { note: word('Notebook zurück', 'Laptop returned') });
      await pause();
      await staff.says('IT-2026-0002');
    },
  },
  {
    name: 'Somebody enters a request for a colleague, who objects',
    async play({ person, call, pause }) {
      const [staff, itb] = [person('staff-61'), person('itb-61')];
      await staff.says(...wish);
      await staff.presses('requests.check', { ...laptop, colleague: 'Niemand' });
      await staff.presses('requests.check', { ...laptop, colleague: 'IT-Beauftragte Amt 61' });
      call('request-for-colleague');
      await staff.presses('requests.edit');
      await staff.presses('requests.check', laptop);
      await staff.presses('requests.submit');
      await pause();
      call('request-entered');
      await staff.says('Meine Anträge', 'my requests');
      await itb.says('Meine Anträge', 'my requests');
      await itb.says('IT-2026-0001');
      call('request-objecting');
      await itb.presses('requests.withdraw');
      await pause();
    },
  },
  {
    name: 'Several requests are approved at once, one of which has changed meanwhile, and which may be one purchase',
    async play({ person, call, pause }) {
      const [staff, itb, lead] = [person('staff-61'), person('itb-61'), person('lead-10.50')];
      const soon = { ...laptop, f_costs: '15000', f_count: '10', 'f_needed-by': '2026-11-26' };
      for (const one of [laptop, soon, soon, { ...laptop, f_subject: 'Umzug', f_kind: 'move' }]) {
        await staff.says('Antrag', 'request');
        await staff.presses('requests.start', {}, { type: 'workplace' });
        await staff.presses('requests.check', one);
        call('request-tight');
        await staff.presses('requests.submit');
      }
      await pause();
      await itb.says('Meine Entscheidungen', 'my decisions');
      call('request-several');
      await itb.presses('requests.approve-several');
      await staff.says('IT-2026-0001');
      await staff.presses('requests.change');
      await staff.presses('requests.check', { f_count: '3' });
      await itb.presses('requests.approve-several', {
        'pick-IT-2026-0001': 'true',
        'pick-IT-2026-0002': 'true',
        'pick-IT-2026-0003': 'true',
      });
      call('request-several-done');
      await itb.says('IT-2026-0001, IT-2026-0004 zustimmen', 'approve IT-2026-0001, IT-2026-0004');
      await pause();
      await lead.says('IT-2026-0003');
      call('request-split');
      for (const id of ['IT-2026-0001', 'IT-2026-0003'])
        await lead.says(`Priorität ${id} 3 3 5`, `Priority ${id} 3 3 5`);
      await staff.says('IT-2026-0003');
      await staff.presses('requests.change');
      await staff.presses('requests.check', { f_count: '12' });
      await lead.says('Prioritäten', 'priorities');
      call('priorities-changed');
      await lead.presses('requests.plan-rate', {}, { number: 'IT-2026-0003' });
      await lead.says('Meine Entscheidungen', 'my decisions');
      await lead.presses('requests.approve-several', { 'pick-IT-2026-0002': 'true' });
      await pause();
    },
  },
  {
    name: 'Many requests are reported and put into an order',
    async play({ person, call, pause }) {
      const [staff, lead, kgrz] = [person('staff-33'), person('lead-10.50'), person('support-kgrz')];
      await lead.says('Prioritäten', 'priorities');
      for (let at = 1; at <= 12; at += 1) {
        await submits(staff, 'incident', { ...incident, f_subject: longText(100), f_affected: 'several' });
      }
      await staff.says('Meine Anträge', 'my requests');
      call('request-list');
      await staff.says('Meine Anträge offen', 'My requests open');
      await staff.says('Meine Anträge: Notebook', 'My requests: laptop');
      await lead.says('Alle Anträge', 'All requests');
      call('request-overview');
      await staff.presses('requests.start-list');
      await staff.presses('requests.start', {}, { type: 'incident' });
      await staff.presses('requests.check', { ...incident, f_subject: longText(100) });
      await kgrz.says('Meine Entscheidungen', 'my decisions');
      await lead.says('Kapazität 2026 Q4 20', 'Capacity 2026 Q4 20');
      for (const wrong of [
        { number: 'x' },
        { number: 'IT-2026-1', benefit: '9' },
        { number: 'IT-2026-1', benefit: '5', urgency: '9' },
        { number: 'IT-2026-1', benefit: '5', urgency: '4', effort: 'viel' },
      ])
        await lead.presses('requests.plan-rate', wrong);
      await lead.presses('requests.plan-capacity', { quarter: 'Herbst', days: '5' });
      await lead.presses('requests.plan-capacity', { quarter: '2026 Q4', days: 'viel' });
      for (let at = 1; at <= 10; at += 1) {
        await lead.presses('requests.plan-rate', {
          number: `IT-2026-${at}`,
          benefit: '5',
          urgency: '4',
          effort: '3,5',
        });
      }
      call('priorities');
      await lead.presses('requests.plan-down', {}, { id: 'IT-2026-0001' });
      await lead.presses('requests.plan-up', {}, { id: 'IT-2026-0003' });
      await lead.presses('requests.plan-capacity', { quarter: '2026 Q4', days: '100' });
      await lead.presses('requests.plan-suggest');
      await kgrz.says('Prioritäten', 'priorities');
      const deputy = person('lead-10.50-deputy');
      await deputy.says('Prioritäten', 'priorities');
      await lead.says('Priorität IT-2026-0001 3 3 1', 'Priority IT-2026-0001 3 3 1');
      await deputy.presses('requests.plan-suggest');
      await pause();
    },
  },
  {
    name: 'A request of an office without an IT officer',
    async play({ person, call, pause, at }) {
      const [staff, lead, deputy] = [person('staff-36'), person('lead-10.50'), person('lead-10.50-deputy')];
      await submits(staff, 'workplace', { ...laptop, f_costs: '', f_planned: 'no' });
      await pause();
      call('request-vacant');
      await at('2026-12-04T09:00');
      await at('2026-12-18T09:00');
      await deputy.says('IT-2026-0001');
      await lead.says('IT-2026-0001');
      await lead.presses('requests.approve');
      await pause();
      await lead.says('IT-2026-0001');
      await lead.presses('requests.approve', { amount: 'viel' });
      await pause();
    },
  },
  {
    name: 'Requests of those who are alone in their role',
    directory: (demo) => ({
      ...demo,
      assignments: demo.assignments.filter(
        ({ role, as, person }) =>
          !(role === 'it-beauftragte' && as === 'deputy') &&
          !(role === 'kgrz' && person !== 'support-kgrz') &&
          !(role === 'fachadministratoren' && as === 'deputy'),
      ),
    }),
    async play({ person, pause }) {
      const [staff, lead] = [person('staff-61'), person('lead-10.50')];
      await submits(staff, 'programming', {
        f_subject: 'Auswertung',
        f_details: 'Offene Anträge',
        f_reason: 'Überblick',
        f_application: 'gis',
      });
      await pause();
      await person('itb-61').presses('requests.approve');
      await pause();
      await person('fa-gis').says('IT-2026-0001');
      await person('fa-gis').presses('requests.opine', { note: 'Gut' });
      await pause();
      await lead.says('IT-2026-0001');
      await lead.presses('requests.approve', { amount: '500' });
      await pause();
      await person('support-kgrz').presses('requests.take');
      await submits(staff, 'project', { f_subject: 'Ein Projekt', f_goal: 'Ein Ziel' });
      await submits(staff, 'company-matter', { f_subject: 'Eine Firma', f_company: 'Muster GmbH' });
      await pause();
    },
  },
];
