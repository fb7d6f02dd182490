import type { Cases } from '../../case/cases.ts';
import { dayIn, dayOf } from '../../core/day.ts';
import { partyOfPerson } from '../../core/party.ts';
import type { RoleId } from '../../core/ports/role-directory.ts';
import type { Collection } from '../../core/ports/store.ts';
import type { Block, TableBlock, TabPart } from '../../core/tab.ts';
import { type Language, type Text, wordsIn } from '../../core/text.ts';
import { holdsRole } from './acting.ts';
import { beginning, furtherWords, history, missing, proposalCases, rowAsk, wrongAsk } from './care-acts.ts';
import type { ChangeDesk } from './changes/desk.ts';
import type { NamedType } from './further-names.ts';
import { byUrgency, type Gap, type GapCount, topicName } from './gaps.ts';
import { vacanciesOf } from './lists.ts';
import { personOf, personSignedIn } from './lookup.ts';
import type { Directory } from './model.ts';
import type { NamesDesk } from './names-desk.ts';
import type { Partner } from './partners.ts';
import { placeLabel, unitLabel } from './places.ts';
import type { Context, Proposal } from './proposals/model.ts';
import type { SettingDesk } from './settings/desk.ts';
import { fileKeepers, type SettingFile, settingFiles } from './settings/model.ts';
import { bodiesTable, fieldsTable, rulesTable, textsTable, typesTable } from './settings/tab.ts';
import { asWords } from './wording.ts';

export type CareDesk = {
  readonly directory: () => Directory;
  readonly partners: () => readonly Partner[];
  readonly gaps: Collection<Gap>;
  readonly counts: Collection<GapCount>;
  readonly proposals: Cases<Proposal, Context>;
  readonly changes: Pick<ChangeDesk, 'changes'>;
  /** Rules, request types and bodies. */
  readonly settings: SettingDesk;
  /** What words mean that were released on a card, and what can be applied for. */
  readonly words: Pick<NamesDesk, 'list'>;
  readonly types: () => readonly NamedType[];
};

/**
 * What 10.50 keeps: the directory as tables, what is missing in it, what Lotse could not answer, request types and bodies; and
 * the rules of the Beirat, which the Digitallotse keeps.
 */
export const careTab = ({ directory, partners, gaps, counts, ...desk }: CareDesk): TabPart => ({
  tab: 'care',
  order: 20,
  async show(visit): Promise<readonly Block[]> {
    const { actor, language, at } = visit;
    const current = directory();
    const day = dayOf(at);
    const person = personSignedIn(current, actor.id);
    const holds = (role: RoleId) => person !== undefined && holdsRole(current, person.id, role, {}, day);
    const looking = { desk: desk.settings, language, keeps: (file: SettingFile) => holds(fileKeepers[file]) };
    if (!person) return [];
    const cases = (title?: Text) => proposalCases(desk.proposals, partyOfPerson(person), visit, day, title);
    const changes = await desk.changes.changes.list();
    if (!holds('strategisches-it-management')) {
      const files = settingFiles.filter(looking.keeps);
      if (files.length === 0) return [];
      return [
        await cases({ de: 'Vorschläge zu den Regeln', en: 'Proposals for the rules' }),
        ...rulesTable(looking),
        ...fieldsTable(looking),
        ...textsTable(looking, files),
        history(
          changes.filter(({ settings = [] }) => files.some((file) => file === settings[0]?.file)),
          language,
          { de: 'Verlauf der Regeln', en: 'History of the rules' },
        ),
      ];
    }
    const open = (await gaps.list()).toSorted(byUrgency);
    return [
      figures(current, open, language, day),
      await cases(),
      missing(current, language, day),
      questions(open, language),
      topics(await counts.list(), partners(), language),
      assignments(current, language, day),
      persons(current, language),
      absences(current, language, day),
      applications(current, language),
      units(current, language),
      furtherWords(desk.words.list(), current, desk.types(), language),
      ...typesTable(looking),
      ...bodiesTable(looking, (id) => personOf(current, id)?.name ?? id),
      ...rulesTable(looking),
      ...fieldsTable(looking),
      ...textsTable(looking, settingFiles),
      history(changes, language),
    ];
  },
});

function figures(directory: Directory, open: readonly Gap[], language: Language, day: string): Block {
  const t = wordsIn(language);
  const missing = vacanciesOf(directory, day, language);
  const vacant = missing.filter(({ isVacant }) => isVacant).length;
  const unreachable = directory.persons.filter(({ teamsId }) => !teamsId).length;
  const away = directory.absences.filter(({ from, to }) => from <= day && day <= to).length;
  const figure = (label: string, value: number, tone: 'attention' | 'warning' | 'plain') => ({
    label,
    value: String(value),
    tone: value > 0 ? tone : ('good' as const),
  });
  return {
    kind: 'figures',
    title: t('Wie es um das Verzeichnis steht', 'How the directory stands'),
    figures: [
      figure(t('Rollen nicht besetzt', 'roles vacant'), vacant, 'attention'),
      figure(t('ohne Vertretung', 'without a deputy'), missing.length - vacant, 'warning'),
      figure(t('Personen ohne Teams-Kennung', 'people without a Teams id'), unreachable, 'warning'),
      figure(t('zurzeit abwesend', 'absent at present'), away, 'plain'),
      figure(t('Fragen ohne Antwort', 'questions without an answer'), open.length, 'warning'),
    ],
  };
}

function questions(open: readonly Gap[], language: Language): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'gaps',
    title: t('Fragen ohne Antwort', 'Questions without an answer'),
    text: t(
      'Wer gefragt hat, ist nicht gespeichert. Öffnen Sie eine Frage, um ihr eine Antwort zuzuordnen.',
      'Who asked is not kept. Open a question to give it an answer.',
    ),
    head: [
      t('Frage', 'Question'),
      t('Wie oft', 'How often'),
      t('Zuletzt', 'Latest'),
      t('Weitergegeben', 'Passed on'),
    ],
    rows: open.map(({ id, question, count, last, passedOn }) => ({
      ask: { verb: 'directory.name', data: { gap: id, word: '', target: '' } },
      cells: [question, String(count), dayIn(language, last), passedOn ? t('ja', 'yes') : '–'],
      tone: passedOn ? 'warning' : 'plain',
    })),
    empty: t('Zurzeit ist keine Frage offen.', 'No question is open at present.'),
    file: t('Offene-Fragen.csv', 'open-questions.csv'),
  };
}

function topics(counts: readonly GapCount[], partners: readonly Partner[], language: Language): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'gap-topics',
    title: t(
      'Worüber gefragt wurde, ohne dass das Modell es regelt',
      'What was asked that the model does not cover',
    ),
    head: [t('Thema', 'Topic'), t('Wie oft', 'How often'), t('Zuletzt', 'Latest')],
    rows: counts
      .toSorted((a, b) => b.count - a.count)
      .map(({ id, count, last }) => ({
        cells: [topicName(id, partners)[language], String(count), dayIn(language, last)],
      })),
    empty: t('Noch nichts.', 'Nothing yet.'),
    folded: true,
  };
}

function assignments(directory: Directory, language: Language, day: string): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'assignments',
    title: t('Zuordnungen', 'Assignments'),
    head: [
      t('Rolle', 'Role'),
      t('Wer', 'Who'),
      t('Als', 'As'),
      t('Wo', 'Where'),
      t('Von', 'From'),
      t('Bis', 'Until'),
    ],
    rows: directory.assignments.map(({ role, person, as, unit, application, from, to }) => ({
      cells: [
        directory.roles.find(({ id }) => id === role)?.name[language] ?? role,
        personOf(directory, person)?.name ?? person,
        asWords[as][language],
        placeLabel(directory, { unit, application }, language) ??
          t('ganze Verwaltung', 'whole administration'),
        from ? dayIn(language, from) : '–',
        to ? dayIn(language, to) : '–',
      ],
      tone: to !== undefined && to < day ? 'warning' : 'plain',
      ask: wrongAsk({ role, unit, application }, { what: `end ${person}`, right: '', from: '' }),
    })),
    empty: t('Es ist noch niemand zugeordnet.', 'Nobody has been assigned yet.'),
    file: t('Zuordnungen.csv', 'assignments.csv'),
  };
}

function persons(directory: Directory, language: Language): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'persons',
    title: t('Personen', 'People'),
    head: [t('Funktion', 'Function'), t('Amt', 'Unit'), t('E-Mail', 'Email'), t('Telefon', 'Phone'), 'Teams'],
    rows: directory.persons.map(({ id, name, unit, email = '–', phone = '–', teamsId }) => ({
      cells: [
        name,
        unitLabel(directory, unit, language),
        email,
        phone,
        teamsId ? t('erreichbar', 'reachable') : t('keine Kennung', 'no id'),
      ],
      tone: teamsId ? 'plain' : 'warning',
      ask: rowAsk('persons', id, language),
    })),
    empty: t('Es ist noch niemand eingetragen.', 'Nobody has been entered yet.'),
    file: t('Personen.csv', 'people.csv'),
    folded: true,
    begin: beginning.persons(language),
  };
}

function absences(directory: Directory, language: Language, day: string): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'absences',
    title: t('Abwesenheiten', 'Absences'),
    head: [t('Wer', 'Who'), t('Von', 'From'), t('Bis', 'Until')],
    rows: directory.absences
      .filter(({ to }) => to >= day)
      .toSorted((a, b) => a.from.localeCompare(b.from))
      .map(({ person, from, to }) => ({
        cells: [personOf(directory, person)?.name ?? person, dayIn(language, from), dayIn(language, to)],
        ask: { verb: 'directory.absence-of', data: { person, was: from } },
      })),
    empty: t('Es ist keine Abwesenheit eingetragen.', 'No absence has been entered.'),
    folded: true,
    begin: [
      {
        title: t('Abwesenheit eintragen', 'Enter an absence'),
        ask: { text: t('Neue Abwesenheit eintragen', 'New absence') },
      },
    ],
  };
}

function applications(directory: Directory, language: Language): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'applications',
    title: t('Fachverfahren', 'Specialist applications'),
    head: [t('Name', 'Name'), t('Wofür', 'Purpose'), t('Ämter', 'Units')],
    rows: directory.applications.map(({ id, name, purpose, units: used }) => ({
      cells: [name, purpose[language], used.map((unit) => unitLabel(directory, unit, language)).join(', ')],
      ask: rowAsk('applications', id, language),
    })),
    empty: t('Es ist noch keins eingetragen.', 'None has been entered yet.'),
    file: t('Fachverfahren.csv', 'applications.csv'),
    folded: true,
    begin: beginning.applications(language),
  };
}

function units(directory: Directory, language: Language): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'units',
    title: t('Ämter und Eigenbetriebe', 'Offices and municipal enterprises'),
    head: [
      t('Einheit', 'Unit'),
      t('Name', 'Name'),
      t('Teil von', 'Part of'),
      t('Von', 'From'),
      t('Bis', 'Until'),
      t('Nachfolge', 'Successor'),
    ],
    rows: directory.units.map(({ id, name, partOf, from, to, successor }) => ({
      cells: [
        unitLabel(directory, id, language),
        name[language],
        partOf ? unitLabel(directory, partOf, language) : '–',
        from ? dayIn(language, from) : '',
        to ? dayIn(language, to) : '',
        successor ? unitLabel(directory, successor, language) : '',
      ],
      ask: rowAsk('units', id, language),
    })),
    empty: t('Es ist noch keins eingetragen.', 'None has been entered yet.'),
    folded: true,
    begin: beginning.units(language),
  };
}
