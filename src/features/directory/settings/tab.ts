import type { Ask, Block, TableBlock, Titled } from '../../../core/tab.ts';
import { type Language, shortened, wordsIn } from '../../../core/text.ts';
import type { SettingDesk } from './desk.ts';
import { type Form, formsOf, listsOf } from './forms.ts';
import type { KeptFile, SettingFile } from './model.ts';
import { childrenOf, topOf } from './order.ts';
import { standing } from './texts.ts';
import { isRow, kindOfWay, pathIn, valueAt } from './way.ts';

/* The files that people keep as tables: a row opens its form, for whoever keeps the file. */

type Looking = {
  readonly desk: Pick<SettingDesk, 'file' | 'rolesIn'>;
  readonly language: Language;
  /** Whether whoever looks may change a file; they see only those that they may read. */
  readonly keeps: (file: SettingFile) => boolean;
};

const open = (file: SettingFile, at: string): Ask => ({ verb: 'directory.setting', data: { file, at } });
const openList = (file: SettingFile, of: string): Ask => ({ verb: 'directory.settings', data: { file, of } });

/** What begins a new row, beside the rows. */
const adding = (
  file: KeptFile,
  { keeps, language }: Looking,
  isHere: (at: string) => boolean = () => true,
): { readonly begin?: readonly Titled<object>[] } => {
  const asks = listsOf(file)
    .filter(({ at }) => isHere(at))
    .map(({ at, add }) => ({
      title: add[language],
      ask: { verb: 'directory.setting', data: { file: file.name, at, act: 'add' } },
    }));
  return keeps(file.name) && asks.length > 0 ? { begin: asks } : {};
};

const wide = 200;

/** The rules of the Beirat, a row for what is changed together. */
export function rulesTable(looking: Looking): readonly TableBlock[] {
  const { desk, language, keeps } = looking;
  const t = wordsIn(language);
  const file = desk.file('beirat.yaml');
  if (!file) return [];
  const naming = desk.rolesIn(language);
  const row = (form: Form) => ({
    cells: [form.title(naming), shortened(standing(form, language, form.title(naming)), wide) || '–'],
    ...(keeps(file.name) ? { ask: open(file.name, form.at) } : {}),
  });
  const holidays = (form: Form) => kindOfWay(form.at) === 'schoolHolidays[]';
  const forms = formsOf(file);
  return [
    {
      kind: 'table',
      id: 'rules',
      title: file.words.title[language],
      text: keeps(file.name)
        ? file.words.effect[language]
        : t(
            'Zum Nachlesen: Diese Regeln pflegt der Digitallotse Wirtschaft.',
            'For reading: the Digitallotse Wirtschaft keeps these rules.',
          ),
      head: [t('Regel', 'Rule'), t('Was gilt', 'What counts')],
      rows: forms.filter((form) => !holidays(form)).map(row),
      empty: '–',
      file: t('Regeln-des-Beirats.csv', 'rules-of-the-board.csv'),
      folded: !keeps(file.name),
      ...adding(file, looking, (at) => at !== 'schoolHolidays'),
    },
    {
      kind: 'table',
      id: 'school-holidays',
      title: t('Schulferien', 'School holidays'),
      head: [t('Ferien', 'Holidays'), t('Tage', 'Days')],
      rows: forms.filter(holidays).map(row),
      empty: t('Es sind keine eingetragen.', 'None have been entered.'),
      folded: true,
      ...adding(file, looking, (at) => at === 'schoolHolidays'),
    },
  ];
}

/** What mentors can have experience in. */
export function fieldsTable(looking: Looking): readonly TableBlock[] {
  const { desk, language, keeps } = looking;
  const t = wordsIn(language);
  const file = desk.file('mentor-fields.yaml');
  if (!file) return [];
  const naming = desk.rolesIn(language);
  return [
    {
      kind: 'table',
      id: 'mentor-fields',
      title: file.words.title[language],
      head: [t('Feld', 'Field'), t('Woran es erkannt wird', 'How it is found')],
      rows: formsOf(file).map((form) => ({
        cells: [form.title(naming), form.cells.find(({ name }) => name === 'words')?.value ?? '–'],
        ...(keeps(file.name) ? { ask: open(file.name, form.at) } : {}),
      })),
      empty: t('Es gibt noch keins.', 'There is none yet.'),
      folded: true,
      ...adding(file, looking),
    },
  ];
}

/** What can be applied for: how much is asked, and which way it goes. */
export function typesTable({ desk, language, keeps }: Looking): readonly TableBlock[] {
  const t = wordsIn(language);
  const file = desk.file('request-types.yaml');
  if (!file) return [];
  const naming = desk.rolesIn(language);
  const forms = formsOf(file);
  const inside = (of: string, kind: string) =>
    childrenOf(forms, of).filter(({ at }) => kindOfWay(at) === kind);
  const isOff = ({ cells }: Form) => cells.some(({ name, value }) => name === 'offered' && value === 'false');
  return [
    {
      kind: 'table',
      id: 'request-types',
      title: file.words.title[language],
      text: t(
        'Öffnen Sie eine, um Namen, Fragen, Fristen und Wertgrenzen zu ändern. Welche Schritte es gibt und wer entscheidet, steht in request-types.yaml.',
        'Open one to change names, questions, deadlines and limits. Which steps there are and who decides stands in request-types.yaml.',
      ),
      head: [t('Antragsart', 'Request type'), t('Fragen', 'Questions'), t('Weg', 'Way')],
      rows: topOf(forms).map((form) => ({
        cells: [
          isOff(form)
            ? t(`${form.title(naming)} (nicht angeboten)`, `${form.title(naming)} (not offered)`)
            : form.title(naming),
          String(inside(form.at, 'types[].fields[]').length),
          inside(form.at, 'types[].route[]')
            .map((step) => step.title(naming).replace(/^\d+\. /, ''))
            .join(' → '),
        ],
        ...(keeps(file.name) ? { ask: openList(file.name, form.at) } : {}),
      })),
      empty: t('Es gibt noch keine.', 'There is none yet.'),
      file: t('Antragsarten.csv', 'request-types.csv'),
      folded: true,
    },
  ];
}

/** Bodies outside the role model, and who acts for each. */
export function bodiesTable(looking: Looking, nameOf: (person: string) => string): readonly TableBlock[] {
  const { desk, language, keeps } = looking;
  const t = wordsIn(language);
  const file = desk.file('partners.yaml');
  if (!file) return [];
  const naming = desk.rolesIn(language);
  const valueIn = (form: Form, name: string): unknown => {
    const row = valueAt(file.data(), pathIn(file.data(), form.at) ?? []);
    return isRow(row) ? row[name] : undefined;
  };
  const listed = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
  return [
    {
      kind: 'table',
      id: 'partners',
      title: file.words.title[language],
      head: [t('Stelle', 'Body'), t('Wofür', 'What for'), t('Wer für sie handelt', 'Who acts for it')],
      rows: formsOf(file).map((form) => ({
        cells: [
          form.title(naming),
          String((valueIn(form, 'matters') as Record<string, unknown> | undefined)?.[language] ?? '–'),
          listed(valueIn(form, 'people')).map(nameOf).join(', ') || t('10.50 trägt ein', '10.50 enters it'),
        ],
        ...(keeps(file.name) ? { ask: open(file.name, form.at) } : {}),
      })),
      empty: t('Es ist noch keine eingetragen.', 'None has been entered yet.'),
      folded: true,
      ...adding(file, looking),
    },
  ];
}

/** Every wording that is kept in these files, to be searched: whatever people read of them. */
export function textsTable(looking: Looking, files: readonly SettingFile[]): readonly Block[] {
  const { desk, language, keeps } = looking;
  const t = wordsIn(language);
  const naming = desk.rolesIn(language);
  const rows = files
    .filter((name) => keeps(name))
    .flatMap((name) => desk.file(name) ?? [])
    .flatMap((file) =>
      formsOf(file).flatMap((form) =>
        form.cells.flatMap(({ name, label, value }) => {
          if (!name.endsWith('.de') || value === '') return [];
          const english = form.cells.find((cell) => cell.name === name.replace(/de$/, 'en'))?.value;
          return [
            {
              cells: [
                value,
                english || '–',
                `${file.words.title[language]} · ${form.title(naming)} · ${label[language]}`,
              ],
              ask: open(file.name, form.at),
            },
          ];
        }),
      ),
    );
  return [
    {
      kind: 'table',
      id: 'texts',
      title: t('Texte', 'Texts'),
      text: t(
        'Alle Wortlaute, die die Stadt selbst bestimmt. Suchen Sie nach einem Wort; die Zeile öffnet das Formular.',
        'Every wording that the city decides itself. Search for a word; the row opens the form.',
      ),
      head: [t('Deutsch', 'German'), t('Englisch', 'English'), t('Wo', 'Where')],
      rows,
      empty: t('Es gibt noch keinen.', 'There is none yet.'),
      file: t('Texte.csv', 'texts.csv'),
      folded: true,
    },
  ];
}
