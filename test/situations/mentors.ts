import type { Directory } from '../../src/features/directory/model.ts';
import { longText } from '../support/client.ts';
import { holder } from '../support/directory-builder.ts';
import type { Player } from '../support/stage.ts';
import type { Situation } from './situation.ts';

/** More mentors, who are in Teams. */
const withMentors =
  (...ids: readonly string[]) =>
  (demo: Directory): Directory => ({
    ...demo,
    assignments: [...demo.assignments, ...ids.map((id) => holder('digitale-mentoren', id))],
  });
const several = ['fa-gis', 'fa-dms', 'fa-bussgeld', 'fa-wohngeld'];

const keeps = async (
  office: Player,
  who: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> => {
  await office.presses('mentors.profile', {}, { person: who });
  await office.presses('mentors.profile-save', {
    fields: 'ki,datenschutz',
    experience: 'Forscht zu Sprachmodellen',
    capacity: '2',
    contact: 'dienstags per E-Mail',
    ...more,
  });
};

/** Nobody is proposed before the own first yes. */
const confirms = async (mentor: Player): Promise<void> => {
  await mentor.says('Mein Mentorenprofil', 'My mentor profile');
  await mentor.presses('mentors.profile-confirm');
};

export const mentors: readonly Situation[] = [
  {
    name: 'Somebody asks a mentor for advice, who accepts, and says how it was',
    directory: withMentors('staff-33'),
    async play({ person, call, pause, at }) {
      const [staff, office, mentor] = [person('staff-61'), person('digitallotse'), person('staff-33')];
      await staff.says('Mentoren', 'Mentors');
      await staff.presses('mentors.mine');
      await staff.presses('mentors.open');
      await office.says('Mentoren', 'Mentors');
      await office.presses('mentors.all');
      await office.presses('mentors.feedback');
      await office.presses('mentors.profiles');
      await office.presses('mentors.profile', {}, { person: 'staff-33' });
      await office.presses('mentors.profile-save', {
        ...{ fields: '', experience: '', capacity: '99' },
        ...{ languages: '', contact: '', pausedUntil: 'x' },
      });
      await office.presses('mentors.profiles');
      await keeps(office, 'staff-33', { capacity: '1' });
      await pause();
      call('profile');
      await mentor.says('Mein Mentorenprofil', 'My mentor profile');
      await mentor.presses('mentors.profile-confirm');
      await mentor.presses('mentors.profile-save', { pausedUntil: '2027-12-31' });
      await mentor.presses('mentors.profile-save', { pausedUntil: '' });
      await mentor.says('Mentoren', 'Mentors');
      await staff.says('Mentoren', 'Mentors');
      await staff.presses('mentors.find', { field: 'marketing' });
      await staff.presses('mentors.find', { field: 'ki' });
      await staff.says('Wer kann mich zu KI beraten?', 'Who can advise me on AI?');
      call('mentors-found');
      await staff.presses('mentors.ask-form');
      await staff.presses('mentors.ask', { question: ' ', contact: ' ' });
      await staff.presses('mentors.ask', { question: 'Was kann KI im Bauamt?', contact: 'Durchwahl 161' });
      call('mentoring-asked');
      await pause();
      await office.says('M-2026-0001');
      await staff.says('M-2026-0001 vielleicht', 'M-2026-0001 perhaps');
      await staff.presses('mentors.refresh');
      await mentor.presses('mentors.accept', { note: 'Gern, nächste Woche.' });
      await pause();
      call('mentoring-accepted');
      await staff.says('Wer kann mich zu KI beraten?', 'Who can advise me on AI?');
      await at('2027-01-22T09:00');
      await staff.presses('mentors.say-feedback', {});
      await staff.presses('mentors.say-feedback', { helped: 'partly', note: 'Es hat geholfen.' });
      await office.says('Rückmeldungen zu Mentorings', 'Feedback about mentorings');
      await mentor.presses('mentors.close');
      await pause();
      await staff.says('Meine Mentorings', 'My mentorings');
      await staff.presses('mentors.show');
      await at('2027-09-01T09:00');
      await staff.says('M-2026-0001');
    },
  },
  {
    name: 'Mentors decline, say nothing, leave, and are asked about more than they can read',
    directory: withMentors('staff-33', ...several),
    async play({ person, call, pause, at, reload }) {
      const [staff, office, mentor] = [person('staff-61'), person('digitallotse'), person('staff-33')];
      await office.says('Mentorenprofile', 'Mentor profiles');
      await keeps(office, 'staff-33', {
        fields:
          'ki,datenschutz,it-sicherheit,prozesse,online-dienste,online-handel,marketing,geschaeftsmodelle',
        experience: longText(1500),
        contact: longText(200),
        languages: 'de,en,fr,es,it,nl,pl,tr,uk,ar',
        capacity: '20',
      });
      await confirms(mentor);
      await office.says('Mentorenprofile', 'Mentor profiles');
      await keeps(office, 'mentor-wissenschaft', { experience: longText(1500), capacity: '20' });
      for (const id of several) {
        await office.says('Mentorenprofile', 'Mentor profiles');
        await keeps(office, id, { experience: longText(1500), contact: longText(200), capacity: '19' });
        await confirms(person(id));
      }
      await office.says('Mentorenprofile', 'Mentor profiles');
      call('profiles');
      const asks = async (who: Player, text: string) => {
        await who.says('Wer kann mich zu KI beraten?', 'Who can advise me on AI?');
        await who.presses('mentors.ask-form', {}, { mentor: 'staff-33' });
        await who.presses('mentors.ask', { question: text, contact: longText(200) });
        await pause();
      };
      await asks(staff, `KI: ${longText(1990)}`);
      await mentor.presses('mentors.decline', { note: longText(1500) });
      await pause();
      call('mentoring-declined');
      await staff.presses('mentors.ask-form');
      await staff.presses('mentors.ask', { question: 'KI im Amt', contact: 'Durchwahl' });
      await staff.presses('mentors.withdraw', {});
      for (const [who, text] of [
        ['itb-10', 'Werbung im Amt'],
        ['itb-67', 'Was meinen Sie dazu?'],
      ] as const) {
        await asks(person(who), text);
        await mentor.presses('mentors.decline', {});
        await pause();
      }
      await asks(person('itb-61'), 'KI im Amt');
      await at('2026-12-04T09:00');
      await at('2026-12-22T09:00');
      for (const who of ['itb-17', 'itb-20', 'itb-30', 'itb-31', 'itb-33', 'itb-37', 'itb-40', 'itb-50']) {
        await asks(person(who), `KI: ${longText(1990)}`);
        await mentor.presses('mentors.accept', { note: longText(1500) });
        await pause();
        await person(who).presses('mentors.close', {});
        await person(who).presses('mentors.say-feedback', { helped: 'yes', note: longText(1500) });
      }
      await asks(person('itb-66'), 'KI im Amt');
      await office.says('Alle Mentorings', 'All mentorings');
      call('mentorings');
      await office.says('Rückmeldungen zu Mentorings', 'Feedback about mentorings');
      await mentor.says('Mein Mentorenprofil', 'My mentor profile');
      await office.presses('mentors.profile', {}, { person: 'fa-gis' });
      await office.presses('mentors.profile-remove');
      reload((city) => ({
        ...city,
        assignments: city.assignments.filter(({ role }) => role !== 'digitale-mentoren'),
      }));
      await pause();
      await at('2026-12-24T09:00');
      await office.says('Mentorenprofile', 'Mentor profiles');
      await office.isToldAfter('mentors.profile', {}, { person: 'staff-33' });
      for (const id of ['staff-33', 'fa-dms', 'fa-bussgeld', 'fa-wohngeld', 'mentor-wissenschaft']) {
        await office.says(`Mentorenprofil ${id} löschen`, `Mentor profile ${id} delete`);
      }
      await office.says('Mentorenprofile', 'Mentor profiles');
    },
  },
];
