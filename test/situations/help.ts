import type { Situation } from './situation.ts';

export const help: readonly Situation[] = [
  {
    name: 'Somebody installs the bot and asks what it can do',
    differs: 'examples that can be pressed are not the same in number in each of the languages',
    async play({ person, installs, call }) {
      const staff = person('staff-61');
      await installs('staff-61');
      call('welcome');
      await staff.says('Hilfe', 'help');
      call('help');
      for (const topic of ['directory', 'requests', 'beirat', 'ideas', 'mentors', 'notices']) {
        await staff.presses('help.show', {}, { topic });
      }
      await staff.presses('directory.feedback', {}, { helpful: true });
      await installs('staff-61', 'groupChat');
      await staff.saysInGroup('Hilfe', 'help');
      await staff.saysInGroup('Ideen', 'ideas');
      await staff.isToldInGroup('Meine Anträge', 'my requests');
    },
  },
  {
    name: 'Somebody who decides installs the bot, and sees first what waits',
    async play({ person, installs, call, word }) {
      const staff = person('staff-61');
      await staff.says('Ich brauche ein neues Notebook', 'I need a new laptop');
      await staff.presses('requests.check', { f_reason: 'Für Termine auf der Baustelle' });
      await staff.presses('requests.submit');
      await installs('itb-61');
      call('welcome-waiting');
      await person('itb-61').presses('help.say', {}, { text: word('Meine Entscheidungen', 'My decisions') });
    },
  },
];
