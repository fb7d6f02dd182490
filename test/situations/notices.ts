import { elsewhere } from '../../src/features/notices/refresh-job.ts';
import { shortForm } from '../../src/features/notices/short-form.ts';
import type { Situation } from './situation.ts';

const incident = {
  f_subject: 'Drucker im Raum 112',
  f_thing: 'device',
  f_affected: 'me',
  f_urgency: 'limited',
};

export const notices: readonly Situation[] = [
  {
    name: 'Somebody decides how to be told',
    async play({ person, call }) {
      const staff = person('staff-61');
      await staff.says('Benachrichtigungen', 'notifications');
      call('settings');
      await staff.presses('notices.save', { quietFrom: '18:00' });
      await staff.presses('notices.save', { quietFrom: '', quietTo: '07:00' });
      await staff.presses('notices.save', { delivery: 'digest', mailToo: 'true', quietFrom: '18:00' });
      const colleague = person('aad:a954715f-1745-4a49-888e-000000000001');
      await colleague.says('Benachrichtigungen auch per E-Mail', 'notifications also by e-mail');
    },
  },
  {
    name: 'News come once a day, and a case that is no longer to be seen disappears',
    async play({ person, call, pause, at, reload }) {
      const [staff, kgrz] = [person('staff-61'), person('support-kgrz')];
      await staff.says('Benachrichtigungen täglich', 'notifications daily');
      const once = async (count: number, day: string) => {
        for (let sent = 0; sent < count; sent += 1) {
          await staff.says('Antrag', 'request');
          await staff.presses('requests.start', {}, { type: 'incident' });
          await staff.presses('requests.check', incident);
          await staff.presses('requests.submit');
          await pause();
          await kgrz.presses('requests.refresh');
          await kgrz.presses('requests.finish', { note: 'Läuft wieder.' });
        }
        await pause();
        await at(`${day}T07:31`);
      };
      await once(1, '2026-11-25');
      call('digest-one');
      await staff.presses('notices.show');
      await once(17, '2026-11-26');
      call('digest');
      await staff.presses('notices.settings');
      await staff.says('Antrag', 'request');
      await staff.presses('requests.start', {}, { type: 'incident' });
      await staff.presses('requests.check', incident);
      await staff.presses('requests.submit');
      await pause();
      await person('lead-10.50').says('IT-2026-19');
      reload((city) => ({
        ...city,
        assignments: city.assignments.filter(({ person }) => person !== 'lead-10.50'),
      }));
      await staff.presses('requests.withdraw');
      await pause();
    },
  },
  {
    name: 'Something could not be delivered',
    async play({ person, call, pause, at, becomes, shows, language }) {
      const [staff, kgrz, lead] = [person('staff-61'), person('support-kgrz'), person('lead-10.50')];
      await lead.says('Unzustellbare Nachrichten', 'undelivered messages');
      becomes('teams', { outcome: 'unreachable', reason: 'ConversationBlockedByUser' });
      becomes('mail', { outcome: 'unreachable', reason: 'bad-address' });
      for (let sent = 0; sent < 12; sent += 1) {
        await staff.says('Antrag', 'request');
        await staff.presses('requests.start', {}, { type: 'incident' });
        await staff.presses('requests.check', incident);
        await staff.presses('requests.submit');
        await pause();
        if (sent === 0) await lead.says('Unzustellbare Nachrichten', 'undelivered messages');
      }
      await lead.says('Unzustellbare Nachrichten', 'undelivered messages');
      call('undelivered');
      await lead.presses('notices.resend');
      becomes('teams');
      await lead.presses('notices.resend-all');
      await staff.says('Benachrichtigungen auch per E-Mail', 'notifications also by e-mail');
      becomes('mail', { outcome: 'locked-out' });
      await kgrz.says('Meine Entscheidungen', 'my decisions');
      await kgrz.presses('requests.show');
      await kgrz.presses('requests.finish', { note: 'Läuft wieder.' });
      await pause();
      await at('2026-11-24T12:00');
      call('stopped');
      await lead.says('Unzustellbare Nachrichten', 'undelivered messages');
      // Only former versions drew cases in groups.
      shows(elsewhere({ language }));
      // The messenger shortens what Teams refuses because of its size.
      shows(
        shortForm({
          card: '',
          data: {},
          summary: 'Neues zu einem Antrag',
          language,
          about: { kind: 'request', id: 'IT-2026-0042' },
        }),
      );
      shows(shortForm({ card: '', data: {}, summary: 'Neues zu einem Antrag', language }));
    },
  },
];
