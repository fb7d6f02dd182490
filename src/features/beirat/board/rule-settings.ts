import { dayIn } from '../../../core/day.ts';
import type { CellWords, Raw, SettingGroup, SettingWords } from '../../../core/setting.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';

/* The rules of procedure in words, for whoever keeps them without the file. */

const text = (de: string, en: string): Text => ({ de, en });
const cell = (de: string, en: string, values?: CellWords['values']): CellWords => ({
  label: text(de, en),
  ...(values ? { values } : {}),
});
const called =
  (de: string, en: string) =>
  (_row: Raw, { language }: { readonly language: Language }) =>
    wordsIn(language)(de, en);

const nameOf = (value: unknown, language: Language): string => {
  const name = (value ?? {}) as Partial<Text>;
  return name[language] ?? name.de ?? '';
};

const itemCells: SettingGroup['cells'] = {
  title: cell('Thema', 'Topic'),
  kind: cell('Art', 'Kind', {
    decision: text('Beschluss', 'Decision'),
    information: text('Information', 'Information'),
  }),
  minutes: cell('Minuten', 'Minutes'),
  public: cell('Öffentlich', 'Public', { '': text('Wie sonst', 'As usual') }),
};

const usualItems = (at: string, de: string, en: string): SettingGroup => ({
  at: `usual.${at}[]`,
  title: ({ title }, { language }) => `${wordsIn(language)(de, en)}: ${nameOf(title, language)}`,
  cells: itemCells,
  list: {
    add: text(`${de}: Punkt dazunehmen`, `${en}: add an item`),
    fresh: { kind: 'information' },
  },
});

const seatWords = {
  chair: text('Vorsitz', 'Chair'),
  executive: text('Geschäftsführung', 'Board’s office'),
  expert: text('Fachperson', 'Expert'),
} as const;

export const ruleSettings: SettingWords = {
  title: text('Regeln des Beirats', 'Rules of the board'),
  effect: text(
    'Gilt für das, was danach beginnt. Wozu schon eingeladen ist, behält Ladungsfrist, Beschlussfähigkeit und Antworttag; ein laufender Umlauf behält seine Frist, eine Empfehlung ihren Tag. Sofort gelten Erinnerungen, die Frist der Niederschrift, die Aufbewahrung und wer vorschlagen darf.',
    'Counts for what begins afterwards. A meeting that was invited to keeps its notice period, its quorum and its day for answers; a circulation under way keeps its deadline, a recommendation its day. Reminders, the deadline of the minutes, how long words are kept and who may propose count at once.',
  ),
  groups: [
    {
      at: '',
      title: called('Name und Öffentlichkeit', 'Name and publicity'),
      cells: {
        name: cell('Name des Gremiums', 'Name of the body'),
        public: cell(
          'Punkte sind öffentlich, wenn niemand etwas anderes sagt',
          'Items are public unless somebody says otherwise',
        ),
        online: cell('Teilnahme online', 'Taking part online', {
          never: text('Nein', 'No'),
          allowed: text('Ja', 'Yes'),
        }),
        guests: cell('Gäste zu einzelnen Punkten', 'Guests at single items', {
          never: text('Nein', 'No'),
          public: text('Nur zu öffentlichen', 'At public ones only'),
          all: text('Zu allen', 'At every one'),
        }),
      },
    },
    {
      at: 'seats[]',
      title: ({ name }, { language }) => `${wordsIn(language)('Sitz', 'Seat')}: ${nameOf(name, language)}`,
      cells: {
        name: cell('Bezeichnung', 'Name'),
        vote: cell('Stimme', 'Vote', {
          voting: text('Stimmberechtigt', 'Voting'),
          advisory: text('Beratend', 'Advisory'),
        }),
      },
      about: ({ kind, id }, { language }) =>
        wordsIn(language)(
          `${seatWords[kind as keyof typeof seatWords]?.de ?? kind}. Wer hier sitzt und wie lange, steht im Verzeichnis beim Sitz „${id}“.`,
          `${seatWords[kind as keyof typeof seatWords]?.en ?? kind}. Who sits here and how long stands in the directory at the seat “${id}”.`,
        ),
    },
    {
      at: 'notice',
      title: called('Ladungsfrist', 'Notice period'),
      cells: { days: cell('Volle Kalendertage', 'Full calendar days') },
    },
    {
      at: 'quorum',
      title: called('Beschlussfähigkeit', 'Quorum'),
      cells: {
        of: cell('Mehr als die Hälfte der stimmberechtigten', 'More than half of the voting', {
          seats: text('Sitze, auch der freien', 'seats, vacant ones too'),
          members: text('Mitglieder (besetzte Sitze)', 'members (seats that are held)'),
        }),
        second: cell('In einer zweiten Sitzung genügen', 'Enough in a second meeting'),
      },
    },
    {
      at: 'rhythm',
      title: called('Rhythmus der Sitzungen', 'Rhythm of the meetings'),
      cells: {
        months: cell('Alle … Monate', 'Every … months'),
        remindDays: cell('Erinnerung an die Planung, Tage vorher', 'Reminder of the planning, days before'),
      },
    },
    {
      at: 'reply',
      title: called('Antwort auf die Einladung', 'Answer to the invitation'),
      cells: {
        days: cell('Erbeten bis … Tage vor der Sitzung', 'Asked for until … days before the meeting'),
        remindDays: cell('Erinnerung, Tage vor diesem Tag', 'Reminders, days before that day'),
      },
    },
    {
      at: 'minutes',
      title: called('Niederschrift', 'Minutes'),
      cells: {
        months: cell('Frist in Monaten', 'Months'),
        days: cell('Oder binnen … Tagen', 'Or within … days'),
        objectionDays: cell('Einwendungen, Tage', 'Objections, days'),
      },
    },
    {
      at: 'circulation',
      title: called('Beschluss im Umlauf', 'Resolution by circulation'),
      cells: {
        days: cell('Antwort binnen … Tagen', 'Answer within … days'),
        allowed: cell('Erlaubt', 'Allowed', {
          never: text('Nie', 'Never'),
          exceptional: text('Nur mit Begründung', 'Only with a reason'),
          always: text('Immer', 'Always'),
        }),
      },
    },
    {
      at: 'terms',
      title: called('Ende einer Amtszeit', 'End of a term'),
      cells: {
        remindDays: cell('Erinnerung, Tage vorher', 'Reminders, days before'),
        tell: cell('Wer es erfährt', 'Who is told', {
          office: text('Geschäftsführung', 'Board’s office'),
          chair: text('Vorsitz', 'Chair'),
          member: text('Das Mitglied', 'The member'),
          care: text('10.50', '10.50'),
        }),
      },
    },
    {
      at: 'topics',
      title: called('Themen vorschlagen', 'Proposing topics'),
      cells: {
        by: cell('Wer darf', 'Who may', {
          nobody: text('Niemand', 'Nobody'),
          members: text('Mitglieder', 'Members'),
          'members-and-offices': text('Mitglieder und Ämter', 'Members and offices'),
        }),
        days: cell('Rechtzeitig bis … Tage vor der Sitzung', 'In time until … days before the meeting'),
      },
    },
    {
      at: 'demand',
      title: called('Eine Sitzung verlangen', 'Demanding a meeting'),
      cells: {
        share: cell('Einer von … (4 = ein Viertel)', 'One in … (4 = a quarter)'),
        days: cell('Dann ist binnen … Tagen einzuladen', 'Invitation then due within … days'),
      },
    },
    {
      at: 'reviews',
      title: called('Prüfung einzelner Punkte vor dem Versand', 'Review of single items before sending'),
      cells: {
        days: cell('Übliche Frist, Tage', 'Usual time, days'),
        seenBy: cell('Wer sie liest', 'Who reads them', {
          keepers: text('Geschäftsführung und Vorsitz', 'Board’s office and chair'),
          members: text('Auch die Eingeladenen', 'Those invited, too'),
        }),
      },
    },
    {
      at: 'recommendations',
      title: called('Empfehlungen', 'Recommendations'),
      cells: {
        months: cell('Antwort erbeten binnen … Monaten', 'Answer asked for within … months'),
        remindDays: cell('Erinnerung, Tage vorher', 'Reminders, days before'),
        onAgenda: cell('Stehen auf jeder Tagesordnung', 'Stand on every agenda'),
      },
    },
    {
      at: 'recommendations.to[]',
      title: ({ name }, { language }) =>
        `${wordsIn(language)('Empfehlungen an', 'Recommendations to')}: ${nameOf(name, language)}`,
      cells: { name: cell('Bezeichnung', 'Name') },
      about: (_row, { language }) =>
        wordsIn(language)(
          'Wer für diese Stelle antwortet, steht in beirat.yaml unter „recommendations“.',
          'Who answers for this body stands in beirat.yaml under “recommendations”.',
        ),
    },
    {
      at: 'keep',
      title: called('Aufbewahrung von Absagegründen und Fragen', 'Keeping of reasons and questions'),
      cells: { wordsDays: cell('Tage nach der Sitzung', 'Days after the meeting') },
    },
    {
      at: 'usual',
      title: called('Übliche Sitzung', 'Usual meeting'),
      cells: {
        place: cell('Ort', 'Place'),
        time: cell('Uhrzeit', 'Time'),
        minutes: cell('Dauer in Minuten', 'Length in minutes'),
        weekday: cell('Wochentag (1 Montag … 5 Freitag)', 'Weekday (1 Monday … 5 Friday)'),
      },
    },
    usualItems('opening', 'Am Anfang jeder Tagesordnung', 'At the beginning of each agenda'),
    usualItems('closing', 'Am Ende jeder Tagesordnung', 'At the end of each agenda'),
    {
      at: 'schoolHolidays[]',
      title: ({ name, from }, { language }) => {
        const day = String(from ?? '');
        return `${nameOf(name, language)} ${day ? dayIn(language, day) : ''}`;
      },
      cells: {
        name: cell('Name', 'Name'),
        from: { label: text('Erster Tag', 'First day'), isDay: true },
        to: { label: text('Letzter Tag', 'Last day'), isDay: true },
      },
      list: { add: text('Schulferien dazunehmen', 'Add school holidays') },
    },
  ],
  inFile: {
    'seats[].id': 'the directory names seats by it',
    'seats[].kind': 'chair and office are found by it',
    'recommendations.to[].id': 'recommendations name it',
    'recommendations.to[].role': 'who answers',
    'recommendations.to[].enteredBy': 'who answers',
    'recommendations.to[].people': 'who answers',
  },
};
