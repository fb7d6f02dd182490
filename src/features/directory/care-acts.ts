import { caseRows } from '../../case/case-rows.ts';
import type { Cases } from '../../case/cases.ts';
import { dayIn, momentIn } from '../../core/day.ts';
import type { Party } from '../../core/party.ts';
import type { Ask, CasesBlock, TableBlock, TabVisit } from '../../core/tab.ts';
import { type Language, shortened, type Text, wordsIn } from '../../core/text.ts';
import { broughtLine, changeLabel, countsLine } from './changes/labels.ts';
import type { DirectoryChange } from './changes/model.ts';
import type { RowTable } from './changes/row-edit.ts';
import { type NamedType, type ReleasedName, targetName } from './further-names.ts';
import { uncaredFor, vacanciesOf } from './lists.ts';
import type { Directory } from './model.ts';
import { editText, stateText } from './proposals/labels.ts';
import { type Context, isOver, type Proposal, type ProposalState } from './proposals/model.ts';

/* What 10.50 does on the page of maintenance: each press is one of the chat. */

/** The form that says what is not right about an entry; with what is to be filled in. */
export const wrongAsk = (
  {
    role,
    unit,
    application,
  }: { readonly role: string; readonly unit?: string | undefined; readonly application?: string | undefined },
  said: Readonly<Record<string, string>> = {},
): Ask => ({
  verb: 'directory.wrong',
  data: {
    ref: { role, ...(unit ? { unit } : {}), ...(application ? { application } : {}) },
    said,
  },
});

/** The row of a table as a form. */
export const rowAsk = (table: RowTable, id: string, language: Language): Ask => {
  const { de, en } = called[table];
  return { text: wordsIn(language)(`${de} ${id} ändern`, `${en} ${id} edit`) };
};
const called: Readonly<Record<RowTable, Text>> = {
  units: { de: 'Amt', en: 'Office' },
  persons: { de: 'Person', en: 'Person' },
  applications: { de: 'Fachverfahren', en: 'Application' },
};

/** What begins a new row of a table, beside its rows. */
export const beginning = {
  persons: (language: Language) =>
    begin(language, 'Person eintragen', 'Enter a person', 'Neue Person', 'New person'),
  units: (language: Language) =>
    begin(language, 'Amt eintragen', 'Enter an office', 'Neues Amt', 'New office'),
  applications: (language: Language) =>
    begin(
      language,
      'Fachverfahren eintragen',
      'Enter an application',
      'Neues Fachverfahren',
      'New application',
    ),
  health: (language: Language) =>
    begin(
      language,
      'Zustand des Verzeichnisses',
      'State of the directory',
      'Zustand des Verzeichnisses',
      'State of the directory',
    ),
};

function begin(language: Language, de: string, en: string, textDe: string, textEn: string) {
  const t = wordsIn(language);
  return [{ title: t(de, en), ask: { text: t(textDe, textEn) } }];
}

const tones = {
  open: 'warning',
  released: 'accent',
  entered: 'good',
  rejected: 'plain',
  withdrawn: 'plain',
} as const satisfies Record<ProposalState, string>;

/** Proposals: what waits for a release first. Whoever made one does not release it. */
export async function proposalCases(
  proposals: Cases<Proposal, Context>,
  viewer: Party,
  visit: TabVisit,
  day: string,
  title: Text = { de: 'Vorschläge zum Verzeichnis', en: 'Proposals for the directory' },
): Promise<CasesBlock> {
  const { language } = visit;
  const t = wordsIn(language);
  const rows = await caseRows(proposals, viewer, visit, {
    row: (one, _viewer, context) => ({
      title: one.title,
      state: stateText(one, context, day)[language],
      tone: one.problem ? 'attention' : tones[one.state],
      isOver: isOver(one),
      groups: [isOver(one) ? 'over' : one.state],
      facts: [
        one.edit && one.edit.kind !== 'row' && one.edit.kind !== 'setting'
          ? editText(one.edit, context)[language]
          : shortened(one.right, 120),
        one.proposer.name,
        ...(one.from ? [`${t('ab', 'from')} ${dayIn(language, one.from)}`] : []),
      ],
    }),
    oneClick: ['release'],
    drawnFor: () => ({ from: '' }),
  });
  return {
    kind: 'cases',
    id: 'proposals',
    title: title[language],
    groups: [
      { id: 'open', title: t('warten auf Freigabe', 'wait for a release') },
      { id: 'released', title: t('freigegeben', 'released') },
      { id: 'over', title: t('beendet', 'ended') },
    ],
    rows,
    empty: t('Es gibt keinen Vorschlag.', 'There is no proposal.'),
    file: t('Vorschlaege.csv', 'proposals.csv'),
  };
}

/** What is missing, each with the form that fills it. */
export function missing(directory: Directory, language: Language, day: string): TableBlock {
  const t = wordsIn(language);
  const all = [...vacanciesOf(directory, day, language), ...uncaredFor(directory, day, language)];
  return {
    kind: 'table',
    id: 'vacancies',
    title: t('Was fehlt', 'What is missing'),
    text: t(
      'Öffnen Sie eine Zeile, um jemanden vorzuschlagen; Rolle und Ort stehen dann schon im Formular.',
      'Open a row to propose somebody; role and place are in the form then.',
    ),
    head: [t('Rolle', 'Role'), t('Was fehlt', 'What is missing')],
    rows: all
      .toSorted((a, b) => Number(b.isVacant) - Number(a.isVacant))
      .map(({ name, text, role, unit, application, isVacant }) => ({
        cells: [name, text],
        tone: isVacant ? ('attention' as const) : ('warning' as const),
        ask: wrongAsk(
          { role, unit, application },
          { what: isVacant ? 'holder' : 'deputy', right: '', from: '' },
        ),
      })),
    empty: t('Jede Rolle ist besetzt und vertreten.', 'Every role is held and has a deputy.'),
    begin: beginning.health(language),
  };
}

/** Words that 10.50 has released; opening one leads to all of them, where it can be taken out. */
export function furtherWords(
  released: readonly ReleasedName[],
  directory: Directory,
  types: readonly NamedType[],
  language: Language,
): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'words',
    title: t('Wörter, die die Leute sagen', 'Words that people say'),
    head: [t('Wort', 'Word'), t('Gemeint ist', 'Means'), t('Freigegeben von', 'Released by'), t('Am', 'On')],
    rows: released.map(({ word, byName, at, ...target }) => ({
      cells: [word, targetName(target, directory, types, language), byName, dayIn(language, at.slice(0, 10))],
      ask: { verb: 'directory.names', data: {} },
    })),
    empty: t('Es ist noch kein Wort eingetragen.', 'No word has been entered yet.'),
    folded: true,
    begin: [
      {
        title: t('Wort eintragen', 'Enter a word'),
        ask: { verb: 'directory.name', data: { gap: '', word: '', target: '' } },
      },
    ],
  };
}

/** What was changed by whom; opening one shows each row before and after, and takes it back. */
export function history(
  changes: readonly DirectoryChange[],
  language: Language,
  title: Text = { de: 'Verlauf des Verzeichnisses', en: 'History of the directory' },
): TableBlock {
  const t = wordsIn(language);
  return {
    kind: 'table',
    id: 'changes',
    title: title[language],
    text: t(
      'Öffnen Sie eine Änderung, um jede Zeile vorher und nachher zu sehen oder sie zurückzunehmen.',
      'Open a change to see each row before and after, or to take it back.',
    ),
    head: [t('Änderung', 'Change'), t('Wann', 'When'), t('Von wem', 'By whom'), t('Was', 'What')],
    rows: changes.toReversed().map((change) => ({
      cells: [
        changeLabel(change, language),
        momentIn(language, change.at),
        broughtLine(change, language),
        shortened(countsLine(change, language), 120),
      ],
      ask: { verb: 'directory.change', data: { id: change.id } },
    })),
    empty: t('Es ist noch nichts aufgezeichnet.', 'Nothing is recorded yet.'),
    file: t('Verlauf.csv', 'history.csv'),
    folded: true,
  };
}
