import { longText } from '../support/client.ts';
import { filledWith, holder, person as listed, unit } from '../support/directory-builder.ts';

import type { Situation } from './situation.ts';

export const directory: readonly Situation[] = [
  {
    name: 'Somebody says that an answer is not right, and 10.50 releases it',
    async play({ person, call, pause, word }) {
      const [staff, itb, lead] = [person('staff-61'), person('itb-61'), person('lead-10.50')];
      const who = ['Wer ist mein IT-Beauftragter?', 'Who is my IT officer?'] as const;
      await staff.says(...who);
      await staff.presses('directory.wrong');
      call('propose');
      await staff.presses('directory.propose', { right: '   ' });
      await staff.presses('directory.propose', {
        ...staff.fillsAll('directory.propose'),
        what: 'words',
        from: '',
      });
      await staff.presses('directory.refresh-proposal');
      await pause();
      call('proposal-brief');
      await lead.says('V-2026/1');
      call('proposal');
      await lead.presses('directory.release-proposal', { from: '31.2.2027' });
      await lead.presses('directory.release-proposal', { from: '1.1.2027' });
      await pause();
      await lead.presses('directory.enter-proposal');
      await pause();
      await itb.says(...who);
      await itb.presses('directory.wrong');
      await itb.presses('directory.propose', {
        right: word('Die Vertretung fehlt.', 'The deputy is missing.'),
      });
      await staff.says(...who);
      await staff.presses('directory.wrong');
      await staff.presses('directory.propose', { right: word('Andere Nummer', 'Another number') });
      await pause();
      await lead.says('V-2026/2');
      await lead.presses('directory.reject-proposal', { note: '' });
      await lead.presses('directory.reject-proposal', { note: longText(500) });
      await staff.says('V-2026/3');
      await staff.presses('directory.withdraw-proposal');
      await pause();
      await lead.says('Vorschläge zum Verzeichnis', 'Proposals for the directory');
      await staff.isTold('Vorschläge zum Verzeichnis', 'Proposals for the directory');
    },
  },
  {
    name: 'What is released is written into the file, or 10.50 hears why not',
    async play({ person, call, pause, spoils, reload, word }) {
      const [staff, itb, other] = [person('staff-61'), person('itb-66'), person('staff-36')];
      const [lead, second] = [person('lead-10.50'), person('lead-10.50-deputy')];
      const wrong = async (who: typeof staff, fields: Readonly<Record<string, string>>) => {
        await who.says('Wer ist IT-Beauftragter für Amt 61?', 'Who is the IT officer of office 61?');
        await who.presses('directory.wrong');
        await who.presses('directory.propose', fields);
      };
      await wrong(staff, { what: 'holder', right: word('Niemand', 'Nobody'), from: '' });
      await staff.presses('directory.preview-proposal', {
        what: 'holder',
        right: 'IT-Beauftragte Amt 66',
        from: '1.1.2027',
      });
      await staff.presses('directory.propose', {
        what: 'holder',
        right: 'IT-Beauftragte Amt 66',
        from: '1.1.2027',
      });
      await pause();
      await second.presses('directory.refresh-brief-proposal');
      await wrong(itb, { what: 'phone itb-61', right: '+49 261 129-77', from: '' });
      await pause();
      call('proposal-clash');
      await lead.presses('directory.refresh-proposal');
      await lead.says('V-2026/1');
      spoils(
        'organisation.yaml',
        'organisation.yaml:12: Die Spalte „rolle“ gibt es nicht. Meinten Sie „role“?',
      );
      await lead.presses('directory.release-proposal', { from: '' });
      await pause();
      call('proposal-stuck');
      await lead.presses('directory.refresh-proposal');
      spoils('organisation.yaml');
      await lead.presses('directory.retry-proposal');
      await pause();
      await lead.says('V-2026/2');
      await lead.presses('directory.release-proposal', { from: '1.3.2027' });
      await pause();
      await wrong(other, { what: 'email itb-61', right: 'it61@example.org', from: '' });
      await pause();
      await lead.presses('directory.release-proposal');
      await pause();
      // Who is to be entered has left in the meantime.
      await wrong(other, { what: 'deputy', right: 'staff-33', from: '' });
      reload((city) => ({ ...city, persons: city.persons.filter(({ id }) => id !== 'staff-33') }));
      await lead.says('V-2026/4');
    },
  },
  {
    name: '10.50 changes rows of the tables in a form, and somebody else of 10.50 releases them',
    async play({ person, call, pause, spoils, word }) {
      const [lead, second, staff] = [person('lead-10.50'), person('lead-10.50-deputy'), person('staff-61')];
      await staff.isTold('Amt 61 ändern', 'Office 61 edit');
      await lead.isTold('Amt 999 ändern', 'Office 999 edit');
      await lead.says('Amt 61 ändern', 'Office 61 edit');
      call('row');
      await lead.presses('directory.propose-row');
      await lead.presses('directory.check-row', { c_to: '31.12.2027', c_successor: '66' });
      call('row-checked');
      await lead.presses('directory.propose-row', { c_to: '31.12.2027', c_successor: '66' });
      await pause();
      await second.presses('directory.release-proposal');
      await pause();
      await lead.says('Neue Person eintragen', 'New person');
      await lead.presses('directory.check-row', {
        id: 'neu-66',
        c_name: longText(80),
        c_unit: '66',
        from: '31.2.2027',
      });
      await lead.presses('directory.propose-row', {
        id: 'neu-66',
        c_name: word('Neue Funktion', 'New function'),
        c_unit: '66',
        from: '1.2.2027',
      });
      await lead.says('Neues Fachverfahren eintragen', 'New application');
      spoils('organisation.yaml', 'organisation.yaml:12: …');
      await lead.presses('directory.check-row', { id: 'x' });
    },
  },
  {
    name: '10.50 changes request types and bodies in forms, and the history says what they were',
    async play({ person, call, pause, word, spoils }) {
      const [lead, second, staff] = [person('lead-10.50'), person('lead-10.50-deputy'), person('staff-61')];
      const types = ['Antragsarten pflegen', 'Keep request types'] as const;
      await staff.isTold(...types);
      await lead.says(...types);
      call('settings-types');
      await lead.presses('directory.settings', {}, { of: 'types[workplace]' });
      call('settings-type');
      await lead.presses('directory.settings', {}, { from: 8 });
      await lead.presses('directory.settings', {}, { from: 0 });
      await lead.presses('directory.settings', {}, { of: 'types[workplace].fields[kind]' });
      await lead.presses('directory.settings', {}, { of: '' });
      await lead.presses('directory.settings', {}, { of: 'types[workplace]' });
      await lead.presses('directory.settings', {}, { of: 'types[workplace]', from: 8 });
      await lead.presses('directory.setting', {}, { at: 'types[workplace].route[unit]' });
      call('setting');
      await lead.presses('directory.propose-setting');
      await lead.presses('directory.check-setting', { c_due: word('bald', 'soon') });
      await lead.presses('directory.propose-setting', { c_due: '99', reason: 'x', from: '31.2.2027' });
      call('setting-wrong');
      await lead.presses('directory.propose-setting', { c_due: '4', from: '1.1.2020' });
      await lead.presses('directory.check-setting', { c_due: '4', from: '' });
      call('setting-checked');
      await lead.presses('directory.propose-setting', { reason: '' });
      await lead.presses('directory.propose-setting', {
        reason: word('In der Urlaubszeit reicht es nicht', 'Not enough in the holiday season'),
      });
      await pause();
      await second.presses('directory.refresh-brief-proposal');
      call('proposal-setting');
      await second.presses('directory.release-proposal');
      await pause();
      await lead.says('Änderungen am Verzeichnis', 'Changes of the directory');
      await lead.presses('directory.change');
      call('change-setting');
      await lead.presses('directory.undo-change', { reason: word('Doch genug', 'It is enough') });
      const bodies = ['Stellen außerhalb pflegen', 'Keep bodies outside'] as const;
      await lead.says(...bodies);
      await lead.presses('directory.setting', {}, { act: 'add' });
      await lead.presses('directory.check-setting', { c_words: 'Brandschutz' });
      await lead.presses('directory.propose-setting', {
        id: 'brandschutz',
        c_name_de: 'Brandschutzbeauftragte',
        c_matters_de: longText(200),
        c_words: 'Brandschutz; Feuerwehr',
        reason: word('Wird oft gefragt', 'Often asked'),
      });
      await lead.says(...bodies);
      await lead.presses('directory.setting', {}, { at: '[vergabe]' });
      await lead.presses('directory.check-setting', { c_people: 'niemand' });
      await lead.presses('directory.setting', {}, { act: 'remove' });
      call('setting-remove');
      await lead.presses('directory.check-setting');
      await staff.isTold(...bodies);
      spoils('organisation.yaml');
    },
  },
  {
    name: 'The Digitallotse changes the rules of the Beirat, the deputy releases them, and 10.50 reads them',
    async play({ person, call, pause, word }) {
      const [office, deputy, lead] = [
        person('digitallotse'),
        person('digitallotse-deputy'),
        person('lead-10.50'),
      ];
      const rules = ['Regeln des Beirats pflegen', 'Keep the rules of the board'] as const;
      await lead.says(...rules);
      call('settings-read');
      await office.says(...rules);
      call('settings-rules');
      await office.presses('directory.settings', {}, { from: 8 });
      await office.presses('directory.setting', {}, { at: 'terms' });
      call('setting-several');
      await office.says(...rules);
      await office.presses('directory.settings', {}, { from: 8 });
      await office.presses('directory.setting', {}, { at: 'circulation' });
      call('setting-choice');
      await office.says(...rules);
      await office.presses('directory.settings', {}, { from: 8 });
      await office.presses('directory.settings', {}, { from: 16 });
      await office.presses('directory.setting', {}, { at: 'demand' });
      await office.presses('directory.propose-setting', {
        c_share: '',
        c_days: '',
        reason: word('Beschluss des Beirats', 'Resolution of the board'),
      });
      await pause();
      await deputy.presses('directory.release-proposal');
      await pause();
      await office.says(...rules);
      await office.presses('directory.settings', {}, { from: 8 });
      await office.presses('directory.settings', {}, { from: 16 });
      await office.says('Änderungen am Verzeichnis', 'Changes of the directory');
      await office.presses('directory.change');
      await office.presses('directory.undo-change', { reason: word('Doch', 'After all') });
      await deputy.says('Vorschläge zum Verzeichnis', 'Proposals for the directory');
    },
  },
  {
    name: '10.50 enters that somebody else is away, changes it and takes it out',
    async play({ person, call, word }) {
      const [lead, staff, itb] = [person('lead-10.50'), person('staff-61'), person('itb-61')];
      const fresh = ['Neue Abwesenheit eintragen', 'New absence'] as const;
      await staff.isTold(...fresh);
      await lead.says(...fresh);
      await lead.presses('directory.check-absence-of');
      await lead.presses('directory.check-absence-of', {
        person: 'IT-Beauftragte Amt 61',
        from: '1.12.2026',
        to: '20.12.2026',
      });
      call('absence-of');
      await lead.presses('directory.enter-absence-of');
      await itb.says('Meine Abwesenheit', 'My absence');
      await lead.says('Abwesenheit von IT-Beauftragte Amt 61', 'Absence of IT-Beauftragte Amt 61');
      await lead.presses('directory.end-absence-of');
      await lead.says(word('Abwesenheit von itb-50', 'Absence of itb-50'));
      await lead.presses('directory.absence-of');
      await lead.presses('directory.enter-absence-of', { to: '31.3.2027' });
      call('absence-of-changed');
      call('absence-of-file');
      await lead.presses('directory.end-absence-of');
    },
  },
  {
    name: 'The history of the directory, and how a change is taken back',
    async play({ person, call, pause, at, reload, word }) {
      const [staff, lead, second] = [person('staff-61'), person('lead-10.50'), person('lead-10.50-deputy')];
      const changes = ['Änderungen am Verzeichnis', 'Changes of the directory'] as const;
      await lead.says(...changes);
      await pause();
      const officer = (who: string) =>
        reload((city) => ({
          ...city,
          assignments: city.assignments.map((row) =>
            row.role === 'it-beauftragte' && row.unit === '61' && row.as === 'holder'
              ? { ...row, person: who }
              : row,
          ),
        }));
      await at('2026-12-01T09:00');
      officer('itb-66');
      await pause();
      await staff.says('Wer ist mein IT-Beauftragter?', 'Who is my IT officer?');
      call('answer-since');
      await staff.says('Verlauf Amt 61', 'History of office 61');
      call('history');
      await staff.presses('help.show');
      await staff.says('Verlauf staff-61', 'History of staff-61');
      await staff.says('Verlauf IT-Beauftragte', 'History of IT officers');
      await staff.isTold('Verlauf Amt 999', 'History of office 999');
      await lead.says('Verlauf Amt 61', 'History of office 61');
      await lead.presses('directory.change');
      call('change');
      await lead.presses('directory.undo-change', { reason: '' });
      await lead.presses('directory.undo-change', { reason: word('Falsche Liste', 'Wrong list') });
      await pause();
      await second.presses('directory.release-proposal');
      await pause();
      await lead.says('Änderung 2', 'Change 2');
      for (const who of ['itb-66', 'itb-40', 'itb-50', 'itb-61']) {
        officer(who);
        await pause();
      }
      reload((city) => ({ ...city, persons: city.persons.map((row) => ({ ...row, phone: '129-1' })) }));
      await pause();
      await lead.says('Änderung 4', 'Change 4');
      await lead.says(...changes);
      call('changes');
      await lead.presses('directory.changes-page', {}, { from: 6 });
      await lead.presses('directory.changes-page', {}, { from: 0 });
      await lead.says('Änderung 8', 'Change 8');
      await lead.presses('directory.change', {}, { from: 20 });
      await lead.presses('directory.change', {}, { from: 0 });
      await lead.presses('directory.changes-page', {}, { from: 0 });
      await staff.isTold(...changes);
    },
  },
  {
    name: 'Twice a year whoever has a role is asked whether their entry is right',
    async play({ person, call, at, reload, word }) {
      const [itb, lead, staff] = [person('itb-61'), person('lead-10.50'), person('staff-61')];
      await staff.says('Mein Eintrag', 'My entry');
      await at('2027-03-01T09:00');
      await itb.says('Mein Eintrag', 'My entry');
      call('entry');
      await itb.presses('directory.wrong');
      await itb.presses('directory.propose', {
        what: 'words',
        right: word('Es fehlt ein Amt', 'An office is missing'),
        from: '',
      });
      reload((city) => ({
        ...city,
        persons: city.persons.map((row) => (row.id === 'itb-61' ? { ...row, phone: '129-61' } : row)),
      }));
      await itb.presses('directory.confirm-entry');
      await itb.presses('directory.confirm-entry');
      await itb.says('Ich gebe mein Amt zum 1.5. ab', 'I step down on 1 May');
      call('handover');
      await itb.presses('directory.propose');
      await lead.says('V-2027/2');
      call('proposal-difference');
      await lead.presses('directory.entry');
      reload((city) => ({
        ...city,
        assignments: [
          ...city.assignments,
          ...city.units.map(({ id }) => holder('it-beauftragte', 'lead-10.50', { as: 'deputy', unit: id })),
        ],
      }));
      await lead.says('Mein Eintrag', 'My entry');
      await at('2027-03-31T09:00');
      await lead.says('Zustand des Verzeichnisses', 'State of the directory');
      call('health-unconfirmed');
      await lead.says('Mein Eintrag stimmt', 'My entry is right');
      await lead.says('Ich gebe mein Amt ab', 'I want to give up my office');
      await lead.presses('help.show');
      await at('2027-09-01T09:00');
      call('confirm');
    },
  },
  {
    name: 'Once a week 10.50 hears what the directory lacks',
    async play({ person, call, at, reload }) {
      const lead = person('lead-10.50');
      await at('2026-11-30T08:05');
      call('health-week');
      await lead.presses('directory.health');
      call('health');
      await lead.presses('directory.health-page', {}, { from: 15 });
      await lead.presses('directory.health-page', {}, { from: 0 });
      await lead.presses('help.show');
      await person('staff-61').isTold('Zustand des Verzeichnisses', 'State of the directory');
      reload((city) => ({
        ...city,
        units: [],
        applications: [],
        roles: city.roles.filter(({ id }) => id === 'strategisches-it-management'),
      }));
      await lead.says('Zustand des Verzeichnisses', 'State of the directory');
    },
  },
  {
    name: 'From a question without an answer to its answer in three presses',
    async play({ person, call, word }) {
      const [staff, lead] = [person('staff-61'), person('lead-10.50')];
      await lead.says('Weitere Namen', 'further names');
      await staff.says('Wer führt das Schlüsselbuch?', 'Who keeps the book of keys for the rooms?');
      await staff.presses('directory.pass-on');
      await lead.says('Lücken', 'gaps');
      await lead.presses('directory.name');
      call('name');
      const said = { word: word('Schlüsselbuch', 'book of keys'), target: 'task kgrz user-support' };
      await lead.isToldAfter('directory.check-name', { ...said, word: '–' });
      await lead.presses('directory.check-name', said);
      call('name-check');
      await lead.presses('directory.name');
      await lead.presses('directory.check-name', said);
      await lead.presses('directory.release-name');
      call('names');
      await staff.says('Wer führt das Schlüsselbuch?', 'Who keeps the book of keys for the rooms?');
      await lead.isTold('Wort: Zettelkasten = Kaffeeküche', 'word: card index = tea kitchen');
      await lead.says('Wort: Kartenwerk = GIS', 'word: map work = GIS');
      await lead.presses('directory.check-name');
      await lead.says(word('Wort: Server', 'word: server'));
      await lead.presses('directory.check-name', { word: 'Server', target: 'task digitaler-beirat' });
      for (let at = 0; at < 21; at += 1) {
        await lead.says(
          `Wort: Quax${'abcdefghijklmnopqrstuvwxyz'[at]}`,
          `word: quax${'abcdefghijklmnopqrstuvwxyz'[at]}`,
        );
        // A name of an application makes the reading anew, which takes its time.
        const target = at < 20 ? 'task kgrz user-support' : 'application gis';
        await lead.presses('directory.check-name', { target });
        await lead.presses('directory.release-name');
      }
      await lead.presses('directory.names', {}, { from: 10 });
      await lead.presses('directory.names', {}, { from: 0 });
      await lead.presses('directory.remove-name');
      await staff.isTold('Wörter', 'words');
    },
  },
  {
    name: 'Somebody is away, says so, and is back early',
    async play({ person, call, at }) {
      const [itb, deputy, lead, staff] = [
        person('itb-61'),
        person('itb-61-deputy'),
        person('lead-10.50'),
        person('staff-61'),
      ];
      await itb.says('Meine Abwesenheit', 'My absence');
      await itb.isTold('Ich bin im Urlaub', 'I am on leave');
      await itb.says('Ich bin vom 1.12. bis 20.12. im Urlaub', 'I am away from 1 December until 20 December');
      call('absence');
      await itb.presses('directory.enter-absence');
      call('absences');
      await itb.presses('directory.end-absence');
      await deputy.says('Ich bin am 2.12. nicht da', 'I am away on 2 December');
      await deputy.presses('directory.enter-absence');
      await itb.says('Ich bin vom 1.12. bis 20.12. im Urlaub', 'I am away from 1 December until 20 December');
      await itb.presses('directory.enter-absence');
      await itb.says('Ich bin vom 1.12. bis 22.12. im Urlaub', 'I am away from 1 December until 22 December');
      await at('2026-12-02T09:00');
      await person('itb-50').says('Bin ich im Urlaub?', 'Am I on leave?');
      await person('itb-50').says('Ich bin wieder da', 'I am back');
      await lead.says('Zustand des Verzeichnisses', 'State of the directory');
      await itb.says('Ich bin wieder da', 'I am back');
      await itb.says('Ich bin wieder da', 'I am back');
      await staff.isTold('Ich bin bis 20.12. im Urlaub', 'I am on leave until 20 December');
    },
  },
  {
    name: 'Somebody breaks a file that they keep',
    async play({ person, call, pause, spoils }) {
      const line = 'organisation.yaml:212: Fehler: Die Person „itb-16“ gibt es nicht. Meinten Sie „itb-61“?';
      spoils('organisation.yaml', line);
      await pause();
      call('trouble');
      await person('lead-10.50').presses('help.show');
      spoils('organisation.yaml', ...Array.from({ length: 14 }, () => line));
      await pause();
      spoils('beirat.yaml', 'beirat.yaml:9: Fehler: „notice.days“ muss eine Zahl sein.');
      spoils('organisation.yaml');
      await pause();
    },
  },
  {
    name: 'Somebody asks who is responsible',
    async play({ person, call }) {
      const staff = person('staff-61');
      await staff.says('Wer ist mein IT-Beauftragter?', 'Who is my IT officer?');
      call('answer');
      await staff.says('und für Amt 50?', 'and for office 50?');
      call('answer-absent');
      await staff.says('und der Stellvertreter?', 'and the deputy?');
      await staff.says('Wer ist IT-Beauftragter von Amt 99?', 'Who is the IT officer of office 99?');
      await staff.says('Wer bewilligt einen EDV-Arbeitsplatz?', 'Who approves a computer workplace?');
      call('answer-next-step');
      await staff.presses('directory.feedback', {}, { helpful: true });
      await staff.says('Mein Drucker druckt nicht', 'My printer does not print');
      await staff.presses('directory.feedback', {}, { helpful: false });
      await staff.presses('directory.show');
      await staff.says('Was macht das Digitalisierungsbüro?', 'What does the digitalisation office do?');
      await staff.says(
        'Wer ist Fachadministrator für das Einwohnerverfahren?',
        'Who looks after the Einwohnerverfahren?',
      );
      await staff.says('Was machen die digitalen Mentoren?', 'What do the digital mentors do?');
      call('answer-planned');
      await staff.says(
        'Wer entscheidet, wenn es mehrere Fachbereiche betrifft?',
        'Who decides when several departments are affected?',
      );
      await staff.says('Hallo', 'Hello');
      await staff.says('Wer ist für Fachanwendungen zuständig?', 'Who is in charge of specialist software?');
      await staff.says(
        'Der Drucker druckt nicht. Ich brauche ein neues Notebook.',
        'The printer does not print. I need a new laptop.',
      );
      await staff.presses('help.say');
      await staff.says('Alles steht still, nichts geht mehr', 'Everything is down, nothing works any more');
      await staff.says('Organigramm', 'org chart');
      call('chart');
      await staff.meetsAFault('Hilfe');
    },
  },
  {
    name: 'Somebody asks in so few words that they are asked back',
    differs: 'one word leaves other things open in each of the languages',
    async play({ person, call, word }) {
      const staff = person('staff-61');
      await staff.says(word('Wer macht die Sicherheit der Fachverfahren?', 'boss of the IT'));
      call('choices');
      await staff.presses('directory.choose');
      await staff.says(word('Computer', 'computer'));
      await staff.presses('requests.start');
      await staff.says(
        'Welche Ideen gibt es? Was ist mit meinem Antrag?',
        'Which ideas are there? What is the state of my request?',
      );
      await staff.presses('help.say');
      await staff.presses('directory.feedback', {}, { helpful: false });
    },
  },
  {
    name: 'Somebody asks for lists',
    directory: (demo) => ({
      ...demo,
      units: [...demo.units, ...Array.from({ length: 20 }, (_, at) => unit(String(200 + at)))],
    }),
    async play({ person, call }) {
      const staff = person('staff-61');
      await staff.says('Liste aller IT-Beauftragten', 'list of all IT officers');
      call('list');
      await staff.says('alle Fachverfahren', 'all specialist applications');
      await staff.says('Wer leitet das KGRZ?', 'Who heads the KGRZ?');
      await staff.says('Welche Fachverfahren hat Amt 80?', 'all specialist applications of office 80');
    },
  },
  {
    name: 'A question that the role model does not answer is passed on to 10.50',
    async play({ person, call, word }) {
      const [staff, lead] = [person('staff-61'), person('lead-10.50')];
      await staff.isTold('Lücken', 'gaps');
      await lead.says('Lücken', 'gaps');
      await staff.says('Wann kommt die Müllabfuhr?', 'When is the rubbish collected?');
      call('none');
      await staff.presses('directory.pass-on');
      for (let at = 0; at < 16; at += 1) {
        await staff.says(`${word('Wetter', 'weather')} ${letters(at)} „*_&“ `.repeat(12));
        await staff.presses('directory.pass-on');
      }
      await staff.says('Wie wird das Wetter?', 'What is the weather like?');
      await staff.presses('help.say');
      await staff.says('asdf qwer');
      for (const role of ['lead-10.50', 'staff-61', 'itb-61']) {
        const somebody = person(role);
        await somebody.says('Mein Drucker druckt nicht', 'My printer does not print');
        await somebody.presses('directory.feedback', {}, { helpful: role !== 'itb-61' });
      }
      await lead.says('Lücken', 'gaps');
      call('gaps');
      await lead.presses('directory.gaps', {}, { from: 10 });
      await lead.presses('directory.gaps', {}, { from: 0 });
    },
  },
  {
    name: 'Nobody is entered who could be written to',
    directory: (demo) =>
      filledWith(demo, {
        units: [unit('61'), unit('10.50')],
        persons: [
          listed('staff', { teamsId: 'a954715f-1745-4a49-888e-000000000001' }),
          listed('officer'),
          listed('administrator', { phone: '+49 261 129-00001' }),
        ],
        assignments: [
          holder('it-beauftragte', 'officer', { unit: '61' }),
          holder('strategisches-it-management', 'administrator'),
        ],
      }),
    async play({ person }) {
      const staff = person('staff');
      await staff.says('Wer ist mein IT-Beauftragter?', 'Who is my IT officer?');
      await staff.says('Wer ist der IT-Beauftragte?', 'Who is the IT officer?');
      await staff.says('Wer bewilligt einen EDV-Arbeitsplatz?', 'Who approves a computer workplace?');
    },
  },
  {
    name: 'A role does one thing only, and stands alone',
    directory: (demo) => ({ ...demo, relations: [] }),
    async play({ person }) {
      await person('staff-61').says(
        'Wann muss der Stadtrat beteiligt werden?',
        'When does the city council have to be involved?',
      );
    },
  },
];

/** Different questions: words count, numbers may be addresses. */
const letters = (at: number): string => String.fromCharCode(97 + at).repeat(12);
