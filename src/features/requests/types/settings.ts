import type { CellWords, Raw, SettingGroup, SettingWords } from '../../../core/setting.ts';
import { type Language, type Text, wordsIn } from '../../../core/text.ts';
import { duties } from '../labels.ts';

/* What of a request type is kept without a developer. Which steps there are and who decides stays a matter of the file. */

const text = (de: string, en: string): Text => ({ de, en });
const cell = (de: string, en: string): CellWords => ({ label: text(de, en) });

const nameOf = (value: unknown, language: Language): string => {
  const name = (value ?? {}) as Partial<Text>;
  return name[language] ?? name.de ?? '';
};

const step: SettingGroup = {
  at: 'types[].route[]',
  title: (row, { language, roleName }, place) => `${place + 1}. ${stepName(row, roleName, language)}`,
  about: (row, { language }) => {
    const t = wordsIn(language);
    return [
      row.when ? t('Nur unter einer Bedingung.', 'Only under a condition.') : '',
      t(
        'Wer entscheidet, in welcher Reihenfolge und unter welcher Bedingung, steht in request-types.yaml („route“).',
        'Who decides, in which order and under which condition stands in request-types.yaml (“route”).',
      ),
    ]
      .filter(Boolean)
      .join(' ');
  },
  cells: {
    due: cell('Frist in Arbeitstagen', 'Working days'),
    'when.over': { ...cell('Wertgrenze in Euro', 'Limit in euros'), onlyIfThere: true },
    'when.any[].over': { ...cell('Wertgrenze in Euro', 'Limit in euros'), onlyIfThere: true },
    'when.all[].over': { ...cell('Wertgrenze in Euro', 'Limit in euros'), onlyIfThere: true },
    because: cell('Warum der Weg hier entlangführt', 'Why the way leads here'),
    name: cell('Was hier geschieht, kurz', 'What is done here, in short'),
    note: cell('Hinweis für die, die hier entscheiden', 'Note for those who decide here'),
    'renews.before': {
      ...cell('Gefragt wird … Tage vor Ablauf', 'Asked … days before the end'),
      onlyIfThere: true,
    },
    'renews.months': {
      ...cell('Eine Verlängerung gilt … Monate', 'A renewal adds … months'),
      onlyIfThere: true,
    },
  },
};

function stepName(row: Raw, roleName: (id: string) => string, language: Language): string {
  const duty = duties[row.duty as keyof typeof duties]?.[language] ?? String(row.duty ?? '');
  const who = row.partner ? String(row.partner) : roleName(String(row.role ?? ''));
  return `${who}: ${duty}`;
}

export const typeSettings: SettingWords = {
  title: text('Antragsarten', 'Request types'),
  effect: text(
    'Gilt für neue Anträge. Was schon eingereicht ist, behält seinen Weg mit Fristen, Grenzen und Hinweisen; Namen und Fragen heißen sofort überall so. Auch die Aufbewahrung gilt sofort für alle.',
    'Counts for new requests. What has been submitted keeps its way with deadlines, limits and notes; names and questions are called so everywhere at once. How long cases are kept counts for all at once, too.',
  ),
  groups: [
    {
      at: 'types[]',
      title: ({ name }, { language }) => nameOf(name, language),
      cells: {
        name: cell('Name', 'Name'),
        description: cell('Wann das das richtige Formular ist', 'When this is the right form'),
        words: cell('Wörter, bei denen es sich öffnet', 'Words that open it'),
        offered: cell('Wird angeboten', 'Is offered'),
        forColleague: cell('Auch für andere Personen', 'Also for colleagues'),
        splitDays: cell(
          'Anträge für dasselbe werden … Tage zusammengezählt (0: nie)',
          'Requests for the same are added up for … days (0: never)',
        ),
        keep: cell('Aufbewahrung in Monaten nach dem Ende', 'Kept, months after the end'),
        'report.called': {
          ...cell('Wie es mit Artikel heißt', 'What it is called, with “the”'),
          onlyIfThere: true,
        },
        'report.done': { ...cell('Was es am Ende ist', 'What it is in the end'), onlyIfThere: true },
        'report.reopens': {
          ...cell('Danach noch … Tage „geht noch nicht“', 'Can be reopened for … days'),
          onlyIfThere: true,
        },
        'outcome.paper': {
          ...cell('Wie das Papier am Ende heißt', 'What the paper is called'),
          onlyIfThere: true,
        },
      },
    },
    {
      at: 'types[].fields[]',
      title: ({ label }, { language }) =>
        `${wordsIn(language)('Frage', 'Question')}: ${nameOf(label, language)}`,
      cells: {
        label: cell('Frage', 'Question'),
        help: cell('Hinweis im leeren Feld', 'Hint in the empty field'),
        section: cell('Überschrift darüber', 'Heading above it'),
        required: cell('Muss ausgefüllt werden', 'Must be filled in'),
        decisive: cell('Bei Änderung neu entscheiden', 'Decide again when it changes'),
        min: { ...cell('Kleinster Wert', 'Smallest value'), onlyIfThere: true },
        max: { ...cell('Größter Wert', 'Greatest value'), onlyIfThere: true },
        longest: { ...cell('Höchstens … Zeichen', 'At most … characters'), onlyIfThere: true },
        notPast: { ...cell('Frühestens heute', 'Today at the earliest'), onlyIfThere: true },
      },
    },
    {
      at: 'types[].fields[].choices[]',
      title: ({ label }, { language }) =>
        `${wordsIn(language)('Möglichkeit', 'Option')}: ${nameOf(label, language)}`,
      cells: { label: cell('Möglichkeit', 'Option') },
    },
    {
      at: 'types[].priority.levels[]',
      title: ({ name }, { language }) => `${wordsIn(language)('Stufe', 'Level')}: ${nameOf(name, language)}`,
      cells: {
        name: cell('Name', 'Name'),
        due: cell('Frist in Arbeitstagen (0: am selben Tag)', 'Working days (0: the same day)'),
        alarm: cell('Sofort alle, die handeln können', 'Everybody who can act, at once'),
      },
    },
    step,
  ],
  inFile: {
    'types[].id': 'requests name it',
    'types[].report': 'what a report is',
    'types[].outcome.application': 'structure',
    'types[].joins': 'structure',
    'types[].priority.impact': 'structure',
    'types[].priority.urgency': 'structure',
    'types[].priority.matrix': 'structure',
    'types[].priority.grows': 'structure',
    'types[].priority.levels[].id': 'requests name it',
    'types[].fields[].id': 'requests name it',
    'types[].fields[].kind': 'structure',
    'types[].fields[].decimals': 'structure',
    'types[].fields[].wish': 'structure',
    'types[].fields[].correctedBy': 'rights',
    'types[].fields[].shows': 'structure',
    'types[].fields[].formerly': 'what answers of before mean',
    'types[].fields[].choices[].id': 'requests name it',
    'types[].route[].id': 'requests name it',
    'types[].route[].role': 'who decides',
    'types[].route[].partner': 'who decides',
    'types[].route[].enteredBy': 'who decides',
    'types[].route[].of': 'who decides',
    'types[].route[].duty': 'who decides',
    'types[].route[].task': 'the rule behind it',
    'types[].route[].group': 'order of the way',
    'types[].route[].after': 'order of the way',
    'types[].route[].rule': 'a literal quote',
    'types[].route[].when': 'conditions, but for their limits',
    'types[].route[].renews.field': 'structure',
    'types[].route[].votes': 'who decides',
  },
};
